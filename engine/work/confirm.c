#include "work/confirm.h"

#include "domain/theme_answer.h"
#include "report/clean.h"
#include "store/store_programmes.h"
#include "work/confirm_columns.h"
#include "work/tell.h"

const char *sel_confirm_heading(sel_confirm_column column)
{
    static const char *const headings[SEL_CONFIRM_COLUMNS] = {
        "register", "record", "title", "guess", "matched words", "your answer"};
    return headings[column];
}

typedef struct writing {
    const sel_context *context;
    const char *register_name;
    sel_output *out;
    sel_arena *scratch; /* of one record */
    uint64_t count;
} writing;

static bool is_waiting(const sel_programme *record)
{
    return !record->set_aside && record->capability_count > 0 && sel_theme_is_open(record) &&
           record->capabilities[0].origin == SEL_TAG_TEXT;
}

static sel_str guess_of(const writing *w, const sel_programme *record)
{
    sel_text text = {.arena = w->scratch};
    for (uint32_t i = 0; i < record->capability_count; i++) {
        sel_str code = record->capabilities[i].code;
        uint32_t number = sel_taxonomy_find(&w->context->reference.taxonomy, code);
        sel_text_printf(&text, "%s%.*s", i == 0 ? "" : "; ", SEL_STR_ARG(code));
        if (number != SEL_NONE)
            sel_text_printf(&text, " %.*s",
                            SEL_STR_ARG(sel_context_capability(w->context, number)));
    }
    return sel_text_str(&text);
}

static sel_str matched_in(const writing *w, const sel_programme *record)
{
    sel_text text = {.arena = w->scratch};
    for (uint32_t i = 0; i < record->capability_count; i++)
        sel_text_printf(&text, "%s%.*s (%.*s)", i == 0 ? "" : "; ",
                        SEL_STR_ARG(record->capabilities[i].evidence),
                        SEL_STR_ARG(record->capabilities[i].field));
    return sel_text_str(&text);
}

static bool write_row(void *to, const sel_programme *record)
{
    writing *w = to;
    bool wanted = w->register_name == NULL || sel_str_is(record->register_name, w->register_name);
    if (!wanted || !is_waiting(record))
        return true;
    sel_arena_reset(w->scratch);
    const sel_str fields[SEL_CONFIRM_COLUMNS] = {[SEL_CONFIRM_REGISTER] = record->register_name,
                                                 [SEL_CONFIRM_RECORD] = record->id,
                                                 [SEL_CONFIRM_TITLE] = record->title,
                                                 [SEL_CONFIRM_GUESS] = guess_of(w, record),
                                                 [SEL_CONFIRM_MATCHED] = matched_in(w, record),
                                                 [SEL_CONFIRM_ANSWER] = {0}};
    for (int i = 0; i < SEL_CONFIRM_COLUMNS; i++) {
        if (i > 0)
            sel_output_put(w->out, SEL_STR(","));
        sel_output_csv_field(w->out, ',',
                             sel_guard_formula(w->scratch, sel_clean_text(w->scratch, fields[i])));
    }
    sel_output_put(w->out, SEL_STR("\r\n"));
    w->count += 1;
    return !w->out->failed;
}

sel_status sel_confirm_write(const sel_context *context, sel_store *store,
                             const char *register_name, sel_stream stream, uint64_t *count,
                             sel_error *err)
{
    sel_output out = {.stream = stream};
    writing w = {.context = context,
                 .register_name = register_name,
                 .out = &out,
                 .scratch = sel_arena_create()};
    /* The mark lets spreadsheet programs read the letters right. */
    sel_output_text(&out, "\xEF\xBB\xBF");
    for (int i = 0; i < SEL_CONFIRM_COLUMNS; i++)
        sel_output_printf(&out, "%s%s", i == 0 ? "" : ",",
                          sel_confirm_heading((sel_confirm_column)i));
    sel_output_put(&out, SEL_STR("\r\n"));
    sel_status status =
        sel_store_each_programme(store, 0, (sel_programme_sink){write_row, &w}, err);
    sel_status ended = sel_output_end(&out, status == SEL_OK ? err : NULL);
    *count = w.count;
    sel_arena_destroy(w.scratch);
    return status == SEL_OK ? ended : status;
}

void sel_confirm_tell(const sel_context *context, const sel_confirm *confirm, sel_report *report)
{
    const struct {
        const char *word;
        const char *id;
        uint64_t count;
    } counts[] = {{"confirm.rows", "rows", confirm->rows},
                  {"confirm.taken", "taken", confirm->taken},
                  {"confirm.unchanged", "unchanged", confirm->unchanged},
                  {"confirm.open", "open", confirm->open},
                  {"confirm.refused", "refused", confirm->refused}};
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
    sel_tell_issues(context, &confirm->issues, NULL, report);
}
