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
} sel_side_place;

/** One side of a pair. Two sides that are compared have keys of one kind: place ranks of one table,
 *  or recipient << 8 | capability. */
typedef struct sel_side {
    const sel_study_programme *programme;
    sel_span span;       /**< means nothing when the programme has no dates */
    uint32_t effort_low; /**< totals over the places, 10⁻⁷ */
    uint32_t effort_high;
    uint16_t kinds;
    uint16_t for_whom;
    uint32_t donor;   /**< the only donor, or SEL_NONE when there are none or several */
    uint8_t declared; /**< bits of SEL_DECLARED_BY_… */
    bool linked;      /**< some link or joining may concern it */
    uint32_t place_count;
    sel_side_place places[]; /**< ascending key */
} sel_side;

/** Side of a programme in arena. places, when not NULL, gives the keys: ranks, rarest first. */
sel_side *sel_side_make(const sel_study *study, uint32_t programme, const sel_places *places,
                        sel_arena *arena);

/** Whether two sides have a donor in common. */
bool sel_side_shares_donor(const sel_side *a, const sel_side *b);

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
        *i += x < y;
        *j += y < x;
    }
    return false;
}

#endif
