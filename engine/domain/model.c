#include "domain/model.h"

const char *const sel_model_alternatives[] = {
    "programmes", SEL_FOR_REQUEST, "programmes-at-recipient", "programmes-of-donor", NULL};

bool sel_criterion_is_fit(const sel_criterion *criterion)
{
    return sel_str_is(criterion->measure, SEL_MEASURE_FIT);
}

double sel_model_constant(const sel_model *model, sel_policy policy)
{
    return model->policies.values[policy];
}

uint32_t sel_model_count(const sel_model *model, sel_policy policy)
{
    return (uint32_t)model->policies.values[policy];
}
