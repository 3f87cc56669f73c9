/** lookalike_sift.h - ruling out, many at a time, records that cannot be one programme. Private to
 * lookalike.
 *
 * At a place where each record meets many others, nearly all of them fall short of what somebody
 * would look at. Per record a few numbers say the most that each trait can weigh (resemblance.h);
 * their sum with that of another record is never below what the two weigh in truth, so that who
 * falls short by it is different for sure. What passes is judged as everywhere else: the same pairs
 * are found, only sooner. */
#ifndef SEL_ANALYSIS_LOOKALIKE_SIFT_H
#define SEL_ANALYSIS_LOOKALIKE_SIFT_H

#include "analysis/lookalike_rows.h"
#include "analysis/rarity.h"

enum {
    SEL_LOOKALIKE_BATCH = 256, /**< records sifted at once */
    SEL_LOOKALIKE_CROWD = 64,  /**< a place is crowded when its rows meet so many others each */
};

/** The most that one record's traits can weigh with any other, and what they are compared by. */
typedef struct sel_lookalike_facts sel_lookalike_facts;

/** The rows of crowded places. */
typedef struct sel_lookalike_sift {
    const bool *crowded; /**< per row of all places */
    uint32_t count;
    const uint32_t *row;   /**< number of each in the rows of all places, ascending */
    const uint32_t *until; /**< per row: where here those of its place end that start near it */
    const sel_lookalike_facts *facts;
} sel_lookalike_sift;

/** Sift of the places where at least `crowd` others are met per row, in arena. */
sel_lookalike_sift sel_lookalike_sift_make(const sel_study *study, const sel_rarity *rarity,
                                           const sel_lookalike_rows *rows, uint32_t crowd,
                                           sel_arena *arena);

/** Write to kept those of `count` rows from `from` on, SEL_LOOKALIKE_BATCH at most, that may be the
 *  same programme as row x or wait for somebody, ascending; returns how many. All are numbers in
 *  the sift. */
uint32_t sel_lookalike_sift_rows(const sel_lookalike_sift *sift, uint32_t x, uint32_t from,
                                 uint32_t count, uint32_t *kept);

#endif
