#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_d7.evaluate, level, number);
}

static sel_study_programme *buy(small_world *world, sel_procurement procurement, int advised)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    small_world_donor(world, record, 2);
    sel_account *account = small_world_account(world, record);
    account->procurement = procurement;
    account->seller_advised = (int8_t)advised;
    return record;
}

START_TEST(one_programme)
{
    enum { OUTSIDE = -1, UNSAID = -2 };
    static const struct {
        sel_procurement procurement;
        int advised;
        int value;
    } cases[] = {
        {SEL_PROCUREMENT_DIRECT, 1, 0},
        {SEL_PROCUREMENT_LIMITED, 1, 0},
        {SEL_PROCUREMENT_OPEN, 1, 1},
        {SEL_PROCUREMENT_OPEN, SEL_UNKNOWN, 1},
        {SEL_PROCUREMENT_DIRECT, 0, 1},
        {SEL_PROCUREMENT_UNKNOWN, 0, 1},
        {SEL_PROCUREMENT_UNKNOWN, 1, UNSAID},
        {SEL_PROCUREMENT_DIRECT, SEL_UNKNOWN, UNSAID},
        {SEL_PROCUREMENT_UNKNOWN, SEL_UNKNOWN, UNSAID},
        {SEL_PROCUREMENT_NONE, SEL_UNKNOWN, OUTSIDE},
        {SEL_PROCUREMENT_NONE, 0, OUTSIDE},
        {SEL_PROCUREMENT_NONE, 1, UNSAID}, /* a seller, and nothing bought */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        buy(world, cases[i].procurement, cases[i].advised);
        sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
        if (cases[i].value == OUTSIDE)
            check_inapplicable(value, "reason.nothing-bought");
        else if (cases[i].value == UNSAID)
            check_missing(value, "reason.procurement-not-reported");
        else
            check_value(value, cases[i].value, cases[i].value, cases[i].value);
        small_world_destroy(world);
    }
}
END_TEST

/* Flagged, open, not advised, unknown, nothing bought: 2 of 3 known; 2 to 3 of 4. */
START_TEST(many_programmes)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    buy(world, SEL_PROCUREMENT_DIRECT, 1);
    buy(world, SEL_PROCUREMENT_OPEN, 1);
    buy(world, SEL_PROCUREMENT_LIMITED, 0);
    buy(world, SEL_PROCUREMENT_DIRECT, SEL_UNKNOWN);
    buy(world, SEL_PROCUREMENT_NONE, 0);
    static const struct {
        sel_level level;
        uint32_t number;
    } everywhere[] = {{SEL_LEVEL_DONOR, 2}, {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++) {
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, 2.0 / 3, .5, .75);
        check_counts(value, 2, 3, 4);
        ck_assert(!value.one_key);
    }
    for (int i = 0; i < 3; i++)
        buy(world, SEL_PROCUREMENT_UNKNOWN, SEL_UNKNOWN);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

START_TEST(two_keys)
{
    small_world *world = small_world_create();
    sel_study_programme *record = buy(world, SEL_PROCUREMENT_OPEN, 0);
    sel_account *account = small_world_account(world, small_world_statement(world, ATLA, record));
    account->procurement = SEL_PROCUREMENT_DIRECT;
    account->seller_advised = 1;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 0);
    /* nothing was bought, says one side; the other's answer stands */
    account->procurement = SEL_PROCUREMENT_NONE;
    account->seller_advised = 0;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {one_programme, many_programmes, two_keys, NULL};
    return run_tests("d7", tests);
}
