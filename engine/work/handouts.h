/** handouts.h - a questionnaire handed out: the tall sheet to fill in, the form for other tools. */
#ifndef SEL_WORK_HANDOUTS_H
#define SEL_WORK_HANDOUTS_H

#include "base/text.h"
#include "domain/sheet.h"
#include "work/context.h"

typedef enum sel_handout_format {
    SEL_HANDOUT_CSV,
    SEL_HANDOUT_XLSX, /**< written to a path only */
    SEL_HANDOUT_HTML, /**< to print */
} sel_handout_format;

/** Format that a file name asks for by its ending (.csv, .xlsx, .html); false for any other. */
bool sel_handout_format_of(const char *path, sel_handout_format *format);

/** Lay out the empty sheet of a questionnaire in the context's language. part "A": that part
 *  alone; NULL: all of them. SEL_USAGE when the questionnaire has no such part. */
SEL_CHECKED
sel_status sel_handout_lay_out(const sel_context *context, const char *id, const char *part,
                               sel_arena *arena, sel_sheet **sheet, sel_error *err);

/** The sheet as CSV or HTML, appended to out. */
SEL_CHECKED
sel_status sel_handout_text(const sel_context *context, const sel_sheet *sheet,
                            sel_handout_format format, sel_text *out, sel_error *err);

/** The sheet as a workbook. */
SEL_CHECKED
sel_status sel_handout_workbook(const sel_context *context, const sel_sheet *sheet,
                                const char *path, sel_error *err);

/** The three tables of a questionnaire as an XLSForm workbook, cell by cell as they are.
 * SEL_REFUSED when rows do not fit their header. */
SEL_CHECKED
sel_status sel_handout_xlsform(const sel_context *context, const char *id, const char *path,
                               sel_error *err);

#endif
