#include "small_world.h"

enum { ROUGH = 0, SEVERE = 1 }; /* capabilities, whose needs make the strata */

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_c3.evaluate, level, number);
}

static void need(small_world *world, uint32_t recipient, uint32_t capability, uint8_t severity)
{
    sel_need *made = small_world_need(world, recipient, capability, .5, .5);
    made->severity_low = made->severity_high = severity;
}

/* Must be added in ascending (recipient, capability, donor). */
static void answer(small_world *world, uint32_t recipient, uint32_t capability,
                   sel_reaction reaction, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        world->offers[world->study.offer_count++] = (sel_study_offer){
            .recipient = recipient, .capability = capability, .donor = 2, .reaction = reaction};
}

/* Atla is least developed, Bora is not. Needs of severity 2 and 4. */
static small_world *create(void)
{
    small_world *world = small_world_create();
    world->recipients[ATLA].ldc = true;
    small_world_submission(world, SEL_NONE);
    for (uint32_t recipient = ATLA; recipient <= BORA; recipient++) {
        need(world, recipient, ROUGH, 2);
        need(world, recipient, SEVERE, 4);
    }
    return world;
}

/* Atla: 4 of 10 and 2 of 5 met. Bora: 8 of 10 and 4 of 5. */
static small_world *create_unequal(void)
{
    small_world *world = create();
    answer(world, ATLA, ROUGH, SEL_REACTION_MET, 3);
    answer(world, ATLA, ROUGH, SEL_REACTION_PARTLY, 1);
    answer(world, ATLA, ROUGH, SEL_REACTION_DECLINED, 6);
    answer(world, ATLA, SEVERE, SEL_REACTION_MET, 2);
    answer(world, ATLA, SEVERE, SEL_REACTION_DECLINED, 3);
    answer(world, BORA, ROUGH, SEL_REACTION_MET, 8);
    answer(world, BORA, ROUGH, SEL_REACTION_DECLINED, 2);
    answer(world, BORA, SEVERE, SEL_REACTION_MET, 4);
    answer(world, BORA, SEVERE, SEL_REACTION_DECLINED, 1);
    return world;
}

/* RD = −.4 in both strata. w = 5, 2.5. P = (100·8 − 100·4)/400 + (25·4 − 25·2)/100 = 1.5.
 * Q = (4·2 + 8·6)/40 + (2·1 + 4·3)/20 = 2.1. SE² = (−.4·1.5 + 2.1)/7.5² = 2/75.
 * 1 − √(.16 − 2/75) = 1 − √(2/15) = .634851628. X² = 9/(24/19 + 2/3) = 4.66, p = .031. */
static const double unequal = .634851628;

START_TEST(a_group_that_is_met_less)
{
    small_world *world = create_unequal();
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, unequal, unequal, unequal);
    check_counts(value, 18, 30, 30);
    ck_assert_str_eq(value.note, "note.difference-beyond-chance");
    ck_assert_uint_eq(value.contributor_count, 2);
    small_world_destroy(world);
}
END_TEST

/* Bora is a small island state and of another region: four groups with the same difference, so
 * the same value; by Holm the smallest p is 4·.031, which chance explains. */
START_TEST(groups_weigh_by_their_requests)
{
    small_world *world = create_unequal();
    world->recipients[BORA].sids = true;
    world->recipients[ATLA].region = SEL_STR("Africa");
    world->recipients[BORA].region = SEL_STR("Asia");
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, unequal, unequal, unequal);
    ck_assert_ptr_null(value.note);
    small_world_destroy(world);
}
END_TEST

/* 5 of 10 everywhere: 1. A difference within its error too: 5 of 10 and 6 of 10 in both strata:
 * RD = −.1, w = 5, 5, P = 2·(600 − 500)/400 = .5, Q = 2·(5·4 + 6·5)/40 = 2.5,
 * SE² = (−.05 + 2.5)/100 = .0245 > .01. */
START_TEST(no_difference)
{
    for (uint32_t more = 0; more <= 1; more++) {
        small_world *world = create();
        for (uint32_t recipient = ATLA; recipient <= BORA; recipient++)
            for (uint32_t capability = ROUGH; capability <= SEVERE; capability++) {
                uint32_t met = recipient == BORA ? 5 + more : 5;
                answer(world, recipient, capability, SEL_REACTION_MET, met);
                answer(world, recipient, capability, SEL_REACTION_DECLINED, 10 - met);
            }
        sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
        check_value(value, 1, 1, 1);
        ck_assert_ptr_null(value.note);
        small_world_destroy(world);
    }
}
END_TEST

/* Met less over all, not within a stratum: Atla asks where 2 of 10 are met, Bora where 8 of 10
 * are. The crude difference is large, within strata there is none. */
START_TEST(strata_explain_a_difference)
{
    small_world *world = create();
    answer(world, ATLA, ROUGH, SEL_REACTION_MET, 4);
    answer(world, ATLA, ROUGH, SEL_REACTION_DECLINED, 16);
    answer(world, ATLA, SEVERE, SEL_REACTION_MET, 4);
    answer(world, ATLA, SEVERE, SEL_REACTION_DECLINED, 1);
    answer(world, BORA, ROUGH, SEL_REACTION_MET, 1);
    answer(world, BORA, ROUGH, SEL_REACTION_DECLINED, 4);
    answer(world, BORA, SEVERE, SEL_REACTION_MET, 16);
    answer(world, BORA, SEVERE, SEL_REACTION_DECLINED, 4);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

START_TEST(donors_apart)
{
    small_world *world = create_unequal();
    world->organisations[2].donor = 1;
    check_value(value_at(world, SEL_LEVEL_DONOR, 1), unequal, unequal, unequal);
    check_missing(value_at(world, SEL_LEVEL_DONOR, 3), "reason.no-request-decided");
    small_world_destroy(world);
}
END_TEST

/* The first request is told again in a newer submission, as met: 5 of 10 of Atla. */
START_TEST(told_again_counts_once)
{
    small_world *world = create_unequal();
    uint32_t newer = small_world_submission(world, SEL_NONE);
    world->submissions[0].answered_on = (sel_days){100, 100, true};
    world->submissions[newer].answered_on = (sel_days){200, 200, true};
    for (uint32_t i = 0; i < world->study.offer_count; i++)
        world->offers[i].received = (sel_days){(sel_day)i, (sel_day)i, true};
    world->offers[9].received = world->offers[0].received; /* declined, in the first submission */
    check_counts(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 18, 30, 30);
    world->offers[0].submission = newer;
    check_counts(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 18, 29, 29);
    world->submissions[newer].answered_on = (sel_days){50, 50, true};
    check_counts(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 17, 29, 29);
    small_world_destroy(world);
}
END_TEST

/* Two submissions of one day tell of the same request: the later round counts, whichever came
 * first. Atla's first is met in one and declined in the other. */
START_TEST(told_twice_on_one_day)
{
    for (uint32_t first = 0; first <= 1; first++) {
        small_world *world = create_unequal();
        uint32_t other = small_world_submission(world, SEL_NONE);
        for (uint32_t i = 0; i <= 1; i++) {
            world->submissions[i].answered_on = (sel_days){100, 100, true};
            world->submissions[i].round = i == first ? SEL_STR("2") : SEL_STR("1");
        }
        for (uint32_t i = 0; i < world->study.offer_count; i++)
            world->offers[i].received = (sel_days){(sel_day)i, (sel_day)i, true};
        world->offers[9].received = world->offers[0].received; /* declined, in submission 0 */
        world->offers[0].submission = other;                   /* met */
        check_counts(value_at(world, SEL_LEVEL_PORTFOLIO, 0), first == 0 ? 17 : 18, 29, 29);
        small_world_destroy(world);
    }
}
END_TEST

static void answer_evenly(small_world *world, uint32_t recipient, uint32_t count)
{
    for (uint32_t capability = ROUGH; capability <= SEVERE; capability++) {
        answer(world, recipient, capability, SEL_REACTION_MET, count);
        answer(world, recipient, capability, SEL_REACTION_DECLINED, count);
    }
}

/* Twelve and twelve, half met in each stratum: 1. Ten and twelve are enough, nine of either arm are
 * not, and those in strata where the other arm has none do not count. */
START_TEST(ten_requests_in_each_arm)
{
    for (uint32_t arm = ATLA; arm <= BORA; arm++) {
        small_world *world = create();
        answer_evenly(world, ATLA, 3);
        answer_evenly(world, BORA, 3);
        sel_study_offer *of_arm = &world->offers[arm == ATLA ? 0 : 12];
        check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
        of_arm[0].reaction = of_arm[3].reaction = SEL_REACTION_PENDING;
        check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
        of_arm[6].reaction = SEL_REACTION_PENDING;
        check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-group-to-compare");
        of_arm[6].reaction = SEL_REACTION_MET;
        need(world, CALA, ROUGH, 5); /* only Cala asks where need is so severe */
        for (uint32_t i = 0; i < 3; i++)
            answer(world, CALA, ROUGH, SEL_REACTION_DECLINED, 4);
        world->recipients[CALA].ldc = arm == ATLA;
        check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
        of_arm[6].reaction = SEL_REACTION_PENDING;
        check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-group-to-compare");
        small_world_destroy(world);
    }
}
END_TEST

START_TEST(too_little_to_compare)
{
    small_world *world = create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-request-decided");
    answer(world, ATLA, ROUGH, SEL_REACTION_PENDING, 5);
    answer(world, ATLA, ROUGH, SEL_REACTION_UNKNOWN, 5);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-request-decided");
    small_world_destroy(world);

    world = create_unequal(); /* one stratum only */
    for (uint32_t i = 0; i < world->needs.count; i++)
        world->need_list[i].severity_low = world->need_list[i].severity_high = 2;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-group-to-compare");
    small_world_destroy(world);

    world = create_unequal(); /* nobody in a group */
    world->recipients[ATLA].ldc = false;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-group-to-compare");
    small_world_destroy(world);

    world = create_unequal(); /* of Atla's 15 only 9 are decided */
    for (uint32_t i = 0; i < 6; i++)
        world->offers[i].reaction = SEL_REACTION_PENDING;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-group-to-compare");
    small_world_destroy(world);

    world = create_unequal(); /* needs known at one place: 10 of 30 requests */
    world->needs.count = 1;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);

    world = create_unequal(); /* a regional organisation belongs to no group */
    world->recipients[ATLA].body = true;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-group-to-compare");
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {a_group_that_is_met_less,
                            groups_weigh_by_their_requests,
                            no_difference,
                            strata_explain_a_difference,
                            donors_apart,
                            told_again_counts_once,
                            told_twice_on_one_day,
                            ten_requests_in_each_arm,
                            too_little_to_compare,
                            NULL};
    return run_tests("c3", tests);
}
