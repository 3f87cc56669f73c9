#include "analysis/principle/response_view.h"

static void keep_entries(const sel_study *study, uint32_t submission, sel_arena *arena,
                         sel_study *own)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < study->entry_count; i++)
        count += study->entries[i].submission == submission;
    sel_need_entry *entries = sel_arena_array(arena, count, sizeof *entries);
    own->entry_count = 0;
    for (uint32_t i = 0; i < study->entry_count; i++)
        if (study->entries[i].submission == submission)
            entries[own->entry_count++] = study->entries[i];
    own->entries = entries;
}

/* Links and twins number the records of the whole study: here there is nothing to link. */
static void keep_statements(const sel_study *study, const sel_selection *selection,
                            sel_arena *arena, sel_study *own)
{
    sel_study_programme *listed =
        sel_arena_array(arena, selection->undertaking_count, sizeof *listed);
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        listed[i] = study->programmes[selection->undertakings[i].statements[0]];
        listed[i].links = NULL;
        listed[i].link_count = 0;
        listed[i].twin = SEL_NONE;
    }
    own->programmes = listed;
    own->programme_count = selection->undertaking_count;
}

sel_response_view sel_response_view_of(const sel_evidence *evidence, const sel_selection *selection)
{
    sel_arena *arena = evidence->arena;
    sel_study own = *evidence->study;
    keep_entries(evidence->study, selection->subject.number, arena, &own);
    keep_statements(evidence->study, selection, arena, &own);
    bool *counted = sel_arena_array(arena, own.programme_count, sizeof *counted);
    for (uint32_t i = 0; i < own.programme_count; i++)
        counted[i] = true;
    sel_response_view view = {.needs = sel_needs_compute(&own, arena)};
    view.supplies = sel_supply_compute(&own, &view.needs, counted, arena);
    return view;
}
