/** reading_ahead.h - answers are read in one thread while another takes what was read: a large file
 * is understood and stored at the same time.
 *
 * What the reader tells, responses and issues alike, goes through a bounded
 * queue in its order, so that the taker sees what it would see without. */
#ifndef SEL_WORK_READING_AHEAD_H
#define SEL_WORK_READING_AHEAD_H

#include "work/incoming.h"

/** As sel_incoming_read, but sink and issues are used in the thread of the caller while another one
 *  reads; that one alone uses incoming, progress and counts until the call ends. When the sink has
 *  had enough, counts may be ahead of it. What is held in memory already, and all where no thread
 *  can be had, is read in the thread of the caller. */
SEL_CHECKED
sel_status sel_reading_ahead(sel_incoming *incoming, const sel_questionnaire *questionnaire,
                             const sel_reference *reference, sel_response_sink sink,
                             sel_progress *progress, sel_issues *issues,
                             sel_response_counts *counts, sel_error *err);

#endif
