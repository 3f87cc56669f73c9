#include "input/judgement_table.h"

#include "base/index.h"
#include "base/nearest.h"
#include "base/number.h"
#include "input/csv.h"

enum { PERSON, FIRST, SECOND, RATIO, COLUMNS };

static const char *const column_names[COLUMNS] = {"person", "first", "second", "ratio"};

typedef struct reading {
    sel_arena *arena;
    sel_issues *issues;
    sel_index *persons;
    const sel_str *names;
    uint32_t criteria;
    sel_str source;
    uint32_t places[COLUMNS]; /* of the columns */
    uint32_t width;           /* of the header; 0 before it was read */
    uint32_t room;            /* persons */
    double *ratios;
    bool *known;
} reading;

/* One row on its way in. */
typedef struct judgement {
    sel_str cells[COLUMNS];
    uint32_t first;
    uint32_t second;
    double ratio;
    bool sound;
} judgement;

static void report(const reading *r, const sel_csv_row *at, uint32_t column, sel_issue issue)
{
    issue.source = r->source;
    issue.line = at->line;
    issue.row = at->row;
    issue.column = column;
    sel_issues_add(r->issues, &issue);
}

static bool take_header(reading *r, const sel_csv_row *row)
{
    bool found_all = true;
    r->width = row->count;
    for (int c = 0; c < COLUMNS; c++) {
        r->places[c] = SEL_NONE;
        for (uint32_t i = 0; i < row->count && r->places[c] == SEL_NONE; i++)
            if (sel_str_is(sel_csv_cell(row, i), column_names[c]))
                r->places[c] = i;
        if (r->places[c] != SEL_NONE)
            continue;
        found_all = false;
        report(r, row, 0,
               (sel_issue){.code = "E_JUDGEMENT_COLUMN",
                           .subject = sel_str_of(column_names[c]),
                           .expected = sel_str_of(column_names[c])});
    }
    return found_all;
}

/* A number, or one number over another. */
static bool read_ratio(sel_str cell, double *ratio)
{
    size_t bar = sel_str_find(cell, SEL_STR("/"));
    double over = 1;
    bool number = sel_number_real(sel_str_trim(sel_str_part(cell, 0, bar)), ratio);
    if (number && bar < cell.len)
        number = sel_number_real(sel_str_trim(sel_str_part(cell, bar + 1, cell.len)), &over);
    if (!number || !(over > 0))
        return false;
    *ratio /= over;
    return *ratio >= SEL_JUDGEMENT_RATIO_LEAST && *ratio <= SEL_JUDGEMENT_RATIO_MOST;
}

static uint32_t find_criterion(const reading *r, const sel_csv_row *row, judgement *j, int column)
{
    sel_nearest search = sel_nearest_start(j->cells[column]);
    for (uint32_t i = 0; i < r->criteria; i++) {
        if (sel_str_equal(r->names[i], j->cells[column]))
            return i;
        sel_nearest_offer(&search, r->names[i]);
    }
    j->sound = false;
    report(r, row, r->places[column] + 1,
           (sel_issue){.code = "E_JUDGEMENT_CRITERION",
                       .subject = sel_str_of(column_names[column]),
                       .record = j->cells[PERSON],
                       .found = j->cells[column],
                       .suggestion = search.name});
    return SEL_NONE;
}

static void refuse(const reading *r, const sel_csv_row *row, judgement *j, int column,
                   const char *code)
{
    j->sound = false;
    report(r, row, r->places[column] + 1,
           (sel_issue){.code = code,
                       .subject = sel_str_of(column_names[column]),
                       .record = j->cells[PERSON],
                       .found = j->cells[column]});
}

static judgement look_at(const reading *r, const sel_csv_row *row)
{
    judgement j = {.sound = true};
    for (int c = 0; c < COLUMNS; c++)
        j.cells[c] = sel_csv_cell(row, r->places[c]);
    if (j.cells[PERSON].len == 0)
        refuse(r, row, &j, PERSON, "E_JUDGEMENT_PERSON");
    j.first = find_criterion(r, row, &j, FIRST);
    j.second = find_criterion(r, row, &j, SECOND);
    if (!read_ratio(j.cells[RATIO], &j.ratio))
        refuse(r, row, &j, RATIO, "E_JUDGEMENT_RATIO");
    if (j.first != SEL_NONE && j.first == j.second)
        refuse(r, row, &j, SECOND, "E_JUDGEMENT_SELF");
    return j;
}

static void make_room(reading *r, uint32_t person)
{
    if (person < r->room)
        return;
    size_t square = (size_t)r->criteria * r->criteria;
    uint32_t more = r->room == 0 ? 4 : 2 * r->room;
    r->ratios =
        sel_arena_grow(r->arena, r->ratios, r->room * square, more * square, sizeof *r->ratios);
    r->known =
        sel_arena_grow(r->arena, r->known, r->room * square, more * square, sizeof *r->known);
    for (size_t p = r->room; p < more; p++)
        for (uint32_t i = 0; i < r->criteria; i++) {
            r->ratios[p * square + (size_t)i * r->criteria + i] = 1;
            r->known[p * square + (size_t)i * r->criteria + i] = true;
        }
    r->room = more;
}

static bool take_row(void *to, const sel_csv_row *row)
{
    reading *r = to;
    if (r->width == 0)
        return take_header(r, row);
    if (row->count != r->width) {
        report(r, row, 0,
               (sel_issue){.code = "E_TABLE_CELLS",
                           .expected = sel_str_printf(r->arena, "%u", r->width)});
        return true;
    }
    judgement j = look_at(r, row);
    if (!j.sound)
        return true;
    uint32_t person = sel_index_add(r->persons, j.cells[PERSON]);
    if (person == SEL_JUDGEMENT_PERSONS_MAX) {
        refuse(r, row, &j, PERSON, "E_JUDGEMENT_PERSONS_MANY");
        return false;
    }
    make_room(r, person);
    size_t from = (size_t)person * r->criteria * r->criteria;
    size_t there = from + (size_t)j.first * r->criteria + j.second;
    size_t back = from + (size_t)j.second * r->criteria + j.first;
    if (r->known[there]) {
        refuse(r, row, &j, SECOND, "E_JUDGEMENT_TWICE");
        return true;
    }
    r->known[there] = r->known[back] = true;
    r->ratios[there] = j.ratio;
    r->ratios[back] = 1 / j.ratio;
    return true;
}

static void finish(reading *r, sel_judgement_table *table)
{
    uint32_t count = sel_index_count(r->persons);
    sel_str *persons = sel_arena_array(r->arena, count, sizeof *persons);
    for (uint32_t p = 0; p < count; p++)
        persons[p] = sel_str_copy(r->arena, sel_index_name(r->persons, p));
    *table = (sel_judgement_table){persons, count, r->criteria, r->ratios, r->known};
    sel_issue nothing = {.code = "E_JUDGEMENT_NONE", .source = r->source, .line = 1};
    if (count == 0 && sel_issues_allow(r->issues))
        sel_issues_add(r->issues, &nothing);
}

sel_status sel_judgement_table_read(sel_bytes *bytes, const sel_str *names, uint32_t criteria,
                                    sel_arena *arena, sel_judgement_table *table,
                                    sel_issues *issues, sel_error *err)
{
    reading r = {.arena = arena,
                 .issues = issues,
                 .persons = sel_index_create(),
                 .names = names,
                 .criteria = criteria,
                 .source = sel_str_copy(arena, sel_bytes_name(bytes))};
    *table = (sel_judgement_table){0};
    char delimiter = sel_csv_sniff(bytes, NULL, NULL);
    sel_status status = sel_csv_read(bytes, delimiter, take_row, &r, issues, err);
    if (status == SEL_OK)
        finish(&r, table);
    sel_index_destroy(r.persons);
    return status;
}

sel_status sel_judgement_table_load(const char *path, const sel_str *names, uint32_t criteria,
                                    sel_arena *arena, sel_judgement_table *table,
                                    sel_issues *issues, sel_error *err)
{
    sel_bytes *bytes = NULL;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status == SEL_OK)
        status = sel_judgement_table_read(bytes, names, criteria, arena, table, issues, err);
    sel_bytes_close(bytes);
    return status;
}
