#include "analysis/weighting/ahp.h"

#include "analysis/normalisation/column.h"
#include "analysis/weighting/methods.h"

#include <math.h>

/* Weights of the persons whose judgements connect all criteria, and how consistent these are. */
typedef struct persons {
    double *weights; /* per person with weights */
    double *parts;   /* one of each person, to be added up whatever the order of persons */
    uint32_t count;
    double worst_index; /* largest consistency index */
} persons;

static double consistency_index(double eigenvalue, uint32_t criteria)
{
    return criteria < 3 ? 0 : fmax(0, (eigenvalue - criteria) / (criteria - 1.0));
}

static sel_status not_connected(uint32_t person, uint32_t criterion, sel_error *err)
{
    if (person == 0)
        return sel_fail(err, SEL_BAD_INPUT,
                        "no chain of judgements connects criterion %u with criterion 1",
                        criterion + 1);
    return sel_fail(err, SEL_BAD_INPUT,
                    "person %u: no chain of judgements connects criterion %u with criterion 1",
                    person, criterion + 1);
}

/* A person alone needs connected judgements only where weights of persons make those of the
 * group. */
static sel_status weigh_persons(sel_priorities *priorities, const sel_judgements *judgements,
                                persons *all, sel_error *err)
{
    for (uint32_t person = 0; person < judgements->persons; person++) {
        sel_judgement_matrix one = sel_judgements_of(judgements, person);
        uint32_t apart = sel_judgements_unconnected(&one);
        if (apart < one.criteria && judgements->group == SEL_GROUP_PRIORITIES)
            return not_connected(person + 1, apart, err);
        if (apart < one.criteria)
            continue;
        double eigenvalue = 0;
        double *weights = all->weights + (size_t)all->count * one.criteria;
        sel_status status = priorities(&one, weights, &eigenvalue, err);
        if (status != SEL_OK)
            return status;
        all->count += 1;
        all->worst_index = fmax(all->worst_index, consistency_index(eigenvalue, one.criteria));
    }
    return SEL_OK;
}

/* Geometric mean of the persons' weights. */
static sel_status mean_weights(const persons *all, uint32_t criteria, double *weights,
                               sel_error *err)
{
    for (uint32_t j = 0; j < criteria; j++) {
        for (uint32_t person = 0; person < all->count; person++)
            all->parts[person] = log(all->weights[(size_t)person * criteria + j]);
        weights[j] = exp(sel_column_sum(all->parts, all->count) / all->count);
    }
    return sel_weights_scale(weights, criteria, "the persons' weights are too small", err);
}

/* With d_j = ln w_j of the person − ln w_j of the group, Σ over pairs (d_i − d_j)² = n·Σ d² −
 * (Σ d)², and n times Σ (d − mean d)² is that without cancellation. */
static double disagreement(const persons *all, uint32_t criteria, const double *weights)
{
    for (uint32_t person = 0; person < all->count; person++) {
        const double *own = all->weights + (size_t)person * criteria;
        double mean = 0;
        for (uint32_t j = 0; j < criteria; j++)
            mean += log(own[j] / weights[j]) / criteria;
        double squares = 0;
        for (uint32_t j = 0; j < criteria; j++) {
            double away = log(own[j] / weights[j]) - mean;
            squares += away * away;
        }
        all->parts[person] = squares;
    }
    double pairs = (criteria - 1) / 2.0; /* n(n − 1)/2 of them, by n */
    return sqrt(sel_column_sum(all->parts, all->count) / pairs / all->count);
}

static void tell_consistency(const sel_judgements *judgements, double eigenvalue,
                             const persons *all, sel_weighting_outcome *outcome)
{
    uint32_t count = judgements->criteria;
    uint32_t tables = 0;
    const sel_random_index *table =
        judgements->random_index != NULL ? judgements->random_index : sel_random_indices(&tables);
    double index = consistency_index(eigenvalue, count);
    sel_weighting_tell(outcome, "lambda_max", eigenvalue);
    sel_weighting_tell(outcome, "consistency_index", index);
    if (count > table->largest)
        return;
    double random = count < 3 ? 1 : table->values[count - 1];
    outcome->random_index = table->source;
    sel_weighting_tell(outcome, "consistency_ratio", index / random);
    if (judgements->persons > 1 && all->count > 0)
        sel_weighting_tell(outcome, "consistency_ratio_worst", all->worst_index / random);
}

static uint32_t missing_pairs(const sel_judgement_matrix *matrix)
{
    uint32_t missing = 0;
    for (uint32_t i = 0; i < matrix->criteria; i++)
        for (uint32_t j = 0; j < i; j++)
            missing += !sel_judgement_known(matrix, i, j);
    return missing;
}

static sel_status compute(sel_priorities *priorities, const sel_judgements *judgements,
                          sel_arena *scratch, sel_weighting_outcome *outcome, sel_error *err)
{
    uint32_t count = judgements->criteria;
    bool alone = judgements->persons == 1;
    sel_judgement_matrix group =
        alone ? sel_judgements_of(judgements, 0) : sel_judgements_mean(judgements, scratch);
    uint32_t apart = sel_judgements_unconnected(&group);
    if (apart < count)
        return not_connected(0, apart, err);
    double eigenvalue = 0;
    sel_status status = priorities(&group, outcome->weights, &eigenvalue, err);
    persons all = {
        .weights = sel_arena_array(scratch, (size_t)judgements->persons * count, sizeof(double)),
        .parts = sel_arena_array(scratch, judgements->persons, sizeof(double))};
    if (status == SEL_OK && !alone)
        status = weigh_persons(priorities, judgements, &all, err);
    if (status == SEL_OK && !alone && judgements->group == SEL_GROUP_PRIORITIES)
        status = mean_weights(&all, count, outcome->weights, err);
    if (status != SEL_OK)
        return status;
    tell_consistency(judgements, eigenvalue, &all, outcome);
    if (all.count > 0 && count > 1)
        sel_weighting_tell(outcome, "disagreement", disagreement(&all, count, outcome->weights));
    if (missing_pairs(&group) > 0)
        sel_weighting_tell(outcome, "missing", missing_pairs(&group));
    return SEL_OK;
}

sel_status sel_ahp_compute(sel_priorities *priorities, const sel_judgements *judgements,
                           sel_weighting_outcome *outcome, sel_error *err)
{
    sel_status status = sel_judgements_check(judgements, err);
    if (status != SEL_OK)
        return status;
    sel_arena *scratch = sel_arena_create();
    status = compute(priorities, judgements, scratch, outcome, err);
    sel_arena_destroy(scratch);
    return status;
}
