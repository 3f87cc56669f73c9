/** response_file.h - answers to a questionnaire, from the tall sheet or a wide CSV.
 *
 * Tall: identity rows, a line per capability, requests, support received,
 * points of contact; one respondent per file. Wide: a header row of question
 * names, one row per respondent. All problems of a file are found in one run;
 * a response with a fault is not handed on. */
#ifndef SEL_INPUT_RESPONSE_FILE_H
#define SEL_INPUT_RESPONSE_FILE_H

#include "base/issues.h"
#include "base/progress.h"
#include "domain/reference.h"
#include "domain/response.h"
#include "input/bytes.h"
#include "input/csv.h"
#include "input/response_reading.h"

typedef enum sel_response_form {
    SEL_FORM_NONE, /**< not answers to any questionnaire */
    SEL_FORM_TALL,
    SEL_FORM_WIDE,
} sel_response_form;

/** What the beginning of a file shows: how it is going to be read. */
typedef struct sel_response_guess {
    sel_response_form form;
    char delimiter;               /**< NUL: the rows come from a workbook */
    sel_source_tool source;       /**< the tool that wrote a wide file */
    uint32_t header_row;          /**< spreadsheet row of the header of a wide file */
    uint32_t data_row;            /**< spreadsheet row from which answers follow */
    uint32_t option_row;          /**< second row of the header, with options; 0: none */
    uint32_t wording_row;         /**< second row of the header, with texts of columns; 0: none */
    uint32_t preamble;            /**< filled rows above the header */
    uint32_t questions;           /**< cells of the header that are questions */
    uint32_t strangers;           /**< filled ones that are neither questions nor of a tool */
    sel_response_options options; /**< what the user said */
    char questionnaire[64];       /**< id named by a tall sheet; "" for a wide file */
} sel_response_guess;

/** Where rows come from when it is not a CSV file, as a sheet of a workbook. */
typedef struct sel_row_source {
    sel_status (*read)(void *from, sel_csv_take *take, void *to, sel_issues *issues,
                       sel_error *err);
    void *from;
    sel_str name; /**< of the file, as shown in messages */
} sel_row_source;

typedef struct sel_response_counts {
    uint64_t responses;           /**< respondents seen */
    uint64_t taken;               /**< handed to the sink */
    uint64_t answers;             /**< answers read without trouble */
    uint64_t faulty;              /**< cells with a fault */
    sel_response_reading reading; /**< what was decided */
} sel_response_counts;

/** Words that answers may hold, with letters outside ASCII: labels of the questionnaire (may be
 *  NULL), of the sheet, and names of recipients. For sel_encoding_settle; destroy it. */
sel_index *sel_response_words(const sel_reference *reference,
                              const sel_questionnaire *questionnaire);

/** Recognise a tall sheet by its first row, a wide file by the questions in its header: the first
 *  row of which at least two cells, and half of the filled ones, are questions by path, name or
 *  label, or columns of a survey tool. bytes are UTF-8 (see encoding.h). questionnaire may be NULL
 *  when no instrument is at hand (then only tall is recognised); said may be NULL. */
sel_response_guess sel_response_recognise(const sel_bytes *bytes, const sel_reference *reference,
                                          const sel_questionnaire *questionnaire,
                                          const sel_response_options *said);

/** Whether rows begin as a tall sheet does: *guess is SEL_FORM_TALL or SEL_FORM_NONE. Fails as the
 *  source does. */
SEL_CHECKED
sel_status sel_response_recognise_rows(const sel_row_source *rows, const sel_reference *reference,
                                       sel_response_guess *guess, sel_error *err);

/** Read all responses. SEL_BAD_INPUT when the file cannot be read as CSV (err has the place);
 *  faults in the data are in issues. progress may be NULL. */
SEL_CHECKED
sel_status sel_response_read(sel_bytes *bytes, const sel_response_guess *guess,
                             const sel_questionnaire *questionnaire, const sel_reference *reference,
                             sel_response_sink sink, sel_progress *progress, sel_issues *issues,
                             sel_response_counts *counts, sel_error *err);

/** The same for a tall sheet whose rows come from elsewhere; fails as the source does. */
SEL_CHECKED
sel_status sel_response_read_rows(const sel_row_source *rows, const sel_response_guess *guess,
                                  const sel_questionnaire *questionnaire,
                                  const sel_reference *reference, sel_response_sink sink,
                                  sel_issues *issues, sel_response_counts *counts, sel_error *err);

#endif
