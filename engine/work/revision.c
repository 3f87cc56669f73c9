#include "work/revision.h"

#include "analysis/quality.h"
#include "base/text.h"
#include "work/answer_text.h"
#include "work/tell.h"

/* Answers of the revision before, by the items of the response. */
typedef struct earlier {
    const sel_questionnaire *questionnaire;
    const sel_answer **answers; /* per item, NULL when left empty */
    sel_arena *arena;
} earlier;

static const sel_answer *keep(sel_arena *arena, const sel_answer *answer)
{
    sel_answer *kept = sel_arena_array(arena, 1, sizeof *kept);
    *kept = *answer;
    kept->text = sel_str_copy(arena, answer->text);
    return kept;
}

static bool take_earlier(void *to, const sel_stored_answer *stored)
{
    earlier *e = to;
    uint32_t item = sel_questionnaire_item(e->questionnaire, stored->item);
    if (item != SEL_NONE)
        e->answers[item] = keep(e->arena, &stored->answer);
    return true;
}

static bool is_same(const sel_answer *before, const sel_answer *after)
{
    if (before == NULL || after == NULL)
        return before == after;
    if (before->kind != after->kind || before->kind != SEL_ANSWER_VALUE)
        return before->kind == after->kind;
    return before->is_number == after->is_number && before->number == after->number &&
           sel_str_equal(before->text, after->text);
}

/* Who answers is what the two have in common, however it is written. */
static bool is_address(const sel_item *item)
{
    return sel_str_is(item->name, "country") || sel_str_is(item->name, "organisation");
}

static void find_changes(const sel_response *response, const earlier *e,
                         sel_answer_changes *changes)
{
    sel_answer_change *list = NULL;
    uint32_t room = 0;
    for (uint32_t i = 0; i < response->questionnaire->item_count; i++) {
        const sel_answer *after = sel_response_answer(response, i);
        if (is_address(&response->questionnaire->items[i]) || is_same(e->answers[i], after))
            continue;
        list = sel_arena_one_more(e->arena, list, changes->count, &room, sizeof *list);
        list[changes->count++] =
            (sel_answer_change){.item = &response->questionnaire->items[i],
                                .before = e->answers[i],
                                .after = after == NULL ? NULL : keep(e->arena, after)};
    }
    changes->list = list;
}

static sel_status compare(sel_store *store, const sel_response *response,
                          const sel_revision_address *with, sel_arena *arena,
                          sel_answer_changes *changes, sel_error *err)
{
    earlier e = {.questionnaire = response->questionnaire, .arena = arena};
    e.answers = sel_arena_array(arena, response->questionnaire->item_count, sizeof *e.answers);
    *changes = (sel_answer_changes){0};
    sel_status status = sel_store_each_revision_answer(store, with, take_earlier, &e, err);
    if (status == SEL_OK)
        find_changes(response, &e, changes);
    return status;
}

static sel_revision_address address_of(const sel_response *response, const sel_geography *geography,
                                       uint32_t revision)
{
    return (sel_revision_address){.recipient = sel_response_respondent(response, geography),
                                  .agency = response->agency,
                                  .round = response->round,
                                  .questionnaire = response->questionnaire->id,
                                  .revision = revision};
}

sel_status sel_revision_compare(sel_store *store, const sel_response *response,
                                const sel_geography *geography, uint32_t revision, sel_arena *arena,
                                sel_answer_changes *changes, sel_error *err)
{
    const sel_revision_address with = address_of(response, geography, revision);
    return compare(store, response, &with, arena, changes, err);
}

static uint32_t telling_answers(const sel_response *response)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < response->answer_count; i++)
        count += !sel_response_is_identity(
            response->questionnaire->items[response->answers[i].item].name);
    return count;
}

sel_status sel_revision_carried_over(sel_store *store, const sel_response *response,
                                     const sel_geography *geography, sel_arena *arena,
                                     sel_carry_over *carried, sel_error *err)
{
    *carried = (sel_carry_over){0};
    sel_answer_changes changes = {0};
    sel_revision_address last = address_of(response, geography, 0);
    uint32_t answers = telling_answers(response);
    if (answers < SEL_QUALITY_UNCHANGED_ANSWERS)
        return SEL_OK;
    sel_status status = sel_store_last_elsewhere(store, arena, &last, err);
    if (status == SEL_NOT_FOUND) {
        *err = (sel_error){0};
        return SEL_OK;
    }
    if (status == SEL_OK)
        status = compare(store, response, &last, arena, &changes, err);
    for (uint32_t i = 0; i < changes.count; i++)
        if (!sel_response_is_identity(changes.list[i].item->name))
            return status;
    *carried = (sel_carry_over){last.round, answers};
    return status;
}

/* --- telling --- */

static sel_str choice_text(const sel_context *context, const sel_choice_list *list, sel_str name)
{
    uint32_t choice = sel_choice_find(list, name);
    return choice == SEL_NONE ? name
                              : sel_names_in(&list->choices[choice].labels, context->language);
}

/* Several choices stand as names with blanks between. */
static sel_str choices_text(const sel_context *context, const sel_choice_list *list, sel_str names,
                            sel_arena *arena)
{
    sel_text all = {.arena = arena};
    sel_str name;
    while (sel_str_next(&names, ' ', &name))
        sel_text_printf(&all, "%s%.*s", all.len == 0 ? "" : ", ",
                        SEL_STR_ARG(choice_text(context, list, name)));
    return sel_text_str(&all);
}

static sel_str value_text(const sel_context *context, const sel_item *item,
                          const sel_answer *answer, sel_arena *arena)
{
    enum { SHOWN = 120 };
    if (item->type == SEL_ITEM_DATE)
        return sel_answer_date(answer->text);
    if (answer->is_number)
        return sel_str_printf(arena, "%lld", (long long)answer->number);
    if (item->list != NULL)
        return choices_text(context, item->list, answer->text, arena);
    return sel_tell_clipped(arena, answer->text, SHOWN);
}

static void answer_cell(const sel_context *context, sel_table *table, const sel_item *item,
                        const sel_answer *answer)
{
    static const struct {
        const char *why;
        const char *word;
    } unsaid[] = {[SEL_ANSWER_DONT_KNOW] = {"dont_know", "answer.dont_know"},
                  [SEL_ANSWER_NOT_APPLICABLE] = {"not_applicable", "answer.not_applicable"},
                  [SEL_ANSWER_NOT_SAID] = {"not_said", "answer.not_said"}};
    if (answer == NULL)
        sel_cell_missing(table, "empty", sel_tell_word(context, "answer.empty"));
    else if (sel_str_is(item->disclosure, "sealed"))
        sel_cell_missing(table, "sealed", sel_tell_word(context, "answer.sealed"));
    else if (answer->kind != SEL_ANSWER_VALUE)
        sel_cell_missing(table, unsaid[answer->kind].why,
                         sel_tell_word(context, unsaid[answer->kind].word));
    else
        sel_cell_text(table, value_text(context, item, answer, table->arena));
}

void sel_revision_columns(const sel_context *context, sel_table *table)
{
    sel_tell_column_for(context, table, "respondent", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "item", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "question", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "before", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "after", SEL_COLUMN_TEXT);
}

void sel_revision_tell(const sel_context *context, const sel_answer_changes *changes,
                       sel_str respondent, sel_table *table)
{
    for (uint32_t i = 0; i < changes->count; i++) {
        const sel_answer_change *change = &changes->list[i];
        sel_table_row(table);
        sel_cell_text(table, respondent);
        sel_cell_text(table, change->item->name);
        sel_cell_text(table, sel_names_in(&change->item->labels, context->language));
        answer_cell(context, table, change->item, change->before);
        answer_cell(context, table, change->item, change->after);
    }
}
