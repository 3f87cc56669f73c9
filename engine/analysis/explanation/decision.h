/** decision.h - a question put to an aggregation: the method, the table and what goes with it, as
 * sel_aggregate takes them. Everything is borrowed. */
#ifndef SEL_ANALYSIS_DECISION_H
#define SEL_ANALYSIS_DECISION_H

#include "analysis/aggregation/aggregation.h"

typedef struct sel_decision {
    const sel_aggregation *method;
    const sel_decision_matrix *matrix;
    const sel_aggregation_options *options;
} sel_decision;

#endif
