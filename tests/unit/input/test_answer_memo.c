#include "input/answer_memo.h"

#include "check_suite.h"

static sel_answer_memo *memo;

static void keep(uint32_t item, const char *text, const char *says)
{
    const sel_answer answer = {.item = item, .text = sel_str_of(says)};
    sel_answer_memo_keep(memo, sel_str_of(text), &answer);
}

static sel_answer found(uint32_t item, const char *text)
{
    sel_answer answer = {.item = item, .line = 7, .row = 6, .column = 5};
    ck_assert_msg(sel_answer_memo_find(memo, sel_str_of(text), &answer), "%s", text);
    ck_assert_uint_eq(answer.item, item);
    ck_assert_uint_eq(answer.line, 7); /* places are the caller's */
    return answer;
}

static bool is_kept(uint32_t item, const char *text)
{
    sel_answer answer = {.item = item};
    return sel_answer_memo_find(memo, sel_str_of(text), &answer);
}

START_TEST(the_same_words_of_the_same_question)
{
    memo = sel_answer_memo_create();
    ck_assert(!is_kept(3, "Yes"));
    keep(3, "Yes", "yes");
    keep(4, "Yes", "1");
    ck_assert(sel_str_is(found(3, "Yes").text, "yes"));
    ck_assert(sel_str_is(found(4, "Yes").text, "1"));
    ck_assert(!is_kept(5, "Yes"));
    ck_assert(!is_kept(3, "yes"));
    ck_assert(!is_kept(3, "Ye"));
    ck_assert(!is_kept(3, ""));
    keep(3, "Yes", "no"); /* the newest counts */
    ck_assert(sel_str_is(found(3, "Yes").text, "no"));
    sel_answer_memo_destroy(memo);
}
END_TEST

START_TEST(numbers_and_kinds)
{
    memo = sel_answer_memo_create();
    const sel_answer number = {.item = 1, .is_number = true, .number = -4};
    const sel_answer unsaid = {.item = 1, .kind = SEL_ANSWER_NOT_SAID};
    sel_answer_memo_keep(memo, SEL_STR("-4"), &number);
    sel_answer_memo_keep(memo, SEL_STR("not_said"), &unsaid);
    sel_answer back = found(1, "-4");
    ck_assert(back.is_number && back.number == -4 && back.kind == SEL_ANSWER_VALUE);
    ck_assert_uint_eq(back.text.len, 0);
    back = found(1, "not_said");
    ck_assert(!back.is_number && back.number == 0 && back.kind == SEL_ANSWER_NOT_SAID);
    sel_answer_memo_destroy(memo);
}
END_TEST

START_TEST(long_texts_are_not_kept)
{
    memo = sel_answer_memo_create();
    keep(1, "fifteen letters", "15");
    keep(1, "sixteen letters!", "16");
    keep(1, "", "0");
    ck_assert(is_kept(1, "fifteen letters"));
    ck_assert(!is_kept(1, "sixteen letters!"));
    ck_assert(!is_kept(1, ""));
    sel_answer_memo_destroy(memo);
}
END_TEST

/* A full table forgets nothing and mistakes nothing: what is found is what was kept. */
START_TEST(more_than_there_is_room_for)
{
    enum { MANY = 20000 };
    uint32_t kept = 0;
    memo = sel_answer_memo_create();
    keep(1, "first", "first");
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < MANY; i++) {
            char text[16];
            sel_answer answer = {.item = (uint32_t)i % 7};
            snprintf(text, sizeof text, "%d", i);
            bool was = sel_answer_memo_find(memo, sel_str_of(text), &answer);
            ck_assert(pass == 1 || !was);
            ck_assert(!was || (answer.is_number && answer.number == i));
            kept += was;
            answer = (sel_answer){.item = (uint32_t)i % 7, .is_number = true, .number = i};
            sel_answer_memo_keep(memo, sel_str_of(text), &answer);
        }
    ck_assert_uint_gt(kept, 1000);
    ck_assert_uint_lt(kept, MANY / 2);
    ck_assert(sel_str_is(found(1, "first").text, "first"));
    sel_answer_memo_destroy(memo);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {the_same_words_of_the_same_question, numbers_and_kinds,
                                  long_texts_are_not_kept, more_than_there_is_room_for, NULL};
    return run_tests("answer_memo", tests);
}
