/* Runs of a sensitivity study keep what did not change since the run before. Whatever came before,
 * a run must give what the aggregation gives for the same values, weights and normalisation. */
#include "analysis/sensitivity/ranking_runs.h"

#include "analysis/robustness/counter_random.h"
#include "check_suite.h"
#include "seeded.h"

#include <string.h>

enum { ROWS = 9, CRITERIA = 5, POINTS = 60, TABLES = 40, METHODS = 7, SCALES = 5 };
enum { METHOD = 0, SCALE, LEFT_OUT, FIRST_DATA, SECOND_DATA, COORDINATES };

typedef struct table {
    double values[ROWS * CRITERIA];
    double low[ROWS * CRITERIA];
    double high[ROWS * CRITERIA];
    bool cost[CRITERIA];
    double weights[CRITERIA];
    int data[CRITERIA];
} table;

/* Criterion 4 has no weight; criterion 3 is known; the others belong to two groups. */
static table drawn_table(uint64_t *state)
{
    table drawn = {
        .weights = {.3, .25, .2, .25, 0},
        .data = {FIRST_DATA, SECOND_DATA, FIRST_DATA, SEL_NO_COORDINATE, SEL_NO_COORDINATE}};
    for (int j = 0; j < CRITERIA; j++)
        drawn.cost[j] = seeded_unit(state) < .4;
    for (int at = 0; at < ROWS * CRITERIA; at++) {
        drawn.low[at] = 1 + 9 * seeded_unit(state);
        drawn.high[at] = drawn.low[at] + (at / ROWS < 3 ? seeded_unit(state) : 0);
        drawn.values[at] = (drawn.low[at] + drawn.high[at]) / 2;
    }
    return drawn;
}

static void choose_methods(sel_sensitivity_study *study)
{
    static const char *const methods[METHODS] = {"weighted-sum",    "topsis",     "vikor",
                                                 "promethee",       "multimoora", "electre-1",
                                                 "weighted-product"};
    static const double floor = .05;
    static const char *const scales[SCALES] = {"min-max", "z-score", "vector", "rank", "as-is"};
    for (int k = 0; k < METHODS; k++) {
        study->aggregations[k] = sel_aggregation_find(sel_str_of(methods[k]));
        ck_assert_ptr_nonnull(study->aggregations[k]);
    }
    for (int k = 0; k < SCALES; k++)
        study->normalisations[k] = sel_normalisation_find(sel_str_of(scales[k]));
    study->parameters[METHODS - 1][0] = &floor;
    study->aggregation_count = METHODS;
    study->normalisation_count = SCALES;
}

/* Ranks by the words of the headers, without anything kept. */
static void rank_plainly(const sel_ranking_runs *runs, const double *point, sel_arena *arena,
                         const uint32_t **ranks)
{
    const sel_sensitivity_study *study = runs->study;
    double values[ROWS * CRITERIA];
    double weights[CRITERIA];
    memcpy(values, study->matrix.values, sizeof values);
    for (uint32_t at = 0; at < ROWS * CRITERIA; at++) {
        uint64_t world;
        int of = runs->data[at / ROWS];
        if (of == SEL_NO_COORDINATE)
            continue;
        memcpy(&world, &point[of], sizeof world);
        uint64_t stream = sel_random_stream(world, SEL_RANDOM_DATA, at / ROWS);
        values[at] = study->low[at] +
                     (study->high[at] - study->low[at]) * sel_random_uniform(stream, at % ROWS);
    }
    uint32_t out = (uint32_t)(point[LEFT_OUT] * 5); /* none, or one of four */
    double left = out == 0 ? 1 : 1 - study->weights[out - 1];
    for (uint32_t j = 0; j < CRITERIA; j++)
        weights[j] = j + 1 == out ? 0 : study->weights[j] / left;
    uint32_t method = (uint32_t)(point[METHOD] * METHODS);
    const sel_normalisation *scale = study->normalisations[(uint32_t)(point[SCALE] * SCALES)];
    const sel_aggregation *aggregation = study->aggregations[method];
    const sel_aggregation_options options = {.weights = weights,
                                             .normalisation =
                                                 aggregation->normalisation_fixed ? NULL : scale,
                                             .parameters = {study->parameters[method][0]},
                                             .threads = 1};
    const sel_decision_matrix matrix = {values, ROWS, CRITERIA, study->matrix.cost};
    sel_aggregation_outcome outcome;
    sel_error err = {0};
    sel_status status = sel_aggregate(aggregation, &matrix, &options, arena, &outcome, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    *ranks = outcome.ranks;
}

/* Most coordinates stay as they were, as they do in a design. */
static void check_runs(const sel_ranking_runs *runs, uint64_t *state)
{
    sel_arena *arena = sel_arena_create();
    sel_arena *scratch = sel_arena_create();
    void *kept = sel_ranking_runs_start(runs, arena);
    double point[COORDINATES] = {.1, .1, .1, .1, .1};
    for (int k = 0; k < POINTS; k++) {
        double outputs[ROWS + 1];
        const uint32_t *ranks = NULL;
        sel_error err = {0};
        point[(int)(seeded_unit(state) * COORDINATES)] = .001 + .998 * seeded_unit(state);
        sel_arena_reset(scratch);
        sel_status status = sel_ranking_runs_evaluate(runs, kept, scratch, point, outputs, &err);
        ck_assert_msg(status == SEL_OK, "%s", err.message);
        rank_plainly(runs, point, arena, &ranks);
        double shift = 0;
        for (uint32_t i = 0; i < ROWS; i++) {
            ck_assert_double_eq(outputs[i], ranks[i]);
            shift += outputs[i] > i + 1 ? outputs[i] - (i + 1) : i + 1 - outputs[i];
        }
        ck_assert_double_eq_tol(outputs[ROWS], shift / ROWS, 1e-12);
    }
    sel_arena_destroy(scratch);
    sel_arena_destroy(arena);
}

START_TEST(what_is_kept_changes_nothing)
{
    static const uint32_t weighted[] = {0, 1, 2, 3};
    static const uint32_t rows[ROWS] = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    static const uint32_t central[ROWS] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    uint64_t state = 20260201;
    for (int k = 0; k < TABLES; k++) {
        table drawn = drawn_table(&state);
        sel_sensitivity_study study = {.matrix = {drawn.values, ROWS, CRITERIA, drawn.cost},
                                       .low = drawn.low,
                                       .high = drawn.high,
                                       .weights = drawn.weights};
        choose_methods(&study);
        sel_ranking_runs runs = {.study = &study,
                                 .normalisation = SCALE,
                                 .aggregation = METHOD,
                                 .left_out = LEFT_OUT,
                                 .weights = SEL_NO_COORDINATE,
                                 .data = drawn.data,
                                 .weighted = weighted,
                                 .weighted_count = 4,
                                 .choices = study.normalisations,
                                 .choice_count = SCALES,
                                 .central_ranks = central,
                                 .alternatives = rows,
                                 .places = ROWS};
        sel_arena *arena = sel_arena_create();
        sel_error err = {0};
        sel_status status = sel_additive_runs_make(&study, study.normalisations, SCALES, arena,
                                                   &runs.additive, &err);
        ck_assert_msg(status == SEL_OK, "%s", err.message);
        check_runs(&runs, &state);
        sel_arena_destroy(arena);
    }
}
END_TEST

static sel_ranking_sensitivity drawn_sensitivity(const table *of, int threads, sel_arena *arena)
{
    sel_sensitivity_study study = {
        .matrix = {of->values, ROWS, CRITERIA, of->cost},
        .low = of->low,
        .high = of->high,
        .weights = of->weights,
        .weights_move = true,
        .leave_out = true,
        .places = 3,
        .plan = {.base_points = 128, .samples = 39, .seed = 9, .threads = threads}};
    choose_methods(&study);
    sel_ranking_sensitivity found = {0};
    sel_error err = {0};
    sel_status status = sel_ranking_sensitivity_of(&study, arena, &found, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    return found;
}

static bool same_index(const sel_index *a, const sel_index *b)
{
    return a->value == b->value && a->low == b->low && a->high == b->high && a->error == b->error;
}

static bool same_indices(const sel_factor_indices *a, const sel_factor_indices *b, uint32_t count)
{
    bool same = true;
    for (uint32_t i = 0; i < count; i++)
        same = same && same_index(&a[i].first, &b[i].first) && same_index(&a[i].total, &b[i].total);
    return same;
}

START_TEST(threads_leave_no_trace)
{
    uint64_t state = 20260202;
    sel_arena *arena = sel_arena_create();
    table drawn = drawn_table(&state);
    sel_ranking_sensitivity one = drawn_sensitivity(&drawn, 1, arena);
    ck_assert_uint_eq(one.factor_count, 5);
    for (int threads = 2; threads <= 3; threads++) {
        sel_ranking_sensitivity more = drawn_sensitivity(&drawn, threads, arena);
        for (uint32_t o = 0; o < 4; o++) {
            ck_assert(one.indices.outputs[o].defined);
            ck_assert(
                same_indices(one.indices.outputs[o].factors, more.indices.outputs[o].factors, 5));
        }
    }
    sel_arena_destroy(arena);
}
END_TEST

/* Known values only: which numbers are drawn for which alternative depends on its row. */
START_TEST(order_of_alternatives_changes_nothing)
{
    uint64_t state = 20260203;
    sel_arena *arena = sel_arena_create();
    table drawn = drawn_table(&state);
    memcpy(drawn.low, drawn.values, sizeof drawn.low);
    memcpy(drawn.high, drawn.values, sizeof drawn.high);
    table turned = drawn;
    for (int at = 0; at < ROWS * CRITERIA; at++)
        turned.values[at] = drawn.values[at / ROWS * ROWS + ROWS - 1 - at % ROWS];
    memcpy(turned.low, turned.values, sizeof turned.low);
    memcpy(turned.high, turned.values, sizeof turned.high);
    sel_ranking_sensitivity one = drawn_sensitivity(&drawn, 2, arena);
    sel_ranking_sensitivity other = drawn_sensitivity(&turned, 2, arena);
    for (uint32_t place = 0; place < 3; place++)
        ck_assert_uint_eq(one.alternatives[place], ROWS - 1 - other.alternatives[place]);
    for (uint32_t o = 0; o < 4; o++)
        ck_assert(same_indices(one.indices.outputs[o].factors, other.indices.outputs[o].factors,
                               one.factor_count));
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {what_is_kept_changes_nothing, threads_leave_no_trace,
                                  order_of_alternatives_changes_nothing, NULL};
    return run_tests("ranking_runs", tests);
}
