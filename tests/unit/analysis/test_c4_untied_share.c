#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_c4.evaluate, level, number);
}

static sel_study_programme *tie(small_world *world, sel_tied tied)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    small_world_donor(world, record, 2);
    record->tied = tied;
    return record;
}

START_TEST(one_programme)
{
    static const struct {
        sel_tied tied;
        double value;
    } cases[] = {{SEL_TIED_UNTIED, 1}, {SEL_TIED_PARTIALLY, .5}, {SEL_TIED_TIED, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        tie(world, cases[i].tied);
        check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), cases[i].value, cases[i].value,
                    cases[i].value);
        small_world_destroy(world);
    }
    small_world *world = small_world_create();
    tie(world, SEL_TIED_UNKNOWN);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.tied-status-unknown");
    small_world_destroy(world);
}
END_TEST

/* Untied, partially tied, tied, unknown: 1.5 of 3 known; bounds 1.5/4 and 2.5/4. */
START_TEST(many_programmes)
{
    small_world *world = small_world_create();
    tie(world, SEL_TIED_UNTIED);
    tie(world, SEL_TIED_PARTIALLY);
    tie(world, SEL_TIED_TIED);
    tie(world, SEL_TIED_UNKNOWN);
    const struct {
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
        ck_assert(!value.one_key);
    }
    for (int i = 0; i < 3; i++)
        tie(world, SEL_TIED_UNKNOWN);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

START_TEST(both_sides)
{
    small_world *world = small_world_create();
    sel_study_programme *record = tie(world, SEL_TIED_UNTIED);
    sel_study_programme *statement = small_world_statement(world, ATLA, record);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    statement->tied = SEL_TIED_PARTIALLY;
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, .5, .5, .5);
    ck_assert_double_eq(value.disagreement, .5);
    uint32_t submission = small_world_submission(world, ATLA);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

static void buy(small_world *world, sel_study_programme *record, sel_procurement procurement,
                int advised)
{
    sel_account *account = small_world_account(world, record);
    account->procurement = procurement;
    account->seller_advised = (int8_t)advised;
}

/* Untied, and bought directly from whoever had advised: no free choice. */
START_TEST(capped_by_conflicts)
{
    small_world *world = small_world_create();
    sel_study_programme *record = tie(world, SEL_TIED_UNTIED);
    buy(world, record, SEL_PROCUREMENT_DIRECT, SEL_UNKNOWN);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, 1, 1, 1);
    ck_assert_ptr_null(value.note);
    buy(world, record, SEL_PROCUREMENT_DIRECT, 1);
    value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, 0, 0, 0);
    ck_assert_str_eq(value.note, "note.capped-by-conflicts");
    record->tied = SEL_TIED_TIED;
    ck_assert_ptr_null(value_at(world, SEL_LEVEL_PROGRAMME, 0).note);
    record->tied = SEL_TIED_UNTIED;
    buy(world, record, SEL_PROCUREMENT_NONE, SEL_UNKNOWN);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* Of six untied programmes two have a conflict, and one says nothing of its purchase: at most 4/6,
 * neither more nor less. */
START_TEST(capped_among_many)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 6; i++)
        small_world_money(tie(world, SEL_TIED_UNTIED), i == 0 ? 200 : 100);
    for (int i = 0; i < 5; i++)
        buy(world, &world->programmes[i], SEL_PROCUREMENT_LIMITED, i < 2);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 4.0 / 6, 4.0 / 6, 4.0 / 6);
    check_counts(value, 0, 6, 6);
    ck_assert(!value.proportion);
    ck_assert_double_eq_tol(value.interval_low, 4.0 / 6, 1e-9);
    ck_assert_double_eq_tol(value.by_value, 4.0 / 7, 1e-9); /* 300 of 700 are flagged */
    /* 1 of 6 untied is below the cap */
    for (int i = 0; i < 5; i++)
        world->programmes[i].tied = SEL_TIED_TIED;
    value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 1.0 / 6, 1.0 / 6, 1.0 / 6);
    ck_assert(value.proportion && value.note == NULL);
    small_world_destroy(world);
}
END_TEST

START_TEST(nothing_at_all)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    check_missing(value_at(world, SEL_LEVEL_DONOR, 2), "reason.no-programme");
    uint32_t submission = small_world_submission(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    small_world_destroy(world);
}
END_TEST

/* A regional organisation with a programme of its own, which only it states, and its members: each
 * sees its own. */
START_TEST(a_regional_organisation)
{
    small_world *world = small_world_create();
    tie(world, SEL_TIED_UNTIED);
    uint32_t submission = small_world_submission(world, REGION);
    small_world_statement(world, REGION, NULL)->tied = SEL_TIED_TIED;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, REGION), 0, 0, 0);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), 0, 0, 0);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

/* Six untied programmes of which one has almost all the money, in sums near the largest that can
 * be stored: too few to weigh by it. With equal sums one flagged of six: 5/6, by money too. */
START_TEST(large_amounts)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 6; i++)
        small_world_money(tie(world, SEL_TIED_UNTIED), i == 0 ? INT64_MAX / 2 : 100);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 1, 1, 1);
    ck_assert(value.by_value < 0);
    for (int i = 0; i < 6; i++)
        small_world_money(&world->programmes[i], INT64_MAX / 2);
    buy(world, &world->programmes[0], SEL_PROCUREMENT_DIRECT, 1);
    value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 5.0 / 6, 5.0 / 6, 5.0 / 6);
    ck_assert_double_eq_tol(value.by_value, 5.0 / 6, 1e-9);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {one_programme,           many_programmes,   both_sides,
                            capped_by_conflicts,     capped_among_many, nothing_at_all,
                            a_regional_organisation, large_amounts,     NULL};
    return run_tests("c4", tests);
}
