#include "analysis/lookalike.h"

#include "analysis/lookalike_judge.h"
#include "analysis/order.h"
#include "analysis/places.h"

#include <omp.h>

enum { SHARED_TENTHS = 7, TILE_ROWS = 2048 };

/* A record at one of its rare places. The signs of its parties rule out quickly that two have one
 * in common; who names no donor has all of them. */
typedef struct row {
    uint32_t programme;
    uint32_t rank; /* of the place */
    sel_day start;
    uint32_t donors;
    uint32_t implementers;
} row;

/* Records at their rare places: rows by place, rarest place first, then by start. */
typedef struct rows {
    row *list;
    uint32_t count;
    const uint32_t *prefix; /* ranks of a record's rare places, ascending */
    const uint32_t *first;  /* per programme: where its ranks begin; one more at the end */
} rows;

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

static uint32_t sign_of(uint32_t organisation)
{
    return (uint32_t)1 << (organisation * 0x9E3779B1U >> 27);
}

static row row_of(const sel_study *study, uint32_t programme)
{
    const sel_study_programme *of = &study->programmes[programme];
    row r = {.programme = programme, .start = of->start_low};
    for (uint32_t i = 0; i < of->donor_count; i++)
        r.donors |= sign_of(of->donors[i]);
    if (of->donor_count == 0)
        r.donors = UINT32_MAX;
    for (uint32_t i = 0; i < of->party_count; i++)
        if (of->parties[i].role == SEL_ROLE_IMPLEMENTING)
            r.implementers |= sign_of(of->parties[i].organisation);
    return r;
}

/* Ranks of the places of a record that come before less than 7/10 of its effort is left: two with
 * 7/10 of the larger effort in common share one of these, as else all they share would be left over
 * in the one whose rare places end first. Returns how many. */
static uint32_t prefix_of(const sel_study_programme *of, const sel_places *places, uint64_t *rarest,
                          uint32_t *ranks)
{
    uint64_t effort = 0;
    for (uint32_t i = 0; i < of->place_count; i++)
        effort += of->places[i].effort_high;
    uint32_t count = sel_places_rarest_first(places, of, SEL_PLACES_EFFORT, rarest);
    uint64_t left = effort;
    uint32_t taken = 0;
    for (; taken < count && left * 10 >= effort * SHARED_TENTHS; taken++) {
        ranks[taken] = (uint32_t)(rarest[taken] >> 32);
        left -= of->places[(uint32_t)rarest[taken]].effort_high;
    }
    return taken;
}

static void find_prefixes(const sel_study *study, const bool *wanted, const sel_places *places,
                          rows *all, sel_arena *scratch)
{
    uint32_t programmes = study->programme_count;
    size_t entries = 0;
    uint32_t most = 0;
    for (uint32_t p = 0; p < programmes; p++) {
        uint32_t count = study->programmes[p].place_count;
        entries += wanted[p] ? count : 0;
        most = count > most ? count : most;
    }
    uint64_t *rarest = sel_arena_array(scratch, most, sizeof *rarest);
    uint32_t *prefix = sel_arena_array(scratch, entries, sizeof *prefix);
    uint32_t *first = sel_arena_array(scratch, (size_t)programmes + 1, sizeof *first);
    for (uint32_t p = 0; p < programmes; p++) {
        first[p + 1] = first[p];
        if (wanted[p] && study->programmes[p].dated)
            first[p + 1] += prefix_of(&study->programmes[p], places, rarest, &prefix[first[p]]);
    }
    all->prefix = prefix;
    all->first = first;
    all->count = first[programmes];
}

static int by_start(const void *a, const void *b)
{
    const row *x = a;
    const row *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->programme > y->programme) - (x->programme < y->programme);
}

static rows make_rows(const sel_study *study, const bool *wanted, sel_arena *scratch)
{
    rows all = {0};
    sel_places places = sel_places_number(study, wanted, SEL_PLACES_EFFORT, scratch);
    find_prefixes(study, wanted, &places, &all, scratch);
    uint32_t *ends = sel_arena_array(scratch, (size_t)places.count + 1, sizeof *ends);
    for (uint32_t i = 0; i < all.count; i++)
        ends[all.prefix[i] + 1]++;
    for (uint32_t rank = 0; rank < places.count; rank++)
        ends[rank + 1] += ends[rank];
    all.list = sel_arena_array(scratch, all.count, sizeof *all.list);
    for (uint32_t p = 0; p < study->programme_count; p++) {
        row r = row_of(study, p);
        for (uint32_t i = all.first[p]; i < all.first[p + 1]; i++) {
            r.rank = all.prefix[i];
            all.list[ends[r.rank]++] = r; /* each place's start becomes its end */
        }
    }
#pragma omp parallel for schedule(dynamic)
    for (uint32_t rank = 0; rank < places.count; rank++) {
        uint32_t begin = rank == 0 ? 0 : ends[rank - 1];
        qsort(all.list + begin, ends[rank] - begin, sizeof *all.list, by_start);
    }
    return all;
}

/* Whether this is the first of the rare places that both records have: there they are judged. */
static bool meet_first_at(const rows *all, uint32_t rank, uint32_t a, uint32_t b)
{
    uint32_t i = all->first[a];
    uint32_t j = all->first[b];
    while (all->prefix[i] != all->prefix[j]) {
        if (all->prefix[i] < all->prefix[j])
            i++;
        else
            j++;
    }
    return all->prefix[i] == rank;
}

static void meet_at_place(search *s, const rows *all, uint32_t i)
{
    const row *x = &all->list[i];
    uint32_t kept = 0;
    for (uint32_t j = i + 1; j < all->count && kept < SEL_LOOKALIKES_MOST; j++) {
        const row *y = &all->list[j];
        if (y->rank != x->rank || y->start - x->start > SEL_NEAR_START_DAYS)
            break;
        if (((x->donors & y->donors) | (x->implementers & y->implementers)) != 0 &&
            meet_first_at(all, x->rank, x->programme, y->programme))
            kept += judge(s, x->programme, y->programme);
    }
}

/* --- by scope --- */

/* A record with one of its donors. In a group those with imprecise dates stand first, then they go
 * by start. */
typedef struct scope_key {
    uint32_t donor;
    uint32_t recipients; /* mixed: equal ones may still differ */
    uint32_t programme;
    bool precise;
    sel_day start; /* the first day without dates */
} scope_key;

/* The same with what rules out quickly that it is like another of its group. */
typedef struct scope {
    uint32_t programme;
    uint32_t group_end; /* where the next group begins */
    bool precise;
    sel_day start; /* days that it may last; all days without dates */
    sel_day end;
    sel_title_sketch title;
} scope;

typedef struct scopes {
    scope *list;
    uint32_t count;
} scopes;

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

static uint32_t list_keys(const sel_study *study, const bool *wanted, scope_key **list,
                          sel_arena *scratch)
{
    size_t most = 0;
    for (uint32_t p = 0; p < study->programme_count; p++)
        most += wanted[p] ? study->programmes[p].donor_count : 0;
    *list = sel_arena_array(scratch, most, sizeof **list);
    uint32_t count = 0;
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *of = &study->programmes[p];
        if (!wanted[p] || of->place_count == 0)
            continue;
        scope_key key = {.recipients = mix_recipients(of),
                         .programme = p,
                         .precise = !sel_dates_are_imprecise(of),
                         .start = of->dated ? of->start_low : SEL_DAY_FIRST};
        for (uint32_t i = 0; i < of->donor_count; i++) {
            key.donor = of->donors[i];
            (*list)[count++] = key;
        }
    }
    qsort(*list, count, sizeof **list, by_scope);
    return count;
}

static scope look_at(const sel_study *study, const scope *of, sel_arena *scratch)
{
    const sel_study_programme *programme = &study->programmes[of->programme];
    scope look = *of;
    look.start = programme->dated ? programme->start_low : SEL_DAY_FIRST;
    look.end = programme->dated ? programme->end_high : SEL_DAY_LAST;
    look.title = sel_title_sketch_of(programme->title, scratch);
    return look;
}

static void look_at_all(const sel_study *study, scopes *all)
{
#pragma omp parallel
    {
        sel_arena *scratch = sel_arena_create();
#pragma omp for schedule(static)
        for (uint32_t i = 0; i < all->count; i++)
            all->list[i] = look_at(study, &all->list[i], scratch);
        sel_arena_destroy(scratch);
    }
}

/* Groups in which all dates are precise, and records that are alone, are left out. */
static scopes make_scopes(const sel_study *study, const bool *wanted, sel_arena *scratch)
{
    scope_key *keys;
    uint32_t count = list_keys(study, wanted, &keys, scratch);
    scopes all = {.list = sel_arena_array(scratch, count, sizeof *all.list)};
    for (uint32_t i = 0; i < count;) {
        uint32_t end = i + 1;
        while (end < count && keys[end].donor == keys[i].donor &&
               keys[end].recipients == keys[i].recipients)
            end++;
        bool idle = keys[i].precise || end - i < 2;
        uint32_t group_end = all.count + end - i;
        for (; i < end; i++)
            if (!idle)
                all.list[all.count++] = (scope){.programme = keys[i].programme,
                                                .group_end = group_end,
                                                .precise = keys[i].precise};
    }
    look_at_all(study, &all);
    return all;
}

/* Compare a record with imprecise dates with all behind it in its group. */
static void meet_in_scope(search *s, const scopes *all, uint32_t i)
{
    const scope *x = &all->list[i];
    uint32_t kept = 0;
    for (uint32_t j = i + 1; !x->precise && j < x->group_end && kept < SEL_LOOKALIKES_MOST; j++) {
        const scope *y = &all->list[j];
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
static search find_all(const sel_study *study, const sel_rarity *rarity, const rows *places,
                       const scopes *groups)
{
    search all = {0};
#pragma omp parallel
    {
        search own = {.judge = sel_judge_open(study, rarity)};
#pragma omp for schedule(dynamic, TILE_ROWS) nowait
        for (uint32_t i = 0; i < places->count; i++)
            meet_at_place(&own, places, i);
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
    rows places = make_rows(study, wanted, scratch);
    scopes groups = make_scopes(study, wanted, scratch);
    search found = find_all(study, rarity, &places, &groups);
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
