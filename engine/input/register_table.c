#include "input/register_table.h"

#include "base/fold.h"
#include "base/text.h"
#include "input/csv.h"
#include "input/register_any.h"
#include "input/register_collapse.h"
#include "input/register_crs.h"
#include "input/register_decimal.h"
#include "input/register_row.h"

typedef struct reading {
    const sel_register_guess *guess;
    const sel_register_decision **decisions; /* per column: what a mapping says, or NULL */
    uint32_t columns[SEL_REGISTER_FIELDS];
    const sel_reference *reference;
    const sel_register_options *options;
    sel_programme_sink sink;
    sel_issues *issues; /* of the file, or those held of a row */
    sel_register_counts *counts;
    sel_str source;
    sel_arena *arena;     /* of one row */
    sel_str *cells;       /* of the row as they are understood; those of a mapping behind */
    uint32_t constant_at; /* first cell that is the same for all rows */
    uint32_t constant_count;
    sel_str constants[SEL_REGISTER_FIELDS];
    sel_collapse *collapse; /* NULL: a row is a programme */
    sel_issues held;        /* hands on to collapse */
    bool id_later;          /* identifiers are made from the key */
    bool header_seen;
    sel_error *err;
    sel_status status;
} reading;

static void report_row(const reading *r, const sel_csv_row *row, const char *code, uint32_t column,
                       sel_str found)
{
    sel_issues_add(r->issues, &(sel_issue){.code = code,
                                           .source = r->source,
                                           .line = row->line,
                                           .row = row->row,
                                           .column = column,
                                           .found = found});
}

static void report_columns(const reading *r, const sel_csv_row *row)
{
    for (uint32_t i = 0; i < r->guess->column_count; i++) {
        const sel_register_column *column = &r->guess->columns[i];
        bool key = r->decisions[i] != NULL && r->decisions[i]->key;
        if (column->malformed_tag)
            report_row(r, row, "W_TAG_MALFORMED", i + 1, sel_csv_cell(row, i));
        else if (column->field == SEL_UNKNOWN && column->header.len > 0 && !key)
            report_row(r, row, "W_COLUMN_UNKNOWN", i + 1, column->header);
    }
}

static bool is_blank(const sel_csv_row *row)
{
    for (uint32_t i = 0; i < row->count; i++)
        if (sel_csv_cell(row, i).len > 0)
            return false;
    return true;
}

/* --- what stands in a cell --- */

static bool is_control(const char *at, size_t left)
{
    unsigned char c = (unsigned char)*at;
    bool blank = c == '\t' || c == '\n' || c == '\r';
    return (c < 0x20 && !blank) || c == 0x7F ||
           (c == 0xC2 && left > 1 && (unsigned char)at[1] < 0xA0);
}

/* The first word with letters of UTF-8 that were once read as windows-1252 and saved so; empty:
 * there is none. */
static sel_str garbled_word(sel_str text)
{
    static const sel_str marks[] = {{"\xC3\xA2\xE2\x82\xAC", 5}, {"\xC3\x83\xC2", 3}};
    size_t at = text.len;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t found = sel_str_find(text, marks[i]);
        at = found < at ? found : at;
    }
    size_t from = at;
    size_t to = at;
    if (at == text.len)
        return (sel_str){0};
    while (from > 0 && text.ptr[from - 1] != ' ')
        from -= 1;
    while (to < text.len && text.ptr[to] != ' ')
        to += 1;
    return sel_str_part(text, from, to - from);
}

/* Without control characters: each becomes a blank. */
static sel_str clean(const reading *r, const sel_csv_row *row, uint32_t column, sel_str text)
{
    sel_str garbled = garbled_word(text);
    bool found = false;
    for (size_t i = 0; i < text.len && !found; i++)
        found = is_control(text.ptr + i, text.len - i);
    if (garbled.len > 0)
        report_row(r, row, "W_LETTERS_GARBLED", column + 1, garbled);
    if (!found)
        return text;
    sel_text out = {.arena = r->arena};
    for (size_t i = 0; i < text.len; i++) {
        bool control = is_control(text.ptr + i, text.len - i);
        bool two = control && (unsigned char)text.ptr[i] == 0xC2;
        sel_text_add_char(&out, control ? ' ' : text.ptr[i]);
        i += two;
    }
    report_row(r, row, "N_CONTROL_CHARACTERS", column + 1, (sel_str){0});
    return sel_str_trim(sel_text_str(&out));
}

/* Thousands and millions become units. */
static sel_str in_units(const reading *r, sel_str text, int power)
{
    int64_t low;
    int64_t high;
    if (!sel_register_decimal(text, power, &low, &high) || low < 0)
        return text;
    if (low == high)
        return sel_str_printf(r->arena, "%lld.%02lld", (long long)(low / 100),
                              (long long)(low % 100));
    return sel_str_printf(r->arena, "%lld.%02lld-%lld.%02lld", (long long)(low / 100),
                          (long long)(low % 100), (long long)(high / 100), (long long)(high % 100));
}

static sel_str understand(const reading *r, const sel_csv_row *row, uint32_t column)
{
    const sel_register_column *of = &r->guess->columns[column];
    sel_str text = sel_csv_cell(row, column);
    if (text.len == 0 || of->field == SEL_UNKNOWN || of->field == SEL_FIELD_UNUSED)
        return text;
    const sel_register_decision *decision = r->decisions[column];
    sel_str value;
    if (decision != NULL &&
        sel_register_mapping_translate(r->guess->mapping, decision, text, &value))
        return value;
    text = clean(r, row, column, text);
    return decision != NULL && decision->power > 0 ? in_units(r, text, decision->power) : text;
}

/* Cells as they are understood; columns per field for this row. */
static sel_csv_row prepare(reading *r, const sel_csv_row *row, uint32_t *columns)
{
    memcpy(columns, r->columns, sizeof r->columns);
    for (uint32_t i = 0; i < r->constant_at; i++)
        r->cells[i] = i < r->guess->column_count ? understand(r, row, i) : sel_csv_cell(row, i);
    /* The currency of the first amount that is there. */
    static const sel_register_field amounts[] = {SEL_FIELD_AMOUNT, SEL_FIELD_AMOUNT_LOW,
                                                 SEL_FIELD_COMMITMENT, SEL_FIELD_DISBURSEMENT};
    uint32_t extra = r->constant_at + r->constant_count;
    for (size_t i = 0; i < sizeof amounts / sizeof amounts[0]; i++) {
        uint32_t column = columns[amounts[i]];
        if (column >= r->guess->column_count || r->guess->columns[column].currency.len == 0)
            continue;
        r->cells[extra] = r->guess->columns[column].currency;
        columns[SEL_FIELD_CURRENCY] = extra;
        break;
    }
    sel_csv_row own = *row;
    own.cells = r->cells;
    own.count = extra + 1;
    return own;
}

/* --- rows --- */

/* Folded cells of the key's columns; empty: the row is a programme of its own. */
static sel_str key_of(const reading *r, const sel_csv_row *row)
{
    sel_text key = {.arena = r->arena};
    bool said = false;
    for (uint32_t i = 0; i < r->guess->key_count; i++) {
        uint32_t column = r->guess->key_columns[i];
        sel_str folded = sel_fold(r->arena, sel_csv_cell(row, column));
        bool tells = r->guess->dialect != SEL_DIALECT_ANY ||
                     r->guess->columns[column].field != SEL_FIELD_REGISTER;
        said |= folded.len > 0 && tells;
        sel_text_add(&key, folded);
        sel_text_add_char(&key, '\n');
    }
    return said ? sel_text_str(&key) : (sel_str){0};
}

static bool read_one(reading *r, sel_register_row *one, uint32_t *columns, sel_draft_row *more,
                     sel_str *key)
{
    sel_register_dialect dialect = r->guess->dialect;
    *more = (sel_draft_row){0};
    if (dialect == SEL_DIALECT_OWN)
        return sel_register_row_read(one);
    bool sound = dialect == SEL_DIALECT_CRS
                     ? sel_register_crs_read(one, more, key)
                     : sel_register_any_read(one, columns, dialect != SEL_DIALECT_ANY, more);
    bool mapped = sel_register_mapping_single(r->guess->mapping);
    for (uint32_t i = 0; i < r->guess->column_count; i++)
        mapped |= r->decisions[i] != NULL && r->decisions[i]->key;
    if (sound && (dialect != SEL_DIALECT_CRS || mapped))
        *key = key_of(r, one->row);
    return sound;
}

static void hold_finding(void *to, const sel_issue *issue)
{
    sel_collapse_hold(to, issue);
}

static bool refuse_row(reading *r, const sel_csv_row *row)
{
    r->counts->refused += 1;
    report_row(r, row, "E_NO_TITLE", 0, (sel_str){0});
    if (r->collapse != NULL)
        sel_collapse_refuse(r->collapse);
    return true;
}

static bool take_data(reading *r, const sel_csv_row *row)
{
    r->counts->rows += 1;
    sel_progress_step(r->options->progress);
    if (row->count != r->guess->column_count)
        report_row(r, row, "W_RAGGED", 0, (sel_str){0});
    sel_arena_reset(r->arena);
    uint32_t columns[SEL_REGISTER_FIELDS];
    sel_csv_row own = prepare(r, row, columns);
    sel_register_row one = {.row = &own,
                            .columns = columns,
                            .reference = r->reference,
                            .options = r->options,
                            .issues = r->issues,
                            .source = r->source,
                            .arena = r->arena,
                            .id_later = r->id_later};
    sel_draft_row more;
    sel_str key = {0};
    if (!read_one(r, &one, columns, &more, &key))
        return refuse_row(r, row);
    one.record.place.ordinal = r->counts->rows;
    if (r->collapse == NULL) {
        r->counts->taken += 1;
        return r->sink.take(r->sink.to, &one.record);
    }
    r->status = sel_collapse_add(r->collapse, key, &one.record, &more, r->err);
    return r->status == SEL_OK;
}

static bool take_row(void *to, const sel_csv_row *row)
{
    reading *r = to;
    uint32_t last = r->guess->tag_row > 0 ? r->guess->tag_row : r->guess->header_row;
    if (row->row == last) {
        r->header_seen = true;
        report_columns(r, row);
    }
    if (row->row <= last || is_blank(row))
        return true;
    sel_issues *issues = r->issues;
    if (r->collapse != NULL)
        r->issues = &r->held;
    bool more = take_data(r, row);
    r->issues = issues;
    return more;
}

/* --- the file --- */

/* Texts of a mapping that are the same for every row stand behind the cells. */
static void add_constants(reading *r)
{
    const sel_register_mapping *mapping = r->guess->mapping;
    for (uint32_t i = 0; i < sel_register_mapping_count(mapping); i++) {
        const sel_register_decision *one = sel_register_mapping_at(mapping, i);
        if (one->header.len > 0 || r->constant_count == SEL_REGISTER_FIELDS)
            continue;
        r->columns[one->field] = r->constant_at + r->constant_count;
        r->constants[r->constant_count++] = one->value;
    }
    for (uint32_t i = 0; i < r->constant_count; i++)
        r->cells[r->constant_at + i] = r->constants[i];
}

static void prepare_columns(reading *r, sel_arena *arena)
{
    const sel_register_guess *guess = r->guess;
    r->constant_at = guess->column_count;
    r->cells = sel_arena_array(arena, (size_t)guess->column_count + SEL_REGISTER_FIELDS + 1,
                               sizeof *r->cells);
    r->decisions = sel_arena_array(arena, guess->column_count, sizeof(void *));
    for (int i = 0; i < SEL_REGISTER_FIELDS; i++)
        r->columns[i] = SEL_NONE;
    for (uint32_t i = 0; i < guess->column_count; i++) {
        if (guess->columns[i].field != SEL_UNKNOWN)
            r->columns[guess->columns[i].field] = i;
        r->decisions[i] =
            sel_register_mapping_find(guess->mapping, guess->columns[i].header, i + 1);
    }
    add_constants(r);
    sel_register_mapping_report_unused(guess->mapping, guess->columns, guess->column_count,
                                       r->issues);
}

static void start_collapse(reading *r)
{
    const sel_register_guess *guess = r->guess;
    if (guess->dialect == SEL_DIALECT_OWN || sel_register_mapping_single(guess->mapping))
        return;
    sel_register_amounts said = sel_register_mapping_amounts(guess->mapping);
    bool mapped = false;
    for (uint32_t i = 0; i < guess->column_count; i++)
        mapped |= r->decisions[i] != NULL && r->decisions[i]->key;
    r->id_later = guess->key_count > 0 && r->columns[SEL_FIELD_ID] == SEL_NONE &&
                  guess->dialect != SEL_DIALECT_CRS;
    r->collapse = sel_collapse_create(&(sel_collapse_options){
        .amounts = guess->dialect == SEL_DIALECT_CRS && !mapped ? SEL_AMOUNTS_SUM : said,
        .events = guess->dialect == SEL_DIALECT_ANY && !mapped,
        .make_id = r->id_later,
        .source = r->source,
        .issues = r->issues});
    r->held = (sel_issues){.each_only = true, .each = hold_finding, .to = r->collapse};
}

static void finish_collapse(reading *r)
{
    sel_collapse_counts counts;
    sel_collapse_finish(r->collapse, r->sink, &counts);
    r->counts->taken = counts.programmes;
    r->counts->of_several = counts.of_several;
    r->counts->their_rows = counts.their_rows;
    r->counts->events = counts.events;
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
                 .arena = sel_arena_create(),
                 .err = err};
    sel_arena *arena = sel_arena_create();
    prepare_columns(&r, arena);
    start_collapse(&r);
    sel_status status = guess->unquoted
                            ? sel_csv_read_unquoted(bytes, guess->delimiter, take_row, &r, err)
                            : sel_csv_read(bytes, guess->delimiter, take_row, &r, issues, err);
    if (status == SEL_OK)
        status = r.status;
    if (status == SEL_OK && r.collapse != NULL)
        finish_collapse(&r);
    counts->seen = counts->taken + counts->refused;
    sel_progress_end(options->progress);
    sel_collapse_destroy(r.collapse);
    sel_arena_destroy(arena);
    sel_arena_destroy(r.arena);
    return status;
}
