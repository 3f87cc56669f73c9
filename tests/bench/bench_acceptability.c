/* Time and memory of SMAA-2 with everything it says: bench_acceptability [threads [line]]. Known
 * values take two rounds of N draws; when half of them are known within bounds it takes four, and
 * draws for confidence factors. Methods that are not additive get fewer draws by themselves. */
#include "selaras.h"

#include "seeded.h"
#include "stopwatch.h"

enum { CRITERIA = 8, REPEATS = 5 };

typedef struct bench_case {
    const char *method;
    uint32_t count;
    double width;
    uint32_t draws;
} bench_case;

static sel_uncertain_matrix make_matrix(const bench_case *of, sel_arena *arena)
{
    size_t size = (size_t)of->count * CRITERIA;
    double *low = sel_arena_array(arena, size, sizeof *low);
    double *high = sel_arena_array(arena, size, sizeof *high);
    uint64_t state = 42;
    for (size_t i = 0; i < size; i++) {
        low[i] = .1 + .9 * seeded_unit(&state) * (1 - of->width);
        high[i] = low[i] + (i % 2 == 0 ? of->width : 0);
    }
    return (sel_uncertain_matrix){
        .low = low, .high = high, .rows = of->count, .criteria = CRITERIA};
}

static void measure(const bench_case *of, int threads)
{
    sel_arena *arena = sel_arena_create();
    const double weights[CRITERIA] = {.125, .125, .125, .125, .125, .125, .125, .125};
    const sel_uncertain_matrix matrix = make_matrix(of, arena);
    const sel_acceptability_options options = {
        .method = sel_aggregation_find(sel_str_of(of->method)),
        .aggregation = {.weights = weights, .threads = threads},
        .draws = of->draws,
        .seed = 1,
    };
    moment took[REPEATS];
    sel_acceptability found = {0};
    for (int i = 0; i < REPEATS; i++) {
        sel_arena *result = sel_arena_create();
        moment start = moment_now();
        sel_error err = {0};
        if (sel_acceptability_compute(&matrix, &options, result, &found, &err) != SEL_OK) {
            printf("%s: %s\n", of->method, err.message);
            exit(EXIT_FAILURE);
        }
        took[i] = moment_since(start);
        sel_arena_destroy(result);
    }
    moment middle = median_moment(took, REPEATS);
    printf("%-16s %5u × %d  width %.1f  N %6u  wall %7.4f s  cpu %7.4f s  peak %5.1f MiB\n",
           of->method, of->count, CRITERIA, of->width, found.draws, middle.clock, middle.processor,
           peak_memory());
    sel_arena_destroy(arena);
}

int main(int argc, char **argv)
{
    int64_t threads = 2;
    int64_t only = 0;
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK ||
        (argc > 1 && !sel_number_integer(sel_str_of(argv[1]), &threads)) ||
        (argc > 2 && !sel_number_integer(sel_str_of(argv[2]), &only)))
        return EXIT_FAILURE;
    static const bench_case cases[] = {
        {"weighted-sum", 12, 0, 65536},   {"weighted-product", 12, 0, 65536},
        {"weighted-sum", 12, .1, 65536},  {"weighted-product", 12, .1, 65536},
        {"weighted-sum", 1000, 0, 16384}, {"weighted-sum", 1000, .1, 16384},
        {"copras", 12, 0, 65536},         {"electre-1", 12, 0, 65536},
        {"multimoora", 12, 0, 65536},     {"promethee", 12, 0, 65536},
        {"topsis", 12, 0, 65536},         {"vikor", 12, 0, 65536},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (only == 0 || (int64_t)i + 1 == only)
            measure(&cases[i], (int)threads);
    return EXIT_SUCCESS;
}
