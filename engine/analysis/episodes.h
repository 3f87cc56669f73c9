/** episodes.h - when donors meet at a place: maximal stretches of days on which programmes run that
 *  no one donor is in all.
 *
 * Their days add up to days_low and days_high of supply.h: surely together from
 * certain support, perhaps together from possible support. They are found for
 * the places that are asked for, not kept for all. */
#ifndef SEL_ANALYSIS_EPISODES_H
#define SEL_ANALYSIS_EPISODES_H

#include "analysis/giving.h"
#include "analysis/supply.h"

typedef struct sel_episode {
    sel_day from;
    sel_day to;          /**< half-open, inside the window */
    uint32_t donors;     /**< distinct known donors with a programme on some of its days */
    uint32_t programmes; /**< that run on some of its days, those without a known donor too */
} sel_episode;

/** Episodes of one place, ascending days. */
typedef struct sel_episodes {
    const sel_episode *list;
    uint32_t count;
} sel_episodes;

/** Episodes of places of supplies, given by their numbers there in ascending order: one result per
 *  place, in arena. counted as for sel_supply_compute. One pass over all programmes, however many
 *  places are asked for. */
const sel_episodes *sel_episodes_at(const sel_study *study, const sel_supplies *supplies,
                                    const bool *counted, const uint32_t *places, uint32_t count,
                                    sel_surety surety, sel_arena *arena);

#endif
