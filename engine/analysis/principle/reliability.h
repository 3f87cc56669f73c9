/** reliability.h - how far a principle's number can be trusted.
 *
 * R = (1 − m)·(1 − .40·age − .40·(1 − e/3) − .20·x); weights are ours. m: share
 * of the relevant items that is missing; age: 0 up to 12 months, 1 from 36 on;
 * e: evidence 0 assertion, 1 a document is cited, 2 public, 3 told by the
 * counterpart too; x: (disagreement + ½ one key)/items that want two keys. */
#ifndef SEL_ANALYSIS_PRINCIPLE_RELIABILITY_H
#define SEL_ANALYSIS_PRINCIPLE_RELIABILITY_H

#include "analysis/principle/selection.h"

/** What a number stands on. */
typedef struct sel_footing {
    double age;      /**< mean over what it rests on, 0..1; a date that is not known counts as 1 */
    double evidence; /**< mean level, 0..3 */
} sel_footing;

/** Footing of the selected records: the newest date and the best evidence of each undertaking. A
 *  statement without a date has that of its recipient's newest answer. {1, 0} when there are none.
 */
sel_footing sel_footing_of_records(const sel_evidence *evidence, const sel_selection *selection);

/** Footing of the needs: the answers of covered recipients, or the one answer of a response.
 *  Evidence is 0: the study does not keep where a stage comes from. */
sel_footing sel_footing_of_answers(const sel_evidence *evidence, const sel_selection *selection);

/** R of a footing; missing and contradiction are m and x, all in [0, 1]. */
double sel_reliability(sel_footing footing, double missing, double contradiction);

#endif
