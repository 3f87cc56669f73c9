#include "work/results.h"

#include "base/text.h"
#include "work/tell.h"
#include "work/tell_beside.h"
#include "work/tell_constants.h"

const char *sel_level_word(sel_level level)
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

const char *sel_score_footing_word(const sel_context *context, const sel_score *score,
                                   uint32_t principle)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    if (score->principles[principle].from > 0)
        return sel_reliability_word(score->principles[principle].reliability);
    for (uint32_t i = 0; i < count; i++)
        if (indicators[i]->principle == (char)('a' + principle) &&
            score->values[i].contributor_count > 0 &&
            sel_indicator_counts(&context->model, indicators[i], score->subject.level))
            return "why.no-indicator-available";
    return "why.nothing-known";
}

static void footing_cell(const sel_context *context, sel_table *table, const sel_score *all,
                         uint32_t principle)
{
    const char *word = sel_score_footing_word(context, all, principle);
    if (all->principles[principle].from == 0) {
        sel_cell_missing(table, word + strlen("why."), sel_tell_word(context, word));
        return;
    }
    sel_cell_real(table, all->principles[principle].reliability);
    sel_cell_note(table, sel_tell_word(context, word));
}

static void principle_row(const sel_context *context, sel_table *table, const sel_score *all,
                          uint32_t principle, bool withheld)
{
    const sel_principle_score *score = &all->principles[principle];
    sel_arena *arena = table->arena;
    sel_table_row(table);
    sel_cell_text(table, sel_str_printf(arena, "%c", score->principle));
    sel_cell_text(table, principle_name(context, arena, score->principle));
    if (withheld) {
        sel_cell_missing(table, "withheld", sel_tell_word(context, "why.withheld-part"));
    } else if (score->available) {
        sel_cell_real(table, score->value);
        sel_cell_between(table, score->worst, score->best);
    } else {
        sel_cell_missing(table, "not-available", sel_tell_word(context, "why.not-available"));
    }
    sel_cell_integer(table, score->from);
    sel_cell_integer(table, score->of);
    footing_cell(context, table, all, principle);
}

static void tell_principles(const sel_context *context, const sel_assessment *assessment,
                            const sel_score_wish *wish, const sel_score *score,
                            sel_section *section)
{
    sel_table *table =
        sel_section_table(section, "principles", sel_tell_word(context, "score.principles"));
    sel_tell_column_for(context, table, "letter", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "principle", SEL_COLUMN_TEXT);
    sel_tell_bounded_column(context, table, "value", SEL_COLUMN_REAL, 2);
    sel_tell_column(context, table, "from", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "of", SEL_COLUMN_INTEGER);
    sel_tell_column_for(context, table, "reliability", SEL_COLUMN_REAL, SEL_FOR_ALL);
    for (uint32_t i = 0; i < SEL_PRINCIPLES; i++)
        if (wish->principle == SEL_NONE || wish->principle == i)
            principle_row(context, table, score, i,
                          sel_score_wish_withholds_principle(context, assessment, wish, score, i));
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

/* What a reader must know beside an available value. */
static sel_str remark_of(const sel_context *context, const sel_score *score, uint32_t number,
                         const char *warning, sel_arena *arena)
{
    uint32_t count;
    const sel_indicator *indicator = sel_indicators(&count)[number];
    const sel_indicator_value *value = &score->values[number];
    const char *const words[] = {value->one_key ? "score.one-key" : NULL, value->note,
                                 sel_score_completeness(indicator, score, number), warning};
    sel_text text = {.arena = arena};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i] != NULL)
            sel_text_printf(&text, "%s%.*s", text.len == 0 ? "" : "; ",
                            SEL_STR_ARG(sel_tell_word(context, words[i])));
    return sel_text_str(&text);
}

static void value_cells(const sel_context *context, sel_table *table, const sel_score *score,
                        uint32_t number, const char *warning)
{
    const sel_indicator_value *value = &score->values[number];
    if (value->availability == SEL_AVAILABLE) {
        sel_cell_real(table, value->value);
        if (value->interval_low < value->interval_high)
            sel_cell_between(table, value->interval_low, value->interval_high);
    } else {
        const char *why =
            value->reason != NULL ? value->reason : availability_word(value->availability);
        sel_cell_missing(table, why, sel_tell_word(context, why));
    }
    if (value->proportion)
        sel_cell_integer(table, (int64_t)value->met);
    else
        sel_cell_empty(table);
    sel_cell_integer(table, (int64_t)value->known);
    sel_cell_integer(table, (int64_t)value->all);
    sel_cell_text(table, remark_of(context, score, number, warning, table->arena));
}

static void indicator_row(const sel_context *context, const sel_assessment *assessment,
                          const sel_score_wish *wish, const sel_score *score, uint32_t number,
                          sel_table *table)
{
    const char *withheld = sel_score_wish_withholds(assessment, wish, score, number);
    uint32_t count;
    const sel_indicator *indicator = sel_indicators(&count)[number];
    bool scored = indicator->role == SEL_SCORED && (indicator->context & score->subject.level) == 0;
    sel_table_row(table);
    sel_cell_text(table, sel_str_of(indicator->id));
    sel_cell_text(table, sel_tell_word(context, indicator->name));
    sel_cell_text(table, sel_tell_word(context, scored ? "role.scored" : "role.context"));
    if (withheld != NULL)
        sel_cell_missing(table, "withheld", sel_tell_word(context, withheld));
    else
        value_cells(context, table, score, number, sel_score_warning(assessment, score, number));
}

static void tell_indicators(const sel_context *context, const sel_assessment *assessment,
                            const sel_score_wish *wish, const sel_score *score,
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
    sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++)
        if (sel_score_wish_tells(wish, score, i))
            indicator_row(context, assessment, wish, score, i, table);
}

static sel_str area_name(const sel_context *context, uint32_t area, sel_arena *arena)
{
    const sel_geography *geography = &context->reference.geography;
    const sel_region *region = sel_geography_area_region(geography, area);
    if (region == NULL)
        return sel_context_recipient(context, area);
    sel_str name = sel_geography_region_name(geography, region);
    return name.len > 0 ? name : sel_str_printf(arena, "R:%.*s", SEL_STR_ARG(region->code));
}

sel_str sel_subject_name(const sel_context *context, const sel_assessment *assessment,
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
        return sel_context_recipient(context, subject.number);
    case SEL_LEVEL_REGION:
        return area_name(context, subject.number, arena);
    case SEL_LEVEL_PROGRAMME:
        return study->programmes[subject.number].title;
    case SEL_LEVEL_DONOR:
    case SEL_LEVEL_PORTFOLIO:
        break;
    }
    return sel_subject_address(assessment, subject, arena);
}

/* Of one indicator: of all of them the model and --vary tell. */
static void tell_constants(const sel_context *context, const sel_score_wish *wish,
                           sel_report *report)
{
    uint32_t count;
    if (wish->indicator == SEL_NONE)
        return;
    sel_str used =
        sel_tell_constants(context, sel_indicators(&count)[wish->indicator], report->arena);
    if (used.len > 0)
        sel_report_foot(report, sel_say(report->arena, &context->words, "constants.used", "list",
                                        sel_tell_text(report->arena, used), NULL));
}

/* Told indicators that are withheld for a reason. */
static uint32_t count_withheld(const sel_assessment *assessment, const sel_score_wish *wish,
                               const sel_score *score, const char *reason)
{
    uint32_t count = 0;
    uint32_t withheld = 0;
    sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++) {
        const char *why = sel_score_wish_tells(wish, score, i)
                              ? sel_score_wish_withholds(assessment, wish, score, i)
                              : NULL;
        withheld += why != NULL && strcmp(why, reason) == 0;
    }
    return withheld;
}

static void tell_foot(const sel_context *context, const sel_assessment *assessment,
                      const sel_score_wish *wish, const sel_score *score, sel_report *report)
{
    static const struct {
        const char *reason;
        const char *sentence;
    } reasons[] = {{"why.withheld-small", "score.withheld"},
                   {"why.withheld-few", "score.withheld-few"}};
    sel_arena *arena = report->arena;
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++) {
        uint32_t withheld = count_withheld(assessment, wish, score, reasons[i].reason);
        if (withheld > 0)
            sel_report_foot(report, sel_say(arena, &context->words, reasons[i].sentence, "count",
                                            sel_tell_count(arena, withheld), NULL));
    }
    if (wish->indicator == SEL_NONE)
        sel_report_foot(report, sel_tell_word(context, "score.how"));
    tell_constants(context, wish, report);
    sel_tell_model(context, report);
}

void sel_tell_model(const sel_context *context, sel_report *report)
{
    sel_arena *arena = report->arena;
    sel_report_foot(report, sel_say(arena, &context->words, "score.model", "model",
                                    sel_tell_text(arena, context->model.id), "version",
                                    sel_tell_text(arena, context->model.version), NULL));
}

void sel_tell_score_body(const sel_context *context, const sel_assessment *assessment,
                         const sel_score_wish *wish, sel_report *report)
{
    sel_score score = sel_score_wished(context, assessment, wish);
    sel_str name = sel_subject_name(context, assessment, wish->subject, report->arena);
    sel_section *section = sel_report_section(
        report, "score",
        sel_str_printf(report->arena, "%.*s: %.*s",
                       SEL_STR_ARG(sel_tell_word(context, sel_level_word(wish->subject.level))),
                       SEL_STR_ARG(name)));
    if (wish->indicator == SEL_NONE)
        tell_principles(context, assessment, wish, &score, section);
    sel_section *behind =
        sel_report_section(report, "indicators", sel_tell_word(context, "score.indicators"));
    tell_indicators(context, assessment, wish, &score, behind);
    if (wish->indicator != SEL_NONE &&
        sel_score_wish_withholds(assessment, wish, &score, wish->indicator) == NULL)
        sel_tell_beside(context, assessment, wish, &score, report);
    tell_foot(context, assessment, wish, &score, report);
}

void sel_tell_score(const sel_context *context, const sel_assessment *assessment,
                    const sel_score_wish *wish, sel_report *report)
{
    sel_tell_setting(context, assessment, report);
    sel_tell_score_body(context, assessment, wish, report);
}

void sel_tell_response_score(const sel_context *context, const sel_assessment *assessment,
                             uint32_t submission, sel_section *section)
{
    sel_score_wish wish = sel_score_wish_all((sel_subject){SEL_LEVEL_RESPONSE, submission});
    sel_score score = sel_score_wished(context, assessment, &wish);
    sel_section_paragraph(section, sel_tell_word(context, "score.response-about"));
    tell_principles(context, assessment, &wish, &score, section);
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
