/* Time of a ranking with all its intervals: bench_ranking [threads [alternatives]]. Data are
 * seeded; half of the values are intervals in the second line of each size. */
#include "selaras.h"

#include "seeded.h"
#include "stopwatch.h"

enum { CRITERIA = 4, REPEATS = 5 };

static void measure(uint32_t count, double width, int threads)
{
    sel_arena *arena = sel_arena_create();
    double *low = sel_arena_array(arena, (size_t)count * CRITERIA, sizeof *low);
    double *high = sel_arena_array(arena, (size_t)count * CRITERIA, sizeof *high);
    uint64_t state = 42;
    for (size_t i = 0; i < (size_t)count * CRITERIA; i++) {
        low[i] = seeded_unit(&state) * (1 - width);
        high[i] = low[i] + (i % 2 == 0 ? width : 0);
    }
    const double weights[CRITERIA] = {0.25, 0.25, 0.25, 0.25};
    const sel_alternatives alternatives = {low, high, count, CRITERIA};
    const sel_ranking_options options = {.method =
                                             sel_ranking_method_find(SEL_STR("weighted-product")),
                                         .weights = weights,
                                         .floor = 0.01,
                                         .draws = 65536,
                                         .seed = 1,
                                         .threads = threads};
    moment best = {INFINITY, INFINITY};
    sel_ranking ranking = {0};
    for (int i = 0; i < REPEATS; i++) {
        sel_arena *result = sel_arena_create();
        moment start = moment_now();
        sel_error err = {0};
        if (sel_ranking_compute(&alternatives, &options, result, &ranking, &err) != SEL_OK) {
            printf("%s\n", err.message);
            exit(EXIT_FAILURE);
        }
        moment took = moment_since(start);
        best.clock = fmin(took.clock, best.clock);
        best.processor = fmin(took.processor, best.processor);
        sel_arena_destroy(result);
    }
    printf("%7u alternatives  width %.1f  N %6u  wall %8.4f s  cpu %8.4f s  spread %.1e\n", count,
           width, ranking.draws, best.clock, best.processor, ranking.spread);
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
    static const uint32_t counts[] = {12, 100, 1000};
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        uint32_t count = only > 0 ? (uint32_t)only : counts[i];
        measure(count, 0, (int)threads);
        measure(count, 0.1, (int)threads);
        if (only > 0)
            break;
    }
    return EXIT_SUCCESS;
}
