/** definition_lint.h - what a definition that can be read should still be asked about.
 *
 * Choices that cannot be told apart, texts without a translation, lists that
 * nothing uses, names that differ in capitals, capabilities that do not exist. */
#ifndef SEL_INPUT_DEFINITION_LINT_H
#define SEL_INPUT_DEFINITION_LINT_H

#include "domain/questionnaire.h"
#include "domain/taxonomy.h"
#include "input/definition_sheets.h"

/** Look over a questionnaire that sel_questionnaire_read made of sheets; both are only read.
 *  Missing translations are reported once per column, with all their places. */
void sel_definition_lint(const sel_definition_sheets *sheets,
                         const sel_questionnaire *questionnaire, const sel_taxonomy *taxonomy,
                         sel_arena *arena, sel_issues *issues);

#endif
