#include "input/definition_reading.h"
#include "input/definition_types.h"

#include "base/nearest.h"

enum {
    GROUP_DEPTH_MAX = 32,
    SUGGESTIONS_MAX = 50, /* unknown lists for which the nearest name is looked for */
};

typedef struct survey {
    sel_definition_reading *reading;
    const sel_definition_columns *columns;
    sel_group *groups;
    sel_item *items;
    sel_group *open[GROUP_DEPTH_MAX]; /* groups around the row, outermost first */
    uint32_t depth;
    uint32_t unknown_lists;
} survey;

static sel_str cell(const survey *s, const sel_definition_row *row, sel_definition_field field)
{
    return sel_definition_cell(row, s->columns, field);
}

static void report(const survey *s, const sel_definition_row *row, sel_definition_field field,
                   const char *code, sel_str expected, sel_str suggestion)
{
    sel_str name = cell(s, row, SEL_DEF_NAME);
    sel_str found = field == SEL_DEF_COUNT ? name : cell(s, row, field);
    sel_definition_place place = {
        .sheet = SEL_SHEET_SURVEY, .row = row, .field = field, .subject = name};
    sel_definition_report(s->reading, place, code, found, expected, suggestion);
}

/* Names as XML takes them, in ASCII: letters, digits, '_', '-' and '.', a letter or '_' first. */
static bool is_name(sel_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool letter = sel_ascii_is_letter(c) || c == '_';
        bool later = sel_ascii_is_digit(c) || c == '-' || c == '.';
        if (!letter && (i == 0 || !later))
            return false;
    }
    return name.len > 0;
}

static bool check_name(const survey *s, const sel_definition_row *row)
{
    sel_str name = cell(s, row, SEL_DEF_NAME);
    if (is_name(name))
        return true;
    report(s, row, SEL_DEF_NAME, name.len == 0 ? "E_FORM_NAME_MISSING" : "E_FORM_NAME_BAD",
           (sel_str){0}, (sel_str){0});
    return false;
}

static sel_str path_below(const survey *s, sel_str name)
{
    if (s->depth == 0)
        return name;
    return sel_str_printf(s->reading->arena, "%.*s/%.*s", SEL_STR_ARG(s->open[s->depth - 1]->path),
                          SEL_STR_ARG(name));
}

static void begin_group(survey *s, const sel_definition_row *row, bool is_repeat)
{
    if (s->depth == GROUP_DEPTH_MAX) {
        report(s, row, SEL_DEF_TYPE, "E_FORM_GROUP_DEEP", (sel_str){0}, (sel_str){0});
        return;
    }
    check_name(s, row);
    sel_str name = cell(s, row, SEL_DEF_NAME);
    sel_group *group = &s->groups[s->reading->questionnaire->group_count++];
    *group = (sel_group){.name = name,
                         .path = path_below(s, name),
                         .labels = sel_definition_texts(row, s->columns, SEL_DEF_LABEL),
                         .relevant = cell(s, row, SEL_DEF_RELEVANT),
                         .repeat_count = cell(s, row, SEL_DEF_REPEAT_COUNT),
                         .is_repeat = is_repeat,
                         .parent = s->depth == 0 ? NULL : s->open[s->depth - 1],
                         .row = row->row};
    s->open[s->depth++] = group;
}

static void end_group(survey *s, const sel_definition_row *row, bool is_repeat)
{
    if (s->depth > 0 && s->open[s->depth - 1]->is_repeat == is_repeat) {
        s->depth--;
        return;
    }
    sel_str expected = s->depth == 0 ? (sel_str){0} : s->open[s->depth - 1]->name;
    report(s, row, SEL_DEF_TYPE, "E_FORM_GROUP_CLOSE", expected,
           s->depth == 0 ? (sel_str){0} : sel_str_of(is_repeat ? "end_group" : "end_repeat"));
    if (s->depth > 0)
        s->depth--;
}

static void report_open_groups(const survey *s)
{
    const sel_definition_sheet *sheet = &s->reading->sheets->in[SEL_SHEET_SURVEY];
    for (uint32_t i = 0; i < s->depth; i++)
        report(s, sel_definition_row_at(sheet, s->open[i]->row), SEL_DEF_TYPE, "E_FORM_GROUP_OPEN",
               (sel_str){0}, sel_str_of(s->open[i]->is_repeat ? "end_repeat" : "end_group"));
}

static const sel_choice_list *find_list(survey *s, const sel_definition_row *row, sel_str name)
{
    const sel_questionnaire *questionnaire = s->reading->questionnaire;
    uint32_t number = sel_index_find(s->reading->lists, name);
    if (number != SEL_NONE)
        return &questionnaire->lists[number];
    sel_nearest nearest = sel_nearest_start(name);
    bool sought = s->unknown_lists++ < SUGGESTIONS_MAX;
    for (uint32_t i = 0; sought && i < questionnaire->list_count; i++)
        sel_nearest_offer(&nearest, questionnaire->lists[i].name);
    report(s, row, SEL_DEF_TYPE, "E_FORM_LIST_UNKNOWN", name, nearest.name);
    return NULL;
}

static bool read_type(survey *s, const sel_definition_row *row, const sel_definition_type *type,
                      sel_item *item)
{
    item->type = type->type;
    item->use = type->use;
    if (type->kind == SEL_KIND_RANGE) {
        bool read = sel_definition_range(cell(s, row, SEL_DEF_PARAMETERS), item);
        if (!read)
            report(s, row, SEL_DEF_PARAMETERS, "E_FORM_RANGE", (sel_str){0},
                   SEL_STR("start=1 end=5 step=1"));
        return read;
    }
    if (type->needs_list && type->list.len == 0) {
        report(s, row, SEL_DEF_TYPE, "E_FORM_LIST_MISSING", (sel_str){0}, (sel_str){0});
        return false;
    }
    if (type->needs_list)
        item->list = find_list(s, row, type->list);
    else if (type->type == SEL_ITEM_SELECT_ONE)
        item->list = sel_definition_acknowledge();
    return item->list != NULL || type->type < SEL_ITEM_SELECT_ONE;
}

/* "yes", "true()" and the like say always; "no" and the like never; the rest is an expression. */
static void read_required(sel_str text, sel_item *item)
{
    static const char *const always[] = {"yes", "true", "true()", "1", "required"};
    static const char *const never[] = {"", "no", "false", "false()", "0"};
    for (size_t i = 0; i < sizeof always / sizeof always[0]; i++)
        if (sel_str_equal_ascii(text, sel_str_of(always[i])))
            item->required = true;
    for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
        if (sel_str_equal_ascii(text, sel_str_of(never[i])))
            return;
    if (!item->required)
        item->required_if = text;
}

static void read_ours(const survey *s, const sel_definition_row *row, sel_item *item)
{
    item->part = cell(s, row, SEL_DEF_PART);
    item->capability = cell(s, row, SEL_DEF_CAPABILITY);
    item->aspect = cell(s, row, SEL_DEF_ASPECT);
    item->principle = cell(s, row, SEL_DEF_PRINCIPLE);
    item->indicator = cell(s, row, SEL_DEF_INDICATOR);
    item->score = cell(s, row, SEL_DEF_SCORE);
    item->disclosure = cell(s, row, SEL_DEF_DISCLOSURE);
    item->core = sel_str_equal_ascii(cell(s, row, SEL_DEF_CORE), SEL_STR("yes"));
}

static void read_texts(const survey *s, const sel_definition_row *row, sel_item *item)
{
    item->labels = sel_definition_texts(row, s->columns, SEL_DEF_LABEL);
    item->hints = sel_definition_texts(row, s->columns, SEL_DEF_HINT);
    item->required_messages = sel_definition_texts(row, s->columns, SEL_DEF_REQUIRED_MESSAGE);
    item->constraint_messages = sel_definition_texts(row, s->columns, SEL_DEF_CONSTRAINT_MESSAGE);
    item->relevant = cell(s, row, SEL_DEF_RELEVANT);
    item->constraint = cell(s, row, SEL_DEF_CONSTRAINT);
    item->calculation = cell(s, row, SEL_DEF_CALCULATION);
    item->default_value = cell(s, row, SEL_DEF_DEFAULT);
    item->appearance = cell(s, row, SEL_DEF_APPEARANCE);
}

static void read_groups(const survey *s, sel_item *item)
{
    item->path = path_below(s, item->name);
    item->group = s->depth == 0 ? NULL : s->open[s->depth - 1];
    for (const sel_group *g = item->group; g != NULL && item->repeat == NULL; g = g->parent)
        if (g->is_repeat)
            item->repeat = g;
}

static void take_item(survey *s, const sel_definition_row *row, const sel_definition_type *type)
{
    sel_questionnaire *questionnaire = s->reading->questionnaire;
    sel_item item = {.name = cell(s, row, SEL_DEF_NAME), .row = row->row};
    bool sound = check_name(s, row);
    sound = read_type(s, row, type, &item) && sound;
    if (sound && sel_index_find(questionnaire->by_name, item.name) != SEL_NONE) {
        const sel_item *first = &s->items[sel_index_find(questionnaire->by_name, item.name)];
        report(s, row, SEL_DEF_NAME, "E_FORM_NAME_TWICE",
               sel_str_printf(s->reading->arena, "%u", first->row), (sel_str){0});
        sound = false;
    }
    if (!sound)
        return;
    read_ours(s, row, &item);
    read_texts(s, row, &item);
    read_groups(s, &item);
    if (item.use == SEL_ITEM_ASKED)
        read_required(cell(s, row, SEL_DEF_REQUIRED), &item);
    if (cell(s, row, SEL_DEF_CHOICE_FILTER).len > 0)
        report(s, row, SEL_DEF_CHOICE_FILTER, "W_FORM_CHOICE_FILTER", (sel_str){0}, (sel_str){0});
    if (item.use == SEL_ITEM_CALCULATED && item.calculation.len == 0)
        report(s, row, SEL_DEF_COUNT, "E_FORM_CALCULATION_MISSING", (sel_str){0}, (sel_str){0});
    sel_index_add(questionnaire->by_name, item.name);
    s->items[questionnaire->item_count++] = item;
}

static void take_row(survey *s, const sel_definition_row *row)
{
    sel_str text = cell(s, row, SEL_DEF_TYPE);
    sel_definition_type type = sel_definition_type_read(text);
    switch (type.kind) {
    case SEL_KIND_ITEM:
    case SEL_KIND_RANGE:
        take_item(s, row, &type);
        return;
    case SEL_KIND_BEGIN_GROUP:
    case SEL_KIND_BEGIN_REPEAT:
        begin_group(s, row, type.kind == SEL_KIND_BEGIN_REPEAT);
        return;
    case SEL_KIND_END_GROUP:
    case SEL_KIND_END_REPEAT:
        end_group(s, row, type.kind == SEL_KIND_END_REPEAT);
        return;
    case SEL_KIND_REFUSED:
        report(s, row, SEL_DEF_TYPE, "E_FORM_TYPE_REFUSED", sel_str_of(type.instead),
               sel_str_of(type.instead));
        return;
    case SEL_KIND_UNKNOWN:
        report(s, row, SEL_DEF_TYPE, text.len == 0 ? "E_FORM_TYPE_MISSING" : "E_FORM_TYPE_UNKNOWN",
               (sel_str){0}, sel_str_of(type.instead));
        return;
    }
}

void sel_definition_survey(sel_definition_reading *reading)
{
    const sel_definition_sheet *sheet = &reading->sheets->in[SEL_SHEET_SURVEY];
    survey s = {.reading = reading,
                .columns = &reading->columns[SEL_SHEET_SURVEY],
                .groups = sel_arena_array(reading->arena, sheet->row_count, sizeof *s.groups),
                .items = sel_arena_array(reading->arena, sheet->row_count, sizeof *s.items)};
    reading->questionnaire->groups = s.groups;
    reading->questionnaire->items = s.items;
    for (uint32_t i = 0; i < sheet->row_count; i++)
        take_row(&s, &sheet->rows[i]);
    report_open_groups(&s);
}
