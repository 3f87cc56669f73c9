#include "work/results.h"

#include "base/text.h"
#include "work/tell.h"

static const char *level_word(sel_level level)
{
    switch (level) {
    case SEL_LEVEL_RESPONSE:
        return "level.response";
    case SEL_LEVEL_RECIPIENT:
        return "level.recipient";
    case SEL_LEVEL_REGION:
        return "level.region";
    case SEL_LEVEL_PROGRAMME:
        return "level.programme";
    case SEL_LEVEL_DONOR:
        return "level.donor";
    case SEL_LEVEL_PORTFOLIO:
        break;
    }
    return "level.portfolio";
}

static sel_str principle_name(const sel_context *context, sel_arena *arena, char letter)
{
    return sel_tell_word(context, sel_str_printf(arena, "principle.%c", letter).ptr);
}

static void principle_row(const sel_context *context, sel_table *table,
                          const sel_principle_score *score)
{
    sel_arena *arena = table->arena;
    sel_table_row(table);
    sel_cell_text(table, sel_str_printf(arena, "%c", score->principle));
    sel_cell_text(table, principle_name(context, arena, score->principle));
    if (score->available) {
        sel_cell_real(table, score->value);
        sel_cell_between(table, score->worst, score->best);
    } else {
        sel_cell_missing(table, "not-available", sel_tell_word(context, "why.not-available"));
    }
    sel_cell_integer(table, score->from);
    sel_cell_integer(table, score->of);
    sel_cell_integer(table, score->unbuilt);
    if (score->from == 0) {
        sel_cell_missing(table, "nothing-known", sel_tell_word(context, "why.nothing-known"));
        return;
    }
    sel_cell_real(table, score->reliability);
    sel_cell_note(table, sel_tell_word(context, sel_reliability_word(score->reliability)));
}

static void tell_principles(const sel_context *context, const sel_score *score,
                            sel_section *section)
{
    sel_table *table =
        sel_section_table(section, "principles", sel_tell_word(context, "score.principles"));
    sel_tell_column_for(context, table, "letter", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "principle", SEL_COLUMN_TEXT);
    sel_tell_bounded_column(context, table, "value", SEL_COLUMN_REAL, 2);
    sel_tell_column(context, table, "from", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "of", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "not_built", SEL_COLUMN_INTEGER);
    sel_tell_column_for(context, table, "reliability", SEL_COLUMN_REAL, SEL_FOR_ALL);
    for (int i = 0; i < SEL_PRINCIPLES; i++)
        principle_row(context, table, &score->principles[i]);
}

static const char *availability_word(sel_availability availability)
{
    static const char *const words[] = {
        [SEL_AVAILABLE] = "availability.available",
        [SEL_NOT_AVAILABLE] = "availability.not-available",
        [SEL_NOT_APPLICABLE] = "availability.not-applicable",
        [SEL_NOT_DEFINED] = "availability.not-defined",
    };
    return words[availability];
}

static void indicator_row(const sel_context *context, sel_table *table,
                          const sel_indicator *indicator, const sel_indicator_value *value)
{
    sel_table_row(table);
    sel_cell_text(table, sel_str_of(indicator->id));
    sel_cell_text(table, sel_tell_word(context, indicator->name));
    sel_cell_text(table, sel_tell_word(context, indicator->role == SEL_SCORED ? "role.scored"
                                                                              : "role.context"));
    if (value->availability == SEL_AVAILABLE) {
        sel_cell_real(table, value->value);
        if (value->interval_low < value->interval_high)
            sel_cell_between(table, value->interval_low, value->interval_high);
    } else {
        const char *why =
            value->reason != NULL ? value->reason : availability_word(value->availability);
        sel_cell_missing(table, why, sel_tell_word(context, why));
    }
    sel_cell_integer(table, (int64_t)value->met);
    sel_cell_integer(table, (int64_t)value->known);
    sel_cell_integer(table, (int64_t)value->all);
    sel_cell_text(table, value->one_key ? sel_tell_word(context, "score.one-key") : (sel_str){0});
}

static void tell_indicators(const sel_context *context, const sel_score *score,
                            sel_section *section)
{
    sel_table *table =
        sel_section_table(section, "indicators", sel_tell_word(context, "score.indicators"));
    sel_tell_column(context, table, "id", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "indicator", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "role", SEL_COLUMN_TEXT);
    sel_tell_bounded_column(context, table, "value", SEL_COLUMN_REAL, 2);
    sel_tell_column(context, table, "met", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "answered", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "all", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "remark", SEL_COLUMN_TEXT);
    uint32_t count = 0;
    const sel_indicator *const *indicators = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++)
        if (indicators[i]->evaluate != NULL && score->values[i].availability != SEL_NOT_DEFINED)
            indicator_row(context, table, indicators[i], &score->values[i]);
}

static sel_str unbuilt_list(sel_arena *arena, unsigned level)
{
    sel_text list = {.arena = arena};
    uint32_t count = 0;
    const sel_indicator *const *indicators = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++)
        if (indicators[i]->evaluate == NULL && (indicators[i]->levels & level) != 0)
            sel_text_printf(&list, "%s%s", list.len == 0 ? "" : ", ", indicators[i]->id);
    return list.len == 0 ? SEL_STR("-") : sel_text_str(&list);
}

static sel_str subject_name(const sel_context *context, const sel_assessment *assessment,
                            sel_subject subject, sel_arena *arena)
{
    const sel_study *study = assessment->study;
    switch (subject.level) {
    case SEL_LEVEL_RESPONSE: {
        const sel_study_submission *from = &study->submissions[subject.number];
        return from->recipient == SEL_NONE ? from->organisation
                                           : sel_context_recipient(context, from->recipient);
    }
    case SEL_LEVEL_RECIPIENT:
    case SEL_LEVEL_REGION:
        return sel_context_recipient(context, subject.number);
    case SEL_LEVEL_PROGRAMME:
        return study->programmes[subject.number].title;
    case SEL_LEVEL_DONOR:
    case SEL_LEVEL_PORTFOLIO:
        break;
    }
    return sel_subject_address(assessment, subject, arena);
}

void sel_tell_score_body(const sel_context *context, const sel_assessment *assessment,
                         sel_subject subject, sel_report *report)
{
    sel_score score = sel_score_compute(&assessment->evidence, &context->model, subject);
    sel_section *section = sel_report_section(
        report, "score",
        sel_str_printf(report->arena, "%.*s: %.*s",
                       SEL_STR_ARG(sel_tell_word(context, level_word(subject.level))),
                       SEL_STR_ARG(subject_name(context, assessment, subject, report->arena))));
    tell_principles(context, &score, section);
    sel_section *behind =
        sel_report_section(report, "indicators", sel_tell_word(context, "score.indicators"));
    tell_indicators(context, &score, behind);
    sel_report_foot(
        report,
        sel_say(report->arena, &context->words, "score.not-built", "list",
                sel_tell_text(report->arena, unbuilt_list(report->arena, subject.level)), NULL));
    sel_report_foot(report, sel_tell_word(context, "score.how"));
}

void sel_tell_score(const sel_context *context, const sel_assessment *assessment,
                    sel_subject subject, sel_report *report)
{
    sel_tell_setting(context, assessment, report);
    sel_tell_score_body(context, assessment, subject, report);
}

void sel_tell_response_score(const sel_context *context, const sel_assessment *assessment,
                             uint32_t submission, sel_section *section)
{
    sel_subject subject = {SEL_LEVEL_RESPONSE, submission};
    sel_score score = sel_score_compute(&assessment->evidence, &context->model, subject);
    sel_section_paragraph(section, sel_tell_word(context, "score.response-about"));
    tell_principles(context, &score, section);
}

static uint32_t submission_of(const sel_study *study, const sel_receipt *receipt)
{
    for (uint32_t i = 0; i < study->submission_count && receipt->recipient != SEL_NONE; i++)
        if (study->submissions[i].recipient == receipt->recipient &&
            sel_str_equal(study->submissions[i].questionnaire, receipt->questionnaire) &&
            sel_str_equal(study->submissions[i].agency, receipt->agency) &&
            sel_str_equal(study->submissions[i].round, receipt->round))
            return i;
    return SEL_NONE;
}

void sel_tell_receipt_scores(const sel_context *context, const sel_assessment *assessment,
                             const sel_intake *intake, sel_report *report)
{
    for (uint32_t i = 0; i < intake->receipt_count && i < SEL_RECEIPTS_SHOWN; i++) {
        if (!intake->receipts[i].supported)
            continue;
        uint32_t submission = submission_of(assessment->study, &intake->receipts[i]);
        if (submission == SEL_NONE)
            continue;
        sel_section *section = sel_report_section(
            report, "principles",
            sel_say(report->arena, &context->words, "score.response-heading", "who",
                    sel_tell_text(report->arena,
                                  sel_context_recipient(context, intake->receipts[i].recipient)),
                    NULL));
        sel_tell_response_score(context, assessment, submission, section);
    }
}
