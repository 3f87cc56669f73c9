#include "report/page.h"

#include "base/fold.h"
#include "report/scatter.h"
#include "report/svg.h"

/* Column heads of a heat map that are longer than this stand upright. */
enum { LEVEL_HEAD = 4 };

static bool heads_upright(const sel_heat_layout *map)
{
    for (uint32_t i = 0; i < map->column_count; i++)
        if (sel_fold_width(map->columns[i].text) > LEVEL_HEAD)
            return true;
    return false;
}

static void put_class(sel_page *page, const sel_figure *figure, int class)
{
    const char *scale = figure->scale == SEL_SCALE_DIVERGING ? "v" : "c";
    if (class == SEL_CLASS_UNKNOWN)
        sel_page_raw(page, "unknown");
    else
        sel_output_printf(&page->out, "%s%d", scale, class);
}

static void put_map(sel_page *page, const sel_heat_layout *map)
{
    const char *head = heads_upright(map) ? "<th scope=\"col\" class=\"upright\"><span>"
                                          : "<th scope=\"col\" class=\"centre\"><span>";
    sel_page_raw(page, "<table class=\"map\"><thead><tr><th scope=\"col\">");
    sel_page_text(page, map->down->label);
    sel_page_raw(page, "</th>");
    for (uint32_t i = 0; i < map->column_count; i++) {
        sel_page_raw(page, head);
        sel_page_text(page, map->columns[i].text);
        sel_page_raw(page, "</span></th>");
    }
    sel_page_raw(page, "</tr></thead>\n<tbody>\n");
    for (uint32_t i = 0; i < map->row_count; i++) {
        sel_page_raw(page, "<tr><th scope=\"row\">");
        sel_page_text(page, map->rows[i].text);
        sel_page_raw(page, "</th>");
        for (uint32_t j = 0; j < map->column_count; j++) {
            const sel_heat_cell *cell = sel_layout_cell(map, i, j);
            sel_page_raw(page, "<td class=\"");
            put_class(page, map->figure, cell->class);
            sel_page_raw(page, "\">");
            sel_page_text(page, cell->text);
            sel_page_raw(page, "</td>");
        }
        sel_page_raw(page, "</tr>\n");
    }
    sel_page_raw(page, "</tbody></table>\n");
}

static void put_swatch(sel_page *page, const sel_figure *figure, int class, sel_str text)
{
    if (text.len == 0)
        return;
    sel_page_raw(page, "<li><span class=\"swatch ");
    put_class(page, figure, class);
    sel_page_raw(page, "\"></span> ");
    sel_page_text(page, text);
    sel_page_raw(page, "</li>\n");
}

static void put_heat_map(sel_page *page, const sel_figure *figure)
{
    const sel_heat_layout map = sel_figure_layout(figure);
    sel_page_open_box(page, "figure", figure->id);
    put_map(page, &map);
    sel_page_close_box(page);
    sel_page_raw(page, "<ul class=\"legend\">\n");
    put_swatch(page, figure, SEL_CLASS_UNKNOWN, figure->unknown);
    for (int i = 0; i < SEL_CLASSES; i++)
        put_swatch(page, figure, i, figure->classes[i]);
    sel_page_raw(page, "</ul>\n");
}

static void put_bars(sel_page *page, const sel_figure *figure)
{
    sel_page_raw(page, "<table class=\"bars\"><thead><tr><th scope=\"col\">");
    sel_page_text(page, figure->item.label);
    sel_page_raw(page, "</th><td class=\"plot\" dir=\"ltr\">");
    sel_svg_axis(page, figure);
    sel_page_raw(page, "</td><th scope=\"col\" class=\"words\">");
    sel_page_text(page, figure->value.label);
    sel_page_raw(page, "</th></tr></thead>\n<tbody>\n");
    for (uint32_t i = 0; i < figure->mark_count; i++) {
        const sel_mark *mark = &figure->marks[i];
        sel_page_raw(page, mark->strong ? "<tr class=\"strong\">" : "<tr>");
        sel_page_raw(page, "<th scope=\"row\">");
        sel_page_text(page, mark->label.text);
        sel_page_raw(page, "</th><td class=\"plot\" dir=\"ltr\">");
        sel_svg_bar(page, figure, mark);
        sel_page_raw(page, "</td><td class=\"words\">");
        sel_page_text(page, mark->text);
        sel_page_raw(page, "</td></tr>\n");
    }
    sel_page_raw(page, "</tbody></table>\n");
}

static void put_key_row(sel_page *page, const sel_figure *figure, uint32_t number)
{
    const sel_mark *mark = &figure->marks[number];
    const sel_axis *axes[] = {&figure->value, &figure->across};
    sel_page_element(page, "<tr><td class=\"sign\">", sel_scatter_sign(page, figure, number),
                     "</td>");
    sel_page_raw(page, "<th scope=\"row\">");
    sel_page_text(page, mark->label.text);
    sel_page_raw(page, "</th>");
    for (int i = 0; i < 2; i++) {
        sel_page_raw(page, "<td class=\"end\">");
        if (mark->has_value)
            sel_page_text(page, sel_axis_text(page->arena, &page->style, axes[i]->type,
                                              axes[i]->decimals, i == 0 ? mark->value : mark->y));
        else
            sel_page_element(page, "<span class=\"missing\">", mark->text, "</span>");
        sel_page_raw(page, "</td>");
    }
    if (figure->class_label.len > 0) {
        sel_page_raw(page, "<td>");
        sel_page_text(page, figure->classes[mark->class]);
        sel_page_raw(page, "</td>");
    }
    sel_page_raw(page, "</tr>\n");
}

/* What the signs on the points stand for: the figure's data. */
static void put_key(sel_page *page, const sel_figure *figure)
{
    sel_page_raw(page, "<details open=\"open\"><summary>");
    sel_page_phrase(page, "report.figure_data");
    sel_page_raw(page, "</summary>\n");
    sel_page_open_box(page, "figure", figure->id);
    sel_page_raw(page, "<table class=\"key\"><thead><tr><td></td><th scope=\"col\">");
    sel_page_text(page, figure->item.label);
    sel_page_element(page, "</th><th scope=\"col\" class=\"end\">", figure->value.label, "");
    sel_page_element(page, "</th><th scope=\"col\" class=\"end\">", figure->across.label, "");
    sel_page_element(page, "</th><th scope=\"col\">", figure->class_label, "");
    sel_page_raw(page, "</th></tr></thead>\n<tbody>\n");
    for (uint32_t i = 0; i < figure->mark_count; i++)
        put_key_row(page, figure, i);
    sel_page_raw(page, "</tbody></table>\n");
    sel_page_close_box(page);
    sel_page_raw(page, "</details>\n");
}

static void put_scatter(sel_page *page, const sel_figure *figure)
{
    sel_page_open_box(page, "figure", figure->id);
    sel_scatter_write(page, figure);
    sel_page_close_box(page);
    if (figure->class_label.len > 0) {
        sel_page_raw(page, "<ul class=\"legend\">\n");
        for (int i = 0; i < SEL_SCATTER_CLASSES; i++)
            sel_scatter_legend(page, i, figure->classes[i]);
        sel_page_raw(page, "</ul>\n");
    }
    put_key(page, figure);
}

void sel_page_figure(sel_page *page, const sel_figure *figure, sel_str heading)
{
    bool repeats = sel_str_equal(figure->title, heading);
    sel_page_raw(page, "<figure><figcaption><strong");
    sel_page_raw(page, repeats ? " class=\"unseen\" id=\"figure." : " id=\"figure.");
    sel_page_raw(page, figure->id);
    sel_page_raw(page, "\">");
    sel_page_text(page, figure->title);
    sel_page_raw(page, "</strong>\n");
    sel_page_element(page, "<p>", figure->alternative, "</p>");
    sel_page_raw(page, "</figcaption>\n");
    switch (figure->kind) {
    case SEL_FIGURE_HEAT_MAP:
        put_heat_map(page, figure);
        break;
    case SEL_FIGURE_INTERVALS:
    case SEL_FIGURE_FACTORS:
        put_bars(page, figure);
        break;
    case SEL_FIGURE_SCATTER:
        put_scatter(page, figure);
        break;
    }
    sel_page_raw(page, "</figure>\n");
}
