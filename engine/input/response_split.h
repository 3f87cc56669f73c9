/** response_split.h - questions whose answer stands in several columns: one per choice, or one per
 *  place of a ranking, perhaps beside a column with the whole answer.
 *
 * Some tools write 0 under every choice of a question that nobody was asked:
 * where nothing is ticked there is no answer. Private to input. */
#ifndef SEL_INPUT_RESPONSE_SPLIT_H
#define SEL_INPUT_RESPONSE_SPLIT_H

#include "input/response_columns.h"
#include "input/tick.h"

/** One such question, and its cells in the row being read. */
typedef struct sel_split {
    uint32_t item;
    bool has_summary;       /**< there is a column with the whole answer */
    sel_cell_place summary; /**< its cell */
    sel_cell_place first;   /**< first cell of its other columns that says something */
    bool filled;            /**< some of them is not empty */
    bool *has_column;       /**< per choice */
    sel_tick *ticks;        /**< per choice */
    sel_str *places;        /**< per place of a ranking */
} sel_split;

typedef struct sel_splits {
    sel_split *list;
    uint32_t count;
    uint32_t *of_column; /**< per column: its split, or SEL_NONE */
} sel_splits;

/** Find the questions of the columns that are split; values in arena. */
sel_splits sel_splits_find(const sel_columns *columns, const sel_questionnaire *questionnaire,
                           sel_arena *arena);

/** Take a cell of a column that belongs to a split. */
void sel_split_take(sel_split *split, const sel_column *column, const sel_cell_place *cell,
                    sel_response_draft *draft);

/** Answer the question from what was taken, and forget it for the next row. E_MULTI_CONFLICT when
 *  the whole answer and the ticks differ, E_MULTI_EMPTY when only the ticks say something although
 *  there is a column with the whole answer. */
void sel_split_finish(sel_split *split, sel_response_draft *draft);

#endif
