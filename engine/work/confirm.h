/** confirm.h - guessed themes are shown to those who know, and their answers taken in.
 *
 * The file is a CSV with a row per guess: register, record, title, guess,
 * matched words, your answer. An answer is capabilities (codes or names, joined
 * by ';'), "yes" for the guess as it stands, or "none" for no cyber content. It
 * becomes a decision of the store, which outweighs guesses for ever. */
#ifndef SEL_WORK_CONFIRM_H
#define SEL_WORK_CONFIRM_H

#include "report/report.h"
#include "report/stream.h"
#include "store/store.h"
#include "work/context.h"

/** Write a row for each record whose theme is a guess that nobody answered for; *count of them.
 *  register_name NULL: of all registers. */
SEL_CHECKED
sel_status sel_confirm_write(const sel_context *context, sel_store *store,
                             const char *register_name, sel_stream stream, uint64_t *count,
                             sel_error *err);

/** Whether the file begins with the header of such a file; false too when it cannot be read. */
bool sel_confirm_is(const char *path);

/** What a file of answers did. */
typedef struct sel_confirm {
    sel_issues issues;
    uint64_t rows;
    uint64_t open;      /**< rows without an answer */
    uint64_t taken;     /**< decisions put */
    uint64_t unchanged; /**< the same answer as before */
    uint64_t refused;   /**< answers that were not taken: see issues */
} sel_confirm;

/** How a file of answers is taken in. */
typedef struct sel_confirm_options {
    const char *by;       /**< the office that answers */
    const char *encoding; /**< letters of the file as iconv knows them, or NULL */
    bool strict;          /**< take all answers or none */
} sel_confirm_options;

/** Take answers in, in one transaction of its own; SEL_USAGE without an office. Answers that cannot
 *  be taken are issues with their line, the others are taken unless strict. */
SEL_CHECKED
sel_status sel_confirm_take(const sel_context *context, sel_store *store, const char *path,
                            const sel_confirm_options *options, sel_arena *arena,
                            sel_confirm *confirm, sel_error *err);

/** Tell what happened, counts first. Adds sections to report. */
void sel_confirm_tell(const sel_context *context, const sel_confirm *confirm, sel_report *report);

#endif
