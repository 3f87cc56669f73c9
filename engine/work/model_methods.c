#include "work/model_methods.h"

/* The aggregation's parameter that every model has a key of its own for. */
static const char own_key[] = "floor";

static const sel_weighting *weighting_of(sel_str name)
{
    if (sel_str_is(name, SEL_WEIGHTING_DIRECT))
        return sel_weighting_find(SEL_STR("stated"));
    const sel_weighting *found = sel_weighting_find(name);
    return found == NULL || found->need == SEL_WEIGHTING_NUMBERS ? NULL : found;
}

sel_model_methods sel_model_methods_of(const sel_model *model)
{
    sel_model_methods all = {.weighting = weighting_of(model->weighting),
                             .aggregation = sel_aggregation_find(model->aggregation)};
    if (model->normalisation.len > 0)
        all.normalisation = sel_normalisation_find(model->normalisation);
    else if (all.aggregation != NULL)
        all.normalisation = all.aggregation->additive != NULL
                                ? sel_normalisation_find(SEL_STR("as-is"))
                                : all.aggregation->normalisation;
    uint32_t count;
    all.random_index = model->random_index.len > 0 ? sel_random_index_find(model->random_index)
                                                   : sel_random_indices(&count);
    return all;
}

static bool has_cost(const sel_model *model)
{
    for (uint32_t j = 0; j < model->criterion_count; j++)
        if (sel_str_is(model->criteria[j].direction, SEL_COST))
            return true;
    return false;
}

bool sel_model_in_units(const sel_model *model)
{
    const sel_normalisation *named = sel_normalisation_find(model->normalisation);
    if (named != NULL && named->goalposts)
        return true;
    bool as_is = model->normalisation.len == 0 || sel_str_is(model->normalisation, "as-is");
    return as_is && !has_cost(model);
}

bool sel_model_is_additive(const sel_model *model)
{
    const sel_model_methods methods = sel_model_methods_of(model);
    return methods.aggregation != NULL && methods.normalisation != NULL &&
           methods.aggregation->additive != NULL && sel_model_in_units(model);
}

static uint32_t parameter_number(const sel_aggregation *aggregation, sel_str name)
{
    uint32_t k = 0;
    while (k < aggregation->parameter_count && !sel_str_is(name, aggregation->parameters[k].name))
        k++;
    return k;
}

static void set_parameter(const sel_model *model, const sel_model_parameter *from, double *values)
{
    for (uint32_t j = 0; j < model->criterion_count; j++)
        if (from->principle.len == 0 || sel_str_equal(from->principle, model->criteria[j].id))
            values[j] = from->value;
}

void sel_model_parameters_of(const sel_model *model, sel_model_parameters *parameters,
                             sel_aggregation_options *options)
{
    const sel_model_methods methods = sel_model_methods_of(model);
    const sel_aggregation *aggregation = methods.aggregation;
    options->normalisation = methods.normalisation;
    for (uint32_t k = 0; k < aggregation->parameter_count; k++) {
        const sel_aggregation_parameter *parameter = &aggregation->parameters[k];
        bool own = strcmp(parameter->name, own_key) == 0;
        for (uint32_t j = 0; j < model->criterion_count; j++)
            parameters->values[k][j] = own ? model->floor : parameter->standard;
        options->parameters[k] = parameters->values[k];
    }
    for (int particular = 0; particular <= 1; particular++)
        for (uint32_t i = 0; i < model->parameter_count; i++) {
            const sel_model_parameter *from = &model->parameters[i];
            uint32_t k = parameter_number(aggregation, from->name);
            if (k < aggregation->parameter_count && (from->principle.len > 0) == particular)
                set_parameter(model, from, parameters->values[k]);
        }
}
