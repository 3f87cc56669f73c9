#include "domain/model.h"

double sel_model_constant(const sel_model *model, sel_policy policy)
{
    return model->policies.values[policy];
}

uint32_t sel_model_count(const sel_model *model, sel_policy policy)
{
    return (uint32_t)model->policies.values[policy];
}
