/** tick.h - yes and no as programs write them in cells, in any language. Private to input. */
#ifndef SEL_INPUT_TICK_H
#define SEL_INPUT_TICK_H

#include "base/str.h"

typedef enum sel_tick { SEL_TICK_NONE, SEL_TICK_YES, SEL_TICK_NO } sel_tick;

/** TRUE, VRAI, FALSCH, …: what spreadsheets make of a truth value; NONE when it is none. */
sel_tick sel_tick_boolean(sel_str text);

/** The same, or 1, 0, Y, N, yes, no, X: what stands in the column of one option. */
sel_tick sel_tick_option(sel_str text);

#endif
