/** rates.h - support that runs at one place over time: how much, how much of it is beyond what any
 *  one donor takes part in, and how much of it comes together.
 *
 * A jointly run programme counts in full for each of its donors, so co-funding
 * is never overlap: at a time t with programmes p of known donors
 *
 *     beyond(t) = Σ_p rate_p − max_d Σ_{p of d} rate_p
 *
 * which for single donors is Σ_d R_d − max_d R_d. It never falls when a rate
 * rises. Programmes without a known donor give support but show no meeting.
 *
 * Shares of donors split a jointly run programme equally. The concentration of
 * a day is HHI(t) = Σ_d share_d(t)², the Herfindahl-Hirschman index (Hirschman
 * 1964); over time it is the mean of the days with support of a known donor,
 * each of which counts once, however much runs on it. */
#ifndef SEL_ANALYSIS_RATES_H
#define SEL_ANALYSIS_RATES_H

#include "analysis/rate_sweep.h"

/** Parts of a whole in which the concentration of a day is kept, rounded down. */
enum { SEL_CONCENTRATION_WHOLE = 1000000000 };

typedef struct sel_rate_sums {
    uint64_t supply;          /**< ∫ Σ rate, rate·days */
    uint64_t beyond;          /**< ∫ beyond */
    uint64_t concentration;   /**< Σ over days_known of HHI(t) in 10⁻⁹ */
    int32_t days_known;       /**< days with support of a known donor */
    int32_t days_together;    /**< days with beyond > 0: no one donor is in all that runs */
    uint32_t donors;          /**< distinct known donors */
    uint32_t most_donors;     /**< of those, most at once */
    uint32_t most_programmes; /**< most at once, those without a known donor too */
    double effective_donors; /**< 1/Σ share² of rate·days by donor over all days; 0 when no donor
                                  is known (Laakso & Taagepera 1979) */
} sel_rate_sums;

/** Sums over the rates of one place. */
sel_rate_sums sel_rates_sum(sel_rate_sweep *work, const sel_rate *rates, uint32_t count);

#endif
