/** bench_aggregates.c - supply at every place, the spread over donors, the map of support against
 * need, and the episodes of the first fifty places, of a large register.
 *
 *     bench_aggregates [PROGRAMMES [crowded]]
 *
 * The register of generated_register.h, a third of its dates imprecise. `crowded`: all programmes
 * at one place. Prints the median of 5 runs per stage, by the clock and of the processors, and the
 * most memory before and after. */
#include "generated_register.h"
#include "stopwatch.h"

enum { RUNS = 5, TOP = 50, MOST_PROGRAMMES = 4000000 };

typedef enum stage { SUPPLY, SPREAD, MAP, EPISODES, STAGES } stage;

static const char *const stage_names[STAGES] = {"supply", "spread", "map", "episodes of 50 places"};

/* One run of all stages; what each took. */
static void run(const sel_study *study, const bool *counted, moment took[STAGES])
{
    sel_arena *arena = sel_arena_create();
    sel_needs needs = sel_needs_compute(study, arena);
    moment start = moment_now();
    sel_supplies supplies = sel_supply_compute(study, &needs, counted, arena);
    took[SUPPLY] = moment_since(start);
    start = moment_now();
    sel_fragmentation_compute(study, counted, TOP, arena);
    took[SPREAD] = moment_since(start);
    start = moment_now();
    sel_coverage_compute(study, &needs, &supplies, arena);
    took[MAP] = moment_since(start);
    start = moment_now();
    uint32_t first[TOP];
    uint32_t asked = supplies.count < TOP ? supplies.count : TOP;
    for (uint32_t i = 0; i < asked; i++)
        first[i] = i;
    sel_episodes_at(study, &supplies, counted, first, asked, SEL_POSSIBLE, arena);
    took[EPISODES] = moment_since(start);
    sel_arena_destroy(arena);
}

static void measure(const sel_study *study, const bool *counted)
{
    moment took[STAGES][RUNS];
    for (int i = 0; i < RUNS; i++) {
        moment of_run[STAGES];
        run(study, counted, of_run);
        for (int s = 0; s < STAGES; s++)
            took[s][i] = of_run[s];
    }
    for (int s = 0; s < STAGES; s++)
        print_moment(stage_names[s], median_moment(took[s], RUNS));
}

int main(int argc, char **argv)
{
    int64_t count = 100000;
    bool crowded = argc > 2 && strcmp(argv[2], "crowded") == 0;
    if ((argc > 1 && !sel_number_integer(sel_str_of(argv[1]), &count)) || (argc > 2 && !crowded) ||
        count < 1 || count > MOST_PROGRAMMES) {
        fprintf(stderr, "bench_aggregates [PROGRAMMES [crowded]]\n");
        return EXIT_FAILURE;
    }
    generated_source source = {
        .state = 20261120, .sets_known = 1, .imprecise = .33, .crowded = crowded};
    sel_model model = {.ordinal_supply = {0, .25, .5, 1, 1.5, 2}, .policies = sel_policies_usual()};
    sel_arena *arena = sel_arena_create();
    sel_study study = generated_register(&source, (uint32_t)count, &model, arena);
    bool *counted = sel_arena_array(arena, (size_t)count, sizeof *counted);
    memset(counted, true, (size_t)count);
    printf("%lld programmes, %llu places; %.0f MB before\n", (long long)count,
           (unsigned long long)generated_place_count(&study), peak_memory());
    measure(&study, counted);
    printf("%.0f MB at most\n", peak_memory());
    sel_arena_destroy(arena);
    return EXIT_SUCCESS;
}
