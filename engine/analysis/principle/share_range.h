/** share_range.h - shares of a whole whose parts are ranges. */
#ifndef SEL_ANALYSIS_PRINCIPLE_SHARE_RANGE_H
#define SEL_ANALYSIS_PRINCIPLE_SHARE_RANGE_H

#include <stdbool.h>
#include <stdint.h>

/** 0 <= low <= high. */
typedef struct sel_amount_range {
    double low;
    double high;
} sel_amount_range;

/** Of one part: [0, 1], low <= middle <= high. */
typedef struct sel_share_range {
    double low;    /**< when it is as small, and all others as large, as they may be */
    double middle; /**< of the middles of all ranges */
    double high;
} sel_share_range;

/** Share of a part of a whole, all parts together; whole.high > 0. */
sel_share_range sel_share_of(sel_amount_range part, sel_amount_range whole);

#endif
