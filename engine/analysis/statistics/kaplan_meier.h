/** kaplan_meier.h - how long something takes when part of it has not happened yet.
 *
 *     S(t)   = Π over days t_i <= t of (1 − d_i/n_i)
 *     var S  = S(t)² · Σ d_i / (n_i(n_i − d_i))
 *     RM(h)  = ∫₀ʰ S(t) dt, in days
 *
 * d_i events on day t_i among n_i that were followed up to that day and still
 * wait; one whose follow-up ends on the day of an event was still waiting
 * then. S: Kaplan & Meier 1958; its variance: Greenwood 1926; restricted mean:
 * Irwin 1949. Days are whole, so S holds from a day up to the next event. Beyond
 * the last day anyone was followed S is not known: between 0 and its last
 * value, and what rests on it has two bounds. */
#ifndef SEL_ANALYSIS_KAPLAN_MEIER_H
#define SEL_ANALYSIS_KAPLAN_MEIER_H

#include "base/arena.h"

#include <stdbool.h>

/** One thing that was followed: on `days` it happened, or follow-up ended without it. */
typedef struct sel_followed {
    uint32_t days; /**< from its beginning; 0: on the first day */
    bool happened;
} sel_followed;

/** S from a day with events on. */
typedef struct sel_survival_step {
    uint32_t day;
    uint32_t at_risk;
    uint32_t events;
    double survival; /**< [0, 1) */
    double error;    /**< standard error; 0 where survival is 0, where Greenwood's is not defined */
} sel_survival_step;

typedef struct sel_survival {
    const sel_survival_step *steps; /**< by day; none when nothing happened: S is 1 */
    uint32_t step_count;
    uint32_t followed_to; /**< last day anyone was followed */
} sel_survival;

/** What is between two bounds, equal when it is known. */
typedef struct sel_survival_bounds {
    double low;
    double high;
} sel_survival_bounds;

/** S of followed things, in arena. Their order changes nothing. None: false, survival untouched. */
bool sel_survival_of(const sel_followed *followed, uint32_t count, sel_arena *arena,
                     sel_survival *survival);

/** S on a day. */
sel_survival_bounds sel_survival_at(const sel_survival *survival, uint32_t day);

/** First day on which at most half still wait, S <= 1/2. false, day untouched: more than half wait
 *  at the end of follow-up. (Some programs give the middle of the days on which S is exactly 1/2;
 *  this is the first.) */
bool sel_survival_median(const sel_survival *survival, uint32_t *day);

/** RM of a horizon in days, each bound in [0, horizon]: low with S = 0 after the end of follow-up,
 *  high with S as it was. Equal when someone was followed to the horizon, or nobody waits any
 *  more. A horizon of 0 gives 0. */
sel_survival_bounds sel_survival_mean(const sel_survival *survival, uint32_t horizon);

#endif
