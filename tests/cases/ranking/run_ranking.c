/* Runs every folder beside this file: about (first lines "key: value"), alternatives.csv (a column
 * per criterion, or two when their names end in _low and _high), weights.csv and expected.csv (rows
 * in the order of places; an empty cell is not compared). Numbers only, so no CSV library. */
#include "analysis/ranking/ranking.h"

#include "check_suite.h"

#include "base/number.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>

/* Columns of expected.csv. */
enum column {
    ALTERNATIVE,
    SCORE,
    RANK,
    RANK_LOW,
    RANK_HIGH,
    WEIGHTS_LOW,
    WEIGHTS_HIGH,
    FIRST_THREE,
    BEATS_NEXT,
    TIED_WITH_NEXT,
    SWAP_CRITERION,
    SWAP_TO,
    COLUMNS
};

/* A table of numbers; NAN where a cell is empty. */
typedef struct numbers {
    double *cells;
    uint32_t rows;
    uint32_t columns;
    bool bounds; /* the first column's name ends in _low */
} numbers;

static sel_str read_file(sel_arena *arena, const char *folder, const char *name)
{
    sel_str path =
        sel_str_printf(arena, "%s/tests/cases/ranking/%s/%s", SELARAS_SOURCE_DIR, folder, name);
    FILE *file = fopen(path.ptr, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", path.ptr);
    enum { ROOM = 1 << 16 };
    char *text = sel_arena_array(arena, ROOM, 1);
    size_t length = fread(text, 1, ROOM, file);
    ck_assert_msg(length < ROOM, "%s is too large", path.ptr);
    fclose(file);
    return (sel_str){text, length};
}

static numbers read_numbers(sel_arena *arena, const char *folder, const char *name)
{
    enum { ROWS = 100, CELLS = 4096 };
    sel_str rest = read_file(arena, folder, name);
    sel_str line;
    ck_assert_msg(sel_str_next(&rest, '\n', &line), "%s/%s is empty", folder, name);
    numbers table = {.cells = sel_arena_array(arena, CELLS, sizeof(double))};
    sel_str cell;
    sel_str header = line;
    ck_assert(sel_str_next(&header, ',', &cell));
    table.bounds = sel_str_find(cell, SEL_STR("_low")) < cell.len;
    uint32_t count = 0;
    while (sel_str_next(&rest, '\n', &line) && line.len > 0) {
        uint32_t columns = 0;
        for (sel_str row = line; sel_str_next(&row, ',', &cell); columns++) {
            ck_assert_uint_lt(count, CELLS);
            double *value = &table.cells[count++];
            if (cell.len == 0)
                *value = NAN;
            else
                ck_assert_msg(sel_number_real(cell, value), "%s/%s: '%.*s' is not a number", folder,
                              name, SEL_STR_ARG(cell));
        }
        ck_assert_msg(table.rows == 0 || columns == table.columns, "%s/%s: row %u", folder, name,
                      table.rows + 1);
        table.columns = columns;
        table.rows += 1;
    }
    return table;
}

/* Value of a "key: value" line of about. */
static sel_str fact(sel_str about, const char *key)
{
    sel_str line;
    while (sel_str_next(&about, '\n', &line)) {
        sel_str value = line;
        sel_str name;
        if (sel_str_next(&value, ':', &name) && sel_str_is(name, key))
            return sel_str_trim(value);
    }
    ck_abort_msg("about has no '%s'", key);
    return (sel_str){0};
}

static double number_fact(sel_str about, const char *key)
{
    double value = 0;
    ck_assert_msg(sel_number_real(fact(about, key), &value), "about: '%s'", key);
    return value;
}

static void compare(const char *folder, uint32_t place, const char *what, double found,
                    double expected, double tolerance)
{
    ck_assert_msg(isnan(expected) || fabs(found - expected) <= tolerance,
                  "%s, place %u, %s: %.12g, not %.12g", folder, place + 1, what, found, expected);
}

static void compare_place(const char *folder, uint32_t place, const sel_ranked *found,
                          const double *expected, double tolerance)
{
    compare(folder, place, "alternative", found->alternative + 1, expected[ALTERNATIVE], 0);
    compare(folder, place, "score", found->score, expected[SCORE], 1.5e-9);
    compare(folder, place, "rank", found->rank, expected[RANK], 0);
    compare(folder, place, "rank_low", found->rank_low, expected[RANK_LOW], 0);
    compare(folder, place, "rank_high", found->rank_high, expected[RANK_HIGH], 0);
    compare(folder, place, "weights_low", found->weights_low, expected[WEIGHTS_LOW], 0);
    compare(folder, place, "weights_high", found->weights_high, expected[WEIGHTS_HIGH], 0);
    compare(folder, place, "first_three", found->first_three, expected[FIRST_THREE], tolerance);
    compare(folder, place, "beats_next", found->beats_next, expected[BEATS_NEXT], tolerance);
    compare(folder, place, "tied_with_next", found->tied_with_next, expected[TIED_WITH_NEXT], 0);
    compare(folder, place, "swap_criterion", found->swap_criterion + 1, expected[SWAP_CRITERION],
            0);
    compare(folder, place, "swap_to", found->swap_to, expected[SWAP_TO], 1e-9);
}

static sel_alternatives split_bounds(sel_arena *arena, const numbers *table, uint32_t criteria)
{
    uint32_t step = table->bounds ? 2 : 1;
    ck_assert_uint_eq(table->columns, criteria * step);
    size_t size = (size_t)table->rows * criteria;
    double *low = sel_arena_array(arena, size, sizeof *low);
    double *high = sel_arena_array(arena, size, sizeof *high);
    for (size_t i = 0; i < size; i++) {
        low[i] = table->cells[i * step];
        high[i] = table->cells[i * step + step - 1];
    }
    return (sel_alternatives){low, high, table->rows, criteria};
}

static void run_case(const char *folder)
{
    sel_arena *arena = sel_arena_create();
    sel_str about = read_file(arena, folder, "about");
    numbers weights = read_numbers(arena, folder, "weights.csv");
    numbers values = read_numbers(arena, folder, "alternatives.csv");
    numbers expected = read_numbers(arena, folder, "expected.csv");
    ck_assert_uint_eq(expected.columns, COLUMNS);
    double sum = 0;
    for (uint32_t j = 0; j < weights.columns; j++)
        sum += weights.cells[j];
    for (uint32_t j = 0; j < weights.columns; j++)
        weights.cells[j] /= sum;
    sel_alternatives alternatives = split_bounds(arena, &values, weights.columns);
    sel_ranking_options options = {.method = sel_ranking_method_find(fact(about, "method")),
                                   .weights = weights.cells,
                                   .floor = number_fact(about, "floor"),
                                   .concentration = number_fact(about, "concentration"),
                                   .draws = (uint32_t)number_fact(about, "draws"),
                                   .seed = 1,
                                   .threads = 2};
    ck_assert_msg(options.method != NULL, "%s: unknown method", folder);
    sel_ranking ranking = {0};
    sel_error err = {0};
    ck_assert_msg(sel_ranking_compute(&alternatives, &options, arena, &ranking, &err) == SEL_OK,
                  "%s: %s", folder, err.message);
    ck_assert_uint_eq(ranking.count, expected.rows);
    for (uint32_t i = 0; i < ranking.count; i++)
        compare_place(folder, i, &ranking.order[i], expected.cells + (size_t)i * COLUMNS,
                      number_fact(about, "tolerance"));
    sel_arena_destroy(arena);
}

START_TEST(every_case)
{
    DIR *folders = opendir(SELARAS_SOURCE_DIR "/tests/cases/ranking");
    ck_assert(folders != NULL);
    int cases = 0;
    for (struct dirent *entry; (entry = readdir(folders)) != NULL;)
        if (strchr(entry->d_name, '.') == NULL) {
            run_case(entry->d_name);
            cases += 1;
        }
    closedir(folders);
    ck_assert_int_ge(cases, 8);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {every_case, NULL};
    return run_tests("ranking cases", tests);
}
