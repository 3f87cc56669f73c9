#include "input/response_reader.h"
#include "input/tall_names.h"

/* Cells of a header; what stands beyond is reported. */
enum { TALL_COLUMNS_MAX = 1024 };

typedef struct tall {
    sel_response_draft draft;
    const sel_sheet_plan *plan;
    sel_tall_names *names;
    uint32_t block;                     /* the one being read */
    uint32_t columns[TALL_COLUMNS_MAX]; /* of the block, by cell of its header; SEL_NONE: none */
    uint32_t width;                     /* up to the last cell with a name */
    bool nameless;                      /* the first column is an answer, rows count by order */
    uint32_t next_row;                  /* then: the row that comes next */
    bool begun;                         /* the first row was seen */
    uint32_t findings; /* column of the findings of an annotated copy, from 1; 0: none */
} tall;

static const sel_plan_block *block_of(const tall *t)
{
    return &t->plan->blocks[t->block];
}

static bool has_columns(const sel_plan_block *block)
{
    return block->kind == SEL_SHEET_CAPABILITIES || block->kind == SEL_SHEET_TABLE;
}

static void report(tall *t, const char *code, sel_str subject, const sel_csv_row *row, uint32_t i)
{
    sel_cell_place cell = sel_cell_at(row, i);
    sel_response_draft_report(&t->draft, code, subject, &cell, (sel_str){0}, (sel_str){0});
}

static void answer(tall *t, uint32_t item, const sel_csv_row *row, uint32_t i)
{
    sel_cell_place cell = sel_cell_at(row, i);
    if (item != SEL_NONE)
        sel_response_draft_answer(&t->draft, item, &cell);
    else if (cell.text.len > 0)
        report(t, "W_NOT_ASKED", (sel_str){0}, row, i);
}

/* A cell behind the last column is not read: a separator too many, or a second answer. */
static void report_stray(tall *t, const sel_csv_row *row, uint32_t width)
{
    uint32_t i = width;
    while (i < row->count && sel_csv_cell(row, i).len == 0)
        i++;
    if (i < row->count)
        report(t, "W_RAGGED", (sel_str){0}, row, i);
}

/* --- headers --- */

/* Cells before the columns: the code and name of a capability, the number or kind of a row. */
static uint32_t naming_cells(const sel_plan_block *block)
{
    return block->kind == SEL_SHEET_CAPABILITIES ? 2 : 1;
}

static void take_header(tall *t, uint32_t block, const sel_csv_row *row)
{
    t->block = block;
    t->next_row = 0;
    t->width = row->count < TALL_COLUMNS_MAX ? row->count : TALL_COLUMNS_MAX;
    while (t->width > 1 && sel_csv_cell(row, t->width - 1).len == 0)
        t->width -= 1;
    report_stray(t, row, t->width);
    if (!has_columns(block_of(t)))
        return;
    bool first_named = false;
    for (uint32_t i = 0; i < t->width; i++) {
        bool naming = i < naming_cells(block_of(t));
        t->columns[i] =
            naming ? SEL_NONE : sel_tall_names_column(t->names, block, sel_csv_cell(row, i));
        first_named |= t->columns[i] == 0;
        if (!naming && t->columns[i] == SEL_NONE && sel_csv_cell(row, i).len > 0)
            report(t, "W_COLUMN_UNKNOWN", (sel_str){0}, row, i);
    }
    t->nameless = !first_named && sel_plan_is_numbered(block_of(t));
}

/* --- rows below a header --- */

static void take_cells(tall *t, const sel_plan_row *planned, const sel_csv_row *row)
{
    report_stray(t, row, t->width);
    for (uint32_t i = naming_cells(block_of(t)); i < t->width; i++)
        if (t->columns[i] != SEL_NONE)
            answer(t, planned->items[t->columns[i]], row, i);
}

static void report_capability(tall *t, const sel_csv_row *row)
{
    const sel_taxonomy *taxonomy = &t->draft.reference->taxonomy;
    sel_cell_place code = sel_cell_at(row, 0);
    uint32_t nearest = sel_taxonomy_nearest(taxonomy, code.text);
    sel_response_draft_report(
        &t->draft, "E_CAPABILITY_UNKNOWN", SEL_STR("code"), &code, (sel_str){0},
        nearest == SEL_NONE ? (sel_str){0} : taxonomy->capabilities[nearest].code);
}

static uint32_t find_row(const tall *t, sel_str text)
{
    uint32_t found = sel_tall_names_row(t->names, t->block, text);
    if (found != SEL_NONE || block_of(t)->kind != SEL_SHEET_CAPABILITIES)
        return found;
    const sel_taxonomy *taxonomy = &t->draft.reference->taxonomy;
    uint32_t capability = sel_taxonomy_find(taxonomy, text);
    return capability == SEL_NONE
               ? SEL_NONE
               : sel_tall_names_row(t->names, t->block, taxonomy->capabilities[capability].code);
}

/* --- lines --- */

static void take_line(tall *t, sel_tall_line line, const sel_csv_row *row)
{
    const sel_plan_block *block = &t->plan->blocks[line.block];
    const sel_plan_row *planned = &block->rows[line.row];
    for (uint32_t i = 0; i < planned->count; i++)
        answer(t, planned->items[i], row, i + 1);
    if (block->kind != SEL_SHEET_LISTS)
        report_stray(t, row, planned->count + 1);
    for (uint32_t i = planned->count + 1; block->kind == SEL_SHEET_LISTS && i < row->count; i++)
        if (sel_csv_cell(row, i).len > 0)
            report(t, "W_NOT_ASKED", planned->key, row, i);
}

/* What the sheet says about itself; false when the row is something else. */
static bool take_fact(tall *t, const sel_csv_row *row)
{
    sel_str key = sel_sheet_key(t->draft.reference, sel_csv_cell(row, 0));
    sel_cell_place value = sel_cell_at(row, 1);
    bool fact = sel_str_is(key, "questionnaire") || sel_str_is(key, "version") ||
                sel_str_is(key, "previous");
    if (t->block != 0 || !fact)
        return false;
    if (sel_str_is(key, "version") && value.text.len > 0 &&
        !sel_str_equal(value.text, t->draft.questionnaire->version))
        sel_response_draft_report(&t->draft, "W_VERSION_OTHER", key, &value,
                                  t->draft.questionnaire->version, (sel_str){0});
    report_stray(t, row, 2);
    return true;
}

/* A row of the table being read whose first cell is an answer: tables were laid out so before
 * their rows had numbers. */
static bool take_nameless(tall *t, const sel_csv_row *row)
{
    if (!t->nameless || !has_columns(block_of(t)) || t->next_row >= block_of(t)->row_count)
        return false;
    const sel_plan_row *planned = &block_of(t)->rows[t->next_row++];
    answer(t, planned->items[0], row, 0);
    take_cells(t, planned, row);
    return true;
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
    tall *t = to;
    const sel_csv_row rest = without_findings(t, whole);
    const sel_csv_row *row = &rest;
    sel_str first = sel_csv_cell(row, 0);
    if (sel_row_is_empty(row))
        return true;
    uint32_t header = sel_tall_names_header(t->names, first);
    if (header != SEL_NONE) {
        take_header(t, header, row);
        return true;
    }
    if (take_fact(t, row))
        return true;
    uint32_t at = has_columns(block_of(t)) ? find_row(t, first) : SEL_NONE;
    if (at != SEL_NONE) {
        take_cells(t, &block_of(t)->rows[at], row);
        return true;
    }
    if (take_nameless(t, row))
        return true;
    sel_tall_line line = sel_tall_names_line(t->names, first);
    if (line.block != SEL_NONE)
        take_line(t, line, row);
    else if (block_of(t)->kind == SEL_SHEET_CAPABILITIES)
        report_capability(t, row);
    else
        report(t, "W_ROW_UNKNOWN", (sel_str){0}, row, 0);
    return true;
}

sel_status sel_response_read_tall(const sel_row_source *rows, sel_response_draft draft,
                                  sel_response_sink sink, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    tall t = {.draft = draft,
              .plan = sel_sheet_plan_make(draft.questionnaire, (sel_str){0}, arena)};
    t.names = sel_tall_names_create(t.plan, draft.reference);
    t.draft.line = 1;
    sel_response_draft_keep_cells(&t.draft);
    sel_status status = rows->read(rows->from, take_tall_row, &t, t.draft.issues, err);
    if (status == SEL_OK)
        sel_response_draft_finish(&t.draft, sink);
    sel_response_draft_end(&t.draft);
    sel_tall_names_destroy(t.names);
    sel_arena_destroy(arena);
    return status;
}
