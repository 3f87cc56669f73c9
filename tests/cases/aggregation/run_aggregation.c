/* Runs every folder beside this file: about (lines "key: value", then the oracle), table.csv (a row
 * for each alternative, a column for each criterion), expected.csv (columns score, rank or those of
 * the method; met to 1e-9 of the number) and, where a peer is known to be wrong, wrong.csv. Keys:
 *
 *     method, weights, cost (0 or 1 per criterion), normalisation, goal_low, goal_high
 *     v, q, …   parameters of the method by name
 *     set       numbers from 1 of the alternatives in the method's set
 *     times     what our numbers are multiplied by before they are compared
 *     wrong     1: the scores of wrong.csv stay wrong, by .05 at least
 *               -1: they are the negatives of ours, to .005, and so name another first */
#include "selaras.h"

#include "check_suite.h"

#include <dirent.h>
#include <math.h>

enum { CELLS = 512, COLUMNS = 16 };

/* Numbers by rows under names. */
typedef struct numbers {
    double cells[CELLS];
    sel_str names[COLUMNS];
    uint32_t rows;
    uint32_t columns;
} numbers;

typedef struct example {
    sel_arena *arena;
    const char *folder;
    sel_str about;
    sel_aggregation_outcome found;
    uint32_t rows;
} example;

static sel_str read_file(const example *of, const char *name)
{
    enum { ROOM = 1 << 16 };
    sel_str path = sel_str_printf(of->arena, "%s/tests/cases/aggregation/%s/%s", SELARAS_SOURCE_DIR,
                                  of->folder, name);
    FILE *file = fopen(path.ptr, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", path.ptr);
    char *text = sel_arena_array(of->arena, ROOM, 1);
    size_t length = fread(text, 1, ROOM, file);
    ck_assert_msg(length < ROOM, "%s is too large", path.ptr);
    fclose(file);
    return (sel_str){text, length};
}

static uint32_t read_row(sel_str line, double *cells, uint32_t room)
{
    uint32_t count = 0;
    for (sel_str cell; sel_str_next(&line, ',', &cell); count++) {
        ck_assert_uint_lt(count, room);
        ck_assert_msg(sel_number_real(cell, &cells[count]), "'%.*s'", SEL_STR_ARG(cell));
    }
    return count;
}

static numbers *read_numbers(const example *of, const char *name)
{
    numbers *table = sel_arena_array(of->arena, 1, sizeof *table);
    sel_str rest = read_file(of, name);
    sel_str line;
    ck_assert(sel_str_next(&rest, '\n', &line));
    for (sel_str cell; sel_str_next(&line, ',', &cell); table->columns++) {
        ck_assert_uint_lt(table->columns, COLUMNS);
        table->names[table->columns] = cell;
    }
    for (uint32_t at = 0; sel_str_next(&rest, '\n', &line) && line.len > 0; table->rows++) {
        ck_assert_uint_eq(read_row(line, table->cells + at, CELLS - at), table->columns);
        at += table->columns;
    }
    return table;
}

/* Value of a "key: value" line of about; empty when there is none. */
static sel_str fact(const example *of, const char *key)
{
    sel_str rest = of->about;
    for (sel_str line; sel_str_next(&rest, '\n', &line);) {
        sel_str name;
        if (sel_str_next(&line, ':', &name) && sel_str_is(name, key))
            return sel_str_trim(line);
    }
    return (sel_str){0};
}

/* Numbers of a fact, or NULL. */
static const double *list(const example *of, const char *key)
{
    sel_str text = fact(of, key);
    double *cells = sel_arena_array(of->arena, COLUMNS, sizeof *cells);
    if (text.len == 0)
        return NULL;
    read_row(text, cells, COLUMNS);
    return cells;
}

static const double *by_columns(const example *of, const numbers *table)
{
    double *values = sel_arena_array(of->arena, CELLS, sizeof *values);
    for (uint32_t i = 0; i < table->rows; i++)
        for (uint32_t j = 0; j < table->columns; j++)
            values[j * table->rows + i] = table->cells[i * table->columns + j];
    return values;
}

static void aggregate(example *of)
{
    const sel_aggregation *method = sel_aggregation_find(fact(of, "method"));
    ck_assert_msg(method != NULL, "%s: no such method", of->folder);
    const numbers *table = read_numbers(of, "table.csv");
    const double *costs = list(of, "cost");
    bool cost[COLUMNS];
    for (uint32_t j = 0; j < table->columns; j++)
        cost[j] = costs[j] > 0;
    sel_aggregation_options options = {
        .weights = list(of, "weights"),
        .normalisation = sel_normalisation_find(fact(of, "normalisation")),
        .goal_low = list(of, "goal_low"),
        .goal_high = list(of, "goal_high"),
    };
    for (uint32_t k = 0; k < method->parameter_count; k++)
        options.parameters[k] = list(of, method->parameters[k].name);
    sel_decision_matrix matrix = {by_columns(of, table), table->rows, table->columns, cost};
    sel_error err = {0};
    ck_assert_msg(sel_aggregate(method, &matrix, &options, of->arena, &of->found, &err) == SEL_OK,
                  "%s: %s", of->folder, err.message);
    of->rows = table->rows;
}

static double found_at(const example *of, sel_str name, uint32_t row)
{
    if (sel_str_is(name, "score"))
        return of->found.scores[row];
    if (sel_str_is(name, "rank"))
        return of->found.ranks[row];
    const double *times = list(of, "times");
    const double *values =
        sel_aggregation_column_find(&of->found, sel_str_copy(of->arena, name).ptr);
    ck_assert_msg(values != NULL, "%s: no column %.*s", of->folder, SEL_STR_ARG(name));
    return values[row] * (times == NULL ? 1 : times[0]);
}

static void compare(const example *of)
{
    const numbers *expected = read_numbers(of, "expected.csv");
    ck_assert_uint_eq(expected->rows, of->rows);
    for (uint32_t i = 0; i < expected->rows; i++)
        for (uint32_t k = 0; k < expected->columns; k++) {
            double value = expected->cells[i * expected->columns + k];
            double found = found_at(of, expected->names[k], i);
            ck_assert_msg(fabs(found - value) <= 1e-9 * fabs(value) + 1e-15,
                          "%s, alternative %u, %.*s: %.15g, not %.15g", of->folder, i + 1,
                          SEL_STR_ARG(expected->names[k]), found, value);
        }
}

static void compare_set(const example *of)
{
    double expected[COLUMNS];
    sel_str text = fact(of, "set");
    if (text.len == 0)
        return;
    uint32_t count = read_row(text, expected, COLUMNS);
    uint32_t found = 0;
    for (uint32_t i = 0; i < of->rows; i++)
        found += of->found.set[i];
    ck_assert_uint_eq(found, count);
    for (uint32_t k = 0; k < count; k++)
        ck_assert_msg(of->found.set[(uint32_t)expected[k] - 1], "%s: %g is not in the set",
                      of->folder, expected[k]);
}

static void compare_wrong(const example *of)
{
    const double *way = list(of, "wrong");
    if (way == NULL)
        return;
    const numbers *wrong = read_numbers(of, "wrong.csv");
    ck_assert_uint_eq(wrong->rows, of->rows);
    double apart = 0;
    double turned = 0;
    for (uint32_t i = 0; i < of->rows; i++) {
        apart = fmax(apart, fabs(of->found.scores[i] - wrong->cells[i]));
        turned = fmax(turned, fabs(of->found.scores[i] + wrong->cells[i]));
    }
    ck_assert_msg(apart >= .05, "%s: what is wrong has become right", of->folder);
    ck_assert_msg(way[0] > 0 || turned <= .005, "%s: not the negatives", of->folder);
}

static void run_case(const char *folder)
{
    example of = {.arena = sel_arena_create(), .folder = folder};
    of.about = read_file(&of, "about");
    ck_assert_msg(sel_str_find(of.about, SEL_STR("\nOracle: ")) < of.about.len, "%s: no oracle",
                  folder);
    aggregate(&of);
    compare(&of);
    compare_set(&of);
    compare_wrong(&of);
    sel_arena_destroy(of.arena);
}

START_TEST(every_case)
{
    DIR *folders = opendir(SELARAS_SOURCE_DIR "/tests/cases/aggregation");
    ck_assert(folders != NULL);
    int cases = 0;
    for (struct dirent *entry; (entry = readdir(folders)) != NULL;)
        if (strchr(entry->d_name, '.') == NULL) {
            run_case(entry->d_name);
            cases += 1;
        }
    closedir(folders);
    ck_assert_int_ge(cases, 16);
}
END_TEST

int main(void)
{
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK)
        return EXIT_FAILURE;
    const TTest *tests[] = {every_case, NULL};
    return run_tests("aggregation cases", tests);
}
