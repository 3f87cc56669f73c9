/** bench_statistics.c - what the statistics cost at the size of a large register.
 *
 *     bench_statistics
 *
 * Seeded numbers. Prints seconds by the clock and of all processors for each,
 * and the most memory. */
#include "selaras.h"

#include "analysis/robustness/counter_random.h"

#include "cost.h"

enum { MANY = 1000000, STATES = 193, CAPABILITIES = 28, INDICATORS = 33 };

static double uniform(uint64_t stream, uint64_t i)
{
    return sel_random_uniform(stream, i);
}

/* Priority ranks and support of the capabilities of each state, with ties: tau and p of all. */
static int kendall(const void *of)
{
    (void)of;
    for (uint64_t state = 0; state < STATES; state++) {
        int64_t ranks[CAPABILITIES];
        int64_t support[CAPABILITIES];
        for (uint64_t i = 0; i < CAPABILITIES; i++) {
            ranks[i] = (int64_t)(uniform(state, i) * 8);
            support[i] = (int64_t)(uniform(state, i + 100) * 20);
        }
        sel_kendall_test test;
        if (!sel_kendall_test_of(ranks, support, CAPABILITIES, 1, &test))
            return 1;
    }
    return 0;
}

static int kendall_many(const void *of)
{
    (void)of;
    sel_arena *arena = sel_arena_create();
    int64_t *a = sel_arena_array(arena, MANY, sizeof *a);
    int64_t *b = sel_arena_array(arena, MANY, sizeof *b);
    for (uint64_t i = 0; i < MANY; i++) {
        a[i] = (int64_t)(uniform(1, i) * 1e5);
        b[i] = (int64_t)(uniform(2, i) * 1e5);
    }
    sel_kendall found;
    bool done = sel_kendall_of(a, b, MANY, &found);
    sel_arena_destroy(arena);
    return done ? 0 : 1;
}

static int survival(const void *of)
{
    (void)of;
    sel_arena *arena = sel_arena_create();
    sel_followed *followed = sel_arena_array(arena, MANY, sizeof *followed);
    for (uint64_t i = 0; i < MANY; i++)
        followed[i] = (sel_followed){(uint32_t)(uniform(1, i) * 3000), uniform(2, i) < .5};
    sel_survival found;
    bool done = sel_survival_of(followed, MANY, arena, &found);
    sel_arena_destroy(arena);
    return done ? 0 : 1;
}

static int concentration(const void *of)
{
    (void)of;
    sel_arena *arena = sel_arena_create();
    int64_t *places = sel_arena_array(arena, MANY, sizeof *places);
    double *amounts = sel_arena_array(arena, MANY, sizeof *amounts);
    for (uint64_t i = 0; i < MANY; i++) {
        places[i] = (int64_t)(uniform(1, i) * 1e4);
        amounts[i] = uniform(2, i) * 1e6;
    }
    sel_concentration_index found;
    bool done = sel_concentration_index_of(places, amounts, MANY, &found);
    sel_arena_destroy(arena);
    return done ? 0 : 1;
}

static int correlations(const void *of)
{
    (void)of;
    sel_arena *arena = sel_arena_create();
    size_t cells = (size_t)MANY * INDICATORS;
    double *values = sel_arena_array(arena, cells, sizeof *values);
    bool *known = sel_arena_array(arena, cells, sizeof *known);
    for (uint64_t i = 0; i < cells; i++) {
        values[i] = uniform(1, i);
        known[i] = uniform(2, i) < .7;
    }
    sel_correlation matrix[INDICATORS * INDICATORS];
    sel_correlations_of(&(sel_value_table){values, known, MANY, INDICATORS}, matrix);
    sel_arena_destroy(arena);
    return matrix[1].available ? 0 : 1;
}

/* The index of 193 states, 1,999 times. */
static bool index_of_states(const void *data, const uint32_t *items, uint32_t count, double *value)
{
    const double *amounts = data;
    int64_t places[STATES];
    double drawn[STATES];
    for (uint32_t i = 0; i < count; i++) {
        places[i] = items[i] % 25;
        drawn[i] = amounts[items[i]];
    }
    sel_concentration_index found;
    if (!sel_concentration_index_of(places, drawn, count, &found))
        return false;
    *value = found.index;
    return true;
}

static int bootstrap(const void *of)
{
    (void)of;
    double amounts[STATES];
    for (uint64_t i = 0; i < STATES; i++)
        amounts[i] = uniform(1, i);
    sel_bootstrap found;
    sel_bootstrap_plan plan = {.items = STATES, .draws = 1999, .seed = 1};
    return sel_bootstrap_of(&plan, index_of_states, amounts, &found) ? 0 : 1;
}

int main(void)
{
    static const struct {
        const char *what;
        piece_of_work *work;
    } pieces[] = {
        {"tau and drawn p, 28 capabilities of 193 states", kendall},
        {"tau of 1,000,000 pairs", kendall_many},
        {"survival of 1,000,000", survival},
        {"concentration index of 1,000,000", concentration},
        {"bootstrap of the index of 193 states, 1,999 draws", bootstrap},
        {"correlations of 33 columns of 1,000,000 rows", correlations},
    };
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK)
        return EXIT_FAILURE;
    int failed = 0;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        cost of = cost_of(pieces[i].work, NULL);
        printf("%-50s %7.3f s %7.3f s of processors %6.0f MiB\n", pieces[i].what, of.clock,
               of.processor, of.memory);
        failed += of.code != 0;
    }
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
