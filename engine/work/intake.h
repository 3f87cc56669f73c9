/** intake.h - answers come in: checked in full, then taken as a whole file or not at all. */
#ifndef SEL_WORK_INTAKE_H
#define SEL_WORK_INTAKE_H

#include "input/encoding.h"
#include "input/response_file.h"
#include "report/report.h"
#include "store/store.h"
#include "work/context.h"
#include "work/revision.h"

/** What a file seems to be. */
typedef enum sel_file_kind {
    SEL_FILE_UNKNOWN,
    SEL_FILE_ANSWERS,
    SEL_FILE_REGISTER_CSV,
    SEL_FILE_IATI,
    SEL_FILE_WORKBOOK, /**< answers if it is ours; nothing else is read from workbooks */
} sel_file_kind;

/** What the sender or the user says about files of answers; texts as given, NULL: decide from the
 *  file. */
typedef struct sel_intake_options {
    const char *questionnaire; /**< folder or file of the definition, or id of a shipped one;
                                    NULL: the one the file names, or most headers are of */
    const char *encoding;      /**< name as iconv knows it */
    const char *delimiter;     /**< "," ";" "|" "tab" */
    const char *decimal;       /**< "point" or "comma" */
    const char *date_order;    /**< "dmy" or "mdy" */
    const char *labels;        /**< language of the labels in the header, "fr" */
    const char *mapping;       /**< file that decides about columns and cells of a wide file */
    bool every_place;          /**< keep SEL_PLACES_ALL problems with their places */
} sel_intake_options;

/** Look at the beginning of a file. options may be NULL. SEL_USAGE when an option is not
 *  understood. */
SEL_CHECKED
sel_status sel_intake_recognise(const sel_context *context, const char *path,
                                const sel_intake_options *options, sel_file_kind *kind,
                                sel_error *err);

/** A problem with its place. */
typedef struct sel_kept_issue {
    sel_issue issue;
    uint64_t response; /**< number of the response that it is of, from 1; 0: of the whole file */
} sel_kept_issue;

/** One respondent's receipt. */
typedef struct sel_receipt {
    uint64_t number; /**< of the response in its file, from 1 */
    uint64_t
        problems[3]; /**< of the response by sel_severity, also those whose place is not kept */
    sel_put_outcome outcome;
    uint32_t recipient; /**< SEL_NONE: an organisation answers, or it was not understood */
    sel_str
        organisation;   /**< then: its name; empty when not understood, only of a file not stored */
    sel_str respondent; /**< code of the recipient or organisation, as stored */
    sel_str questionnaire; /**< id: one respondent may answer several in a round */
    bool supported;        /**< the questionnaire asks for support received */
    sel_str agency;
    sel_str round;
    sel_str disclosure;
    uint32_t answers;
    uint32_t revision;
    sel_str code; /**< first 8 hexadecimal digits of the content, "7F3A-91C2" */
    bool illustrative;
    uint64_t line; /**< where the response begins in its file */
    sel_str wish;  /**< language the sender asked to be answered in, as written; or empty */
    sel_answer_changes changes; /**< against the revision before, when outcome is SEL_PUT_CHANGED */
} sel_receipt;

/** Name of the state, body or organisation that answered, in the context's language. */
sel_str sel_receipt_who(const sel_context *context, const sel_receipt *receipt);

enum {
    SEL_RECEIPTS_SHOWN = 20,    /**< on the terminal and in the report */
    SEL_RECEIPTS_KEPT = 10000,  /**< for reply pages; counts stay exact beyond */
    SEL_PLACES_KEPT = 5000,     /**< problems, for the pages of a file of many respondents */
    SEL_PLACES_ALL = 100000,    /**< problems, when every one is wanted beside its row */
    SEL_RECEIPTS_COMPARED = 200 /**< with what they replace: each costs a query */
};

/** What happened to one file of answers. Lives in the arena given. */
typedef struct sel_intake {
    sel_str file;
    sel_bytes_mark mark; /**< of the file as it was read */
    sel_encoding encoding;
    sel_response_guess guess; /**< how it was read */
    sel_file_kind kind;       /**< what was refused as no answers seems to be; else UNKNOWN */
    sel_str by_header; /**< title of the questionnaire when headers decided which; or empty */
    sel_str sheet;     /**< name of the sheet of a workbook, else empty */
    sel_str mapping;   /**< name of the mapping's file, else empty */
    sel_issues issues;
    const sel_str *labels; /**< per issue group: the question in the context's language, or empty */
    const sel_names *names;  /**< per issue group: the question in every language, or empty */
    const sel_names *wishes; /**< per issue group: what is asked for, in words, or empty */
    sel_kept_issue *places;  /**< the first places_most problems, as met */
    uint32_t places_most;    /**< SEL_PLACES_KEPT, unless every problem is wanted */
    uint32_t place_count;
    uint32_t place_room;
    uint64_t places_met;       /**< with those that were not kept */
    uint64_t file_problems[3]; /**< of no single response, by sel_severity */
    uint64_t next_response;    /**< number of the response being read */
    uint64_t next_problems[3]; /**< of it so far */
    sel_response_counts counts;
    bool refused;          /**< faults were found: nothing of it was stored */
    bool stored;           /**< it was meant to be stored and was accepted */
    bool repeated;         /**< the same bytes had been taken in before */
    uint64_t outcomes[4];  /**< by sel_put_outcome */
    sel_receipt *receipts; /**< the first SEL_RECEIPTS_KEPT; when not stored they say who answered,
                                and where, but are no receipts */
    uint32_t receipt_count;
    uint32_t receipt_room;
} sel_intake;

/** Read a file of answers. store NULL: check only. Otherwise in one transaction of its own.
 *  A file with faults is refused (intake->refused, SEL_OK). Errors are about reading the file
 *  (SEL_BAD_INPUT with a place; SEL_CONFLICT: it was changed meanwhile, and nothing was stored),
 * its letters (SEL_REFUSED), options (SEL_USAGE) or the store. options may be NULL. */
SEL_CHECKED
sel_status sel_intake_file(const sel_context *context, sel_store *store, const char *path,
                           const sel_intake_options *options, sel_progress *progress,
                           sel_arena *arena, sel_intake *intake, sel_error *err);

/** Tell what happened, problems first, in the context's language; as_submit: it was meant to be
 *  stored. Adds sections to report. */
void sel_intake_tell(const sel_context *context, const sel_intake *intake, bool as_submit,
                     sel_report *report);

/** Every decision that was made about how to read the file, at the foot of a report. */
void sel_intake_tell_reading(const sel_context *context, const sel_intake *intake,
                             sel_report *report);

/** How the file was read, in one sentence; empty when it is no form of ours. */
sel_str sel_intake_how_read(const sel_context *context, const sel_intake *intake, sel_arena *arena);

#endif
