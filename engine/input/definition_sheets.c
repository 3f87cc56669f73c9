#include "input/definition_sheets.h"

#include "input/csv.h"

#include <sys/stat.h>

typedef struct sheet_reading {
    sel_arena *arena;
    sel_definition_sheets *sheets;
    sel_definition_sheet *sheet; /* being filled; NULL between sheets */
    uint32_t row_room;           /* of sheet */
    uint32_t first;              /* cell at which a sheet begins: 1 in a single file, else 0 */
    uint64_t bytes;
    sel_str source;
    sel_issues *issues;
    sel_error *err;
    sel_status status;
} sheet_reading;

static const char *const sheet_names[] = {"survey", "choices", "settings"};

const char *sel_definition_sheet_name(sel_definition_sheet_id id)
{
    return sheet_names[id];
}

static uint32_t filled_cells(const sel_csv_row *row)
{
    uint32_t count = row->count;
    while (count > 0 && sel_csv_cell(row, count - 1).len == 0)
        count--;
    return count;
}

static bool too_large(sheet_reading *s, const sel_csv_row *row, const char *what, uint32_t limit)
{
    s->status = sel_fail(s->err, SEL_BAD_INPUT, "the questionnaire is too large: more than %u %s",
                         limit, what);
    sel_error_place(s->err, s->source.ptr, row->line, 0);
    return false;
}

static bool copy_row(sheet_reading *s, const sel_csv_row *row, sel_definition_row *copy)
{
    uint32_t width = s->sheet->width;
    sel_str *cells = sel_arena_array(s->arena, width, sizeof *cells);
    for (uint32_t i = 0; i < width; i++) {
        sel_str cell = sel_csv_cell(row, s->first + i);
        s->bytes += cell.len;
        if (s->bytes > SEL_DEFINITION_BYTES_MAX)
            return too_large(s, row, "bytes", SEL_DEFINITION_BYTES_MAX);
        cells[i] = sel_str_copy(s->arena, cell);
    }
    *copy = (sel_definition_row){cells, row->line, row->row};
    return true;
}

static void report_ragged(sheet_reading *s, const sel_csv_row *row)
{
    char expected[16];
    snprintf(expected, sizeof expected, "%u", s->sheet->width);
    sel_issues_add(s->issues, &(sel_issue){.code = "E_RAGGED",
                                           .source = s->source,
                                           .line = row->line,
                                           .row = row->row,
                                           .expected = sel_str_of(expected)});
}

static bool take_row(void *to, const sel_csv_row *row)
{
    sheet_reading *s = to;
    sel_definition_sheet *sheet = s->sheet;
    uint32_t filled = filled_cells(row);
    if (sheet == NULL || filled <= s->first)
        return true;
    if (sheet->width == 0) {
        if (filled - s->first > SEL_DEFINITION_COLUMNS_MAX)
            return too_large(s, row, "columns", SEL_DEFINITION_COLUMNS_MAX);
        sheet->width = filled - s->first;
        return copy_row(s, row, &sheet->header);
    }
    if (row->count < s->first + sheet->width || filled > s->first + sheet->width) {
        report_ragged(s, row);
        return true;
    }
    if (sheet->row_count == SEL_DEFINITION_ROWS_MAX)
        return too_large(s, row, "rows", SEL_DEFINITION_ROWS_MAX);
    sheet->rows = sel_arena_one_more(s->arena, sheet->rows, sheet->row_count, &s->row_room,
                                     sizeof *sheet->rows);
    return copy_row(s, row, &sheet->rows[sheet->row_count++]);
}

static void begin_sheet(sheet_reading *s, sel_definition_sheet_id id)
{
    s->sheet = &s->sheets->in[id];
    *s->sheet = (sel_definition_sheet){.id = id, .source = s->source, .first_column = s->first + 1};
    s->row_room = 0;
}

/* A row of a single file: the name of a sheet, or one of its rows. */
static bool take_single(void *to, const sel_csv_row *row)
{
    sheet_reading *s = to;
    sel_str name = sel_csv_cell(row, 0);
    if (name.len == 0)
        return take_row(s, row);
    s->sheet = NULL;
    for (int i = 0; i < SEL_SHEET_COUNT; i++)
        if (sel_str_equal_ascii(name, sel_str_of(sheet_names[i])) && s->sheets->in[i].width == 0)
            begin_sheet(s, (sel_definition_sheet_id)i);
    return true;
}

static bool is_known(void *of, sel_str cell)
{
    static const char *const words[] = {"type",     "name",    "list_name", "relevant",
                                        "required", "form_id", "version",   "form_title"};
    (void)of;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (sel_str_is(sel_str_trim(cell), words[i]))
            return true;
    return false;
}

static sel_status read_bytes(sheet_reading *s, sel_bytes *bytes, sel_csv_take *take)
{
    s->source = sel_str_copy(s->arena, sel_bytes_name(bytes));
    sel_status status =
        sel_csv_read(bytes, sel_csv_sniff(bytes, is_known, NULL), take, s, s->issues, s->err);
    return status != SEL_OK ? status : s->status;
}

sel_status sel_definition_sheets_read(sel_bytes *bytes, sel_arena *arena,
                                      sel_definition_sheets *sheets, sel_issues *issues,
                                      sel_error *err)
{
    *sheets = (sel_definition_sheets){0};
    sheet_reading s = {.arena = arena, .sheets = sheets, .first = 1, .issues = issues, .err = err};
    sel_status status = read_bytes(&s, bytes, take_single);
    for (int i = 0; i < SEL_SHEET_COUNT; i++) {
        sheets->in[i].id = (sel_definition_sheet_id)i;
        sheets->in[i].source = s.source;
    }
    return status;
}

static sel_status read_sheet(sheet_reading *s, const char *folder, sel_definition_sheet_id id)
{
    sel_str path = sel_str_printf(s->arena, "%s/%s.csv", folder, sheet_names[id]);
    s->source = sel_str_printf(s->arena, "%s.csv", sheet_names[id]);
    begin_sheet(s, id);
    sel_bytes *bytes = NULL;
    sel_error unused = {0};
    bool optional = id != SEL_SHEET_SURVEY;
    sel_status status = sel_bytes_open(path.ptr, &bytes, optional ? &unused : s->err);
    if (optional && status == SEL_NOT_FOUND)
        return SEL_OK;
    if (optional && status != SEL_OK && s->err != NULL)
        *s->err = unused;
    if (status == SEL_OK)
        status = read_bytes(s, bytes, take_row);
    sel_bytes_close(bytes);
    return status;
}

sel_status sel_definition_sheets_open(const char *path, sel_arena *arena,
                                      sel_definition_sheets *sheets, sel_issues *issues,
                                      sel_error *err)
{
    struct stat about;
    if (stat(path, &about) == 0 && S_ISDIR(about.st_mode)) {
        *sheets = (sel_definition_sheets){0};
        sheet_reading s = {.arena = arena, .sheets = sheets, .issues = issues, .err = err};
        sel_status status = SEL_OK;
        for (int i = 0; i < SEL_SHEET_COUNT && status == SEL_OK; i++)
            status = read_sheet(&s, path, (sel_definition_sheet_id)i);
        return status;
    }
    sel_bytes *bytes = NULL;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status == SEL_OK)
        status = sel_definition_sheets_read(bytes, arena, sheets, issues, err);
    sel_bytes_close(bytes);
    return status;
}
