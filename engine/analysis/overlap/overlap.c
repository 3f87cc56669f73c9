#include "analysis/overlap/overlap.h"

#include "analysis/overlap/sweep.h"

enum { BASIS_POINTS = 10000 };

/* Time together of a pair of which one has no dates. */
static void forget_time(sel_overlap_pair *pair)
{
    pair->days_low = pair->days_high = 0;
    pair->d_low_ppm = pair->d_high_ppm = 0;
    pair->s_low_ppm = pair->s_high_ppm = 0;
    pair->t_a_low_ppm = pair->t_a_high_ppm = 0;
    pair->t_b_low_ppm = pair->t_b_high_ppm = 0;
}

static void forget_days(sel_overlap_end *end)
{
    end->days = end->a_in_b.days = end->b_in_a.days = 0;
}

sel_overlap_terms sel_overlap_terms_of(const sel_study *study, uint32_t a, uint32_t b)
{
    sel_arena *scratch = sel_arena_create();
    const sel_side *first = sel_side_make(study, a, scratch);
    const sel_side *second = sel_side_make(study, b, scratch);
    sel_overlap_terms terms = sel_score_terms(first, second, study->model);
    if (!study->programmes[a].dated || !study->programmes[b].dated) {
        forget_days(&terms.low);
        forget_days(&terms.high);
    }
    sel_arena_destroy(scratch);
    return terms;
}

/* reds looks places up by recipient and capability. */
static sel_overlap_pair pair_in_full(const sel_study *study, const sel_reds *reds,
                                     const sel_linked_pair *linked)
{
    sel_arena *scratch = sel_arena_create();
    const sel_side *a = sel_side_make(study, linked->a, scratch);
    const sel_side *b = sel_side_make(study, linked->b, scratch);
    sel_overlap_pair pair = {.a = linked->a, .b = linked->b};
    sel_score_strength(a, b, study->model, &pair);
    if (!study->programmes[linked->a].dated || !study->programmes[linked->b].dated)
        forget_time(&pair);
    sel_pair_read(a, b, linked, reds, &pair);
    sel_pair_describe(study, &pair);
    sel_arena_destroy(scratch);
    return pair;
}

sel_overlap_pair sel_overlap_of(const sel_study *study, const sel_needs *needs,
                                const sel_supplies *supplies, const sel_records *records,
                                uint32_t a, uint32_t b)
{
    sel_reds reds = {.model = study->model, .needs = needs, .supplies = supplies};
    sel_linked_pair linked = sel_linked_pair_of(study, records, a < b ? a : b, a < b ? b : a);
    return pair_in_full(study, &reds, &linked);
}

/* The same needs without ranks: records that are not counted have none. */
static sel_reds plain_reds(const sel_overlap_table *table)
{
    sel_reds reds = table->reds;
    reds.table = NULL;
    return reds;
}

static int by_class(const void *x, const void *y)
{
    const sel_overlap_pair *left = x;
    const sel_overlap_pair *right = y;
    if (left->class != right->class)
        return left->class < right->class ? -1 : 1;
    if (left->a != right->a)
        return left->a < right->a ? -1 : 1;
    return (left->b > right->b) - (left->b < right->b);
}

/* Linked pairs of comparable records, counted or not. */
static void list_apart(const sel_overlap_table *table, const sel_overlap_choice *only,
                       sel_overlap *overlap, sel_arena *arena)
{
    const sel_study_programme *programmes = table->study->programmes;
    uint32_t threshold = sel_pair_threshold(table->reds.model);
    const sel_reds reds = plain_reds(table);
    sel_overlap_pair *apart = sel_arena_array(arena, table->links.count, sizeof *apart);
    uint32_t count = 0;
    for (uint32_t i = 0; i < table->links.count; i++) {
        const sel_linked_pair *linked = &table->links.list[i];
        if (linked->class == SEL_PAIR_OVERLAP ||
            !sel_programme_is_comparable(&programmes[linked->a]) ||
            !sel_programme_is_comparable(&programmes[linked->b]))
            continue;
        sel_overlap_pair pair = pair_in_full(table->study, &reds, linked);
        bool reaches = sel_pair_reaches(&pair, threshold);
        bool chosen = sel_overlap_is_chosen(only, table->study, linked->a, linked->b);
        overlap->by_class[pair.class] += reaches;
        overlap->chosen.by_class[pair.class] += reaches && chosen;
        if (pair.c_high > 0 && chosen)
            apart[count++] = pair;
    }
    qsort(apart, count, sizeof *apart, by_class);
    overlap->apart = apart;
    overlap->apart_count = count;
}

static void list_pairs(const sel_overlap_table *table, const sel_strongest *strongest,
                       sel_overlap_pair *pairs)
{
    const sel_reds reds = plain_reds(table);
    for (uint32_t i = 0; i < strongest->count; i++) {
        uint32_t a = strongest->pairs[i].a;
        uint32_t b = strongest->pairs[i].b;
        const sel_linked_pair *known = sel_linked_pairs_find(&table->links, a, b);
        sel_linked_pair plain = {.a = a, .b = b};
        pairs[i] = pair_in_full(table->study, &reds, known == NULL ? &plain : known);
    }
}

static void make_lists(const sel_overlap_table *table, const sel_sweep *found, sel_overlap *overlap,
                       sel_arena *arena)
{
    for (int list = 0; list < SEL_OVERLAP_LISTS; list++) {
        const sel_sweep_tally *tally = &found->tallies[list];
        sel_overlap_listing *listing = &overlap->lists[list];
        *listing = (sel_overlap_listing){.certain = tally->certain,
                                         .possible = tally->possible,
                                         .first = overlap->pair_count,
                                         .count = found->lists[list].count};
        memcpy(listing->by_reading, tally->by_reading, sizeof listing->by_reading);
        overlap->pair_count += listing->count;
        if (list != SEL_LIST_WITHIN_DONOR)
            overlap->unlisted += listing->certain + listing->possible - listing->count;
    }
    sel_overlap_pair *pairs = sel_arena_array(arena, overlap->pair_count, sizeof *pairs);
    for (int list = 0; list < SEL_OVERLAP_LISTS; list++)
        list_pairs(table, &found->lists[list], pairs + overlap->lists[list].first);
    overlap->pairs = pairs;
}

static bool somewhere_assessed(const sel_reds *reds, const sel_side *side)
{
    for (uint32_t i = 0; i < side->place_count; i++)
        if (reds->table[side->places[i].key].assessed)
            return true;
    return false;
}

/* Which donor set each side has: a number per distinct set, and a side that has it. */
typedef struct donor_sets {
    uint32_t *of;    /* per side; SEL_NONE without a known donor */
    uint32_t *sides; /* per set */
    uint32_t count;
} donor_sets;

static donor_sets number_donor_sets(const sel_overlap_table *table, sel_arena *scratch)
{
    donor_sets sets = {.of = sel_arena_array(scratch, table->side_count, sizeof *sets.of),
                       .sides = sel_arena_array(scratch, table->side_count, sizeof *sets.sides)};
    sel_index *index = sel_index_create();
    for (uint32_t i = 0; i < table->side_count; i++) {
        const sel_study_programme *from = table->sides[i]->programme;
        sets.of[i] = SEL_NONE;
        if (from->donor_count == 0)
            continue;
        sel_str key = {(const char *)from->donors, from->donor_count * sizeof *from->donors};
        sets.of[i] = sel_index_add(index, key);
        if (sets.of[i] == sets.count)
            sets.sides[sets.count++] = i;
    }
    sel_index_destroy(index);
    return sets;
}

/* Per set: whether some other set has no donor in common with it. */
static const bool *find_others(const sel_overlap_table *table, const donor_sets *sets,
                               sel_arena *scratch)
{
    bool *has_other = sel_arena_array(scratch, sets->count, sizeof *has_other);
    for (uint32_t i = 0; i < sets->count; i++)
        for (uint32_t j = 0; j < sets->count && !has_other[i]; j++)
            has_other[i] =
                !sel_side_shares_donor(table->sides[sets->sides[i]], table->sides[sets->sides[j]]);
    return has_other;
}

static const bool *find_assessed(const sel_overlap_table *table, sel_arena *arena)
{
    sel_arena *scratch = sel_arena_create();
    donor_sets sets = number_donor_sets(table, scratch);
    const bool *has_other = find_others(table, &sets, scratch);
    bool *assessed = sel_arena_array(arena, table->study->programme_count, sizeof *assessed);
    for (uint32_t i = 0; i < table->side_count; i++)
        assessed[sel_overlap_table_number(table, table->sides[i])] =
            sets.of[i] != SEL_NONE && has_other[sets.of[i]] &&
            somewhere_assessed(&table->reds, table->sides[i]);
    sel_arena_destroy(scratch);
    return assessed;
}

static sel_status check_model(const sel_model *model, sel_error *err)
{
    enum { QUARTER = BASIS_POINTS / 4 };
    uint32_t threshold = model->overlap_threshold_bp;
    uint32_t floor = model->overlap_likeness_floor_bp;
    if (threshold == 0 || threshold > BASIS_POINTS)
        return sel_fail(err, SEL_BAD_INPUT,
                        "overlap threshold of %u basis points is not in 1 to %d",
                        (unsigned)threshold, BASIS_POINTS);
    if (floor > BASIS_POINTS || floor % QUARTER != 0)
        return sel_fail(err, SEL_BAD_INPUT,
                        "likeness floor of %u basis points is not a number of quarters",
                        (unsigned)floor);
    return SEL_OK;
}

sel_status sel_overlap_compute(const sel_study *study, const sel_needs *needs,
                               const sel_supplies *supplies, const sel_records *records,
                               const sel_overlap_options *options, sel_arena *arena,
                               sel_overlap *overlap, sel_error *err)
{
    sel_status status = check_model(study->model, err);
    if (status != SEL_OK)
        return status;
    sel_arena *scratch = sel_arena_create();
    sel_overlap_table table =
        sel_overlap_table_make(study, needs, supplies, records, options->threads, scratch);
    sel_sweep_plan plan = sel_plan_make(&table, options->pair_budget, scratch);
    sel_sweep found = sel_sweep_places(&table, &plan, options, arena);
    uint64_t uncompared = plan.in_part - found.compared_in_part;
    *overlap = (sel_overlap){.certain = found.all.certain,
                             .possible = found.all.possible,
                             .within_donor = found.all.within_donor,
                             .no_donor = found.all.no_donor,
                             .outside = found.all.outside,
                             .chosen = found.chosen,
                             .compared = plan.meetings - uncompared,
                             .uncompared = uncompared,
                             .uncompared_ppm = plan.bound_ppm,
                             .places_in_part = plan.places_in_part};
    make_lists(&table, &found, overlap, arena);
    list_apart(&table, options->only, overlap, arena);
    overlap->least_ppm = found.least_ppm;
    overlap->most_ppm = found.most_ppm;
    overlap->assessed = find_assessed(&table, arena);
    sel_sweep_destroy(&found);
    sel_arena_destroy(scratch);
    return SEL_OK;
}
