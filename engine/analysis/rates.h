/** rates.h - support that runs at one place over time: how much, and how much of it is beyond
 *  what any one donor takes part in.
 *
 * A programme gives `rate` per day over [from, to). A jointly run programme
 * counts in full for each of its donors, so co-funding is never overlap: at a
 * time t with programmes p of known donors
 *
 *     beyond(t) = Σ_p rate_p − max_d Σ_{p of d} rate_p
 *
 * which for single donors is Σ_d R_d − max_d R_d. It never falls when a rate
 * rises. Programmes without a known donor give support but show no meeting. */
#ifndef SEL_ANALYSIS_RATES_H
#define SEL_ANALYSIS_RATES_H

#include "base/date.h"

typedef struct sel_rate {
    sel_day from;
    sel_day to;    /**< > from */
    uint32_t rate; /**< > 0 */
    uint32_t donor_count;
    const uint32_t *donors; /**< distinct organisation numbers */
} sel_rate;

typedef struct sel_rate_sums {
    uint64_t supply;       /**< ∫ Σ rate, rate·days */
    uint64_t beyond;       /**< ∫ beyond */
    int32_t days_together; /**< days with beyond > 0: no one donor is in all that runs */
} sel_rate_sums;

/** Work space for places with up to most_rates rates; one per thread. */
typedef struct sel_rates sel_rates;

sel_rates *sel_rates_create(uint32_t most_rates, uint32_t organisation_count);

/** NULL is allowed. */
void sel_rates_destroy(sel_rates *work);

/** Sums over the rates of one place. */
sel_rate_sums sel_rates_sum(sel_rates *work, const sel_rate *rates, uint32_t count);

/** Number of distinct donors. */
uint32_t sel_rates_donors(sel_rates *work, const sel_rate *rates, uint32_t count);

/** Effective number of donors: 1/Σ share² of rate·days by donor, a jointly run programme split
 *  equally; 0 when no donor is known (Laakso & Taagepera 1979; the inverse of the
 *  Herfindahl-Hirschman index). */
double sel_rates_effective_donors(sel_rates *work, const sel_rate *rates, uint32_t count);

#endif
