#include "analysis/ranking/ranking.h"

#include "analysis/aggregation/aggregation.h"
#include "analysis/ranking/rank_order.h"
#include "analysis/ranking/rank_table.h"
#include "analysis/ranking/reasons.h"
#include "analysis/robustness/robustness.h"
#include "domain/model.h"

const sel_ranking_method *sel_ranking_method_find(sel_str name)
{
    const sel_aggregation *row = sel_aggregation_find(name);
    return row == NULL ? NULL : row->additive;
}

uint32_t sel_ranking_draws(uint32_t wanted, uint32_t alternatives)
{
    uint32_t draws = wanted;
    while (draws > SEL_DRAWS_LEAST && (uint64_t)draws * alternatives > 100000000)
        draws /= 2;
    return draws;
}

static sel_status check_values(const sel_alternatives *alternatives, sel_error *err)
{
    size_t size = (size_t)alternatives->count * alternatives->criteria;
    for (size_t i = 0; i < size; i++) {
        double low = alternatives->low[i];
        double high = alternatives->high[i];
        if (!(low >= 0 && low <= high && high <= 1))
            return sel_fail(err, SEL_BAD_INPUT,
                            "alternative %zu, criterion %zu: %g to %g does not lie in 0 to 1",
                            i / alternatives->criteria + 1, i % alternatives->criteria + 1, low,
                            high);
    }
    return SEL_OK;
}

static sel_status check_options(const sel_ranking_options *options, sel_error *err)
{
    if (!(options->floor > 0 && options->floor < 1))
        return sel_fail(err, SEL_BAD_INPUT, "floor %g is not between 0 and 1", options->floor);
    if (!(options->concentration >= 0 && options->concentration <= SEL_CONCENTRATION_MOST))
        return sel_fail(err, SEL_BAD_INPUT, "concentration %g is not between 0 and %d",
                        options->concentration, SEL_CONCENTRATION_MOST);
    bool power_of_two = (options->draws & (options->draws - 1)) == 0;
    if (options->draws < SEL_DRAWS_LEAST || options->draws > SEL_DRAWS_MOST || !power_of_two)
        return sel_fail(err, SEL_BAD_INPUT, "%u draws are not a power of two from %d to %d",
                        options->draws, SEL_DRAWS_LEAST, SEL_DRAWS_MOST);
    if (options->seed == 0)
        return sel_fail(err, SEL_BAD_INPUT, "seed 0 is not used: it is easily left unset");
    return SEL_OK;
}

static sel_status check(const sel_alternatives *alternatives, const sel_ranking_options *options,
                        sel_error *err)
{
    if (alternatives->criteria == 0 || alternatives->criteria > SEL_CRITERIA_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "%u criteria, not 1 to %d", alternatives->criteria,
                        SEL_CRITERIA_MAX);
    sel_status status = check_options(options, err);
    if (status == SEL_OK)
        status = sel_weights_check(options->weights, alternatives->criteria, err);
    return status == SEL_OK ? check_values(alternatives, err) : status;
}

/* Numbers of the alternatives, best first. */
static uint32_t *find_order(const sel_alternatives *alternatives,
                            const sel_ranking_options *options, sel_arena *arena)
{
    uint32_t count = alternatives->count;
    uint32_t *order = sel_arena_array(arena, count, sizeof *order);
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    sel_arena *scratch = sel_arena_create();
    sel_rank_table table = sel_rank_table_make(alternatives, options, order, scratch);
    double *scores = sel_arena_array(scratch, count, sizeof *scores);
    uint64_t *keys = sel_arena_array(scratch, count, sizeof *keys);
    uint64_t *spare = sel_arena_array(scratch, count, sizeof *spare);
    sel_rank_table_scores(&table, table.terms, table.weights, scores);
    for (uint32_t i = 0; i < count; i++)
        keys[i] = sel_order_key(sel_score_units(scores[i]), i);
    const uint64_t *sorted = sel_keyed_rows_sort(keys, spare, count);
    for (uint32_t i = 0; i < count; i++)
        order[i] = sel_order_row(sorted[i]);
    sel_arena_destroy(scratch);
    return order;
}

/* Scores of all rows with every criterion at `values`, rounded, into scratch. */
static const double *scores_at(const sel_rank_table *table, const double *values,
                               sel_arena *scratch)
{
    size_t size = (size_t)table->rows * table->criteria;
    double *terms = sel_arena_array(scratch, size, sizeof *terms);
    double *scores = sel_arena_array(scratch, table->rows, sizeof *scores);
    table->method->terms(values, size, table->floor, terms);
    sel_rank_table_scores(table, terms, table->weights, scores);
    for (uint32_t i = 0; i < table->rows; i++)
        scores[i] = sel_score_of_units(sel_score_units(scores[i]));
    return scores;
}

static void fill_places(const sel_rank_table *table, uint32_t criteria, sel_arena *arena,
                        sel_ranked *places)
{
    sel_arena *scratch = sel_arena_create();
    double *scores = sel_arena_array(scratch, table->rows, sizeof *scores);
    sel_rank_table_scores(table, table->terms, table->weights, scores);
    const double *low = scores_at(table, table->low, scratch);
    const double *high = scores_at(table, table->high, scratch);
    for (uint32_t i = 0; i < table->rows; i++) {
        sel_ranked *place = &places[i];
        place->alternative = table->alternative[i];
        place->score = sel_score_of_units(sel_score_units(scores[i]));
        place->score_low = low[i];
        place->score_high = high[i];
        place->rank = i > 0 && places[i - 1].score == place->score ? places[i - 1].rank : i + 1;
        place->contributions = sel_ranking_contributions(table, i, criteria, arena);
        place->swap_to = -1;
    }
    for (uint32_t i = 0; i + 1 < table->rows; i++)
        if (places[i].rank != places[i + 1].rank)
            sel_ranking_swap(table, i, &places[i]);
    sel_arena_destroy(scratch);
}

sel_status sel_ranking_compute(const sel_alternatives *alternatives,
                               const sel_ranking_options *options, sel_arena *arena,
                               sel_ranking *ranking, sel_error *err)
{
    sel_status status = check(alternatives, options, err);
    if (status != SEL_OK)
        return status;
    uint32_t count = alternatives->count;
    sel_ranked *places = sel_arena_array(arena, count, sizeof *places);
    sel_ranking result = {
        .order = places,
        .count = count,
        .with_intervals = count > SEL_ALTERNATIVES_FULL ? SEL_INTERVAL_PLACES : count,
        .draws = sel_ranking_draws(options->draws, count),
        .seed = options->seed,
    };
    const uint32_t *order = find_order(alternatives, options, arena);
    sel_arena *scratch = sel_arena_create();
    sel_rank_table table = sel_rank_table_make(alternatives, options, order, scratch);
    fill_places(&table, alternatives->criteria, arena, places);
    status = sel_robustness_compute(&table, options, places, &result, err);
    sel_arena_destroy(scratch);
    if (status == SEL_OK)
        *ranking = result;
    return status;
}
