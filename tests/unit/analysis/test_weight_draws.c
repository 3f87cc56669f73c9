#include "analysis/robustness/weight_draws.h"

#include "base/arena.h"
#include "check_suite.h"

#include <math.h>

static double *draw(sel_arena *arena, const double *alpha, uint32_t criteria, uint32_t draws,
                    int threads)
{
    double *weights = sel_arena_array(arena, (size_t)draws * criteria, sizeof *weights);
    sel_error err = {0};
    const sel_weight_design design = {alpha, criteria, draws, 20260101, threads};
    ck_assert_msg(sel_weight_draws_make(&design, weights, &err) == SEL_OK, "%s", err.message);
    return weights;
}

START_TEST(each_draw_sums_to_one)
{
    sel_arena *arena = sel_arena_create();
    const double alpha[] = {0.2, 3, 40, 1, 0.001};
    const double *weights = draw(arena, alpha, 5, 4096, 2);
    for (int i = 0; i < 4096; i++) {
        double sum = 0;
        for (int j = 0; j < 5; j++) {
            ck_assert_double_ge(weights[i * 5 + j], 0);
            sum += weights[i * 5 + j];
        }
        ck_assert_double_eq_tol(sum, 1, 1e-14);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* Mean α/α₀, variance α(α₀ − α)/(α₀²(α₀ + 1)), covariance −αβ/(α₀²(α₀ + 1)): Kotz, Balakrishnan &
 * Johnson 2000, ch. 49. Means must be four times nearer than those of plain random numbers. */
static void check_moments(const double *alpha, uint32_t q)
{
    enum { DRAWS = 65536 };
    sel_arena *arena = sel_arena_create();
    const double *weights = draw(arena, alpha, q, DRAWS, 2);
    double total = 0;
    for (uint32_t j = 0; j < q; j++)
        total += alpha[j];
    for (uint32_t j = 0; j < q; j++)
        for (uint32_t k = 0; k < q; k++) {
            double mean_j = alpha[j] / total;
            double mean_k = alpha[k] / total;
            double found = 0;
            double together = 0;
            for (uint32_t i = 0; i < DRAWS; i++) {
                found += weights[(size_t)i * q + j];
                together +=
                    (weights[(size_t)i * q + j] - mean_j) * (weights[(size_t)i * q + k] - mean_k);
            }
            double expected = mean_j * ((j == k) - mean_k) / (total + 1);
            double deviation = sqrt(mean_j * (1 - mean_j) / (total + 1));
            ck_assert_double_eq_tol(found / DRAWS, mean_j, deviation / sqrt(DRAWS) / 4);
            double scale = sqrt(mean_j * (1 - mean_j) * mean_k * (1 - mean_k)) / (total + 1);
            ck_assert_double_eq_tol(together / DRAWS, expected, 0.01 * scale);
        }
    sel_arena_destroy(arena);
}

START_TEST(moments_of_the_dirichlet)
{
    const double four[] = {11.75, 11.75, 11.75, 11.75};
    const double uneven[] = {1, 2.5, 0.3, 7, 30};
    const double ones[] = {1, 1, 1, 1, 1, 1, 1, 1};
    check_moments(four, 4);
    check_moments(uneven, 5);
    check_moments(ones, 8);
}
END_TEST

/* 64 criteria are pseudo-random: the mean of 65,536 draws has a standard error of 6e-5. */
START_TEST(more_dimensions_than_sobol_points_have)
{
    double alpha[64];
    for (int j = 0; j < 64; j++)
        alpha[j] = 1;
    ck_assert(sel_weight_draws_sobol(40));
    ck_assert(!sel_weight_draws_sobol(41));
    sel_arena *arena = sel_arena_create();
    const double *weights = draw(arena, alpha, 64, 65536, 2);
    for (int j = 0; j < 64; j += 9) {
        double sum = 0;
        for (size_t i = 0; i < 65536; i++)
            sum += weights[i * 64 + (size_t)j];
        ck_assert_double_eq_tol(sum / 65536, 1.0 / 64, 3e-4);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* GSL's Sobol points reach 40 dimensions and are zero beyond: the last weights must move too. */
START_TEST(the_last_sobol_dimension_moves)
{
    double alpha[40];
    for (int j = 0; j < 40; j++)
        alpha[j] = 1;
    sel_arena *arena = sel_arena_create();
    const double *weights = draw(arena, alpha, 40, 4096, 1);
    double sum = 0;
    double squares = 0;
    for (size_t i = 0; i < 4096; i++) {
        sum += weights[i * 40 + 38];
        squares += weights[i * 40 + 38] * weights[i * 40 + 38];
    }
    double mean = sum / 4096;
    ck_assert_double_eq_tol(mean, 1.0 / 40, 1e-3);
    ck_assert_double_eq_tol(squares / 4096 - mean * mean, 39.0 / (1600 * 41), 1e-4);
    sel_arena_destroy(arena);
}
END_TEST

/* With q = 2 and Dirichlet(1) the first weight is the point itself: each of the 16 sets of 64
 * points puts exactly one into every 64th of the interval, wherever its shift has moved it. */
START_TEST(every_shift_is_a_net_of_its_own)
{
    sel_arena *arena = sel_arena_create();
    const double alpha[] = {1, 1};
    const double *weights = draw(arena, alpha, 2, 1024, 1);
    double first[SEL_SHIFTS];
    for (int shift = 0; shift < SEL_SHIFTS; shift++) {
        const double *set = weights + (size_t)shift * 64 * 2;
        double offset = fmod(set[0], 1.0 / 64);
        int cells[64] = {0};
        for (int i = 0; i < 64; i++)
            cells[(int)floor((set[i * 2] - offset) * 64 + 1e-6)] += 1;
        for (int i = 0; i < 64; i++)
            ck_assert_int_eq(cells[i], 1);
        first[shift] = offset;
        for (int other = 0; other < shift; other++)
            ck_assert_double_ne(first[other], offset);
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(one_criterion_has_all_the_weight)
{
    sel_arena *arena = sel_arena_create();
    const double alpha[] = {7};
    const double *weights = draw(arena, alpha, 1, 1024, 1);
    for (int i = 0; i < 1024; i++)
        ck_assert_double_eq(weights[i], 1);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(threads_leave_no_trace)
{
    sel_arena *arena = sel_arena_create();
    const double alpha[] = {3, 5, 0.5, 1};
    const double *one = draw(arena, alpha, 4, 8192, 1);
    const double *three = draw(arena, alpha, 4, 8192, 3);
    ck_assert_mem_eq(one, three, sizeof *one * 8192 * 4);
    sel_arena_destroy(arena);
}
END_TEST

/* How often alternative a has `better` others before it, per shift. */
static void count_ranks(const double *weights, const double values[4][3],
                        int counts[4][4][SEL_SHIFTS])
{
    for (size_t i = 0; i < 65536; i++) {
        const double *w = weights + i * 3;
        double scores[4];
        for (int a = 0; a < 4; a++)
            scores[a] = w[0] * values[a][0] + w[1] * values[a][1] + w[2] * values[a][2];
        for (int a = 0; a < 4; a++) {
            int better = 0;
            for (int b = 0; b < 4; b++)
                better += scores[b] > scores[a];
            counts[a][better][i / 4096] += 1;
        }
    }
}

/* Rank acceptabilities of four alternatives under a linear value model and uniform weights, exact
 * by rational polygon areas (reference case smaa2_exact_3criteria_4alts). The error must agree
 * with what the 16 shifts say of it: four standard errors, and a standard
 * error well below the .0019 of plain random numbers. */
START_TEST(exact_rank_acceptabilities)
{
    static const double values[4][3] = {
        {0.9, 0.2, 0.4}, {0.5, 0.7, 0.3}, {0.3, 0.5, 0.9}, {0.6, 0.5, 0.5}};
    static const double exact[4][4] = {{452.0 / 1485, 883.0 / 11880, 77.0 / 360, 11.0 / 27},
                                       {25.0 / 108, 23.0 / 216, 47.0 / 144, 145.0 / 432},
                                       {299.0 / 660, 3359.0 / 27720, 851.0 / 5040, 37.0 / 144},
                                       {1.0 / 90, 1759.0 / 2520, 733.0 / 2520, 0}};
    sel_arena *arena = sel_arena_create();
    const double alpha[] = {1, 1, 1};
    static int counts[4][4][SEL_SHIFTS];
    count_ranks(draw(arena, alpha, 3, 65536, 2), values, counts);
    for (int i = 0; i < 16; i++) {
        const int *shifts = counts[i / 4][i % 4];
        double expected = exact[i / 4][i % 4];
        double sum = 0;
        double squares = 0;
        for (int shift = 0; shift < SEL_SHIFTS; shift++) {
            sum += shifts[shift] / 4096.0;
            squares += pow(shifts[shift] / 4096.0 - expected, 2);
        }
        double standard_error = sqrt(squares / (SEL_SHIFTS - 1) / SEL_SHIFTS);
        ck_assert_double_le(fabs(sum / SEL_SHIFTS - expected), 4 * standard_error);
        ck_assert_double_le(standard_error, 5e-4);
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(parameters_that_cannot_be_drawn)
{
    const double alpha[] = {1, 1e-9, 1};
    double weights[1024 * 3];
    sel_error err = {0};
    const sel_weight_design design = {alpha, 3, 1024, 1, 1};
    ck_assert_int_eq(sel_weight_draws_make(&design, weights, &err), SEL_NUMERIC);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {each_draw_sums_to_one,
                            moments_of_the_dirichlet,
                            more_dimensions_than_sobol_points_have,
                            the_last_sobol_dimension_moves,
                            every_shift_is_a_net_of_its_own,
                            one_criterion_has_all_the_weight,
                            threads_leave_no_trace,
                            exact_rank_acceptabilities,
                            parameters_that_cannot_be_drawn,
                            NULL};
    return run_tests("weight_draws", tests);
}
