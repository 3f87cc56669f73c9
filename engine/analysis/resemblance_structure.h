/** resemblance_structure.h - how findings are noted. Private to resemblance. */
#ifndef SEL_ANALYSIS_RESEMBLANCE_STRUCTURE_H
#define SEL_ANALYSIS_RESEMBLANCE_STRUCTURE_H

#include "analysis/resemblance.h"

/** Note a finding with the weight of the table; nothing for SEL_FOUND_NOTHING. */
void sel_resemblance_note(sel_resemblance *r, sel_finding_of_pair found);

/** The same with a weight of its own, at most that of the table. */
void sel_resemblance_note_weight(sel_resemblance *r, sel_finding_of_pair found, int32_t weight);

#endif
