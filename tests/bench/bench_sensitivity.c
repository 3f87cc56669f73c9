/* Time of Sobol indices of a ranking of 51 alternatives by 49 criteria, 10 factors, 4,096 base
 * points, 49,152 runs, 999 bootstrap samples: bench_sensitivity [threads]. Median of 5. Factors are
 * normalisation, aggregation, a criterion left out, data in six groups, weights; first with
 * methods that add up alone, then with TOPSIS and VIKOR too. */
#include "selaras.h"

#include "seeded.h"
#include "stopwatch.h"

enum { ROWS = 51, CRITERIA = 49, GROUPS = 6, REPEATS = 5, PLACES = 10 };

typedef struct table {
    double values[ROWS * CRITERIA];
    double low[ROWS * CRITERIA];
    double high[ROWS * CRITERIA];
    double weights[CRITERIA];
    uint32_t groups[CRITERIA];
} table;

static void draw(table *to)
{
    uint64_t state = 42;
    for (int j = 0; j < CRITERIA; j++) {
        to->weights[j] = 1. / CRITERIA;
        to->groups[j] = (uint32_t)j % GROUPS;
    }
    for (int at = 0; at < ROWS * CRITERIA; at++) {
        to->low[at] = 1 + seeded_unit(&state);
        to->high[at] = to->low[at] + .2 * seeded_unit(&state);
        to->values[at] = (to->low[at] + to->high[at]) / 2;
    }
}

static void measure(const char *name, const char *const *methods, uint32_t count, const table *of,
                    int threads)
{
    sel_sensitivity_study study = {
        .matrix = {of->values, ROWS, CRITERIA, NULL},
        .low = of->low,
        .high = of->high,
        .data_group = of->groups,
        .weights = of->weights,
        .weights_move = true,
        .leave_out = true,
        .aggregation_count = count,
        .normalisations = {sel_normalisation_find(SEL_STR("as-is")),
                           sel_normalisation_find(SEL_STR("sum")),
                           sel_normalisation_find(SEL_STR("vector"))},
        .normalisation_count = 3,
        .places = PLACES,
        .plan = {.base_points = 4096, .samples = 999, .seed = 1, .threads = threads},
    };
    for (uint32_t k = 0; k < count; k++)
        study.aggregations[k] = sel_aggregation_find(sel_str_of(methods[k]));
    moment took[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
        sel_arena *arena = sel_arena_create();
        sel_ranking_sensitivity found;
        sel_error err = {0};
        moment start = moment_now();
        if (sel_ranking_sensitivity_of(&study, arena, &found, &err) != SEL_OK) {
            printf("%s\n", err.message);
            exit(EXIT_FAILURE);
        }
        took[i] = moment_since(start);
        if (i == 0)
            printf("%u factors, %llu runs, %u of %u coordinates pseudo-random\n",
                   found.factor_count, (unsigned long long)found.indices.evaluations,
                   found.indices.pseudorandom, found.indices.coordinates);
        sel_arena_destroy(arena);
    }
    print_moment(name, median_moment(took, REPEATS));
}

int main(int argc, char **argv)
{
    int64_t threads = 2;
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK ||
        (argc > 1 && !sel_number_integer(sel_str_of(argv[1]), &threads)))
        return EXIT_FAILURE;
    static const char *const methods[] = {"weighted-sum", "weighted-product", "topsis", "vikor"};
    static table of;
    draw(&of);
    measure("sum and product", methods, 2, &of, (int)threads);
    measure("with TOPSIS, VIKOR", methods, 4, &of, (int)threads);
    printf("peak %.1f MiB\n", peak_memory());
    return EXIT_SUCCESS;
}
