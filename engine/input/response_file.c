#include "input/response_file.h"

#include "base/number.h"
#include "input/response_draft.h"

/* --- tall sheet --- */

typedef enum block { IDENTITY, CAPABILITIES, REQUESTS, SUPPORT, CONTACTS } block;

enum { TALL_COLUMNS_MAX = 64 };

typedef struct tall {
    sel_response_draft draft;
    block block;
    sel_str columns[TALL_COLUMNS_MAX]; /* keys of the block's header */
    uint32_t width;                    /* up to the last column with a name */
    uint32_t support_rows;
} tall;

static sel_cell_place cell_of(const sel_csv_row *row, uint32_t column)
{
    return (sel_cell_place){sel_csv_cell(row, column), row->line, row->row, column + 1};
}

static void answer_named(tall *t, sel_str name, const sel_csv_row *row, uint32_t column)
{
    sel_cell_place cell = cell_of(row, column);
    uint32_t item = sel_questionnaire_item(t->draft.questionnaire, name);
    if (item != SEL_NONE)
        sel_response_draft_answer(&t->draft, item, &cell);
    else if (cell.text.len > 0)
        sel_response_draft_report(&t->draft, "W_NOT_ASKED", name, &cell, (sel_str){0},
                                  (sel_str){0});
}

static void take_columns(tall *t, block next, const sel_csv_row *row)
{
    t->block = next;
    t->width = row->count < TALL_COLUMNS_MAX ? row->count : TALL_COLUMNS_MAX;
    while (t->width > 1 && sel_csv_cell(row, t->width - 1).len == 0)
        t->width -= 1;
    for (uint32_t i = 0; i < t->width; i++) {
        sel_cell_place cell = cell_of(row, i);
        t->columns[i] = sel_sheet_key(t->draft.reference, cell.text);
        if (t->columns[i].len == 0 && cell.text.len > 0)
            sel_response_draft_report(&t->draft, "W_COLUMN_UNKNOWN", (sel_str){0}, &cell,
                                      (sel_str){0}, (sel_str){0});
    }
}

static void take_capability(tall *t, const sel_csv_row *row)
{
    const sel_taxonomy *taxonomy = &t->draft.reference->taxonomy;
    sel_cell_place code = cell_of(row, 0);
    uint32_t capability = sel_taxonomy_find(taxonomy, code.text);
    if (capability == SEL_NONE) {
        uint32_t nearest = sel_taxonomy_nearest(taxonomy, code.text);
        sel_response_draft_report(
            &t->draft, "E_CAPABILITY_UNKNOWN", SEL_STR("code"), &code, (sel_str){0},
            nearest == SEL_NONE ? (sel_str){0} : taxonomy->capabilities[nearest].code);
        return;
    }
    for (uint32_t i = 2; i < t->width; i++) {
        sel_cell_place cell = cell_of(row, i);
        uint32_t item = sel_questionnaire_aspect(t->draft.questionnaire, t->columns[i],
                                                 taxonomy->capabilities[capability].code);
        if (item != SEL_NONE && t->columns[i].len > 0)
            sel_response_draft_answer(&t->draft, item, &cell);
    }
}

static void take_urgent(tall *t, const sel_csv_row *row)
{
    for (uint32_t i = 1; i < row->count; i++) {
        char name[32];
        snprintf(name, sizeof name, "urgent_%u", i);
        answer_named(t, sel_str_of(name), row, i);
    }
}

/* Cells of a numbered row: "request_2_capability", "support_1_donor". */
static void take_numbered(tall *t, const char *prefix, uint32_t number, uint32_t first,
                          const sel_csv_row *row)
{
    for (uint32_t i = first; i < t->width; i++) {
        char name[96];
        snprintf(name, sizeof name, "%s_%u_%.*s", prefix, number, SEL_STR_ARG(t->columns[i]));
        if (t->columns[i].len > 0)
            answer_named(t, sel_str_of(name), row, i);
    }
}

static void take_request(tall *t, const sel_csv_row *row)
{
    int64_t number;
    sel_cell_place first = cell_of(row, 0);
    if (sel_number_integer(first.text, &number) && number >= 1 && number <= 999)
        take_numbered(t, "request", (uint32_t)number, 1, row);
    else
        sel_response_draft_report(&t->draft, "W_ROW_UNKNOWN", (sel_str){0}, &first, (sel_str){0},
                                  (sel_str){0});
}

static void take_support(tall *t, const sel_csv_row *row)
{
    char name[32];
    t->support_rows += 1;
    snprintf(name, sizeof name, "support_%u_programme", t->support_rows);
    answer_named(t, sel_str_of(name), row, 0);
    take_numbered(t, "support", t->support_rows, 1, row);
}

static void take_contact(tall *t, const sel_csv_row *row)
{
    sel_cell_place first = cell_of(row, 0);
    sel_str kind = sel_sheet_key(t->draft.reference, first.text);
    for (uint32_t i = 1; i < t->width; i++) {
        char name[96];
        snprintf(name, sizeof name, "poc_%.*s_%.*s", SEL_STR_ARG(kind), SEL_STR_ARG(t->columns[i]));
        answer_named(t, sel_str_of(name), row, i);
    }
}

static void take_identity(tall *t, sel_str key, const sel_csv_row *row)
{
    sel_cell_place label = cell_of(row, 0);
    sel_cell_place value = cell_of(row, 1);
    if (sel_str_is(key, "questionnaire"))
        return;
    if (sel_str_is(key, "version")) {
        if (value.text.len > 0 && !sel_str_equal(value.text, t->draft.questionnaire->version))
            sel_response_draft_report(&t->draft, "W_VERSION_OTHER", key, &value,
                                      t->draft.questionnaire->version, (sel_str){0});
        return;
    }
    if (key.len > 0 && sel_questionnaire_item(t->draft.questionnaire, key) != SEL_NONE)
        answer_named(t, key, row, 1);
    else
        sel_response_draft_report(&t->draft, "W_ROW_UNKNOWN", (sel_str){0}, &label, (sel_str){0},
                                  (sel_str){0});
}

static bool is_empty(const sel_csv_row *row)
{
    for (uint32_t i = 0; i < row->count; i++)
        if (sel_csv_cell(row, i).len > 0)
            return false;
    return true;
}

/* A cell behind the last column is not read: a separator too many, or a second answer. */
static void report_stray(tall *t, const sel_csv_row *row)
{
    enum { IDENTITY_WIDTH = 2 };
    uint32_t i = t->block == IDENTITY ? IDENTITY_WIDTH : t->width;
    while (i < row->count && sel_csv_cell(row, i).len == 0)
        i++;
    sel_cell_place stray = cell_of(row, i);
    if (i < row->count)
        sel_response_draft_report(&t->draft, "W_RAGGED", (sel_str){0}, &stray, (sel_str){0},
                                  (sel_str){0});
}

static bool take_tall_row(void *to, const sel_csv_row *row)
{
    static const struct {
        const char *key;
        block block;
    } headers[] = {{"code", CAPABILITIES},
                   {"request", REQUESTS},
                   {"support", SUPPORT},
                   {"poc", CONTACTS},
                   {"situation", IDENTITY}};
    tall *t = to;
    if (is_empty(row))
        return true;
    sel_str key = sel_sheet_key(t->draft.reference, sel_csv_cell(row, 0));
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++)
        if (sel_str_is(key, headers[i].key)) {
            take_columns(t, headers[i].block, row);
            return true;
        }
    if (sel_str_is(key, "urgent")) {
        take_urgent(t, row);
        return true;
    }
    report_stray(t, row);
    if (t->block == IDENTITY)
        take_identity(t, key, row);
    else if (t->block == CAPABILITIES)
        take_capability(t, row);
    else if (t->block == REQUESTS)
        take_request(t, row);
    else if (t->block == SUPPORT)
        take_support(t, row);
    else
        take_contact(t, row);
    return true;
}

/* --- wide file --- */

typedef struct wide {
    sel_response_draft draft;
    sel_response_sink sink;
    sel_progress *progress;
    uint32_t *items; /* per column, SEL_NONE when not asked */
    uint32_t width;  /* 0 before the header */
} wide;

/* A name as exporters write it, perhaps behind its groups: "identity/country". */
static uint32_t item_of_header(const sel_questionnaire *questionnaire, sel_str header)
{
    size_t name = header.len;
    while (name > 0 && header.ptr[name - 1] != '/')
        name--;
    return sel_questionnaire_item(questionnaire, sel_str_part(header, name, header.len));
}

static bool take_header(wide *w, const sel_csv_row *row)
{
    w->width = row->count;
    w->items = sel_memory_resize(NULL, row->count, sizeof *w->items);
    for (uint32_t i = 0; i < row->count; i++) {
        sel_cell_place cell = cell_of(row, i);
        w->items[i] = item_of_header(w->draft.questionnaire, cell.text);
        if (w->items[i] == SEL_NONE && cell.text.len > 0)
            sel_response_draft_report(&w->draft, "W_COLUMN_UNKNOWN", (sel_str){0}, &cell,
                                      (sel_str){0}, (sel_str){0});
        for (uint32_t j = 0; j < i; j++)
            if (w->items[i] != SEL_NONE && w->items[i] == w->items[j])
                sel_response_draft_report(&w->draft, "E_HEADER_DUPLICATE", cell.text, &cell,
                                          (sel_str){0}, (sel_str){0});
    }
    return true;
}

static bool take_wide_row(void *to, const sel_csv_row *row)
{
    wide *w = to;
    if (w->width == 0)
        return take_header(w, row);
    if (is_empty(row))
        return true;
    w->draft.line = row->line;
    sel_cell_place first = cell_of(row, 0);
    if (row->count != w->width) {
        char expected[16];
        snprintf(expected, sizeof expected, "%u", w->width);
        first.column = 0;
        first.text = (sel_str){0};
        sel_response_draft_report(&w->draft, "E_RAGGED", (sel_str){0}, &first, sel_str_of(expected),
                                  (sel_str){0});
    }
    for (uint32_t i = 0; i < row->count && i < w->width; i++) {
        sel_cell_place cell = cell_of(row, i);
        if (w->items[i] != SEL_NONE)
            sel_response_draft_answer(&w->draft, w->items[i], &cell);
    }
    sel_progress_step(w->progress);
    return sel_response_draft_finish(&w->draft, w->sink);
}

/* --- recognising --- */

typedef struct scent {
    const sel_reference *reference;
    const sel_questionnaire *questionnaire;
    sel_response_guess *guess;
    uint32_t known;
    uint32_t cells;
} scent;

static bool is_known(void *of, sel_str cell)
{
    const scent *s = of;
    if (cell.len == 0)
        return false;
    return (s->questionnaire != NULL && item_of_header(s->questionnaire, cell) != SEL_NONE) ||
           sel_sheet_key(s->reference, cell).len > 0;
}

static bool take_first_row(void *to, const sel_csv_row *row)
{
    scent *s = to;
    if (is_empty(row))
        return true;
    if (sel_str_is(sel_sheet_key(s->reference, sel_csv_cell(row, 0)), "questionnaire")) {
        s->guess->form = SEL_FORM_TALL;
        snprintf(s->guess->questionnaire, sizeof s->guess->questionnaire, "%.*s",
                 SEL_STR_ARG(sel_csv_cell(row, 1)));
        return false;
    }
    for (uint32_t i = 0; s->questionnaire != NULL && i < row->count; i++)
        s->known += item_of_header(s->questionnaire, sel_csv_cell(row, i)) != SEL_NONE;
    s->cells = row->count;
    return false;
}

sel_response_guess sel_response_recognise(const sel_bytes *bytes, const sel_reference *reference,
                                          const sel_questionnaire *questionnaire)
{
    sel_response_guess guess = {.form = SEL_FORM_NONE};
    scent s = {.reference = reference, .questionnaire = questionnaire, .guess = &guess};
    guess.delimiter = sel_csv_sniff(bytes, is_known, &s);
    sel_bytes *view = sel_bytes_open_memory("", sel_bytes_peek(bytes));
    sel_error ignored = {0};
    sel_status status = sel_csv_read(view, guess.delimiter, take_first_row, &s, NULL, &ignored);
    sel_bytes_close(view);
    /* Half of the header must be questions of ours, and at least two, or it is something else. */
    if (status == SEL_OK && guess.form == SEL_FORM_NONE && s.known >= 2 && s.known * 2 >= s.cells)
        guess.form = SEL_FORM_WIDE;
    return guess;
}

sel_status sel_response_recognise_rows(const sel_row_source *rows, const sel_reference *reference,
                                       sel_response_guess *guess, sel_error *err)
{
    *guess = (sel_response_guess){.form = SEL_FORM_NONE};
    scent s = {.reference = reference, .guess = guess};
    return rows->read(rows->from, take_first_row, &s, NULL, err);
}

static sel_status read_tall(const sel_row_source *rows, sel_response_draft draft,
                            sel_response_sink sink, sel_error *err)
{
    tall t = {.draft = draft};
    t.draft.line = 1;
    sel_status status = rows->read(rows->from, take_tall_row, &t, t.draft.issues, err);
    if (status == SEL_OK)
        sel_response_draft_finish(&t.draft, sink);
    sel_response_draft_end(&t.draft);
    return status;
}

static sel_status read_wide(const sel_row_source *rows, sel_response_draft draft,
                            sel_response_sink sink, sel_progress *progress, sel_error *err)
{
    wide w = {.draft = draft, .sink = sink, .progress = progress};
    sel_status status = rows->read(rows->from, take_wide_row, &w, w.draft.issues, err);
    sel_progress_end(progress);
    sel_memory_resize(w.items, 0, 1);
    sel_response_draft_end(&w.draft);
    return status;
}

sel_status sel_response_read_rows(const sel_row_source *rows, const sel_response_guess *guess,
                                  const sel_questionnaire *questionnaire,
                                  const sel_reference *reference, sel_response_sink sink,
                                  sel_progress *progress, sel_issues *issues,
                                  sel_response_counts *counts, sel_error *err)
{
    sel_response_draft draft = sel_response_draft_start(questionnaire, reference, issues,
                                                        rows->name, guess->delimiter, counts);
    return guess->form == SEL_FORM_TALL ? read_tall(rows, draft, sink, err)
                                        : read_wide(rows, draft, sink, progress, err);
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
    csv_rows csv = {bytes, guess->delimiter};
    const sel_row_source rows = {read_csv_rows, &csv, sel_bytes_name(bytes)};
    return sel_response_read_rows(&rows, guess, questionnaire, reference, sink, progress, issues,
                                  counts, err);
}
