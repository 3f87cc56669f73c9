/** request_standing.h - which requests wait for an answer still.
 *
 * A request is met when a donor says so of its recipient and capability, in an answer that is not
 * older than the request, or when a programme cites it. One that was met in part or declined
 * waits on: another donor may answer. */
#ifndef SEL_ANALYSIS_REQUEST_STANDING_H
#define SEL_ANALYSIS_REQUEST_STANDING_H

#include "domain/study.h"

/** The first that applies. */
typedef enum sel_request_standing {
    SEL_REQUEST_OPEN,
    SEL_REQUEST_WITHDRAWN,
    SEL_REQUEST_CITED, /**< by a programme */
    SEL_REQUEST_MET,   /**< a donor says so */
    SEL_REQUEST_STANDINGS
} sel_request_standing;

typedef struct sel_request_state {
    sel_request_standing standing;
    sel_reaction answer; /**< the best that a donor gives, UNKNOWN when none does: from declined
                              over pending and partly to met */
} sel_request_state;

/** One per request of the study, in arena. */
const sel_request_state *sel_request_states(const sel_study *study, sel_arena *arena);

#endif
