/** lookalike.h - records that tell the same programme by what they say, without a link.
 *
 * Structure finds them, the title is evidence. Certain, all of these hold:
 *   - both ends of the ranges of start within 62, of end within 122 days;
 *   - at least half of the longer one's days in common (sessions a month apart
 *     are not one);
 *   - at least 7/10 of the larger effort at the same places;
 *   - a donor or an implementer in common, implementers not known to differ;
 *   - titles alike from 0.6, with the same numbers in them.
 * Certain too, whatever the ends: starts that may be within 62 days, the same
 * three or more recipients, a donor and an implementer in common, and such
 * titles. Ends move when projects are prolonged.
 * For review, both counted: certain but for the implementers, the numbers, or
 * the ends (with the same recipients and a donor in common); or dates that say
 * too little (unknown, or to more than a month) and do not contradict, with
 * the same recipients, a donor in common and such titles.
 *
 * A record is only joined to a record that stands for itself, so likeness does
 * not chain. Records are met in buckets (party, rare place, 62 days of start;
 * donor and recipients where dates say too little), so the work grows with the
 * records that share all of a key, not with the square of all. */
#ifndef SEL_ANALYSIS_LOOKALIKE_H
#define SEL_ANALYSIS_LOOKALIKE_H

#include "domain/study.h"

/** Most preferred earlier record that one record looks like. */
typedef struct sel_lookalike {
    uint32_t of; /**< programme, or SEL_NONE */
    bool certain;
    const char *reason; /**< as in records.h; NULL when there is none */
} sel_lookalike;

/** For each of count records in order of preference, what it looks like; found has count items. */
void sel_lookalikes_find(const sel_study *study, const uint32_t *order, uint32_t count,
                         sel_lookalike *found);

#endif
