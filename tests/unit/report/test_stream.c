#include "report/stream.h"

#include "check_suite.h"

#include <signal.h>
#include <unistd.h>

START_TEST(memory_takes_everything_in_order)
{
    sel_arena *arena = sel_arena_create();
    sel_text text = {.arena = arena};
    sel_output out = {.stream = sel_stream_memory(&text)};
    size_t expected = 0;
    for (int i = 0; i < 3000; i++) {
        sel_output_printf(&out, "%04d;", i);
        expected += 5;
    }
    ck_assert_int_eq(sel_output_end(&out, NULL), SEL_OK);
    ck_assert_uint_eq(text.len, expected);
    for (int i = 0; i < 3000; i++)
        ck_assert_int_eq((int)strtol(text.bytes + 5 * i, NULL, 10), i);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(pieces_larger_than_the_buffer_pass)
{
    sel_arena *arena = sel_arena_create();
    sel_text text = {.arena = arena};
    sel_output out = {.stream = sel_stream_memory(&text)};
    char *large = sel_arena_array(arena, 10000, 1);
    memset(large, 'x', 10000);
    sel_output_text(&out, "a");
    sel_output_put(&out, (sel_str){large, 10000});
    sel_output_fill(&out, 'b', 3);
    ck_assert_int_eq(sel_output_end(&out, NULL), SEL_OK);
    ck_assert_uint_eq(text.len, 10004);
    ck_assert(text.bytes[0] == 'a' && text.bytes[1] == 'x' && text.bytes[10003] == 'b');
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(a_full_disk_is_an_error)
{
    FILE *full = fopen("/dev/full", "w");
    ck_assert_ptr_nonnull(full);
    sel_output out = {.stream = sel_stream_file(full)};
    sel_error err = {0};
    sel_output_text(&out, "short enough to stay in the buffers until the end");
    ck_assert_int_eq(sel_output_end(&out, &err), SEL_IO);
    ck_assert_str_eq(err.message, "could not write: No space left on device");
    fclose(full);
}
END_TEST

START_TEST(a_closed_pipe_is_an_error)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    signal(SIGPIPE, SIG_IGN);
    FILE *file = fdopen(ends[1], "w");
    close(ends[0]);
    sel_output out = {.stream = sel_stream_file(file)};
    sel_error err = {0};
    sel_output_text(&out, "nobody reads this");
    ck_assert_int_eq(sel_output_end(&out, &err), SEL_IO);
    ck_assert_str_eq(err.message, "could not write: Broken pipe");
    fclose(file);
}
END_TEST

typedef struct fussy {
    int calls;
    int accepted;
} fussy;

static bool take_some(void *to, const char *bytes, size_t length)
{
    fussy *receiver = to;
    (void)bytes;
    (void)length;
    return receiver->calls++ < receiver->accepted;
}

START_TEST(a_stream_that_refused_is_left_alone)
{
    for (int accepted = 0; accepted < 3; accepted++) {
        fussy receiver = {.accepted = accepted};
        sel_output out = {.stream = {take_some, &receiver}};
        sel_error err = {0};
        sel_output_fill(&out, 'x', 5 * sizeof out.buffer);
        ck_assert_int_eq(sel_output_end(&out, &err), SEL_IO);
        ck_assert_int_eq(receiver.calls, accepted + 1);
        ck_assert_str_eq(err.message, "could not write: the receiver took no more");
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {memory_takes_everything_in_order,
                            pieces_larger_than_the_buffer_pass,
                            a_full_disk_is_an_error,
                            a_closed_pipe_is_an_error,
                            a_stream_that_refused_is_left_alone,
                            NULL};
    return run_tests("stream", tests);
}
