/** desk_fixture.h - a store in a folder of its own, and files to take in, for tests of use cases.
 */
#ifndef SEL_TESTS_DESK_FIXTURE_H
#define SEL_TESTS_DESK_FIXTURE_H

#include "work/assess.h"
#include "work/import.h"
#include "work/intake.h"

#include "check_suite.h"
#include "store/store_programmes.h"

#include <unistd.h>

typedef struct desk {
    char folder[32];
    char store_path[64];
    char file_path[64];
    sel_context *context;
    sel_store *store;
    sel_arena *arena;
    sel_error err;
} desk;

static inline const char *desk_find(void *to, const char *relative)
{
    desk *d = to;
    return sel_str_printf(d->arena, SELARAS_SOURCE_DIR "/%s", relative).ptr;
}

/* The fixture must stay where it is while it is open. */
static inline void desk_open(desk *d)
{
    *d = (desk){.folder = "/tmp/selaras-work-XXXXXX", .arena = sel_arena_create()};
    ck_assert_ptr_nonnull(mkdtemp(d->folder));
    snprintf(d->store_path, sizeof d->store_path, "%s/s.db", d->folder);
    snprintf(d->file_path, sizeof d->file_path, "%s/f.csv", d->folder);
    const sel_context_options options = {.find = desk_find, .to = d, .now = 1800000000};
    ck_assert_msg(sel_context_open(&options, &d->context, &d->err) == SEL_OK, "%s", d->err.message);
    ck_assert_msg(sel_store_create(d->store_path, "cyber", 1800000000, &d->store, &d->err) ==
                      SEL_OK,
                  "%s", d->err.message);
}

static inline void desk_close(desk *d)
{
    sel_store_close(d->store);
    sel_context_close(d->context);
    sel_arena_destroy(d->arena);
    remove(d->store_path);
    remove(d->file_path);
    rmdir(d->folder);
}

static inline void desk_write(desk *d, const char *header, const char *rows)
{
    FILE *file = fopen(d->file_path, "wb");
    ck_assert_ptr_nonnull(file);
    fprintf(file, "%s\n%s\n", header, rows);
    ck_assert_int_eq(fclose(file), 0);
}

/* Submit one file; it must be read without an error, refused or not. */
static inline sel_intake desk_submit(desk *d, const char *header, const char *rows)
{
    desk_write(d, header, rows);
    sel_intake intake;
    sel_progress progress = {0};
    sel_status status = sel_intake_file(d->context, d->store, d->file_path, NULL, &progress,
                                        d->arena, &intake, &d->err);
    ck_assert_msg(status == SEL_OK, "%s", d->err.message);
    return intake;
}

static inline sel_status desk_import(desk *d, const sel_import_options *options, const char *header,
                                     const char *rows, sel_import *import)
{
    desk_write(d, header, rows);
    sel_progress progress = {0};
    sel_import_options with = *options;
    with.progress = &progress;
    return sel_import_file(d->context, d->store, d->file_path, &with, d->arena, import, &d->err);
}

/* How often an issue was found. */
static inline uint32_t desk_issues(const sel_issues *issues, const char *code)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < issues->group_count; i++)
        if (strcmp(issues->groups[i]->places[0].code, code) == 0)
            count += issues->groups[i]->place_count;
    return count;
}

typedef struct desk_titles {
    char text[256];
} desk_titles;

static inline bool desk_take_title(void *to, const sel_programme *record)
{
    desk_titles *titles = to;
    size_t used = strlen(titles->text);
    if (!record->set_aside)
        snprintf(titles->text + used, sizeof titles->text - used, "%s%.*s", used == 0 ? "" : "; ",
                 SEL_STR_ARG(record->title));
    return true;
}

/* Titles of the stored records that count, in the store's order. */
static inline desk_titles desk_list(desk *d)
{
    desk_titles titles = {""};
    ck_assert_int_eq(sel_store_each_programme(
                         d->store, 0, (sel_programme_sink){desk_take_title, &titles}, &d->err),
                     SEL_OK);
    return titles;
}

#endif
