/* What bounds and imputation must keep, over seeded tables with missing cells, against every way to
 * fill the cells with the ends of their ranges. The trial's number is printed on failure and is its
 * seed. */
#include "random_scoring.h"

#include "check_suite.h"

#include <math.h>

enum { FILLINGS_MOST = 64, SETS = 20 };

static sel_incomplete_matrix incomplete_of(const trial *of)
{
    return (sel_incomplete_matrix){matrix_of(of), of->known, of->keys};
}

static sel_bounds_proof bounds_of(const trial *of, const sel_aggregation *method,
                                  sel_score_bounds *bounds, sel_arena *arena)
{
    const sel_incomplete_matrix incomplete = incomplete_of(of);
    const sel_aggregation_options options = {.weights = of->weights, .threads = 1};
    sel_filled_matrix filled;
    sel_error err = {0};
    ck_trial(sel_matrix_fill(&incomplete, of->weights, NULL, NULL, arena, &filled, &err) == SEL_OK,
             of, method);
    ck_trial(sel_score_bounds_of(method, &filled.bounds, &options, NULL, bounds, &err) == SEL_OK,
             of, method);
    return sel_score_bounds_proof(method, &filled.bounds, &options);
}

/* Least and most of the known values of the criterion of a cell. */
static void ends_of(const trial *of, uint32_t cell, double *least, double *most)
{
    *least = INFINITY;
    *most = -INFINITY;
    uint32_t first = cell / of->rows * of->rows;
    for (uint32_t at = first; at < first + of->rows; at++)
        if (of->known[at]) {
            *least = fmin(*least, of->values[at]);
            *most = fmax(*most, of->values[at]);
        }
}

static uint32_t missing_cells(const trial *of, uint32_t *cells)
{
    uint32_t count = 0;
    for (uint32_t at = 0; at < of->rows * of->criteria; at++)
        if (!of->known[at])
            cells[count++] = at;
    return count;
}

/* Widest bounds over all fillings of the cells with either end. */
static void enumerate(const trial *of, const sel_aggregation *method, const uint32_t *cells,
                      uint32_t count, sel_score_bounds *widest, sel_arena *arena)
{
    for (uint32_t i = 0; i < of->rows; i++)
        widest[i] = (sel_score_bounds){INFINITY, -INFINITY, UINT32_MAX, 0};
    for (uint32_t ends = 0; ends < UINT32_C(1) << count; ends++) {
        trial filled = *of;
        for (uint32_t k = 0; k < count; k++) {
            double least = 0;
            double most = 0;
            ends_of(of, cells[k], &least, &most);
            filled.values[cells[k]] = (ends >> k & 1) != 0 ? most : least;
        }
        const sel_decision_matrix matrix = matrix_of(&filled);
        const sel_aggregation_options options = {.weights = of->weights, .threads = 1};
        sel_aggregation_outcome outcome;
        sel_error err = {0};
        sel_arena_reset(arena);
        ck_trial(sel_aggregate(method, &matrix, &options, arena, &outcome, &err) == SEL_OK, of,
                 method);
        for (uint32_t i = 0; i < of->rows; i++) {
            widest[i].low = fmin(widest[i].low, outcome.scores[i]);
            widest[i].high = fmax(widest[i].high, outcome.scores[i]);
            uint32_t rank = outcome.ranks[i];
            widest[i].rank_low = rank < widest[i].rank_low ? rank : widest[i].rank_low;
            widest[i].rank_high = rank > widest[i].rank_high ? rank : widest[i].rank_high;
        }
    }
}

static void check_bounds(const trial *of, const sel_aggregation *method, sel_arena *arena)
{
    uint32_t cells[CELLS];
    uint32_t count = missing_cells(of, cells);
    sel_score_bounds found[ROWS_MOST];
    sel_score_bounds widest[ROWS_MOST];
    sel_arena_reset(arena);
    sel_bounds_proof proof = bounds_of(of, method, found, arena);
    if (UINT32_C(1) << count > FILLINGS_MOST)
        return;
    enumerate(of, method, cells, count, widest, arena);
    bool proven = proof != SEL_BOUNDS_ATTAINED;
    bool ranks_proven = proof == SEL_BOUNDS_PROVEN;
    for (uint32_t i = 0; i < of->rows; i++) {
        double slack = 1e-12 * fmax(1, fabs(widest[i].high));
        /* Both cases are among the fillings; where it is proven none goes beyond them. */
        ck_trial(found[i].low >= widest[i].low - slack && found[i].high <= widest[i].high + slack,
                 of, method);
        ck_trial(found[i].rank_low >= widest[i].rank_low, of, method);
        ck_trial(found[i].rank_high <= widest[i].rank_high, of, method);
        ck_trial(!proven || fabs(found[i].low - widest[i].low) <= slack, of, method);
        ck_trial(!proven || fabs(found[i].high - widest[i].high) <= slack, of, method);
        ck_trial(!ranks_proven || found[i].rank_low == widest[i].rank_low, of, method);
        ck_trial(!ranks_proven || found[i].rank_high == widest[i].rank_high, of, method);
    }
}

/* The same for 1 and 2 threads and for any order; within the bounds where these are proven. */
static void check_imputation(const trial *of, const sel_aggregation *method, sel_arena *arena)
{
    const trial turned = reversed(of);
    const sel_incomplete_matrix given[] = {incomplete_of(of), incomplete_of(of),
                                           incomplete_of(&turned)};
    const int threads[] = {1, of->seed % THREADED == 0 ? 2 : 1, 1};
    sel_imputation found[3];
    sel_score_bounds bounds[ROWS_MOST];
    sel_error err = {0};
    sel_arena_reset(arena);
    for (int k = 0; k < 3; k++) {
        const sel_aggregation_options options = {.weights = of->weights, .threads = threads[k]};
        ck_trial(sel_imputation_of(method, &given[k], &options, SETS, of->seed, arena, &found[k],
                                   &err) == SEL_OK,
                 of, method);
    }
    sel_bounds_proof proof = bounds_of(of, method, bounds, arena);
    bool proven = proof != SEL_BOUNDS_ATTAINED;
    bool ranks_proven = proof == SEL_BOUNDS_PROVEN;
    for (uint32_t i = 0; i < of->rows; i++) {
        const sel_imputed *one = &found[0].alternatives[i];
        ck_trial(memcmp(one, &found[1].alternatives[i], sizeof *one) == 0, of, method);
        ck_trial(memcmp(one, &found[2].alternatives[of->rows - 1 - i], sizeof *one) == 0, of,
                 method);
        ck_trial(one->rank_low <= one->rank_median && one->rank_median <= one->rank_high, of,
                 method);
        double slack = 1e-12 * fmax(1, fabs(bounds[i].high));
        ck_trial(!proven ||
                     (one->score >= bounds[i].low - slack && one->score <= bounds[i].high + slack),
                 of, method);
        ck_trial(!ranks_proven ||
                     (one->rank_low >= bounds[i].rank_low && one->rank_high <= bounds[i].rank_high),
                 of, method);
    }
}

static void for_every_method(void (*holds)(const trial *, const sel_aggregation *, sel_arena *),
                             uint64_t trials)
{
    uint32_t count = 0;
    const sel_aggregation *const *methods = sel_aggregations(&count);
    sel_arena *arena = sel_arena_create();
    for (uint64_t seed = 1; seed <= trials; seed++) {
        const trial of = draw_trial(seed);
        for (uint32_t k = 0; k < count; k++)
            holds(&of, methods[k], arena);
    }
    sel_arena_destroy(arena);
}

START_TEST(bounds)
{
    for_every_method(check_bounds, TRIALS);
}
END_TEST

START_TEST(imputation)
{
    for_every_method(check_imputation, TRIALS);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {bounds, imputation, NULL};
    return run_tests("missing properties", tests);
}
