#include "report/scatter.h"

#include "check_suite.h"

#include <math.h>

START_TEST(points_show_short_codes_or_numbers)
{
    sel_arena *arena = sel_arena_create();
    sel_page page = {.arena = arena};
    sel_mark marks[] = {{.label.code = SEL_STR("FJI")},
                        {.label.code = SEL_STR("D1.2")},
                        {.label.code = SEL_STR("日本国")},
                        {.label.text = SEL_STR("x")}};
    const sel_figure figure = {.marks = marks, .mark_count = 4};
    ck_assert(sel_str_is(sel_scatter_sign(&page, &figure, 0), "FJI"));
    ck_assert(sel_str_is(sel_scatter_sign(&page, &figure, 1), "2"));
    ck_assert(sel_str_is(sel_scatter_sign(&page, &figure, 2), "日本国"));
    ck_assert(sel_str_is(sel_scatter_sign(&page, &figure, 3), "4"));
    sel_arena_destroy(arena);
}
END_TEST

static void written_holds(const sel_figure *figure, const char *const *parts)
{
    sel_arena *arena = sel_arena_create();
    sel_text text = {.arena = arena};
    static const sel_write_options options = {.table = NULL};
    sel_page page = {.out = {.stream = sel_stream_memory(&text)},
                     .arena = sel_arena_create(),
                     .options = &options,
                     .style = {.dash = "-", .decimal_sign = SEL_STR(".")}};
    sel_scatter_write(&page, figure);
    ck_assert_int_eq(sel_output_end(&page.out, NULL), SEL_OK);
    for (; *parts != NULL; parts++)
        ck_assert_msg(strstr(text.bytes, *parts) != NULL, "no %s in %s", *parts, text.bytes);
    sel_arena_destroy(page.arena);
    sel_arena_destroy(arena);
}

/* Axes from 0 to 10 on a plot from 4 % to 83 % of the width and 384 to 44 pixels down: 5 stands at
 * 43.5 %, 1 at 350. Three points there: the first keeps its place, the others stand beside it. */
START_TEST(points_at_one_place_are_set_apart)
{
    sel_mark marks[3];
    for (int i = 0; i < 3; i++)
        marks[i] = (sel_mark){.has_value = true, .value = 5, .y = 1};
    const sel_figure figure = {.kind = SEL_FIGURE_SCATTER,
                               .id = "f",
                               .value = {.type = SEL_COLUMN_REAL, .low = 0, .high = 10},
                               .across = {.type = SEL_COLUMN_REAL, .low = 0, .high = 10},
                               .marks = marks,
                               .mark_count = 3};
    static const char *const parts[] = {
        "<svg class=\"k0\" x=\"43.50%\" y=\"350.0\"><g transform=\"translate(0 0)\">",
        "<g transform=\"translate(-22 0)\">", "<g transform=\"translate(22 0)\">",
        "<svg class=\"leader\" x=\"43.50%\" y=\"350.0\"><line x2=\"22\" y2=\"0\"/>", NULL};
    written_holds(&figure, parts);
}
END_TEST

/* Where a sign stands on a drawing of some width. */
static double x_of(const sel_spot *spot, double width)
{
    return (4 + 79 * spot->part) / 100 * width + spot->dx;
}

static void signs_do_not_touch(const sel_spot *spots, uint32_t count)
{
    for (double width = 480; width <= 2000; width += 40)
        for (uint32_t i = 0; i < count; i++)
            for (uint32_t j = 0; j < i; j++) {
                double across = fabs(x_of(&spots[i], width) - x_of(&spots[j], width));
                double down = fabs(spots[i].height + spots[i].dy - spots[j].height - spots[j].dy);
                ck_assert_msg(across >= 21.99 || down >= 21.99, "%u and %u at width %g", i, j,
                              width);
            }
}

START_TEST(signs_never_touch)
{
    uint32_t seed = 1;
    for (int round = 0; round < 40; round++) {
        sel_spot spots[40];
        for (uint32_t i = 0; i < 40; i++) {
            seed = seed * 1664525U + 1013904223U;
            uint32_t across = seed >> 16;
            seed = seed * 1664525U + 1013904223U;
            /* Half of the rounds have many points of equal need, as severities are. */
            double part = round % 2 == 0 ? (double)(across % 6) / 5 : (double)across / 65536;
            spots[i] = (sel_spot){.part = part, .height = 44 + (double)(seed >> 16) / 65536 * 340};
        }
        sel_scatter_place(spots, 40);
        signs_do_not_touch(spots, 40);
    }
}
END_TEST

START_TEST(signs_with_room_stay)
{
    sel_spot spots[] = {{.part = 0, .height = 44},
                        {.part = 1, .height = 384},
                        {.part = 0.5, .height = 200},
                        {.part = 0.5, .height = 222}};
    sel_scatter_place(spots, 4);
    for (int i = 0; i < 4; i++)
        ck_assert(spots[i].dx == 0 && spots[i].dy == 0);
}
END_TEST

/* At an edge there is room on one side only; a crowd finds its places all the same. */
START_TEST(crowds_stay_on_the_drawing)
{
    static const double parts[] = {0, 0.5, 1};
    for (int corner = 0; corner < 3; corner++) {
        sel_spot spots[40];
        for (int i = 0; i < 40; i++)
            spots[i] = (sel_spot){.part = parts[corner], .height = corner == 1 ? 44 : 384};
        sel_scatter_place(spots, 40);
        signs_do_not_touch(spots, 40);
        for (int i = 0; i < 40; i++) {
            double x = x_of(&spots[i], 480);
            ck_assert(x >= 0 && x <= 480 - 64 - 11);
            ck_assert(spots[i].height + spots[i].dy >= 22 && spots[i].height + spots[i].dy <= 384);
        }
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {points_show_short_codes_or_numbers,
                            points_at_one_place_are_set_apart,
                            signs_never_touch,
                            signs_with_room_stay,
                            crowds_stay_on_the_drawing,
                            NULL};
    return run_tests("scatter", tests);
}
