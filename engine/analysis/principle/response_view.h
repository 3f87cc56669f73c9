/** response_view.h - needs and supply as one response tells them, no register joined. */
#ifndef SEL_ANALYSIS_PRINCIPLE_RESPONSE_VIEW_H
#define SEL_ANALYSIS_PRINCIPLE_RESPONSE_VIEW_H

#include "analysis/principle/selection.h"

/** Needs from the entries of one submission only; supply from its listed support only. */
typedef struct sel_response_view {
    sel_needs needs;
    sel_supplies supplies;
} sel_response_view;

/** selection is that of a response; into evidence->arena. */
sel_response_view sel_response_view_of(const sel_evidence *evidence,
                                       const sel_selection *selection);

#endif
