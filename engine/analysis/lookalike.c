#include "analysis/lookalike.h"

#include "analysis/lookalike_judge.h"
#include "analysis/lookalike_rows.h"
#include "analysis/lookalike_scopes.h"
#include "analysis/lookalike_sift.h"
#include "analysis/order.h"

enum { TILE_ROWS = 2048, TILE_CROWD = 64 };

/* One thread's share of the search. */
typedef struct search {
    sel_judge judge;
    sel_lookalike *list; /* found so far; freed when done */
    uint32_t count;
    uint32_t room;
} search;

/* Judge a pair and keep it when it is anything; whether it was. */
static bool judge(search *s, uint32_t a, uint32_t b)
{
    sel_judgement judgement = sel_judge_pair(&s->judge, a, b);
    if (judgement.likeness == SEL_DIFFERENT)
        return false;
    if (s->count == s->room) {
        s->room = s->room == 0 ? 1024 : s->room * 2;
        s->list = sel_memory_resize(s->list, s->room, sizeof *s->list);
    }
    s->list[s->count++] = (sel_lookalike){.a = a < b ? a : b,
                                          .b = a < b ? b : a,
                                          .sum = judgement.sum,
                                          .same = judgement.likeness == SEL_SAME,
                                          .reason = judgement.reason};
    return true;
}

/* --- by structure --- */

static void meet_at_place(search *s, const sel_lookalike_rows *all, uint32_t i)
{
    const sel_lookalike_row *x = &all->list[i];
    uint32_t kept = 0;
    for (uint32_t j = i + 1; j < all->count && kept < SEL_LOOKALIKES_MOST; j++) {
        const sel_lookalike_row *y = &all->list[j];
        if (y->rank != x->rank || y->start - x->start > SEL_NEAR_START_DAYS)
            break;
        if (((x->donors & y->donors) | (x->implementers & y->implementers)) != 0 &&
            sel_lookalike_rows_meet_at(all, x->rank, x->programme, y->programme))
            kept += judge(s, x->programme, y->programme);
    }
}

/* The same at a crowded place, where most of those near in start are sifted out first. */
static void meet_in_crowd(search *s, const sel_lookalike_rows *all, const sel_lookalike_sift *sift,
                          uint32_t i)
{
    const sel_lookalike_row *x = &all->list[sift->row[i]];
    uint32_t near[SEL_LOOKALIKE_BATCH];
    uint32_t kept = 0;
    uint32_t until = sift->until[i];
    for (uint32_t from = i + 1; from < until && kept < SEL_LOOKALIKES_MOST;
         from += SEL_LOOKALIKE_BATCH) {
        uint32_t left = until - from;
        uint32_t count = sel_lookalike_sift_rows(
            sift, i, from, left < SEL_LOOKALIKE_BATCH ? left : SEL_LOOKALIKE_BATCH, near);
        for (uint32_t j = 0; j < count && kept < SEL_LOOKALIKES_MOST; j++) {
            const sel_lookalike_row *y = &all->list[sift->row[near[j]]];
            if (sel_lookalike_rows_meet_at(all, x->rank, x->programme, y->programme))
                kept += judge(s, x->programme, y->programme);
        }
    }
}

/* --- by scope --- */

/* Compare a record with imprecise dates with all behind it in its group. */
static void meet_in_scope(search *s, const sel_lookalike_scopes *all, uint32_t i)
{
    const sel_lookalike_scope *x = &all->list[i];
    uint32_t kept = 0;
    for (uint32_t j = i + 1; !x->precise && j < x->group_end && kept < SEL_LOOKALIKES_MOST; j++) {
        const sel_lookalike_scope *y = &all->list[j];
        if (y->precise && y->start >= x->end)
            break; /* and so do all behind it */
        if (x->start < y->end && y->start < x->end &&
            sel_title_may_be_alike(&x->title, &y->title, SEL_WEIGH_TITLE_ALIKE_PPM))
            kept += judge(s, x->programme, y->programme);
    }
}

/* --- all --- */

static int by_pair(const void *a, const void *b)
{
    const sel_lookalike *x = a;
    const sel_lookalike *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

static void append(search *all, const search *part)
{
    uint32_t count = all->count + part->count;
    if (part->count == 0)
        return;
    all->list = sel_memory_resize(all->list, count, sizeof *all->list);
    memcpy(all->list + all->count, part->list, part->count * sizeof *all->list);
    all->count = count;
}

/* What is found does not depend on who finds it: pairs are sorted afterwards. */
static search find_all(const sel_study *study, const sel_rarity *rarity,
                       const sel_lookalike_rows *places, const sel_lookalike_sift *crowds,
                       const sel_lookalike_scopes *groups)
{
    search all = {0};
#pragma omp parallel if (places->count + groups->count > SEL_WORTH_THREADS)
    {
        search own = {.judge = sel_judge_open(study, rarity)};
#pragma omp for schedule(dynamic, TILE_ROWS) nowait
        for (uint32_t i = 0; i < places->count; i++)
            if (!crowds->crowded[i])
                meet_at_place(&own, places, i);
#pragma omp for schedule(dynamic, TILE_CROWD) nowait
        for (uint32_t i = 0; i < crowds->count; i++)
            meet_in_crowd(&own, places, crowds, i);
#pragma omp for schedule(dynamic, TILE_ROWS) nowait
        for (uint32_t i = 0; i < groups->count; i++)
            meet_in_scope(&own, groups, i);
#pragma omp critical
        append(&all, &own);
        sel_memory_resize(own.list, 0, 1);
        sel_judge_close(&own.judge);
    }
    return all;
}

sel_lookalikes sel_lookalikes_find(const sel_study *study, const sel_rarity *rarity,
                                   const bool *wanted, sel_arena *arena)
{
    sel_arena *scratch = sel_arena_create();
    sel_lookalike_rows places = sel_lookalike_rows_make(study, wanted, scratch);
    sel_lookalike_sift crowds =
        sel_lookalike_sift_make(study, rarity, &places, SEL_LOOKALIKE_CROWD, scratch);
    sel_lookalike_scopes groups = sel_lookalike_scopes_make(study, wanted, scratch);
    search found = find_all(study, rarity, &places, &crowds, &groups);
    sel_arena_destroy(scratch);
    if (found.count > 1)
        qsort(found.list, found.count, sizeof *found.list, by_pair);
    sel_lookalike *list = sel_arena_array(arena, found.count, sizeof *list);
    uint32_t count = 0;
    for (uint32_t i = 0; i < found.count; i++)
        if (count == 0 || by_pair(&list[count - 1], &found.list[i]) != 0)
            list[count++] = found.list[i];
    sel_memory_resize(found.list, 0, 1);
    return (sel_lookalikes){list, count};
}

const sel_lookalike *sel_lookalikes_between(const sel_lookalikes *pairs, uint32_t a, uint32_t b)
{
    const sel_lookalike wanted = {.a = a < b ? a : b, .b = a < b ? b : a};
    uint32_t low = 0;
    uint32_t high = pairs->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = by_pair(&pairs->list[middle], &wanted);
        if (order == 0)
            return &pairs->list[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
