/** bench_weighting.c - what weights cost at the size of a large table and of a large group.
 *
 *     bench_weighting [THREADS]
 *
 * Seeded numbers: 1,000,000 alternatives × 12 criteria for each method by values, and 50 × 50
 * judgements by 20 persons for AHP with both rules for groups. Medians of 5, seconds by the clock
 * and of all processors; the most memory. */
#include "selaras.h"

#include "seeded.h"
#include "stopwatch.h"

enum { RUNS = 5, ALTERNATIVES = 1000000, CRITERIA = 12, JUDGED = 50, PERSONS = 20 };

static void measure(const char *name, const char *what, const sel_weighting_input *input)
{
    moment took[RUNS];
    for (int run = 0; run < RUNS; run++) {
        sel_arena *arena = sel_arena_create();
        sel_weighting_outcome outcome = {0};
        sel_error err = {0};
        moment start = moment_now();
        sel_status status = sel_weighting_compute(sel_weighting_find(sel_str_of(name)), input,
                                                  arena, &outcome, &err);
        took[run] = moment_since(start);
        sel_arena_destroy(arena);
        if (status != SEL_OK) {
            fprintf(stderr, "bench_weighting: %s: %s\n", name, err.message);
            exit(EXIT_FAILURE);
        }
    }
    char label[64];
    snprintf(label, sizeof label, "%s%s", name, what);
    moment middle = median_moment(took, RUNS);
    printf("%-24s %7.4f s, %7.4f s of all processors\n", label, middle.clock, middle.processor);
}

/* Columns that follow each other to some degree, all above 0. */
static void measure_values(int threads)
{
    sel_arena *arena = sel_arena_create();
    double *values = sel_arena_array(arena, (size_t)ALTERNATIVES * CRITERIA, sizeof *values);
    uint64_t state = 1;
    for (size_t i = 0; i < ALTERNATIVES; i++) {
        double common = seeded_unit(&state);
        for (size_t j = 0; j < CRITERIA; j++)
            values[j * ALTERNATIVES + i] =
                seeded_unit(&state) + (double)j / CRITERIA * common + .01;
    }
    const sel_decision_matrix matrix = {values, ALTERNATIVES, CRITERIA, NULL};
    const sel_weighting_input input = {.criteria = CRITERIA, .matrix = &matrix, .threads = threads};
    static const char *const names[] = {"entropy", "critic", "standard-deviation", "pca",
                                        "pca-rotated"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        measure(names[i], "", &input);
    sel_arena_destroy(arena);
}

/* Weights that persons share, judged with errors of a factor of about 1.5. */
static void measure_judgements(void)
{
    sel_arena *arena = sel_arena_create();
    double *ratios = sel_arena_array(arena, (size_t)PERSONS * JUDGED * JUDGED, sizeof *ratios);
    uint64_t state = 2;
    for (uint32_t p = 0; p < PERSONS; p++)
        for (uint32_t i = 0; i < JUDGED; i++)
            for (uint32_t j = 0; j <= i; j++) {
                double error = i == j ? 1 : exp(.4 * seeded_normal(&state));
                double ratio = (1.0 + i % 9) / (1.0 + j % 9) * error;
                ratios[(p * JUDGED + i) * JUDGED + j] = ratio;
                ratios[(p * JUDGED + j) * JUDGED + i] = 1 / ratio;
            }
    sel_judgements judgements = {.ratios = ratios, .persons = PERSONS, .criteria = JUDGED};
    const sel_weighting_input input = {.criteria = JUDGED, .judgements = &judgements};
    measure("ahp-eigenvector", ", AIJ", &input);
    measure("ahp-geometric-mean", ", AIJ", &input);
    judgements.group = SEL_GROUP_PRIORITIES;
    measure("ahp-eigenvector", ", AIP", &input);
    sel_arena_destroy(arena);
}

int main(int argc, char **argv)
{
    int threads = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 2;
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK) {
        fprintf(stderr, "bench_weighting: %s\n", err.message);
        return EXIT_FAILURE;
    }
    measure_values(threads);
    measure_judgements();
    printf("%.0f MiB at most\n", peak_memory());
    return EXIT_SUCCESS;
}
