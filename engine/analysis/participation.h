/** participation.h - which states take part: in the discourse on ICT security, and in support.
 *
 * In the discourse: a session attended, a statement made, sponsorship used, or
 * a point of contact listed, by answers of the 36 months before as-of (the
 * questions ask about three years). Any of the four surely so: it did; all four
 * surely not: it did not. Respondents of a state who contradict each other on
 * one leave that one open. In support: an active programme that surely, or
 * possibly, has time in the window and a depth of associate or more. */
#ifndef SEL_ANALYSIS_PARTICIPATION_H
#define SEL_ANALYSIS_PARTICIPATION_H

#include "analysis/principle/roster.h"

typedef enum sel_taking_part { SEL_PART_NONE, SEL_PART_UNKNOWN, SEL_PART_SURE } sel_taking_part;

typedef struct sel_participation {
    sel_taking_part discourse;
    sel_taking_part support;
    bool declined; /**< some respondent prefers no outside support, and none says otherwise */
} sel_participation;

/** One per recipient, in arena. */
sel_participation *sel_participation_of(const sel_study *study, const sel_roster *roster,
                                        sel_arena *arena);

#endif
