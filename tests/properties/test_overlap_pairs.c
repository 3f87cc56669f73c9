/** test_overlap_pairs.c - the sweep finds what a double loop finds, to the last unit. */
#include "check_suite.h"
#include "naive_overlap.h"
#include "random_study.h"

enum { STUDIES = 400, MOST = 40 };

/* Everything computed of one study. */
typedef struct results {
    sel_needs needs;
    sel_records records;
    sel_supplies supplies;
    sel_overlap overlap;
} results;

/* What a double loop adds up. */
typedef struct expected {
    uint64_t certain, possible, within_donor, no_donor, outside, compared;
    sel_overlap_counts chosen;
    uint32_t least[4000];
    uint32_t most[4000];
    naive_pair *pairs;
    uint32_t pair_count;
} expected;

static results compute(const sel_study *study, const sel_overlap_options *options, sel_arena *arena)
{
    results all = {.needs = sel_needs_compute(study, arena),
                   .records = sel_records_compute(study, arena)};
    all.supplies = sel_supply_compute(study, &all.needs, all.records.counted, arena);
    sel_error err = {0};
    ck_assert_int_eq(sel_overlap_compute(study, &all.needs, &all.supplies, &all.records, options,
                                         arena, &all.overlap, &err),
                     SEL_OK);
    return all;
}

static bool takes_part(const sel_study *study, const sel_records *records, uint32_t p)
{
    const sel_study_programme *programme = &study->programmes[p];
    return records->counted[p] && programme->dated && programme->place_count > 0 &&
           programme->status != SEL_STATUS_CANCELLED && programme->status != SEL_STATUS_SUSPENDED;
}

static bool is_linked(const sel_study *study, uint32_t a, uint32_t b)
{
    for (int turn = 0; turn < 2; turn++) {
        const sel_study_programme *from = &study->programmes[turn == 0 ? a : b];
        for (uint32_t i = 0; i < from->link_count; i++)
            if (from->links[i].other == (turn == 0 ? b : a) &&
                from->links[i].kind != SEL_LINK_SIBLING)
                return true;
    }
    return false;
}

static bool share_donor(const sel_study_programme *a, const sel_study_programme *b)
{
    for (uint32_t i = 0; i < a->donor_count; i++)
        for (uint32_t j = 0; j < b->donor_count; j++)
            if (a->donors[i] == b->donors[j])
                return true;
    return false;
}

static bool in_window(const sel_study *study, const sel_study_programme *a,
                      const sel_study_programme *b)
{
    for (sel_day day = study->window_start; day < study->window_end; day++)
        if (day >= a->start_low && day < a->end_high && day >= b->start_low && day < b->end_high)
            return true;
    return false;
}

static bool is_named(const sel_overlap_choice *only, const naive_pair *pair)
{
    return only == NULL || only->programme == SEL_NONE || only->programme == pair->a ||
           only->programme == pair->b;
}

/* Somebody's own programmes, or those at some recipients; places are looked up one by one. */
static bool is_chosen(const sel_overlap_choice *only, const sel_study_programme *a,
                      const sel_study_programme *b)
{
    bool donor = only == NULL || only->donor == SEL_NONE;
    for (int turn = 0; turn < 2; turn++) {
        const sel_study_programme *side = turn == 0 ? a : b;
        for (uint32_t i = 0; i < side->donor_count && !donor; i++)
            donor = side->donors[i] == only->donor;
    }
    bool place = only == NULL || only->recipients == NULL;
    for (uint32_t i = 0; i < a->place_count && !place; i++)
        place = only->recipients[a->places[i].recipient] &&
                naive_place(b, a->places[i].recipient, a->places[i].capability) != NULL;
    return donor && place;
}

static sel_overlap_list list_of(const sel_study *study, const naive_pair *pair)
{
    const sel_study_programme *a = &study->programmes[pair->a];
    const sel_study_programme *b = &study->programmes[pair->b];
    if (share_donor(a, b))
        return SEL_LIST_WITHIN_DONOR;
    if (a->end_high <= study->as_of || b->end_high <= study->as_of)
        return SEL_LIST_PAST;
    bool to_come = a->phase == SEL_PHASE_PIPELINE || b->phase == SEL_PHASE_PIPELINE;
    return to_come ? SEL_LIST_PIPELINE : SEL_LIST_RUNNING;
}

static void expect_pair(const naive_pair *pair, bool chosen, expected *sums)
{
    sums->certain += pair->certain;
    sums->possible += !pair->certain;
    sums->chosen.certain += chosen && pair->certain;
    sums->chosen.possible += chosen && !pair->certain;
    uint32_t strength = naive_most(pair->s_high, pair->t_high);
    uint32_t concern = (uint32_t)((uint64_t)strength * pair->red_high / 1000000);
    concern = pair->need_unknown ? 0 : concern;
    uint32_t strength_low = naive_most(pair->s_low, pair->t_low);
    uint32_t concern_low = (uint32_t)((uint64_t)strength_low * pair->red_low / 1000000);
    concern_low = pair->need_unknown || !pair->certain ? 0 : concern_low;
    sums->least[pair->a] = naive_most(sums->least[pair->a], concern_low);
    sums->least[pair->b] = naive_most(sums->least[pair->b], concern_low);
    sums->most[pair->a] = naive_most(sums->most[pair->a], concern);
    sums->most[pair->b] = naive_most(sums->most[pair->b], concern);
}

static void count_pair(const naive_case *all, const sel_overlap_options *options, naive_pair *pair,
                       expected *sums)
{
    const sel_study_programme *a = &all->study->programmes[pair->a];
    const sel_study_programme *b = &all->study->programmes[pair->b];
    if (!pair->reaches || is_linked(all->study, pair->a, pair->b))
        return;
    bool chosen = is_chosen(options->only, a, b) && is_named(options->only, pair);
    bool in_time = options->all_time || in_window(all->study, a, b);
    bool listed = chosen && in_time;
    if (a->donor_count == 0 || b->donor_count == 0) {
        sums->no_donor++;
        sums->chosen.no_donor += chosen;
        return;
    }
    if (share_donor(a, b)) {
        sums->within_donor++;
        sums->chosen.within_donor += chosen;
        listed = listed && options->within_donor;
    } else if (!in_time) {
        sums->outside++;
        sums->chosen.outside += chosen;
    } else {
        expect_pair(pair, chosen, sums);
    }
    pair->list = list_of(all->study, pair);
    if (listed)
        sums->pairs[sums->pair_count++] = *pair;
}

static int by_strength(const void *a, const void *b)
{
    const naive_pair *x = a;
    const naive_pair *y = b;
    if (x->list != y->list)
        return x->list < y->list ? -1 : 1;
    uint32_t strength_x = naive_most(x->s_high, x->t_high);
    uint32_t strength_y = naive_most(y->s_high, y->t_high);
    if (x->reading != y->reading)
        return x->reading > y->reading ? -1 : 1;
    if (strength_x != strength_y)
        return strength_x > strength_y ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : 1;
}

static void expect(const naive_case *all, const sel_overlap_options *options, expected *sums)
{
    for (uint32_t b = 0; b < all->study->programme_count; b++) {
        for (uint32_t a = 0; a < b; a++) {
            if (!takes_part(all->study, all->records, a) ||
                !takes_part(all->study, all->records, b))
                continue;
            naive_pair pair = naive_compare(all, a, b);
            sums->compared += pair.meetings;
            count_pair(all, options, &pair, sums);
        }
    }
    qsort(sums->pairs, sums->pair_count, sizeof *sums->pairs, by_strength);
}

static void check_pair(const sel_overlap_pair *found, const naive_pair *wanted)
{
    ck_assert_uint_eq(found->a, wanted->a);
    ck_assert_uint_eq(found->b, wanted->b);
    ck_assert_uint_eq(found->s_low_ppm, wanted->s_low);
    ck_assert_uint_eq(found->s_high_ppm, wanted->s_high);
    ck_assert_uint_eq(naive_most(found->t_a_low_ppm, found->t_b_low_ppm), wanted->t_low);
    ck_assert_uint_eq(naive_most(found->t_a_high_ppm, found->t_b_high_ppm), wanted->t_high);
    ck_assert_uint_eq(found->red_low_ppm, wanted->red_low);
    ck_assert_uint_eq(found->red_high_ppm, wanted->red_high);
    ck_assert_int_eq(found->need_unknown, wanted->need_unknown);
    ck_assert_int_eq(found->money_low, wanted->money_low);
    ck_assert_int_eq(found->money_high, wanted->money_high);
    ck_assert_int_eq(found->certain, wanted->certain);
    ck_assert_int_eq(found->reading, wanted->reading);
    ck_assert_int_eq(found->class, SEL_PAIR_OVERLAP);
    ck_assert_uint_le(found->s_low_ppm, found->s_high_ppm);
    ck_assert_uint_le(found->t_a_low_ppm, found->t_a_high_ppm);
    ck_assert_uint_le(found->t_b_low_ppm, found->t_b_high_ppm);
    ck_assert_uint_le(found->d_low_ppm, found->d_high_ppm);
}

/* Each list has its strongest, and the numbers of all of it. */
static void check_lists(const sel_overlap *overlap, const expected *wanted,
                        const sel_overlap_options *options)
{
    uint32_t at = 0;
    uint64_t unlisted = 0;
    for (uint32_t list = 0; list < SEL_OVERLAP_LISTS; list++) {
        const sel_overlap_listing *listing = &overlap->lists[list];
        uint64_t certain = 0;
        uint64_t in_list = 0;
        uint64_t by_reading[SEL_READ_TALK_FIRST + 1] = {0};
        uint32_t room = list == SEL_LIST_PAST && options->without_past ? 0 : options->top;
        ck_assert_uint_eq(listing->first, at);
        for (uint32_t i = 0; i < wanted->pair_count; i++) {
            const naive_pair *pair = &wanted->pairs[i];
            if (pair->list != list)
                continue;
            if (in_list < room)
                check_pair(&overlap->pairs[at++], pair);
            in_list++;
            certain += pair->certain;
            by_reading[pair->reading]++;
        }
        ck_assert_uint_eq(listing->count, at - listing->first);
        ck_assert_uint_eq(listing->certain, certain);
        ck_assert_uint_eq(listing->certain + listing->possible, in_list);
        ck_assert_mem_eq(listing->by_reading, by_reading, sizeof by_reading);
        unlisted += list == SEL_LIST_WITHIN_DONOR ? 0 : in_list - listing->count;
    }
    ck_assert_uint_eq(overlap->pair_count, at);
    ck_assert_uint_eq(overlap->unlisted, unlisted);
}

/* Counted beforehand without meeting anybody, place by place. */
static void check_estimate(const sel_study *study, const results *all, uint64_t compared)
{
    sel_arena *scratch = sel_arena_create();
    sel_overlap_estimate estimate = sel_overlap_estimate_of(study, &all->needs, &all->supplies,
                                                            &all->records, UINT32_MAX, scratch);
    ck_assert_uint_eq(estimate.meetings, compared);
    uint64_t sum = 0;
    for (uint32_t i = 0; i < estimate.heaviest_count; i++) {
        sum += estimate.heaviest[i].meetings;
        ck_assert(i == 0 || estimate.heaviest[i].meetings <= estimate.heaviest[i - 1].meetings);
    }
    ck_assert_uint_eq(sum, compared);
    sel_arena_destroy(scratch);
}

static void check_overlap(const sel_study *study, const results *all, const expected *wanted,
                          const sel_overlap_options *options)
{
    const sel_overlap *overlap = &all->overlap;
    ck_assert_uint_eq(overlap->certain, wanted->certain);
    ck_assert_uint_eq(overlap->possible, wanted->possible);
    ck_assert_uint_eq(overlap->within_donor, wanted->within_donor);
    ck_assert_uint_eq(overlap->no_donor, wanted->no_donor);
    ck_assert_uint_eq(overlap->outside, wanted->outside);
    ck_assert_uint_eq(overlap->compared, wanted->compared);
    check_estimate(study, all, overlap->compared);
    const sel_overlap_counts *chosen = &overlap->chosen;
    ck_assert_uint_eq(chosen->certain, wanted->chosen.certain);
    ck_assert_uint_eq(chosen->possible, wanted->chosen.possible);
    ck_assert_uint_eq(chosen->within_donor, wanted->chosen.within_donor);
    ck_assert_uint_eq(chosen->no_donor, wanted->chosen.no_donor);
    ck_assert_uint_eq(chosen->outside, wanted->chosen.outside);
    check_lists(overlap, wanted, options);
    ck_assert_ptr_nonnull(overlap->most_ppm);
    for (uint32_t p = 0; p < study->programme_count; p++) {
        ck_assert_uint_eq(overlap->least_ppm[p], wanted->least[p]);
        ck_assert_uint_eq(overlap->most_ppm[p], wanted->most[p]);
    }
}

static random_traits some_traits(random_source *source, uint32_t programmes)
{
    return (random_traits){.programmes = programmes,
                           .recipients = 1 + random_below(source, 4),
                           .capabilities = 1 + random_below(source, 3),
                           .donors = 2 + random_below(source, 3),
                           .titles = random_chance(source, 30) ? 4 : 0,
                           .links = random_below(source, 30),
                           .date_room = 12};
}

static sel_model some_model(random_source *source)
{
    sel_model model = random_model();
    if (random_chance(source, 50)) {
        model.overlap_threshold_bp = 500 + random_below(source, 9501);
        model.overlap_likeness_floor_bp = 2500 * random_below(source, 5);
    }
    return model;
}

static sel_overlap_options some_options(random_source *source)
{
    return (sel_overlap_options){.top = random_chance(source, 50) ? 1000 : random_below(source, 9),
                                 .within_donor = random_chance(source, 30),
                                 .all_time = random_chance(source, 30),
                                 .without_past = random_chance(source, 30),
                                 .threads = 1 + (int)random_below(source, 3)};
}

START_TEST(equals_a_double_loop)
{
    random_source source = {2};
    for (int round = 0; round < STUDIES; round++) {
        sel_arena *arena = sel_arena_create();
        random_traits traits = some_traits(&source, 2 + random_below(&source, MOST - 1));
        const sel_model model = some_model(&source);
        bool recipients[4] = {false};
        recipients[random_below(&source, 4)] = true;
        sel_overlap_choice choice = {
            .donor = random_chance(&source, 50) ? random_below(&source, 3) : SEL_NONE,
            .programme =
                random_chance(&source, 30) ? random_below(&source, traits.programmes) : SEL_NONE,
            .recipients = random_chance(&source, 50) ? recipients : NULL};
        sel_overlap_options options = some_options(&source);
        options.only = random_chance(&source, 30) ? &choice : NULL;
        sel_study study = random_study(&source, &traits, &model, arena);
        results all = compute(&study, &options, arena);
        naive_case naive = {&study, &all.needs, &all.supplies, &all.records};
        expected wanted = {.pairs = sel_arena_array(arena, MOST * MOST, sizeof(naive_pair))};
        expect(&naive, &options, &wanted);
        check_overlap(&study, &all, &wanted, &options);
        sel_arena_destroy(arena);
    }
}
END_TEST

/* Ties are everywhere when dates and shares are round, so the order is tested as well. */
START_TEST(threads_change_nothing)
{
    random_source source = {3};
    const sel_model model = random_model();
    for (int round = 0; round < 10; round++) {
        sel_arena *arena = sel_arena_create();
        random_traits traits = some_traits(&source, 1500);
        traits.titles = 0;
        sel_study study = random_study(&source, &traits, &model, arena);
        sel_overlap_options options = {.top = 300, .threads = 1};
        results one = compute(&study, &options, arena);
        options.threads = 4;
        results four = compute(&study, &options, arena);
        ck_assert_uint_gt(one.overlap.pair_count, 0);
        ck_assert_uint_eq(one.overlap.pair_count, four.overlap.pair_count);
        ck_assert_mem_eq(one.overlap.pairs, four.overlap.pairs,
                         one.overlap.pair_count * sizeof *one.overlap.pairs);
        ck_assert_mem_eq(one.overlap.least_ppm, four.overlap.least_ppm,
                         study.programme_count * sizeof(uint32_t));
        ck_assert_mem_eq(one.overlap.most_ppm, four.overlap.most_ppm,
                         study.programme_count * sizeof(uint32_t));
        ck_assert_uint_eq(one.overlap.certain, four.overlap.certain);
        ck_assert_uint_eq(one.overlap.possible, four.overlap.possible);
        ck_assert_uint_eq(one.overlap.outside, four.overlap.outside);
        ck_assert_uint_eq(one.overlap.within_donor, four.overlap.within_donor);
        sel_arena_destroy(arena);
    }
}
END_TEST

/* The same programmes in another order: the same numbers, programme by programme. */
START_TEST(order_changes_nothing)
{
    random_source source = {4};
    const sel_model model = random_model();
    for (int round = 0; round < 100; round++) {
        sel_arena *arena = sel_arena_create();
        random_traits traits = some_traits(&source, 30);
        traits.titles = 0;
        traits.links = 0;
        sel_overlap_options options = {.top = 1000};
        sel_study study = random_study(&source, &traits, &model, arena);
        results first = compute(&study, &options, arena);
        sel_study_programme *turned = sel_arena_array(arena, 30, sizeof *turned);
        uint32_t at[30];
        for (uint32_t i = 0; i < 30; i++)
            at[i] = i;
        for (uint32_t i = 29; i > 0; i--) {
            uint32_t j = random_below(&source, i + 1);
            uint32_t kept = at[i];
            at[i] = at[j];
            at[j] = kept;
        }
        for (uint32_t i = 0; i < 30; i++)
            turned[at[i]] = study.programmes[i];
        study.programmes = turned;
        results second = compute(&study, &options, arena);
        ck_assert_uint_eq(first.overlap.certain, second.overlap.certain);
        ck_assert_uint_eq(first.overlap.possible, second.overlap.possible);
        ck_assert_uint_eq(first.overlap.compared, second.overlap.compared);
        ck_assert_uint_eq(first.overlap.no_donor, second.overlap.no_donor);
        for (uint32_t i = 0; i < 30; i++) {
            ck_assert_uint_eq(first.overlap.most_ppm[i], second.overlap.most_ppm[at[i]]);
            ck_assert_int_eq(first.overlap.assessed[i], second.overlap.assessed[at[i]]);
        }
        for (uint32_t i = 0; i < first.overlap.pair_count; i++) {
            const sel_overlap_pair *pair = &first.overlap.pairs[i];
            sel_overlap_pair other = sel_overlap_of(&study, &second.needs, &second.supplies,
                                                    &second.records, at[pair->a], at[pair->b]);
            ck_assert_uint_eq(pair->s_high_ppm, other.s_high_ppm);
            ck_assert_uint_eq(pair->s_low_ppm, other.s_low_ppm);
            ck_assert_int_eq(pair->reading, other.reading);
        }
        sel_arena_destroy(arena);
    }
}
END_TEST

/* Larger: thousands of programmes at few places, as hot as it gets. */
START_TEST(equals_a_double_loop_when_large)
{
    random_source source = {5};
    const sel_model model = random_model();
    sel_arena *arena = sel_arena_create();
    random_traits traits = {
        .programmes = 2500, .recipients = 6, .capabilities = 4, .donors = 12, .date_room = 3};
    sel_study study = random_study(&source, &traits, &model, arena);
    sel_overlap_options options = {.top = 5000};
    results all = compute(&study, &options, arena);
    naive_case naive = {&study, &all.needs, &all.supplies, &all.records};
    expected wanted = {.pairs = sel_arena_array(arena, 2500 * 1250, sizeof(naive_pair))};
    expect(&naive, &options, &wanted);
    check_overlap(&study, &all, &wanted, &options);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {equals_a_double_loop, threads_change_nothing, order_changes_nothing,
                            equals_a_double_loop_when_large, NULL};
    return run_tests("overlap_pairs", tests);
}
