/** tagging.h - guesses about a record, when it is taken in and when they are made anew. */
#ifndef SEL_WORK_TAGGING_H
#define SEL_WORK_TAGGING_H

#include "store/store.h"
#include "work/context.h"

/** Guess the capabilities of a record that states none, and how much of it is cyber (decision
 *  0005); mark it as illustrative when it says so. New arrays go into arena. */
void sel_tagging_tag(const sel_context *context, sel_programme *record, sel_arena *arena);

/** Make the guesses of all records in the store anew with the present term table, without their
 *  files. What is stated stays, and so does what somebody answered. In one transaction of its own;
 *  *looked counts the records whose theme is a guess, *changed the new versions. */
SEL_CHECKED
sel_status sel_tagging_redo(const sel_context *context, sel_store *store, uint64_t *looked,
                            uint64_t *changed, sel_error *err);

#endif
