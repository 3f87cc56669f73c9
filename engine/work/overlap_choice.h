/** overlap_choice.h - whose overlap, and where: names as users give them, as analysis takes them.
 */
#ifndef SEL_WORK_OVERLAP_CHOICE_H
#define SEL_WORK_OVERLAP_CHOICE_H

#include "analysis/overlap/overlap.h"

/** What was asked for, found in the study. */
typedef struct sel_asked {
    sel_overlap_choice choice; /**< in the arena given */
    uint32_t recipient;        /**< recipient number, SEL_NONE: all */
    bool any;                  /**< something was asked for */
} sel_asked;

/** donor: any name or identifier of an organisation that pays for programmes, or of one that
 *  belongs to it; recipient: a code or a name, a regional body stands for its members as well.
 *  NULL: all. SEL_NOT_FOUND when there is no such thing; the nearest name is said. */
SEL_CHECKED
sel_status sel_overlap_choose(const sel_study *study, const char *donor, const char *recipient,
                              sel_arena *arena, sel_asked *asked, sel_error *err);

#endif
