#include "analysis/sensitivity/ranking_sensitivity.h"

#include "analysis/normalisation/column.h"
#include "analysis/robustness/weight_stick.h"
#include "analysis/sensitivity/ranking_runs.h"
#include "domain/model.h"

#include <math.h>
#include <string.h>

/* A study as it is laid out: factors, their coordinates, and what runs share. */
typedef struct layout {
    sel_ranking_runs runs;
    sel_moved_factor *factors;
    uint32_t *coordinates; /* per factor */
    uint32_t factor_count;
    uint32_t next_coordinate;
} layout;

const char *sel_ranking_factor_name(sel_ranking_factor factor)
{
    static const char *const names[] = {
        [SEL_FACTOR_NORMALISATION] = "normalisation",
        [SEL_FACTOR_AGGREGATION] = "aggregation",
        [SEL_FACTOR_LEFT_OUT] = "criterion-left-out",
        [SEL_FACTOR_DATA] = "data",
        [SEL_FACTOR_WEIGHTS] = "weights",
    };
    return names[factor];
}

static sel_status check_bounds(const sel_sensitivity_study *study, sel_error *err)
{
    const sel_decision_matrix *matrix = &study->matrix;
    if ((study->low == NULL) != (study->high == NULL))
        return sel_fail(err, SEL_BAD_INPUT, "values have bounds on one side only");
    for (uint32_t j = 0; study->low != NULL && j < matrix->criteria; j++)
        for (uint32_t i = 0; i < matrix->rows; i++) {
            size_t at = (size_t)j * matrix->rows + i;
            double low = study->low[at];
            double high = study->high[at];
            if (!(low <= matrix->values[at] && matrix->values[at] <= high &&
                  low >= -SEL_CRITERION_VALUE_MOST && high <= SEL_CRITERION_VALUE_MOST))
                return sel_fail(err, SEL_BAD_INPUT,
                                "alternative %u has %g for criterion %u, not within %g and %g",
                                i + 1, matrix->values[at], j + 1, low, high);
        }
    return SEL_OK;
}

/* The first aggregation tells what is wrong with weights and values. */
static sel_status check(const sel_sensitivity_study *study, sel_arena *scratch, sel_error *err)
{
    if (study->aggregation_count == 0 || study->aggregation_count > SEL_SENSITIVITY_CHOICES ||
        study->normalisation_count > SEL_SENSITIVITY_CHOICES)
        return sel_fail(err, SEL_BAD_INPUT,
                        "1 to %d aggregations and at most as many "
                        "normalisations can be compared",
                        SEL_SENSITIVITY_CHOICES);
    if (study->matrix.rows < 2)
        return sel_fail(err, SEL_BAD_INPUT, "fewer than two alternatives have no order");
    if (!(study->concentration >= 0 && study->concentration <= SEL_CONCENTRATION_MOST))
        return sel_fail(err, SEL_BAD_INPUT, "concentration %g is not 0 to %d", study->concentration,
                        SEL_CONCENTRATION_MOST);
    const sel_aggregation_options plain = {.weights = study->weights, .threads = 1};
    sel_aggregation_outcome outcome;
    sel_status status = sel_aggregate(sel_aggregation_find(SEL_STR("weighted-sum")), &study->matrix,
                                      &plain, scratch, &outcome, err);
    return status == SEL_OK ? check_bounds(study, err) : status;
}

/* Whether an aggregation takes all values central, low and high. */
static sel_status try_values(const sel_sensitivity_study *study, uint32_t aggregation,
                             const sel_normalisation *normalisation, sel_error *err)
{
    const double *const values[] = {study->matrix.values, study->low, study->high};
    sel_aggregation_options options = sel_ranking_runs_options(study, aggregation, normalisation);
    sel_status status = SEL_OK;
    sel_arena *scratch = sel_arena_create();
    for (int k = 0; status == SEL_OK && k < 3; k++) {
        if (values[k] == NULL)
            continue;
        sel_decision_matrix matrix = study->matrix;
        matrix.values = values[k];
        sel_aggregation_outcome outcome;
        status = sel_aggregate(study->aggregations[aggregation], &matrix, &options, scratch,
                               &outcome, err);
    }
    sel_arena_destroy(scratch);
    return status;
}

/* Keeps a normalisation that every aggregation takes; names the first that refuses it. */
static void try_normalisation(const sel_sensitivity_study *study,
                              const sel_normalisation *normalisation, sel_arena *arena,
                              sel_ranking_sensitivity *result)
{
    for (uint32_t k = 0; k < study->aggregation_count; k++) {
        sel_error fault = {.status = SEL_OK};
        if (study->aggregations[k]->normalisation_fixed ||
            try_values(study, k, normalisation, &fault) == SEL_OK)
            continue;
        result->refused[result->refused_count++] = (sel_normalisation_refused){
            normalisation, study->aggregations[k],
            sel_arena_copy(arena, fault.message, strlen(fault.message))};
        return;
    }
    result->normalisations[result->normalisation_count++] = normalisation;
}

/* Aggregations with a normalisation of their own have no use for a choice of them. */
static bool any_takes_normalisation(const sel_sensitivity_study *study)
{
    bool any = false;
    for (uint32_t k = 0; k < study->aggregation_count; k++)
        any = any || !study->aggregations[k]->normalisation_fixed;
    return any;
}

static sel_status choose_normalisations(const sel_sensitivity_study *study, sel_arena *arena,
                                        sel_ranking_sensitivity *result, sel_error *err)
{
    if (study->normalisation_count > 0 && any_takes_normalisation(study)) {
        for (uint32_t k = 0; k < study->normalisation_count; k++)
            try_normalisation(study, study->normalisations[k], arena, result);
        if (result->normalisation_count == 0)
            return sel_fail(err, SEL_BAD_INPUT,
                            "no normalisation suits every method: %s with %s: %s",
                            result->refused[0].aggregation->name,
                            result->refused[0].normalisation->name, result->refused[0].reason);
    }
    const sel_normalisation *first = result->normalisations[0];
    for (uint32_t k = 0; k < study->aggregation_count; k++) {
        sel_status status = try_values(study, k, first, err);
        if (status != SEL_OK)
            return status;
    }
    return SEL_OK;
}

/* Returns the first coordinate of a new factor. */
static int add_factor(layout *all, sel_moved_factor factor, uint32_t coordinates)
{
    uint32_t first = all->next_coordinate;
    all->factors[all->factor_count] = factor;
    all->coordinates[all->factor_count] = coordinates;
    all->factor_count += 1;
    all->next_coordinate += coordinates;
    return (int)first;
}

static int add_choice(layout *all, sel_ranking_factor factor, uint32_t choices)
{
    if (choices < 2)
        return SEL_NO_COORDINATE;
    return add_factor(all, (sel_moved_factor){.factor = factor, .choices = choices}, 1);
}

/* Whether a value of a criterion that has weight is not known. */
static bool moves(const sel_sensitivity_study *study, uint32_t criterion)
{
    size_t first = (size_t)criterion * study->matrix.rows;
    bool any = false;
    for (uint32_t i = 0; study->low != NULL && i < study->matrix.rows; i++)
        any = any || study->low[first + i] < study->high[first + i];
    return any && study->weights[criterion] > 0;
}

static uint32_t group_of(const sel_sensitivity_study *study, uint32_t criterion)
{
    return study->data_group == NULL ? 0 : study->data_group[criterion];
}

/* A factor for each group that has a value to move, in the order of the groups. */
static sel_status add_data(const sel_sensitivity_study *study, layout *all, int *data,
                           sel_error *err)
{
    uint32_t criteria = study->matrix.criteria;
    uint32_t groups = 0;
    for (uint32_t j = 0; j < criteria; j++)
        groups = group_of(study, j) >= groups ? group_of(study, j) + 1 : groups;
    if (groups > criteria)
        return sel_fail(err, SEL_BAD_INPUT, "%u groups of %u criteria", groups, criteria);
    for (uint32_t g = 0; g < groups; g++) {
        bool there = false;
        int coordinate = SEL_NO_COORDINATE;
        for (uint32_t j = 0; j < criteria; j++) {
            if (group_of(study, j) != g)
                continue;
            there = true;
            data[j] = SEL_NO_COORDINATE;
            if (!moves(study, j))
                continue;
            if (coordinate == SEL_NO_COORDINATE)
                coordinate =
                    add_factor(all, (sel_moved_factor){.factor = SEL_FACTOR_DATA, .group = g}, 1);
            data[j] = coordinate;
        }
        if (!there)
            return sel_fail(err, SEL_BAD_INPUT, "group %u has no criteria", g + 1);
    }
    return SEL_OK;
}

static sel_status add_weights(const sel_sensitivity_study *study, sel_arena *arena, layout *all,
                              double *concentration, sel_error *err)
{
    uint32_t count = all->runs.weighted_count;
    all->runs.weights = SEL_NO_COORDINATE;
    if (!study->weights_move || count < 2)
        return SEL_OK;
    *concentration = study->concentration > 0 ? study->concentration : 16.0 * (count - 1) - 1;
    double alpha[SEL_CRITERIA_MAX];
    for (uint32_t j = 0; j < count; j++)
        alpha[j] = *concentration * study->weights[all->runs.weighted[j]];
    sel_beta_quantile *stick = sel_arena_array(arena, count - 1, sizeof *stick);
    all->runs.stick = stick;
    all->runs.weights =
        add_factor(all, (sel_moved_factor){.factor = SEL_FACTOR_WEIGHTS}, count - 1);
    return sel_weight_stick_prepare(alpha, count, stick, err);
}

static void set_weighted(const sel_sensitivity_study *study, sel_arena *arena,
                         sel_ranking_runs *runs)
{
    uint32_t *weighted = sel_arena_array(arena, study->matrix.criteria, sizeof *weighted);
    for (uint32_t j = 0; j < study->matrix.criteria; j++)
        if (study->weights[j] > 0)
            weighted[runs->weighted_count++] = j;
    runs->weighted = weighted;
}

static sel_status lay_out(const sel_sensitivity_study *study, sel_arena *arena, layout *all,
                          sel_ranking_sensitivity *result, sel_error *err)
{
    sel_ranking_runs *runs = &all->runs;
    uint32_t most = study->matrix.criteria + SEL_FACTOR_WEIGHTS + 1;
    *all = (layout){.runs = {.study = study,
                             .choices = result->normalisations,
                             .choice_count = result->normalisation_count,
                             .central_ranks = result->central_ranks,
                             .alternatives = result->alternatives,
                             .places = result->places},
                    .factors = sel_arena_array(arena, most, sizeof *all->factors),
                    .coordinates = sel_arena_array(arena, most, sizeof *all->coordinates)};
    set_weighted(study, arena, runs);
    sel_status status = sel_additive_runs_make(study, runs->choices, runs->choice_count, arena,
                                               &runs->additive, err);
    if (status != SEL_OK)
        return status;
    runs->normalisation = add_choice(all, SEL_FACTOR_NORMALISATION, runs->choice_count);
    runs->aggregation = add_choice(all, SEL_FACTOR_AGGREGATION, study->aggregation_count);
    bool leave_out = study->leave_out && runs->weighted_count > 1;
    runs->left_out = add_choice(all, SEL_FACTOR_LEFT_OUT, leave_out ? runs->weighted_count + 1 : 0);
    int *data = sel_arena_array(arena, study->matrix.criteria, sizeof *data);
    runs->data = data;
    status = add_data(study, all, data, err);
    if (status == SEL_OK)
        status = add_weights(study, arena, all, &result->concentration, err);
    if (status == SEL_OK && all->factor_count > SEL_INDICES_FACTORS_MOST)
        status = sel_fail(err, SEL_UNSUPPORTED, "%u factors, more than %d", all->factor_count,
                          SEL_INDICES_FACTORS_MOST);
    result->factors = all->factors;
    result->factor_count = all->factor_count;
    return status;
}

/* The ranking that shifts count from, and the alternatives whose ranks are outputs. */
static sel_status rank_central(const sel_sensitivity_study *study, sel_arena *arena,
                               sel_ranking_sensitivity *result, sel_error *err)
{
    const sel_normalisation *first = result->normalisations[0];
    const sel_aggregation_options options = sel_ranking_runs_options(study, 0, first);
    sel_aggregation_outcome outcome;
    sel_status status =
        sel_aggregate(study->aggregations[0], &study->matrix, &options, arena, &outcome, err);
    if (status != SEL_OK)
        return status;
    uint32_t rows = study->matrix.rows;
    uint32_t *order = sel_arena_array(arena, rows, sizeof *order);
    uint32_t *taken = sel_arena_array(arena, rows, sizeof *taken);
    for (uint32_t i = 0; i < rows; i++) {
        uint32_t place = outcome.ranks[i] - 1;
        order[place + taken[place]++] = i;
    }
    result->central_ranks = outcome.ranks;
    result->alternatives = order;
    result->places = study->places < rows ? study->places : rows;
    return SEL_OK;
}

sel_status sel_ranking_sensitivity_of(const sel_sensitivity_study *study, sel_arena *arena,
                                      sel_ranking_sensitivity *sensitivity, sel_error *err)
{
    sel_ranking_sensitivity result = {0};
    layout all;
    sel_arena *scratch = sel_arena_create();
    sel_status status = check(study, scratch, err);
    sel_arena_destroy(scratch);
    if (status == SEL_OK)
        status = choose_normalisations(study, arena, &result, err);
    if (status == SEL_OK)
        status = rank_central(study, arena, &result, err);
    if (status == SEL_OK)
        status = lay_out(study, arena, &all, &result, err);
    if (status == SEL_OK && all.factor_count > 0) {
        const sel_indices_function function = {
            .data = &all.runs,
            .factors = all.factor_count,
            .coordinates = all.coordinates,
            .outputs = result.places + 1,
            .start = sel_ranking_runs_start,
            .evaluate = sel_ranking_runs_evaluate,
        };
        status = sel_indices_of(&function, &study->plan, arena, &result.indices, err);
    }
    if (status == SEL_OK)
        *sensitivity = result;
    return status;
}
