/** sheet.h - the tall sheet of a questionnaire as data: what every kind of hand-out writes.
 *
 * Blocks of rows of cells, laid out by domain/sheet_plan as input/response_tall
 * reads them back; row and column of a cell are those of the spreadsheet. Who writes
 * it (CSV, workbook, page) adds no question and leaves none out. Texts are in
 * the sheet's language; everything lives in the arena of the sheet or is
 * borrowed from the questionnaire and the code lists. */
#ifndef SEL_DOMAIN_SHEET_H
#define SEL_DOMAIN_SHEET_H

#include "domain/sheet_plan.h"

/** What may be chosen in a cell, as the reader sees it. */
typedef struct sel_sheet_list {
    sel_str name; /**< unique in the sheet */
    const sel_str *entries;
    uint32_t count;
} sel_sheet_list;

typedef enum sel_sheet_role {
    SEL_SHEET_EMPTY,  /**< nothing is asked here */
    SEL_SHEET_FACT,   /**< says what the sheet is; not to be changed */
    SEL_SHEET_HEADER, /**< names the cells below */
    SEL_SHEET_LABEL,  /**< names the cells beside it */
    SEL_SHEET_ANSWER,
} sel_sheet_role;

typedef struct sel_sheet_cell {
    sel_sheet_role role;
    sel_str text;               /**< as printed; of an answer: what is filled in already */
    const sel_item *item;       /**< ANSWER: the question, else NULL */
    sel_str label;              /**< ANSWER: the question in words */
    sel_str hint;               /**< ANSWER: what else is said about it; may be empty */
    const sel_sheet_list *list; /**< ANSWER: what may be chosen, NULL when it is written freely.
                                     For items of type TEXT only a proposal */
} sel_sheet_cell;

typedef struct sel_sheet_row {
    sel_sheet_cell *cells;
    uint32_t count;
} sel_sheet_row;

typedef struct sel_sheet_block {
    sel_sheet_block_kind kind;
    sel_str title; /**< what it is about; empty for IDENTITY and CAPABILITIES */
    bool gap;      /**< a blank row stands before it */
    sel_sheet_row *rows;
    uint32_t row_count;
    uint32_t row_room;
} sel_sheet_block;

typedef struct sel_sheet {
    sel_arena *arena;
    sel_str questionnaire; /**< id */
    sel_str version;
    sel_str title;
    sel_language language;
    bool right_to_left;
    bool draft; /**< nobody has reviewed the wording in this language */
    sel_sheet_block *blocks;
    uint32_t block_count;
    uint32_t block_room;
    sel_sheet_list **lists; /**< each once, in the order of first use */
    uint32_t list_count;
    uint32_t list_room;
} sel_sheet;

/** Lay out the empty sheet in arena, by sel_sheet_plan_make. part: "A" for that part alone, empty
 *  for all. Columns, rows and headings are named by the labels of the reference, what has none
 *  there by the labels of the questionnaire. */
sel_sheet *sel_sheet_lay_out(const sel_questionnaire *questionnaire, const sel_reference *reference,
                             sel_language language, sel_str part, sel_arena *arena);

/** Whether the first row of a block names its columns. */
bool sel_sheet_has_header(const sel_sheet_block *block);

/** Cells of its longest row. */
uint32_t sel_sheet_block_width(const sel_sheet_block *block);

/** How many cells of the whole sheet are to be answered. */
uint32_t sel_sheet_answers(const sel_sheet *sheet);

#endif
