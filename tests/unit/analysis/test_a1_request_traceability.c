#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_a1.evaluate, level, number);
}

static void add_request(small_world *world, uint32_t recipient, int year, int month, int day)
{
    world->requests[world->study.request_count++] = (sel_study_request){
        .recipient = recipient, .received = (int64_t)sel_day_of(year, month, day) * 86400 + 3600};
}

static sel_study_programme *cite(small_world *world, uint32_t request)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    small_world_years(record, 2025, 2027);
    record->has_request = true;
    record->request = request;
    return record;
}

static void decide(sel_study_programme *record, sel_day earliest, sel_day latest)
{
    record->decided = (sel_days){earliest, latest, true};
}

START_TEST(a_request_must_come_before_the_decision)
{
    small_world *world = small_world_create();
    add_request(world, ATLA, 2024, 5, 10);
    sel_study_programme *record = cite(world, 0);
    decide(record, sel_day_of(2024, 5, 11), sel_day_of(2024, 5, 11));
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    decide(record, sel_day_of(2024, 5, 10), sel_day_of(2024, 5, 10));
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 1);
    decide(record, sel_day_of(2024, 5, 1), sel_day_of(2024, 5, 31));
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.requests-not-recorded");
    world->requests[0].received = 0;
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.requests-not-recorded");
    small_world_destroy(world);
}
END_TEST

START_TEST(the_start_stands_in_for_the_decision)
{
    small_world *world = small_world_create();
    add_request(world, ATLA, 2024, 5, 10);
    sel_study_programme *record = cite(world, 0);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, 1, 1, 1);
    ck_assert_str_eq(value.note, "note.start-taken-for-decision");
    record->dated = false;
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.requests-not-recorded");
    small_world_destroy(world);
}
END_TEST

START_TEST(a_request_of_another_recipient_is_none)
{
    small_world *world = small_world_create();
    add_request(world, BORA, 2024, 5, 10);
    cite(world, 0);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 1);
    /* the programme reaches both, and only one of them had asked */
    small_world_place(world, &world->programmes[0], BORA, 0, 0);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, BORA), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 0, 0, 1);
    small_world_destroy(world);
}
END_TEST

START_TEST(a_letter_is_the_donors_word)
{
    small_world *world = small_world_create();
    cite(world, SEL_NONE);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, 1, 0, 1);
    ck_assert(value.one_key);
    small_world_destroy(world);
}
END_TEST

START_TEST(silence_counts_only_in_a_register_that_speaks_of_requests)
{
    small_world *world = small_world_create();
    sel_study_programme *silent = small_world_record(world, "other");
    small_world_years(silent, 2025, 2026);
    cite(world, SEL_NONE);
    sel_study_programme *uncited = small_world_record(world, "register");
    small_world_years(uncited, 2025, 2026);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.requests-not-recorded");
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 2), 0, 0, 1);
    uncited->dated = false;
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 2), "reason.requests-not-recorded");
    small_world_destroy(world);
}
END_TEST

/* A donor's own answers: "don't know" is no silence of a register, whatever it answers elsewhere.
 */
START_TEST(what_a_donor_leaves_open_is_not_known)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 2; i++) {
        sel_study_programme *answer = small_world_record(world, "donor:A");
        answer->donor_answer = true;
        small_world_years(answer, 2025, 2027);
        small_world_donor(world, answer, 3);
    }
    world->programmes[0].asked_first = 1;
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 1), "reason.requests-not-recorded");
    sel_indicator_value value = value_at(world, SEL_LEVEL_DONOR, 3);
    check_value(value, 1, 0, 1); /* one of two is told */
    check_counts(value, 1, 1, 2);
    small_world_destroy(world);
}
END_TEST

/* The counted record of a register that knows requests cites none; a copy of it in another register
 * cites one received within the month in which it was decided on. That may have come first: the
 * programme is not known, until the decision has a day. */
START_TEST(an_order_that_cannot_be_told_is_no_silence)
{
    small_world *world = small_world_create();
    add_request(world, ATLA, 2024, 5, 10);
    sel_study_programme *record = cite(world, SEL_NONE);
    record->has_request = false;
    cite(world, SEL_NONE); /* so that the register knows of requests */
    sel_study_programme *copy = small_world_record(world, "second");
    small_world_place(world, copy, ATLA, 0, 10000000);
    copy->has_request = true;
    copy->request = 0;
    world->kept[2] = 0;
    decide(copy, sel_day_of(2024, 5, 1), sel_day_of(2024, 5, 31));
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.requests-not-recorded");
    decide(copy, sel_day_of(2024, 5, 31), sel_day_of(2024, 5, 31));
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    decide(copy, sel_day_of(2024, 5, 1), sel_day_of(2024, 5, 1));
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 1);
    small_world_destroy(world);
}
END_TEST

/* Only the recipient tells of it: its answer, at every level that hears it. */
START_TEST(what_only_a_recipient_states)
{
    small_world *world = small_world_create();
    sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
    small_world_donor(world, statement, 3);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.requests-not-recorded");
    statement->asked_first = 1;
    static const sel_subject everywhere[] = {{SEL_LEVEL_PROGRAMME, 0},
                                             {SEL_LEVEL_RECIPIENT, ATLA},
                                             {SEL_LEVEL_REGION, REGION},
                                             {SEL_LEVEL_DONOR, 3},
                                             {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++)
        check_value(value_at(world, everywhere[i].level, everywhere[i].number), 1, 1, 1);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, BORA), "reason.no-programme");
    small_world_destroy(world);
}
END_TEST

/* A regional organisation asks for itself: for its own programme it has asked, for one of its
 * member's it has not. Withdrawn later or not, the request was there. */
START_TEST(a_regional_organisation_asks_for_itself)
{
    small_world *world = small_world_create();
    add_request(world, REGION, 2024, 5, 10);
    sel_study_programme *own = small_world_record(world, "register");
    small_world_place(world, own, REGION, 4, 10000000);
    small_world_years(own, 2025, 2027);
    own->has_request = true;
    own->request = 0;
    cite(world, 0); /* at Atla */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, REGION), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 0, 0, 1);
    sel_day withdrawn = sel_day_of(2024, 9, 1);
    world->requests[0].withdrawn = (sel_days){withdrawn, withdrawn, true};
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, REGION), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* Ten programmes of the largest amount there is: as many by money as counted, 3 of 10. And one of
 * three known only: not available. */
START_TEST(large_amounts_and_few_known)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 10; i++) {
        sel_study_programme *record = cite(world, SEL_NONE);
        record->has_request = i < 3;
        small_world_money(record, INT64_MAX);
    }
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, .3, 0, 1);
    ck_assert_double_eq_tol(value.by_value, .3, 1e-9);
    for (uint32_t i = 1; i < 10; i++)
        world->programmes[i].dated = world->programmes[i].has_request = false;
    world->study.programme_count = 3;
    value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_missing(value, "reason.less-than-half-known");
    check_counts(value, 1, 1, 3);
    small_world_destroy(world);
}
END_TEST

START_TEST(the_recipients_answer)
{
    small_world *world = small_world_create();
    add_request(world, ATLA, 2025, 5, 10); /* after the start: too late by itself */
    sel_study_programme *record = cite(world, 0);
    sel_study_programme *statement = small_world_statement(world, ATLA, record);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 1);
    statement->asked_first = 1;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    ck_assert(value_at(world, SEL_LEVEL_PROGRAMME, 0).one_key);
    statement->asked_first = 0;
    record->request = SEL_NONE; /* a letter, which the recipient does not know of */
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, 0, 0, 0);
    ck_assert_double_eq(value.disagreement, 1);
    small_world_destroy(world);
}
END_TEST

/* ATLA: asked, not asked, not answered. 1 of 2 known of 3: .5, bounds 1/3 and 2/3. */
START_TEST(a_response)
{
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    small_world_statement(world, ATLA, NULL)->asked_first = 1;
    small_world_statement(world, ATLA, NULL)->asked_first = 0;
    small_world_statement(world, ATLA, NULL);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RESPONSE, submission);
    check_value(value, .5, 1.0 / 3, 2.0 / 3);
    check_counts(value, 1, 2, 3);
    ck_assert_uint_eq(value.contributor_count, 2);
    small_world_destroy(world);
}
END_TEST

/* Five programmes of one donor with 300, 100, 100, 100, 100; the first and the last answer
 * letters. Counted 2/5 = .4 (Wilson 2/5: .118 to .769); by money 400/700, effective number
 * 700²/130000 = 3.77, so too few. With seven of 100 each, 2/7 by both. */
START_TEST(donor_region_and_portfolio)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 5; i++) {
        sel_study_programme *record = cite(world, SEL_NONE);
        record->has_request = i == 0 || i == 4;
        small_world_donor(world, record, 3);
        small_world_money(record, i == 0 ? 300 : 100);
    }
    sel_indicator_value value = value_at(world, SEL_LEVEL_DONOR, 3);
    check_value(value, .4, 0, 1);
    check_counts(value, 2, 5, 5);
    ck_assert_double_eq_tol(value.interval_low, .118, .0005);
    ck_assert_double_eq_tol(value.interval_high, .769, .0005);
    ck_assert_double_lt(value.by_value, 0);
    world->programmes[0].money_low = world->programmes[0].money_high = 100;
    value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    ck_assert_double_eq_tol(value.by_value, .4, 1e-9);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), .4, 0, 1);
    check_missing(value_at(world, SEL_LEVEL_DONOR, 4), "reason.no-programme");
    small_world_destroy(world);
}
END_TEST

/* The register cites nothing; the donor answers that a letter came first. */
START_TEST(what_a_donor_answers_beside_its_register)
{
    small_world *world = small_world_create();
    sel_study_programme *record = cite(world, SEL_NONE);
    record->has_request = false;
    sel_study_programme *answer = small_world_record(world, "donor:A");
    answer->donor_answer = true;
    answer->has_request = true;
    world->kept[1] = 0;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1);
    record->asked_first = 0; /* the register denies it */
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 0);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {a_request_must_come_before_the_decision,
                            the_start_stands_in_for_the_decision,
                            a_request_of_another_recipient_is_none,
                            a_letter_is_the_donors_word,
                            silence_counts_only_in_a_register_that_speaks_of_requests,
                            what_a_donor_answers_beside_its_register,
                            what_a_donor_leaves_open_is_not_known,
                            an_order_that_cannot_be_told_is_no_silence,
                            what_only_a_recipient_states,
                            a_regional_organisation_asks_for_itself,
                            large_amounts_and_few_known,
                            the_recipients_answer,
                            a_response,
                            donor_region_and_portfolio,
                            NULL};
    return run_tests("a1", tests);
}
