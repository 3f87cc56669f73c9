#include "input/response_logic.h"

#include "input/response_calculated.h"

static bool has_expressions(const sel_questionnaire *questionnaire)
{
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_item *item = &questionnaire->items[i];
        if (item->relevant.len + item->constraint.len + item->required_if.len > 0 ||
            item->use == SEL_ITEM_CALCULATED)
            return true;
        for (const sel_group *group = item->group; group != NULL; group = group->parent)
            if (group->relevant.len > 0)
                return true;
    }
    return false;
}

/* Whether the question is put to everybody: where a condition decides it and is not judged, a
 * missing answer is no fault. */
static bool always_asked(const sel_item *item)
{
    bool always = item->use == SEL_ITEM_ASKED && item->relevant.len == 0;
    for (const sel_group *group = item->group; group != NULL && always; group = group->parent)
        always = group->relevant.len == 0;
    return always;
}

static void list_required(sel_response_draft *draft, sel_arena *arena)
{
    const sel_questionnaire *questionnaire = draft->questionnaire;
    draft->required = sel_arena_array(arena, questionnaire->item_count, sizeof *draft->required);
    for (uint32_t i = 0; i < questionnaire->item_count; i++)
        if (questionnaire->items[i].required && always_asked(&questionnaire->items[i]))
            draft->required[draft->required_count++] = i;
}

void sel_response_logic_start(sel_response_draft *draft, sel_day today)
{
    sel_logic_findings findings = {0}; /* told by `questionnaire check` */
    draft->today = today;
    if (today == 0 || !has_expressions(draft->questionnaire)) {
        list_required(draft, draft->issues->arena);
        return;
    }
    draft->logic = sel_logic_prepare(draft->questionnaire, draft->issues->arena, &findings);
    draft->calculates = sel_response_calculates(draft->questionnaire);
    draft->states =
        sel_memory_resize(NULL, draft->questionnaire->item_count + 1, sizeof *draft->states);
}

void sel_response_logic_end(sel_response_draft *draft)
{
    draft->states = sel_memory_resize(draft->states, 0, 1);
}

static void report_missing(sel_response_draft *draft, const sel_item *item)
{
    if (item->repeat != NULL)
        return; /* its answers are not kept (response_columns.h) */
    const sel_cell_place place =
        sel_response_draft_place(draft, (uint32_t)(item - draft->questionnaire->items));
    sel_response_draft_report(draft, "E_REQUIRED", item->name, &place, (sel_str){0}, (sel_str){0});
}

static void report_answer(sel_response_draft *draft, const sel_item *item, const sel_answer *answer,
                          const char *code, sel_str expected)
{
    char number[32];
    sel_cell_place place = {answer->text, answer->line, answer->row, answer->column};
    if (answer->is_number && answer->kind == SEL_ANSWER_VALUE && item->type != SEL_ITEM_DATE) {
        snprintf(number, sizeof number, "%lld", (long long)answer->number);
        place.text = sel_str_of(number);
    }
    sel_response_draft_report(draft, code, item->name, &place, expected, (sel_str){0});
}

/* What a constraint asks for, in the questionnaire's words, else as it is written there. */
static sel_str wish_of(const sel_item *item)
{
    sel_str message = sel_names_in(&item->constraint_messages, SEL_EN);
    return message.len > 0 ? message : item->constraint;
}

/* The day of the answer is "today" to it, unless that is still to come. */
static sel_day today_of(const sel_response_draft *draft, sel_days answered_on)
{
    bool known = answered_on.earliest == answered_on.latest && answered_on.earliest != 0;
    return known && answered_on.earliest < draft->today ? answered_on.earliest : draft->today;
}

static void judge(sel_response_draft *draft, sel_day today)
{
    const sel_questionnaire *questionnaire = draft->questionnaire;
    const sel_response response = {
        .questionnaire = questionnaire, .answers = draft->answers, .answer_count = draft->count};
    sel_logic_judge(draft->logic, &response, today, draft->arena, draft->states);
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_item *item = &questionnaire->items[i];
        const sel_item_state *state = &draft->states[i];
        const sel_answer *answer = sel_response_answer(&response, i);
        if (item->use != SEL_ITEM_ASKED)
            continue;
        if (state->required_missing)
            report_missing(draft, item);
        else if (answer != NULL && !state->relevant)
            report_answer(draft, item, answer, "W_IRRELEVANT_ANSWER",
                          sel_logic_why(draft->logic, draft->states, i, today, draft->arena));
        else if (answer != NULL && state->constraint_broken)
            report_answer(draft, item, answer, "E_CONSTRAINT", wish_of(item));
    }
    if (draft->calculates)
        sel_response_calculated_settle(draft);
}

void sel_response_logic_check(sel_response_draft *draft, sel_days answered_on)
{
    if (draft->logic != NULL) {
        judge(draft, today_of(draft, answered_on));
        return;
    }
    const sel_response view = {.answers = draft->answers, .answer_count = draft->count};
    for (uint32_t i = 0; i < draft->required_count; i++)
        if (sel_response_answer(&view, draft->required[i]) == NULL)
            report_missing(draft, &draft->questionnaire->items[draft->required[i]]);
}
