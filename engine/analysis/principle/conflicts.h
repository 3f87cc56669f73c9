/** conflicts.h - the guard against conflicts of interest (d7), which also caps free choice (c4). */
#ifndef SEL_ANALYSIS_PRINCIPLE_CONFLICTS_H
#define SEL_ANALYSIS_PRINCIPLE_CONFLICTS_H

#include "analysis/principle/both_sides.h"

/** Whether a seller had advised on the programme, and it was not bought by open tender; not known
 *  counts as no. */
bool sel_has_conflict(const sel_evidence *evidence, const sel_undertaking *undertaking);

#endif
