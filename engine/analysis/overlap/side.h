/** side.h - a programme as comparing reads it: all in one piece of memory. */
#ifndef SEL_ANALYSIS_OVERLAP_SIDE_H
#define SEL_ANALYSIS_OVERLAP_SIDE_H

#include "analysis/places.h"
#include "analysis/span.h"

/** Who declares that a programme is coordinated with others. */
enum { SEL_DECLARED_BY_DONOR = 1, SEL_DECLARED_BY_RECIPIENT = 2 };

/** Effort at one place. */
typedef struct sel_side_place {
    uint32_t key; /**< see sel_side */
    uint32_t effort_low;
    uint32_t effort_high : 24; /**< SEL_EFFORT_WHOLE at most */
    uint32_t presence : 8;     /**< sel_presence */
    uint32_t part_low;         /**< effort_high at the least depth: see sel_side */
} sel_side_place;

/** One side of a pair. Two sides that are compared have keys of one kind: place ranks of one table,
 *  or recipient << 8 | capability.
 *
 *  Efforts are uncertain because of depth, place by place, and because of how much of the programme
 *  is cyber at all, everywhere alike. What part of a programme lies at some places depends on the
 *  first only: parts are counted at the largest cyber share, from part_low to effort_high. */
typedef struct sel_side {
    const sel_study_programme *programme;
    sel_span span;     /**< means nothing when the programme has no dates */
    uint32_t part_low; /**< totals over the places, 10⁻⁷ */
    uint32_t effort_high;
    uint16_t kinds;
    uint16_t for_whom;
    uint32_t donor;   /**< the only donor, or SEL_NONE when there are none or several */
    uint8_t declared; /**< bits of SEL_DECLARED_BY_… */
    bool linked;      /**< some link or joining may concern it */
    uint32_t place_count;
    sel_side_place places[]; /**< ascending key */
} sel_side;

/** Bytes of a programme's side; a multiple of its alignment. */
static inline size_t sel_side_size(const sel_study_programme *programme)
{
    return sizeof(sel_side) + programme->place_count * sizeof(sel_side_place);
}

/** Fill the sel_side_size bytes of a programme's side. places, when not NULL, gives the keys:
 *  ranks, rarest first. */
void sel_side_fill(sel_side *side, const sel_study *study, uint32_t programme,
                   const sel_places *places);

/** Side of a programme in arena, with keys of recipient << 8 | capability. */
sel_side *sel_side_make(const sel_study *study, uint32_t programme, sel_arena *arena);

/** Whether two sides have a donor in common. */
bool sel_side_shares_donor(const sel_side *a, const sel_side *b);

/** First position behind `at` whose key is not below key, in steps that double: sides of few and of
 *  many places meet all the time. The key at `at` is below. */
static inline uint32_t sel_side_seek(const sel_side *side, uint32_t at, uint32_t key)
{
    uint32_t step = 1;
    while (at + step < side->place_count && side->places[at + step].key < key) {
        at += step;
        step *= 2;
    }
    uint32_t end = at + step < side->place_count ? at + step : side->place_count;
    at++;
    while (at < end) {
        uint32_t middle = at + (end - at) / 2;
        if (side->places[middle].key < key)
            at = middle + 1;
        else
            end = middle;
    }
    return at;
}

/** Move *i and *j, from 0 or behind the last common place, to the next place that both sides have;
 *  false when there is none. */
static inline bool sel_side_next_common(const sel_side *a, const sel_side *b, uint32_t *i,
                                        uint32_t *j)
{
    while (*i < a->place_count && *j < b->place_count) {
        uint32_t x = a->places[*i].key;
        uint32_t y = b->places[*j].key;
        if (x == y)
            return true;
        if (x < y)
            *i = sel_side_seek(a, *i, y);
        else
            *j = sel_side_seek(b, *j, x);
    }
    return false;
}

#endif
