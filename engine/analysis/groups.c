#include "analysis/groups.h"

sel_groups sel_groups_start(const sel_study *study, const uint64_t *preference, sel_arena *arena)
{
    uint32_t all = study->programme_count;
    sel_groups groups = {.study = study,
                         .preference = preference,
                         .told_by = sel_arena_array(arena, all, sizeof *groups.told_by),
                         .next = sel_arena_array(arena, all, sizeof *groups.next),
                         .why = sel_arena_array(arena, all, sizeof *groups.why),
                         .by = sel_arena_array(arena, all, sizeof *groups.by)};
    for (uint32_t p = 0; p < all; p++)
        groups.told_by[p] = groups.next[p] = p;
    return groups;
}

uint32_t sel_groups_root(const sel_groups *groups, uint32_t record)
{
    uint32_t *told_by = groups->told_by;
    while (told_by[record] != record) {
        told_by[record] = told_by[told_by[record]];
        record = told_by[record];
    }
    return record;
}

const sel_record_decision *sel_groups_decision(const sel_groups *groups, uint32_t a, uint32_t b)
{
    const sel_record_decision *same = NULL;
    if (groups->study->decision_count == 0)
        return NULL;
    uint32_t x = a;
    do {
        uint32_t y = b;
        do {
            const sel_record_decision *decision = sel_study_decision_between(groups->study, x, y);
            if (decision != NULL && decision->verdict != SEL_RECORDS_SAME)
                return decision;
            same = decision != NULL ? decision : same;
            y = groups->next[y];
        } while (y != b);
        x = groups->next[x];
    } while (x != a);
    return same;
}

static bool kept_apart(const sel_groups *groups, uint32_t a, uint32_t b)
{
    const sel_record_decision *decision = sel_groups_decision(groups, a, b);
    return decision != NULL && decision->verdict != SEL_RECORDS_SAME;
}

/* The better of two roots stands for both. */
static void join_roots(sel_groups *groups, uint32_t a, uint32_t b, const char *why,
                       const sel_lookalike *by)
{
    bool a_better = groups->preference[a] < groups->preference[b];
    uint32_t better = a_better ? a : b;
    uint32_t other = a_better ? b : a;
    groups->told_by[other] = better;
    groups->why[other] = why;
    groups->by[other] = by;
    uint32_t ring = groups->next[a];
    groups->next[a] = groups->next[b];
    groups->next[b] = ring;
}

void sel_groups_join(sel_groups *groups, uint32_t a, uint32_t b, const char *why)
{
    a = sel_groups_root(groups, a);
    b = sel_groups_root(groups, b);
    if (a != b && !kept_apart(groups, a, b))
        join_roots(groups, a, b, why, NULL);
}

/* Whether nothing keeps one record of a group from being one with a record of another. */
static bool may_be_one(const sel_groups *groups, const sel_lookalikes *pairs, const bool *judged,
                       uint32_t x, uint32_t y)
{
    const sel_study_programme *a = &groups->study->programmes[x];
    const sel_study_programme *b = &groups->study->programmes[y];
    if (a->register_name.len > 0 && sel_str_equal(a->register_name, b->register_name))
        return false;
    return !judged[x] || !judged[y] || sel_lookalikes_between(pairs, x, y) != NULL;
}

/* Every record of the one group with every one of the other. */
static bool all_agree(const sel_groups *groups, const sel_lookalikes *pairs, const bool *judged,
                      uint32_t a, uint32_t b)
{
    uint32_t x = a;
    do {
        uint32_t y = b;
        do {
            if (!may_be_one(groups, pairs, judged, x, y))
                return false;
            y = groups->next[y];
        } while (y != b);
        x = groups->next[x];
    } while (x != a);
    return true;
}

static int by_strength(const void *a, const void *b)
{
    const sel_lookalike *x = *(const sel_lookalike *const *)a;
    const sel_lookalike *y = *(const sel_lookalike *const *)b;
    if (x->sum != y->sum)
        return x->sum > y->sum ? -1 : 1;
    return (x > y) - (x < y); /* in one list, which is in study order */
}

void sel_groups_join_alike(sel_groups *groups, const sel_lookalikes *pairs, const bool *judged)
{
    sel_arena *scratch = sel_arena_create();
    const sel_lookalike **strongest = sel_arena_array(scratch, pairs->count, sizeof *strongest);
    uint32_t count = 0;
    for (uint32_t i = 0; i < pairs->count; i++)
        if (pairs->list[i].same)
            strongest[count++] = &pairs->list[i];
    qsort((void *)strongest, count, sizeof *strongest, by_strength);
    for (uint32_t i = 0; i < count; i++) {
        const sel_lookalike *pair = strongest[i];
        uint32_t a = sel_groups_root(groups, pair->a);
        uint32_t b = sel_groups_root(groups, pair->b);
        if (a != b && !kept_apart(groups, a, b) && all_agree(groups, pairs, judged, a, b))
            join_roots(groups, a, b, pair->reason, pair);
    }
    sel_arena_destroy(scratch);
}
