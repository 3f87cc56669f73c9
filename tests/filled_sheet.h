/** filled_sheet.h - a tall sheet filled in as an office would, seeded: one valid value in every
 * cell that asks for one, and what it means. */
#ifndef SEL_TESTS_FILLED_SHEET_H
#define SEL_TESTS_FILLED_SHEET_H

#include "check_suite.h"
#include "domain/reference.h"
#include "domain/response.h"
#include "domain/sheet.h"
#include "seeded.h"

/** What an item was answered with, by item number. */
typedef struct filled_answer {
    bool given;
    sel_answer_kind kind;
    sel_str value; /**< as stored: names of choices, ISO days, numbers, texts; of a VALUE */
} filled_answer;

typedef struct filling {
    const sel_questionnaire *questionnaire;
    const sel_reference *reference;
    sel_sheet *sheet;
    filled_answer *answers; /**< as many as the questionnaire has items */
    uint64_t state;
} filling;

static inline uint64_t filling_draw(filling *f, uint64_t below)
{
    return seeded_bits(&f->state) % below;
}

static inline sel_str filling_choice(filling *f, const sel_item *item, filled_answer *answer)
{
    const sel_choice *choice = &item->list->choices[filling_draw(f, item->list->count)];
    answer->value = choice->name;
    for (sel_answer_kind kind = SEL_ANSWER_DONT_KNOW; kind <= SEL_ANSWER_NOT_SAID; kind++) {
        static const char *const names[] = {"", "dont_know", "not_applicable", "not_said"};
        if (sel_str_is(choice->name, names[kind]))
            answer->kind = kind;
    }
    return sel_names_in(&choice->labels, f->sheet->language);
}

/* Two neighbours of the list, the second first: they are kept in the order of the list. */
static inline sel_str filling_choices(filling *f, const sel_item *item, filled_answer *answer)
{
    const sel_choice *choices = item->list->choices;
    uint32_t at = (uint32_t)filling_draw(f, item->list->count - 1);
    sel_str first = sel_names_in(&choices[at].labels, f->sheet->language);
    sel_str second = sel_names_in(&choices[at + 1].labels, f->sheet->language);
    answer->value = sel_str_printf(f->sheet->arena, "%.*s %.*s", SEL_STR_ARG(choices[at].name),
                                   SEL_STR_ARG(choices[at + 1].name));
    return sel_str_printf(f->sheet->arena, "%.*s; %.*s", SEL_STR_ARG(second), SEL_STR_ARG(first));
}

static inline sel_str filling_number(filling *f, const sel_item *item)
{
    sel_arena *arena = f->sheet->arena;
    if (item->type == SEL_ITEM_DECIMAL)
        return sel_str_printf(arena, "%d.%d", (int)filling_draw(f, 90000) + 1,
                              (int)filling_draw(f, 9) + 1);
    int64_t low = item->has_range ? item->low : 0;
    int64_t high = item->has_range ? item->high : 9999;
    return sel_str_printf(arena, "%lld",
                          (long long)low + (long long)filling_draw(f, (uint64_t)(high - low + 1)));
}

static inline sel_str filling_day(filling *f)
{
    char day[SEL_DATE_ROOM];
    sel_day first = sel_day_of(2024, 1, 1);
    sel_day_text(first + (sel_day)filling_draw(f, 900), day);
    return sel_str_copy(f->sheet->arena, sel_str_of(day));
}

/* Texts that a spreadsheet, a separator or a code page could spoil. */
static inline sel_str filling_text(filling *f, const sel_item *item)
{
    static const char *const texts[SEL_LANGUAGE_COUNT][4] = {
        [SEL_EN] = {"3-4", "Plan, part \"B\"; annex", "007", "Office of the CIO\nSecond floor"},
        [SEL_FR] = {"1/2", "Décret n° 12 ; « annexe »", "0042", "Élysée\nÎle-de-France"},
        [SEL_ES] = {"10-11", "Ley n.º 5; título «B»", "1e3", "¿Señal?\nAño"},
        [SEL_AR] = {"3-4", "خطة، جزء \"ب\"؛ ملحق", "007", "مكتب\nالطابق"},
        [SEL_ZH] = {"3-4", "计划，第二部分；附件", "007", "办公室\n二楼"},
        [SEL_RU] = {"3-4", "План, часть «Б»; приложение", "007", "Отдел\nэтаж"},
        [SEL_ID] = {"3/4", "Rencana, bagian \"B\"; lampiran", "1,5", "Kantor\nLantai dua"}};
    if (sel_str_is(item->aspect, "country")) {
        const sel_geography *geography = &f->reference->geography;
        return sel_names_in(&geography->recipients[filling_draw(f, geography->count)].names,
                            f->sheet->language);
    }
    if (sel_str_is(item->aspect, "round"))
        return SEL_STR("2026");
    return sel_str_of(texts[f->sheet->language][filling_draw(f, 4)]);
}

static inline void filling_cell(filling *f, sel_sheet_cell *cell)
{
    filled_answer *answer = &f->answers[cell->item - f->questionnaire->items];
    *answer = (filled_answer){.given = true};
    if (cell->item->type == SEL_ITEM_SELECT_ONE) {
        cell->text = filling_choice(f, cell->item, answer);
        return;
    }
    if (cell->item->list != NULL) {
        cell->text = filling_choices(f, cell->item, answer);
        return;
    }
    if (cell->item->type != SEL_ITEM_TEXT && filling_draw(f, 10) == 0) {
        answer->kind = SEL_ANSWER_DONT_KNOW;
        cell->text = sel_sheet_name(f->reference, "dont_know", f->sheet->language);
        return;
    }
    answer->value = cell->item->type == SEL_ITEM_DATE   ? filling_day(f)
                    : cell->item->type == SEL_ITEM_TEXT ? filling_text(f, cell->item)
                                                        : filling_number(f, cell->item);
    cell->text = answer->value;
}

/** Fill in every answer cell; the sheet stays with the caller. */
static inline filling filling_of(const sel_questionnaire *questionnaire,
                                 const sel_reference *reference, sel_sheet *sheet, uint64_t seed)
{
    filling f = {.questionnaire = questionnaire,
                 .reference = reference,
                 .sheet = sheet,
                 .answers =
                     sel_arena_array(sheet->arena, questionnaire->item_count, sizeof *f.answers),
                 .state = seed};
    for (uint32_t b = 0; b < sheet->block_count; b++)
        for (uint32_t r = 0; r < sheet->blocks[b].row_count; r++)
            for (uint32_t c = 0; c < sheet->blocks[b].rows[r].count; c++) {
                sel_sheet_cell *cell = &sheet->blocks[b].rows[r].cells[c];
                if (cell->role == SEL_SHEET_ANSWER)
                    filling_cell(&f, cell);
            }
    return f;
}

#endif
