/** bytes.h - bytes from a file or from memory, with a look at their beginning. */
#ifndef SEL_INPUT_BYTES_H
#define SEL_INPUT_BYTES_H

#include "base/hash.h"
#include "base/status.h"

/** A source of bytes; a handle. */
typedef struct sel_bytes sel_bytes;

/** How much of the beginning can be looked at before reading. */
enum { SEL_BYTES_PEEK = 65536 };

/** Open a regular file; SEL_NOT_FOUND or SEL_IO. *bytes is NULL on failure. */
SEL_CHECKED
sel_status sel_bytes_open(const char *path, sel_bytes **bytes, sel_error *err);

/** Read from memory, which is borrowed. name stands for the file name in messages. */
sel_bytes *sel_bytes_open_memory(const char *name, sel_str memory);

/** NULL is allowed. */
void sel_bytes_close(sel_bytes *bytes);

/** Name without folders, as shown in messages and kept as provenance. */
sel_str sel_bytes_name(const sel_bytes *bytes);

/** The first up to SEL_BYTES_PEEK bytes; they are still read afterwards. */
sel_str sel_bytes_peek(const sel_bytes *bytes);

/** Bring all that is left into memory when it is at most limit bytes, so that it can be looked at
 * in full; slices looked at before end with this. *all says whether everything is held now. */
SEL_CHECKED
sel_status sel_bytes_hold(sel_bytes *bytes, size_t limit, bool *all, sel_error *err);

/** What is held in memory and not read yet: SEL_BYTES_PEEK bytes or less, or everything. */
sel_str sel_bytes_held(const sel_bytes *bytes);

/** Read text, which is copied, in place of what is held; everything must be held. */
void sel_bytes_replace(sel_bytes *bytes, sel_str text);

/** Next bytes, at most room; *count 0 at the end. SEL_IO when reading fails. */
SEL_CHECKED
sel_status sel_bytes_read(sel_bytes *bytes, char *buffer, size_t room, size_t *count,
                          sel_error *err);

/** What tells one content of a file from another without reading it: who it is, its size, and when
 * it was last touched. Zero for memory. */
typedef struct sel_bytes_mark {
    uint64_t device;
    uint64_t inode;
    uint64_t size;
    int64_t written[2]; /**< seconds and nanoseconds */
    int64_t changed[2];
} sel_bytes_mark;

/** The mark of what was opened, at that time. */
sel_bytes_mark sel_bytes_marked(const sel_bytes *bytes);

/** Whether path is still what it was; SEL_CONFLICT when it was written or replaced, or is gone. */
SEL_CHECKED
sel_status sel_bytes_unchanged(const char *path, const sel_bytes_mark *mark, sel_error *err);

/** SHA-256 and size of a file, read once from beginning to end. */
SEL_CHECKED
sel_status sel_bytes_fingerprint(const char *path, char hex[SEL_HASH_ROOM], uint64_t *size,
                                 sel_error *err);

#endif
