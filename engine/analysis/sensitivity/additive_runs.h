/** additive_runs.h - runs of a ranking's sensitivity study under methods that add up terms. Private
 * to sensitivity.
 *
 * Where only weights move, terms stay as they are: each thread keeps those of every such method
 * under every normalisation, and counts a criterion again when its values have moved. Ranks are the
 * ones that sel_aggregate gives, to the last bit of the scores. */
#ifndef SEL_ANALYSIS_SENSITIVITY_ADDITIVE_RUNS_H
#define SEL_ANALYSIS_SENSITIVITY_ADDITIVE_RUNS_H

#include "analysis/aggregation/problem.h"
#include "analysis/sensitivity/ranking_sensitivity.h"

/** What all threads share. */
typedef struct sel_additive_runs {
    const sel_sensitivity_study *study;
    sel_aggregation_problem **problems; /**< with the central weights, per aggregation and choice
                                             of normalisation; NULL: not additive */
    uint32_t choices;                   /**< of normalisation, >= 1 */
} sel_additive_runs;

/** One thread's terms. */
typedef struct sel_additive_terms sel_additive_terms;

/** Where a run stands. */
typedef struct sel_additive_run {
    uint32_t aggregation;
    uint32_t choice;        /**< of normalisation */
    const double *values;   /**< as the matrix's, moved */
    const uint64_t *worlds; /**< per criterion: names the values it has */
    const double *weights;  /**< per criterion, >= 0; 0 where the central weight is 0 */
} sel_additive_run;

/** Prepare in arena, with the choices given (none: each aggregation has its own). Errors as in
 *  sel_aggregate for the central weights and values. */
SEL_CHECKED
sel_status sel_additive_runs_make(const sel_sensitivity_study *study,
                                  const sel_normalisation *const *choices, uint32_t choice_count,
                                  sel_arena *arena, sel_additive_runs *runs, sel_error *err);

/** Terms of a thread that has counted none yet, in arena. */
sel_additive_terms *sel_additive_terms_make(const sel_additive_runs *runs, sel_arena *arena);

/** Whether the method of a run adds up terms. */
bool sel_additive_runs_take(const sel_additive_runs *runs, const sel_additive_run *run);

/** Ranks of such a run, kept in terms until the next one; errors as in sel_aggregate. */
SEL_CHECKED
sel_status sel_additive_runs_rank(const sel_additive_runs *runs, const sel_additive_run *run,
                                  sel_additive_terms *terms, sel_arena *scratch,
                                  const uint32_t **ranks, sel_error *err);

#endif
