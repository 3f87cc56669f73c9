#include "input/definition_reading.h"

typedef struct choice_row {
    const sel_definition_row *row;
    sel_str name;
    uint32_t list;
} choice_row;

typedef struct choices {
    sel_definition_reading *reading;
    choice_row *rows;
    uint32_t count;
    sel_index *lists; /* names → numbers */
    sel_index *names; /* "number of the list/name" → numbers, for names written twice */
} choices;

static void report(const choices *c, const sel_definition_row *row, sel_definition_field field,
                   const char *code, sel_str found)
{
    sel_definition_place place = {
        .sheet = SEL_SHEET_CHOICES, .row = row, .field = field, .subject = found};
    sel_definition_report(c->reading, place, code, found, (sel_str){0}, (sel_str){0});
}

static bool stands_twice(choices *c, uint32_t list, sel_str name)
{
    sel_str key = sel_str_printf(c->reading->arena, "%u/%.*s", list, SEL_STR_ARG(name));
    uint32_t before = sel_index_count(c->names);
    return sel_index_add(c->names, key) < before;
}

static void take_row(choices *c, const sel_definition_row *row)
{
    const sel_definition_columns *columns = &c->reading->columns[SEL_SHEET_CHOICES];
    sel_str list = sel_definition_cell(row, columns, SEL_DEF_LIST_NAME);
    sel_str name = sel_definition_cell(row, columns, SEL_DEF_NAME);
    if (list.len == 0)
        report(c, row, SEL_DEF_LIST_NAME, "E_FORM_CHOICE_INCOMPLETE", name);
    else if (name.len == 0)
        report(c, row, SEL_DEF_NAME, "E_FORM_CHOICE_INCOMPLETE", list);
    if (list.len == 0 || name.len == 0)
        return;
    uint32_t number = sel_index_add(c->lists, list);
    if (stands_twice(c, number, name) && !c->reading->choice_duplicates)
        report(c, row, SEL_DEF_NAME, "E_FORM_CHOICE_TWICE", name);
    else
        c->rows[c->count++] = (choice_row){row, name, number};
}

/* Lists in order of their first choice, choices in order of their rows. */
static void fill_lists(const choices *c)
{
    sel_arena *arena = c->reading->arena;
    uint32_t list_count = sel_index_count(c->lists);
    sel_choice_list *lists = sel_arena_array(arena, list_count, sizeof *lists);
    uint32_t *filled = sel_arena_array(arena, list_count, sizeof *filled);
    sel_choice **all = sel_arena_array(arena, list_count, sizeof *all);
    for (uint32_t i = 0; i < c->count; i++)
        lists[c->rows[i].list].count += 1;
    for (uint32_t i = 0; i < list_count; i++) {
        lists[i].name = sel_str_copy(arena, sel_index_name(c->lists, i));
        all[i] = sel_arena_array(arena, lists[i].count, sizeof **all);
        lists[i].choices = all[i];
    }
    for (uint32_t i = 0; i < c->count; i++) {
        const choice_row *from = &c->rows[i];
        all[from->list][filled[from->list]++] =
            (sel_choice){.name = from->name,
                         .labels = sel_definition_texts(
                             from->row, &c->reading->columns[SEL_SHEET_CHOICES], SEL_DEF_LABEL),
                         .row = from->row->row};
    }
    c->reading->questionnaire->lists = lists;
    c->reading->questionnaire->list_count = list_count;
}

void sel_definition_choices(sel_definition_reading *reading)
{
    const sel_definition_sheet *sheet = &reading->sheets->in[SEL_SHEET_CHOICES];
    choices c = {.reading = reading,
                 .rows = sel_arena_array(reading->arena, sheet->row_count, sizeof *c.rows),
                 .lists = reading->lists,
                 .names = sel_index_create()};
    for (uint32_t i = 0; i < sheet->row_count; i++)
        take_row(&c, &sheet->rows[i]);
    fill_lists(&c);
    sel_index_destroy(c.names);
}
