#include "base/number.h"
#include "report/cell_text.h"
#include "report/clean.h"
#include "report/writers.h"

static void put_text(sel_output *out, sel_arena *scratch, sel_str text)
{
    sel_output_csv_field(out, ',', sel_guard_formula(scratch, sel_clean_text(scratch, text)));
}

static void put_value(sel_output *out, sel_arena *scratch, const sel_column *column,
                      const sel_cell *cell)
{
    char number[SEL_NUMBER_ROOM];
    switch (cell->kind) {
    case SEL_CELL_EMPTY:
    case SEL_CELL_MISSING:
        break;
    case SEL_CELL_TEXT:
        put_text(out, scratch, cell->text);
        break;
    case SEL_CELL_INTEGER:
    case SEL_CELL_REAL:
    case SEL_CELL_DATE:
        sel_output_text(out, sel_value_machine(column, cell, number));
        break;
    }
}

static void put_bound(sel_output *out, const sel_column *column, bool known, double bound)
{
    char number[SEL_NUMBER_ROOM];
    sel_output_text(out, ",");
    if (known)
        sel_output_text(out, sel_bound_machine(column, bound, number));
}

/* Whether a column of reasons stands beside this one. */
static bool says_why(const sel_table *table, uint32_t column)
{
    for (uint32_t row = 0; row < table->row_count; row++) {
        const sel_cell *cell = sel_table_cell(table, row, column);
        if (cell->kind == SEL_CELL_MISSING && cell->why != NULL)
            return true;
    }
    return false;
}

static void put_header(sel_output *out, const sel_table *table, const bool *whys)
{
    bool first = true;
    for (uint32_t i = 0; i < table->column_count; i++) {
        const sel_column *column = &table->columns[i];
        if (column->readers == SEL_FOR_PEOPLE)
            continue;
        sel_output_text(out, first ? "" : ",");
        sel_output_text(out, column->id);
        if (column->bounds)
            sel_output_printf(out, ",%s_low,%s_high", column->id, column->id);
        if (whys[i])
            sel_output_printf(out, ",%s_why", column->id);
        first = false;
    }
    sel_output_text(out, "\r\n");
}

static bool is_blank(const sel_cell *cell)
{
    return cell->kind == SEL_CELL_EMPTY || cell->kind == SEL_CELL_MISSING ||
           (cell->kind == SEL_CELL_TEXT && cell->text.len == 0);
}

static void put_row(sel_output *out, sel_arena *scratch, const sel_table *table, const bool *whys,
                    uint32_t row)
{
    bool first = true;
    bool empty_line = table->column_count == 1 && !table->columns[0].bounds && !whys[0] &&
                      is_blank(sel_table_cell(table, row, 0));
    if (empty_line)
        sel_output_text(out, "\"\""); /* readers skip lines without a character */
    for (uint32_t i = 0; i < table->column_count; i++) {
        const sel_column *column = &table->columns[i];
        const sel_cell *cell = sel_table_cell(table, row, i);
        if (column->readers == SEL_FOR_PEOPLE)
            continue;
        sel_output_text(out, first ? "" : ",");
        put_value(out, scratch, column, cell);
        if (column->bounds) {
            put_bound(out, column, cell->has_low, cell->low);
            put_bound(out, column, cell->has_high, cell->high);
        }
        if (whys[i]) {
            sel_output_text(out, ",");
            if (cell->kind == SEL_CELL_MISSING && cell->why != NULL)
                sel_output_text(out, cell->why);
        }
        first = false;
    }
    sel_output_text(out, "\r\n");
}

static sel_status put_table(const sel_table *table, sel_arena *arena, sel_stream stream,
                            sel_error *err)
{
    sel_output out = {.stream = stream};
    bool *whys = sel_arena_array(arena, table->column_count, sizeof *whys);
    for (uint32_t i = 0; i < table->column_count; i++)
        whys[i] = says_why(table, i);
    put_header(&out, table, whys);
    sel_arena *scratch = sel_arena_create();
    for (uint32_t row = 0; row < table->row_count; row++) {
        put_row(&out, scratch, table, whys, row);
        sel_arena_reset(scratch);
    }
    sel_arena_destroy(scratch);
    return sel_output_end(&out, err);
}

sel_status sel_write_csv(const sel_report *report, const sel_write_options *options,
                         sel_stream stream, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    const sel_table *table = NULL;
    sel_status status = sel_report_find_table(report, options->table, arena, &table, err);
    if (status == SEL_OK)
        status = put_table(table, arena, stream, err);
    sel_arena_destroy(arena);
    return status;
}
