#include "analysis/robustness/counter_random.h"

#include "check_suite.h"

#include <math.h>

/* First outputs of SplitMix64 seeded with 1234567, as Rosetta Code gives them
 * ("Pseudo-random numbers/Splitmix64"). */
START_TEST(published_outputs)
{
    static const uint64_t known[] = {UINT64_C(6457827717110365317), UINT64_C(3203168211198807973),
                                     UINT64_C(9817491932198370423), UINT64_C(4593380528125082431),
                                     UINT64_C(16408922859458223821)};
    for (uint64_t i = 0; i < 5; i++)
        ck_assert_uint_eq(sel_random_word(1234567, i), known[i]);
}
END_TEST

START_TEST(uniform_stays_inside)
{
    /* 0 and all ones, through the inverse of the mixing function at its fixed point 0. */
    uint64_t start = UINT64_C(0) - UINT64_C(0x9E3779B97F4A7C15);
    ck_assert_double_eq(sel_random_uniform(start, 0), 0x1p-53);
    for (uint64_t i = 0; i < 100000; i++) {
        double u = sel_random_uniform(7, i);
        ck_assert(u > 0 && u < 1);
    }
}
END_TEST

/* 256 cells, 2^20 numbers: chi-square of 255 degrees of freedom lies in [170, 340] but for 1 seed
 * in 10,000 (normal approximation, ±3.8 standard deviations of 22.6). */
static double chi_square(uint64_t stream_step, uint64_t counter_step)
{
    enum { CELLS = 256, NUMBERS = 1 << 20 };
    static uint32_t cells[CELLS];
    memset(cells, 0, sizeof cells);
    for (uint64_t i = 0; i < NUMBERS; i++) {
        uint64_t start = sel_random_stream(1, SEL_RANDOM_DATA, i * stream_step);
        cells[(size_t)(sel_random_uniform(start, i * counter_step) * CELLS)] += 1;
    }
    double expected = (double)NUMBERS / CELLS;
    double sum = 0;
    for (int i = 0; i < CELLS; i++)
        sum += (cells[i] - expected) * (cells[i] - expected) / expected;
    return sum;
}

START_TEST(uniform_along_draws_and_along_streams)
{
    double along_draws = chi_square(0, 1);
    double along_streams = chi_square(1, 0);
    double along_both = chi_square(1, 1);
    ck_assert(along_draws > 170 && along_draws < 340);
    ck_assert(along_streams > 170 && along_streams < 340);
    ck_assert(along_both > 170 && along_both < 340);
}
END_TEST

/* Correlation of 100,000 pairs has a standard deviation of .0032. */
START_TEST(neighbouring_streams_are_unrelated)
{
    enum { PAIRS = 100000 };
    for (uint64_t stream = 0; stream < 8; stream++) {
        uint64_t a = sel_random_stream(99, SEL_RANDOM_DATA, stream);
        uint64_t b = sel_random_stream(99, SEL_RANDOM_DATA, stream + 1);
        double same = 0;
        double next = 0;
        for (uint64_t i = 0; i < PAIRS; i++) {
            double u = sel_random_uniform(a, i) - 0.5;
            same += u * (sel_random_uniform(b, i) - 0.5);
            next += u * (sel_random_uniform(a, i + 1) - 0.5);
        }
        ck_assert_double_lt(fabs(same * 12 / PAIRS), 0.013);
        ck_assert_double_lt(fabs(next * 12 / PAIRS), 0.013);
    }
}
END_TEST

START_TEST(purposes_and_seeds_differ)
{
    ck_assert_uint_ne(sel_random_stream(1, SEL_RANDOM_SHIFTS, 0),
                      sel_random_stream(1, SEL_RANDOM_DATA, 0));
    ck_assert_uint_ne(sel_random_stream(1, SEL_RANDOM_DATA, 0),
                      sel_random_stream(2, SEL_RANDOM_DATA, 0));
}
END_TEST

/* ⌊word · limit / 2⁶⁴⌋ of the published words, in Python's whole numbers. */
START_TEST(below_a_limit)
{
    static const uint32_t of_six[] = {2, 1, 3, 1, 5};
    static const uint32_t of_many[] = {1400318168, 694576386, 2128829216};
    for (uint64_t i = 0; i < 5; i++) {
        ck_assert_uint_eq(sel_random_below(1234567, i, 6), of_six[i]);
        ck_assert_uint_eq(sel_random_below(1234567, i, 1), 0);
    }
    for (uint64_t i = 0; i < 3; i++)
        ck_assert_uint_eq(sel_random_below(1234567, i, 4000000000), of_many[i]);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {published_outputs,
                            uniform_stays_inside,
                            uniform_along_draws_and_along_streams,
                            neighbouring_streams_are_unrelated,
                            purposes_and_seeds_differ,
                            below_a_limit,
                            NULL};
    return run_tests("counter_random", tests);
}
