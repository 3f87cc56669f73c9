/** definition_form.h - questionnaires written in the test as one CSV text. */
#ifndef SEL_TESTS_DEFINITION_FORM_H
#define SEL_TESTS_DEFINITION_FORM_H

#include "input/questionnaire_file.h"
#include "shipped.h"

/** Read text into arena; what is wrong with it goes to issues. Close it afterwards. */
static inline sel_questionnaire form_of(const char *text, sel_arena *arena, sel_issues *issues)
{
    sel_definition_sheets sheets;
    sel_questionnaire questionnaire;
    sel_error err = {0};
    sel_bytes *bytes = sel_bytes_open_memory("form.csv", sel_str_of(text));
    sel_status status = sel_definition_sheets_read(bytes, arena, &sheets, issues, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    sel_bytes_close(bytes);
    sel_questionnaire_read(&sheets, arena, &questionnaire, issues);
    return questionnaire;
}

/** The same for a text that must be sound. */
static inline sel_questionnaire sound_form(const char *text, sel_arena *arena)
{
    sel_issues issues = {.arena = arena};
    sel_questionnaire questionnaire = form_of(text, arena, &issues);
    if (issues.counts[SEL_FAULT] > 0)
        ck_abort_msg("%s in row %u", issues.groups[0]->places[0].code,
                     issues.groups[0]->places[0].row);
    return questionnaire;
}

#endif
