#include "input/bytes.h"

#include "check_suite.h"

#include <unistd.h>

enum { SIZE = SEL_BYTES_PEEK + 1000 };

static char path[] = "/tmp/selaras-bytes-XXXXXX";
static char content[SIZE];

static size_t read_all(sel_bytes *bytes, char *to, size_t piece)
{
    size_t held = 0;
    size_t count = 0;
    sel_error err = {0};
    do {
        size_t room = SIZE - held < piece ? SIZE - held : piece;
        ck_assert_int_eq(sel_bytes_read(bytes, to + held, room, &count, &err), SEL_OK);
        held += count;
    } while (count > 0);
    return held;
}

START_TEST(peeking_takes_nothing_away)
{
    static char copy[SIZE];
    sel_error err = {0};
    sel_bytes *bytes = NULL;
    ck_assert_int_eq(sel_bytes_open(path, &bytes, &err), SEL_OK);
    ck_assert_uint_eq(sel_bytes_peek(bytes).len, SEL_BYTES_PEEK);
    ck_assert_mem_eq(sel_bytes_peek(bytes).ptr, content, SEL_BYTES_PEEK);
    ck_assert_uint_eq(read_all(bytes, copy, 7777), SIZE);
    ck_assert_mem_eq(copy, content, SIZE);
    ck_assert_str_eq(sel_bytes_name(bytes).ptr, strrchr(path, '/') + 1);
    sel_bytes_close(bytes);
    sel_bytes_close(NULL);
}
END_TEST

START_TEST(memory_is_read_like_a_file)
{
    static char copy[SIZE];
    sel_bytes *bytes = sel_bytes_open_memory("a name", (sel_str){content, SIZE});
    ck_assert_uint_eq(sel_bytes_peek(bytes).len, SEL_BYTES_PEEK);
    ck_assert_uint_eq(read_all(bytes, copy, SIZE), SIZE);
    ck_assert_mem_eq(copy, content, SIZE);
    ck_assert(sel_str_is(sel_bytes_name(bytes), "a name"));
    sel_bytes_close(bytes);
    bytes = sel_bytes_open_memory("", (sel_str){0});
    ck_assert_uint_eq(read_all(bytes, copy, 10), 0);
    sel_bytes_close(bytes);
}
END_TEST

START_TEST(what_cannot_be_opened)
{
    sel_bytes *bytes = NULL;
    sel_error err = {0};
    ck_assert_int_eq(sel_bytes_open("/nowhere/at/all", &bytes, &err), SEL_NOT_FOUND);
    ck_assert_ptr_null(bytes);
    ck_assert_str_eq(err.source, "/nowhere/at/all");
    ck_assert_int_eq(sel_bytes_open("/tmp", &bytes, &err), SEL_IO);
    ck_assert_ptr_nonnull(strstr(err.message, "folder"));
    ck_assert_ptr_null(bytes);
}
END_TEST

/* printf 'selaras\n' | sha256sum */
START_TEST(fingerprint_of_a_file)
{
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    fputs("selaras\n", file);
    fclose(file);
    char hex[SEL_HASH_ROOM];
    uint64_t size = 0;
    sel_error err = {0};
    ck_assert_int_eq(sel_bytes_fingerprint(path, hex, &size, &err), SEL_OK);
    ck_assert_uint_eq(size, 8);
    ck_assert_str_eq(hex, "d27362af9555ff8d4dfa9580b19ca98de15a74b5c02498419698e44864699aa4");
}
END_TEST

int main(void)
{
    for (size_t i = 0; i < SIZE; i++)
        content[i] = (char)('a' + i * i % 23);
    int file = mkstemp(path);
    bool written = file >= 0 && write(file, content, SIZE) == SIZE;
    if (file >= 0)
        close(file);
    if (!written) {
        perror(path);
        return EXIT_FAILURE;
    }
    const TTest *tests[] = {peeking_takes_nothing_away, memory_is_read_like_a_file,
                            what_cannot_be_opened, fingerprint_of_a_file, NULL};
    int failed = run_tests("bytes", tests);
    unlink(path);
    return failed;
}
