/** participation.h - which states take part: in the discourse on ICT security, and in support. One
 *  rule for indicator c2 and for the list of those who have yet to take part.
 *
 * In the discourse: a session attended, a statement made, sponsorship used, or
 * a point of contact listed, by answers of the 36 months before as-of (the
 * questions ask about three years). Any of the four surely so: it did; all four
 * surely not: it did not. Whose answer counts, question by question, says
 * respondents.h; respondents who differ leave a question open. In support: an
 * active programme that surely, or possibly, has time in the window and a depth
 * of associate or more. */
#ifndef SEL_ANALYSIS_PARTICIPATION_H
#define SEL_ANALYSIS_PARTICIPATION_H

#include "analysis/principle/selection.h"

typedef enum sel_taking_part { SEL_PART_NONE, SEL_PART_UNKNOWN, SEL_PART_SURE } sel_taking_part;

typedef struct sel_participation {
    sel_taking_part discourse;
    sel_taking_part support;
    bool declines; /**< some respondent that counts prefers no outside support */
    bool accepts;  /**< some says that it does not prefer so; both: they differ */
} sel_participation;

/** One per recipient number, into evidence->arena; of recipients that the selection does not cover
 *  nothing is known. */
const sel_participation *sel_participation_of(const sel_evidence *evidence,
                                              const sel_selection *selection);

#endif
