/* Pages that go back: expectations are made by hand from the rows each test writes. */
#include "desk_fixture.h"

#include "base/text.h"
#include "report/writer.h"
#include "work/reply.h"

static const char header[] = "country,agency,round,answered_on,help_d1_2,now_d1_2,wanted_d1_2";

/* A page as plain text. */
static sel_str page_of(desk *d, const sel_intake *intake, const sel_receipt *receipt)
{
    sel_report report = {.arena = d->arena, .id = "reply"};
    sel_reply_tell(d->context, intake, receipt, &report);
    sel_text page = {.arena = d->arena};
    const sel_write_options options = {.width = 300, .words = &d->context->words};
    ck_assert_int_eq(sel_writer_find(SEL_STR("table"))
                         ->write(&report, &options, sel_stream_memory(&page), &d->err),
                     SEL_OK);
    return sel_text_str(&page);
}

static void expect_on(sel_str page, const char *text)
{
    ck_assert_msg(strstr(page.ptr, text) != NULL, "no '%s' in:\n%s", text, page.ptr);
}

static void expect_not_on(sel_str page, const char *text)
{
    ck_assert_msg(strstr(page.ptr, text) == NULL, "'%s' in:\n%s", text, page.ptr);
}

static void add_row(sel_text *rows, int agency, const char *now)
{
    sel_text_printf(rows, "%sFJI,Agency %05d,1,2026-05-01,much,%s,4", agency == 0 ? "" : "\n",
                    agency, now);
}

/* Those behind the last receipt that is kept have no page; what they wrote stands on nobody's. */
START_TEST(what_others_wrote_stays_theirs)
{
    desk d;
    desk_open(&d);
    sel_text rows = {.arena = d.arena};
    for (int i = 0; i < SEL_RECEIPTS_KEPT + 5; i++)
        add_row(&rows, i, i == SEL_RECEIPTS_KEPT + 2 ? "SECRET-OF-ANOTHER" : "1");
    sel_intake intake = desk_submit(&d, header, rows.bytes);
    ck_assert(intake.refused);
    ck_assert_uint_eq(intake.receipt_count, SEL_RECEIPTS_KEPT);
    sel_str last = page_of(&d, &intake, &intake.receipts[SEL_RECEIPTS_KEPT - 1]);
    expect_on(last, "Agency 09999");
    expect_not_on(last, "SECRET-OF-ANOTHER");
    expect_not_on(last, "F10004");
    expect_on(last, "Nothing has to be fixed in your answers.");
    desk_close(&d);
}
END_TEST

/* More problems than are kept with their places: who comes late is told how many are theirs. */
START_TEST(problems_beyond_those_kept_are_counted)
{
    enum { RESPONDENTS = SEL_PLACES_KEPT / 2 + 2 };
    desk d;
    desk_open(&d);
    sel_text rows = {.arena = d.arena};
    for (int i = 0; i < RESPONDENTS; i++)
        sel_text_printf(&rows, "%sFJI,Agency %05d,1,2026-05-01,much,%s", i == 0 ? "" : "\n", i,
                        i == RESPONDENTS - 1 ? "1,4" : "bad,worse");
    sel_intake intake = desk_submit(&d, header, rows.bytes);
    ck_assert(intake.refused);
    ck_assert_uint_eq(intake.place_count, SEL_PLACES_KEPT);
    sel_str kept = page_of(&d, &intake, &intake.receipts[0]);
    expect_on(kept, "To fix: 2.");
    expect_on(kept, "Cell F2");
    expect_not_on(kept, "Further ones");
    sel_str cut = page_of(&d, &intake, &intake.receipts[RESPONDENTS - 2]);
    expect_on(cut, "To fix: 2.");
    expect_on(cut, "Further ones, not listed here: 2");
    expect_not_on(cut, "Cell");
    sel_str clean = page_of(&d, &intake, &intake.receipts[RESPONDENTS - 1]);
    expect_on(clean, "Nothing has to be fixed in your answers.");
    expect_not_on(clean, "Further ones");
    desk_close(&d);
}
END_TEST

static sel_reply_pages pages_of(desk *d, const sel_intake *intake)
{
    sel_reply_pages pages;
    sel_status status =
        sel_reply_pages_of(d->context, intake, d->file_path, NULL, d->arena, &pages, &d->err);
    ck_assert_msg(status == SEL_OK, "%s", d->err.message);
    return pages;
}

static const char with_wish[] = "country,agency,round,help_d1_2,language";

START_TEST(who_gets_a_page_and_in_which_language)
{
    desk d;
    desk_open(&d);
    /* Refused: the file, and each who is in it. */
    sel_intake refused = desk_submit(&d, with_wish, "FJI,CERT,1,bad,fr\nKEN,CERT,1,much,");
    sel_reply_pages pages = pages_of(&d, &refused);
    ck_assert_uint_eq(pages.count, 3);
    ck_assert_ptr_null(pages.list[0].receipt);
    ck_assert_int_eq(pages.list[0].language, SEL_EN);
    ck_assert_ptr_eq(pages.list[1].receipt, &refused.receipts[0]);
    ck_assert_int_eq(pages.list[1].language, SEL_FR);
    ck_assert_int_eq(pages.list[2].language, SEL_EN);
    ck_assert(sel_str_starts(pages.list[0].name, SEL_STR("f-csv-")));
    ck_assert(sel_str_starts(pages.list[1].name, SEL_STR("fji-cert-")));
    /* Accepted: a receipt for each, nothing about the file. */
    sel_intake stored = desk_submit(&d, with_wish, "FJI,CERT,1,much,ar\nKEN,CERT,1,much,");
    pages = pages_of(&d, &stored);
    ck_assert_uint_eq(pages.count, 2);
    ck_assert_int_eq(pages.list[0].language, SEL_AR);
    ck_assert_uint_eq(pages.without, 0);
    /* The same bytes again: one page says so. */
    sel_intake again = desk_submit(&d, with_wish, "FJI,CERT,1,much,ar\nKEN,CERT,1,much,");
    pages = pages_of(&d, &again);
    ck_assert_uint_eq(pages.count, 1);
    ck_assert_ptr_null(pages.list[0].receipt);
    desk_close(&d);
}
END_TEST

START_TEST(no_pages_about_a_file_that_changed)
{
    desk d;
    desk_open(&d);
    sel_intake intake = desk_submit(&d, with_wish, "FJI,CERT,1,much,fr");
    desk_write(&d, with_wish, "FJI,CERT,1,some,fr");
    sel_reply_pages pages;
    ck_assert_int_eq(
        sel_reply_pages_of(d.context, &intake, d.file_path, NULL, d.arena, &pages, &d.err),
        SEL_CONFLICT);
    ck_assert_uint_eq(pages.count, 0);
    desk_close(&d);
}
END_TEST

/* Values of two respondents of one file, and problems of the file as such. */
START_TEST(problems_of_the_file_and_of_each)
{
    desk d;
    desk_open(&d);
    sel_intake intake = desk_submit(&d, "country,agency,round,help_d1_2,help_d1_2",
                                    "FJI,First,1,nonsense-1,\nKEN,Second,1,much,\n"
                                    "WSM,\"Th\n\"\"ird\",1,much,nonsense-3");
    ck_assert(intake.refused);
    ck_assert_uint_eq(intake.receipt_count, 3);
    ck_assert_uint_eq(intake.receipts[0].number, 1);
    ck_assert_uint_eq(intake.receipts[2].number, 3);
    ck_assert_uint_gt(intake.file_problems[SEL_FAULT] + intake.file_problems[SEL_WARNING], 0);
    sel_str second = page_of(&d, &intake, &intake.receipts[1]);
    expect_not_on(second, "nonsense");
    expect_on(second, "Cell E1"); /* the column that stands there twice */
    sel_str first = page_of(&d, &intake, &intake.receipts[0]);
    expect_on(first, "nonsense-1");
    expect_not_on(first, "nonsense-3");
    expect_on(page_of(&d, &intake, &intake.receipts[2]), "Cell E1");
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        what_others_wrote_stays_theirs,        problems_beyond_those_kept_are_counted,
        who_gets_a_page_and_in_which_language, no_pages_about_a_file_that_changed,
        problems_of_the_file_and_of_each,      NULL};
    return run_tests("reply", tests);
}
