#include "store/answer_list.h"

#include "check_suite.h"

static sel_arena *arena;

static void begin(void)
{
    arena = sel_arena_create();
}

static void end(void)
{
    sel_arena_destroy(arena);
}

#define TEXT(literal)                                                                              \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }
static const sel_answer answers[] = {
    {.item = 0,
     .text = TEXT("\"quoted\" \\ back\n\tand \x1f\x01"),
     .line = 1,
     .row = 1,
     .column = 1},
    {.item = 3, .is_number = true, .number = INT64_MIN, .line = 2, .row = 3, .column = 4},
    {.item = 4, .is_number = true, .number = INT64_MAX, .line = INT64_MAX, .row = UINT32_MAX},
    {.item = 5, .kind = SEL_ANSWER_DONT_KNOW, .column = UINT32_MAX},
    {.item = 70, .kind = SEL_ANSWER_NOT_SAID},
    {.item = 71, .text = TEXT("\xD9\x86\xD8\xB9\xD9\x85 \xE6\x98\xAF \xF0\x9F\x99\x82")},
    {.item = 72},
};
enum { COUNT = sizeof answers / sizeof answers[0] };

static void check_equal(const sel_answer *a, const sel_answer *b)
{
    ck_assert_uint_eq(a->item, b->item);
    ck_assert_int_eq(a->kind, b->kind);
    ck_assert_int_eq(a->is_number, b->is_number);
    ck_assert_int_eq(a->number, b->number);
    ck_assert(sel_str_equal(a->text, b->text));
    ck_assert_uint_eq(a->line, b->line);
    ck_assert_uint_eq(a->row, b->row);
    ck_assert_uint_eq(a->column, b->column);
}

START_TEST(what_was_written_is_read)
{
    begin();
    for (uint32_t count = 0; count <= COUNT; count++) {
        sel_answer_list list;
        ck_assert(sel_answer_list_read(sel_answer_list_write(answers, count, arena), arena, &list));
        ck_assert_uint_eq(list.count, count);
        for (uint32_t i = 0; i < count; i++)
            check_equal(&list.answers[i], &answers[i]);
    }
    end();
}
END_TEST

START_TEST(the_text_is_plain_json)
{
    begin();
    ck_assert_str_eq(
        sel_answer_list_write(answers, 2, arena).ptr,
        "[[0,0,\"\\u0022quoted\\u0022 \\u005c back\\u000a\\u0009and \\u001f\\u0001\",1,1,1],"
        "[3,0,-9223372036854775808,2,3,4]]");
    ck_assert_str_eq(sel_answer_list_write(answers + 4, 1, arena).ptr, "[[70,3,null,0,0,0]]");
    ck_assert_str_eq(sel_answer_list_write(answers, 0, arena).ptr, "[]");
    end();
}
END_TEST

START_TEST(an_answer_is_found_by_its_item)
{
    begin();
    sel_answer_list list;
    ck_assert(sel_answer_list_read(sel_answer_list_write(answers, COUNT, arena), arena, &list));
    for (uint32_t item = 0; item < 80; item++) {
        const sel_answer *expected = NULL;
        for (uint32_t i = 0; i < COUNT; i++)
            if (answers[i].item == item)
                expected = &answers[i];
        const sel_answer *found = sel_answer_list_find(&list, item);
        ck_assert_int_eq(found == NULL, expected == NULL);
        if (found != NULL)
            check_equal(found, expected);
    }
    end();
}
END_TEST

START_TEST(anything_else_is_damage)
{
    static const char *const damaged[] = {
        "",
        "none",
        "{}",
        "null",
        "[1]",
        "[[]]",
        "[[0,0,1,1,1]]",
        "[[0,0,1,1,1,1,1]]",
        "[[0,0,1,1,1,1]",
        "[[0,0,1,1,1,1]] ]",
        "[[-1,0,1,1,1,1]]",
        "[[4294967295,0,1,1,1,1]]",
        "[[0,4,null,1,1,1]]",
        "[[0,-1,null,1,1,1]]",
        "[[0,1,2,1,1,1]]",
        "[[0,0,null,1,1,1]]",
        "[[0,0,1.5,1,1,1]]",
        "[[0,0,true,1,1,1]]",
        "[[0,0,1,-1,1,1]]",
        "[[0,0,1,1,4294967296,1]]",
        "[[0,0,1,1,1,4294967296]]",
        "[[0,0,1,1,1,\"1\"]]",
        "[[0,0,9223372036854775808,1,1,1]]",
        "[[1,0,1,1,1,1],[1,0,1,1,1,1]]",
        "[[1,0,1,1,1,1],[0,0,1,1,1,1]]",
    };
    begin();
    for (size_t i = 0; i < sizeof damaged / sizeof damaged[0]; i++) {
        sel_answer_list list;
        ck_assert_msg(!sel_answer_list_read(sel_str_of(damaged[i]), arena, &list), "%s",
                      damaged[i]);
    }
    end();
}
END_TEST

int main(void)
{
    return run_tests("answer_list",
                     (const TTest *const[]){what_was_written_is_read, the_text_is_plain_json,
                                            an_answer_is_found_by_its_item, anything_else_is_damage,
                                            NULL});
}
