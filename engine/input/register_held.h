/** register_held.h - what was found in rows, held until the programme they are of is handed on.
 *
 * Only then is it known which rows are one programme and what its identifier is, and whoever
 * counts records by what was found in them must hear of both together. About 0.2 KB each. Private
 * to input/register_*. */
#ifndef SEL_INPUT_REGISTER_HELD_H
#define SEL_INPUT_REGISTER_HELD_H

#include "base/index.h"
#include "base/issues.h"

typedef struct sel_held_finding {
    sel_issue issue;
    struct sel_held_finding *next;
} sel_held_finding;

/** Start with zero; all in one arena. */
typedef struct sel_held_findings {
    sel_held_finding *first;
    sel_held_finding *last;
} sel_held_findings;

/** Hold a copy; texts that come again and again go to pool. */
void sel_held_add(sel_held_findings *held, sel_arena *arena, sel_index *pool,
                  const sel_issue *issue);

/** Put those of other, which is not used any more, behind. */
void sel_held_join(sel_held_findings *held, const sel_held_findings *other);

/** Report them, in the order they were found; those of rows without an identifier under record. */
void sel_held_report(const sel_held_findings *held, sel_str record, sel_issues *issues);

#endif
