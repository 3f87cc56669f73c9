/** random_sheet.h - sheets filled in by a seeded respondent: one valid answer in every cell that
 *  asks something, as somebody would write it in the language of the sheet. */
#ifndef SEL_TESTS_RANDOM_SHEET_H
#define SEL_TESTS_RANDOM_SHEET_H

#include "random_study.h"

/* What a cell says, and what must be stored for it: "text", "#5" for whole numbers, "?dont_know"
 * and the like for answers that are none. */
typedef struct random_cell {
    sel_str written;
    sel_str stored;
} random_cell;

static inline bool random_is_non_answer(sel_str name)
{
    return sel_str_is(name, "dont_know") || sel_str_is(name, "not_applicable") ||
           sel_str_is(name, "not_said");
}

/** One of the three answers that give no value. */
static inline random_cell random_non_answer(random_source *source, const sel_reference *reference,
                                            sel_language language, sel_arena *arena)
{
    static const char *const names[] = {"dont_know", "not_applicable", "not_said"};
    const char *name = names[random_below(source, 3)];
    return (random_cell){sel_sheet_name(reference, name, language),
                         sel_str_printf(arena, "?%s", name)};
}

/** Words with what spreadsheets and CSV trip over. */
static inline random_cell random_words(random_source *source, sel_arena *arena)
{
    static const char *const words[] = {"Ministère",     "007",       "a, b",  "\"quoted\"",
                                        "one; two",      "1,5",       "وزارة", "网络安全",
                                        "Министерство",  "x = y + 1", "it's",  "100 %",
                                        "Côte d'Ivoire", "2027"};
    enum { WORDS = sizeof words / sizeof words[0] };
    sel_str text = sel_str_printf(arena, "%s %s %u", words[random_below(source, WORDS)],
                                  words[random_below(source, WORDS)], random_below(source, 10000));
    return (random_cell){text, text};
}

static inline random_cell random_recipient(random_source *source, const sel_reference *reference,
                                           sel_language language)
{
    const sel_geography *geography = &reference->geography;
    sel_str name = sel_names_in(
        &geography->recipients[random_below(source, geography->count)].names, language);
    return (random_cell){name, name};
}

static inline random_cell random_integer(random_source *source, const sel_item *item,
                                         sel_arena *arena)
{
    int64_t low = item->has_range ? item->low : 0;
    int64_t high = item->has_range ? item->high : 100000;
    int64_t value = low + (int64_t)(random_bits(source) % (uint64_t)(high - low + 1));
    return (random_cell){sel_str_printf(arena, "%lld", (long long)value),
                         sel_str_printf(arena, "#%lld", (long long)value)};
}

/** Two decimals: three could be thousands. */
static inline random_cell random_decimal(random_source *source, const sel_item *item,
                                         sel_arena *arena)
{
    double low = item->has_range ? item->real_low : 0;
    double high = item->has_range && item->real_high < 1e6 ? item->real_high : 1e6;
    double value = low + (high - low) * (double)random_below(source, 1000) / 1000;
    sel_str text = sel_str_printf(arena, "%.2f", value);
    return (random_cell){text, text};
}

static inline random_cell random_date(random_source *source, sel_arena *arena)
{
    sel_str text = sel_str_printf(arena, "20%02u-%02u-%02u", 20 + random_below(source, 15),
                                  1 + random_below(source, 12), 1 + random_below(source, 28));
    return (random_cell){text, text};
}

/** The label of a choice, or its stable name now and then. */
static inline sel_str random_name_of(random_source *source, const sel_choice *choice,
                                     sel_language language)
{
    return random_chance(source, 20) ? choice->name : sel_names_in(&choice->labels, language);
}

static inline random_cell random_choice(random_source *source, const sel_choice_list *list,
                                        sel_language language, sel_arena *arena)
{
    const sel_choice *choice = &list->choices[random_below(source, list->count)];
    return (random_cell){random_name_of(source, choice, language),
                         random_is_non_answer(choice->name)
                             ? sel_str_printf(arena, "?%.*s", SEL_STR_ARG(choice->name))
                             : choice->name};
}

/** Some choices with semicolons between, as the sheet asks for; stored in the order of the list. */
static inline random_cell random_choices(random_source *source, const sel_choice_list *list,
                                         sel_language language, sel_arena *arena)
{
    sel_text written = {.arena = arena};
    sel_text stored = {.arena = arena};
    for (uint32_t i = 0; i < list->count; i++) {
        const sel_choice *choice = &list->choices[i];
        if (random_is_non_answer(choice->name) || random_chance(source, 60))
            continue;
        sel_str name = random_name_of(source, choice, language);
        sel_text_printf(&written, "%s%.*s", written.len == 0 ? "" : "; ", SEL_STR_ARG(name));
        sel_text_printf(&stored, "%s%.*s", stored.len == 0 ? "" : " ", SEL_STR_ARG(choice->name));
    }
    return written.len == 0 ? random_choice(source, list, language, arena)
                            : (random_cell){sel_text_str(&written), sel_text_str(&stored)};
}

static inline random_cell random_answer(random_source *source, const sel_item *item,
                                        const sel_reference *reference, sel_language language,
                                        sel_arena *arena)
{
    bool open = item->list == NULL && item->type != SEL_ITEM_TEXT;
    if (open && random_chance(source, 10))
        return random_non_answer(source, reference, language, arena);
    switch (item->type) {
    case SEL_ITEM_INTEGER:
        return random_integer(source, item, arena);
    case SEL_ITEM_DECIMAL:
        return random_decimal(source, item, arena);
    case SEL_ITEM_DATE:
        return random_date(source, arena);
    case SEL_ITEM_SELECT_ONE:
        return random_choice(source, item->list, language, arena);
    case SEL_ITEM_SELECT_MULTIPLE:
    case SEL_ITEM_RANK:
        return random_choices(source, item->list, language, arena);
    case SEL_ITEM_TEXT:
        break;
    }
    return sel_str_is(item->aspect, "country") ? random_recipient(source, reference, language)
                                               : random_words(source, arena);
}

/** Fill every answer cell of sheet. What must be stored, by item of the questionnaire; empty for
 *  items that the sheet does not ask. Everything lives in arena. */
static inline sel_str *random_sheet_fill(random_source *source, sel_sheet *sheet,
                                         const sel_questionnaire *questionnaire,
                                         const sel_reference *reference, sel_arena *arena)
{
    sel_str *stored = sel_arena_array(arena, questionnaire->item_count, sizeof *stored);
    for (uint32_t b = 0; b < sheet->block_count; b++)
        for (uint32_t r = 0; r < sheet->blocks[b].row_count; r++)
            for (uint32_t c = 0; c < sheet->blocks[b].rows[r].count; c++) {
                sel_sheet_cell *cell = &sheet->blocks[b].rows[r].cells[c];
                if (cell->role != SEL_SHEET_ANSWER)
                    continue;
                random_cell said =
                    random_answer(source, cell->item, reference, sheet->language, arena);
                cell->text = said.written;
                stored[cell->item - questionnaire->items] = said.stored;
            }
    return stored;
}

/** What was stored, in the same words. */
static inline sel_str random_sheet_stored(const sel_answer *answer, sel_arena *arena)
{
    static const char *const kinds[] = {"", "?dont_know", "?not_applicable", "?not_said"};
    if (answer->kind != SEL_ANSWER_VALUE)
        return sel_str_of(kinds[answer->kind]);
    return answer->is_number ? sel_str_printf(arena, "#%lld", (long long)answer->number)
                             : sel_str_copy(arena, answer->text);
}

#endif
