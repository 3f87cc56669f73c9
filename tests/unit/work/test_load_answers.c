/* What becomes of submissions on their way from the store into the study. */
#include "desk_fixture.h"

#include "analysis/principle/selection.h"
#include "work/results.h"

static const char state_header[] = "country,agency,round,lead,filled_by,approved_by,"
                                   "support_1_programme,support_1_donor,support_1_capability";

/* The assessment must stay where it is. */
static void assess(desk *d, const char *round, sel_assessment *assessment)
{
    const sel_assess_options options = {.round = round};
    ck_assert_msg(sel_assess_open(d->context, d->store, &options, assessment, &d->err) == SEL_OK,
                  "%s", d->err.message);
}

static void submit(desk *d, const char *header, const char *rows)
{
    sel_intake intake = desk_submit(d, header, rows);
    if (!intake.stored)
        for (uint32_t i = 0; i < intake.issues.group_count; i++)
            fprintf(stderr, "%s\n", intake.issues.groups[i]->places[0].code);
    ck_assert(intake.stored);
    d->context->now += 86400;
}

/* A programme that the respondent lists in every round is one programme. */
START_TEST(support_listed_in_two_rounds_counts_once)
{
    desk d;
    desk_open(&d);
    submit(&d, state_header, "KEN,CERT,1,yes,Office,Office,Training,Acme,D1.2");
    submit(&d, state_header, "KEN,CERT,2,yes,Office,Office,Training,Acme,D1.2");
    static const char *const rounds[] = {NULL, "1", "2"};
    for (int i = 0; i < 3; i++) {
        sel_assessment one;
        assess(&d, rounds[i], &one);
        ck_assert_uint_eq(one.study->programme_count, 1);
        ck_assert(
            sel_str_starts(one.study->programmes[0].id, i == 1 ? SEL_STR("1-") : SEL_STR("2-")));
        ck_assert_uint_eq(one.study->submission_count, 1);
        ck_assert_uint_eq(one.study->programmes[0].submission, 0);
        sel_assess_close(&one);
    }
    desk_close(&d);
}
END_TEST

/* The newest answer has no support: what the first one stated is history, and its donor too. A
 * newer answer to another questionnaire, which does not ask for support, changes nothing. */
START_TEST(support_that_the_newest_round_no_longer_lists)
{
    desk d;
    desk_open(&d);
    submit(&d, state_header, "KEN,CERT,1,yes,Office,Office,Training,Acme,D1.2");
    submit(&d, "country,agency,round,lead,filled_by,approved_by,ping_answered",
           "KEN,CERT,2,yes,Office,Office,no");
    sel_assessment first;
    assess(&d, NULL, &first);
    uint32_t kept = first.study->programme_count;
    sel_assess_close(&first);
    submit(&d, "country,agency,round,lead,filled_by,approved_by,help_d1_2",
           "KEN,CERT,2,yes,Office,Office,much");
    sel_assessment second;
    assess(&d, NULL, &second);
    ck_assert_uint_eq(kept, 1);
    ck_assert_uint_eq(second.study->programme_count, 0);
    ck_assert_uint_eq(second.study->organisation_count, 0);
    sel_assess_close(&second);
    desk_close(&d);
}
END_TEST

static uint32_t undertakings_of(const sel_assessment *assessment, const char *address)
{
    sel_subject subject;
    sel_error err = {0};
    ck_assert_int_eq(sel_subject_find(assessment, sel_str_of(address), &subject, &err), SEL_OK);
    return sel_select(&assessment->evidence, subject).undertaking_count;
}

/* What two agencies of a state were given is two lists; a response is one of them. */
START_TEST(a_response_is_one_agency)
{
    desk d;
    desk_open(&d);
    submit(&d, state_header, "KEN,Ministry,1,yes,Office,Office,Training,Acme,D1.2");
    submit(&d, state_header, "KEN,Regulator,1,no,Office,Office,Advice,Other Ltd,D1.1");
    sel_assessment one;
    assess(&d, NULL, &one);
    ck_assert_uint_eq(one.study->programme_count, 2);
    ck_assert_uint_eq(undertakings_of(&one, "response:KEN"), 1);
    ck_assert_uint_eq(undertakings_of(&one, "KEN"), 2);
    sel_assess_close(&one);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {support_listed_in_two_rounds_counts_once,
                                  support_that_the_newest_round_no_longer_lists,
                                  a_response_is_one_agency, NULL};
    return run_tests("load_answers", tests);
}
