#include "analysis/principle/share_range.h"

#include <stdbool.h>

/* A part of nothing but itself is the whole, unless it is nothing. Differences of large sums may
 * come out a little below 0. */
static double share(double part, double others)
{
    return part > 0 ? part / (part + (others > 0 ? others : 0)) : 0;
}

sel_share_range sel_share_of(sel_amount_range part, sel_amount_range whole)
{
    double most_others = whole.high - part.high;
    bool alone = most_others <= 0 && part.high > 0;
    return (sel_share_range){
        .low = alone ? 1 : share(part.low, most_others),
        .middle = (part.low + part.high) / (whole.low + whole.high),
        .high = share(part.high, whole.low - part.low),
    };
}
