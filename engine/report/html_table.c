#include "report/page.h"

#include "report/phrases.h"

/* More rows than this scroll inside their box on a screen, below a head that stays. */
enum { LONG_TABLE = 40 };

static const char *class_of(const sel_column *column)
{
    switch (sel_column_alignment(column)) {
    case SEL_ALIGN_END:
        return " class=\"end\"";
    case SEL_ALIGN_CENTRE:
        return " class=\"centre\"";
    case SEL_ALIGN_BY_TYPE:
    case SEL_ALIGN_START:
        break;
    }
    return column->type == SEL_COLUMN_DATE ? " class=\"date\"" : "";
}

static bool is_address(sel_str link)
{
    return sel_str_starts(link, SEL_STR("https:")) || sel_str_starts(link, SEL_STR("http:")) ||
           sel_str_starts(link, SEL_STR("mailto:")) || sel_str_starts(link, SEL_STR("#"));
}

/* Other schemes (javascript:, data:, file:) stay plain text. */
static void put_value(sel_page *page, const sel_cell *cell, sel_str value)
{
    if (!is_address(cell->link)) {
        sel_page_text(page, value);
        return;
    }
    sel_page_element(page, "<a rel=\"noreferrer\" href=\"", cell->link, "\">");
    sel_page_text(page, value);
    sel_page_raw(page, "</a>");
}

static void put_content(sel_page *page, const sel_column *column, const sel_cell *cell)
{
    sel_cell_words words = sel_cell_people(page->arena, &page->style, column, cell);
    if (cell->kind == SEL_CELL_MISSING)
        sel_page_element(page, "<span class=\"missing\">", words.value, "</span>");
    else if (words.value.len > 0)
        put_value(page, cell, words.value);
    const char *opening = words.value.len > 0 ? " <span class=\"range\">" : "<span>";
    sel_page_element(page, opening, words.range, "</span>");
    sel_page_element(page, " <span class=\"note\">", cell->note, "</span>");
}

static void put_head(sel_page *page, const sel_table *table)
{
    sel_page_raw(page, "<thead><tr>");
    for (uint32_t i = 0; i < table->column_count; i++) {
        const sel_column *column = &table->columns[i];
        if (column->readers == SEL_FOR_MACHINES)
            continue;
        sel_page_raw(page, "<th scope=\"col\"");
        sel_page_raw(page, class_of(column));
        sel_page_raw(page, ">");
        sel_page_text(page, column->label);
        sel_page_raw(page, "</th>");
    }
    sel_page_raw(page, "</tr></thead>\n");
}

/* The first text of a row names it. */
static void put_row(sel_page *page, const sel_table *table, uint32_t row)
{
    bool named = false;
    sel_page_raw(page, "<tr>");
    for (uint32_t i = 0; i < table->column_count; i++) {
        const sel_column *column = &table->columns[i];
        if (column->readers == SEL_FOR_MACHINES)
            continue;
        bool names = !named && column->type == SEL_COLUMN_TEXT;
        sel_page_raw(page, names ? "<th scope=\"row\"" : "<td");
        sel_page_raw(page, class_of(column));
        sel_page_raw(page, ">");
        put_content(page, column, sel_table_cell(table, row, i));
        sel_page_raw(page, names ? "</th>" : "</td>");
        named = named || names;
    }
    sel_page_raw(page, "</tr>\n");
}

static uint32_t columns_for_people(const sel_table *table)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < table->column_count; i++)
        count += table->columns[i].readers != SEL_FOR_MACHINES;
    return count;
}

static void put_caption(sel_page *page, const sel_table *table, sel_str heading)
{
    bool repeats = table->title.len == 0 || sel_str_equal(table->title, heading);
    sel_page_raw(page, repeats ? "<caption class=\"unseen\"" : "<caption");
    sel_page_raw(page, "><span id=\"table.");
    sel_page_raw(page, table->id);
    sel_page_raw(page, "\">");
    sel_page_text(page, table->title.len > 0 ? table->title : heading);
    sel_page_raw(page, "</span></caption>\n");
}

void sel_page_table(sel_page *page, const sel_table *table, sel_str heading)
{
    uint32_t columns = columns_for_people(table);
    if (columns == 0)
        return;
    sel_page_open_box(page, "table", table->id);
    sel_page_raw(page, table->row_count > LONG_TABLE ? "<table class=\"long\">" : "<table>");
    put_caption(page, table, heading);
    put_head(page, table);
    sel_page_raw(page, "<tbody>\n");
    for (uint32_t row = 0; row < table->row_count; row++) {
        put_row(page, table, row);
        sel_arena_reset(page->arena);
    }
    if (table->row_count == 0) {
        sel_output_printf(&page->out, "<tr><td colspan=\"%u\" class=\"missing\">", columns);
        sel_page_phrase(page, "report.no_rows");
        sel_page_raw(page, "</td></tr>\n");
    }
    sel_page_raw(page, "</tbody></table>\n");
    sel_page_close_box(page);
}
