/** proportion.h - the mean of what is known about many programmes, with what is not known.
 *
 * An indicator adds one verdict per programme; the tally gives the mean of the
 * known ones, bounds with the unknown ones at their worst and best, the version
 * weighted by money, and the Wilson interval when every known item is met or
 * not met. Values are settled to 1e-9, so that the order of adding leaves no
 * trace. */
#ifndef SEL_ANALYSIS_PRINCIPLE_PROPORTION_H
#define SEL_ANALYSIS_PRINCIPLE_PROPORTION_H

#include "analysis/principle.h"
#include "analysis/principle/two_keys.h"

/** Start with `sel_tally tally = {.arena = …}`. */
typedef struct sel_tally {
    sel_arena *arena;
    uint64_t all;
    uint64_t known;
    uint64_t met;
    uint64_t partly; /**< known items that are neither 0 nor 1 */
    double sum;
    double low;
    double high;
    uint64_t priced; /**< known items with money */
    double worth;
    double worth_squares;
    double worth_sum; /**< Σ worth × value */
    uint64_t both_keys;
    uint64_t donor_only; /**< items, known or not, that only the donor answers */
    uint32_t two_key_items;
    uint32_t one_key_items;
    double gaps;
    uint32_t *contributors;
    uint32_t contributor_count;
    uint32_t contributor_room;
} sel_tally;

/** Add an item that belongs to the denominator. record is kept as a contributor when the verdict
 *  is known; worth is its money, < 0 when not known. */
void sel_tally_add(sel_tally *tally, uint32_t record, const sel_verdict *verdict, double worth);

/** What it comes to. Not available with `empty` when nothing was added, with `unknown` when
 *  nothing is known, with "reason.less-than-half-known" when less than half is. */
sel_indicator_value sel_tally_value(const sel_tally *tally, const char *empty, const char *unknown);

/** The same value where the items are shares or means, even where all happen to be 0 or 1: none is
 *  met or not met, and there is no interval besides the bounds. */
sel_indicator_value sel_value_of_shares(sel_indicator_value value);

/** Not available: reason with bounds [0, 1]. */
sel_indicator_value sel_value_missing(const char *reason);

/** Not applicable. */
sel_indicator_value sel_value_inapplicable(const char *reason);

/** Available with bounds; settled to 1e-9 and kept within [0, 1]. */
sel_indicator_value sel_value_between(double value, double low, double high);

#endif
