/** reading_ahead.h - answers are read in one thread while another takes what was read: a large file
 * is understood and stored at the same time.
 *
 * What the reader tells, responses and issues alike, goes through a bounded
 * queue in its order, so that the taker sees what it would see without. */
#ifndef SEL_WORK_READING_AHEAD_H
#define SEL_WORK_READING_AHEAD_H

#include "store/store.h"
#include "work/incoming.h"

/** Takes one response, and what it is going to be in the store where that was made ahead, else
 *  NULL; false stops the reader. */
typedef bool sel_prepared_take(void *to, const sel_response *response,
                               const sel_prepared_response *prepared);

typedef struct sel_prepared_sink {
    sel_prepared_take *take;
    void *to;
} sel_prepared_sink;

/** As sel_incoming_read, but sink and issues are used in the thread of the caller while another one
 *  reads, and prepares responses for the store until there is a fault; that one alone uses
 *  incoming, progress and counts until the call ends. When the sink has had enough, counts may be
 *  ahead of it. What is held in memory already, and all where no thread can be had, is read in the
 *  thread of the caller. */
SEL_CHECKED
sel_status sel_reading_ahead(sel_incoming *incoming, const sel_questionnaire *questionnaire,
                             const sel_reference *reference, sel_prepared_sink sink,
                             sel_progress *progress, sel_issues *issues,
                             sel_response_counts *counts, sel_error *err);

#endif
