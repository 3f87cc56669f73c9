#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_d2.evaluate, level, number);
}

static sel_study_programme *add_record(small_world *world)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    small_world_donor(world, record, 2);
    return record;
}

/* Academia best role 4, business 1: (4/5 + 1/5)/2 = .5; the donor's word alone may be 0, or
 * business may not be there: .8. */
START_TEST(best_role_of_those_present)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.roles-not-reported");
    small_world_party(world, record, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CO_DELIVER);
    small_world_party(world, record, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_INFORMED);
    small_world_party(world, record, SEL_STAKEHOLDER_BUSINESS, SEL_LADDER_INFORMED);
    small_world_party(world, record, SEL_STAKEHOLDER_GOVERNMENT, SEL_LADDER_CO_GOVERN);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .5, 0, .8);
    small_world_destroy(world);
}
END_TEST

START_TEST(nobody_present_is_not_applicable)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    small_world_party(world, record, SEL_STAKEHOLDER_GOVERNMENT, SEL_LADDER_CO_GOVERN);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    ck_assert_int_eq(value.availability, SEL_NOT_APPLICABLE);
    ck_assert_str_eq(value.reason, "reason.no-stakeholder-present");
    /* beside it one that has somebody: only that one counts */
    sel_study_programme *other = add_record(world);
    small_world_party(world, other, SEL_STAKEHOLDER_TECHNICAL, SEL_LADDER_CO_DESIGN);
    value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, .6, 0, .6);
    check_counts(value, 0, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* Donor says academia 5, technical 2; recipient academia 3, technical none, the rest none:
 * academia confirmed at 3/5, technical not present. */
START_TEST(both_sides)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    small_world_party(world, record, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CO_GOVERN);
    small_world_party(world, record, SEL_STAKEHOLDER_TECHNICAL, SEL_LADDER_CONSULTED);
    sel_study_programme *statement = small_world_statement(world, ATLA, record);
    for (int group = SEL_STAKEHOLDER_PRIVATE_CI; group <= SEL_STAKEHOLDER_TECHNICAL; group++)
        small_world_party(world, statement, (sel_stakeholder)group,
                          group == SEL_STAKEHOLDER_ACADEMIA ? SEL_LADDER_CO_DESIGN
                                                            : SEL_LADDER_NONE);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RECIPIENT, ATLA);
    check_value(value, .6, .6, .6);
    ck_assert_double_eq_tol(value.disagreement, .4, 1e-9);
    small_world_destroy(world);
}
END_TEST

/* Academia 4/5, two groups open, two none. Lowest: both informed: (.8 + .4)/3 = .4; highest:
 * both decide: (.8 + 2)/3. */
START_TEST(open_groups_may_stand_anywhere)
{
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
    small_world_party(world, statement, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CO_DELIVER);
    small_world_party(world, statement, SEL_STAKEHOLDER_BUSINESS, SEL_LADDER_NONE);
    small_world_party(world, statement, SEL_STAKEHOLDER_TECHNICAL, SEL_LADDER_NONE);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), .8, .4, 2.8 / 3);
    small_world_destroy(world);
}
END_TEST

/* Two recipients state the same programme: academia 4 and 2, business 1 and not answered; the
 * lower of those that answer counts: (2/5 + 1/5)/2. */
START_TEST(the_lowest_of_several_recipients)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    sel_study_programme *first = small_world_statement(world, ATLA, record);
    sel_study_programme *second = small_world_statement(world, BORA, record);
    for (int group = SEL_STAKEHOLDER_PRIVATE_CI; group <= SEL_STAKEHOLDER_TECHNICAL; group++) {
        sel_stakeholder who = (sel_stakeholder)group;
        int in_first = who == SEL_STAKEHOLDER_ACADEMIA   ? SEL_LADDER_CO_DELIVER
                       : who == SEL_STAKEHOLDER_BUSINESS ? SEL_LADDER_INFORMED
                                                         : SEL_LADDER_NONE;
        small_world_party(world, first, who, in_first);
        if (who != SEL_STAKEHOLDER_BUSINESS)
            small_world_party(world, second, who,
                              who == SEL_STAKEHOLDER_ACADEMIA ? SEL_LADDER_CONSULTED
                                                              : SEL_LADDER_NONE);
    }
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .3, .3, .3);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

/* .8 and .4: mean .6, at region and donor too; both by the donor alone, so that the second may have
 * nobody. */
START_TEST(mean_over_programmes)
{
    small_world *world = small_world_create();
    small_world_party(world, add_record(world), SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CO_DELIVER);
    small_world_party(world, add_record(world), SEL_STAKEHOLDER_BUSINESS, SEL_LADDER_CONSULTED);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), .6, 0, .8);
    check_value(value_at(world, SEL_LEVEL_DONOR, 2), .6, 0, .8);
    check_missing(value_at(world, SEL_LEVEL_DONOR, 3), "reason.no-programme");
    small_world_destroy(world);
}
END_TEST

/* Both say that academia decides (5/5), the donor alone that business is informed (1/5): .6, and 1
 * if business is not there, as the recipient then says. Lowest with business at 0: 1/2. */
START_TEST(who_may_not_be_there)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    sel_study_programme *statement = small_world_statement(world, ATLA, record);
    small_world_party(world, record, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CO_GOVERN);
    small_world_party(world, record, SEL_STAKEHOLDER_BUSINESS, SEL_LADDER_INFORMED);
    small_world_party(world, statement, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CO_GOVERN);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .6, .5, 1);
    small_world_party(world, statement, SEL_STAKEHOLDER_BUSINESS, SEL_LADDER_NONE);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* Two programmes: academia decides, as both say; academia is informed, as the donor alone says:
 * (1 + .2)/2, and 1 when the second has nobody. A third says nothing: from (1 + 0 + 0)/3. Two more
 * that say nothing: 2 known of 5. */
START_TEST(a_programme_that_may_have_nobody)
{
    small_world *world = small_world_create();
    sel_study_programme *first = add_record(world);
    small_world_party(world, first, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CO_GOVERN);
    small_world_party(world, add_record(world), SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_INFORMED);
    add_record(world);
    add_record(world);
    add_record(world);
    small_world_party(world, small_world_statement(world, ATLA, first), SEL_STAKEHOLDER_ACADEMIA,
                      SEL_LADDER_CO_GOVERN);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    world->kept[4] = world->kept[3] = 2;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .6, 1.0 / 3, 1);
    world->kept[2] = world->kept[3] = world->kept[4] = 1;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .6, .5, 1);
    small_world_destroy(world);
}
END_TEST

/* Five programmes of 1: shares of a ladder, not five of five met, so there is no interval but the
 * bounds. */
START_TEST(five_where_all_decide)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    for (int i = 0; i < 5; i++)
        add_record(world);
    for (int i = 0; i < 5; i++) {
        sel_study_programme *record = &world->programmes[i];
        sel_study_programme *statement = small_world_statement(world, ATLA, record);
        small_world_party(world, statement, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CO_GOVERN);
        small_world_party(world, record, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CO_GOVERN);
    }
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 1, 1, 1);
    check_counts(value, 0, 5, 5);
    ck_assert_double_eq(value.interval_low, 1);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {best_role_of_those_present,
                            nobody_present_is_not_applicable,
                            both_sides,
                            open_groups_may_stand_anywhere,
                            the_lowest_of_several_recipients,
                            mean_over_programmes,
                            who_may_not_be_there,
                            a_programme_that_may_have_nobody,
                            five_where_all_decide,
                            NULL};
    return run_tests("d2", tests);
}
