#include "base/text.h"
#include "work/intake.h"
#include "work/tell.h"

static const char *delimiter_word(char delimiter)
{
    return delimiter == ','   ? "delimiter.comma"
           : delimiter == ';' ? "delimiter.semicolon"
           : delimiter == '|' ? "delimiter.bar"
                              : "delimiter.tab";
}

/* How the letters were found. */
static sel_str say_letters(const sel_context *context, const sel_intake *intake, sel_arena *arena)
{
    static const char *const words[] = {
        [SEL_ENCODING_UTF8] = "letters.mark",   [SEL_ENCODING_MARK] = "letters.mark",
        [SEL_ENCODING_NULS] = "letters.nuls",   [SEL_ENCODING_GIVEN] = "letters.given",
        [SEL_ENCODING_WORDS] = "letters.words", [SEL_ENCODING_LETTERS] = "letters.looks",
    };
    return sel_say(arena, &context->words, words[intake->encoding.by], "encoding",
                   intake->encoding.name, "n", sel_tell_count(arena, intake->encoding.words), NULL);
}

/* How the columns of a wide file were understood. */
static sel_str say_columns(const sel_context *context, const sel_response_reading *reading,
                           sel_arena *arena)
{
    static const char *const words[] = {
        [SEL_COLUMN_BY_PATH] = "columns.by-path",
        [SEL_COLUMN_BY_NAME] = "columns.by-name",
        [SEL_COLUMN_BY_FOLDED] = "columns.by-folded",
        [SEL_COLUMN_BY_LABEL] = "columns.by-label",
        [SEL_COLUMN_BY_GROUPED] = "columns.by-grouped",
        [SEL_COLUMN_BY_LEAF] = "columns.by-leaf",
        [SEL_COLUMN_BY_ORDER] = "columns.by-order",
        [SEL_COLUMN_BY_MAPPING] = "columns.by-mapping",
    };
    sel_text text = {.arena = arena};
    for (int by = 0; by < SEL_COLUMN_BY_COUNT; by++) {
        if (reading->columns[by] == 0)
            continue;
        sel_str part = sel_say(arena, &context->words, words[by], "n",
                               sel_tell_count(arena, reading->columns[by]), NULL);
        sel_text_printf(&text, "%s%.*s", text.len == 0 ? "" : ", ", SEL_STR_ARG(part));
    }
    return sel_say(arena, &context->words, "intake.columns", "how",
                   sel_tell_text(arena, sel_text_str(&text)), "meta",
                   sel_tell_count(arena, reading->meta_columns), "unknown",
                   sel_tell_count(arena, reading->unknown_columns), NULL);
}

/* What a mapping decided, and its first columns. */
static void tell_mapping(const sel_context *context, const sel_intake *intake, sel_report *report)
{
    enum { SHOWN = 8, HEADER_MOST = 40 };
    const sel_response_reading *reading = &intake->counts.reading;
    sel_arena *arena = report->arena;
    sel_text list = {.arena = arena};
    uint32_t decided = 0;
    for (uint32_t i = 0; i < reading->decision_count; i++) {
        const sel_column_decision *decision = &reading->decisions[i];
        decided += decision->by_mapping;
        if (decision->by_mapping && decided <= SHOWN)
            sel_text_printf(&list, "%s%.*s = %.*s", decided == 1 ? "" : "; ",
                            SEL_STR_ARG(sel_tell_clipped(arena, decision->column, HEADER_MOST)),
                            SEL_STR_ARG(decision->question));
    }
    if (decided > SHOWN)
        sel_text_printf(&list, "; …");
    sel_report_foot(report, sel_say(arena, &context->words, "intake.mapping", "file",
                                    sel_tell_text(arena, intake->mapping), "n",
                                    sel_tell_count(arena, decided), "out",
                                    sel_tell_count(arena, reading->columns_left_out), "cells",
                                    sel_tell_count(arena, reading->cells_translated), "list",
                                    sel_tell_text(arena, sel_text_str(&list)), NULL));
}

/* The columns as a mapping would write them: for machines, and to begin a mapping with. */
static void tell_decisions(const sel_context *context, const sel_response_reading *reading,
                           sel_report *report)
{
    static const char *const columns[] = {"column", "question", "found", "choice"};
    sel_section *section = sel_report_section(report, "mapping", (sel_str){0});
    sel_table *table =
        sel_section_table(section, "mapping", sel_tell_word(context, "intake.mapping-table"));
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i], SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    for (uint32_t i = 0; i < reading->decision_count; i++) {
        sel_table_row(table);
        sel_cell_text(table, reading->decisions[i].column);
        sel_cell_text(table, reading->decisions[i].question);
        sel_cell_text(table, (sel_str){0});
        sel_cell_text(table, (sel_str){0});
    }
}

static void tell_columns(const sel_context *context, const sel_intake *intake, sel_report *report)
{
    const sel_response_reading *reading = &intake->counts.reading;
    sel_arena *arena = report->arena;
    sel_report_foot(report, say_columns(context, reading, arena));
    if (intake->mapping.len > 0)
        tell_mapping(context, intake, report);
    else if (reading->unknown_columns > 0)
        sel_report_foot(report, sel_tell_word(context, "intake.how-to-map"));
    if (reading->child_rows > 0)
        sel_report_foot(report, sel_say(arena, &context->words, "intake.child-table", "n",
                                        sel_tell_count(arena, reading->child_rows), NULL));
    if (reading->by_labels)
        sel_report_foot(report, sel_say(arena, &context->words, "intake.labels", "language",
                                        sel_language_name(reading->language), NULL));
    tell_decisions(context, reading, report);
}

static void tell_wide(const sel_context *context, const sel_intake *intake, sel_report *report)
{
    const sel_response_guess *guess = &intake->guess;
    const sel_response_reading *reading = &intake->counts.reading;
    sel_arena *arena = report->arena;
    if (guess->source != SEL_SOURCE_OTHER)
        sel_report_foot(report, sel_say(arena, &context->words, "intake.source", "tool",
                                        sel_source_tool_name(guess->source), NULL));
    if (guess->preamble > 0 || guess->data_row > guess->header_row + 1)
        sel_report_foot(report, sel_say(arena, &context->words, "intake.header", "row",
                                        sel_tell_count(arena, guess->header_row), "data",
                                        sel_tell_count(arena, guess->data_row), NULL));
    if (intake->by_header.len > 0)
        sel_report_foot(report, sel_say(arena, &context->words, "intake.by-header", "title",
                                        sel_tell_text(arena, intake->by_header), NULL));
    tell_columns(context, intake, report);
    if (reading->decimal_comma > 0)
        sel_report_foot(report, sel_say(arena, &context->words, "intake.decimal-comma", "n",
                                        sel_tell_count(arena, reading->decimal_comma), NULL));
    if (reading->day_first > 0)
        sel_report_foot(report, sel_say(arena, &context->words, "intake.day-first", "n",
                                        sel_tell_count(arena, reading->day_first), NULL));
    if (reading->month_first > 0)
        sel_report_foot(report, sel_say(arena, &context->words, "intake.month-first", "n",
                                        sel_tell_count(arena, reading->month_first), NULL));
}

sel_str sel_intake_how_read(const sel_context *context, const sel_intake *intake, sel_arena *arena)
{
    const sel_response_guess *guess = &intake->guess;
    if (guess->form == SEL_FORM_NONE)
        return (sel_str){0};
    const char *form = sel_tell_text(
        arena, sel_tell_word(context, guess->form == SEL_FORM_TALL ? "form.tall" : "form.wide"));
    if (guess->delimiter == '\0')
        return sel_say(arena, &context->words, "intake.how-read-workbook", "form", form, "sheet",
                       sel_tell_text(arena, intake->sheet), NULL);
    bool utf8 = strcmp(intake->encoding.name, "UTF-8") == 0;
    return sel_say(arena, &context->words, utf8 ? "intake.how-read" : "intake.how-read-in", "form",
                   form, "delimiter",
                   sel_tell_text(arena, sel_tell_word(context, delimiter_word(guess->delimiter))),
                   "letters", sel_tell_text(arena, say_letters(context, intake, arena)), NULL);
}

void sel_intake_tell_reading(const sel_context *context, const sel_intake *intake,
                             sel_report *report)
{
    if (intake->guess.form != SEL_FORM_NONE)
        sel_report_foot(report, sel_intake_how_read(context, intake, report->arena));
    if (intake->guess.form == SEL_FORM_WIDE)
        tell_wide(context, intake, report);
    else if (intake->mapping.len > 0)
        sel_report_foot(report,
                        sel_say(report->arena, &context->words, "intake.mapping-unused", "file",
                                sel_tell_text(report->arena, intake->mapping), NULL));
}
