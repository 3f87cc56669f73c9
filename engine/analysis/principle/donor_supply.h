/** donor_supply.h - what one donor gives at each place within the window. */
#ifndef SEL_ANALYSIS_PRINCIPLE_DONOR_SUPPLY_H
#define SEL_ANALYSIS_PRINCIPLE_DONOR_SUPPLY_H

#include "analysis/principle/selection.h"

/** Parts of the selected records, ascending supply, into evidence->arena. *count is set. The
 *  selection of a donor has them already. */
const sel_donor_place *sel_donor_supply(const sel_evidence *evidence,
                                        const sel_selection *selection, uint32_t *count);

#endif
