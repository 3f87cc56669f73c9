#include "input/definition_reading.h"

#include "input/csv.h"

/* Texts of a choice list, in all: what a question with several answers repeats per choice. */
typedef struct list_size {
    uint64_t names;
    uint64_t labels[SEL_LANGUAGE_COUNT];
} list_size;

typedef struct sizing {
    const sel_definition_reading *reading;
    list_size *lists;
    uint64_t columns; /* so far */
    uint64_t bytes;
} sizing;

static void measure_lists(sizing *s)
{
    const sel_questionnaire *questionnaire = s->reading->questionnaire;
    for (uint32_t i = 0; i < questionnaire->list_count; i++) {
        const sel_choice_list *list = &questionnaire->lists[i];
        for (uint32_t c = 0; c < list->count; c++) {
            s->lists[i].names += list->choices[c].name.len;
            for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
                s->lists[i].labels[language] += list->choices[c].labels.in[language].len;
        }
    }
}

static uint64_t group_bytes(const sel_item *item, int language)
{
    uint64_t bytes = 0;
    for (const sel_group *group = item->group; group != NULL; group = group->parent)
        bytes += group->labels.in[language].len;
    return bytes;
}

/* Columns of one question: its own, and one per choice or place of a ranking. */
static uint64_t column_count(const sel_item *item)
{
    bool split = item->type == SEL_ITEM_SELECT_MULTIPLE || item->type == SEL_ITEM_RANK;
    return 1 + (split ? (uint64_t)item->list->count : 0);
}

/* About as many bytes as its headers have, in all forms in which exporters write them. */
static uint64_t header_bytes(const sizing *s, const sel_item *item)
{
    enum { WRITTEN_NAMES = 12, WRITTEN_LABELS = 3 };
    const uint64_t columns = column_count(item);
    const list_size none = {0};
    const list_size *list =
        columns == 1 ? &none : &s->lists[item->list - s->reading->questionnaire->lists];
    uint64_t bytes = WRITTEN_NAMES * (columns * (item->path.len + 1) + list->names);
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
        uint64_t asked = item->labels.in[language].len;
        if (asked > 0)
            bytes += WRITTEN_LABELS * (columns * asked + list->labels[language]) +
                     columns * group_bytes(item, language);
    }
    return bytes;
}

static void refuse(const sizing *s, const sel_item *item, const char *code, uint64_t limit)
{
    const sel_definition_sheet *sheet = &s->reading->sheets->in[SEL_SHEET_SURVEY];
    sel_definition_place place = {.sheet = SEL_SHEET_SURVEY,
                                  .row = sel_definition_row_at(sheet, item->row),
                                  .field = SEL_DEF_TYPE,
                                  .subject = item->name};
    sel_definition_report(s->reading, place, code, (sel_str){0},
                          sel_str_printf(s->reading->arena, "%llu", (unsigned long long)limit),
                          (sel_str){0});
}

void sel_definition_size(const sel_definition_reading *reading)
{
    const sel_questionnaire *questionnaire = reading->questionnaire;
    sizing s = {
        .reading = reading,
        .lists = sel_arena_array(reading->arena, questionnaire->list_count + 1, sizeof *s.lists)};
    measure_lists(&s);
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_item *item = &questionnaire->items[i];
        s.columns += column_count(item);
        s.bytes += header_bytes(&s, item);
        if (s.columns > SEL_CSV_COLUMNS_MAX) {
            refuse(&s, item, "E_FORM_COLUMNS_MANY", SEL_CSV_COLUMNS_MAX);
            return;
        }
        if (s.bytes > SEL_DEFINITION_HEADERS_MAX) {
            refuse(&s, item, "E_FORM_HEADERS_LONG", SEL_DEFINITION_HEADERS_MAX);
            return;
        }
    }
}
