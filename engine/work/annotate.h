/** annotate.h - a copy of the file received, with what was found beside each row.
 *
 * The rows as they were, one column more behind the longest: "What to look at"
 * in the first row (of a wide file: in its header), and in each row what was
 * found there, the cell first, the code last; more than SEL_PLACES_ALL are counted in
 * that first row. The copy can be corrected and
 * sent again: that column is not read as answers. */
#ifndef SEL_WORK_ANNOTATE_H
#define SEL_WORK_ANNOTATE_H

#include "report/stream.h"
#include "work/intake.h"

enum { SEL_ANNOTATE_MOST = 8 /**< findings beside a row; further ones are counted */ };

/** What an annotated copy became. */
typedef struct sel_annotation {
    uint64_t rows;
    uint64_t noted; /**< rows with something beside them */
    bool to_utf8;   /**< the letters of the file do not have all of the findings': UTF-8 with BOM */
} sel_annotation;

/** Whether the file was a workbook: its copy is one too, of plain texts. */
bool sel_annotate_is_workbook(const sel_intake *intake);

/** The copy of a CSV in its own dialect (delimiter, letters, byte order mark, line ends, "sep=").
 *  intake is of the same file, read with the same options and every_place; context is of the
 *  reader's language. Cells that a spreadsheet program would run get an apostrophe. SEL_USAGE when
 *  the file holds no answers, SEL_CONFLICT when it was changed since; fails as reading it does. */
SEL_CHECKED
sel_status sel_annotate_csv(const sel_context *context, const sel_intake *intake, const char *path,
                            const sel_intake_options *options, sel_stream stream,
                            sel_annotation *annotation, sel_error *err);

/** The copy of a workbook we handed out: its answer sheet with every cell as a text, without the
 *  lists to choose from. It appears at `to` whole or not at all. */
SEL_CHECKED
sel_status sel_annotate_workbook(const sel_context *context, const sel_intake *intake,
                                 const char *path, const sel_intake_options *options,
                                 const char *to, sel_annotation *annotation, sel_error *err);

#endif
