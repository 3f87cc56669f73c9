/** register_hxl.h - tags of the Humanitarian Exchange Language in a table, found as libhxl-python
 * (2023) finds them: a row among the first ones in which at least half of the cells that are not
 * empty are tags. Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_HXL_H
#define SEL_INPUT_REGISTER_HXL_H

#include "domain/reference.h"
#include "input/csv.h"

/** A tag as "#org+code+funding", small letters and attributes in order, in arena; empty when cell
 *  is none: "#", a letter, letters, digits and '_', then any number of '+' and the same, each
 *  perhaps after blanks. */
sel_str sel_hxl_tag(sel_arena *arena, sel_str cell);

/** Whether row holds tags. */
bool sel_hxl_is_tag_row(const sel_csv_row *row);

/** Name of the register field that a tag from sel_hxl_tag means: of the entries of hxl_tags.csv
 *  with this tag and none but its attributes the one with most, or the empty slice. */
sel_str sel_hxl_field(const sel_reference *reference, sel_str tag);

#endif
