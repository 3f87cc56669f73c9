/** resemblance_structure.h - how findings are noted, and what dates, identifiers and amounts are
 * common ones. Private to resemblance and to what sums it up in advance. */
#ifndef SEL_ANALYSIS_RESEMBLANCE_STRUCTURE_H
#define SEL_ANALYSIS_RESEMBLANCE_STRUCTURE_H

#include "analysis/resemblance.h"

/** Note a finding with the weight of the table; nothing for SEL_FOUND_NOTHING. */
void sel_resemblance_note(sel_resemblance *r, sel_finding_of_pair found);

/** The same with a weight of its own, at most that of the table. */
void sel_resemblance_note_weight(sel_resemblance *r, sel_finding_of_pair found, int32_t weight);

/** Whether a day begins a year, as a start or as the day after an end: it often stands for one. */
bool sel_day_begins_year(sel_day day);

/** Whether an identifier says something: numbers that everybody counts from 1 do not. */
bool sel_id_is_telling(sel_str id);

/** Whether an amount is one that many have. */
bool sel_money_is_round(const sel_study_programme *programme);

#endif
