#include "report/scatter.h"

#include "base/fold.h"
#include "report/svg.h"

#include <math.h>

/* Pixels, but for the counts. */
enum {
    SIGN_MAX = 3,    /* characters that fit on a point */
    SIGNED_MAX = 60, /* points with signs */
    SIGN_SIZE = 22,  /* width and height of a sign */
    FARTHEST = 6,    /* signs that one may be moved by */
    NARROWEST = 480, /* width of the drawing, as page.css has it */
    LEFT = 64,       /* for the labels of the vertical axis */
    TOP = 44,        /* for its title */
    HEIGHT = 340,    /* of the plot itself */
    BOTTOM = TOP + HEIGHT,
    BELOW = 58, /* for the labels and title of the horizontal axis */
};

/* The plot lies between these percentages of the drawing's width, right of LEFT. */
static const double PLOT_FROM = 4;
static const double PLOT_TO = 83;

static double percent_of(double part)
{
    return PLOT_FROM + (PLOT_TO - PLOT_FROM) * part;
}

static double height_of(double part)
{
    return BOTTOM - HEIGHT * part;
}

/* Whether two signs touch at some width. Points keep their order from left to right, so a gap that
 * is wide enough on the narrowest drawing only grows on wider ones. */
static bool touch(const sel_spot *a, const sel_spot *b)
{
    if (fabs(a->height + a->dy - b->height - b->dy) < SIGN_SIZE) {
        if (a->part == b->part)
            return abs(a->dx - b->dx) < SIGN_SIZE;
        const sel_spot *left = a->part < b->part ? a : b;
        const sel_spot *right = left == a ? b : a;
        double apart = (percent_of(right->part) - percent_of(left->part)) * NARROWEST / 100;
        return apart + right->dx - left->dx < SIGN_SIZE;
    }
    return false;
}

static bool is_free(const sel_spot *spots, uint32_t placed, const sel_spot *candidate)
{
    double x = percent_of(candidate->part) * NARROWEST / 100 + candidate->dx;
    double y = candidate->height + candidate->dy;
    if (x < 0 || x > NARROWEST - LEFT - SIGN_SIZE / 2.0 || y < TOP - SIGN_SIZE || y > BOTTOM)
        return false;
    for (uint32_t i = 0; i < placed; i++)
        if (touch(&spots[i], candidate))
            return false;
    return true;
}

void sel_scatter_place(sel_spot *spots, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        sel_spot best = spots[i];
        int shortest = -1;
        for (int down = -FARTHEST; down <= FARTHEST; down++)
            for (int along = -FARTHEST; along <= FARTHEST; along++) {
                sel_spot candidate = spots[i];
                candidate.dx = along * SIGN_SIZE;
                candidate.dy = down * SIGN_SIZE;
                int distance = 2 * along * along + 3 * down * down;
                bool shorter = shortest < 0 || distance < shortest;
                if (shorter && is_free(spots, i, &candidate)) {
                    best = candidate;
                    shortest = distance;
                }
            }
        spots[i] = best;
    }
}

static void put_horizontal_axis(sel_page *page, const sel_axis *axis, double low, double high)
{
    sel_ticks ticks = sel_svg_ticks(axis, low, high);
    for (uint32_t i = 0; i < ticks.count; i++) {
        double x = percent_of(sel_svg_part(ticks.at[i], low, high));
        sel_output_printf(&page->out,
                          "<line class=\"grid\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"%d\" y2=\"%d\"/>",
                          x, x, TOP - 8, BOTTOM + 8);
        sel_output_printf(&page->out, "<text x=\"%.2f%%\" y=\"%d\" text-anchor=\"middle\">", x,
                          BOTTOM + 26);
        sel_page_text(page, sel_svg_tick_text(page, axis, &ticks, ticks.at[i]));
        sel_page_raw(page, "</text>\n");
    }
    sel_output_printf(&page->out, "<text class=\"name\" x=\"%.2f%%\" y=\"%d\" text-anchor=\"end\">",
                      PLOT_TO, BOTTOM + 50);
    sel_page_text(page, axis->label);
    sel_page_raw(page, "</text>\n");
}

static void put_vertical_axis(sel_page *page, const sel_axis *axis, double low, double high)
{
    sel_ticks ticks = sel_svg_ticks(axis, low, high);
    for (uint32_t i = 0; i < ticks.count; i++) {
        double y = height_of(sel_svg_part(ticks.at[i], low, high));
        sel_output_printf(&page->out,
                          "<line class=\"grid\" x1=\"0\" x2=\"%.2f%%\" y1=\"%.1f\" y2=\"%.1f\"/>",
                          PLOT_TO, y, y);
        sel_output_printf(&page->out, "<text x=\"-10\" y=\"%.1f\" text-anchor=\"end\">", y + 4);
        sel_page_text(page, sel_svg_tick_text(page, axis, &ticks, ticks.at[i]));
        sel_page_raw(page, "</text>\n");
    }
    sel_output_printf(&page->out, "<text class=\"name\" x=\"%d\" y=\"16\">", -LEFT);
    sel_page_text(page, axis->label);
    sel_page_raw(page, "</text>\n");
}

static const char *const shapes[SEL_SCATTER_CLASSES] = {
    "<circle r=\"11\"/>",
    "<rect x=\"-10\" y=\"-10\" width=\"20\" height=\"20\"/>",
    "<path d=\"M0-14 14 0 0 14-14 0Z\"/>",
    "<path d=\"M-13-10H13L0 14Z\"/>",
};

void sel_scatter_legend(sel_page *page, int class, sel_str text)
{
    if (text.len == 0)
        return;
    sel_output_printf(&page->out,
                      "<li><svg class=\"k%d\" width=\"18\" height=\"18\" viewBox=\"-16 -16 32 32\" "
                      "aria-hidden=\"true\">",
                      class);
    sel_page_raw(page, shapes[class]);
    sel_page_raw(page, "</svg> ");
    sel_page_text(page, text);
    sel_page_raw(page, "</li>\n");
}

sel_str sel_scatter_sign(sel_page *page, const sel_figure *figure, uint32_t mark)
{
    sel_str code = figure->marks[mark].label.code;
    if (code.len > 0 && sel_fold_length(code) <= SIGN_MAX)
        return code;
    return sel_str_printf(page->arena, "%u", mark + 1);
}

static void open_spot(sel_page *page, const char *class, const char *strong, const sel_spot *spot)
{
    sel_output_printf(&page->out, "<svg class=\"%s%s\" x=\"%.2f%%\" y=\"%.1f\">", class, strong,
                      percent_of(spot->part), spot->height);
}

/* From a moved sign to its place. */
static void put_leader(sel_page *page, const sel_spot *spot)
{
    if (spot->dx == 0 && spot->dy == 0)
        return;
    open_spot(page, "leader", "", spot);
    sel_output_printf(&page->out, "<line x2=\"%d\" y2=\"%d\"/><circle r=\"2.5\"/></svg>\n",
                      spot->dx, spot->dy);
}

static void put_point(sel_page *page, const sel_figure *figure, uint32_t number,
                      const sel_spot *spot, bool sign)
{
    const sel_mark *mark = &figure->marks[number];
    const char class[] = {'k', (char)('0' + mark->class), '\0'};
    open_spot(page, class, mark->strong ? " strong" : "", spot);
    sel_output_printf(&page->out, "<g transform=\"translate(%d %d)%s\">", spot->dx, spot->dy,
                      sign ? "" : " scale(.45)");
    sel_page_raw(page, "<title>");
    sel_page_text(page, mark->label.text);
    sel_page_raw(page, "</title>");
    sel_page_raw(page, shapes[mark->class]);
    if (sign)
        sel_page_element(page, "<text y=\"4\" text-anchor=\"middle\">",
                         sel_scatter_sign(page, figure, number), "</text>");
    sel_page_raw(page, "</g></svg>\n");
}

/* The drawing up to its axes. */
static void put_frame(sel_page *page, const sel_figure *figure)
{
    sel_output_printf(&page->out,
                      "<svg class=\"scatter\" width=\"100%%\" height=\"%d\" role=\"img\" ",
                      BOTTOM + BELOW);
    sel_output_printf(&page->out, "aria-labelledby=\"plot.%s\" aria-describedby=\"words.%s\">\n",
                      figure->id, figure->id);
    sel_output_printf(&page->out, "<title id=\"plot.%s\">", figure->id);
    sel_page_text(page, figure->title);
    sel_output_printf(&page->out, "</title><desc id=\"words.%s\">", figure->id);
    sel_page_text(page, figure->alternative);
    sel_output_printf(&page->out, "</desc>\n<g transform=\"translate(%d 0)\">\n", LEFT);
}

void sel_scatter_write(sel_page *page, const sel_figure *figure)
{
    double low = 0;
    double high = 0;
    double bottom = 0;
    double top = 0;
    sel_figure_range(figure, &figure->value, &low, &high);
    sel_figure_range(figure, &figure->across, &bottom, &top);
    sel_spot *spots = sel_arena_array(page->arena, figure->mark_count, sizeof *spots);
    uint32_t *numbers = sel_arena_array(page->arena, figure->mark_count, sizeof *numbers);
    uint32_t count = 0;
    for (uint32_t i = 0; i < figure->mark_count; i++) {
        const sel_mark *mark = &figure->marks[i];
        if (!mark->has_value)
            continue;
        spots[count].part = sel_svg_part(mark->value, low, high);
        spots[count].height = height_of(sel_svg_part(mark->y, bottom, top));
        numbers[count++] = i;
    }
    bool signs = count <= SIGNED_MAX;
    if (signs)
        sel_scatter_place(spots, count);
    put_frame(page, figure);
    put_horizontal_axis(page, &figure->value, low, high);
    put_vertical_axis(page, &figure->across, bottom, top);
    for (uint32_t i = 0; i < count; i++)
        put_leader(page, &spots[i]);
    for (uint32_t i = 0; i < count; i++)
        put_point(page, figure, numbers[i], &spots[i], signs);
    sel_page_raw(page, "</g></svg>\n");
}
