#include "report/cell_text.h"
#include "report/clean.h"
#include "report/writers.h"

#include <jansson.h>

enum { HUNDREDTHS = 100 };

static const size_t DUMP_FLAGS = JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(12);

static json_t *text_value(sel_arena *scratch, sel_str text)
{
    sel_str clean = sel_clean_text(scratch, text);
    return json_stringn(clean.len == 0 ? "" : clean.ptr, clean.len);
}

static json_t *bound_value(const sel_column *column, bool known, double bound)
{
    char day[SEL_DATE_ROOM];
    if (!known)
        return json_null();
    switch (column->type) {
    case SEL_COLUMN_INTEGER:
        return json_integer((json_int_t)bound);
    case SEL_COLUMN_DATE:
        return json_string(sel_day_text((sel_day)bound, day));
    case SEL_COLUMN_MONEY:
        return json_real(bound / HUNDREDTHS);
    case SEL_COLUMN_TEXT:
    case SEL_COLUMN_REAL:
    case SEL_COLUMN_PERCENT:
        break;
    }
    return json_real(bound);
}

static json_t *integer_value(const sel_column *column, int64_t value)
{
    if (column->type != SEL_COLUMN_MONEY)
        return json_integer(value);
    return json_real((double)value / HUNDREDTHS);
}

static json_t *cell_value(sel_arena *scratch, const sel_column *column, const sel_cell *cell)
{
    char day[SEL_DATE_ROOM];
    switch (cell->kind) {
    case SEL_CELL_EMPTY:
    case SEL_CELL_MISSING:
        break;
    case SEL_CELL_TEXT:
        return text_value(scratch, cell->text);
    case SEL_CELL_INTEGER:
        return integer_value(column, cell->integer);
    case SEL_CELL_REAL:
        return json_real(cell->real == 0 ? 0.0 : cell->real);
    case SEL_CELL_DATE:
        return json_string(sel_day_text((sel_day)cell->integer, day));
    }
    return json_null();
}

static void set_with_suffix(sel_arena *scratch, json_t *row, const char *id, const char *suffix,
                            json_t *value)
{
    json_object_set_new(row, sel_str_printf(scratch, "%s%s", id, suffix).ptr, value);
}

static json_t *row_value(sel_arena *scratch, const sel_table *table, uint32_t number)
{
    json_t *row = json_object();
    for (uint32_t i = 0; i < table->column_count; i++) {
        const sel_column *column = &table->columns[i];
        const sel_cell *cell = sel_table_cell(table, number, i);
        if (column->readers == SEL_FOR_PEOPLE)
            continue;
        json_object_set_new(row, column->id, cell_value(scratch, column, cell));
        if (column->bounds) {
            set_with_suffix(scratch, row, column->id, "_low",
                            bound_value(column, cell->has_low, cell->low));
            set_with_suffix(scratch, row, column->id, "_high",
                            bound_value(column, cell->has_high, cell->high));
        }
        if (cell->kind == SEL_CELL_MISSING && cell->why != NULL)
            set_with_suffix(scratch, row, column->id, "_why", json_string(cell->why));
    }
    return row;
}

static int take_bytes(const char *bytes, size_t length, void *to)
{
    sel_output_put(to, (sel_str){bytes, length});
    return 0;
}

/* Write value, which is given up, after text. */
static void put_json(sel_output *out, const char *text, json_t *value)
{
    sel_output_text(out, text);
    json_dump_callback(value, take_bytes, out, DUMP_FLAGS);
    json_decref(value);
}

static void put_rows(sel_output *out, const sel_table *table, const char *separator)
{
    sel_arena *scratch = sel_arena_create();
    for (uint32_t row = 0; row < table->row_count; row++) {
        put_json(out, row == 0 ? "" : separator, row_value(scratch, table, row));
        sel_arena_reset(scratch);
    }
    sel_arena_destroy(scratch);
}

static json_t *lines_value(sel_arena *arena, const sel_lines *lines)
{
    json_t *array = json_array();
    for (uint32_t i = 0; i < lines->count; i++)
        json_array_append_new(array, text_value(arena, lines->lines[i]));
    return array;
}

static json_t *notices_value(sel_arena *arena, const sel_report *report)
{
    json_t *array = json_array();
    for (uint32_t i = 0; i < report->notice_count; i++)
        json_array_append_new(array, text_value(arena, report->notices[i].text));
    return array;
}

static json_t *list_value(sel_arena *arena, const sel_list *list)
{
    json_t *array = json_array();
    for (uint32_t i = 0; i < list->count; i++) {
        json_t *item = json_object();
        if (list->items[i].label.len > 0)
            json_object_set_new(item, "label", text_value(arena, list->items[i].label));
        json_object_set_new(item, "text", text_value(arena, list->items[i].text));
        json_array_append_new(array, item);
    }
    return array;
}

static json_t *figure_value(sel_arena *arena, const sel_figure *figure)
{
    json_t *value = json_object();
    json_object_set_new(value, "figure", json_string(figure->id));
    json_object_set_new(value, "title", text_value(arena, figure->title));
    json_object_set_new(value, "alternative", text_value(arena, figure->alternative));
    return value;
}

/* A block with its kind as the key: {"paragraph": "…"}, {"table": "places", "title": "…"}. */
static json_t *block_value(sel_arena *arena, const sel_block *block)
{
    json_t *value = json_object();
    switch (block->kind) {
    case SEL_BLOCK_PARAGRAPH:
        json_object_set_new(value, "paragraph", text_value(arena, block->text));
        break;
    case SEL_BLOCK_LIST:
        json_object_set_new(value, "list", list_value(arena, block->list));
        break;
    case SEL_BLOCK_FIGURE:
        json_decref(value);
        return figure_value(arena, block->figure);
    case SEL_BLOCK_EXPLANATION:
        json_object_set_new(value, "address", text_value(arena, block->explanation->address));
        json_object_set_new(value, "table", json_string(block->table->id));
        break;
    case SEL_BLOCK_TABLE:
        json_object_set_new(value, "table", json_string(block->table->id));
        json_object_set_new(value, "title", text_value(arena, block->table->title));
        break;
    }
    return value;
}

static json_t *section_value(sel_arena *arena, const sel_section *section)
{
    json_t *value = json_object();
    json_object_set_new(value, "id", json_string(section->id));
    json_object_set_new(value, "level", json_integer(section->level));
    json_object_set_new(value, "heading", text_value(arena, section->heading));
    json_t *blocks = json_array();
    for (uint32_t i = 0; i < section->block_count; i++) {
        const sel_block *block = &section->blocks[i];
        if (block->kind != SEL_BLOCK_TABLE || sel_table_for_machines(block->table))
            json_array_append_new(blocks, block_value(arena, block));
    }
    json_object_set_new(value, "blocks", blocks);
    return value;
}

static void put_tables(sel_output *out, const sel_table **tables, uint32_t count)
{
    sel_output_text(out, ",\n\"tables\":{");
    for (uint32_t i = 0; i < count; i++) {
        put_json(out, i == 0 ? "\n" : ",\n", json_string(tables[i]->id));
        sel_output_text(out, tables[i]->row_count == 0 ? ":[" : ":[\n");
        put_rows(out, tables[i], ",\n");
        sel_output_text(out, "]");
    }
    sel_output_text(out, "}");
}

static sel_status put_document(const sel_report *report, const sel_write_options *options,
                               sel_arena *arena, sel_stream stream, sel_error *err)
{
    uint32_t count = 0;
    const sel_table **tables = sel_report_tables(report, arena, &count);
    if (options->table != NULL) {
        sel_status found = sel_report_find_table(report, options->table, arena, tables, err);
        if (found != SEL_OK)
            return found;
        count = 1;
    }
    sel_output out = {.stream = stream};
    put_json(&out, "{\n\"id\":", json_string(report->id));
    put_json(&out, ",\n\"title\":", text_value(arena, report->title));
    put_json(&out, ",\n\"subtitle\":", lines_value(arena, &report->subtitle));
    put_json(&out, ",\n\"notices\":", notices_value(arena, report));
    sel_output_text(&out, ",\n\"sections\":[");
    for (uint32_t i = 0; i < report->section_count; i++)
        put_json(&out, i == 0 ? "\n" : ",\n", section_value(arena, report->sections[i]));
    sel_output_text(&out, "]");
    put_tables(&out, tables, count);
    put_json(&out, ",\n\"foot\":", lines_value(arena, &report->foot));
    sel_output_text(&out, "\n}\n");
    return sel_output_end(&out, err);
}

sel_status sel_write_json(const sel_report *report, const sel_write_options *options,
                          sel_stream stream, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    sel_status status = put_document(report, options, arena, stream, err);
    sel_arena_destroy(arena);
    return status;
}

sel_status sel_write_jsonl(const sel_report *report, const sel_write_options *options,
                           sel_stream stream, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    const sel_table *table = NULL;
    sel_status status = sel_report_find_table(report, options->table, arena, &table, err);
    if (status == SEL_OK) {
        sel_output out = {.stream = stream};
        put_rows(&out, table, "\n");
        sel_output_text(&out, table->row_count > 0 ? "\n" : "");
        status = sel_output_end(&out, err);
    }
    sel_arena_destroy(arena);
    return status;
}
