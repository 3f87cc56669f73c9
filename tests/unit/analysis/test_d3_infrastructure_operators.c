#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_d3.evaluate, level, number);
}

/* Capabilities 1 and 2 are those about infrastructure. */
static small_world *cyber_world(void)
{
    static const char *const codes[4] = {"D1.1", "D1.3", "D5.4", "D5.5"};
    small_world *world = small_world_create();
    for (uint32_t i = 0; i < 4; i++)
        world->capabilities[i].code = sel_str_of(codes[i]);
    return world;
}

/* shares in tenths of capabilities 0 to 2. */
static sel_study_programme *programme(small_world *world, const uint32_t shares[3], int ladder)
{
    sel_study_programme *record = small_world_record(world, "register");
    for (uint32_t k = 0; k < 3; k++)
        if (shares[k] > 0)
            small_world_place(world, record, ATLA, k, shares[k] * 1000000);
    small_world_donor(world, record, 2);
    small_world_party(world, record, SEL_STAKEHOLDER_PRIVATE_CI, ladder);
    return record;
}

/* As a donor's record tells it alone, designing together may be less: bounds from 0 (two_keys.h).
 */
START_TEST(one_programme)
{
    static const struct {
        int ladder;
        double value;
    } cases[] = {{SEL_LADDER_CO_DESIGN, 1},
                 {SEL_LADDER_CO_GOVERN, 1},
                 {SEL_LADDER_CONSULTED, 0},
                 {SEL_LADDER_NONE, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = cyber_world();
        const sel_study_programme *record =
            programme(world, (const uint32_t[3]){0, 10, 0}, cases[i].ladder);
        double value = cases[i].value;
        check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), value, 0, value);
        small_world_party(world, small_world_statement(world, ATLA, record),
                          SEL_STAKEHOLDER_PRIVATE_CI, cases[i].ladder);
        check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), value, value, value);
        uint32_t submission = small_world_submission(world, ATLA);
        small_world_place(world, &world->programmes[1], ATLA, 1, 10000000);
        check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), value, value, value);
        small_world_destroy(world);
    }
}
END_TEST

/* One fifth of what lies at places is enough, also over both capabilities; what is elsewhere, here
 * half of the programme, does not matter. */
START_TEST(about_infrastructure)
{
    static const struct {
        uint32_t shares[3];
        bool about;
    } cases[] = {{{8, 2, 0}, true}, {{8, 1, 1}, true},   {{9, 1, 0}, false},
                 {{4, 1, 0}, true}, {{10, 0, 0}, false}, {{0, 0, 3}, true}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = cyber_world();
        programme(world, cases[i].shares, SEL_LADDER_CO_DESIGN);
        sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
        ck_assert_int_eq(value.availability, cases[i].about ? SEL_AVAILABLE : SEL_NOT_APPLICABLE);
        if (!cases[i].about)
            ck_assert_str_eq(value.reason, "reason.no-infrastructure-programme");
        small_world_destroy(world);
    }
}
END_TEST

/* Designing, consulted, roles not reported, and one about something else: 1 of 2 known of 3. */
START_TEST(many_programmes)
{
    static const sel_subject everywhere[] = {{SEL_LEVEL_RECIPIENT, ATLA},
                                             {SEL_LEVEL_REGION, REGION},
                                             {SEL_LEVEL_DONOR, 2},
                                             {SEL_LEVEL_PORTFOLIO, 0}};
    static const uint32_t infrastructure[3] = {0, 10, 0};
    small_world *world = cyber_world();
    programme(world, infrastructure, SEL_LADDER_CO_DELIVER);
    programme(world, infrastructure, SEL_LADDER_CONSULTED);
    programme(world, infrastructure, SEL_UNKNOWN);
    programme(world, (const uint32_t[3]){10, 0, 0}, SEL_LADDER_CO_DELIVER);
    for (size_t i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++) {
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, .5, 0, 2.0 / 3);
        check_counts(value, 1, 2, 3);
        ck_assert_uint_eq(value.contributors[1], 1);
    }
    world->programmes[0].guessed = true; /* may be about something else, whatever the roles */
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, 0, 2.0 / 3);
    world->programmes[1].guessed = true;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, 0, 1);
    programme(world, infrastructure, SEL_UNKNOWN);
    programme(world, infrastructure, SEL_UNKNOWN);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

/* Designing, says the donor; consulted, says the recipient: the less favourable. Two that say
 * designing: 1. */
START_TEST(both_sides)
{
    static const uint32_t infrastructure[3] = {0, 10, 0};
    small_world *world = cyber_world();
    programme(world, infrastructure, SEL_LADDER_CO_DESIGN);
    sel_study_programme *statement = small_world_statement(world, ATLA, &world->programmes[0]);
    small_world_party(world, statement, SEL_STAKEHOLDER_PRIVATE_CI, SEL_LADDER_CONSULTED);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RECIPIENT, ATLA);
    check_value(value, 0, 0, 0);
    ck_assert_double_eq(value.disagreement, 1);
    world->parties[1][0].ladder = SEL_LADDER_CO_DELIVER;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_DONOR, 2), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

START_TEST(no_programme_to_judge)
{
    small_world *world = cyber_world();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    programme(world, (const uint32_t[3]){0, 0, 0}, SEL_LADDER_CO_DESIGN);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.support-not-placed");
    programme(world, (const uint32_t[3]){0, 10, 0}, SEL_UNKNOWN);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 1), "reason.roles-not-reported");
    small_world_destroy(world);
    world = small_world_create(); /* a taxonomy without these codes */
    programme(world, (const uint32_t[3]){0, 10, 0}, SEL_LADDER_CO_DESIGN);
    ck_assert_int_eq(value_at(world, SEL_LEVEL_PORTFOLIO, 0).availability, SEL_NOT_APPLICABLE);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {one_programme, about_infrastructure,  many_programmes,
                            both_sides,    no_programme_to_judge, NULL};
    return run_tests("d3", tests);
}
