#include "work/import.h"

#include "work/remedies.h"
#include "work/tell.h"

/* What most files have none of is told when there is any. */
static bool is_rare(const char *id)
{
    static const char *const rare[] = {"kept", "vanished", "returned"};
    for (size_t i = 0; i < sizeof rare / sizeof rare[0]; i++)
        if (strcmp(id, rare[i]) == 0)
            return true;
    return false;
}

/* A line of the counts, and by which kind of taxonomy it is asked; -1: any. */
typedef struct counted {
    const char *word;
    const char *id;
    uint64_t count;
    int tagged_by;
} counted;

static void tell_counts(const sel_context *context, const sel_import *import, sel_report *report)
{
    enum { ANY = -1 };
    const counted counts[] = {
        {"import.seen", "seen", import->seen, ANY},
        {"import.taken", "taken", import->taken, ANY},
        {"import.refused", "refused", import->refused, ANY},
        {"import.with-cyber", "with_cyber_content",
         import->taken - import->set_aside - import->kept, SEL_TAGGED_BY_WORDS},
        {"import.set-aside", "set_aside", import->set_aside, SEL_TAGGED_BY_WORDS},
        {"import.kept", "kept", import->kept, SEL_TAGGED_BY_WORDS},
        {"import.guessed", "guessed", import->guessed, SEL_TAGGED_BY_WORDS},
        {"import.coded", "coded", import->coded, SEL_TAGGED_BY_SECTORS},
        {"import.untagged", "untagged", import->untagged, SEL_TAGGED_BY_SECTORS},
        {"import.without-place", "without_place", import->without_place, ANY},
        {"import.new", "new", import->outcomes[SEL_PUT_NEW], ANY},
        {"import.changed", "changed", import->outcomes[SEL_PUT_CHANGED], ANY},
        {"import.older", "older", import->outcomes[SEL_PUT_OLDER], ANY},
        {"import.unchanged", "unchanged", import->outcomes[SEL_PUT_UNCHANGED], ANY},
        {"import.vanished", "vanished", import->vanished, ANY},
        {"import.returned", "returned", import->returned, ANY}};
    sel_section *section =
        sel_report_section(report, "counts", sel_tell_word(context, "import.counts"));
    sel_table *table =
        sel_section_table(section, "counts", sel_tell_word(context, "import.counts"));
    sel_tell_column_for(context, table, "id", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "what", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "count", SEL_COLUMN_INTEGER);
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        bool asked = counts[i].tagged_by == ANY ||
                     counts[i].tagged_by == (int)context->reference.taxonomy.tagged_by;
        if (!asked || (is_rare(counts[i].id) && counts[i].count == 0))
            continue;
        sel_table_row(table);
        sel_cell_text(table, sel_str_of(counts[i].id));
        sel_cell_text(table, sel_tell_word(context, counts[i].word));
        sel_cell_integer(table, (int64_t)counts[i].count);
    }
}

static void tell_columns(const sel_context *context, const sel_import *import, sel_report *report)
{
    if (import->kind != SEL_FILE_REGISTER_CSV)
        return;
    sel_section *section =
        sel_report_section(report, "columns", sel_tell_word(context, "import.columns"));
    sel_table *table =
        sel_section_table(section, "columns", sel_tell_word(context, "import.columns"));
    sel_tell_column(context, table, "header", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "understood_as", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < import->columns.column_count; i++) {
        const sel_register_column *column = &import->columns.columns[i];
        sel_table_row(table);
        sel_cell_text(table, column->header);
        if (column->field == SEL_UNKNOWN)
            sel_cell_missing(table, "not-understood", sel_tell_word(context, "why.not-understood"));
        else
            sel_cell_text(table,
                          sel_str_of(sel_register_field_name((sel_register_field)column->field)));
    }
}

/* --- what was found --- */

static void tell_code(const sel_context *context, const sel_import *import,
                      const sel_code_tally *of, sel_table *table)
{
    sel_severity severity = sel_issue_severity(of->code);
    sel_table_row(table);
    sel_cell_text(table, sel_str_of(sel_severity_name(severity)));
    sel_cell_text(table, sel_severity_word(context, severity));
    sel_cell_text(table, sel_str_of(of->code));
    sel_cell_integer(table, (int64_t)of->findings);
    sel_cell_integer(table, (int64_t)of->records);
    if (of->records > 0 && import->seen > 0)
        sel_cell_percent(table, (double)of->records / (double)import->seen);
    else
        sel_cell_empty(table);
    sel_cell_text(table, sel_tell_issue(context, &of->first[0], table->arena));
    sel_cell_text(table, sel_remedy_done(context, of->code));
    sel_cell_text(table, sel_remedy_ask(context, of->code));
}

static void tell_codes(const sel_context *context, const sel_import *import, sel_section *section)
{
    static const struct {
        const char *id;
        sel_column_type type;
        sel_readers readers;
    } columns[] = {{"severity", SEL_COLUMN_TEXT, SEL_FOR_MACHINES},
                   {"severity", SEL_COLUMN_TEXT, SEL_FOR_PEOPLE},
                   {"code", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"count", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES},
                   {"records", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
                   {"share", SEL_COLUMN_PERCENT, SEL_FOR_ALL},
                   {"remark", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"done", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"ask", SEL_COLUMN_TEXT, SEL_FOR_MACHINES}};
    sel_table *table =
        sel_section_table(section, "findings", sel_tell_word(context, "import.findings"));
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i].id, columns[i].type, columns[i].readers);
    for (uint32_t i = 0; i < import->tally.count; i++)
        tell_code(context, import, &import->tally.codes[i], table);
}

static void tell_first(const sel_context *context, const sel_import *import, const sel_issue *issue,
                       sel_table *table)
{
    enum { WRITTEN_MOST = 80 };
    sel_table_row(table);
    sel_cell_text(table, sel_str_of(issue->code));
    sel_cell_text(table, issue->record);
    sel_cell_text(table, sel_import_field(import, issue));
    sel_cell_text(table, sel_tell_issue_head(context, issue, (sel_str){0}, table->arena));
    sel_cell_text(table, sel_tell_clipped(table->arena, issue->found, WRITTEN_MOST));
    sel_cell_text(table, issue->suggestion);
}

static void tell_firsts(const sel_context *context, const sel_import *import, sel_section *section)
{
    static const char *const columns[] = {"code",  "record", "field",
                                          "place", "found",  "suggestion"};
    sel_table *table =
        sel_section_table(section, "first_records", sel_tell_word(context, "import.first"));
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i], SEL_COLUMN_TEXT, SEL_FOR_ALL);
    for (uint32_t i = 0; i < import->tally.count; i++)
        for (uint32_t j = 0; j < import->tally.codes[i].first_count; j++)
            tell_first(context, import, &import->tally.codes[i].first[j], table);
}

static void tell_findings(const sel_context *context, const sel_import *import, sel_report *report)
{
    if (import->tally.count == 0)
        return;
    sel_section *section =
        sel_report_section(report, "findings", sel_tell_word(context, "import.findings"));
    tell_codes(context, import, section);
    tell_firsts(
        context, import,
        sel_report_section(report, "first_records", sel_tell_word(context, "import.first")));
}

/* --- what a newer file changed --- */

static void tell_changes(const sel_context *context, const sel_import *import, sel_report *report)
{
    static const char *const columns[] = {"record", "field", "before", "after"};
    if (import->change_count == 0)
        return;
    enum { VALUE_MOST = 120 };
    sel_str heading = sel_tell_word(context, "import.changes");
    sel_section *section = sel_report_section(report, "changes", heading);
    sel_table *table = sel_section_table(section, "changes", heading);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i], SEL_COLUMN_TEXT, SEL_FOR_ALL);
    for (uint64_t i = 0; i < import->change_count && i < SEL_IMPORT_CHANGES; i++) {
        const sel_record_change *one = &import->changes[i];
        sel_table_row(table);
        sel_cell_text(table, one->record);
        sel_cell_text(table, sel_str_of(one->change.field));
        sel_cell_text(table, sel_tell_clipped(table->arena, one->change.before, VALUE_MOST));
        sel_cell_text(table, sel_tell_clipped(table->arena, one->change.after, VALUE_MOST));
    }
    if (import->change_count > SEL_IMPORT_CHANGES)
        sel_section_paragraph(
            section,
            sel_say(report->arena, &context->words, "import.changes-more", "n",
                    sel_tell_count(report->arena, import->change_count - SEL_IMPORT_CHANGES),
                    NULL));
}

/* --- the whole --- */

static const char *verdict_word(const sel_import *import, bool as_import)
{
    return import->repeated ? "import.repeated"
           : import->strict ? "import.strict"
           : import->stored ? "import.stored"
           : as_import      ? "import.not-stored"
                            : "import.checked";
}

static uint64_t to_look_at(const sel_import *import)
{
    return import->issues.counts[SEL_WARNING] + import->issues.counts[SEL_FAULT];
}

void sel_import_tell(const sel_context *context, const sel_import *import, bool as_import,
                     sel_report *report)
{
    sel_report_subtitle(report,
                        sel_say(report->arena, &context->words, verdict_word(import, as_import),
                                "file", sel_tell_text(report->arena, import->file), "look",
                                sel_tell_count(report->arena, to_look_at(import)), NULL));
    if (import->illustrative)
        sel_tell_illustrative(context, report);
    if (import->repeated && import->vanished > 0)
        sel_report_subtitle(report,
                            sel_say(report->arena, &context->words, "import.vanished-now", "n",
                                    sel_tell_count(report->arena, import->vanished), NULL));
    if (import->repeated)
        return;
    tell_counts(context, import, report);
    if (import->kind == SEL_FILE_REGISTER_CSV && (!as_import || import->table.of_several > 0))
        sel_import_tell_table(context, import, report);
    if (!as_import)
        tell_columns(context, import, report);
    tell_findings(context, import, report);
    tell_changes(context, import, report);
    sel_tell_issue_table(context, &import->issues, report);
    if (import->guessed > 0)
        sel_report_foot(report, sel_tell_word(context, "import.guessed-about"));
}

/* --- several files --- */

static const char *outcome_word(const sel_import_line *line)
{
    return line->import == NULL     ? "import.was-refused"
           : line->import->repeated ? "import.was-repeated"
           : line->import->strict   ? "import.was-refused"
           : line->import->stored   ? "import.was-stored"
                                    : "import.was-read";
}

static void tell_line(const sel_context *context, const sel_import_line *line, sel_table *table)
{
    static const sel_import nothing;
    const sel_import *import = line->import == NULL ? &nothing : line->import;
    const uint64_t counts[] = {import->seen,
                               import->taken,
                               import->refused,
                               import->set_aside,
                               import->issues.counts[SEL_FAULT],
                               import->issues.counts[SEL_WARNING],
                               import->issues.counts[SEL_NOTE]};
    bool read = line->import != NULL && !import->repeated;
    sel_table_row(table);
    const char *slash = strrchr(line->path, '/');
    sel_cell_text(table, sel_str_of(line->path));
    sel_cell_text(table, sel_str_of(slash == NULL ? line->path : slash + 1));
    sel_cell_text(table, sel_tell_word(context, outcome_word(line)));
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
        if (read)
            sel_cell_integer(table, (int64_t)counts[i]);
        else
            sel_cell_empty(table);
    sel_cell_text(table, sel_str_of(line->failure));
}

void sel_import_tell_summary(const sel_context *context, const sel_import_line *lines,
                             uint32_t count, sel_report *report)
{
    static const struct {
        const char *id;
        sel_column_type type;
        sel_readers readers;
    } columns[] = {{"path", SEL_COLUMN_TEXT, SEL_FOR_MACHINES},
                   {"file", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"outcome", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"records", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
                   {"taken", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
                   {"refused", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
                   {"set_aside", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
                   {"errors", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
                   {"warnings", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
                   {"notes", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
                   {"failure", SEL_COLUMN_TEXT, SEL_FOR_MACHINES}};
    sel_section *section = sel_report_section(report, "files", (sel_str){0});
    sel_table *table = sel_section_table(section, "files", (sel_str){0});
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i].id, columns[i].type, columns[i].readers);
    for (uint32_t i = 0; i < count; i++)
        tell_line(context, &lines[i], table);
}
