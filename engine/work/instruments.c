#include "work/instruments.h"

#include "base/text.h"
#include "work/tell.h"

static const char *const ids[] = {"state-needs", "points-of-contact", "norms-implementation",
                                  "regional-organisation", "programme-self-assessment"};

const char *sel_instrument_id(uint32_t number)
{
    return number < sizeof ids / sizeof ids[0] ? ids[number] : NULL;
}

size_t sel_instrument_id_length(sel_str text)
{
    size_t n = 0;
    while (n < text.len && ((text.ptr[n] >= 'a' && text.ptr[n] <= 'z') ||
                            sel_ascii_is_digit(text.ptr[n]) || text.ptr[n] == '-'))
        n++;
    return n;
}

sel_status sel_instrument_folder(const sel_context *context, const char *id, sel_arena *arena,
                                 const char **folder, sel_error *err)
{
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        if (strcmp(ids[i], id) != 0)
            continue;
        sel_str relative = sel_str_printf(arena, "questionnaires/%s", id);
        *folder = context->find(context->to, relative.ptr);
        if (*folder != NULL)
            return SEL_OK;
    }
    return sel_fail(err, SEL_NOT_FOUND,
                    "there is no questionnaire called '%s'; see 'selaras questionnaire list'", id);
}

sel_status sel_instrument_open(const sel_context *context, const char *id, sel_arena *arena,
                               sel_questionnaire *questionnaire, sel_error *err)
{
    const char *folder = NULL;
    sel_status status = sel_instrument_folder(context, id, arena, &folder, err);
    return status == SEL_OK ? sel_questionnaire_open(folder, arena, questionnaire, err) : status;
}

static void tell_languages(sel_table *table, const sel_questionnaire *questionnaire)
{
    sel_text text = {.arena = table->arena};
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++) {
        sel_str state = sel_questionnaire_language_state(questionnaire, (sel_language)i);
        if (state.len > 0)
            sel_text_printf(&text, "%s%s (%.*s)", text.len == 0 ? "" : ", ",
                            sel_language_code((sel_language)i), SEL_STR_ARG(state));
    }
    sel_cell_text(table, sel_text_str(&text));
}

sel_status sel_instruments_tell(const sel_context *context, sel_report *report, sel_error *err)
{
    sel_section *section = sel_report_section(report, "questionnaires", (sel_str){0});
    sel_table *table =
        sel_section_table(section, "questionnaires", sel_tell_word(context, "instruments.heading"));
    sel_tell_column(context, table, "id", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "version", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "title", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "questions", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "languages", SEL_COLUMN_TEXT);
    sel_status status = SEL_OK;
    for (size_t i = 0; i < sizeof ids / sizeof ids[0] && status == SEL_OK; i++) {
        sel_questionnaire questionnaire = {0};
        status = sel_instrument_open(context, ids[i], report->arena, &questionnaire, err);
        if (status == SEL_OK) {
            sel_table_row(table);
            sel_cell_text(table, questionnaire.id);
            sel_cell_text(table, questionnaire.version);
            sel_cell_text(table, sel_names_in(&questionnaire.titles, context->language));
            sel_cell_integer(table, questionnaire.item_count);
            tell_languages(table, &questionnaire);
        }
        sel_questionnaire_close(&questionnaire);
    }
    return status;
}

static sel_str range_text(const sel_item *item, sel_arena *arena)
{
    if (item->has_range)
        return sel_item_range(item, arena);
    return item->list == NULL ? (sel_str){0} : item->list->name;
}

sel_status sel_instrument_tell(const sel_context *context, const char *id, sel_report *report,
                               sel_error *err)
{
    sel_questionnaire questionnaire = {0};
    sel_status status = sel_instrument_open(context, id, report->arena, &questionnaire, err);
    if (status == SEL_OK) {
        sel_report_subtitle(report, sel_names_in(&questionnaire.titles, context->language));
        sel_section *section = sel_report_section(report, "questions", (sel_str){0});
        sel_table *table = sel_section_table(section, "questions",
                                             sel_tell_word(context, "instruments.questions"));
        static const char *const columns[] = {"name", "question", "part", "answers", "hint"};
        for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
            sel_tell_column(context, table, columns[i], SEL_COLUMN_TEXT);
        for (uint32_t i = 0; i < questionnaire.item_count; i++) {
            const sel_item *item = &questionnaire.items[i];
            sel_table_row(table);
            sel_cell_text(table, item->name);
            sel_cell_text(table, sel_names_in(&item->labels, context->language));
            sel_cell_text(table, item->part);
            sel_cell_text(table, range_text(item, report->arena));
            sel_cell_text(table, sel_names_in(&item->hints, context->language));
        }
    }
    sel_questionnaire_close(&questionnaire);
    return status;
}
