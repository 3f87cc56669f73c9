/** both_sides.h - ask donor and recipients the same question about each undertaking. */
#ifndef SEL_ANALYSIS_PRINCIPLE_BOTH_SIDES_H
#define SEL_ANALYSIS_PRINCIPLE_BOTH_SIDES_H

#include "analysis/principle/proportion.h"
#include "analysis/principle/selection.h"

/** What one record answers. */
typedef sel_key sel_answer_of(const sel_study_programme *record);

/** What two answers come to: a rule of two_keys.h. */
typedef sel_verdict sel_key_rule(sel_key donor, sel_key recipient);

/** The donor's answer: the least favourable of the register's record and of the others that tell of
 *  the same programme. */
sel_key sel_ask_donor(const sel_evidence *evidence, const sel_undertaking *undertaking,
                      sel_answer_of *answer);

/** The recipients' answer: the least favourable of their statements. */
sel_key sel_ask_recipients(const sel_evidence *evidence, const sel_undertaking *undertaking,
                           sel_answer_of *answer);

/** Add the verdict on an undertaking, with its record and its money. */
void sel_tally_undertaking(sel_tally *tally, const sel_evidence *evidence,
                           const sel_selection *selection, const sel_undertaking *undertaking,
                           const sel_verdict *verdict);

/** Ask both sides about every selected undertaking. */
sel_tally sel_ask_both_sides(const sel_evidence *evidence, const sel_selection *selection,
                             sel_answer_of *answer, sel_key_rule *rule);

#endif
