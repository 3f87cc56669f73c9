#include "small_world.h"

/* Atla and Bora lie in one sub-region, Cala in another with Dora; Cala is a small island State. The
 * region has Atla to Elba as members. */
static small_world *create_world(void)
{
    small_world *world = small_world_create();
    world->recipients[ATLA].subregion = world->recipients[BORA].subregion = SEL_STR("North");
    world->recipients[CALA].subregion = world->recipients[DORA].subregion = SEL_STR("South");
    world->recipients[CALA].sids = true;
    return world;
}

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_a8.evaluate, level, number);
}

static void deliver(small_world *world, sel_study_programme *record, const char *country)
{
    snprintf(small_world_account(world, record)->country, sizeof(sel_account){0}.country, "%s",
             country);
}

static sel_study_programme *add_record(small_world *world, uint32_t recipient, const char *country)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, recipient, 0, 10000000);
    small_world_donor(world, record, 2);
    if (country != NULL)
        deliver(world, record, country);
    return record;
}

static void implement(small_world *world, sel_study_programme *record, uint32_t organisation)
{
    small_world_party(world, record, SEL_STAKEHOLDER_UNKNOWN, SEL_UNKNOWN);
    sel_study_party *party =
        &world->parties[small_world_number(world, record)][record->party_count - 1];
    party->role = SEL_ROLE_IMPLEMENTING;
    party->organisation = organisation;
}

START_TEST(one_programme)
{
    static const struct {
        uint32_t recipient;
        const char *country;
        double value; /* < 0: not known */
    } cases[] = {
        {ATLA, "ATL", 1},   {ATLA, "BOR", .5},  {ATLA, "CAL", 0},  {CALA, "DOR", 1},
        {DORA, "CAL", .5},  {ELBA, "FAR", 0}, /* no sub-region is not the same one */
        {REGION, "ELB", 1}, {REGION, "FAR", 0}, {ATLA, "XXX", -1}, {ATLA, "", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = create_world();
        add_record(world, cases[i].recipient, cases[i].country);
        sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
        if (cases[i].value < 0)
            check_missing(value, "reason.implementer-country-unknown");
        else
            check_value(value, cases[i].value, cases[i].value, cases[i].value);
        small_world_destroy(world);
    }
}
END_TEST

/* For Atla .6 and Cala .4, by Atla: .6; for each alone 1 and 0. */
START_TEST(several_recipients)
{
    small_world *world = create_world();
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 6000000);
    small_world_place(world, record, CALA, 0, 4000000);
    deliver(world, record, "ATL");
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .6, .6, .6);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, CALA), 0, 0, 0);
    record->place_count = 0;
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.implementer-country-unknown");
    small_world_destroy(world);
}
END_TEST

/* Two organisations, one of Atla: 1, from 1/2 to 1. One of elsewhere: 0, from 0 to 1/2. */
START_TEST(several_implementers)
{
    small_world *world = create_world();
    sel_study_programme *record = add_record(world, ATLA, "ATL");
    implement(world, record, 3);
    implement(world, record, 3);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    implement(world, record, 4);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, .5, 1);
    deliver(world, record, "FAR");
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, .5);
    implement(world, record, 5);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.implementer-country-unknown");
    small_world_destroy(world);
}
END_TEST

START_TEST(two_keys)
{
    small_world *world = create_world();
    sel_study_programme *record = add_record(world, ATLA, NULL);
    sel_study_programme *statement = small_world_statement(world, ATLA, record);
    small_world_place(world, statement, ATLA, 0, 10000000);
    deliver(world, statement, "ATL");
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    deliver(world, record, "BOR");
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, .5, .5, .5);
    ck_assert_double_eq(value.disagreement, .5);
    uint32_t submission = small_world_submission(world, ATLA);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), 1, 1, 1);
    statement->place_count = 0; /* no capability: it is still about Atla */
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* The register says Atla, the donor's own answer Bora, the statement Atla: the least, ½. */
START_TEST(what_a_donor_answers_beside_its_register)
{
    small_world *world = create_world();
    sel_study_programme *record = add_record(world, ATLA, "ATL");
    sel_study_programme *answer = small_world_record(world, "donor:A");
    small_world_place(world, answer, ATLA, 0, 10000000);
    answer->donor_answer = true;
    world->kept[1] = 0;
    deliver(world, answer, "BOR");
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .5, .5, .5);
    deliver(world, small_world_statement(world, ATLA, record), "ATL");
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .5, .5, .5);
    deliver(world, answer, "");
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* 1, ½, 0, unknown: 1.5/3, from 1.5/4 to 2.5/4. */
START_TEST(many_programmes)
{
    small_world *world = create_world();
    add_record(world, ATLA, "ATL");
    add_record(world, ATLA, "BOR");
    add_record(world, ATLA, "CAL");
    add_record(world, ATLA, NULL);
    static const struct {
        sel_level level;
        uint32_t number;
    } everywhere[] = {{SEL_LEVEL_RECIPIENT, ATLA},
                      {SEL_LEVEL_REGION, REGION},
                      {SEL_LEVEL_DONOR, 2},
                      {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++) {
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, .5, .375, .625);
        check_counts(value, 0, 3, 4);
        ck_assert(!value.proportion && !value.one_key);
    }
    for (int i = 0; i < 3; i++)
        add_record(world, ATLA, NULL);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

/* Six programmes for Atla, by Atla with 1, 1, 1, 1, 1 and by Cala with 5: 5/6 by count, 5/10 by
 * money would rest on (Σb)²/Σb² = 100/30 programmes: not shown. With 2: 5/7. */
START_TEST(by_money)
{
    small_world *world = create_world();
    for (int i = 0; i < 6; i++)
        small_world_money(add_record(world, ATLA, i < 5 ? "ATL" : "CAL"), i < 5 ? 100 : 500);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 5.0 / 6, 5.0 / 6, 5.0 / 6);
    ck_assert_double_lt(value.by_value, 0);
    small_world_money(&world->programmes[5], 200);
    /* (Σb)²/Σb² = 49/9 > 5; 5/7 */
    ck_assert_double_eq_tol(value_at(world, SEL_LEVEL_PORTFOLIO, 0).by_value, 5.0 / 7, 1e-9);
    small_world_destroy(world);
}
END_TEST

START_TEST(nothing_at_all)
{
    small_world *world = create_world();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    uint32_t submission = small_world_submission(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    small_world_destroy(world);
}
END_TEST

/* Five programmes delivered at home: shares, with no interval of a proportion. */
START_TEST(shares_have_no_interval_of_a_proportion)
{
    small_world *world = create_world();
    for (int i = 0; i < 5; i++)
        add_record(world, ATLA, "ATL");
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 1, 1, 1);
    check_counts(value, 0, 5, 5);
    ck_assert_double_eq(value.interval_low, 1);
    ck_assert_double_eq(value.interval_high, 1);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {one_programme,
                            several_recipients,
                            several_implementers,
                            two_keys,
                            what_a_donor_answers_beside_its_register,
                            many_programmes,
                            by_money,
                            shares_have_no_interval_of_a_proportion,
                            nothing_at_all,
                            NULL};
    return run_tests("a8", tests);
}
