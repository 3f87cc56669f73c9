/** office.h - LibreOffice as a ministry's spreadsheet program: opens files and saves them again. */
#ifndef SEL_TESTS_OFFICE_H
#define SEL_TESTS_OFFICE_H

#include "base/text.h"
#include "check_suite.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { OFFICE_SKIPPED = 77 };

/** Run a program (arguments end with NULL) and wait; its words go to log. The status of wait(). */
static inline int office_run(sel_arena *arena, const char *const *arguments, const char *log)
{
    uint32_t count = 0;
    while (arguments[count] != NULL)
        count++;
    char **copies = sel_arena_array(arena, count + 1, sizeof *copies);
    for (uint32_t i = 0; i < count; i++)
        copies[i] = sel_arena_copy(arena, arguments[i], strlen(arguments[i]));
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_APPEND,
                                     0600);
    posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
    pid_t child;
    int status = -1;
    if (posix_spawnp(&child, copies[0], &files, NULL, copies, environ) == 0)
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            continue;
    posix_spawn_file_actions_destroy(&files);
    return status;
}

static inline bool office_is_here(void)
{
    sel_arena *arena = sel_arena_create();
    const char *const arguments[] = {"soffice", "--version", NULL};
    int status = office_run(arena, arguments, "/dev/null");
    sel_arena_destroy(arena);
    return status == 0;
}

/** A profile under folder whose settings are those of a locale ("fr-FR"). */
static inline void office_settle(sel_arena *arena, const char *folder, const char *locale)
{
    const char *profile = sel_str_printf(arena, "%s/profile-%s", folder, locale).ptr;
    const char *user = sel_str_printf(arena, "%s/user", profile).ptr;
    ck_assert_int_eq(mkdir(profile, 0700), 0);
    ck_assert_int_eq(mkdir(user, 0700), 0);
    FILE *file = fopen(sel_str_printf(arena, "%s/registrymodifications.xcu", user).ptr, "wb");
    ck_assert_ptr_nonnull(file);
    fprintf(file,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
            "<item oor:path=\"/org.openoffice.Setup/L10N\">"
            "<prop oor:name=\"ooSetupSystemLocale\" oor:op=\"fuse\"><value>%s</value></prop>"
            "</item></oor:items>\n",
            locale);
    ck_assert_int_eq(fclose(file), 0);
}

/** Remove everything in folder, profiles too. */
static inline void office_clear(sel_arena *arena, const char *folder)
{
    const char *const arguments[] = {"find", folder, "-mindepth", "1", "-delete", NULL};
    ck_assert_int_eq(office_run(arena, arguments, "/dev/null"), 0);
}

/** Save files again into out, which is made, in a format as --convert-to takes it. */
static inline void office_convert(sel_arena *arena, const char *folder, const char *locale,
                                  const char *format, const char *const *files, uint32_t count,
                                  const char *out)
{
    sel_str profile =
        sel_str_printf(arena, "-env:UserInstallation=file://%s/profile-%s", folder, locale);
    const char *const start[] = {"soffice", "--headless", profile.ptr, "--convert-to",
                                 format,    "--outdir",   out};
    enum { START = sizeof start / sizeof start[0] };
    const char **arguments = sel_arena_array(arena, START + count + 1, sizeof *arguments);
    memcpy(arguments, start, sizeof start);
    memcpy(arguments + START, files, count * sizeof *files);
    sel_str log = sel_str_printf(arena, "%s/log", folder);
    ck_assert_msg(office_run(arena, arguments, log.ptr) == 0, "LibreOffice failed, see %s",
                  log.ptr);
}

#endif
