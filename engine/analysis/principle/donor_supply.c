#include "analysis/principle/donor_supply.h"

static int by_supply(const void *a, const void *b)
{
    const sel_donor_place *left = a;
    const sel_donor_place *right = b;
    return (left->supply > right->supply) - (left->supply < right->supply);
}

static uint32_t place_total(const sel_selection *selection)
{
    uint32_t total = 0;
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        total += selection->undertakings[i].programme->place_count;
    }
    return total;
}

static uint32_t add_places(const sel_evidence *evidence, const sel_study_programme *record,
                           sel_donor_place *list)
{
    const sel_study *study = evidence->study;
    uint32_t count = 0;
    if (!record->dated || record->donor_count == 0 || !sel_programme_is_active(record))
        return 0;
    int32_t days_low = sel_supply_days_low(record, study->window_start, study->window_end);
    int32_t days_high = sel_supply_days_high(record, study->window_start, study->window_end);
    for (uint32_t i = 0; i < record->place_count; i++) {
        const sel_study_place *at = &record->places[i];
        const sel_supply *supply =
            sel_supply_find(evidence->supplies, at->recipient, at->capability);
        if (supply == NULL || days_high <= 0)
            continue;
        list[count++] = (sel_donor_place){
            .supply = (uint32_t)(supply - evidence->supplies->list),
            .low = (uint64_t)at->effort_low * (uint64_t)days_low / record->donor_count,
            .high = (uint64_t)at->effort_high * (uint64_t)days_high / record->donor_count,
        };
    }
    return count;
}

const sel_donor_place *sel_donor_supply(const sel_evidence *evidence,
                                        const sel_selection *selection, uint32_t *count)
{
    uint32_t room = place_total(selection);
    sel_donor_place *list = sel_arena_array(evidence->arena, room, sizeof *list);
    uint32_t filled = 0;
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        filled += add_places(evidence, selection->undertakings[i].programme, list + filled);
    }
    if (filled > 1)
        qsort(list, filled, sizeof *list, by_supply);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < filled; i++) {
        if (kept > 0 && list[kept - 1].supply == list[i].supply) {
            list[kept - 1].low += list[i].low;
            list[kept - 1].high += list[i].high;
        } else {
            list[kept++] = list[i];
        }
    }
    *count = kept;
    return list;
}
