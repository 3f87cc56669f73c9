/** import.h - registers come in: read record by record, tagged, stored with what was found. */
#ifndef SEL_WORK_IMPORT_H
#define SEL_WORK_IMPORT_H

#include "domain/programme_diff.h"
#include "input/encoding.h"
#include "input/register_mapping.h"
#include "report/report.h"
#include "store/store.h"
#include "work/context.h"
#include "work/finding_file.h"
#include "work/finding_tally.h"
#include "work/intake.h"
#include "work/repair.h"

typedef struct sel_import_options {
    const char *register_name;   /**< NULL: as the records say */
    const char *default_country; /**< recipient code or NULL */
    const char *type;            /**< "iati" or "csv"; NULL: as the file looks */
    const char *encoding;        /**< of a CSV, as iconv knows it; NULL: as the file looks */
    const char *mapping;         /**< file that decides about columns of a CSV; NULL: none */
    bool strict;                 /**< refuse a file in which an error or a warning is found */
    bool complete; /**< the file has all records of its registers: others have vanished */
    bool keep_all; /**< records without cyber content are not set aside */
    sel_finding_file *findings; /**< gets every finding; may be NULL */
    sel_repair *repair;         /**< gets what a publisher can mend; may be NULL */
    sel_progress *progress;     /**< may be NULL */
} sel_import_options;

/** Changed fields that are kept to be told; `list changes` has all. */
enum { SEL_IMPORT_CHANGES = 20 };

/** A field that a newer version of a record says otherwise. */
typedef struct sel_record_change {
    sel_str record; /**< "REGISTER:ID" */
    sel_programme_change change;
} sel_record_change;

/** What happened to one register file. Lives in the arena given. */
typedef struct sel_import {
    sel_str file;
    sel_file_kind kind;
    const char *format; /**< name of the format it was read as; NULL: none */
    sel_issues issues;
    sel_finding_tally tally; /**< the same by code, worst first */
    uint64_t seen;
    uint64_t taken;
    uint64_t refused;
    uint64_t outcomes[4]; /**< by sel_put_outcome; all zero when only checked */
    uint64_t set_aside;   /**< of the taken: without cyber content */
    uint64_t kept;        /**< of the taken: without cyber content, but kept in the analysis */
    uint64_t guessed;     /**< of the taken: capabilities tagged from words */
    uint64_t coded;       /**< of the taken: capabilities from codes of sectors */
    uint64_t untagged;    /**< of the taken with cyber content: no capability of the taxonomy */
    uint64_t
        without_place; /**< of the taken with cyber content: no recipient that can be compared */
    uint64_t vanished; /**< records that were known and that the complete file does not have */
    uint64_t returned; /**< of the taken: had vanished and are there again */
    sel_record_change changes[SEL_IMPORT_CHANGES]; /**< the first ones */
    uint64_t change_count;                         /**< all of them */
    bool illustrative;
    bool stored;
    bool strict;   /**< refused because of what was found: nothing was stored */
    bool repeated; /**< the same bytes had been taken in before and were not read anew */
    sel_register_guess columns; /**< of a CSV file; its mapping is closed */
    sel_register_counts table;  /**< rows of a CSV file */
    sel_encoding encoding;      /**< of a CSV file */
    sel_str mapping;            /**< name of the mapping's file, else empty */
    bool mapping_faulty;        /**< it has faults: nothing is stored */
} sel_import;

/** Read a register. store NULL: check only; else in one transaction of its own. A file that
 *  cannot be read through is refused as a whole (SEL_BAD_INPUT, SEL_UNSUPPORTED, SEL_REFUSED), and
 *  nothing of it is stored; so is a complete one with records older than those known (SEL_REFUSED).
 *  The same bytes again change nothing, but with options->complete they
 *  still say which records there are, and where options say how to read them (default_country,
 *  type, encoding, mapping, keep_all) they are read anew: that may be what lacked the first time.
 */
SEL_CHECKED
sel_status sel_import_file(const sel_context *context, sel_store *store, const char *path,
                           const sel_import_options *options, sel_arena *arena, sel_import *import,
                           sel_error *err);

/** Element, or header of the column, that a finding of this import is about, as the publisher
 *  writes it; empty when it is about a whole record or file. */
sel_str sel_import_field(const sel_import *import, const sel_issue *issue);

/** Tell what happened, counts first, then what was found, worst first. Adds sections to report. */
void sel_import_tell(const sel_context *context, const sel_import *import, bool as_import,
                     sel_report *report);

/** One of several files of a command. */
typedef struct sel_import_line {
    const char *path;
    const sel_import *import; /**< NULL: it could not be read */
    const char *failure;      /**< then: why */
} sel_import_line;

/** A line for each file: what became of it and its counts. Adds a section to report. */
void sel_import_tell_summary(const sel_context *context, const sel_import_line *lines,
                             uint32_t count, sel_report *report);

/** How a register in a table was read. Adds a section to report. */
void sel_import_tell_table(const sel_context *context, const sel_import *import,
                           sel_report *report);

#endif
