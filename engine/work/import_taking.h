/** import_taking.h - a register being taken in. Private to work/import*. */
#ifndef SEL_WORK_IMPORT_TAKING_H
#define SEL_WORK_IMPORT_TAKING_H

#include "base/seen.h"
#include "work/file_hash.h"
#include "work/import.h"
#include "work/import_presence.h"
#include "work/records_ahead.h"

typedef struct sel_taking {
    const sel_context *context;
    const sel_import_options *options;
    sel_store *store; /**< NULL: check only */
    int64_t source;
    sel_import *import;
    sel_arena *scratch;    /**< of one record */
    sel_seen *addresses;   /**< of the records taken so far: "register\nid" */
    sel_presence presence; /**< of a complete file */
    sel_file_hash hash;
    sel_register_mapping *mapping; /**< what was decided about columns; NULL: nothing */
    uint64_t reserved;             /**< records refused for their register's name */
    uint64_t found;                /**< findings put into the store */
    sel_error *err;
    sel_status status;
} sel_taking;

/** Read records with read, which is given of, and take them; a large file is read in a thread of
 * its own. */
SEL_CHECKED
sel_status sel_taking_records(sel_taking *t, const sel_bytes *bytes, sel_records_read *read,
                              void *of);

/** Decide which format a file has, or refuse it. */
SEL_CHECKED
sel_status sel_taking_choose(sel_taking *t, sel_bytes *bytes, const char *path, sel_arena *arena);

/** Level of the records of the chosen format that say none. */
const char *sel_taking_disclosure(const sel_taking *t);

/** Read the file in the format that was chosen. */
SEL_CHECKED
sel_status sel_taking_read(sel_taking *t, sel_bytes *bytes);

#endif
