#include "input/archive.h"

#include "check_suite.h"
#include "xlsx_fixture.h"

static sel_arena *arena;

static sel_status open_bytes(sel_str file, sel_archive **archive, sel_error *err)
{
    sel_bytes *bytes = sel_bytes_open_memory("a.zip", file);
    *err = (sel_error){0};
    sel_status status = sel_archive_open(bytes, archive, err);
    sel_bytes_close(bytes);
    return status;
}

static void check_refused(const fixture_part *parts, fixture_change *change, const char *why)
{
    sel_archive *archive = NULL;
    sel_error err;
    ck_assert_int_eq(open_bytes(fixture_zip(arena, parts, change), &archive, &err), SEL_BAD_INPUT);
    ck_assert_ptr_null(archive);
    ck_assert_msg(strstr(err.message, why) != NULL, "%s", err.message);
    ck_assert_str_eq(err.source, "a.zip");
}

static sel_str zeros(size_t count)
{
    return (sel_str){sel_arena_array(arena, count, 1), count};
}

START_TEST(parts_are_found_and_unpacked)
{
    const fixture_part parts[] = {
        {"xl/a.xml", SEL_STR("first")}, {"B.xml", zeros(100000)}, {"empty", {0}}, {0}};
    sel_archive *archive = NULL;
    sel_error err;
    sel_str content;
    ck_assert_int_eq(open_bytes(fixture_zip(arena, parts, NULL), &archive, &err), SEL_OK);
    ck_assert(sel_archive_has(archive, SEL_STR("xl/a.xml")));
    ck_assert(sel_archive_has(archive, SEL_STR("XL/A.xml")));
    ck_assert(!sel_archive_has(archive, SEL_STR("a.xml")));
    ck_assert_int_eq(sel_archive_read(archive, SEL_STR("xl/A.xml"), &content, &err), SEL_OK);
    ck_assert(sel_str_is(content, "first"));
    ck_assert_int_eq(sel_archive_read(archive, SEL_STR("B.xml"), &content, &err), SEL_OK);
    ck_assert_uint_eq(content.len, 100000);
    ck_assert_int_eq(sel_archive_read(archive, SEL_STR("empty"), &content, &err), SEL_OK);
    ck_assert_uint_eq(content.len, 0);
    ck_assert_int_eq(sel_archive_read(archive, SEL_STR("none"), &content, &err), SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "the part 'none' is missing");
    sel_archive_close(archive);
}
END_TEST

START_TEST(names_that_lead_elsewhere_are_refused)
{
    static const char *const names[] = {"/etc/passwd", "../x", "xl/../../x", "xl\\x",
                                        "c:x",         "./x",  "xl/./x",     "x\n"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        check_refused((fixture_part[]){{names[i], SEL_STR("x")}, {0}}, NULL, "forbidden name");
    check_refused((fixture_part[]){{"xl/A", SEL_STR("x")}, {"XL/a", SEL_STR("y")}, {0}}, NULL,
                  "same name twice");
}
END_TEST

static void lock(zip_t *zip)
{
    ck_assert_int_eq(zip_file_set_encryption(zip, 0, ZIP_EM_AES_256, "secret"), 0);
}

static void pack_otherwise(zip_t *zip)
{
    ck_assert_int_eq(zip_set_file_compression(zip, 0, ZIP_CM_BZIP2, 0), 0);
}

START_TEST(locked_and_unusual_archives_are_refused)
{
    const fixture_part parts[] = {{"xl/workbook.xml", SEL_STR("some text")}, {0}};
    check_refused(parts, lock, "password");
    const fixture_part long_part[] = {{"xl/workbook.xml", zeros(5000)}, {0}};
    check_refused(long_part, pack_otherwise, "packed in a way");
}
END_TEST

/* Zeros pack to about a thousandth: the usual bomb. */
START_TEST(bombs_are_refused)
{
    const fixture_part ratio[] = {{"a", zeros(SEL_ARCHIVE_RATIO_FROM + 1)}, {0}};
    check_refused(ratio, NULL, "200");
    const fixture_part large[] = {{"a", zeros(SEL_ARCHIVE_PART_MAX + 1)}, {0}};
    check_refused(large, NULL, "16 MiB");
    fixture_part many[SEL_ARCHIVE_PARTS_MAX + 2] = {0};
    for (size_t i = 0; i <= SEL_ARCHIVE_PARTS_MAX; i++)
        many[i].name = sel_str_printf(arena, "part-%zu", i).ptr;
    check_refused(many, NULL, "1000 parts");
    many[SEL_ARCHIVE_PARTS_MAX].name = NULL;
    for (size_t i = 0; i < SEL_ARCHIVE_PARTS_MAX; i++)
        many[i].content = zeros(70000);
    check_refused(many, NULL, "64 MiB");
}
END_TEST

START_TEST(a_file_over_the_cap_is_refused)
{
    sel_archive *archive = NULL;
    sel_error err;
    sel_str file = zeros(SEL_ARCHIVE_BYTES_MAX + 1);
    ck_assert_int_eq(open_bytes(file, &archive, &err), SEL_BAD_INPUT);
    ck_assert_msg(strstr(err.message, "8 MiB") != NULL, "%s", err.message);
}
END_TEST

/* The directory says 3 bytes where 9 were packed, or the other way about. */
START_TEST(a_wrong_size_is_damage)
{
    static const char sizes[] = {3, 12};
    const fixture_part parts[] = {{"a", SEL_STR("some text")}, {0}};
    for (size_t i = 0; i < sizeof sizes; i++) {
        sel_str file = fixture_zip(arena, parts, NULL);
        char *bytes = sel_arena_copy(arena, file.ptr, file.len);
        size_t directory = sel_str_find(file, SEL_STR("PK\x01\x02"));
        ck_assert_int_eq(bytes[directory + 24], 9); /* uncompressed size */
        bytes[directory + 24] = sizes[i];
        sel_archive *archive = NULL;
        sel_error err;
        sel_str content;
        sel_status status = open_bytes((sel_str){bytes, file.len}, &archive, &err);
        if (status == SEL_OK)
            status = sel_archive_read(archive, SEL_STR("a"), &content, &err);
        ck_assert_int_eq(status, SEL_BAD_INPUT);
        sel_archive_close(archive);
    }
}
END_TEST

/* One part of 16 MB may be read again and again only until the work is too much. */
START_TEST(unpacking_has_an_end)
{
    char *noise = sel_arena_array(arena, SEL_ARCHIVE_RATIO_FROM, 1);
    const fixture_part parts[] = {{"a", {noise, SEL_ARCHIVE_RATIO_FROM}}, {0}};
    sel_archive *archive = NULL;
    sel_error err;
    sel_str content;
    int times = 0;
    ck_assert_int_eq(open_bytes(fixture_zip(arena, parts, NULL), &archive, &err), SEL_OK);
    while (sel_archive_read(archive, SEL_STR("a"), &content, &err) == SEL_OK)
        ck_assert_int_lt(times++, 1000);
    ck_assert_int_eq(times, 128);
    sel_archive_close(archive);
}
END_TEST

int main(void)
{
    arena = sel_arena_create();
    const TTest *const tests[] = {
        parts_are_found_and_unpacked,
        names_that_lead_elsewhere_are_refused,
        locked_and_unusual_archives_are_refused,
        bombs_are_refused,
        a_file_over_the_cap_is_refused,
        a_wrong_size_is_damage,
        unpacking_has_an_end,
        NULL,
    };
    int outcome = run_tests("archive", tests);
    sel_arena_destroy(arena);
    return outcome;
}
