/* What every ranking method must keep, over seeded random tables. The trial's number is printed on
 * failure and is its seed. */
#include "analysis/aggregation/aggregation.h"
#include "analysis/ranking/ranking.h"

#include "analysis/robustness/counter_random.h"
#include "check_suite.h"

#include <math.h>

enum { TRIALS = 10000, ROWS_MOST = 5, CRITERIA_MOST = 3, CELLS = ROWS_MOST * CRITERIA_MOST };

/* One random table with its weights. */
typedef struct table {
    uint64_t seed;
    uint64_t used; /* random numbers taken so far */
    uint32_t rows;
    uint32_t criteria;
    double low[CELLS + ROWS_MOST];
    double high[CELLS + ROWS_MOST];
    double weights[CRITERIA_MOST + 1];
} table;

static double next(table *of)
{
    return sel_random_uniform(sel_random_mix(of->seed + 1), of->used++);
}

static uint32_t below(table *of, uint32_t most)
{
    return (uint32_t)(next(of) * most);
}

static void settle_weights(table *of)
{
    double sum = 0;
    for (uint32_t j = 0; j < of->criteria; j++)
        sum += of->weights[j];
    for (uint32_t j = 0; j < of->criteria; j++)
        of->weights[j] /= sum;
}

/* Values in tenths in half of the tables, so that ties happen; intervals in a third of the cells.
 */
static table random_table(uint64_t seed)
{
    table of = {.seed = seed};
    of.rows = 2 + below(&of, ROWS_MOST - 1);
    of.criteria = 1 + below(&of, CRITERIA_MOST);
    for (uint32_t i = 0; i < of.rows * of.criteria; i++) {
        double a = next(&of);
        double b = next(&of) < 0.33 ? next(&of) : a;
        if (seed % 2 == 0) {
            a = floor(a * 11) / 10;
            b = floor(b * 11) / 10;
        }
        of.low[i] = fmin(a, b);
        of.high[i] = fmax(a, b);
    }
    for (uint32_t j = 0; j < of.criteria; j++)
        of.weights[j] = 0.05 + next(&of);
    settle_weights(&of);
    return of;
}

static sel_ranking rank(const table *of, const sel_ranking_method *method, sel_arena *arena)
{
    const sel_alternatives alternatives = {of->low, of->high, of->rows, of->criteria};
    const sel_ranking_options options = {.method = method,
                                         .weights = of->weights,
                                         .floor = 0.01,
                                         .draws = 1024,
                                         .seed = of->seed + 1,
                                         .threads = 1};
    sel_ranking ranking = {0};
    sel_error err = {0};
    ck_assert_msg(sel_ranking_compute(&alternatives, &options, arena, &ranking, &err) == SEL_OK,
                  "trial %u: %s", (unsigned)of->seed, err.message);
    return ranking;
}

static const sel_ranked *place_of(const sel_ranking *ranking, uint32_t alternative)
{
    const sel_ranked *place = ranking->order;
    while (place->alternative != alternative)
        place++;
    return place;
}

#define ck_trial(condition, of, method)                                                            \
    ck_assert_msg(condition, "trial %u, %s", (unsigned)(of)->seed, (method)->name)

/* Ranks, intervals and probabilities that hold for any input. */
static void check_shape(const table *of, const sel_ranking_method *method,
                        const sel_ranking *ranking)
{
    for (uint32_t i = 0; i < ranking->count; i++) {
        const sel_ranked *place = &ranking->order[i];
        ck_trial(place->rank >= 1 && place->rank <= i + 1, of, method);
        ck_trial(i == 0 || place->score <= place[-1].score, of, method);
        ck_trial(i == 0 || (place->score == place[-1].score) == (place->rank == place[-1].rank), of,
                 method);
        ck_trial(place->score_low <= place->score && place->score <= place->score_high, of, method);
        ck_trial(place->rank_low <= place->rank_high && place->rank_high <= of->rows, of, method);
        ck_trial(place->weights_low <= place->weights_high, of, method);
        ck_trial(place->first_three >= 0 && place->first_three <= 1, of, method);
        ck_trial(place->beats_next >= 0 && place->beats_next <= 1, of, method);
    }
}

/* An alternative that is nowhere worse and somewhere better, whatever the data are within their
 * bounds, ranks first, in every draw. */
static void check_dominance(table of, const sel_ranking_method *method, sel_arena *arena)
{
    uint32_t best = below(&of, of.rows);
    for (uint32_t j = 0; j < of.criteria; j++) {
        double top = 0;
        for (uint32_t i = 0; i < of.rows; i++)
            top = fmax(top, of.high[i * of.criteria + j]);
        of.low[best * of.criteria + j] = of.high[best * of.criteria + j] = fmin(1, top + 0.02);
        for (uint32_t i = 0; i < of.rows; i++)
            if (i != best) {
                double *high = &of.high[i * of.criteria + j];
                double *low = &of.low[i * of.criteria + j];
                *high = fmin(*high, 0.97);
                *low = fmin(*low, *high);
            }
    }
    sel_ranking ranking = rank(&of, method, arena);
    ck_trial(ranking.order[0].alternative == best, &of, method);
    ck_trial(ranking.order[0].rank_low == 1 && ranking.order[0].rank_high == 1, &of, method);
    ck_trial(ranking.order[0].weights_high == 1, &of, method);
    ck_trial(ranking.order[0].first_three == 1, &of, method);
    ck_trial(ranking.order[0].beats_next == 1, &of, method);
    ck_trial(ranking.order[0].swap_to < 0, &of, method);
    check_shape(&of, method, &ranking);
}

/* Rows turned around: the same scores and ranks for the same alternative. */
static void check_rows(const table *of, const sel_ranking_method *method,
                       const sel_ranking *expected, sel_arena *arena)
{
    table turned = *of;
    for (uint32_t i = 0; i < of->rows; i++)
        for (uint32_t j = 0; j < of->criteria; j++) {
            uint32_t from = (of->rows - 1 - i) * of->criteria + j;
            turned.low[i * of->criteria + j] = of->low[from];
            turned.high[i * of->criteria + j] = of->high[from];
        }
    sel_ranking ranking = rank(&turned, method, arena);
    for (uint32_t i = 0; i < of->rows; i++) {
        const sel_ranked *before = place_of(expected, i);
        const sel_ranked *after = place_of(&ranking, of->rows - 1 - i);
        ck_trial(before->score == after->score && before->rank == after->rank, of, method);
        ck_trial(before->weights_low == after->weights_low, of, method);
        ck_trial(before->weights_high == after->weights_high, of, method);
        ck_trial(before->first_three == after->first_three, of, method);
    }
}

/* Columns turned around: sums are added in another order, so scores agree to the last unit. */
static void check_columns(const table *of, const sel_ranking_method *method,
                          const sel_ranking *expected, sel_arena *arena)
{
    table turned = *of;
    for (uint32_t j = 0; j < of->criteria; j++) {
        uint32_t from = of->criteria - 1 - j;
        turned.weights[j] = of->weights[from];
        for (uint32_t i = 0; i < of->rows; i++) {
            turned.low[i * of->criteria + j] = of->low[i * of->criteria + from];
            turned.high[i * of->criteria + j] = of->high[i * of->criteria + from];
        }
    }
    sel_ranking ranking = rank(&turned, method, arena);
    for (uint32_t i = 0; i < of->rows; i++)
        ck_trial(fabs(place_of(expected, i)->score - place_of(&ranking, i)->score) <= 1.5e-9, of,
                 method);
}

/* A copy of a row at the end: the same rank everywhere, level in every draw when its data are
 * known. */
static void check_duplicate(const table *of, const sel_ranking_method *method, sel_arena *arena)
{
    table more = *of;
    uint32_t copied = below(&more, of->rows);
    for (uint32_t j = 0; j < of->criteria; j++) {
        uint32_t from = copied * of->criteria + j;
        uint32_t to = of->rows * of->criteria + j;
        more.low[from] = more.high[from] = more.low[to] = more.high[to] = of->low[from];
    }
    more.rows += 1;
    sel_ranking ranking = rank(&more, method, arena);
    const sel_ranked *a = place_of(&ranking, copied);
    const sel_ranked *b = place_of(&ranking, of->rows);
    ck_trial(a->score == b->score && a->rank == b->rank, of, method);
    ck_trial(a->rank_low == b->rank_low && a->rank_high == b->rank_high, of, method);
    ck_trial(a->weights_low == b->weights_low && a->weights_high == b->weights_high, of, method);
    ck_trial(a->first_three == b->first_three, of, method);
    ck_trial(a + 1 != b || a->beats_next == 0.5, of, method);
}

/* A further criterion without weight changes nothing at all. */
static void check_no_weight(const table *of, const sel_ranking_method *method,
                            const sel_ranking *expected, sel_arena *arena)
{
    table more = *of;
    more.criteria += 1;
    uint32_t at = below(&more, more.criteria);
    for (uint32_t j = 0; j < more.criteria; j++) {
        uint32_t from = j < at ? j : j - 1;
        more.weights[j] = j == at ? 0 : of->weights[from];
        for (uint32_t i = 0; i < of->rows; i++) {
            size_t to = (size_t)i * more.criteria + j;
            more.low[to] = j == at ? next(&more) : of->low[i * of->criteria + from];
            more.high[to] = j == at ? 1 : of->high[i * of->criteria + from];
        }
    }
    sel_ranking ranking = rank(&more, method, arena);
    ck_trial(ranking.spread == expected->spread, of, method);
    for (uint32_t i = 0; i < of->rows; i++) {
        const sel_ranked *a = &expected->order[i];
        const sel_ranked *b = &ranking.order[i];
        ck_trial(a->alternative == b->alternative && a->score == b->score, of, method);
        ck_trial(a->rank_low == b->rank_low && a->rank_high == b->rank_high, of, method);
        ck_trial(a->first_three == b->first_three && a->beats_next == b->beats_next, of, method);
        ck_trial(a->swap_to == b->swap_to, of, method);
        ck_trial(b->contributions[at] == 0, of, method);
    }
}

/* All values halved: the same order for a sum; for a product too, where no value meets the floor.
 */
static void check_scale(const table *of, const sel_ranking_method *method, sel_arena *arena)
{
    table known = *of;
    for (uint32_t i = 0; i < of->rows * of->criteria; i++)
        known.low[i] = known.high[i] = 0.05 + 0.9 * of->low[i];
    table half = known;
    for (uint32_t i = 0; i < of->rows * of->criteria; i++)
        half.low[i] = half.high[i] = known.low[i] / 2;
    sel_ranking whole = rank(&known, method, arena);
    sel_ranking halved = rank(&half, method, arena);
    for (uint32_t i = 0; i < of->rows; i++) {
        const sel_ranked *a = &whole.order[i];
        const sel_ranked *b = place_of(&halved, a->alternative);
        ck_trial(fabs(a->score / 2 - b->score) <= 1.5e-9, of, method);
        ck_trial(fabs(a->first_three - b->first_three) <= 0.005, of, method);
    }
}

/* Just before the weight of the swap the place is still ahead of the next, just after it is not;
 * no change of a weight half as large does it. */
static void check_swaps(const table *of, const sel_ranking_method *method,
                        const sel_ranking *expected, sel_arena *arena)
{
    for (uint32_t i = 0; i + 1 < of->rows; i++) {
        const sel_ranked *place = &expected->order[i];
        if (place->swap_to < 0)
            continue;
        double change = place->swap_to - place->swap_from;
        for (int past = 0; past < 2; past++) {
            table moved = *of;
            double to = place->swap_to + (past == 1 ? 1e-5 : -1e-5) * (change > 0 ? 1 : -1);
            if (!(to > 0 && to < 1) || fabs(change) < 2e-5)
                continue;
            for (uint32_t j = 0; j < of->criteria; j++)
                moved.weights[j] *= (1 - to) / (1 - place->swap_from);
            moved.weights[place->swap_criterion] = to;
            sel_ranking ranking = rank(&moved, method, arena);
            double lead = place_of(&ranking, place->alternative)->score -
                          place_of(&ranking, place[1].alternative)->score;
            ck_trial(past == 1 ? lead <= 0 : lead >= 0, of, method);
        }
    }
}

static void each_trial(void (*check)(const table *, const sel_ranking_method *, sel_arena *))
{
    uint32_t methods = 0;
    const sel_aggregation *const *all = sel_aggregations(&methods);
    for (uint32_t i = 0; i < methods; i++)
        for (uint64_t seed = 0; all[i]->additive != NULL && seed < TRIALS; seed++) {
            sel_arena *arena = sel_arena_create();
            table of = random_table(seed);
            check(&of, all[i]->additive, arena);
            sel_arena_destroy(arena);
        }
}

static void dominance(const table *of, const sel_ranking_method *method, sel_arena *arena)
{
    check_dominance(*of, method, arena);
}

START_TEST(a_dominating_alternative_ranks_first)
{
    each_trial(dominance);
}
END_TEST

static void permutation(const table *of, const sel_ranking_method *method, sel_arena *arena)
{
    if (of->seed % 40 > 1)
        return;
    sel_ranking expected = rank(of, method, arena);
    check_shape(of, method, &expected);
    check_rows(of, method, &expected, arena);
    check_columns(of, method, &expected, arena);
}

START_TEST(order_of_rows_and_columns_does_not_matter)
{
    each_trial(permutation);
}
END_TEST

static void additions(const table *of, const sel_ranking_method *method, sel_arena *arena)
{
    if (of->seed % 40 < 38)
        return;
    sel_ranking expected = rank(of, method, arena);
    check_duplicate(of, method, arena);
    check_no_weight(of, method, &expected, arena);
}

START_TEST(copies_tie_and_criteria_without_weight_are_gone)
{
    each_trial(additions);
}
END_TEST

static void changes(const table *of, const sel_ranking_method *method, sel_arena *arena)
{
    if (of->seed % 80 > 1)
        return;
    sel_ranking expected = rank(of, method, arena);
    check_scale(of, method, arena);
    check_swaps(of, method, &expected, arena);
}

START_TEST(scale_does_not_matter_and_swaps_swap)
{
    each_trial(changes);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {
        a_dominating_alternative_ranks_first, order_of_rows_and_columns_does_not_matter,
        copies_tie_and_criteria_without_weight_are_gone, scale_does_not_matter_and_swaps_swap,

        NULL};
    return run_tests("ranking properties", tests);
}
