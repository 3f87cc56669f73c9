#include "base/hash.h"

#include <sodium.h>

enum { STATE_ROOM = sizeof(((sel_hash *)NULL)->state) };

_Static_assert(sizeof(crypto_hash_sha256_state) <= STATE_ROOM, "state does not fit");
_Static_assert(sizeof(crypto_generichash_state) <= STATE_ROOM, "state does not fit");
_Static_assert(crypto_hash_sha256_BYTES == SEL_HASH_BYTES, "digests have one size");

static crypto_hash_sha256_state *sha256_of(sel_hash *hash)
{
    return (crypto_hash_sha256_state *)hash->state;
}

static crypto_generichash_state *blake2b_of(sel_hash *hash)
{
    return (crypto_generichash_state *)hash->state;
}

void sel_hash_start(sel_hash *hash)
{
    hash->content = false;
    hash->waiting_length = 0;
    crypto_hash_sha256_init(sha256_of(hash));
}

void sel_hash_start_content(sel_hash *hash)
{
    hash->content = true;
    hash->waiting_length = 0;
    crypto_generichash_init(blake2b_of(hash), NULL, 0, SEL_HASH_BYTES);
}

static void digest(sel_hash *hash, const void *bytes, size_t length)
{
    if (hash->content)
        crypto_generichash_update(blake2b_of(hash), bytes, length);
    else
        crypto_hash_sha256_update(sha256_of(hash), bytes, length);
}

static void add_waiting(sel_hash *hash)
{
    digest(hash, hash->waiting, hash->waiting_length);
    hash->waiting_length = 0;
}

void sel_hash_add(sel_hash *hash, const void *bytes, size_t length)
{
    if (length > sizeof hash->waiting - hash->waiting_length)
        add_waiting(hash);
    if (length > sizeof hash->waiting) {
        digest(hash, bytes, length);
    } else if (length > 0) {
        memcpy(hash->waiting + hash->waiting_length, bytes, length);
        hash->waiting_length += length;
    }
}

const char *sel_hash_finish(sel_hash *hash, char hex[SEL_HASH_ROOM])
{
    unsigned char made[SEL_HASH_BYTES];
    add_waiting(hash);
    if (hash->content)
        crypto_generichash_final(blake2b_of(hash), made, sizeof made);
    else
        crypto_hash_sha256_final(sha256_of(hash), made);
    return sodium_bin2hex(hex, SEL_HASH_ROOM, made, sizeof made);
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
