/** places.h - the places (recipient × capability) that programmes of a study reach, numbered.
 *
 * Numbers ascend with (recipient, capability); ranks go from the place with
 * the fewest programmes to the one with the most. Both are dense from 0. */
#ifndef SEL_ANALYSIS_PLACES_H
#define SEL_ANALYSIS_PLACES_H

#include "domain/study.h"

typedef struct sel_places {
    uint32_t count;
    const uint32_t *keys;    /**< per number: recipient << 8 | capability */
    const uint32_t *first;   /**< count + 1 running sums of programmes per place */
    const uint32_t *ranks;   /**< per number: rarest first, ties by number */
    const uint32_t *numbers; /**< by recipient × columns + capability, or SEL_NONE */
    uint32_t columns;
} sel_places;

/** Which of a programme's places count. */
typedef enum sel_places_of {
    SEL_PLACES_EFFORT, /**< those with effort */
    SEL_PLACES_ALL,    /**< those where it is only present too */
} sel_places_of;

/** Number the places of the wanted programmes (one flag each), in arena. */
sel_places sel_places_number(const sel_study *study, const bool *wanted, sel_places_of which,
                             sel_arena *arena);

/** Whether a programme's place counts among `which`. */
static inline bool sel_place_counts(const sel_study_place *place, sel_places_of which)
{
    return which == SEL_PLACES_ALL || place->effort_high > 0;
}

/** Number of a place of a wanted programme. */
static inline uint32_t sel_places_at(const sel_places *places, const sel_study_place *place)
{
    return places->numbers[(size_t)place->recipient * places->columns + place->capability];
}

static inline uint16_t sel_places_recipient(const sel_places *places, uint32_t number)
{
    return (uint16_t)(places->keys[number] >> 8);
}

static inline uint8_t sel_places_capability(const sel_places *places, uint32_t number)
{
    return (uint8_t)(places->keys[number] & 0xFF);
}

/** Write the positions of a wanted programme's places that count, rarest first, as rank << 32 |
 *  position; returns how many. order has room for place_count. */
uint32_t sel_places_rarest_first(const sel_places *places, const sel_study_programme *programme,
                                 sel_places_of which, uint64_t *order);

#endif
