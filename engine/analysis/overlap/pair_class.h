/** pair_class.h - what linked or joined records are to each other; all other pairs are overlap. */
#ifndef SEL_ANALYSIS_OVERLAP_PAIR_CLASS_H
#define SEL_ANALYSIS_OVERLAP_PAIR_CLASS_H

#include "analysis/overlap/overlap.h"

/** A pair of programmes that some link or decision concerns, a < b. */
typedef struct sel_linked_pair {
    uint32_t a;
    uint32_t b;
    sel_pair_class class;
    bool siblings; /**< declared parts of one whole: that is coordination, not a class */
} sel_linked_pair;

typedef struct sel_linked_pairs {
    const sel_linked_pair *list; /**< ascending (a, b), each pair once */
    uint32_t count;
} sel_linked_pairs;

/** What a < b are to each other. */
sel_linked_pair sel_linked_pair_of(const sel_study *study, const sel_records *records, uint32_t a,
                                   uint32_t b);

/** All pairs with a link, a certain joining or a succession, in arena. */
sel_linked_pairs sel_linked_pairs_collect(const sel_study *study, const sel_records *records,
                                          sel_arena *arena);

/** The pair a < b, or NULL when nothing links it. */
const sel_linked_pair *sel_linked_pairs_find(const sel_linked_pairs *pairs, uint32_t a, uint32_t b);

#endif
