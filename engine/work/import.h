/** import.h - registers come in: read record by record, tagged, stored with what was found. */
#ifndef SEL_WORK_IMPORT_H
#define SEL_WORK_IMPORT_H

#include "input/encoding.h"
#include "input/register_mapping.h"
#include "report/report.h"
#include "store/store.h"
#include "work/context.h"
#include "work/intake.h"

typedef struct sel_import_options {
    const char *register_name;   /**< NULL: as the records say */
    const char *default_country; /**< recipient code or NULL */
    const char *type;            /**< "iati", "csv"; NULL: as the file looks */
    const char *encoding;        /**< of a CSV, as iconv knows it; NULL: as the file looks */
    const char *mapping;         /**< file that decides about columns of a CSV; NULL: none */
    sel_progress *progress;      /**< may be NULL */
} sel_import_options;

/** What happened to one register file. Lives in the arena given. */
typedef struct sel_import {
    sel_str file;
    sel_file_kind kind;
    sel_issues issues;
    uint64_t seen;
    uint64_t taken;
    uint64_t refused;
    uint64_t outcomes[4]; /**< by sel_put_outcome; all zero when only checked */
    uint64_t set_aside;   /**< of the taken: without cyber content */
    uint64_t guessed;     /**< of the taken: capabilities tagged from words */
    uint64_t
        without_place; /**< of the taken with cyber content: no recipient that can be compared */
    bool illustrative;
    bool stored;
    bool repeated;              /**< the same bytes had been taken in before */
    sel_register_guess columns; /**< of a CSV file; its mapping is closed */
    sel_register_counts table;  /**< rows of a CSV file */
    sel_encoding encoding;      /**< of a CSV file */
    sel_str mapping;            /**< name of the mapping's file, else empty */
    bool mapping_faulty;        /**< it has faults: nothing is stored */
} sel_import;

/** Read a register. store NULL: check only; else in one transaction of its own. A file that
 *  cannot be read through is refused as a whole (SEL_BAD_INPUT, SEL_UNSUPPORTED, SEL_REFUSED). */
SEL_CHECKED
sel_status sel_import_file(const sel_context *context, sel_store *store, const char *path,
                           const sel_import_options *options, sel_arena *arena, sel_import *import,
                           sel_error *err);

/** Tell what happened, counts first. Adds sections to report. */
void sel_import_tell(const sel_context *context, const sel_import *import, bool as_import,
                     sel_report *report);

/** How a register in a table was read. Adds a section to report. */
void sel_import_tell_table(const sel_context *context, const sel_import *import,
                           sel_report *report);

#endif
