#include "analysis/donor_pairs.h"

#include "analysis/order.h"

/** What one donor has in common with the donors after it. */
typedef struct meeting {
    sel_wide common; /* Σ min(a·B, b·A) with the totals A, B */
    uint32_t places;
} meeting;

/** The most similar pairs so far: up to twice as many as wanted, cut back when full. */
typedef struct leaders {
    sel_donor_pair *list;
    uint32_t count;
    uint32_t top;
} leaders;

static int by_similarity(const void *left, const void *right)
{
    const sel_donor_pair *x = left;
    const sel_donor_pair *y = right;
    if (x->similarity_ppm != y->similarity_ppm)
        return x->similarity_ppm > y->similarity_ppm ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

static void cut_back(leaders *most)
{
    if (most->count > 1)
        qsort(most->list, most->count, sizeof *most->list, by_similarity);
    if (most->count > most->top)
        most->count = most->top;
}

static void add_pair(leaders *most, sel_donor_pair pair)
{
    if (most->count == 2 * most->top)
        cut_back(most);
    most->list[most->count++] = pair;
}

/* Meet the donors that stand after donor a at one of its places: shares of a place ascend by
 * donor. Returns how many of them are new. */
static uint32_t meet_at(const sel_shares_by_donor *by_donor, uint32_t position, meeting *meetings,
                        uint32_t *met)
{
    const sel_donor_shares *shares = by_donor->shares;
    const sel_donor_share *own = &shares->list[position];
    uint64_t own_total = by_donor->totals[own->donor];
    uint32_t count = 0;
    for (uint32_t i = position + 1; i < shares->count; i++) {
        const sel_donor_share *other = &shares->list[i];
        if (other->recipient != own->recipient || other->capability != own->capability ||
            other->donor == SEL_NONE)
            break;
        sel_wide theirs = (sel_wide)other->amount * own_total;
        sel_wide ours = (sel_wide)own->amount * by_donor->totals[other->donor];
        meeting *with = &meetings[other->donor];
        if (with->places == 0)
            met[count++] = other->donor;
        with->common += theirs < ours ? theirs : ours;
        with->places++;
    }
    return count;
}

/* All pairs exactly, the most similar kept. */
static void list_pairs(const sel_shares_by_donor *by_donor, leaders *most, sel_arena *scratch)
{
    meeting *meetings = sel_arena_array(scratch, by_donor->donors, sizeof *meetings);
    uint32_t *met = sel_arena_array(scratch, by_donor->donors, sizeof *met);
    for (uint32_t a = 0; a < by_donor->donors; a++) {
        uint32_t count = 0;
        for (uint32_t i = by_donor->first[a]; i < by_donor->first[a + 1]; i++)
            count += meet_at(by_donor, by_donor->list[i], meetings, met + count);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t b = met[i];
            sel_wide whole = (sel_wide)by_donor->totals[a] * by_donor->totals[b];
            add_pair(most, (sel_donor_pair){a, b, sel_wide_ppm(meetings[b].common, whole),
                                            meetings[b].places});
            meetings[b] = (meeting){0};
        }
    }
    cut_back(most);
}

/** A share as a part of its donor's whole, rounded up to 2⁻³². */
enum { PART_BITS = 32 };

typedef struct part {
    uint64_t of_whole; /* > 0 */
    uint32_t donor;
    uint32_t place_end; /* position after the last known donor of the place */
} part;

static part *divide_shares(const sel_shares_by_donor *by_donor, sel_arena *scratch)
{
    const sel_donor_shares *shares = by_donor->shares;
    part *parts = sel_arena_array(scratch, shares->count, sizeof *parts);
    for (uint32_t i = shares->count; i-- > 0;) {
        const sel_donor_share *share = &shares->list[i];
        const sel_donor_share *next = i + 1 < shares->count ? share + 1 : NULL;
        bool goes_on = next != NULL && next->recipient == share->recipient &&
                       next->capability == share->capability && next->donor != SEL_NONE;
        parts[i].donor = share->donor;
        parts[i].place_end = goes_on ? parts[i + 1].place_end : i + 1;
        if (share->donor == SEL_NONE)
            continue;
        uint64_t total = by_donor->totals[share->donor];
        parts[i].of_whole =
            (uint64_t)((((sel_wide)share->amount << PART_BITS) + total - 1) / total);
    }
    return parts;
}

/* Add up what donor a has in common with each of those after it, met; how many they are. */
static uint32_t meet_all(const sel_shares_by_donor *by_donor, const part *parts, uint32_t a,
                         uint64_t *common, uint32_t *met)
{
    uint32_t count = 0;
    for (uint32_t n = by_donor->first[a]; n < by_donor->first[a + 1]; n++) {
        const part *own = &parts[by_donor->list[n]];
        for (const part *other = own + 1; other < parts + own->place_end; other++) {
            uint64_t *sum = &common[other->donor];
            if (*sum == 0)
                met[count++] = other->donor;
            *sum += other->of_whole < own->of_whole ? other->of_whole : own->of_whole;
        }
    }
    return count;
}

static void keep_most(uint32_t *most, uint32_t similarity)
{
    if (similarity > *most)
        *most = similarity;
}

/** What one thread works with. */
typedef struct desk {
    uint64_t *common; /* per donor */
    uint32_t *met;
    uint32_t *most; /* per donor: largest similarity so far */
    uint64_t in_common;
    uint64_t ppm_sum;
} desk;

static void add_up_donor(const sel_shares_by_donor *by_donor, const part *parts, uint32_t a,
                         desk *work)
{
    uint32_t count = meet_all(by_donor, parts, a, work->common, work->met);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t b = work->met[i];
        uint32_t similarity = (uint32_t)((work->common[b] * SEL_PPM) >> PART_BITS);
        similarity = similarity < SEL_PPM ? similarity : SEL_PPM;
        work->ppm_sum += similarity;
        keep_most(&work->most[a], similarity);
        keep_most(&work->most[b], similarity);
        work->common[b] = 0;
    }
    work->in_common += count;
}

/* Maxima and sums of integers: the same for any number of threads. */
static void add_up_pairs(const sel_shares_by_donor *by_donor, const part *parts, uint32_t *alike,
                         sel_donor_pairs *found)
{
    uint32_t donors = by_donor->donors;
#pragma omp parallel if (by_donor->shares->count > SEL_WORTH_THREADS)
    {
        sel_arena *own = sel_arena_create();
        desk work = {.common = sel_arena_array(own, donors, sizeof *work.common),
                     .met = sel_arena_array(own, donors, sizeof *work.met),
                     .most = sel_arena_array(own, donors, sizeof *work.most)};
#pragma omp for schedule(dynamic, 16)
        for (uint32_t a = 0; a < donors; a++)
            add_up_donor(by_donor, parts, a, &work);
#pragma omp critical
        {
            found->in_common += work.in_common;
            found->alike_ppm_sum += work.ppm_sum;
            for (uint32_t d = 0; d < donors; d++)
                keep_most(&alike[d], work.most[d]);
        }
        sel_arena_destroy(own);
    }
}

sel_donor_pairs sel_donor_pairs_of(const sel_shares_by_donor *by_donor, uint32_t top,
                                   sel_arena *arena)
{
    uint64_t all = (uint64_t)by_donor->donors * by_donor->donors / 2;
    leaders most = {.top = top < all ? top : (uint32_t)all};
    sel_arena *scratch = sel_arena_create();
    most.list = sel_arena_array(arena, (size_t)most.top * 2, sizeof *most.list);
    uint32_t *alike = sel_arena_array(arena, by_donor->donors, sizeof *alike);
    sel_donor_pairs found = {.alike_ppm = alike};
    add_up_pairs(by_donor, divide_shares(by_donor, scratch), alike, &found);
    if (most.top > 0)
        list_pairs(by_donor, &most, scratch);
    sel_arena_destroy(scratch);
    found.list = most.list;
    found.listed = most.count;
    return found;
}
