#include "analysis/principle/need_places.h"

sel_response_view sel_needs_and_supplies(const sel_evidence *evidence,
                                         const sel_selection *selection)
{
    if (selection->subject.level == SEL_LEVEL_RESPONSE)
        return sel_response_view_of(evidence, selection);
    return (sel_response_view){*evidence->needs, *evidence->supplies};
}

const bool *sel_undated_support(const sel_evidence *evidence, const sel_selection *selection,
                                const sel_needs *needs)
{
    bool *named = sel_arena_array(evidence->arena, needs->count, sizeof *named);
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_study_programme *record = selection->undertakings[i].programme;
        bool uncounted = !record->dated && sel_programme_is_active(record);
        for (uint32_t j = 0; j < record->place_count && uncounted; j++) {
            const sel_study_place *at = &record->places[j];
            const sel_need *need = sel_needs_find(needs, at->recipient, at->capability);
            if (need != NULL)
                named[need - needs->list] = true;
        }
    }
    return named;
}

static sel_need_place place_of(const sel_study *study, const sel_need *need,
                               const sel_supply *supply)
{
    int32_t days = study->window_end - study->window_start;
    if (supply == NULL)
        return (sel_need_place){
            .need = need,
            .need_low = (double)sel_supply_need(study->model, need->severity_low, days),
            .need_high = (double)sel_supply_need(study->model, need->severity_high, days),
        };
    return (sel_need_place){
        .need = need,
        .supply_low = (double)supply->low,
        .supply_high = (double)supply->high,
        .need_low = (double)supply->need_low,
        .need_high = (double)supply->need_high,
        .effective_donors = supply->effective_donors,
        .programmes = supply->programmes,
    };
}

static const char *why_no_supply(const sel_selection *selection, const sel_supplies *supplies)
{
    if (supplies->count > 0 || supplies->outside > 0)
        return NULL;
    if (selection->undertaking_count == 0)
        return sel_selection_empty(selection);
    return supplies->undated > 0 ? "reason.support-not-dated" : "reason.support-not-placed";
}

static const char *why_not(uint32_t asked, uint32_t unknown, uint32_t counted)
{
    if (asked == 0)
        return "reason.need-not-answered";
    if (counted == 0)
        return unknown == 0 ? "reason.no-stated-need" : "reason.need-unknown";
    return NULL;
}

sel_need_survey sel_survey_needs(const sel_evidence *evidence, const sel_selection *selection)
{
    sel_response_view view = sel_needs_and_supplies(evidence, selection);
    const sel_needs *needs = &view.needs;
    const bool *undated = sel_undated_support(evidence, selection, needs);
    sel_need_place *places = sel_arena_array(evidence->arena, needs->count, sizeof *places);
    uint32_t *numbers = sel_arena_array(evidence->arena, needs->count, sizeof *numbers);
    sel_need_survey found = {.places = places, .numbers = numbers};
    uint32_t asked = 0;
    for (uint32_t i = 0; i < needs->count; i++) {
        const sel_need *need = &needs->list[i];
        if (!sel_selection_covers(selection, need->recipient))
            continue;
        asked += 1;
        found.unknown += !sel_need_is_known(need);
        if (!sel_need_is_known(need) || need->n_high <= 0)
            continue;
        const sel_need *stored = sel_needs_find(evidence->needs, need->recipient, need->capability);
        numbers[found.count] = stored == NULL ? i : (uint32_t)(stored - evidence->needs->list);
        places[found.count] =
            place_of(evidence->study, need,
                     sel_supply_find(&view.supplies, need->recipient, need->capability));
        places[found.count++].undated = undated[i];
    }
    found.reason = why_not(asked, found.unknown, found.count);
    if (found.reason == NULL)
        found.reason = why_no_supply(selection, &view.supplies);
    return found;
}
