/** scale.h - whether what one alternative has touches the scores of others. Private to explanation
 * and gaps. */
#ifndef SEL_ANALYSIS_SCALE_H
#define SEL_ANALYSIS_SCALE_H

#include "analysis/explanation/scoring.h"

/** The normalisation that an aggregation uses. */
const sel_normalisation *sel_scale_used(const sel_scoring *scoring);

/** An alternative's score depends on its own values only, as long as all values stay within those
 *  of the table: additive, and values as they are, by goalposts or min-max. */
bool sel_scale_stays(const sel_scoring *scoring);

/** An alternative's score never falls against that of another when its values rise, nor when those
 *  of the other fall: sel_scale_stays, and PROMETHEE. */
bool sel_scale_monotone(const sel_scoring *scoring);

#endif
