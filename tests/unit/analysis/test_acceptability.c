#include "analysis/robustness/acceptability.h"

#include "check_suite.h"

#include <math.h>
#include <string.h>

enum { DRAWS = 65536 };

/* A weighted sum of values as they are, so that exact shares can be worked out by hand. */
static sel_acceptability_options plain(const double *weights, uint32_t draws)
{
    return (sel_acceptability_options){
        .method = sel_aggregation_find(SEL_STR("weighted-sum")),
        .aggregation = {.weights = weights,
                        .normalisation = sel_normalisation_find(SEL_STR("as-is")),
                        .threads = 2},
        .draws = draws,
        .seed = 20260101,
    };
}

static sel_acceptability compute(const sel_uncertain_matrix *matrix,
                                 const sel_acceptability_options *options, sel_arena *arena)
{
    sel_acceptability found;
    sel_error err = {0};
    ck_assert_msg(sel_acceptability_compute(matrix, options, arena, &found, &err) == SEL_OK, "%s",
                  err.message);
    return found;
}

static void check_refused(const sel_uncertain_matrix *matrix,
                          const sel_acceptability_options *options, sel_status status,
                          const char *says)
{
    sel_arena *arena = sel_arena_create();
    sel_acceptability found;
    sel_error err = {0};
    ck_assert_int_eq(sel_acceptability_compute(matrix, options, arena, &found, &err), status);
    ck_assert_msg(strstr(err.message, says) != NULL, "%s", err.message);
    sel_arena_destroy(arena);
}

static const sel_acceptance *place_of(const sel_acceptability *found,
                                      const sel_acceptability_round *of, uint32_t row)
{
    for (uint32_t place = 0; place < found->followed; place++)
        if (found->order[place] == row)
            return &of->places[place];
    ck_abort_msg("alternative %u has no place", row);
    return NULL;
}

/* Reference case smaa2_exact_3criteria_4alts: shares and central weights as exact areas of polygons
 * on the triangle of all weightings, by rational arithmetic outside of this program. */
static const double FOUR[] = {.9, .5, .3, .6, .2, .7, .5, .5, .4, .3, .9, .5};

START_TEST(exact_shares_of_four)
{
    static const double exact[4][4] = {{452.0 / 1485, 883.0 / 11880, 77.0 / 360, 11.0 / 27},
                                       {25.0 / 108, 23.0 / 216, 47.0 / 144, 145.0 / 432},
                                       {299.0 / 660, 3359.0 / 27720, 851.0 / 5040, 37.0 / 144},
                                       {1.0 / 90, 1759.0 / 2520, 733.0 / 2520, 0}};
    const double equal[] = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    const sel_uncertain_matrix matrix = {FOUR, FOUR, 4, 3, NULL, NULL};
    const sel_acceptability_options options = plain(equal, DRAWS);
    sel_arena *arena = sel_arena_create();
    const sel_acceptability found = compute(&matrix, &options, arena);
    ck_assert_uint_eq(found.draws, DRAWS);
    ck_assert_uint_eq(found.ranks_kept, 4);
    ck_assert_int_eq(found.all_weightings.source, SEL_WEIGHTS_SOBOL);
    for (uint32_t i = 0; i < 4; i++) {
        const sel_acceptance *place = place_of(&found, &found.all_weightings, i);
        double expected = 0;
        for (uint32_t r = 0; r < 4; r++) {
            double error = place->spreads[r] / 4;
            ck_assert_double_le(fabs(place->ranks[r] - exact[i][r]), 4 * error);
            ck_assert_double_le(error, 5e-4);
            ck_assert_double_le(place->spreads[r], found.all_weightings.spread);
            expected += exact[i][r] * (r + 1);
        }
        ck_assert_double_eq_tol(place->expected_rank, expected, 3e-3);
        ck_assert_double_eq(place->first, place->ranks[0]);
        ck_assert_double_eq_tol(place->first_three, 1 - exact[i][3], 2e-3);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* Plain random draws would have a standard error of at most ¼ / √firsts: the deviation of a weight
 * within so small a part of the triangle is below ¼. Four of these; with known values the first
 * place under central weights is certain, because the weightings that give it are convex. */
START_TEST(exact_central_weights_of_four)
{
    static const double exact[4][3] = {{15643.0 / 24860, 6983.0 / 40680, 89093.0 / 447480},
                                       {53.0 / 225, 146.0 / 225, 26.0 / 225},
                                       {27089.0 / 148005, 7531.0 / 26910, 52997.0 / 98670},
                                       {53.0 / 135, 199.0 / 540, 43.0 / 180}};
    const double equal[] = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    const sel_uncertain_matrix matrix = {FOUR, FOUR, 4, 3, NULL, NULL};
    const sel_acceptability_options options = plain(equal, DRAWS);
    sel_arena *arena = sel_arena_create();
    const sel_acceptability found = compute(&matrix, &options, arena);
    for (uint32_t i = 0; i < 4; i++) {
        const sel_acceptance *place = place_of(&found, &found.all_weightings, i);
        ck_assert_double_eq(place->confidence, 1);
        for (int j = 0; j < 3; j++)
            ck_assert_double_eq_tol(place->central[j], exact[i][j],
                                    4 * .25 / sqrt(place->first * DRAWS));
    }
    ck_assert(!found.all_weightings_and_data.data_moved);
    ck_assert_uint_eq(found.all_weightings.confidence_draws, 1);
    sel_arena_destroy(arena);
}
END_TEST

/* A of (1, 0) is ahead of B of (0, ½) when w₁ > ⅓: two thirds of all weightings, and w₁ is ⅔ in the
 * mean there, ⅙ in the rest. */
START_TEST(two_alternatives_by_hand)
{
    const double values[] = {1, 0, 0, .5};
    const double weights[] = {.2, .8};
    const sel_uncertain_matrix matrix = {values, values, 2, 2, NULL, NULL};
    sel_acceptability_options options = plain(weights, DRAWS);
    options.concentration = 100;
    sel_arena *arena = sel_arena_create();
    const sel_acceptability found = compute(&matrix, &options, arena);
    ck_assert_uint_eq(found.order[0], 1);
    const sel_acceptance *b = &found.all_weightings.places[0];
    const sel_acceptance *a = &found.all_weightings.places[1];
    ck_assert_double_eq_tol(a->first, 2.0 / 3, a->spreads[0] + 1e-12);
    ck_assert_double_eq_tol(b->beats_next, 1.0 / 3, b->spreads[0] + 1e-12);
    ck_assert_double_eq(b->wins[1], b->beats_next);
    ck_assert_double_eq(a->wins[0], 1 - b->beats_next);
    ck_assert_double_eq(a->wins[1], .5);
    ck_assert_double_eq(a->beats_next, .5);
    ck_assert_double_eq_tol(a->expected_rank, 4.0 / 3, 1e-3);
    ck_assert_double_eq_tol(a->central[0], 2.0 / 3, 1e-3);
    ck_assert_double_eq_tol(b->central[1], 5.0 / 6, 1e-3);
    ck_assert_uint_eq(a->rank_low, 1);
    ck_assert_uint_eq(a->rank_median, 1);
    ck_assert_uint_eq(a->rank_high, 2);
    ck_assert_uint_eq(b->rank_median, 2);
    /* Beta(20, 80) is above ⅓ with a probability of .0014 (R 4.2: pbeta(1/3, 20, 80, FALSE)). */
    ck_assert_uint_eq(found.weights.places[0].rank_high, 1);
    ck_assert(b->tied_with_next && !a->tied_with_next);
    ck_assert(!found.weights.places[0].tied_with_next);
    ck_assert_uint_eq(found.weights.draws, DRAWS);
    ck_assert_double_eq(found.concentration, 100);
    sel_arena_destroy(arena);
}
END_TEST

/* One criterion: nothing but the data moves. A even on [0, 1] is ahead of B even on [½, 1½] with
 * the probability ⅛, the area of a triangle. */
START_TEST(one_criterion_draws_no_weights)
{
    const double low[] = {0, .5};
    const double high[] = {1, 1.5};
    const double weights[] = {1};
    const sel_uncertain_matrix matrix = {low, high, 2, 1, NULL, NULL};
    const sel_acceptability_options options = plain(weights, DRAWS);
    sel_arena *arena = sel_arena_create();
    const sel_acceptability found = compute(&matrix, &options, arena);
    ck_assert_int_eq(found.weights.source, SEL_WEIGHTS_FIXED);
    ck_assert_double_eq(found.concentration, 0);
    ck_assert_double_eq(found.weights.places[0].first, 1);
    ck_assert_double_eq(found.weights.spread, 0);
    ck_assert(!found.weights.data_moved && found.weights_and_data.data_moved);
    const sel_acceptance *b = &found.weights_and_data.places[0];
    const sel_acceptance *a = &found.weights_and_data.places[1];
    ck_assert_double_eq_tol(a->first, .125, 4 * a->spreads[0] / 4);
    ck_assert_double_eq_tol(b->beats_next, .875, 4 * b->spreads[0] / 4);
    ck_assert_double_eq(a->central[0], 1);
    ck_assert_double_eq(a->confidence, a->first);
    ck_assert_uint_eq(found.weights_and_data.confidence_draws, DRAWS);
    ck_assert_double_eq(found.all_weightings_and_data.places[0].first, b->first);
    sel_arena_destroy(arena);
}
END_TEST

/* With constraints, the weightings around the stated ones are all that keep them: w₁ >= w₂ leaves
 * w₁ even on [½, 1], where A of (1, 0) is ahead of B of (0, 2) when w₁ > ⅔. */
START_TEST(constraints_take_the_place_of_the_stated_weights)
{
    const double values[] = {1, 0, 0, 2};
    const double weights[] = {.5, .5};
    const sel_weight_order order = {0, 1};
    const sel_weight_constraints constraints = {&order, 1, NULL, NULL};
    const sel_uncertain_matrix matrix = {values, values, 2, 2, NULL, NULL};
    sel_acceptability_options options = plain(weights, DRAWS);
    options.constraints = &constraints;
    sel_arena *arena = sel_arena_create();
    const sel_acceptability found = compute(&matrix, &options, arena);
    const sel_acceptance *a = place_of(&found, &found.weights, 0);
    ck_assert_double_eq_tol(a->first, 2.0 / 3, a->spreads[0] + 1e-12);
    ck_assert_double_eq_tol(a->central[0], 5.0 / 6, 1e-3);
    ck_assert_int_eq(found.weights.source, SEL_WEIGHTS_SOBOL);
    ck_assert_uint_eq(found.weights.tried, DRAWS);
    ck_assert_double_eq(found.concentration, 0);
    a = place_of(&found, &found.all_weightings, 0);
    ck_assert_double_eq_tol(a->first, 1.0 / 3, a->spreads[0] + 1e-12);
    sel_arena_destroy(arena);
    const double other[] = {.4, .6};
    options.aggregation.weights = other;
    check_refused(&matrix, &options, SEL_BAD_INPUT, "do not keep");
    const sel_weight_order both[] = {{0, 1}, {1, 0}};
    options.constraints = &(sel_weight_constraints){both, 2, NULL, NULL};
    check_refused(&matrix, &options, SEL_BAD_INPUT, "circle");
}
END_TEST

START_TEST(all_weightings_may_be_left_out)
{
    double high[12];
    for (int k = 0; k < 12; k++)
        high[k] = FOUR[k] + .1;
    const double equal[] = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    const sel_uncertain_matrix matrix = {FOUR, high, 4, 3, NULL, NULL};
    sel_acceptability_options options = plain(equal, 4096);
    sel_arena *arena = sel_arena_create();
    const sel_acceptability both = compute(&matrix, &options, arena);
    options.around_only = true;
    const sel_acceptability one = compute(&matrix, &options, arena);
    ck_assert_ptr_null(one.all_weightings.places);
    ck_assert_ptr_null(one.all_weightings_and_data.places);
    for (uint32_t place = 0; place < 4; place++) {
        ck_assert_mem_eq(one.weights.places[place].ranks, both.weights.places[place].ranks,
                         4 * sizeof(double));
        ck_assert_mem_eq(one.weights_and_data.places[place].ranks,
                         both.weights_and_data.places[place].ranks, 4 * sizeof(double));
    }
    ck_assert_double_eq(one.weights_and_data.spread, both.weights_and_data.spread);
    sel_arena_destroy(arena);
}
END_TEST

/* A criterion of weight 0 gets no central weight and leaves everything as if it were not there, and
 * so does a constraint on it. */
START_TEST(weight_zero_stays_zero)
{
    double low[12];
    double high[12];
    for (int k = 0; k < 12; k++) {
        low[k] = FOUR[k];
        high[k] = low[k] + .1;
    }
    double more_low[16];
    double more_high[16];
    memcpy(more_low, low, 4 * sizeof *low);
    memcpy(more_high, high, 4 * sizeof *high);
    memcpy(more_low + 8, low + 4, 8 * sizeof *low);
    memcpy(more_high + 8, high + 4, 8 * sizeof *high);
    for (int k = 4; k < 8; k++) {
        more_low[k] = 5 * k;
        more_high[k] = 100;
    }
    const double weights[] = {.5, .3, .2};
    const double more_weights[] = {.5, 0, .3, .2};
    const sel_weight_order order = {0, 1};
    const sel_weight_order more_orders[] = {{0, 1}, {0, 2}};
    const sel_uncertain_matrix matrix = {low, high, 4, 3, NULL, NULL};
    const sel_uncertain_matrix more_matrix = {more_low, more_high, 4, 4, NULL, NULL};
    sel_acceptability_options options = plain(weights, 4096);
    sel_acceptability_options more_options = plain(more_weights, 4096);
    options.constraints = &(sel_weight_constraints){&order, 1, NULL, NULL};
    more_options.constraints = &(sel_weight_constraints){more_orders, 2, NULL, NULL};
    sel_arena *arena = sel_arena_create();
    const sel_acceptability one = compute(&matrix, &options, arena);
    const sel_acceptability two = compute(&more_matrix, &more_options, arena);
    const sel_acceptability_round *rounds[][2] = {{&one.weights, &two.weights},
                                                  {&one.weights_and_data, &two.weights_and_data}};
    for (int k = 0; k < 2; k++)
        for (uint32_t i = 0; i < 4; i++) {
            const sel_acceptance *a = place_of(&one, rounds[k][0], i);
            const sel_acceptance *b = place_of(&two, rounds[k][1], i);
            ck_assert_mem_eq(a->ranks, b->ranks, 4 * sizeof *a->ranks);
            ck_assert_int_eq(a->central == NULL, b->central == NULL);
            if (a->central != NULL) {
                const double expected[] = {a->central[0], 0, a->central[1], a->central[2]};
                ck_assert_mem_eq(b->central, expected, sizeof expected);
            }
            ck_assert_double_eq(a->confidence, b->confidence);
        }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(duplicates_share_everything)
{
    const double values[] = {.9, .4, .4, .1, .2, .6, .6, .1};
    const double weights[] = {.5, .5};
    const sel_uncertain_matrix matrix = {values, values, 4, 2, NULL, NULL};
    const sel_acceptability_options options = plain(weights, 4096);
    sel_arena *arena = sel_arena_create();
    const sel_acceptability found = compute(&matrix, &options, arena);
    const sel_acceptance *b = place_of(&found, &found.all_weightings, 1);
    const sel_acceptance *c = place_of(&found, &found.all_weightings, 2);
    ck_assert_mem_eq(b->ranks, c->ranks, 4 * sizeof *b->ranks);
    ck_assert_double_gt(b->first, .1);
    ck_assert_double_eq(b->expected_rank, c->expected_rank);
    ck_assert_double_eq(b->beats_next, .5);
    const sel_acceptance *d = place_of(&found, &found.all_weightings, 3);
    ck_assert_double_eq(d->ranks[3], 1);
    ck_assert_double_eq(d->confidence, 0);
    ck_assert_ptr_null(d->central);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(many_alternatives_keep_the_first_ranks)
{
    enum { MANY = 150 };
    double values[2 * MANY];
    for (int i = 0; i < MANY; i++) {
        values[i] = i;
        values[MANY + i] = i + .25 * (i % 3);
    }
    const double weights[] = {.5, .5};
    const sel_uncertain_matrix matrix = {values, values, MANY, 2, NULL, NULL};
    const sel_acceptability_options options = plain(weights, 1024);
    sel_arena *arena = sel_arena_create();
    const sel_acceptability found = compute(&matrix, &options, arena);
    ck_assert_uint_eq(found.ranks_kept, SEL_ACCEPTABILITY_RANKS);
    ck_assert(!found.pairs);
    for (uint32_t place = 0; place < MANY; place++) {
        const sel_acceptance *of = &found.weights.places[place];
        ck_assert_uint_eq(found.order[place], MANY - 1 - place);
        ck_assert_ptr_null(of->wins);
        ck_assert_uint_eq(of->rank_low, place + 1);
        ck_assert_uint_eq(of->rank_median, place + 1);
        ck_assert_uint_eq(of->rank_high, place + 1);
        ck_assert_double_eq(of->expected_rank, place + 1);
        ck_assert_double_eq(of->beats_next, place + 1 == MANY ? .5 : 1);
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(input_that_is_refused)
{
    const double low[] = {.2, .4, .1, .8};
    double high[] = {.2, .4, .1, .8};
    const double weights[] = {.5, .5};
    const sel_uncertain_matrix matrix = {low, high, 2, 2, NULL, NULL};
    sel_acceptability_options options = plain(weights, 1000);
    check_refused(&matrix, &options, SEL_BAD_INPUT, "power of two");
    options.draws = 1024;
    options.seed = 0;
    check_refused(&matrix, &options, SEL_BAD_INPUT, "seed 0");
    options.seed = 1;
    options.concentration = -1;
    check_refused(&matrix, &options, SEL_BAD_INPUT, "concentration");
    options.concentration = 0;
    high[3] = .7;
    check_refused(&matrix, &options, SEL_BAD_INPUT, "alternative 2 has a value from 0.8 to 0.7");
    high[3] = NAN;
    check_refused(&matrix, &options, SEL_BAD_INPUT, "alternative 2");
    high[3] = .8;
    const double tiny[] = {1 - 1e-9, 1e-9};
    options.aggregation.weights = tiny;
    check_refused(&matrix, &options, SEL_NUMERIC, "too small to be moved");
    const double half[] = {.5, .4};
    options.aggregation.weights = half;
    check_refused(&matrix, &options, SEL_BAD_INPUT, "sum to 0.9");
    const sel_uncertain_matrix none = {low, high, 0, 2, NULL, NULL};
    options.aggregation.weights = weights;
    check_refused(&none, &options, SEL_BAD_INPUT, "no alternatives");
}
END_TEST

/* The middle of each value is fine for a product, which a draw below 0 is not: the first such draw
 * is named, whichever thread meets one. */
START_TEST(a_draw_that_the_method_refuses)
{
    const double low[] = {-1, .4, .1, .8};
    const double high[] = {2, .4, .1, .8};
    const double weights[] = {.5, .5};
    const sel_uncertain_matrix matrix = {low, high, 2, 2, NULL, NULL};
    sel_acceptability_options options = plain(weights, 1024);
    options.method = sel_aggregation_find(SEL_STR("weighted-product"));
    char first[512];
    for (int threads = 1; threads <= 2; threads++) {
        options.aggregation.threads = threads;
        sel_arena *arena = sel_arena_create();
        sel_acceptability found;
        sel_error err = {0};
        ck_assert_int_eq(sel_acceptability_compute(&matrix, &options, arena, &found, &err),
                         SEL_BAD_INPUT);
        ck_assert_ptr_nonnull(strstr(err.message, "in draw"));
        ck_assert_ptr_nonnull(strstr(err.message, "a product takes values above 0"));
        if (threads == 1)
            memcpy(first, err.message, sizeof first);
        ck_assert_str_eq(first, err.message);
        sel_arena_destroy(arena);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {exact_shares_of_four,
                            exact_central_weights_of_four,
                            two_alternatives_by_hand,
                            one_criterion_draws_no_weights,
                            constraints_take_the_place_of_the_stated_weights,
                            all_weightings_may_be_left_out,
                            weight_zero_stays_zero,
                            duplicates_share_everything,
                            many_alternatives_keep_the_first_ranks,
                            input_that_is_refused,
                            a_draw_that_the_method_refuses,
                            NULL};
    return run_tests("acceptability", tests);
}
