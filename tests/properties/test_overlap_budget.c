/** test_overlap_budget.c - what a budget of comparisons leaves out is counted and bounded. */
#include "check_suite.h"
#include "random_study.h"

enum { STUDIES = 60, PROGRAMMES = 120, TOP = 100000 };

static sel_overlap compute(const sel_study *study, uint64_t budget, sel_arena *arena,
                           uint64_t *estimate)
{
    sel_needs needs = sel_needs_compute(study, arena);
    sel_records records = sel_records_compute(study, arena);
    sel_supplies supplies = sel_supply_compute(study, &needs, records.counted, arena);
    const sel_overlap_options options = {
        .top = TOP, .within_donor = true, .all_time = true, .pair_budget = budget};
    sel_overlap overlap;
    sel_error err = {0};
    ck_assert_int_eq(
        sel_overlap_compute(study, &needs, &supplies, &records, &options, arena, &overlap, &err),
        SEL_OK);
    *estimate = sel_overlap_estimate_of(study, &needs, &supplies, &records, 1, arena).meetings;
    return overlap;
}

static uint32_t strength_of(const sel_overlap_pair *pair)
{
    uint32_t most = pair->s_high_ppm;
    most = pair->t_a_high_ppm > most ? pair->t_a_high_ppm : most;
    return pair->t_b_high_ppm > most ? pair->t_b_high_ppm : most;
}

static const sel_overlap_pair *find(const sel_overlap *in, const sel_overlap_pair *pair)
{
    for (uint32_t i = 0; i < in->pair_count; i++)
        if (in->pairs[i].a == pair->a && in->pairs[i].b == pair->b)
            return &in->pairs[i];
    return NULL;
}

/* Sets that are known, so that budgets have something to go by. */
static sel_study known_study(uint64_t seed, const sel_model *model, sel_arena *arena)
{
    random_source source = {seed};
    random_traits traits = {
        .programmes = PROGRAMMES, .recipients = 2, .capabilities = 2, .donors = 6, .date_room = 40};
    sel_study study = random_study(&source, &traits, model, arena);
    sel_study_programme *programmes = sel_arena_array(arena, PROGRAMMES, sizeof *programmes);
    memcpy(programmes, study.programmes, PROGRAMMES * sizeof *programmes);
    for (uint32_t p = 0; p < study.programme_count; p++) {
        programmes[p].kinds = (uint16_t)(1 + random_below(&source, 15));
        programmes[p].for_whom = (uint16_t)(1 + random_below(&source, 7));
    }
    study.programmes = programmes;
    return study;
}

START_TEST(nothing_stronger_than_the_bound_is_missing)
{
    uint32_t in_part = 0;
    uint32_t bounded = 0;
    for (uint64_t seed = 1; seed <= STUDIES; seed++) {
        sel_arena *arena = sel_arena_create();
        sel_model model = random_model();
        sel_study study = known_study(seed, &model, arena);
        uint64_t meetings = 0;
        sel_overlap all = compute(&study, 0, arena, &meetings);
        ck_assert_uint_eq(all.compared, meetings);
        ck_assert_uint_eq(all.uncompared, 0);
        sel_overlap some = compute(&study, 1 + meetings * (seed % 10) / 10, arena, &meetings);
        ck_assert_uint_eq(some.compared + some.uncompared, meetings);
        ck_assert_uint_le(some.certain, all.certain);
        ck_assert_uint_le(some.possible, all.possible);
        in_part += some.places_in_part > 0;
        bounded += some.places_in_part > 0 && some.uncompared_ppm < SEL_PPM;
        uint32_t missing = 0;
        for (uint32_t i = 0; i < all.pair_count; i++) {
            const sel_overlap_pair *found = find(&some, &all.pairs[i]);
            missing += found == NULL;
            ck_assert(found != NULL || strength_of(&all.pairs[i]) <= some.uncompared_ppm);
            ck_assert(found == NULL || found->s_high_ppm == all.pairs[i].s_high_ppm);
        }
        ck_assert_uint_eq(all.pair_count - missing, some.pair_count);
        ck_assert(some.places_in_part > 0 || missing == 0);
        sel_arena_destroy(arena);
    }
    ck_assert_uint_gt(in_part, STUDIES / 2); /* the test has something to look at, */
    ck_assert_uint_gt(bounded, STUDIES / 4); /* and bounds that say something */
}
END_TEST

int main(void)
{
    const TTest *tests[] = {nothing_stronger_than_the_bound_is_missing, NULL};
    return run_tests("overlap_budget", tests);
}
