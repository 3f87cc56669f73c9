#include "domain/model.h"

const char *const sel_model_alternatives[] = {
    "programmes", "programmes-for-request", "programmes-at-recipient", "programmes-of-donor", NULL};

double sel_model_constant(const sel_model *model, sel_policy policy)
{
    return model->policies.values[policy];
}

uint32_t sel_model_count(const sel_model *model, sel_policy policy)
{
    return (uint32_t)model->policies.values[policy];
}
