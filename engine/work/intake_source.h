/** intake_source.h - a file of answers, opened: its letters, its form and its questionnaire.
 * Private to work. */
#ifndef SEL_WORK_INTAKE_SOURCE_H
#define SEL_WORK_INTAKE_SOURCE_H

#include "input/answer_mapping.h"
#include "work/incoming.h"
#include "work/intake.h"

typedef struct sel_intake_source {
    sel_bytes *bytes; /**< read as UTF-8 from here on */
    sel_encoding encoding;
    sel_questionnaire questionnaire;
    sel_mapping *mapping;  /**< NULL: none was given */
    bool by_header;        /**< the headers decided for another than the usual questionnaire */
    sel_incoming incoming; /**< guess.form NONE: not answers */
} sel_intake_source;

/** Open path as the options (may be NULL) say; faults of a mapping go to issues. Close it also
 * after a failure. */
SEL_CHECKED
sel_status sel_intake_open(const sel_context *context, const char *path,
                           const sel_intake_options *options, sel_arena *arena, sel_issues *issues,
                           sel_intake_source *source, sel_error *err);

/** Whether it is the guide of one of our hand-outs, saved as CSV in place of the answers. */
bool sel_intake_is_guide(const sel_context *context, const sel_intake_source *source,
                         sel_arena *arena);

void sel_intake_close(sel_intake_source *source);

#endif
