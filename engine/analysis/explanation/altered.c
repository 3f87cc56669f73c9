#include "analysis/explanation/altered.h"

#include "analysis/order.h"

#include <string.h>

sel_altered sel_altered_begin(const sel_scoring *scoring, uint32_t row, int threads)
{
    const sel_decision_matrix *matrix = scoring->matrix;
    size_t cells = (size_t)matrix->rows * matrix->criteria;
    sel_altered altered = {
        .scoring = scoring,
        .values = sel_memory_resize(NULL, cells, sizeof *altered.values),
        .row = row,
        .threads = cells < SEL_WORTH_THREADS ? 1 : threads,
        .scratch = sel_arena_create(),
    };
    memcpy(altered.values, matrix->values, cells * sizeof *altered.values);
    return altered;
}

void sel_altered_end(sel_altered *altered)
{
    sel_memory_resize(altered->values, 0, 0);
    sel_arena_destroy(altered->scratch);
}

sel_status sel_altered_aggregate(sel_altered *altered, sel_aggregation_outcome *outcome,
                                 sel_error *err)
{
    sel_decision_matrix matrix = *altered->scoring->matrix;
    matrix.values = altered->values;
    sel_aggregation_options options = *altered->scoring->options;
    options.threads = altered->threads;
    sel_error fault = {.status = SEL_OK};
    sel_arena_reset(altered->scratch);
    sel_status status = sel_aggregate(altered->scoring->method, &matrix, &options, altered->scratch,
                                      outcome, &fault);
    if (status != SEL_OK)
        return sel_fail(err, status, "with other values for alternative %u: %s", altered->row + 1,
                        fault.message);
    return SEL_OK;
}

sel_status sel_scoring_check(const sel_scoring *scoring, uint32_t row, sel_arena *arena,
                             sel_aggregation_outcome *outcome, sel_error *err)
{
    sel_status status =
        sel_aggregate(scoring->method, scoring->matrix, scoring->options, arena, outcome, err);
    if (status == SEL_OK && row >= scoring->matrix->rows)
        return sel_fail(err, SEL_BAD_INPUT, "alternative %u of %u", row + 1, scoring->matrix->rows);
    return status;
}
