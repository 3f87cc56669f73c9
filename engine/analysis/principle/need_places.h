/** need_places.h - the places with a stated need of a selection, and what is given there.
 *
 * Places whose need is surely nought leave no trace: support there is support
 * without a stated need, and stands elsewhere. A response is held against its
 * own entries and the support it lists. */
#ifndef SEL_ANALYSIS_PRINCIPLE_NEED_PLACES_H
#define SEL_ANALYSIS_PRINCIPLE_NEED_PLACES_H

#include "analysis/principle/response_view.h"

/** Needs and supplies to compare: those of a response alone, else all. */
sel_response_view sel_needs_and_supplies(const sel_evidence *evidence,
                                         const sel_selection *selection);

/** Per need of the list: whether active support of the selection without usable dates names it.
 *  That support is not counted, so the place may get more than the supplies say. */
const bool *sel_undated_support(const sel_evidence *evidence, const sel_selection *selection,
                                const sel_needs *needs);

/** A place with a known need that may be above nought. Support and need in one unit. */
typedef struct sel_need_place {
    const sel_need *need;
    double supply_low;
    double supply_high;
    double need_low;
    double need_high;
    double effective_donors; /**< of the known donors; 0 when none is known */
    uint32_t programmes;     /**< that give support here */
    bool undated;            /**< support without usable dates names it */
} sel_need_place;

typedef struct sel_need_survey {
    const char *reason; /**< word id of why support and need cannot be compared, or NULL */
    uint32_t unknown;   /**< needs asked about that are not known */
    uint32_t count;     /**< places; > 0 when reason is NULL */
    const sel_need_place *places;
    const uint32_t *numbers; /**< of their needs in evidence->needs */
} sel_need_survey;

/** Look at the needs of a selection, into evidence->arena; ordinal need, in effort·days (supply.h).
 *  Reasons: nothing asked, nothing known, nothing needed; no support at all, or none with dates and
 *  places, so that coverage is not nought but unknown. Support that lies wholly outside the window
 *  has dates, and covers nothing in it. */
sel_need_survey sel_survey_needs(const sel_evidence *evidence, const sel_selection *selection);

#endif
