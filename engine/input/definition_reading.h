/** definition_reading.h - the parts of reading a definition share this. Private to input. */
#ifndef SEL_INPUT_DEFINITION_READING_H
#define SEL_INPUT_DEFINITION_READING_H

#include "domain/questionnaire.h"
#include "input/definition_columns.h"

/** Faults, and warnings, after which the rest is no longer told one by one; bytes of all headers
 * that the columns of the answers may have. */
enum { SEL_DEFINITION_REPORTS_MAX = 1000, SEL_DEFINITION_HEADERS_MAX = 32 << 20 };

typedef struct sel_definition_reading {
    sel_arena *arena;
    const sel_definition_sheets *sheets;
    sel_questionnaire *questionnaire;
    sel_issues *issues;
    sel_definition_columns columns[SEL_SHEET_COUNT];
    sel_index *lists;       /**< names of the lists → numbers; the caller's */
    bool choice_duplicates; /**< the settings allow a name twice in a list */
} sel_definition_reading;

/** A cell to speak of. */
typedef struct sel_definition_place {
    sel_definition_sheet_id sheet;
    const sel_definition_row *row;
    sel_definition_field field; /**< SEL_DEF_COUNT: the row is meant */
    sel_language language;      /**< of a translated field */
    sel_str subject;            /**< question or list */
    sel_str record;             /**< one of several things the subject is about; may be empty */
    uint32_t character;         /**< in the cell, code points from 1; 0: the whole cell */
    uint32_t length;
} sel_definition_place;

/** Row of a sheet by its spreadsheet row; NULL when there is none. */
const sel_definition_row *sel_definition_row_at(const sel_definition_sheet *sheet, uint32_t row);

/** Report a problem; suggestion may be empty. */
void sel_definition_report(const sel_definition_reading *reading, sel_definition_place place,
                           const char *code, sel_str found, sel_str expected, sel_str suggestion);

/** Fill the lists of the questionnaire from the sheet "choices". */
void sel_definition_choices(sel_definition_reading *reading);

/** Fill its groups and items from the sheet "survey"; the lists are there already. */
void sel_definition_survey(sel_definition_reading *reading);

/** Report the first question with which the answers fit no table any more: more columns than
 *  SEL_CSV_COLUMNS_MAX, counting one per choice (E_FORM_COLUMNS_MANY), or more bytes of headers
 *  than SEL_DEFINITION_HEADERS_MAX (E_FORM_HEADERS_LONG). Few rows are enough for either: every
 *  question repeats the choices of its list. */
void sel_definition_size(const sel_definition_reading *reading);

/** Type of a range by its parameters ("start=0 end=10 step=1"): INTEGER when all are whole numbers,
 *  else DECIMAL. False when start, end or step is missing, unread or in disorder. */
bool sel_definition_range(sel_str parameters, sel_item *item);

#endif
