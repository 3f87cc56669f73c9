#include "analysis/overlap/sift.h"

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
static uint32_t sift(const sel_overlap_table *table, float threshold, uint32_t row, uint32_t from,
                     uint32_t count, const float *bounds, uint32_t *kept)
{
    const sel_table_rows *rows = &table->rows;
    const float *kinds = sel_likeness_row(&table->kinds, rows->kinds[row]);
    const float *for_whom = sel_likeness_row(&table->for_whom, rows->for_whom[row]);
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t y = from + i;
        kept[found] = y;
        found += bounds[i] * kinds[rows->kinds[y]] * for_whom[rows->for_whom[y]] >= threshold;
    }
    return found;
}

/* The same bound where all that the two may share is here; y starts no earlier than x. */
static bool may_reach_here(const sel_overlap_table *table, float threshold, uint32_t x, uint32_t y)
{
    const sel_table_rows *rows = &table->rows;
    uint32_t bins = rows->signature[x] & rows->signature[y];
    if ((bins & (bins - 1)) != 0)
        return true;
    float days = smaller(rows->end[x], rows->end[y]) - rows->start[y];
    float score =
        smaller(rows->here[x], rows->here[y]) * days * larger(rows->per_day[x], rows->per_day[y]);
    float part_x = rows->here_share[x] * smaller(1.0F, days * rows->own_per_day[x]);
    float part_y = rows->here_share[y] * smaller(1.0F, days * rows->own_per_day[y]);
    float alike = sel_likeness_row(&table->kinds, rows->kinds[x])[rows->kinds[y]] *
                  sel_likeness_row(&table->for_whom, rows->for_whom[x])[rows->for_whom[y]];
    return larger(score, larger(part_x, part_y)) * alike >= threshold;
}

uint32_t sel_sift(const sel_overlap_table *table, float threshold, uint32_t row, uint32_t from,
                  uint32_t count, uint32_t *kept)
{
    float bounds[SEL_SIFT_BATCH];
    bound_all(&table->rows, row, from, count, bounds);
    uint32_t passed = sift(table, threshold, row, from, count, bounds, kept);
    uint32_t close = 0;
    for (uint32_t i = 0; i < passed; i++)
        if (may_reach_here(table, threshold, row, kept[i]))
            kept[close++] = kept[i];
    return close;
}

uint32_t sel_sift_first_from(const sel_table_rows *rows, uint32_t from, uint32_t end, float day)
{
    while (from < end) {
        uint32_t middle = from + (end - from) / 2;
        if (rows->start[middle] < day)
            from = middle + 1;
        else
            end = middle;
    }
    return from;
}
