/* What robustness must keep for every method, over seeded random tables. The trial's number is
 * printed on failure and is its seed. */
#include "analysis/robustness/acceptability.h"

#include "check_suite.h"
#include "seeded.h"

#include <math.h>
#include <string.h>

enum { TRIALS = 2, ROWS_MOST = 7, CRITERIA_MOST = 4, DRAWS = 1024 };
enum { CELLS = ROWS_MOST * CRITERIA_MOST };

/* A table whose row 0 dominates, with margins that bounds do not close. */
typedef struct trial {
    uint32_t seed;
    uint32_t rows;
    uint32_t criteria;
    double low[CELLS];
    double high[CELLS];
    bool cost[CRITERIA_MOST];
    uint64_t keys[ROWS_MOST];
    double weights[CRITERIA_MOST];
} trial;

static trial draw_trial(uint32_t seed)
{
    uint64_t state = seed;
    trial of = {.seed = seed};
    of.rows = 3 + seeded_below(&state, ROWS_MOST - 2);
    of.criteria = 2 + seeded_below(&state, CRITERIA_MOST - 1);
    for (uint32_t i = 0; i < of.rows; i++)
        of.keys[i] = seeded_bits(&state);
    double sum = 0;
    for (uint32_t j = 0; j < of.criteria; j++) {
        of.cost[j] = j > 0 && seeded_below(&state, 2) == 1;
        of.weights[j] = .1 + seeded_unit(&state);
        sum += of.weights[j];
        for (uint32_t i = 0; i < of.rows; i++) {
            double value = 2 + 3 * seeded_unit(&state);
            if (i == 0)
                value = of.cost[j] ? 1 : 7;
            of.low[j * of.rows + i] = value;
            of.high[j * of.rows + i] = value + (seeded_below(&state, 2) == 1 ? .5 : 0);
        }
    }
    for (uint32_t j = 0; j < of.criteria; j++)
        of.weights[j] /= sum;
    return of;
}

/* The same alternatives, the last first. */
static trial turn(const trial *of)
{
    trial turned = *of;
    for (uint32_t i = 0; i < of->rows; i++) {
        uint32_t to = of->rows - 1 - i;
        turned.keys[to] = of->keys[i];
        for (uint32_t j = 0; j < of->criteria; j++) {
            turned.low[j * of->rows + to] = of->low[j * of->rows + i];
            turned.high[j * of->rows + to] = of->high[j * of->rows + i];
        }
    }
    return turned;
}

static sel_acceptability compute(const trial *of, const sel_aggregation *method, int threads,
                                 sel_arena *arena)
{
    const sel_uncertain_matrix matrix = {of->low,      of->high, of->rows,
                                         of->criteria, of->cost, of->keys};
    const double shape = 2; /* PROMETHEE's V: usual criteria ignore how much */
    const double shapes[CRITERIA_MOST] = {shape, shape, shape, shape};
    const double full[CRITERIA_MOST] = {1, 1, 1, 1};
    const bool flows = strcmp(method->name, "promethee") == 0;
    const sel_acceptability_options options = {
        .method = method,
        .aggregation = {.weights = of->weights,
                        .parameters = {flows ? shapes : NULL, NULL, flows ? full : NULL},
                        .threads = threads},
        .draws = DRAWS,
        .seed = of->seed + 1,
    };
    sel_acceptability found;
    sel_error err = {0};
    ck_assert_msg(sel_acceptability_compute(&matrix, &options, arena, &found, &err) == SEL_OK,
                  "trial %u, %s: %s", of->seed, method->name, err.message);
    return found;
}

enum { ROUNDS = 4 };

static void list_rounds(const sel_acceptability *of, const sel_acceptability_round **rounds)
{
    rounds[0] = &of->weights;
    rounds[1] = &of->weights_and_data;
    rounds[2] = &of->all_weightings;
    rounds[3] = &of->all_weightings_and_data;
}

/* Shares of an alternative sum to 1. Those of a rank do when nothing ties; ties share the best
 * rank, so that the shares of the first ranks together are never below their number. */
static void check_sums(const trial *of, const sel_aggregation *method,
                       const sel_acceptability_round *round)
{
    double cumulated = 0;
    for (uint32_t r = 0; r < of->rows; r++) {
        for (uint32_t place = 0; place < of->rows; place++)
            cumulated += round->places[place].ranks[r];
        ck_assert_msg(cumulated >= r + 1 - 1e-9, "trial %u, %s", of->seed, method->name);
        if (strcmp(method->name, "weighted-sum") == 0 || strcmp(method->name, "topsis") == 0)
            ck_assert_msg(fabs(cumulated - r - 1) < 1e-9, "trial %u, %s, rank %u", of->seed,
                          method->name, r + 1);
    }
    for (uint32_t place = 0; place < of->rows; place++) {
        const sel_acceptance *here = &round->places[place];
        double sum = 0;
        double expected = 0;
        for (uint32_t r = 0; r < of->rows; r++) {
            sum += here->ranks[r];
            expected += here->ranks[r] * (r + 1);
        }
        ck_assert_msg(fabs(sum - 1) < 1e-12 && fabs(expected - here->expected_rank) < 1e-9,
                      "trial %u, %s", of->seed, method->name);
        for (uint32_t other = 0; other < of->rows; other++)
            ck_assert_double_eq_tol(here->wins[other] + round->places[other].wins[place], 1, 1e-12);
    }
}

/* ELECTRE I and MULTIMOORA may let others share the first rank; none may keep the dominating one
 * from it. */
static void check_dominance(const trial *of, const sel_aggregation *method,
                            const sel_acceptability *found, const sel_acceptability_round *round)
{
    for (uint32_t place = 0; place < of->rows; place++)
        if (found->order[place] == 0)
            ck_assert_msg(round->places[place].first == 1 && round->places[place].confidence == 1,
                          "trial %u, %s: first in %g", of->seed, method->name,
                          round->places[place].first);
}

/* Everything of a place, to the last bit. */
static void check_same(const trial *of, const sel_aggregation *method,
                       const sel_acceptability_round *a, const sel_acceptability_round *b)
{
    ck_assert_double_eq(a->spread, b->spread);
    for (uint32_t place = 0; place < of->rows; place++) {
        const sel_acceptance *x = &a->places[place];
        const sel_acceptance *y = &b->places[place];
        bool same = x->rank_low == y->rank_low && x->rank_median == y->rank_median &&
                    x->rank_high == y->rank_high && x->expected_rank == y->expected_rank &&
                    x->first_three == y->first_three && x->beats_next == y->beats_next &&
                    x->tied_with_next == y->tied_with_next && x->confidence == y->confidence &&
                    memcmp(x->ranks, y->ranks, of->rows * sizeof *x->ranks) == 0 &&
                    memcmp(x->wins, y->wins, of->rows * sizeof *x->wins) == 0 &&
                    (x->central == NULL) == (y->central == NULL) &&
                    (x->central == NULL ||
                     memcmp(x->central, y->central, of->criteria * sizeof *x->central) == 0);
        ck_assert_msg(same, "trial %u, %s, place %u", of->seed, method->name, place + 1);
    }
}

static void try(uint32_t seed, const sel_aggregation *method)
{
    const trial of = draw_trial(seed);
    const trial turned = turn(&of);
    sel_arena *arena = sel_arena_create();
    const sel_acceptability found = compute(&of, method, 1, arena);
    const sel_acceptability other = compute(&turned, method, 2, arena);
    const sel_acceptability_round *rounds[ROUNDS];
    const sel_acceptability_round *others[ROUNDS];
    list_rounds(&found, rounds);
    list_rounds(&other, others);
    for (uint32_t place = 0; place < of.rows; place++)
        ck_assert_uint_eq(found.order[place], of.rows - 1 - other.order[place]);
    for (int k = 0; k < ROUNDS; k++) {
        check_sums(&of, method, rounds[k]);
        check_dominance(&of, method, &found, rounds[k]);
        check_same(&of, method, rounds[k], others[k]);
    }
    sel_arena_destroy(arena);
}

START_TEST(every_method)
{
    uint32_t count;
    const sel_aggregation *const *methods = sel_aggregations(&count);
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t seed = 1; seed <= TRIALS; seed++)
            try(seed, methods[i]);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {every_method, NULL};
    return run_tests("acceptability_properties", tests);
}
