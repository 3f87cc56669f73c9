#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_a5.evaluate, level, number);
}

/* Received so many days before as-of, for a place of its own unless told otherwise. */
static uint32_t ask(small_world *world, uint32_t recipient, uint32_t capability, int days_ago)
{
    uint32_t number = world->study.request_count++;
    world->requests[number] = (sel_study_request){
        .recipient = recipient,
        .capability = capability,
        .received = (int64_t)(world->study.as_of - days_ago) * SEL_SECONDS_OF_DAY + 3600};
    return number;
}

/* Must be added in ascending (recipient, capability). */
static sel_study_offer *offer(small_world *world, uint32_t recipient, uint32_t capability,
                              sel_reaction reaction, int days_ago)
{
    sel_study_offer *made = &world->offers[world->study.offer_count++];
    sel_day on = world->study.as_of - days_ago;
    *made = (sel_study_offer){.recipient = recipient,
                              .capability = capability,
                              .answered = {on, on, true},
                              .reaction = reaction};
    return made;
}

/* Ten requests 400 days ago: four at Atla, four at Bora, two at Cala. */
static void ask_ten(small_world *world)
{
    for (uint32_t i = 0; i < 10; i++)
        ask(world, i / 4, i % 4, 400);
}

/* Nobody offers: 0. One offer on day 73: from then on 9/10 wait. ∫Ŝ = 73 + .9·292 = 335.8, so
 * 1 − 335.8/365 = .08. A second on day 292: ∫Ŝ = 73 + .9·219 + .8·73 = 328.5, .1. */
START_TEST(days_until_the_first_offer)
{
    small_world *world = small_world_create();
    ask_ten(world);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 0, 0);
    offer(world, ATLA, 0, SEL_REACTION_MET, 400 - 73);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, .08, .08, .08);
    check_counts(value, 1, 10, 10);
    ck_assert_uint_eq(value.contributor_count, 3);
    ck_assert_int_eq(value.from, SEL_FROM_RECIPIENTS);
    offer(world, CALA, 1, SEL_REACTION_PARTLY, 400 - 292);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), .1, .1, .1);
    offer(world, CALA, 1, SEL_REACTION_MET, 400 - 300); /* a later one changes nothing */
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .1, .1, .1);
    small_world_destroy(world);
}
END_TEST

START_TEST(what_is_no_offer)
{
    small_world *world = small_world_create();
    ask_ten(world);
    offer(world, ATLA, 0, SEL_REACTION_DECLINED, 300);
    offer(world, ATLA, 0, SEL_REACTION_PENDING, 300);
    offer(world, ATLA, 1, SEL_REACTION_MET, 401); /* before it was asked */
    offer(world, ATLA, 2, SEL_REACTION_MET, 300)->answered.known = false;
    offer(world, FARA, 0, SEL_REACTION_MET, 300); /* nobody asked */
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 0, 0);
    small_world_destroy(world);
}
END_TEST

/* All are offered on the day they are received: 1. */
START_TEST(at_once)
{
    small_world *world = small_world_create();
    ask_ten(world);
    for (uint32_t i = 0; i < 10; i++)
        offer(world, i / 4, i % 4, SEL_REACTION_MET, 400);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* A programme cites the first request: decided on day 73 as above, .08. Begun on day 73 to 219
 * without a decision: the middle is day 146: 1 − (146 + .9·219)/365 = .06; day 73 is .08 and
 * day 219 1 − (219 + .9·146)/365 = .04. Without any date: 0, but .1 if it was on the first day. */
START_TEST(a_programme_that_cites_the_request)
{
    small_world *world = small_world_create();
    ask_ten(world);
    sel_study_programme *record = small_world_record(world, "register");
    sel_day received = world->study.as_of - 400;
    record->request = 0;
    record->decided = (sel_days){received + 73, received + 73, true};
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .08, .08, .08);
    record->decided.known = false;
    record->dated = true;
    record->start_low = received + 73;
    record->start_high = received + 219;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .06, .04, .08);
    record->dated = false;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 0, .1);
    record->decided = (sel_days){received - 9, received - 2, true}; /* not because it was asked */
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 0, 0);
    small_world_destroy(world);
}
END_TEST

/* Kaplan-Meier by hand. Five of ten withdraw on day 100; one of the other five is offered support
 * on day 73 (n = 10) and one on day 265 (n = 4): Ŝ is 1, .9, .675. ∫ = 73 + .9·192 + .675·100 =
 * 313.3; 1 − 313.3/365. An offer to one that has withdrawn comes too late. */
START_TEST(withdrawn_requests_leave)
{
    small_world *world = small_world_create();
    ask_ten(world);
    sel_day received = world->study.as_of - 400;
    for (uint32_t i = 5; i < 10; i++)
        world->requests[i].withdrawn = (sel_days){received + 100, received + 100, true};
    offer(world, ATLA, 0, SEL_REACTION_MET, 400 - 73);
    offer(world, ATLA, 1, SEL_REACTION_MET, 400 - 265);
    offer(world, CALA, 1, SEL_REACTION_MET, 400 - 300);
    double value = 1 - 313.3 / 365;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), value, value, value);
    small_world_destroy(world);
}
END_TEST

/* Asked 73 days ago, one answered at once: Ŝ = .9 up to day 73. It stays so: 1 − .9 = .1; or all
 * are answered then: 1 − .9·73/365 = .82. */
START_TEST(short_follow_up_has_two_bounds)
{
    small_world *world = small_world_create();
    for (uint32_t i = 0; i < 10; i++)
        ask(world, i / 4, i % 4, 73);
    offer(world, ATLA, 0, SEL_REACTION_MET, 73);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .1, .1, .82);
    small_world_destroy(world);
}
END_TEST

/* Asked 73 days ago; a programme that cites one of them begins in a month: offered by as-of, day
 * 73. Ŝ = 1 up to then and .9 after: 1 − (73 + .9·292)/365 = .08; or 0 after: 1 − 73/365 = .8. */
START_TEST(a_programme_still_to_begin_is_an_offer)
{
    small_world *world = small_world_create();
    for (uint32_t i = 0; i < 10; i++)
        ask(world, i / 4, i % 4, 73);
    sel_study_programme *record = small_world_record(world, "register");
    record->request = 0;
    record->dated = true;
    record->start_low = record->start_high = world->study.as_of + 30;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .08, .08, .8);
    small_world_destroy(world);
}
END_TEST

/* Asked 73 days ago. What is answered or decided after as-of is no offer yet: 0, or all the day
 * after: 1 − 73/365 = .8. Answered within the ten days around as-of: its middle is as-of, day 73,
 * so Ŝ = .9 from there on: 1 − (73 + .9·292)/365 = .08. At the latest it is after as-of: 0; at the
 * earliest on day 68, and the others the day after as-of: 1 − (68 + .9·5)/365. */
START_TEST(nothing_is_known_of_days_after_as_of)
{
    small_world *world = small_world_create();
    sel_day as_of = world->study.as_of;
    for (uint32_t i = 0; i < 10; i++)
        ask(world, i / 4, i % 4, 73);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 0, .8);
    sel_study_offer *made = offer(world, ATLA, 0, SEL_REACTION_MET, -1);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 0, .8);
    made->answered = (sel_days){as_of - 5, as_of + 5, true};
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .08, 0, 1 - 72.5 / 365);
    world->study.offer_count = 0;
    sel_study_programme *record = small_world_record(world, "register");
    record->request = 0;
    record->decided = (sel_days){as_of + 1, as_of + 30, true};
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 0, .8);
    small_world_destroy(world);
}
END_TEST

/* One and the same request: answered on day 73 and cited by a programme decided on day 36, of which
 * two registers and a recipient tell. It is offered once, on day 36: 1 − (36 + .9·329)/365. */
START_TEST(several_tell_of_one_offer)
{
    small_world *world = small_world_create();
    ask_ten(world);
    sel_day received = world->study.as_of - 400;
    offer(world, ATLA, 0, SEL_REACTION_MET, 400 - 73);
    offer(world, ATLA, 0, SEL_REACTION_MET, 400 - 73);
    sel_study_programme *record = small_world_record(world, "register");
    sel_study_programme *copy = small_world_record(world, "second");
    world->kept[1] = 0;
    record->request = copy->request = small_world_statement(world, ATLA, record)->request = 0;
    record->decided = (sel_days){received + 50, received + 50, true};
    copy->decided = (sel_days){received + 36, received + 36, true};
    world->programmes[2].decided = (sel_days){received + 60, received + 60, true};
    double value = 1 - (36 + .9 * 329) / 365;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), value, value, value);
    check_counts(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 10, 10);
    small_world_destroy(world);
}
END_TEST

START_TEST(ten_requests_with_a_date)
{
    small_world *world = small_world_create();
    const char *few = "reason.fewer-than-ten-requests";
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), few);
    ask_ten(world);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), few);
    world->requests[0].received = 0;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), few);
    world->requests[0].received =
        (int64_t)(world->study.as_of + 1) * SEL_SECONDS_OF_DAY; /* after as-of */
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), few);
    ask(world, FARA, 0, 400); /* no member of the region */
    check_missing(value_at(world, SEL_LEVEL_REGION, REGION), few);
    check_counts(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 10, 11);
    for (uint32_t i = 0; i < 11; i++)
        ask(world, FARA, 1, 400 - (int)i);
    check_counts(value_at(world, SEL_LEVEL_RECIPIENT, FARA), 0, 12, 12);
    for (uint32_t i = 0; i < 22; i++)
        ask(world, GULA, 1, -1);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    ck_assert_uint_eq(sel_indicator_a5.context, SEL_LEVEL_RECIPIENT);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {days_until_the_first_offer,
                            what_is_no_offer,
                            at_once,
                            a_programme_that_cites_the_request,
                            withdrawn_requests_leave,
                            short_follow_up_has_two_bounds,
                            a_programme_still_to_begin_is_an_offer,
                            nothing_is_known_of_days_after_as_of,
                            several_tell_of_one_offer,
                            ten_requests_with_a_date,
                            NULL};
    return run_tests("a5", tests);
}
