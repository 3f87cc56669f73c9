/* What we hand out, opened by a spreadsheet program that did not write it: every question with
 * choices has its drop-down, and an exported XLSForm holds the definition cell by cell.
 *
 * LibreOffice opens and converts; libxml2 and our CSV reader look at the outcome. Skipped, with a
 * message, where LibreOffice is not. */
#include "office.h"

#include "unit/work/desk_fixture.h"

#include "input/csv.h"
#include "work/handouts.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

static const char *const instruments[] = {"state-needs"};
static const char *const forms[] = {"state-needs", "points-of-contact", "norms-implementation",
                                    "regional-organisation", "programme-self-assessment"};
enum {
    INSTRUMENTS = sizeof instruments / sizeof instruments[0],
    FORMS = sizeof forms / sizeof forms[0]
};

static desk d;

START_TEST(opened)
{
    desk_open(&d);
    office_settle(d.arena, d.folder, "en-US");
}
END_TEST

/* --- drop-downs --- */

static uint32_t list_cells(const sel_sheet *sheet)
{
    uint32_t count = 0;
    for (uint32_t b = 0; b < sheet->block_count; b++)
        for (uint32_t r = 0; r < sheet->blocks[b].row_count; r++)
            for (uint32_t c = 0; c < sheet->blocks[b].rows[r].count; c++)
                count += sheet->blocks[b].rows[r].cells[c].list != NULL;
    return count;
}

static uint32_t count_in(xmlXPathContext *paths, const char *path)
{
    xmlXPathObject *found = xmlXPathEvalExpression((const xmlChar *)path, paths);
    ck_assert_ptr_nonnull(found);
    uint32_t count = (uint32_t)xmlXPathCastToNumber(found);
    xmlXPathFreeObject(found);
    return count;
}

static void expect_drop_downs(const char *path, const sel_sheet *sheet)
{
    xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    ck_assert_msg(document != NULL, "%s is no XML", path);
    xmlXPathContext *paths = xmlXPathNewContext(document);
    xmlXPathRegisterNs(paths, (const xmlChar *)"t",
                       (const xmlChar *)"urn:oasis:names:tc:opendocument:xmlns:table:1.0");
    uint32_t rules =
        count_in(paths, "count(//t:content-validation[contains(@t:condition, 'is-in-list')])");
    uint32_t used =
        count_in(paths, "count(//t:table-cell[@t:content-validation-name = "
                        "//t:content-validation[contains(@t:condition, 'is-in-list')]/@t:name])");
    uint32_t asked = list_cells(sheet);
    ck_assert_msg(asked > 0 && rules == asked && used == asked,
                  "%s: %u rules, %u cells with one, %u questions with choices", path, rules, used,
                  asked);
    xmlXPathFreeContext(paths);
    xmlFreeDoc(document);
}

START_TEST(a_drop_down_per_question_with_choices)
{
    const char *files[INSTRUMENTS];
    sel_sheet *sheets[INSTRUMENTS];
    for (uint32_t i = 0; i < INSTRUMENTS; i++) {
        files[i] = sel_str_printf(d.arena, "%s/%s.xlsx", d.folder, instruments[i]).ptr;
        ck_assert_int_eq(
            sel_handout_lay_out(d.context, instruments[i], NULL, d.arena, &sheets[i], &d.err),
            SEL_OK);
        ck_assert_int_eq(sel_handout_workbook(d.context, sheets[i], files[i], &d.err), SEL_OK);
    }
    const char *out = sel_str_printf(d.arena, "%s/fods", d.folder).ptr;
    office_convert(d.arena, d.folder, "en-US", "fods", files, INSTRUMENTS, out);
    for (uint32_t i = 0; i < INSTRUMENTS; i++)
        expect_drop_downs(sel_str_printf(d.arena, "%s/%s.fods", out, instruments[i]).ptr,
                          sheets[i]);
}
END_TEST

/* --- XLSForm --- */

typedef struct table {
    sel_str **rows;
    uint32_t *widths;
    uint32_t count;
    uint32_t room;
    uint32_t width_room;
} table;

/* Rows without their empty ends: programs differ in how far they write them. */
static bool take_row(void *to, const sel_csv_row *row)
{
    table *t = to;
    uint32_t width = row->count;
    while (width > 0 && row->cells[width - 1].len == 0)
        width -= 1;
    sel_str *cells = sel_arena_array(d.arena, width + 1, sizeof *cells);
    for (uint32_t i = 0; i < width; i++)
        cells[i] = sel_str_copy(d.arena, row->cells[i]);
    t->rows = sel_arena_one_more(d.arena, t->rows, t->count, &t->room, sizeof(sel_str *));
    t->widths = sel_arena_one_more(d.arena, t->widths, t->count, &t->width_room, sizeof *t->widths);
    t->rows[t->count] = cells;
    t->widths[t->count++] = width;
    return true;
}

static table read_table(const char *path)
{
    table all = {0};
    sel_bytes *bytes = NULL;
    ck_assert_msg(sel_bytes_open(path, &bytes, &d.err) == SEL_OK, "%s", d.err.message);
    ck_assert_int_eq(sel_csv_read(bytes, ',', take_row, &all, NULL, &d.err), SEL_OK);
    sel_bytes_close(bytes);
    while (all.count > 0 && all.widths[all.count - 1] == 0)
        all.count -= 1;
    return all;
}

static void expect_same_table(const char *instrument, const char *name, const char *out)
{
    table ours = read_table(
        sel_str_printf(d.arena, SELARAS_SOURCE_DIR "/questionnaires/%s/%s.csv", instrument, name)
            .ptr);
    table theirs = read_table(sel_str_printf(d.arena, "%s/%s-%s.csv", out, instrument, name).ptr);
    ck_assert_msg(ours.count == theirs.count && ours.count > 1, "%s %s: %u rows, not %u",
                  instrument, name, theirs.count, ours.count);
    for (uint32_t r = 0; r < ours.count; r++) {
        ck_assert_msg(ours.widths[r] == theirs.widths[r], "%s %s, row %u: %u cells, not %u",
                      instrument, name, r + 1, theirs.widths[r], ours.widths[r]);
        for (uint32_t c = 0; c < ours.widths[r]; c++)
            ck_assert_msg(sel_str_equal(ours.rows[r][c], theirs.rows[r][c]),
                          "%s %s, row %u, cell %u: '%.*s', not '%.*s'", instrument, name, r + 1,
                          c + 1, SEL_STR_ARG(theirs.rows[r][c]), SEL_STR_ARG(ours.rows[r][c]));
    }
}

START_TEST(an_exported_form_is_the_definition)
{
    const char *files[FORMS];
    for (uint32_t i = 0; i < FORMS; i++) {
        files[i] = sel_str_printf(d.arena, "%s/%s.xlsx", d.folder, forms[i]).ptr;
        ck_assert_int_eq(sel_handout_xlsform(d.context, forms[i], files[i], &d.err), SEL_OK);
    }
    /* All sheets, comma, UTF-8. */
    const char *out = sel_str_printf(d.arena, "%s/xlsform", d.folder).ptr;
    office_convert(d.arena, d.folder, "en-US",
                   "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                   files, FORMS, out);
    for (uint32_t i = 0; i < FORMS; i++) {
        expect_same_table(forms[i], "survey", out);
        expect_same_table(forms[i], "choices", out);
        expect_same_table(forms[i], "settings", out);
    }
}
END_TEST

START_TEST(cleared_away)
{
    office_clear(d.arena, d.folder);
    desk_close(&d);
}
END_TEST

int main(void)
{
    if (!office_is_here()) {
        printf("no LibreOffice (soffice): skipped\n");
        return OFFICE_SKIPPED;
    }
    const TTest *tests[] = {opened, a_drop_down_per_question_with_choices,
                            an_exported_form_is_the_definition, cleared_away, NULL};
    return run_tests("converted", tests);
}
