#include "analysis/sensitivity/rank_reversal.h"

#include "analysis/order.h"

#include <omp.h>
#include <string.h>

/* What one thread drops alternatives from. */
typedef struct rest {
    double *values;  /* the matrix without one row */
    uint32_t *ranks; /* per row of the matrix, without it; that of the dropped one says nothing */
} rest;

/* All that is shared. */
typedef struct study {
    const sel_aggregation *method;
    const sel_decision_matrix *matrix;
    sel_aggregation_options options; /* of one thread */
    const uint32_t *before;          /* ranks of all alternatives */
} study;

static int order_of(const uint32_t *ranks, uint32_t a, uint32_t b)
{
    return (ranks[a] > ranks[b]) - (ranks[a] < ranks[b]);
}

static sel_status rank_rest(const study *of, uint32_t dropped, const rest *own, sel_arena *scratch,
                            sel_error *err)
{
    uint32_t rows = of->matrix->rows;
    uint32_t left = rows - 1;
    for (uint32_t j = 0; j < of->matrix->criteria; j++) {
        const double *from = of->matrix->values + (size_t)j * rows;
        double *to = own->values + (size_t)j * left;
        memcpy(to, from, dropped * sizeof *to);
        memcpy(to + dropped, from + dropped + 1, (left - dropped) * sizeof *to);
    }
    sel_decision_matrix matrix = *of->matrix;
    matrix.values = own->values;
    matrix.rows = left;
    sel_aggregation_outcome outcome;
    sel_status status = sel_aggregate(of->method, &matrix, &of->options, scratch, &outcome, err);
    for (uint32_t i = 0; status == SEL_OK && i < left; i++)
        own->ranks[i < dropped ? i : i + 1] = outcome.ranks[i];
    return status;
}

/* Adds the pair when its order is another one. */
static void compare(const study *of, const uint32_t *after, uint32_t a, uint32_t b,
                    sel_changed_pair *pairs, sel_dropped *result)
{
    int was = order_of(of->before, a, b);
    int is = order_of(after, a, b);
    if (was == is)
        return;
    result->changed += 1;
    result->reversed += was * is < 0 ? 1 : 0;
    if (result->pair_count < SEL_REVERSAL_PAIRS_MOST)
        pairs[result->pair_count++] = (sel_changed_pair){.ahead = was > 0 ? b : a,
                                                         .behind = was > 0 ? a : b,
                                                         .tied_before = was == 0,
                                                         .tied_after = is == 0};
}

/* Best rank of those that are left. */
static uint32_t best_of(const uint32_t *ranks, uint32_t rows, uint32_t dropped)
{
    uint32_t best = rows;
    for (uint32_t i = 0; i < rows; i++)
        best = i != dropped && ranks[i] < best ? ranks[i] : best;
    return best;
}

static bool first_changes(const study *of, const uint32_t *after, uint32_t dropped)
{
    uint32_t rows = of->matrix->rows;
    uint32_t best_before = best_of(of->before, rows, dropped);
    uint32_t best_after = best_of(after, rows, dropped);
    bool changes = false;
    for (uint32_t i = 0; i < rows; i++)
        changes =
            changes || (i != dropped && (of->before[i] == best_before) != (after[i] == best_after));
    return changes;
}

static void drop(const study *of, uint32_t dropped, const rest *own, sel_arena *scratch,
                 sel_changed_pair *pairs, sel_dropped *result, sel_error *fault)
{
    *result = (sel_dropped){.alternative = dropped};
    if (rank_rest(of, dropped, own, scratch, fault) != SEL_OK) {
        result->refused = true;
        return;
    }
    uint32_t rows = of->matrix->rows;
    for (uint32_t a = 0; a < rows; a++)
        for (uint32_t b = a + 1; a != dropped && b < rows; b++)
            if (b != dropped)
                compare(of, own->ranks, a, b, pairs, result);
    result->first_changes = first_changes(of, own->ranks, dropped);
}

/* Each alternative by one thread; arenas are the caller's thread's alone, so that pairs and reasons
 * are copied there afterwards. */
static void drop_all(const study *of, int threads, sel_dropped *dropped, sel_changed_pair *pairs,
                     sel_error *faults)
{
    uint32_t rows = of->matrix->rows;
#pragma omp parallel num_threads(threads)
    {
        sel_arena *kept = sel_arena_create();
        sel_arena *scratch = sel_arena_create();
        rest own = {
            .values = sel_arena_array(kept, (size_t)(rows - 1) * of->matrix->criteria,
                                      sizeof *own.values),
            .ranks = sel_arena_array(kept, rows, sizeof *own.ranks),
        };
#pragma omp for schedule(static)
        for (uint32_t i = 0; i < rows; i++) {
            sel_arena_reset(scratch);
            drop(of, i, &own, scratch, pairs + (size_t)i * SEL_REVERSAL_PAIRS_MOST, &dropped[i],
                 &faults[i]);
        }
        sel_arena_destroy(scratch);
        sel_arena_destroy(kept);
    }
}

/* Pairs and reasons of what was found, in arena, and how many alternatives they are of. */
static void tell(const sel_changed_pair *pairs, const sel_error *faults, sel_dropped *dropped,
                 sel_arena *arena, sel_rank_reversal *result)
{
    for (uint32_t i = 0; i < result->count; i++) {
        sel_dropped *of = &dropped[i];
        sel_changed_pair *own = sel_arena_array(arena, of->pair_count, sizeof *own);
        if (of->pair_count > 0)
            memcpy(own, pairs + (size_t)i * SEL_REVERSAL_PAIRS_MOST, of->pair_count * sizeof *own);
        of->pairs = own;
        if (of->refused)
            of->reason = sel_arena_copy(arena, faults[i].message, strlen(faults[i].message));
        result->changing += of->changed > 0 ? 1 : 0;
        result->reversing += of->reversed > 0 ? 1 : 0;
    }
}

sel_status sel_rank_reversal_of(const sel_aggregation *method, const sel_decision_matrix *matrix,
                                const sel_aggregation_options *options, sel_arena *arena,
                                sel_rank_reversal *reversal, sel_error *err)
{
    uint32_t rows = matrix->rows;
    if (rows > SEL_REVERSAL_ROWS_MOST)
        return sel_fail(err, SEL_UNSUPPORTED, "%u alternatives, more than %d to drop one by one",
                        rows, SEL_REVERSAL_ROWS_MOST);
    sel_arena *scratch = sel_arena_create();
    sel_aggregation_options alone = *options;
    alone.threads = 1;
    sel_aggregation_outcome all;
    sel_status status = sel_aggregate(method, matrix, &alone, scratch, &all, err);
    sel_rank_reversal result = {.method = method, .count = rows > 2 ? rows : 0};
    if (status == SEL_OK && result.count > 0) {
        sel_dropped *dropped = sel_arena_array(arena, rows, sizeof *dropped);
        sel_error *faults = sel_arena_array(scratch, rows, sizeof *faults);
        sel_changed_pair *pairs =
            sel_arena_array(scratch, (size_t)rows * SEL_REVERSAL_PAIRS_MOST, sizeof *pairs);
        const study of = {method, matrix, alone, all.ranks};
        uint64_t work = (uint64_t)rows * rows * matrix->criteria;
        int threads = options->threads > 0 ? options->threads : omp_get_max_threads();
        drop_all(&of, work < SEL_WORTH_THREADS ? 1 : threads, dropped, pairs, faults);
        tell(pairs, faults, dropped, arena, &result);
        result.dropped = dropped;
    }
    if (status == SEL_OK)
        *reversal = result;
    sel_arena_destroy(scratch);
    return status;
}
