/** fuzz_xlsx.c - any bytes as a workbook: nothing may crash, and rows must be in order.
 *
 * Bytes that begin an archive are read as they are. Others are the parts of one, with a NUL between
 * them (sheet, shared strings, styles, workbook, its relations; the usual one where there is none),
 * because the checksums of an archive would keep most changes away from what is behind them. */
#include "base/arena.h"
#include "input/xlsx.h"
#include "xlsx_fixture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct seen {
    uint32_t row;
    uint64_t cells;
} seen;

static void must(bool holds)
{
    if (!holds)
        abort();
}

static bool check_row(void *to, const sel_csv_row *row)
{
    seen *s = to;
    must(row->row > s->row && row->row <= SEL_XLSX_ROWS_MAX && row->line == row->row);
    must(row->count > 0 && row->count <= SEL_CSV_COLUMNS_MAX);
    must(sel_str_trim(row->cells[row->count - 1]).len > 0);
    size_t bytes = 0;
    for (uint32_t i = 0; i < row->count; i++) {
        must(row->cells[i].ptr[row->cells[i].len] == '\0' && sel_str_is_utf8(row->cells[i]));
        bytes += row->cells[i].len;
    }
    must(bytes <= SEL_CSV_ROW_MAX);
    s->row = row->row;
    s->cells += row->count;
    must(s->cells <= SEL_XLSX_CELLS_MAX);
    return true;
}

static sel_str archive_of(sel_arena *arena, sel_str parts)
{
    sel_str texts[5] = {0};
    for (size_t i = 0; i < 5; i++) {
        sel_str part = {0};
        if (sel_str_next(&parts, '\0', &part))
            texts[i] = sel_str_copy(arena, part);
    }
    const fixture_book book = {
        .sheet = texts[0].ptr == NULL ? "" : texts[0].ptr,
        .strings = texts[1].len == 0 ? NULL : texts[1].ptr,
        .styles = texts[2].len == 0 ? NULL : texts[2].ptr,
        .workbook = texts[3].len == 0 ? NULL : texts[3].ptr,
        .relations = texts[4].len == 0 ? NULL : texts[4].ptr,
    };
    return fixture_book_bytes(arena, &book);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_error err = {0};
    sel_str file = {(const char *)data, size};
    if (!sel_xlsx_suspected(file))
        file = archive_of(arena, file);
    sel_bytes *bytes = sel_bytes_open_memory("fuzz.xlsx", file);
    sel_xlsx *workbook = NULL;
    sel_status status = sel_xlsx_open(bytes, &workbook, &err);
    must((status == SEL_OK) == (workbook != NULL));
    must(status == SEL_OK || status == SEL_BAD_INPUT || status == SEL_REFUSED);
    uint32_t count = workbook == NULL ? 0 : sel_xlsx_sheet_count(workbook);
    for (uint32_t i = 0; i < count && i < 4; i++) {
        seen s = {0};
        must(sel_str_is_utf8(sel_xlsx_sheet_name(workbook, i)));
        status = sel_xlsx_read(workbook, i, check_row, &s, &issues, &err);
        must(status == SEL_OK || (status == SEL_BAD_INPUT && err.message[0] != '\0'));
    }
    must(issues.counts[SEL_FAULT] == 0);
    sel_xlsx_close(workbook);
    sel_bytes_close(bytes);
    sel_arena_destroy(arena);
    return 0;
}
