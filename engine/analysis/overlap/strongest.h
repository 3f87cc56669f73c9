/** strongest.h - the strongest pairs among any number, in room for the longest list wanted.
 *
 * The order is total, so that what is kept does not depend on the order pairs
 * are offered in or on how they are dealt to threads. */
#ifndef SEL_ANALYSIS_OVERLAP_STRONGEST_H
#define SEL_ANALYSIS_OVERLAP_STRONGEST_H

#include "analysis/overlap/overlap.h"

/** What pairs are ordered by: reading, strength, then first a, then first b. */
typedef struct sel_strong {
    sel_reading reading;
    uint32_t strength_ppm;
    uint32_t a;
    uint32_t b;
} sel_strong;

/** A heap with the weakest kept pair on top. */
typedef struct sel_strongest {
    sel_strong *pairs;
    uint32_t count;
    uint32_t room; /**< as given to create */
} sel_strongest;

sel_strongest sel_strongest_create(uint32_t room);

void sel_strongest_destroy(sel_strongest *strongest);

/** Keep a pair if it is among the strongest `room`. */
void sel_strongest_offer(sel_strongest *strongest, const sel_strong *pair);

/** Strongest first; nothing may be offered after. */
void sel_strongest_sort(sel_strongest *strongest);

#endif
