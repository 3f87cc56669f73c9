/** buckets.h - members that share a 64-bit key, listed one after another.
 *
 * Add every entry, fill once, then list entries as their members turn up; a
 * walk along a key sees those listed so far, first listed first. */
#ifndef SEL_ANALYSIS_BUCKETS_H
#define SEL_ANALYSIS_BUCKETS_H

#include "base/index.h"

typedef struct sel_bucket_entry {
    uint64_t key;
    uint32_t member;
    uint32_t next; /**< entry listed after this one, or SEL_NONE */
} sel_bucket_entry;

/** Start with `sel_buckets buckets = {.arena = arena}`. */
typedef struct sel_buckets {
    sel_arena *arena;
    sel_bucket_entry *entries; /**< in the order they were added */
    uint32_t count;
    uint32_t room;
    uint64_t *keys; /**< distinct, ascending */
    uint32_t key_count;
    uint32_t *heads; /**< per key: first and last listed entry, or SEL_NONE */
    uint32_t *tails;
} sel_buckets;

/** Add an entry that is not listed yet. */
void sel_buckets_add(sel_buckets *buckets, uint64_t key, uint32_t member);

/** After the last addition, before the first listing. */
void sel_buckets_fill(sel_buckets *buckets);

/** First listed entry of a key, or SEL_NONE. */
uint32_t sel_buckets_head(const sel_buckets *buckets, uint64_t key);

/** List an entry; once. */
void sel_buckets_list(sel_buckets *buckets, uint32_t entry);

#endif
