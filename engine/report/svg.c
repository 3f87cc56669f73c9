#include "report/svg.h"

#include <math.h>

enum {
    BAR_HEIGHT = 22,
    AXIS_HEIGHT = 20,
    TICKS_WANTED = 5,
};

/* A tick may miss its place by this part of a step. */
static const double ROUNDING = 1e-9;

/* 1, 2, 5 or 10 times a power of ten, not below rough. */
static double round_step(double rough)
{
    static const double leads[] = {1, 2, 5};
    double power = pow(10, floor(log10(rough)));
    for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++)
        if (rough <= leads[i] * power)
            return leads[i] * power;
    return 10 * power;
}

sel_ticks sel_svg_ticks(const sel_axis *axis, double low, double high)
{
    double scale = axis->type == SEL_COLUMN_PERCENT ? 100 : 1;
    double step = round_step((high - low) * scale / TICKS_WANTED);
    if (axis->type == SEL_COLUMN_INTEGER && step < 1)
        step = 1;
    sel_ticks ticks = {.decimals = step < 1 ? (int)ceil(-log10(step) - ROUNDING) : 0};
    step /= scale;
    double first = ceil(low / step - ROUNDING) * step;
    if (axis->type == SEL_COLUMN_INTEGER && first - low > step / 2)
        ticks.at[ticks.count++] = low;
    uint32_t room = sizeof ticks.at / sizeof ticks.at[0] - ticks.count;
    for (uint32_t i = 0; i < room && first + i * step <= high + step * ROUNDING; i++)
        ticks.at[ticks.count++] = first + i * step;
    return ticks;
}

double sel_svg_part(double value, double low, double high)
{
    double part = (value - low) / (high - low);
    return part < 0 ? 0 : part > 1 ? 1 : part;
}

/* Bars leave a little room at both ends for round caps and labels. */
static double bar_percent(double part)
{
    return 2 + 96 * part;
}

sel_str sel_svg_tick_text(sel_page *page, const sel_axis *axis, const sel_ticks *ticks,
                          double value)
{
    return sel_axis_text(page->arena, &page->style, axis->type, ticks->decimals, value);
}

void sel_svg_axis(sel_page *page, const sel_figure *figure)
{
    double low = 0;
    double high = 0;
    sel_figure_range(figure, &figure->value, &low, &high);
    sel_ticks ticks = sel_svg_ticks(&figure->value, low, high);
    sel_output_printf(&page->out,
                      "<svg class=\"axis\" width=\"100%%\" height=\"%d\" aria-hidden=\"true\">",
                      AXIS_HEIGHT);
    for (uint32_t i = 0; i < ticks.count; i++) {
        double x = bar_percent(sel_svg_part(ticks.at[i], low, high));
        sel_output_printf(&page->out, "<text x=\"%.2f%%\" y=\"14\" text-anchor=\"middle\">", x);
        sel_page_text(page, sel_svg_tick_text(page, &figure->value, &ticks, ticks.at[i]));
        sel_page_raw(page, "</text>");
    }
    sel_page_raw(page, "</svg>");
}

static void put_grid(sel_page *page, const sel_figure *figure, double low, double high)
{
    sel_ticks ticks = sel_svg_ticks(&figure->value, low, high);
    for (uint32_t i = 0; i < ticks.count; i++) {
        double x = bar_percent(sel_svg_part(ticks.at[i], low, high));
        sel_output_printf(&page->out,
                          "<line class=\"grid\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"0\" y2=\"%d\"/>",
                          x, x, BAR_HEIGHT);
    }
}

static void put_interval(sel_page *page, const sel_mark *mark, double low, double high)
{
    if (mark->has_bounds)
        sel_output_printf(&page->out,
                          "<line class=\"range\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"11\" y2=\"11\"/>",
                          bar_percent(sel_svg_part(mark->low, low, high)),
                          bar_percent(sel_svg_part(mark->high, low, high)));
    if (mark->has_value)
        sel_output_printf(&page->out, "<circle class=\"point\" cx=\"%.2f%%\" cy=\"11\" r=\"5\"/>",
                          bar_percent(sel_svg_part(mark->value, low, high)));
}

static void put_rectangle(sel_page *page, const char *class, double from, double to)
{
    sel_output_printf(&page->out,
                      "<rect class=\"%s\" x=\"%.2f%%\" width=\"%.2f%%\" y=\"4\" height=\"14\"/>",
                      class, bar_percent(from), bar_percent(to) - bar_percent(from));
}

/* Filled as far as it is sure, outlined as far as it is possible. */
static void put_factor(sel_page *page, const sel_mark *mark, double low, double high)
{
    double zero = sel_svg_part(0, low, high);
    double sure = mark->has_bounds ? mark->low : mark->value;
    if (mark->has_bounds || mark->has_value)
        put_rectangle(page, "sure", zero, sel_svg_part(sure, low, high));
    if (mark->has_bounds && mark->high > mark->low)
        put_rectangle(page, "maybe", sel_svg_part(mark->low, low, high),
                      sel_svg_part(mark->high, low, high));
}

void sel_svg_bar(sel_page *page, const sel_figure *figure, const sel_mark *mark)
{
    double low = 0;
    double high = 0;
    sel_figure_range(figure, &figure->value, &low, &high);
    sel_output_printf(&page->out,
                      "<svg class=\"bar\" width=\"100%%\" height=\"%d\" aria-hidden=\"true\">",
                      BAR_HEIGHT);
    put_grid(page, figure, low, high);
    if (figure->kind == SEL_FIGURE_FACTORS)
        put_factor(page, mark, low, high);
    else
        put_interval(page, mark, low, high);
    sel_page_raw(page, "</svg>");
}
