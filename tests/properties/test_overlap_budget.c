/** test_overlap_budget.c - what a budget of comparisons leaves out is counted and bounded. */
#include "check_suite.h"
#include "random_study.h"

enum { STUDIES = 30, PROGRAMMES = 120, TOP = 100000 };

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

/* What a budget has to go by: sets that are known or not, dates that are exact or not. */
typedef struct known {
    bool sets;
    bool dates;
} known;

static sel_study some_study(uint64_t seed, const known *of, const sel_model *model,
                            sel_arena *arena)
{
    random_source source = {seed};
    random_traits traits = {.programmes = PROGRAMMES,
                            .recipients = 2,
                            .capabilities = 2,
                            .donors = 6,
                            .date_room = of->dates ? 0 : 40};
    sel_study study = random_study(&source, &traits, model, arena);
    sel_study_programme *programmes = sel_arena_array(arena, PROGRAMMES, sizeof *programmes);
    memcpy(programmes, study.programmes, PROGRAMMES * sizeof *programmes);
    for (uint32_t p = 0; p < study.programme_count; p++) {
        programmes[p].kinds = (uint16_t)(of->sets ? 1 + random_below(&source, 15) : 0);
        programmes[p].for_whom = (uint16_t)(of->sets ? 1 + random_below(&source, 7) : 0);
    }
    study.programmes = programmes;
    return study;
}

/* What a budget left out, of how many studies. */
typedef struct outcome {
    uint32_t in_part;
    uint32_t bounded; /* of these, with a bound that says something */
    uint32_t in_vain; /* of these, with nothing found though there was something */
} outcome;

static void check_missing(const sel_overlap *all, const sel_overlap *some)
{
    uint32_t missing = 0;
    for (uint32_t i = 0; i < all->pair_count; i++) {
        const sel_overlap_pair *found = find(some, &all->pairs[i]);
        missing += found == NULL;
        ck_assert(found != NULL || strength_of(&all->pairs[i]) <= some->uncompared_ppm);
        ck_assert(found == NULL || found->s_high_ppm == all->pairs[i].s_high_ppm);
    }
    ck_assert_uint_eq(all->pair_count - missing, some->pair_count);
    ck_assert(some->places_in_part > 0 || missing == 0);
}

static outcome check_budgets(const known *of)
{
    outcome sums = {0};
    for (uint64_t seed = 1; seed <= STUDIES; seed++) {
        sel_arena *arena = sel_arena_create();
        sel_model model = random_model();
        sel_study study = some_study(seed, of, &model, arena);
        uint64_t meetings = 0;
        sel_overlap all = compute(&study, 0, arena, &meetings);
        ck_assert_uint_eq(all.compared, meetings);
        ck_assert_uint_eq(all.uncompared, 0);
        sel_overlap some = compute(&study, 1 + meetings * (seed % 10) / 10, arena, &meetings);
        ck_assert_uint_eq(some.compared + some.uncompared, meetings);
        ck_assert_uint_le(some.certain, all.certain);
        ck_assert_uint_le(some.possible, all.possible);
        check_missing(&all, &some);
        sums.in_part += some.places_in_part > 0;
        sums.bounded += some.places_in_part > 0 && some.uncompared_ppm < SEL_PPM;
        sums.in_vain += seed % 10 > 2 && some.pair_count == 0 && all.pair_count > 0;
        sel_arena_destroy(arena);
    }
    return sums;
}

/* Each study of a few has something to look at, and bounds that say something. */
START_TEST(nothing_stronger_than_the_bound_is_missing)
{
    static const known cases[] = {{true, false}, {true, true}, {false, true}, {false, false}};
    static const uint32_t least_bounded[] = {STUDIES / 6, STUDIES / 6, STUDIES / 6, STUDIES / 10};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        outcome sums = check_budgets(&cases[i]);
        ck_assert_uint_gt(sums.in_part, STUDIES / 4);
        ck_assert_uint_gt(sums.bounded, least_bounded[i]);
        ck_assert_uint_eq(sums.in_vain, 0);
    }
}
END_TEST

/* Programmes of which nothing is known that tells their pairs apart. */
START_TEST(pairs_that_are_all_as_strong_are_compared_up_to_the_budget)
{
    enum { BUDGET = 1000, MEETINGS = PROGRAMMES * (PROGRAMMES - 1) / 2 };
    sel_arena *arena = sel_arena_create();
    sel_model model = random_model();
    const known nothing = {false, true};
    sel_study study = some_study(1, &nothing, &model, arena);
    sel_study_programme *programmes = sel_arena_array(arena, PROGRAMMES, sizeof *programmes);
    memcpy(programmes, study.programmes, PROGRAMMES * sizeof *programmes);
    sel_study_place place = {.presence = SEL_PRESENT_YES,
                             .depth_low = 10,
                             .depth_high = 10,
                             .effort_low = SEL_EFFORT_WHOLE,
                             .effort_high = SEL_EFFORT_WHOLE};
    for (uint32_t p = 0; p < PROGRAMMES; p++) {
        programmes[p].status = SEL_STATUS_RUNNING;
        programmes[p].places = &place;
        programmes[p].place_count = 1;
        programmes[p].dated = true;
        programmes[p].start_low = programmes[p].start_high = random_as_of - 100;
        programmes[p].end_low = programmes[p].end_high = random_as_of + 100;
    }
    study.programmes = programmes;
    uint64_t meetings = 0;
    sel_overlap some = compute(&study, BUDGET, arena, &meetings);
    ck_assert_uint_eq(meetings, MEETINGS);
    ck_assert_uint_eq(some.uncompared_ppm, SEL_PPM); /* nothing less is true, */
    ck_assert_uint_le(some.compared, BUDGET);
    ck_assert_uint_gt(some.compared, BUDGET - PROGRAMMES - PROGRAMMES / 2);
    ck_assert_uint_gt(some.pair_count, 0); /* and yet something is found */
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {nothing_stronger_than_the_bound_is_missing,
                            pairs_that_are_all_as_strong_are_compared_up_to_the_budget, NULL};
    return run_tests("overlap_budget", tests);
}
