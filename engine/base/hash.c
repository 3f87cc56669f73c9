#include "base/hash.h"

#include <sodium.h>

_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(sel_hash), "state does not fit");

static crypto_hash_sha256_state *state_of(sel_hash *hash)
{
    return (crypto_hash_sha256_state *)hash->state;
}

void sel_hash_start(sel_hash *hash)
{
    crypto_hash_sha256_init(state_of(hash));
    hash->waiting_length = 0;
}

static void add_waiting(sel_hash *hash)
{
    crypto_hash_sha256_update(state_of(hash), hash->waiting, hash->waiting_length);
    hash->waiting_length = 0;
}

void sel_hash_add(sel_hash *hash, const void *bytes, size_t length)
{
    if (length > sizeof hash->waiting - hash->waiting_length)
        add_waiting(hash);
    if (length > sizeof hash->waiting) {
        crypto_hash_sha256_update(state_of(hash), bytes, length);
    } else if (length > 0) {
        memcpy(hash->waiting + hash->waiting_length, bytes, length);
        hash->waiting_length += length;
    }
}

const char *sel_hash_finish(sel_hash *hash, char hex[SEL_HASH_ROOM])
{
    unsigned char digest[crypto_hash_sha256_BYTES];
    add_waiting(hash);
    crypto_hash_sha256_final(state_of(hash), digest);
    return sodium_bin2hex(hex, SEL_HASH_ROOM, digest, sizeof digest);
}

const char *sel_hash_of(sel_str text, char hex[SEL_HASH_ROOM])
{
    sel_hash hash;
    sel_hash_start(&hash);
    sel_hash_add(&hash, text.ptr, text.len);
    return sel_hash_finish(&hash, hex);
}

uint64_t sel_hash_short(sel_str text)
{
    static const unsigned char key[crypto_shorthash_KEYBYTES];
    unsigned char bytes[crypto_shorthash_BYTES];
    uint64_t hash = 0;
    crypto_shorthash(bytes, (const unsigned char *)(text.ptr == NULL ? "" : text.ptr), text.len,
                     key);
    for (size_t i = 0; i < sizeof bytes; i++)
        hash |= (uint64_t)bytes[i] << 8 * i;
    return hash;
}
