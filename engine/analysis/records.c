#include "analysis/records.h"

#include "analysis/groups.h"

/** Work of one decision; all arrays have one element per programme. */
typedef struct deciding {
    const sel_study *study;
    uint64_t *preference; /**< smaller is better; the low half is the programme */
    sel_groups groups;
    uint32_t *above;   /**< record one step up a family or chain, or SEL_NONE */
    const char **step; /**< how a record was set below another */
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

/* Statement, donor's answer, not comparable, number of things not said, programme: from high to low
 * bits. */
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
    uint64_t worse = (uint64_t)is_statement(p) << 6 | (uint64_t)p->donor_answer << 5 |
                     (uint64_t)!sel_programme_is_comparable(p) << 4;
    return (worse | unsaid) << 32 | number;
}

static uint32_t root_of(const deciding *d, uint32_t record)
{
    return sel_groups_root(&d->groups, record);
}

/* Decisions first: what they keep apart no link joins. */
static void join_declared(deciding *d)
{
    const sel_study *study = d->study;
    for (uint32_t i = 0; i < study->decision_count; i++)
        if (study->decisions[i].verdict == SEL_RECORDS_SAME)
            sel_groups_join(&d->groups, study->decisions[i].a, study->decisions[i].b, "decision");
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        for (uint32_t i = 0; i < programme->link_count; i++)
            if (programme->links[i].kind == SEL_LINK_SAME)
                sel_groups_join(&d->groups, p, programme->links[i].other, "link");
        if (programme->twin != SEL_NONE)
            sel_groups_join(&d->groups, p, programme->twin, "twin");
    }
}

/* Records that stand for themselves so far are compared. */
static sel_lookalikes join_lookalikes(deciding *d, const sel_rarity *rarity, sel_arena *scratch)
{
    uint32_t all = d->study->programme_count;
    bool *judged = sel_arena_array(scratch, all, sizeof *judged);
    for (uint32_t p = 0; p < all; p++)
        judged[p] = root_of(d, p) == p;
    sel_lookalikes pairs = sel_lookalikes_find(d->study, rarity, judged, scratch);
    sel_groups_join_alike(&d->groups, &pairs, judged);
    return pairs;
}

/* Whether somebody decided that two records do not belong together. */
static bool kept_apart(const deciding *d, uint32_t a, uint32_t b)
{
    const sel_record_decision *decision = sel_groups_decision(&d->groups, a, b);
    return decision != NULL && decision->verdict != SEL_RECORDS_SAME;
}

/* Put record below upper, if nothing better is above it already. */
static void put_below(deciding *d, uint32_t record, uint32_t upper, const char *why)
{
    record = root_of(d, record);
    upper = root_of(d, upper);
    if (record == upper || kept_apart(d, record, upper))
        return;
    if (d->above[record] != SEL_NONE && d->preference[d->above[record]] <= d->preference[upper])
        return;
    d->above[record] = upper;
    d->step[record] = why;
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

/* Whether a pair says more about the worse of its two groups than the best one so far. */
static bool is_better(const deciding *d, const sel_lookalike *pair, const sel_lookalike *best)
{
    if (best == NULL || pair->sum != best->sum)
        return best == NULL || pair->sum > best->sum;
    uint64_t pair_a = d->preference[pair->a];
    uint64_t pair_b = d->preference[pair->b];
    uint64_t best_a = d->preference[best->a];
    uint64_t best_b = d->preference[best->b];
    return (pair_a < pair_b ? pair_a : pair_b) < (best_a < best_b ? best_a : best_b);
}

/* Of each group the strongest pair with a better group that nobody decided about, per root of the
 * worse; NULL where there is none. */
static const sel_lookalike **find_waiting(const deciding *d, const sel_lookalikes *pairs,
                                          sel_arena *scratch)
{
    const sel_lookalike **best = sel_arena_array(scratch, d->study->programme_count, sizeof *best);
    for (uint32_t i = 0; i < pairs->count; i++) {
        const sel_lookalike *pair = &pairs->list[i];
        uint32_t a = root_of(d, pair->a);
        uint32_t b = root_of(d, pair->b);
        uint32_t worse = d->preference[a] < d->preference[b] ? b : a;
        if (a != b && is_better(d, pair, best[worse]) &&
            sel_groups_decision(&d->groups, a, b) == NULL)
            best[worse] = pair;
    }
    return best;
}

static sel_same_record waiting_record(const deciding *d, const sel_lookalike *pair)
{
    bool a_better = d->preference[root_of(d, pair->a)] < d->preference[root_of(d, pair->b)];
    return (sel_same_record){.kept = a_better ? pair->a : pair->b,
                             .other = a_better ? pair->b : pair->a,
                             .reason = pair->same ? "others-differ" : pair->reason,
                             .weighed = true,
                             .like = {pair->a, pair->b},
                             .sum = pair->sum};
}

static sel_same_record joined_record(const deciding *d, uint32_t p, uint32_t kept)
{
    uint32_t root = root_of(d, p);
    bool told = root != p;
    sel_same_record same = {.kept = told ? root : kept,
                            .other = p,
                            .certain = true,
                            .reason = told ? d->groups.why[p] : d->step[p]};
    const sel_lookalike *by = told ? d->groups.by[p] : NULL;
    if (by != NULL) {
        same.weighed = true;
        same.like[0] = by->a;
        same.like[1] = by->b;
        same.sum = by->sum;
    }
    return same;
}

static void list_same(const deciding *d, sel_records *records, const sel_lookalikes *pairs,
                      sel_arena *scratch, sel_arena *arena)
{
    uint32_t all = d->study->programme_count;
    const sel_lookalike **waiting = find_waiting(d, pairs, scratch);
    bool *counted = sel_arena_array(arena, all, sizeof *counted);
    uint32_t most = 0;
    for (uint32_t p = 0; p < all; p++) {
        counted[p] = records->kept[p] == p;
        most += !counted[p] || waiting[p] != NULL;
    }
    sel_same_record *same = sel_arena_array(arena, most, sizeof *same);
    uint32_t count = 0;
    for (uint32_t p = 0; p < all; p++) {
        if (!counted[p])
            same[count++] = joined_record(d, p, records->kept[p]);
        else if (waiting[p] != NULL && counted[root_of(d, waiting[p]->a)] &&
                 counted[root_of(d, waiting[p]->b)])
            same[count++] = waiting_record(d, waiting[p]);
    }
    for (uint32_t i = 0; i < count; i++)
        same[i].differ =
            difference(&d->study->programmes[same[i].kept], &d->study->programmes[same[i].other]);
    qsort(same, count, sizeof *same, compare_same);
    records->same = same;
    records->same_count = count;
    records->counted = counted;
}

static int by_records(const void *a, const void *b)
{
    const sel_record_decision *x = a;
    const sel_record_decision *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

/* Decisions about records as decisions about those that stand for them. */
static void list_decided(const deciding *d, sel_records *records, sel_arena *arena)
{
    const sel_study *study = d->study;
    sel_record_decision *list = sel_arena_array(arena, study->decision_count, sizeof *list);
    uint32_t count = 0;
    for (uint32_t i = 0; i < study->decision_count; i++) {
        uint32_t a = root_of(d, study->decisions[i].a);
        uint32_t b = root_of(d, study->decisions[i].b);
        if (a != b)
            list[count++] = (sel_record_decision){a < b ? a : b, a < b ? b : a,
                                                  sel_groups_decision(&d->groups, a, b)->verdict};
    }
    qsort(list, count, sizeof *list, by_records);
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || by_records(&list[i - 1], &list[i]) != 0)
            list[records->decided_count++] = list[i];
    records->decided = list;
}

const sel_record_decision *sel_records_decision(const sel_records *records, uint32_t a, uint32_t b)
{
    uint32_t x = records->told_by[a];
    uint32_t y = records->told_by[b];
    const sel_record_decision wanted = {.a = x < y ? x : y, .b = x < y ? y : x};
    return records->decided_count == 0 ? NULL
                                       : bsearch(&wanted, records->decided, records->decided_count,
                                                 sizeof wanted, by_records);
}

sel_records sel_records_compute(const sel_study *study, sel_arena *arena)
{
    uint32_t all = study->programme_count;
    sel_arena *scratch = sel_arena_create();
    deciding d = {.study = study,
                  .preference = sel_arena_array(scratch, all, sizeof *d.preference),
                  .above = sel_arena_array(scratch, all, sizeof *d.above),
                  .step = sel_arena_array(scratch, all, sizeof *d.step)};
    for (uint32_t p = 0; p < all; p++) {
        d.preference[p] = preference_of(study, p);
        d.above[p] = SEL_NONE;
    }
    d.groups = sel_groups_start(study, d.preference, scratch);
    sel_records records = {.rarity = sel_rarity_count(study, arena)};
    join_declared(&d);
    sel_lookalikes pairs = join_lookalikes(&d, &records.rarity, scratch);
    put_families(&d);
    bool *has_parent = sel_arena_array(scratch, all, sizeof *has_parent);
    for (uint32_t p = 0; p < all; p++)
        has_parent[p] = d.above[p] != SEL_NONE;
    put_chains(&d, has_parent);
    cut_circles(&d, scratch);
    uint32_t *kept = sel_arena_array(arena, all, sizeof *kept);
    find_kept(&d, scratch, kept);
    uint32_t *told_by = sel_arena_array(arena, all, sizeof *told_by);
    for (uint32_t p = 0; p < all; p++)
        told_by[p] = root_of(&d, p);
    records.told_by = told_by;
    records.kept = kept;
    list_same(&d, &records, &pairs, scratch, arena);
    list_decided(&d, &records, arena);
    records.successions =
        sel_successions_find(study, records.counted, arena, &records.succession_count);
    sel_arena_destroy(scratch);
    return records;
}
