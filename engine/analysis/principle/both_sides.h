/** both_sides.h - ask donor and recipients the same question about each undertaking. */
#ifndef SEL_ANALYSIS_PRINCIPLE_BOTH_SIDES_H
#define SEL_ANALYSIS_PRINCIPLE_BOTH_SIDES_H

#include "analysis/principle/proportion.h"
#include "analysis/principle/selection.h"

/** What one record answers. */
typedef sel_key sel_answer_of(const sel_study_programme *record);

/** What one record answers, which depends on a constant of the model. */
typedef sel_key sel_answer_by(const sel_study_programme *record, double constant);

/** What two answers come to: a rule of two_keys.h. */
typedef sel_verdict sel_key_rule(sel_key donor, sel_key recipient);

/** The donor's answer: the least favourable of the register's record and of the others that tell of
 *  the same programme. */
sel_key sel_ask_donor(const sel_evidence *evidence, const sel_undertaking *undertaking,
                      sel_answer_of *answer);

/** The recipients' answer: the least favourable of their statements. */
sel_key sel_ask_recipients(const sel_evidence *evidence, const sel_undertaking *undertaking,
                           sel_answer_of *answer);

/** What both answers come to. */
sel_verdict sel_ask_sides(const sel_evidence *evidence, const sel_undertaking *undertaking,
                          sel_answer_of *answer, sel_key_rule *rule);

/** Whether a side answers at all. */
bool sel_a_side_answers(const sel_evidence *evidence, const sel_undertaking *undertaking,
                        sel_answer_of *answer);

/** Add the verdict on an undertaking, with its record and its money. */
void sel_tally_undertaking(sel_tally *tally, const sel_selection *selection,
                           const sel_undertaking *undertaking, const sel_verdict *verdict);

/** Ask both sides about every selected undertaking. */
sel_tally sel_ask_both_sides(const sel_evidence *evidence, const sel_selection *selection,
                             sel_answer_of *answer, sel_key_rule *rule);

/** The same for an answer that depends on a constant of the model. */
sel_tally sel_ask_both_sides_by(const sel_evidence *evidence, const sel_selection *selection,
                                sel_answer_by *answer, sel_policy constant, sel_key_rule *rule);

/** sel_ask_both_sides without the undertakings that the question does not apply to: a side says so,
 * which is what `exempt` answers, and neither side gives an answer. */
sel_tally sel_ask_where_it_applies(const sel_evidence *evidence, const sel_selection *selection,
                                   sel_answer_of *answer, sel_answer_of *exempt,
                                   sel_key_rule *rule);

/** What a tally without the undertakings left out comes to: not applicable with `exempt` when all
 *  were left out, else as sel_tally_value has it. */
sel_indicator_value sel_applicable_value(const sel_tally *tally, const sel_selection *selection,
                                         const char *exempt, const char *unknown);

#endif
