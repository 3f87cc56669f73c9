#include "analysis/normalisation/column.h"
#include "analysis/normalisation/normalisation.h"

#include "check_suite.h"

#include <math.h>

/* OECD/JRC 2008, table 15: mean years of schooling of 23 countries and their published z-scores and
 * min-max values, to two decimals. */
enum { COUNTRIES = 23 };
static const double schooling[COUNTRIES] = {10,   12,  11.4, 9.5,  10.8, 9.4, 9.4,  11.6,
                                            10.9, 7.1, 10.2, 11.9, 9.4,  9.3, 11.7, 8.4,
                                            7.9,  9.6, 7.3,  7.2,  9.5,  9.1, 7.1};
static const double z_scores[COUNTRIES] = {.26,   1.52,  1.14,  -.06,  .76,  -.12, -.12, 1.27,
                                           .83,   -1.58, .38,   1.46,  -.12, -.19, 1.33, -.76,
                                           -1.08, 0,     -1.46, -1.52, -.06, -.31, -1.58};
static const double min_max[COUNTRIES] = {.59, 1,   .88, .49, .76, .47, .47, .92,
                                          .78, 0,   .63, .98, .47, .45, .94, .27,
                                          .16, .51, .04, .02, .49, .41, 0};

static sel_status scale(const char *name, const sel_plain_column *plain, sel_arena *arena,
                        sel_scaled_column *scaled, sel_error *err)
{
    const sel_normalisation *normalisation = sel_normalisation_find(sel_str_of(name));
    ck_assert_ptr_nonnull(normalisation);
    return sel_normalise(normalisation, plain, arena, scaled, err);
}

static void expect_column(const char *name, const sel_plain_column *plain, const double *expected,
                          double tolerance)
{
    sel_arena *arena = sel_arena_create();
    sel_scaled_column scaled = {0};
    sel_error err = {0};
    const uint32_t rows = plain->rows;
    ck_assert_msg(scale(name, plain, arena, &scaled, &err) == SEL_OK, "%s: %s", name, err.message);
    for (uint32_t i = 0; i < rows; i++)
        ck_assert_msg(fabs(sel_scaled(&scaled, i) - expected[i]) <= tolerance, "%s %u: %g, not %g",
                      name, i, sel_scaled(&scaled, i), expected[i]);
    sel_arena_destroy(arena);
}

START_TEST(published_years_of_schooling)
{
    sel_plain_column plain = {.values = schooling, .rows = COUNTRIES};
    expect_column("z-score", &plain, z_scores, .005);
    expect_column("min-max", &plain, min_max, .005);
}
END_TEST

/* By hand: 3, 0, 4, 3; sum 10, norm sqrt 34, mean 2.5, deviation sqrt 3. */
START_TEST(benefits_and_costs_by_hand)
{
    static const double values[] = {3, 0, 4, 3};
    sel_plain_column benefit = {.values = values, .rows = 4, .goal_low = 1, .goal_high = 3.5};
    sel_plain_column cost = benefit;
    cost.cost = true;
    double norm = sqrt(34);
    double d = sqrt(3);
    expect_column("as-is", &benefit, (double[]){3, 0, 4, 3}, 0);
    expect_column("as-is", &cost, (double[]){-3, 0, -4, -3}, 0);
    expect_column("goalposts", &benefit, (double[]){.8, 0, 1, .8}, 1e-15);
    expect_column("goalposts", &cost, (double[]){.2, 1, 0, .2}, 1e-15);
    expect_column("min-max", &benefit, (double[]){.75, 0, 1, .75}, 0);
    expect_column("min-max", &cost, (double[]){.25, 1, 0, .25}, 0);
    expect_column("rank", &benefit, (double[]){.5, 0, 1, .5}, 0);
    expect_column("rank", &cost, (double[]){.5, 1, 0, .5}, 0);
    expect_column("sum", &benefit, (double[]){.3, 0, .4, .3}, 1e-15);
    expect_column("sum", &cost, (double[]){-.3, 0, -.4, -.3}, 1e-15);
    expect_column("vector", &benefit, (double[]){3 / norm, 0, 4 / norm, 3 / norm}, 1e-15);
    expect_column("vector", &cost, (double[]){-3 / norm, 0, -4 / norm, -3 / norm}, 1e-15);
    expect_column("z-score", &benefit, (double[]){.5 / d, -2.5 / d, 1.5 / d, .5 / d}, 1e-15);
    expect_column("z-score", &cost, (double[]){-.5 / d, 2.5 / d, -1.5 / d, -.5 / d}, 1e-15);
}
END_TEST

START_TEST(constants_and_single_values)
{
    static const double values[] = {5, 5, 5, 5};
    static const double nothing[] = {0, 0, 0, 0};
    /* .1 + .2 and .3: different doubles, no difference */
    static const double rounding[] = {.1 + .2, .3, .3, .1 + .2};
    sel_plain_column plain = {.values = values, .rows = 4};
    sel_plain_column zeros = {.values = nothing, .rows = 4};
    sel_plain_column rounded = {.values = rounding, .rows = 4};
    sel_plain_column single = {.values = values, .rows = 1};
    expect_column("min-max", &plain, nothing, 0);
    expect_column("z-score", &plain, nothing, 0);
    expect_column("min-max", &rounded, nothing, 0);
    expect_column("z-score", &rounded, nothing, 0);
    expect_column("rank", &plain, (double[]){.5, .5, .5, .5}, 0);
    expect_column("sum", &plain, (double[]){.25, .25, .25, .25}, 0);
    expect_column("vector", &plain, (double[]){.5, .5, .5, .5}, 0);
    expect_column("sum", &zeros, nothing, 0);
    expect_column("vector", &zeros, nothing, 0);
    expect_column("min-max", &single, nothing, 0);
    expect_column("z-score", &single, nothing, 0);
    expect_column("rank", &single, nothing, 0);
    expect_column("sum", &single, (double[]){1}, 0);
}
END_TEST

static void refuse(const char *name, sel_plain_column plain, const char *why)
{
    sel_arena *arena = sel_arena_create();
    sel_scaled_column scaled = {0};
    sel_error err = {0};
    ck_assert_int_eq(scale(name, &plain, arena, &scaled, &err), SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, why);
    sel_arena_destroy(arena);
}

START_TEST(what_has_no_meaning_is_refused)
{
    static const double values[] = {3, -1, 4};
    static const double broken[] = {3, NAN, 4};
    static const double endless[] = {3, 4, INFINITY};
    refuse("sum", (sel_plain_column){.values = values, .rows = 3},
           "the value -1 cannot be a share of a sum");
    refuse("vector", (sel_plain_column){.values = broken, .rows = 3},
           "alternative 2 has the value nan");
    refuse("rank", (sel_plain_column){.values = endless, .rows = 3},
           "alternative 3 has the value inf");
    refuse("min-max", (sel_plain_column){.values = values}, "no alternatives");
    refuse("goalposts",
           (sel_plain_column){.values = values, .rows = 3, .goal_low = 2, .goal_high = 2},
           "goalposts 2 and 2: the first must be the lower one");
    refuse("goalposts",
           (sel_plain_column){.values = values, .rows = 3, .goal_low = NAN, .goal_high = 2},
           "goalposts nan and 2: the first must be the lower one");
}
END_TEST

/* By hand, and by any order to the last bit. */
START_TEST(sums_do_not_know_the_order)
{
    static const double values[] = {1e9, .1, -1e9, .2, 1e-7};
    static const double turned[] = {.2, 1e-7, .1, 1e9, -1e9};
    ck_assert_double_eq_tol(sel_column_sum(values, 5), .3000001, 1e-8);
    ck_assert(sel_column_sum(values, 5) == sel_column_sum(turned, 5));
    ck_assert(sel_column_norm(values, 5, .1) == sel_column_norm(turned, 5, .1));
    ck_assert_double_eq(sel_column_norm((double[]){3, -4}, 2, 0), 5);
    ck_assert_double_eq_tol(sel_column_norm((double[]){3e90, -4e90}, 2, 0), 5e90, 1e75);
    ck_assert_double_eq(sel_column_sum((double[]){-1.5, -2.25}, 2), -3.75);
    ck_assert_double_eq_tol(sel_column_sum((double[]){1e-300, 3e-300}, 2), 4e-300, 1e-314);
    ck_assert_double_eq_tol(sel_column_sum((double[]){1e100, 3e100}, 2), 4e100, 1e85);
}
END_TEST

/* The least and the largest stand at every place in turn, and in either part of two. */
START_TEST(ranges_find_both_ends_anywhere)
{
    for (uint32_t rows = 1; rows < 40; rows++)
        for (uint32_t place = 0; place < rows; place++) {
            double values[40];
            uint32_t other = (place + rows / 2) % rows;
            for (uint32_t i = 0; i < rows; i++)
                values[i] = 1 + i / 64.;
            values[place] = -7;
            values[other] = other == place ? -7 : 9;
            sel_column_range range = sel_column_range_of(values, rows);
            ck_assert_double_eq(range.least, -7);
            ck_assert_double_eq(range.most, rows == 1 ? -7 : 9);
            ck_assert(range.constant == (rows == 1));
            if (rows == 1)
                continue;
            uint32_t first = 1 + place % (rows - 1);
            range = sel_column_range_join(sel_column_range_of(values, first),
                                          sel_column_range_of(values + first, rows - first));
            ck_assert_double_eq(range.least, -7);
            ck_assert_double_eq(range.most, 9);
            ck_assert(!range.constant);
        }
}
END_TEST

START_TEST(a_range_counts_for_its_own_values_only)
{
    static const double values[] = {0, 1, 4};
    static const double others[] = {0, 2, 2};
    const sel_column_range known = {0, 8, false};
    sel_plain_column plain = {.values = values, .rows = 3, .ranged = values, .range = known};
    expect_column("min-max", &plain, (double[]){0, .125, .5}, 0);
    plain.values = others;
    expect_column("min-max", &plain, (double[]){0, 1, 1}, 0);
}
END_TEST

START_TEST(every_row_says_what_it_does)
{
    uint32_t count = 0;
    const sel_normalisation *const *rows = sel_normalisations(&count);
    ck_assert_uint_eq(count, 7);
    for (uint32_t i = 0; i < count; i++) {
        ck_assert_ptr_eq(sel_normalisation_find(sel_str_of(rows[i]->name)), rows[i]);
        ck_assert(i == 0 || strcmp(rows[i - 1]->name, rows[i]->name) < 0);
        ck_assert_msg(strstr(rows[i]->variant, "constant") != NULL, "%s", rows[i]->name);
        ck_assert_uint_gt(strlen(rows[i]->source), 0);
    }
    ck_assert_ptr_null(sel_normalisation_find(SEL_STR("logarithm")));
}
END_TEST

int main(void)
{
    const TTest *tests[] = {published_years_of_schooling,
                            benefits_and_costs_by_hand,
                            constants_and_single_values,
                            what_has_no_meaning_is_refused,
                            sums_do_not_know_the_order,
                            ranges_find_both_ends_anywhere,
                            a_range_counts_for_its_own_values_only,
                            every_row_says_what_it_does,
                            NULL};
    return run_tests("normalisation", tests);
}
