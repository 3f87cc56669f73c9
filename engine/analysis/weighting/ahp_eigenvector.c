#include "analysis/weighting/ahp.h"

#include "analysis/weighting/completion.h"
#include "analysis/weighting/methods.h"

static sel_status priorities(const sel_judgement_matrix *matrix, double *weights,
                             double *eigenvalue, sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    size_t cells = (size_t)matrix->criteria * matrix->criteria;
    double *ratios = sel_arena_array(scratch, cells, sizeof *ratios);
    sel_status status = sel_complete_judgements(matrix, ratios, weights, eigenvalue, err);
    sel_arena_destroy(scratch);
    return status;
}

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    (void)arena;
    return sel_ahp_compute(priorities, input->judgements, outcome, err);
}

const sel_weighting sel_ahp_eigenvector = {
    .name = "ahp-eigenvector",
    .variant = "principal eigenvector; missing judgements as they make its eigenvalue smallest",
    .source = "Saaty 1977; Bozóki, Fülöp & Rónyai 2010",
    .need = SEL_WEIGHTING_JUDGEMENTS,
    .compute = compute,
};
