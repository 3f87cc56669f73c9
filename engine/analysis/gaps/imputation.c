#include "analysis/gaps/imputation.h"

#include "analysis/order.h"
#include "analysis/robustness/counter_random.h"
#include "domain/model.h"

#include <omp.h>
#include <stdlib.h>

/* Observed values of a criterion, ascending, so that the order of alternatives does not matter. */
typedef struct donors {
    const double *values;
    uint32_t count;
} donors;

typedef struct imputing {
    const sel_aggregation *method;
    const sel_incomplete_matrix *incomplete;
    sel_aggregation_options options; /* of one thread */
    donors donors[SEL_CRITERIA_MAX];
    uint64_t seed;
    uint32_t sets;
    uint32_t *ranks; /* row × sets + set */
    double *scores;
} imputing;

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static donors find_donors(const sel_incomplete_matrix *incomplete, uint32_t criterion,
                          sel_arena *arena)
{
    const sel_decision_matrix *matrix = &incomplete->matrix;
    double *values = sel_arena_array(arena, matrix->rows, sizeof *values);
    uint32_t count = 0;
    for (uint32_t i = 0; i < matrix->rows; i++)
        if (sel_is_known(incomplete, i, criterion))
            values[count++] = matrix->values[(size_t)criterion * matrix->rows + i];
    qsort(values, count, sizeof *values, by_value);
    return (donors){values, count};
}

/* Draw the missing cells of a criterion in a set: donor k of the set is a donor drawn at random,
 * and each cell takes one of them. */
static void draw_criterion(const imputing *of, uint32_t set, uint32_t criterion, double *values)
{
    const sel_incomplete_matrix *incomplete = of->incomplete;
    const donors *from = &of->donors[criterion];
    uint64_t stream = (uint64_t)set * SEL_CRITERIA_MAX + criterion;
    uint64_t pool = sel_random_stream(of->seed, SEL_RANDOM_DONORS, stream);
    uint64_t cells = sel_random_stream(of->seed, SEL_RANDOM_IMPUTED, stream);
    uint32_t rows = incomplete->matrix.rows;
    for (uint32_t i = 0; i < rows; i++) {
        if (sel_is_known(incomplete, i, criterion))
            continue;
        uint64_t key = incomplete->keys != NULL ? incomplete->keys[i] : i;
        uint32_t drawn = sel_random_below(cells, key, from->count);
        values[(size_t)criterion * rows + i] =
            from->values[sel_random_below(pool, drawn, from->count)];
    }
}

/* values: a copy of the table whose missing cells are drawn anew. */
static sel_status run_set(const imputing *of, uint32_t set, double *values, sel_arena *scratch,
                          sel_error *err)
{
    sel_decision_matrix matrix = of->incomplete->matrix;
    matrix.values = values;
    for (uint32_t j = 0; j < matrix.criteria; j++)
        if (of->donors[j].count > 0)
            draw_criterion(of, set, j, values);
    sel_arena_reset(scratch);
    sel_aggregation_outcome outcome;
    sel_status status = sel_aggregate(of->method, &matrix, &of->options, scratch, &outcome, err);
    for (uint32_t i = 0; status == SEL_OK && i < matrix.rows; i++) {
        of->ranks[(size_t)i * of->sets + set] = outcome.ranks[i];
        of->scores[(size_t)i * of->sets + set] = outcome.scores[i];
    }
    return status;
}

/* What is missing is 0 until it is drawn. */
static double *copy_known(const sel_incomplete_matrix *incomplete, sel_arena *arena)
{
    size_t cells = (size_t)incomplete->matrix.rows * incomplete->matrix.criteria;
    double *values = sel_arena_array(arena, cells, sizeof *values);
    for (size_t at = 0; at < cells; at++)
        values[at] = incomplete->known[at] ? incomplete->matrix.values[at] : 0;
    return values;
}

/* Each thread fills a table of its own, aggregated without further threads. */
static sel_status run_sets(const imputing *of, int threads, sel_error *err)
{
    uint32_t failed = of->sets;
    sel_error first = {.status = SEL_OK};
#pragma omp parallel num_threads(threads)
    {
        sel_arena *arena = sel_arena_create();
        sel_arena *scratch = sel_arena_create();
        double *values = copy_known(of->incomplete, arena);
        sel_error fault = {.status = SEL_OK};
#pragma omp for schedule(static)
        for (uint32_t set = 0; set < of->sets; set++) {
            sel_status status = run_set(of, set, values, scratch, &fault);
#pragma omp critical(sel_imputation_failure)
            if (status != SEL_OK && set < failed) {
                failed = set;
                first = fault;
            }
        }
        sel_arena_destroy(scratch);
        sel_arena_destroy(arena);
    }
    if (failed < of->sets)
        return sel_fail(err, first.status, "%s", first.message);
    return SEL_OK;
}

static int by_rank(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Smallest rank that `percent` of the sets reach. */
static uint32_t quantile(const uint32_t *sorted, uint32_t sets, uint32_t percent)
{
    return sorted[(percent * sets + 99) / 100 - 1];
}

static sel_imputed sum_up(const imputing *of, uint32_t row)
{
    uint32_t *ranks = of->ranks + (size_t)row * of->sets;
    const double *scores = of->scores + (size_t)row * of->sets;
    double sum = 0;
    for (uint32_t k = 0; k < of->sets; k++)
        sum += scores[k];
    qsort(ranks, of->sets, sizeof *ranks, by_rank);
    return (sel_imputed){
        .score = sum / of->sets,
        .rank_low = quantile(ranks, of->sets, 5),
        .rank_median = quantile(ranks, of->sets, 50),
        .rank_high = quantile(ranks, of->sets, 95),
    };
}

static sel_status check(const sel_decision_matrix *matrix, uint32_t sets, uint64_t seed,
                        sel_error *err)
{
    if (sets < SEL_IMPUTATION_LEAST || sets > SEL_IMPUTATION_SETS)
        return sel_fail(err, SEL_BAD_INPUT, "%u sets, not %d to %d", sets, SEL_IMPUTATION_LEAST,
                        SEL_IMPUTATION_SETS);
    if (seed == 0)
        return sel_fail(err, SEL_BAD_INPUT, "seed is 0");
    if ((uint64_t)sets * matrix->rows > SEL_IMPUTATION_MOST)
        return sel_fail(err, SEL_UNSUPPORTED, "%u sets of %u alternatives are more than %d rows",
                        sets, matrix->rows, SEL_IMPUTATION_MOST);
    if (matrix->criteria > SEL_CRITERIA_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "%u criteria, more than %d", matrix->criteria,
                        SEL_CRITERIA_MAX);
    return SEL_OK;
}

/* Donors of the criteria that have weight. */
static sel_status gather(imputing *of, sel_arena *scratch, uint64_t *cells, sel_error *err)
{
    const sel_decision_matrix *matrix = &of->incomplete->matrix;
    for (uint32_t j = 0; j < matrix->criteria; j++) {
        if (!(of->options.weights[j] > 0))
            continue;
        of->donors[j] = find_donors(of->incomplete, j, scratch);
        *cells += matrix->rows - of->donors[j].count;
        if (matrix->rows > 0 && of->donors[j].count == 0)
            return sel_fail(err, SEL_BAD_INPUT, "criterion %u: no alternative has a value", j + 1);
    }
    return SEL_OK;
}

sel_status sel_imputation_of(const sel_aggregation *method, const sel_incomplete_matrix *incomplete,
                             const sel_aggregation_options *options, uint32_t sets, uint64_t seed,
                             sel_arena *arena, sel_imputation *imputation, sel_error *err)
{
    sel_status status = check(&incomplete->matrix, sets, seed, err);
    if (status != SEL_OK)
        return status;
    sel_arena *scratch = sel_arena_create();
    uint32_t rows = incomplete->matrix.rows;
    size_t room = (size_t)sets * rows;
    imputing of = {
        .method = method,
        .incomplete = incomplete,
        .options = *options,
        .seed = seed,
        .sets = sets,
        .ranks = sel_arena_array(scratch, room, sizeof *of.ranks),
        .scores = sel_arena_array(scratch, room, sizeof *of.scores),
    };
    of.options.threads = 1;
    uint64_t cells = 0;
    uint64_t work = (uint64_t)room * incomplete->matrix.criteria;
    int threads = options->threads > 0 ? options->threads : omp_get_max_threads();
    status = gather(&of, scratch, &cells, err);
    if (status == SEL_OK)
        status = run_sets(&of, work < SEL_WORTH_THREADS ? 1 : threads, err);
    if (status == SEL_OK) {
        sel_imputed *alternatives = sel_arena_array(arena, rows, sizeof *alternatives);
        for (uint32_t i = 0; i < rows; i++)
            alternatives[i] = sum_up(&of, i);
        *imputation = (sel_imputation){alternatives, sets, cells, seed};
    }
    sel_arena_destroy(scratch);
    return status;
}
