#include "input/response_split.h"

#include "base/text.h"
#include "input/response_value.h"

static uint32_t split_of(sel_splits *splits, const sel_questionnaire *questionnaire, uint32_t item,
                         sel_arena *arena)
{
    for (uint32_t i = 0; i < splits->count; i++)
        if (splits->list[i].item == item)
            return i;
    uint32_t choices = questionnaire->items[item].list->count;
    splits->list[splits->count] =
        (sel_split){.item = item,
                    .has_column = sel_arena_array(arena, choices, sizeof(bool)),
                    .ticks = sel_arena_array(arena, choices, sizeof(sel_tick)),
                    .places = sel_arena_array(arena, choices, sizeof(sel_str))};
    return splits->count++;
}

sel_splits sel_splits_find(const sel_columns *columns, const sel_questionnaire *questionnaire,
                           sel_arena *arena)
{
    sel_splits splits = {0};
    splits.list = sel_arena_array(arena, columns->width, sizeof *splits.list);
    splits.of_column = sel_arena_array(arena, columns->width, sizeof *splits.of_column);
    for (uint32_t i = 0; i < columns->width; i++) {
        const sel_column *column = &columns->list[i];
        splits.of_column[i] = SEL_NONE;
        if (column->kind != SEL_COLUMN_OPTION && column->kind != SEL_COLUMN_PLACE)
            continue;
        splits.of_column[i] = split_of(&splits, questionnaire, column->item, arena);
        if (column->kind == SEL_COLUMN_OPTION)
            splits.list[splits.of_column[i]].has_column[column->choice] = true;
    }
    for (uint32_t i = 0; i < columns->width; i++)
        for (uint32_t s = 0; s < splits.count && columns->list[i].kind == SEL_COLUMN_ANSWER; s++)
            if (splits.list[s].item == columns->list[i].item) {
                splits.of_column[i] = s;
                splits.list[s].has_summary = true;
            }
    return splits;
}

/* The column of an option may hold its own name or label instead of a tick. */
static sel_tick tick_of(sel_response_draft *draft, const sel_column *column,
                        const sel_cell_place *cell)
{
    sel_tick tick = sel_tick_option(cell->text);
    if (tick != SEL_TICK_NONE)
        return tick;
    sel_choice_words *words = sel_response_draft_words(draft, column->item);
    uint32_t choice;
    sel_choice_words_find(words, cell->text, &choice);
    return choice == column->choice ? SEL_TICK_YES : SEL_TICK_NONE;
}

void sel_split_take(sel_split *split, const sel_column *column, const sel_cell_place *cell,
                    sel_response_draft *draft)
{
    if (column->kind == SEL_COLUMN_ANSWER) {
        split->summary = *cell;
        return;
    }
    if (cell->text.len == 0)
        return;
    if (!split->filled)
        split->first = *cell;
    split->filled = true;
    if (column->kind == SEL_COLUMN_PLACE) {
        split->places[column->place - 1] = cell->text;
        return;
    }
    sel_tick tick = tick_of(draft, column, cell);
    split->ticks[column->choice] = tick;
    if (tick == SEL_TICK_NONE)
        sel_response_draft_report(draft, "E_TICK_UNKNOWN",
                                  draft->questionnaire->items[split->item].name, cell,
                                  SEL_STR("1, 0"), (sel_str){0});
}

/* Names of what is ticked, in the order of the list. */
static sel_str ticked_names(const sel_split *split, const sel_item *item, sel_arena *arena)
{
    sel_text names = {.arena = arena};
    for (uint32_t c = 0; c < item->list->count; c++)
        if (split->ticks[c] == SEL_TICK_YES)
            sel_text_printf(&names, "%s%.*s", names.len == 0 ? "" : " ",
                            SEL_STR_ARG(item->list->choices[c].name));
    return sel_text_str(&names);
}

/* What stands in the places of a ranking, in their order. */
static sel_str ranked_texts(const sel_split *split, const sel_item *item, sel_arena *arena)
{
    sel_text texts = {.arena = arena};
    for (uint32_t p = 0; p < item->list->count; p++)
        if (split->places[p].len > 0)
            sel_text_printf(&texts, "%s%.*s", texts.len == 0 ? "" : "; ",
                            SEL_STR_ARG(split->places[p]));
    return sel_text_str(&texts);
}

static bool has_name(sel_str names, sel_str name)
{
    sel_str part;
    while (sel_str_next(&names, ' ', &part))
        if (sel_str_equal(part, name))
            return true;
    return false;
}

/* Whether the ticks say something else than the whole answer; choices without a column cannot. */
static bool contradicts(const sel_split *split, const sel_item *item, const sel_answer *answer)
{
    if (!split->filled || answer->kind != SEL_ANSWER_VALUE || item->type == SEL_ITEM_RANK)
        return false;
    for (uint32_t c = 0; c < item->list->count; c++)
        if (split->has_column[c] && (split->ticks[c] == SEL_TICK_YES) !=
                                        has_name(answer->text, item->list->choices[c].name))
            return true;
    return false;
}

static void finish_with_summary(sel_split *split, const sel_item *item, sel_str parts,
                                sel_response_draft *draft)
{
    sel_answer answer = {.item = split->item};
    sel_cell_fault fault = sel_response_value(draft, item, split->summary.text, &answer);
    bool undecided = fault.code != NULL && strcmp(fault.code, "E_CHOICE_AMBIGUOUS") == 0;
    if (undecided && parts.len > 0)
        split->summary.text = parts;
    else if (fault.code == NULL && contradicts(split, item, &answer))
        sel_response_draft_report(draft, "E_MULTI_CONFLICT", item->name, &split->summary, parts,
                                  (sel_str){0});
    sel_response_draft_answer(draft, split->item, &split->summary);
}

void sel_split_finish(sel_split *split, sel_response_draft *draft)
{
    const sel_item *item = &draft->questionnaire->items[split->item];
    sel_str parts = item->type == SEL_ITEM_RANK ? ranked_texts(split, item, draft->arena)
                                                : ticked_names(split, item, draft->arena);
    if (split->summary.text.len > 0) {
        finish_with_summary(split, item, parts, draft);
    } else if (parts.len > 0) {
        split->first.text = parts;
        if (split->has_summary)
            sel_response_draft_report(draft, "E_MULTI_EMPTY", item->name, &split->first, parts,
                                      (sel_str){0});
        sel_response_draft_answer(draft, split->item, &split->first);
    }
    memset(split->ticks, 0, item->list->count * sizeof *split->ticks);
    memset(split->places, 0, item->list->count * sizeof *split->places);
    split->summary = (sel_cell_place){0};
    split->first = (sel_cell_place){0};
    split->filled = false;
}
