/** lookalike.h - records that tell the same programme by what they say, without a link.
 *
 * Structure finds them, the title is evidence. Certain: both ends of start and
 * end ranges within 62 and 122 days, at least 7/10 of the larger effort at the
 * same places, a donor or implementer in common, titles alike from 0.6, the
 * same numbers in the titles, implementers not known to differ.
 * For review only: one of the last two fails; or the ends do, with the same
 * recipients and a donor in common; or dates known to a year at best or not at
 * all that do not contradict, with the same recipients, a donor and a title in
 * common.
 *
 * A record is only ever joined to a record that stands for itself, so likeness
 * does not chain. Records are met in buckets (party, rare place, 62 days of
 * start), so the work grows with the records that share all three. */
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
