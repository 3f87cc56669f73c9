/** hash.h - SHA-256 fingerprints of files and records (FIPS 180-4, through libsodium). */
#ifndef SEL_BASE_HASH_H
#define SEL_BASE_HASH_H

#include "base/str.h"

#include <stdint.h>

enum { SEL_HASH_BYTES = 32, SEL_HASH_ROOM = 65 };

/** A fingerprint being made; open struct so that it can live on the stack. Small pieces wait until
 *  there are enough of them. */
typedef struct sel_hash {
    _Alignas(16) unsigned char state[128];
    unsigned char waiting[1024];
    size_t waiting_length;
} sel_hash;

void sel_hash_start(sel_hash *hash);

void sel_hash_add(sel_hash *hash, const void *bytes, size_t length);

/** Finish and write 64 lower-case hexadecimal digits and NUL; returns hex. */
const char *sel_hash_finish(sel_hash *hash, char hex[SEL_HASH_ROOM]);

/** 64 bits of a text, the same in every run, for tables (SipHash-2-4 with a key of zeros). */
uint64_t sel_hash_short(sel_str text);

/** Fingerprint of one text; returns hex. */
const char *sel_hash_of(sel_str text, char hex[SEL_HASH_ROOM]);

#endif
