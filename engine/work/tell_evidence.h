/** tell_evidence.h - evidence about two records in words. Private to work. */
#ifndef SEL_WORK_TELL_EVIDENCE_H
#define SEL_WORK_TELL_EVIDENCE_H

#include "analysis/resemblance.h"
#include "work/context.h"

/** "title", in the reader's language. */
sel_str sel_tell_trait(const sel_context *context, sel_trait trait);

/** "partly alike", in the reader's language; empty for SEL_FOUND_NOTHING. */
sel_str sel_tell_finding(const sel_context *context, sel_finding_of_pair found, sel_arena *arena);

/** "+1.5": bits of a weight in hundredths. */
sel_str sel_tell_bits(int32_t weight, sel_arena *arena);

/** "start: the same day +7; title: partly alike +3" of what weighs anything, but the prior. */
sel_str sel_tell_evidence(const sel_context *context, const sel_resemblance *resemblance,
                          sel_arena *arena);

#endif
