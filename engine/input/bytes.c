#include "input/bytes.h"

#include <assert.h>
#include <errno.h>
#include <sys/stat.h>

struct sel_bytes {
    FILE *file; /* NULL when reading from memory */
    sel_str name;
    sel_str ahead; /* what was looked at; memory: everything */
    size_t taken;  /* of ahead */
    char *buffer;
    sel_bytes_mark mark;
};

static sel_bytes_mark mark_of(const struct stat *facts)
{
    return (sel_bytes_mark){.device = (uint64_t)facts->st_dev,
                            .inode = (uint64_t)facts->st_ino,
                            .size = (uint64_t)facts->st_size,
                            .written = {facts->st_mtim.tv_sec, facts->st_mtim.tv_nsec},
                            .changed = {facts->st_ctim.tv_sec, facts->st_ctim.tv_nsec}};
}

static sel_str base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return sel_str_of(slash == NULL ? path : slash + 1);
}

sel_status sel_bytes_open(const char *path, sel_bytes **bytes, sel_error *err)
{
    *bytes = NULL;
    sel_error_place(err, path, 0, 0);
    struct stat facts;
    if (stat(path, &facts) != 0)
        return sel_fail(err, errno == ENOENT ? SEL_NOT_FOUND : SEL_IO, "cannot open '%s': %s", path,
                        strerror(errno));
    if (S_ISDIR(facts.st_mode))
        return sel_fail(err, SEL_IO, "cannot read '%s': it is a folder", path);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return sel_fail(err, SEL_IO, "cannot open '%s': %s", path, strerror(errno));
    /* What was opened may be another file than the one looked at. */
    if (fstat(fileno(file), &facts) != 0)
        facts = (struct stat){0};
    char *buffer = sel_memory_resize(NULL, SEL_BYTES_PEEK, 1);
    size_t count = fread(buffer, 1, SEL_BYTES_PEEK, file);
    if (ferror(file)) {
        fclose(file);
        sel_memory_resize(buffer, 0, 1);
        return sel_fail(err, SEL_IO, "cannot read '%s'", path);
    }
    *bytes = sel_memory_resize(NULL, 1, sizeof **bytes);
    **bytes = (sel_bytes){
        .file = file, .ahead = {buffer, count}, .buffer = buffer, .mark = mark_of(&facts)};
    sel_str name = base_name(path);
    char *kept = sel_memory_resize(NULL, name.len + 1, 1);
    memcpy(kept, name.ptr, name.len + 1);
    (*bytes)->name = (sel_str){kept, name.len};
    return SEL_OK;
}

sel_bytes *sel_bytes_open_memory(const char *name, sel_str memory)
{
    sel_bytes *bytes = sel_memory_resize(NULL, 1, sizeof *bytes);
    char *kept = sel_memory_resize(NULL, strlen(name) + 1, 1);
    memcpy(kept, name, strlen(name) + 1);
    *bytes = (sel_bytes){.ahead = memory, .name = {kept, strlen(name)}};
    return bytes;
}

void sel_bytes_close(sel_bytes *bytes)
{
    if (bytes == NULL)
        return;
    if (bytes->file != NULL)
        fclose(bytes->file);
    sel_memory_resize(bytes->buffer, 0, 1);
    sel_memory_resize((char *)(uintptr_t)bytes->name.ptr, 0, 1);
    sel_memory_resize(bytes, 0, 1);
}

sel_str sel_bytes_name(const sel_bytes *bytes)
{
    return bytes->name;
}

sel_str sel_bytes_peek(const sel_bytes *bytes)
{
    return sel_str_part(bytes->ahead, 0, SEL_BYTES_PEEK);
}

sel_status sel_bytes_hold(sel_bytes *bytes, size_t limit, bool *all, sel_error *err)
{
    *all = bytes->file == NULL;
    while (!*all && bytes->ahead.len <= limit) {
        size_t room = bytes->ahead.len * 2 + 1;
        bytes->buffer = sel_memory_resize(bytes->buffer, room, 1);
        size_t count =
            fread(bytes->buffer + bytes->ahead.len, 1, room - bytes->ahead.len, bytes->file);
        if (ferror(bytes->file))
            return sel_fail(err, SEL_IO, "cannot read '%s'", bytes->name.ptr);
        bytes->ahead = (sel_str){bytes->buffer, bytes->ahead.len + count};
        *all = feof(bytes->file) != 0;
    }
    return SEL_OK;
}

sel_str sel_bytes_held(const sel_bytes *bytes)
{
    return sel_str_part(bytes->ahead, bytes->taken, bytes->ahead.len);
}

void sel_bytes_replace(sel_bytes *bytes, sel_str text)
{
    char *copy = sel_memory_resize(NULL, text.len + 1, 1);
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    sel_memory_resize(bytes->buffer, 0, 1);
    bytes->buffer = copy;
    bytes->ahead = (sel_str){copy, text.len};
    bytes->taken = 0;
}

sel_status sel_bytes_read(sel_bytes *bytes, char *buffer, size_t room, size_t *count,
                          sel_error *err)
{
    sel_str left = sel_str_part(bytes->ahead, bytes->taken, room);
    if (left.len > 0) {
        memcpy(buffer, left.ptr, left.len);
        bytes->taken += left.len;
        *count = left.len;
        return SEL_OK;
    }
    *count = 0;
    if (bytes->file == NULL)
        return SEL_OK;
    *count = fread(buffer, 1, room, bytes->file);
    if (ferror(bytes->file))
        return sel_fail(err, SEL_IO, "cannot read '%s'", bytes->name.ptr);
    return SEL_OK;
}

sel_bytes_mark sel_bytes_marked(const sel_bytes *bytes)
{
    return bytes->mark;
}

sel_status sel_bytes_unchanged(const char *path, const sel_bytes_mark *mark, sel_error *err)
{
    struct stat facts;
    bool there = stat(path, &facts) == 0;
    const sel_bytes_mark now = there ? mark_of(&facts) : (sel_bytes_mark){0};
    bool same = there && now.device == mark->device && now.inode == mark->inode &&
                now.size == mark->size && now.written[0] == mark->written[0] &&
                now.written[1] == mark->written[1] && now.changed[0] == mark->changed[0] &&
                now.changed[1] == mark->changed[1];
    if (same)
        return SEL_OK;
    return sel_fail(err, SEL_CONFLICT, "'%s' was changed by another program while it was read",
                    path);
}

sel_status sel_bytes_fingerprint(const char *path, char hex[SEL_HASH_ROOM], uint64_t *size,
                                 sel_error *err)
{
    sel_bytes *bytes = NULL;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status != SEL_OK)
        return status;
    assert(bytes != NULL);
    sel_hash hash;
    sel_hash_start(&hash);
    *size = 0;
    char buffer[16384];
    size_t count = 0;
    do {
        status = sel_bytes_read(bytes, buffer, sizeof buffer, &count, err);
        sel_hash_add(&hash, buffer, count);
        *size += count;
    } while (status == SEL_OK && count > 0);
    sel_hash_finish(&hash, hex);
    sel_bytes_close(bytes);
    return status;
}
