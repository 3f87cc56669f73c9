#include "work/file_hash.h"

#include "input/bytes.h"

static void *make(void *of)
{
    sel_file_hash *hash = of;
    hash->status = sel_bytes_fingerprint(hash->path, hash->hex, &hash->size, &hash->err);
    return NULL;
}

void sel_file_hash_begin(sel_file_hash *hash, const char *path)
{
    *hash = (sel_file_hash){.path = path, .begun = true};
    hash->apart = pthread_create(&hash->thread, NULL, make, hash) == 0;
    if (!hash->apart)
        make(hash);
}

sel_status sel_file_hash_end(sel_file_hash *hash, sel_error *err)
{
    if (hash->apart)
        pthread_join(hash->thread, NULL);
    bool failed = hash->begun && hash->status != SEL_OK;
    hash->apart = false;
    hash->begun = false;
    if (failed)
        *err = hash->err;
    return hash->status;
}
