/* Rows as libcsv alone gives them: ours takes a short way where there are no quotes. Files are
 * random, with cells in quotes and without, blank lines, and all ends of lines. Seeded. */
#include "input/csv.h"

#include "base/text.h"
#include "check_suite.h"
#include "seeded.h"

#include <csv.h>

enum { FILES = 3000, SEED = 20261121 };

static uint32_t draw(uint64_t *state, uint32_t below)
{
    return (uint32_t)(seeded_bits(state) >> 32) % below;
}

static void add_cell(sel_text *file, uint64_t *state, char delimiter)
{
    static const char *const parts[] = {"a", "12", " ", "é", "\t", ";", ",", "\n", "\r\n", "\"\""};
    bool quoted = draw(state, 8) == 0;
    if (quoted)
        sel_text_add_char(file, '"');
    for (uint32_t i = draw(state, 4); i > 0; i--) {
        const char *part = parts[draw(state, quoted ? 10 : 7)];
        if (quoted || part[0] != delimiter)
            sel_text_add(file, sel_str_of(part));
    }
    if (quoted)
        sel_text_add_char(file, '"');
}

static sel_str random_file(sel_arena *arena, uint64_t *state, char delimiter)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    sel_text file = {.arena = arena};
    sel_text_add_char(&file, 'h'); /* no blank first line, which "sep=" and BOM would shift */
    for (uint32_t row = 1 + draw(state, 6); row > 0; row--) {
        for (uint32_t cell = draw(state, 5); cell > 0; cell--) {
            sel_text_add_char(&file, delimiter);
            add_cell(&file, state, delimiter);
        }
        if (row > 1 || draw(state, 2) == 0)
            sel_text_add(&file, sel_str_of(ends[draw(state, 3)]));
    }
    return sel_text_str(&file);
}

static void their_cell(void *bytes, size_t length, void *to)
{
    sel_text_printf(to, "[%.*s]", (int)length, (const char *)bytes);
}

static void their_row(int end, void *to)
{
    (void)end;
    sel_text_add_char(to, '|');
}

static int no_space(unsigned char c)
{
    (void)c;
    return 0;
}

static sel_str their_rows(sel_str file, char delimiter, sel_arena *arena)
{
    struct csv_parser parser;
    sel_text rows = {.arena = arena};
    ck_assert_int_eq(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI), 0);
    csv_set_delim(&parser, (unsigned char)delimiter);
    csv_set_space_func(&parser, no_space);
    ck_assert_uint_eq(csv_parse(&parser, file.ptr, file.len, their_cell, their_row, &rows),
                      file.len);
    ck_assert_int_eq(csv_fini(&parser, their_cell, their_row, &rows), 0);
    csv_free(&parser);
    return sel_text_str(&rows);
}

static bool our_row(void *to, const sel_csv_row *row)
{
    for (uint32_t i = 0; i < row->count; i++) {
        ck_assert_int_eq(row->cells[i].ptr[row->cells[i].len], '\0');
        their_cell((void *)(uintptr_t)row->cells[i].ptr, row->cells[i].len, to);
    }
    their_row(0, to);
    return true;
}

static sel_str our_rows(sel_str file, char delimiter, sel_arena *arena)
{
    sel_text rows = {.arena = arena};
    sel_error err = {0};
    sel_bytes *bytes = sel_bytes_open_memory("t.csv", file);
    ck_assert_msg(sel_csv_read(bytes, delimiter, our_row, &rows, NULL, &err) == SEL_OK, "%s",
                  err.message);
    sel_bytes_close(bytes);
    return sel_text_str(&rows);
}

START_TEST(rows_are_those_of_libcsv)
{
    static const char delimiters[] = {',', ';', '\t'};
    uint64_t state = SEED;
    sel_arena *arena = sel_arena_create();
    for (int i = 0; i < FILES; i++) {
        char delimiter = delimiters[i % 3];
        sel_str file = random_file(arena, &state, delimiter);
        sel_str theirs = their_rows(file, delimiter, arena);
        sel_str ours = our_rows(file, delimiter, arena);
        ck_assert_msg(sel_str_equal(theirs, ours), "file %d of seed %d:\n%.*s\n%.*s\n%.*s", i,
                      (int)SEED, SEL_STR_ARG(file), SEL_STR_ARG(theirs), SEL_STR_ARG(ours));
        sel_arena_reset(arena);
    }
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {rows_are_those_of_libcsv, NULL};
    return run_tests("csv_rows", tests);
}
