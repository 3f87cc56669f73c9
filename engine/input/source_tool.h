/** source_tool.h - the columns that survey tools add to a file of answers, and which tool it is.
 *  Private to input. */
#ifndef SEL_INPUT_SOURCE_TOOL_H
#define SEL_INPUT_SOURCE_TOOL_H

#include "input/csv.h"
#include "input/response_reading.h"

/** Whether a header is one that a tool adds beside the questions: identifiers, times, states. */
bool sel_source_is_meta(sel_str header);

/** The tool whose columns stand in a header row. */
sel_source_tool sel_source_of_header(const sel_csv_row *row);

/** Whether a header row is that of the table of a repeat: its lines name the line of the file
 * beside it that they belong to. */
bool sel_source_is_child(const sel_csv_row *row);

/** Whether a row below the header describes columns: HXL tags (all cells begin with '#') or
 *  Qualtrics' import ids. */
bool sel_source_describes(const sel_csv_row *row);

#endif
