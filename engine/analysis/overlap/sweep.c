#include "analysis/overlap/sweep.h"

#include <omp.h>

/** Rows of one place that one thread takes at a time; pairs whose memory is asked for at once. */
enum { TILE_ROWS = 1024, BATCH = 64 };

typedef struct tile {
    uint32_t place;
    uint32_t from;
    uint32_t to;
} tile;

/** What one thread works with. */
typedef struct worker {
    const sel_overlap_table *table;
    const sel_overlap_options *options;
    float threshold; /* a little less, for bounds in floats */
    sel_sweep found;
} worker;

static float larger(float a, float b)
{
    return a > b ? a : b;
}

static float smaller(float a, float b)
{
    return a < b ? a : b;
}

/* Upper bounds of S_c and of both T, whatever is done and for whom, of a row and of those after it
 * that start before it ends. At a place that two programmes share first. The rounding of a dozen
 * float operations is far below the slack of the threshold. */
static void bound_all(const sel_table_rows *rows, uint32_t row, uint32_t from, size_t count,
                      float *restrict bounds)
{
    const float *restrict starts = rows->start + from;
    const float *restrict ends = rows->end + from;
    const float *restrict lefts = rows->left + from;
    const float *restrict left_shares = rows->left_share + from;
    const float *restrict per_days = rows->per_day + from;
    const float *restrict own_per_days = rows->own_per_day + from;
    const float end = rows->end[row];
    const float left = rows->left[row];
    const float left_share = rows->left_share[row];
    const float per_day = rows->per_day[row];
    const float own_per_day = rows->own_per_day[row];
#pragma omp simd
    for (size_t i = 0; i < count; i++) {
        float days = smaller(end, ends[i]) - starts[i];
        float score = smaller(left, lefts[i]) * days * larger(per_day, per_days[i]);
        float part_x = left_share * smaller(1.0F, days * own_per_day);
        float part_y = left_shares[i] * smaller(1.0F, days * own_per_days[i]);
        bounds[i] = larger(score, larger(part_x, part_y));
    }
}

/* Keep those whose bound times likeness reaches the threshold: their rows, in `kept`. */
static uint32_t sift(const worker *w, uint32_t row, uint32_t from, uint32_t count,
                     const float *bounds, uint32_t *kept)
{
    const sel_table_rows *rows = &w->table->rows;
    const float *kinds = sel_likeness_row(&w->table->kinds, rows->kinds[row]);
    const float *for_whom = sel_likeness_row(&w->table->for_whom, rows->for_whom[row]);
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t y = from + i;
        kept[found] = y;
        found += bounds[i] * kinds[rows->kinds[y]] * for_whom[rows->for_whom[y]] >= w->threshold;
    }
    return found;
}

/* The same bound where all that the two may share is here; y starts no earlier than x. */
static bool may_reach_here(const worker *w, uint32_t x, uint32_t y)
{
    const sel_table_rows *rows = &w->table->rows;
    uint32_t bins = rows->signature[x] & rows->signature[y];
    if ((bins & (bins - 1)) != 0)
        return true;
    float days = smaller(rows->end[x], rows->end[y]) - rows->start[y];
    float score =
        smaller(rows->here[x], rows->here[y]) * days * larger(rows->per_day[x], rows->per_day[y]);
    float part_x = rows->here_share[x] * smaller(1.0F, days * rows->own_per_day[x]);
    float part_y = rows->here_share[y] * smaller(1.0F, days * rows->own_per_day[y]);
    float alike = sel_likeness_row(&w->table->kinds, rows->kinds[x])[rows->kinds[y]] *
                  sel_likeness_row(&w->table->for_whom, rows->for_whom[x])[rows->for_whom[y]];
    return larger(score, larger(part_x, part_y)) * alike >= w->threshold;
}

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

static void raise_most(worker *w, uint32_t programme, uint32_t concern)
{
    if (concern > w->found.most_ppm[programme])
        w->found.most_ppm[programme] = concern;
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
    bool chosen = sel_overlap_is_chosen(w->options->only, a->programme, b->programme);
    group in = group_of(w, a, b);
    sel_overlap_pair pair = {.a = sel_overlap_table_number(table, a),
                             .b = sel_overlap_table_number(table, b)};
    bool read = is_read(w, in, chosen, a, b);
    if (read) {
        sel_score_strength(a, b, table->reds.model, &pair);
        sel_pair_read(a, b, linked, &table->reds, &pair);
    }
    count_pair(&w->found.all, in, pair.certain);
    if (chosen)
        count_pair(&w->found.chosen, in, pair.certain);
    if (in == COMPARED) {
        uint32_t concern = sel_pair_concern(&pair);
        raise_most(w, pair.a, concern);
        raise_most(w, pair.b, concern);
    }
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

/* First row of those from `from` on, in order of their start, that does not start before a day. */
static uint32_t first_from_day(const float *starts, uint32_t from, uint32_t end, float day)
{
    while (from < end) {
        uint32_t middle = from + (end - from) / 2;
        if (starts[middle] < day)
            from = middle + 1;
        else
            end = middle;
    }
    return from;
}

/* Meet one row with the rows after it that start before it ends. */
static void sweep_row(worker *w, uint32_t rank, uint32_t row, uint32_t end)
{
    const sel_table_rows *rows = &w->table->rows;
    uint32_t to = first_from_day(rows->start, row + 1, end, rows->end[row]);
    for (uint32_t from = row + 1; from < to; from += BATCH) {
        float bounds[BATCH];
        uint32_t kept[BATCH];
        const sel_side *others[BATCH];
        uint32_t count = to - from < BATCH ? to - from : BATCH;
        uint32_t close = 0;
        bound_all(rows, row, from, count, bounds);
        uint32_t found = sift(w, row, from, count, bounds, kept);
        for (uint32_t i = 0; i < found; i++) {
            if (!may_reach_here(w, row, kept[i]))
                continue;
            others[close] = w->table->sides[rows->side[kept[i]]];
            fetch(others[close++]);
        }
        examine_all(w, rank, w->table->sides[rows->side[row]], others, close);
    }
    w->found.compared += to - row - 1;
}

static void sweep_tile(worker *w, const tile *rows)
{
    uint32_t rank = w->table->places.ranks[rows->place];
    uint32_t end = w->table->places.first[rows->place + 1];
    for (uint32_t row = rows->from; row < rows->to; row++)
        sweep_row(w, rank, row, end);
}

static tile *cut_tiles(const sel_places *places, uint32_t *count, sel_arena *scratch)
{
    size_t most = (size_t)places->count + places->first[places->count] / TILE_ROWS;
    tile *tiles = sel_arena_array(scratch, most, sizeof *tiles);
    *count = 0;
    for (uint32_t place = 0; place < places->count; place++) {
        uint32_t end = places->first[place + 1];
        for (uint32_t from = places->first[place]; from < end; from += TILE_ROWS)
            tiles[(*count)++] =
                (tile){place, from, end - from > TILE_ROWS ? from + TILE_ROWS : end};
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
    all->compared += part->compared;
    for (int list = 0; list < SEL_OVERLAP_LISTS; list++)
        merge_list(all, part, list);
    for (uint32_t i = 0; i < programme_count; i++)
        if (part->most_ppm[i] > all->most_ppm[i])
            all->most_ppm[i] = part->most_ppm[i];
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

static worker start_worker(const sel_overlap_table *table, const sel_overlap_options *options)
{
    worker w = {.table = table, .options = options};
    w.threshold = (float)sel_pair_threshold(table->reds.model) / SEL_PPM * 0.9999F;
    size_t programmes = (size_t)table->study->programme_count + 1;
    start_lists(&w.found, options);
    w.found.most_ppm = sel_memory_resize(NULL, programmes, sizeof *w.found.most_ppm);
    memset(w.found.most_ppm, 0, programmes * sizeof *w.found.most_ppm);
    return w;
}

sel_sweep sel_sweep_places(const sel_overlap_table *table, const sel_overlap_options *options,
                           sel_arena *arena)
{
    sel_arena *scratch = sel_arena_create();
    uint32_t tile_count = 0;
    const tile *tiles = cut_tiles(&table->places, &tile_count, scratch);
    sel_sweep all = {
        .most_ppm = sel_arena_array(arena, table->study->programme_count, sizeof *all.most_ppm)};
    start_lists(&all, options);
    int threads = options->threads > 0 ? options->threads : omp_get_max_threads();
#pragma omp parallel num_threads(threads)
    {
        worker w = start_worker(table, options);
#pragma omp for schedule(dynamic) nowait
        for (uint32_t i = 0; i < tile_count; i++)
            sweep_tile(&w, &tiles[i]);
#pragma omp critical
        merge(&all, &w.found, table->study->programme_count);
        sel_sweep_destroy(&w.found);
        sel_memory_resize(w.found.most_ppm, 0, 1);
    }
    for (int list = 0; list < SEL_OVERLAP_LISTS; list++)
        sel_strongest_sort(&all.lists[list]);
    sel_arena_destroy(scratch);
    return all;
}
