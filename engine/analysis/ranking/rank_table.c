#include "analysis/ranking/rank_table.h"

static void choose_criteria(const sel_ranking_options *options, uint32_t all, sel_arena *arena,
                            sel_rank_table *table)
{
    uint32_t *criterion = sel_arena_array(arena, all, sizeof *criterion);
    double *weights = sel_arena_array(arena, all, sizeof *weights);
    for (uint32_t j = 0; j < all; j++)
        if (options->weights[j] > 0) {
            criterion[table->criteria] = j;
            weights[table->criteria++] = options->weights[j];
        }
    table->criterion = criterion;
    table->weights = weights;
}

sel_rank_table sel_rank_table_make(const sel_alternatives *alternatives,
                                   const sel_ranking_options *options, const uint32_t *alternative,
                                   sel_arena *arena)
{
    sel_rank_table table = {.method = options->method,
                            .floor = options->floor,
                            .rows = alternatives->count,
                            .alternative = alternative};
    choose_criteria(options, alternatives->criteria, arena, &table);
    size_t size = (size_t)table.rows * table.criteria;
    double *low = sel_arena_array(arena, size, sizeof *low);
    double *high = sel_arena_array(arena, size, sizeof *high);
    double *terms = sel_arena_array(arena, size, sizeof *terms);
    for (uint32_t j = 0; j < table.criteria; j++)
        for (uint32_t i = 0; i < table.rows; i++) {
            size_t from = (size_t)alternative[i] * alternatives->criteria + table.criterion[j];
            size_t to = (size_t)j * table.rows + i;
            low[to] = alternatives->low[from];
            high[to] = alternatives->high[from];
            terms[to] = table.method->expected(low[to], high[to], table.floor);
        }
    table.low = low;
    table.high = high;
    table.terms = terms;
    return table;
}

void sel_rank_table_scores(const sel_rank_table *table, const double *terms, const double *weights,
                           double *scores)
{
    for (uint32_t i = 0; i < table->rows; i++)
        scores[i] = weights[0] * terms[i];
    for (uint32_t j = 1; j < table->criteria; j++) {
        const double *column = terms + (size_t)j * table->rows;
        for (uint32_t i = 0; i < table->rows; i++)
            scores[i] += weights[j] * column[i];
    }
    table->method->scores(scores, table->rows);
}
