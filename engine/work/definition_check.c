#include "work/definition_check.h"

#include "input/definition_lint.h"
#include "input/questionnaire_file.h"
#include "work/tell.h"

const char *sel_definition_path(const sel_context *context, const char *which, sel_arena *arena)
{
    sel_str relative = sel_str_printf(arena, "questionnaires/%s/survey.csv", which);
    sel_str folder = sel_str_printf(arena, "questionnaires/%s", which);
    if (strchr(which, '/') != NULL || context->find(context->to, relative.ptr) == NULL)
        return which;
    return context->find(context->to, folder.ptr);
}

/* Per group of problems: the sheet, what it is about and where in an expression: "survey.csv
 * country, character 12". */
static const sel_str *labels_of(const sel_context *context, const sel_issues *issues,
                                sel_arena *arena)
{
    sel_str *labels = sel_arena_array(arena, issues->group_count, sizeof *labels);
    for (uint32_t i = 0; i < issues->group_count; i++) {
        const sel_issue *first = &issues->groups[i]->places[0];
        labels[i] = sel_str_printf(arena, "%.*s %.*s", SEL_STR_ARG(first->source),
                                   SEL_STR_ARG(first->subject));
        if (first->character > 0)
            labels[i] = sel_say(arena, &context->words, "definition.place", "where", labels[i].ptr,
                                "column", sel_tell_count(arena, first->character), NULL);
    }
    return labels;
}

static void tell_sizes(const sel_context *context, const sel_questionnaire *questionnaire,
                       const sel_issues *issues, sel_report *report)
{
    sel_arena *arena = report->arena;
    sel_report_subtitle(report, sel_say(arena, &context->words, "definition.read", "questions",
                                        sel_tell_count(arena, questionnaire->item_count), "groups",
                                        sel_tell_count(arena, questionnaire->group_count), "lists",
                                        sel_tell_count(arena, questionnaire->list_count), NULL));
    const char *verdict = sel_issues_allow(issues) ? "definition.sound" : "definition.faulty";
    sel_report_subtitle(report, sel_say(arena, &context->words, verdict, "fix",
                                        sel_tell_count(arena, issues->counts[SEL_FAULT]), "look",
                                        sel_tell_count(arena, issues->counts[SEL_WARNING]), NULL));
}

sel_status sel_definition_check(const sel_context *context, const char *which, sel_report *report,
                                bool *refused, sel_error *err)
{
    sel_arena *arena = report->arena;
    sel_issues issues = {.arena = arena};
    sel_definition_sheets sheets;
    sel_status status = sel_definition_sheets_open(sel_definition_path(context, which, arena),
                                                   arena, &sheets, &issues, err);
    if (status != SEL_OK)
        return status;
    sel_questionnaire questionnaire;
    sel_questionnaire_read(&sheets, arena, &questionnaire, &issues);
    sel_definition_lint(&sheets, &questionnaire, &context->reference.taxonomy, arena, &issues);
    tell_sizes(context, &questionnaire, &issues, report);
    sel_tell_issues(context, &issues, labels_of(context, &issues, arena), report);
    *refused = !sel_issues_allow(&issues);
    sel_questionnaire_close(&questionnaire);
    return SEL_OK;
}
