/* Lists by name. The levels of the indicators are those of the design, written down here by hand.
 */
#include "desk_fixture.h"

#include "work/lists.h"

static desk d;
static sel_report report;

static void expect_text(sel_str found, const char *expected)
{
    ck_assert_msg(sel_str_is(found, expected), "'%.*s', not '%s'", SEL_STR_ARG(found), expected);
}

static void tell(const char *name)
{
    report = (sel_report){.arena = d.arena};
    sel_status status = sel_tell_list(d.context, d.store, name, (sel_days){0}, &report, &d.err);
    ck_assert_msg(status == SEL_OK, "%s", d.err.message);
}

static const sel_table *only_table(void)
{
    ck_assert_uint_eq(report.section_count, 1);
    ck_assert_uint_eq(report.sections[0]->block_count, 1);
    return report.sections[0]->blocks[0].table;
}

static sel_str cell(const sel_table *table, uint32_t row, const char *column)
{
    for (uint32_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].id, column) == 0)
            return sel_table_cell(table, row, i)->text;
    ck_abort_msg("there is no column %s", column);
    return (sel_str){0};
}

/* --- the indicators --- */

static const struct {
    const char *id;
    bool scored;
    const char *levels; /* of a scored one: where it is scored */
} design[] = {
    {"a1", true, "QRGPDF"}, {"a2", true, "QRGPDF"}, {"a3", true, "QRGF"},   {"a4", true, "QRGDF"},
    {"a5", true, "GF"},     {"a6", true, "QRGPDF"}, {"a7", true, "QRG"},    {"a8", true, "QRGPDF"},
    {"b1", true, "QRGPDF"}, {"b2", true, "QRGF"},   {"b3", true, "RGDF"},   {"b4", false, "DF"},
    {"b5", false, "DF"},    {"b6", true, "RGF"},    {"b7", true, "QRGPDF"}, {"b8", true, "RGPDF"},
    {"b9", true, "QGF"},    {"c1", true, "GF"},     {"c2", true, "GF"},     {"c3", true, "DF"},
    {"c4", true, "QRGPDF"}, {"c5", true, "QRGPDF"}, {"c6", true, "QRGPDF"}, {"c7", true, "QRGPDF"},
    {"c8", true, "QRGPDF"}, {"d1", true, "QRGPDF"}, {"d2", true, "QRGPDF"}, {"d3", true, "QRGPDF"},
    {"d4", true, "QRGPDF"}, {"d5", false, "QRG"},   {"d6", true, "QRGPDF"}, {"d7", false, "PDF"},
    {"d8", false, "QRG"},
};

/* Letters of a text such as "Q R (D) F", in brackets or not. */
static void letters_of(sel_str text, bool bracketed, char letters[8])
{
    size_t count = 0;
    bool inside = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        inside = c == '(' || (inside && c != ')');
        if (c >= 'A' && c <= 'Z' && inside == bracketed)
            letters[count++] = c;
    }
    letters[count] = '\0';
}

START_TEST(all_thirty_three_indicators_stand_where_the_design_has_them)
{
    desk_open(&d);
    tell("indicators");
    const sel_table *table = only_table();
    ck_assert_uint_eq(table->row_count, 33);
    for (uint32_t i = 0; i < 33; i++) {
        char letters[8];
        expect_text(cell(table, i, "id"), design[i].id);
        letters_of(cell(table, i, "levels"), !design[i].scored, letters);
        ck_assert_msg(strcmp(letters, design[i].levels) == 0, "%s: %s", design[i].id, letters);
        if (!design[i].scored) {
            letters_of(cell(table, i, "levels"), false, letters);
            ck_assert_str_eq(letters, "");
        }
    }
    desk_close(&d);
}
END_TEST

START_TEST(every_indicator_says_what_it_asks_how_and_from_what)
{
    desk_open(&d);
    tell("indicators");
    const sel_table *table = only_table();
    static const char *const columns[] = {"indicator", "question", "formula", "data", "source"};
    for (uint32_t i = 0; i < table->row_count; i++)
        for (size_t j = 0; j < sizeof columns / sizeof columns[0]; j++) {
            sel_str text = cell(table, i, columns[j]);
            ck_assert_msg(text.len > 1, "%s: %s", design[i].id, columns[j]);
            /* A word that is missing shows its id. */
            ck_assert(!sel_str_starts(text, SEL_STR("question.")));
            ck_assert(!sel_str_starts(text, SEL_STR("data.")));
        }
    desk_close(&d);
}
END_TEST

START_TEST(indicators_are_listed_without_a_store)
{
    desk_open(&d);
    sel_list_basis basis = SEL_LIST_OF_STORE;
    ck_assert_int_eq(sel_list_basis_of("indicators", &basis, &d.err), SEL_OK);
    ck_assert_int_eq(basis, SEL_LIST_OF_PROGRAM);
    report = (sel_report){.arena = d.arena};
    ck_assert_int_eq(sel_tell_list(d.context, NULL, "indicators", (sel_days){0}, &report, &d.err),
                     SEL_OK);
    desk_close(&d);
}
END_TEST

START_TEST(an_unknown_name_is_refused_with_all_that_there_are)
{
    desk_open(&d);
    sel_list_basis basis;
    ck_assert_int_eq(sel_list_basis_of("donors", &basis, &d.err), SEL_USAGE);
    ck_assert_ptr_nonnull(strstr(d.err.message, "'donors'"));
    ck_assert_ptr_nonnull(strstr(d.err.message, "programmes, set-aside"));
    ck_assert_ptr_nonnull(strstr(d.err.message, "indicators"));
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        all_thirty_three_indicators_stand_where_the_design_has_them,
        every_indicator_says_what_it_asks_how_and_from_what,
        indicators_are_listed_without_a_store,
        an_unknown_name_is_refused_with_all_that_there_are,
        NULL,
    };
    return run_tests("lists", tests);
}
