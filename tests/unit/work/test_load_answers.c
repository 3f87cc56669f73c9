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

/* "no", "does not apply", "don't know" and silence are four things. */
START_TEST(what_a_state_says_of_itself)
{
    desk d;
    desk_open(&d);
    submit(&d,
           "country,agency,round,lead,filled_by,approved_by,programmes_max,assessments_held,"
           "assessments_joint,took_part_sessions,made_statement,sponsorship_used,"
           "sponsorship_needed,poc_listed,support_declined,enabling_forum,enabling_legal,"
           "enabling_minutes,poc_diplomatic_designated,poc_diplomatic_deputy,"
           "poc_diplomatic_mandate,poc_diplomatic_procedure",
           "FJI,CERT,1,yes,Office,Office,4,3,0,yes,no,dont_know,yes,no,no,yes,not_applicable,no,"
           "yes,no,not_applicable,dont_know");
    sel_assessment one;
    assess(&d, NULL, &one);
    const sel_study_submission *said = &one.study->submissions[0];
    ck_assert(sel_str_is(said->questionnaire, "state-needs"));
    ck_assert(said->donor == SEL_NONE && said->organisation.len == 0);
    ck_assert(!said->states_support);
    ck_assert_uint_eq(said->programmes_max, 4);
    ck_assert_uint_eq(said->assessments_held, 3);
    ck_assert_uint_eq(said->assessments_joint, 0);
    ck_assert(said->attended == 1 && said->stated == 0 && said->sponsored == SEL_UNKNOWN);
    ck_assert(said->wants_sponsorship == 1 && said->listed == 0 && said->declined == 0);
    ck_assert(said->enabling[0] == 1 && said->enabling[1] == SEL_DOES_NOT_APPLY);
    ck_assert(said->enabling[2] == 0 && said->enabling[3] == SEL_UNKNOWN);
    ck_assert_int_eq(said->division_agreed, SEL_UNKNOWN);
    ck_assert(said->poc_yes == 1 && said->poc_no == 1);
    ck_assert(said->poc_inapplicable == 1 && said->poc_other == 1);
    ck_assert_uint_eq(one.study->entry_count, 0);
    sel_assess_close(&one);
    submit(&d, "country,agency,round,lead,filled_by,approved_by,help_d1_2",
           "TON,CERT,1,yes,Office,Office,much");
    assess(&d, NULL, &one);
    const sel_study_submission *silent = &one.study->submissions[1];
    ck_assert_uint_eq(silent->programmes_max, SEL_NOT_COUNTED);
    ck_assert_uint_eq(silent->assessments_held, SEL_NOT_COUNTED);
    ck_assert(silent->attended == SEL_UNKNOWN && silent->declined == SEL_UNKNOWN);
    sel_assess_close(&one);
    desk_close(&d);
}
END_TEST

static const char donor_header[] =
    "organisation,agency,round,filled_by,approved_by,assessments_held,assessments_joint,"
    "request_1_recipient,request_1_capability,request_1_received,request_1_answer,"
    "request_1_answered,request_2_recipient,request_2_capability,request_2_received,"
    "request_2_answer,request_3_recipient,request_3_capability,request_3_answer";

/* Offers in the order of recipients (Fiji before Tonga), then of capabilities. A row without a
 * recipient that we know is none; a donor's form is no answer of the state of that name. */
START_TEST(what_a_donor_answered)
{
    desk d;
    desk_open(&d);
    submit(&d, donor_header,
           "Acme Aid,Desk,1,Office,Office,5,2,Tonga,D1.2,2024-01-31,met,2024-03-01,FJI,D4.1,"
           "2024-02-01,pending,Atlantis,D1.1,declined");
    sel_assessment one;
    assess(&d, NULL, &one);
    const sel_study *study = one.study;
    ck_assert_uint_eq(study->submission_count, 1);
    const sel_study_submission *said = &study->submissions[0];
    ck_assert_uint_eq(said->recipient, SEL_NONE);
    ck_assert(sel_str_is(said->organisation, "Acme Aid"));
    ck_assert(sel_str_is(study->organisations[said->donor].name, "Acme Aid"));
    ck_assert(said->assessments_held == 5 && said->assessments_joint == 2);
    ck_assert_uint_eq(study->offer_count, 2);
    const sel_study_offer *fiji = &study->offers[0];
    const sel_study_offer *tonga = &study->offers[1];
    const sel_recipient *recipients = d.context->reference.geography.recipients;
    ck_assert(sel_str_is(recipients[fiji->recipient].code, "FJI"));
    ck_assert(sel_str_is(recipients[tonga->recipient].code, "TON"));
    ck_assert(fiji->reaction == SEL_REACTION_PENDING && !fiji->answered.known);
    ck_assert(tonga->reaction == SEL_REACTION_MET);
    ck_assert_int_eq(tonga->received.earliest, sel_day_of(2024, 1, 31));
    ck_assert_int_eq(tonga->answered.latest, sel_day_of(2024, 3, 1));
    ck_assert(fiji->donor == said->donor && tonga->donor == said->donor);
    sel_subject subject = {SEL_LEVEL_RESPONSE, 0};
    ck_assert(sel_str_is(sel_subject_address(&one, subject, d.arena), "response:Acme Aid"));
    ck_assert_uint_eq(sel_select(&one.evidence, subject).undertaking_count, 0);
    ck_assert_int_eq(sel_subject_find(&one, SEL_STR("response:XYZ"), &subject, &d.err),
                     SEL_NOT_FOUND);
    d.err = (sel_error){0};
    sel_assess_close(&one);
    desk_close(&d);
}
END_TEST

/* Two donors are two respondents, and each of them has one newest answer. */
START_TEST(donors_do_not_replace_each_other)
{
    desk d;
    desk_open(&d);
    static const char header[] = "organisation,agency,round,filled_by,approved_by,"
                                 "assessments_held,requests_received";
    submit(&d, header, "Acme Aid,Desk,1,Office,Office,5,1");
    submit(&d, header, "Better Aid,Desk,1,Office,Office,6,1");
    submit(&d, header, "ACME AID,Desk,2,Office,Office,7,1");
    sel_assessment one;
    assess(&d, NULL, &one);
    ck_assert_uint_eq(one.study->submission_count, 2);
    uint32_t held = 0;
    for (uint32_t i = 0; i < 2; i++)
        held += one.study->submissions[i].assessments_held;
    ck_assert_uint_eq(held, 13);
    ck_assert_uint_ne(one.study->submissions[0].donor, one.study->submissions[1].donor);
    sel_assess_close(&one);
    desk_close(&d);
}
END_TEST

START_TEST(what_a_regional_body_may_do)
{
    desk d;
    desk_open(&d);
    submit(&d,
           "country,agency,round,filled_by,approved_by,mandate_d1_2,mandate_instrument_d1_2,"
           "mandate_lead_d1_2,practice_d1_2,mandate_d4_1,practice_d2_1,division_agreed",
           "AU,Secretariat,1,Office,Office,yes,Convention of 2014,The Commission,"
           "training exercise,dont_know,none,no");
    sel_assessment one;
    assess(&d, NULL, &one);
    const sel_study *study = one.study;
    ck_assert_uint_eq(study->submission_count, 1);
    ck_assert_int_eq(study->submissions[0].division_agreed, 0);
    ck_assert_uint_eq(study->entry_count, 0);
    ck_assert_uint_eq(study->mandate_count, 3); /* D1.2, D2.1, D4.1 */
    const sel_study_mandate *response = &study->mandates[0];
    ck_assert_uint_eq(response->body, study->submissions[0].recipient);
    ck_assert(response->covered == 1 && response->cited);
    ck_assert(sel_str_is(response->lead, "The Commission"));
    ck_assert_uint_eq(response->practice, 1U << SEL_KIND_TRAINING | 1U << SEL_KIND_EXERCISE);
    ck_assert(study->mandates[1].covered == SEL_UNKNOWN && study->mandates[1].practice == 0);
    ck_assert(study->mandates[2].covered == SEL_UNKNOWN && !study->mandates[2].cited);
    sel_assess_close(&one);
    desk_close(&d);
}
END_TEST

static const char request_header[] =
    "country,agency,round,lead,filled_by,approved_by,request_1_capability,request_1_outcome,"
    "request_1_document,request_2_capability,request_2_outcome";

/* Two requests; then only the second of them, now in the first row. */
START_TEST(a_request_that_is_no_longer_made)
{
    desk d;
    desk_open(&d);
    submit(&d, request_header, "FJI,CERT,1,yes,Office,Office,D1.2,A team,Note 12,D4.1,A law");
    sel_assessment one;
    assess(&d, NULL, &one);
    ck_assert_uint_eq(one.study->request_count, 2);
    ck_assert(one.study->requests[0].cites_document && !one.study->requests[1].cites_document);
    ck_assert(!one.study->requests[0].withdrawn.known && !one.study->requests[1].withdrawn.known);
    sel_assess_close(&one);
    sel_day second = sel_time_day(d.context->now);
    submit(&d, request_header, "FJI,CERT,1,yes,Office,Office,D1.2,A team,Note 12,,");
    d.context->now += 86400;
    submit(&d, request_header, "FJI,CERT,1,yes,Office,Office,D1.2,A team,Note 13,,");
    assess(&d, NULL, &one);
    ck_assert_uint_eq(one.study->request_count, 2);
    const sel_study_request *gone = &one.study->requests[1];
    ck_assert(sel_str_is(gone->outcome, "A law") && gone->withdrawn.known);
    ck_assert(gone->withdrawn.earliest == second && gone->withdrawn.latest == second);
    ck_assert(!one.study->requests[0].withdrawn.known);
    ck_assert_uint_eq(sel_request_find(one.study, gone->id), SEL_NONE);
    ck_assert_uint_eq(sel_request_find(one.study, one.study->requests[0].id), 0);
    sel_assess_close(&one);
    desk_close(&d);
}
END_TEST

START_TEST(a_request_that_only_moved_up)
{
    desk d;
    desk_open(&d);
    submit(&d, request_header, "FJI,CERT,1,yes,Office,Office,D1.2,A team,,D4.1,A law");
    submit(&d, request_header, "FJI,CERT,1,yes,Office,Office,D4.1,A law,,,");
    sel_assessment one;
    assess(&d, NULL, &one);
    ck_assert_uint_eq(one.study->request_count, 1);
    ck_assert(sel_str_is(one.study->requests[0].outcome, "A law"));
    ck_assert(!one.study->requests[0].withdrawn.known);
    sel_assess_close(&one);
    desk_close(&d);
}
END_TEST

/* Whatever came last, and whoever else answered: the newest answer on needs of the lead. */
START_TEST(which_response_an_address_means)
{
    desk d;
    desk_open(&d);
    static const char needs[] = "country,agency,round,lead,filled_by,approved_by,answered_on,"
                                "help_d1_2";
    submit(&d, needs, "KEN,Agency,1,yes,Office,Office,2024-01-01,much");
    submit(&d, needs, "KEN,Bureau,1,no,Office,Office,2024-03-01,some");
    submit(&d, "country,agency,round,lead,filled_by,approved_by,answered_on,ping_answered",
           "KEN,Agency,1,yes,Office,Office,2024-04-01,yes");
    sel_assessment one;
    sel_subject subject;
    assess(&d, NULL, &one);
    ck_assert_uint_eq(one.study->submission_count, 3);
    ck_assert_int_eq(sel_subject_find(&one, SEL_STR("response:KEN"), &subject, &d.err), SEL_OK);
    const sel_study_submission *meant = &one.study->submissions[subject.number];
    ck_assert(sel_str_is(meant->questionnaire, "state-needs") &&
              sel_str_is(meant->agency, "Agency"));
    sel_assess_close(&one);
    submit(&d, needs, "KEN,Centre,1,yes,Office,Office,2024-02-01,none");
    assess(&d, NULL, &one);
    ck_assert_int_eq(sel_subject_find(&one, SEL_STR("response:KEN"), &subject, &d.err), SEL_OK);
    ck_assert(sel_str_is(one.study->submissions[subject.number].agency, "Centre"));
    sel_assess_close(&one);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {support_listed_in_two_rounds_counts_once,
                                  support_that_the_newest_round_no_longer_lists,
                                  a_response_is_one_agency,
                                  what_a_state_says_of_itself,
                                  what_a_donor_answered,
                                  donors_do_not_replace_each_other,
                                  what_a_regional_body_may_do,
                                  a_request_that_is_no_longer_made,
                                  a_request_that_only_moved_up,
                                  which_response_an_address_means,
                                  NULL};
    return run_tests("load_answers", tests);
}
