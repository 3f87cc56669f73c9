/** conflicts.h - the guard against conflicts of interest (d7), which also caps free choice (c4). */
#ifndef SEL_ANALYSIS_PRINCIPLE_CONFLICTS_H
#define SEL_ANALYSIS_PRINCIPLE_CONFLICTS_H

#include "analysis/principle/both_sides.h"

/** Share of the selected programmes without a seller who had advised on them; defined at all
 *  levels for the cap, shown where d7's row says so. */
sel_indicator_value sel_conflict_guard(const sel_evidence *evidence,
                                       const sel_selection *selection);

#endif
