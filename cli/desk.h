/** desk.h - what every command works with: global options, data, store, output.
 *
 * One desk per run of the program, in main's frame. Parts are opened when a
 * command asks for them. */
#ifndef CLI_DESK_H
#define CLI_DESK_H

#include "selaras.h"

/** Exit codes of the program. */
enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2, EXIT_REFUSED = 3 };

typedef struct cli_desk {
    /* global options; NULL or 0 when not given */
    const char *store_path;
    const char *data;
    const char *language;
    const char *format;
    const char *table;
    const char *audience;
    const char *as_of;
    const char *rates;
    const char *model; /* id or path; NULL: the standard one */
    int quiet;
    int no_color;
    int help;
    /* environment, read once in main */
    const char *program; /* argv[0] */
    int64_t now;
    /* parts */
    sel_arena *arena;
    sel_context *context; /* NULL until desk_context */
    sel_store *store;     /* NULL until desk_store */
} cli_desk;

/** Words, code lists and model, opened on first use. EXIT_DONE, or the failure is said and its
 *  exit code returned. */
int desk_context(cli_desk *desk);

/** A context in the language of somebody else who will read something, with the taxonomy in use;
 *  close it, also after a failure. */
SEL_CHECKED
sel_status desk_reader(cli_desk *desk, sel_language language, sel_context **reader, sel_error *err);

/** The store, opened on first use for reading or writing; the context comes with it and works with
 *  the taxonomy the store was made for. */
int desk_store(cli_desk *desk, bool write);

/** Path of the store: --store, else selaras.db in the current folder. */
const char *desk_store_path(const cli_desk *desk);

/** Say that the store could not be made or opened, and which; its exit code. */
int desk_refuse_store(const cli_desk *desk, const sel_error *err);

/** Write a report to stdout in the wanted format. */
int desk_print(cli_desk *desk, const sel_report *report);

/** How a report is written for somebody who reads the context's language. */
sel_write_options desk_write_options(const sel_context *reader);

/** Write a report to a file by a writer ("html"), all or nothing. */
SEL_CHECKED
sel_status desk_write(const sel_report *report, const char *writer,
                      const sel_write_options *options, const char *path, sel_error *err);

/** Write a report to a file in the wanted format, else in that of the file's ending; its exit code.
 */
int desk_save(cli_desk *desk, const sel_report *report, const char *path);

/** Write a report as HTML to a file for the user, all or nothing; its exit code. */
int desk_write_html(cli_desk *desk, const sel_report *report, const char *path);

/** The day given by --as-of; unknown when it was not given. EXIT_USAGE when it is no day. */
int desk_as_of(cli_desk *desk, sel_days *as_of);

/** Progress shown for long work labelled what (static), when stderr is a terminal. */
sel_progress desk_progress(const cli_desk *desk, const char *what);

/** Close what was opened. */
void desk_close(cli_desk *desk);

#endif
