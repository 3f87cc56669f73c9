#include "input/response_calculated.h"

#include "input/tick.h"

#include <math.h>

bool sel_response_calculates(const sel_questionnaire *questionnaire)
{
    for (uint32_t i = 0; i < questionnaire->item_count; i++)
        if (questionnaire->items[i].use == SEL_ITEM_CALCULATED)
            return true;
    return false;
}

/* --- is it the same? --- */

/* The text as a number, with a point or a comma; false when it is none. */
static bool number_written(sel_str text, double *number)
{
    char plain[64];
    if (text.len >= sizeof plain)
        return false;
    for (size_t i = 0; i < text.len; i++)
        plain[i] = (char)(text.ptr[i] == ',' ? '.' : text.ptr[i]);
    return sel_value_to_number(sel_value_text((sel_str){plain, text.len}), number);
}

/* Programs cut or round the last digits of a fraction. */
static bool same_number(double ours, sel_str written)
{
    static const double PRECISION = 1e-9;
    double theirs;
    double size = fabs(ours) > 1 ? fabs(ours) : 1;
    return number_written(written, &theirs) &&
           (ours == theirs || fabs(ours - theirs) <= PRECISION * size);
}

static bool same(sel_value ours, sel_str written)
{
    double days;
    switch (ours.kind) {
    case SEL_VALUE_NUMBER:
        return same_number(ours.number, written);
    case SEL_VALUE_BOOLEAN:
        return sel_tick_option(written) == (ours.number != 0 ? SEL_TICK_YES : SEL_TICK_NO);
    case SEL_VALUE_DATE:
        return sel_value_to_date(sel_value_text(written), &days) && days == ours.number;
    case SEL_VALUE_SET:
        return sel_value_equal(ours, sel_value_set(written));
    default:
        return sel_str_equal(sel_str_trim(ours.text), written);
    }
}

/* --- the answer --- */

static sel_str text_of(sel_value value, sel_arena *arena)
{
    char room[SEL_VALUE_ROOM];
    return sel_str_copy(arena, sel_value_to_text(value, room));
}

/* Whole numbers are answers as those to integer questions are, all else is text. */
static void take_value(sel_answer *answer, sel_value value, sel_arena *arena)
{
    static const double EXACT = 9007199254740992; /* 2^53 */
    answer->kind = SEL_ANSWER_VALUE;
    answer->is_number = value.kind == SEL_VALUE_NUMBER && fabs(value.number) <= EXACT &&
                        value.number == floor(value.number);
    if (answer->is_number)
        answer->number = (int64_t)value.number;
    else
        answer->text = text_of(value, arena);
}

/* Where the answer to an item is, or belongs. */
static uint32_t place_among(const sel_response_draft *draft, uint32_t item)
{
    uint32_t at = draft->count;
    while (at > 0 && draft->answers[at - 1].item >= item)
        at--;
    return at;
}

static void drop(sel_response_draft *draft, uint32_t at)
{
    draft->places[draft->answers[at].item] = 0;
    draft->count -= 1;
    for (; at < draft->count; at++)
        draft->answers[at] = draft->answers[at + 1];
}

static sel_answer *make_room(sel_response_draft *draft, uint32_t at, uint32_t item)
{
    for (uint32_t i = draft->count; i > at; i--)
        draft->answers[i] = draft->answers[i - 1];
    draft->count += 1;
    draft->answers[at] = (sel_answer){.item = item, .line = draft->line};
    return &draft->answers[at];
}

static void report(sel_response_draft *draft, const sel_answer *written, sel_value value)
{
    sel_cell_place place = {written->text, written->line, written->row, written->column};
    bool none = value.kind == SEL_VALUE_EMPTY;
    sel_response_draft_report(draft, none ? "W_CALCULATION_NONE" : "W_CALCULATION_OTHER",
                              draft->questionnaire->items[written->item].name, &place,
                              none ? (sel_str){0} : text_of(value, draft->arena), (sel_str){0});
}

static void settle(sel_response_draft *draft, uint32_t item, sel_value value)
{
    uint32_t at = place_among(draft, item);
    bool written = at < draft->count && draft->answers[at].item == item;
    draft->counts->answers -= written; /* nobody gave it */
    if (written && !same(value, draft->answers[at].text))
        report(draft, &draft->answers[at], value);
    if (value.kind != SEL_VALUE_EMPTY)
        take_value(written ? &draft->answers[at] : make_room(draft, at, item), value, draft->arena);
    else if (written)
        drop(draft, at);
}

void sel_response_calculated_settle(sel_response_draft *draft)
{
    for (uint32_t i = 0; i < draft->questionnaire->item_count; i++) {
        const sel_item_state *state = &draft->states[i];
        if (draft->questionnaire->items[i].use != SEL_ITEM_CALCULATED)
            continue;
        if (!state->relevant)
            settle(draft, i, sel_value_empty(SEL_WHY_NOT_ANSWERED));
        else if (state->calculated)
            settle(draft, i, state->value);
    }
}
