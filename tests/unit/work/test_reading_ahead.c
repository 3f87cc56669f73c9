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
    uint32_t prepared; /* responses that were ready to be stored */
    const sel_reference *reference;
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

static bool note_prepared(void *to, const sel_response *response,
                          const sel_prepared_response *prepared)
{
    record *r = to;
    sel_error err = {0};
    sel_prepared_response now;
    if (prepared != NULL) {
        r->prepared += 1;
        ck_assert_int_eq(
            sel_response_prepare(response, &r->reference->geography, r->text.arena, &now, &err),
            SEL_OK);
        ck_assert_str_eq(prepared->content, now.content);
        ck_assert_str_eq(prepared->answers.ptr, now.answers.ptr);
    }
    return note_response(to, response);
}

static void note_issue(void *to, const sel_issue *issue)
{
    record *r = to;
    sel_text_printf(&r->text, "%s %.*s %u %u %.*s (%.*s) %.*s %.*s\n", issue->code,
                    SEL_STR_ARG(issue->subject), (unsigned)issue->line, issue->column,
                    SEL_STR_ARG(issue->found), SEL_STR_ARG(issue->expected),
                    SEL_STR_ARG(issue->suggestion), SEL_STR_ARG(issue->whole));
}

/* Rows before the first that is wrong are right. */
static void write_file(const char *path, int first_wrong, const char *ending)
{
    static const char *const stages[] = {"1", "4", "dont_know", "9", ""};
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    fputs(header, file);
    for (int i = 0; i < ROWS; i++)
        fprintf(file, "%s,Agency %d,%s,%s,%s\n",
                i >= first_wrong && i % 97 == 0 ? "Atlantis" : "FJI", i,
                i < first_wrong ? "1" : stages[i % 5], i < first_wrong ? "4" : stages[i % 3],
                i >= first_wrong && i % 11 == 0 ? "muhc" : "much");
    fputs(ending, file);
    ck_assert_int_eq(fclose(file), 0);
}

typedef struct outcome {
    record record;
    sel_issues issues;
    sel_response_counts counts;
    sel_status status;
    sel_error err;
} outcome;

static outcome read_file(desk *d, uint32_t most, bool ahead)
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
    const sel_reference *reference = &d->context->reference;
    o.record.reference = reference;
    o.status = ahead ? sel_reading_ahead(&incoming, &questionnaire, reference,
                                         (sel_prepared_sink){note_prepared, &o.record}, NULL,
                                         &o.issues, &o.counts, &o.err)
                     : sel_incoming_read(&incoming, &questionnaire, reference,
                                         (sel_response_sink){note_response, &o.record}, NULL,
                                         &o.issues, &o.counts, &o.err);
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
    write_file(d.file_path, 0, ending);
    outcome here = read_file(&d, most, false);
    outcome apart = read_file(&d, most, true);
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

START_TEST(responses_are_prepared_until_there_is_a_fault)
{
    enum { RIGHT = 970 };
    desk d;
    desk_open(&d);
    write_file(d.file_path, ROWS, "");
    outcome right = read_file(&d, UINT32_MAX, true);
    ck_assert_uint_eq(right.record.count, ROWS);
    ck_assert_uint_eq(right.record.prepared, ROWS);
    write_file(d.file_path, RIGHT, "");
    outcome wrong = read_file(&d, UINT32_MAX, true);
    ck_assert_uint_lt(wrong.record.count, ROWS);
    ck_assert_uint_eq(wrong.record.prepared, RIGHT);
    desk_close(&d);
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
    const TTest *const tests[] = {all_is_told_in_its_order,
                                  responses_are_prepared_until_there_is_a_fault,
                                  a_sink_that_has_had_enough, an_end_that_cannot_be_read, NULL};
    return run_tests("reading_ahead", tests);
}
