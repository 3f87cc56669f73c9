/** donor_supply.h - what one donor gives at each place within the window. */
#ifndef SEL_ANALYSIS_PRINCIPLE_DONOR_SUPPLY_H
#define SEL_ANALYSIS_PRINCIPLE_DONOR_SUPPLY_H

#include "analysis/principle/selection.h"

/** Part of a place's supply; unit as in supply.h. A programme of several donors counts in equal
 *  parts, since no register gives the split. */
typedef struct sel_donor_place {
    uint32_t supply; /**< number in evidence->supplies->list */
    uint64_t low;
    uint64_t high;
} sel_donor_place;

/** Parts of the selected records, ascending supply, into evidence->arena. *count is set. */
const sel_donor_place *sel_donor_supply(const sel_evidence *evidence,
                                        const sel_selection *selection, uint32_t *count);

#endif
