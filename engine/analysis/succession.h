/** succession.h - which programme goes on where another ended, by name and dates.
 *
 * A title's name is what stands before its first colon, bracket or dash, and
 * its number what follows "phase", a last roman or single digit ("II", "2"), or
 * a "+" or "plus" after the name, which count as 2; without one it is 1. A
 * programme succeeds another when the names are the same but for case, accents
 * and blanks, its number is larger, they have a donor in common and it surely
 * begins later. Of several predecessors the one with the largest number is
 * taken, then the one that begins last, then the first in study order.
 *
 * Names of fewer than six bytes, or that more than 64 records have, say too
 * little. It is evidence, not a statement: what registers declare to each other
 * is a link. */
#ifndef SEL_ANALYSIS_SUCCESSION_H
#define SEL_ANALYSIS_SUCCESSION_H

#include "domain/study.h"

typedef struct sel_succession {
    uint32_t earlier; /**< programmes of the study */
    uint32_t later;
} sel_succession;

/** Name and number of a title; the name is folded, without blanks, in arena. */
typedef struct sel_title_phase {
    sel_str name;
    uint32_t number; /**< from 1 */
} sel_title_phase;

sel_title_phase sel_title_phase_read(sel_str title, sel_arena *arena);

/** Find all among the programmes that stand for themselves (counted has one element per programme
 *  of the study); ascending later, in arena. */
const sel_succession *sel_successions_find(const sel_study *study, const bool *counted,
                                           sel_arena *arena, uint32_t *count);

#endif
