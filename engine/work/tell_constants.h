/** tell_constants.h - the constants that a number was computed with. Private to work. */
#ifndef SEL_WORK_TELL_CONSTANTS_H
#define SEL_WORK_TELL_CONSTANTS_H

#include "analysis/principle.h"
#include "work/context.h"

/** "few donors 2, many donors 6" of an indicator, in arena; those that the model leaves out are
 *  marked as defaults. Empty when it has none. */
sel_str sel_tell_constants(const sel_context *context, const sel_indicator *indicator,
                           sel_arena *arena);

#endif
