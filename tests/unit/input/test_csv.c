/* Rows are shown as "line/row:[cell][cell]" and compared as a whole. The forms are those of the
 * collections csv-spectrum and csv-test-data, written anew. */
#include "input/csv.h"

#include "base/text.h"
#include "check_suite.h"

typedef struct outcome {
    sel_text rows;
    sel_issues issues;
    sel_error err;
    sel_status status;
} outcome;

static sel_arena *arena;

static bool show_row(void *to, const sel_csv_row *row)
{
    sel_text *rows = to;
    sel_text_printf(rows, "%u/%u:", (unsigned)row->line, row->row);
    for (uint32_t i = 0; i < row->count; i++) {
        ck_assert_int_eq(row->cells[i].ptr[row->cells[i].len], '\0');
        sel_text_printf(rows, "[%.*s]", SEL_STR_ARG(row->cells[i]));
    }
    sel_text_add_char(rows, ' ');
    return true;
}

static outcome read_text(sel_str text, char delimiter)
{
    outcome out = {.rows = {.arena = arena}, .issues = {.arena = arena}};
    sel_bytes *bytes = sel_bytes_open_memory("t.csv", text);
    sel_text_add(&out.rows, (sel_str){0});
    out.status = sel_csv_read(bytes, delimiter, show_row, &out.rows, &out.issues, &out.err);
    sel_bytes_close(bytes);
    return out;
}

static void expect_rows(sel_str text, char delimiter, const char *rows)
{
    outcome out = read_text(text, delimiter);
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_str_eq(out.rows.bytes, rows);
}

static void expect_refused(sel_str text, uint64_t line, const char *part)
{
    outcome out = read_text(text, ',');
    ck_assert_msg(out.status == SEL_BAD_INPUT, "taken: %s", out.rows.bytes);
    ck_assert_msg(strstr(out.err.message, part) != NULL, "%s", out.err.message);
    ck_assert_uint_eq(out.err.line, line);
    ck_assert_str_eq(out.err.source, "t.csv");
}

START_TEST(cells_quotes_and_line_ends)
{
    expect_rows(SEL_STR("a,b\n1,2\n"), ',', "1/1:[a][b] 2/2:[1][2] ");
    expect_rows(SEL_STR("a,b\r\n1,2"), ',', "1/1:[a][b] 2/2:[1][2] ");
    expect_rows(SEL_STR("a,b\r1,2\r"), ',', "1/1:[a][b] 2/2:[1][2] ");
    expect_rows(SEL_STR("a,\"b, c\"\n"), ',', "1/1:[a][b, c] ");
    expect_rows(SEL_STR("\"say \"\"ha\"\"\",\"\"\n"), ',', "1/1:[say \"ha\"][] ");
    expect_rows(SEL_STR(" a , b \n"), ',', "1/1:[ a ][ b ] ");
    expect_rows(SEL_STR("a,,\n,,\n"), ',', "1/1:[a][][] 2/2:[][][] ");
    expect_rows(SEL_STR("a;b\t|\n"), ';', "1/1:[a][b\t|] ");
    expect_rows(SEL_STR("{\"\"x\"\": 1}"), '|', "1/1:[{\"\"x\"\": 1}] ");
    expect_rows(SEL_STR("\xCA\xA4,\xE9\xA1\xB9\n"), ',', "1/1:[\xCA\xA4][\xE9\xA1\xB9] ");
    expect_rows(SEL_STR(""), ',', "");
    expect_rows(SEL_STR("\n\r\n\r"), ',', "");
}
END_TEST

START_TEST(lines_and_rows_are_counted_apart)
{
    expect_rows(SEL_STR("a\n\n\nb\n"), ',', "1/1:[a] 4/4:[b] ");
    expect_rows(SEL_STR("a\r\n\r\nb\r\n"), ',', "1/1:[a] 3/3:[b] ");
    expect_rows(SEL_STR("\"x\ny\r\n\r\nz\",1\nnext,2\n"), ',',
                "1/1:[x\ny\r\n\r\nz][1] 5/2:[next][2] ");
    expect_rows(SEL_STR("\"x\ry\"\rnext"), ',', "1/1:[x\ry] 3/2:[next] ");
}
END_TEST

START_TEST(marks_at_the_beginning)
{
    expect_rows(SEL_STR("\xEF\xBB\xBF"
                        "a,b\n"),
                ',', "1/1:[a][b] ");
    expect_rows(SEL_STR("\xEF\xBB\xBF\"a\",b\n"), ',', "1/1:[a][b] ");
    expect_rows(SEL_STR("sep=;\r\na;b\r\n"), ';', "2/2:[a][b] ");
    expect_rows(SEL_STR("\xEF\xBB\xBFsep=\t\na\tb\n"), '\t', "2/2:[a][b] ");
    expect_rows(SEL_STR("sep=x,y\n"), ',', "1/1:[sep=x][y] ");
    expect_rows(SEL_STR("sep=ab\n"), ',', "1/1:[sep=ab] ");
    expect_rows(SEL_STR("sep=\r\na\n"), ',', "1/1:[sep=] 2/2:[a] ");
}
END_TEST

START_TEST(bare_quotes_are_kept_and_told)
{
    outcome out = read_text(SEL_STR("a,b\n5\" pipe,the \"big\" one\n"), ',');
    ck_assert_int_eq(out.status, SEL_OK);
    ck_assert_str_eq(out.rows.bytes, "1/1:[a][b] 2/2:[5\" pipe][the \"big\" one] ");
    ck_assert_uint_eq(out.issues.counts[SEL_WARNING], 3);
    ck_assert_uint_eq(out.issues.groups[0]->places[0].line, 2);
    ck_assert_uint_eq(out.issues.groups[0]->places[0].column, 1);
    ck_assert_uint_eq(out.issues.groups[1]->places[0].column, 2);
}
END_TEST

START_TEST(faults_have_their_line)
{
    expect_refused(SEL_STR("a,b\n1,\"Hey, I missed \" it\"\n"), 2, "text follows a closing quote");
    expect_refused(SEL_STR("a\n\"x\ny\" z\n"), 3, "text follows a closing quote");
    expect_refused(SEL_STR("a,b\n1,\"open\nand,on\n"), 2, "never closed");
    expect_refused(SEL_STR("\"first\nsecond\",\"open\n\n\n"), 2, "never closed");
    expect_refused(SEL_STR("\"a\",\""), 1, "never closed");
    expect_refused(SEL_STR("a\nb\0c\n"), 2, "NUL");
    expect_refused(SEL_STR("a\n\nna\xEFve\n"), 3, "UTF-8");
    expect_refused(SEL_STR("\xFF\xFE"
                           "a\0"),
                   1, "NUL");
}
END_TEST

static sel_str filled(size_t length, const char *before, const char *after)
{
    sel_text text = {.arena = arena};
    sel_text_add(&text, sel_str_of(before));
    char *many = sel_arena_array(arena, length, 1);
    memset(many, 'x', length);
    sel_text_add(&text, (sel_str){many, length});
    sel_text_add(&text, sel_str_of(after));
    return sel_text_str(&text);
}

START_TEST(cells_and_rows_are_bounded)
{
    outcome out = read_text(filled(SEL_CSV_CELL_MAX - 2, "a\n", ",b\n"), ',');
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    expect_refused(filled(SEL_CSV_CELL_MAX + 1, "a\nb,", "\n"), 2, "larger than 1 MiB");
    expect_refused(filled(SEL_CSV_ROW_MAX + 1, "a\n", ""), 2, "8 MiB");
    sel_text cells = {.arena = arena};
    for (int i = 0; i < 9; i++)
        sel_text_add(&cells, filled(1000000, "\"\n", "\","));
    expect_refused(sel_text_str(&cells), 1, "8 MiB");
    sel_text commas = {.arena = arena};
    for (int i = 1; i < SEL_CSV_COLUMNS_MAX; i++)
        sel_text_add_char(&commas, ',');
    ck_assert_int_eq(read_text(sel_text_str(&commas), ',').status, SEL_OK);
    sel_text_add_char(&commas, ',');
    expect_refused(sel_text_str(&commas), 1, "16384");
}
END_TEST

/* The end of the buffer falls everywhere: inside CR LF, a letter, a quoted cell. */
START_TEST(buffers_may_end_anywhere)
{
    for (size_t pad = SEL_BYTES_PEEK * 2 - 12; pad < SEL_BYTES_PEEK * 2 + 2; pad++) {
        sel_str text = filled(pad - 1, "", "\r\n\"\xC3\xA9\r\n\"\"b\"\r\nc\r\n");
        outcome out = read_text(text, ',');
        ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
        sel_str shown = sel_text_str(&out.rows);
        size_t at = sel_str_find(shown, SEL_STR(" 2/2:[\xC3\xA9\r\n\"b] 4/3:[c] "));
        ck_assert_uint_lt(at, shown.len);
    }
}
END_TEST

static bool first_only(void *to, const sel_csv_row *row)
{
    *(uint64_t *)to += row->line;
    return false;
}

START_TEST(a_sink_may_stop)
{
    uint64_t lines = 0;
    sel_error err = {0};
    sel_bytes *bytes = sel_bytes_open_memory("t.csv", SEL_STR("a\nb\n\"never closed"));
    ck_assert_int_eq(sel_csv_read(bytes, ',', first_only, &lines, NULL, &err), SEL_OK);
    ck_assert_uint_eq(lines, 1);
    sel_bytes_close(bytes);
}
END_TEST

static bool is_title(void *of, sel_str cell)
{
    (void)of;
    return sel_str_is(cell, "title") || sel_str_is(cell, "id");
}

static char sniffed(const char *text, sel_csv_known *known)
{
    sel_bytes *bytes = sel_bytes_open_memory("t.csv", sel_str_of(text));
    char delimiter = sel_csv_sniff(bytes, known, NULL);
    sel_bytes_close(bytes);
    return delimiter;
}

START_TEST(delimiters_are_found)
{
    ck_assert_int_eq(sniffed("id,title\n1,a;b;c;d\n", is_title), ',');
    ck_assert_int_eq(sniffed("id;title\n1,2,3;a,b,c\n", is_title), ';');
    ck_assert_int_eq(sniffed("id\ttitle\n", is_title), '\t');
    ck_assert_int_eq(sniffed("id|title\n", is_title), '|');
    ck_assert_int_eq(sniffed("a;b;c\n1;2;3\n", NULL), ';');
    ck_assert_int_eq(sniffed("sep=|\nid,title\n", is_title), '|');
    ck_assert_int_eq(sniffed("\xEF\xBB\xBFsep=;\r\nid,title\n", is_title), ';');
    ck_assert_int_eq(sniffed("sep=\r\nid,title\n", is_title), ',');
    ck_assert_int_eq(sniffed("", NULL), ',');
    ck_assert_int_eq(sniffed("id;title\n1;\"cut", is_title), ';');
}
END_TEST

START_TEST(cells_are_trimmed_on_request)
{
    const sel_str cells[] = {SEL_STR(" a\xC2\xA0")};
    const sel_csv_row row = {.cells = cells, .count = 1};
    ck_assert(sel_str_is(sel_csv_cell(&row, 0), "a"));
    ck_assert_uint_eq(sel_csv_cell(&row, 1).len, 0);
}
END_TEST

int main(void)
{
    arena = sel_arena_create();
    const TTest *tests[] = {cells_quotes_and_line_ends,
                            lines_and_rows_are_counted_apart,
                            marks_at_the_beginning,
                            bare_quotes_are_kept_and_told,
                            faults_have_their_line,
                            cells_and_rows_are_bounded,
                            buffers_may_end_anywhere,
                            a_sink_may_stop,
                            delimiters_are_found,
                            cells_are_trimmed_on_request,
                            NULL};
    int failed = run_tests("csv", tests);
    sel_arena_destroy(arena);
    return failed;
}
