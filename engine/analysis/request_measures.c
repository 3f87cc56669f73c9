#include "analysis/request_measures.h"

#include "base/number.h"

static const sel_fit_factor open_value = {0, 1};

bool sel_measure_is_known(sel_fit_factor value)
{
    return value.low > 0 || value.high < 1;
}

static sel_fit_factor severity(const sel_need *need)
{
    enum { MOST = 5 };
    if (need == NULL)
        return open_value;
    return (sel_fit_factor){(double)need->severity_low / MOST, (double)need->severity_high / MOST};
}

static double lacking(uint64_t support, uint64_t need)
{
    return support >= need ? 0 : sel_number_settle(1 - (double)support / (double)need);
}

/* It falls with support and grows with need. */
static sel_fit_factor unmet(const sel_coverage_place *place)
{
    if (!place->known)
        return open_value;
    uint64_t least = place->supply == NULL ? 0 : place->supply->low;
    uint64_t most = place->supply == NULL ? 0 : place->supply->high;
    return (sel_fit_factor){lacking(most, place->need_low), lacking(least, place->need_high)};
}

static sel_fit_factor waiting(const sel_measured_request *of, const sel_model *model)
{
    if (!of->received)
        return open_value;
    double share = of->days / sel_model_constant(model, SEL_POLICY_A5_DAYS);
    double value = share >= 1 ? 1 : sel_number_settle(share);
    return (sel_fit_factor){value, value};
}

const sel_measured_request *sel_requests_measure(const sel_request_basis *basis, sel_arena *arena)
{
    const sel_study *study = basis->study;
    const sel_best_fit *best = sel_match_best(study, basis->counted, basis->donor, arena);
    sel_measured_request *all = sel_arena_array(arena, study->request_count, sizeof *all);
    for (uint32_t i = 0; i < study->request_count; i++) {
        const sel_study_request *request = &study->requests[i];
        sel_day received = sel_time_day(request->received);
        sel_measured_request *one = &all[i];
        *one = (sel_measured_request){.place =
                                          sel_coverage_at(study, basis->needs, basis->supplies,
                                                          request->recipient, request->capability),
                                      .received = request->received > 0,
                                      .best = best[i]};
        if (one->received && study->as_of > received)
            one->days = study->as_of - received;
        one->values[SEL_REQUEST_NEED] = severity(one->place.need);
        one->values[SEL_REQUEST_UNMET] = unmet(&one->place);
        one->values[SEL_REQUEST_WAITING] = waiting(one, study->model);
        one->values[SEL_REQUEST_FIT] = best[i].of;
    }
    return all;
}
