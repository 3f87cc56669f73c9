#include "work/field_requests.h"

/* How many requests of the field are about each place, recipient by capability. */
static const uint32_t *count_places(const sel_context *context, const sel_study *study,
                                    const sel_field *chosen, sel_arena *arena)
{
    uint32_t capabilities = context->reference.taxonomy.count;
    uint32_t *counts = sel_arena_array(
        arena, (size_t)context->reference.geography.count * capabilities, sizeof *counts);
    for (uint32_t row = 0; row < chosen->count; row++) {
        const sel_study_request *request = &study->requests[chosen->numbers[row]];
        counts[(size_t)request->recipient * capabilities + request->capability] += 1;
    }
    return counts;
}

/* "Fiji: Incident response", with its id where that is said of two. */
static void name_requests(const sel_context *context, const sel_study *study, sel_arena *arena,
                          sel_field *chosen)
{
    const uint32_t *counts = count_places(context, study, chosen, arena);
    chosen->names = sel_arena_array(arena, chosen->count, sizeof *chosen->names);
    chosen->titles = sel_arena_array(arena, chosen->count, sizeof *chosen->titles);
    for (uint32_t row = 0; row < chosen->count; row++) {
        const sel_study_request *request = &study->requests[chosen->numbers[row]];
        sel_str title = sel_str_printf(
            arena, "%.*s: %.*s", SEL_STR_ARG(sel_context_recipient(context, request->recipient)),
            SEL_STR_ARG(sel_context_capability(context, request->capability)));
        chosen->names[row] = request->id;
        size_t place =
            (size_t)request->recipient * context->reference.taxonomy.count + request->capability;
        chosen->titles[row] =
            counts[place] > 1
                ? sel_str_printf(arena, "%.*s (%.*s)", SEL_STR_ARG(title), SEL_STR_ARG(request->id))
                : title;
    }
}

sel_field sel_field_choose_requests(const sel_context *context, const sel_assessment *assessment,
                                    sel_choice_of choice, sel_arena *arena)
{
    const sel_study *study = assessment->study;
    const sel_request_state *states = sel_request_states(study, arena);
    sel_field chosen = {.requests = true,
                        .numbers =
                            sel_arena_array(arena, study->request_count, sizeof *chosen.numbers)};
    for (uint32_t i = 0; i < study->request_count; i++) {
        const sel_study_request *request = &study->requests[i];
        if (choice.recipient != SEL_NONE && request->recipient != choice.recipient)
            chosen.others += 1;
        else if (states[i].standing != SEL_REQUEST_OPEN)
            chosen.gone[states[i].standing] += 1;
        else
            chosen.numbers[chosen.count++] = i;
    }
    name_requests(context, study, arena, &chosen);
    return chosen;
}

/* A weight of 0 that is stated leaves a measure out. */
static bool counts(const sel_model *model, const sel_criterion *criterion)
{
    return criterion->weight > 0 || !sel_str_is(model->weighting, SEL_WEIGHTING_DIRECT);
}

static void take_measures(const sel_model *model, uint32_t row, sel_field *chosen)
{
    const sel_measured_request *of = &chosen->measured[chosen->numbers[row]];
    for (uint32_t j = 0; j < model->criterion_count; j++) {
        const sel_criterion *criterion = &model->criteria[j];
        sel_fit_factor value = of->values[sel_criterion_measure(criterion)];
        size_t at = (size_t)row * model->criterion_count + j;
        chosen->low[at] = value.low;
        chosen->high[at] = value.high;
        chosen->of[row] += counts(model, criterion);
        chosen->from[row] += counts(model, criterion) && sel_measure_is_known(value);
    }
}

void sel_field_score_requests(const sel_context *context, const sel_assessment *assessment,
                              uint32_t donor, sel_arena *arena, sel_field *chosen)
{
    const sel_request_basis basis = {.study = assessment->study,
                                     .needs = &assessment->needs,
                                     .supplies = &assessment->supplies,
                                     .counted = assessment->records.counted,
                                     .donor = donor};
    chosen->measured = sel_requests_measure(&basis, arena);
    for (uint32_t row = 0; row < chosen->count; row++)
        take_measures(&context->model, row, chosen);
}
