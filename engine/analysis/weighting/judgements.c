#include "analysis/weighting/judgements.h"

#include "analysis/normalisation/column.h"

#include <math.h>

static size_t cell(uint32_t criteria, uint32_t i, uint32_t j)
{
    return (size_t)i * criteria + j;
}

bool sel_judgement_known(const sel_judgement_matrix *matrix, uint32_t i, uint32_t j)
{
    return i == j || matrix->known == NULL || matrix->known[cell(matrix->criteria, i, j)];
}

bool sel_judgements_complete(const sel_judgement_matrix *matrix)
{
    for (uint32_t i = 0; i < matrix->criteria; i++)
        for (uint32_t j = 0; j < i; j++)
            if (!sel_judgement_known(matrix, i, j))
                return false;
    return true;
}

sel_judgement_matrix sel_judgements_of(const sel_judgements *judgements, uint32_t person)
{
    size_t cells = (size_t)judgements->criteria * judgements->criteria;
    return (sel_judgement_matrix){
        .ratios = judgements->ratios + person * cells,
        .known = judgements->known == NULL ? NULL : judgements->known + person * cells,
        .criteria = judgements->criteria};
}

static sel_status check_pair(const sel_judgement_matrix *matrix, uint32_t person, uint32_t i,
                             uint32_t j, sel_error *err)
{
    if (sel_judgement_known(matrix, i, j) != sel_judgement_known(matrix, j, i))
        return sel_fail(err, SEL_BAD_INPUT, "person %u judged criterion %u beside %u on one side",
                        person + 1, i + 1, j + 1);
    if (!sel_judgement_known(matrix, i, j))
        return SEL_OK;
    double ratio = matrix->ratios[cell(matrix->criteria, i, j)];
    double inverse = matrix->ratios[cell(matrix->criteria, j, i)];
    if (!(ratio >= SEL_JUDGEMENT_LEAST && ratio <= 1 / SEL_JUDGEMENT_LEAST))
        return sel_fail(err, SEL_BAD_INPUT,
                        "person %u, criterion %u beside %u: %g is not a ratio from %g to %g",
                        person + 1, i + 1, j + 1, ratio, SEL_JUDGEMENT_LEAST,
                        1 / SEL_JUDGEMENT_LEAST);
    if (!(fabs(ratio * inverse - 1) <= SEL_RECIPROCAL_TOLERANCE))
        return sel_fail(err, SEL_BAD_INPUT,
                        "person %u, criteria %u and %u: %.12g and %.12g are not reciprocal",
                        person + 1, i + 1, j + 1, ratio, inverse);
    return SEL_OK;
}

static sel_status check_person(const sel_judgements *judgements, uint32_t person, sel_error *err)
{
    sel_judgement_matrix matrix = sel_judgements_of(judgements, person);
    for (uint32_t i = 0; i < matrix.criteria; i++)
        for (uint32_t j = 0; j <= i; j++) {
            sel_status status = check_pair(&matrix, person, i, j, err);
            if (status != SEL_OK)
                return status;
        }
    return SEL_OK;
}

sel_status sel_judgements_check(const sel_judgements *judgements, sel_error *err)
{
    if (judgements->persons == 0)
        return sel_fail(err, SEL_BAD_INPUT, "nobody judged");
    for (uint32_t person = 0; person < judgements->persons; person++) {
        sel_status status = check_person(judgements, person, err);
        if (status != SEL_OK)
            return status;
    }
    return SEL_OK;
}

/* Mean of the logarithms of one judgement; false when nobody made it. logarithms has room for one
 * of each person. */
static bool mean_logarithm(const sel_judgements *judgements, uint32_t i, uint32_t j,
                           double *logarithms, double *mean)
{
    uint32_t made = 0;
    for (uint32_t person = 0; person < judgements->persons; person++) {
        sel_judgement_matrix one = sel_judgements_of(judgements, person);
        if (!sel_judgement_known(&one, i, j))
            continue;
        logarithms[made++] = log(one.ratios[cell(one.criteria, i, j)]);
    }
    if (made > 0)
        *mean = sel_column_sum(logarithms, made) / made;
    return made > 0;
}

sel_judgement_matrix sel_judgements_mean(const sel_judgements *judgements, sel_arena *arena)
{
    uint32_t count = judgements->criteria;
    double *ratios = sel_arena_array(arena, (size_t)count * count, sizeof *ratios);
    bool *known = sel_arena_array(arena, (size_t)count * count, sizeof *known);
    double *logarithms = sel_arena_array(arena, judgements->persons, sizeof *logarithms);
    for (uint32_t i = 0; i < count; i++) {
        ratios[cell(count, i, i)] = 1;
        known[cell(count, i, i)] = true;
        for (uint32_t j = 0; j < i; j++) {
            double mean = 0;
            if (!mean_logarithm(judgements, i, j, logarithms, &mean))
                continue;
            ratios[cell(count, i, j)] = exp(mean);
            ratios[cell(count, j, i)] = exp(-mean);
            known[cell(count, i, j)] = known[cell(count, j, i)] = true;
        }
    }
    return (sel_judgement_matrix){ratios, known, count};
}

uint32_t sel_judgements_unconnected(const sel_judgement_matrix *matrix)
{
    uint32_t count = matrix->criteria;
    sel_arena *scratch = sel_arena_create();
    uint32_t *waiting = sel_arena_array(scratch, count, sizeof *waiting);
    bool *reached = sel_arena_array(scratch, count, sizeof *reached);
    uint32_t waiting_count = 1; /* criterion 0 waits */
    reached[0] = true;
    while (waiting_count > 0) {
        uint32_t i = waiting[--waiting_count];
        for (uint32_t j = 0; j < count; j++)
            if (!reached[j] && sel_judgement_known(matrix, i, j)) {
                reached[j] = true;
                waiting[waiting_count++] = j;
            }
    }
    uint32_t first = 0;
    while (first < count && reached[first])
        first++;
    sel_arena_destroy(scratch);
    return first;
}
