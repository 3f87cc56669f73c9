#include "input/archive.h"

#include "base/index.h"

#include <assert.h>
#include <zip.h>

struct sel_archive {
    zip_t *zip;
    char *bytes;   /* of the whole file; libzip reads from them */
    char *content; /* of the part read last */
    uint64_t unpacked;
};

/* --- what is allowed --- */

static sel_status check_name(sel_str name, sel_error *err)
{
    bool good = name.len > 0 && name.ptr[0] != '/' && sel_str_is_utf8(name);
    for (size_t i = 0; i < name.len; i++)
        good = good && (unsigned char)name.ptr[i] >= ' ' && !strchr("\\:\x7F", name.ptr[i]);
    sel_str rest = name;
    sel_str step;
    while (sel_str_next(&rest, '/', &step))
        good = good && !sel_str_is(step, "..") && !sel_str_is(step, ".");
    return good ? SEL_OK
                : sel_fail(err, SEL_BAD_INPUT, "the archive holds a part with a forbidden name");
}

static sel_status check_unique(sel_index *names, sel_str name, sel_error *err)
{
    char *folded = sel_memory_resize(NULL, name.len + 1, 1);
    for (size_t i = 0; i < name.len; i++)
        folded[i] = sel_ascii_lower(name.ptr[i]);
    uint32_t before = sel_index_count(names);
    bool twice = sel_index_add(names, (sel_str){folded, name.len}) < before;
    sel_memory_resize(folded, 0, 1);
    return twice ? sel_fail(err, SEL_BAD_INPUT, "the archive holds a part of the same name twice")
                 : SEL_OK;
}

static sel_status check_packing(const zip_stat_t *part, sel_error *err)
{
    if (part->encryption_method != ZIP_EM_NONE)
        return sel_fail(err, SEL_BAD_INPUT,
                        "the file is locked with a password; save it without one");
    if (part->comp_method != ZIP_CM_STORE && part->comp_method != ZIP_CM_DEFLATE)
        return sel_fail(err, SEL_BAD_INPUT, "the archive is packed in a way that is not read here");
    bool bomb =
        part->size > SEL_ARCHIVE_RATIO_FROM && part->size / SEL_ARCHIVE_RATIO_MAX > part->comp_size;
    if (part->size > SEL_ARCHIVE_PART_MAX || bomb)
        return sel_fail(err, SEL_BAD_INPUT,
                        "a part of the archive is larger than 16 MiB or unpacks to more than 200 "
                        "times its size");
    return SEL_OK;
}

static sel_status check_part(sel_archive *archive, uint64_t i, sel_index *names, uint64_t *total,
                             sel_error *err)
{
    enum {
        NEEDED = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD |
                 ZIP_STAT_ENCRYPTION_METHOD
    };
    zip_stat_t part;
    if (zip_stat_index(archive->zip, i, ZIP_FL_ENC_RAW, &part) != 0 ||
        (part.valid & NEEDED) != NEEDED)
        return sel_fail(err, SEL_BAD_INPUT, "the archive is damaged: a part is not described");
    sel_str name = sel_str_of(part.name);
    sel_status status = check_name(name, err);
    if (status == SEL_OK)
        status = check_unique(names, name, err);
    if (status == SEL_OK)
        status = check_packing(&part, err);
    if (status != SEL_OK)
        return status;
    *total += part.size;
    if (*total > SEL_ARCHIVE_TOTAL_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "the archive unpacks to more than 64 MiB");
    return SEL_OK;
}

static sel_status check_parts(sel_archive *archive, sel_error *err)
{
    int64_t count = zip_get_num_entries(archive->zip, 0);
    if (count < 0 || count > SEL_ARCHIVE_PARTS_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "the archive holds more than 1000 parts");
    sel_index *names = sel_index_create();
    sel_status status = SEL_OK;
    uint64_t total = 0;
    for (int64_t i = 0; i < count && status == SEL_OK; i++)
        status = check_part(archive, (uint64_t)i, names, &total, err);
    sel_index_destroy(names);
    return status;
}

/* --- opening and reading --- */

static sel_status read_file(sel_bytes *bytes, char **file, size_t *length, sel_error *err)
{
    size_t room = 0;
    size_t count = 0;
    sel_status status = SEL_OK;
    *length = 0;
    do {
        if (*length == room) {
            room = room == 0 ? SEL_BYTES_PEEK : room * 2;
            *file = sel_memory_resize(*file, room, 1);
        }
        status = sel_bytes_read(bytes, *file + *length, room - *length, &count, err);
        *length += count;
        if (status == SEL_OK && *length > SEL_ARCHIVE_BYTES_MAX)
            status = sel_fail(err, SEL_BAD_INPUT, "the file is larger than 8 MiB");
    } while (status == SEL_OK && count > 0);
    return status;
}

static sel_status open_zip(sel_archive *archive, size_t length, sel_error *err)
{
    zip_error_t fault;
    zip_error_init(&fault);
    zip_source_t *source = zip_source_buffer_create(archive->bytes, length, 0, &fault);
    if (source != NULL)
        archive->zip = zip_open_from_source(source, ZIP_RDONLY, &fault);
    sel_status status = SEL_OK;
    if (archive->zip == NULL) {
        zip_source_free(source);
        status = sel_fail(err, SEL_BAD_INPUT, "it is damaged or incomplete (%s)",
                          zip_error_strerror(&fault));
    }
    zip_error_fini(&fault);
    return status;
}

sel_status sel_archive_open(sel_bytes *bytes, sel_archive **archive, sel_error *err)
{
    sel_archive *fresh = sel_memory_resize(NULL, 1, sizeof *fresh);
    *fresh = (sel_archive){0};
    *archive = NULL;
    size_t length;
    sel_error_place(err, sel_bytes_name(bytes).ptr, 0, 0);
    sel_status status = read_file(bytes, &fresh->bytes, &length, err);
    if (status == SEL_OK)
        status = open_zip(fresh, length, err);
    if (status == SEL_OK)
        status = check_parts(fresh, err);
    if (status == SEL_OK)
        *archive = fresh;
    else
        sel_archive_close(fresh);
    return status;
}

void sel_archive_close(sel_archive *archive)
{
    if (archive == NULL)
        return;
    if (archive->zip != NULL)
        zip_discard(archive->zip);
    sel_memory_resize(archive->bytes, 0, 1);
    sel_memory_resize(archive->content, 0, 1);
    sel_memory_resize(archive, 0, 1);
}

/* Index of a part, negative when there is none. */
static int64_t locate(sel_archive *archive, sel_str name)
{
    char *path = sel_memory_resize(NULL, name.len + 1, 1);
    snprintf(path, name.len + 1, "%.*s", SEL_STR_ARG(name));
    int64_t index = zip_name_locate(archive->zip, path, ZIP_FL_NOCASE | ZIP_FL_ENC_RAW);
    sel_memory_resize(path, 0, 1);
    return index;
}

bool sel_archive_has(sel_archive *archive, sel_str name)
{
    return locate(archive, name) >= 0;
}

/* One byte more is asked for: libzip checks sum and size only at the end of a part. */
static bool unpack(zip_file_t *part, char *content, uint64_t size)
{
    uint64_t done = 0;
    int64_t count;
    do {
        count = zip_fread(part, content + done, size + 1 - done);
        done += count > 0 ? (uint64_t)count : 0;
    } while (count > 0 && done <= size);
    return count == 0 && done == size;
}

sel_status sel_archive_read(sel_archive *archive, sel_str name, sel_str *content, sel_error *err)
{
    int64_t index = locate(archive, name);
    zip_stat_t about;
    if (index < 0 || zip_stat_index(archive->zip, (uint64_t)index, 0, &about) != 0)
        return sel_fail(err, SEL_BAD_INPUT, "the part '%.*s' is missing", SEL_STR_ARG(name));
    assert(about.size <= SEL_ARCHIVE_PART_MAX);
    archive->unpacked += about.size;
    if (archive->unpacked > 2 * (uint64_t)SEL_ARCHIVE_TOTAL_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "the archive unpacks to too much");
    zip_file_t *part = zip_fopen_index(archive->zip, (uint64_t)index, 0);
    if (part == NULL)
        return sel_fail(err, SEL_BAD_INPUT, "the part '%.*s' is damaged", SEL_STR_ARG(name));
    archive->content = sel_memory_resize(archive->content, (size_t)about.size + 1, 1);
    bool whole = unpack(part, archive->content, about.size);
    zip_fclose(part);
    if (!whole)
        return sel_fail(err, SEL_BAD_INPUT, "the part '%.*s' is damaged", SEL_STR_ARG(name));
    *content = (sel_str){archive->content, (size_t)about.size};
    return SEL_OK;
}
