/* Which pairs of a list stand beneath one programme. */
#include "work/tell_pairs.h"

enum { PPM_PER_BASIS_POINT = 100 };

/* The side that the other lies in for the most part; SEL_NONE when there is none. */
static uint32_t container_of(const sel_overlap_pair *pair, uint32_t threshold)
{
    uint32_t a_in_b = pair->t_a_high_ppm;
    uint32_t b_in_a = pair->t_b_high_ppm;
    if (a_in_b >= threshold && a_in_b > b_in_a)
        return pair->b;
    if (b_in_a >= threshold && b_in_a > a_in_b)
        return pair->a;
    return SEL_NONE;
}

static int by_group(const void *x, const void *y)
{
    const sel_pair_row *left = x;
    const sel_pair_row *right = y;
    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    return (left->position > right->position) - (left->position < right->position);
}

/** What is known of the pairs that one programme contains. */
typedef struct contained {
    uint32_t first; /* position of the first of them */
    uint32_t count;
} contained;

const sel_pair_row *sel_pair_rows(const sel_assessment *assessment,
                                  const sel_overlap_listing *listing, sel_arena *arena)
{
    const sel_study *study = assessment->study;
    uint32_t threshold = study->model->overlap_threshold_bp * PPM_PER_BASIS_POINT;
    sel_arena *scratch = sel_arena_create();
    contained *groups = sel_arena_array(scratch, study->programme_count, sizeof *groups);
    sel_pair_row *rows = sel_arena_array(arena, listing->count, sizeof *rows);
    for (uint32_t i = 0; i < listing->count; i++) {
        const sel_overlap_pair *pair = &assessment->overlap.pairs[listing->first + i];
        rows[i] = (sel_pair_row){pair, container_of(pair, threshold), i, i};
        if (rows[i].container == SEL_NONE)
            continue;
        contained *group = &groups[rows[i].container];
        if (group->count++ == 0)
            group->first = i;
    }
    for (uint32_t i = 0; i < listing->count; i++) {
        if (rows[i].container == SEL_NONE)
            continue;
        const contained *group = &groups[rows[i].container];
        if (group->count < 2)
            rows[i].container = SEL_NONE;
        else
            rows[i].first = group->first;
    }
    if (listing->count > 1)
        qsort(rows, listing->count, sizeof *rows, by_group);
    sel_arena_destroy(scratch);
    return rows;
}
