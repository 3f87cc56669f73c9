#include "input/register_table.h"

#include "base/fold.h"
#include "input/csv.h"
#include "input/register_row.h"

static const char *const field_names[] = {
#define X(id, name) [id] = (name),
    SEL_REGISTER_FIELD_LIST(X)
#undef X
};

const char *sel_register_field_name(sel_register_field field)
{
    return field_names[field];
}

static int field_of(sel_str name)
{
    for (int i = 0; i < SEL_REGISTER_FIELDS; i++)
        if (sel_str_is(name, field_names[i]))
            return i;
    return SEL_UNKNOWN;
}

static int field_of_header(const sel_reference *reference, sel_str header)
{
    int field = field_of(header);
    if (field != SEL_UNKNOWN)
        return field;
    sel_arena *scratch = sel_arena_create();
    sel_str folded = sel_fold(scratch, header);
    uint32_t low = 0;
    uint32_t high = reference->header_count;
    while (low < high && field == SEL_UNKNOWN) {
        uint32_t middle = low + (high - low) / 2;
        int order = sel_str_compare(reference->headers[middle].folded, folded);
        if (order == 0)
            field = field_of(reference->headers[middle].field);
        else if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    sel_arena_destroy(scratch);
    return field;
}

typedef struct header_view {
    const sel_reference *reference;
    sel_arena *arena;
    sel_register_guess *guess;
} header_view;

static bool is_known(void *of, sel_str cell)
{
    const header_view *view = of;
    return cell.len > 0 && field_of_header(view->reference, cell) != SEL_UNKNOWN;
}

static bool take_header(void *to, const sel_csv_row *row)
{
    header_view *view = to;
    sel_register_column *columns = sel_arena_array(view->arena, row->count, sizeof *columns);
    bool titled = false;
    uint32_t understood = 0;
    for (uint32_t i = 0; i < row->count; i++) {
        columns[i].header = sel_str_copy(view->arena, sel_csv_cell(row, i));
        columns[i].field = field_of_header(view->reference, columns[i].header);
        for (uint32_t j = 0; j < i; j++)
            if (columns[j].field == columns[i].field)
                columns[i].field = SEL_UNKNOWN;
        titled |= columns[i].field == SEL_FIELD_TITLE;
        understood += columns[i].field != SEL_UNKNOWN;
    }
    view->guess->columns = columns;
    view->guess->column_count = row->count;
    view->guess->is_register = titled && understood >= 3;
    return false;
}

sel_register_guess sel_register_recognise(const sel_bytes *bytes, const sel_reference *reference,
                                          sel_arena *arena)
{
    sel_register_guess guess = {0};
    header_view view = {reference, arena, &guess};
    guess.delimiter = sel_csv_sniff(bytes, is_known, &view);
    sel_bytes *peek = sel_bytes_open_memory("", sel_bytes_peek(bytes));
    sel_error ignored = {0};
    if (sel_csv_read(peek, guess.delimiter, take_header, &view, NULL, &ignored) != SEL_OK)
        guess.is_register = false;
    sel_bytes_close(peek);
    return guess;
}

typedef struct reading {
    const sel_register_guess *guess;
    uint32_t columns[SEL_REGISTER_FIELDS];
    const sel_reference *reference;
    const sel_register_options *options;
    sel_programme_sink sink;
    sel_issues *issues;
    sel_register_counts *counts;
    sel_str source;
    sel_arena *arena;
    bool header_seen;
} reading;

static void report_row(reading *r, const sel_csv_row *row, const char *code, uint32_t column,
                       sel_str found)
{
    sel_issues_add(r->issues, &(sel_issue){.code = code,
                                           .source = r->source,
                                           .line = row->line,
                                           .row = row->row,
                                           .column = column,
                                           .found = found});
}

static void report_columns(reading *r, const sel_csv_row *row)
{
    for (uint32_t i = 0; i < r->guess->column_count; i++)
        if (r->guess->columns[i].field == SEL_UNKNOWN && r->guess->columns[i].header.len > 0)
            report_row(r, row, "W_COLUMN_UNKNOWN", i + 1, r->guess->columns[i].header);
}

static bool is_blank(const sel_csv_row *row)
{
    for (uint32_t i = 0; i < row->count; i++)
        if (sel_csv_cell(row, i).len > 0)
            return false;
    return true;
}

static bool take_row(void *to, const sel_csv_row *row)
{
    reading *r = to;
    if (!r->header_seen) {
        r->header_seen = true;
        report_columns(r, row);
        return true;
    }
    if (is_blank(row))
        return true;
    r->counts->seen += 1;
    sel_progress_step(r->options->progress);
    if (row->count != r->guess->column_count)
        report_row(r, row, "W_RAGGED", 0, (sel_str){0});
    sel_arena_reset(r->arena);
    sel_register_row one = {.row = row,
                            .columns = r->columns,
                            .reference = r->reference,
                            .options = r->options,
                            .issues = r->issues,
                            .source = r->source,
                            .arena = r->arena};
    if (!sel_register_row_read(&one)) {
        r->counts->refused += 1;
        report_row(r, row, "E_NO_TITLE", 0, (sel_str){0});
        return true;
    }
    one.record.place.ordinal = r->counts->seen;
    r->counts->taken += 1;
    return r->sink.take(r->sink.to, &one.record);
}

sel_status sel_register_read(sel_bytes *bytes, const sel_register_guess *guess,
                             const sel_reference *reference, const sel_register_options *options,
                             sel_programme_sink sink, sel_issues *issues,
                             sel_register_counts *counts, sel_error *err)
{
    reading r = {.guess = guess,
                 .reference = reference,
                 .options = options,
                 .sink = sink,
                 .issues = issues,
                 .counts = counts,
                 .source = sel_bytes_name(bytes),
                 .arena = sel_arena_create()};
    for (int i = 0; i < SEL_REGISTER_FIELDS; i++)
        r.columns[i] = SEL_NONE;
    for (uint32_t i = 0; i < guess->column_count; i++)
        if (guess->columns[i].field != SEL_UNKNOWN)
            r.columns[guess->columns[i].field] = i;
    sel_status status = sel_csv_read(bytes, guess->delimiter, take_row, &r, issues, err);
    sel_progress_end(options->progress);
    sel_arena_destroy(r.arena);
    return status;
}
