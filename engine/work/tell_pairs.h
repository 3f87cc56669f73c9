/** tell_pairs.h - pairs of programmes told: for people list by list, for machines in one table with
 *  everything that their figures multiply out from.
 *
 * A programme that contains several others of a list (T of each of them in it at the threshold, and
 * larger than T of it in them) stands once, with those beneath it. Private to work. */
#ifndef SEL_WORK_TELL_PAIRS_H
#define SEL_WORK_TELL_PAIRS_H

#include "work/results.h"

/** Numbers of pairs, what can still be prevented, what is running, what is past; then the table
 *  "pairs" for machines. */
void sel_tell_pairs(const sel_context *context, const sel_assessment *assessment,
                    sel_report *report);

/** Pairs of one donor: their number, and the pairs where they are wanted. */
void sel_tell_within_donor(const sel_context *context, const sel_assessment *assessment,
                           sel_report *report);

/** Word for how a pair reads, with its certainty: "note (possible)". */
sel_str sel_tell_pair_reading(const sel_context *context, const sel_overlap_pair *pair,
                              sel_arena *arena);

/** Word of a reading alone. */
const char *sel_tell_reading_word(const sel_overlap_pair *pair);

/** One thing that was shown or said: "X agrees (2026-01-31): why". */
sel_str sel_tell_reply(const sel_context *context, const sel_pair_reply *reply, sel_arena *arena);

/** How far a pair is, in words. */
sel_str sel_tell_reply_state(const sel_context *context, sel_reply_state state);

/** What was shown and said of a pair: "shown to X on 2026-01-31 · Y agrees". */
sel_str sel_tell_replies(const sel_context *context, const sel_assessment *assessment, uint32_t a,
                         uint32_t b, sel_arena *arena);

/** Table "replies" of all pairs, for machines. */
void sel_tell_reply_table(const sel_context *context, const sel_assessment *assessment,
                          sel_section *section);

/** The funders' names, "?" when none is known. */
sel_str sel_tell_donors(const sel_study *study, uint32_t programme, sel_arena *arena);

/** The order pairs of a list are told in, and which of them stand beneath one programme. */
typedef struct sel_pair_row {
    const sel_overlap_pair *pair;
    uint32_t
        container;     /**< programme that contains this and other pairs' other side, or SEL_NONE */
    uint32_t first;    /**< position of the group's first pair in the list */
    uint32_t position; /**< of this one in the list */
} sel_pair_row;

/** Rows of a list, in arena; listing->count of them. */
const sel_pair_row *sel_pair_rows(const sel_assessment *assessment,
                                  const sel_overlap_listing *listing, sel_arena *arena);

/** Name of a list in files: "pipeline". */
const char *sel_tell_list_code(sel_overlap_list list);

/** Table "pairs" of all lists, for machines. */
void sel_tell_pair_table(const sel_context *context, const sel_assessment *assessment,
                         sel_section *section);

#endif
