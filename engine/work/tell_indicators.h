/** tell_indicators.h - the 33 indicators, as the program itself knows them. Private to work. */
#ifndef SEL_WORK_TELL_INDICATORS_H
#define SEL_WORK_TELL_INDICATORS_H

#include "analysis/principle.h"
#include "work/lists.h"

/** A row per indicator: principle, name, role, levels, question, formula, data, source. */
sel_list_fill sel_list_indicators;

/** Letters of the levels of an indicator, "Q R (D) F", in arena: those where it is only shown in
 *  brackets. */
sel_str sel_indicator_levels(const sel_indicator *indicator, sel_arena *arena);

#endif
