/** overlap_choice.h - whose overlap, and where: names as users give them, as analysis takes them.
 */
#ifndef SEL_WORK_OVERLAP_CHOICE_H
#define SEL_WORK_OVERLAP_CHOICE_H

#include "analysis/overlap/overlap.h"

/** As users write it; NULL: all. */
typedef struct sel_overlap_wish {
    const char *donor; /**< any name or identifier of an organisation that pays for programmes, or
                            of one that belongs to it */
    const char *recipient; /**< a code or a name; a regional body stands for its members as well */
    const char *programme; /**< address "REGISTER:ID"; a record joined to another stands for it */
} sel_overlap_wish;

/** What was asked for, found in the study. */
typedef struct sel_asked {
    sel_overlap_choice choice; /**< in the arena given */
    uint32_t recipient;        /**< recipient number, SEL_NONE: all */
    bool any;                  /**< something was asked for */
} sel_asked;

/** Find what is wished for. SEL_NOT_FOUND when there is no such thing; the nearest name is said. */
SEL_CHECKED
sel_status sel_overlap_choose(const sel_study *study, const sel_records *records,
                              const sel_overlap_wish *wish, sel_arena *arena, sel_asked *asked,
                              sel_error *err);

#endif
