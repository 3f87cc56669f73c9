#include "small_world.h"

enum { YES = 1, NO = 0, OPEN = SEL_UNKNOWN, BESIDE = SEL_DOES_NOT_APPLY };

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_c7.evaluate, level, number);
}

static void call(small_world *world, sel_study_programme *record, const int8_t said[SEL_CALL_ITEMS])
{
    memcpy(small_world_account(world, record)->call, said, SEL_CALL_ITEMS);
}

static sel_study_programme *add_record(small_world *world)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    small_world_donor(world, record, 2);
    return record;
}

/* A statement alone: the mean of what is answered, from the rest at 0 to the rest at 1. */
START_TEST(one_statement)
{
    static const struct {
        int8_t said[SEL_CALL_ITEMS];
        double value, low, high;
    } cases[] = {
        {{YES, YES, YES}, 1, 1, 1},
        {{YES, NO, NO}, 1.0 / 3, 1.0 / 3, 1.0 / 3},
        {{YES, NO, OPEN}, .5, 1.0 / 3, 2.0 / 3},
        {{OPEN, YES, YES}, 1, 2.0 / 3, 1},
        {{YES, NO, BESIDE}, .5, 1.0 / 3, 2.0 / 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        uint32_t submission = small_world_submission(world, ATLA);
        call(world, small_world_statement(world, ATLA, NULL), cases[i].said);
        sel_indicator_value value = value_at(world, SEL_LEVEL_RESPONSE, submission);
        check_value(value, cases[i].value, cases[i].low, cases[i].high);
        ck_assert(!value.proportion);
        small_world_destroy(world);
    }
}
END_TEST

START_TEST(too_little_answered)
{
    static const int8_t cases[][SEL_CALL_ITEMS] = {
        {OPEN, OPEN, OPEN}, {YES, OPEN, OPEN}, {YES, BESIDE, BESIDE}, {BESIDE, BESIDE, OPEN}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        uint32_t submission = small_world_submission(world, ATLA);
        call(world, small_world_statement(world, ATLA, NULL), cases[i]);
        check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.calls-not-reported");
        small_world_destroy(world);
    }
}
END_TEST

/* Donor: yes, yes, yes. Recipient: yes, no, open. Per item 1, 0, and 1 by the donor alone, possibly
 * 0: 2/3, from 1/3 to 2/3; the sides differ on one item of three. */
START_TEST(two_keys)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    call(world, record, (const int8_t[]){YES, YES, YES});
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1);
    sel_study_programme *statement = small_world_statement(world, ATLA, record);
    call(world, statement, (const int8_t[]){YES, NO, OPEN});
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, 2.0 / 3, 1.0 / 3, 2.0 / 3);
    ck_assert_double_eq_tol(value.disagreement, 1.0 / 3, 1e-9);
    /* no call, says the recipient: the donor's answers stand, unconfirmed */
    call(world, statement, (const int8_t[]){BESIDE, BESIDE, BESIDE});
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1);
    /* one answer is too little, and says that there was a call */
    call(world, record, (const int8_t[]){YES, OPEN, OPEN});
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.calls-not-reported");
    small_world_destroy(world);
}
END_TEST

/* Stated by recipients: 1, 1/3, no call, nothing said: (4/3)/2, from (4/3)/3 to (7/3)/3. */
START_TEST(many_programmes)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 4; i++)
        add_record(world);
    static const int8_t said[][SEL_CALL_ITEMS] = {
        {YES, YES, YES}, {NO, NO, YES}, {BESIDE, BESIDE, BESIDE}};
    for (int i = 0; i < 3; i++)
        call(world, small_world_statement(world, ATLA, &world->programmes[i]), said[i]);
    static const struct {
        sel_level level;
        uint32_t number;
    } everywhere[] = {{SEL_LEVEL_RECIPIENT, ATLA},
                      {SEL_LEVEL_REGION, REGION},
                      {SEL_LEVEL_DONOR, 2},
                      {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++) {
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, 2.0 / 3, 4.0 / 9, 7.0 / 9);
        check_counts(value, 0, 2, 3);
        ck_assert(value.one_key);
    }
    world->programmes[4].account = NULL;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

START_TEST(nobody_called)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    sel_study_programme *record = add_record(world);
    call(world, record, (const int8_t[]){BESIDE, BESIDE, BESIDE});
    check_inapplicable(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-call");
    check_inapplicable(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.no-call");
    add_record(world); /* may have had one */
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.calls-not-reported");
    small_world_destroy(world);
}
END_TEST

/* Stated: one call with nothing done, one of which only that its criteria were published: 0, to
 * (0 + 1)/2. With one of three done in the first 1/3, from (1/3 + 0)/2 to (1/3 + 1)/2. */
START_TEST(a_call_of_which_little_is_known)
{
    small_world *world = small_world_create();
    sel_study_programme *first = small_world_statement(world, ATLA, NULL);
    call(world, first, (const int8_t[]){NO, NO, NO});
    call(world, small_world_statement(world, ATLA, NULL), (const int8_t[]){YES, OPEN, OPEN});
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 0, 0, .5);
    call(world, first, (const int8_t[]){NO, YES, NO});
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1.0 / 3, 1.0 / 6, 2.0 / 3);
    small_world_destroy(world);
}
END_TEST

START_TEST(a_response_without_support)
{
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    small_world_destroy(world);
}
END_TEST

/* Five programmes of 1: shares of three things, not five of five met. */
START_TEST(five_of_one)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 5; i++)
        add_record(world);
    for (int i = 0; i < 5; i++) {
        sel_study_programme *statement = small_world_statement(world, ATLA, &world->programmes[i]);
        call(world, statement, (const int8_t[]){YES, YES, YES});
    }
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 1, 1, 1);
    check_counts(value, 0, 5, 5);
    ck_assert(!value.proportion);
    ck_assert_double_eq(value.interval_low, 1); /* no Wilson interval */
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {one_statement,
                            too_little_answered,
                            two_keys,
                            many_programmes,
                            nobody_called,
                            a_call_of_which_little_is_known,
                            a_response_without_support,
                            five_of_one,
                            NULL};
    return run_tests("c7", tests);
}
