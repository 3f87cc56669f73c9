#include "base/draft_file.h"

#include "check_suite.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[32];
static char path[64];

static void open_folder(void)
{
    snprintf(folder, sizeof folder, "/tmp/selaras-draft-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/page.html", folder);
}

static void close_folder(void)
{
    remove(path);
    ck_assert_int_eq(rmdir(folder), 0); /* and so no draft was left */
}

static void write_to(const char *name, const char *text)
{
    FILE *file = fopen(name, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static void expect_text(const char *name, const char *expected)
{
    char text[64] = "";
    FILE *file = fopen(name, "rb");
    ck_assert_ptr_nonnull(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    ck_assert_str_eq(text, expected);
}

static sel_draft_file *begin(void)
{
    sel_draft_file *file = NULL;
    sel_error err = {0};
    ck_assert_msg(sel_draft_file_open(path, &file, &err) == SEL_OK, "%s", err.message);
    return file;
}

START_TEST(it_appears_at_the_end)
{
    open_folder();
    write_to(path, "before");
    sel_draft_file *file = begin();
    fputs("after", sel_draft_file_stream(file));
    fflush(sel_draft_file_stream(file));
    expect_text(path, "before");
    sel_error err = {0};
    ck_assert_int_eq(sel_draft_file_end(file, SEL_OK, &err), SEL_OK);
    expect_text(path, "after");
    /* As any other file that is made here: what the umask says. */
    struct stat made;
    struct stat usual;
    char other[64];
    snprintf(other, sizeof other, "%s/other", folder);
    write_to(other, "");
    ck_assert_int_eq(stat(path, &made), 0);
    ck_assert_int_eq(stat(other, &usual), 0);
    ck_assert_uint_eq(made.st_mode, usual.st_mode);
    remove(other);
    close_folder();
}
END_TEST

START_TEST(a_failure_leaves_what_was_there)
{
    open_folder();
    write_to(path, "before");
    sel_draft_file *file = begin();
    fputs("half", sel_draft_file_stream(file));
    sel_error err = {0};
    sel_status why = sel_fail(&err, SEL_REFUSED, "it was refused");
    ck_assert_int_eq(sel_draft_file_end(file, why, &err), SEL_REFUSED);
    ck_assert_str_eq(err.message, "it was refused");
    expect_text(path, "before");
    ck_assert_int_eq(sel_draft_file_end(NULL, SEL_BUSY, &err), SEL_BUSY);
    close_folder();
}
END_TEST

/* Two that write the same file do not write into one draft, and nobody's file is taken for one. */
START_TEST(drafts_stay_apart)
{
    open_folder();
    sel_draft_file *first = begin();
    sel_draft_file *second = begin();
    ck_assert_str_ne(sel_draft_file_name(first), sel_draft_file_name(second));
    fputs("first", sel_draft_file_stream(first));
    fputs("second", sel_draft_file_stream(second));
    sel_error err = {0};
    ck_assert_int_eq(sel_draft_file_end(second, SEL_OK, &err), SEL_OK);
    expect_text(path, "second");
    ck_assert_int_eq(sel_draft_file_end(first, SEL_OK, &err), SEL_OK);
    expect_text(path, "first");
    close_folder();
}
END_TEST

START_TEST(what_cannot_be_written)
{
    static const struct {
        const char *path;
        const char *reason;
    } cases[] = {{"/dev/null", "cannot write '/dev/null': it is a device, not a file"},
                 {"/tmp", "cannot write '/tmp': it is a folder"},
                 {"/no/at/all", "cannot write '/no/at/all': No such file or directory"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sel_draft_file *file = NULL;
        sel_error err = {0};
        ck_assert_int_eq(sel_draft_file_open(cases[i].path, &file, &err), SEL_IO);
        ck_assert_ptr_null(file);
        ck_assert_str_eq(err.message, cases[i].reason);
    }
}
END_TEST

START_TEST(a_folder_that_goes_meanwhile)
{
    open_folder();
    sel_draft_file *file = begin();
    remove(sel_draft_file_name(file));
    sel_error err = {0};
    ck_assert_int_eq(sel_draft_file_end(file, SEL_OK, &err), SEL_IO);
    ck_assert_ptr_nonnull(strstr(err.message, "page.html': No such file or directory"));
    close_folder();
}
END_TEST

START_TEST(one_file_by_several_names)
{
    open_folder();
    char same[80];
    char other[80];
    snprintf(same, sizeof same, "%s/./page.html", folder);
    snprintf(other, sizeof other, "%s/other.html", folder);
    ck_assert(sel_draft_file_replaces(path, path)); /* not there yet */
    ck_assert(!sel_draft_file_replaces(path, other));
    write_to(path, "page");
    ck_assert(!sel_draft_file_replaces(path, other));
    write_to(other, "other");
    ck_assert(sel_draft_file_replaces(same, path));
    ck_assert(!sel_draft_file_replaces(path, other));
    remove(other);
    close_folder();
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {it_appears_at_the_end,
                                  a_failure_leaves_what_was_there,
                                  drafts_stay_apart,
                                  what_cannot_be_written,
                                  a_folder_that_goes_meanwhile,
                                  one_file_by_several_names,
                                  NULL};
    return run_tests("draft_file", tests);
}
