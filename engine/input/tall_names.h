/** tall_names.h - what the headers, rows and columns of a tall sheet may be called. Private to
 *  input.
 *
 * Each goes by its key, by the label of codelists/sheet_labels.csv and by the
 * label of the questionnaire, in any language, without regard to case and
 * signs. Where two things of a block have the same name, the first has it. */
#ifndef SEL_INPUT_TALL_NAMES_H
#define SEL_INPUT_TALL_NAMES_H

#include "domain/sheet_plan.h"

typedef struct sel_tall_names sel_tall_names;

/** A row of a block that is made of lines: of IDENTITY, LISTS or LINES. */
typedef struct sel_tall_line {
    uint32_t block; /**< SEL_NONE: there is none */
    uint32_t row;
} sel_tall_line;

/** plan and reference are borrowed. */
sel_tall_names *sel_tall_names_create(const sel_sheet_plan *plan, const sel_reference *reference);

void sel_tall_names_destroy(sel_tall_names *names);

/** Block whose header begins with this text, or SEL_NONE. */
uint32_t sel_tall_names_header(const sel_tall_names *names, sel_str text);

/** Column of a table or of the capabilities, or SEL_NONE. */
uint32_t sel_tall_names_column(const sel_tall_names *names, uint32_t block, sel_str text);

/** Row of a table or of the capabilities (by code or name), or SEL_NONE. */
uint32_t sel_tall_names_row(const sel_tall_names *names, uint32_t block, sel_str text);

sel_tall_line sel_tall_names_line(const sel_tall_names *names, sel_str text);

#endif
