#include "domain/questionnaire_diff.h"
#include "input/questionnaire_file.h"
#include "work/definition_check.h"
#include "work/tell.h"

static sel_str comparability_word(const sel_context *context, sel_comparability comparability,
                                  sel_arena *arena)
{
    const char *name = sel_comparability_name(comparability);
    return sel_tell_word(context, sel_str_printf(arena, "comparability.%s", name).ptr);
}

static sel_str change_word(const sel_context *context, sel_change_kind kind, sel_arena *arena)
{
    return sel_tell_word(context, sel_str_printf(arena, "change.%s", sel_change_name(kind)).ptr);
}

static sel_str name_of(const sel_item *item)
{
    return item == NULL ? (sel_str){0} : item->name;
}

static void tell_changes(const sel_context *context, const sel_questionnaire_diff *diff,
                         sel_report *report)
{
    if (diff->change_count == 0)
        return;
    sel_section *section = sel_report_section(report, "changes", (sel_str){0});
    sel_table *table =
        sel_section_table(section, "changes", sel_tell_word(context, "definition.changes"));
    static const char *const change_columns[] = {"before", "after", "comparability",
                                                 "change", "was",   "is"};
    for (size_t i = 0; i < sizeof change_columns / sizeof change_columns[0]; i++)
        sel_tell_column(context, table, change_columns[i], SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < diff->change_count; i++) {
        const sel_change *change = &diff->changes[i];
        const sel_question_pair *pair = &diff->questions[change->question];
        sel_table_row(table);
        sel_cell_text(table, name_of(pair->before));
        sel_cell_text(table, name_of(pair->after));
        sel_cell_text(table, comparability_word(context, sel_change_comparability(change->kind),
                                                report->arena));
        sel_cell_text(table, change_word(context, change->kind, report->arena));
        sel_cell_text(table, change->from);
        sel_cell_text(table, change->to);
    }
}

/* Every question, for programs: the verdict that its changes add up to. */
static void tell_questions(const sel_questionnaire_diff *diff, const sel_context *context,
                           sel_report *report)
{
    sel_section *section = sel_report_section(report, "questions", (sel_str){0});
    sel_table *table = sel_section_table(section, "questions", (sel_str){0});
    static const char *const columns[] = {"before", "after", "verdict"};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i], SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    for (uint32_t i = 0; i < diff->question_count; i++) {
        sel_table_row(table);
        sel_cell_text(table, name_of(diff->questions[i].before));
        sel_cell_text(table, name_of(diff->questions[i].after));
        sel_cell_text(table, sel_str_of(sel_comparability_name(diff->questions[i].comparability)));
    }
}

static void tell_diff(const sel_context *context, const sel_questionnaire_diff *diff,
                      sel_report *report)
{
    sel_arena *arena = report->arena;
    uint32_t older = diff->counts[0] + diff->counts[1] + diff->counts[2];
    sel_report_subtitle(report,
                        sel_say(arena, &context->words, "definition.counts", "same",
                                sel_tell_count(arena, diff->counts[SEL_COMPARABLE]), "mapped",
                                sel_tell_count(arena, diff->counts[SEL_MAPPED]), "broken",
                                sel_tell_count(arena, diff->counts[SEL_BROKEN]), "added",
                                sel_tell_count(arena, diff->question_count - older), NULL));
    tell_changes(context, diff, report);
    tell_questions(diff, context, report);
}

sel_status sel_definition_diff(const sel_context *context, const char *before, const char *after,
                               sel_report *report, bool *broken, sel_error *err)
{
    sel_arena *arena = report->arena;
    sel_questionnaire old = {0};
    sel_questionnaire new = {0};
    sel_status status =
        sel_questionnaire_open(sel_definition_path(context, before, arena), arena, &old, err);
    if (status == SEL_OK)
        status =
            sel_questionnaire_open(sel_definition_path(context, after, arena), arena, &new, err);
    if (status == SEL_OK) {
        sel_questionnaire_diff diff = sel_questionnaire_compare(&old, &new, arena);
        tell_diff(context, &diff, report);
        *broken = diff.counts[SEL_BROKEN] > 0;
    }
    sel_questionnaire_close(&old);
    sel_questionnaire_close(&new);
    return status;
}
