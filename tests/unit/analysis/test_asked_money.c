/* Coverage in money, beside a3. Each expected number is computed by hand above its test. */
#include "small_world.h"

#include "analysis/principle/a_demand_driven/asked_money.h"

static sel_asked_money of_level(small_world *world, sel_level level, uint32_t number)
{
    const sel_evidence *evidence = small_world_evidence(world);
    sel_selection selection = sel_select(evidence, (sel_subject){level, number});
    sel_need_survey survey = sel_survey_needs(evidence, &selection);
    return sel_asked_money_of(evidence, &selection, &survey);
}

static void check_covered(sel_asked_money found, double covered, uint32_t places)
{
    ck_assert_ptr_null(found.reason);
    ck_assert_double_eq_tol(found.covered, covered, 1e-12);
    ck_assert_uint_eq(found.places, places);
}

static sel_study_request *ask(small_world *world, uint32_t recipient, uint32_t capability,
                              int64_t amount)
{
    sel_study_request *request = &world->requests[world->study.request_count++];
    *request = (sel_study_request){.recipient = recipient,
                                   .capability = capability,
                                   .money_known = true,
                                   .money_low = amount,
                                   .money_high = amount};
    world->study.requests = world->requests;
    return request;
}

/* A programme as long as the window, all of it at one place: its money is given within. */
static sel_study_programme *give(small_world *world, uint32_t recipient, uint32_t capability)
{
    sel_study_programme *record = small_world_record(world, "register");
    record->dated = true;
    record->status = SEL_STATUS_RUNNING;
    record->start_low = record->start_high = world->study.window_start;
    record->end_low = record->end_high = world->study.window_end;
    small_world_place(world, record, recipient, capability, SEL_EFFORT_WHOLE);
    return record;
}

/* Atla asks 1,000 with n 1 and gets 250; Bora asks 100 with n .5 and gets 400, which counts once;
 * Cala, n .25, names no amount. Atla: .25. All: (1·.25 + .5·1)/1.5 = .5. */
START_TEST(given_over_asked)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, 1, 1);
    small_world_need(world, BORA, 0, .5, .5);
    small_world_need(world, CALA, 0, .25, .25);
    ask(world, ATLA, 0, 100000);
    ask(world, BORA, 0, 10000);
    small_world_money(give(world, ATLA, 0), 25000);
    small_world_money(give(world, BORA, 0), 40000);
    small_world_money(give(world, CALA, 0), 40000);
    check_covered(of_level(world, SEL_LEVEL_RECIPIENT, ATLA), .25, 1);
    check_covered(of_level(world, SEL_LEVEL_PORTFOLIO, 0), .5, 2);
    small_world_destroy(world);
}
END_TEST

/* Twice as long as the window: half of 500 lies in it. A request for the year before the window
 * asks for nothing in it. A withdrawn one is none. 250/1,000. */
START_TEST(only_what_lies_in_the_window)
{
    small_world *world = small_world_create();
    int32_t days = world->study.window_end - world->study.window_start;
    small_world_need(world, ATLA, 0, 1, 1);
    ask(world, ATLA, 0, 100000);
    sel_study_request *earlier = ask(world, ATLA, 0, 700000);
    earlier->from =
        (sel_days){world->study.window_start - 400, world->study.window_start - 400, true};
    earlier->months = 12;
    ask(world, ATLA, 0, 900000)->withdrawn = (sel_days){1, 1, true};
    sel_study_programme *record = give(world, ATLA, 0);
    record->end_low = record->end_high = world->study.window_end + days;
    small_world_money(record, 50000);
    check_covered(of_level(world, SEL_LEVEL_RECIPIENT, ATLA), .25, 1);
    small_world_destroy(world);
}
END_TEST

START_TEST(nobody_names_an_amount)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, 1, 1);
    small_world_money(give(world, ATLA, 0), 25000);
    ck_assert_str_eq(of_level(world, SEL_LEVEL_RECIPIENT, ATLA).reason, "reason.no-amount-asked");
    ask(world, ATLA, 0, 100000)->money_known = false;
    ck_assert_str_eq(of_level(world, SEL_LEVEL_RECIPIENT, ATLA).reason, "reason.no-amount-asked");
    small_world_destroy(world);
}
END_TEST

/* Four of five programmes with money are four fifths; four of six are not, and support without
 * dates may be as much as a programme that lasts all the time. Nothing given covers nothing. */
START_TEST(money_of_most_of_the_support)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, 1, 1);
    ask(world, ATLA, 0, 100000);
    check_covered(of_level(world, SEL_LEVEL_PORTFOLIO, 0), 0, 1);
    for (int i = 0; i < 4; i++)
        small_world_money(give(world, ATLA, 0), 10000);
    sel_study_programme *fifth = give(world, ATLA, 0);
    check_covered(of_level(world, SEL_LEVEL_RECIPIENT, ATLA), .4, 1);
    fifth->dated = false;
    check_covered(of_level(world, SEL_LEVEL_RECIPIENT, ATLA), .4, 1);
    give(world, ATLA, 0);
    ck_assert_str_eq(of_level(world, SEL_LEVEL_RECIPIENT, ATLA).reason, "reason.money-not-known");
    small_world_destroy(world);
}
END_TEST

/* 2^61 hundredths asked and given. */
START_TEST(very_large_amounts)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, 1, 1);
    ask(world, ATLA, 0, INT64_MAX / 2);
    small_world_money(give(world, ATLA, 0), INT64_MAX / 4);
    check_covered(of_level(world, SEL_LEVEL_RECIPIENT, ATLA), .5, 1);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {given_over_asked,       only_what_lies_in_the_window,
                            nobody_names_an_amount, money_of_most_of_the_support,
                            very_large_amounts,     NULL};
    return run_tests("asked_money", tests);
}
