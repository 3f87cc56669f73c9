/** brute_overlap.h - every pair of a register compared by the definition, beside what the engine
 *  says of it: same pairs, same whole numbers. */
#ifndef SEL_TESTS_BRUTE_OVERLAP_H
#define SEL_TESTS_BRUTE_OVERLAP_H

#include "naive_overlap.h"

typedef struct brute_result {
    uint64_t reaching;  /**< pairs at the threshold, by the definition */
    uint64_t meetings;  /**< by the definition */
    uint64_t different; /**< pairs that only one of the two has, or has with other numbers */
} brute_result;

static inline int brute_by_pair(const void *x, const void *y)
{
    const sel_overlap_pair *p = x;
    const sel_overlap_pair *q = y;
    if (p->a != q->a)
        return p->a < q->a ? -1 : 1;
    return (p->b > q->b) - (p->b < q->b);
}

static inline bool brute_same(const naive_pair *wanted, const sel_overlap_pair *seen)
{
    uint32_t t_low = naive_most(seen->t_a_low_ppm, seen->t_b_low_ppm);
    uint32_t t_high = naive_most(seen->t_a_high_ppm, seen->t_b_high_ppm);
    return wanted->s_low == seen->s_low_ppm && wanted->s_high == seen->s_high_ppm &&
           wanted->t_low == t_low && wanted->t_high == t_high && wanted->certain == seen->certain &&
           wanted->money_low == seen->money_low && wanted->money_high == seen->money_high &&
           wanted->red_low == seen->red_low_ppm && wanted->red_high == seen->red_high_ppm &&
           wanted->reading == seen->reading;
}

/** Places that two programmes share. */
static inline uint64_t brute_meetings(const sel_study_programme *a, const sel_study_programme *b)
{
    uint64_t count = 0;
    for (uint32_t i = 0; i < a->place_count; i++)
        count += naive_place(b, a->places[i].recipient, a->places[i].capability) != NULL;
    return count;
}

/** S and T are A·G at most: days need not be counted where that is below the threshold. */
static inline bool brute_may_reach(const naive_case *all, uint32_t a, uint32_t b)
{
    const sel_study_programme *x = &all->study->programmes[a];
    const sel_study_programme *y = &all->study->programmes[b];
    uint64_t floor = all->study->model->overlap_likeness_floor_bp;
    uint64_t kinds_part, kinds_whole, for_part, for_whole;
    naive_likeness(x->kinds, y->kinds, floor, &kinds_part, &kinds_whole);
    naive_likeness(x->for_whom, y->for_whom, floor, &for_part, &for_whole);
    return (naive_wide)kinds_part * for_part * 10000 >=
           (naive_wide)kinds_whole * for_whole * all->study->model->overlap_threshold_bp;
}

/** The engine's overlap must list all pairs, of all time and within one donor too; programmes have
 *  no links. */
static inline brute_result brute_compare(const naive_case *all, const sel_overlap *overlap,
                                         sel_arena *arena)
{
    sel_overlap_pair *sorted = sel_arena_array(arena, overlap->pair_count, sizeof *sorted);
    memcpy(sorted, overlap->pairs, overlap->pair_count * sizeof *sorted);
    qsort(sorted, overlap->pair_count, sizeof *sorted, brute_by_pair);
    brute_result result = {0};
    uint32_t next = 0;
    const sel_study *study = all->study;
    for (uint32_t a = 0; a < study->programme_count; a++)
        for (uint32_t b = a + 1; b < study->programme_count; b++) {
            if (!all->records->counted[a] || !all->records->counted[b] ||
                !naive_meet(&study->programmes[a], &study->programmes[b]))
                continue;
            result.meetings += brute_meetings(&study->programmes[a], &study->programmes[b]);
            if (!brute_may_reach(all, a, b) || !naive_strength(all, a, b).reaches)
                continue;
            naive_pair wanted = naive_compare(all, a, b);
            result.reaching += 1;
            const sel_overlap_pair key = {.a = a, .b = b};
            while (next < overlap->pair_count && brute_by_pair(&sorted[next], &key) < 0)
                result.different += 1, next += 1;
            bool found = next < overlap->pair_count && brute_by_pair(&sorted[next], &key) == 0;
            result.different += !found || !brute_same(&wanted, &sorted[next]);
            next += found;
        }
    result.different += overlap->pair_count - next;
    return result;
}

#endif
