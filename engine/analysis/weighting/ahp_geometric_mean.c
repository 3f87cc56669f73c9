#include "analysis/weighting/ahp.h"

#include "analysis/weighting/completion.h"
#include "analysis/weighting/log_least_squares.h"
#include "analysis/weighting/methods.h"

/* The eigenvalue is a fact of the judgements, not of the way weights are made of them. */
static sel_status priorities(const sel_judgement_matrix *matrix, double *weights,
                             double *eigenvalue, sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    size_t cells = (size_t)matrix->criteria * matrix->criteria;
    double *ratios = sel_arena_array(scratch, cells, sizeof *ratios);
    double *vector = sel_arena_array(scratch, matrix->criteria, sizeof *vector);
    sel_status status = sel_complete_judgements(matrix, ratios, vector, eigenvalue, err);
    if (status == SEL_OK)
        status = sel_log_least_squares(matrix, weights, err);
    sel_arena_destroy(scratch);
    return status;
}

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    (void)arena;
    return sel_ahp_compute(priorities, input->judgements, outcome, err);
}

const sel_weighting sel_ahp_geometric_mean = {
    .name = "ahp-geometric-mean",
    .variant = "geometric mean of each row; with judgements missing, least squares of logarithms",
    .source = "Crawford & Williams 1985; Bozóki, Fülöp & Rónyai 2010",
    .need = SEL_WEIGHTING_JUDGEMENTS,
    .compute = compute,
};
