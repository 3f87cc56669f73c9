/** answer_mapping.h - what a person decides about a wide file that its headers and cells cannot
 * say.
 *
 * A CSV with the columns `column,question` and, if wanted, `found,choice`:
 *
 *     column,question,found,choice
 *     Q4,ready,1,yes          the column is this question; where 1 is written, it means yes
 *     Q4,ready,-99,-          where -99 is written, there is no answer
 *     Q7_2,kinds/law          one choice of several; order/2: the second place of a ranking
 *     [C],remark              by its letter in the spreadsheet, for headers that stand twice
 *     Q9,-                    left out
 *     Q10,                    not decided: as without this row
 *
 * Columns are named as their headers are written, without blanks at the ends; the same holds for
 * what is found in cells. Faults are reported with their place in the mapping file; its name is
 * their subject. A row with a fault decides nothing else than that its column is left out. */
#ifndef SEL_INPUT_ANSWER_MAPPING_H
#define SEL_INPUT_ANSWER_MAPPING_H

#include "base/issues.h"
#include "domain/questionnaire.h"
#include "input/bytes.h"

/** Most rows of a mapping, and bytes of their cells. */
enum { SEL_MAPPING_ROWS_MAX = 100000, SEL_MAPPING_BYTES_MAX = 8 << 20 };

/** A handle. */
typedef struct sel_mapping sel_mapping;

/** What is decided about one column. */
typedef struct sel_mapped_column {
    sel_str column;  /**< its header, or "[C]" */
    uint32_t item;   /**< SEL_NONE: left out */
    uint32_t choice; /**< of the item's list: the column of one choice; else SEL_NONE */
    uint32_t place;  /**< the column of one place of a ranking, from 1; else 0 */
    uint32_t cells;  /**< texts of cells that are translated */
    uint64_t line;   /**< of the mapping file */
    uint32_t row;
} sel_mapped_column;

/** Read a mapping to the questions of a questionnaire, which is borrowed; faults go to issues,
 * texts to their arena. SEL_BAD_INPUT when it is no CSV, lacks a column, has an unknown one, or is
 * longer than SEL_MAPPING_ROWS_MAX; as sel_encoding_settle for its letters. *mapping is NULL then.
 */
SEL_CHECKED
sel_status sel_mapping_open(sel_bytes *bytes, const sel_questionnaire *questionnaire,
                            sel_issues *issues, sel_mapping **mapping, sel_error *err);

/** NULL is allowed. */
void sel_mapping_close(sel_mapping *mapping);

/** Name of its file. */
sel_str sel_mapping_name(const sel_mapping *mapping);

/** Number of the decision about the column with this header in this spreadsheet column (from 1; 0:
 *  any), or SEL_NONE. mapping may be NULL. */
uint32_t sel_mapping_find(const sel_mapping *mapping, sel_str header, uint32_t column);

/** Number of decisions. mapping may be NULL. */
uint32_t sel_mapping_count(const sel_mapping *mapping);

const sel_mapped_column *sel_mapping_column(const sel_mapping *mapping, uint32_t number);

/** Whether the text of a cell is translated: as a whole, or, where several choices may stand, parts
 *  of it between ; , | or blanks. *text is the translation then, in arena or of the mapping; empty
 *  for no answer. */
bool sel_mapping_translate(const sel_mapping *mapping, uint32_t number, bool several,
                           sel_arena *arena, sel_str *text);

#endif
