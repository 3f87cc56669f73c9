#include "analysis/donor_pairs.h"

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
    if (most->top == 0)
        return;
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

static void keep_most(uint32_t *most, uint32_t similarity)
{
    if (similarity > *most)
        *most = similarity;
}

sel_donor_pairs sel_donor_pairs_of(const sel_shares_by_donor *by_donor, uint32_t top,
                                   sel_arena *arena)
{
    uint64_t all = (uint64_t)by_donor->donors * by_donor->donors / 2;
    leaders most = {.top = top < all ? top : (uint32_t)all};
    sel_arena *scratch = sel_arena_create();
    most.list = sel_arena_array(arena, (size_t)most.top * 2, sizeof *most.list);
    uint32_t *alike = sel_arena_array(arena, by_donor->donors, sizeof *alike);
    meeting *meetings = sel_arena_array(scratch, by_donor->donors, sizeof *meetings);
    uint32_t *met = sel_arena_array(scratch, by_donor->donors, sizeof *met);
    sel_donor_pairs found = {.alike_ppm = alike};
    for (uint32_t a = 0; a < by_donor->donors; a++) {
        uint32_t count = 0;
        for (uint32_t i = by_donor->first[a]; i < by_donor->first[a + 1]; i++)
            count += meet_at(by_donor, by_donor->list[i], meetings, met + count);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t b = met[i];
            sel_wide whole = (sel_wide)by_donor->totals[a] * by_donor->totals[b];
            uint32_t similarity = sel_wide_ppm(meetings[b].common, whole);
            add_pair(&most, (sel_donor_pair){a, b, similarity, meetings[b].places});
            keep_most(&alike[a], similarity);
            keep_most(&alike[b], similarity);
            found.alike_ppm_sum += similarity;
            meetings[b] = (meeting){0};
        }
        found.in_common += count;
    }
    cut_back(&most);
    sel_arena_destroy(scratch);
    found.list = most.list;
    found.listed = most.count;
    return found;
}
