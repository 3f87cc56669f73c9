#include "analysis/overlap/pair_class.h"

#include "analysis/order.h"

static sel_pair_class class_of_link(sel_link_kind kind)
{
    switch (kind) {
    case SEL_LINK_SAME:
        return SEL_PAIR_SAME;
    case SEL_LINK_PARENT:
    case SEL_LINK_CHILD:
        return SEL_PAIR_FAMILY;
    case SEL_LINK_CHAIN:
    case SEL_LINK_UPSTREAM:
    case SEL_LINK_DOWNSTREAM:
        return SEL_PAIR_CHAIN;
    case SEL_LINK_COFUNDED:
        return SEL_PAIR_COFUNDED;
    case SEL_LINK_SUCCESSOR:
        return SEL_PAIR_SUCCESSOR;
    case SEL_LINK_SIBLING:
    case SEL_LINK_COUNT:
        break;
    }
    return SEL_PAIR_OVERLAP;
}

static void take_class(sel_linked_pair *pair, sel_pair_class class)
{
    if (class != SEL_PAIR_OVERLAP && (pair->class == SEL_PAIR_OVERLAP || class < pair->class))
        pair->class = class;
}

static void take_links(sel_linked_pair *pair, const sel_study_programme *from, uint32_t to)
{
    for (uint32_t i = 0; i < from->link_count; i++) {
        if (from->links[i].other != to)
            continue;
        take_class(pair, class_of_link(from->links[i].kind));
        pair->siblings |= from->links[i].kind == SEL_LINK_SIBLING;
    }
}

/* Whether the one after `later` by name and dates is `earlier`. */
static bool succeeds(const sel_records *records, uint32_t later, uint32_t earlier)
{
    const sel_succession *list = records->successions;
    uint32_t low = 0;
    uint32_t high = records->succession_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (list[middle].later < later)
            low = middle + 1;
        else
            high = middle;
    }
    return low < records->succession_count && list[low].later == later &&
           list[low].earlier == earlier;
}

sel_linked_pair sel_linked_pair_of(const sel_study *study, const sel_records *records, uint32_t a,
                                   uint32_t b)
{
    sel_linked_pair pair = {.a = a, .b = b};
    const sel_record_decision *decision = sel_records_decision(records, a, b);
    if (decision != NULL && decision->verdict != SEL_RECORDS_SAME) {
        bool related = decision->verdict == SEL_RECORDS_RELATED;
        pair.class = related ? SEL_PAIR_RELATED : SEL_PAIR_OVERLAP;
        return pair;
    }
    if (records->told_by[a] == records->told_by[b])
        take_class(&pair, SEL_PAIR_SAME);
    take_links(&pair, &study->programmes[a], b);
    take_links(&pair, &study->programmes[b], a);
    if (succeeds(records, a, b) || succeeds(records, b, a))
        take_class(&pair, SEL_PAIR_SUCCESSOR);
    if (records->kept[a] == records->kept[b] && pair.class == SEL_PAIR_OVERLAP)
        pair.class = SEL_PAIR_FAMILY;
    return pair;
}

static uint64_t key_of(uint32_t a, uint32_t b)
{
    return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

sel_linked_pairs sel_linked_pairs_collect(const sel_study *study, const sel_records *records,
                                          sel_arena *arena)
{
    uint32_t most = records->same_count + records->succession_count + records->decided_count;
    for (uint32_t p = 0; p < study->programme_count; p++)
        most += study->programmes[p].link_count;
    uint64_t *keys = sel_arena_array(arena, most, sizeof *keys);
    uint32_t count = 0;
    for (uint32_t i = 0; i < records->same_count; i++)
        if (records->same[i].certain)
            keys[count++] = key_of(records->same[i].kept, records->same[i].other);
    for (uint32_t p = 0; p < study->programme_count; p++)
        for (uint32_t i = 0; i < study->programmes[p].link_count; i++)
            keys[count++] = key_of(p, study->programmes[p].links[i].other);
    for (uint32_t i = 0; i < records->succession_count; i++)
        keys[count++] = key_of(records->successions[i].earlier, records->successions[i].later);
    for (uint32_t i = 0; i < records->decided_count; i++)
        keys[count++] = key_of(records->decided[i].a, records->decided[i].b);
    qsort(keys, count, sizeof *keys, sel_order_keys);
    sel_linked_pair *list = sel_arena_array(arena, count, sizeof *list);
    uint32_t distinct = 0;
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || keys[i] != keys[i - 1])
            list[distinct++] =
                sel_linked_pair_of(study, records, (uint32_t)(keys[i] >> 32), (uint32_t)keys[i]);
    return (sel_linked_pairs){list, distinct};
}

const sel_linked_pair *sel_linked_pairs_find(const sel_linked_pairs *pairs, uint32_t a, uint32_t b)
{
    uint64_t wanted = key_of(a, b);
    uint32_t low = 0;
    uint32_t high = pairs->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const sel_linked_pair *pair = &pairs->list[middle];
        uint64_t key = key_of(pair->a, pair->b);
        if (key == wanted)
            return pair;
        if (key < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
