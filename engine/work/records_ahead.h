/** records_ahead.h - a register is read in one thread while another stores what was read.
 *
 * What the reader tells, records and issues alike, goes through a bounded queue
 * in its order, so that the taker sees what it would see without. What can be
 * made of a record without the store is made in the reader's thread. Private to
 * work. */
#ifndef SEL_WORK_RECORDS_AHEAD_H
#define SEL_WORK_RECORDS_AHEAD_H

#include "store/store_programmes.h"

/** Reads a register to the end, or until the sink has had enough. */
typedef sel_status sel_records_read(void *of, sel_programme_sink sink, sel_issues *issues,
                                    sel_error *err);

/** Makes what is going to be stored of a record: tags it, says its level. New texts and lists go
 *  to arena. content becomes the fingerprint it has in the store, or stays empty when nobody needs
 *  it. Runs in the reader's thread and touches nothing that the taker does. */
typedef void sel_record_make(void *to, sel_programme *record, char content[SEL_HASH_ROOM],
                             sel_arena *arena);

/** Takes a record that was made; false: enough. */
typedef bool sel_record_take(void *to, const sel_programme *record, const char *content);

typedef struct sel_records_work {
    sel_records_read *read;
    void *reader; /**< the reader's thread alone uses it until the call ends */
    sel_record_make *make;
    void *maker; /**< used as reader is */
    sel_record_take *take;
    void *taker;
    bool apart; /**< worth a thread of its own; where none can be had all is done in turn */
} sel_records_work;

/** Read all; issues and taker are used in the thread of the caller. The reader's status, SEL_OK
 *  when the taker had enough. */
SEL_CHECKED
sel_status sel_records_ahead(const sel_records_work *work, sel_issues *issues, sel_error *err);

#endif
