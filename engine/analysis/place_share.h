/** place_share.h - at which places two programmes both work, and how much of their effort is there.
 */
#ifndef SEL_ANALYSIS_PLACE_SHARE_H
#define SEL_ANALYSIS_PLACE_SHARE_H

#include "domain/study.h"

/** Move *i and *j, from 0 or behind the last common place, to the next place that both programmes
 *  have; false when there is none. */
bool sel_place_next_common(const sel_study_programme *a, const sel_study_programme *b, uint32_t *i,
                           uint32_t *j);

/** Whether Σ min(a, b) over places is at least percent of the larger of the two efforts, at the
 *  high ends; never without effort. */
bool sel_place_share_reaches(const sel_study_programme *a, const sel_study_programme *b,
                             uint32_t percent);

/** Distinct recipients of a programme. */
uint32_t sel_place_recipients(const sel_study_programme *programme);

#endif
