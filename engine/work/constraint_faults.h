/** constraint_faults.h - what is wrong with constraints on weights, for people. Private to work. */
#ifndef SEL_WORK_CONSTRAINT_FAULTS_H
#define SEL_WORK_CONSTRAINT_FAULTS_H

#include "analysis/robustness/weight_region.h"
#include "base/issues.h"

/** The issue of a fault (code E_WEIGHTS_*), its numbers and names in `expected`; what was written
 *  and where is the caller's. names: of the criteria; weights: those that break a constraint, NULL
 *  where the fault is another. */
sel_issue sel_constraint_issue(const sel_region_fault *fault, const sel_weight_constraints *of,
                               const sel_str *names, const double *weights, sel_arena *arena);

#endif
