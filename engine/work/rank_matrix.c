#include "work/rank_matrix.h"

#include "work/matrix_names.h"
#include "work/matrix_result.h"
#include "work/tell.h"
#include "work/tell_matrix.h"
#include "work/tell_matrix_sensitivity.h"
#include "work/tell_rank_why.h"

/* Read the files and what was said about their columns: all faults in one run. */
static sel_status read_all(const sel_matrix_wish *wish, sel_arena *arena,
                           sel_matrix_setting *setting, sel_weighting_input *input,
                           sel_issues *issues, sel_error *err)
{
    sel_decision_table *table = &setting->table;
    sel_status status = sel_decision_table_load(wish->path, arena, table, issues, err);
    if (status != SEL_OK || table->criterion_count == 0)
        return status;
    if (wish->judgements != NULL)
        status = sel_judgement_table_load(wish->judgements, table->criteria, table->criterion_count,
                                          arena, &setting->judgements, issues, err);
    if (status != SEL_OK)
        return status;
    sel_matrix_setting_columns(wish, arena, setting, issues);
    if (wish->judgements == NULL || sel_issues_allow(issues))
        sel_matrix_weighting_input(setting, arena, input, issues);
    return SEL_OK;
}

/* What each group of problems is about: an option, or the file and its column. */
static const sel_str *labels_of(const sel_issues *issues, sel_arena *arena)
{
    sel_str *labels = sel_arena_array(arena, issues->group_count, sizeof *labels);
    for (uint32_t i = 0; i < issues->group_count; i++) {
        const sel_issue *first = &issues->groups[i]->places[0];
        bool option = first->line == 0;
        labels[i] = option || first->subject.len == 0
                        ? first->source
                        : sel_str_printf(arena, "%.*s  %.*s", SEL_STR_ARG(first->source),
                                         SEL_STR_ARG(first->subject));
    }
    return labels;
}

/* Its row among those that are ranked. */
static sel_status find_ranked(const sel_matrix_result *result, const char *name, uint32_t *row,
                              sel_error *err)
{
    const sel_decision_table *ranked = &result->setting.table;
    for (uint32_t i = 0; i < ranked->row_count; i++)
        if (sel_str_is(ranked->rows[i], name)) {
            *row = i;
            return SEL_OK;
        }
    return sel_fail(err, SEL_NOT_FOUND,
                    "'%s' is not ranked: less of the weight is known than --coverage %g", name,
                    result->setting.coverage);
}

/* Rank, and explain the alternative that was asked about. */
static sel_status rank(const sel_context *context, const sel_matrix_wish *wish,
                       const sel_matrix_setting *setting, const sel_weighting_input *input,
                       sel_report *report, sel_error *err)
{
    uint32_t row = 0;
    sel_matrix_result result;
    sel_status status = SEL_OK;
    if (wish->explain != NULL)
        status = sel_rank_why_row(&setting->table, wish->explain, &row, err);
    if (status == SEL_OK)
        status = sel_matrix_result_of(setting, input, report->arena, &result, err);
    if (status == SEL_OK && wish->explain != NULL)
        status = find_ranked(&result, wish->explain, &row, err);
    if (status != SEL_OK)
        return status;
    const sel_matrix_setting *ranked = &result.setting;
    sel_tell_matrix(context, ranked, &result, report);
    sel_error fault = {0};
    const char *asked = "--sensitivity";
    if (wish->sensitivity)
        status = sel_tell_matrix_sensitivity(context, ranked, &result, report, &fault);
    if (status == SEL_OK && wish->explain != NULL) {
        asked = "--explain";
        status = sel_tell_rank_why(context, ranked, &result, row, report, &fault);
    }
    return status == SEL_OK ? SEL_OK : sel_method_fail(asked, &fault, &ranked->table, true, err);
}

sel_status sel_rank_matrix(const sel_context *context, const sel_matrix_wish *wish,
                           sel_report *report, bool *refused, sel_error *err)
{
    sel_arena *arena = report->arena;
    sel_issues issues = {.arena = arena};
    sel_matrix_setting setting;
    sel_weighting_input input;
    sel_status status = sel_matrix_setting_names(wish, &setting, err);
    if (status == SEL_OK)
        status = read_all(wish, arena, &setting, &input, &issues, err);
    if (status != SEL_OK)
        return status;
    *refused = !sel_issues_allow(&issues);
    if (!*refused)
        status = rank(context, wish, &setting, &input, report, err);
    if (status != SEL_OK)
        return status;
    sel_tell_issues(context, &issues, labels_of(&issues, arena), report);
    return SEL_OK;
}
