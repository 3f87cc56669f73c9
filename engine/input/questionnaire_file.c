#include "input/questionnaire_file.h"

#include "base/number.h"
#include "input/csv_table.h"

typedef struct loading {
    sel_arena *arena;
    sel_questionnaire *questionnaire;
    sel_item *items;
    uint32_t item_room;
    sel_choice_list *lists;
    uint32_t list_count;
    uint32_t list_room;
    uint32_t choice_room; /* of the newest list */
} loading;

static const char *const settings_columns[] = {"form_title", "form_id", "version",
                                               "selaras_languages",
#define X(id, code, name) "?form_title::" name " (" code ")",
                                               SEL_LANGUAGE_LIST(X)
#undef X
                                                   NULL};

static sel_names labels_of(sel_arena *arena, const sel_str *fields)
{
    sel_names labels = {0};
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++)
        labels.in[i] = sel_str_copy(arena, fields[i]);
    return labels;
}

static sel_status take_settings(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    if (f[1].len == 0 || f[2].len == 0)
        return sel_fail(err, SEL_BAD_INPUT, "form_id or version is empty");
    l->questionnaire->titles = labels_of(l->arena, f + 4);
    l->questionnaire->titles.in[SEL_EN] = sel_str_copy(l->arena, f[0]);
    l->questionnaire->id = sel_str_copy(l->arena, f[1]);
    l->questionnaire->version = sel_str_copy(l->arena, f[2]);
    l->questionnaire->language_states = sel_str_copy(l->arena, f[3]);
    return SEL_OK;
}

static const char *const choice_columns[] = {"list_name", "name",
#define X(id, code, name) "?label::" name " (" code ")",
                                             SEL_LANGUAGE_LIST(X)
#undef X
                                                 NULL};

static const sel_choice_list *find_list(const loading *l, sel_str name)
{
    for (uint32_t i = 0; i < l->list_count; i++)
        if (sel_str_equal(l->lists[i].name, name))
            return &l->lists[i];
    return NULL;
}

static sel_status take_choice(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    if (f[0].len == 0 || f[1].len == 0)
        return sel_fail(err, SEL_BAD_INPUT, "a choice has no list or no name");
    if (l->list_count == 0 || !sel_str_equal(l->lists[l->list_count - 1].name, f[0])) {
        if (find_list(l, f[0]) != NULL)
            return sel_fail(err, SEL_BAD_INPUT, "choices of list '%.*s' stand apart",
                            SEL_STR_ARG(f[0]));
        l->lists =
            sel_arena_one_more(l->arena, l->lists, l->list_count, &l->list_room, sizeof *l->lists);
        l->lists[l->list_count++] = (sel_choice_list){.name = sel_str_copy(l->arena, f[0])};
        l->choice_room = 0;
    }
    sel_choice_list *list = &l->lists[l->list_count - 1];
    sel_choice *choices = sel_arena_one_more(l->arena, (void *)(uintptr_t)list->choices,
                                             list->count, &l->choice_room, sizeof *choices);
    choices[list->count++] = (sel_choice){sel_str_copy(l->arena, f[1]), labels_of(l->arena, f + 2)};
    list->choices = choices;
    return SEL_OK;
}

static const char *const survey_columns[] = {"type",
                                             "name",
#define X(id, code, name) "?label::" name " (" code ")",
                                             SEL_LANGUAGE_LIST(X)
#undef X
                                                 "hint::English (en)",
                                             "required",
                                             "parameters",
                                             "selaras_part",
                                             "selaras_capability",
                                             "selaras_aspect",
                                             "selaras_disclosure",
                                             NULL};

enum {
    TYPE,
    NAME,
    LABELS,
    HINT = LABELS + SEL_LANGUAGE_COUNT,
    REQUIRED,
    PARAMETERS,
    PART,
    CAPABILITY,
    ASPECT,
    DISCLOSURE
};

/* "start=1 end=5 step=1": only whole ranges with step 1 are needed so far. */
static bool read_range(sel_str parameters, sel_item *item)
{
    sel_str rest = parameters;
    sel_str part;
    bool low = false;
    bool high = false;
    while (sel_str_next(&rest, ' ', &part)) {
        if (sel_str_starts(part, SEL_STR("start=")))
            low = sel_number_integer(sel_str_part(part, 6, part.len), &item->low);
        else if (sel_str_starts(part, SEL_STR("end=")))
            high = sel_number_integer(sel_str_part(part, 4, part.len), &item->high);
        else if (part.len > 0 && !sel_str_is(part, "step=1"))
            return false;
    }
    item->has_range = low && high && item->low <= item->high;
    return item->has_range;
}

static sel_status read_type(const loading *l, const sel_str *f, sel_item *item, sel_error *err)
{
    static const struct {
        const char *name;
        sel_item_type type;
    } plain[] = {{"text", SEL_ITEM_TEXT},
                 {"integer", SEL_ITEM_INTEGER},
                 {"decimal", SEL_ITEM_DECIMAL},
                 {"date", SEL_ITEM_DATE}};
    sel_str rest = f[TYPE];
    sel_str word = {0};
    sel_str list = {0};
    sel_str_next(&rest, ' ', &word);
    sel_str_next(&rest, ' ', &list);
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
        if (sel_str_is(f[TYPE], plain[i].name)) {
            item->type = plain[i].type;
            return SEL_OK;
        }
    if (sel_str_is(word, "range")) {
        item->type = SEL_ITEM_INTEGER;
        return read_range(f[PARAMETERS], item)
                   ? SEL_OK
                   : sel_fail(err, SEL_BAD_INPUT, "range '%.*s' needs start, end and step=1",
                              SEL_STR_ARG(f[PARAMETERS]));
    }
    bool one = sel_str_is(word, "select_one");
    if (!one && !sel_str_is(word, "select_multiple"))
        return sel_fail(err, SEL_UNSUPPORTED, "question type '%.*s' is not supported",
                        SEL_STR_ARG(f[TYPE]));
    item->type = one ? SEL_ITEM_SELECT_ONE : SEL_ITEM_SELECT_MULTIPLE;
    item->list = find_list(l, list);
    if (item->list == NULL)
        return sel_fail(err, SEL_BAD_INPUT, "choice list '%.*s' does not exist", SEL_STR_ARG(list));
    return SEL_OK;
}

static bool is_structure(sel_str type)
{
    return sel_str_is(type, "begin_group") || sel_str_is(type, "end_group") ||
           sel_str_is(type, "note");
}

static sel_status take_question(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    if (is_structure(f[TYPE]))
        return SEL_OK;
    sel_questionnaire *questionnaire = l->questionnaire;
    sel_item item = {0};
    sel_status status = read_type(l, f, &item, err);
    if (status != SEL_OK)
        return status;
    item.name = sel_str_copy(l->arena, f[NAME]);
    item.labels = labels_of(l->arena, f + LABELS);
    item.hint = sel_str_copy(l->arena, f[HINT]);
    item.required = sel_str_is(f[REQUIRED], "yes");
    item.part = sel_str_copy(l->arena, f[PART]);
    item.capability = sel_str_copy(l->arena, f[CAPABILITY]);
    item.aspect = sel_str_copy(l->arena, f[ASPECT]);
    item.disclosure = sel_str_copy(l->arena, f[DISCLOSURE]);
    if (item.name.len == 0 || sel_index_find(questionnaire->by_name, item.name) != SEL_NONE)
        return sel_fail(err, SEL_BAD_INPUT, "question name '%.*s' is empty or used twice",
                        SEL_STR_ARG(item.name));
    sel_index_add(questionnaire->by_name, item.name);
    l->items = sel_arena_one_more(l->arena, l->items, questionnaire->item_count, &l->item_room,
                                  sizeof *l->items);
    l->items[questionnaire->item_count++] = item;
    return SEL_OK;
}

static sel_status load(loading *l, const char *folder, const char *file, const char *const *columns,
                       sel_table_take *take, sel_error *err)
{
    sel_str path = sel_str_printf(l->arena, "%s/%s", folder, file);
    return sel_csv_table_file(path.ptr, columns, take, l, err);
}

sel_status sel_questionnaire_open(const char *folder, sel_arena *arena,
                                  sel_questionnaire *questionnaire, sel_error *err)
{
    *questionnaire = (sel_questionnaire){.by_name = sel_index_create()};
    loading l = {.arena = arena, .questionnaire = questionnaire};
    sel_status status = load(&l, folder, "settings.csv", settings_columns, take_settings, err);
    if (status == SEL_OK && questionnaire->id.len == 0)
        status = sel_fail(err, SEL_BAD_INPUT, "settings.csv has no row");
    if (status == SEL_OK)
        status = load(&l, folder, "choices.csv", choice_columns, take_choice, err);
    if (status == SEL_OK)
        status = load(&l, folder, "survey.csv", survey_columns, take_question, err);
    questionnaire->items = l.items;
    return status;
}

void sel_questionnaire_close(sel_questionnaire *questionnaire)
{
    sel_index_destroy(questionnaire->by_name);
    *questionnaire = (sel_questionnaire){0};
}
