/** aggregation.h - one order of alternatives from many criteria, by a method of a table.
 *
 * A method is a const row that names its formula, source, normalisation and
 * parameters, so that a result can say how it came about. sel_aggregate checks
 * what goes in, leaves criteria of weight 0 out, lets the row compute, and ranks
 * its scores (ranks.h). Neither the number of threads nor the order of the
 * alternatives changes a result. */
#ifndef SEL_ANALYSIS_AGGREGATION_H
#define SEL_ANALYSIS_AGGREGATION_H

#include "analysis/decision_matrix.h"
#include "analysis/normalisation/normalisation.h"
#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

/** Rooms of a row and of an outcome. */
enum { SEL_AGGREGATION_PARAMETERS = 4, SEL_AGGREGATION_COLUMNS = 6 };

typedef struct sel_aggregation_parameter {
    const char *name;
    double standard; /**< used where the caller gives none */
    double least;
    double most;
    bool per_criterion; /**< one value for each criterion, otherwise one in all */
} sel_aggregation_parameter;

/** A further number of each alternative. */
typedef struct sel_aggregation_column {
    const char *name;     /**< as in the method's source: "phi_plus" */
    const double *values; /**< one per alternative, finite */
} sel_aggregation_column;

/** All arrays have one element per alternative, in the order of the matrix's rows. */
typedef struct sel_aggregation_outcome {
    const double *scores;  /**< finite, higher is better */
    const uint32_t *ranks; /**< of the scores, from 1; equal ones share the best */
    sel_aggregation_column columns[SEL_AGGREGATION_COLUMNS];
    uint32_t column_count;
    const bool *set; /**< the method's set_name; NULL when it has none */
} sel_aggregation_outcome;

typedef struct sel_aggregation_problem sel_aggregation_problem;
typedef struct sel_ranking_method sel_ranking_method;

typedef struct sel_aggregation {
    const char *name;                       /**< stable: "topsis" */
    const char *variant;                    /**< formula and conventions in one line of English */
    const char *source;                     /**< author, year */
    const sel_normalisation *normalisation; /**< used unless the caller chooses another */
    bool normalisation_fixed;               /**< part of the method: the caller cannot choose */
    sel_aggregation_parameter parameters[SEL_AGGREGATION_PARAMETERS];
    uint32_t parameter_count;
    const char *set_name;               /**< "kernel"; NULL: no set */
    const sel_ranking_method *additive; /**< terms that add up to the score, for draws of weights
                                             and exact contributions; NULL: not additive */
    /** Additive rows only: what each alternative counts on a criterion of the problem, from its
     * scaled column, for each unit of weight; the score is additive->scores of Σ weight × term. */
    sel_status (*terms)(const sel_aggregation_problem *problem, uint32_t criterion,
                        sel_scaled_column scaled, double *terms, sel_error *err);
    sel_status (*compute)(const sel_aggregation_problem *problem, sel_arena *arena,
                          sel_aggregation_outcome *outcome, sel_error *err);
} sel_aggregation;

/** All methods, by name. */
const sel_aggregation *const *sel_aggregations(uint32_t *count);

/** Method of a name, or NULL. */
const sel_aggregation *sel_aggregation_find(sel_str name);

typedef struct sel_aggregation_options {
    const double *weights;                  /**< per criterion, >= 0, summing to 1 (±1e-9) */
    const sel_normalisation *normalisation; /**< NULL: the method's own */
    const double *goal_low;                 /**< per criterion, for goalposts; else not read */
    const double *goal_high;
    const double *parameters[SEL_AGGREGATION_PARAMETERS]; /**< in the row's order; NULL: its
                                             standard; one value, or one per criterion */
    int threads;                                          /**< <= 0: as OpenMP decides */
} sel_aggregation_options;

/** SEL_BAD_INPUT, with its number from 1, for a weight that does not lie between 0 and 1, and for
 *  weights that do not sum to 1 (±1e-9). */
SEL_CHECKED
sel_status sel_weights_check(const double *weights, uint32_t criteria, sel_error *err);

/** Aggregate into arena. SEL_BAD_INPUT, with the alternative or criterion named, for values that
 *  are not finite or beyond ±SEL_CRITERION_VALUE_MOST, weights, goalposts or parameters out of
 *  range, no alternatives, and values the method has no meaning for; SEL_UNSUPPORTED for more
 *  alternatives than a method that compares pairs takes. One alternative is first of one, and
 *  alternatives that do not differ tie. */
SEL_CHECKED
sel_status sel_aggregate(const sel_aggregation *method, const sel_decision_matrix *matrix,
                         const sel_aggregation_options *options, sel_arena *arena,
                         sel_aggregation_outcome *outcome, sel_error *err);

/** Values of an outcome's column, or NULL when it has none of that name. */
const double *sel_aggregation_column_find(const sel_aggregation_outcome *outcome, const char *name);

#endif
