#include "analysis/robustness/weight_region.h"

#include "analysis/robustness/region_draws.h"
#include "analysis/robustness/weight_draws.h"
#include "base/arena.h"
#include "check_suite.h"

#include <math.h>
#include <string.h>

enum { DRAWS = 16384 };

static const sel_weight_order CHAIN[] = {{0, 1}, {1, 2}, {2, 3}};

static sel_weight_region make(const sel_weight_constraints *constraints, uint32_t criteria)
{
    sel_weight_region region;
    sel_error err = {0};
    ck_assert_msg(sel_weight_region_make(constraints, criteria, &region, &err) == SEL_OK, "%s",
                  err.message);
    return region;
}

static void check_refused(const sel_weight_constraints *constraints, uint32_t criteria,
                          const char *says)
{
    sel_weight_region region;
    sel_error err = {0};
    ck_assert_int_eq(sel_weight_region_make(constraints, criteria, &region, &err), SEL_BAD_INPUT);
    ck_assert_msg(strstr(err.message, says) != NULL, "%s", err.message);
}

START_TEST(what_orders_imply_for_single_weights)
{
    const double low[] = {0, 0, 0, .1};
    const double high[] = {.5, 1, .2, 1};
    const sel_weight_region region = make(&(sel_weight_constraints){CHAIN, 3, low, high}, 4);
    const double least[] = {.1, .1, .1, .1};
    const double most[] = {.5, .5, .2, .2};
    for (int j = 0; j < 4; j++) {
        ck_assert_double_eq(region.low[j], least[j]);
        ck_assert_double_eq(region.high[j], most[j]);
    }
    ck_assert(sel_weight_region_has(&region, region.inside, 0));
    for (int j = 0; j < 3; j++)
        ck_assert_double_gt(region.inside[j] - region.inside[j + 1], 1e-3);
    ck_assert_double_gt(region.inside[3] - .1, 1e-3);
}
END_TEST

START_TEST(constraints_that_nothing_keeps)
{
    const double low[] = {0, 0, .4};
    const double high[] = {1, .3, 1};
    check_refused(&(sel_weight_constraints){CHAIN, 2, low, high}, 3,
                  "criterion 2 would weigh at least 0.4 and at most 0.3");
    const double third[] = {.3, .3, .3};
    check_refused(&(sel_weight_constraints){.high = third}, 3, "sum to at most 0.9");
    const double half[] = {.5, .4, .2};
    check_refused(&(sel_weight_constraints){.low = half}, 3, "sum to at least 1.1");
}
END_TEST

START_TEST(constraints_without_room)
{
    const sel_weight_order circle[] = {{0, 1}, {1, 2}, {2, 0}};
    check_refused(&(sel_weight_constraints){circle, 3, NULL, NULL}, 3, "circle");
    const double all[] = {.5, .3, .2};
    check_refused(&(sel_weight_constraints){.low = all}, 3, "no room");
    const double fixed_low[] = {.5, 0};
    const double fixed_high[] = {.5, 1};
    check_refused(&(sel_weight_constraints){.low = fixed_low, .high = fixed_high}, 2, "no room");
}
END_TEST

/* The third criterion is above a circle, not in it. */
START_TEST(a_circle_is_named_by_criteria_that_are_in_it)
{
    const sel_weight_order orders[] = {{2, 0}, {0, 1}, {1, 0}};
    check_refused(&(sel_weight_constraints){orders, 3, NULL, NULL}, 3, "criteria 1 and 2");
}
END_TEST

static sel_region_fault fault_of(const sel_weight_constraints *constraints, const double *weights,
                                 uint32_t criteria)
{
    sel_region_fault fault;
    sel_error err = {0};
    sel_status status = sel_weight_constraints_check(constraints, weights, criteria, &fault, &err);
    ck_assert_int_eq(status, fault.kind == SEL_REGION_SOUND ? SEL_OK : SEL_BAD_INPUT);
    return fault;
}

START_TEST(what_is_wrong_is_told_by_its_place)
{
    const sel_weight_order circle[] = {{2, 0}, {0, 1}, {1, 0}};
    sel_region_fault fault = fault_of(&(sel_weight_constraints){circle, 3, NULL, NULL}, NULL, 3);
    ck_assert_int_eq(fault.kind, SEL_REGION_CIRCLE);
    ck_assert_uint_eq(fault.order, 1);
    const double low[] = {0, 0, .4};
    const double high[] = {1, .3, 1};
    fault = fault_of(&(sel_weight_constraints){CHAIN, 2, low, high}, NULL, 3);
    ck_assert_int_eq(fault.kind, SEL_REGION_CROSSED);
    ck_assert_uint_eq(fault.criterion, 1);
    ck_assert(fault.low == .4 && fault.high == .3);
    const double quarter[] = {.25, .25, .25};
    fault = fault_of(&(sel_weight_constraints){.high = quarter}, NULL, 3);
    ck_assert_int_eq(fault.kind, SEL_REGION_SUM);
    ck_assert(fault.high == .75);
    const double half[] = {.5, .5, 0};
    fault = fault_of(&(sel_weight_constraints){.low = half}, NULL, 3);
    ck_assert_int_eq(fault.kind, SEL_REGION_NO_ROOM);
    ck_assert_int_eq(fault_of(&(sel_weight_constraints){CHAIN, 2, NULL, high}, NULL, 3).kind,
                     SEL_REGION_SOUND);
}
END_TEST

START_TEST(stated_weights_that_break_a_constraint)
{
    const double weights[] = {.2, .5, .3};
    const double low[] = {0, 0, .4};
    sel_region_fault fault = fault_of(&(sel_weight_constraints){.low = low}, weights, 3);
    ck_assert_int_eq(fault.kind, SEL_REGION_BOUND_BROKEN);
    ck_assert_uint_eq(fault.criterion, 2);
    const sel_weight_order orders[] = {{1, 2}, {0, 2}};
    fault = fault_of(&(sel_weight_constraints){orders, 2, NULL, NULL}, weights, 3);
    ck_assert_int_eq(fault.kind, SEL_REGION_ORDER_BROKEN);
    ck_assert_uint_eq(fault.order, 1);
    ck_assert_int_eq(fault_of(&(sel_weight_constraints){orders, 1, NULL, NULL}, weights, 3).kind,
                     SEL_REGION_SOUND);
}
END_TEST

/* Two of three may weigh half each at most: there is room while the third has weight, none where it
 * is left out. A single criterion weighs 1. */
START_TEST(criteria_without_weight_stay_without)
{
    const double high[] = {.5, .5, 1};
    const sel_weight_constraints halves = {.high = high};
    const double all[] = {.4, .4, .2};
    const double two[] = {.5, .5, 0};
    ck_assert_int_eq(fault_of(&halves, all, 3).kind, SEL_REGION_SOUND);
    ck_assert_int_eq(fault_of(&halves, two, 3).kind, SEL_REGION_NO_ROOM);
    ck_assert_int_eq(fault_of(&halves, two, 1).kind, SEL_REGION_SUM);
    const double one[] = {0, 0, 1};
    ck_assert_int_eq(fault_of(&halves, one, 3).kind, SEL_REGION_SOUND);
    const double low[] = {.1, 0, 0};
    ck_assert_int_eq(fault_of(&(sel_weight_constraints){.low = low}, one, 3).kind,
                     SEL_REGION_BOUND_BROKEN);
}
END_TEST

START_TEST(constraints_out_of_range)
{
    const sel_weight_order beyond[] = {{0, 3}};
    check_refused(&(sel_weight_constraints){beyond, 1, NULL, NULL}, 3, "criterion 4 of 3");
    const sel_weight_order itself[] = {{1, 1}};
    check_refused(&(sel_weight_constraints){itself, 1, NULL, NULL}, 3, "criterion 2 with");
    const double nothing[] = {0, NAN, 0};
    check_refused(&(sel_weight_constraints){.low = nothing}, 3, "criterion 2");
    const double low[] = {0, .3, 0};
    const double high[] = {1, .2, 1};
    check_refused(&(sel_weight_constraints){.low = low, .high = high}, 3, "criterion 2");
    check_refused(&(sel_weight_constraints){.low = (const double[]){-.1, 0, 0}}, 3, "criterion 1");
}
END_TEST

/* Means of draws within the region against exact ones, to four standard errors of the 16 sets;
 * every draw keeps the constraints. */
static sel_region_drawn check_means(const sel_weight_region *region, const double *exact)
{
    sel_arena *arena = sel_arena_create();
    uint32_t q = region->criteria;
    double *weights = sel_arena_array(arena, (size_t)DRAWS * q, sizeof *weights);
    sel_region_drawn drawn;
    sel_error err = {0};
    const sel_region_design design = {region, DRAWS, 7, 2};
    ck_assert_msg(sel_region_draws_make(&design, weights, &drawn, &err) == SEL_OK, "%s",
                  err.message);
    for (uint32_t i = 0; i < drawn.draws; i++)
        ck_assert(sel_weight_region_has(region, weights + (size_t)i * q, 1e-12));
    for (uint32_t j = 0; j < q; j++) {
        double total = 0;
        double squares = 0;
        for (uint32_t set = 0; set < SEL_SHIFTS; set++) {
            double sum = 0;
            for (uint32_t i = 0; i < drawn.draws / SEL_SHIFTS; i++)
                sum += weights[((size_t)set * (drawn.draws / SEL_SHIFTS) + i) * q + j];
            double mean = sum * SEL_SHIFTS / drawn.draws;
            total += mean;
            squares += (mean - exact[j]) * (mean - exact[j]);
        }
        double error = sqrt(squares / (SEL_SHIFTS - 1) / SEL_SHIFTS);
        ck_assert_double_le(fabs(total / SEL_SHIFTS - exact[j]), 4 * error + 1e-12);
        ck_assert_double_le(error, 3e-3);
    }
    sel_arena_destroy(arena);
    return drawn;
}

/* The mean of a full order is the rank-order centroid: Σ_{k>=j} 1/k / q (Barron & Barrett 1996). */
static const double CENTROID[] = {25.0 / 48, 13.0 / 48, 7.0 / 48, 3.0 / 48};

START_TEST(a_full_order_is_sorted)
{
    const sel_weight_region region = make(&(sel_weight_constraints){CHAIN, 3, NULL, NULL}, 4);
    const sel_region_drawn drawn = check_means(&region, CENTROID);
    ck_assert_int_eq(drawn.source, SEL_WEIGHTS_SOBOL);
    ck_assert_uint_eq(drawn.tried, DRAWS);
    const sel_weight_order shuffled[] = {{2, 0}, {3, 1}, {3, 2}, {0, 1}, {2, 1}};
    const double moved[] = {7.0 / 48, 3.0 / 48, 13.0 / 48, 25.0 / 48};
    const sel_weight_region other = make(&(sel_weight_constraints){shuffled, 5, NULL, NULL}, 4);
    ck_assert_int_eq(check_means(&other, moved).source, SEL_WEIGHTS_SOBOL);
}
END_TEST

/* Two pairs: in each the larger and the smaller of two exchangeable parts. E max of two of four
 * Dirichlet(1) parts is 3/8: their sum is ½ in the mean and splits ¾ to ¼. */
START_TEST(orders_apart_from_each_other_are_sorted)
{
    const sel_weight_order pairs[] = {{0, 2}, {3, 1}};
    const double exact[] = {.375, .125, .125, .375};
    const sel_weight_region region = make(&(sel_weight_constraints){pairs, 2, NULL, NULL}, 4);
    ck_assert_int_eq(check_means(&region, exact).source, SEL_WEIGHTS_SOBOL);
}
END_TEST

/* The largest of three Dirichlet(1) parts is 11/18 in the mean; one draw in three has it first. */
START_TEST(a_partial_order_leaves_draws_out)
{
    const sel_weight_order first[] = {{0, 1}, {0, 2}};
    const double exact[] = {11.0 / 18, 7.0 / 36, 7.0 / 36};
    const sel_weight_region region = make(&(sel_weight_constraints){first, 2, NULL, NULL}, 3);
    const sel_region_drawn drawn = check_means(&region, exact);
    ck_assert_int_eq(drawn.source, SEL_WEIGHTS_REJECTION);
    /* Tries until N are kept have the mean 3 N and the variance 6 N. */
    ck_assert_double_le(fabs((double)drawn.tried - 3.0 * DRAWS), 4 * sqrt(6.0 * DRAWS));
}
END_TEST

START_TEST(lower_bounds_leave_nothing_out)
{
    const double low[] = {.2, .1, 0};
    const double rest = .7 / 3;
    const double exact[] = {.2 + rest, .1 + rest, rest};
    const sel_weight_region region = make(&(sel_weight_constraints){.low = low}, 3);
    ck_assert_int_eq(check_means(&region, exact).source, SEL_WEIGHTS_SOBOL);
}
END_TEST

/* A weight of three has the density 2(1 − w); below h its mean is (h²/2 − h³/3) / (h − h²/2). */
static double mean_below(double h)
{
    return (h * h / 2 - h * h * h / 3) / (h - h * h / 2);
}

START_TEST(upper_bounds_leave_draws_out_or_are_walked)
{
    const double half[] = {.5, 1, 1};
    const double mean = mean_below(.5);
    ck_assert_double_eq_tol(mean, 2.0 / 9, 1e-15);
    const double exact[] = {mean, (1 - mean) / 2, (1 - mean) / 2};
    const sel_weight_region region = make(&(sel_weight_constraints){.high = half}, 3);
    ck_assert_int_eq(check_means(&region, exact).source, SEL_WEIGHTS_REJECTION);
    const double little[] = {.004, 1, 1};
    const double low = mean_below(.004);
    const double low_exact[] = {low, (1 - low) / 2, (1 - low) / 2};
    const sel_weight_region thin = make(&(sel_weight_constraints){.high = little}, 3);
    const sel_region_drawn drawn = check_means(&thin, low_exact);
    ck_assert_int_eq(drawn.source, SEL_WEIGHTS_HIT_AND_RUN);
}
END_TEST

START_TEST(a_fixed_weight_stays)
{
    const double low[] = {.3, 0, 0};
    const double high[] = {.3, 1, 1};
    const double exact[] = {.3, .35, .35};
    const sel_weight_region region = make(&(sel_weight_constraints){.low = low, .high = high}, 3);
    ck_assert_int_eq(check_means(&region, exact).source, SEL_WEIGHTS_SOBOL);
}
END_TEST

/* Walks within a full order meet the centroid, and the second moments of sorted draws. */
START_TEST(walks_agree_with_sorting)
{
    const sel_weight_region region = make(&(sel_weight_constraints){CHAIN, 3, NULL, NULL}, 4);
    const sel_region_design design = {&region, DRAWS, 11, 2};
    sel_arena *arena = sel_arena_create();
    double *sorted = sel_arena_array(arena, DRAWS * 4, sizeof *sorted);
    double *walked = sel_arena_array(arena, DRAWS * 4, sizeof *walked);
    sel_region_drawn drawn;
    sel_error err = {0};
    ck_assert_int_eq(sel_region_draws_make(&design, sorted, &drawn, &err), SEL_OK);
    sel_region_walk(&design, DRAWS, walked);
    for (size_t j = 0; j < 4; j++) {
        double mean = 0;
        double squares[2] = {0};
        for (size_t i = 0; i < DRAWS; i++) {
            mean += walked[i * 4 + j] / DRAWS;
            squares[0] += walked[i * 4 + j] * walked[i * 4 + j] / DRAWS;
            squares[1] += sorted[i * 4 + j] * sorted[i * 4 + j] / DRAWS;
        }
        double deviation = sqrt(squares[1] - CENTROID[j] * CENTROID[j]);
        ck_assert_double_eq_tol(mean, CENTROID[j], 8 * deviation / sqrt(DRAWS));
        ck_assert_double_eq_tol(squares[0], squares[1], .03 * squares[1]);
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(threads_leave_no_trace)
{
    const sel_weight_order first[] = {{0, 1}, {0, 2}};
    const double little[] = {1, 1, .002};
    const sel_weight_constraints ways[] = {
        {CHAIN, 2, NULL, NULL}, {first, 2, NULL, NULL}, {.high = little}};
    sel_arena *arena = sel_arena_create();
    for (size_t k = 0; k < sizeof ways / sizeof ways[0]; k++) {
        const sel_weight_region region = make(&ways[k], 3);
        double *weights[2];
        sel_region_drawn drawn[2];
        for (int t = 0; t < 2; t++) {
            sel_error err = {0};
            weights[t] = sel_arena_array(arena, 1024 * 3, sizeof *weights[t]);
            const sel_region_design design = {&region, 1024, 3, t + 1};
            ck_assert_int_eq(sel_region_draws_make(&design, weights[t], &drawn[t], &err), SEL_OK);
        }
        ck_assert_mem_eq(weights[0], weights[1], 1024 * 3 * sizeof(double));
        ck_assert_uint_eq(drawn[0].tried, drawn[1].tried);
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(too_many_criteria_to_walk)
{
    double high[31];
    for (int j = 0; j < 31; j++)
        high[j] = j == 0 ? .0001 : 1;
    const sel_weight_region region = make(&(sel_weight_constraints){.high = high}, 31);
    static double weights[1024 * 31];
    sel_region_drawn drawn;
    sel_error err = {0};
    const sel_region_design design = {&region, 1024, 3, 1};
    ck_assert_int_eq(sel_region_draws_make(&design, weights, &drawn, &err), SEL_UNSUPPORTED);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {what_orders_imply_for_single_weights,
                            constraints_that_nothing_keeps,
                            constraints_without_room,
                            a_circle_is_named_by_criteria_that_are_in_it,
                            what_is_wrong_is_told_by_its_place,
                            stated_weights_that_break_a_constraint,
                            criteria_without_weight_stay_without,
                            constraints_out_of_range,
                            a_full_order_is_sorted,
                            orders_apart_from_each_other_are_sorted,
                            a_partial_order_leaves_draws_out,
                            lower_bounds_leave_nothing_out,
                            upper_bounds_leave_draws_out_or_are_walked,
                            a_fixed_weight_stays,
                            walks_agree_with_sorting,
                            threads_leave_no_trace,
                            too_many_criteria_to_walk,
                            NULL};
    return run_tests("weight_region", tests);
}
