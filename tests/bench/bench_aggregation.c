/* Time of every aggregation of its table, with ranks: bench_aggregation [alternatives [threads
 * [method]]], a method alone so that the memory is its own. Eight criteria of seeded values, half
 * of them costs; PROMETHEE with its five shapes of straight lines. Methods that compare pairs get
 * 5,000 alternatives. After all methods the same by numpy, where Debian has it installed
 * (yardstick.py). */
#include "selaras.h"

#include "seeded.h"
#include "stopwatch.h"

enum { CRITERIA = 8, REPEATS = 5, FEW = 5000 };

static void measure(const sel_aggregation *method, const double *values, uint32_t rows, int threads)
{
    static const double weights[CRITERIA] = {.2, .05, .1, .15, .125, .125, .05, .2};
    static const bool cost[CRITERIA] = {false, true, false, true, false, true, false, true};
    static const double shape[CRITERIA] = {0, 1, 2, 3, 4, 4, 2, 4};
    static const double q[CRITERIA] = {0, 5, 0, 5, 5, 10, 0, 1};
    static const double p[CRITERIA] = {0, 0, 40, 30, 30, 50, 20, 60};
    sel_decision_matrix matrix = {values, rows, CRITERIA, cost};
    sel_aggregation_options options = {.weights = weights, .threads = threads};
    if (strcmp(method->name, "promethee") == 0) {
        options.parameters[SEL_PROMETHEE_SHAPE] = shape;
        options.parameters[SEL_PROMETHEE_Q] = q;
        options.parameters[SEL_PROMETHEE_P] = p;
    }
    moment took[REPEATS];
    size_t kept = 0;
    for (int i = 0; i < REPEATS; i++) {
        sel_arena *arena = sel_arena_create();
        sel_aggregation_outcome outcome = {0};
        sel_error err = {0};
        moment start = moment_now();
        if (sel_aggregate(method, &matrix, &options, arena, &outcome, &err) != SEL_OK) {
            printf("%s\n", err.message);
            exit(EXIT_FAILURE);
        }
        took[i] = moment_since(start);
        kept = sel_arena_bytes(arena);
        sel_arena_destroy(arena);
    }
    moment median = median_moment(took, REPEATS);
    printf("%-18s %8u alternatives  wall %7.4f s  cpu %7.4f s  result %3zu MiB  peak %4.0f MiB\n",
           method->name, rows, median.clock, median.processor, kept >> 20, peak_memory());
}

/* Weighted sum and TOPSIS by numpy, in the same run. */
static void measure_numpy(uint32_t rows)
{
    char command[1024];
    fflush(stdout);
    snprintf(command, sizeof command,
             "/usr/bin/python3 '%s/tests/bench/yardstick.py' %u 2>/dev/null", SELARAS_SOURCE_DIR,
             rows);
    if (system(command) != 0)
        printf("numpy is not there to be measured\n");
}

int main(int argc, char **argv)
{
    int64_t rows = 1000000;
    int64_t threads = 2;
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK || (argc > 1 && !sel_number_integer(sel_str_of(argv[1]), &rows)) ||
        (argc > 2 && !sel_number_integer(sel_str_of(argv[2]), &threads)) || rows < 1)
        return EXIT_FAILURE;
    sel_arena *arena = sel_arena_create();
    double *values = sel_arena_array(arena, (size_t)rows * CRITERIA, sizeof *values);
    uint64_t state = 42;
    for (size_t i = 0; i < (size_t)rows * CRITERIA; i++)
        values[i] = 1 + 99 * seeded_unit(&state);
    uint32_t count = 0;
    const sel_aggregation *const *methods = sel_aggregations(&count);
    for (uint32_t k = 0; k < count; k++) {
        if (argc > 3 && strcmp(methods[k]->name, argv[3]) != 0)
            continue;
        bool pairs = strcmp(methods[k]->name, "electre-1") == 0;
        measure(methods[k], values, pairs && rows > FEW ? FEW : (uint32_t)rows, (int)threads);
    }
    sel_arena_destroy(arena);
    if (argc <= 3)
        measure_numpy((uint32_t)rows);
    return EXIT_SUCCESS;
}
