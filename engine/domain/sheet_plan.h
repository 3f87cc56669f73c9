/** sheet_plan.h - where each question of a questionnaire stands on its tall sheet.
 *
 * Derived from the aspects of the questions (column selaras_aspect), so that a
 * questionnaire gets its sheet without code: domain/sheet lays the plan out,
 * input/response_tall reads by it. Questions that repeat have no place. */
#ifndef SEL_DOMAIN_SHEET_PLAN_H
#define SEL_DOMAIN_SHEET_PLAN_H

#include "domain/questionnaire.h"
#include "domain/reference.h"

/* In the order in which blocks stand on the sheet. */
typedef enum sel_sheet_block_kind {
    SEL_SHEET_IDENTITY,     /**< who answers: a line per question, no header */
    SEL_SHEET_CAPABILITIES, /**< a row per capability, a column per aspect */
    SEL_SHEET_LISTS,        /**< a line per aspect that several questions share, no header */
    SEL_SHEET_TABLE,        /**< aspects TABLE.ROW.FIELD: a row per ROW, a column per FIELD */
    SEL_SHEET_LINES,        /**< the other questions of a group, a line each, below its heading */
} sel_sheet_block_kind;

typedef struct sel_plan_row {
    sel_str key;            /**< ROW, code of a capability, name of a question, shared aspect */
    const sel_group *group; /**< of a TABLE: around this row alone, else NULL */
    uint32_t *items;        /**< question of each cell, SEL_NONE where nothing is asked */
    uint32_t count;         /**< cells: the columns of the block, or the questions of the line */
    uint32_t room;
    bool unprinted; /**< read, but not handed out: what form tools ask on their own account */
} sel_plan_row;

typedef struct sel_plan_block {
    sel_sheet_block_kind kind;
    sel_str key;            /**< of a TABLE, else empty */
    const sel_group *group; /**< innermost one around all questions of the block, or NULL */
    sel_str *columns;       /**< FIELDs or aspects, in the order of their first question */
    uint32_t column_count;
    uint32_t column_room;
    sel_plan_row *rows; /**< in the order of their first question */
    uint32_t row_count;
    uint32_t row_room;
} sel_plan_block;

typedef struct sel_sheet_plan {
    const sel_questionnaire *questionnaire;
    sel_plan_block *blocks; /**< by kind, then in the order of their first question */
    uint32_t count;
    uint32_t room;
} sel_sheet_plan;

enum {
    SEL_SHEET_COLUMNS_MAX = 256, /**< FIELDs of a table; a question beyond gets a line */
    SEL_SHEET_ROWS_MAX = 2000,   /**< ROWs of a table; a question beyond gets a line */
};

/** Plan the questions of one part ("A"; empty: of all parts) in arena. Who answers is asked with
 *  each part. Two questions with the same place: the second gets a line of its own. */
sel_sheet_plan *sel_sheet_plan_make(const sel_questionnaire *questionnaire, sel_str part,
                                    sel_arena *arena);

/** Whether any question that has a place on the sheet is in this part. */
bool sel_sheet_plan_has_part(const sel_questionnaire *questionnaire, sel_str part);

/** Whether it is a table whose ROWs are whole numbers. */
bool sel_plan_is_numbered(const sel_plan_block *block);

#endif
