/** reasons.h - why an alternative stands where it stands. Private to ranking. */
#ifndef SEL_ANALYSIS_RANKING_REASONS_H
#define SEL_ANALYSIS_RANKING_REASONS_H

#include "analysis/ranking/rank_table.h"

/** Weight × term per criterion of sel_alternatives (`all` of them) for a row; exact parts of the
 *  score or of its logarithm. In arena. */
const double *sel_ranking_contributions(const sel_rank_table *table, uint32_t row, uint32_t all,
                                        sel_arena *arena);

/** Set the swap of a place: the smallest change of one weight that lets the next row overtake. */
void sel_ranking_swap(const sel_rank_table *table, uint32_t row, sel_ranked *place);

#endif
