/** dispersion.h - how a whole is spread over members of groups: how concentrated it is, and between
 *  what.
 *
 * Amounts are exact integers; sums and squares stay integers, the last division
 * and logarithms are floating point.
 *
 *     HHI = Σ s²                     over the members that are compared
 *     T   = Σ s·ln(s·G·M)            over cells (group × member) of a whole grid of G groups and
 *                                    M members; an empty cell adds 0
 *     between = Σ S_g·ln(S_g·G)      S_g: share of a group
 *     within  = Σ_g S_g·Σ_m (s/S_g)·ln(s/S_g·M)
 *
 * T (Theil 1967) is 0 when every cell of the grid has the same, ln(G·M) when one
 * cell has all, and T = between + within exactly. Theil's index for the spread
 * of aid, with this decomposition: Fløgstad & Hagen 2017. The grid, all groups
 * that occur times all members that occur, is this engine's choice. */
#ifndef SEL_ANALYSIS_DISPERSION_H
#define SEL_ANALYSIS_DISPERSION_H

#include "analysis/wide.h"

/** One amount of a group × member grid; amount > 0. */
typedef struct sel_spread_cell {
    uint32_t group;
    uint32_t member;
    uint64_t amount; /**< all of them together < 2⁶³ */
} sel_spread_cell;

typedef struct sel_theil {
    double total; /**< between + within, nats */
    double between;
    double within;
} sel_theil;

/** HHI of amounts, (0, 1]; 0 when their sum is 0. Its inverse is the effective number. */
double sel_concentration(const uint64_t *amounts, uint32_t count);

/** Theil's index of cells in groups one after another, of a grid with `members` members; members
 *  that occur at least. No cells give 0. */
sel_theil sel_theil_of(const sel_spread_cell *cells, uint32_t count, uint32_t members);

/** Middle of amounts, which are sorted; the mean of the two middle ones when they are even in
 *  number, 0 when there are none. */
double sel_median(uint64_t *amounts, uint32_t count);

#endif
