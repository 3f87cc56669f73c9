/** tell_ranked.h - what a ranking of a store tells of its alternatives, programmes or requests.
 * Private to work. */
#ifndef SEL_WORK_TELL_RANKED_H
#define SEL_WORK_TELL_RANKED_H

#include "work/field.h"

/** Sentences that are not the same of programmes and of requests. */
typedef enum sel_ranked_text {
    SEL_RANKED_HEADING,
    SEL_RANKED_FIGURE, /**< what its lines are */
    SEL_RANKED_NONE,   /**< there is nothing to rank */
    SEL_RANKED_HOW,    /**< what is not known, in an additive order */
    SEL_RANKED_MIDDLE, /**< … in any other */
    SEL_RANKED_TEXTS
} sel_ranked_text;

sel_str sel_tell_ranked(const sel_context *context, const sel_field *chosen, sel_ranked_text text);

/** A column that only programs read; its id is its label. */
void sel_tell_machine_column(sel_table *table, const char *id, sel_column_type type, bool bounds);

/** Which alternative: a programme with its donors; a request with who asks, for what and to what
 *  end, as the lists of requests have it. */
void sel_tell_ranked_columns(const sel_context *context, const sel_field *chosen, sel_table *table);
void sel_tell_ranked_cells(const sel_context *context, const sel_study *study,
                           const sel_field *chosen, uint32_t row, sel_table *table);

/** Facts known, and how far they can be relied on; of a request the measures that are known. */
sel_str sel_tell_rests_on(const sel_context *context, const sel_field *chosen, uint32_t row,
                          sel_arena *arena);

/** How many are not in the order, by reason; nothing when none is. */
void sel_tell_ranked_left_out(const sel_context *context, const sel_field *chosen,
                              sel_section *section);

/** What the measures of the model are, for requests; donor: whose programmes fit, or SEL_NONE. */
void sel_tell_measures(const sel_context *context, const sel_study *study, const sel_field *chosen,
                       uint32_t donor, sel_report *report);

/** One of them: a sentence without its subject and stop. */
sel_str sel_tell_measure(const sel_context *context, const sel_study *study,
                         sel_request_measure measure, uint32_t donor, sel_arena *arena);

#endif
