#include "work/intake.h"

#include "base/text.h"
#include "work/tell.h"

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
    if (intake->repeated || intake->guess.form == SEL_FORM_NONE)
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
    sel_cell_text(table, receipt->respondent);
    sel_cell_text(table, sel_receipt_who(context, receipt));
    sel_cell_text(table, receipt->agency);
    sel_cell_text(table, receipt->round);
    sel_cell_integer(table, receipt->answers);
    sel_cell_integer(table, receipt->revision);
    sel_cell_text(table, sel_tell_word(context, outcome_word(receipt->outcome)));
    sel_cell_text(table, receipt->disclosure);
    sel_cell_text(table, receipt->code);
}

/* Those who answered are too many for what `submit` says of each. */
static bool leaves_out_principles(const sel_intake *intake)
{
    return intake->receipt_count > SEL_RECEIPTS_SHOWN && intake->receipts[0].supported;
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
    uint32_t shown =
        intake->receipt_count < SEL_RECEIPTS_SHOWN ? intake->receipt_count : SEL_RECEIPTS_SHOWN;
    for (uint32_t i = 0; i < shown; i++) {
        tell_receipt_row(context, table, &intake->receipts[i]);
        illustrative |= intake->receipts[i].illustrative;
    }
    if (illustrative)
        sel_tell_illustrative(context, report);
    sel_section_paragraph(section, sel_tell_word(context, "receipt.again"));
    if (intake->counts.taken > shown)
        sel_section_paragraph(
            section, sel_say(report->arena, &context->words, "receipt.more", "n",
                             sel_tell_count(report->arena, intake->counts.taken - shown), NULL));
    if (leaves_out_principles(intake))
        sel_section_paragraph(section, sel_tell_word(context, "receipt.principles"));
}

/* What newer answers changed, of the receipts shown. */
static void tell_changes(const sel_context *context, const sel_intake *intake, sel_report *report)
{
    sel_table *table = NULL;
    for (uint32_t i = 0; i < intake->receipt_count && i < SEL_RECEIPTS_SHOWN && intake->stored;
         i++) {
        const sel_receipt *receipt = &intake->receipts[i];
        if (receipt->changes.count == 0)
            continue;
        if (table == NULL) {
            sel_str heading = sel_tell_word(context, "receipt.changes");
            table = sel_section_table(sel_report_section(report, "changes", heading), "changes",
                                      heading);
            sel_revision_columns(context, table);
        }
        sel_revision_tell(context, &receipt->changes, receipt->code, table);
    }
}

void sel_intake_tell(const sel_context *context, const sel_intake *intake, bool as_submit,
                     sel_report *report)
{
    tell_verdict(context, intake, as_submit, report);
    sel_tell_issues(context, &intake->issues, intake->labels, report);
    tell_receipts(context, intake, report);
    tell_changes(context, intake, report);
    sel_intake_tell_reading(context, intake, report);
}
