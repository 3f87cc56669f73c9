/* Runs every case beside this file, NAME.csv: a line is a word and its values. What goes in:
 * method, criteria, numbers, points, places, judgement (person, i, j, ratio), group, random_index,
 * ends (best, worst), best_to_others, others_to_worst, cost, row. What must come out: weights and
 * figure with a relative tolerance, weights_absolute and figure_absolute; no_figure; and
 * not_weights, not_figure for what is known to be wrong. about names the oracle; oracle.py writes
 * the cases again. */
#include "selaras.h"

#include "check_suite.h"

#include <dirent.h>
#include <math.h>

enum { CRITERIA = 16, ROWS = 64, PERSONS = 4, VALUES = 20, CASES_LEAST = 40 };

/* A case as it is read; judgements and rows are laid out when all are known. */
typedef struct weighting_case {
    const char *name;
    sel_str text;
    const sel_weighting *method;
    sel_weighting_input input;
    sel_judgements judgements;
    sel_best_worst best_worst;
    sel_decision_matrix matrix;
    uint32_t criteria;
    uint32_t persons;
    uint32_t rows;
    double numbers[CRITERIA];
    double others[CRITERIA];
    uint32_t places[CRITERIA];
    bool cost[CRITERIA];
    double ratios[PERSONS * CRITERIA * CRITERIA];
    bool known[PERSONS * CRITERIA * CRITERIA];
    double values[CRITERIA * ROWS];
    double by_rows[ROWS][CRITERIA];
} weighting_case;

/* One line: its word, its first value as text, and those values that are numbers. */
typedef struct line {
    sel_str word;
    sel_str first;
    double values[VALUES];
    uint32_t count;
} line;

static line read_line(const weighting_case *of, sel_str text)
{
    line found = {0};
    sel_str cell;
    ck_assert(sel_str_next(&text, ',', &found.word));
    for (uint32_t i = 0; sel_str_next(&text, ',', &cell); i++) {
        double value = 0;
        if (i == 0)
            found.first = cell;
        bool number = sel_number_real(cell, &value);
        ck_assert_msg(number || i == 0, "%s: '%.*s'", of->name, SEL_STR_ARG(cell));
        ck_assert_uint_lt(found.count, VALUES);
        if (number)
            found.values[found.count++] = value;
    }
    return found;
}

static void take_judgement(weighting_case *of, const line *given)
{
    uint32_t person = (uint32_t)given->values[0] - 1;
    uint32_t i = (uint32_t)given->values[1] - 1;
    uint32_t j = (uint32_t)given->values[2] - 1;
    ck_assert(person < PERSONS && i < of->criteria && j < of->criteria);
    uint32_t n = of->criteria;
    of->persons = person + 1 > of->persons ? person + 1 : of->persons;
    of->ratios[(person * n + i) * n + j] = given->values[3];
    of->ratios[(person * n + j) * n + i] = 1 / given->values[3];
    of->known[(person * n + i) * n + j] = of->known[(person * n + j) * n + i] = true;
    for (uint32_t k = 0; k < n; k++) {
        of->ratios[(person * n + k) * n + k] = 1;
        of->known[(person * n + k) * n + k] = true;
    }
}

/* Keep a line of input; false when it is not one. */
static bool take(weighting_case *of, const line *given)
{
    if (sel_str_is(given->word, "method"))
        of->method = sel_weighting_find(given->first);
    else if (sel_str_is(given->word, "criteria"))
        of->criteria = (uint32_t)given->values[0];
    else if (sel_str_is(given->word, "numbers") || sel_str_is(given->word, "points") ||
             sel_str_is(given->word, "best_to_others"))
        memcpy(of->numbers, given->values, sizeof of->numbers);
    else if (sel_str_is(given->word, "others_to_worst"))
        memcpy(of->others, given->values, sizeof of->others);
    else if (sel_str_is(given->word, "judgement"))
        take_judgement(of, given);
    else if (sel_str_is(given->word, "group"))
        of->judgements.group =
            sel_str_is(given->first, "aip") ? SEL_GROUP_PRIORITIES : SEL_GROUP_JUDGEMENTS;
    else if (sel_str_is(given->word, "random_index"))
        of->judgements.random_index = sel_random_index_find(given->first);
    else if (sel_str_is(given->word, "ends")) {
        of->best_worst.best = (uint32_t)given->values[0] - 1;
        of->best_worst.worst = (uint32_t)given->values[1] - 1;
    } else if (sel_str_is(given->word, "row"))
        memcpy(of->by_rows[of->rows++], given->values, sizeof of->by_rows[0]);
    else if (sel_str_is(given->word, "places") || sel_str_is(given->word, "cost"))
        for (uint32_t j = 0; j < of->criteria; j++) {
            of->places[j] = (uint32_t)given->values[j];
            of->cost[j] = given->values[j] > 0;
        }
    else
        return false;
    return true;
}

static void lay_out(weighting_case *of)
{
    for (uint32_t i = 0; i < of->rows; i++)
        for (uint32_t j = 0; j < of->criteria; j++)
            of->values[j * of->rows + i] = of->by_rows[i][j];
    of->matrix = (sel_decision_matrix){of->values, of->rows, of->criteria, of->cost};
    of->judgements.ratios = of->ratios;
    of->judgements.known = of->known;
    of->judgements.persons = of->persons;
    of->judgements.criteria = of->criteria;
    of->best_worst.best_to_others = of->numbers;
    of->best_worst.others_to_worst = of->others;
    of->best_worst.criteria = of->criteria;
    of->input = (sel_weighting_input){.criteria = of->criteria,
                                      .numbers = of->numbers,
                                      .points = of->numbers,
                                      .places = of->places,
                                      .judgements = &of->judgements,
                                      .best_worst = &of->best_worst,
                                      .matrix = &of->matrix};
}

static bool near(double found, double expected, double tolerance, bool absolute)
{
    return fabs(found - expected) <= tolerance * (absolute ? 1 : fabs(expected));
}

static void check_weights(const weighting_case *of, const line *told,
                          const sel_weighting_outcome *outcome, bool wrong)
{
    ck_assert_uint_eq(told->count, of->criteria + 1);
    bool same = true;
    for (uint32_t j = 0; j < of->criteria; j++) {
        bool one = near(outcome->weights[j], told->values[j + 1], told->values[0],
                        sel_str_is(told->word, "weights_absolute"));
        ck_assert_msg(one || wrong, "%s: weight %u is %.15g, not %.15g", of->name, j + 1,
                      outcome->weights[j], told->values[j + 1]);
        same = same && one;
    }
    ck_assert_msg(same != wrong, "%s: weights known to be wrong", of->name);
}

static void check_figure(const weighting_case *of, const line *told,
                         const sel_weighting_outcome *outcome, bool wrong)
{
    char name[64];
    double found = 0;
    snprintf(name, sizeof name, "%.*s", SEL_STR_ARG(told->first));
    bool there = sel_weighting_figure_find(outcome, name, &found);
    if (sel_str_is(told->word, "no_figure")) {
        ck_assert_msg(!there, "%s has %s", of->name, name);
        return;
    }
    ck_assert_msg(there, "%s has no %s", of->name, name);
    bool same =
        near(found, told->values[1], told->values[0], sel_str_is(told->word, "figure_absolute"));
    ck_assert_msg(same != wrong, "%s: %s is %.15g, beside %.15g", of->name, name, found,
                  told->values[1]);
}

static void check(const weighting_case *of, const line *told, const sel_weighting_outcome *outcome)
{
    bool wrong = sel_str_starts(told->word, SEL_STR("not_"));
    if (sel_str_find(told->word, SEL_STR("weights")) < told->word.len)
        check_weights(of, told, outcome, wrong);
    else if (sel_str_find(told->word, SEL_STR("figure")) < told->word.len)
        check_figure(of, told, outcome, wrong);
    else
        ck_abort_msg("%s: '%.*s' says nothing", of->name, SEL_STR_ARG(told->word));
}

static void run_case(weighting_case *of, sel_arena *arena)
{
    sel_str rest = of->text;
    sel_str text;
    while (sel_str_next(&rest, '\n', &text) && text.len > 0) {
        line given = read_line(of, text);
        take(of, &given);
    }
    lay_out(of);
    ck_assert_msg(of->method != NULL, "%s names no method", of->name);
    sel_weighting_outcome outcome = {0};
    sel_error err = {0};
    ck_assert_msg(sel_weighting_compute(of->method, &of->input, arena, &outcome, &err) == SEL_OK,
                  "%s: %s", of->name, err.message);
    uint32_t checked = 0;
    rest = of->text;
    while (sel_str_next(&rest, '\n', &text) && text.len > 0) {
        line told = read_line(of, text);
        weighting_case spare = *of;
        if (take(&spare, &told))
            continue;
        check(of, &told, &outcome);
        checked += 1;
    }
    ck_assert_msg(checked > 0, "%s expects nothing", of->name);
}

static sel_str read_file(sel_arena *arena, const char *name)
{
    enum { ROOM = 1 << 14 };
    sel_str path = sel_str_printf(arena, "%s/tests/cases/weighting/%s", SELARAS_SOURCE_DIR, name);
    FILE *file = fopen(path.ptr, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", path.ptr);
    char *text = sel_arena_array(arena, ROOM, 1);
    size_t length = fread(text, 1, ROOM, file);
    ck_assert_msg(length < ROOM, "%s is too large", path.ptr);
    fclose(file);
    return (sel_str){text, length};
}

START_TEST(every_case)
{
    DIR *folder = opendir(SELARAS_SOURCE_DIR "/tests/cases/weighting");
    ck_assert_ptr_nonnull(folder);
    uint32_t cases = 0;
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        const char *ending = strrchr(entry->d_name, '.');
        if (ending == NULL || strcmp(ending, ".csv") != 0)
            continue;
        sel_arena *arena = sel_arena_create();
        weighting_case *of = sel_arena_array(arena, 1, sizeof *of);
        of->name = entry->d_name;
        of->text = read_file(arena, entry->d_name);
        run_case(of, arena);
        sel_arena_destroy(arena);
        cases += 1;
    }
    closedir(folder);
    ck_assert_uint_ge(cases, CASES_LEAST);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {every_case, NULL};
    return run_tests("weighting cases", tests);
}
