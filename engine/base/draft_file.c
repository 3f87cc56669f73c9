#include "base/draft_file.h"

#include "base/arena.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Drafts of one name that are there already, before we give up. */
enum { NAMES_TRIED = 100 };

struct sel_draft_file {
    FILE *file;
    char *path;
    char *draft;
};

static sel_status cannot_write(const char *path, int cause, sel_error *err)
{
    return sel_fail(err, SEL_IO, "cannot write '%.200s': %s", path, strerror(cause));
}

/* A file of a name that nobody has: nothing is overwritten and no link followed. -1: errno. */
static int make_draft(sel_draft_file *file)
{
    enum { SUFFIX = 32 };
    size_t room = strlen(file->path) + SUFFIX;
    file->draft = sel_memory_resize(NULL, room, 1);
    int made = -1;
    for (int i = 0; i < NAMES_TRIED && made < 0; i++) {
        snprintf(file->draft, room, "%s.part-%ld-%d", file->path, (long)getpid(), i);
        made = open(file->draft, O_WRONLY | O_CREAT | O_EXCL, 0666);
        if (made < 0 && errno != EEXIST)
            return -1;
    }
    return made;
}

static void give_back(sel_draft_file *file)
{
    sel_memory_resize(file->draft, 0, 1);
    sel_memory_resize(file->path, 0, 1);
    sel_memory_resize(file, 0, 1);
}

bool sel_draft_file_replaces(const char *path, const char *other)
{
    struct stat one;
    struct stat two;
    if (strcmp(path, other) == 0)
        return true;
    return stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_dev == two.st_dev &&
           one.st_ino == two.st_ino;
}

sel_status sel_draft_file_open(const char *path, sel_draft_file **file, sel_error *err)
{
    *file = NULL;
    struct stat there;
    if (stat(path, &there) == 0 && !S_ISREG(there.st_mode))
        return sel_fail(err, SEL_IO, "cannot write '%.200s': it is %s", path,
                        S_ISDIR(there.st_mode) ? "a folder" : "a device, not a file");
    sel_draft_file *fresh = sel_memory_resize(NULL, 1, sizeof *fresh);
    size_t length = strlen(path) + 1;
    *fresh = (sel_draft_file){.path = sel_memory_resize(NULL, length, 1)};
    memcpy(fresh->path, path, length);
    int made = make_draft(fresh);
    if (made >= 0)
        fresh->file = fdopen(made, "wb");
    if (fresh->file != NULL) {
        *file = fresh;
        return SEL_OK;
    }
    int cause = errno;
    if (made >= 0) {
        close(made);
        remove(fresh->draft);
    }
    give_back(fresh);
    return cannot_write(path, cause, err);
}

FILE *sel_draft_file_stream(sel_draft_file *file)
{
    return file->file;
}

const char *sel_draft_file_name(const sel_draft_file *file)
{
    return file->draft;
}

/* Writers know no names. */
static void name_file(const sel_draft_file *file, sel_error *err)
{
    const sel_error why = *err;
    sel_fail(err, SEL_IO, "'%.200s': %.300s", file->path, why.message);
}

sel_status sel_draft_file_end(sel_draft_file *file, sel_status outcome, sel_error *err)
{
    if (file == NULL)
        return outcome;
    bool refused = ferror(file->file) != 0;
    bool closed = fclose(file->file) == 0;
    if (outcome == SEL_OK && (!closed || rename(file->draft, file->path) != 0))
        outcome = cannot_write(file->path, errno, err);
    else if (outcome == SEL_IO && refused && err != NULL)
        name_file(file, err);
    if (outcome != SEL_OK)
        remove(file->draft);
    give_back(file);
    return outcome;
}
