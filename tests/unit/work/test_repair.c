#include "work/repair.h"

#include "base/text.h"

#include "desk_fixture.h"

static void add(sel_repair *repair, const char *code, const char *record, uint64_t line)
{
    sel_repair_add(
        repair,
        &(sel_issue){
            .code = code, .source = SEL_STR("r.csv"), .record = sel_str_of(record), .line = line},
        SEL_STR("Field"));
}

/* "record:code " row by row. */
static sel_str told(const desk *d, sel_repair *repair)
{
    sel_report report = {.arena = d->arena, .id = "repair"};
    sel_repair_tell(d->context, repair, &report);
    const sel_table *table = NULL;
    sel_error err = {0};
    ck_assert_int_eq(sel_report_find_table(&report, "repair", d->arena, &table, &err), SEL_OK);
    sel_text text = {.arena = d->arena};
    for (uint32_t i = 0; i < table->row_count; i++)
        sel_text_printf(&text, "%.*s:%.*s ", SEL_STR_ARG(sel_table_cell(table, i, 1)->text),
                        SEL_STR_ARG(sel_table_cell(table, i, table->column_count - 1)->text));
    return sel_text_str(&text);
}

START_TEST(worst_records_come_first)
{
    desk d;
    desk_open(&d);
    sel_repair *repair = sel_repair_create();
    add(repair, "W_NO_DATES", "A", 2);
    add(repair, "N_NO_FUNDER", "B", 3);
    add(repair, "W_NO_DATES", "B", 3);
    add(repair, "W_NO_PLACE", "C", 4);
    add(repair, "W_NO_DATES", "C", 4);
    add(repair, "E_NO_TITLE", "", 5);
    add(repair, "E_NO_TITLE", "", 6);
    add(repair, "W_COLUMN_UNKNOWN", "", 1);
    add(repair, "N_ID_MADE", "D", 7);
    sel_str list = told(&d, repair);
    ck_assert_msg(sel_str_is(list, ":W_COLUMN_UNKNOWN :E_NO_TITLE :E_NO_TITLE C:W_NO_PLACE "
                                   "C:W_NO_DATES B:W_NO_DATES B:N_NO_FUNDER A:W_NO_DATES "
                                   "D:N_ID_MADE "),
                  "%.*s", SEL_STR_ARG(list));
    sel_repair_destroy(repair);
    desk_close(&d);
}
END_TEST

START_TEST(what_nobody_can_mend_is_left_out)
{
    desk d;
    desk_open(&d);
    sel_repair *repair = sel_repair_create();
    add(repair, "N_ORGANISATION_SPLIT", "A", 2);
    add(repair, "E_RANGE", "A", 2); /* of answers, not of registers */
    ck_assert(sel_str_is(told(&d, repair), ""));
    sel_repair_destroy(repair);
    sel_repair_destroy(NULL);
    desk_close(&d);
}
END_TEST

int main(void)
{
    return run_tests("repair", (const TTest *const[]){
                                   worst_records_come_first,
                                   what_nobody_can_mend_is_left_out,
                                   NULL,
                               });
}
