#include "work/tell_ranked.h"

#include "base/text.h"
#include "work/rank_reason.h"
#include "work/tell.h"
#include "work/tell_pairs.h"

sel_str sel_tell_ranked(const sel_context *context, const sel_field *chosen, sel_ranked_text text)
{
    static const char *const words[SEL_RANKED_TEXTS][2] = {
        [SEL_RANKED_HEADING] = {"rank.heading", "rank.heading-requests"},
        [SEL_RANKED_FIGURE] = {"rank.figure-alternative", "rank.figure-request"},
        [SEL_RANKED_NONE] = {"rank.none", "rank.none-requests"},
        [SEL_RANKED_HOW] = {"rank.how", "rank.how-requests"},
        [SEL_RANKED_MIDDLE] = {"rank.middle", "rank.middle-requests"},
    };
    return sel_tell_word(context, words[text][chosen->requests]);
}

/* --- columns --- */

void sel_tell_machine_column(sel_table *table, const char *id, sel_column_type type, bool bounds)
{
    sel_table_column(table, (sel_column){.id = id,
                                         .label = sel_str_of(id),
                                         .type = type,
                                         .bounds = bounds,
                                         .readers = SEL_FOR_MACHINES});
}

void sel_tell_ranked_columns(const sel_context *context, const sel_field *chosen, sel_table *table)
{
    if (!chosen->requests) {
        sel_tell_machine_column(table, "programme", SEL_COLUMN_TEXT, false);
        sel_tell_column(context, table, "title", SEL_COLUMN_TEXT);
        sel_tell_column(context, table, "donors", SEL_COLUMN_TEXT);
        return;
    }
    sel_tell_column(context, table, "request", SEL_COLUMN_TEXT);
    sel_tell_machine_column(table, "recipient", SEL_COLUMN_TEXT, false);
    sel_tell_column(context, table, "country", SEL_COLUMN_TEXT);
    sel_tell_machine_column(table, "capability", SEL_COLUMN_TEXT, false);
    sel_tell_column(context, table, "capability_name", SEL_COLUMN_TEXT);
    sel_tell_machine_column(table, "outcome_wanted", SEL_COLUMN_TEXT, false);
}

static void request_cells(const sel_context *context, const sel_study_request *request,
                          sel_table *table)
{
    const sel_reference *reference = &context->reference;
    sel_cell_text(table, request->id);
    sel_cell_text(table, reference->geography.recipients[request->recipient].code);
    sel_cell_text(table, sel_context_recipient(context, request->recipient));
    sel_cell_text(table, reference->taxonomy.capabilities[request->capability].code);
    sel_cell_text(table, sel_context_capability(context, request->capability));
    sel_cell_text(table, request->outcome);
}

void sel_tell_ranked_cells(const sel_context *context, const sel_study *study,
                           const sel_field *chosen, uint32_t row, sel_table *table)
{
    if (chosen->requests) {
        request_cells(context, &study->requests[chosen->numbers[row]], table);
        return;
    }
    sel_cell_text(table, chosen->names[row]);
    sel_cell_text(table, chosen->titles[row]);
    sel_cell_text(table, sel_tell_donors(study, chosen->numbers[row], table->arena));
}

sel_str sel_tell_rests_on(const sel_context *context, const sel_field *chosen, uint32_t row,
                          sel_arena *arena)
{
    const char *from = sel_tell_count(arena, chosen->from[row]);
    const char *of = sel_tell_count(arena, chosen->of[row]);
    if (chosen->requests)
        return sel_say(arena, &context->words, "rank.rests-on-measures", "from", from, "of", of,
                       NULL);
    const char *strength = sel_reliability_word(chosen->reliability[row]);
    return sel_say(arena, &context->words, "rank.rests-on", "word",
                   sel_tell_text(arena, sel_tell_word(context, strength)), "from", from, "of", of,
                   NULL);
}

/* --- left out --- */

static void add_reason(const sel_context *context, const char *word, uint32_t count,
                       sel_text *reasons)
{
    if (word != NULL && count > 0)
        sel_text_printf(reasons, "%s%.*s: %u", reasons->len == 0 ? "" : ", ",
                        SEL_STR_ARG(sel_tell_word(context, word)), count);
}

void sel_tell_ranked_left_out(const sel_context *context, const sel_field *chosen,
                              sel_section *section)
{
    static const char *const unfit[SEL_OUT_KINDS] = {
        [SEL_FIT_KEPT] = NULL,
        [SEL_OUT_RECIPIENT] = "out.recipient",
        [SEL_OUT_CAPABILITY] = "out.capability",
        [SEL_OUT_TIME] = "out.time",
        [SEL_OUT_KIND] = "out.kind",
    };
    static const char *const gone[SEL_REQUEST_STANDINGS] = {
        [SEL_REQUEST_OPEN] = NULL,
        [SEL_REQUEST_WITHDRAWN] = "out.withdrawn",
        [SEL_REQUEST_CITED] = "out.cited",
        [SEL_REQUEST_MET] = "out.met",
    };
    sel_arena *arena = section->report->arena;
    sel_text reasons = {.arena = arena};
    for (int i = 0; i < SEL_OUT_KINDS; i++)
        add_reason(context, unfit[i], chosen->left_out[i], &reasons);
    for (int i = 0; i < SEL_REQUEST_STANDINGS; i++)
        add_reason(context, gone[i], chosen->gone[i], &reasons);
    if (reasons.len > 0)
        sel_section_paragraph(section, sel_say(arena, &context->words, "rank.left-out", "reasons",
                                               reasons.bytes, NULL));
}

/* --- measures --- */

sel_str sel_tell_measure(const sel_context *context, const sel_study *study,
                         sel_request_measure measure, uint32_t donor, sel_arena *arena)
{
    static const char *const words[SEL_REQUEST_MEASURES] = {
        [SEL_REQUEST_NEED] = "rank.need-how",
        [SEL_REQUEST_UNMET] = "rank.unmet-how",
        [SEL_REQUEST_WAITING] = "rank.waiting-how",
        [SEL_REQUEST_FIT] = "rank.fit-how",
    };
    if (measure == SEL_REQUEST_FIT && donor != SEL_NONE)
        return sel_say(arena, &context->words, "rank.fit-donor-how", "donor",
                       sel_tell_text(arena, study->organisations[donor].name), NULL);
    return sel_say(arena, &context->words, words[measure], "days",
                   sel_tell_count(arena, sel_model_count(&context->model, SEL_POLICY_A5_DAYS)),
                   NULL);
}

void sel_tell_measures(const sel_context *context, const sel_study *study, const sel_field *chosen,
                       uint32_t donor, sel_report *report)
{
    sel_arena *arena = report->arena;
    const sel_model *model = &context->model;
    for (uint32_t j = 0; chosen->requests && j < model->criterion_count; j++) {
        sel_request_measure measure = sel_criterion_measure(&model->criteria[j]);
        sel_str how = sel_tell_measure(context, study, measure, donor, arena);
        sel_report_foot(report, sel_say(arena, &context->words, "rank.measure", "criterion",
                                        sel_tell_text(arena, sel_criterion_title(context, j)),
                                        "how", sel_tell_text(arena, how), NULL));
    }
}
