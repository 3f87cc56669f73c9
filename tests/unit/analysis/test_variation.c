#include "analysis/principle/variation.h"

#include "small_world.h"

static sel_supply *place_with(small_world *world, uint32_t recipient, double effective,
                              uint64_t supply)
{
    sel_supply *at = small_world_supply(world, recipient, 0, supply, 1);
    at->effective_donors = effective;
    at->programmes = 3;
    return at;
}

/* The model counts b2 and b7. */
static void name_two(sel_model *model)
{
    model->criterion_count = 1;
    model->criteria[0] = (sel_criterion){.letter = SEL_STR("b"), .weight = 1};
    model->criteria[0].indicators[0] = SEL_STR("b2");
    model->criteria[0].indicators[1] = SEL_STR("b7");
    model->criteria[0].indicator_count = 2;
}

static sel_variations vary(small_world *world, const char *id, sel_subject subject)
{
    uint32_t count;
    sel_indicators(&count);
    bool *wanted = sel_arena_array(world->arena, count, sizeof *wanted);
    wanted[sel_indicator_number(sel_str_of(id))] = true;
    const sel_evidence *evidence = small_world_evidence(world);
    sel_score score = sel_score_compute(evidence, &world->model, subject);
    return sel_variations_of(evidence, &score, wanted);
}

static void check_setting(const sel_variant_score *score, double constant, double value)
{
    ck_assert_double_eq(score->constant, constant);
    ck_assert_int_eq(score->value.availability, SEL_AVAILABLE);
    ck_assert_double_eq_tol(score->value.value, value, 1e-9);
    ck_assert_double_eq_tol(score->principle.value, (value + .25) / 2, 1e-9);
    ck_assert_uint_eq(score->principle.from, 2);
}

/* Places of 2, 4 and 7 effective donors with support 1 : 2 : 1; v = (many − N)/(many − few) in
 * [0, 1]. By hand: few 2, many 6: 1, 1/2, 0, so (1 + 2·1/2)/4 = 1/2; few 1: 4/5, 2/5, 0: 2/5; few
 * 3: 1, 2/3, 0: 7/12; many 3: 1, 0, 0: 1/4; many 9: 1, 5/7, 2/7: 19/28. One of four assessments is
 * joint: b7 is 1/4, and the principle the mean of both. */
START_TEST(few_and_many_donors)
{
    small_world *world = small_world_create();
    name_two(&world->model);
    place_with(world, ATLA, 2, 100);
    place_with(world, BORA, 4, 200);
    place_with(world, CALA, 7, 100);
    sel_study_submission *from = &world->submissions[small_world_submission(world, ATLA)];
    from->assessments_held = 4;
    from->assessments_joint = 1;
    sel_variations all = vary(world, "b2", (sel_subject){.level = SEL_LEVEL_PORTFOLIO});
    ck_assert_uint_eq(all.count, 4);
    const sel_variation *few = &all.list[0];
    ck_assert_int_eq(few->constant, SEL_POLICY_B2_FEW_DONORS);
    check_setting(&few->scores[0], 1, 2.0 / 5);
    check_setting(&few->scores[1], 2, 1.0 / 2);
    check_setting(&few->scores[2], 3, 7.0 / 12);
    const sel_variation *many = &all.list[1];
    ck_assert_int_eq(many->constant, SEL_POLICY_B2_MANY_DONORS);
    check_setting(&many->scores[0], 3, 1.0 / 4);
    check_setting(&many->scores[1], 6, 1.0 / 2);
    check_setting(&many->scores[2], 9, 19.0 / 28);
    ck_assert_double_eq(world->model.policies.values[SEL_POLICY_B2_MANY_DONORS], 6);
    small_world_destroy(world);
}
END_TEST

/* Half of 1.2 is less than one donor: kept at 1, and said. The remark alone changes: at 1.1 donors
 * a place hangs on one by 1.2 and not by 1; .75 of the support is there. */
START_TEST(kept_within_what_a_model_may_have)
{
    small_world *world = small_world_create();
    name_two(&world->model);
    place_with(world, ATLA, 1.1, 300);
    place_with(world, BORA, 2, 100);
    sel_study_submission *from = &world->submissions[small_world_submission(world, ATLA)];
    from->assessments_held = 4;
    from->assessments_joint = 1;
    sel_variations all = vary(world, "b2", (sel_subject){.level = SEL_LEVEL_PORTFOLIO});
    const sel_variation *one = &all.list[2];
    ck_assert_int_eq(one->constant, SEL_POLICY_B2_ONE_DONOR);
    check_setting(&one->scores[0], 1, 1);
    ck_assert(one->scores[0].kept && !one->scores[1].kept && !one->scores[2].kept);
    ck_assert(one->scores[0].value.note == NULL);
    ck_assert_str_eq(one->scores[1].value.note, "note.one-donor-dependency");
    const sel_variation *share = &all.list[3];
    ck_assert_str_eq(share->scores[0].value.note, "note.constant-exceeded");
    ck_assert_str_eq(share->scores[1].value.note, "note.one-donor-dependency");
    ck_assert_double_eq(share->scores[2].constant, .75);
    ck_assert(share->scores[2].value.note == NULL);
    small_world_destroy(world);
}
END_TEST

/* Many no more than few: one step, no division by nought. */
START_TEST(many_below_few)
{
    small_world *world = small_world_create();
    name_two(&world->model);
    world->model.policies.values[SEL_POLICY_B2_FEW_DONORS] = 3;
    world->model.policies.values[SEL_POLICY_B2_MANY_DONORS] = 3;
    place_with(world, ATLA, 3, 100);
    place_with(world, BORA, 3.5, 100);
    check_value(small_world_value(world, sel_indicator_b2.evaluate, SEL_LEVEL_PORTFOLIO, 0), .5, .5,
                .5);
    small_world_destroy(world);
}
END_TEST

/* Four requests are fewer than ten, than five and than fifteen; only "fewer than ten" may be said
 * with its number. */
START_TEST(a_reason_does_not_state_another_number)
{
    small_world *world = small_world_create();
    for (uint32_t i = 0; i < 4; i++)
        world->requests[world->study.request_count++] = (sel_study_request){
            .recipient = ATLA, .received = (int64_t)sel_day_of(2025, 1, 1) * 86400};
    sel_variations all = vary(world, "a5", (sel_subject){.level = SEL_LEVEL_PORTFOLIO});
    ck_assert_uint_eq(all.count, 2);
    const sel_variation *requests = &all.list[1];
    ck_assert_int_eq(requests->constant, SEL_POLICY_A5_REQUESTS);
    ck_assert_double_eq(requests->scores[0].constant, 5);
    ck_assert_str_eq(requests->scores[0].value.reason, "reason.constant-not-met");
    ck_assert_str_eq(requests->scores[1].value.reason, "reason.fewer-than-ten-requests");
    ck_assert_double_eq(requests->scores[2].constant, 15);
    ck_assert_str_eq(requests->scores[2].value.reason, "reason.constant-not-met");
    small_world_destroy(world);
}
END_TEST

/* b2 has no meaning for a donor; b1 has no constants. */
START_TEST(nothing_to_vary)
{
    small_world *world = small_world_create();
    ck_assert_uint_eq(vary(world, "b2", (sel_subject){.level = SEL_LEVEL_DONOR}).count, 0);
    ck_assert_uint_eq(vary(world, "b1", (sel_subject){.level = SEL_LEVEL_PORTFOLIO}).count, 0);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {few_and_many_donors, kept_within_what_a_model_may_have,
                            many_below_few,      a_reason_does_not_state_another_number,
                            nothing_to_vary,     NULL};
    return run_tests("variation", tests);
}
