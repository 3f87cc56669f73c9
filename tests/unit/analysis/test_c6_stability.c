#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_c6.evaluate, level, number);
}

static void interrupt(small_world *world, sel_study_programme *record, sel_interruption how)
{
    small_world_account(world, record)->interruption = how;
}

/* Runs at the as-of day, 1 January 2026. */
static sel_study_programme *add_record(small_world *world, uint32_t recipient)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, recipient, 0, 10000000);
    small_world_donor(world, record, 2);
    small_world_years(record, 2025, 2027);
    record->phase = SEL_PHASE_RUNNING;
    return record;
}

static sel_study_programme *add_statement(small_world *world, uint32_t recipient,
                                          const sel_study_programme *of, sel_interruption how)
{
    sel_study_programme *statement = small_world_statement(world, recipient, of);
    interrupt(world, statement, how);
    return statement;
}

/* Both sides' answers about one programme; who: 1 donor, 2 recipient, 3 both. */
START_TEST(two_keys)
{
    static const struct {
        int who;
        sel_interruption donor, recipient;
        double value, low, high; /* value < 0: not known */
    } cases[] = {
        {3, SEL_INTERRUPTION_NONE, SEL_INTERRUPTION_NONE, 1, 1, 1},
        {3, SEL_INTERRUPTION_AGREED, SEL_INTERRUPTION_TECHNICAL, 1, 1, 1},
        {3, SEL_INTERRUPTION_OTHER, SEL_INTERRUPTION_OTHER, 0, 0, 0},
        {3, SEL_INTERRUPTION_TECHNICAL, SEL_INTERRUPTION_OTHER, .5, 0, 1},
        {2, SEL_INTERRUPTION_UNKNOWN, SEL_INTERRUPTION_OTHER, .5, 0, 1},
        {2, SEL_INTERRUPTION_UNKNOWN, SEL_INTERRUPTION_AGREED, 1, 0, 1},
        {1, SEL_INTERRUPTION_OTHER, SEL_INTERRUPTION_UNKNOWN, .5, 0, 1},
        {1, SEL_INTERRUPTION_NONE, SEL_INTERRUPTION_UNKNOWN, -1, 0, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        sel_study_programme *record = add_record(world, ATLA);
        if (cases[i].who != 2)
            interrupt(world, record, cases[i].donor);
        if (cases[i].who != 1)
            add_statement(world, ATLA, record, cases[i].recipient);
        sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
        if (cases[i].value < 0) {
            check_missing(value, "reason.donor-answers-only");
        } else {
            bool contested = cases[i].value > 0 && cases[i].value < 1;
            check_value(value, cases[i].value, cases[i].low, cases[i].high);
            ck_assert_int_eq(value.note != NULL, contested);
        }
        small_world_destroy(world);
    }
}
END_TEST

/* Suspended and cancelled give no reason, and "none" then contradicts them. */
START_TEST(a_status_gives_no_reason)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.interruptions-not-reported");
    sel_study_programme *statement = add_statement(world, ATLA, record, SEL_INTERRUPTION_NONE);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1);
    record->status = SEL_STATUS_SUSPENDED;
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.interruptions-not-reported");
    interrupt(world, statement, SEL_INTERRUPTION_TECHNICAL);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1);
    record->status = SEL_STATUS_RUNNING;
    statement->status = SEL_STATUS_CANCELLED;
    interrupt(world, statement, SEL_INTERRUPTION_NONE);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.interruptions-not-reported");
    small_world_destroy(world);
}
END_TEST

/* As of 1 January 2026: from 1 January 2023 on. */
START_TEST(window_of_36_months)
{
    static const struct {
        int from, to;
        bool counts;
    } cases[] = {{2021, 2023, false}, {2021, 2024, true}, {2026, 2027, true}, {2027, 2028, false}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        sel_study_programme *record = add_record(world, ATLA);
        small_world_years(record, cases[i].from, cases[i].to);
        add_statement(world, ATLA, record, SEL_INTERRUPTION_NONE);
        sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
        if (cases[i].counts)
            check_value(value, 1, 0, 1);
        else
            check_inapplicable(value, "reason.no-recent-programme");
        record->phase = SEL_PHASE_PIPELINE;
        check_inapplicable(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.no-recent-programme");
        small_world_destroy(world);
    }
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world, ATLA);
    record->dated = false;
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.interruptions-not-reported");
    record->status = SEL_STATUS_PIPELINE;
    check_inapplicable(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.no-recent-programme");
    small_world_destroy(world);
}
END_TEST

/* Registers come first, then statements. Five programmes: both sides none twice, both other once,
 * contested once, nothing said once: (1 + 1 + 0 + .5)/4 = .625, from 2/5 to (2 + 1 + 1)/5. */
START_TEST(many_programmes)
{
    small_world *world = small_world_create();
    static const sel_interruption donor[] = {SEL_INTERRUPTION_NONE, SEL_INTERRUPTION_AGREED,
                                             SEL_INTERRUPTION_OTHER, SEL_INTERRUPTION_NONE};
    static const sel_interruption recipient[] = {SEL_INTERRUPTION_NONE, SEL_INTERRUPTION_NONE,
                                                 SEL_INTERRUPTION_OTHER, SEL_INTERRUPTION_OTHER};
    for (int i = 0; i < 5; i++)
        add_record(world, ATLA);
    for (int i = 0; i < 4; i++) {
        interrupt(world, &world->programmes[i], donor[i]);
        add_statement(world, ATLA, &world->programmes[i], recipient[i]);
    }
    const struct {
        sel_level level;
        uint32_t number;
    } everywhere[] = {
        {SEL_LEVEL_RECIPIENT, ATLA}, {SEL_LEVEL_REGION, REGION}, {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++) {
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, .625, .4, .8);
        check_counts(value, 0, 4, 5);
        ck_assert_str_eq(value.note, "note.contested");
    }
    check_missing(value_at(world, SEL_LEVEL_DONOR, 2), "reason.too-few-for-a-donor");
    for (int i = 0; i < 4; i++)
        world->programmes[i].account = NULL;
    for (uint32_t i = 5; i < 7; i++)
        world->programmes[i].account = NULL;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

/* Five programmes of three recipients that say there was no interruption: 1, possibly 0. */
START_TEST(a_donor_heard_widely)
{
    small_world *world = small_world_create();
    static const uint32_t recipients[] = {ATLA, ATLA, ATLA, BORA, CALA};
    for (int i = 0; i < 5; i++)
        add_record(world, recipients[i]);
    for (int i = 0; i < 5; i++)
        add_statement(world, recipients[i], &world->programmes[i], SEL_INTERRUPTION_NONE);
    check_value(value_at(world, SEL_LEVEL_DONOR, 2), 1, 0, 1);
    world->programmes[9].account = NULL; /* Cala is silent */
    check_missing(value_at(world, SEL_LEVEL_DONOR, 2), "reason.too-few-for-a-donor");
    small_world_destroy(world);
}
END_TEST

/* Bora and Cala speak of programmes that ended before 2023, or of one that was suspended without
 * giving a reason: that is no word on what the donor is judged by. */
START_TEST(a_donor_is_heard_on_what_counts)
{
    small_world *world = small_world_create();
    static const uint32_t recipients[] = {ATLA, ATLA, ATLA, ATLA, ATLA, BORA, CALA};
    for (int i = 0; i < 7; i++)
        add_record(world, recipients[i]);
    for (int i = 0; i < 7; i++)
        add_statement(world, recipients[i], &world->programmes[i], SEL_INTERRUPTION_NONE);
    check_value(value_at(world, SEL_LEVEL_DONOR, 2), 1, 0, 1);
    small_world_years(&world->programmes[6], 2019, 2021);
    check_missing(value_at(world, SEL_LEVEL_DONOR, 2), "reason.too-few-for-a-donor");
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 0, 1);
    small_world_years(&world->programmes[6], 2025, 2027);
    world->programmes[5].status = SEL_STATUS_SUSPENDED;
    check_missing(value_at(world, SEL_LEVEL_DONOR, 2), "reason.too-few-for-a-donor");
    interrupt(world, &world->programmes[12], SEL_INTERRUPTION_TECHNICAL);
    check_value(value_at(world, SEL_LEVEL_DONOR, 2), 1, 0, 1);
    small_world_destroy(world);
}
END_TEST

START_TEST(nothing_at_all)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    uint32_t submission = small_world_submission(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    add_statement(world, ATLA, NULL, SEL_INTERRUPTION_OTHER);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), .5, 0, 1);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {two_keys,
                            a_status_gives_no_reason,
                            window_of_36_months,
                            many_programmes,
                            a_donor_heard_widely,
                            a_donor_is_heard_on_what_counts,
                            nothing_at_all,
                            NULL};
    return run_tests("c6", tests);
}
