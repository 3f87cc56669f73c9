#include "input/xlsx_parts.h"

#include "base/number.h"

typedef struct reading {
    sel_xlsx *workbook;
    sel_csv_take *take;
    void *to;
    sel_issues *issues;
    sel_arena *arena; /* texts of one row */
    sel_str *cells;
    uint32_t room;
    uint32_t count; /* cells of the row so far, gaps included */
    uint32_t row;
    uint64_t row_bytes;
    uint64_t cells_done;
    uint64_t bytes_done;
    sel_error *err;
    sel_status status;
} reading;

static bool refuse(reading *r, const char *message)
{
    sel_error_place(r->err, r->workbook->file.ptr, r->row, 0);
    r->status = sel_fail(r->err, SEL_BAD_INPUT, "%s", message);
    return false;
}

static bool refuse_cell(reading *r, uint32_t column, const char *message)
{
    char cell[24];
    sel_error_place(r->err, r->workbook->file.ptr, r->row, column);
    r->status = sel_fail(r->err, SEL_BAD_INPUT, "cell %s %s", sel_issue_cell(column, r->row, cell),
                         message);
    return false;
}

/* --- places --- */

/* A row without a number follows the one before it. */
static bool number_row(reading *r, const sel_xml_element *row)
{
    sel_str written = sel_xml_value(row, "r");
    int64_t number = (int64_t)r->row + 1;
    if (written.len > 0 && !sel_number_integer(written, &number))
        return refuse(r, "a row has no number that can be read");
    if (number <= r->row || number > SEL_XLSX_ROWS_MAX)
        return refuse(r, "the rows are out of order, or there are more than 1048576");
    r->row = (uint32_t)number;
    return true;
}

/* Column of a reference such as "D14" in this row, 0 when it is none. */
static uint32_t column_of(const reading *r, sel_str reference)
{
    uint32_t column = 0;
    size_t letters = 0;
    while (letters < reference.len && letters < 4 && reference.ptr[letters] >= 'A' &&
           reference.ptr[letters] <= 'Z')
        column = column * 26 + (uint32_t)(reference.ptr[letters++] - 'A' + 1);
    int64_t row;
    bool good = sel_number_integer(sel_str_part(reference, letters, reference.len), &row) &&
                row == r->row && column <= SEL_CSV_COLUMNS_MAX;
    return good ? column : 0;
}

/* A cell without a reference follows the one before it. */
static uint32_t place_cell(reading *r, const sel_xml_element *cell)
{
    sel_str reference = sel_xml_value(cell, "r");
    uint32_t column = reference.len == 0 ? r->count + 1 : column_of(r, reference);
    if (column <= r->count || column > SEL_CSV_COLUMNS_MAX) {
        refuse(r, "a cell is out of order or has no name that can be read");
        return 0;
    }
    return column;
}

/* --- values --- */

static void report(reading *r, const char *code, uint32_t column, sel_str found)
{
    if (r->issues != NULL)
        sel_issues_add(r->issues, &(sel_issue){.code = code,
                                               .source = r->workbook->file,
                                               .line = r->row,
                                               .row = r->row,
                                               .column = column,
                                               .found = found});
}

static sel_str number_value(const reading *r, const sel_xml_element *cell, sel_str written)
{
    int64_t style;
    sel_cell_format format = SEL_CELL_NUMBER;
    if (sel_number_integer(sel_xml_value(cell, "s"), &style) && style >= 0 &&
        style < r->workbook->format_count)
        format = r->workbook->formats[style];
    return sel_cell_number_text(written, format, r->workbook->from_1904, r->arena);
}

static bool shared_value(reading *r, sel_str written, uint32_t column, sel_str *value)
{
    int64_t number;
    if (!sel_number_integer(written, &number) || number < 0 || number >= r->workbook->string_count)
        return refuse_cell(r, column, "names a text that is not in the workbook");
    *value = r->workbook->strings[number];
    return true;
}

static bool inline_value(reading *r, const sel_xml_element *cell, uint32_t column, sel_str *value)
{
    const sel_xml_element *item = sel_xml_find(cell->children, "is");
    if (item != NULL && !sel_xlsx_text(item, r->arena, value))
        return refuse_cell(r, column, "is larger than 1 MiB");
    return true;
}

static bool boolean_value(reading *r, sel_str written, uint32_t column, sel_str *value)
{
    bool yes = sel_str_is(written, "1") || sel_str_is(written, "true");
    if (!yes && !sel_str_is(written, "0") && !sel_str_is(written, "false"))
        return refuse_cell(r, column, "is neither true nor false, as its type says");
    *value = yes ? SEL_STR("TRUE") : SEL_STR("FALSE");
    return true;
}

/* Value of a cell; *value is left empty when there is none. */
static bool read_value(reading *r, const sel_xml_element *cell, uint32_t column, sel_str *value)
{
    sel_str type = sel_xml_value(cell, "t");
    if (sel_str_is(type, "inlineStr"))
        return inline_value(r, cell, column, value);
    const sel_xml_element *v = sel_xml_find(cell->children, "v");
    if (v == NULL)
        return true;
    sel_str written = sel_str_trim(v->text);
    if (written.len == 0)
        return true;
    if (sel_str_is(type, "s"))
        return shared_value(r, written, column, value);
    if (sel_str_is(type, "str"))
        *value = sel_xlsx_unescape(v->text, r->arena);
    else if (type.len == 0 || sel_str_is(type, "n"))
        *value = number_value(r, cell, written);
    else if (sel_str_is(type, "b"))
        return boolean_value(r, written, column, value);
    else if (sel_str_is(type, "e") || sel_str_is(type, "d"))
        *value = sel_str_copy(r->arena, written);
    else
        return refuse_cell(r, column, "is of a type that is not known");
    if (sel_str_is(type, "e"))
        report(r, "W_ERROR_CELL", column, *value);
    return true;
}

/* --- rows --- */

static void make_room(reading *r, uint32_t count)
{
    if (count <= r->room)
        return;
    r->room = count > SEL_CSV_COLUMNS_MAX / 2 ? SEL_CSV_COLUMNS_MAX : count * 2;
    r->cells = sel_memory_resize(r->cells, r->room, sizeof *r->cells);
}

static bool take_cell(reading *r, const sel_xml_element *cell)
{
    uint32_t column = place_cell(r, cell);
    sel_str value = SEL_STR("");
    if (column == 0 || !read_value(r, cell, column, &value))
        return false;
    if (sel_xml_find(cell->children, "f") != NULL)
        report(r, "W_FORMULA_CELL", column, value);
    make_room(r, column);
    while (r->count + 1 < column)
        r->cells[r->count++] = SEL_STR("");
    r->cells[r->count++] = value;
    r->row_bytes += value.len;
    if (r->row_bytes > SEL_CSV_ROW_MAX)
        return refuse(r, "a row has more than 8 MiB");
    return true;
}

static bool hand_on(reading *r, const sel_xml_record *record)
{
    r->cells_done += r->count;
    r->bytes_done += r->row_bytes;
    if (r->cells_done > SEL_XLSX_CELLS_MAX || r->bytes_done > SEL_XLSX_TEXT_MAX)
        return refuse(r, "the sheet has more than 4194304 cells or 64 MiB of text");
    while (r->count > 0 && sel_str_trim(r->cells[r->count - 1]).len == 0)
        r->count -= 1;
    if (r->count == 0)
        return true;
    sel_csv_row row = {r->cells, r->count, r->row, r->row, record->place.offset};
    return r->take(r->to, &row);
}

static bool take_row(void *to, const sel_xml_record *record)
{
    reading *r = to;
    sel_arena_reset(r->arena);
    r->count = 0;
    r->row_bytes = 0;
    if (!number_row(r, record->element))
        return false;
    if (record->too_large)
        return refuse(r, "a row or a cell of it is too large to be read");
    const sel_xml_element *cell = sel_xml_find(record->element->children, "c");
    for (; cell != NULL; cell = sel_xml_find(cell->next, "c"))
        if (!take_cell(r, cell))
            return false;
    return hand_on(r, record);
}

sel_status sel_xlsx_read(sel_xlsx *workbook, uint32_t i, sel_csv_take *take, void *to,
                         sel_issues *issues, sel_error *err)
{
    static const char *const kept[] = {"c", NULL};
    reading r = {.workbook = workbook,
                 .take = take,
                 .to = to,
                 .issues = issues,
                 .arena = sel_arena_create(),
                 .err = err};
    const sel_xml_format format = {.record = "row",
                                   .within = "sheetData",
                                   .verbatim = true,
                                   .kept = kept,
                                   .take = take_row,
                                   .to = &r};
    sel_status status =
        sel_xlsx_part(workbook, workbook->sheets[i].part, "worksheet", &format, err);
    sel_memory_resize(r.cells, 0, 1);
    sel_arena_destroy(r.arena);
    return sel_xlsx_advise(status == SEL_OK ? r.status : status, err);
}
