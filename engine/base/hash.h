/** hash.h - fingerprints, through libsodium.
 *
 * SHA-256 (FIPS 180-4) of files and whatever people may want to check with other
 * tools; BLAKE2b of 256 bits (RFC 7693) of what is in the store, which is made
 * several times as fast and compared with itself only. */
#ifndef SEL_BASE_HASH_H
#define SEL_BASE_HASH_H

#include "base/str.h"

#include <stdint.h>

enum { SEL_HASH_BYTES = 32, SEL_HASH_ROOM = 65 };

/** A fingerprint being made; open struct so that it can live on the stack. Small pieces wait until
 *  there are enough of them. */
typedef struct sel_hash {
    _Alignas(64) unsigned char state[384];
    bool content;
    unsigned char waiting[1024];
    size_t waiting_length;
} sel_hash;

/** A SHA-256. */
void sel_hash_start(sel_hash *hash);

/** A BLAKE2b of 256 bits. */
void sel_hash_start_content(sel_hash *hash);

void sel_hash_add(sel_hash *hash, const void *bytes, size_t length);

/** Finish and write 64 lower-case hexadecimal digits and NUL; returns hex. */
const char *sel_hash_finish(sel_hash *hash, char hex[SEL_HASH_ROOM]);

/** 64 bits of a text, the same in every run, for tables (SipHash-2-4 with a key of zeros). */
uint64_t sel_hash_short(sel_str text);

/** SHA-256 of one text; returns hex. */
const char *sel_hash_of(sel_str text, char hex[SEL_HASH_ROOM]);

#endif
