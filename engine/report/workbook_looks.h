/** workbook_looks.h - how cells of a sheet to be filled in look. Private to report/. */
#ifndef SEL_REPORT_WORKBOOK_LOOKS_H
#define SEL_REPORT_WORKBOOK_LOOKS_H

#include "domain/sheet.h"

#include <xlsxwriter.h>

/** Formats of a sheet to be filled in; they are the workbook's. */
typedef struct sel_workbook_looks {
    lxw_format *label;
    lxw_format *header;
    lxw_format *fact;
    lxw_format *text;
    lxw_format *number;
    lxw_format *date;
    lxw_format *title; /**< of the guide, as the two below */
    lxw_format *heading;
    lxw_format *line;
} sel_workbook_looks;

/** Add them to a workbook. */
sel_workbook_looks sel_workbook_looks_make(lxw_workbook *book);

/** The one of a cell; NULL: an empty cell has none. */
lxw_format *sel_workbook_look(const sel_workbook_looks *looks, const sel_sheet_cell *cell);

#endif
