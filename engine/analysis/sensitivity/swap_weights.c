#include "analysis/sensitivity/swap_weights.h"

#include "analysis/order.h"
#include "analysis/ranking/reasons.h"
#include "domain/model.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Halvings of a step: 1/128 becomes less than what doubles near 1 differ by. */
enum { HALVINGS = 48 };

/* All that a search asks for again and again. */
typedef struct search {
    const sel_aggregation *method;
    const sel_decision_matrix *matrix;
    const sel_aggregation_options *options;
    sel_arena *scratch; /* of one aggregation */
} search;

/* Criterion j at weight x and the others in their old proportions. */
static void weigh(const search *of, uint32_t criterion, double x, double *weights)
{
    const double *now = of->options->weights;
    double others = 0;
    for (uint32_t j = 0; j < of->matrix->criteria; j++)
        others += j == criterion ? 0 : now[j];
    for (uint32_t j = 0; j < of->matrix->criteria; j++)
        weights[j] = j == criterion ? x : now[j] / others * (1 - x);
}

/* The order with criterion j at weight x, until the next call. */
static sel_status order_at(const search *of, uint32_t criterion, double x,
                           sel_aggregation_outcome *outcome, sel_error *err)
{
    double weights[SEL_CRITERIA_MAX];
    weigh(of, criterion, x, weights);
    sel_aggregation_options options = *of->options;
    options.weights = weights;
    sel_arena_reset(of->scratch);
    return sel_aggregate(of->method, of->matrix, &options, of->scratch, outcome, err);
}

static bool overtaken(const sel_aggregation_outcome *outcome, const sel_swap *pair)
{
    return outcome->ranks[pair->behind] < outcome->ranks[pair->ahead];
}

/* Changes that are equal but for rounding go to the criterion that was first. */
static void offer(sel_swap *pair, uint32_t criterion, double from, double to)
{
    if (pair->found && fabs(to - from) >= fabs(pair->to - pair->from) - 1e-12)
        return;
    pair->found = true;
    pair->criterion = criterion;
    pair->from = from;
    pair->to = to;
}

/* Where between two weights, one before and one behind the change, the scores are level. */
static sel_status halve(const search *of, uint32_t criterion, double before, double behind,
                        sel_swap *pair, sel_error *err)
{
    for (int k = 0; k < HALVINGS; k++) {
        double middle = before + (behind - before) / 2;
        sel_aggregation_outcome outcome;
        sel_status status = order_at(of, criterion, middle, &outcome, err);
        if (status != SEL_OK)
            return status;
        if (outcome.scores[pair->behind] > outcome.scores[pair->ahead])
            behind = middle;
        else
            before = middle;
    }
    offer(pair, criterion, of->options->weights[criterion], behind);
    return SEL_OK;
}

/* Step k from w towards an end of [0, 1]; the last one is the end. */
static double step_at(double from, int direction, int k)
{
    double x = from + direction * (double)k / SEL_SWAP_STEPS;
    return x < 0 ? 0 : x > 1 ? 1 : x;
}

/* One way along a segment: halve the first step in which a pair changes, where it can be nearer
 * than what was found. A weight that the method refuses ends the way. */
static sel_status walk(const search *of, uint32_t criterion, int direction, sel_swap *pairs,
                       uint32_t count, sel_error *err)
{
    double from = of->options->weights[criterion];
    sel_arena *kept = sel_arena_create();
    bool *done = sel_arena_array(kept, count, sizeof *done);
    bool *changes = sel_arena_array(kept, count, sizeof *changes);
    sel_status status = SEL_OK;
    double before = from;
    for (int k = 1; status == SEL_OK && before != (direction < 0 ? 0 : 1); k++) {
        double behind = step_at(from, direction, k);
        sel_aggregation_outcome outcome;
        sel_error fault = {.status = SEL_OK};
        if (order_at(of, criterion, behind, &outcome, &fault) != SEL_OK)
            break;
        for (uint32_t p = 0; p < count; p++)
            changes[p] = !done[p] && !pairs[p].tied && overtaken(&outcome, &pairs[p]);
        for (uint32_t p = 0; status == SEL_OK && p < count; p++) {
            if (!changes[p])
                continue;
            done[p] = true;
            if (!pairs[p].found || fabs(before - from) < fabs(pairs[p].to - pairs[p].from))
                status = halve(of, criterion, before, behind, &pairs[p], err);
        }
        before = behind;
    }
    sel_arena_destroy(kept);
    return status;
}

static sel_status search_all(const search *of, sel_swap *pairs, uint32_t count, sel_error *err)
{
    for (uint32_t j = 0; j < of->matrix->criteria; j++) {
        double weight = of->options->weights[j];
        if (!(weight > 0 && weight < 1))
            continue;
        sel_status status = walk(of, j, -1, pairs, count, err);
        if (status == SEL_OK)
            status = walk(of, j, 1, pairs, count, err);
        if (status != SEL_OK)
            return status;
    }
    return SEL_OK;
}

/* What each alternative counts on each criterion with weight, in the order of places: with all
 * weight on one criterion the score is that of its term alone. */
static sel_status terms_of(const search *of, const uint32_t *order, sel_arena *arena,
                           sel_rank_table *table, sel_error *err)
{
    uint32_t rows = of->matrix->rows;
    uint32_t criteria = of->matrix->criteria;
    double *terms = sel_arena_array(arena, (size_t)rows * criteria, sizeof *terms);
    double *weights = sel_arena_array(arena, criteria, sizeof *weights);
    uint32_t *numbers = sel_arena_array(arena, criteria, sizeof *numbers);
    *table =
        (sel_rank_table){.rows = rows, .criterion = numbers, .weights = weights, .terms = terms};
    for (uint32_t j = 0; j < criteria; j++) {
        if (!(of->options->weights[j] > 0))
            continue;
        double *column = terms + (size_t)table->criteria * rows;
        double alone[SEL_CRITERIA_MAX] = {0};
        alone[j] = 1;
        sel_aggregation_options options = *of->options;
        options.weights = alone;
        sel_aggregation_outcome outcome;
        sel_arena_reset(of->scratch);
        sel_status status =
            sel_aggregate(of->method, of->matrix, &options, of->scratch, &outcome, err);
        if (status != SEL_OK)
            return status;
        for (uint32_t i = 0; i < rows; i++)
            column[i] = outcome.scores[order[i]];
        of->method->additive->terms(column, rows, DBL_MIN, column);
        numbers[table->criteria] = j;
        weights[table->criteria++] = of->options->weights[j];
    }
    return SEL_OK;
}

static sel_status swap_additive(const search *of, const uint32_t *order, sel_swap *pairs,
                                uint32_t count, sel_error *err)
{
    sel_arena *kept = sel_arena_create();
    sel_rank_table table;
    sel_status status = terms_of(of, order, kept, &table, err);
    for (uint32_t p = 0; status == SEL_OK && p < count; p++) {
        sel_ranked place;
        sel_ranking_swap(&table, p, &place);
        if (!pairs[p].tied && place.swap_to >= 0)
            offer(&pairs[p], place.swap_criterion, place.swap_from, place.swap_to);
    }
    sel_arena_destroy(kept);
    return status;
}

/* Rows by rank, ties by row. */
static const uint32_t *order_by(const uint32_t *ranks, uint32_t rows, sel_arena *arena)
{
    uint32_t *order = sel_arena_array(arena, rows, sizeof *order);
    uint32_t *taken = sel_arena_array(arena, rows, sizeof *taken);
    for (uint32_t i = 0; i < rows; i++)
        order[ranks[i] - 1 + taken[ranks[i] - 1]++] = i;
    return order;
}

sel_status sel_swaps_of(const sel_aggregation *method, const sel_decision_matrix *matrix,
                        const sel_aggregation_options *options, uint32_t wanted, sel_arena *arena,
                        sel_swaps *swaps, sel_error *err)
{
    sel_arena *kept = sel_arena_create();
    sel_aggregation_options own = *options;
    own.threads = matrix->rows < SEL_WORTH_THREADS ? 1 : own.threads;
    const search of = {method, matrix, &own, sel_arena_create()};
    sel_aggregation_outcome now;
    sel_status status = sel_aggregate(method, matrix, &own, kept, &now, err);
    if (status == SEL_OK) {
        const uint32_t *order = order_by(now.ranks, matrix->rows, kept);
        uint32_t count = wanted < matrix->rows - 1 ? wanted : matrix->rows - 1;
        sel_swap *pairs = sel_arena_array(arena, count, sizeof *pairs);
        for (uint32_t p = 0; p < count; p++)
            pairs[p] = (sel_swap){.ahead = order[p],
                                  .behind = order[p + 1],
                                  .tied = now.ranks[order[p]] == now.ranks[order[p + 1]]};
        status = method->additive != NULL ? swap_additive(&of, order, pairs, count, err)
                                          : search_all(&of, pairs, count, err);
        if (status == SEL_OK)
            *swaps = (sel_swaps){pairs, count, method->additive != NULL};
    }
    sel_arena_destroy(of.scratch);
    sel_arena_destroy(kept);
    return status;
}
