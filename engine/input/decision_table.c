#include "input/decision_table.h"

#include "base/nearest.h"
#include "base/number.h"
#include "input/csv.h"

#include <math.h>
#include <stdlib.h>

/* A table being read: rows one after the other, until their number is known. */
typedef struct reading {
    sel_arena *arena;   /* of the table */
    sel_arena *scratch; /* of the rows */
    sel_issues *issues;
    sel_index *names; /* of alternatives */
    uint64_t *lines;  /* per name: where it stood first */
    uint32_t line_room;
    sel_str source;
    sel_str *criteria;
    uint32_t criterion_count;
    bool header_read;
    bool full; /* more rows than are taken */
    sel_str *rows;
    uint32_t row_room;
    double *values;
    bool *known;
    uint32_t value_room; /* rows */
    uint32_t row_count;
} reading;

static void report(reading *r, const sel_csv_row *at, uint32_t column, sel_issue issue)
{
    issue.source = r->source;
    issue.line = at->line;
    issue.row = at->row;
    issue.column = column;
    sel_issues_add(r->issues, &issue);
}

static sel_str count_text(reading *r, uint64_t count)
{
    return sel_str_printf(r->scratch, "%llu", (unsigned long long)count);
}

static bool criterion_taken(const reading *r, sel_str name)
{
    for (uint32_t j = 0; j < r->criterion_count; j++)
        if (sel_str_equal(r->criteria[j], name))
            return true;
    return false;
}

/* Every column counts, also one with a fault, so that numbers of columns stay right. */
static void take_criterion(reading *r, const sel_csv_row *row, uint32_t column)
{
    sel_str name = sel_csv_cell(row, column - 1);
    if (name.len == 0)
        report(r, row, column, (sel_issue){.code = "E_TABLE_CRITERION_EMPTY"});
    else if (name.len > SEL_DECISION_NAME_MAX)
        report(r, row, column,
               (sel_issue){.code = "E_TABLE_NAME_LONG",
                           .expected = count_text(r, SEL_DECISION_NAME_MAX)});
    else if (criterion_taken(r, name))
        report(r, row, column, (sel_issue){.code = "E_TABLE_CRITERION_TWICE", .found = name});
    r->criteria[r->criterion_count++] =
        sel_str_copy(r->arena, sel_str_part(name, 0, SEL_DECISION_NAME_MAX));
}

static bool take_header(reading *r, const sel_csv_row *row)
{
    r->header_read = true;
    uint32_t criteria = row->count - 1;
    bool fits = criteria >= 1 && criteria <= SEL_CRITERIA_MAX;
    if (criteria == 0)
        report(r, row, 0, (sel_issue){.code = "E_TABLE_NO_CRITERIA"});
    else if (!fits)
        report(r, row, 0,
               (sel_issue){.code = "E_TABLE_CRITERIA_MANY",
                           .expected = count_text(r, SEL_CRITERIA_MAX)});
    if (!fits)
        return false;
    r->criteria = sel_arena_array(r->arena, criteria, sizeof *r->criteria);
    for (uint32_t column = 2; column <= row->count; column++)
        take_criterion(r, row, column);
    return true;
}

/* A number with a decimal comma, written as we need it; empty when it is none. */
static sel_str with_point(reading *r, sel_str cell)
{
    size_t comma = sel_str_find(cell, SEL_STR(","));
    double ignored;
    if (comma == cell.len)
        return (sel_str){0};
    sel_str text = sel_str_printf(r->scratch, "%.*s.%.*s", (int)comma, cell.ptr,
                                  SEL_STR_ARG(sel_str_part(cell, comma + 1, cell.len)));
    return sel_number_real(text, &ignored) ? text : (sel_str){0};
}

static void take_value(reading *r, const sel_csv_row *row, uint32_t j, sel_str name)
{
    sel_str cell = sel_csv_cell(row, j + 1);
    size_t at = (size_t)r->row_count * r->criterion_count + j;
    sel_issue issue = {.subject = r->criteria[j], .record = name, .found = cell};
    double value = 0;
    if (cell.len == 0)
        issue.code = "W_TABLE_MISSING";
    else if (!sel_number_real(cell, &value))
        issue.code = "E_TABLE_NUMBER";
    else if (fabs(value) > SEL_DECISION_VALUE_MOST)
        issue.code = "E_TABLE_NUMBER_LARGE";
    if (issue.code != NULL) {
        issue.suggestion = with_point(r, cell);
        report(r, row, j + 2, issue);
    }
    r->known[at] = issue.code == NULL;
    r->values[at] = issue.code == NULL ? value : 0;
}

static sel_str take_name(reading *r, const sel_csv_row *row)
{
    sel_str name = sel_csv_cell(row, 0);
    sel_issue issue = {.code = NULL};
    if (name.len == 0)
        issue.code = "E_TABLE_ALTERNATIVE_EMPTY";
    else if (name.len > SEL_DECISION_NAME_MAX) {
        issue = (sel_issue){.code = "E_TABLE_NAME_LONG",
                            .expected = count_text(r, SEL_DECISION_NAME_MAX)};
    } else {
        uint32_t before = sel_index_count(r->names);
        uint32_t number = sel_index_add(r->names, name);
        r->lines =
            sel_arena_one_more(r->scratch, r->lines, before, &r->line_room, sizeof *r->lines);
        if (number == before)
            r->lines[number] = row->line;
        else
            issue = (sel_issue){.code = "E_TABLE_ALTERNATIVE_TWICE",
                                .record = name,
                                .found = name,
                                .expected = count_text(r, r->lines[number])};
    }
    if (issue.code != NULL)
        report(r, row, 1, issue);
    return sel_str_copy(r->arena, sel_str_part(name, 0, SEL_DECISION_NAME_MAX));
}

static void make_room(reading *r)
{
    r->rows = sel_arena_one_more(r->scratch, r->rows, r->row_count, &r->row_room, sizeof *r->rows);
    if (r->row_room == r->value_room)
        return;
    size_t width = r->criterion_count;
    r->values = sel_arena_grow(r->scratch, r->values, r->value_room * width, r->row_room * width,
                               sizeof *r->values);
    r->known = sel_arena_grow(r->scratch, r->known, r->value_room * width, r->row_room * width,
                              sizeof *r->known);
    r->value_room = r->row_room;
}

static bool take_row(void *to, const sel_csv_row *row)
{
    reading *r = to;
    if (!r->header_read)
        return take_header(r, row);
    uint32_t most = SEL_DECISION_CELLS_MAX / r->criterion_count;
    if (r->row_count == most) {
        report(r, row, 0,
               (sel_issue){.code = "E_TABLE_ROWS_MANY", .expected = count_text(r, most)});
        return false;
    }
    if (row->count != r->criterion_count + 1) {
        report(r, row, 0,
               (sel_issue){.code = "E_TABLE_CELLS",
                           .record = sel_csv_cell(row, 0),
                           .expected = count_text(r, r->criterion_count + 1)});
        return true;
    }
    make_room(r);
    sel_str name = take_name(r, row);
    r->rows[r->row_count] = name;
    for (uint32_t j = 0; j < r->criterion_count; j++)
        take_value(r, row, j, name);
    r->row_count += 1;
    return true;
}

/* A name, and the how manieth it is in the file. */
typedef struct placed {
    sel_str name;
    uint32_t place;
} placed;

static int by_name(const void *a, const void *b)
{
    const placed *x = a;
    const placed *y = b;
    int order = sel_str_compare(x->name, y->name);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static placed *sort_names(const sel_str *names, uint32_t count, sel_arena *scratch)
{
    placed *sorted = sel_arena_array(scratch, count, sizeof *sorted);
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = (placed){names[i], i};
    qsort(sorted, count, sizeof *sorted, by_name);
    return sorted;
}

/* The names in their order into *names; returns the numbers that they have now in the order of the
 * file. */
static const uint32_t *number(const placed *sorted, uint32_t count, sel_arena *arena,
                              const sel_str **names)
{
    sel_str *list = sel_arena_array(arena, count, sizeof *list);
    uint32_t *in_file = sel_arena_array(arena, count, sizeof *in_file);
    for (uint32_t i = 0; i < count; i++) {
        list[i] = sorted[i].name;
        in_file[sorted[i].place] = i;
    }
    *names = list;
    return in_file;
}

static sel_decision_table lay_out(const reading *r)
{
    uint32_t rows = r->row_count;
    uint32_t criteria = r->criterion_count;
    const placed *columns = sort_names(r->criteria, criteria, r->scratch);
    const placed *lines = sort_names(r->rows, rows, r->scratch);
    double *values = sel_arena_array(r->arena, (size_t)rows * criteria, sizeof *values);
    bool *known = sel_arena_array(r->arena, (size_t)rows * criteria, sizeof *known);
    uint32_t *known_row = sel_arena_array(r->arena, rows, sizeof *known_row);
    uint64_t missing = (uint64_t)rows * criteria;
    for (uint32_t i = 0; i < rows; i++)
        for (uint32_t j = 0; j < criteria; j++) {
            size_t from = (size_t)lines[i].place * criteria + columns[j].place;
            values[(size_t)j * rows + i] = r->values[from];
            known[(size_t)j * rows + i] = r->known[from];
            known_row[i] += r->known[from];
            missing -= r->known[from];
        }
    sel_decision_table table = {.source = r->source,
                                .criterion_count = criteria,
                                .row_count = rows,
                                .values = values,
                                .known = known,
                                .known_row = known_row,
                                .missing = missing};
    table.in_columns = number(columns, criteria, r->arena, &table.criteria);
    table.in_lines = number(lines, rows, r->arena, &table.rows);
    return table;
}

/* A criterion that nobody has a number for, or that is the same for all who have one. */
static void look_at_column(const sel_decision_table *table, uint32_t column, sel_issues *issues)
{
    uint32_t j = table->in_columns[column];
    const double *values = table->values + (size_t)j * table->row_count;
    const bool *known = table->known + (size_t)j * table->row_count;
    uint32_t count = 0;
    double first = 0;
    bool varies = false;
    for (uint32_t i = 0; i < table->row_count; i++) {
        if (!known[i])
            continue;
        if (count++ == 0)
            first = values[i];
        varies = varies || values[i] != first;
    }
    sel_issue issue = {.source = table->source,
                       .line = 1,
                       .row = 1,
                       .column = column + 2,
                       .subject = table->criteria[j],
                       .code = count == 0 ? "E_TABLE_NOTHING_KNOWN" : "W_TABLE_CONSTANT"};
    if (count == 0 || (!varies && table->row_count > 1))
        sel_issues_add(issues, &issue);
}

static void finish(reading *r, sel_decision_table *table)
{
    *table = lay_out(r);
    sel_issue issue = {.code = r->header_read ? "E_TABLE_NO_ROWS" : "E_TABLE_NO_CRITERIA",
                       .source = r->source,
                       .line = 1};
    if (!r->header_read || (r->row_count == 0 && sel_issues_allow(r->issues)))
        sel_issues_add(r->issues, &issue);
    if (sel_issues_allow(r->issues))
        for (uint32_t column = 0; column < table->criterion_count; column++)
            look_at_column(table, column, r->issues);
}

sel_status sel_decision_table_read(sel_bytes *bytes, sel_arena *arena, sel_decision_table *table,
                                   sel_issues *issues, sel_error *err)
{
    reading r = {.arena = arena,
                 .scratch = sel_arena_create(),
                 .issues = issues,
                 .names = sel_index_create(),
                 .source = sel_str_copy(arena, sel_bytes_name(bytes))};
    *table = (sel_decision_table){.source = r.source};
    char delimiter = sel_csv_sniff(bytes, NULL, NULL);
    sel_status status = sel_csv_read(bytes, delimiter, take_row, &r, issues, err);
    if (status == SEL_OK)
        finish(&r, table);
    sel_index_destroy(r.names);
    sel_arena_destroy(r.scratch);
    return status;
}

sel_status sel_decision_table_load(const char *path, sel_arena *arena, sel_decision_table *table,
                                   sel_issues *issues, sel_error *err)
{
    sel_bytes *bytes = NULL;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status == SEL_OK)
        status = sel_decision_table_read(bytes, arena, table, issues, err);
    sel_bytes_close(bytes);
    return status;
}

uint32_t sel_decision_table_criterion(const sel_decision_table *table, sel_str name,
                                      sel_str *nearest)
{
    sel_nearest search = sel_nearest_start(name);
    for (uint32_t j = 0; j < table->criterion_count; j++) {
        if (sel_str_equal(table->criteria[j], name))
            return j;
        sel_nearest_offer(&search, table->criteria[j]);
    }
    if (nearest != NULL)
        *nearest = search.name;
    return SEL_NONE;
}
