/** flows.h - the flows of PROMETHEE on one criterion. Private to promethee.
 *
 * For the five shapes made of straight lines: Calders & Van Assche 2016,
 * "PROMETHEE is not quadratic" (arXiv 1603.00091): on sorted values, those an
 * alternative beats by a given difference are a window that only moves forward,
 * and their sum is kept as it moves: O(n log n) time and O(n) memory.
 *
 * Values count in whole units of 2⁻⁵⁴ of the criterion's range and sums are
 * exact, so that flows depend on no order and an error comes from rounding the
 * values alone. */
#ifndef SEL_ANALYSIS_AGGREGATION_FLOWS_H
#define SEL_ANALYSIS_AGGREGATION_FLOWS_H

#include "analysis/aggregation/promethee.h"
#include "analysis/aggregation/sorted_units.h"

typedef struct sel_flow_criterion {
    sel_plain_column column;
    sel_promethee_shape shape;
    double q;
    double p;
    double s;
} sel_flow_criterion;

/** Of an alternative a: Σ_b P(a, b) and Σ_b P(b, a). */
typedef struct sel_flow {
    double plus;
    double minus;
} sel_flow;

/** Write the flow of every alternative; room is for as many as there are. */
void sel_flows_of(const sel_flow_criterion *criterion, const sel_sorting_room *room,
                  sel_flow *flows);

#endif
