/** finding_tally.h - what was found in a register, counted by code, with the first records of each.
 *
 * Start with `sel_finding_tally tally = {.arena = arena}`. A reader reports what it finds in a
 * record before it hands the record on; findings of one record that came later still would count it
 * again.
 */
#ifndef SEL_WORK_FINDING_TALLY_H
#define SEL_WORK_FINDING_TALLY_H

#include "base/issues.h"

enum { SEL_TALLY_FIRST = 3 };

typedef struct sel_code_tally {
    const char *code;
    uint64_t findings;
    uint64_t records;                 /**< that have it; 0: it is about the file */
    uint64_t latest;                  /**< number of the record counted last */
    sel_issue first[SEL_TALLY_FIRST]; /**< of different records or fields; texts in the arena */
    uint32_t first_count;
} sel_code_tally;

typedef struct sel_finding_tally {
    sel_arena *arena;
    sel_code_tally *codes;
    uint32_t count;
    uint32_t room;
    uint64_t record; /**< number of the record being read, from 0 */
} sel_finding_tally;

/** of_file: it is about no single record. */
void sel_finding_tally_add(sel_finding_tally *tally, const sel_issue *issue, bool of_file);

/** The record being read was handed on: what follows is of the next one. */
void sel_finding_tally_next_record(sel_finding_tally *tally);

/** Worst first: faults, warnings, notes; of these those of the file, then those of most records,
 *  of most findings, then by code. */
void sel_finding_tally_sort(sel_finding_tally *tally);

#endif
