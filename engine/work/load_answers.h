/** load_answers.h - submissions and their answers, from the store into a study. */
#ifndef SEL_WORK_LOAD_ANSWERS_H
#define SEL_WORK_LOAD_ANSWERS_H

#include "domain/study.h"
#include "store/store.h"
#include "work/context.h"

/** Load what counts: of one respondent (state, body or organisation, and agency) and one
 *  questionnaire the answers of the round, or without one (NULL) those received last. What the
 *  others state of support is left out of the study. A submission without a single answer, and one
 *  of nobody we know, says nothing. Before programmes are loaded. */
SEL_CHECKED
sel_status sel_load_answers(const sel_context *context, sel_store *store,
                            sel_study_builder *builder, const char *round, sel_error *err);

#endif
