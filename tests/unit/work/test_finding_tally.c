#include "work/finding_tally.h"

#include "check_suite.h"

static void add(sel_finding_tally *tally, const char *code, const char *record, const char *subject)
{
    sel_finding_tally_add(
        tally,
        &(sel_issue){.code = code, .record = sel_str_of(record), .subject = sel_str_of(subject)},
        false);
}

static const sel_code_tally *of(const sel_finding_tally *tally, const char *code)
{
    for (uint32_t i = 0; i < tally->count; i++)
        if (strcmp(tally->codes[i].code, code) == 0)
            return &tally->codes[i];
    return NULL;
}

START_TEST(records_are_counted_once)
{
    sel_finding_tally tally = {.arena = sel_arena_create()};
    add(&tally, "W_DATE_UNREAD", "1", "start");
    add(&tally, "W_DATE_UNREAD", "1", "end");
    sel_finding_tally_next_record(&tally);
    sel_finding_tally_next_record(&tally);
    add(&tally, "W_DATE_UNREAD", "3", "end");
    ck_assert_uint_eq(of(&tally, "W_DATE_UNREAD")->findings, 3);
    ck_assert_uint_eq(of(&tally, "W_DATE_UNREAD")->records, 2);
    ck_assert_uint_eq(of(&tally, "W_DATE_UNREAD")->first_count, 3);
    sel_arena_destroy(tally.arena);
}
END_TEST

/* A record that is refused is never handed on. */
START_TEST(each_refused_record_is_one)
{
    sel_finding_tally tally = {.arena = sel_arena_create()};
    for (int i = 0; i < 5; i++) {
        add(&tally, "W_DATE_UNREAD", "", "start");
        add(&tally, "E_NO_TITLE", "", "");
    }
    ck_assert_uint_eq(of(&tally, "E_NO_TITLE")->records, 5);
    ck_assert_uint_eq(of(&tally, "W_DATE_UNREAD")->records, 5);
    ck_assert_uint_eq(of(&tally, "E_NO_TITLE")->first_count, SEL_TALLY_FIRST);
    sel_arena_destroy(tally.arena);
}
END_TEST

START_TEST(worst_comes_first)
{
    sel_finding_tally tally = {.arena = sel_arena_create()};
    for (int i = 0; i < 3; i++) {
        add(&tally, "N_NO_FUNDER", "x", "");
        if (i > 0)
            add(&tally, "W_NO_DATES", "x", "");
        add(&tally, "W_NO_STATUS", "x", "");
        sel_finding_tally_next_record(&tally);
    }
    add(&tally, "E_NO_TITLE", "", "");
    sel_finding_tally_add(&tally, &(sel_issue){.code = "W_COLUMN_UNKNOWN"}, true);
    sel_finding_tally_sort(&tally);
    static const char *const order[] = {"E_NO_TITLE", "W_COLUMN_UNKNOWN", "W_NO_STATUS",
                                        "W_NO_DATES", "N_NO_FUNDER"};
    ck_assert_uint_eq(tally.count, sizeof order / sizeof order[0]);
    for (uint32_t i = 0; i < tally.count; i++)
        ck_assert_str_eq(tally.codes[i].code, order[i]);
    ck_assert_uint_eq(of(&tally, "W_COLUMN_UNKNOWN")->records, 0);
    sel_arena_destroy(tally.arena);
}
END_TEST

/* Texts of an issue live only while it is reported. */
START_TEST(texts_are_kept)
{
    sel_finding_tally tally = {.arena = sel_arena_create()};
    char text[] = "P-1";
    add(&tally, "W_NO_DATES", text, text);
    memset(text, 'x', sizeof text - 1);
    ck_assert(sel_str_is(of(&tally, "W_NO_DATES")->first[0].record, "P-1"));
    sel_arena_destroy(tally.arena);
}
END_TEST

int main(void)
{
    return run_tests("finding_tally", (const TTest *const[]){
                                          records_are_counted_once,
                                          each_refused_record_is_one,
                                          worst_comes_first,
                                          texts_are_kept,
                                          NULL,
                                      });
}
