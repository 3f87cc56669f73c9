#include "analysis/overlap/estimate.h"

#include "analysis/overlap/plan.h"

static int by_meetings(const void *a, const void *b)
{
    const sel_place_meetings *x = a;
    const sel_place_meetings *y = b;
    if (x->meetings != y->meetings)
        return x->meetings > y->meetings ? -1 : 1;
    if (x->recipient != y->recipient)
        return x->recipient < y->recipient ? -1 : 1;
    return (x->capability > y->capability) - (x->capability < y->capability);
}

sel_overlap_estimate sel_overlap_estimate_of(const sel_study *study, const sel_needs *needs,
                                             const sel_supplies *supplies,
                                             const sel_records *records, uint32_t most,
                                             sel_arena *arena)
{
    sel_arena *scratch = sel_arena_create();
    sel_overlap_table table = sel_overlap_table_make(study, needs, supplies, records, 0, scratch);
    const sel_places *places = &table.places;
    sel_sweep_plan plan = sel_plan_make(&table, 0, scratch);
    sel_place_meetings *list = sel_arena_array(scratch, places->count, sizeof *list);
    uint32_t count = 0;
    for (uint32_t n = 0; n < places->count; n++)
        if (plan.places[n].meetings > 0)
            list[count++] = (sel_place_meetings){
                sel_places_recipient(places, n), sel_places_capability(places, n),
                places->first[n + 1] - places->first[n], plan.places[n].meetings};
    if (count > 0)
        qsort(list, count, sizeof *list, by_meetings);
    sel_overlap_estimate estimate = {.meetings = plan.meetings,
                                     .programmes = table.side_count,
                                     .places = places->count,
                                     .heaviest_count = count < most ? count : most};
    sel_place_meetings *heaviest =
        sel_arena_array(arena, estimate.heaviest_count, sizeof *heaviest);
    memcpy(heaviest, list, estimate.heaviest_count * sizeof *heaviest);
    estimate.heaviest = heaviest;
    sel_arena_destroy(scratch);
    return estimate;
}
