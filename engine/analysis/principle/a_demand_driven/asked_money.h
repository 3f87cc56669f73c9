/** asked_money.h - need that is covered, in money: what is given over what was asked for.
 *
 *     Σ n·min(1, given/asked) / Σ n
 *
 * over places with a known need above nought and a request that names an
 * amount. asked: amounts of requests that are not withdrawn, the part whose time
 * lies in the window; a request without a time counts whole. given: money of
 * dated active programmes of the selection, by effort at the place and by days
 * within the window. All in the middle of their ranges. Money that is not known
 * is not counted, so the figure says "at least"; with money for less than four
 * fifths of the effort given at these places there is none. */
#ifndef SEL_ANALYSIS_PRINCIPLE_ASKED_MONEY_H
#define SEL_ANALYSIS_PRINCIPLE_ASKED_MONEY_H

#include "analysis/principle/need_places.h"

typedef struct sel_asked_money {
    const char *reason; /**< word id of why there is no figure, or NULL */
    double covered;     /**< [0, 1] */
    uint32_t places;    /**< with an amount asked */
} sel_asked_money;

/** Of the places found by sel_survey_needs for a recipient, region or portfolio. */
sel_asked_money sel_asked_money_of(const sel_evidence *evidence, const sel_selection *selection,
                                   const sel_need_survey *survey);

#endif
