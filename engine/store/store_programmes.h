/** store_programmes.h - programme records in the store: taking them in, their versions, what
 * vanished, and where a value of them came from. */
#ifndef SEL_STORE_STORE_PROGRAMMES_H
#define SEL_STORE_STORE_PROGRAMMES_H

#include "store/store.h"

/* ---- Taking in ---- */

/** Take in a record. It is (register, record id); the same content changes nothing. The version
 *  that was surely updated later is current; when that cannot be told, the one taken in later.
 *  An empty disclosure is the source's. Records set aside are kept too. */
SEL_CHECKED
sel_status sel_store_put_programme(sel_store *store, int64_t source, const sel_programme *record,
                                   sel_put_outcome *outcome, sel_error *err);

/** What a put of a record did. */
typedef struct sel_put_record {
    sel_put_outcome outcome;
    int64_t before; /**< version that was current, 0: none; only for sel_store_read_version */
    bool returned;  /**< it had vanished and is there again */
} sel_put_record;

/** As sel_store_put_programme, and tell what was there. */
SEL_CHECKED
sel_status sel_store_put_record(sel_store *store, int64_t source, const sel_programme *record,
                                sel_put_record *put, sel_error *err);

/** BLAKE2b (base/hash.h) of what a record is in the store, places apart; in any thread. Its
 * disclosure must be said. */
void sel_programme_fingerprint(const sel_programme *record, char hex[SEL_HASH_ROOM]);

/** As sel_store_put_record, of a record whose fingerprint was made since it last changed. */
SEL_CHECKED
sel_status sel_store_put_fingerprinted(sel_store *store, int64_t source,
                                       const sel_programme *record, const char *content,
                                       sel_put_record *put, sel_error *err);

/** All of a version that was put over, without field places; texts in arena. */
SEL_CHECKED
sel_status sel_store_read_version(sel_store *store, int64_t version, sel_arena *arena,
                                  sel_programme *record, sel_error *err);

/** Put a new version of a stored record beside the file its current one came from, after its
 * guesses were made anew; the same content changes nothing. SEL_NOT_FOUND: there is no such record.
 */
SEL_CHECKED
sel_status sel_store_put_again(sel_store *store, const sel_programme *record,
                               sel_put_outcome *outcome, sel_error *err);

/** Parts of a record that most readers do not need: they stay empty unless asked for. */
enum {
    SEL_PROGRAMME_TEXTS = 1,  /**< description and note */
    SEL_PROGRAMME_FIELDS = 2, /**< field places */
};

/** Current versions by (register, record id) bytes, those set aside included, those that vanished
 *  not. A theme that was guessed and then answered for (SEL_DECISION_THEME) is handed out as
 *  answered. */
SEL_CHECKED
sel_status sel_store_each_programme(sel_store *store, unsigned parts, sel_programme_sink sink,
                                    sel_error *err);

/** What a study wants of the current versions that did not vanish: no texts, sectors and field
 *  places, in the order they were taken in, which costs a fraction of the order of addresses.
 *  Those set aside are only counted, unless some theme was answered for: then they are handed out
 *  too, as answered. */
SEL_CHECKED
sel_status sel_store_scan_programmes(sel_store *store, sel_programme_sink sink,
                                     uint64_t *only_counted, sel_error *err);

/** Takes a version of a record, the one that was taken in before it, and the file it came in, of
 *  which only name and received are filled. */
typedef bool sel_history_take(void *to, const sel_programme *before, const sel_programme *record,
                              const sel_source *source);

/** Every version but the first of each record, with texts, by (register, record id) bytes, then in
 *  the order they were taken in. */
SEL_CHECKED
sel_status sel_store_each_history(sel_store *store, sel_history_take *take, void *to,
                                  sel_error *err);

/* ---- Records that vanished ---- */

/** Whether a file has a record of this identifier. */
typedef bool sel_has_record(void *of, sel_str id);

/** Say that a complete file of a register has no other records than those that `has` affirms: the
 *  others are no longer listed as programmes, their versions stay, and the next file that has one
 *  brings it back. *count becomes the number that vanished now. */
SEL_CHECKED
sel_status sel_store_put_vanished(sel_store *store, int64_t source, sel_str register_name,
                                  sel_has_record *has, void *of, uint64_t *count, sel_error *err);

/** A record that is gone. */
typedef struct sel_vanished {
    sel_str register_name;
    sel_str id;
    sel_str title; /**< of its last version */
    bool set_aside;
    sel_str file;     /**< that its last version came in */
    sel_str without;  /**< name of the file that no longer had it, */
    sel_str sha256;   /**< its bytes */
    int64_t received; /**< and when it came in */
} sel_vanished;

typedef bool sel_vanished_take(void *to, const sel_vanished *vanished);

/** Records that vanished and did not come back, by (register, record id) bytes. */
SEL_CHECKED
sel_status sel_store_each_vanished(sel_store *store, sel_vanished_take *take, void *to,
                                   sel_error *err);

/* ---- Where a value came from ---- */

/** Subject of a decision about a record: "REGISTER:ID", in arena. */
sel_str sel_record_address(sel_arena *arena, const sel_programme *record);

/** Place of the current version of a record. SEL_NOT_FOUND: there is no such record. */
SEL_CHECKED
sel_status sel_store_record_place(sel_store *store, sel_str register_name, sel_str id,
                                  sel_arena *arena, sel_stored_place *place, sel_error *err);

typedef bool sel_field_place_take(void *to, const sel_field_place *field);

/** Fields of the current version of a record that were not taken as written, in the reader's
 *  order. SEL_NOT_FOUND: there is no such record. */
SEL_CHECKED
sel_status sel_store_each_field_place(sel_store *store, sel_str register_name, sel_str id,
                                      sel_field_place_take *take, void *to, sel_error *err);

#endif
