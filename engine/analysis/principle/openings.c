#include "analysis/principle/openings.h"

#include "analysis/records.h"
#include "analysis/supply.h"

sel_openings sel_openings_none(const sel_study *study, sel_arena *arena)
{
    uint32_t capabilities = study->reference->taxonomy.count;
    size_t places = (size_t)study->reference->geography.count * capabilities;
    return (sel_openings){.list = sel_arena_array(arena, places, sizeof(sel_opening)),
                          .capabilities = capabilities};
}

void sel_openings_add(sel_openings *openings, const sel_study *study,
                      const sel_study_programme *programme)
{
    if ((programme->dated && programme->donor_count > 0) || !sel_programme_is_active(programme))
        return;
    int32_t days = study->window_end - study->window_start;
    if (programme->dated)
        days = sel_supply_days_high(programme, study->window_start, study->window_end);
    for (uint32_t i = 0; i < programme->place_count && days > 0; i++) {
        const sel_study_place *place = &programme->places[i];
        sel_opening *at =
            &openings->list[(size_t)place->recipient * openings->capabilities + place->capability];
        uint64_t more = (uint64_t)place->effort_high * (uint64_t)days;
        at->all += more;
        at->undated += programme->dated ? 0 : more;
    }
}

sel_opening sel_opening_at(const sel_openings *openings, uint32_t recipient, uint32_t capability)
{
    return openings->list[(size_t)recipient * openings->capabilities + capability];
}
