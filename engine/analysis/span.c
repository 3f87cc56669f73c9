#include "analysis/span.h"

static int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* Days common to [from, to) and [start, end). */
static int32_t common(sel_day from, sel_day to, sel_day start, sel_day end)
{
    return most(0, least(to, end) - most(from, start));
}

sel_span sel_span_of(const sel_study_programme *programme)
{
    sel_span span = {programme->start_low, programme->start_high, programme->end_low,
                     programme->end_high};
    span.end_low = most(span.end_low, span.start_low + 1);
    span.end_high = most(span.end_high, span.end_low);
    span.start_high = least(span.start_high, span.end_high - 1);
    return span;
}

bool sel_span_is_exact(const sel_span *span)
{
    return span->start_low == span->start_high && span->end_low == span->end_high;
}

int32_t sel_span_longest(const sel_span *span)
{
    return span->end_high - span->start_low;
}

int32_t sel_span_days_low(const sel_span *a, const sel_span *b)
{
    return common(a->start_high, a->end_low, b->start_high, b->end_low);
}

int32_t sel_span_days_high(const sel_span *a, const sel_span *b)
{
    return common(a->start_low, a->end_high, b->start_low, b->end_high);
}

/* A share is lower when it is a smaller part of its length. */
static bool is_lower(sel_time_share a, sel_time_share b)
{
    return (int64_t)a.days * b.length < (int64_t)b.days * a.length;
}

/* With `of` fixed to [start, end): the share rises in `start` up to the core of `in` and falls
 * after it, so it is least at one end of the range of starts, and likewise for ends. Lengths of
 * one day, possible when the ranges of start and end meet, are the corners that are left. */
sel_time_share sel_span_share_low(const sel_span *of, const sel_span *in)
{
    const sel_day starts[2] = {of->start_low, of->start_high};
    const sel_day ends[2] = {of->end_low, of->end_high};
    sel_time_share lowest = {1, 1};
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
            if (starts[i] >= ends[j])
                continue;
            sel_time_share share = {common(starts[i], ends[j], in->start_high, in->end_low),
                                    ends[j] - starts[i]};
            if (is_lower(share, lowest))
                lowest = share;
        }
    }
    bool may_last_one_day = of->start_high >= of->end_low;
    bool one_day_outside = of->end_low - 1 < in->start_high || of->start_high >= in->end_low;
    if (may_last_one_day && one_day_outside)
        lowest = (sel_time_share){0, 1};
    return lowest;
}

static sel_day nearest(sel_day wanted, sel_day low, sel_day high)
{
    return most(low, least(wanted, high));
}

/* The share is largest when nothing of `of` sticks out that need not, and nothing inside is given
 * away: each end as near to the same end of `in` as its range allows. */
sel_time_share sel_span_share_high(const sel_span *of, const sel_span *in)
{
    sel_day start = nearest(in->start_low, of->start_low, of->start_high);
    sel_day end = nearest(in->end_high, of->end_low, of->end_high);
    return (sel_time_share){common(start, end, in->start_low, in->end_high), end - start};
}
