#include "analysis/principle/a_demand_driven/asked_money.h"

/* Of the effort given, how much must have money: a half would not speak for the rest. */
enum { KNOWN_PERCENT = 80 };

/* At one place; amounts in hundredths of the reporting currency. */
typedef struct amounts {
    double asked;
    double given;
    double effort; /* effort·days given */
    double priced; /* of these, with money */
} amounts;

/* Part of the days [from, to) that lies in the window. */
static double part_in_window(const sel_study *study, sel_day from, sel_day to)
{
    sel_day first = from > study->window_start ? from : study->window_start;
    sel_day end = to < study->window_end ? to : study->window_end;
    return first < end ? (double)(end - first) / (double)(to - from) : 0;
}

static double asked_by(const sel_study *study, const sel_study_request *request)
{
    double amount = ((double)request->money_low + (double)request->money_high) / 2;
    if (!request->from.known || request->months == 0)
        return amount;
    sel_day to = sel_day_add_months(request->from.earliest, request->months);
    return amount * part_in_window(study, request->from.earliest, to);
}

static amounts *at_need(const sel_evidence *evidence, amounts *all, uint32_t recipient,
                        uint32_t capability)
{
    const sel_need *need = sel_needs_find(evidence->needs, recipient, capability);
    return need == NULL ? NULL : &all[need - evidence->needs->list];
}

static void add_requests(const sel_evidence *evidence, const sel_selection *selection, amounts *all)
{
    const sel_study *study = evidence->study;
    for (uint32_t i = 0; i < study->request_count; i++) {
        const sel_study_request *request = &study->requests[i];
        amounts *at = at_need(evidence, all, request->recipient, request->capability);
        if (at != NULL && request->money_known && !request->withdrawn.known &&
            sel_selection_covers(selection, request->recipient))
            at->asked += asked_by(study, request);
    }
}

/* Money per effort·day, in the middle of money and length; < 0 when money is not known. */
static double rate_of(const sel_study_programme *record)
{
    double money = ((double)record->money_low + (double)record->money_high) / 2;
    double days = ((double)(record->end_low - record->start_high) +
                   (double)(record->end_high - record->start_low)) /
                  2;
    return record->money_known ? money / (SEL_EFFORT_WHOLE * (days < 1 ? 1 : days)) : -1;
}

static void add_support(const sel_evidence *evidence, const sel_study_programme *record,
                        amounts *all)
{
    const sel_study *study = evidence->study;
    if (!sel_programme_is_active(record))
        return;
    double days = study->window_end - study->window_start;
    if (record->dated)
        days = (sel_supply_days_low(record, study->window_start, study->window_end) +
                sel_supply_days_high(record, study->window_start, study->window_end)) /
               2.0;
    double rate = record->dated ? rate_of(record) : -1;
    for (uint32_t i = 0; i < record->place_count; i++) {
        const sel_study_place *place = &record->places[i];
        amounts *at = at_need(evidence, all, place->recipient, place->capability);
        if (at == NULL)
            continue;
        double effort = ((double)place->effort_low + (double)place->effort_high) / 2 * days;
        at->effort += effort;
        at->priced += rate < 0 ? 0 : effort;
        at->given += rate < 0 ? 0 : effort * rate;
    }
}

sel_asked_money sel_asked_money_of(const sel_evidence *evidence, const sel_selection *selection,
                                   const sel_need_survey *survey)
{
    amounts *all = sel_arena_array(evidence->arena, evidence->needs->count, sizeof *all);
    sel_asked_money found = {0};
    double effort = 0;
    double priced = 0;
    double weight = 0;
    double sum = 0;
    add_requests(evidence, selection, all);
    for (uint32_t i = 0; i < selection->undertaking_count; i++)
        add_support(evidence, selection->undertakings[i].programme, all);
    for (uint32_t i = 0; i < survey->count; i++) {
        const amounts *at = &all[survey->numbers[i]];
        const sel_need *need = survey->places[i].need;
        double n = (need->n_low + need->n_high) / 2;
        if (at->asked <= 0)
            continue;
        found.places += 1;
        effort += at->effort;
        priced += at->priced;
        weight += n;
        sum += n * (at->given < at->asked ? at->given / at->asked : 1);
    }
    if (found.places == 0)
        found.reason = "reason.no-amount-asked";
    else if (priced * 100 < effort * KNOWN_PERCENT)
        found.reason = "reason.money-not-known";
    else
        found.covered = sum / weight;
    return found;
}
