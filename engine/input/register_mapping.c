#include "input/register_mapping.h"

#include "base/nearest.h"
#include "input/csv.h"
#include "input/header_text.h"

struct sel_register_mapping {
    sel_str name;
    sel_index *by_header; /* its numbers are those of the decisions */
    sel_register_decision *list;
    uint32_t count;
    uint32_t room;
    sel_index *texts; /* per text that is translated: number of the decision, '|', text */
    sel_str *values;
    uint32_t value_count;
    uint32_t value_room;
    sel_register_amounts amounts;
    bool single;
    sel_arena *arena;
};

enum { HEADER, FIELD, FOUND, VALUE, RULE, FIELDS };

static const char *const names[FIELDS] = {"header", "field", "found", "value", "rule"};

typedef struct reading {
    sel_register_mapping *mapping;
    sel_issues *issues;
    uint32_t places[FIELDS];
    bool has_header;
    uint32_t rows;
    const sel_csv_row *row;
    sel_str cells[FIELDS];
    sel_error *err;
    sel_status status;
} reading;

static void report(const reading *r, int field, const char *code, sel_str expected,
                   sel_str suggestion)
{
    uint32_t place = r->places[field];
    sel_issues_add(r->issues, &(sel_issue){.code = code,
                                           .source = r->mapping->name,
                                           .line = r->row->line,
                                           .row = r->row->row,
                                           .column = place == SEL_NONE ? 0 : place + 1,
                                           .subject = r->mapping->name,
                                           .found = r->cells[field],
                                           .expected = expected,
                                           .suggestion = suggestion});
}

static bool refuse(reading *r, const char *format, sel_str what)
{
    r->status = sel_fail(r->err, SEL_BAD_INPUT, format, SEL_STR_ARG(what));
    sel_error_place(r->err, r->mapping->name.ptr, r->row->line, 0);
    return false;
}

static uint32_t place_of(sel_str name)
{
    for (uint32_t f = 0; f < FIELDS; f++)
        if (sel_str_equal_ascii(name, sel_str_of(names[f])))
            return f;
    return SEL_NONE;
}

static bool is_name(void *of, sel_str cell)
{
    (void)of;
    return place_of(cell) != SEL_NONE;
}

static bool take_header(reading *r)
{
    r->has_header = true;
    for (uint32_t f = 0; f < FIELDS; f++)
        r->places[f] = SEL_NONE;
    for (uint32_t i = 0; i < r->row->count; i++) {
        sel_str name = sel_csv_cell(r->row, i);
        uint32_t field = place_of(name);
        if (field == SEL_NONE && name.len > 0)
            return refuse(r, "a mapping has no column '%.*s': header, field, found, value, rule",
                          sel_str_part(name, 0, 100));
        if (field != SEL_NONE)
            r->places[field] = i;
    }
    for (uint32_t f = HEADER; f <= FIELD; f++)
        if (r->places[f] == SEL_NONE)
            return refuse(r, "column '%.*s' is missing", sel_str_of(names[f]));
    return true;
}

/* Number of the field that a row names; SEL_FIELD_UNUSED for "-", SEL_UNKNOWN for "key" and for
 * what is none, which is reported. */
static int find_field(const reading *r, bool *sound)
{
    sel_str name = r->cells[FIELD];
    *sound = true;
    if (sel_str_is(name, "-"))
        return SEL_FIELD_UNUSED;
    if (sel_str_is(name, "key"))
        return SEL_UNKNOWN;
    sel_nearest nearest = sel_nearest_start(name);
    for (int i = 0; i < SEL_REGISTER_FIELDS; i++) {
        sel_str known = sel_str_of(sel_register_field_name((sel_register_field)i));
        if (sel_str_equal(known, name))
            return i;
        sel_nearest_offer(&nearest, known);
    }
    *sound = false;
    report(r, FIELD, "E_MAPPING_FIELD", (sel_str){0}, nearest.name);
    return SEL_UNKNOWN;
}

static sel_register_decision *decision_of(reading *r, sel_str header)
{
    sel_register_mapping *m = r->mapping;
    uint32_t number = sel_index_add(m->by_header, header);
    if (number == m->count) {
        m->list = sel_arena_one_more(m->arena, m->list, m->count, &m->room, sizeof *m->list);
        m->list[m->count++] = (sel_register_decision){.header = sel_str_copy(m->arena, header),
                                                      .field = SEL_UNKNOWN,
                                                      .line = r->row->line,
                                                      .row = r->row->row};
    }
    return &m->list[number];
}

static bool is_amount(int field)
{
    return field == SEL_FIELD_AMOUNT || field == SEL_FIELD_AMOUNT_LOW ||
           field == SEL_FIELD_AMOUNT_HIGH || field == SEL_FIELD_COMMITMENT ||
           field == SEL_FIELD_DISBURSEMENT;
}

/* once and sum are about all amounts of the file. */
static void take_rule(reading *r, sel_register_decision *decision)
{
    sel_str rule = r->cells[RULE];
    sel_register_amounts amounts = sel_str_is(rule, "once")  ? SEL_AMOUNTS_ONCE
                                   : sel_str_is(rule, "sum") ? SEL_AMOUNTS_SUM
                                                             : SEL_AMOUNTS_BY_FILE;
    int power = sel_str_is(rule, "thousand") ? 3 : sel_str_is(rule, "million") ? 6 : 0;
    bool known = (amounts != SEL_AMOUNTS_BY_FILE || power != 0) && is_amount(decision->field);
    bool twice = (amounts != SEL_AMOUNTS_BY_FILE && r->mapping->amounts != SEL_AMOUNTS_BY_FILE &&
                  r->mapping->amounts != amounts) ||
                 (power != 0 && decision->power != 0 && decision->power != power);
    if (!known || twice) {
        report(r, RULE, twice ? "E_MAPPING_TWICE" : "E_MAPPING_RULE", (sel_str){0}, (sel_str){0});
        return;
    }
    if (power != 0)
        decision->power = power;
    else
        r->mapping->amounts = amounts;
}

/* What stands in cells of the column; without "found" it is the currency of its amounts. */
static void take_value(reading *r, sel_register_decision *decision)
{
    sel_register_mapping *m = r->mapping;
    sel_str found = r->cells[FOUND];
    sel_str value = r->cells[VALUE];
    char code[4];
    if (found.len == 0 && is_amount(decision->field) && sel_currency_read(value, code)) {
        decision->currency = sel_str_copy(m->arena, sel_str_of(code));
        return;
    }
    if (found.len == 0 || value.len == 0 || decision->field == SEL_FIELD_UNUSED) {
        int field = found.len == 0 ? FOUND : VALUE;
        report(r, field, "E_MAPPING_EMPTY", sel_str_of(names[field]), (sel_str){0});
        return;
    }
    sel_str key =
        sel_str_printf(m->arena, "%u|%.*s", (unsigned)(decision - m->list), SEL_STR_ARG(found));
    uint32_t number = sel_index_add(m->texts, key);
    sel_str meant = sel_str_is(value, "-") ? (sel_str){0} : sel_str_copy(m->arena, value);
    if (number < m->value_count) {
        if (!sel_str_equal(m->values[number], meant))
            report(r, FOUND, "E_MAPPING_TWICE", (sel_str){0}, (sel_str){0});
        return;
    }
    m->values =
        sel_arena_one_more(m->arena, m->values, m->value_count, &m->value_room, sizeof *m->values);
    m->values[m->value_count++] = meant;
}

static void take_decision(reading *r)
{
    const sel_str *cells = r->cells;
    for (int f = HEADER; f <= FIELD; f++)
        if (cells[f].len == 0) {
            report(r, f, "E_MAPPING_EMPTY", sel_str_of(names[f]), (sel_str){0});
            return;
        }
    bool sound;
    int field = find_field(r, &sound);
    if (!sound)
        return;
    bool key = sel_str_is(cells[FIELD], "key");
    bool constant = cells[HEADER].ptr[0] == '=';
    if (key && sel_str_is(cells[HEADER], "-")) {
        r->mapping->single = true;
        return;
    }
    if (constant && (key || field == SEL_FIELD_UNUSED || cells[HEADER].len == 1)) {
        report(r, FIELD, "E_MAPPING_FIELD", (sel_str){0}, (sel_str){0});
        return;
    }
    sel_register_decision *decision = decision_of(r, cells[HEADER]);
    if (!key && decision->field != SEL_UNKNOWN && decision->field != field) {
        report(r, HEADER, "E_MAPPING_TWICE", (sel_str){0}, (sel_str){0});
        return;
    }
    decision->key |= key;
    if (!key)
        decision->field = field;
    if (constant && decision->header.len > 0) {
        decision->value = sel_str_part(decision->header, 1, decision->header.len);
        decision->header = (sel_str){0};
        decision->used = true;
    }
    if (cells[RULE].len > 0)
        take_rule(r, decision);
    if (cells[FOUND].len > 0 || cells[VALUE].len > 0)
        take_value(r, decision);
}

/* Programs that write CSV for spreadsheets put an apostrophe before what would be a formula. */
static sel_str cell_of(const reading *r, int field)
{
    sel_str text =
        r->places[field] == SEL_NONE ? (sel_str){0} : sel_csv_cell(r->row, r->places[field]);
    bool guarded = text.len > 1 && text.ptr[0] == '\'' && memchr("=+-@", text.ptr[1], 4) != NULL;
    return guarded ? sel_str_part(text, 1, text.len) : text;
}

static bool take_row(void *to, const sel_csv_row *row)
{
    reading *r = to;
    r->row = row;
    if (!r->has_header)
        return take_header(r);
    bool filled = false;
    for (int f = 0; f < FIELDS; f++) {
        r->cells[f] = cell_of(r, f);
        filled |= r->cells[f].len > 0;
    }
    if (++r->rows > SEL_REGISTER_MAPPING_ROWS_MAX)
        return refuse(r, "a mapping of a register has at most 10000 rows%.*s", (sel_str){0});
    if (filled)
        take_decision(r);
    return true;
}

typedef struct beginning {
    bool header;
    bool field;
} beginning;

static bool take_beginning(void *to, const sel_csv_row *row)
{
    beginning *b = to;
    for (uint32_t i = 0; i < row->count; i++) {
        uint32_t place = place_of(sel_csv_cell(row, i));
        b->header |= place == HEADER;
        b->field |= place == FIELD;
    }
    return false;
}

bool sel_register_mapping_suspected(sel_str begin)
{
    beginning b = {0};
    sel_bytes *bytes = sel_bytes_open_memory("", begin);
    sel_error ignored = {0};
    sel_status status = sel_csv_read(bytes, sel_csv_sniff(bytes, is_name, NULL), take_beginning, &b,
                                     NULL, &ignored);
    sel_bytes_close(bytes);
    return status == SEL_OK && b.header && b.field;
}

sel_status sel_register_mapping_open(sel_bytes *bytes, sel_issues *issues,
                                     sel_register_mapping **mapping, sel_error *err)
{
    sel_register_mapping *fresh = sel_memory_resize(NULL, 1, sizeof *fresh);
    *fresh = (sel_register_mapping){
        .by_header = sel_index_create(), .texts = sel_index_create(), .arena = sel_arena_create()};
    fresh->name = sel_str_copy(fresh->arena, sel_bytes_name(bytes));
    reading r = {.mapping = fresh, .issues = issues, .err = err};
    sel_status status =
        sel_csv_read(bytes, sel_csv_sniff(bytes, is_name, NULL), take_row, &r, NULL, err);
    if (status == SEL_OK)
        status = r.status;
    if (status == SEL_OK && !r.has_header)
        status =
            sel_fail(err, SEL_BAD_INPUT, "the mapping '%.*s' is empty", SEL_STR_ARG(fresh->name));
    if (status != SEL_OK) {
        sel_register_mapping_close(fresh);
        fresh = NULL;
    }
    *mapping = fresh;
    return status;
}

void sel_register_mapping_close(sel_register_mapping *mapping)
{
    if (mapping == NULL)
        return;
    sel_index_destroy(mapping->by_header);
    sel_index_destroy(mapping->texts);
    sel_arena_destroy(mapping->arena);
    sel_memory_resize(mapping, 0, 1);
}

uint32_t sel_register_mapping_count(const sel_register_mapping *mapping)
{
    return mapping == NULL ? 0 : mapping->count;
}

const sel_register_decision *sel_register_mapping_at(const sel_register_mapping *mapping,
                                                     uint32_t number)
{
    return &mapping->list[number];
}

const sel_register_decision *sel_register_mapping_find(const sel_register_mapping *mapping,
                                                       sel_str header, uint32_t column)
{
    if (mapping == NULL)
        return NULL;
    char letters[SEL_LETTERS_ROOM];
    uint32_t number =
        sel_index_find(mapping->by_header, sel_str_of(sel_header_letters(column, letters)));
    if (number == SEL_NONE && header.len > 0 && header.ptr[0] != '=')
        number = sel_index_find(mapping->by_header, header);
    return number == SEL_NONE ? NULL : &mapping->list[number];
}

bool sel_register_mapping_translate(const sel_register_mapping *mapping,
                                    const sel_register_decision *decision, sel_str text,
                                    sel_str *value)
{
    if (mapping->value_count == 0 || text.len > SEL_CSV_CELL_MAX / 2)
        return false;
    sel_arena *scratch = sel_arena_create();
    uint32_t number = sel_index_find(
        mapping->texts, sel_str_printf(scratch, "%u|%.*s", (unsigned)(decision - mapping->list),
                                       SEL_STR_ARG(text)));
    sel_arena_destroy(scratch);
    if (number == SEL_NONE)
        return false;
    *value = mapping->values[number];
    return true;
}

sel_register_amounts sel_register_mapping_amounts(const sel_register_mapping *mapping)
{
    return mapping == NULL ? SEL_AMOUNTS_BY_FILE : mapping->amounts;
}

bool sel_register_mapping_single(const sel_register_mapping *mapping)
{
    return mapping != NULL && mapping->single;
}

void sel_register_mapping_report_unused(const sel_register_mapping *mapping,
                                        const sel_register_column *columns, uint32_t count,
                                        sel_issues *issues)
{
    for (uint32_t i = 0; i < sel_register_mapping_count(mapping); i++) {
        const sel_register_decision *decision = &mapping->list[i];
        bool used = decision->used;
        for (uint32_t c = 0; c < count && !used; c++)
            used = sel_register_mapping_find(mapping, columns[c].header, c + 1) == decision;
        if (!used)
            sel_issues_add(issues, &(sel_issue){.code = "E_MAPPING_COLUMN",
                                                .source = mapping->name,
                                                .line = decision->line,
                                                .row = decision->row,
                                                .column = 1,
                                                .subject = mapping->name,
                                                .found = decision->header});
    }
}
