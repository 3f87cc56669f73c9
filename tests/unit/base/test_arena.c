#include "base/arena.h"

#include "check_suite.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static bool is_zero(const unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

START_TEST(values_are_zeroed_aligned_and_apart)
{
    sel_arena *arena = sel_arena_create();
    unsigned char *kept[200];
    for (size_t i = 0; i < 200; i++) {
        size_t size = i * 37 % 997;
        kept[i] = sel_arena_array(arena, size, 1);
        ck_assert_ptr_nonnull(kept[i]);
        ck_assert_uint_eq((uintptr_t)kept[i] % alignof(max_align_t), 0);
        ck_assert(is_zero(kept[i], size));
        memset(kept[i], (int)(i + 1), size);
    }
    for (size_t i = 0; i < 200; i++)
        for (size_t j = 0; j < i * 37 % 997; j++)
            ck_assert_uint_eq(kept[i][j], i + 1);
    sel_arena_destroy(arena);
    sel_arena_destroy(NULL);
}
END_TEST

START_TEST(reset_forgets_and_zeroes_again)
{
    sel_arena *arena = sel_arena_create();
    sel_arena_reset(arena);
    for (int round = 0; round < 50; round++) {
        unsigned char *bytes = sel_arena_array(arena, 3000, 1);
        ck_assert(is_zero(bytes, 3000));
        memset(bytes, 0xFF, 3000);
        sel_arena_reset(arena);
    }
    ck_assert_uint_le(sel_arena_bytes(arena), 16384);
    sel_arena_array(arena, (size_t)8 << 20, 1);
    sel_arena_reset(arena);
    ck_assert_uint_le(sel_arena_bytes(arena), (size_t)1 << 20);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(lists_grow_with_their_content)
{
    sel_arena *arena = sel_arena_create();
    uint32_t *list = NULL;
    uint32_t room = 0;
    for (uint32_t i = 0; i < 1000; i++) {
        list = sel_arena_one_more(arena, list, i, &room, sizeof *list);
        ck_assert_uint_gt(room, i);
        list[i] = i;
    }
    for (uint32_t i = 0; i < 1000; i++)
        ck_assert_uint_eq(list[i], i);
    const uint32_t *larger = sel_arena_grow(arena, list, 10, 20, sizeof *list);
    ck_assert_uint_eq(larger[9], 9);
    ck_assert_uint_eq(larger[10], 0);
    ck_assert_str_eq(sel_arena_copy(arena, "abcdef", 3), "abc");
    sel_arena_destroy(arena);
}
END_TEST

static jmp_buf exhausted;
static size_t wanted_then;

static void jump_out(size_t wanted)
{
    wanted_then = wanted;
    longjmp(exhausted, 1);
}

START_TEST(sizes_that_overflow_reach_the_handler)
{
    sel_arena *arena = sel_arena_create();
    sel_memory_on_exhaustion(jump_out);
    volatile int reached = 0;
    if (setjmp(exhausted) == 0)
        sel_arena_array(arena, SIZE_MAX / 2, 3);
    else
        reached += 1;
    if (setjmp(exhausted) == 0)
        sel_memory_resize(NULL, SIZE_MAX, 2);
    else
        reached += 1;
    ck_assert_int_eq(reached, 2);
    ck_assert_uint_eq(wanted_then, SIZE_MAX);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {values_are_zeroed_aligned_and_apart, reset_forgets_and_zeroes_again,
                            lists_grow_with_their_content, sizes_that_overflow_reach_the_handler,
                            NULL};
    return run_tests("arena", tests);
}
