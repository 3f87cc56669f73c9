/* Runs every folder beside this file: NAME.csv has the input, a header line and numbers (an empty
 * cell is a value that is not known); NAME.expected.csv has lines "name,value,tolerance". What is
 * expected must be told, and a name with a row number counts from 1. about names the oracle, and
 * oracle.R or oracle.py makes the expected numbers again. */
#include "selaras.h"

#include "check_suite.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { ROWS = 400, COLUMNS = 8, TOLD = 2000 };

/* A table of numbers by rows. */
typedef struct numbers {
    double cells[ROWS][COLUMNS];
    bool known[ROWS][COLUMNS];
    uint32_t rows;
    uint32_t columns;
} numbers;

/* What a statistic says about a table. */
typedef struct told {
    char names[TOLD][32];
    double values[TOLD];
    uint32_t count;
} told;

static void tell(told *to, const char *name, uint32_t number, double value)
{
    ck_assert_uint_lt(to->count, TOLD);
    char *text = to->names[to->count];
    int length = number == 0 ? snprintf(text, sizeof *to->names, "%s", name)
                             : snprintf(text, sizeof *to->names, "%s_%u", name, number);
    ck_assert(length > 0 && (size_t)length < sizeof *to->names);
    to->values[to->count++] = value;
}

typedef bool interval(uint64_t met, uint64_t known, double *low, double *high);

/* Columns met, known; an interval for each row. */
static void run_intervals(const numbers *input, interval *of, told *found)
{
    for (uint32_t i = 0; i < input->rows; i++) {
        double low;
        double high;
        const double *row = input->cells[i];
        tell(found, "available", i + 1, of((uint64_t)row[0], (uint64_t)row[1], &low, &high));
        tell(found, "low", i + 1, low);
        tell(found, "high", i + 1, high);
    }
}

static void run_wilson(const numbers *input, told *found)
{
    run_intervals(input, sel_wilson, found);
}

static void run_clopper_pearson(const numbers *input, told *found)
{
    run_intervals(input, sel_clopper_pearson, found);
}

/* Columns met (0 or 1), worth. */
static void run_wilson_share(const numbers *input, told *found)
{
    uint64_t worths[ROWS];
    double whole = 0;
    double met = 0;
    for (uint32_t i = 0; i < input->rows; i++) {
        worths[i] = (uint64_t)input->cells[i][1];
        whole += input->cells[i][1];
        met += input->cells[i][0] * input->cells[i][1];
    }
    double n = sel_effective_number(worths, input->rows);
    double low;
    double high;
    tell(found, "available", 0, sel_wilson_share(met / whole, n, &low, &high));
    tell(found, "n_eff", 0, n);
    tell(found, "low", 0, low);
    tell(found, "high", 0, high);
}

static void run_entropy(const numbers *input, told *found)
{
    uint64_t amounts[ROWS];
    for (uint32_t i = 0; i < input->rows; i++)
        amounts[i] = (uint64_t)input->cells[i][0];
    double entropy = -1;
    tell(found, "available", 0, sel_entropy(amounts, input->rows, &entropy));
    tell(found, "entropy", 0, entropy);
    tell(found, "n_eff", 0, sel_effective_number(amounts, input->rows));
    tell(found, "hhi", 0, sel_concentration(amounts, input->rows));
}

static void run_holm(const numbers *input, told *found)
{
    double p[ROWS];
    for (uint32_t i = 0; i < input->rows; i++)
        p[i] = input->cells[i][0];
    sel_holm(p, input->rows, p);
    for (uint32_t i = 0; i < input->rows; i++)
        tell(found, "adjusted", i + 1, p[i]);
}

static void run_kendall(const numbers *input, told *found)
{
    int64_t a[ROWS];
    int64_t b[ROWS];
    for (uint32_t i = 0; i < input->rows; i++) {
        a[i] = (int64_t)input->cells[i][0];
        b[i] = (int64_t)input->cells[i][1];
    }
    sel_kendall kendall = {0};
    sel_kendall_test test = {0};
    bool available = sel_kendall_of(a, b, input->rows, &kendall);
    ck_assert_int_eq(sel_kendall_test_of(a, b, input->rows, 1, &test), available);
    tell(found, "available", 0, available);
    tell(found, "tau_b", 0, kendall.tau_b);
    tell(found, "difference", 0, (double)kendall.difference);
    tell(found, "p", 0, test.p);
    tell(found, "exact", 0, test.exact);
    tell(found, "orders", 0, (double)test.orders);
}

/* Columns days, happened, horizon (the same in every row). */
static void run_kaplan_meier(const numbers *input, told *found)
{
    sel_followed followed[ROWS];
    for (uint32_t i = 0; i < input->rows; i++)
        followed[i] = (sel_followed){(uint32_t)input->cells[i][0], input->cells[i][1] > 0};
    sel_arena *arena = sel_arena_create();
    sel_survival survival = {0};
    bool available = sel_survival_of(followed, input->rows, arena, &survival);
    tell(found, "available", 0, available);
    tell(found, "steps", 0, survival.step_count);
    for (uint32_t i = 0; i < survival.step_count; i++) {
        tell(found, "day", i + 1, survival.steps[i].day);
        tell(found, "at_risk", i + 1, survival.steps[i].at_risk);
        tell(found, "events", i + 1, survival.steps[i].events);
        tell(found, "survival", i + 1, survival.steps[i].survival);
        tell(found, "error", i + 1, survival.steps[i].error);
    }
    uint32_t median = 0;
    tell(found, "has_median", 0, sel_survival_median(&survival, &median));
    tell(found, "median", 0, median);
    if (available) {
        uint32_t horizon = (uint32_t)input->cells[0][2];
        sel_survival_bounds mean = sel_survival_mean(&survival, horizon);
        sel_survival_bounds last = sel_survival_at(&survival, horizon);
        tell(found, "mean_low", 0, mean.low);
        tell(found, "mean_high", 0, mean.high);
        tell(found, "at_horizon_low", 0, last.low);
        tell(found, "at_horizon_high", 0, last.high);
    }
    sel_arena_destroy(arena);
}

/* Columns place, amount and, for inequity, need. */
static void run_concentration(const numbers *input, told *found)
{
    int64_t places[ROWS];
    double amounts[ROWS];
    double needs[ROWS];
    double expected[ROWS];
    for (uint32_t i = 0; i < input->rows; i++) {
        places[i] = (int64_t)input->cells[i][0];
        amounts[i] = input->cells[i][1];
        needs[i] = input->cells[i][2];
    }
    sel_concentration_index index = {0};
    tell(found, "available", 0, sel_concentration_index_of(places, amounts, input->rows, &index));
    tell(found, "index", 0, index.index);
    tell(found, "error", 0, index.error);
    if (input->columns < 3)
        return;
    double inequity = 0;
    sel_expected_by_need(needs, amounts, input->rows, expected);
    tell(found, "has_inequity", 0,
         sel_horizontal_inequity(places, amounts, expected, input->rows, &inequity));
    tell(found, "inequity", 0, inequity);
    for (uint32_t i = 0; i < input->rows; i++)
        tell(found, "expected", i + 1, expected[i]);
}

static void run_mantel_haenszel(const numbers *input, told *found)
{
    sel_stratum strata[ROWS];
    for (uint32_t i = 0; i < input->rows; i++)
        strata[i] = (sel_stratum){(uint32_t)input->cells[i][0], (uint32_t)input->cells[i][1],
                                  (uint32_t)input->cells[i][2], (uint32_t)input->cells[i][3]};
    sel_risk_difference risk = {0};
    tell(found, "available", 0, sel_risk_difference_of(strata, input->rows, &risk));
    tell(found, "difference", 0, risk.difference);
    tell(found, "error", 0, risk.error);
    tell(found, "p", 0, risk.p);
    tell(found, "strata", 0, risk.strata);
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static bool median_of(const void *data, const uint32_t *items, uint32_t count, double *value)
{
    const numbers *input = data;
    double values[ROWS];
    for (uint32_t i = 0; i < count; i++)
        values[i] = input->cells[items[i]][0];
    qsort(values, count, sizeof *values, by_value);
    *value = values[count / 2];
    return true;
}

static bool mean_of(const void *data, const uint32_t *items, uint32_t count, double *value)
{
    const numbers *input = data;
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += input->cells[items[i]][0];
    *value = sum / count;
    return true;
}

static void run_bootstrap(const numbers *input, told *found)
{
    sel_bootstrap_plan plan = {.items = input->rows, .draws = 39999, .seed = 1, .threads = 2};
    sel_bootstrap median = {0};
    sel_bootstrap mean = {0};
    ck_assert(sel_bootstrap_of(&plan, median_of, input, &median));
    ck_assert(sel_bootstrap_of(&plan, mean_of, input, &mean));
    tell(found, "median_low", 0, median.low);
    tell(found, "median_high", 0, median.high);
    tell(found, "median_error", 0, median.error);
    tell(found, "mean_low", 0, mean.low);
    tell(found, "mean_high", 0, mean.high);
    tell(found, "mean_error", 0, mean.error);
    tell(found, "draws", 0, mean.draws);
}

static void run_correlation(const numbers *input, told *found)
{
    double values[ROWS * COLUMNS];
    bool known[ROWS * COLUMNS];
    for (uint32_t i = 0; i < input->rows; i++)
        for (uint32_t j = 0; j < input->columns; j++) {
            values[i * input->columns + j] = input->cells[i][j];
            known[i * input->columns + j] = input->known[i][j];
        }
    sel_value_table table = {values, known, input->rows, input->columns};
    sel_correlation matrix[COLUMNS * COLUMNS];
    sel_correlations_of(&table, matrix);
    for (uint32_t i = 0; i < input->columns; i++)
        for (uint32_t j = 0; j < input->columns; j++) {
            const sel_correlation *pair = &matrix[i * input->columns + j];
            uint32_t number = (i + 1) * 10 + j + 1;
            tell(found, "available", number, pair->available);
            tell(found, "r", number, pair->r);
            tell(found, "rows", number, pair->rows);
        }
}

static const struct statistic {
    const char *folder;
    void (*run)(const numbers *input, told *found);
} statistics[] = {
    {"bootstrap", run_bootstrap},
    {"clopper-pearson", run_clopper_pearson},
    {"concentration", run_concentration},
    {"correlation", run_correlation},
    {"entropy", run_entropy},
    {"holm", run_holm},
    {"inequity", run_concentration},
    {"kaplan-meier", run_kaplan_meier},
    {"kendall", run_kendall},
    {"mantel-haenszel", run_mantel_haenszel},
    {"wilson", run_wilson},
    {"wilson-share", run_wilson_share},
};

enum { STATISTICS = sizeof statistics / sizeof *statistics };

static sel_str read_file(sel_arena *arena, const char *folder, const char *name)
{
    enum { ROOM = 1 << 16 };
    sel_str path =
        sel_str_printf(arena, "%s/tests/cases/statistics/%s/%s", SELARAS_SOURCE_DIR, folder, name);
    FILE *file = fopen(path.ptr, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", path.ptr);
    char *text = sel_arena_array(arena, ROOM, 1);
    size_t length = fread(text, 1, ROOM, file);
    ck_assert_msg(length < ROOM, "%s is too large", path.ptr);
    fclose(file);
    return (sel_str){text, length};
}

static numbers *read_numbers(sel_arena *arena, const char *folder, const char *name)
{
    sel_str rest = read_file(arena, folder, name);
    numbers *table = sel_arena_array(arena, 1, sizeof *table);
    sel_str line;
    sel_str cell;
    ck_assert(sel_str_next(&rest, '\n', &line));
    while (sel_str_next(&line, ',', &cell))
        table->columns += 1;
    ck_assert_uint_le(table->columns, COLUMNS);
    while (sel_str_next(&rest, '\n', &line) && line.len > 0) {
        ck_assert_uint_lt(table->rows, ROWS);
        uint32_t column = 0;
        for (; sel_str_next(&line, ',', &cell); column++) {
            ck_assert_uint_lt(column, table->columns);
            double *value = &table->cells[table->rows][column];
            table->known[table->rows][column] = cell.len > 0;
            ck_assert_msg(cell.len == 0 || sel_number_real(cell, value), "%s/%s: '%.*s'", folder,
                          name, SEL_STR_ARG(cell));
        }
        ck_assert_uint_eq(column, table->columns);
        table->rows += 1;
    }
    return table;
}

/* Value told under a name, or NAN. */
static double told_value(const told *found, sel_str name)
{
    for (uint32_t i = 0; i < found->count; i++)
        if (sel_str_is(name, found->names[i]))
            return found->values[i];
    return NAN;
}

static void run_case(const struct statistic *statistic, const char *name)
{
    sel_arena *arena = sel_arena_create();
    told *found = sel_arena_array(arena, 1, sizeof *found);
    sel_str file = sel_str_printf(arena, "%s.csv", name);
    statistic->run(read_numbers(arena, statistic->folder, file.ptr), found);
    file = sel_str_printf(arena, "%s.expected.csv", name);
    sel_str rest = read_file(arena, statistic->folder, file.ptr);
    sel_str line;
    uint32_t compared = 0;
    for (; sel_str_next(&rest, '\n', &line) && line.len > 0; compared++) {
        sel_str key;
        sel_str value_text;
        double value;
        double tolerance;
        ck_assert(sel_str_next(&line, ',', &key) && sel_str_next(&line, ',', &value_text));
        ck_assert(sel_number_real(value_text, &value) && sel_number_real(line, &tolerance));
        double said = told_value(found, key);
        ck_assert_msg(fabs(said - value) <= tolerance, "%s/%s: %.*s is %.15g, not %.15g",
                      statistic->folder, name, SEL_STR_ARG(key), said, value);
    }
    ck_assert_msg(compared > 0, "%s/%s expects nothing", statistic->folder, name);
    sel_arena_destroy(arena);
}

/* Every NAME.csv of a folder; returns how many. */
static int run_folder(const struct statistic *statistic)
{
    sel_arena *arena = sel_arena_create();
    sel_str path = sel_str_printf(arena, "%s/tests/cases/statistics/%s", SELARAS_SOURCE_DIR,
                                  statistic->folder);
    DIR *files = opendir(path.ptr);
    ck_assert_msg(files != NULL, "%s is missing", path.ptr);
    int cases = 0;
    for (struct dirent *entry; (entry = readdir(files)) != NULL;) {
        sel_str file = sel_str_of(entry->d_name);
        size_t dot = sel_str_find(file, SEL_STR("."));
        if (!sel_str_is(sel_str_part(file, dot, file.len - dot), ".csv"))
            continue;
        run_case(statistic, sel_str_copy(arena, sel_str_part(file, 0, dot)).ptr);
        cases += 1;
    }
    closedir(files);
    sel_str about = read_file(arena, statistic->folder, "about");
    ck_assert_msg(sel_str_starts(about, SEL_STR("Oracle: ")), "%s: no oracle", statistic->folder);
    sel_arena_destroy(arena);
    return cases;
}

START_TEST(every_case)
{
    for (int i = 0; i < STATISTICS; i++)
        ck_assert_msg(run_folder(&statistics[i]) > 0, "%s has no case", statistics[i].folder);
}
END_TEST

int main(void)
{
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK)
        return EXIT_FAILURE;
    const TTest *tests[] = {every_case, NULL};
    return run_tests("statistics cases", tests);
}
