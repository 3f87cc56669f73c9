#include "desk_fixture.h"

#include "base/text.h"
#include "report/writer.h"
#include "work/reply.h"
#include "work/rounds.h"

static const char header[] = "country,agency,round,answered_on,help_d1_2,now_d1_2,wanted_d1_2,"
                             "filled_by,approved_by,language";

enum { DAY = 86400 };

static sel_round round_of(desk *d, const char *name)
{
    sel_round round = {0};
    ck_assert_int_eq(sel_store_find_round(d->store, sel_str_of(name), d->arena, &round, &d->err),
                     SEL_OK);
    return round;
}

static sel_status open_round(desk *d, const char *name, const char *expect, sel_days closes)
{
    const sel_round_call call = {sel_str_of(name), expect, closes};
    d->err = (sel_error){0};
    return sel_rounds_open(d->context, d->store, &call, &d->err);
}

static sel_days day(sel_day of)
{
    return (sel_days){of, of, true};
}

static sel_day today(const desk *d)
{
    return (sel_day)(d->context->now / DAY);
}

static sel_str page_of(desk *d, const sel_intake *intake, const sel_receipt *receipt)
{
    sel_report report = {.arena = d->arena, .id = "reply"};
    sel_reply_tell(d->context, intake, receipt, &report);
    sel_text page = {.arena = d->arena};
    const sel_write_options options = {.words = &d->context->words};
    ck_assert_int_eq(sel_writer_find(SEL_STR("html"))
                         ->write(&report, &options, sel_stream_memory(&page), &d->err),
                     SEL_OK);
    return sel_text_str(&page);
}

START_TEST(those_expected)
{
    desk d;
    desk_open(&d);
    ck_assert_int_eq(open_round(&d, "2027", "FJI, Kenya,FJI,, Côte d'Ivoire", (sel_days){0}),
                     SEL_OK);
    sel_round round = round_of(&d, "2027");
    ck_assert_uint_eq(round.expected_count, 3);
    ck_assert(sel_str_is(round.expected[0], "CIV"));
    ck_assert(sel_str_is(round.expected[1], "FJI"));
    ck_assert(sel_str_is(round.expected[2], "KEN"));
    ck_assert(!round.open.known);
    /* Opened again without a list: the list stays. */
    ck_assert_int_eq(open_round(&d, "2027", NULL, day(today(&d))), SEL_OK);
    round = round_of(&d, "2027");
    ck_assert_uint_eq(round.expected_count, 3);
    ck_assert_int_eq(round.open.latest, today(&d));
    desk_close(&d);
}
END_TEST

START_TEST(a_file_of_those_expected)
{
    desk d;
    desk_open(&d);
    desk_write(&d,
               "\xEF\xBB\xBF"
               "FJI\r",
               "KEN,TON\r\n");
    ck_assert_int_eq(open_round(&d, "1", d.file_path, (sel_days){0}), SEL_OK);
    ck_assert_uint_eq(round_of(&d, "1").expected_count, 3);
    desk_close(&d);
}
END_TEST

START_TEST(what_cannot_be_opened)
{
    desk d;
    desk_open(&d);
    ck_assert_int_eq(open_round(&d, "2", "FJI,Timor Lest", (sel_days){0}), SEL_REFUSED);
    ck_assert_ptr_nonnull(strstr(d.err.message, "'Timor-Leste'"));
    sel_round round;
    ck_assert_int_eq(sel_store_find_round(d.store, SEL_STR("2"), d.arena, &round, &d.err),
                     SEL_NOT_FOUND);
    ck_assert_int_eq(open_round(&d, "", NULL, (sel_days){0}), SEL_USAGE);
    ck_assert_int_eq(open_round(&d, "2", NULL, day(today(&d) - 1)), SEL_USAGE);
    ck_assert_str_eq(d.err.message, "the last day, 2027-01-14, is over already; give a later one "
                                    "with --closes");
    ck_assert_int_eq(sel_rounds_close(d.context, d.store, SEL_STR("2"), &d.err), SEL_NOT_FOUND);
    desk_close(&d);
}
END_TEST

START_TEST(a_round_ends_with_its_last_day)
{
    const sel_round round = {.open = {10, 20, true}};
    const sel_round without = {0};
    ck_assert(!sel_round_over(&round, 20 * DAY));
    ck_assert(!sel_round_over(&round, 21 * DAY - 1));
    ck_assert(sel_round_over(&round, 21 * DAY));
    ck_assert(!sel_round_over(&without, 21 * DAY));
}
END_TEST

START_TEST(a_closed_round_takes_nothing_new)
{
    desk d;
    desk_open(&d);
    const char first[] = "FJI,CERT,1,2026-05-01,much,1,4,Office,Office,";
    ck_assert(desk_submit(&d, header, first).stored);
    ck_assert_int_eq(sel_rounds_close(d.context, d.store, SEL_STR("1"), &d.err), SEL_OK);
    sel_intake newer = desk_submit(&d, header,
                                   "FJI,CERT,1,2026-05-01,much,2,4,Office,Office,\n"
                                   "KEN,CERT,1,2026-05-01,much,2,4,Office,Office,");
    ck_assert(newer.refused && !newer.stored);
    ck_assert_uint_eq(desk_issues(&newer.issues, "E_ROUND_CLOSED"), 2);
    /* The same again is not refused, and another round is not touched by it. */
    ck_assert(desk_submit(&d, header, first).repeated);
    ck_assert(desk_submit(&d, header, "KEN,CERT,other,2026-05-01,much,2,4,Office,Office,").stored);
    ck_assert_int_eq(open_round(&d, "1", NULL, (sel_days){0}), SEL_OK);
    ck_assert(desk_submit(&d, header, "KEN,CERT,1,2026-05-01,much,2,4,Office,Office,").stored);
    desk_close(&d);
}
END_TEST

START_TEST(what_a_newer_answer_changed)
{
    desk d;
    desk_open(&d);
    ck_assert(desk_submit(&d, header, "FJI,CERT,1,2026-05-01,much,1,4,Office,Office,").stored);
    sel_intake newer = desk_submit(&d, header, "FJI,CERT,1,2026-05-01,some,1,,Office,Other,fr");
    ck_assert_uint_eq(newer.receipt_count, 1);
    const sel_answer_changes *changes = &newer.receipts[0].changes;
    ck_assert_uint_eq(changes->count, 4);
    ck_assert(sel_str_is(changes->list[0].item->name, "approved_by"));
    ck_assert(sel_str_is(changes->list[1].item->name, "language"));
    ck_assert_ptr_null(changes->list[1].before);
    ck_assert(sel_str_is(changes->list[2].item->name, "help_d1_2"));
    ck_assert(sel_str_is(changes->list[2].before->text, "much"));
    ck_assert(sel_str_is(changes->list[2].after->text, "some"));
    ck_assert(sel_str_is(changes->list[3].item->name, "wanted_d1_2"));
    ck_assert_int_eq(changes->list[3].before->number, 4);
    ck_assert_ptr_null(changes->list[3].after);
    ck_assert_int_eq(sel_reply_wish(newer.receipts[0].wish, SEL_EN), SEL_FR);
    desk_close(&d);
}
END_TEST

START_TEST(values_of_sealed_questions_are_not_told)
{
    desk d;
    desk_open(&d);
    desk_submit(&d, header, "FJI,CERT,1,2026-05-01,much,1,4,Office,Before-name,");
    sel_intake newer = desk_submit(&d, header, "FJI,CERT,1,2026-05-01,much,1,4,Office,After-name,");
    sel_str page = page_of(&d, &newer, &newer.receipts[0]);
    ck_assert_ptr_nonnull(strstr(page.ptr, "Approved by"));
    ck_assert_ptr_null(strstr(page.ptr, "Before-name"));
    ck_assert_ptr_null(strstr(page.ptr, "After-name"));
    desk_close(&d);
}
END_TEST

START_TEST(languages_that_are_wished)
{
    ck_assert_int_eq(sel_reply_wish(SEL_STR("ES"), SEL_EN), SEL_ES);
    ck_assert_int_eq(sel_reply_wish(SEL_STR(" francais "), SEL_EN), SEL_FR);
    ck_assert_int_eq(sel_reply_wish(SEL_STR("Klingon"), SEL_ID), SEL_ID);
    ck_assert_int_eq(sel_reply_wish((sel_str){0}, SEL_ES), SEL_ES);
}
END_TEST

START_TEST(language_of_a_sheet)
{
    desk d;
    desk_open(&d);
    sel_language language = SEL_EN;
    desk_write(&d, "Kuesioner;state-needs", "Negara;Fiji\n\"Lembaga\";CERT");
    ck_assert_int_eq(sel_reply_language(d.context, d.file_path, NULL, &language, &d.err), SEL_OK);
    ck_assert_int_eq(language, SEL_ID);
    desk_write(&d, header, "FJI,CERT,1,2026-05-01,much,1,4,Office,Office,");
    ck_assert_int_eq(sel_reply_language(d.context, d.file_path, NULL, &language, &d.err), SEL_OK);
    ck_assert_int_eq(language, SEL_EN);
    desk_close(&d);
}
END_TEST

/* A file name from outside never leaves the folder, and names that look alike stay apart. */
START_TEST(names_of_pages)
{
    desk d;
    desk_open(&d);
    sel_receipt receipt = {.respondent = SEL_STR("FJI"),
                           .agency = SEL_STR("../../etc/passwd \"'<Ministère>"),
                           .round = SEL_STR("1")};
    sel_intake intake = {.file = SEL_STR("../.. /x.csv")};
    sel_str first = sel_reply_name(&intake, &receipt, (sel_str){0}, d.arena);
    ck_assert_uint_le(first.len, SEL_REPLY_NAME_MAX);
    for (size_t i = 0; i < first.len; i++)
        ck_assert_ptr_nonnull(strchr("abcdefghijklmnopqrstuvwxyz0123456789-", first.ptr[i]));
    receipt.agency = SEL_STR("../../etc/passwd \"'<Ministere>");
    sel_str second = sel_reply_name(&intake, &receipt, (sel_str){0}, d.arena);
    ck_assert(!sel_str_equal(first, second));
    ck_assert(sel_str_equal(second, sel_reply_name(&intake, &receipt, (sel_str){0}, d.arena)));
    sel_str of_file = sel_reply_name(&intake, NULL, SEL_STR("ab"), d.arena);
    ck_assert(sel_str_starts(of_file, SEL_STR("x-csv-")));
    ck_assert(!sel_str_equal(of_file, sel_reply_name(&intake, NULL, SEL_STR("ac"), d.arena)));
    desk_close(&d);
}
END_TEST

/* Everybody sees what is theirs, also behind the first of many remarks of one kind. */
START_TEST(remarks_go_to_whom_they_concern)
{
    desk d;
    desk_open(&d);
    sel_text rows = {.arena = d.arena};
    for (int i = 0; i < 50; i++)
        sel_text_printf(&rows, "%sFJI,Agency %d,1,2026-05-01,much,%d,2,Office,Office,",
                        i == 0 ? "" : "\n", i, i == 48 ? 1 : 3);
    sel_intake intake = desk_submit(&d, header, rows.bytes);
    ck_assert(intake.stored);
    ck_assert_uint_eq(intake.receipt_count, 50);
    for (uint32_t i = 0; i < 50; i++) {
        sel_str page = page_of(&d, &intake, &intake.receipts[i]);
        char cell[24];
        snprintf(cell, sizeof cell, "Cell G%u ", i + 2);
        ck_assert_int_eq(strstr(page.ptr, cell) != NULL, i != 48);
        snprintf(cell, sizeof cell, "Cell G%u ", i + 3);
        ck_assert_ptr_null(strstr(page.ptr, cell));
    }
    desk_close(&d);
}
END_TEST

/* However much is wrong, a page stays one. */
START_TEST(a_page_stays_small)
{
    desk d;
    desk_open(&d);
    sel_text rows = {.arena = d.arena};
    for (int i = 0; i < 300; i++) {
        sel_text_printf(&rows, "%sFJI,A%d,1,x%d", i == 0 ? "" : "\n", i, i);
        for (int j = 0; j < 3000; j++)
            sel_text_add_char(&rows, '<');
        sel_text_printf(&rows, ",bad,9,z,Office,Office,");
    }
    sel_intake intake = desk_submit(&d, header, rows.bytes);
    ck_assert(intake.refused);
    sel_str page = page_of(&d, &intake, NULL);
    ck_assert_uint_lt(page.len, 50000);
    ck_assert_ptr_null(strstr(page.ptr, "<script"));
    ck_assert_ptr_null(strstr(page.ptr, "http:"));
    ck_assert_ptr_null(strstr(page.ptr, "https:"));
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {those_expected,
                                  a_file_of_those_expected,
                                  what_cannot_be_opened,
                                  a_round_ends_with_its_last_day,
                                  a_closed_round_takes_nothing_new,
                                  what_a_newer_answer_changed,
                                  values_of_sealed_questions_are_not_told,
                                  languages_that_are_wished,
                                  language_of_a_sheet,
                                  names_of_pages,
                                  remarks_go_to_whom_they_concern,
                                  a_page_stays_small,
                                  NULL};
    return run_tests("rounds", tests);
}
