#include "input/response_value.h"

#include "base/fold.h"
#include "base/number.h"
#include "base/text.h"
#include "input/tick.h"

/* Whether a stable name is one of the non-answers. */
static bool is_non_answer(sel_str name, sel_answer *answer)
{
    static const struct {
        sel_str name;
        sel_answer_kind kind;
    } names[] = {{{"dont_know", 9}, SEL_ANSWER_DONT_KNOW},
                 {{"not_applicable", 14}, SEL_ANSWER_NOT_APPLICABLE},
                 {{"not_said", 8}, SEL_ANSWER_NOT_SAID}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (sel_str_equal(name, names[i].name)) {
            answer->kind = names[i].kind;
            return true;
        }
    return false;
}

/* Whether a cell says one of them in any language; numbers and dates begin with a digit. */
static bool says_non_answer(const sel_reference *reference, sel_str text, sel_answer *answer)
{
    bool digit = sel_ascii_is_digit(text.ptr[0]);
    return !digit &&
           (is_non_answer(text, answer) || is_non_answer(sel_sheet_key(reference, text), answer));
}

static const sel_cell_style *style_of(const sel_response_draft *draft)
{
    return draft->style != NULL ? draft->style : &draft->plain;
}

/* "4", "1 234", "5.0000000000" as some tools store it; "5.000" could be five thousand. */
static bool whole_number(sel_response_draft *draft, sel_str text, int64_t *number)
{
    if (sel_number_integer(text, number))
        return true;
    sel_str plain;
    if (sel_cell_style_plain_number(style_of(draft), text, draft->arena, &plain) !=
        SEL_NUMBER_PLAIN)
        return false;
    const char *point = memchr(plain.ptr, '.', plain.len);
    size_t digits = point == NULL ? plain.len : (size_t)(point - plain.ptr);
    size_t zeros = digits + 1;
    while (zeros < plain.len && plain.ptr[zeros] == '0')
        zeros++;
    enum { THOUSANDS = 3 };
    return (point == NULL || (zeros == plain.len && zeros - digits - 1 != THOUSANDS)) &&
           sel_number_integer(sel_str_part(plain, 0, digits), number);
}

static sel_cell_fault read_integer(sel_response_draft *draft, const sel_item *item, sel_str text,
                                   sel_answer *answer)
{
    answer->is_number = true;
    bool whole = whole_number(draft, text, &answer->number);
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

/* The two ways to read a number whose separator could part thousands or decimals. */
static sel_cell_fault ambiguous_decimal(sel_response_draft *draft, sel_str text)
{
    sel_cell_style point = {.decimal = SEL_DECIMAL_POINT};
    sel_cell_style comma = {.decimal = SEL_DECIMAL_COMMA};
    sel_str one;
    sel_str other;
    sel_cell_fault fault = {.code = "E_DECIMAL_AMBIGUOUS"};
    if (sel_cell_style_plain_number(&point, text, draft->arena, &one) == SEL_NUMBER_PLAIN &&
        sel_cell_style_plain_number(&comma, text, draft->arena, &other) == SEL_NUMBER_PLAIN)
        fault.suggestion =
            sel_str_printf(draft->arena, "%.*s / %.*s", SEL_STR_ARG(one), SEL_STR_ARG(other));
    return fault;
}

static sel_cell_fault read_decimal(sel_response_draft *draft, const sel_item *item, sel_str text,
                                   sel_answer *answer)
{
    sel_str plain;
    sel_number_outcome outcome =
        sel_cell_style_plain_number(style_of(draft), text, draft->arena, &plain);
    if (outcome == SEL_NUMBER_AMBIGUOUS)
        return ambiguous_decimal(draft, text);
    double value;
    if (outcome == SEL_NUMBER_BAD || !sel_number_real(plain, &value))
        return (sel_cell_fault){.code = "E_TYPE_DECIMAL"};
    if (item->has_range && (value < item->real_low || value > item->real_high))
        return (sel_cell_fault){
            .code = "E_RANGE_DECIMAL",
            .expected = sel_str_printf(draft->arena, "%g-%g", item->real_low, item->real_high)};
    answer->text = sel_str_copy(draft->arena, plain);
    return (sel_cell_fault){0};
}

static sel_cell_fault ambiguous_date(sel_response_draft *draft, sel_str text)
{
    sel_str day = sel_str_part(text, 0, 2);
    sel_str month = sel_str_part(text, 3, 2);
    sel_str year = sel_str_part(text, 6, 4);
    sel_cell_fault fault = {.code = "E_DATE_AMBIGUOUS"};
    if (text.len == 10)
        fault.suggestion = sel_str_printf(draft->arena, "%.*s-%.*s-%.*s / %.*s-%.*s-%.*s",
                                          SEL_STR_ARG(year), SEL_STR_ARG(month), SEL_STR_ARG(day),
                                          SEL_STR_ARG(year), SEL_STR_ARG(day), SEL_STR_ARG(month));
    return fault;
}

static sel_cell_fault read_date(sel_response_draft *draft, sel_str text, sel_answer *answer)
{
    sel_days days;
    sel_str plain = sel_cell_style_plain_date(style_of(draft), text, draft->arena);
    sel_date_outcome outcome = sel_date_read(plain, &days);
    if (outcome == SEL_DATE_AMBIGUOUS)
        return ambiguous_date(draft, text);
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

static uint32_t item_number(const sel_response_draft *draft, const sel_item *item)
{
    return (uint32_t)(item - draft->questionnaire->items);
}

static sel_cell_fault unknown_choice(sel_response_draft *draft, const sel_item *item, sel_str text)
{
    const sel_choice_list *list = item->list;
    if (!sel_response_draft_suggests(draft, item_number(draft, item)))
        return (sel_cell_fault){.code = "E_CHOICE_UNKNOWN"};
    return (sel_cell_fault){.code = "E_CHOICE_UNKNOWN",
                            .expected = sel_choice_names(list, draft->arena),
                            .suggestion = nearest_choice(list, text, draft->arena)};
}

/* The choice yes or no of a list, for what spreadsheets make of it: TRUE, VRAI, 0. */
static uint32_t boolean_choice(const sel_choice_list *list, sel_str text)
{
    static const char *const names[][3] = {
        [SEL_TICK_YES] = {"yes", "true", "1"}, [SEL_TICK_NO] = {"no", "false", "0"}};
    sel_tick tick = sel_tick_boolean(text);
    for (uint32_t i = 0; tick != SEL_TICK_NONE && i < list->count; i++)
        for (size_t n = 0; n < 3; n++)
            if (sel_str_is(list->choices[i].name, names[tick][n]))
                return i;
    return SEL_NONE;
}

static sel_cell_fault read_choice(sel_response_draft *draft, const sel_item *item, sel_str text,
                                  sel_answer *answer)
{
    sel_choice_words *words = sel_response_draft_words(draft, item_number(draft, item));
    uint32_t choice;
    if (sel_choice_words_find(words, text, &choice) == SEL_CHOICES_AMBIGUOUS)
        return (sel_cell_fault){.code = "E_CHOICE_AMBIGUOUS"};
    if (choice == SEL_NONE)
        choice = boolean_choice(item->list, text);
    if (choice == SEL_NONE)
        return unknown_choice(draft, item, text);
    if (!is_non_answer(item->list->choices[choice].name, answer))
        answer->text = item->list->choices[choice].name;
    return (sel_cell_fault){0};
}

/* Choices in the order in which a cell names them. */
typedef struct chosen {
    uint32_t *order;
    uint32_t count;
    uint32_t room;
    sel_str unknown; /* a part that is no choice */
} chosen;

/* Parts between separators, each a choice; false at the first that is none. */
static bool take_parts(chosen *all, const sel_choice_list *list, sel_choice_words *words,
                       sel_str text, char separator)
{
    sel_str part;
    all->count = 0;
    while (sel_str_next(&text, separator, &part)) {
        part = sel_str_trim(part);
        uint32_t choice = SEL_NONE;
        if (part.len == 0)
            continue;
        if (words != NULL)
            sel_choice_words_find(words, part, &choice);
        else
            choice = sel_choice_find(list, part);
        if (choice == SEL_NONE || all->count == all->room) {
            all->unknown = part;
            return false;
        }
        all->order[all->count++] = choice;
    }
    return all->count > 0;
}

/* Plain names between blanks; or names or labels between semicolons; or labels with nothing that
 * parts them but a blank or comma, when there is one way only to read them. */
static const char *take_choices(sel_response_draft *draft, const sel_item *item, sel_str text,
                                chosen *all)
{
    sel_choice_words *words = sel_response_draft_words(draft, item_number(draft, item));
    if (take_parts(all, item->list, NULL, text, ' '))
        return NULL;
    if (memchr(text.ptr, ';', text.len) != NULL && take_parts(all, NULL, words, text, ';'))
        return NULL;
    sel_str unknown = all->unknown;
    all->unknown = memchr(text.ptr, ';', text.len) != NULL ? unknown : text;
    sel_choices_outcome outcome =
        sel_choice_words_read(words, text, all->order, all->room, &all->count);
    return outcome == SEL_CHOICES_READ        ? NULL
           : outcome == SEL_CHOICES_AMBIGUOUS ? "E_CHOICE_AMBIGUOUS"
                                              : "E_CHOICE_UNKNOWN";
}

static void add_name(sel_text *names, const sel_choice_list *list, uint32_t choice)
{
    sel_text_printf(names, "%s%.*s", names->len == 0 ? "" : " ",
                    SEL_STR_ARG(list->choices[choice].name));
}

/* Several choices are kept in the order of the list, a ranking in its own. */
static sel_cell_fault read_choices(sel_response_draft *draft, const sel_item *item, sel_str text,
                                   sel_answer *answer)
{
    const sel_choice_list *list = item->list;
    chosen all = {.room = list->count * 2};
    all.order = sel_arena_array(draft->arena, all.room, sizeof *all.order);
    const char *fault = take_choices(draft, item, text, &all);
    if (fault != NULL && strcmp(fault, "E_CHOICE_AMBIGUOUS") == 0)
        return (sel_cell_fault){.code = fault};
    if (fault != NULL)
        return unknown_choice(draft, item, all.unknown);
    bool *taken = sel_arena_array(draft->arena, list->count, sizeof *taken);
    sel_text names = {.arena = draft->arena};
    for (uint32_t i = 0; i < all.count; i++) {
        if (item->type == SEL_ITEM_RANK && !taken[all.order[i]])
            add_name(&names, list, all.order[i]);
        taken[all.order[i]] = true;
    }
    for (uint32_t i = 0; item->type != SEL_ITEM_RANK && i < list->count; i++)
        if (taken[i])
            add_name(&names, list, i);
    answer->text = sel_text_str(&names);
    is_non_answer(answer->text, answer);
    return (sel_cell_fault){0};
}

static bool is_capability(const sel_item *item)
{
    return item->list != NULL && sel_str_is(item->list->name, "capabilities");
}

static sel_cell_fault read_capability(sel_response_draft *draft, const sel_item *item, sel_str text,
                                      sel_answer *answer)
{
    const sel_taxonomy *taxonomy = &draft->reference->taxonomy;
    uint32_t found = sel_taxonomy_find(taxonomy, text);
    if (found != SEL_NONE) {
        answer->text = taxonomy->capabilities[found].code;
        return (sel_cell_fault){0};
    }
    if (says_non_answer(draft->reference, text, answer))
        return (sel_cell_fault){0};
    bool suggests = sel_response_draft_suggests(draft, item_number(draft, item));
    uint32_t nearest = suggests ? sel_taxonomy_nearest(taxonomy, text) : SEL_NONE;
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
        return read_decimal(draft, item, text, answer);
    case SEL_ITEM_DATE:
        return read_date(draft, text, answer);
    case SEL_ITEM_SELECT_ONE:
        return is_capability(item) ? read_capability(draft, item, text, answer)
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
