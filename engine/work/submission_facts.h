/** submission_facts.h - what one submission says besides needs, answer by answer.
 *
 * By what an answer means (its aspect), whatever the questionnaire: what a
 * recipient or body says of itself; what a regional body says of its mandate
 * for each capability; and what a donor answered to requests. */
#ifndef SEL_WORK_SUBMISSION_FACTS_H
#define SEL_WORK_SUBMISSION_FACTS_H

#include "domain/statement.h"
#include "domain/study.h"
#include "store/store.h"

/** One submission's facts while its answers come in. */
typedef struct sel_submission_facts {
    const sel_reference *reference; /**< borrowed */
    sel_arena *arena;               /**< of texts; borrowed */
    sel_study_mandate *mandates;    /**< one per capability */
    bool *mandated;                 /**< whether anything was said of it */
    sel_study_offer offers[SEL_STATEMENT_ROWS_MAX];
} sel_submission_facts;

/** Nothing said yet; both are borrowed for the life of the facts. */
sel_submission_facts sel_facts_begin(const sel_reference *reference, sel_arena *arena);

/** Take an answer; false: it says something else. */
bool sel_facts_take(sel_submission_facts *facts, const sel_stored_answer *stored,
                    sel_study_submission *submission);

/** Add mandates (of a regional body) and answers to requests (of an organisation) to the study,
 *  under the number of their submission. Rows without a recipient and a capability we know are
 *  left out. */
void sel_facts_add(const sel_submission_facts *facts, const sel_study_submission *submission,
                   uint32_t number, sel_study_builder *builder);

/** Forget everything, for the next submission. */
void sel_facts_clear(sel_submission_facts *facts);

#endif
