/** tagging.h - guesses about a record, when it is taken in and when they are made anew. */
#ifndef SEL_WORK_TAGGING_H
#define SEL_WORK_TAGGING_H

#include "store/store.h"
#include "work/context.h"

/** Give a record that states no capabilities those of its sectors or of its words, as the taxonomy
 *  has it; set it aside when no cyber content is found, unless keep_all; say how much of it is
 * cyber (decision 0005) and whether it is illustrative. New arrays go into arena. True when
 * keep_all kept it. */
bool sel_tagging_tag(const sel_context *context, bool keep_all, sel_programme *record,
                     sel_arena *arena);

/** Make the guesses of all records in the store anew with the present term table, without their
 *  files. What is stated stays, and so does what somebody answered. In one transaction of its own;
 *  *looked counts the records whose theme is a guess, *changed the new versions. */
SEL_CHECKED
sel_status sel_tagging_redo(const sel_context *context, sel_store *store, bool keep_all,
                            uint64_t *looked, uint64_t *changed, sel_error *err);

#endif
