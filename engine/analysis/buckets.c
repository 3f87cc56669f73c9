#include "analysis/buckets.h"

#include "analysis/order.h"

void sel_buckets_add(sel_buckets *buckets, uint64_t key, uint32_t member)
{
    buckets->entries = sel_arena_one_more(buckets->arena, buckets->entries, buckets->count,
                                          &buckets->room, sizeof *buckets->entries);
    buckets->entries[buckets->count++] = (sel_bucket_entry){key, member, SEL_NONE};
}

void sel_buckets_fill(sel_buckets *buckets)
{
    uint64_t *keys = sel_arena_array(buckets->arena, buckets->count, sizeof *keys);
    for (uint32_t i = 0; i < buckets->count; i++)
        keys[i] = buckets->entries[i].key;
    qsort(keys, buckets->count, sizeof *keys, sel_order_keys);
    uint32_t distinct = 0;
    for (uint32_t i = 0; i < buckets->count; i++)
        if (distinct == 0 || keys[distinct - 1] != keys[i])
            keys[distinct++] = keys[i];
    buckets->keys = keys;
    buckets->key_count = distinct;
    buckets->heads = sel_arena_array(buckets->arena, distinct, sizeof *buckets->heads);
    buckets->tails = sel_arena_array(buckets->arena, distinct, sizeof *buckets->tails);
    for (uint32_t i = 0; i < distinct; i++)
        buckets->heads[i] = buckets->tails[i] = SEL_NONE;
}

/* Place of key among the distinct keys, or key_count. */
static uint32_t place_of(const sel_buckets *buckets, uint64_t key)
{
    uint32_t low = 0;
    uint32_t high = buckets->key_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (buckets->keys[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < buckets->key_count && buckets->keys[low] == key;
    return found ? low : buckets->key_count;
}

uint32_t sel_buckets_head(const sel_buckets *buckets, uint64_t key)
{
    uint32_t place = place_of(buckets, key);
    return place == buckets->key_count ? SEL_NONE : buckets->heads[place];
}

void sel_buckets_list(sel_buckets *buckets, uint32_t entry)
{
    uint32_t place = place_of(buckets, buckets->entries[entry].key);
    if (buckets->heads[place] == SEL_NONE)
        buckets->heads[place] = entry;
    else
        buckets->entries[buckets->tails[place]].next = entry;
    buckets->tails[place] = entry;
}
