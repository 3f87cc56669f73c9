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

/* Count a pair at the threshold that is only counted; false when it is to be read. */
static bool only_counted(worker *w, const sel_side *a, const sel_side *b)
{
    sel_sweep_counts *counts = &w->found.counts;
    uint64_t *count = NULL;
    if (a->programme->donor_count == 0 || b->programme->donor_count == 0)
        count = &counts->no_donor;
    else if (!w->options->within_donor && sel_side_shares_donor(a, b))
        count = &counts->within_donor;
    else if (!w->options->all_time && !sel_pair_in_window(w->table->study, a, b))
        count = &counts->outside;
    if (count == NULL)
        return false;
    *count += 1;
    return true;
}

static void raise_most(worker *w, uint32_t programme, uint32_t concern)
{
    if (concern > w->found.most_ppm[programme])
        w->found.most_ppm[programme] = concern;
}

/* Count, read and keep a pair that meets at a place and may reach the threshold; a before b. */
static void examine(worker *w, uint32_t rank, const sel_side *a, const sel_side *b)
{
    const sel_overlap_table *table = w->table;
    if (!sel_score_reaches_from(a, b, rank, table->reds.model))
        return;
    const sel_linked_pair *linked = link_of(table, a, b);
    if ((linked != NULL && linked->class != SEL_PAIR_OVERLAP) || only_counted(w, a, b))
        return;
    sel_overlap_pair pair = {.a = sel_overlap_table_number(table, a),
                             .b = sel_overlap_table_number(table, b)};
    sel_score_strength(a, b, table->reds.model, &pair);
    sel_pair_read(a, b, linked, &table->reds, &pair);
    w->found.counts.certain += pair.certain;
    w->found.counts.possible += !pair.certain;
    uint32_t concern = sel_pair_concern(&pair);
    raise_most(w, pair.a, concern);
    raise_most(w, pair.b, concern);
    sel_strong strong = {pair.reading, sel_score_strength_high(&pair), pair.a, pair.b};
    sel_strongest_offer(&w->found.strongest, &strong);
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
    w->found.counts.compared += to - row - 1;
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

/* Sums, maxima and the strongest of two sets do not depend on the order they come in. */
static void merge(sel_sweep *all, const sel_sweep *part, uint32_t programme_count)
{
    all->counts.certain += part->counts.certain;
    all->counts.possible += part->counts.possible;
    all->counts.within_donor += part->counts.within_donor;
    all->counts.no_donor += part->counts.no_donor;
    all->counts.outside += part->counts.outside;
    all->counts.compared += part->counts.compared;
    for (uint32_t i = 0; i < programme_count; i++)
        if (part->most_ppm[i] > all->most_ppm[i])
            all->most_ppm[i] = part->most_ppm[i];
    for (uint32_t i = 0; i < part->strongest.count; i++)
        sel_strongest_offer(&all->strongest, &part->strongest.pairs[i]);
}

static worker start_worker(const sel_overlap_table *table, const sel_overlap_options *options)
{
    worker w = {.table = table, .options = options};
    w.threshold = (float)sel_pair_threshold(table->reds.model) / SEL_PPM * 0.9999F;
    size_t programmes = (size_t)table->study->programme_count + 1;
    w.found.strongest = sel_strongest_create(options->top);
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
        .strongest = sel_strongest_create(options->top),
        .most_ppm = sel_arena_array(arena, table->study->programme_count, sizeof *all.most_ppm)};
    int threads = options->threads > 0 ? options->threads : omp_get_max_threads();
#pragma omp parallel num_threads(threads)
    {
        worker w = start_worker(table, options);
#pragma omp for schedule(dynamic) nowait
        for (uint32_t i = 0; i < tile_count; i++)
            sweep_tile(&w, &tiles[i]);
#pragma omp critical
        merge(&all, &w.found, table->study->programme_count);
        sel_strongest_destroy(&w.found.strongest);
        sel_memory_resize(w.found.most_ppm, 0, 1);
    }
    sel_strongest_sort(&all.strongest);
    sel_arena_destroy(scratch);
    return all;
}
