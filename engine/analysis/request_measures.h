/** request_measures.h - what may make one request more pressing than another.
 *
 * Each measure lies in [0, 1], larger is more pressing, with bounds where something is not known;
 * where nothing is known they are 0 and 1:
 *
 *     need     severity of the need at its place, over 5 (needs.h)
 *     unmet    1 - support / need at its place in the window, not below 0 (coverage.h); 0 where
 *              no help is wanted
 *     waiting  days from its receipt to as-of, over the constant a5.days of the model, at most 1;
 *              0 when it came in later
 *     fit      the best that one of the programmes fits it (matching.h); 0 when none does
 *
 * All are about the request and the place (recipient x capability) it is about; none is about the
 * recipient as a whole, for recipients are not ranked. Rounded to 1e-9. */
#ifndef SEL_ANALYSIS_REQUEST_MEASURES_H
#define SEL_ANALYSIS_REQUEST_MEASURES_H

#include "analysis/coverage.h"
#include "analysis/matching.h"

/** What requests are measured by; borrowed. */
typedef struct sel_request_basis {
    const sel_study *study;
    const sel_needs *needs;
    const sel_supplies *supplies;
    const bool *counted; /**< programmes that offer something, as in sel_match_best */
    uint32_t donor;      /**< whose; SEL_NONE: anybody's */
} sel_request_basis;

typedef struct sel_measured_request {
    sel_fit_factor values[SEL_REQUEST_MEASURES];
    sel_coverage_place place; /**< need and support there */
    bool received;            /**< the day it came in is known */
    int32_t days;             /**< waited until as-of, >= 0; 0 when not known */
    sel_best_fit best;
} sel_measured_request;

/** One per request of the study, in arena; those that wait no more too. */
const sel_measured_request *sel_requests_measure(const sel_request_basis *basis, sel_arena *arena);

/** Whether anything is known of a measure: it lies between narrower bounds than 0 and 1. */
bool sel_measure_is_known(sel_fit_factor value);

#endif
