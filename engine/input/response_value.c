#include "input/response_value.h"

#include "base/fold.h"
#include "base/number.h"
#include "base/text.h"

/* Whether a stable name is one of the non-answers. */
static bool is_non_answer(sel_str name, sel_answer *answer)
{
    static const struct {
        const char *name;
        sel_answer_kind kind;
    } names[] = {{"dont_know", SEL_ANSWER_DONT_KNOW},
                 {"not_applicable", SEL_ANSWER_NOT_APPLICABLE},
                 {"not_said", SEL_ANSWER_NOT_SAID}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (sel_str_is(name, names[i].name)) {
            answer->kind = names[i].kind;
            return true;
        }
    return false;
}

/* Whether a cell says one of them in any language; numbers and dates begin with a digit. */
static bool says_non_answer(const sel_reference *reference, sel_str text, sel_answer *answer)
{
    bool digit = text.ptr[0] >= '0' && text.ptr[0] <= '9';
    return !digit && is_non_answer(sel_sheet_key(reference, text), answer);
}

static sel_cell_fault read_integer(sel_response_draft *draft, const sel_item *item, sel_str text,
                                   sel_answer *answer)
{
    answer->is_number = true;
    bool whole = sel_number_integer(text, &answer->number);
    if (whole &&
        (!item->has_range || (answer->number >= item->low && answer->number <= item->high)))
        return (sel_cell_fault){0};
    sel_cell_fault fault = {.code = whole ? "E_RANGE" : "E_TYPE_INTEGER"};
    if (item->has_range)
        fault.expected =
            sel_str_printf(draft->arena, "%lld-%lld", (long long)item->low, (long long)item->high);
    int64_t floor;
    sel_str digits = sel_str_part(text, 0, strcspn(text.ptr, ".,"));
    if (!whole && sel_number_integer(digits, &floor) && floor >= item->low && floor <= item->high)
        fault.suggestion = sel_str_copy(draft->arena, digits);
    return fault;
}

/* A decimal comma is understood where semicolons stand between cells, as such files have it. */
static sel_cell_fault read_decimal(sel_response_draft *draft, sel_str text, sel_answer *answer)
{
    char *copy = sel_arena_copy(draft->arena, text.ptr, text.len);
    char *comma = strchr(copy, ',');
    if (comma != NULL && draft->delimiter == ';' && strchr(comma + 1, ',') == NULL &&
        strchr(copy, '.') == NULL)
        *comma = '.';
    double value;
    if (!sel_number_real(sel_str_of(copy), &value))
        return (sel_cell_fault){.code = "E_TYPE_DECIMAL"};
    answer->text = sel_str_of(copy);
    return (sel_cell_fault){0};
}

static sel_cell_fault read_date(sel_response_draft *draft, sel_str text, sel_answer *answer)
{
    sel_days days;
    sel_date_outcome outcome = sel_date_read(text, &days);
    if (outcome == SEL_DATE_AMBIGUOUS) {
        sel_str day = sel_str_part(text, 0, 2);
        sel_str month = sel_str_part(text, 3, 2);
        sel_str year = sel_str_part(text, 6, 4);
        bool plain = text.len == 10;
        return (sel_cell_fault){
            .code = "E_DATE_AMBIGUOUS",
            .suggestion =
                plain ? sel_str_printf(draft->arena, "%.*s-%.*s-%.*s / %.*s-%.*s-%.*s",
                                       SEL_STR_ARG(year), SEL_STR_ARG(month), SEL_STR_ARG(day),
                                       SEL_STR_ARG(year), SEL_STR_ARG(day), SEL_STR_ARG(month))
                      : (sel_str){0}};
    }
    if (outcome == SEL_DATE_BAD)
        return (sel_cell_fault){.code = "E_TYPE_DATE"};
    char first[SEL_DATE_ROOM];
    char last[SEL_DATE_ROOM];
    answer->text =
        days.earliest == days.latest
            ? sel_str_of(sel_arena_copy(draft->arena, sel_day_text(days.earliest, first), 10))
            : sel_str_printf(draft->arena, "%s/%s", sel_day_text(days.earliest, first),
                             sel_day_text(days.latest, last));
    return (sel_cell_fault){0};
}

static sel_str nearest_choice(const sel_choice_list *list, sel_str text, sel_arena *arena)
{
    sel_str folded = sel_fold(arena, text);
    size_t best = folded.len / 3 + 1;
    sel_str nearest = {0};
    for (uint32_t i = 0; i < list->count; i++)
        for (int language = -1; language < SEL_LANGUAGE_COUNT; language++) {
            sel_str label =
                language < 0 ? list->choices[i].name : list->choices[i].labels.in[language];
            size_t distance = sel_str_distance(folded, sel_fold(arena, label), best);
            if (label.len > 0 && distance < best) {
                best = distance;
                nearest = language < 0 ? list->choices[i].name : label;
            }
        }
    return nearest;
}

static sel_str choice_names(const sel_choice_list *list, sel_arena *arena)
{
    enum { SHOWN = 12 };
    sel_text names = {.arena = arena};
    for (uint32_t i = 0; i < list->count && i < SHOWN; i++)
        sel_text_printf(&names, "%s%.*s", i == 0 ? "" : ", ", SEL_STR_ARG(list->choices[i].name));
    if (list->count > SHOWN)
        sel_text_printf(&names, ", …");
    return sel_text_str(&names);
}

static sel_cell_fault unknown_choice(sel_response_draft *draft, const sel_choice_list *list,
                                     sel_str text)
{
    return (sel_cell_fault){.code = "E_CHOICE_UNKNOWN",
                            .expected = choice_names(list, draft->arena),
                            .suggestion = nearest_choice(list, text, draft->arena)};
}

static sel_cell_fault read_choice(sel_response_draft *draft, const sel_item *item, sel_str text,
                                  sel_answer *answer)
{
    const sel_choice *choice = sel_choice_find(item->list, text);
    if (choice == NULL)
        return unknown_choice(draft, item->list, text);
    if (!is_non_answer(choice->name, answer))
        answer->text = choice->name;
    return (sel_cell_fault){0};
}

/* Several choices stand between semicolons, or between blanks when all are plain names. */
static sel_cell_fault read_choices(sel_response_draft *draft, const sel_item *item, sel_str text,
                                   sel_answer *answer)
{
    bool *chosen = sel_arena_array(draft->arena, item->list->count, sizeof *chosen);
    bool marked = memchr(text.ptr, ';', text.len) != NULL;
    bool whole = !marked && sel_choice_find(item->list, text) != NULL;
    sel_str rest = text;
    sel_str part;
    while (sel_str_next(&rest, marked || whole ? ';' : ' ', &part)) {
        part = sel_str_trim(part);
        if (part.len == 0)
            continue;
        const sel_choice *choice = sel_choice_find(item->list, part);
        if (choice == NULL)
            return unknown_choice(draft, item->list, part);
        chosen[choice - item->list->choices] = true;
    }
    sel_text names = {.arena = draft->arena};
    for (uint32_t i = 0; i < item->list->count; i++)
        if (chosen[i])
            sel_text_printf(&names, "%s%.*s", names.len == 0 ? "" : " ",
                            SEL_STR_ARG(item->list->choices[i].name));
    if (names.len == 0)
        return unknown_choice(draft, item->list, text);
    answer->text = sel_text_str(&names);
    is_non_answer(answer->text, answer);
    return (sel_cell_fault){0};
}

static bool is_capability(const sel_item *item)
{
    return item->list != NULL && sel_str_is(item->list->name, "capabilities");
}

static sel_cell_fault read_capability(sel_response_draft *draft, sel_str text, sel_answer *answer)
{
    const sel_taxonomy *taxonomy = &draft->reference->taxonomy;
    uint32_t found = sel_taxonomy_find(taxonomy, text);
    if (found != SEL_NONE) {
        answer->text = taxonomy->capabilities[found].code;
        return (sel_cell_fault){0};
    }
    if (says_non_answer(draft->reference, text, answer))
        return (sel_cell_fault){0};
    uint32_t nearest = sel_taxonomy_nearest(taxonomy, text);
    sel_cell_fault fault = {.code = "E_CAPABILITY_UNKNOWN"};
    if (nearest != SEL_NONE)
        fault.suggestion = taxonomy->capabilities[nearest].code;
    return fault;
}

sel_cell_fault sel_response_value(sel_response_draft *draft, const sel_item *item, sel_str text,
                                  sel_answer *answer)
{
    bool select = item->type >= SEL_ITEM_SELECT_ONE;
    if (!select && item->type != SEL_ITEM_TEXT && says_non_answer(draft->reference, text, answer))
        return (sel_cell_fault){0};
    switch (item->type) {
    case SEL_ITEM_INTEGER:
        return read_integer(draft, item, text, answer);
    case SEL_ITEM_DECIMAL:
        return read_decimal(draft, text, answer);
    case SEL_ITEM_DATE:
        return read_date(draft, text, answer);
    case SEL_ITEM_SELECT_ONE:
        return is_capability(item) ? read_capability(draft, text, answer)
                                   : read_choice(draft, item, text, answer);
    case SEL_ITEM_SELECT_MULTIPLE:
    case SEL_ITEM_RANK:
        return read_choices(draft, item, text, answer);
    case SEL_ITEM_TEXT:
        answer->text = sel_str_copy(draft->arena, text);
        return (sel_cell_fault){0};
    }
    return (sel_cell_fault){.code = "E_CHOICE_UNKNOWN"};
}
