#include "input/csv_table.h"

#include "check_suite.h"

static const char *const columns[] = {"code", "?note", "name", NULL};

typedef struct kept {
    char text[256];
    size_t used;
} kept;

static sel_status keep(void *to, const sel_str *f, sel_error *err)
{
    kept *all = to;
    if (sel_str_is(f[0], "bad"))
        return sel_fail(err, SEL_REFUSED, "a bad one");
    all->used +=
        (size_t)snprintf(all->text + all->used, sizeof all->text - all->used, "(%.*s|%.*s|%.*s)",
                         SEL_STR_ARG(f[0]), SEL_STR_ARG(f[1]), SEL_STR_ARG(f[2]));
    return SEL_OK;
}

static sel_status read_text(const char *text, kept *all, sel_error *err)
{
    *all = (kept){.used = 0};
    *err = (sel_error){0};
    sel_bytes *bytes = sel_bytes_open_memory("t.csv", sel_str_of(text));
    sel_status status = sel_csv_table_read(bytes, columns, keep, all, err);
    sel_bytes_close(bytes);
    return status;
}

static void expect_refused(const char *text, sel_status status, uint64_t line, const char *part)
{
    kept all;
    sel_error err;
    ck_assert_int_eq(read_text(text, &all, &err), status);
    ck_assert_msg(strstr(err.message, part) != NULL, "%s", err.message);
    ck_assert_uint_eq(err.line, line);
    ck_assert_str_eq(err.source, "t.csv");
}

START_TEST(fields_come_in_the_order_asked_for)
{
    kept all;
    sel_error err;
    ck_assert_int_eq(read_text("name,other,code\n Fiji ,x,FJI\nTonga,y,TON\n", &all, &err), SEL_OK);
    ck_assert_str_eq(all.text, "(FJI||Fiji)(TON||Tonga)");
    ck_assert_int_eq(read_text("note,code,name\nn,FJI,Fiji\n", &all, &err), SEL_OK);
    ck_assert_str_eq(all.text, "(FJI|n|Fiji)");
    ck_assert_int_eq(read_text("code,name\n", &all, &err), SEL_OK);
    ck_assert_str_eq(all.text, "");
}
END_TEST

START_TEST(faults_are_placed)
{
    expect_refused("code,title\nFJI,Fiji\n", SEL_BAD_INPUT, 1, "column 'name' is missing");
    expect_refused("code,name\nFJI\n", SEL_BAD_INPUT, 2, "as many cells");
    expect_refused("code,name\n\nFJI,Fiji,x\n", SEL_BAD_INPUT, 3, "as many cells");
    expect_refused("code,name\nFJI,Fiji\nbad,x\n", SEL_REFUSED, 3, "a bad one");
    expect_refused("code,name\nFJI,\"Fiji\n", SEL_BAD_INPUT, 2, "never closed");
    expect_refused("", SEL_BAD_INPUT, 0, "empty");
}
END_TEST

START_TEST(files_that_are_not_there)
{
    kept all = {.used = 0};
    sel_error err = {0};
    ck_assert_int_eq(sel_csv_table_file("/nowhere/t.csv", columns, keep, &all, &err),
                     SEL_NOT_FOUND);
    ck_assert_str_eq(err.source, "/nowhere/t.csv");
}
END_TEST

int main(void)
{
    const TTest *tests[] = {fields_come_in_the_order_asked_for, faults_are_placed,
                            files_that_are_not_there, NULL};
    return run_tests("csv_table", tests);
}
