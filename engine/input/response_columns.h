/** response_columns.h - the columns of a wide file: which question, option or place each holds.
 *  Private to input. */
#ifndef SEL_INPUT_RESPONSE_COLUMNS_H
#define SEL_INPUT_RESPONSE_COLUMNS_H

#include "input/answer_mapping.h"
#include "input/column_keys.h"
#include "input/csv.h"
#include "input/response_draft.h"

typedef enum sel_column_kind {
    SEL_COLUMN_UNKNOWN, /**< not asked: reported once, never read */
    SEL_COLUMN_LEFT,    /**< left out by the mapping */
    SEL_COLUMN_META,    /**< of the tool, or calculated by the form */
    SEL_COLUMN_ANSWER,
    SEL_COLUMN_OPTION, /**< one choice of several: ticked or not */
    SEL_COLUMN_PLACE,  /**< one place of a ranking */
    SEL_COLUMN_REPEAT, /**< of a part that is asked several times: its cells are reported, not kept
                        */
} sel_column_kind;

typedef struct sel_column {
    sel_column_kind kind;
    uint32_t item;
    uint32_t choice; /**< OPTION */
    uint32_t place;  /**< PLACE, from 1 */
    uint32_t mapped; /**< number of the mapping's decision whose texts of cells are translated;
                          SEL_NONE: none */
} sel_column;

typedef struct sel_columns {
    sel_column *list; /**< in the arena of the issues */
    uint32_t width;   /**< up to the last header that is not empty */
    bool child;       /**< table of a repeat, beside the file it belongs to */
} sel_columns;

/** The rows of a header. */
typedef struct sel_header_rows {
    const sel_csv_row *names;
    const sel_csv_row *options; /**< second row, of options below questions; or NULL */
    const sel_csv_row *wording; /**< second row, with the text of each column; or NULL */
} sel_header_rows;

/** Read a header. Reports what is unknown, double or ambiguous, and what a mapping decides about
 *  columns that are not there; adds to reading. */
sel_columns sel_columns_read(sel_column_keys *keys, const sel_header_rows *rows,
                             const sel_response_guess *guess, sel_response_draft *draft,
                             sel_response_reading *reading);

/** How well a row would do as a header: cells that are questions, and all known cells. What a
 *  mapping names is known. */
typedef struct sel_header_fit {
    uint32_t questions;
    uint32_t known;  /**< questions and columns of tools */
    uint32_t mapped; /**< named by the mapping */
    uint32_t filled; /**< cells that are not empty */
} sel_header_fit;

sel_header_fit sel_columns_fit(sel_column_keys *keys, const sel_csv_row *row,
                               const sel_mapping *mapping);

#endif
