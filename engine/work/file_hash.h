/** file_hash.h - the fingerprint of a file is made in a thread of its own while the file is read.
 *  Private to work. */
#ifndef SEL_WORK_FILE_HASH_H
#define SEL_WORK_FILE_HASH_H

#include "base/hash.h"
#include "base/status.h"

#include <pthread.h>

/** A fingerprint being made; begin and end it in one thread. It must not move between. */
typedef struct sel_file_hash {
    const char *path;
    pthread_t thread;
    bool begun;
    bool apart; /**< a thread could be had */
    char hex[SEL_HASH_ROOM];
    uint64_t size; /**< bytes */
    sel_status status;
    sel_error err;
} sel_file_hash;

/** path must live until the end. */
void sel_file_hash_begin(sel_file_hash *hash, const char *path);

/** Wait until hash->hex and hash->size are there; the status of reading the file. Of one that was
 *  not begun, or was ended before, nothing is waited for. */
SEL_CHECKED
sel_status sel_file_hash_end(sel_file_hash *hash, sel_error *err);

#endif
