/** tell_apart.h - pairs that are no overlap: one programme told twice, parts of one, successors.
 *
 * Private to work. */
#ifndef SEL_WORK_TELL_APART_H
#define SEL_WORK_TELL_APART_H

#include "work/results.h"

/** Add the section "apart" to the report: counts by class, then each pair of records of one
 *  programme with what the two say differently, then successors found by their names. */
void sel_tell_apart(const sel_context *context, const sel_assessment *assessment,
                    sel_report *report);

#endif
