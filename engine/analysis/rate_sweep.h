/** rate_sweep.h - support that runs at one place, from one day on which something changes to the
 *  next: the walk that sums (rates.h) and episodes (episodes.h) are made on.
 *
 * A programme gives `rate` per day over [from, to). Days are sorted by
 * counting, with one bucket for each day of the window, so a place of n rates
 * costs O(days + n·log donors). All sums are exact: rates at a place add up to
 * less than 2⁴⁹, which 50 million whole programmes at once do not reach. */
#ifndef SEL_ANALYSIS_RATE_SWEEP_H
#define SEL_ANALYSIS_RATE_SWEEP_H

#include "analysis/wide.h"
#include "base/date.h"

typedef struct sel_rate {
    sel_day from;
    sel_day to;    /**< > from */
    uint32_t rate; /**< > 0 */
    uint32_t donor_count;
    const uint32_t *donors; /**< distinct organisation numbers */
} sel_rate;

/** A donor of the place being walked. */
typedef struct sel_rate_donor {
    uint64_t parts;      /**< Σ of its equal parts of what runs now */
    uint64_t whole;      /**< Σ of its equal parts over all days, rate·days */
    uint32_t programmes; /**< it takes part in now */
} sel_rate_donor;

/** Work space for one place after another, and the state on [day, until) of the walk. */
typedef struct sel_rate_sweep {
    sel_day day;
    sel_day until;
    uint32_t programmes;   /**< that run, those without a known donor too */
    uint32_t donors;       /**< distinct known donors of those */
    uint64_t known;        /**< Σ rate of programmes with known donors */
    sel_wide squares;      /**< Σ parts² over donors */
    uint32_t *changes;     /**< of this day: rate number << 1 | 1 when it ends */
    uint32_t change_count; /**< of this day */
    sel_rate_donor *list;  /**< donors of the place, in order of appearance */
    uint32_t donor_count;
    uint32_t *donor_at; /**< organisation → number in list, for those of this place */

    const sel_rate *rates; /* the rest is private */
    sel_day from;          /* of the window */
    uint32_t days;
    uint32_t bucket;      /* next day to walk, counted from the window's first */
    uint32_t *first;      /* per day its first event; days + 2 */
    uint32_t *events;     /* in order of days */
    uint32_t *marked;     /* organisation → place that set donor_at */
    uint32_t place;       /* counts the places done */
    uint64_t *tournament; /* nodes 1 … 2·leaves − 1, leaves last */
    uint32_t leaves;      /* a power of two */
} sel_rate_sweep;

/** Work space for places of up to most_rates rates inside [from, to); one per thread. */
sel_rate_sweep *sel_rate_sweep_create(uint32_t most_rates, uint32_t organisation_count,
                                      sel_day from, sel_day to);

/** NULL is allowed. */
void sel_rate_sweep_destroy(sel_rate_sweep *sweep);

/** Stand before the first day of a place; rates (borrowed) lie inside the window. */
void sel_rate_sweep_start(sel_rate_sweep *sweep, const sel_rate *rates, uint32_t count);

/** Walk on to the next days on which nothing changes; false when nothing runs any more. */
bool sel_rate_sweep_next(sel_rate_sweep *sweep);

/** Number of distinct donors, without a walk. */
uint32_t sel_rate_sweep_donors(sel_rate_sweep *sweep, const sel_rate *rates, uint32_t count);

/** Support per day beyond what any one donor takes part in. */
static inline uint64_t sel_rate_sweep_beyond(const sel_rate_sweep *sweep)
{
    return sweep->known - sweep->tournament[1];
}

/** Part number n of amount, split equally among `count`: what is left over goes to the first, one
 *  each. */
static inline uint64_t sel_equal_part(uint64_t amount, uint32_t count, uint32_t n)
{
    return count == 1 ? amount : amount / count + (n < amount % count);
}

#endif
