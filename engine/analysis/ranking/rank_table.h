/** rank_table.h - the values of a ranking laid out for counting: only criteria that have weight,
 * one column after the other, rows in the order of places. Private to ranking and robustness. */
#ifndef SEL_ANALYSIS_RANK_TABLE_H
#define SEL_ANALYSIS_RANK_TABLE_H

#include "analysis/ranking/ranking.h"

/** Column j of row i stands at [j × rows + i]. */
typedef struct sel_rank_table {
    const sel_ranking_method *method;
    double floor;
    uint32_t rows;
    uint32_t criteria;           /**< with a weight above 0 */
    const uint32_t *alternative; /**< per row: its number in sel_alternatives */
    const uint32_t *criterion;   /**< per column: its number in sel_alternatives */
    const double *weights;       /**< per column */
    const double *low;
    const double *high;
    const double *terms; /**< expected between low and high */
} sel_rank_table;

/** Lay out in arena; alternative gives the order of the rows and is borrowed. */
sel_rank_table sel_rank_table_make(const sel_alternatives *alternatives,
                                   const sel_ranking_options *options, const uint32_t *alternative,
                                   sel_arena *arena);

/** Scores per row from terms (laid out like the table's own) and weights per column. */
void sel_rank_table_scores(const sel_rank_table *table, const double *terms, const double *weights,
                           double *scores);

#endif
