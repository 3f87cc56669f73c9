#include "domain/model.h"

const char *const sel_model_alternatives[] = {
    "programmes",          SEL_FOR_REQUEST, "programmes-at-recipient",
    "programmes-of-donor", SEL_OF_REQUESTS, NULL};

const char *const sel_request_measures[] = {[SEL_REQUEST_NEED] = SEL_MEASURE_NEED,
                                            [SEL_REQUEST_UNMET] = SEL_MEASURE_UNMET,
                                            [SEL_REQUEST_WAITING] = SEL_MEASURE_WAITING,
                                            [SEL_REQUEST_FIT] = SEL_MEASURE_FIT,
                                            [SEL_REQUEST_MEASURES] = NULL};

bool sel_model_ranks_requests(const sel_model *model)
{
    return sel_str_is(model->alternatives, SEL_OF_REQUESTS);
}

bool sel_criterion_is_principle(const sel_criterion *criterion)
{
    return criterion->measure.len == 0 || sel_str_is(criterion->measure, SEL_MEASURE_PRINCIPLE);
}

sel_request_measure sel_criterion_measure(const sel_criterion *criterion)
{
    sel_request_measure measure = SEL_REQUEST_NEED;
    while (measure < SEL_REQUEST_MEASURES &&
           !sel_str_is(criterion->measure, sel_request_measures[measure]))
        measure++;
    return measure;
}

double sel_model_constant(const sel_model *model, sel_policy policy)
{
    return model->policies.values[policy];
}

uint32_t sel_model_count(const sel_model *model, sel_policy policy)
{
    return (uint32_t)model->policies.values[policy];
}
