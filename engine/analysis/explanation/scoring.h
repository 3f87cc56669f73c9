/** scoring.h - a question put to an aggregation: the method, the table and what goes with it, as
 * sel_aggregate takes them. Everything is borrowed. */
#ifndef SEL_ANALYSIS_SCORING_H
#define SEL_ANALYSIS_SCORING_H

#include "analysis/aggregation/aggregation.h"

typedef struct sel_scoring {
    const sel_aggregation *method;
    const sel_decision_matrix *matrix;
    const sel_aggregation_options *options;
} sel_scoring;

#endif
