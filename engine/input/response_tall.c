#include "input/response_reader.h"

#include "base/number.h"

typedef enum block { IDENTITY, CAPABILITIES, REQUESTS, SUPPORT, CONTACTS } block;

enum { TALL_COLUMNS_MAX = 64 };

typedef struct tall {
    sel_response_draft draft;
    block block;
    sel_str columns[TALL_COLUMNS_MAX]; /* keys of the block's header */
    uint32_t width;                    /* up to the last column with a name */
    uint32_t support_rows;
    bool begun;        /* the first row was seen */
    uint32_t findings; /* column of the findings of an annotated copy, from 1; 0: none */
} tall;

static void answer_named(tall *t, sel_str name, const sel_csv_row *row, uint32_t column)
{
    sel_cell_place cell = sel_cell_at(row, column);
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
        sel_cell_place cell = sel_cell_at(row, i);
        t->columns[i] = sel_sheet_key(t->draft.reference, cell.text);
        if (t->columns[i].len == 0 && cell.text.len > 0)
            sel_response_draft_report(&t->draft, "W_COLUMN_UNKNOWN", (sel_str){0}, &cell,
                                      (sel_str){0}, (sel_str){0});
    }
}

static void take_capability(tall *t, const sel_csv_row *row)
{
    const sel_taxonomy *taxonomy = &t->draft.reference->taxonomy;
    sel_cell_place code = sel_cell_at(row, 0);
    uint32_t capability = sel_taxonomy_find(taxonomy, code.text);
    if (capability == SEL_NONE) {
        uint32_t nearest = sel_taxonomy_nearest(taxonomy, code.text);
        sel_response_draft_report(
            &t->draft, "E_CAPABILITY_UNKNOWN", SEL_STR("code"), &code, (sel_str){0},
            nearest == SEL_NONE ? (sel_str){0} : taxonomy->capabilities[nearest].code);
        return;
    }
    for (uint32_t i = 2; i < t->width; i++) {
        sel_cell_place cell = sel_cell_at(row, i);
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
    sel_cell_place first = sel_cell_at(row, 0);
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
    sel_cell_place first = sel_cell_at(row, 0);
    sel_str kind = sel_sheet_key(t->draft.reference, first.text);
    for (uint32_t i = 1; i < t->width; i++) {
        char name[96];
        snprintf(name, sizeof name, "poc_%.*s_%.*s", SEL_STR_ARG(kind), SEL_STR_ARG(t->columns[i]));
        answer_named(t, sel_str_of(name), row, i);
    }
}

static void take_identity(tall *t, sel_str key, const sel_csv_row *row)
{
    sel_cell_place label = sel_cell_at(row, 0);
    sel_cell_place value = sel_cell_at(row, 1);
    if (sel_str_is(key, "questionnaire") || sel_str_is(key, "previous"))
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

/* A cell behind the last column is not read: a separator too many, or a second answer. */
static void report_stray(tall *t, const sel_csv_row *row)
{
    enum { IDENTITY_WIDTH = 2 };
    uint32_t i = t->block == IDENTITY ? IDENTITY_WIDTH : t->width;
    while (i < row->count && sel_csv_cell(row, i).len == 0)
        i++;
    sel_cell_place stray = sel_cell_at(row, i);
    if (i < row->count)
        sel_response_draft_report(&t->draft, "W_RAGGED", (sel_str){0}, &stray, (sel_str){0},
                                  (sel_str){0});
}

/* What we wrote behind the answers when the sheet was last looked at is none of them. */
static sel_csv_row without_findings(tall *t, const sel_csv_row *row)
{
    sel_csv_row rest = *row;
    if (!t->begun && row->count > 0 &&
        sel_sheet_is_findings(t->draft.reference, sel_csv_cell(row, row->count - 1)))
        t->findings = row->count;
    t->begun = true;
    if (t->findings > 0 && rest.count >= t->findings)
        rest.count = t->findings - 1;
    return rest;
}

static bool take_tall_row(void *to, const sel_csv_row *whole)
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
    const sel_csv_row rest = without_findings(t, whole);
    const sel_csv_row *row = &rest;
    if (sel_row_is_empty(row))
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

sel_status sel_response_read_tall(const sel_row_source *rows, sel_response_draft draft,
                                  sel_response_sink sink, sel_error *err)
{
    tall t = {.draft = draft};
    t.draft.line = 1;
    sel_response_draft_keep_cells(&t.draft);
    sel_status status = rows->read(rows->from, take_tall_row, &t, t.draft.issues, err);
    if (status == SEL_OK)
        sel_response_draft_finish(&t.draft, sink);
    sel_response_draft_end(&t.draft);
    return status;
}
