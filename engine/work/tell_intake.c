#include "work/intake.h"

#include "base/text.h"
#include "work/tell.h"

static const char *delimiter_word(char delimiter)
{
    return delimiter == ','   ? "delimiter.comma"
           : delimiter == ';' ? "delimiter.semicolon"
           : delimiter == '|' ? "delimiter.bar"
                              : "delimiter.tab";
}

/* What the first line says: whether it was taken, and how much is to be done. */
static void tell_verdict(const sel_context *context, const sel_intake *intake, bool as_submit,
                         sel_report *report)
{
    const char *word = intake->repeated  ? "intake.repeated"
                       : intake->refused ? "intake.refused"
                       : intake->stored  ? "intake.stored"
                       : as_submit       ? "intake.not-stored"
                                         : "intake.would-be-taken";
    sel_arena *arena = report->arena;
    sel_report_subtitle(
        report, sel_say(arena, &context->words, word, "file", sel_tell_text(arena, intake->file),
                        "fix", sel_tell_count(arena, intake->issues.counts[SEL_FAULT]), "look",
                        sel_tell_count(arena, intake->issues.counts[SEL_WARNING]), NULL));
    if (intake->repeated)
        return;
    uint64_t asked = intake->counts.answers + intake->counts.faulty;
    sel_report_subtitle(report, sel_say(arena, &context->words, "intake.read", "answers",
                                        sel_tell_count(arena, intake->counts.answers), "all",
                                        sel_tell_count(arena, asked), "respondents",
                                        sel_tell_count(arena, intake->counts.responses), NULL));
}

static const char *outcome_word(sel_put_outcome outcome)
{
    static const char *const words[] = {
        [SEL_PUT_NEW] = "receipt.new",
        [SEL_PUT_CHANGED] = "receipt.changed",
        [SEL_PUT_OLDER] = "receipt.older",
        [SEL_PUT_UNCHANGED] = "receipt.unchanged",
    };
    return words[outcome];
}

static void tell_receipt_row(const sel_context *context, sel_table *table,
                             const sel_receipt *receipt)
{
    sel_table_row(table);
    sel_cell_text(table, context->reference.geography.recipients[receipt->recipient].code);
    sel_cell_text(table, sel_context_recipient(context, receipt->recipient));
    sel_cell_text(table, receipt->agency);
    sel_cell_text(table, receipt->round);
    sel_cell_integer(table, receipt->answers);
    sel_cell_integer(table, receipt->revision);
    sel_cell_text(table, sel_tell_word(context, outcome_word(receipt->outcome)));
    sel_cell_text(table, receipt->disclosure);
    sel_cell_text(table, receipt->code);
}

static void tell_receipts(const sel_context *context, const sel_intake *intake, sel_report *report)
{
    if (intake->receipt_count == 0 || !intake->stored)
        return;
    sel_section *section =
        sel_report_section(report, "receipt", sel_tell_word(context, "receipt.heading"));
    sel_table *table =
        sel_section_table(section, "receipts", sel_tell_word(context, "receipt.heading"));
    static const struct {
        const char *id;
        sel_column_type type;
        sel_readers readers;
    } columns[] = {{"recipient", SEL_COLUMN_TEXT, SEL_FOR_MACHINES},
                   {"country", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"agency", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"round", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"answers", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
                   {"revision", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
                   {"outcome", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"disclosure", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"receipt", SEL_COLUMN_TEXT, SEL_FOR_ALL}};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i].id, columns[i].type, columns[i].readers);
    bool illustrative = false;
    for (uint32_t i = 0; i < intake->receipt_count; i++) {
        tell_receipt_row(context, table, &intake->receipts[i]);
        illustrative |= intake->receipts[i].illustrative;
    }
    if (illustrative)
        sel_tell_illustrative(context, report);
    sel_section_paragraph(section, sel_tell_word(context, "receipt.again"));
    if (intake->counts.taken > intake->receipt_count)
        sel_section_paragraph(
            section,
            sel_say(report->arena, &context->words, "receipt.more", "n",
                    sel_tell_count(report->arena, intake->counts.taken - intake->receipt_count),
                    NULL));
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
        [SEL_COLUMN_BY_PATH] = "columns.by-path",       [SEL_COLUMN_BY_NAME] = "columns.by-name",
        [SEL_COLUMN_BY_FOLDED] = "columns.by-folded",   [SEL_COLUMN_BY_LABEL] = "columns.by-label",
        [SEL_COLUMN_BY_GROUPED] = "columns.by-grouped", [SEL_COLUMN_BY_LEAF] = "columns.by-leaf",
        [SEL_COLUMN_BY_ORDER] = "columns.by-order",
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
    sel_report_foot(report, say_columns(context, reading, arena));
    if (reading->by_labels)
        sel_report_foot(report, sel_say(arena, &context->words, "intake.labels", "language",
                                        sel_language_name(reading->language), NULL));
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

/* Every decision that was made about how to read the file. */
static void tell_reading(const sel_context *context, const sel_intake *intake, sel_report *report)
{
    const sel_response_guess *guess = &intake->guess;
    const char *form = guess->form == SEL_FORM_TALL ? "form.tall" : "form.wide";
    bool utf8 = strcmp(intake->encoding.name, "UTF-8") == 0;
    sel_arena *arena = report->arena;
    if (guess->form == SEL_FORM_NONE)
        return;
    if (guess->delimiter == '\0') {
        sel_report_foot(report, sel_say(arena, &context->words, "intake.how-read-workbook", "form",
                                        sel_tell_text(arena, sel_tell_word(context, form)), "sheet",
                                        sel_tell_text(arena, intake->sheet), NULL));
        return;
    }
    sel_report_foot(
        report,
        sel_say(arena, &context->words, utf8 ? "intake.how-read" : "intake.how-read-in", "form",
                sel_tell_text(arena, sel_tell_word(context, form)), "delimiter",
                sel_tell_text(arena, sel_tell_word(context, delimiter_word(guess->delimiter))),
                "letters", sel_tell_text(arena, say_letters(context, intake, arena)), NULL));
    if (guess->form == SEL_FORM_WIDE)
        tell_wide(context, intake, report);
}

void sel_intake_tell(const sel_context *context, const sel_intake *intake, bool as_submit,
                     sel_report *report)
{
    tell_verdict(context, intake, as_submit, report);
    sel_tell_issues(context, &intake->issues, intake->labels, report);
    tell_receipts(context, intake, report);
    tell_reading(context, intake, report);
}
