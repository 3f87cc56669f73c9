/** study.h - many draws ranked and counted, by all processors. Private to acceptability.
 *
 * Draws are ranked a block at a time: first the draws of the block are shared
 * among the threads, then the places. No counter has two writers, so that nothing
 * depends on the number of threads. */
#ifndef SEL_ANALYSIS_ACCEPTABILITY_STUDY_H
#define SEL_ANALYSIS_ACCEPTABILITY_STUDY_H

#include "analysis/robustness/draw_ranks.h"
#include "analysis/robustness/rank_counts.h"

/** The first draw that a thread could not rank. */
typedef struct sel_draw_fault {
    sel_error error; /**< its status is SEL_OK: none */
    uint32_t draw;
} sel_draw_fault;

/** A study of N draws. */
typedef struct sel_acceptability_study {
    const sel_draw_source *source;
    const uint32_t *order; /**< rows, best first */
    sel_rank_extent extent;
    int threads;
    sel_draw_space *spaces; /**< per thread */
    sel_draw_fault *faults; /**< per thread */
} sel_acceptability_study;

/** Weightings of N draws, and what is counted with them. */
typedef struct sel_acceptability_study_family {
    const double *weights; /**< draw by draw, per criterion that has weight */
    sel_rank_counts counts;
} sel_acceptability_study_family;

/** Threads and their room, in arena; extent and order are set already. */
void sel_acceptability_study_prepare(sel_acceptability_study *study, int threads, sel_arena *arena);

/** Give back what the threads hold outside the arena. */
void sel_acceptability_study_finish(const sel_acceptability_study *study);

/** Fail with the fault of the first draw that has one, whichever thread met it. */
SEL_CHECKED
sel_status sel_acceptability_study_first_fault(const sel_acceptability_study *study,
                                               sel_error *err);

/** Rank all draws with the weights of each of `count` families (1 or 2) and count them. With
 *  `moved` values move, the same in both families. */
SEL_CHECKED
sel_status sel_acceptability_study_run(const sel_acceptability_study *study, bool moved,
                                       sel_acceptability_study_family *families, uint32_t count,
                                       sel_error *err);

/** Set the confidence and central weights of every place from what was counted. Returns the draws
 *  of the data used in *draws. */
SEL_CHECKED
sel_status sel_acceptability_study_confidence(const sel_acceptability_study *study, bool moved,
                                              const sel_rank_counts *counts, sel_arena *arena,
                                              sel_acceptance *places, uint32_t *draws,
                                              sel_error *err);

#endif
