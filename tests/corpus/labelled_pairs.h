/** labelled_pairs.h - pairs/pairs.csv as it is written. */
#ifndef SEL_TESTS_LABELLED_PAIRS_H
#define SEL_TESTS_LABELLED_PAIRS_H

#include "base/arena.h"
#include "input/csv_table.h"

#include <stdio.h>
#include <stdlib.h>

/** What a pair is, by reading it; pairs/rules.md says when. */
typedef enum pair_label {
    PAIR_SAME,
    PAIR_OVERLAPPING,
    PAIR_RELATED,
    PAIR_DIFFERENT,
    PAIR_LABELS
} pair_label;

static const char *const pair_label_names[PAIR_LABELS] = {"same", "overlapping", "related",
                                                          "different"};

enum { PAIRS_MAX = 1024 };

typedef struct labelled_pair {
    sel_str universe;
    sel_str files[2]; /**< below the corpus */
    sel_str addresses[2];
    sel_str stratum, half;
    sel_str label_text;
    sel_str reason;
    pair_label label; /**< PAIR_LABELS when label_text is none of the names */
} labelled_pair;

typedef struct labelled_pairs {
    sel_arena *arena;
    labelled_pair list[PAIRS_MAX];
    uint32_t count;
} labelled_pairs;

static inline sel_status labelled_pairs_keep(void *to, const sel_str *f, sel_error *err)
{
    labelled_pairs *all = to;
    if (all->count == PAIRS_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "more than %d pairs", PAIRS_MAX);
    sel_str copy[9];
    for (size_t i = 0; i < sizeof copy / sizeof copy[0]; i++)
        copy[i] = sel_str_copy(all->arena, f[i]);
    labelled_pair *pair = &all->list[all->count++];
    *pair = (labelled_pair){.universe = copy[0],
                            .files = {copy[1], copy[3]},
                            .addresses = {copy[2], copy[4]},
                            .stratum = copy[5],
                            .half = copy[6],
                            .label_text = copy[7],
                            .reason = copy[8]};
    while (pair->label < PAIR_LABELS && !sel_str_is(copy[7], pair_label_names[pair->label]))
        pair->label++;
    return SEL_OK;
}

/** Read all of them into *all; texts live in its arena, which the caller destroys. The program ends
 * when they cannot be read. */
static inline void labelled_pairs_read(labelled_pairs *all)
{
    static const char *const columns[] = {"universe", "file_a", "a",     "file_b", "b",
                                          "stratum",  "half",   "label", "reason", NULL};
    sel_error err = {0};
    *all = (labelled_pairs){.arena = sel_arena_create()};
    if (sel_csv_table_file(SELARAS_SOURCE_DIR "/tests/corpus/pairs/pairs.csv", columns,
                           labelled_pairs_keep, all, &err) == SEL_OK)
        return;
    fprintf(stderr, "%s, line %lu: %s\n", err.source, (unsigned long)err.line, err.message);
    exit(EXIT_FAILURE);
}

#endif
