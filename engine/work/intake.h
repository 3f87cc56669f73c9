/** intake.h - answers come in: checked in full, then taken as a whole file or not at all. */
#ifndef SEL_WORK_INTAKE_H
#define SEL_WORK_INTAKE_H

#include "input/response_file.h"
#include "report/report.h"
#include "store/store.h"
#include "work/context.h"

/** What a file seems to be. */
typedef enum sel_file_kind {
    SEL_FILE_UNKNOWN,
    SEL_FILE_ANSWERS,
    SEL_FILE_REGISTER_CSV,
    SEL_FILE_IATI,
    SEL_FILE_WORKBOOK, /**< answers if it is ours; nothing else is read from workbooks */
} sel_file_kind;

/** Look at the beginning of a file. */
SEL_CHECKED
sel_status sel_intake_recognise(const sel_context *context, const char *path, sel_file_kind *kind,
                                sel_error *err);

/** One respondent's receipt. */
typedef struct sel_receipt {
    sel_put_outcome outcome;
    uint32_t recipient;
    sel_str agency;
    sel_str round;
    sel_str disclosure;
    uint32_t answers;
    uint32_t revision;
    sel_str code; /**< first 8 hexadecimal digits of the content, "7F3A-91C2" */
    bool illustrative;
} sel_receipt;

enum { SEL_RECEIPTS_SHOWN = 20 };

/** What happened to one file of answers. Lives in the arena given. */
typedef struct sel_intake {
    sel_str file;
    sel_response_form form;
    char delimiter; /**< NUL: the answers came in a workbook */
    sel_str sheet;  /**< name of its sheet */
    sel_issues issues;
    const sel_str *labels; /**< per issue group: the question in the context's language, or empty */
    sel_response_counts counts;
    bool refused;         /**< faults were found: nothing of it was stored */
    bool stored;          /**< it was meant to be stored and was accepted */
    bool repeated;        /**< the same bytes had been taken in before */
    uint64_t outcomes[4]; /**< by sel_put_outcome */
    sel_receipt receipts[SEL_RECEIPTS_SHOWN];
    uint32_t receipt_count;
} sel_intake;

/** Read a file of answers. store NULL: check only. Otherwise in one transaction of its own.
 *  A file with faults is refused (intake->refused, SEL_OK). Errors are about reading the file
 *  (SEL_BAD_INPUT with a place) or about the store. */
SEL_CHECKED
sel_status sel_intake_file(const sel_context *context, sel_store *store, const char *path,
                           sel_progress *progress, sel_arena *arena, sel_intake *intake,
                           sel_error *err);

/** Tell what happened, problems first, in the context's language; as_submit: it was meant to be
 *  stored. Adds sections to report. */
void sel_intake_tell(const sel_context *context, const sel_intake *intake, bool as_submit,
                     sel_report *report);

#endif
