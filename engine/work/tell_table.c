/* How a register in a table was read: everything that was decided about it as a whole. */
#include "work/import.h"

#include "work/tell.h"

static const char *dialect_word(sel_register_dialect dialect)
{
    static const char *const words[] = {[SEL_DIALECT_OWN] = "dialect.own",
                                        [SEL_DIALECT_ANY] = "dialect.any",
                                        [SEL_DIALECT_CRS] = "dialect.crs",
                                        [SEL_DIALECT_HXL] = "dialect.hxl",
                                        [SEL_DIALECT_3W] = "dialect.3w"};
    return words[dialect];
}

static const char *delimiter_word(char delimiter)
{
    return delimiter == ','   ? "delimiter.comma"
           : delimiter == ';' ? "delimiter.semicolon"
           : delimiter == '|' ? "delimiter.bar"
           : delimiter == ':' ? "delimiter.colon"
                              : "delimiter.tab";
}

static void tell_one(const sel_context *context, sel_table *table, const char *what, sel_str value)
{
    if (value.len == 0)
        return;
    sel_table_row(table);
    sel_cell_text(table, sel_tell_word(context, what));
    sel_cell_text(table, value);
}

static sel_str number(sel_arena *arena, uint64_t count)
{
    return count == 0 ? (sel_str){0} : sel_str_of(sel_tell_count(arena, count));
}

void sel_import_tell_table(const sel_context *context, const sel_import *import, sel_report *report)
{
    const sel_register_guess *guess = &import->columns;
    sel_arena *arena = report->arena;
    sel_section *section =
        sel_report_section(report, "read-as", sel_tell_word(context, "import.read-as"));
    sel_table *table =
        sel_section_table(section, "read-as", sel_tell_word(context, "import.read-as"));
    sel_tell_column(context, table, "what", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "value", SEL_COLUMN_TEXT);
    tell_one(context, table, "import.kind", sel_tell_word(context, dialect_word(guess->dialect)));
    tell_one(context, table, "import.between",
             sel_tell_word(context, delimiter_word(guess->delimiter)));
    tell_one(context, table, "import.letters", sel_str_of(import->encoding.name));
    tell_one(context, table, "import.header-row", number(arena, guess->header_row));
    tell_one(context, table, "import.tag-row", number(arena, guess->tag_row));
    tell_one(context, table, "import.mapping", import->mapping);
    tell_one(context, table, "import.rows", number(arena, import->table.rows));
    tell_one(context, table, "import.key", guess->key);
    if (import->table.of_several == 0)
        return;
    sel_table_row(table);
    sel_cell_text(table, sel_say(arena, &context->words, "import.collapsed", "rows",
                                 sel_tell_count(arena, import->table.their_rows), "n",
                                 sel_tell_count(arena, import->table.of_several), NULL));
    sel_cell_text(table, guess->key);
    tell_one(context, table, "import.events", number(arena, import->table.events));
}
