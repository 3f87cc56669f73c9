/** study_decisions.h - what people decided about records, from addresses to programmes. Private to
 * the study. */
#ifndef SEL_DOMAIN_STUDY_DECISIONS_H
#define SEL_DOMAIN_STUDY_DECISIONS_H

#include "domain/study.h"

/** A decision before its records are known. */
typedef struct sel_raw_decision {
    sel_str a; /**< addresses "REGISTER:ID" */
    sel_str b;
    sel_record_verdict verdict;
} sel_raw_decision;

/** Set the study's decisions from those taken, in the order they were decided; its programmes are
 *  there, sorted. Lists go to arena. */
void sel_study_settle_decisions(const sel_raw_decision *raw, uint32_t count, sel_arena *arena,
                                sel_study *study);

#endif
