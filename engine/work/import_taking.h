/** import_taking.h - a register being taken in. Private to work/import*. */
#ifndef SEL_WORK_IMPORT_TAKING_H
#define SEL_WORK_IMPORT_TAKING_H

#include "base/index.h"
#include "work/import.h"

typedef struct sel_taking {
    const sel_context *context;
    const sel_import_options *options;
    sel_store *store; /**< NULL: check only */
    int64_t source;
    sel_import *import;
    sel_arena *scratch;            /**< of one record */
    sel_index *addresses;          /**< of the records taken so far: "register\nid" */
    sel_index *registers;          /**< of these records */
    sel_index *refused;            /**< identifiers of records that were refused */
    sel_str register_name;         /**< whose records are looked for among the addresses */
    sel_register_mapping *mapping; /**< what was decided about columns; NULL: nothing */
    uint64_t reserved;             /**< records refused for their register's name */
    sel_error *err;
    sel_status status;
} sel_taking;

/** Take one record: a sel_programme_take. */
bool sel_taking_record(void *to, const sel_programme *record);

/** Decide which format a file has, or refuse it. */
SEL_CHECKED
sel_status sel_taking_choose(sel_taking *t, sel_bytes *bytes, const char *path, sel_arena *arena);

/** Level of the records of the chosen format that say none; NULL: as the store has it. */
const char *sel_taking_disclosure(const sel_taking *t);

/** Read the file in the format that was chosen. */
SEL_CHECKED
sel_status sel_taking_read(sel_taking *t, sel_bytes *bytes);

#endif
