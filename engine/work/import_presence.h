/** import_presence.h - which records a complete file has, so that those it lacks can vanish.
 * Private to work/import*. */
#ifndef SEL_WORK_IMPORT_PRESENCE_H
#define SEL_WORK_IMPORT_PRESENCE_H

#include "base/index.h"
#include "store/store_programmes.h"

/** Of a file that is not complete nothing is kept: then all of these do nothing. */
typedef struct sel_presence {
    bool complete;
    sel_index *records;   /**< "register\nid" */
    sel_index *registers; /**< of these records */
    sel_index *refused;   /**< identifiers */
    sel_str asked;        /**< register whose records are looked for */
    sel_arena *scratch;   /**< of one address */
} sel_presence;

sel_presence sel_presence_start(bool complete);

/** Free what it holds. */
void sel_presence_end(sel_presence *presence);

/** The file has this record. */
void sel_presence_take(sel_presence *presence, sel_str register_name, sel_str id);

/** A record that was refused is in the file all the same. */
void sel_presence_refuse(sel_presence *presence, sel_str id);

/** Mark the known records of the file's registers that it does not have as vanished with source;
 *  *vanished is how many became so now. */
SEL_CHECKED
sel_status sel_presence_vanish(sel_presence *presence, sel_store *store, int64_t source,
                               uint64_t *vanished, sel_error *err);

#endif
