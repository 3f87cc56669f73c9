/** explain_likeness.h - whether two records tell one programme, finding by finding. Private to
 * work. */
#ifndef SEL_WORK_EXPLAIN_LIKENESS_H
#define SEL_WORK_EXPLAIN_LIKENESS_H

#include "work/explain_steps.h"

/** Steps with the evidence about two programmes; nothing when nobody decided about them, none was
 *  joined to the other, and they do not even wait for somebody. */
void sel_explain_likeness(sel_explaining *e, uint32_t a, uint32_t b);

#endif
