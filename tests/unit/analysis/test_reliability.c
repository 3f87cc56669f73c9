#include "analysis/principle/reliability.h"

#include "small_world.h"

/* (1 − m)(1 − .40·age − .40·(1 − e/3) − .20·x) by hand. */
START_TEST(the_formula)
{
    ck_assert_double_eq_tol(sel_reliability((sel_footing){0, 3}, 0, 0), 1, 1e-9);
    ck_assert_double_eq_tol(sel_reliability((sel_footing){1, 0}, 0, 1), 0, 1e-9);
    ck_assert_double_eq_tol(sel_reliability((sel_footing){.5, 1.5}, .25, .5), .375, 1e-9);
    ck_assert_double_eq_tol(sel_reliability((sel_footing){0, 3}, 1, 0), 0, 1e-9);
}
END_TEST

START_TEST(in_words)
{
    ck_assert_str_eq(sel_reliability_word(0), "reliability.weak");
    ck_assert_str_eq(sel_reliability_word(.4999), "reliability.weak");
    ck_assert_str_eq(sel_reliability_word(.5), "reliability.fair");
    ck_assert_str_eq(sel_reliability_word(.75), "reliability.good");
}
END_TEST

static sel_footing footing(small_world *world, uint32_t programme)
{
    const sel_evidence *evidence = small_world_evidence(world);
    sel_selection selection = sel_select(evidence, (sel_subject){SEL_LEVEL_PROGRAMME, programme});
    return sel_footing_of_records(evidence, &selection);
}

static void update(sel_study_programme *record, int year, int month, int day)
{
    sel_day on = sel_day_of(year, month, day);
    record->updated = (sel_days){on, on, true};
}

/* As of 1 January 2026: fresh from 1 January 2025, old up to 1 January 2023: 731 days between. */
START_TEST(age_of_records)
{
    small_world *world = small_world_create();
    sel_study_programme *record = small_world_record(world, "register");
    ck_assert_double_eq(footing(world, 0).age, 1);
    update(record, 2025, 1, 1);
    ck_assert_double_eq(footing(world, 0).age, 0);
    update(record, 2024, 12, 31);
    ck_assert_double_eq_tol(footing(world, 0).age, 1.0 / 731, 1e-12);
    update(record, 2024, 1, 1);
    ck_assert_double_eq_tol(footing(world, 0).age, 366.0 / 731, 1e-12);
    update(record, 2023, 1, 1);
    ck_assert_double_eq(footing(world, 0).age, 1);
    update(record, 2026, 6, 1);
    ck_assert_double_eq(footing(world, 0).age, 0);
    small_world_destroy(world);
}
END_TEST

START_TEST(evidence_of_records)
{
    small_world *world = small_world_create();
    sel_study_programme *record = small_world_record(world, "register");
    ck_assert_double_eq(footing(world, 0).evidence, 0);
    record->has_request = true;
    ck_assert_double_eq(footing(world, 0).evidence, 1);
    record->sourced = true;
    ck_assert_double_eq(footing(world, 0).evidence, 2);
    small_world_statement(world, ATLA, record);
    ck_assert_double_eq(footing(world, 0).evidence, 3);
    small_world_destroy(world);
}
END_TEST

START_TEST(a_statement_is_as_old_as_its_answer)
{
    small_world *world = small_world_create();
    sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
    uint32_t submission = small_world_submission(world, ATLA);
    ck_assert_double_eq(footing(world, 0).age, 1);
    sel_day fresh = sel_day_of(2025, 6, 1);
    world->submissions[submission].answered_on = (sel_days){fresh, fresh, true};
    ck_assert_double_eq(footing(world, 0).age, 0);
    update(statement, 2023, 1, 1);
    ck_assert_double_eq(footing(world, 0).age, 1);
    small_world_destroy(world);
}
END_TEST

/* Atla answered freshly, Bora's answer is old, Fara is no member. */
START_TEST(age_of_answers)
{
    small_world *world = small_world_create();
    static const struct {
        uint32_t recipient;
        int year;
    } answers[] = {{ATLA, 2025}, {BORA, 2020}, {FARA, 2020}};
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        uint32_t number = small_world_submission(world, answers[i].recipient);
        sel_day on = sel_day_of(answers[i].year, 6, 1);
        world->submissions[number].answered_on = (sel_days){on, on, true};
    }
    const sel_evidence *evidence = small_world_evidence(world);
    sel_selection region = sel_select(evidence, (sel_subject){SEL_LEVEL_REGION, REGION});
    ck_assert_double_eq(sel_footing_of_answers(evidence, &region).age, .5);
    sel_selection response = sel_select(evidence, (sel_subject){SEL_LEVEL_RESPONSE, 1});
    ck_assert_double_eq(sel_footing_of_answers(evidence, &response).age, 1);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {the_formula,
                            in_words,
                            age_of_records,
                            evidence_of_records,
                            a_statement_is_as_old_as_its_answer,
                            age_of_answers,
                            NULL};
    return run_tests("reliability", tests);
}
