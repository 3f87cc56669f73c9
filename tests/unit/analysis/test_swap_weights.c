/* Oracles: weights worked out by hand, and the two ways to find them, which share nothing, beside
 * each other. */
#include "analysis/sensitivity/swap_weights.h"

#include "check_suite.h"
#include "seeded.h"

#include <math.h>

static sel_swaps swaps_of(const sel_aggregation *method, const sel_decision_matrix *matrix,
                          const sel_aggregation_options *options, sel_arena *arena)
{
    sel_swaps found = {0};
    sel_error err = {0};
    sel_status status = sel_swaps_of(method, matrix, options, matrix->rows, arena, &found, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    return found;
}

static sel_swaps swaps_by(const char *method, const sel_decision_matrix *matrix,
                          const double *weights, const char *normalisation, sel_arena *arena)
{
    const sel_aggregation_options options = {
        .weights = weights, .normalisation = sel_normalisation_find(sel_str_of(normalisation))};
    return swaps_of(sel_aggregation_find(sel_str_of(method)), matrix, &options, arena);
}

/* (6, 2, 1) leads (1, 4, 3) by (5, −2, −2), 1.5 in all: level at 2/7, 3/5 and 19/35 on the three
 * criteria, changes of .214, .3 and .343. */
START_TEST(sums_are_level_where_the_lead_is_nothing)
{
    static const double values[] = {1, 6, 4, 2, 3, 1};
    static const double weights[] = {.5, .3, .2};
    sel_arena *arena = sel_arena_create();
    const sel_decision_matrix matrix = {values, 2, 3, NULL};
    sel_swaps found = swaps_by("weighted-sum", &matrix, weights, "as-is", arena);
    ck_assert(found.closed_form);
    ck_assert_uint_eq(found.count, 1);
    ck_assert(found.pairs[0].found && !found.pairs[0].tied);
    ck_assert_uint_eq(found.pairs[0].ahead, 1);
    ck_assert_uint_eq(found.pairs[0].criterion, 0);
    ck_assert_double_eq(found.pairs[0].from, .5);
    ck_assert_double_eq_tol(found.pairs[0].to, 2. / 7, 1e-14);
    sel_arena_destroy(arena);
}
END_TEST

/* Logarithms to base 2: (3, 0, 2) leads (1, 1, 2) by (2, −1, 0), ⅓ in all with weights ⅓ each; on
 * the first criterion level at (½)/(½ + 2) = ⅕, on the second at 1/(1 + 1) = ½, on the third never.
 * The third criterion is a cost of the same for both. */
START_TEST(products_are_level_where_logarithms_are)
{
    static const double values[] = {8, 2, 1, 2, 4, 4};
    static const double weights[] = {1. / 3, 1. / 3, 1. / 3};
    static const bool cost[] = {false, false, true};
    sel_arena *arena = sel_arena_create();
    const sel_decision_matrix matrix = {values, 2, 3, cost};
    sel_swaps found = swaps_by("weighted-product", &matrix, weights, "as-is", arena);
    ck_assert(found.closed_form);
    ck_assert_uint_eq(found.pairs[0].criterion, 0);
    ck_assert_double_eq_tol(found.pairs[0].to, .2, 1e-13);
    sel_arena_destroy(arena);
}
END_TEST

/* By min-max (1, 0, 0) and (0, 1, 1): the first is nearer to the ideal while w₁² > w₂² + w₃². With
 * .6, .3, .1 that ends at .4415 on the first criterion (.1585 away), on the second where
 * x² = (5/7)(1 − x)² (.1580 away), on the third at .366. */
START_TEST(topsis_is_level_where_distances_are)
{
    static const double values[] = {1, 0, 0, 1, 0, 1};
    static const double weights[] = {.6, .3, .1};
    sel_arena *arena = sel_arena_create();
    const sel_decision_matrix matrix = {values, 2, 3, NULL};
    sel_swaps found = swaps_by("topsis", &matrix, weights, "min-max", arena);
    double side = sqrt(5. / 7);
    ck_assert(!found.closed_form);
    ck_assert(found.pairs[0].found);
    ck_assert_uint_eq(found.pairs[0].criterion, 1);
    ck_assert_double_eq_tol(found.pairs[0].to, side / (1 + side), 1e-12);
    sel_arena_destroy(arena);
}
END_TEST

/* What dominates is never overtaken; equal alternatives share a rank; one criterion has no other
 * weight to take from. */
START_TEST(what_cannot_be_swapped_is_said)
{
    static const double values[] = {3, 1, 1, 4, 2, 2};
    static const double halves[] = {.5, .5};
    static const double one[] = {1, 0};
    static const char *const methods[] = {"weighted-sum", "topsis"};
    sel_arena *arena = sel_arena_create();
    const sel_decision_matrix matrix = {values, 3, 2, NULL};
    for (int k = 0; k < 2; k++) {
        sel_swaps found = swaps_by(methods[k], &matrix, halves, "as-is", arena);
        ck_assert_uint_eq(found.count, 2);
        ck_assert(!found.pairs[0].tied && !found.pairs[0].found);
        ck_assert(found.pairs[1].tied && !found.pairs[1].found);
        ck_assert_uint_eq(found.pairs[1].ahead, 1);
        found = swaps_by(methods[k], &matrix, one, "as-is", arena);
        ck_assert(!found.pairs[0].found);
    }
    sel_arena_destroy(arena);
}
END_TEST

enum { ROWS = 6, CRITERIA = 4, TABLES = 40 };

static void draw(uint64_t *state, double *values, double *weights)
{
    double sum = 0;
    for (int at = 0; at < ROWS * CRITERIA; at++)
        values[at] = seeded_unit(state) * 10;
    for (int j = 0; j < CRITERIA; j++)
        sum += weights[j] = .1 + seeded_unit(state);
    for (int j = 0; j < CRITERIA; j++)
        weights[j] /= sum;
}

/* A sum without its closed form is searched like any other method. */
START_TEST(steps_find_what_the_closed_form_finds)
{
    uint64_t state = 77;
    uint32_t swapped = 0;
    const sel_aggregation *sum = sel_aggregation_find(SEL_STR("weighted-sum"));
    sel_aggregation searched = *sum;
    searched.additive = NULL;
    sel_arena *arena = sel_arena_create();
    for (int k = 0; k < TABLES; k++) {
        double values[ROWS * CRITERIA];
        double weights[CRITERIA];
        draw(&state, values, weights);
        const sel_decision_matrix matrix = {values, ROWS, CRITERIA, NULL};
        const sel_aggregation_options options = {.weights = weights, .threads = 1};
        sel_swaps exact = swaps_of(sum, &matrix, &options, arena);
        sel_swaps found = swaps_of(&searched, &matrix, &options, arena);
        ck_assert(exact.closed_form && !found.closed_form);
        for (uint32_t p = 0; p < exact.count; p++) {
            ck_assert_int_eq(exact.pairs[p].found, found.pairs[p].found);
            if (!exact.pairs[p].found)
                continue;
            swapped += 1;
            ck_assert_uint_eq(exact.pairs[p].criterion, found.pairs[p].criterion);
            ck_assert_double_eq_tol(exact.pairs[p].to, found.pairs[p].to, 1e-12);
        }
    }
    ck_assert_uint_gt(swapped, TABLES);
    sel_arena_destroy(arena);
}
END_TEST

/* Lead of the one ahead when its criterion has weight x. */
static double lead_at(const sel_aggregation *method, const sel_decision_matrix *matrix,
                      const double *weights, const sel_swap *pair, double x, sel_arena *arena)
{
    double moved[CRITERIA];
    for (uint32_t j = 0; j < CRITERIA; j++)
        moved[j] = j == pair->criterion ? x : weights[j] * (1 - x) / (1 - pair->from);
    const sel_aggregation_options options = {.weights = moved, .threads = 1};
    sel_aggregation_outcome outcome;
    sel_error err = {0};
    sel_status status = sel_aggregate(method, matrix, &options, arena, &outcome, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    return outcome.scores[pair->ahead] - outcome.scores[pair->behind];
}

/* Just before the weight found the pair is not swapped (MULTIMOORA's ranks tie for a while), just
 * behind it is. */
START_TEST(pairs_swap_at_the_weight_found)
{
    static const char *const methods[] = {"topsis", "vikor", "copras", "promethee", "multimoora"};
    uint64_t state = 78;
    sel_arena *arena = sel_arena_create();
    for (int k = 0; k < 5; k++) {
        const sel_aggregation *method = sel_aggregation_find(sel_str_of(methods[k]));
        double values[ROWS * CRITERIA];
        double weights[CRITERIA];
        draw(&state, values, weights);
        const sel_decision_matrix matrix = {values, ROWS, CRITERIA, NULL};
        const sel_aggregation_options options = {.weights = weights, .threads = 1};
        sel_swaps found = swaps_of(method, &matrix, &options, arena);
        for (uint32_t p = 0; p < found.count; p++) {
            const sel_swap *pair = &found.pairs[p];
            if (!pair->found)
                continue;
            double away = pair->to > pair->from ? 1e-9 : -1e-9;
            ck_assert_double_ge(lead_at(method, &matrix, weights, pair, pair->to - away, arena), 0);
            ck_assert_double_lt(lead_at(method, &matrix, weights, pair, pair->to + away, arena), 0);
        }
    }
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {sums_are_level_where_the_lead_is_nothing,
                                  products_are_level_where_logarithms_are,
                                  topsis_is_level_where_distances_are,
                                  what_cannot_be_swapped_is_said,
                                  steps_find_what_the_closed_form_finds,
                                  pairs_swap_at_the_weight_found,
                                  NULL};
    return run_tests("swap_weights", tests);
}
