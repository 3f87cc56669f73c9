/* Runs every case beside this file, NAME.csv: a line is a word and its values. What goes in:
 * source, method, kind, baseline, row (from 1), weights, cost, group, and an alternative line for
 * each row; then what must come out, to 1e-9 of the number: value per player, score,
 * baseline_score. oracle.py writes the cases again. */
#include "selaras.h"

#include "check_suite.h"

#include <dirent.h>
#include <math.h>

enum { CRITERIA = 12, ROWS = 16, TEXT_ROOM = 1 << 14, CASES_LEAST = 10 };

typedef struct contribution_case {
    sel_arena *arena;
    const char *name;
    const sel_aggregation *method;
    sel_str source;
    sel_str kind;
    sel_shapley_options options;
    uint32_t row;
    uint32_t rows;
    uint32_t criteria;
    uint32_t players;
    double weights[CRITERIA];
    bool cost[CRITERIA];
    uint32_t group[CRITERIA];
    double by_rows[ROWS][CRITERIA];
    double values[CRITERIA];
    double score;
    double baseline_score;
} contribution_case;

static sel_str read_file(sel_arena *arena, const char *name)
{
    sel_str path = sel_str_printf(arena, "%s/tests/cases/explanation/%s", SELARAS_SOURCE_DIR, name);
    FILE *file = fopen(path.ptr, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", path.ptr);
    char *text = sel_arena_array(arena, TEXT_ROOM, 1);
    size_t length = fread(text, 1, TEXT_ROOM, file);
    ck_assert_msg(length < TEXT_ROOM, "%s is too large", path.ptr);
    fclose(file);
    return (sel_str){text, length};
}

static uint32_t read_numbers(const contribution_case *of, sel_str text, double *numbers)
{
    uint32_t count = 0;
    for (sel_str cell; sel_str_next(&text, ',', &cell); count++) {
        ck_assert_uint_lt(count, CRITERIA);
        ck_assert_msg(sel_number_real(cell, &numbers[count]), "%s: '%.*s'", of->name,
                      SEL_STR_ARG(cell));
    }
    return count;
}

static void take_numbers(contribution_case *of, sel_str word, sel_str text)
{
    double numbers[CRITERIA] = {0};
    uint32_t count = read_numbers(of, text, numbers);
    if (sel_str_is(word, "row"))
        of->row = (uint32_t)numbers[0] - 1;
    else if (sel_str_is(word, "weights")) {
        of->criteria = count;
        memcpy(of->weights, numbers, sizeof numbers);
    } else if (sel_str_is(word, "alternative")) {
        ck_assert(of->rows < ROWS && count == of->criteria);
        memcpy(of->by_rows[of->rows++], numbers, sizeof numbers);
    } else if (sel_str_is(word, "value")) {
        of->players = count;
        memcpy(of->values, numbers, sizeof numbers);
    } else if (sel_str_is(word, "score"))
        of->score = numbers[0];
    else if (sel_str_is(word, "baseline_score"))
        of->baseline_score = numbers[0];
    else if (sel_str_is(word, "cost") || sel_str_is(word, "group")) {
        bool cost = sel_str_is(word, "cost");
        for (uint32_t j = 0; j < count; j++) {
            of->cost[j] = cost ? numbers[j] > 0 : of->cost[j];
            of->group[j] = cost ? 0 : (uint32_t)numbers[j];
        }
        of->options.group = cost ? NULL : of->group;
    } else
        ck_abort_msg("%s: '%.*s'", of->name, SEL_STR_ARG(word));
}

static void take(contribution_case *of, sel_str line)
{
    sel_str word;
    ck_assert(sel_str_next(&line, ',', &word));
    if (sel_str_is(word, "source"))
        of->source = line;
    else if (sel_str_is(word, "method"))
        of->method = sel_aggregation_find(line);
    else if (sel_str_is(word, "kind"))
        of->kind = line;
    else if (sel_str_is(word, "baseline"))
        of->options.baseline = sel_str_is(line, "mean") ? SEL_BASELINE_MEAN : SEL_BASELINE_WORST;
    else
        take_numbers(of, word, line);
}

static void near(const contribution_case *of, const char *what, double found, double expected)
{
    ck_assert_msg(fabs(found - expected) <= 1e-9 * fabs(expected) + 1e-15,
                  "%s, %s: %.15g, not %.15g", of->name, what, found, expected);
}

static void check(contribution_case *of)
{
    double values[CRITERIA * ROWS];
    for (uint32_t i = 0; i < of->rows; i++)
        for (uint32_t j = 0; j < of->criteria; j++)
            values[j * of->rows + i] = of->by_rows[i][j];
    of->options.groups = of->players;
    const sel_decision_matrix matrix = {values, of->rows, of->criteria, of->cost};
    const sel_aggregation_options options = {.weights = of->weights};
    const sel_scoring scoring = {of->method, &matrix, &options};
    sel_contributions found;
    sel_error err = {0};
    ck_assert_msg(sel_contributions_of(&scoring, of->row, &of->options, of->arena, &found, &err) ==
                      SEL_OK,
                  "%s: %s", of->name, err.message);
    ck_assert_msg(sel_str_is(of->kind, sel_contribution_kind_name(found.kind)), "%s", of->name);
    ck_assert_uint_eq(found.of.players, of->players);
    for (uint32_t j = 0; j < of->players; j++)
        near(of, "value", found.of.values[j], of->values[j]);
    near(of, "score", found.of.score, of->score);
    near(of, "baseline score", found.of.baseline_score, of->baseline_score);
}

static void run_case(const char *name)
{
    contribution_case of = {.arena = sel_arena_create(), .name = name};
    sel_str rest = read_file(of.arena, name);
    for (sel_str line; sel_str_next(&rest, '\n', &line) && line.len > 0;)
        take(&of, line);
    ck_assert_msg(of.source.len > 0 && of.method != NULL, "%s: no source or no method", name);
    check(&of);
    sel_arena_destroy(of.arena);
}

START_TEST(every_case)
{
    DIR *folder = opendir(SELARAS_SOURCE_DIR "/tests/cases/explanation");
    ck_assert(folder != NULL);
    int cases = 0;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        size_t length = strlen(entry->d_name);
        if (length > 4 && strcmp(entry->d_name + length - 4, ".csv") == 0) {
            run_case(entry->d_name);
            cases += 1;
        }
    }
    closedir(folder);
    ck_assert_int_ge(cases, CASES_LEAST);
}
END_TEST

int main(void)
{
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK)
        return EXIT_FAILURE;
    const TTest *tests[] = {every_case, NULL};
    return run_tests("explanation cases", tests);
}
