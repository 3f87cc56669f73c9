/** revision.h - what a newer answer changed against the one it replaces. */
#ifndef SEL_WORK_REVISION_H
#define SEL_WORK_REVISION_H

#include "report/report.h"
#include "store/store.h"
#include "work/context.h"

/** One question whose answer is another one now. NULL: it was, or is, left empty. */
typedef struct sel_answer_change {
    const sel_item *item;
    const sel_answer *before;
    const sel_answer *after;
} sel_answer_change;

/** Changes of one revision by question. A value that is only written or placed otherwise in the
 *  file is no change. */
typedef struct sel_answer_changes {
    const sel_answer_change *list;
    uint32_t count;
} sel_answer_changes;

/** Compare a response with a stored revision of its submission, by question names, so that
 *  versions of the questionnaire may differ; questions that are no longer asked are left out.
 *  Texts are in arena; items are the response's. */
SEL_CHECKED
sel_status sel_revision_compare(sel_store *store, const sel_response *response,
                                const sel_geography *geography, uint32_t revision, sel_arena *arena,
                                sel_answer_changes *changes, sel_error *err);

/** What a response repeats of an earlier round. */
typedef struct sel_carry_over {
    sel_str round;
    uint32_t answers; /**< 0: it repeats nothing, or fewer than SEL_QUALITY_UNCHANGED_ANSWERS */
} sel_carry_over;

/** Whether a response says, question by question, what its respondent last answered in another
 *  round, as a sheet filled in beforehand does until somebody looks at it; who answers and when is
 *  left out. Texts are in arena. */
SEL_CHECKED
sel_status sel_revision_carried_over(sel_store *store, const sel_response *response,
                                     const sel_geography *geography, sel_arena *arena,
                                     sel_carry_over *carried, sel_error *err);

/** A table "changes": question, before, after, in the context's language. The values of sealed
 *  questions are not shown. Nothing when there are none. respondent stands in the first column
 *  for machines. */
void sel_revision_tell(const sel_context *context, const sel_answer_changes *changes,
                       sel_str respondent, sel_table *table);

/** Columns of that table. */
void sel_revision_columns(const sel_context *context, sel_table *table);

#endif
