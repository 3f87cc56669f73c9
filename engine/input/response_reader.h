/** response_reader.h - the two readers behind response_file.h. Private to input. */
#ifndef SEL_INPUT_RESPONSE_READER_H
#define SEL_INPUT_RESPONSE_READER_H

#include "input/csv.h"
#include "input/response_draft.h"

/** Cell i of a row with its place; empty when the row is shorter. */
sel_cell_place sel_cell_at(const sel_csv_row *row, uint32_t i);

bool sel_row_is_empty(const sel_csv_row *row);

/** Read one respondent's sheet with a line per capability. Ends the draft. */
SEL_CHECKED
sel_status sel_response_read_tall(const sel_row_source *rows, sel_response_draft draft,
                                  sel_response_sink sink, sel_error *err);

/** Read a file with a line per respondent. Ends the draft. */
SEL_CHECKED
sel_status sel_response_read_wide(sel_bytes *bytes, const sel_response_guess *guess,
                                  sel_response_draft draft, sel_response_sink sink,
                                  sel_progress *progress, sel_error *err);

#endif
