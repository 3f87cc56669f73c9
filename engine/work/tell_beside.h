/** tell_beside.h - the figures beside an indicator's value, told. Private to work. */
#ifndef SEL_WORK_TELL_BESIDE_H
#define SEL_WORK_TELL_BESIDE_H

#include "analysis/principle/beside.h"
#include "work/results.h"

/** Name of a figure, with the group it is about; in arena. */
sel_str sel_tell_beside_name(const sel_context *context, const sel_beside_figure *figure,
                             sel_arena *arena);

/** What a figure means, and the seed of what was drawn for it; in arena. */
sel_str sel_tell_beside_how(const sel_context *context, const sel_beside_figure *figure,
                            sel_arena *arena);

/** A section with the figures beside the one indicator wanted; none when there are no figures. */
void sel_tell_beside(const sel_context *context, const sel_assessment *assessment,
                     const sel_score_wish *wish, const sel_score *score, sel_report *report);

#endif
