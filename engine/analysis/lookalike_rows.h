/** lookalike_rows.h - dated records at their rarest places, by start. Private to lookalike. */
#ifndef SEL_ANALYSIS_LOOKALIKE_ROWS_H
#define SEL_ANALYSIS_LOOKALIKE_ROWS_H

#include "domain/study.h"

/** A record at one of its rare places. The signs of its parties rule out quickly that two have one
 *  in common; who names no donor has all of them. */
typedef struct sel_lookalike_row {
    uint32_t programme;
    uint32_t rank; /**< of the place, rarest first */
    sel_day start;
    uint32_t donors;
    uint32_t implementers;
} sel_lookalike_row;

/** Rows by place, rarest place first, then by start. A record's rare places are those before less
 *  than 7/10 of its effort is left: two with 7/10 of the larger effort in common share one of them,
 *  as else all they share would be left over in the one whose rare places end first. */
typedef struct sel_lookalike_rows {
    const sel_lookalike_row *list;
    uint32_t count;
    const uint32_t *ranks; /**< of a record's rare places, ascending */
    const uint32_t *first; /**< per programme: where its ranks begin */
} sel_lookalike_rows;

/** Rows of the wanted programmes (one flag each) that have dates, in arena. */
sel_lookalike_rows sel_lookalike_rows_make(const sel_study *study, const bool *wanted,
                                           sel_arena *arena);

/** Whether a place is the first of the rare places that both records have; they have one. */
bool sel_lookalike_rows_meet_at(const sel_lookalike_rows *rows, uint32_t rank, uint32_t a,
                                uint32_t b);

#endif
