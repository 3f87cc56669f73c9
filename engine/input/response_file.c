#include "input/response_file.h"

#include "base/seen.h"
#include "input/encoding.h"
#include "input/response_columns.h"
#include "input/response_reader.h"
#include "input/source_tool.h"

sel_cell_place sel_cell_at(const sel_csv_row *row, uint32_t i)
{
    return (sel_cell_place){sel_csv_cell(row, i), row->line, row->row, i + 1};
}

bool sel_row_is_empty(const sel_csv_row *row)
{
    for (uint32_t i = 0; i < row->count; i++)
        if (sel_csv_cell(row, i).len > 0)
            return false;
    return true;
}

static void add_names(sel_index *words, const sel_names *names)
{
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
        sel_encoding_add_words(words, names->in[language]);
}

sel_index *sel_response_words(const sel_reference *reference,
                              const sel_questionnaire *questionnaire)
{
    sel_index *words = sel_index_create();
    for (uint32_t i = 0; i < reference->geography.count; i++)
        add_names(words, &reference->geography.recipients[i].names);
    for (uint32_t i = 0; i < reference->label_count; i++)
        add_names(words, &reference->labels[i].names);
    for (uint32_t i = 0; questionnaire != NULL && i < questionnaire->item_count; i++)
        add_names(words, &questionnaire->items[i].labels);
    for (uint32_t i = 0; questionnaire != NULL && i < questionnaire->list_count; i++)
        for (uint32_t c = 0; c < questionnaire->lists[i].count; c++)
            add_names(words, &questionnaire->lists[i].choices[c].labels);
    return words;
}

/* The beginning of a file while it is being recognised. */
typedef struct scent {
    const sel_reference *reference;
    sel_column_keys *keys; /* NULL: no instrument at hand */
    sel_response_guess *guess;
    sel_seen *strange; /* cells that are nothing we know: answers repeat themselves */
    uint32_t rows;
    uint32_t names_row; /* first row of a header whose questions stand in the second; 0: none */
} scent;

enum { HEADER_MOST = 1024 };

static bool is_known(void *of, sel_str cell)
{
    const scent *s = of;
    sel_column_by by;
    if (cell.len == 0 || cell.len > HEADER_MOST || sel_seen_has(s->strange, cell))
        return false;
    bool known =
        (s->keys != NULL && sel_column_keys_find(s->keys, cell, SEL_EN, &by) != SEL_NONE) ||
        sel_mapping_find(s->guess->options.mapping, cell, 0) != SEL_NONE ||
        sel_sheet_key(s->reference, cell).len > 0;
    if (!known)
        sel_seen_before(s->strange, cell);
    return known;
}

/* Half of the filled cells, and two questions at least, or it is something else; the keys of a
 * child table and columns that a mapping names say more than other cells do. */
static bool is_header(const scent *s, const sel_csv_row *row, sel_header_fit *fit)
{
    *fit = (sel_header_fit){0};
    if (s->keys == NULL)
        return false;
    *fit = sel_columns_fit(s->keys, row, s->guess->options.mapping);
    uint32_t least = sel_source_is_child(row) ? 1 : 2;
    bool second = s->names_row > 0 && row->row == s->names_row + 1;
    return fit->questions >= least && (fit->known * 2 >= fit->filled || fit->mapped > 0 ||
                                       (second && s->guess->header_row == 0));
}

static void take_header(scent *s, const sel_csv_row *row, const sel_header_fit *fit)
{
    sel_response_guess *guess = s->guess;
    guess->questions = fit->questions;
    guess->strangers = fit->filled - fit->known;
    guess->form = SEL_FORM_WIDE;
    guess->header_row = row->row;
    guess->data_row = row->row + 1;
    sel_source_tool tool = sel_source_of_header(row);
    if (tool != SEL_SOURCE_OTHER)
        guess->source = tool;
    guess->option_row = guess->source == SEL_SOURCE_SURVEYMONKEY ? row->row + 1 : 0;
    if (guess->option_row > 0)
        guess->data_row += 1;
    if (s->names_row > 0 && row->row == s->names_row + 1) {
        guess->header_row = s->names_row;
        guess->wording_row = row->row;
        guess->preamble -= 1;
    }
}

/* Rows below the header that describe columns: tags, ids, the questions in other words. */
static bool take_below(scent *s, const sel_csv_row *row)
{
    bool describes = sel_source_describes(row);
    if (describes && sel_str_starts(sel_csv_cell(row, 0), SEL_STR("{\"ImportId\"")))
        s->guess->source = SEL_SOURCE_QUALTRICS;
    if (row->row < s->guess->data_row)
        return true;
    bool is_second = row->row == s->guess->header_row + 1;
    bool may_be_wording = is_second && !describes && s->guess->source == SEL_SOURCE_QUALTRICS;
    sel_header_fit fit;
    if (!describes && !is_header(s, row, &fit))
        return may_be_wording; /* in any language: the ids below it tell */
    if (may_be_wording || (describes && row->row == s->guess->header_row + 2 &&
                           s->guess->source == SEL_SOURCE_QUALTRICS))
        s->guess->wording_row = s->guess->header_row + 1;
    s->guess->data_row = row->row + 1;
    return true;
}

static bool take_first_rows(void *to, const sel_csv_row *row)
{
    enum { ROWS_MAX = 30 };
    scent *s = to;
    if (s->guess->form == SEL_FORM_WIDE)
        return take_below(s, row);
    if (sel_row_is_empty(row))
        return true;
    if (s->rows++ == 0 &&
        sel_str_is(sel_sheet_key(s->reference, sel_csv_cell(row, 0)), "questionnaire")) {
        s->guess->form = SEL_FORM_TALL;
        snprintf(s->guess->questionnaire, sizeof s->guess->questionnaire, "%.*s",
                 SEL_STR_ARG(sel_csv_cell(row, 1)));
        return false;
    }
    sel_header_fit fit;
    if (is_header(s, row, &fit)) {
        take_header(s, row, &fit);
        return true;
    }
    if (s->guess->source == SEL_SOURCE_OTHER)
        s->guess->source = sel_source_of_header(row);
    if (sel_source_of_header(row) == SEL_SOURCE_QUALTRICS)
        s->names_row = row->row;
    s->guess->preamble += 1;
    return s->rows < ROWS_MAX;
}

sel_response_guess sel_response_recognise(const sel_bytes *bytes, const sel_reference *reference,
                                          const sel_questionnaire *questionnaire,
                                          const sel_response_options *said)
{
    sel_response_guess guess = {.form = SEL_FORM_NONE};
    scent s = {.reference = reference, .guess = &guess, .strange = sel_seen_create()};
    if (said != NULL)
        guess.options = *said;
    if (questionnaire != NULL)
        s.keys = sel_column_keys_create(questionnaire);
    guess.delimiter = guess.options.delimiter != '\0' ? guess.options.delimiter
                                                      : sel_csv_sniff(bytes, is_known, &s);
    sel_bytes *view = sel_bytes_open_memory("", sel_bytes_peek(bytes));
    sel_error ignored = {0};
    sel_status status = sel_csv_read(view, guess.delimiter, take_first_rows, &s, NULL, &ignored);
    sel_bytes_close(view);
    sel_column_keys_destroy(s.keys);
    sel_seen_destroy(s.strange);
    (void)status; /* a sample may end inside a quote; what was seen until then decides */
    return guess;
}

sel_status sel_response_recognise_rows(const sel_row_source *rows, const sel_reference *reference,
                                       sel_response_guess *guess, sel_error *err)
{
    *guess = (sel_response_guess){.form = SEL_FORM_NONE};
    scent s = {.reference = reference, .guess = guess};
    return rows->read(rows->from, take_first_rows, &s, NULL, err);
}

sel_status sel_response_read_rows(const sel_row_source *rows, const sel_response_guess *guess,
                                  const sel_questionnaire *questionnaire,
                                  const sel_reference *reference, sel_response_sink sink,
                                  sel_issues *issues, sel_response_counts *counts, sel_error *err)
{
    sel_response_draft draft =
        sel_response_draft_start(questionnaire, reference, issues, rows->name, guess, counts);
    return sel_response_read_tall(rows, draft, sink, err);
}

typedef struct csv_rows {
    sel_bytes *bytes;
    char delimiter;
} csv_rows;

static sel_status read_csv_rows(void *from, sel_csv_take *take, void *to, sel_issues *issues,
                                sel_error *err)
{
    const csv_rows *csv = from;
    return sel_csv_read(csv->bytes, csv->delimiter, take, to, issues, err);
}

sel_status sel_response_read(sel_bytes *bytes, const sel_response_guess *guess,
                             const sel_questionnaire *questionnaire, const sel_reference *reference,
                             sel_response_sink sink, sel_progress *progress, sel_issues *issues,
                             sel_response_counts *counts, sel_error *err)
{
    sel_response_draft draft = sel_response_draft_start(questionnaire, reference, issues,
                                                        sel_bytes_name(bytes), guess, counts);
    if (guess->form == SEL_FORM_WIDE)
        return sel_response_read_wide(bytes, guess, draft, sink, progress, err);
    csv_rows csv = {bytes, guess->delimiter};
    const sel_row_source rows = {read_csv_rows, &csv, sel_bytes_name(bytes)};
    return sel_response_read_tall(&rows, draft, sink, err);
}
