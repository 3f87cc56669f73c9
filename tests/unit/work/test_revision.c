/* What a newer answer changed: expectations are made by hand from the two answers of each test. */
#include "desk_fixture.h"

#include "work/answer_text.h"

static const char header[] =
    "country,agency,round,help_d1_2,now_d1_2,wanted_d1_2,by_d1_2,approved_by";

/* One row of the table of changes: "item: before > after". */
static const char *row_of(const sel_table *table, uint32_t row)
{
    return sel_str_printf(table->arena, "%.*s: %.*s > %.*s",
                          SEL_STR_ARG(sel_table_cell(table, row, 1)->text),
                          SEL_STR_ARG(sel_table_cell(table, row, 3)->text),
                          SEL_STR_ARG(sel_table_cell(table, row, 4)->text))
        .ptr;
}

START_TEST(changes_as_they_are_told)
{
    desk d;
    desk_open(&d);
    ck_assert(desk_submit(&d, header, "FJI,CERT,1,much,1,4,2027-03-01,A name").stored);
    sel_intake newer = desk_submit(&d, header, "FJI,CERT,1,some,dont_know,4,2027-03,Other name");
    ck_assert_uint_eq(newer.receipt_count, 1);
    sel_table table = {.arena = d.arena};
    sel_revision_columns(d.context, &table);
    sel_revision_tell(d.context, &newer.receipts[0].changes, SEL_STR("7F3A"), &table);
    ck_assert_uint_eq(table.row_count, 4);
    ck_assert_str_eq(row_of(&table, 0),
                     "approved_by: (kept by the secretariat, not shown) > (kept by the "
                     "secretariat, not shown)");
    ck_assert_str_eq(row_of(&table, 1), "help_d1_2: Much > Some");
    ck_assert_str_eq(row_of(&table, 2), "now_d1_2: 1 > don't know");
    ck_assert_str_eq(row_of(&table, 3), "by_d1_2: 2027-03-01 > 2027-03");
    ck_assert_str_eq(sel_table_cell(&table, 3, 0)->text.ptr, "7F3A");
    desk_close(&d);
}
END_TEST

START_TEST(the_same_otherwise_written_is_no_change)
{
    desk d;
    desk_open(&d);
    ck_assert(desk_submit(&d, header, "FJI,CERT,1,much,1,4,2027-03-01,A name").stored);
    sel_intake newer = desk_submit(&d,
                                   "by_d1_2,country,agency,round,help_d1_2,now_d1_2,"
                                   "wanted_d1_2,approved_by",
                                   "1/3/2027,Fiji,CERT,1,Much,1,5,A name");
    ck_assert_uint_eq(desk_issues(&newer.issues, "E_DATE_AMBIGUOUS"), 1);
    newer = desk_submit(&d,
                        "by_d1_2,country,agency,round,help_d1_2,now_d1_2,wanted_d1_2,"
                        "approved_by",
                        "2027-03-01,Fiji,CERT,1,Much,1,5,A name");
    ck_assert(newer.stored);
    ck_assert_uint_eq(newer.receipts[0].changes.count, 1);
    ck_assert(sel_str_is(newer.receipts[0].changes.list[0].item->name, "wanted_d1_2"));
    desk_close(&d);
}
END_TEST

START_TEST(dates_as_somebody_would_write_them)
{
    static const struct {
        const char *stored;
        const char *written;
    } cases[] = {{"2027-03-05", "2027-03-05"},
                 {"2027-03-01/2027-03-31", "2027-03"},
                 {"2028-02-01/2028-02-29", "2028-02"},
                 {"2027-01-01/2027-12-31", "2027"},
                 {"2027-12-01/2027-12-31", "2027-12"},
                 {"2027-03-05/2027-03-31", "2027-03-05/2027-03-31"},
                 {"2027-03-01/2027-04-30", "2027-03-01/2027-04-30"},
                 {"2027-03-01/", "2027-03-01/"},
                 {"", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sel_str seen = sel_answer_date(sel_str_of(cases[i].stored));
        ck_assert_msg(sel_str_is(seen, cases[i].written), "%.*s", SEL_STR_ARG(seen));
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {changes_as_they_are_told, the_same_otherwise_written_is_no_change,
                                  dates_as_somebody_would_write_them, NULL};
    return run_tests("revision", tests);
}
