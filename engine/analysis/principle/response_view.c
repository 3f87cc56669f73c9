#include "analysis/principle/response_view.h"

/* The same study with the entries of one submission. */
static sel_study with_entries_of(const sel_study *study, uint32_t submission, sel_arena *arena)
{
    sel_study view = *study;
    sel_need_entry *entries = sel_arena_array(arena, study->entry_count, sizeof *entries);
    view.entry_count = 0;
    for (uint32_t i = 0; i < study->entry_count; i++)
        if (study->entries[i].submission == submission)
            entries[view.entry_count++] = study->entries[i];
    view.entries = entries;
    return view;
}

sel_response_view sel_response_view_of(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_study *study = evidence->study;
    sel_study own = with_entries_of(study, selection->subject.number, evidence->arena);
    bool *listed = sel_arena_array(evidence->arena, study->programme_count, sizeof *listed);
    for (uint32_t i = 0; i < selection->undertaking_count; i++)
        listed[selection->undertakings[i].statements[0]] = true;
    sel_response_view view = {.needs = sel_needs_compute(&own, evidence->arena)};
    view.supplies = sel_supply_compute(study, &view.needs, listed, evidence->arena);
    return view;
}
