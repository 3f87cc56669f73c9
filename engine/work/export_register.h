/** export_register.h - registers go out as a CSV that comes in again with the same content.
 *
 * The columns are those of input/register_table.h but amount_low and
 * amount_high, which amount says. Taken into an empty store and written out
 * again the file is the same, byte for byte; only blanks at the ends of texts
 * and control characters are not kept. A text that begins like a formula has
 * an apostrophe before it, which the reader takes away. Records without a
 * capability are tagged when they come in, as any are. */
#ifndef SEL_WORK_EXPORT_REGISTER_H
#define SEL_WORK_EXPORT_REGISTER_H

#include "domain/disclosure.h"
#include "input/register_table.h"
#include "report/stream.h"
#include "store/store.h"
#include "work/context.h"

typedef struct sel_export_options {
    const char *register_name; /**< NULL: all */
    sel_disclosure audience;   /**< who will read it */
} sel_export_options;

/** What was written. */
typedef struct sel_export {
    uint64_t written;
    uint64_t withheld; /**< records that this audience may not see */
    bool few_withheld; /**< they are of fewer than three donors or recipients: their number could
                            point at one, and is not for telling */
    bool any_illustrative; /**< some record is invented for show; its row says so */
} sel_export;

/** Write the header alone: a register to fill in. */
SEL_CHECKED
sel_status sel_export_template(sel_stream stream, sel_error *err);

/** Write the current records of a register, or of all, by (register, record id) bytes.
 *  SEL_NOT_FOUND: no record is of this register; nothing was written. */
SEL_CHECKED
sel_status sel_export_register(const sel_context *context, sel_store *store,
                               const sel_export_options *options, sel_stream stream,
                               sel_export *export, sel_error *err);

/** Text of a field as it stands in the file, before quotes; in arena. */
sel_str sel_export_field(const sel_reference *reference, const sel_programme *record,
                         sel_register_field field, sel_arena *arena);

/** Whether the file has a column for this field. */
bool sel_export_has(sel_register_field field);

#endif
