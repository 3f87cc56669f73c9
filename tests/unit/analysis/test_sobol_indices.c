/* Oracles are closed forms: Ishigami & Homma 1990 with the indices of Sobol & Levitan 1999, the
 * G-function of Sobol (Saltelli et al. 2008, ch. 3), and functions whose variance is split by
 * hand. */
#include "analysis/sensitivity/sobol_indices.h"

#include "check_suite.h"

#include <math.h>

#define PI 3.14159265358979323846

static const sel_indices_plan standard = {
    .base_points = 4096, .samples = 199, .seed = 7, .threads = 2};

static sel_indices indices_of(const sel_indices_function *function, const sel_indices_plan *plan,
                              sel_arena *arena)
{
    sel_indices indices = {0};
    sel_error err = {0};
    sel_status status = sel_indices_of(function, plan, arena, &indices, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    return indices;
}

static sel_status ishigami(const void *data, void *state, sel_arena *scratch, const double *point,
                           double *outputs, sel_error *err)
{
    (void)data;
    (void)state;
    (void)scratch;
    (void)err;
    double x1 = PI * (2 * point[0] - 1);
    double x2 = PI * (2 * point[1] - 1);
    double x3 = PI * (2 * point[2] - 1);
    outputs[0] = sin(x1) + 7 * sin(x2) * sin(x2) + 0.1 * pow(x3, 4) * sin(x1);
    return SEL_OK;
}

static const sel_indices_function of_ishigami = {.factors = 3, .outputs = 1, .evaluate = ishigami};

START_TEST(ishigami_has_its_published_indices)
{
    static const double first[] = {.31390519114781146, .4424111447900409, 0};
    static const double total[] = {.5575888552099592, .4424111447900409, .2436836640621477};
    for (uint64_t seed = 1; seed <= 8; seed++) {
        sel_arena *arena = sel_arena_create();
        sel_indices_plan plan = standard;
        plan.seed = seed;
        sel_indices found = indices_of(&of_ishigami, &plan, arena);
        ck_assert_uint_eq(found.evaluations, 4096 * 5);
        ck_assert_uint_eq(found.pseudorandom, 0);
        ck_assert_double_eq_tol(found.outputs[0].mean, 3.5, .01);
        ck_assert_double_eq_tol(found.outputs[0].variance, 13.844587940719254, .1);
        for (int i = 0; i < 3; i++) {
            const sel_factor_indices *factor = &found.outputs[0].factors[i];
            ck_assert_double_eq_tol(factor->first.value, first[i], .01);
            ck_assert_double_eq_tol(factor->total.value, total[i], .01);
            ck_assert(factor->first.low <= first[i] && first[i] <= factor->first.high);
            ck_assert(factor->total.low <= total[i] && total[i] <= factor->total.high);
        }
        sel_arena_destroy(arena);
    }
}
END_TEST

/* x1 and x3 in one factor: x2 adds to what they do, so both indices are V1 + V3 + V13 over V. */
static sel_status ishigami_in_groups(const void *data, void *state, sel_arena *scratch,
                                     const double *point, double *outputs, sel_error *err)
{
    const double reordered[] = {point[0], point[2], point[1]};
    return ishigami(data, state, scratch, reordered, outputs, err);
}

START_TEST(a_factor_may_have_several_coordinates)
{
    static const uint32_t coordinates[] = {2, 1};
    const sel_indices_function function = {
        .factors = 2, .coordinates = coordinates, .outputs = 1, .evaluate = ishigami_in_groups};
    sel_arena *arena = sel_arena_create();
    sel_indices found = indices_of(&function, &standard, arena);
    ck_assert_uint_eq(found.coordinates, 3);
    ck_assert_double_eq_tol(found.outputs[0].factors[0].first.value, .5575888552099592, .01);
    ck_assert_double_eq_tol(found.outputs[0].factors[0].total.value, .5575888552099592, .01);
    ck_assert_double_eq_tol(found.outputs[0].factors[1].first.value, .4424111447900409, .01);
    ck_assert_double_eq_tol(found.outputs[0].factors[1].total.value, .4424111447900409, .01);
    sel_arena_destroy(arena);
}
END_TEST

enum { G_FACTORS = 6 };

static const double g_constants[G_FACTORS] = {0, .5, 3, 9, 99, 99};

static sel_status g_function(const void *data, void *state, sel_arena *scratch, const double *point,
                             double *outputs, sel_error *err)
{
    (void)data;
    (void)state;
    (void)scratch;
    (void)err;
    outputs[0] = 1;
    for (int i = 0; i < G_FACTORS; i++)
        outputs[0] *= (fabs(4 * point[i] - 2) + g_constants[i]) / (1 + g_constants[i]);
    return SEL_OK;
}

START_TEST(g_function_has_its_indices)
{
    sel_arena *arena = sel_arena_create();
    const sel_indices_function function = {
        .factors = G_FACTORS, .outputs = 1, .evaluate = g_function};
    sel_indices found = indices_of(&function, &standard, arena);
    double parts[G_FACTORS];
    double all = 1;
    for (int i = 0; i < G_FACTORS; i++) {
        parts[i] = 1 / (3 * (1 + g_constants[i]) * (1 + g_constants[i]));
        all *= 1 + parts[i];
    }
    for (int i = 0; i < G_FACTORS; i++) {
        const sel_factor_indices *factor = &found.outputs[0].factors[i];
        double total = parts[i] * all / (1 + parts[i]) / (all - 1);
        ck_assert_double_eq_tol(factor->first.value, parts[i] / (all - 1), .01);
        ck_assert_double_eq_tol(factor->total.value, total, .01);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* Outputs of two numbers u, v: whether exactly one is above ½ (nothing by one alone, everything
 * together); 2u + v; a constant; the second as 3·(2u + v) + 7·10⁶. */
static sel_status four_outputs(const void *data, void *state, sel_arena *scratch,
                               const double *point, double *outputs, sel_error *err)
{
    (void)data;
    (void)state;
    (void)scratch;
    (void)err;
    outputs[0] = (point[0] > .5) != (point[1] > .5) ? 1 : 0;
    outputs[1] = 2 * point[0] + point[1];
    outputs[2] = .1;
    outputs[3] = 3 * (2 * point[0] + point[1]) + 7e6;
    return SEL_OK;
}

static const sel_indices_function of_four = {.factors = 2, .outputs = 4, .evaluate = four_outputs};

/* The mean of f(B)·(f(AB) − f(A)) has a standard error of .5/√N, the variance of f is .25: four
 * standard errors of an index at N = 4,096 are 4·2/64 = .125. */
START_TEST(interaction_is_in_the_total_only)
{
    sel_arena *arena = sel_arena_create();
    sel_indices found = indices_of(&of_four, &standard, arena);
    for (int i = 0; i < 2; i++) {
        ck_assert_double_eq_tol(found.outputs[0].factors[i].first.value, 0, .125);
        ck_assert_double_eq_tol(found.outputs[0].factors[i].total.value, 1, .02);
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(a_sum_splits_by_squared_coefficients_whatever_its_unit)
{
    sel_arena *arena = sel_arena_create();
    sel_indices found = indices_of(&of_four, &standard, arena);
    for (int i = 0; i < 2; i++) {
        double expected = i == 0 ? .8 : .2;
        const sel_factor_indices *plain = &found.outputs[1].factors[i];
        const sel_factor_indices *moved = &found.outputs[3].factors[i];
        ck_assert_double_eq_tol(plain->first.value, expected, .01);
        ck_assert_double_eq_tol(plain->total.value, expected, .01);
        ck_assert_double_eq_tol(moved->first.value, plain->first.value, 1e-8);
        ck_assert_double_eq_tol(moved->total.value, plain->total.value, 1e-8);
        ck_assert_double_eq_tol(moved->total.high, plain->total.high, 1e-8);
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(what_does_not_vary_has_no_indices)
{
    sel_arena *arena = sel_arena_create();
    sel_indices found = indices_of(&of_four, &standard, arena);
    ck_assert(!found.outputs[2].defined);
    ck_assert(!found.outputs[2].intervals);
    ck_assert_ptr_null(found.outputs[2].factors);
    ck_assert_double_eq(found.outputs[2].mean, .1);
    ck_assert(found.outputs[1].defined && found.outputs[1].intervals);
    sel_arena_destroy(arena);
}
END_TEST

static sel_status only_at_the_corner(const void *data, void *state, sel_arena *scratch,
                                     const double *point, double *outputs, sel_error *err)
{
    (void)state;
    (void)scratch;
    (void)err;
    outputs[0] = point[0] < *(const double *)data ? 1 : 0;
    return SEL_OK;
}

/* The points being even, one setting A of 64 and one B are in the corner: a sample misses both with
 * (62/64)^64 = .13, and the intervals are those of the other samples. */
START_TEST(a_rare_value_is_missing_in_some_samples)
{
    const double corner = 1. / 64;
    const sel_indices_function function = {
        .data = &corner, .factors = 1, .outputs = 1, .evaluate = only_at_the_corner};
    sel_arena *arena = sel_arena_create();
    sel_indices_plan plan = {.base_points = 64, .samples = 199, .seed = 3, .threads = 1};
    sel_indices found = indices_of(&function, &plan, arena);
    ck_assert(found.outputs[0].defined && found.outputs[0].intervals);
    ck_assert_double_eq(found.outputs[0].mean, 1. / 64);
    sel_arena_destroy(arena);
}
END_TEST

/* Coordinates beyond the twentieth are pseudo-random: errors are those of N independent points. */
static sel_status sum_of_24(const void *data, void *state, sel_arena *scratch, const double *point,
                            double *outputs, sel_error *err)
{
    (void)data;
    (void)state;
    (void)scratch;
    (void)err;
    outputs[0] = 0;
    for (int i = 0; i < 24; i++)
        outputs[0] += (i + 1) * point[i];
    return SEL_OK;
}

START_TEST(more_coordinates_than_sobol_points_have_are_said)
{
    sel_arena *arena = sel_arena_create();
    const sel_indices_function function = {.factors = 24, .outputs = 1, .evaluate = sum_of_24};
    sel_indices found = indices_of(&function, &standard, arena);
    ck_assert_uint_eq(found.coordinates, 24);
    ck_assert_uint_eq(found.pseudorandom, 4);
    for (int i = 0; i < 24; i++) {
        const sel_factor_indices *factor = &found.outputs[0].factors[i];
        double expected = (i + 1) * (i + 1) / 4900.; /* Σ i² to 24 */
        ck_assert_double_eq_tol(factor->first.value, expected, 4 * factor->first.error);
        ck_assert_double_eq_tol(factor->total.value, expected, 4 * factor->total.error);
        ck_assert_double_lt(factor->total.error, .01);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* The header's word about intervals: over 32 seeds the estimates stray no more than the bootstrap
 * says. */
START_TEST(intervals_are_not_too_narrow)
{
    static const double first[] = {.31390519114781146, .4424111447900409, 0};
    double squares[3] = {0};
    double said[3] = {0};
    for (uint64_t seed = 1; seed <= 32; seed++) {
        sel_arena *arena = sel_arena_create();
        const sel_indices_plan plan = {
            .base_points = 1024, .samples = 99, .seed = seed, .threads = 2};
        sel_indices found = indices_of(&of_ishigami, &plan, arena);
        for (int i = 0; i < 3; i++) {
            const sel_index *index = &found.outputs[0].factors[i].first;
            squares[i] += (index->value - first[i]) * (index->value - first[i]) / 32;
            said[i] += index->error * index->error / 32;
        }
        sel_arena_destroy(arena);
    }
    for (int i = 0; i < 3; i++)
        ck_assert_double_lt(squares[i], said[i]);
}
END_TEST

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
    sel_arena *arena = sel_arena_create();
    sel_indices_plan plan = {.base_points = 256, .samples = 99, .seed = 5, .threads = 1};
    sel_indices one = indices_of(&of_four, &plan, arena);
    for (int threads = 2; threads <= 3; threads++) {
        plan.threads = threads;
        sel_indices more = indices_of(&of_four, &plan, arena);
        for (int o = 0; o < 4; o++) {
            ck_assert_double_eq(one.outputs[o].mean, more.outputs[o].mean);
            if (o != 2)
                ck_assert(same_indices(one.outputs[o].factors, more.outputs[o].factors, 2));
        }
    }
    sel_arena_destroy(arena);
}
END_TEST

static sel_status fails_above(const void *data, void *state, sel_arena *scratch,
                              const double *point, double *outputs, sel_error *err)
{
    (void)state;
    (void)scratch;
    double limit = *(const double *)data;
    outputs[0] = point[0] > limit ? NAN : point[0];
    return point[0] > 2 * limit ? sel_fail(err, SEL_REFUSED, "too high") : SEL_OK;
}

START_TEST(what_cannot_be_computed_is_refused)
{
    sel_arena *arena = sel_arena_create();
    const double half = .5;
    const double tenth = -1;
    sel_indices indices = {0};
    sel_error err = {0};
    sel_indices_function function = {
        .data = &half, .factors = 1, .outputs = 1, .evaluate = fails_above};
    ck_assert_int_eq(sel_indices_of(&function, &standard, arena, &indices, &err), SEL_NUMERIC);
    ck_assert_str_eq(err.message, "output 1 is nan");
    function.data = &tenth;
    ck_assert_int_eq(sel_indices_of(&function, &standard, arena, &indices, &err), SEL_REFUSED);
    ck_assert_str_eq(err.message, "too high");
    sel_indices_plan wrong = standard;
    wrong.base_points = 4095;
    ck_assert_int_eq(sel_indices_of(&of_four, &wrong, arena, &indices, &err), SEL_BAD_INPUT);
    wrong = standard;
    wrong.seed = 0;
    ck_assert_int_eq(sel_indices_of(&of_four, &wrong, arena, &indices, &err), SEL_BAD_INPUT);
    wrong = standard;
    wrong.samples = 38;
    ck_assert_int_eq(sel_indices_of(&of_four, &wrong, arena, &indices, &err), SEL_BAD_INPUT);
    function.factors = 0;
    ck_assert_int_eq(sel_indices_of(&function, &standard, arena, &indices, &err), SEL_BAD_INPUT);
    function = of_four;
    function.outputs = 1 << 20;
    ck_assert_int_eq(sel_indices_of(&function, &standard, arena, &indices, &err), SEL_UNSUPPORTED);
    const uint32_t none[] = {1, 0};
    function = of_four;
    function.coordinates = none;
    ck_assert_int_eq(sel_indices_of(&function, &standard, arena, &indices, &err), SEL_BAD_INPUT);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {ishigami_has_its_published_indices,
                                  a_factor_may_have_several_coordinates,
                                  g_function_has_its_indices,
                                  interaction_is_in_the_total_only,
                                  a_sum_splits_by_squared_coefficients_whatever_its_unit,
                                  what_does_not_vary_has_no_indices,
                                  a_rare_value_is_missing_in_some_samples,
                                  more_coordinates_than_sobol_points_have_are_said,
                                  intervals_are_not_too_narrow,
                                  threads_leave_no_trace,
                                  what_cannot_be_computed_is_refused,
                                  NULL};
    return run_tests("sobol_indices", tests);
}
