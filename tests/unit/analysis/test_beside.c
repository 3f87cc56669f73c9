/* Figures beside values. Each expected number is computed by hand above its test. */
#include "small_world.h"

#include "analysis/principle/beside.h"
#include "analysis/principle/c_non_conditionality/support_along_need.h"

static sel_beside beside_of(small_world *world, const sel_indicator *indicator, sel_level level,
                            uint32_t number)
{
    sel_indicator_value value = small_world_value(world, indicator->evaluate, level, number);
    return sel_beside_of(&world->evidence, indicator, (sel_subject){level, number}, &value);
}

static const sel_beside_figure *figure_of(const sel_beside *beside, const char *name)
{
    for (uint32_t i = 0; i < beside->count; i++)
        if (strcmp(beside->list[i].name, name) == 0)
            return &beside->list[i];
    ck_abort_msg("there is no figure %s", name);
    return NULL;
}

static void check_figure(const sel_beside *beside, const char *name, double value)
{
    const sel_beside_figure *figure = figure_of(beside, name);
    ck_assert_ptr_null(figure->reason);
    ck_assert_double_eq_tol(figure->value, value, 1e-8);
}

static void check_interval(const sel_beside *beside, const char *name, double low, double high)
{
    const sel_beside_figure *figure = figure_of(beside, name);
    ck_assert(figure->has_interval);
    ck_assert_double_eq_tol(figure->low, low, 1e-6);
    ck_assert_double_eq_tol(figure->high, high, 1e-6);
}

/* --- c1 --- */

/* A capability: needs of Atla to Elba in hundredths and what they get; 0 is no support. Needs must
 * ascend, so all capabilities of a recipient are added together. */
static small_world *distribute(const int needs[][5], const uint64_t support[][5],
                               uint32_t capabilities)
{
    small_world *world = small_world_create();
    world->model.seed = 7;
    sel_study_programme *record = small_world_record(world, "register");
    small_world_years(record, 2025, 2028);
    small_world_place(world, record, BORA, 0, 10000000);
    for (uint32_t r = ATLA; r <= ELBA; r++)
        for (uint32_t k = 0; k < capabilities; k++) {
            if (needs[k][r] > 0)
                small_world_need(world, r, k, needs[k][r] / 100.0, needs[k][r] / 100.0);
            if (support[k][r] > 0)
                small_world_supply(world, r, k, support[k][r], 0);
        }
    return world;
}

/* 1, 2, 3, 4, 5 in their own order: 4/15 (World Bank, technical note 7). Support is on a straight
 * line through need, so that nothing is left for any other order: HI 0. */
START_TEST(support_in_order_of_need)
{
    small_world *world = distribute((const int[][5]){{10, 20, 30, 40, 50}},
                                    (const uint64_t[][5]){{1, 2, 3, 4, 5}}, 1);
    world->recipients[ELBA].ldc = true;
    for (int i = 0; i < 2; i++) {
        sel_beside found = i == 0 ? beside_of(world, &sel_indicator_c1, SEL_LEVEL_REGION, REGION)
                                  : beside_of(world, &sel_indicator_c1, SEL_LEVEL_PORTFOLIO, 0);
        ck_assert_uint_eq(found.count, 2);
        check_figure(&found, "beside.concentration", 4.0 / 15);
        check_figure(&found, "beside.inequity", 0);
        check_interval(&found, "beside.inequity", 0, 0);
        ck_assert_uint_eq(found.list[0].seed, 7);
    }
    small_world_destroy(world);
}
END_TEST

/* Equal needs give no order by need, and everybody is expected to get 2 of 10. Least developed Elba
 * gets 6, the others, tied, 1 each: 2R − 1 is .8 and −.2: (4·−.2 + 6·.8)/10 = .4 − 0. */
START_TEST(least_developed_beyond_their_need)
{
    small_world *world = distribute((const int[][5]){{50, 50, 50, 50, 50}},
                                    (const uint64_t[][5]){{1, 1, 1, 1, 6}}, 1);
    sel_beside found = beside_of(world, &sel_indicator_c1, SEL_LEVEL_PORTFOLIO, 0);
    ck_assert_str_eq(figure_of(&found, "beside.inequity")->reason, "reason.all-stand-alike");
    world->recipients[ELBA].ldc = true;
    found = beside_of(world, &sel_indicator_c1, SEL_LEVEL_PORTFOLIO, 0);
    ck_assert_str_eq(figure_of(&found, "beside.concentration")->reason, "reason.all-stand-alike");
    check_figure(&found, "beside.inequity", .4);
    small_world_destroy(world);
}
END_TEST

/* Capability 0: 15 units, 4/15. Capability 1: 45 units, the other way round, −4/15. Capability 2
 * has four recipients only. (15·4/15 − 45·4/15)/60 = −2/15. */
START_TEST(capabilities_weigh_by_support)
{
    small_world *world = distribute(
        (const int[][5]){{10, 20, 30, 40, 50}, {50, 40, 30, 20, 10}, {10, 20, 30, 40, 0}},
        (const uint64_t[][5]){{1, 2, 3, 4, 5}, {3, 6, 9, 12, 15}, {0, 0, 0, 9, 0}}, 3);
    sel_beside found = beside_of(world, &sel_indicator_c1, SEL_LEVEL_PORTFOLIO, 0);
    check_figure(&found, "beside.concentration", -2.0 / 15);
    small_world_destroy(world);
}
END_TEST

/* The same for all: no draw can find an order. A draw that takes one recipient five times has none
 * at all and is left out: 5 of 3,125. */
START_TEST(the_same_for_all)
{
    small_world *world = distribute((const int[][5]){{10, 20, 30, 40, 50}},
                                    (const uint64_t[][5]){{3, 3, 3, 3, 3}}, 1);
    sel_beside found = beside_of(world, &sel_indicator_c1, SEL_LEVEL_PORTFOLIO, 0);
    check_figure(&found, "beside.concentration", 0);
    check_interval(&found, "beside.concentration", 0, 0);
    small_world_destroy(world);
}
END_TEST

/* --- a4 --- */

/* Five ranked capabilities and support in the same order, and against it: two of the 120 orders
 * are as far from 0. */
START_TEST(agreement_of_two_orders)
{
    for (int against = 0; against < 2; against++) {
        small_world *world = small_world_create();
        sel_study_programme *record = small_world_record(world, "register");
        small_world_years(record, 2025, 2028);
        small_world_place(world, record, ATLA, 0, 10000000);
        for (uint32_t k = 0; k < 5; k++) {
            small_world_need(world, ATLA, k, .1 * (k + 1), .1 * (k + 1));
            small_world_supply(world, ATLA, k, against ? 50 - 10 * k : 10 + 10 * k, 0);
        }
        sel_beside found = beside_of(world, &sel_indicator_a4, SEL_LEVEL_RECIPIENT, ATLA);
        check_figure(&found, "beside.tau", against ? -1 : 1);
        check_figure(&found, "beside.tau-p", 2.0 / 120);
        ck_assert_uint_eq(figure_of(&found, "beside.tau-p")->seed, 0);
        small_world_destroy(world);
    }
}
END_TEST

/* --- a5 --- */

static void ask(small_world *world, uint32_t number, int days_ago)
{
    world->study.request_count = number + 1;
    world->requests[number] = (sel_study_request){
        .recipient = number / 4,
        .capability = number % 4,
        .received = (int64_t)(world->study.as_of - days_ago) * SEL_SECONDS_OF_DAY + 3600};
}

/* Must be added in ascending order of requests. */
static void offer(small_world *world, uint32_t number, int days_ago)
{
    sel_day on = world->study.as_of - days_ago;
    world->offers[world->study.offer_count++] = (sel_study_offer){.recipient = number / 4,
                                                                  .capability = number % 4,
                                                                  .answered = {on, on, true},
                                                                  .reaction = SEL_REACTION_MET};
}

/* Five of ten withdraw on day 100; offers on day 73 (n = 10) and day 265 (n = 4): S is .675.
 * Greenwood: .675²·(1/90 + 1/12) = .0430313, error .2074398; .325 ± .4065746. */
START_TEST(answered_within_a_year)
{
    small_world *world = small_world_create();
    for (uint32_t i = 0; i < 10; i++)
        ask(world, i, 400);
    sel_day received = world->study.as_of - 400;
    for (uint32_t i = 5; i < 10; i++)
        world->requests[i].withdrawn = (sel_days){received + 100, received + 100, true};
    offer(world, 0, 400 - 73);
    offer(world, 1, 400 - 265);
    sel_beside found = beside_of(world, &sel_indicator_a5, SEL_LEVEL_PORTFOLIO, 0);
    check_figure(&found, "beside.answered-in-a-year", .325);
    check_interval(&found, "beside.answered-in-a-year", 0, .7315746);
    ck_assert_str_eq(figure_of(&found, "beside.median-wait")->reason, "reason.more-than-half-wait");
    small_world_destroy(world);
}
END_TEST

/* Followed for 73 days only, six of ten answered on days 10, 20 … 60: S falls to .5 on day 50 and
 * to .4; Greenwood: .4²·.6/(10·.4) = .024, error .1549193: .6 − .3036363; beyond day 73 all may
 * have been answered. */
START_TEST(short_follow_up)
{
    small_world *world = small_world_create();
    for (uint32_t i = 0; i < 10; i++)
        ask(world, i, 73);
    for (uint32_t i = 0; i < 6; i++)
        offer(world, i, 73 - 10 * (int)(i + 1));
    sel_beside found = beside_of(world, &sel_indicator_a5, SEL_LEVEL_PORTFOLIO, 0);
    check_figure(&found, "beside.answered-in-a-year", .6);
    check_interval(&found, "beside.answered-in-a-year", .2963637, 1);
    check_figure(&found, "beside.median-wait", 50);
    small_world_destroy(world);
}
END_TEST

/* --- b2 --- */

/* 300 at a place with one donor, 50 at one with three, 50 where donors are not known: 300/400. */
START_TEST(dependency_on_one_donor)
{
    small_world *world = small_world_create();
    small_world_record(world, "register");
    small_world_supply(world, ATLA, 0, 300, 0)->effective_donors = 1;
    small_world_supply(world, ATLA, 1, 50, 0)->effective_donors = 3;
    small_world_supply(world, BORA, 1, 50, 0);
    sel_beside found = beside_of(world, &sel_indicator_b2, SEL_LEVEL_PORTFOLIO, 0);
    check_figure(&found, "beside.one-donor", .75);
    small_world_destroy(world);
}
END_TEST

/* --- c3 --- */

static void answer(small_world *world, uint32_t recipient, uint32_t capability, uint32_t met,
                   uint32_t all)
{
    for (uint32_t i = 0; i < all; i++)
        world->offers[world->study.offer_count++] =
            (sel_study_offer){.recipient = recipient,
                              .capability = capability,
                              .reaction = i < met ? SEL_REACTION_MET : SEL_REACTION_DECLINED};
}

/* Least developed Atla: 4 of 10 and 2 of 5 met; Bora 8 of 10 and 4 of 5. RD = −.4; w = 5, 2.5;
 * P = 1.5, Q = 2.1, SE² = (−.6 + 2.1)/56.25 = 2/75: ± 1.959964·.1632993 = .3200608.
 * X² = 9/(24/19 + 2/3) = 4.6636364 with one degree of freedom: p = erfc(√(X²/2)) = .0308079 (by
 * Python's math.erfc). Two groups, least developed and, of both statuses, small islands: 2p. */
START_TEST(difference_of_a_group)
{
    for (uint32_t groups = 1; groups <= 2; groups++) {
        small_world *world = small_world_create();
        world->recipients[ATLA].ldc = true;
        world->recipients[BORA].sids = groups == 2;
        small_world_submission(world, SEL_NONE);
        for (uint32_t recipient = ATLA; recipient <= BORA; recipient++)
            for (uint32_t capability = 0; capability < 2; capability++) {
                sel_need *need = small_world_need(world, recipient, capability, .5, .5);
                need->severity_low = need->severity_high = capability == 0 ? 2 : 4;
                uint32_t all = capability == 0 ? 10 : 5;
                answer(world, recipient, capability, recipient == ATLA ? all * 2 / 5 : all * 4 / 5,
                       all);
            }
        sel_beside found = beside_of(world, &sel_indicator_c3, SEL_LEVEL_PORTFOLIO, 0);
        ck_assert_uint_eq(found.count, 2 * groups);
        ck_assert(sel_str_is(found.list[0].of, "LDC"));
        check_figure(&found, "beside.difference", -.4);
        check_interval(&found, "beside.difference", -.7200608, -.0799392);
        ck_assert_double_eq_tol(figure_of(&found, "beside.difference-p")->value,
                                .030807879 * groups, 1e-6);
        small_world_destroy(world);
    }
}
END_TEST

/* --- what every share has --- */

/* 3/8 is .137 to .694 (Wilson); graded values have no interval by that formula, and a value that is
 * not available has nothing beside it. */
START_TEST(weighted_by_money)
{
    small_world *world = small_world_create();
    const sel_evidence *evidence = small_world_evidence(world);
    sel_indicator_value value = {
        .availability = SEL_AVAILABLE, .by_value = .375, .by_value_items = 8, .proportion = true};
    sel_subject all = {.level = SEL_LEVEL_PORTFOLIO};
    sel_beside found = sel_beside_of(evidence, &sel_indicator_a1, all, &value);
    ck_assert_uint_eq(found.count, 1);
    check_figure(&found, "beside.by-value", .375);
    ck_assert_double_eq_tol(found.list[0].low, .137, 5e-4);
    ck_assert_double_eq_tol(found.list[0].high, .694, 5e-4);
    value.proportion = false;
    found = sel_beside_of(evidence, &sel_indicator_a1, all, &value);
    ck_assert(!found.list[0].has_interval);
    value.by_value = -1;
    ck_assert_uint_eq(sel_beside_of(evidence, &sel_indicator_a1, all, &value).count, 0);
    value.by_value = .375;
    value.availability = SEL_NOT_AVAILABLE;
    ck_assert_uint_eq(sel_beside_of(evidence, &sel_indicator_a1, all, &value).count, 0);
    small_world_destroy(world);
}
END_TEST

/* Worth 4 and six times 1: 10²/22 = 4.545: too few. Worth 2 and six times 1: 8²/10 = 6.4. */
START_TEST(effective_number_of_programmes)
{
    for (int heavy = 2; heavy <= 4; heavy += 2) {
        small_world *world = small_world_create();
        sel_tally tally = {.arena = world->arena};
        for (uint32_t i = 0; i < 7; i++) {
            const sel_verdict verdict = sel_verdict_of(i < 3);
            sel_tally_add(&tally, i, &verdict, i == 0 ? heavy : 1);
        }
        sel_indicator_value value = sel_tally_value(&tally, "reason.none", "reason.none");
        ck_assert_double_eq_tol(value.by_value_items, heavy == 2 ? 6.4 : 0, 1e-12);
        ck_assert_double_eq_tol(value.by_value, heavy == 2 ? .5 : -1, 1e-9);
        small_world_destroy(world);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {
        support_in_order_of_need, least_developed_beyond_their_need, capabilities_weigh_by_support,
        the_same_for_all,         agreement_of_two_orders,           answered_within_a_year,
        short_follow_up,          dependency_on_one_donor,           difference_of_a_group,
        weighted_by_money,        effective_number_of_programmes,    NULL};
    return run_tests("beside", tests);
}
