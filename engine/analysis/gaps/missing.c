#include "analysis/gaps/missing.h"

#include "analysis/aggregation/aggregation.h"

static sel_status check(const sel_incomplete_matrix *incomplete, const double *weights,
                        double limit, sel_error *err)
{
    if (!(limit >= 0 && limit <= 1))
        return sel_fail(err, SEL_BAD_INPUT, "coverage limit %g is not between 0 and 1", limit);
    return sel_weights_check(weights, incomplete->matrix.criteria, err);
}

static void count_cells(const sel_incomplete_matrix *incomplete, const double *weights,
                        double *coverage, uint32_t *cells_of, uint32_t *lacking)
{
    const sel_decision_matrix *matrix = &incomplete->matrix;
    for (uint32_t j = 0; j < matrix->criteria; j++)
        for (uint32_t i = 0; weights[j] > 0 && i < matrix->rows; i++) {
            bool known = sel_is_known(incomplete, i, j);
            coverage[i] += known ? weights[j] : 0;
            cells_of[i] += known ? 0 : 1;
            lacking[j] += known ? 0 : 1;
        }
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

static bool all_have(const sel_incomplete_matrix *incomplete, const sel_missing *missing,
                     uint32_t criterion)
{
    for (uint32_t k = 0; k < missing->ranked_count; k++)
        if (!sel_is_known(incomplete, missing->ranked[k], criterion))
            return false;
    return missing->ranked_count > 0;
}

static void find_common(const sel_incomplete_matrix *incomplete, const double *weights,
                        sel_arena *arena, sel_missing *missing)
{
    uint32_t criteria = incomplete->matrix.criteria;
    bool *common = sel_arena_array(arena, criteria, sizeof *common);
    for (uint32_t j = 0; j < criteria; j++) {
        common[j] = weights[j] > 0 && all_have(incomplete, missing, j);
        missing->common_share += common[j] ? weights[j] : 0;
    }
    missing->common = common;
    missing->neighbours = missing->common_share >= SEL_COMMON_LEAST - 1e-9;
}

sel_status sel_missing_look(const sel_incomplete_matrix *incomplete, const double *weights,
                            double limit, sel_arena *arena, sel_missing *missing, sel_error *err)
{
    sel_status status = check(incomplete, weights, limit, err);
    if (status != SEL_OK)
        return status;
    uint32_t rows = incomplete->matrix.rows;
    uint32_t criteria = incomplete->matrix.criteria;
    double *coverage = sel_arena_array(arena, rows, sizeof *coverage);
    uint32_t *cells_of = sel_arena_array(arena, rows, sizeof *cells_of);
    uint32_t *lacking = sel_arena_array(arena, criteria, sizeof *lacking);
    count_cells(incomplete, weights, coverage, cells_of, lacking);
    sel_missing found = {.coverage = coverage, .cells_of = cells_of, .lacking = lacking};
    for (uint32_t j = 0; j < criteria; j++)
        found.cells += lacking[j];
    split_rows(coverage, rows, limit, arena, &found);
    find_common(incomplete, weights, arena, &found);
    *missing = found;
    return SEL_OK;
}

sel_status sel_missing_common_weights(const sel_missing *missing, const double *weights,
                                      uint32_t criteria, double *common, sel_error *err)
{
    if (!(missing->common_share > 0))
        return sel_fail(err, SEL_REFUSED, "the ranked alternatives have no criterion in common");
    for (uint32_t j = 0; j < criteria; j++)
        common[j] = missing->common[j] ? weights[j] / missing->common_share : 0;
    return SEL_OK;
}
