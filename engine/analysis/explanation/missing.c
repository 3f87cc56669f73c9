#include "analysis/explanation/missing.h"

#include "analysis/explanation/filling.h"

#include <math.h>

static sel_status check(const sel_incomplete *incomplete, double limit, sel_error *err)
{
    const double *weights = incomplete->scoring.options->weights;
    double sum = 0;
    if (!(limit >= 0 && limit <= 1))
        return sel_fail(err, SEL_BAD_INPUT, "coverage limit %g is not between 0 and 1", limit);
    for (uint32_t j = 0; j < incomplete->scoring.matrix->criteria; j++) {
        if (!(weights[j] >= 0))
            return sel_fail(err, SEL_BAD_INPUT, "weight %u is %g, not between 0 and 1", j + 1,
                            weights[j]);
        sum += weights[j];
    }
    if (!(fabs(sum - 1) <= 1e-9))
        return sel_fail(err, SEL_BAD_INPUT, "weights sum to %.12g, not 1", sum);
    return SEL_OK;
}

static sel_status count_cells(const sel_incomplete *incomplete, double *coverage,
                              uint32_t *cells_of, uint32_t *lacking, sel_error *err)
{
    const sel_decision_matrix *matrix = incomplete->scoring.matrix;
    const double *weights = incomplete->scoring.options->weights;
    for (uint32_t j = 0; j < matrix->criteria; j++) {
        for (uint32_t i = 0; weights[j] > 0 && i < matrix->rows; i++) {
            bool known = sel_known(incomplete, i, j);
            coverage[i] += known ? weights[j] : 0;
            cells_of[i] += known ? 0 : 1;
            lacking[j] += known ? 0 : 1;
        }
        if (matrix->rows > 0 && lacking[j] == matrix->rows)
            return sel_fail(err, SEL_BAD_INPUT, "criterion %u: no alternative has a value", j + 1);
    }
    return SEL_OK;
}

static void split_rows(const double *coverage, uint32_t rows, double limit, sel_arena *arena,
                       sel_missing *missing)
{
    uint32_t *ranked = sel_arena_array(arena, rows, sizeof *ranked);
    uint32_t *apart = sel_arena_array(arena, rows, sizeof *apart);
    for (uint32_t i = 0; i < rows; i++)
        if (coverage[i] >= limit - 1e-9)
            ranked[missing->ranked_count++] = i;
        else
            apart[missing->apart_count++] = i;
    missing->ranked = ranked;
    missing->apart = apart;
}

static bool all_have(const sel_incomplete *incomplete, const sel_missing *missing,
                     uint32_t criterion)
{
    for (uint32_t k = 0; k < missing->ranked_count; k++)
        if (!sel_known(incomplete, missing->ranked[k], criterion))
            return false;
    return missing->ranked_count > 0;
}

static void find_common(const sel_incomplete *incomplete, sel_arena *arena, sel_missing *missing)
{
    const double *weights = incomplete->scoring.options->weights;
    uint32_t criteria = incomplete->scoring.matrix->criteria;
    bool *common = sel_arena_array(arena, criteria, sizeof *common);
    for (uint32_t j = 0; j < criteria; j++) {
        common[j] = weights[j] > 0 && all_have(incomplete, missing, j);
        missing->common_share += common[j] ? weights[j] : 0;
    }
    missing->common = common;
    missing->neighbours = missing->common_share >= SEL_COMMON_LEAST - 1e-9;
}

sel_status sel_missing_look(const sel_incomplete *incomplete, double limit, sel_arena *arena,
                            sel_missing *missing, sel_error *err)
{
    sel_status status = check(incomplete, limit, err);
    if (status != SEL_OK)
        return status;
    uint32_t rows = incomplete->scoring.matrix->rows;
    uint32_t criteria = incomplete->scoring.matrix->criteria;
    double *coverage = sel_arena_array(arena, rows, sizeof *coverage);
    uint32_t *cells_of = sel_arena_array(arena, rows, sizeof *cells_of);
    uint32_t *lacking = sel_arena_array(arena, criteria, sizeof *lacking);
    status = count_cells(incomplete, coverage, cells_of, lacking, err);
    if (status != SEL_OK)
        return status;
    sel_missing found = {.coverage = coverage, .cells_of = cells_of, .lacking = lacking};
    for (uint32_t j = 0; j < criteria; j++)
        found.cells += lacking[j];
    split_rows(coverage, rows, limit, arena, &found);
    find_common(incomplete, arena, &found);
    *missing = found;
    return SEL_OK;
}

sel_incomplete sel_missing_take(const sel_incomplete *incomplete, const uint32_t *rows,
                                uint32_t count, sel_arena *arena)
{
    const sel_decision_matrix *from = incomplete->scoring.matrix;
    size_t cells = (size_t)count * from->criteria;
    double *values = sel_arena_array(arena, cells, sizeof *values);
    bool *known = sel_arena_array(arena, cells, sizeof *known);
    uint64_t *keys = sel_arena_array(arena, count, sizeof *keys);
    sel_decision_matrix *matrix = sel_arena_array(arena, 1, sizeof *matrix);
    for (uint32_t k = 0; k < count; k++) {
        keys[k] = incomplete->keys != NULL ? incomplete->keys[rows[k]] : rows[k];
        for (uint32_t j = 0; j < from->criteria; j++) {
            known[(size_t)j * count + k] = sel_known(incomplete, rows[k], j);
            values[(size_t)j * count + k] = from->values[(size_t)j * from->rows + rows[k]];
        }
    }
    *matrix = (sel_decision_matrix){values, count, from->criteria, from->cost};
    sel_incomplete taken = *incomplete;
    taken.scoring.matrix = matrix;
    taken.known = known;
    taken.keys = keys;
    return taken;
}

sel_status sel_missing_rank_common(const sel_incomplete *incomplete, const sel_missing *missing,
                                   sel_arena *arena, sel_aggregation_outcome *outcome,
                                   sel_error *err)
{
    if (!(missing->common_share > 0))
        return sel_fail(err, SEL_REFUSED, "the ranked alternatives have no criterion in common");
    uint32_t criteria = incomplete->scoring.matrix->criteria;
    double *weights = sel_arena_array(arena, criteria, sizeof *weights);
    for (uint32_t j = 0; j < criteria; j++)
        if (missing->common[j])
            weights[j] = incomplete->scoring.options->weights[j] / missing->common_share;
    sel_incomplete taken =
        sel_missing_take(incomplete, missing->ranked, missing->ranked_count, arena);
    sel_aggregation_options options = *incomplete->scoring.options;
    options.weights = weights;
    taken.scoring.options = &options;
    sel_filling filling;
    sel_status status = sel_filling_make(&taken, arena, &filling, err);
    return status == SEL_OK ? sel_filling_aggregate(&filling, arena, outcome, err) : status;
}
