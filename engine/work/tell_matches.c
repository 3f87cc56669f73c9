#include "work/results.h"

#include "analysis/matching.h"
#include "work/tell.h"

static void factor_cell(sel_table *table, sel_fit_factor factor)
{
    if (factor.low == factor.high)
        sel_cell_percent(table, factor.low);
    else
        sel_cell_interval(table, factor.low, factor.high);
}

static void fit_row(const sel_context *context, const sel_study *study, const sel_fit *fit,
                    sel_table *table)
{
    const sel_study_request *request = &study->requests[fit->request];
    const sel_study_programme *programme = &study->programmes[fit->programme];
    sel_table_row(table);
    sel_cell_text(table, request->id);
    sel_cell_text(table, sel_context_recipient(context, request->recipient));
    sel_cell_text(table, sel_context_capability(context, request->capability));
    sel_cell_text(table, sel_study_address(study, fit->programme, table->arena));
    sel_cell_text(table, programme->title);
    factor_cell(table, fit->capability);
    factor_cell(table, fit->recipient);
    factor_cell(table, fit->kind);
    factor_cell(table, fit->timing);
    factor_cell(table, (sel_fit_factor){fit->low, fit->high});
    sel_cell_text(table, fit->answers ? sel_tell_word(context, "match.answers") : (sel_str){0});
}

static void tell_left_out(const sel_context *context, const sel_fits *fits, sel_section *section)
{
    static const char *const words[SEL_OUT_KINDS] = {
        [SEL_FIT_KEPT] = NULL,
        [SEL_OUT_RECIPIENT] = "out.recipient",
        [SEL_OUT_CAPABILITY] = "out.capability",
        [SEL_OUT_TIME] = "out.time",
        [SEL_OUT_KIND] = "out.kind",
    };
    sel_list *list = sel_section_list(section, false);
    for (int i = 0; i < SEL_OUT_KINDS; i++)
        if (words[i] != NULL)
            sel_list_item_add(
                list, sel_tell_word(context, words[i]),
                sel_str_of(sel_tell_count(section->report->arena, fits->left_out[i])));
}

void sel_tell_matches(const sel_context *context, const sel_assessment *assessment,
                      sel_choice_of choice, sel_report *report)
{
    const sel_study *study = assessment->study;
    sel_tell_setting(context, assessment, report);
    sel_report_subtitle(report, sel_tell_word(context, "match.advice"));
    sel_fits fits = choice.request != SEL_NONE
                        ? sel_match_request(study, choice.request, report->arena)
                        : sel_match_donor(study, choice.donor, report->arena);
    sel_section *section =
        sel_report_section(report, "matches", sel_tell_word(context, "match.heading"));
    sel_table *table =
        sel_section_table(section, "matches", sel_tell_word(context, "match.heading"));
    sel_tell_column(context, table, "request", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "country", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "capability_name", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "programme", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "title", SEL_COLUMN_TEXT);
    static const char *const factors[] = {"fit_capability", "fit_recipient", "fit_kind",
                                          "fit_timing", "fit"};
    for (size_t i = 0; i < sizeof factors / sizeof factors[0]; i++)
        sel_tell_bounded_column(context, table, factors[i], SEL_COLUMN_PERCENT, 0);
    sel_tell_column(context, table, "remark", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < fits.count; i++)
        if (assessment->records.counted[fits.list[i].programme])
            fit_row(context, study, &fits.list[i], table);
    sel_section *out =
        sel_report_section(report, "left_out", sel_tell_word(context, "match.left-out"));
    tell_left_out(context, &fits, out);
    sel_report_foot(report, sel_tell_word(context, "match.how"));
}
