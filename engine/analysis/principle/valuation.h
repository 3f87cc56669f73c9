/** valuation.h - one indicator of one subject, by the model of the study. */
#ifndef SEL_ANALYSIS_PRINCIPLE_VALUATION_H
#define SEL_ANALYSIS_PRINCIPLE_VALUATION_H

#include "analysis/principle/selection.h"

/** SEL_NOT_DEFINED. */
sel_indicator_value sel_value_undefined(void);

/** The value of an indicator for the selection; undefined where it has no meaning. A reason or note
 *  whose sentence states the usual value of a constant gives way to one without a number when the
 *  model has another value. */
sel_indicator_value sel_evaluate(const sel_evidence *evidence, const sel_selection *selection,
                                 const sel_indicator *indicator);

#endif
