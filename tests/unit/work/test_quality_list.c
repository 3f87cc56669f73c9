/* The list of what to look at: expectations are made by hand from the few answers of each test; the
 * flags themselves have their tests in analysis. */
#include "desk_fixture.h"

#include "work/quality_list.h"

static desk d;
static sel_table table;

static void list_all(void)
{
    table = (sel_table){.arena = d.arena};
    ck_assert_msg(sel_quality_list(d.context, d.store, &table, &d.err) == SEL_OK, "%s",
                  d.err.message);
}

/* Rows that are "recipient agency round flag block capability: evidence". */
static uint32_t rows_like(const char *expected)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < table.row_count; i++) {
        const sel_cell *c = sel_table_cell(&table, i, 0);
        sel_str row =
            sel_str_printf(d.arena, "%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%.*s", SEL_STR_ARG(c[0].text),
                           SEL_STR_ARG(c[1].text), SEL_STR_ARG(c[2].text), SEL_STR_ARG(c[3].text),
                           SEL_STR_ARG(c[4].text), SEL_STR_ARG(c[5].text), SEL_STR_ARG(c[6].text));
        found += sel_str_is(row, expected);
    }
    return found;
}

START_TEST(nothing_stored_nothing_to_look_at)
{
    desk_open(&d);
    list_all();
    ck_assert_uint_eq(table.row_count, 0);
    ck_assert_uint_eq(table.column_count, 7);
    desk_close(&d);
}
END_TEST

START_TEST(contradictions_stand_with_who_made_them)
{
    desk_open(&d);
    sel_intake in = desk_submit(&d,
                                "country,agency,round,help_d1_2,help_d1_3,now_d1_2,wanted_d1_2,"
                                "request_1_capability",
                                "FJI,CERT,1,much,none,4,3,D1.3\nKEN,CERT,1,much,some,2,4,D1.3");
    ck_assert(in.stored);
    list_all();
    ck_assert_uint_eq(rows_like("FJI|CERT|1|wanted-below-now||D1.2|Incident response: wanted 3 is "
                                "lower than now 4."),
                      1);
    ck_assert_uint_eq(
        rows_like("FJI|CERT|1|none-but-request||D1.3|Critical infrastructure protection: no "
                  "help wanted, but a request is made for it."),
        1);
    for (uint32_t i = 0; i < table.row_count; i++)
        ck_assert(!sel_str_is(sel_table_cell(&table, i, 0)->text, "KEN") ||
                  sel_str_is(sel_table_cell(&table, i, 3)->text, "block-empty"));
    desk_close(&d);
}
END_TEST

/* Rounds of one respondent are compared with each other, in the order in which they came in. */
START_TEST(a_jump_from_the_round_before)
{
    desk_open(&d);
    static const char header[] = "country,agency,round,now_d1_2";
    ck_assert(desk_submit(&d, header, "FJI,CERT,1,1\nFJI,Ministry,1,1").stored);
    ck_assert(desk_submit(&d, header, "FJI,CERT,2,4\nFJI,Ministry,2,2").stored);
    list_all();
    ck_assert_uint_eq(rows_like("FJI|CERT|2|jump||D1.2|Incident response: now 4, in round 1 1."),
                      1);
    for (uint32_t i = 0; i < table.row_count; i++)
        ck_assert(!sel_str_is(sel_table_cell(&table, i, 3)->text, "jump") ||
                  sel_str_is(sel_table_cell(&table, i, 1)->text, "CERT"));
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {nothing_stored_nothing_to_look_at,
                                  contradictions_stand_with_who_made_them,
                                  a_jump_from_the_round_before, NULL};
    return run_tests("quality_list", tests);
}
