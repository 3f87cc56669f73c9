#include "analysis/lookalike_scopes.h"

#include "analysis/lookalike_judge.h"
#include "analysis/order.h"

/* A record with one of its donors. In a group those with imprecise dates stand first, then they go
 * by start. */
typedef struct scope_key {
    uint32_t donor;
    uint32_t recipients; /* mixed: equal ones may still differ */
    uint32_t programme;
    bool precise;
    sel_day start; /* the first day without dates */
} scope_key;

static int by_scope(const void *a, const void *b)
{
    const scope_key *x = a;
    const scope_key *y = b;
    if (x->donor != y->donor)
        return x->donor < y->donor ? -1 : 1;
    if (x->recipients != y->recipients)
        return x->recipients < y->recipients ? -1 : 1;
    if (x->precise != y->precise)
        return x->precise ? 1 : -1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->programme > y->programme) - (x->programme < y->programme);
}

static uint32_t mix_recipients(const sel_study_programme *of)
{
    uint32_t mixed = 2166136261U; /* FNV-1a */
    for (uint32_t i = 0; i < of->place_count; i++)
        if (i == 0 || of->places[i].recipient != of->places[i - 1].recipient)
            mixed = (mixed ^ of->places[i].recipient) * 16777619U;
    return mixed;
}

static scope_key key_of(const sel_study *study, uint32_t programme)
{
    const sel_study_programme *of = &study->programmes[programme];
    return (scope_key){.recipients = mix_recipients(of),
                       .programme = programme,
                       .precise = !sel_dates_are_imprecise(of),
                       .start = of->dated ? of->start_low : SEL_DAY_FIRST};
}

static bool has_scope(const sel_study *study, const bool *wanted, uint32_t programme)
{
    return wanted[programme] && study->programmes[programme].place_count > 0;
}

/* Where the keys of each donor begin; one more at the end. */
static uint32_t *count_keys(const sel_study *study, const bool *wanted, sel_arena *arena)
{
    uint32_t *begins =
        sel_arena_array(arena, (size_t)study->organisation_count + 1, sizeof *begins);
    for (uint32_t p = 0; p < study->programme_count; p++)
        for (uint32_t i = 0; has_scope(study, wanted, p) && i < study->programmes[p].donor_count;
             i++)
            begins[study->programmes[p].donors[i] + 1]++;
    for (uint32_t donor = 0; donor < study->organisation_count; donor++)
        begins[donor + 1] += begins[donor];
    return begins;
}

/* Keys of all donors, sorted; returns how many. */
static uint32_t list_keys(const sel_study *study, const bool *wanted, const scope_key **sorted,
                          sel_arena *arena)
{
    uint32_t *ends = count_keys(study, wanted, arena);
    uint32_t count = ends[study->organisation_count];
    scope_key *list = sel_arena_array(arena, count, sizeof *list);
    for (uint32_t p = 0; p < study->programme_count; p++) {
        if (!has_scope(study, wanted, p))
            continue;
        scope_key key = key_of(study, p);
        for (uint32_t i = 0; i < study->programmes[p].donor_count; i++) {
            key.donor = study->programmes[p].donors[i];
            list[ends[key.donor]++] = key; /* each donor's beginning becomes its end */
        }
    }
#pragma omp parallel for schedule(dynamic) if (count > SEL_WORTH_THREADS)
    for (uint32_t donor = 0; donor < study->organisation_count; donor++) {
        uint32_t begin = donor == 0 ? 0 : ends[donor - 1];
        qsort(list + begin, ends[donor] - begin, sizeof *list, by_scope);
    }
    *sorted = list;
    return count;
}

static sel_lookalike_scope look_at(const sel_study *study, const sel_lookalike_scope *of,
                                   sel_arena *scratch)
{
    const sel_study_programme *programme = &study->programmes[of->programme];
    sel_lookalike_scope look = *of;
    look.start = programme->dated ? programme->start_low : SEL_DAY_FIRST;
    look.end = programme->dated ? programme->end_high : SEL_DAY_LAST;
    look.title = sel_title_sketch_of(programme->title, scratch);
    return look;
}

static void look_at_all(const sel_study *study, sel_lookalike_scopes *all)
{
#pragma omp parallel if (all->count > SEL_WORTH_THREADS)
    {
        sel_arena *scratch = sel_arena_create();
#pragma omp for schedule(static)
        for (uint32_t i = 0; i < all->count; i++)
            all->list[i] = look_at(study, &all->list[i], scratch);
        sel_arena_destroy(scratch);
    }
}

/* Groups in which all dates are precise, and records that are alone, are left out. */
sel_lookalike_scopes sel_lookalike_scopes_make(const sel_study *study, const bool *wanted,
                                               sel_arena *arena)
{
    const scope_key *keys;
    uint32_t count = list_keys(study, wanted, &keys, arena);
    sel_lookalike_scopes all = {.list = sel_arena_array(arena, count, sizeof *all.list)};
    for (uint32_t i = 0; i < count;) {
        uint32_t end = i + 1;
        while (end < count && keys[end].donor == keys[i].donor &&
               keys[end].recipients == keys[i].recipients)
            end++;
        bool idle = keys[i].precise || end - i < 2;
        uint32_t group_end = all.count + end - i;
        for (; i < end; i++)
            if (!idle)
                all.list[all.count++] = (sel_lookalike_scope){.programme = keys[i].programme,
                                                              .group_end = group_end,
                                                              .precise = keys[i].precise};
    }
    look_at_all(study, &all);
    return all;
}
