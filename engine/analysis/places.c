#include "analysis/places.h"

#include "analysis/order.h"

/* Size of the table of all recipients and capabilities that occur. */
static size_t measure(const sel_study *study, const bool *wanted, uint32_t *columns)
{
    uint32_t recipients = 0;
    uint32_t capabilities = 0;
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        for (uint32_t i = 0; wanted[p] && i < programme->place_count; i++) {
            const sel_study_place *place = &programme->places[i];
            if (place->recipient >= recipients)
                recipients = place->recipient + 1U;
            if (place->capability >= capabilities)
                capabilities = place->capability + 1U;
        }
    }
    *columns = capabilities;
    return (size_t)recipients * capabilities;
}

/* Programmes per cell of the table. */
static void tally(const sel_study *study, const bool *wanted, sel_places_of which, uint32_t columns,
                  uint32_t *table)
{
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        for (uint32_t i = 0; wanted[p] && i < programme->place_count; i++) {
            const sel_study_place *place = &programme->places[i];
            if (sel_place_counts(place, which))
                table[(size_t)place->recipient * columns + place->capability]++;
        }
    }
}

static const uint32_t *rank_places(const uint32_t *first, uint32_t count, sel_arena *arena)
{
    uint64_t *order = sel_arena_array(arena, count, sizeof *order);
    for (uint32_t n = 0; n < count; n++)
        order[n] = (uint64_t)(first[n + 1] - first[n]) << 32 | n;
    qsort(order, count, sizeof *order, sel_order_keys);
    uint32_t *ranks = sel_arena_array(arena, count, sizeof *ranks);
    for (uint32_t rank = 0; rank < count; rank++)
        ranks[(uint32_t)order[rank]] = rank;
    return ranks;
}

sel_places sel_places_number(const sel_study *study, const bool *wanted, sel_places_of which,
                             sel_arena *arena)
{
    sel_places places = {0};
    size_t cells = measure(study, wanted, &places.columns);
    uint32_t *table = sel_arena_array(arena, cells, sizeof *table);
    tally(study, wanted, which, places.columns, table);
    for (size_t i = 0; i < cells; i++)
        places.count += table[i] > 0;
    uint32_t *keys = sel_arena_array(arena, places.count, sizeof *keys);
    uint32_t *first = sel_arena_array(arena, (size_t)places.count + 1, sizeof *first);
    uint32_t number = 0;
    for (size_t i = 0; i < cells; i++) {
        if (table[i] == 0) {
            table[i] = SEL_NONE;
            continue;
        }
        keys[number] = (uint32_t)(i / places.columns << 8 | i % places.columns);
        first[number + 1] = first[number] + table[i];
        table[i] = number++;
    }
    places.keys = keys;
    places.first = first;
    places.numbers = table;
    places.ranks = rank_places(first, places.count, arena);
    return places;
}

uint32_t sel_places_rarest_first(const sel_places *places, const sel_study_programme *programme,
                                 sel_places_of which, uint64_t *order)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < programme->place_count; i++) {
        const sel_study_place *place = &programme->places[i];
        if (sel_place_counts(place, which))
            order[count++] = (uint64_t)places->ranks[sel_places_at(places, place)] << 32 | i;
    }
    if (count > 1)
        qsort(order, count, sizeof *order, sel_order_keys);
    return count;
}
