/** fuzz_definition.c - any bytes as a questionnaire: nothing may crash, what is taken must be
 * sound, a version compared with itself is the same, and every item of any response is judged. */
#include "domain/questionnaire_diff.h"
#include "domain/questionnaire_logic.h"
#include "input/definition_lint.h"
#include "input/questionnaire_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check_item(const sel_questionnaire *questionnaire, uint32_t number)
{
    const sel_item *item = &questionnaire->items[number];
    must(item->name.len > 0 && sel_questionnaire_item(questionnaire, item->name) == number);
    must((item->type >= SEL_ITEM_SELECT_ONE) == (item->list != NULL));
    must(item->list == NULL || item->list->count > 0);
    must(!item->has_range || (item->real_low <= item->real_high && item->real_step > 0));
    must(item->path.len >= item->name.len && item->row > 0);
    must(item->repeat == NULL || item->repeat->is_repeat);
    must(!item->required || item->required_if.len == 0);
}

/* An answer that could be taken in. */
static sel_answer answer_to(const sel_questionnaire *questionnaire, uint32_t number,
                            sel_arena *arena)
{
    const sel_item *item = &questionnaire->items[number];
    sel_answer answer = {.item = number, .text = SEL_STR("1")};
    if (item->list != NULL)
        answer.text = item->list->choices[0].name;
    else if (item->type == SEL_ITEM_DATE)
        answer.text = SEL_STR("2026-01-01");
    else if (item->type == SEL_ITEM_DECIMAL && item->has_range)
        answer.text = sel_str_printf(arena, "%.12f", item->real_low);
    if (item->type == SEL_ITEM_DECIMAL && item->has_range &&
        strtod(answer.text.ptr, NULL) != item->real_low)
        answer.kind = SEL_ANSWER_NOT_SAID; /* takes more digits than these */
    answer.is_number = item->type == SEL_ITEM_INTEGER;
    answer.number = item->has_range ? item->low : 1;
    return answer;
}

/* What is said to be so for all answers must be so for these. */
static void check_constant(const sel_questionnaire *questionnaire, const sel_item_state *states,
                           const sel_logic_findings *findings)
{
    for (uint32_t i = 0; i < findings->count; i++) {
        const sel_logic_finding *at = &findings->list[i];
        const char *code = at->finding.code;
        if (at->item == NULL)
            continue;
        const sel_item_state *state = &states[at->item - questionnaire->items];
        if (strncmp(code, "W_FORM_NEVER_", strlen("W_FORM_NEVER_")) == 0)
            must(!state->relevant);
        if (strcmp(code, "W_FORM_ALWAYS_ASKED") == 0)
            must(state->relevant || state->hidden_by != NULL);
        bool judged = state->relevant && state->value.kind != SEL_VALUE_EMPTY;
        if (strcmp(code, "E_FORM_NEVER_ACCEPTED") == 0)
            must(state->constraint_broken || !judged);
        if (strcmp(code, "W_FORM_ALWAYS_ACCEPTED") == 0)
            must(!state->constraint_broken);
    }
}

static void check_logic(const sel_questionnaire *questionnaire, sel_arena *arena)
{
    sel_logic_findings findings = {0};
    const sel_logic *logic = sel_logic_prepare(questionnaire, arena, &findings);
    sel_item_state *states = sel_arena_array(arena, questionnaire->item_count, sizeof *states);
    sel_answer *answers = sel_arena_array(arena, questionnaire->item_count, sizeof *answers);
    for (uint32_t i = 0; i < questionnaire->item_count; i++)
        answers[i] = answer_to(questionnaire, i, arena);
    sel_response response = {.questionnaire = questionnaire,
                             .answers = answers,
                             .answer_count = questionnaire->item_count};
    sel_logic_judge(logic, &response, 20000, arena, states);
    sel_logic_find_constant(logic, arena, &findings);
    check_constant(questionnaire, states, &findings);
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        must(states[i].answered && !states[i].required_missing);
        must(states[i].relevant || sel_logic_why(logic, states, i, 20000, arena).len > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const sel_taxonomy none;
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_error err = {0};
    sel_definition_sheets sheets;
    sel_bytes *bytes = sel_bytes_open_memory("fuzz.csv", (sel_str){(const char *)data, size});
    sel_status status = sel_definition_sheets_read(bytes, arena, &sheets, &issues, &err);
    must(status == SEL_OK || (status == SEL_BAD_INPUT && err.message[0] != '\0'));
    if (status == SEL_OK) {
        sel_questionnaire questionnaire;
        sel_questionnaire_read(&sheets, arena, &questionnaire, &issues);
        must(sel_index_count(questionnaire.by_name) == questionnaire.item_count);
        for (uint32_t i = 0; i < questionnaire.item_count; i++)
            check_item(&questionnaire, i);
        sel_definition_lint(&sheets, &questionnaire, &none, arena, &issues);
        sel_questionnaire_diff diff =
            sel_questionnaire_compare(&questionnaire, &questionnaire, arena);
        must(diff.change_count == 0 && diff.counts[SEL_BROKEN] == 0);
        check_logic(&questionnaire, arena);
        sel_questionnaire_close(&questionnaire);
    }
    sel_bytes_close(bytes);
    sel_arena_destroy(arena);
    return 0;
}
