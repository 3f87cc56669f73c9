#include "analysis/overlap/side.h"

/* A record's own word, and that of the other side's record of the same programme. */
static uint8_t declared_by(const sel_study *study, const sel_study_programme *programme)
{
    unsigned declared = 0;
    const sel_study_programme *twin =
        programme->twin == SEL_NONE ? programme : &study->programmes[programme->twin];
    if (programme->coordinated == 1)
        declared |=
            programme->stated_by == SEL_NONE ? SEL_DECLARED_BY_DONOR : SEL_DECLARED_BY_RECIPIENT;
    if (twin->coordinated == 1)
        declared |= twin->stated_by == SEL_NONE ? SEL_DECLARED_BY_DONOR : SEL_DECLARED_BY_RECIPIENT;
    return (uint8_t)declared;
}

static void copy_place(sel_side *side, const sel_study_place *place, uint32_t key)
{
    side->places[side->place_count++] =
        (sel_side_place){key, place->effort_low, place->effort_high & 0xFFFFFFU, place->presence};
    side->effort_low += place->effort_low;
    side->effort_high += place->effort_high;
}

sel_side *sel_side_make(const sel_study *study, uint32_t programme, const sel_places *places,
                        sel_arena *arena)
{
    const sel_study_programme *from = &study->programmes[programme];
    sel_side *side =
        sel_arena_array(arena, 1, sizeof *side + from->place_count * sizeof *side->places);
    side->programme = from;
    side->span = sel_span_of(from);
    side->kinds = from->kinds;
    side->for_whom = from->for_whom;
    side->donor = from->donor_count == 1 ? from->donors[0] : SEL_NONE;
    side->declared = declared_by(study, from);
    side->linked = true;
    if (places == NULL) {
        for (uint32_t i = 0; i < from->place_count; i++)
            copy_place(side, &from->places[i],
                       (uint32_t)from->places[i].recipient << 8 | from->places[i].capability);
        return side;
    }
    uint64_t few[16];
    uint64_t *order = from->place_count <= 16 ? few : sel_memory_resize(NULL, from->place_count, 8);
    uint32_t count = sel_places_rarest_first(places, from, SEL_PLACES_ALL, order);
    for (uint32_t i = 0; i < count; i++)
        copy_place(side, &from->places[(uint32_t)order[i]], (uint32_t)(order[i] >> 32));
    if (order != few)
        sel_memory_resize(order, 0, 1);
    return side;
}

bool sel_side_shares_donor(const sel_side *a, const sel_side *b)
{
    if (a->donor != SEL_NONE && b->donor != SEL_NONE)
        return a->donor == b->donor;
    return sel_study_share_donor(a->programme, b->programme);
}
