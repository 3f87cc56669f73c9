#include "work/import.h"

#include "work/tell.h"

static void tell_counts(const sel_context *context, const sel_import *import, sel_report *report)
{
    const struct {
        const char *word;
        const char *id;
        uint64_t count;
    } counts[] = {{"import.seen", "seen", import->seen},
                  {"import.taken", "taken", import->taken},
                  {"import.refused", "refused", import->refused},
                  {"import.with-cyber", "with_cyber_content", import->taken - import->set_aside},
                  {"import.set-aside", "set_aside", import->set_aside},
                  {"import.guessed", "guessed", import->guessed},
                  {"import.without-place", "without_place", import->without_place},
                  {"import.new", "new", import->outcomes[SEL_PUT_NEW]},
                  {"import.changed", "changed", import->outcomes[SEL_PUT_CHANGED]},
                  {"import.older", "older", import->outcomes[SEL_PUT_OLDER]},
                  {"import.unchanged", "unchanged", import->outcomes[SEL_PUT_UNCHANGED]}};
    sel_section *section =
        sel_report_section(report, "counts", sel_tell_word(context, "import.counts"));
    sel_table *table =
        sel_section_table(section, "counts", sel_tell_word(context, "import.counts"));
    sel_tell_column_for(context, table, "id", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "what", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "count", SEL_COLUMN_INTEGER);
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
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

void sel_import_tell(const sel_context *context, const sel_import *import, bool as_import,
                     sel_report *report)
{
    const char *word = import->repeated ? "import.repeated"
                       : import->stored ? "import.stored"
                       : as_import      ? "import.not-stored"
                                        : "import.checked";
    sel_report_subtitle(report,
                        sel_say(report->arena, &context->words, word, "file",
                                sel_tell_text(report->arena, import->file), "look",
                                sel_tell_count(report->arena, import->issues.counts[SEL_WARNING] +
                                                                  import->issues.counts[SEL_FAULT]),
                                NULL));
    if (import->illustrative)
        sel_tell_illustrative(context, report);
    if (import->repeated)
        return;
    tell_counts(context, import, report);
    if (import->kind == SEL_FILE_REGISTER_CSV && (!as_import || import->table.of_several > 0))
        sel_import_tell_table(context, import, report);
    if (!as_import)
        tell_columns(context, import, report);
    sel_tell_issues(context, &import->issues, NULL, report);
    if (import->guessed > 0)
        sel_report_foot(report, sel_tell_word(context, "import.guessed-about"));
}
