/** span.h - time of programmes whose dates may be imprecise, in half-open days.
 *
 * A span is every programme [start, end) with start in [start_low, start_high],
 * end in [end_low, end_high] and at least one day. Its core [start_high,
 * end_low) is active for sure (it may be empty), its outer interval
 * [start_low, end_high) possibly. */
#ifndef SEL_ANALYSIS_SPAN_H
#define SEL_ANALYSIS_SPAN_H

#include "domain/study.h"

/** start_low < end_low and start_high < end_high: sel_span_of sees to it. */
typedef struct sel_span {
    sel_day start_low;
    sel_day start_high;
    sel_day end_low;
    sel_day end_high;
} sel_span;

/** `days` of `length`; length > 0. */
typedef struct sel_time_share {
    int32_t days;
    int32_t length;
} sel_time_share;

/** Span of a dated programme, narrowed to what leaves it at least one day. */
sel_span sel_span_of(const sel_study_programme *programme);

/** Whether both ends are known to the day. */
bool sel_span_is_exact(const sel_span *span);

/** Days of the outer interval: the longest that the programme may be. */
int32_t sel_span_longest(const sel_span *span);

/** Days surely and possibly common to both; low 0 when one has no core. */
int32_t sel_span_days_low(const sel_span *a, const sel_span *b);
int32_t sel_span_days_high(const sel_span *a, const sel_span *b);

/** Smallest share of a programme of span `of` that lies in a programme of span `in`: over all
 *  lengths `of` may have, with only the core of `in`. */
sel_time_share sel_span_share_low(const sel_span *of, const sel_span *in);

/** Largest share: over all lengths `of` may have, with all of the outer interval of `in`. */
sel_time_share sel_span_share_high(const sel_span *of, const sel_span *in);

#endif
