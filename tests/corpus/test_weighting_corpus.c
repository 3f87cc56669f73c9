/* Every case of ../shared/reference/cases.json that has a weighting method, against the numbers
 * that were computed for it by other programs. Two of these come from a search that stopped early
 * (tests/cases/weighting has what they search for): there our answer is the better one and near to
 * theirs. */
#include "selaras.h"

#include "check_suite.h"
#include "material.h"

#include <jansson.h>
#include <math.h>

static const double exact = 1e-9; /* relative */

static json_t *cases;
static json_t *random_index;

typedef struct problem {
    sel_arena *arena;
    const char *id;
    json_t *inputs;
    json_t *expected;
} problem;

static sel_weighting_outcome weigh(const problem *of, const char *method,
                                   const sel_weighting_input *input)
{
    sel_weighting_outcome outcome = {0};
    sel_error err = {0};
    ck_assert_msg(sel_weighting_compute(sel_weighting_find(sel_str_of(method)), input, of->arena,
                                        &outcome, &err) == SEL_OK,
                  "%s: %s", of->id, err.message);
    return outcome;
}

static void check_value(const problem *of, const char *what, double found, double expected,
                        double tolerance)
{
    ck_assert_msg(fabs(found - expected) <= tolerance * fabs(expected), "%s, %s: %.15g, not %.15g",
                  of->id, what, found, expected);
}

static void check_list(const problem *of, const char *what, const double *found, double tolerance)
{
    json_t *expected = json_object_get(of->expected, what);
    ck_assert_msg(json_is_array(expected), "%s has no %s", of->id, what);
    for (size_t j = 0; j < json_array_size(expected); j++)
        check_value(of, what, found[j], json_number_value(json_array_get(expected, j)), tolerance);
}

/* A figure, where the case has it. */
static void check_figure(const problem *of, const char *what, const sel_weighting_outcome *outcome,
                         const char *name)
{
    const json_t *expected = json_object_get(of->expected, what);
    double found = 0;
    if (expected == NULL)
        return;
    ck_assert(sel_weighting_figure_find(outcome, name, &found));
    check_value(of, what, found, json_number_value(expected), exact);
}

/* A list of lists of numbers by rows, or by columns. */
static double *read_table(const problem *of, const json_t *rows, bool by_columns)
{
    size_t height = json_array_size(rows);
    size_t width = json_array_size(json_array_get(rows, 0));
    double *values = sel_arena_array(of->arena, height * width, sizeof *values);
    for (size_t i = 0; i < height; i++)
        for (size_t j = 0; j < width; j++)
            values[by_columns ? j * height + i : i * width + j] =
                json_number_value(json_array_get(json_array_get(rows, i), j));
    return values;
}

static sel_weighting_outcome weigh_judgements(const problem *of, const json_t *matrix,
                                              const char *method)
{
    uint32_t count = (uint32_t)json_array_size(matrix);
    const sel_judgements judgements = {
        .ratios = read_table(of, matrix, false), .persons = 1, .criteria = count};
    return weigh(of, method, &(sel_weighting_input){.criteria = count, .judgements = &judgements});
}

/* Scores of alternatives: weights of criteria times weights of alternatives under each. */
static void check_hierarchy(const problem *of)
{
    sel_weighting_outcome top =
        weigh_judgements(of, json_object_get(of->inputs, "criteria"), "ahp-eigenvector");
    json_t *below = json_object_get(of->inputs, "alternatives");
    double scores[4] = {0};
    for (size_t j = 0; j < json_array_size(below); j++) {
        sel_weighting_outcome one =
            weigh_judgements(of, json_array_get(below, j), "ahp-eigenvector");
        for (size_t i = 0; i < 4; i++)
            scores[i] += top.weights[j] * one.weights[i];
    }
    check_list(of, "scores_eigen", scores, exact);
}

static void check_ahp(const problem *of)
{
    const json_t *matrix = json_object_get(of->inputs, "matrix");
    if (matrix == NULL) {
        check_hierarchy(of);
        return;
    }
    sel_weighting_outcome outcome = weigh_judgements(of, matrix, "ahp-eigenvector");
    check_list(of, "weights", outcome.weights, exact);
    check_figure(of, "lambda_max", &outcome, "lambda_max");
    check_figure(of, "ci", &outcome, "consistency_index");
    check_figure(of, "cr_saaty", &outcome, "consistency_ratio");
    if (json_object_get(of->expected, "weights_geometric") == NULL)
        return;
    outcome = weigh_judgements(of, matrix, "ahp-geometric-mean");
    check_list(of, "weights_geometric", outcome.weights, exact);
}

/* The reference has √(8/15) to seven digits. */
static void check_incomplete(const problem *of)
{
    enum { N = 4 };
    double ratios[N * N] = {0};
    bool known[N * N] = {0};
    size_t k;
    json_t *said;
    for (uint32_t i = 0; i < N; i++) {
        ratios[i * N + i] = 1;
        known[i * N + i] = true;
    }
    json_array_foreach(json_object_get(of->inputs, "pairs"), k, said)
    {
        uint32_t i = (uint32_t)(json_string_value(json_array_get(said, 0))[0] - 'a');
        uint32_t j = (uint32_t)(json_string_value(json_array_get(said, 1))[0] - 'a');
        ratios[i * N + j] = json_number_value(json_array_get(said, 2));
        ratios[j * N + i] = 1 / ratios[i * N + j];
        known[i * N + j] = known[j * N + i] = true;
    }
    const sel_judgements judgements = {
        .ratios = ratios, .known = known, .persons = 1, .criteria = N};
    sel_weighting_outcome outcome = weigh(
        of, "ahp-eigenvector", &(sel_weighting_input){.criteria = N, .judgements = &judgements});
    check_list(of, "weights", outcome.weights, 2e-6);
    check_figure(of, "lambda_max", &outcome, "lambda_max");
}

/* The reference has the best point of a grid: its largest contradiction is above the least one. */
static void check_best_worst(const problem *of)
{
    double a[3];
    double b[3];
    for (size_t j = 0; j < 3; j++) {
        a[j] = json_number_value(json_array_get(json_object_get(of->inputs, "best_to_others"), j));
        b[j] = json_number_value(json_array_get(json_object_get(of->inputs, "others_to_worst"), j));
    }
    const sel_best_worst comparisons = {a, b, 3, 2, 0};
    sel_weighting_outcome outcome =
        weigh(of, "best-worst", &(sel_weighting_input){.criteria = 3, .best_worst = &comparisons});
    double xi = 1;
    ck_assert(sel_weighting_figure_find(&outcome, "xi", &xi));
    double on_grid = json_number_value(json_object_get(of->expected, "ksi"));
    ck_assert_double_lt(xi, on_grid);
    check_value(of, "ksi", xi, on_grid, .01);
    check_list(of, "weights", outcome.weights, 1e-3);
}

static void check_values(const problem *of, const char *method)
{
    json_t *rows = json_object_get(of->inputs, "matrix");
    json_t *types = json_object_get(of->inputs, "types");
    uint32_t criteria = (uint32_t)json_array_size(json_array_get(rows, 0));
    bool *cost = sel_arena_array(of->arena, criteria, sizeof *cost);
    for (uint32_t j = 0; j < criteria; j++)
        cost[j] = json_number_value(json_array_get(types, j)) < 0;
    const sel_decision_matrix matrix = {read_table(of, rows, true), (uint32_t)json_array_size(rows),
                                        criteria, cost};
    sel_weighting_outcome outcome =
        weigh(of, method, &(sel_weighting_input){.criteria = criteria, .matrix = &matrix});
    check_list(of, "weights", outcome.weights, exact);
}

static void check_critic(const problem *of)
{
    check_values(of, "critic");
}

static void check_entropy(const problem *of)
{
    check_values(of, "entropy");
}

static void check_deviation(const problem *of)
{
    check_values(of, "standard-deviation");
}

static void check_order(const problem *of)
{
    uint32_t count = (uint32_t)json_integer_value(json_object_get(of->inputs, "n"));
    uint32_t places[8];
    for (uint32_t j = 0; j < count; j++)
        places[j] = j + 1;
    sel_weighting_outcome outcome = weigh(
        of, "rank-order-centroid", &(sel_weighting_input){.criteria = count, .places = places});
    check_list(of, "weights", outcome.weights, exact);
}

static const struct checked {
    const char *method;
    void (*check)(const problem *of);
    uint32_t least; /* cases there are */
} methods[] = {
    {"ahp", check_ahp, 4},         {"ahp_incomplete", check_incomplete, 1},
    {"bwm", check_best_worst, 1},  {"critic", check_critic, 1},
    {"entropy", check_entropy, 1}, {"rank_order_centroid", check_order, 4},
    {"std", check_deviation, 1},
};

START_TEST(every_case_with_a_weighting_method)
{
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        uint32_t found = 0;
        size_t k;
        json_t *one;
        json_array_foreach(cases, k, one)
        {
            const char *method = json_string_value(json_object_get(one, "method"));
            if (strcmp(method, methods[i].method) != 0)
                continue;
            problem of = {.arena = sel_arena_create(),
                          .id = json_string_value(json_object_get(one, "id")),
                          .inputs = json_object_get(one, "inputs"),
                          .expected = json_object_get(one, "recomputed")};
            methods[i].check(&of);
            sel_arena_destroy(of.arena);
            found += 1;
        }
        ck_assert_msg(found >= methods[i].least, "%u cases of %s", found, methods[i].method);
    }
}
END_TEST

START_TEST(tables_of_the_random_index_are_as_printed)
{
    static const char *const names[][2] = {{"saaty", "saaty"},
                                           {"tummala-ling", "tummala_ling_1998"}};
    for (size_t i = 0; i < 2; i++) {
        const sel_random_index *table = sel_random_index_find(sel_str_of(names[i][0]));
        const json_t *printed = json_object_get(random_index, names[i][1]);
        ck_assert_uint_eq(json_array_size(printed), table->largest);
        for (size_t n = 0; n < table->largest; n++)
            ck_assert_double_eq(table->values[n], json_number_value(json_array_get(printed, n)));
    }
}
END_TEST

static json_t *load(const char *name)
{
    char path[MATERIAL_PATH_ROOM];
    json_error_t fault;
    if (!material_find(name, path))
        exit(MATERIAL_MISSING);
    json_t *loaded = json_load_file(path, 0, &fault);
    if (loaded == NULL) {
        printf("%s: %s\n", path, fault.text);
        exit(EXIT_FAILURE);
    }
    return loaded;
}

int main(void)
{
    cases = load("../reference/cases.json");
    random_index = load("../reference/ahp_random_index.json");
    const TTest *tests[] = {every_case_with_a_weighting_method,
                            tables_of_the_random_index_are_as_printed, NULL};
    int failed = run_tests("weighting corpus", tests);
    json_decref(cases);
    json_decref(random_index);
    return failed;
}
