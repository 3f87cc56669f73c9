#include "analysis/overlap/sweep.h"

#include "analysis/overlap/sift.h"

#include <omp.h>

/** Rows of one place that one thread takes at a time. */
enum { TILE_ROWS = 1024 };

typedef struct tile {
    uint32_t place;
    uint32_t block; /* of the place; 0 where all that meet are compared */
    uint32_t from;
    uint32_t to;
} tile;

/** What one thread works with. */
typedef struct worker {
    const sel_overlap_table *table;
    const sel_sweep_plan *plan;
    const sel_overlap_options *options;
    float threshold; /* a little less, for bounds in floats */
    sel_sweep found;
} worker;

static const sel_linked_pair *link_of(const sel_overlap_table *table, const sel_side *a,
                                      const sel_side *b)
{
    if (!a->linked || !b->linked)
        return NULL;
    return sel_linked_pairs_find(&table->links, sel_overlap_table_number(table, a),
                                 sel_overlap_table_number(table, b));
}

/** What a pair at the threshold counts as. */
typedef enum group { COMPARED, WITHIN_DONOR, NO_DONOR, OUTSIDE } group;

static group group_of(const worker *w, const sel_side *a, const sel_side *b)
{
    if (a->programme->donor_count == 0 || b->programme->donor_count == 0)
        return NO_DONOR;
    if (sel_side_shares_donor(a, b))
        return WITHIN_DONOR;
    bool in_time = w->options->all_time || sel_pair_in_window(w->table->study, a, b);
    return in_time ? COMPARED : OUTSIDE;
}

static void count_pair(sel_overlap_counts *counts, group in, bool certain)
{
    uint64_t *const places[] = {[COMPARED] = certain ? &counts->certain : &counts->possible,
                                [WITHIN_DONOR] = &counts->within_donor,
                                [NO_DONOR] = &counts->no_donor,
                                [OUTSIDE] = &counts->outside};
    *places[in] += 1;
}

/* Whether more is to be known of a pair than its number. */
static bool is_read(const worker *w, group in, bool chosen, const sel_side *a, const sel_side *b)
{
    if (in != WITHIN_DONOR)
        return in == COMPARED;
    return chosen && w->options->within_donor &&
           (w->options->all_time || sel_pair_in_window(w->table->study, a, b));
}

static void raise_to(uint32_t *most, uint32_t concern)
{
    if (concern > *most)
        *most = concern;
}

static void raise_concerns(sel_sweep *found, const sel_overlap_pair *pair)
{
    uint32_t low = sel_pair_concern_low(pair);
    uint32_t high = sel_pair_concern(pair);
    raise_to(&found->least_ppm[pair->a], low);
    raise_to(&found->least_ppm[pair->b], low);
    raise_to(&found->most_ppm[pair->a], high);
    raise_to(&found->most_ppm[pair->b], high);
}

static sel_overlap_list list_of(sel_study_phase phase)
{
    static const sel_overlap_list lists[] = {[SEL_PHASE_PIPELINE] = SEL_LIST_PIPELINE,
                                             [SEL_PHASE_RUNNING] = SEL_LIST_RUNNING,
                                             [SEL_PHASE_PAST] = SEL_LIST_PAST};
    return lists[phase];
}

static void keep(worker *w, const sel_overlap_pair *pair, sel_overlap_list list)
{
    sel_sweep_tally *tally = &w->found.tallies[list];
    *(pair->certain ? &tally->certain : &tally->possible) += 1;
    tally->by_reading[pair->reading] += 1;
    sel_strong strong = {pair->reading, sel_score_strength_high(pair), pair->a, pair->b};
    sel_strongest_offer(&w->found.lists[list], &strong);
}

/* Count, read and keep a pair that meets at a place and may reach the threshold; a before b. */
static void examine(worker *w, uint32_t rank, const sel_side *a, const sel_side *b)
{
    const sel_overlap_table *table = w->table;
    if (!sel_score_reaches_from(a, b, rank, table->reds.model))
        return;
    const sel_linked_pair *linked = link_of(table, a, b);
    if (linked != NULL && linked->class != SEL_PAIR_OVERLAP)
        return;
    sel_overlap_pair pair = {.a = sel_overlap_table_number(table, a),
                             .b = sel_overlap_table_number(table, b)};
    bool chosen = sel_overlap_is_chosen(w->options->only, table->study, pair.a, pair.b);
    group in = group_of(w, a, b);
    bool read = is_read(w, in, chosen, a, b);
    if (read) {
        sel_score_strength(a, b, table->reds.model, &pair);
        sel_pair_read(a, b, linked, &table->reds, &pair);
    }
    count_pair(&w->found.all, in, pair.certain);
    if (chosen)
        count_pair(&w->found.chosen, in, pair.certain);
    if (in == COMPARED)
        raise_concerns(&w->found, &pair);
    if (read && chosen)
        keep(w, &pair,
             in == WITHIN_DONOR
                 ? SEL_LIST_WITHIN_DONOR
                 : list_of(sel_pair_phase(table->study, a->programme, b->programme)));
}

/* Ask for memory that is needed soon. */
static void fetch(const sel_side *side)
{
#if defined(__GNUC__)
    __builtin_prefetch(side);
    __builtin_prefetch(side->places + 1);
#else
    (void)side;
#endif
}

static void examine_all(worker *w, uint32_t rank, const sel_side *side, const sel_side **others,
                        uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        bool first = side->programme < others[i]->programme;
        examine(w, rank, first ? side : others[i], first ? others[i] : side);
    }
}

/* Meet one row with rows that start no earlier and before it ends. */
static void meet(worker *w, uint32_t rank, uint32_t row, uint32_t from, uint32_t to)
{
    const sel_overlap_table *table = w->table;
    for (; from < to; from += SEL_SIFT_BATCH) {
        uint32_t kept[SEL_SIFT_BATCH];
        const sel_side *others[SEL_SIFT_BATCH];
        uint32_t count = to - from < SEL_SIFT_BATCH ? to - from : SEL_SIFT_BATCH;
        uint32_t close = sel_sift(table, w->threshold, row, from, count, kept);
        for (uint32_t i = 0; i < close; i++) {
            others[i] = table->sides[table->rows.side[kept[i]]];
            fetch(others[i]);
        }
        examine_all(w, rank, table->sides[table->rows.side[row]], others, close);
    }
}

/* Rows of a place where all that meet are compared. */
static void sweep_all(worker *w, const tile *rows)
{
    const sel_overlap_table *table = w->table;
    uint32_t end = table->places.first[rows->place + 1];
    for (uint32_t row = rows->from; row < rows->to; row++) {
        uint32_t to = sel_sift_first_from(&table->rows, row + 1, end, table->rows.end[row]);
        meet(w, table->places.ranks[rows->place], row, row + 1, to);
    }
}

/* First row of a block whose side comes after one. */
static uint32_t first_after(const sel_table_rows *rows, uint32_t from, uint32_t end, uint32_t side)
{
    while (from < end) {
        uint32_t middle = from + (end - from) / 2;
        if (rows->side[middle] <= side)
            from = middle + 1;
        else
            end = middle;
    }
    return from;
}

/* Rows of one block of a place where only those that may be strong enough are compared. Days are
 * whole numbers, exact in a float. */
static void sweep_block(worker *w, const tile *rows, const sel_place_plan *plan)
{
    const sel_overlap_table *table = w->table;
    for (uint32_t n = 0; n < plan->blocks.count; n++) {
        int32_t days = sel_plan_days(table, plan, rows->block, n);
        uint32_t end = plan->blocks.list[n + 1].first;
        for (uint32_t row = rows->from; days > 0 && row < rows->to; row++) {
            uint32_t from =
                first_after(&table->rows, plan->blocks.list[n].first, end, table->rows.side[row]);
            float day = table->rows.end[row] - (float)(days - 1);
            uint32_t to = sel_sift_first_from(&table->rows, from, end, day);
            if (plan->partners > 0 && to - from > plan->partners)
                to = from + plan->partners;
            meet(w, table->places.ranks[rows->place], row, from, to);
            if (plan->in_part)
                w->found.compared_in_part += to - from;
        }
    }
}

static void sweep_tile(worker *w, const tile *rows)
{
    const sel_place_plan *plan = &w->plan->places[rows->place];
    if (plan->blocks.count > 0)
        sweep_block(w, rows, plan);
    else
        sweep_all(w, rows);
}

static void cut_rows(tile *tiles, uint32_t *count, tile rows)
{
    for (tile next = rows; next.from < rows.to; next.from += TILE_ROWS) {
        next.to = rows.to - next.from > TILE_ROWS ? next.from + TILE_ROWS : rows.to;
        tiles[(*count)++] = next;
    }
}

static tile *cut_tiles(const sel_places *places, const sel_sweep_plan *plan, uint32_t *count,
                       sel_arena *scratch)
{
    size_t most = (size_t)places->count + places->first[places->count] / TILE_ROWS;
    for (uint32_t place = 0; place < places->count; place++)
        most += plan->places[place].blocks.count;
    tile *tiles = sel_arena_array(scratch, most, sizeof *tiles);
    *count = 0;
    for (uint32_t place = 0; place < places->count; place++) {
        const sel_overlap_blocks *blocks = &plan->places[place].blocks;
        if (blocks->count == 0)
            cut_rows(tiles, count,
                     (tile){place, 0, places->first[place], places->first[place + 1]});
        for (uint32_t n = 0; n < blocks->count; n++)
            cut_rows(tiles, count,
                     (tile){place, n, blocks->list[n].first, blocks->list[n + 1].first});
    }
    return tiles;
}

static void add_counts(sel_overlap_counts *all, const sel_overlap_counts *part)
{
    all->certain += part->certain;
    all->possible += part->possible;
    all->within_donor += part->within_donor;
    all->no_donor += part->no_donor;
    all->outside += part->outside;
}

static void merge_list(sel_sweep *all, const sel_sweep *part, int list)
{
    sel_sweep_tally *sums = &all->tallies[list];
    const sel_sweep_tally *tally = &part->tallies[list];
    sums->certain += tally->certain;
    sums->possible += tally->possible;
    for (int reading = 0; reading <= SEL_READ_TALK_FIRST; reading++)
        sums->by_reading[reading] += tally->by_reading[reading];
    for (uint32_t i = 0; i < part->lists[list].count; i++)
        sel_strongest_offer(&all->lists[list], &part->lists[list].pairs[i]);
}

/* Sums, maxima and the strongest of two sets do not depend on the order they come in. */
static void merge(sel_sweep *all, const sel_sweep *part, uint32_t programme_count)
{
    add_counts(&all->all, &part->all);
    add_counts(&all->chosen, &part->chosen);
    all->compared_in_part += part->compared_in_part;
    for (int list = 0; list < SEL_OVERLAP_LISTS; list++)
        merge_list(all, part, list);
    for (uint32_t i = 0; i < programme_count; i++) {
        raise_to(&all->least_ppm[i], part->least_ppm[i]);
        raise_to(&all->most_ppm[i], part->most_ppm[i]);
    }
}

static void start_lists(sel_sweep *sweep, const sel_overlap_options *options)
{
    for (int list = 0; list < SEL_OVERLAP_LISTS; list++) {
        bool wanted = list != SEL_LIST_PAST || !options->without_past;
        sweep->lists[list] = sel_strongest_create(wanted ? options->top : 0);
    }
}

void sel_sweep_destroy(sel_sweep *sweep)
{
    for (int list = 0; list < SEL_OVERLAP_LISTS; list++)
        sel_strongest_destroy(&sweep->lists[list]);
}

static uint32_t *start_concerns(size_t programmes)
{
    uint32_t *concerns = sel_memory_resize(NULL, programmes, sizeof *concerns);
    memset(concerns, 0, programmes * sizeof *concerns);
    return concerns;
}

static worker start_worker(const sel_overlap_table *table, const sel_sweep_plan *plan,
                           const sel_overlap_options *options)
{
    worker w = {.table = table, .plan = plan, .options = options};
    w.threshold = (float)sel_pair_threshold(table->reds.model) / SEL_PPM * 0.9999F;
    size_t programmes = (size_t)table->study->programme_count + 1;
    start_lists(&w.found, options);
    w.found.least_ppm = start_concerns(programmes);
    w.found.most_ppm = start_concerns(programmes);
    return w;
}

sel_sweep sel_sweep_places(const sel_overlap_table *table, const sel_sweep_plan *plan,
                           const sel_overlap_options *options, sel_arena *arena)
{
    sel_arena *scratch = sel_arena_create();
    uint32_t tile_count = 0;
    const tile *tiles = cut_tiles(&table->places, plan, &tile_count, scratch);
    uint32_t programmes = table->study->programme_count;
    sel_sweep all = {.least_ppm = sel_arena_array(arena, programmes, sizeof *all.least_ppm),
                     .most_ppm = sel_arena_array(arena, programmes, sizeof *all.most_ppm)};
    start_lists(&all, options);
    int threads = options->threads > 0 ? options->threads : omp_get_max_threads();
#pragma omp parallel num_threads(threads)
    {
        worker w = start_worker(table, plan, options);
#pragma omp for schedule(dynamic) nowait
        for (uint32_t i = 0; i < tile_count; i++)
            sweep_tile(&w, &tiles[i]);
#pragma omp critical
        merge(&all, &w.found, programmes);
        sel_sweep_destroy(&w.found);
        sel_memory_resize(w.found.least_ppm, 0, 1);
        sel_memory_resize(w.found.most_ppm, 0, 1);
    }
    for (int list = 0; list < SEL_OVERLAP_LISTS; list++)
        sel_strongest_sort(&all.lists[list]);
    sel_arena_destroy(scratch);
    return all;
}
