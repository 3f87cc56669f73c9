#include "analysis/coverage.h"

#include "analysis/wide.h"

sel_coverage sel_coverage_of(uint64_t supply, uint64_t need)
{
    if (need == 0)
        return supply == 0 ? SEL_COVERAGE_QUIET : SEL_COVERAGE_UNSTATED;
    if (supply == 0)
        return SEL_COVERAGE_NONE;
    sel_wide percent = (sel_wide)supply * 100;
    if (percent < (sel_wide)need * SEL_COVERAGE_FROM)
        return SEL_COVERAGE_BELOW;
    return percent <= (sel_wide)need * SEL_COVERAGE_TO ? SEL_COVERAGE_ABOUT : SEL_COVERAGE_MORE;
}

static void compare(const sel_study *study, sel_coverage_place *place)
{
    int32_t days = study->window_end - study->window_start;
    place->known = place->need != NULL && sel_need_is_known(place->need);
    if (!place->known)
        return;
    place->need_low = sel_supply_need(study->model, place->need->severity_low, days);
    place->need_high = sel_supply_need(study->model, place->need->severity_high, days);
    uint64_t low = place->supply == NULL ? 0 : place->supply->low;
    uint64_t high = place->supply == NULL ? 0 : place->supply->high;
    place->least = sel_coverage_of(low, place->need_high);
    place->most = sel_coverage_of(high, place->need_low);
}

sel_coverage_place sel_coverage_at(const sel_study *study, const sel_needs *needs,
                                   const sel_supplies *supplies, uint32_t recipient,
                                   uint32_t capability)
{
    sel_coverage_place place = {.recipient = recipient,
                                .capability = capability,
                                .need = sel_needs_find(needs, recipient, capability),
                                .supply = sel_supply_find(supplies, recipient, capability)};
    compare(study, &place);
    return place;
}

static uint64_t key_of(uint32_t recipient, uint32_t capability)
{
    return (uint64_t)recipient << 32 | capability;
}

static void count_place(const sel_coverage_place *place, sel_coverage_map *map)
{
    map->unknown += !place->known;
    map->unsure += place->known && place->least != place->most;
    map->in_class[place->least] += place->known && place->least == place->most;
}

/* Needs and supplies both ascend: go along both. */
sel_coverage_map sel_coverage_compute(const sel_study *study, const sel_needs *needs,
                                      const sel_supplies *supplies, sel_arena *arena)
{
    size_t room = (size_t)needs->count + supplies->count;
    sel_coverage_place *list = sel_arena_array(arena, room, sizeof *list);
    sel_coverage_map map = {.list = list};
    uint32_t n = 0;
    uint32_t s = 0;
    while (n < needs->count || s < supplies->count) {
        const sel_need *need = n < needs->count ? &needs->list[n] : NULL;
        const sel_supply *supply = s < supplies->count ? &supplies->list[s] : NULL;
        uint64_t needed = need == NULL ? UINT64_MAX : key_of(need->recipient, need->capability);
        uint64_t given =
            supply == NULL ? UINT64_MAX : key_of(supply->recipient, supply->capability);
        uint64_t key = needed < given ? needed : given;
        sel_coverage_place place = {.recipient = (uint32_t)(key >> 32),
                                    .capability = (uint32_t)key,
                                    .need = needed == key ? need : NULL,
                                    .supply = given == key ? supply : NULL};
        compare(study, &place);
        count_place(&place, &map);
        n += needed == key;
        s += given == key;
        list[map.count++] = place;
    }
    return map;
}
