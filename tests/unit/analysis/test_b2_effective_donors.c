#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_b2.evaluate, level, number);
}

/* A programme over the whole window. */
static sel_study_programme *add_record(small_world *world, uint32_t donor, uint32_t recipient,
                                       uint32_t effort)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_years(record, 2025, 2028);
    small_world_donor(world, record, donor);
    small_world_place(world, record, recipient, 0, effort);
    return record;
}

static void supply_all(small_world *world)
{
    small_world_evidence(world);
    world->supplies =
        sel_supply_compute(&world->study, &world->needs, world->counted, world->arena);
    for (uint32_t i = 0; i < world->supplies.count; i++)
        world->supply_list[i] = world->supplies.list[i];
}

/* Donor shares of the example in Cambodia's Aid Effectiveness Report 2007, annex VIII, with the
 * Herfindahl index they have: 60/20/10/10 .42, three thirds 1/3, 40/30/10/10/10 .28. So the
 * effective numbers are 2.381, 3 and 3.571, and (6 − N)/4 is .9048, .75 and .6071. */
START_TEST(published_shares)
{
    static const struct {
        uint32_t effort[5];
        double hhi;
    } cases[] = {{{6000000, 2000000, 1000000, 1000000, 0}, .42},
                 {{3333333, 3333333, 3333333, 0, 0}, 1.0 / 3},
                 {{4000000, 3000000, 1000000, 1000000, 1000000}, .28}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        for (uint32_t donor = 0; donor < 5 && cases[i].effort[donor] > 0; donor++)
            add_record(world, donor, ATLA, cases[i].effort[donor]);
        supply_all(world);
        double expected = (6 - 1 / cases[i].hhi) / 4;
        check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), expected, expected, expected);
        check_value(value_at(world, SEL_LEVEL_REGION, REGION), expected, expected, expected);
        check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), expected, expected, expected);
        small_world_destroy(world);
    }
}
END_TEST

static sel_supply *place_with(small_world *world, uint32_t recipient, double effective,
                              uint64_t supply)
{
    sel_supply *at = small_world_supply(world, recipient, 0, supply, 1);
    at->effective_donors = effective;
    at->programmes = 3;
    return at;
}

/* 2 donors 1, 4 donors .5, 7 donors 0, supply 1 : 2 : 1. */
START_TEST(weighted_by_supply)
{
    small_world *world = small_world_create();
    place_with(world, ATLA, 2, 100);
    place_with(world, BORA, 4, 200);
    place_with(world, CALA, 7, 100);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, .5, .5, .5);
    ck_assert(value.note == NULL);
    check_counts(value, 0, 3, 3);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, DORA), "reason.no-dated-support");
    small_world_destroy(world);
}
END_TEST

START_TEST(unknown_donors_and_dependency)
{
    small_world *world = small_world_create();
    place_with(world, ATLA, 4, 100);
    place_with(world, BORA, 0, 100);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, .25, .75);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, BORA), "reason.donors-unknown");
    place_with(world, CALA, 0, 1);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    place_with(world, DORA, 1.1, 250);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    ck_assert_str_eq(value.note, "note.one-donor-dependency");
    check_value(value, 300.0 / 350, 300.0 / 451, 401.0 / 451);
    small_world_destroy(world);
}
END_TEST

/* Four equal donors: .5; once every one of them declares coordination: 1. */
START_TEST(a_division_of_labour_all_declare)
{
    small_world *world = small_world_create();
    for (uint32_t donor = 0; donor < 4; donor++)
        add_record(world, donor, ATLA, 1000000)->coordinated = donor == 0 ? SEL_UNKNOWN : 1;
    supply_all(world);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, .5);
    world->programmes[0].coordinated = 1;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    small_world_statement(world, ATLA, &world->programmes[2])->coordinated = 0;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

/* A division of labour that is said outweighs what is said of coordination. */
START_TEST(division_is_not_coordination)
{
    small_world *world = small_world_create();
    for (uint32_t donor = 0; donor < 4; donor++)
        add_record(world, donor, ATLA, 1000000)->coordinated = donor == 0 ? 0 : 1;
    supply_all(world);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, .5);
    sel_account *account = small_world_account(world, &world->programmes[0]);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, .5);
    account->division = 1;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    small_world_account(world, &world->programmes[1])->division = 0;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

/* Four equal donors, .5, and a fifth programme: of an unknown donor it may be a fifth donor, which
 * is .25, or of one of the four, which is at most 1. */
START_TEST(a_programme_without_a_donor_beside_known_ones)
{
    small_world *world = small_world_create();
    for (uint32_t donor = 0; donor < 5; donor++)
        add_record(world, donor, ATLA, 1000000);
    world->programmes[4].donor_count = 0;
    supply_all(world);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .25, 1);
    for (uint32_t i = 0; i < 5; i++)
        world->programmes[i].coordinated = 1; /* whoever it is */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* Four equal donors at Atla, .5 of weight 4, two at Bora, 1 of weight 2: 4/6. Support without dates
 * at Atla may weigh up to 2 and make the place anything: from 2/8 to 1. A suspended one gives none.
 * Gula is no member: what is not dated there leaves the region as it was. */
START_TEST(support_without_dates)
{
    small_world *world = small_world_create();
    for (uint32_t donor = 0; donor < 4; donor++)
        add_record(world, donor, ATLA, 1000000);
    add_record(world, 4, BORA, 1000000);
    add_record(world, 5, BORA, 1000000);
    supply_all(world);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 2.0 / 3, 2.0 / 3, 2.0 / 3);
    sel_study_programme *undated = add_record(world, 6, GULA, 2000000);
    undated->dated = false;
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 2.0 / 3, 2.0 / 3, 2.0 / 3);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 2.0 / 3, .5, .75);
    world->places[6][0].recipient = ATLA;
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 2.0 / 3, .25, 1);
    undated->status = SEL_STATUS_SUSPENDED;
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 2.0 / 3, 2.0 / 3, 2.0 / 3);
    small_world_destroy(world);
}
END_TEST

START_TEST(one_programme_of_many_donors_is_one_party)
{
    small_world *world = small_world_create();
    sel_supply *at = place_with(world, ATLA, 4, 100);
    at->programmes = 1;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

static sel_study_programme *list_row(small_world *world, uint32_t capability)
{
    sel_study_programme *row = small_world_statement(world, ATLA, NULL);
    small_world_place(world, row, ATLA, capability, 10000000);
    return row;
}

/* Capability 0: four donors, .5; capability 1: one donor, 1. Weighted by rows: (4·.5 + 1)/5. */
START_TEST(a_response)
{
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    sel_study_programme *last = list_row(world, 1);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.donors-unknown");
    small_world_donor(world, last, 0);
    for (uint32_t donor = 0; donor < 4; donor++)
        small_world_donor(world, list_row(world, 0), donor);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), .6, .6, .6);
    for (uint32_t i = 1; i <= 4; i++)
        world->programmes[i].coordinated = 1;
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* What is received is listed, but not for what: no place. With four donors at capability 0 (.5)
 * such a row is a fifth of which nothing is known: from 4·.5/5 to (4·.5 + 1)/5. */
START_TEST(rows_without_a_capability)
{
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    small_world_donor(world, small_world_statement(world, ATLA, NULL), 0);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.support-not-placed");
    for (uint32_t donor = 0; donor < 4; donor++)
        small_world_donor(world, list_row(world, 0), donor);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RESPONSE, submission);
    check_value(value, .5, .4, .6);
    check_counts(value, 0, 4, 5);
    small_world_destroy(world);
}
END_TEST

/* Effective numbers at the ends: 6 and 2 exactly, and shares of the largest amounts there are. */
START_TEST(ends_of_the_range)
{
    small_world *world = small_world_create();
    place_with(world, ATLA, 2, UINT64_MAX / 4);
    place_with(world, BORA, 6, UINT64_MAX / 4);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, BORA), 0, 0, 0);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

/* Rows of donors 0+1, 1, 2 and 3: those of 0 and 1 are one party: three parties, .75. */
START_TEST(donors_of_a_joint_programme_are_one_party)
{
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    sel_study_programme *joint = list_row(world, 0);
    small_world_donor(world, joint, 0);
    small_world_donor(world, joint, 1);
    for (uint32_t donor = 1; donor < 4; donor++)
        small_world_donor(world, list_row(world, 0), donor);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), .75, .75, .75);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {published_shares,
                            weighted_by_supply,
                            unknown_donors_and_dependency,
                            a_division_of_labour_all_declare,
                            division_is_not_coordination,
                            a_programme_without_a_donor_beside_known_ones,
                            support_without_dates,
                            one_programme_of_many_donors_is_one_party,
                            a_response,
                            rows_without_a_capability,
                            ends_of_the_range,
                            donors_of_a_joint_programme_are_one_party,
                            NULL};
    return run_tests("b2", tests);
}
