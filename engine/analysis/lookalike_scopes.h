/** lookalike_scopes.h - records whose dates say too little, beside those of the same donor and
 * recipients. Private to lookalike. */
#ifndef SEL_ANALYSIS_LOOKALIKE_SCOPES_H
#define SEL_ANALYSIS_LOOKALIKE_SCOPES_H

#include "analysis/title.h"
#include "domain/study.h"

/** A record in the group of one of its donors, with what rules out quickly that it is like another
 *  of the group. */
typedef struct sel_lookalike_scope {
    uint32_t programme;
    uint32_t group_end; /**< where the next group begins */
    bool precise;       /**< dates are known to the month at least */
    sel_day start;      /**< days that it may last; all days without dates */
    sel_day end;
    sel_title_sketch title;
} sel_lookalike_scope;

/** Groups one after another. In a group those with imprecise dates stand first, then they go by
 *  start. Groups in which all dates are precise, and records that are alone, are left out. */
typedef struct sel_lookalike_scopes {
    sel_lookalike_scope *list;
    uint32_t count;
} sel_lookalike_scopes;

/** Scopes of the wanted programmes (one flag each) that have donors and places, in arena. Groups of
 *  different recipients may fall together. */
sel_lookalike_scopes sel_lookalike_scopes_make(const sel_study *study, const bool *wanted,
                                               sel_arena *arena);

#endif
