#include "small_world.h"

static sel_selection select_from(small_world *world, sel_level level, uint32_t number)
{
    return sel_select(small_world_evidence(world), (sel_subject){level, number});
}

/* Two donors' records, a copy of the first in another register, three statements: one about the
 * first, one about its copy, one about nothing known. */
typedef struct scene {
    small_world *world;
    uint32_t first;
    uint32_t copy;
    uint32_t second;
    uint32_t by_atla;
    uint32_t by_bora;
    uint32_t alone;
} scene;

static scene make_scene(void)
{
    small_world *world = small_world_create();
    scene made = {.world = world};
    sel_study_programme *first = small_world_record(world, "donor-a");
    small_world_donor(world, first, 0);
    small_world_place(world, first, ATLA, 0, 4000000);
    small_world_place(world, first, BORA, 0, 4000000);
    sel_study_programme *second = small_world_record(world, "donor-b");
    small_world_donor(world, second, 1);
    small_world_place(world, second, CALA, 1, 10000000);
    sel_study_programme *copy = small_world_record(world, "implementer");
    small_world_donor(world, copy, 0);
    made.first = small_world_number(world, first);
    made.second = small_world_number(world, second);
    made.copy = small_world_number(world, copy);
    world->kept[made.copy] = made.first;
    made.by_atla = small_world_number(world, small_world_statement(world, ATLA, first));
    made.by_bora = small_world_number(world, small_world_statement(world, BORA, copy));
    sel_study_programme *alone = small_world_statement(world, CALA, NULL);
    small_world_place(world, alone, CALA, 0, 10000000);
    made.alone = small_world_number(world, alone);
    return made;
}

START_TEST(records_statements_and_copies_make_undertakings)
{
    scene made = make_scene();
    small_world_evidence(made.world);
    const sel_roster *roster = &made.world->roster;
    ck_assert_uint_eq(roster->undertaking_count, 3);
    ck_assert_uint_eq(roster->undertakings[0].record, made.first);
    ck_assert_uint_eq(roster->undertakings[0].statement_count, 2);
    ck_assert_uint_eq(roster->undertakings[0].statements[0], made.by_atla);
    ck_assert_uint_eq(roster->undertakings[0].statements[1], made.by_bora);
    ck_assert_uint_eq(roster->undertaking_of[made.copy], 0);
    ck_assert_uint_eq(roster->undertaking_of[made.by_bora], 0);
    ck_assert_uint_eq(roster->undertakings[1].record, made.second);
    ck_assert_uint_eq(roster->undertakings[2].record, SEL_NONE);
    ck_assert_uint_eq(sel_undertaking_record(&roster->undertakings[2]), made.alone);
    ck_assert_uint_eq(roster->donor_count, 2);
    small_world_destroy(made.world);
}
END_TEST

/* A copy tells of the same programme, a part only of itself; what a donor answers about a part
 * counts for the whole, as a statement does. Nobody tells on the donor's side of what only
 * recipients do. */
START_TEST(who_else_tells)
{
    scene made = make_scene();
    small_world *world = made.world;
    uint32_t part = small_world_number(world, small_world_record(world, "donor-b"));
    sel_study_programme *answer = small_world_record(world, "donor:B");
    uint32_t answered = small_world_number(world, answer);
    answer->donor_answer = true;
    world->kept[part] = world->kept[answered] = made.second;
    small_world_evidence(world);
    uint32_t told_by[WORLD_ROOM];
    memcpy(told_by, world->kept, sizeof told_by);
    told_by[part] = told_by[answered] = part;
    world->records.told_by = told_by;
    sel_roster roster = sel_roster_compute(&world->study, &world->records, world->arena);
    ck_assert_uint_eq(roster.undertakings[0].teller_count, 1);
    ck_assert_uint_eq(roster.undertakings[0].tellers[0], made.copy);
    ck_assert_uint_eq(roster.undertakings[1].teller_count, 1);
    ck_assert_uint_eq(roster.undertakings[1].tellers[0], answered);
    ck_assert_uint_eq(roster.undertakings[2].teller_count, 0);
    small_world_destroy(world);
}
END_TEST

START_TEST(a_recipient_hears_its_own_statements_only)
{
    scene made = make_scene();
    sel_selection atla = select_from(made.world, SEL_LEVEL_RECIPIENT, ATLA);
    ck_assert_uint_eq(atla.undertaking_count, 1);
    ck_assert_uint_eq(atla.undertakings[0].statement_count, 1);
    ck_assert_uint_eq(atla.undertakings[0].statements[0], made.by_atla);
    ck_assert_uint_eq(atla.undertakings[0].teller_count, 1);
    ck_assert_uint_eq(atla.undertakings[0].tellers[0], made.copy);
    sel_selection cala = select_from(made.world, SEL_LEVEL_RECIPIENT, CALA);
    ck_assert_uint_eq(cala.undertaking_count, 2);
    ck_assert_uint_eq(select_from(made.world, SEL_LEVEL_RECIPIENT, DORA).undertaking_count, 0);
    ck_assert(sel_selection_covers(&atla, ATLA));
    ck_assert(!sel_selection_covers(&atla, BORA));
    small_world_destroy(made.world);
}
END_TEST

START_TEST(a_response_knows_no_register)
{
    scene made = make_scene();
    uint32_t submission = small_world_submission(made.world, ATLA);
    sel_selection response = select_from(made.world, SEL_LEVEL_RESPONSE, submission);
    ck_assert_uint_eq(response.undertaking_count, 1);
    ck_assert_uint_eq(response.undertakings[0].record, SEL_NONE);
    ck_assert_uint_eq(response.undertakings[0].statements[0], made.by_atla);
    small_world_destroy(made.world);
}
END_TEST

START_TEST(a_region_pools_its_members_each_programme_once)
{
    scene made = make_scene();
    sel_selection region = select_from(made.world, SEL_LEVEL_REGION, REGION);
    ck_assert_uint_eq(region.undertaking_count, 3);
    ck_assert_uint_eq(region.undertakings[0].statement_count, 2);
    ck_assert(sel_selection_covers(&region, ELBA));
    ck_assert(!sel_selection_covers(&region, FARA));
    ck_assert(!sel_selection_covers(&region, REGION));
    small_world_destroy(made.world);
}
END_TEST

START_TEST(donor_programme_and_portfolio)
{
    scene made = make_scene();
    sel_selection donor = select_from(made.world, SEL_LEVEL_DONOR, 0);
    ck_assert_uint_eq(donor.undertaking_count, 1);
    ck_assert_uint_eq(donor.undertakings[0].statement_count, 2);
    ck_assert_uint_eq(select_from(made.world, SEL_LEVEL_DONOR, 2).undertaking_count, 0);
    /* a copy and a statement are scored as what they belong to */
    ck_assert_uint_eq(
        select_from(made.world, SEL_LEVEL_PROGRAMME, made.copy).undertakings[0].record, made.first);
    ck_assert_uint_eq(
        select_from(made.world, SEL_LEVEL_PROGRAMME, made.by_atla).undertakings[0].record,
        made.first);
    ck_assert_uint_eq(select_from(made.world, SEL_LEVEL_PORTFOLIO, 0).undertaking_count, 3);
    small_world_destroy(made.world);
}
END_TEST

/* What an organisation states about its own support is not a statement of its members. */
START_TEST(a_statement_of_the_region_is_not_one_of_its_members)
{
    small_world *world = small_world_create();
    sel_study_programme *statement = small_world_statement(world, REGION, NULL);
    small_world_place(world, statement, ATLA, 0, 2000000);
    ck_assert_uint_eq(select_from(world, SEL_LEVEL_RECIPIENT, ATLA).undertaking_count, 0);
    ck_assert_uint_eq(select_from(world, SEL_LEVEL_RECIPIENT, REGION).undertaking_count, 1);
    small_world_destroy(world);
}
END_TEST

/* 1000.00 with 40 % at each of two recipients. */
START_TEST(money_goes_with_the_places)
{
    scene made = make_scene();
    sel_study_programme *first = &made.world->programmes[made.first];
    sel_selection atla = select_from(made.world, SEL_LEVEL_RECIPIENT, ATLA);
    sel_selection all = select_from(made.world, SEL_LEVEL_PORTFOLIO, 0);
    ck_assert_double_lt(sel_selection_worth(&atla, first), 0);
    small_world_money(first, 100000);
    ck_assert_double_eq_tol(sel_selection_worth(&atla, first), 40000, 1e-6);
    ck_assert_double_eq_tol(sel_selection_worth(&all, first), 100000, 1e-6);
    small_world_destroy(made.world);
}
END_TEST

START_TEST(an_empty_study)
{
    small_world *world = small_world_create();
    ck_assert_uint_eq(select_from(world, SEL_LEVEL_PORTFOLIO, 0).undertaking_count, 0);
    ck_assert_uint_eq(select_from(world, SEL_LEVEL_REGION, ATLA).undertaking_count, 0);
    ck_assert_uint_eq(world->roster.donor_count, 0);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {records_statements_and_copies_make_undertakings,
                            who_else_tells,
                            a_recipient_hears_its_own_statements_only,
                            a_response_knows_no_register,
                            a_region_pools_its_members_each_programme_once,
                            donor_programme_and_portfolio,
                            a_statement_of_the_region_is_not_one_of_its_members,
                            money_goes_with_the_places,
                            an_empty_study,
                            NULL};
    return run_tests("selection", tests);
}
