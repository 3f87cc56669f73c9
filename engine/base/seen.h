/** seen.h - whether a text came before, among millions, in little memory.
 *
 * Of each text 64 bits are kept (SipHash-2-4, Aumasson, Bernstein 2012), so two texts may be taken
 * for one: among a million different texts with a chance of 3 in 100 million, among SEL_SEEN_MOST
 * with 3 in 10 million (n² / 2^65). 9 to 19 bytes a text. A handle.
 *
 * The key of the hash is fixed: the same texts get the same answer in every run. Whoever wants two
 * texts to be taken for one can find such a pair in some 2^32 steps, so let nothing rest on it but
 * what is said back to the sender of those texts. */
#ifndef SEL_BASE_SEEN_H
#define SEL_BASE_SEEN_H

#include "base/str.h"

#include <stdint.h>

typedef struct sel_seen sel_seen;

/** Most texts that are remembered; the tables then have 32 MiB. */
enum { SEL_SEEN_MOST = 3 << 20 };

sel_seen *sel_seen_create(void);

/** NULL is allowed. */
void sel_seen_destroy(sel_seen *seen);

/** Whether text is remembered. */
bool sel_seen_has(const sel_seen *seen, sel_str text);

/** Whether text was given before; it is remembered, unless SEL_SEEN_MOST others are. */
bool sel_seen_before(sel_seen *seen, sel_str text);

/** Whether nothing more is remembered. */
bool sel_seen_is_full(const sel_seen *seen);

#endif
