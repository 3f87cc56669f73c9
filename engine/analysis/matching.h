/** matching.h - which programme could answer which request, with every factor shown.
 *
 * fit = capability × recipient × kind × timing, each in [0, 1] and each an
 * interval where a side does not say. The order is advice; the requester
 * chooses. Statements of recipients about support received are no offers and
 * take no part. */
#ifndef SEL_ANALYSIS_MATCHING_H
#define SEL_ANALYSIS_MATCHING_H

#include "domain/study.h"

/** A factor with what is possible. */
typedef struct sel_fit_factor {
    double low;
    double high;
} sel_fit_factor;

/** Why a programme was left out; the first that applies. */
typedef enum sel_left_out {
    SEL_FIT_KEPT,
    SEL_OUT_RECIPIENT,  /**< does not reach the recipient */
    SEL_OUT_CAPABILITY, /**< does not cover the capability */
    SEL_OUT_TIME,       /**< ends before the request begins, or is closed or cancelled */
    SEL_OUT_KIND,       /**< offers only other kinds of help */
    SEL_OUT_KINDS
} sel_left_out;

/** Fit of one programme to one request. */
typedef struct sel_fit {
    uint32_t programme;
    uint32_t request;
    sel_left_out left_out;
    sel_fit_factor capability; /**< 1 from a share of 20 % of the programme on it, in proportion
                                    below; the depth of links does not enter it */
    sel_fit_factor recipient;  /**< depth of the link: 1 priority, .5 associate, .1 event */
    sel_fit_factor kind;       /**< share of the wanted kinds that are offered */
    sel_fit_factor timing;     /**< share of the wanted months that the programme still runs; a
                                    wanted start that has passed counts from as-of; low 0 when the
                                    start or the length is not said, or the programme suspended */
    double low;                /**< product of the lows, rounded to 1e-9 */
    double high;
    bool answers; /**< the programme cites this request */
} sel_fit;

typedef struct sel_fits {
    const sel_fit *list; /**< kept ones: middle of low and high descending, then study order */
    uint32_t count;
    uint32_t left_out[SEL_OUT_KINDS]; /**< pairs of programme and request, by reason */
} sel_fits;

/** All programmes for one request (number in the study). */
sel_fits sel_match_request(const sel_study *study, uint32_t request, sel_arena *arena);

/** All requests that the programmes of one donor (study organisation number) could answer; list
 *  is ordered by request, then fit. */
sel_fits sel_match_donor(const sel_study *study, uint32_t donor, sel_arena *arena);

/** The best that programmes fit one request. */
typedef struct sel_best_fit {
    sel_fit_factor of;  /**< largest low and largest high over the programmes; 0 when none fits */
    uint32_t programme; /**< first of sel_fits.list among them, or SEL_NONE */
} sel_best_fit;

/** One per request of the study, withdrawn ones too, in arena: over the programmes of a donor
 *  (study organisation number), or over all with SEL_NONE. counted[p] is false for records that
 *  tell a programme again (records.h). */
const sel_best_fit *sel_match_best(const sel_study *study, const bool *counted, uint32_t donor,
                                   sel_arena *arena);

#endif
