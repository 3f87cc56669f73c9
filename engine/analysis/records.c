#include "analysis/records.h"

#include "analysis/lookalike.h"
#include "analysis/order.h"

/** Work of one decision; all arrays have one element per programme. */
typedef struct deciding {
    const sel_study *study;
    uint64_t *preference; /**< smaller is better; the low half is the programme */
    uint32_t *told_by;    /**< forest of joined records while they are being joined */
    uint32_t *above;      /**< record one step up a family or chain, or SEL_NONE */
    const char **why;     /**< how a record was joined or set below another */
} deciding;

bool sel_programme_is_active(const sel_study_programme *programme)
{
    return programme->status != SEL_STATUS_CANCELLED && programme->status != SEL_STATUS_SUSPENDED;
}

bool sel_programme_is_comparable(const sel_study_programme *programme)
{
    return programme->dated && programme->place_count > 0 && sel_programme_is_active(programme);
}

static bool is_statement(const sel_study_programme *programme)
{
    return programme->stated_by != SEL_NONE;
}

/* Statement, not comparable, number of things not said, programme: from high to low bits. */
static uint64_t preference_of(const sel_study *study, uint32_t number)
{
    const sel_study_programme *p = &study->programmes[number];
    uint64_t unsaid = 0;
    unsaid += p->start_low != p->start_high;
    unsaid += p->end_low != p->end_high;
    unsaid += p->donor_count == 0;
    unsaid += p->equal_shares;
    unsaid += p->guessed;
    unsaid += p->kinds == 0;
    unsaid += p->for_whom == 0;
    unsaid += !p->money_known;
    uint64_t worse = (uint64_t)is_statement(p) << 5 | (uint64_t)!sel_programme_is_comparable(p)
                                                          << 4;
    return (worse | unsaid) << 32 | number;
}

static uint32_t root_of(const deciding *d, uint32_t record)
{
    while (d->told_by[record] != record) {
        d->told_by[record] = d->told_by[d->told_by[record]];
        record = d->told_by[record];
    }
    return record;
}

/* The better root stands for both. */
static void join(deciding *d, uint32_t a, uint32_t b, const char *why)
{
    uint32_t better = root_of(d, a);
    uint32_t other = root_of(d, b);
    if (better == other)
        return;
    if (d->preference[other] < d->preference[better]) {
        uint32_t swapped = better;
        better = other;
        other = swapped;
    }
    d->told_by[other] = better;
    d->why[other] = why;
}

static void join_linked(deciding *d)
{
    for (uint32_t p = 0; p < d->study->programme_count; p++) {
        const sel_study_programme *programme = &d->study->programmes[p];
        for (uint32_t i = 0; i < programme->link_count; i++)
            if (programme->links[i].kind == SEL_LINK_SAME)
                join(d, p, programme->links[i].other, "link");
        if (programme->twin != SEL_NONE)
            join(d, p, programme->twin, "twin");
    }
}

/* Join what looks the same; keeps what is only to be looked at in `reviews`. */
static uint32_t join_lookalikes(deciding *d, sel_arena *scratch, sel_same_record **reviews)
{
    uint32_t all = d->study->programme_count;
    uint64_t *sorted = sel_arena_array(scratch, all, sizeof *sorted);
    uint32_t count = 0;
    for (uint32_t p = 0; p < all; p++)
        if (d->told_by[p] == p)
            sorted[count++] = d->preference[p];
    qsort(sorted, count, sizeof *sorted, sel_order_keys);
    uint32_t *order = sel_arena_array(scratch, count, sizeof *order);
    for (uint32_t i = 0; i < count; i++)
        order[i] = (uint32_t)sorted[i];
    sel_lookalike *found = sel_arena_array(scratch, count, sizeof *found);
    sel_lookalikes_find(d->study, order, count, found);
    *reviews = sel_arena_array(scratch, count, sizeof **reviews);
    uint32_t listed = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (found[i].of == SEL_NONE)
            continue;
        if (found[i].certain)
            join(d, found[i].of, order[i], found[i].reason);
        else
            (*reviews)[listed++] =
                (sel_same_record){found[i].of, order[i], false, found[i].reason, 0};
    }
    return listed;
}

/* Put record below upper, if nothing better is above it already. */
static void put_below(deciding *d, uint32_t record, uint32_t upper, const char *why)
{
    record = root_of(d, record);
    upper = root_of(d, upper);
    if (record == upper)
        return;
    if (d->above[record] != SEL_NONE && d->preference[d->above[record]] <= d->preference[upper])
        return;
    d->above[record] = upper;
    d->why[record] = why;
}

static bool is_chain(sel_link_kind kind)
{
    return kind == SEL_LINK_CHAIN || kind == SEL_LINK_UPSTREAM || kind == SEL_LINK_DOWNSTREAM;
}

/* Of two records of a funding chain, whether the first is the upper one. */
static bool is_upper(const sel_study *study, sel_link_kind kind, uint32_t a, uint32_t b)
{
    if (kind != SEL_LINK_CHAIN)
        return kind == SEL_LINK_DOWNSTREAM;
    const sel_study_programme *x = &study->programmes[a];
    const sel_study_programme *y = &study->programmes[b];
    if (x->money_known && y->money_known && x->money_high != y->money_high)
        return x->money_high > y->money_high;
    return a < b;
}

static void put_families(deciding *d)
{
    for (uint32_t p = 0; p < d->study->programme_count; p++) {
        const sel_study_programme *programme = &d->study->programmes[p];
        for (uint32_t i = 0; i < programme->link_count; i++) {
            const sel_study_link *link = &programme->links[i];
            if (link->kind == SEL_LINK_PARENT)
                put_below(d, p, link->other, "parent");
            else if (link->kind == SEL_LINK_CHILD)
                put_below(d, link->other, p, "parent");
        }
    }
}

/* After families: a record with a parent keeps it. */
static void put_chains(deciding *d, const bool *has_parent)
{
    for (uint32_t p = 0; p < d->study->programme_count; p++) {
        const sel_study_programme *programme = &d->study->programmes[p];
        for (uint32_t i = 0; i < programme->link_count; i++) {
            sel_link_kind kind = programme->links[i].kind;
            if (!is_chain(kind))
                continue;
            uint32_t a = root_of(d, p);
            uint32_t b = root_of(d, programme->links[i].other);
            bool a_above = is_upper(d->study, kind, a, b);
            uint32_t lower = a_above ? b : a;
            if (!has_parent[lower])
                put_below(d, lower, a_above ? a : b, "chain");
        }
    }
}

/* Links that run in a circle are cut above the best record of the circle. */
static void cut_circles(deciding *d, sel_arena *scratch)
{
    uint32_t all = d->study->programme_count;
    uint32_t *walk = sel_arena_array(scratch, all, sizeof *walk); /* number of the walk, from 1 */
    for (uint32_t p = 0; p < all; p++) {
        uint32_t at = p;
        while (at != SEL_NONE && walk[at] == 0) {
            walk[at] = p + 1;
            at = d->above[at];
        }
        if (at == SEL_NONE || walk[at] != p + 1)
            continue;
        uint32_t best = at;
        for (uint32_t q = d->above[at]; q != at; q = d->above[q])
            if (d->preference[q] < d->preference[best])
                best = q;
        d->above[best] = SEL_NONE;
    }
}

/* The topmost comparable record at or above each record, else the record itself. */
static void find_kept(const deciding *d, sel_arena *scratch, uint32_t *kept)
{
    uint32_t all = d->study->programme_count;
    uint32_t *path = sel_arena_array(scratch, all, sizeof *path);
    bool *done = sel_arena_array(scratch, all, sizeof *done);
    for (uint32_t p = 0; p < all; p++) {
        uint32_t steps = 0;
        uint32_t at = root_of(d, p);
        for (; at != SEL_NONE && !done[at]; at = d->above[at])
            path[steps++] = at;
        while (steps > 0) {
            uint32_t record = path[--steps];
            uint32_t upper = d->above[record];
            bool covered = upper != SEL_NONE &&
                           sel_programme_is_comparable(&d->study->programmes[kept[upper]]);
            kept[record] = covered ? kept[upper] : record;
            done[record] = true;
        }
    }
    for (uint32_t p = 0; p < all; p++)
        kept[p] = kept[root_of(d, p)];
}

static int compare_same(const void *a, const void *b)
{
    const sel_same_record *x = a;
    const sel_same_record *y = b;
    if (x->kept != y->kept)
        return x->kept < y->kept ? -1 : 1;
    return (x->other > y->other) - (x->other < y->other);
}

static bool exclude(int64_t low_a, int64_t high_a, int64_t low_b, int64_t high_b)
{
    return high_a < low_b || high_b < low_a;
}

/* Only programmes with dates are asked for them; an end that is open excludes nothing. */
static uint8_t difference(const sel_study_programme *a, const sel_study_programme *b)
{
    unsigned bits = 0;
    bool dated = a->dated && b->dated;
    if (dated && exclude(a->start_low, a->start_high, b->start_low, b->start_high))
        bits |= SEL_DIFFER_START;
    if (dated && exclude(a->end_low, a->end_high, b->end_low, b->end_high))
        bits |= SEL_DIFFER_END;
    if (a->status != SEL_STATUS_UNKNOWN && b->status != SEL_STATUS_UNKNOWN &&
        a->status != b->status)
        bits |= SEL_DIFFER_STATUS;
    if (a->money_known && b->money_known &&
        exclude(a->money_low, a->money_high, b->money_low, b->money_high))
        bits |= SEL_DIFFER_MONEY;
    if (a->donor_count > 0 && b->donor_count > 0 &&
        (a->donor_count != b->donor_count ||
         memcmp(a->donors, b->donors, a->donor_count * sizeof *a->donors) != 0))
        bits |= SEL_DIFFER_DONORS;
    if (a->place_count > 0 && b->place_count > 0 && !sel_study_same_recipients(a, b))
        bits |= SEL_DIFFER_RECIPIENTS;
    return (uint8_t)bits;
}

static void list_same(const deciding *d, sel_records *records, const uint32_t *kept,
                      const sel_same_record *reviews, uint32_t review_count, sel_arena *arena)
{
    uint32_t all = d->study->programme_count;
    sel_same_record *same = sel_arena_array(arena, (size_t)all + review_count, sizeof *same);
    bool *counted = sel_arena_array(arena, all, sizeof *counted);
    uint32_t count = 0;
    for (uint32_t p = 0; p < all; p++) {
        counted[p] = kept[p] == p;
        uint32_t other = d->told_by[p] != p ? d->told_by[p] : kept[p];
        if (!counted[p])
            same[count++] = (sel_same_record){other, p, true, d->why[p], 0};
    }
    for (uint32_t i = 0; i < review_count; i++)
        if (counted[reviews[i].kept] && counted[reviews[i].other])
            same[count++] = reviews[i];
    for (uint32_t i = 0; i < count; i++)
        same[i].differ =
            difference(&d->study->programmes[same[i].kept], &d->study->programmes[same[i].other]);
    qsort(same, count, sizeof *same, compare_same);
    records->same = same;
    records->same_count = count;
    records->counted = counted;
}

sel_records sel_records_compute(const sel_study *study, sel_arena *arena)
{
    uint32_t all = study->programme_count;
    sel_arena *scratch = sel_arena_create();
    deciding d = {.study = study,
                  .preference = sel_arena_array(scratch, all, sizeof *d.preference),
                  .told_by = sel_arena_array(arena, all, sizeof *d.told_by),
                  .above = sel_arena_array(scratch, all, sizeof *d.above),
                  .why = sel_arena_array(scratch, all, sizeof *d.why)};
    for (uint32_t p = 0; p < all; p++) {
        d.preference[p] = preference_of(study, p);
        d.told_by[p] = p;
        d.above[p] = SEL_NONE;
    }
    join_linked(&d);
    sel_same_record *reviews = NULL;
    uint32_t review_count = join_lookalikes(&d, scratch, &reviews);
    put_families(&d);
    bool *has_parent = sel_arena_array(scratch, all, sizeof *has_parent);
    for (uint32_t p = 0; p < all; p++)
        has_parent[p] = d.above[p] != SEL_NONE;
    put_chains(&d, has_parent);
    cut_circles(&d, scratch);
    uint32_t *kept = sel_arena_array(arena, all, sizeof *kept);
    find_kept(&d, scratch, kept);
    for (uint32_t p = 0; p < all; p++)
        d.told_by[p] = root_of(&d, p);
    sel_records records = {.told_by = d.told_by, .kept = kept};
    list_same(&d, &records, kept, reviews, review_count, arena);
    records.successions =
        sel_successions_find(study, records.counted, arena, &records.succession_count);
    sel_arena_destroy(scratch);
    return records;
}
