#include "work/codebook.h"

#include "input/questionnaire_file.h"
#include "work/condition_words.h"
#include "work/instruments.h"
#include "work/tell.h"

static const char *kind_word(const sel_item *item)
{
    static const char *const uses[] = {[SEL_ITEM_META] = "codebook.meta",
                                       [SEL_ITEM_CALCULATED] = "codebook.calculated",
                                       [SEL_ITEM_NOTE] = "codebook.note",
                                       [SEL_ITEM_HIDDEN] = "codebook.hidden"};
    static const char *const types[] = {
        [SEL_ITEM_TEXT] = "codebook.text",       [SEL_ITEM_INTEGER] = "codebook.integer",
        [SEL_ITEM_DECIMAL] = "codebook.decimal", [SEL_ITEM_DATE] = "codebook.date",
        [SEL_ITEM_SELECT_ONE] = "codebook.one",  [SEL_ITEM_SELECT_MULTIPLE] = "codebook.several",
        [SEL_ITEM_RANK] = "codebook.rank"};
    return item->use == SEL_ITEM_ASKED ? types[item->type] : uses[item->use];
}

/* Range, formula, or the list's name; the list itself is in "choices". */
static sel_str answers_of(const sel_item *item, sel_arena *arena)
{
    if (item->use == SEL_ITEM_CALCULATED)
        return item->calculation;
    if (item->list != NULL)
        return item->list->name;
    return sel_item_range(item, arena);
}

static sel_str visible_to(const sel_context *context, const sel_item *item)
{
    bool sealed = sel_str_is(item->disclosure, "sealed");
    return sel_tell_word(context, sealed ? "codebook.sealed" : "codebook.as_chosen");
}

static void tell_questions(const sel_context *context, const sel_questionnaire *questionnaire,
                           sel_report *report)
{
    sel_section *section =
        sel_report_section(report, "questions", sel_tell_word(context, "instruments.questions"));
    sel_table *table =
        sel_section_table(section, "questions", sel_tell_word(context, "instruments.questions"));
    static const char *const columns[] = {"name",       "part",       "question",   "kind",
                                          "answers",    "required",   "asked_when", "constraint",
                                          "disclosure", "capability", "hint"};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column(context, table, columns[i], SEL_COLUMN_TEXT);
    sel_logic_findings findings = {0}; /* told by `questionnaire check` */
    const sel_logic *logic = sel_logic_prepare(questionnaire, report->arena, &findings);
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_item *item = &questionnaire->items[i];
        sel_table_row(table);
        sel_cell_text(table, item->name);
        sel_cell_text(table, item->part);
        sel_cell_text(table, sel_names_in(&item->labels, context->language));
        sel_cell_text(table, sel_tell_word(context, kind_word(item)));
        sel_cell_text(table, answers_of(item, report->arena));
        sel_cell_text(table,
                      item->required ? sel_tell_word(context, "codebook.yes") : (sel_str){0});
        sel_cell_text(table,
                      sel_condition_words(context, questionnaire, logic, item, report->arena));
        sel_cell_text(table, item->constraint);
        sel_cell_text(table, visible_to(context, item));
        sel_cell_text(table, item->capability);
        sel_cell_text(table, sel_names_in(&item->hints, context->language));
    }
}

/* A column for each language of the questionnaire: "label_fr", headed "Français". */
static void add_languages(const sel_questionnaire *questionnaire, sel_table *table)
{
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++) {
        sel_language language = (sel_language)i;
        if (sel_questionnaire_language_state(questionnaire, language).len == 0)
            continue;
        sel_str id = sel_str_printf(table->arena, "label_%s", sel_language_code(language));
        sel_table_column(table, (sel_column){.id = id.ptr,
                                             .label = sel_str_of(sel_language_name(language)),
                                             .type = SEL_COLUMN_TEXT});
    }
}

/* What has no translation stays empty here: the reader sees that it is missing. */
static void tell_names(const sel_questionnaire *questionnaire, const sel_names *names,
                       sel_table *table)
{
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++)
        if (sel_questionnaire_language_state(questionnaire, (sel_language)i).len > 0)
            sel_cell_text(table, names->in[i]);
}

static void tell_labels(const sel_context *context, const sel_questionnaire *questionnaire,
                        sel_report *report)
{
    sel_section *section =
        sel_report_section(report, "labels", sel_tell_word(context, "codebook.labels"));
    sel_table *table =
        sel_section_table(section, "labels", sel_tell_word(context, "codebook.labels"));
    sel_tell_column(context, table, "name", SEL_COLUMN_TEXT);
    add_languages(questionnaire, table);
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        sel_table_row(table);
        sel_cell_text(table, questionnaire->items[i].name);
        tell_names(questionnaire, &questionnaire->items[i].labels, table);
    }
}

static void tell_choices(const sel_context *context, const sel_questionnaire *questionnaire,
                         sel_report *report)
{
    sel_section *section =
        sel_report_section(report, "choices", sel_tell_word(context, "codebook.choices"));
    sel_table *table =
        sel_section_table(section, "choices", sel_tell_word(context, "codebook.choices"));
    sel_tell_column(context, table, "list", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "code", SEL_COLUMN_TEXT);
    add_languages(questionnaire, table);
    for (uint32_t i = 0; i < questionnaire->list_count; i++) {
        const sel_choice_list *list = &questionnaire->lists[i];
        for (uint32_t c = 0; c < list->count; c++) {
            sel_table_row(table);
            sel_cell_text(table, list->name);
            sel_cell_text(table, list->choices[c].name);
            tell_names(questionnaire, &list->choices[c].labels, table);
        }
    }
}

/* One of those that are installed, or somebody's own by its path. */
static sel_status open_form(const sel_context *context, const char *which, sel_arena *arena,
                            sel_questionnaire *questionnaire, sel_error *err)
{
    return strchr(which, '/') != NULL
               ? sel_questionnaire_open(which, arena, questionnaire, err)
               : sel_instrument_open(context, which, arena, questionnaire, err);
}

sel_status sel_codebook_tell(const sel_context *context, const char *id, sel_report *report,
                             sel_error *err)
{
    sel_questionnaire questionnaire = {0};
    sel_status status = open_form(context, id, report->arena, &questionnaire, err);
    if (status == SEL_OK) {
        sel_report_subtitle(report, sel_names_in(&questionnaire.titles, context->language));
        sel_report_subtitle(report, sel_str_printf(report->arena, "%.*s %.*s",
                                                   SEL_STR_ARG(questionnaire.id),
                                                   SEL_STR_ARG(questionnaire.version)));
        tell_questions(context, &questionnaire, report);
        tell_labels(context, &questionnaire, report);
        tell_choices(context, &questionnaire, report);
    }
    sel_questionnaire_close(&questionnaire);
    return status;
}
