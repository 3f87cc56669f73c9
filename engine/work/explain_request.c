/* What the measures of a request rest on. */
#include "work/explain_rank.h"

#include "work/tell.h"

static void explain_severity(sel_explaining *e, uint32_t level, const sel_need *need)
{
    bool known = need != NULL && sel_need_is_known(need);
    sel_explain_step(e, level, "explain.severity",
                     known ? sel_explain_range(e->arena, need->severity_low, need->severity_high)
                           : sel_tell_word(e->context, "why.need-unknown"),
                     known ? "explain.severity-how" : NULL);
    if (need != NULL)
        sel_explain_need_answers(e, level, need);
}

/* Effort and days to programmes over the window. */
static sel_str programmes(const sel_explaining *e, uint64_t low, uint64_t high)
{
    const sel_study *study = e->assessment->study;
    double whole = (double)SEL_EFFORT_WHOLE * (study->window_end - study->window_start);
    return sel_explain_range(e->arena, (double)low / whole, (double)high / whole);
}

static void explain_support(sel_explaining *e, uint32_t level, const sel_coverage_place *place)
{
    const sel_supply none = {0};
    const sel_supply *supply = place->supply == NULL ? &none : place->supply;
    sel_explain_step(e, level, "balance.need",
                     place->known ? programmes(e, place->need_low, place->need_high)
                                  : sel_tell_word(e->context, "why.need-unknown"),
                     NULL);
    sel_explain_step(e, level, "explain.support", programmes(e, supply->low, supply->high), NULL);
}

static void explain_waiting(sel_explaining *e, uint32_t level, uint32_t request,
                            const sel_measured_request *of)
{
    const sel_study_request *asked = &e->assessment->study->requests[request];
    char day[SEL_DATE_ROOM];
    if (!of->received)
        return;
    sel_explain_step(
        e, level, "column.received",
        sel_str_copy(e->arena, sel_str_of(sel_day_text(sel_time_day(asked->received), day))), NULL);
    sel_explain_step(e, level, "column.days_open",
                     sel_str_of(sel_tell_count(e->arena, (uint32_t)of->days)), NULL);
}

void sel_explain_measure(sel_explaining *e, uint32_t level, const sel_field *chosen, uint32_t row,
                         sel_request_measure measure)
{
    uint32_t request = chosen->numbers[row];
    const sel_measured_request *of = &chosen->measured[request];
    switch (measure) {
    case SEL_REQUEST_NEED:
        explain_severity(e, level, of->place.need);
        break;
    case SEL_REQUEST_UNMET:
        explain_support(e, level, &of->place);
        break;
    case SEL_REQUEST_WAITING:
        explain_waiting(e, level, request, of);
        break;
    case SEL_REQUEST_FIT:
        if (of->best.programme != SEL_NONE)
            sel_explain_record(e, level, of->best.programme);
        break;
    case SEL_REQUEST_MEASURES:
        break;
    }
}
