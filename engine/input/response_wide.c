#include "input/response_reader.h"
#include "input/response_split.h"

typedef struct wide {
    sel_response_draft draft;
    sel_response_sink sink;
    sel_progress *progress;
    const sel_response_guess *guess;
    sel_response_reading *reading;
    sel_column_keys *keys;
    sel_arena *arena;   /* of the columns */
    sel_csv_row header; /* kept until the second row of the header has come; count 0: none */
    sel_columns columns;
    sel_splits splits;
    sel_cell_style *styles; /* per column */
    bool measuring;         /* first pass: only how numbers and dates are written */
} wide;

static void keep_header(wide *w, const sel_csv_row *row)
{
    sel_str *cells = sel_arena_array(w->arena, row->count, sizeof *cells);
    for (uint32_t i = 0; i < row->count; i++)
        cells[i] = sel_str_copy(w->arena, row->cells[i]);
    w->header = *row;
    w->header.cells = cells;
}

/* Per question the first of its columns, from 1; 0: it has none. */
static const uint32_t *first_columns(const wide *w)
{
    uint32_t *columns =
        sel_arena_array(w->arena, w->draft.questionnaire->item_count, sizeof *columns);
    for (uint32_t i = w->columns.width; i > 0; i--)
        if (w->columns.list[i - 1].kind > SEL_COLUMN_META)
            columns[w->columns.list[i - 1].item] = i;
    return columns;
}

static void take_header(wide *w, const sel_header_rows *rows)
{
    w->columns = sel_columns_read(w->keys, rows, w->guess, &w->draft, w->reading);
    w->draft.columns = first_columns(w);
    w->splits = sel_splits_find(&w->columns, w->draft.questionnaire, w->arena);
    w->styles = sel_arena_array(w->arena, w->columns.width, sizeof *w->styles);
    for (uint32_t i = 0; i < w->columns.width; i++)
        w->styles[i] = w->draft.plain;
}

/* KoBoCAT writes n/a where there is no answer, Qualtrics -99 for what was seen and left. */
static bool is_absent(const wide *w, sel_str text)
{
    sel_source_tool source = w->guess->source;
    return text.len == 0 || (source == SEL_SOURCE_KOBO_LEGACY && sel_str_is(text, "n/a")) ||
           (source == SEL_SOURCE_QUALTRICS && sel_str_is(text, "-99"));
}

static void measure(wide *w, const sel_csv_row *row)
{
    for (uint32_t i = 0; i < w->columns.width; i++) {
        const sel_column *column = &w->columns.list[i];
        sel_str text = sel_csv_cell(row, i);
        if (column->kind != SEL_COLUMN_ANSWER || is_absent(w, text))
            continue;
        sel_item_type type = w->draft.questionnaire->items[column->item].type;
        if (type == SEL_ITEM_DECIMAL)
            sel_cell_style_number(&w->styles[i], text);
        else if (type == SEL_ITEM_DATE)
            sel_cell_style_date(&w->styles[i], text);
    }
}

/* Cells behind the header must be empty: a separator too many at the end of every line is not a
 * fault, a value without a question is. */
static bool is_ragged(const wide *w, const sel_csv_row *row)
{
    for (uint32_t i = w->columns.width; i < row->count; i++)
        if (sel_csv_cell(row, i).len > 0)
            return true;
    return row->count < w->columns.width;
}

static void report_ragged(wide *w, const sel_csv_row *row)
{
    char expected[16];
    snprintf(expected, sizeof expected, "%u", w->columns.width);
    sel_cell_place line = {.line = row->line, .row = row->row};
    sel_response_draft_report(&w->draft, "E_RAGGED", (sel_str){0}, &line, sel_str_of(expected),
                              (sel_str){0});
}

static void translate(wide *w, const sel_column *column, sel_cell_place *cell)
{
    bool several = column->kind == SEL_COLUMN_ANSWER &&
                   w->draft.questionnaire->items[column->item].type > SEL_ITEM_SELECT_ONE;
    w->reading->cells_translated += sel_mapping_translate(w->guess->options.mapping, column->mapped,
                                                          several, w->draft.arena, &cell->text);
}

static void take_cell(wide *w, uint32_t i, sel_cell_place *cell)
{
    const sel_column *column = &w->columns.list[i];
    if (column->mapped != SEL_NONE && cell->text.len > 0)
        translate(w, column, cell);
    if (is_absent(w, cell->text))
        return;
    uint32_t split = w->splits.of_column[i];
    if (column->kind == SEL_COLUMN_REPEAT) {
        sel_response_draft_report(&w->draft, "W_REPEAT_LEFT_OUT",
                                  w->draft.questionnaire->items[column->item].name, cell,
                                  (sel_str){0}, (sel_str){0});
    } else if (split != SEL_NONE) {
        sel_split_take(&w->splits.list[split], column, cell, &w->draft);
    } else {
        w->draft.style = &w->styles[i];
        sel_response_draft_answer(&w->draft, column->item, cell);
    }
}

static bool take_response(wide *w, const sel_csv_row *row)
{
    w->draft.line = row->line;
    w->draft.row = row->row;
    if (is_ragged(w, row))
        report_ragged(w, row);
    for (uint32_t i = 0; i < row->count && i < w->columns.width; i++) {
        sel_cell_place cell = sel_cell_at(row, i);
        if (w->columns.list[i].kind > SEL_COLUMN_META)
            take_cell(w, i, &cell);
    }
    for (uint32_t s = 0; s < w->splits.count; s++)
        sel_split_finish(&w->splits.list[s], &w->draft);
    sel_progress_step(w->progress);
    if (w->columns.child) {
        w->reading->child_rows += 1;
        return true;
    }
    return sel_response_draft_finish(&w->draft, w->sink);
}

static bool has_numbers_or_dates(const wide *w)
{
    for (uint32_t i = 0; i < w->columns.width; i++) {
        const sel_column *column = &w->columns.list[i];
        sel_item_type type = column->kind == SEL_COLUMN_ANSWER
                                 ? w->draft.questionnaire->items[column->item].type
                                 : SEL_ITEM_TEXT;
        if (type == SEL_ITEM_DECIMAL || type == SEL_ITEM_DATE)
            return true;
    }
    return false;
}

/* One of the rows from the header on, before the columns are known. */
static void take_header_row(wide *w, const sel_csv_row *row)
{
    const sel_response_guess *guess = w->guess;
    uint32_t second = guess->option_row > 0 ? guess->option_row : guess->wording_row;
    sel_header_rows rows = {.names = row};
    if (row->row == guess->header_row && second > 0) {
        keep_header(w, row);
    } else if (row->row == guess->header_row) {
        take_header(w, &rows);
    } else if (row->row == second) {
        rows = (sel_header_rows){.names = &w->header,
                                 .options = guess->option_row > 0 ? row : NULL,
                                 .wording = guess->option_row > 0 ? NULL : row};
        take_header(w, &rows);
    }
}

static bool take_wide_row(void *to, const sel_csv_row *row)
{
    wide *w = to;
    const sel_response_guess *guess = w->guess;
    if (row->row < guess->header_row)
        return true;
    if (w->columns.list == NULL)
        take_header_row(w, row);
    if (w->measuring && w->columns.list != NULL && !has_numbers_or_dates(w))
        return false;
    if (row->row < guess->data_row || w->columns.list == NULL || sel_row_is_empty(row))
        return true;
    if (!w->measuring)
        return take_response(w, row);
    measure(w, row);
    return true;
}

/* Look at the columns of numbers and dates, as far as the file is held in memory: cells that can be
 * read in two ways are decided by those that cannot. */
static void measure_columns(wide *w, const sel_bytes *bytes)
{
    sel_bytes *view = sel_bytes_open_memory(sel_bytes_name(bytes).ptr, sel_bytes_held(bytes));
    sel_error ignored = {0};
    w->measuring = true;
    /* A file that is held in part may end inside a quote; the reading itself tells faults. */
    sel_status status = sel_csv_read(view, w->guess->delimiter, take_wide_row, w, NULL, &ignored);
    (void)status;
    w->measuring = false;
    sel_bytes_close(view);
}

static void count_styles(const wide *w)
{
    for (uint32_t i = 0; i < w->columns.width; i++) {
        const sel_cell_style *style = &w->styles[i];
        w->reading->decimal_comma +=
            style->commas > 0 && sel_cell_style_decimal(style) == SEL_DECIMAL_COMMA;
        w->reading->day_first +=
            style->day_first > 0 && sel_cell_style_dates(style) == SEL_ORDER_DMY;
        w->reading->month_first +=
            style->month_first > 0 && sel_cell_style_dates(style) == SEL_ORDER_MDY;
    }
}

sel_status sel_response_read_wide(sel_bytes *bytes, const sel_response_guess *guess,
                                  sel_response_draft draft, sel_response_sink sink,
                                  sel_progress *progress, sel_error *err)
{
    wide w = {.draft = draft,
              .sink = sink,
              .progress = progress,
              .guess = guess,
              .reading = &draft.counts->reading,
              .keys = sel_column_keys_create(draft.questionnaire),
              .arena = sel_arena_create()};
    measure_columns(&w, bytes);
    sel_status status =
        sel_csv_read(bytes, guess->delimiter, take_wide_row, &w, w.draft.issues, err);
    count_styles(&w);
    sel_progress_end(progress);
    sel_column_keys_destroy(w.keys);
    sel_arena_destroy(w.arena);
    sel_response_draft_end(&w.draft);
    return status;
}
