/** explain_score.h - where a score came from: its formula with the numbers put in, what moved it,
 *  what is not known and would settle it, down to files and cells. Private to work. */
#ifndef SEL_WORK_EXPLAIN_SCORE_H
#define SEL_WORK_EXPLAIN_SCORE_H

#include "work/explain_steps.h"

/** Explain an indicator of a subject. SEL_NOT_FOUND: no meaning at this
 *  level. */
SEL_CHECKED
sel_status sel_explain_score(sel_explaining *e, const sel_indicator *indicator,
                             sel_subject subject);

/** Explain a principle ('a' … 'd') of a subject: its indicators and their mean. */
SEL_CHECKED
sel_status sel_explain_principle(sel_explaining *e, char letter, sel_subject subject);

#endif
