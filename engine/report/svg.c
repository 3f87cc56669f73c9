#include "report/svg.h"

#include "base/fold.h"

#include <math.h>

enum {
    BAR_HEIGHT = 22,
    AXIS_HEIGHT = 20,
    TICKS_WANTED = 5,
    SIGN_MAX = 3,      /* characters that fit on a point */
    PLOT_LEFT = 64,    /* pixels, for the labels of the vertical axis */
    PLOT_TOP = 44,     /* for its title */
    PLOT_HEIGHT = 340, /* of the plot itself */
    PLOT_BOTTOM = 58,  /* for the labels and title of the horizontal axis */
    POINT_STEP = 22,   /* between points at the same place */
    POINTS_BESIDE = 3, /* of them in one row */
    SIGNED_POINTS = 60 /* with more points they are dots without a sign */
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

/* Where a value stands between the ends of an axis, 0 to 1; outside values at the ends. */
static double part_of(double value, double low, double high)
{
    double part = (value - low) / (high - low);
    return part < 0 ? 0 : part > 1 ? 1 : part;
}

/* Bars leave a little room at both ends for round caps and labels. */
static double bar_percent(double part)
{
    return 2 + 96 * part;
}

static double plot_percent(double part)
{
    return 4 + 79 * part;
}

static sel_str tick_text(sel_page *page, const sel_axis *axis, const sel_ticks *ticks, double value)
{
    return sel_axis_text(page->arena, &page->style, axis->type, ticks->decimals, value);
}

void sel_svg_axis(sel_page *page, const sel_figure *figure)
{
    double low = 0;
    double high = 0;
    sel_figure_range(figure, &figure->value, &low, &high);
    sel_ticks ticks = sel_svg_ticks(&figure->value, low, high);
    sel_putf(&page->out, "<svg class=\"axis\" width=\"100%%\" height=\"%d\" aria-hidden=\"true\">",
             AXIS_HEIGHT);
    for (uint32_t i = 0; i < ticks.count; i++) {
        double x = bar_percent(part_of(ticks.at[i], low, high));
        sel_putf(&page->out, "<text x=\"%.2f%%\" y=\"14\" text-anchor=\"middle\">", x);
        sel_page_text(page, tick_text(page, &figure->value, &ticks, ticks.at[i]));
        sel_page_raw(page, "</text>");
    }
    sel_page_raw(page, "</svg>");
}

static void put_grid(sel_page *page, const sel_figure *figure, double low, double high)
{
    sel_ticks ticks = sel_svg_ticks(&figure->value, low, high);
    for (uint32_t i = 0; i < ticks.count; i++) {
        double x = bar_percent(part_of(ticks.at[i], low, high));
        sel_putf(&page->out,
                 "<line class=\"grid\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"0\" y2=\"%d\"/>", x, x,
                 BAR_HEIGHT);
    }
}

static void put_interval(sel_page *page, const sel_mark *mark, double low, double high)
{
    if (mark->has_bounds)
        sel_putf(&page->out,
                 "<line class=\"range\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"11\" y2=\"11\"/>",
                 bar_percent(part_of(mark->low, low, high)),
                 bar_percent(part_of(mark->high, low, high)));
    if (mark->has_value)
        sel_putf(&page->out, "<circle class=\"point\" cx=\"%.2f%%\" cy=\"11\" r=\"5\"/>",
                 bar_percent(part_of(mark->value, low, high)));
}

static void put_rectangle(sel_page *page, const char *class, double from, double to)
{
    sel_putf(&page->out, "<rect class=\"%s\" x=\"%.2f%%\" width=\"%.2f%%\" y=\"4\" height=\"14\"/>",
             class, bar_percent(from), bar_percent(to) - bar_percent(from));
}

/* Filled as far as it is sure, outlined as far as it is possible. */
static void put_factor(sel_page *page, const sel_mark *mark, double low, double high)
{
    double zero = part_of(0, low, high);
    double sure = mark->has_bounds ? mark->low : mark->value;
    if (mark->has_bounds || mark->has_value)
        put_rectangle(page, "sure", zero, part_of(sure, low, high));
    if (mark->has_bounds && mark->high > mark->low)
        put_rectangle(page, "maybe", part_of(mark->low, low, high), part_of(mark->high, low, high));
}

void sel_svg_bar(sel_page *page, const sel_figure *figure, const sel_mark *mark)
{
    double low = 0;
    double high = 0;
    sel_figure_range(figure, &figure->value, &low, &high);
    sel_putf(&page->out, "<svg class=\"bar\" width=\"100%%\" height=\"%d\" aria-hidden=\"true\">",
             BAR_HEIGHT);
    put_grid(page, figure, low, high);
    if (figure->kind == SEL_FIGURE_FACTORS)
        put_factor(page, mark, low, high);
    else
        put_interval(page, mark, low, high);
    sel_page_raw(page, "</svg>");
}

sel_str sel_svg_sign(sel_page *page, const sel_figure *figure, uint32_t mark)
{
    sel_str code = figure->marks[mark].label.code;
    if (code.len > 0 && sel_fold_length(code) <= SIGN_MAX)
        return code;
    return sel_str_printf(page->arena, "%u", mark + 1);
}

/* The range of one axis of a scatter. */
typedef struct span {
    double low;
    double high;
} span;

static double height_of(double value, span across)
{
    return PLOT_TOP + PLOT_HEIGHT * (1 - part_of(value, across.low, across.high));
}

static void put_horizontal_axis(sel_page *page, const sel_axis *axis, span range)
{
    sel_ticks ticks = sel_svg_ticks(axis, range.low, range.high);
    int bottom = PLOT_TOP + PLOT_HEIGHT;
    for (uint32_t i = 0; i < ticks.count; i++) {
        double value = ticks.at[i];
        double x = plot_percent(part_of(value, range.low, range.high));
        sel_putf(&page->out,
                 "<line class=\"grid\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"%d\" y2=\"%d\"/>", x, x,
                 PLOT_TOP - 8, bottom + 8);
        sel_putf(&page->out, "<text x=\"%.2f%%\" y=\"%d\" text-anchor=\"middle\">", x, bottom + 26);
        sel_page_text(page, tick_text(page, axis, &ticks, value));
        sel_page_raw(page, "</text>\n");
    }
    sel_putf(&page->out, "<text class=\"name\" x=\"%.2f%%\" y=\"%d\" text-anchor=\"end\">",
             plot_percent(1), bottom + 50);
    sel_page_text(page, axis->label);
    sel_page_raw(page, "</text>\n");
}

static void put_vertical_axis(sel_page *page, const sel_axis *axis, span range)
{
    sel_ticks ticks = sel_svg_ticks(axis, range.low, range.high);
    for (uint32_t i = 0; i < ticks.count; i++) {
        double value = ticks.at[i];
        double y = height_of(value, range);
        sel_putf(&page->out,
                 "<line class=\"grid\" x1=\"0\" x2=\"%.2f%%\" y1=\"%.1f\" y2=\"%.1f\"/>",
                 plot_percent(1), y, y);
        sel_putf(&page->out, "<text x=\"-10\" y=\"%.1f\" text-anchor=\"end\">", y + 4);
        sel_page_text(page, tick_text(page, axis, &ticks, value));
        sel_page_raw(page, "</text>\n");
    }
    sel_putf(&page->out, "<text class=\"name\" x=\"%d\" y=\"16\">", -PLOT_LEFT);
    sel_page_text(page, axis->label);
    sel_page_raw(page, "</text>\n");
}

static bool same_place(const sel_mark *a, const sel_mark *b)
{
    return a->has_value && b->has_value && a->value == b->value && a->y == b->y;
}

/* Points at the same place stand beside each other, POINTS_BESIDE in a row, growing towards the
 * middle of the plot. */
static void displace(const sel_figure *figure, uint32_t mark, double height, double *dx, double *dy)
{
    uint32_t before = 0;
    uint32_t all = 0;
    for (uint32_t i = 0; i < figure->mark_count; i++)
        if (same_place(&figure->marks[i], &figure->marks[mark])) {
            before += i < mark;
            all++;
        }
    uint32_t row = before / POINTS_BESIDE;
    uint32_t in_row = all - row * POINTS_BESIDE;
    in_row = in_row > POINTS_BESIDE ? POINTS_BESIDE : in_row;
    *dx = (before % POINTS_BESIDE - (in_row - 1) / 2.0) * POINT_STEP;
    bool low_half = height > PLOT_TOP + PLOT_HEIGHT / 2.0;
    *dy = (low_half ? -1.0 : 1.0) * row * POINT_STEP;
}

static const char *const shapes[SEL_SCATTER_CLASSES] = {
    "<circle r=\"11\"/>",
    "<rect x=\"-10\" y=\"-10\" width=\"20\" height=\"20\"/>",
    "<path d=\"M0-14 14 0 0 14-14 0Z\"/>",
    "<path d=\"M-13-10H13L0 14Z\"/>",
};

void sel_svg_legend(sel_page *page, int class, sel_str text)
{
    if (text.len == 0)
        return;
    sel_putf(&page->out,
             "<li><svg class=\"k%d\" width=\"18\" height=\"18\" viewBox=\"-16 -16 32 32\" "
             "aria-hidden=\"true\">",
             class);
    sel_page_raw(page, shapes[class]);
    sel_page_raw(page, "</svg> ");
    sel_page_text(page, text);
    sel_page_raw(page, "</li>\n");
}

static void put_point(sel_page *page, const sel_figure *figure, uint32_t number, span along,
                      span across)
{
    const sel_mark *mark = &figure->marks[number];
    bool dots = figure->mark_count > SIGNED_POINTS;
    double y = height_of(mark->y, across);
    double dx = 0;
    double dy = 0;
    if (!dots)
        displace(figure, number, y, &dx, &dy);
    sel_putf(&page->out, "<svg class=\"k%u%s\" x=\"%.2f%%\" y=\"%.1f\">", mark->class,
             mark->strong ? " strong" : "",
             plot_percent(part_of(mark->value, along.low, along.high)), y);
    sel_putf(&page->out, "<g transform=\"translate(%g %g)%s\">", dx, dy, dots ? " scale(.45)" : "");
    sel_page_raw(page, "<title>");
    sel_page_text(page, mark->label.text);
    sel_page_raw(page, "</title>");
    sel_page_raw(page, shapes[mark->class]);
    if (!dots)
        sel_page_element(page, "<text y=\"4\" text-anchor=\"middle\">",
                         sel_svg_sign(page, figure, number), "</text>");
    sel_page_raw(page, "</g></svg>\n");
}

void sel_svg_scatter(sel_page *page, const sel_figure *figure)
{
    span along = {0};
    span across = {0};
    sel_figure_range(figure, &figure->value, &along.low, &along.high);
    sel_figure_range(figure, &figure->across, &across.low, &across.high);
    sel_putf(&page->out, "<svg class=\"scatter\" width=\"100%%\" height=\"%d\" role=\"img\" ",
             PLOT_TOP + PLOT_HEIGHT + PLOT_BOTTOM);
    sel_putf(&page->out, "aria-labelledby=\"plot.%s\" aria-describedby=\"words.%s\">\n", figure->id,
             figure->id);
    sel_putf(&page->out, "<title id=\"plot.%s\">", figure->id);
    sel_page_text(page, figure->title);
    sel_putf(&page->out, "</title><desc id=\"words.%s\">", figure->id);
    sel_page_text(page, figure->alternative);
    sel_putf(&page->out, "</desc>\n<g transform=\"translate(%d 0)\">\n", PLOT_LEFT);
    put_horizontal_axis(page, &figure->value, along);
    put_vertical_axis(page, &figure->across, across);
    for (uint32_t i = 0; i < figure->mark_count; i++)
        if (figure->marks[i].has_value)
            put_point(page, figure, i, along, across);
    sel_page_raw(page, "</g></svg>\n");
}
