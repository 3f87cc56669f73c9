/** lookalike_judge.h - whether two records tell one programme: the same, for somebody to look at,
 * or different.
 *
 * Two records must meet before their evidence is weighed (resemblance.h). They meet
 *   - by structure: both ends of the ranges of start within 62 days, at least half of the longer
 *     one's days in common (sessions a month apart are not one), at least 7/10 of the larger effort
 *     at the same places, parties that do not exclude each other; and ends within 122 days, or else
 *     the same recipients, a donor in common and titles alike from 0.6;
 *   - by scope, where dates are unknown or known to more than a month and do not contradict: the
 *     same recipients, a donor in common, titles alike from 0.6 with the same numbers in them.
 * Records that registers declare to be something else to each other never do.
 *
 * From a probability of .95 (19 : 1) two are the same, from .5 they wait for somebody; text alone
 * never joins. However strong the evidence, they wait when
 *   - ends differ, or dates say too little, unless it is one project: starts that may be within 62
 *     days, the same three or more recipients, a donor and an implementer in common, and titles
 *     alike with the same numbers (ends move when projects are prolonged);
 *   - numbers in the titles differ, implementers differ, both stand in one register, titles in one
 *     language are unlike, or no party is known to be in common;
 *   - donors differ and the sum is below 8 bits;
 *   - the titles say nothing (too short, or perhaps in two languages), unless the sum has 8 bits
 * and a rare code or name, an identifier or an amount that is not round is the same: of one
 * contract several projects begin and end together. */
#ifndef SEL_ANALYSIS_LOOKALIKE_JUDGE_H
#define SEL_ANALYSIS_LOOKALIKE_JUDGE_H

#include "analysis/resemblance.h"

/** Sums in hundredths of a bit: 19 : 1 and 1 : 1. */
enum { SEL_SAME_SUM = 425, SEL_REVIEW_SUM = 0, SEL_STRONG_SUM = 800 };

typedef enum sel_likeness { SEL_DIFFERENT, SEL_PERHAPS_SAME, SEL_SAME } sel_likeness;

typedef struct sel_judgement {
    sel_likeness likeness;
    const char *reason; /**< stable word, see records.h; NULL when different */
    int32_t sum;        /**< of the evidence; 0 when the two do not meet */
} sel_judgement;

/** What judging needs, one per thread; titles are read when they are first asked for. */
typedef struct sel_judge {
    const sel_study *study;
    const sel_rarity *rarity;
    sel_arena *arena;
    const sel_title **titles; /**< per programme, NULL until read */
} sel_judge;

sel_judge sel_judge_open(const sel_study *study, const sel_rarity *rarity);

void sel_judge_close(sel_judge *judge);

/** What two different programmes are to each other; symmetric. */
sel_judgement sel_judge_pair(sel_judge *judge, uint32_t a, uint32_t b);

/** Whether dates are unknown, or known to more than a month only. */
bool sel_dates_are_imprecise(const sel_study_programme *programme);

#endif
