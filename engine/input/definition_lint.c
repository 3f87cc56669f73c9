#include "input/definition_lint.h"

#include "base/fold.h"
#include "base/nearest.h"
#include "domain/questionnaire_logic.h"
#include "input/definition_reading.h"
#include "input/definition_types.h"

/* A question or group, or a choice, as a cell of its sheet. */
static sel_definition_place place_of(const sel_definition_reading *r, sel_definition_sheet_id sheet,
                                     uint32_t row, sel_definition_field field, sel_str subject)
{
    return (sel_definition_place){.sheet = sheet,
                                  .row = sel_definition_row_at(&r->sheets->in[sheet], row),
                                  .field = field,
                                  .subject = subject};
}

/* --- texts --- */

static bool is_empty(const sel_names *texts)
{
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++)
        if (texts->in[i].len > 0)
            return false;
    return true;
}

/* A language is one of the form's when any sheet has labels in it. */
static bool is_used(const sel_definition_reading *r, int language)
{
    return r->columns[SEL_SHEET_SURVEY].in[SEL_DEF_LABEL][language] != SEL_NONE ||
           r->columns[SEL_SHEET_CHOICES].in[SEL_DEF_LABEL][language] != SEL_NONE;
}

/* A text that is there in one language is needed in all of the form's. place has all but the
 * language and the subject. */
static void check_texts(const sel_definition_reading *r, sel_definition_place place,
                        const sel_names *texts, const char *code)
{
    if (is_empty(texts))
        return;
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++) {
        if (texts->in[i].len > 0 || !is_used(r, i))
            continue;
        place.language = (sel_language)i;
        place.subject = sel_str_of(sel_language_code(place.language));
        sel_str name = sel_str_of(sel_language_name(place.language));
        sel_definition_report(r, place, code, (sel_str){0}, name, (sel_str){0});
    }
}

static void check_item_texts(const sel_definition_reading *r, const sel_item *item)
{
    const struct {
        const sel_names *texts;
        sel_definition_field field;
        const char *code;
    } texts[] = {
        {&item->labels, SEL_DEF_LABEL, "W_FORM_TEXT_MISSING"},
        {&item->hints, SEL_DEF_HINT, "N_FORM_HINT_MISSING"},
        {&item->constraint_messages, SEL_DEF_CONSTRAINT_MESSAGE, "W_FORM_TEXT_MISSING"},
        {&item->required_messages, SEL_DEF_REQUIRED_MESSAGE, "W_FORM_TEXT_MISSING"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        sel_definition_place place =
            place_of(r, SEL_SHEET_SURVEY, item->row, texts[i].field, (sel_str){0});
        place.record = item->name;
        check_texts(r, place, texts[i].texts, texts[i].code);
    }
    if ((item->use == SEL_ITEM_ASKED || item->use == SEL_ITEM_NOTE) && is_empty(&item->labels) &&
        is_empty(&item->hints))
        sel_definition_report(r,
                              place_of(r, SEL_SHEET_SURVEY, item->row, SEL_DEF_LABEL, item->name),
                              "W_FORM_LABEL_MISSING", item->name, (sel_str){0}, (sel_str){0});
}

/* --- questions and groups --- */

/* Exporters and spreadsheets lose the difference of capitals. */
static void check_names(const sel_definition_reading *r)
{
    const sel_questionnaire *questionnaire = r->questionnaire;
    sel_index *folded = sel_index_create();
    uint32_t *first_rows = sel_arena_array(r->arena, questionnaire->item_count, sizeof *first_rows);
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_item *item = &questionnaire->items[i];
        sel_str lower = sel_str_copy(r->arena, item->name);
        char *bytes = (char *)(uintptr_t)lower.ptr;
        for (size_t j = 0; j < lower.len; j++)
            bytes[j] = sel_ascii_lower(bytes[j]);
        uint32_t before = sel_index_count(folded);
        uint32_t number = sel_index_add(folded, lower);
        if (number == before)
            first_rows[number] = item->row;
        else {
            sel_str first = sel_str_printf(r->arena, "%u", first_rows[number]);
            sel_definition_report(
                r, place_of(r, SEL_SHEET_SURVEY, item->row, SEL_DEF_NAME, item->name),
                "W_FORM_NAME_CASE", item->name, first, (sel_str){0});
        }
    }
    sel_index_destroy(folded);
}

static void check_groups(const sel_definition_reading *r)
{
    const sel_questionnaire *questionnaire = r->questionnaire;
    bool *filled = sel_arena_array(r->arena, questionnaire->group_count, sizeof *filled);
    for (uint32_t i = 0; i < questionnaire->item_count; i++)
        for (const sel_group *g = questionnaire->items[i].group; g != NULL; g = g->parent)
            filled[g - questionnaire->groups] = true;
    for (uint32_t i = 0; i < questionnaire->group_count; i++) {
        const sel_group *group = &questionnaire->groups[i];
        sel_definition_place place =
            place_of(r, SEL_SHEET_SURVEY, group->row, SEL_DEF_LABEL, (sel_str){0});
        place.record = group->name;
        check_texts(r, place, &group->labels, "W_FORM_TEXT_MISSING");
        if (!filled[i])
            sel_definition_report(
                r, place_of(r, SEL_SHEET_SURVEY, group->row, SEL_DEF_NAME, group->name),
                "W_FORM_GROUP_EMPTY", group->name, (sel_str){0}, (sel_str){0});
    }
}

static void check_capability(const sel_definition_reading *r, const sel_taxonomy *taxonomy,
                             const sel_item *item)
{
    if (item->capability.len == 0)
        return;
    for (uint32_t i = 0; i < taxonomy->count; i++)
        if (sel_str_equal(taxonomy->capabilities[i].code, item->capability))
            return;
    uint32_t nearest = sel_taxonomy_find(taxonomy, item->capability);
    if (nearest == SEL_NONE)
        nearest = sel_taxonomy_nearest(taxonomy, item->capability);
    sel_str code = nearest == SEL_NONE ? (sel_str){0} : taxonomy->capabilities[nearest].code;
    sel_definition_report(r,
                          place_of(r, SEL_SHEET_SURVEY, item->row, SEL_DEF_CAPABILITY, item->name),
                          "E_FORM_CAPABILITY_UNKNOWN", item->capability, (sel_str){0}, code);
}

/* --- lists of choices --- */

static void check_labels_differ(const sel_definition_reading *r, const sel_choice_list *list,
                                int language)
{
    sel_index *labels = sel_index_create();
    sel_arena *scratch = sel_arena_create();
    for (uint32_t i = 0; i < list->count; i++) {
        sel_str label = list->choices[i].labels.in[language];
        uint32_t before = sel_index_count(labels);
        if (label.len == 0 || sel_index_add(labels, sel_fold(scratch, label)) == before)
            continue;
        sel_definition_place place = place_of(r, SEL_SHEET_CHOICES, list->choices[i].row,
                                              SEL_DEF_LABEL, list->choices[i].name);
        place.language = (sel_language)language;
        sel_definition_report(r, place, "W_FORM_CHOICE_LABEL_TWICE", label, (sel_str){0},
                              (sel_str){0});
    }
    sel_arena_destroy(scratch);
    sel_index_destroy(labels);
}

/* Answers of several choices come with blanks between the names. */
static void check_blanks(const sel_definition_reading *r, const sel_choice_list *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const sel_choice *choice = &list->choices[i];
        if (sel_str_find(choice->name, SEL_STR(" ")) < choice->name.len)
            sel_definition_report(
                r, place_of(r, SEL_SHEET_CHOICES, choice->row, SEL_DEF_NAME, choice->name),
                "E_FORM_CHOICE_SPACE", choice->name, (sel_str){0}, (sel_str){0});
    }
}

static void check_list(const sel_definition_reading *r, const sel_choice_list *list, bool used,
                       bool several)
{
    for (uint32_t i = 0; i < list->count; i++) {
        sel_definition_place place =
            place_of(r, SEL_SHEET_CHOICES, list->choices[i].row, SEL_DEF_LABEL, (sel_str){0});
        place.record = list->choices[i].name;
        check_texts(r, place, &list->choices[i].labels, "W_FORM_TEXT_MISSING");
    }
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++)
        check_labels_differ(r, list, i);
    if (several)
        check_blanks(r, list);
    if (!used)
        sel_definition_report(
            r, place_of(r, SEL_SHEET_CHOICES, list->choices[0].row, SEL_DEF_LIST_NAME, list->name),
            "W_FORM_LIST_UNUSED", list->name, (sel_str){0}, (sel_str){0});
}

static void check_lists(const sel_definition_reading *r)
{
    const sel_questionnaire *questionnaire = r->questionnaire;
    bool *used = sel_arena_array(r->arena, questionnaire->list_count, sizeof *used);
    bool *several = sel_arena_array(r->arena, questionnaire->list_count, sizeof *several);
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_item *item = &questionnaire->items[i];
        if (item->list == NULL || item->list == sel_definition_acknowledge())
            continue;
        ptrdiff_t number = item->list - questionnaire->lists;
        used[number] = true;
        several[number] = several[number] || item->type != SEL_ITEM_SELECT_ONE;
    }
    for (uint32_t j = 0; j < questionnaire->list_count; j++)
        check_list(r, &questionnaire->lists[j], used[j], several[j]);
}

/* --- settings --- */

static void check_languages(const sel_definition_reading *r)
{
    const sel_definition_sheet *sheet = &r->sheets->in[SEL_SHEET_SETTINGS];
    if (sheet->row_count == 0)
        return;
    const sel_definition_columns *columns = &r->columns[SEL_SHEET_SETTINGS];
    sel_definition_place place = {
        .sheet = SEL_SHEET_SETTINGS, .row = &sheet->rows[0], .field = SEL_DEF_DEFAULT_LANGUAGE};
    sel_str written = sel_definition_cell(&sheet->rows[0], columns, SEL_DEF_DEFAULT_LANGUAGE);
    sel_language language;
    if (written.len > 0 && !sel_str_is(written, "default") &&
        !sel_definition_language(written, &language)) {
        sel_nearest nearest = sel_nearest_start(written);
        for (int i = 0; i < SEL_LANGUAGE_COUNT; i++)
            sel_nearest_offer(&nearest, sel_str_of(sel_language_name((sel_language)i)));
        sel_definition_report(r, place, "W_FORM_DEFAULT_LANGUAGE", written, (sel_str){0},
                              nearest.name);
    }
    if (r->questionnaire->language_states.len == 0)
        return;
    place.field = SEL_DEF_LANGUAGES;
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++) {
        sel_str state = sel_questionnaire_language_state(r->questionnaire, (sel_language)i);
        place.subject = sel_str_of(sel_language_code((sel_language)i));
        if ((state.len > 0) != is_used(r, i))
            sel_definition_report(r, place, "W_FORM_LANGUAGE_STATE", state, (sel_str){0},
                                  (sel_str){0});
    }
}

/* --- expressions --- */

static void check_expressions(const sel_definition_reading *r)
{
    static const sel_definition_field fields[] = {
        [SEL_LOGIC_RELEVANT] = SEL_DEF_RELEVANT,
        [SEL_LOGIC_CONSTRAINT] = SEL_DEF_CONSTRAINT,
        [SEL_LOGIC_REQUIRED] = SEL_DEF_REQUIRED,
        [SEL_LOGIC_CALCULATION] = SEL_DEF_CALCULATION,
        [SEL_LOGIC_REPEAT_COUNT] = SEL_DEF_REPEAT_COUNT,
    };
    sel_logic_findings findings = {0};
    const sel_logic *logic = sel_logic_prepare(r->questionnaire, r->arena, &findings);
    sel_logic_find_constant(logic, r->arena, &findings);
    for (uint32_t i = 0; i < findings.count; i++) {
        const sel_logic_finding *at = &findings.list[i];
        bool is_item = at->item != NULL;
        sel_definition_place place =
            place_of(r, SEL_SHEET_SURVEY, is_item ? at->item->row : at->group->row,
                     fields[at->field], is_item ? at->item->name : at->group->name);
        place.character = at->finding.column;
        place.length = at->finding.length;
        sel_definition_report(r, place, at->finding.code, at->finding.found, at->finding.expected,
                              at->finding.suggestion);
    }
}

void sel_definition_lint(const sel_definition_sheets *sheets,
                         const sel_questionnaire *questionnaire, const sel_taxonomy *taxonomy,
                         sel_arena *arena, sel_issues *issues)
{
    sel_definition_reading r = {.arena = arena,
                                .sheets = sheets,
                                .questionnaire = (sel_questionnaire *)(uintptr_t)questionnaire,
                                .issues = issues};
    sel_issues known = {.arena = arena}; /* what headers are at fault for was reported before */
    for (int i = 0; i < SEL_SHEET_COUNT; i++)
        sel_definition_columns_find(&sheets->in[i], questionnaire->default_language, &r.columns[i],
                                    &known);
    check_languages(&r);
    check_names(&r);
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        check_item_texts(&r, &questionnaire->items[i]);
        check_capability(&r, taxonomy, &questionnaire->items[i]);
    }
    check_groups(&r);
    check_lists(&r);
    check_expressions(&r);
    if (questionnaire->item_count == 0)
        sel_definition_report(
            &r, (sel_definition_place){.sheet = SEL_SHEET_SURVEY, .field = SEL_DEF_COUNT},
            "E_FORM_NO_QUESTION", (sel_str){0}, (sel_str){0}, (sel_str){0});
}
