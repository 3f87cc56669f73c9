/* Real registers outside the project, IATI and CSV: what is exported of them comes in again with
 * the same number of records and goes out with the same bytes. */
#include "unit/work/desk_fixture.h"

#include "base/text.h"
#include "work/export_register.h"

#include <dirent.h>

enum { SKIPPED = 77, FILES_LEAST = 20 };

static char folder[1024];

static sel_status take_in(desk *d, const char *path, sel_import *import)
{
    sel_progress progress = {0};
    const sel_import_options options = {.progress = &progress};
    return sel_import_file(d->context, d->store, path, &options, d->arena, import, &d->err);
}

/* Take in all files of a folder below the corpus that can be read; how many could. */
static uint32_t take_folder(desk *d, const char *name)
{
    uint32_t taken = 0;
    sel_str path = sel_str_printf(d->arena, "%s/%s", folder, name);
    DIR *open = opendir(path.ptr);
    ck_assert_msg(open != NULL, "no folder %s", path.ptr);
    for (const struct dirent *entry = readdir(open); entry != NULL; entry = readdir(open)) {
        sel_import import;
        sel_str file = sel_str_printf(d->arena, "%s/%s", path.ptr, entry->d_name);
        if (entry->d_name[0] != '.' && take_in(d, file.ptr, &import) == SEL_OK)
            taken += 1;
    }
    ck_assert_int_eq(closedir(open), 0);
    return taken;
}

static sel_str written(desk *d, uint64_t *count)
{
    const sel_export_options options = {.audience = SEL_DISCLOSURE_SECRETARIAT};
    sel_export export;
    sel_text out = {.arena = d->arena};
    ck_assert_msg(sel_export_register(d->context, d->store, &options, sel_stream_memory(&out),
                                      &export, &d->err) == SEL_OK,
                  "%s", d->err.message);
    ck_assert_uint_eq(export.withheld, 0);
    *count = export.written;
    return sel_text_str(&out);
}

START_TEST(real_registers_come_back_byte_for_byte)
{
    desk d;
    desk fresh;
    uint64_t count = 0;
    uint64_t again = 0;
    sel_import import;
    desk_open(&d);
    uint32_t files = take_folder(&d, "iati") + take_folder(&d, "iati-nasty") +
                     take_folder(&d, "register-csv") +
                     take_folder(&d, "register-csv/TimorLesteAIMS");
    ck_assert_uint_ge(files, FILES_LEAST);
    sel_str first = written(&d, &count);
    desk_open(&fresh);
    FILE *file = fopen(fresh.file_path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(first.ptr, 1, first.len, file), first.len);
    ck_assert_int_eq(fclose(file), 0);
    ck_assert_msg(take_in(&fresh, fresh.file_path, &import) == SEL_OK, "%s", fresh.err.message);
    ck_assert_uint_eq(import.refused, 0);
    sel_str second = written(&fresh, &again);
    ck_assert_uint_eq(count, again);
    ck_assert(sel_str_equal(first, second));
    printf("%u files, %llu records, %zu bytes\n", files, (unsigned long long)count, first.len);
    desk_close(&fresh);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const char *given = getenv("SELARAS_CORPUS");
    snprintf(folder, sizeof folder, "%s",
             given != NULL ? given : SELARAS_SOURCE_DIR "/../shared/data");
    char first[1100];
    snprintf(first, sizeof first, "%s/register-csv", folder);
    if (access(first, R_OK) != 0) {
        printf("skipped: no %s (SELARAS_CORPUS)\n", first);
        return SKIPPED;
    }
    const TTest *const tests[] = {real_registers_come_back_byte_for_byte, NULL};
    return run_tests("register_corpus", tests);
}
