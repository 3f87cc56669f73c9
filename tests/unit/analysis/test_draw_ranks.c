#include "analysis/robustness/draw_ranks.h"

#include "check_suite.h"
#include "seeded.h"

enum { ROWS = 70, CRITERIA = 5 };

/* A matrix with every other value known within bounds, above 0; two rows alike. */
typedef struct table {
    double low[ROWS * CRITERIA];
    double high[ROWS * CRITERIA];
    bool cost[CRITERIA];
} table;

static table draw_table(void)
{
    table of = {.cost = {false, true, false, false, true}};
    uint64_t state = 5;
    for (size_t at = 0; at < ROWS * CRITERIA; at++) {
        of.low[at] = 1 + 9 * seeded_unit(&state);
        of.high[at] = of.low[at] + (at % 2 == 0 ? 3 * seeded_unit(&state) : 0);
    }
    for (size_t j = 0; j < CRITERIA; j++) {
        of.low[j * ROWS + 7] = of.high[j * ROWS + 7] = of.low[j * ROWS + 8];
        of.high[j * ROWS + 8] = of.low[j * ROWS + 8];
    }
    return of;
}

/* What sel_aggregate says of the same values under the same weights is the oracle: the terms of an
 * additive method must lead to the same ranks, and to the same first ones. */
static void check_draws(const char *method, const sel_normalisation *normalisation)
{
    const table of = draw_table();
    const double stated[CRITERIA] = {.3, .2, 0, .4, .1};
    const double low[CRITERIA] = {0, 0, 0, 0, 0};
    const double high[CRITERIA] = {20, 20, 20, 20, 20};
    const double floor = .01;
    const bool product = sel_aggregation_find(SEL_STR("weighted-product")) ==
                         sel_aggregation_find(sel_str_of(method));
    const sel_acceptability_options options = {
        .method = sel_aggregation_find(sel_str_of(method)),
        .aggregation = {.weights = stated,
                        .normalisation = normalisation,
                        .goal_low = low,
                        .goal_high = high,
                        .parameters = {product ? &floor : NULL},
                        .threads = 1},
        .seed = 3};
    const sel_uncertain_matrix matrix = {of.low, of.high, ROWS, CRITERIA, of.cost, NULL};
    sel_arena *arena = sel_arena_create();
    sel_draw_source source;
    sel_error err = {0};
    ck_assert_msg(sel_draw_source_make(&matrix, &options, arena, &source, &err) == SEL_OK, "%s",
                  err.message);
    ck_assert_ptr_nonnull(source.terms);
    sel_draw_space space = sel_draw_space_make(&source, arena);
    for (uint32_t draw = 0; draw < 20; draw++) {
        const double weights[] = {.1 + .02 * draw, .2, .5 - .02 * draw, .2};
        const double all[] = {weights[0], weights[1], 0, weights[2], weights[3]};
        if (draw > 0)
            ck_assert_int_eq(sel_draw_move(&source, draw, &space, &err), SEL_OK);
        ck_assert_int_eq(sel_draw_rank(&source, weights, &space, &err), SEL_OK);
        const sel_decision_matrix moved = {space.values, ROWS, CRITERIA, of.cost};
        sel_aggregation_options again = options.aggregation;
        again.weights = all;
        sel_aggregation_outcome outcome;
        ck_assert_int_eq(sel_aggregate(options.method, &moved, &again, arena, &outcome, &err),
                         SEL_OK);
        ck_assert_mem_eq(space.ranks, outcome.ranks, ROWS * sizeof *space.ranks);
        for (uint32_t row = 0; row < ROWS; row++) {
            bool first;
            ck_assert_int_eq(sel_draw_first(&source, weights, row, &space, &first, &err), SEL_OK);
            ck_assert_int_eq(first, outcome.ranks[row] == 1);
        }
    }
    sel_arena_destroy(space.arena);
    sel_arena_destroy(arena);
}

START_TEST(terms_rank_as_the_method_does)
{
    uint32_t count;
    const sel_normalisation *const *rows = sel_normalisations(&count);
    for (uint32_t i = 0; i < count; i++) {
        check_draws("weighted-sum", rows[i]);
        check_draws("weighted-product", rows[i]);
    }
}
END_TEST

/* Values move between their bounds, known ones stay, and a draw is the same whenever it is made. */
START_TEST(a_draw_depends_on_its_number_only)
{
    const table of = draw_table();
    const double stated[CRITERIA] = {.2, .2, .2, .2, .2};
    const sel_acceptability_options options = {.method = sel_aggregation_find(SEL_STR("topsis")),
                                               .aggregation = {.weights = stated, .threads = 1},
                                               .seed = 3};
    const sel_uncertain_matrix matrix = {of.low, of.high, ROWS, CRITERIA, of.cost, NULL};
    sel_arena *arena = sel_arena_create();
    sel_draw_source source;
    sel_error err = {0};
    ck_assert_int_eq(sel_draw_source_make(&matrix, &options, arena, &source, &err), SEL_OK);
    sel_draw_space one = sel_draw_space_make(&source, arena);
    sel_draw_space two = sel_draw_space_make(&source, arena);
    ck_assert_int_eq(sel_draw_move(&source, 9, &one, &err), SEL_OK);
    ck_assert_int_eq(sel_draw_move(&source, 4, &two, &err), SEL_OK);
    ck_assert_mem_ne(one.values, two.values, sizeof of.low);
    ck_assert_int_eq(sel_draw_move(&source, 9, &two, &err), SEL_OK);
    ck_assert_mem_eq(one.values, two.values, sizeof of.low);
    for (size_t at = 0; at < ROWS * CRITERIA; at++) {
        ck_assert_double_ge(one.values[at], of.low[at]);
        ck_assert_double_le(one.values[at], of.high[at]);
    }
    sel_arena_destroy(one.arena);
    sel_arena_destroy(two.arena);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {terms_rank_as_the_method_does, a_draw_depends_on_its_number_only, NULL};
    return run_tests("draw_ranks", tests);
}
