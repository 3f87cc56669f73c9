/** fold_table.h - the words of sel_fold_word_next, found faster.
 *
 * What folding makes of the letters of common scripts is looked up in a table;
 * a word with any other character goes the long way. Both give the same words
 * (tests/properties/test_fold_table.c). */
#ifndef SEL_BASE_FOLD_TABLE_H
#define SEL_BASE_FOLD_TABLE_H

#include "base/fold_word.h"

typedef struct sel_fold_table sel_fold_table;

/** Longest folded word, in bytes, that needs no arena. */
enum { SEL_FOLD_ROOM = 96 };

/** Make the table in arena. It never changes and may be shared by threads. */
sel_fold_table *sel_fold_table_create(sel_arena *arena);

/** As sel_fold_word_next; a changed word of at most SEL_FOLD_ROOM bytes is written to buffer, a
 *  longer one goes into arena. */
bool sel_fold_table_next(const sel_fold_table *table, sel_arena *arena, char buffer[SEL_FOLD_ROOM],
                         sel_str *rest, sel_fold_word *word);

#endif
