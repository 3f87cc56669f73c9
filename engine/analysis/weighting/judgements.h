/** judgements.h - comparisons of pairs of criteria by persons or groups.
 *
 * A judgement a(i, j) > 0 says how many times as important i is as j; a(j, i)
 * is its reciprocal and a(i, i) is 1. Not every pair need be judged, as long as
 * the pairs that are connect all criteria. */
#ifndef SEL_ANALYSIS_WEIGHTING_JUDGEMENTS_H
#define SEL_ANALYSIS_WEIGHTING_JUDGEMENTS_H

#include "analysis/weighting/random_index.h"
#include "base/arena.h"
#include "base/status.h"

#include <stdbool.h>
#include <stdint.h>

/** How several persons become one (Forman & Peniwati 1998). */
typedef enum sel_group_rule {
    SEL_GROUP_JUDGEMENTS, /**< AIJ: geometric mean of each judgement over those who made it */
    SEL_GROUP_PRIORITIES, /**< AIP: geometric mean of the persons' weights */
} sel_group_rule;

/** Judgements of one or more persons; borrowed. */
typedef struct sel_judgements {
    const double *ratios; /**< a(i, j) of person p at [(p * criteria + i) * criteria + j] */
    const bool *known;    /**< laid out like ratios; NULL: every pair is judged. What is not known
                               is not looked at */
    uint32_t persons;     /**< from 1 */
    uint32_t criteria;
    sel_group_rule group;
    const sel_random_index *random_index; /**< NULL: the first table */
} sel_judgements;

/** What one person, or the whole group, said; laid out like sel_judgements. */
typedef struct sel_judgement_matrix {
    const double *ratios;
    const bool *known; /**< NULL: all */
    uint32_t criteria;
} sel_judgement_matrix;

/** a(i, j)·a(j, i) may be as far from 1 as this: rounding of 1/3 to 15 digits, not to 3. */
#define SEL_RECIPROCAL_TOLERANCE 1e-9

/** Smallest judgement taken; the largest is its reciprocal. */
#define SEL_JUDGEMENT_LEAST 1e-9

/** SEL_BAD_INPUT, naming person and pair, counted from 1: no person, a judgement that is 0,
 *  negative or not a number, a pair that is not reciprocal or is judged on one side only, a
 *  criterion that is not 1 beside itself. */
SEL_CHECKED sel_status sel_judgements_check(const sel_judgements *judgements, sel_error *err);

/** What person p, from 0, said; borrowed. */
sel_judgement_matrix sel_judgements_of(const sel_judgements *judgements, uint32_t person);

/** Geometric mean of each judgement over those who made it, exactly reciprocal, in arena. */
sel_judgement_matrix sel_judgements_mean(const sel_judgements *judgements, sel_arena *arena);

bool sel_judgement_known(const sel_judgement_matrix *matrix, uint32_t i, uint32_t j);

/** Whether every pair is judged. */
bool sel_judgements_complete(const sel_judgement_matrix *matrix);

/** First criterion that no chain of judgements connects with criterion 0, or the number of criteria
 *  when there is none. */
uint32_t sel_judgements_unconnected(const sel_judgement_matrix *matrix);

#endif
