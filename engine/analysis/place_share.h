/** place_share.h - how much of the effort of two programmes is at the same places. */
#ifndef SEL_ANALYSIS_PLACE_SHARE_H
#define SEL_ANALYSIS_PLACE_SHARE_H

#include "domain/study.h"

/** Whether Σ min(a, b) over places is at least percent of the larger of the two efforts, at the
 *  high ends; never without effort. */
bool sel_place_share_reaches(const sel_study_programme *a, const sel_study_programme *b,
                             uint32_t percent);

/** Distinct recipients of a programme. */
uint32_t sel_place_recipients(const sel_study_programme *programme);

#endif
