#include "analysis/overlap/side.h"

/** Places that are put in order without asking for memory. */
enum { FEW_PLACES = 16 };

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
    uint32_t part_low = place->effort_high;
    if (place->depth_low < place->depth_high)
        part_low = place->effort_high / place->depth_high * place->depth_low;
    side->places[side->place_count++] = (sel_side_place){
        key, place->effort_low, place->effort_high & 0xFFFFFFU, place->presence, part_low};
    side->part_low += part_low;
    side->effort_high += place->effort_high;
}

/* Places with their ranks, rarest first. */
static void copy_by_rank(sel_side *side, const sel_places *places)
{
    const sel_study_programme *from = side->programme;
    uint64_t few[FEW_PLACES];
    uint64_t *order = few;
    if (from->place_count > FEW_PLACES)
        order = sel_memory_resize(NULL, from->place_count, sizeof *order);
    uint32_t count = sel_places_rarest_first(places, from, SEL_PLACES_ALL, order);
    for (uint32_t i = 0; i < count; i++)
        copy_place(side, &from->places[(uint32_t)order[i]], (uint32_t)(order[i] >> 32));
    if (order != few)
        sel_memory_resize(order, 0, 1);
}

void sel_side_fill(sel_side *side, const sel_study *study, uint32_t programme,
                   const sel_places *places)
{
    const sel_study_programme *from = &study->programmes[programme];
    *side = (sel_side){
        .programme = from,
        .span = sel_span_of(from),
        .kinds = from->kinds,
        .for_whom = from->for_whom,
        .donor = from->donor_count == 1 ? from->donors[0] : SEL_NONE,
        .declared = declared_by(study, from),
        .linked = true,
    };
    if (places != NULL) {
        copy_by_rank(side, places);
        return;
    }
    for (uint32_t i = 0; i < from->place_count; i++) {
        const sel_study_place *place = &from->places[i];
        copy_place(side, place, (uint32_t)place->recipient << 8 | place->capability);
    }
}

sel_side *sel_side_make(const sel_study *study, uint32_t programme, sel_arena *arena)
{
    sel_side *side = sel_arena_array(arena, sel_side_size(&study->programmes[programme]), 1);
    sel_side_fill(side, study, programme, NULL);
    return side;
}

bool sel_side_shares_donor(const sel_side *a, const sel_side *b)
{
    if (a->donor != SEL_NONE && b->donor != SEL_NONE)
        return a->donor == b->donor;
    return sel_study_share_donor(a->programme, b->programme);
}
