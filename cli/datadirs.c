#include "datadirs.h"

#include <sys/stat.h>
#include <unistd.h>

static const char *try_folder(cli_desk *desk, sel_str folder, const char *relative)
{
    if (folder.len == 0)
        return NULL;
    sel_str path = sel_str_printf(desk->arena, "%.*s/%s", SEL_STR_ARG(folder), relative);
    struct stat facts;
    return stat(path.ptr, &facts) == 0 ? path.ptr : NULL;
}

static const char *try_list(cli_desk *desk, const char *list, const char *relative)
{
    sel_str rest = sel_str_of(list);
    sel_str folder;
    const char *found = NULL;
    while (found == NULL && sel_str_next(&rest, ':', &folder))
        found = try_folder(desk, folder, relative);
    return found;
}

static const char *try_home(cli_desk *desk, const char *relative)
{
    const char *data_home = getenv("XDG_DATA_HOME");
    if (data_home != NULL && data_home[0] != '\0')
        return try_folder(desk, sel_str_printf(desk->arena, "%s/selaras", data_home), relative);
    const char *home = getenv("HOME");
    if (home == NULL || home[0] == '\0')
        return NULL;
    return try_folder(desk, sel_str_printf(desk->arena, "%s/.local/share/selaras", home), relative);
}

/* The program's own folder: the link the kernel keeps, else the way it was called. */
static const char *try_beside(cli_desk *desk, const char *relative)
{
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    sel_str program = length > 0 ? (sel_str){path, (size_t)length} : sel_str_of(desk->program);
    size_t slash = program.len;
    while (slash > 0 && program.ptr[slash - 1] != '/')
        slash--;
    sel_str share = sel_str_printf(desk->arena, "%.*s../share/selaras",
                                   SEL_STR_ARG(sel_str_part(program, 0, slash)));
    return try_folder(desk, share, relative);
}

const char *datadirs_find(void *to, const char *relative)
{
    cli_desk *desk = to;
    const char *found = NULL;
    if (desk->data != NULL)
        found = try_folder(desk, sel_str_of(desk->data), relative);
    if (found == NULL)
        found = try_list(desk, getenv("SELARAS_DATA"), relative);
    if (found == NULL)
        found = try_home(desk, relative);
    if (found == NULL)
        found = try_beside(desk, relative);
    if (found == NULL)
        found = try_folder(desk, SEL_STR(SELARAS_DATADIR), relative);
    return found;
}
