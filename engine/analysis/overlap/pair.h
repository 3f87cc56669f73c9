/** pair.h - from two sides to everything that is said of a pair. */
#ifndef SEL_ANALYSIS_OVERLAP_PAIR_H
#define SEL_ANALYSIS_OVERLAP_PAIR_H

#include "analysis/overlap/pair_class.h"
#include "analysis/overlap/pair_score.h"

/** The model's threshold in ppm. */
uint32_t sel_pair_threshold(const sel_model *model);

/** Whether S_c or T* reaches the threshold at the high end; after the strength. */
bool sel_pair_reaches(const sel_overlap_pair *pair, uint32_t threshold_ppm);

/** Fill class, need, money, coordination and reading; after the strength. linked may be NULL. */
void sel_pair_read(const sel_side *a, const sel_side *b, const sel_linked_pair *linked,
                   const sel_reds *reds, sel_overlap_pair *pair);

/** Past when the time together of two sides surely is, pipeline when one is still to come. */
sel_study_phase sel_pair_phase(const sel_study *study, const sel_study_programme *a,
                               const sel_study_programme *b);

/** Fill what only printing needs: implementers and phase. */
void sel_pair_describe(const sel_study *study, sel_overlap_pair *pair);

/** Whether the possible time together of two sides touches the window of the study. */
bool sel_pair_in_window(const sel_study *study, const sel_side *a, const sel_side *b);

/** K at the high end in ppm; 0 when most of what they share is not assessed. */
uint32_t sel_pair_concern(const sel_overlap_pair *pair);

/** K at the low end in ppm; 0 too when the pair is not certain. */
uint32_t sel_pair_concern_low(const sel_overlap_pair *pair);

#endif
