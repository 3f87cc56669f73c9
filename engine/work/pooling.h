/** pooling.h - whether a value may be told to those who may not see all it rests on.
 *
 * A value for a shared output may rest on records and answers that its audience
 * may not see (domain/disclosure.h) only where they are pooled over enough: the
 * hidden records are of three donors and three recipients or more, the hidden
 * answers of recipients are of three, the hidden answers of donors of three. The
 * audience can take away what it sees itself, and fewer than three donors or states
 * could then be meant. The rule holds for the material the value comes from, its
 * contributors, and for all that is counted among "known" and "all" and in the bounds. */
#ifndef SEL_WORK_POOLING_H
#define SEL_WORK_POOLING_H

#include "domain/disclosure.h"
#include "work/assess.h"

/** Donors, or states and bodies, of which fewer could be told apart. */
enum { SEL_POOL_LEAST = 3 };

/** Whether the value of an indicator for a subject may be told to an audience. */
bool sel_is_pooled(const sel_assessment *assessment, const sel_indicator *indicator,
                   sel_subject subject, const sel_indicator_value *value, sel_disclosure audience);

#endif
