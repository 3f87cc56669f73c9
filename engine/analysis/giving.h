/** giving.h - which programmes give support in the window, and what they give at a place when.
 *
 * Support that is certain runs at the low effort over the days on which the
 * programme surely runs, possible support at the high effort over those on
 * which it may; both inside the window. */
#ifndef SEL_ANALYSIS_GIVING_H
#define SEL_ANALYSIS_GIVING_H

#include "analysis/rate_sweep.h"
#include "domain/study.h"

/** Which end of what is uncertain: what surely holds, or what may. */
typedef enum sel_surety { SEL_CERTAIN, SEL_POSSIBLE } sel_surety;

/** Whether a programme is active, dated and may run on some day of the window. */
bool sel_giving_in_window(const sel_study *study, const sel_study_programme *programme);

/** Days of the window on which a dated programme surely, or possibly, runs; 0 or more. */
int32_t sel_giving_days(const sel_study *study, const sel_study_programme *programme,
                        sel_surety surety);

/** Donors of a dated programme and the days of the window on which it runs, which may be none
 *  (from >= to); rate 0. */
sel_rate sel_giving_time(const sel_study *study, const sel_study_programme *programme,
                         sel_surety surety);

/** What a dated programme gives at one of its places; rate 0 when that is nothing. */
sel_rate sel_giving_rate(const sel_study *study, const sel_study_programme *programme,
                         const sel_study_place *place, sel_surety surety);

#endif
