/* The exported form against the tables it is made of and against what XLSForm knows. */
#include "work/handouts.h"

#include "desk_fixture.h"
#include "unit/report/workbook_reader.h"

#include "input/csv.h"

static desk d;

/* Columns and types of the reference tables of xlsform.org (_data/survey.csv, choices.csv and
 * settings.csv of its site). Those with a language may have one. */
static const char *const columns[] = {
    "type",       "name",      "constraint",     "required",         "default",
    "relevant",   "read_only", "calculation",    "repeat_count",     "appearance",
    "parameters", "list_name", "form_title",     "form_id",          "public_key",
    "version",    "style",     "submission_url", "default_language", "instance_name",
    NULL};
static const char *const language_columns[] = {"label", "hint", "constraint_message",
                                               "required_message", NULL};
static const char *const types[] = {
    "start",        "end",         "today",    "deviceid", "username",    "subscriberid",
    "simserial",    "phonenumber", "email",    "audit",    "select_one",  "select_multiple",
    "text",         "integer",     "decimal",  "date",     "time",        "datetime",
    "geopoint",     "image",       "audio",    "video",    "note",        "barcode",
    "acknowledge",  "calculate",   "geotrace", "geoshape", "begin_group", "end_group",
    "begin_repeat", "end_repeat",  "range",    NULL};

static bool is_listed(const char *const *list, sel_str word)
{
    for (; *list != NULL; list++)
        if (sel_str_is(word, *list))
            return true;
    return false;
}

static void expect_column(sel_str column)
{
    sel_str base = sel_str_part(column, 0, sel_str_find(column, SEL_STR("::")));
    bool known = sel_str_starts(column, SEL_STR("selaras_")) || is_listed(columns, column) ||
                 is_listed(language_columns, base);
    ck_assert_msg(known, "'%.*s' is no column of XLSForm", SEL_STR_ARG(column));
}

typedef struct comparison {
    cells sheet;
    bool survey;
    uint32_t row;
    uint32_t filled;
} comparison;

static bool compare_row(void *to, const sel_csv_row *row)
{
    comparison *c = to;
    for (uint32_t i = 0; i < row->count; i++) {
        const char *place = cell_name(d.arena, c->row, i);
        const char *found = cell_text(&c->sheet, d.arena, place);
        ck_assert_msg(sel_str_is(row->cells[i], found), "%s: '%s', not '%.*s'", place, found,
                      SEL_STR_ARG(row->cells[i]));
        if (c->row == 0)
            expect_column(row->cells[i]);
        c->filled += row->cells[i].len > 0;
    }
    sel_str type = row->cells[0];
    if (c->survey && c->row > 0)
        ck_assert_msg(is_listed(types, sel_str_part(type, 0, sel_str_find(type, SEL_STR(" ")))),
                      "'%.*s' is no type of XLSForm", SEL_STR_ARG(type));
    c->row += 1;
    return true;
}

static void expect_table(const char *path, const char *id, uint32_t number, const char *name)
{
    sel_str file = sel_str_printf(d.arena, "xl/worksheets/sheet%u.xml", number);
    comparison c = {.sheet = cells_open(path, file.ptr), .survey = strcmp(name, "survey") == 0};
    sel_str table =
        sel_str_printf(d.arena, SELARAS_SOURCE_DIR "/questionnaires/%s/%s.csv", id, name);
    sel_bytes *bytes = NULL;
    ck_assert_int_eq(sel_bytes_open(table.ptr, &bytes, &d.err), SEL_OK);
    ck_assert_int_eq(sel_csv_read(bytes, ',', compare_row, &c, NULL, &d.err), SEL_OK);
    sel_bytes_close(bytes);
    /* Nothing beside what the table holds. */
    ck_assert_int_eq(part_count(&c.sheet.sheet, d.arena, "//*[local-name()='c']"), (int)c.filled);
    ck_assert_int_eq(part_count(&c.sheet.sheet, d.arena, "//*[local-name()='f']"), 0);
    part book = part_open(path, "xl/workbook.xml");
    sel_str sheet = sel_str_printf(d.arena, "//m:sheet[%u]/@name", number);
    ck_assert_str_eq(part_text(&book, d.arena, sheet.ptr), name);
    part_close(&book);
    cells_close(&c.sheet);
}

START_TEST(xlsform_is_the_definition_cell_by_cell)
{
    static const char *const ids[] = {"state-needs", "points-of-contact", "norms-implementation",
                                      "regional-organisation", "programme-self-assessment"};
    desk_open(&d);
    const char *path = d.file_path;
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        ck_assert_msg(sel_handout_xlsform(d.context, ids[i], path, &d.err) == SEL_OK, "%s",
                      d.err.message);
        expect_table(path, ids[i], 1, "survey");
        expect_table(path, ids[i], 2, "choices");
        expect_table(path, ids[i], 3, "settings");
    }
    desk_close(&d);
}
END_TEST

START_TEST(ending_says_the_format)
{
    sel_handout_format format;
    ck_assert(sel_handout_format_of("needs.XLSX", &format) && format == SEL_HANDOUT_XLSX);
    ck_assert(sel_handout_format_of("a.b.csv", &format) && format == SEL_HANDOUT_CSV);
    ck_assert(sel_handout_format_of("x/needs.html", &format) && format == SEL_HANDOUT_HTML);
    ck_assert(!sel_handout_format_of("needs.xls", &format));
    ck_assert(!sel_handout_format_of(".csv", &format));
    ck_assert(!sel_handout_format_of("needs", &format));
}
END_TEST

START_TEST(other_parts_and_languages_are_refused)
{
    desk_open(&d);
    sel_sheet *sheet = NULL;
    ck_assert_int_eq(sel_handout_lay_out(d.context, "state-needs", "C", d.arena, &sheet, &d.err),
                     SEL_USAGE);
    ck_assert_int_eq(sel_handout_lay_out(d.context, "none", NULL, d.arena, &sheet, &d.err),
                     SEL_NOT_FOUND);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {xlsform_is_the_definition_cell_by_cell, ending_says_the_format,
                            other_parts_and_languages_are_refused, NULL};
    int failed = run_tests("handouts", tests);
    xmlCleanupParser();
    return failed;
}
