/** explain_settling.h - which missing facts would settle what is said of a pair. Private to work.
 */
#ifndef SEL_WORK_EXPLAIN_SETTLING_H
#define SEL_WORK_EXPLAIN_SETTLING_H

#include "work/explain_steps.h"

/** Step "what would settle it" with a step for each fact that is missing: whose it is, and what may
 *  come of it. */
void sel_explain_settling(sel_explaining *e, const sel_overlap_pair *pair);

#endif
