/** field_values.h - the values of a field, criterion by criterion, as methods count them. Private
 * to work. */
#ifndef SEL_WORK_FIELD_VALUES_H
#define SEL_WORK_FIELD_VALUES_H

#include "work/field.h"
#include "work/model_methods.h"

typedef struct sel_field_values {
    const sel_model *model;
    const sel_field *chosen;
    sel_model_methods methods;
    bool in_units;                             /**< additive methods take values from 0 to 1 */
    const sel_weight_constraints *constraints; /**< of the model; NULL: none */
    bool *cost;                                /**< per criterion */
    double *goal_low;
    double *goal_high;
    sel_uncertain_matrix plain; /**< as they are */
    sel_uncertain_matrix units; /**< between goalposts, where the model has these; else as plain */
    sel_arena *arena;
} sel_field_values;

/** Lay out in arena. */
sel_field_values sel_field_values_of(const sel_model *model, const sel_field *chosen,
                                     sel_arena *arena);

/** Alternatives times criteria. */
size_t sel_field_cells(const sel_field_values *of);

/** Whether the terms of a method add up over the model's values. */
bool sel_field_adds_up(const sel_field_values *of, const sel_aggregation *method);

/** The table that a method counts by, what is not known filled as sel_field_order says; without a
 *  method the values as they are. */
sel_filled_matrix sel_field_table(const sel_field_values *of, const sel_aggregation *method);

#endif
