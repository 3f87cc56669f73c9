#include "work/reading_ahead.h"

#include "base/text.h"
#include "desk_fixture.h"
#include "input/questionnaire_file.h"

/* Enough for many batches, and more than is held of a file before it is read. */
enum { ROWS = 3000 };

static const char header[] = "country,agency,now_d1_2,wanted_d1_2,help_d1_2\n";

/* All that was told, in its order, as text. */
typedef struct record {
    sel_text text;
    uint32_t most; /* responses until it is enough */
    uint32_t count;
} record;

static bool note_response(void *to, const sel_response *response)
{
    record *r = to;
    sel_text_printf(&r->text, "%u %.*s %.*s %.*s %.*s %.*s %u:", response->recipient,
                    SEL_STR_ARG(response->organisation), SEL_STR_ARG(response->respondent),
                    SEL_STR_ARG(response->agency), SEL_STR_ARG(response->round),
                    SEL_STR_ARG(response->disclosure), (unsigned)response->line);
    for (uint32_t i = 0; i < response->answer_count; i++) {
        const sel_answer *answer = &response->answers[i];
        sel_text_printf(&r->text, " %u %d %d %.*s@%u,%u,%u", answer->item, (int)answer->kind,
                        (int)answer->number, SEL_STR_ARG(answer->text), (unsigned)answer->line,
                        answer->row, answer->column);
    }
    sel_text_add_char(&r->text, '\n');
    return ++r->count < r->most;
}

static void note_issue(void *to, const sel_issue *issue)
{
    record *r = to;
    sel_text_printf(&r->text, "%s %.*s %u %u %.*s (%.*s) %.*s %.*s\n", issue->code,
                    SEL_STR_ARG(issue->subject), (unsigned)issue->line, issue->column,
                    SEL_STR_ARG(issue->found), SEL_STR_ARG(issue->expected),
                    SEL_STR_ARG(issue->suggestion), SEL_STR_ARG(issue->whole));
}

static void write_file(const char *path, const char *ending)
{
    static const char *const stages[] = {"1", "4", "dont_know", "9", ""};
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    fputs(header, file);
    for (int i = 0; i < ROWS; i++)
        fprintf(file, "%s,Agency %d,%s,%s,%s\n", i % 97 == 0 ? "Atlantis" : "FJI", i, stages[i % 5],
                stages[i % 3], i % 11 == 0 ? "muhc" : "much");
    fputs(ending, file);
    ck_assert_int_eq(fclose(file), 0);
}

typedef sel_status read_by(sel_incoming *incoming, const sel_questionnaire *questionnaire,
                           const sel_reference *reference, sel_response_sink sink,
                           sel_progress *progress, sel_issues *issues, sel_response_counts *counts,
                           sel_error *err);

typedef struct outcome {
    record record;
    sel_issues issues;
    sel_response_counts counts;
    sel_status status;
    sel_error err;
} outcome;

static outcome read_file(desk *d, uint32_t most, read_by *read)
{
    outcome o = {.record = {.text = {.arena = d->arena}, .most = most},
                 .issues = {.arena = d->arena}};
    sel_questionnaire questionnaire;
    sel_bytes *bytes = NULL;
    sel_incoming incoming;
    ck_assert(sel_questionnaire_open(SELARAS_SOURCE_DIR "/questionnaires/state-needs", d->arena,
                                     &questionnaire, &o.err) == SEL_OK);
    ck_assert(sel_bytes_open(d->file_path, &bytes, &o.err) == SEL_OK);
    ck_assert(sel_incoming_open(bytes, &d->context->reference, &questionnaire, NULL, &incoming,
                                &o.err) == SEL_OK);
    o.issues.each = note_issue;
    o.issues.to = &o.record;
    o.status =
        read(&incoming, &questionnaire, &d->context->reference,
             (sel_response_sink){note_response, &o.record}, NULL, &o.issues, &o.counts, &o.err);
    sel_incoming_close(&incoming);
    sel_bytes_close(bytes);
    sel_questionnaire_close(&questionnaire);
    return o;
}

/* The same counts; decisions are compared by what they say, as each reading has its own. */
static void compare_counts(const sel_response_counts *here, const sel_response_counts *apart)
{
    const sel_response_reading *one = &here->reading;
    const sel_response_reading *other = &apart->reading;
    ck_assert_uint_eq(here->responses, apart->responses);
    ck_assert_uint_eq(here->taken, apart->taken);
    ck_assert_uint_eq(here->answers, apart->answers);
    ck_assert_uint_eq(here->faulty, apart->faulty);
    ck_assert_mem_eq(one->columns, other->columns, sizeof one->columns);
    ck_assert_uint_gt(one->decision_count, 0);
    ck_assert_uint_eq(one->decision_count, other->decision_count);
    for (uint32_t i = 0; i < one->decision_count; i++) {
        ck_assert(sel_str_equal(one->decisions[i].column, other->decisions[i].column));
        ck_assert(sel_str_equal(one->decisions[i].question, other->decisions[i].question));
    }
}

/* What is told does not depend on the thread it is read in. */
static void compare(const char *ending, uint32_t most, sel_status expected)
{
    desk d;
    desk_open(&d);
    write_file(d.file_path, ending);
    outcome here = read_file(&d, most, sel_incoming_read);
    outcome apart = read_file(&d, most, sel_reading_ahead);
    ck_assert_int_eq(here.status, expected);
    ck_assert_int_eq(apart.status, expected);
    ck_assert_uint_gt(here.record.count, 0);
    ck_assert_uint_eq(here.record.count, apart.record.count);
    ck_assert_str_eq(here.record.text.bytes, apart.record.text.bytes);
    ck_assert_mem_eq(here.issues.counts, apart.issues.counts, sizeof here.issues.counts);
    ck_assert_str_eq(here.err.message, apart.err.message);
    ck_assert_uint_eq(here.err.line, apart.err.line);
    if (most == UINT32_MAX)
        compare_counts(&here.counts, &apart.counts);
    desk_close(&d);
}

START_TEST(all_is_told_in_its_order)
{
    compare("", UINT32_MAX, SEL_OK);
}
END_TEST

START_TEST(a_sink_that_has_had_enough)
{
    compare("", 1, SEL_OK);
    compare("", 1000, SEL_OK);
}
END_TEST

START_TEST(an_end_that_cannot_be_read)
{
    compare("FJI,\"Agency", UINT32_MAX, SEL_BAD_INPUT);
    compare("FJI,\"Agency", 10, SEL_OK); /* nobody came so far */
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {all_is_told_in_its_order, a_sink_that_has_had_enough,
                                  an_end_that_cannot_be_read, NULL};
    return run_tests("reading_ahead", tests);
}
