#include "report/svg.h"

#include "check_suite.h"

static void ticks_are(sel_column_type type, double low, double high, const char *expected)
{
    const sel_axis axis = {.type = type};
    sel_ticks ticks = sel_svg_ticks(&axis, low, high);
    char found[256] = "";
    size_t used = 0;
    for (uint32_t i = 0; i < ticks.count; i++)
        used += (size_t)snprintf(found + used, sizeof found - used, "%s%.*f", i > 0 ? " " : "",
                                 ticks.decimals, ticks.at[i]);
    ck_assert_str_eq(found, expected);
}

START_TEST(ticks_are_round)
{
    ticks_are(SEL_COLUMN_REAL, 0, 4, "0 1 2 3 4");
    ticks_are(SEL_COLUMN_REAL, 0, 1, "0.0 0.2 0.4 0.6 0.8 1.0");
    ticks_are(SEL_COLUMN_REAL, 0.13, 0.41, "0.2 0.3 0.4");
    ticks_are(SEL_COLUMN_REAL, -7, 12, "-5 0 5 10");
    ticks_are(SEL_COLUMN_REAL, 0, 12345, "0 5000 10000");
    ticks_are(SEL_COLUMN_REAL, 1e-6, 3e-6, "0.0000010 0.0000015 0.0000020 0.0000025 0.0000030");
}
END_TEST

START_TEST(whole_numbers_begin_at_the_low_end)
{
    ticks_are(SEL_COLUMN_INTEGER, 0, 5, "0 1 2 3 4 5");
    ticks_are(SEL_COLUMN_INTEGER, 1, 15, "1 5 10 15");
    ticks_are(SEL_COLUMN_INTEGER, 1, 2, "1 2");
    ticks_are(SEL_COLUMN_INTEGER, 4, 15, "5 10 15");
}
END_TEST

START_TEST(proportions_have_round_percentages)
{
    const sel_axis axis = {.type = SEL_COLUMN_PERCENT};
    sel_ticks ticks = sel_svg_ticks(&axis, 0, 0.04);
    ck_assert_uint_eq(ticks.count, 5);
    ck_assert_int_eq(ticks.decimals, 0);
    ck_assert_double_eq_tol(ticks.at[4], 0.04, 1e-12);
    ticks = sel_svg_ticks(&axis, 0, 0.02);
    ck_assert_uint_eq(ticks.count, 5);
    ck_assert_int_eq(ticks.decimals, 1);
    ck_assert_double_eq_tol(ticks.at[1], 0.005, 1e-12);
}
END_TEST

/* Rounding must never give more ticks than there is room for, nor one outside the axis. */
START_TEST(ticks_stay_on_the_axis)
{
    for (int i = 1; i < 4000; i++) {
        const sel_axis axis = {.type = i % 2 == 0 ? SEL_COLUMN_REAL : SEL_COLUMN_INTEGER};
        double low = (i * 7919 % 1000) - 500;
        double high = low + (i % 2 == 0 ? i / 37.0 : i);
        sel_ticks ticks = sel_svg_ticks(&axis, low, high);
        ck_assert_uint_ge(ticks.count, 1);
        ck_assert_uint_le(ticks.count, 8);
        ck_assert(ticks.at[0] >= low - 1e-6 && ticks.at[ticks.count - 1] <= high + 1e-6);
    }
}
END_TEST

/* The drawing of the first mark of a figure. */
static const char *drawn(sel_arena *arena, const sel_figure *figure)
{
    sel_text text = {.arena = arena};
    static const sel_write_options options = {.table = NULL};
    sel_page page = {.out = {.stream = sel_stream_memory(&text)},
                     .arena = sel_arena_create(),
                     .options = &options,
                     .style = {.dash = "-", .decimal_sign = SEL_STR(".")}};
    sel_svg_bar(&page, figure, &figure->marks[0]);
    ck_assert_int_eq(sel_output_end(&page.out, NULL), SEL_OK);
    sel_arena_destroy(page.arena);
    return text.bytes;
}

static void holds(const char *drawing, const char *part)
{
    ck_assert_msg(strstr(drawing, part) != NULL, "no %s in %s", part, drawing);
}

/* An axis from 0 to 10 lies between 2 % and 98 % of the width: a value v at 2 + 9.6 v. */
START_TEST(bars_stand_where_their_values_are)
{
    sel_arena *arena = sel_arena_create();
    sel_mark mark = {.has_value = true, .has_bounds = true, .value = 5, .low = 2, .high = 8};
    sel_figure figure = {.kind = SEL_FIGURE_INTERVALS,
                         .value = {.type = SEL_COLUMN_INTEGER, .low = 0, .high = 10},
                         .marks = &mark,
                         .mark_count = 1};
    const char *interval = drawn(arena, &figure);
    holds(interval, "<line class=\"range\" x1=\"21.20%\" x2=\"78.80%\" y1=\"11\" y2=\"11\"/>");
    holds(interval, "<circle class=\"point\" cx=\"50.00%\" cy=\"11\" r=\"5\"/>");
    holds(interval, "<line class=\"grid\" x1=\"98.00%\"");
    figure.kind = SEL_FIGURE_FACTORS;
    const char *factor = drawn(arena, &figure);
    holds(factor, "<rect class=\"sure\" x=\"2.00%\" width=\"19.20%\"");
    holds(factor, "<rect class=\"maybe\" x=\"21.20%\" width=\"57.60%\"");
    mark.high = 100;
    holds(drawn(arena, &figure), "<rect class=\"maybe\" x=\"21.20%\" width=\"76.80%\"");
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {ticks_are_round,
                            whole_numbers_begin_at_the_low_end,
                            proportions_have_round_percentages,
                            ticks_stay_on_the_axis,
                            bars_stand_where_their_values_are,
                            NULL};
    return run_tests("svg", tests);
}
