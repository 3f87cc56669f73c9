/** model_methods.h - the methods that a model names, and whether it says what they need. Private to
 * work. */
#ifndef SEL_WORK_MODEL_METHODS_H
#define SEL_WORK_MODEL_METHODS_H

#include "analysis/aggregation/aggregation.h"
#include "analysis/robustness/weight_region.h"
#include "analysis/weighting/weighting.h"
#include "domain/model.h"
#include "input/yaml_record.h"

/** Rows of the tables of analysis; NULL where there is none of that name. */
typedef struct sel_model_methods {
    const sel_weighting *weighting;
    const sel_aggregation *aggregation;
    /** What values go through. When the model names none: as they are in additive aggregations,
     *  since principles count from 0 to 1 already; else what the aggregation takes. */
    const sel_normalisation *normalisation;
    const sel_random_index *random_index;
} sel_model_methods;

sel_model_methods sel_model_methods_of(const sel_model *model);

/** Whether a ranking by these methods is a sum of terms of values from 0 to 1: the aggregation is
 *  additive, and the values are between goalposts, or as they are without a cost. Rank intervals,
 *  contributions and the variant are then those of the aggregation's `additive`. */
bool sel_model_is_additive(const sel_model *model);

/** Whether its values count from 0 to 1 in additive aggregations: between goalposts, or as they are
 *  without a cost. */
bool sel_model_in_units(const sel_model *model);

/** Report, each at its place, methods, indicators and parameters that do not exist, numbers out of
 *  their range, what a method needs and the model does not say, and what it says for nothing. */
void sel_model_check_methods(const sel_yaml_reading *reading, const sel_model *model);

/** What the model agrees about weights, in arena, criteria in the order of the model; NULL when it
 *  says nothing. Rows with a fault are left out. */
const sel_weight_constraints *sel_model_constraints_of(const sel_model *model, sel_arena *arena);

/** Report, at its place, why no weighting keeps the constraints, or which of them these weights do
 *  not keep; NULL: weights are not known yet. */
void sel_model_check_constraints(const sel_yaml_reading *reading, const sel_model *model,
                                 const double *weights);

/** Values of an aggregation's parameters by a model. */
typedef struct sel_model_parameters {
    double values[SEL_AGGREGATION_PARAMETERS][SEL_CRITERIA_MAX];
} sel_model_parameters;

/** Fill values, and let options point to them and to the model's normalisation; goalposts and
 *  weights are left to the caller. */
void sel_model_parameters_of(const sel_model *model, sel_model_parameters *parameters,
                             sel_aggregation_options *options);

#endif
