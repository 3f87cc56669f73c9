#include "analysis/ranking/reasons.h"

#include <math.h>

const double *sel_ranking_contributions(const sel_rank_table *table, uint32_t row, uint32_t all,
                                        sel_arena *arena)
{
    double *parts = sel_arena_array(arena, all, sizeof *parts);
    for (uint32_t j = 0; j < table->criteria; j++)
        parts[table->criterion[j]] =
            table->weights[j] * table->terms[(size_t)j * table->rows + row];
    return parts;
}

/* Lead of a row over the next, Σ w (t_row − t_next), in terms of one column. */
static double lead_in(const sel_rank_table *table, uint32_t column, uint32_t row)
{
    const double *terms = table->terms + (size_t)column * table->rows;
    return terms[row] - terms[row + 1];
}

/* With weight x on column j and the others in their old proportions the lead is
 * x·own + (1 − x)·rest, where rest = (lead − w_j own) / (1 − w_j): it is zero at
 * x = rest / (rest − own), which lies inside (0, 1) when own and rest have opposite signs. Changes
 * that are equal but for rounding go to the first criterion. */
void sel_ranking_swap(const sel_rank_table *table, uint32_t row, sel_ranked *place)
{
    double lead = 0;
    for (uint32_t j = 0; j < table->criteria; j++)
        lead += table->weights[j] * lead_in(table, j, row);
    double smallest = INFINITY;
    place->swap_to = -1;
    for (uint32_t j = 0; j < table->criteria && table->criteria > 1; j++) {
        double weight = table->weights[j];
        double own = lead_in(table, j, row);
        double rest = (lead - weight * own) / (1 - weight);
        bool crosses = (own > 0 && rest < 0) || (own < 0 && rest > 0);
        double to = crosses ? rest / (rest - own) : -1;
        if (crosses && fabs(to - weight) < smallest - 1e-12) {
            smallest = fabs(to - weight);
            place->swap_from = weight;
            place->swap_to = to;
            place->swap_criterion = table->criterion[j];
        }
    }
}
