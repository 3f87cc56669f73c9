#include "analysis/quality.h"

#include "check_suite.h"

enum { LINES = 28 };

/* One respondent with vectors made by hand; all lines begin empty. */
typedef struct person {
    uint8_t lines[SEL_SCALE_COUNT][LINES];
    bool requested[LINES];
} person;

static sel_quality_answers view(const person *of, uint32_t recipient, uint32_t previous)
{
    sel_quality_answers answers = {
        .recipient = recipient, .requested = of->requested, .previous = previous};
    for (int block = 0; block < SEL_SCALE_COUNT; block++)
        answers.lines[block] = of->lines[block];
    return answers;
}

/* "digits" of one block, '.' left empty, '?' a non-answer. */
static void fill(person *of, sel_quality_block block, const char *digits)
{
    for (uint32_t i = 0; digits[i] != '\0'; i++)
        of->lines[block][i] = digits[i] == '.'   ? SEL_LINE_EMPTY
                              : digits[i] == '?' ? SEL_LINE_UNSAID
                                                 : (uint8_t)(digits[i] - '0');
}

typedef struct found {
    sel_arena *arena;
    const sel_quality_flag *flags;
    uint32_t count;
} found;

static found look(const sel_quality_answers *list, uint32_t count)
{
    found f = {.arena = sel_arena_create()};
    f.flags = sel_quality_flags(list, count, LINES, f.arena, &f.count);
    return f;
}

/* The only flag of one respondent. */
static sel_quality_flag only(const person *of)
{
    sel_quality_answers list[] = {view(of, 1, UINT32_MAX)};
    found f = look(list, 1);
    ck_assert_uint_eq(f.count, 1);
    sel_quality_flag flag = f.flags[0];
    sel_arena_destroy(f.arena);
    return flag;
}

static uint32_t flags_of(const person *of)
{
    sel_quality_answers list[] = {view(of, 1, UINT32_MAX)};
    found f = look(list, 1);
    sel_arena_destroy(f.arena);
    return f.count;
}

START_TEST(one_answer_in_eight_lines)
{
    person p = {0};
    fill(&p, SEL_SCALE_HELP, "2222?2221?????????????????1?");
    ck_assert_uint_eq(flags_of(&p), 0);
    fill(&p, SEL_SCALE_HELP, "2222?222????????????????????");
    ck_assert_uint_eq(flags_of(&p), 0); /* seven */
    fill(&p, SEL_SCALE_HELP, "2222?2222???????????????????");
    sel_quality_flag flag = only(&p);
    ck_assert_int_eq(flag.kind, SEL_QUALITY_STRAIGHT);
    ck_assert_int_eq(flag.block, SEL_SCALE_HELP);
    ck_assert_uint_eq(flag.value, 2);
    ck_assert_uint_eq(flag.count, 8);
}
END_TEST

START_TEST(everything_wanted_to_the_utmost)
{
    person p = {0};
    fill(&p, SEL_SCALE_HELP, "3333333333333333333333333333");
    sel_quality_flag flag = only(&p);
    ck_assert_int_eq(flag.kind, SEL_QUALITY_MAXIMUM);
    ck_assert_uint_eq(flag.count, 28);
    /* The highest of one scale is not that of another. */
    fill(&p, SEL_SCALE_IMPORTANCE, "4444444444444444444444444444");
    fill(&p, SEL_SCALE_NOW, "4444444444444444444444444444");
    sel_quality_answers list[] = {view(&p, 1, UINT32_MAX)};
    found f = look(list, 1);
    ck_assert_uint_eq(f.count, 3);
    ck_assert_int_eq(f.flags[0].kind, SEL_QUALITY_STRAIGHT);
    ck_assert_int_eq(f.flags[0].block, SEL_SCALE_NOW);
    ck_assert_int_eq(f.flags[2].kind, SEL_QUALITY_MAXIMUM);
    ck_assert_int_eq(f.flags[2].block, SEL_SCALE_IMPORTANCE);
    sel_arena_destroy(f.arena);
}
END_TEST

START_TEST(wanted_below_now)
{
    person p = {0};
    fill(&p, SEL_SCALE_NOW, "342.?");
    fill(&p, SEL_SCALE_WANTED, "3?1.2");
    sel_quality_flag flag = only(&p);
    ck_assert_int_eq(flag.kind, SEL_QUALITY_WANTED_BELOW);
    ck_assert_uint_eq(flag.capability, 2);
    ck_assert_uint_eq(flag.value, 1);
    ck_assert_uint_eq(flag.against, 2);
}
END_TEST

START_TEST(no_help_wanted_but_requested)
{
    person p = {0};
    fill(&p, SEL_SCALE_HELP, "123?1?3?1?3?1?3?1?3?1?3?1?3?");
    p.requested[1] = p.requested[2] = p.requested[3] = true;
    ck_assert_uint_eq(flags_of(&p), 0);
    p.requested[4] = true;
    sel_quality_flag flag = only(&p);
    ck_assert_int_eq(flag.kind, SEL_QUALITY_NONE_REQUESTED);
    ck_assert_uint_eq(flag.capability, 4);
}
END_TEST

START_TEST(a_block_begun_and_left)
{
    person p = {0};
    fill(&p, SEL_SCALE_HELP, "2323111111111111111111111111");
    ck_assert_uint_eq(flags_of(&p), 0); /* the other blocks were not sent in */
    fill(&p, SEL_SCALE_NOW, "1..?");
    ck_assert_uint_eq(flags_of(&p), 0); /* a half is not more than a half */
    fill(&p, SEL_SCALE_NOW, "1...");
    sel_quality_flag flag = only(&p);
    ck_assert_int_eq(flag.kind, SEL_QUALITY_EMPTY);
    ck_assert_int_eq(flag.block, SEL_SCALE_NOW);
    ck_assert_uint_eq(flag.count, 3);
    ck_assert_uint_eq(flag.of, 4);
    fill(&p, SEL_SCALE_HELP, "2321111111111111111111111111");
    ck_assert_uint_eq(flags_of(&p), 0); /* three lines are too few */
    /* Of 28 lines with help wanted ten are to be filled in. */
    fill(&p, SEL_SCALE_HELP, "2323232323232323232323232323");
    fill(&p, SEL_SCALE_NOW, "12345.......................");
    ck_assert_uint_eq(flags_of(&p), 0);
    fill(&p, SEL_SCALE_NOW, "1234........................");
    flag = only(&p);
    ck_assert_uint_eq(flag.count, 6);
    ck_assert_uint_eq(flag.of, 10);
}
END_TEST

START_TEST(two_stages_since_the_last_round)
{
    person before = {0};
    person after = {0};
    fill(&before, SEL_SCALE_NOW, "12345?.");
    fill(&after, SEL_SCALE_NOW, "21124155");
    sel_quality_answers list[] = {view(&before, 1, UINT32_MAX), view(&after, 1, 0)};
    found f = look(list, 2);
    ck_assert_uint_eq(f.count, 2);
    ck_assert_uint_eq(f.flags[0].answers, 1);
    ck_assert_int_eq(f.flags[0].kind, SEL_QUALITY_JUMP);
    ck_assert_uint_eq(f.flags[0].capability, 2); /* 3 to 1 */
    ck_assert_uint_eq(f.flags[0].value, 1);
    ck_assert_uint_eq(f.flags[0].against, 3);
    ck_assert_uint_eq(f.flags[1].capability, 3); /* 4 to 2 */
    sel_arena_destroy(f.arena);
}
END_TEST

START_TEST(two_states_with_the_same_answers)
{
    person a = {0};
    fill(&a, SEL_SCALE_HELP, "1232123?1?3?1?3?12321?3213??");
    person b = a;
    person other = a;
    fill(&other, SEL_SCALE_HELP, "2232123?1?3?1?3?12321?3213??");
    sel_quality_answers list[] = {view(&a, 5, UINT32_MAX), view(&other, 6, UINT32_MAX),
                                  view(&b, 7, UINT32_MAX), view(&a, 5, UINT32_MAX)};
    found f = look(list, 4);
    ck_assert_uint_eq(f.count, 3);
    for (uint32_t i = 0; i < 3; i++)
        ck_assert_int_eq(f.flags[i].kind, SEL_QUALITY_IDENTICAL);
    ck_assert_uint_eq(f.flags[0].answers, 0);
    ck_assert_uint_eq(f.flags[0].other, 2);
    ck_assert_uint_eq(f.flags[0].count, 20);
    ck_assert_uint_eq(f.flags[1].answers, 2);
    ck_assert_uint_eq(f.flags[1].other, 0);
    ck_assert_uint_eq(f.flags[2].answers, 3);
    ck_assert_uint_eq(f.flags[2].other, 2);
    sel_arena_destroy(f.arena);
}
END_TEST

/* One state twice, few values, or one value throughout do not point at copying. */
START_TEST(likeness_that_says_nothing)
{
    person a = {0};
    fill(&a, SEL_SCALE_HELP, "1232123?1?3?1?3?12321232123?");
    sel_quality_answers own[] = {view(&a, 5, UINT32_MAX), view(&a, 5, UINT32_MAX)};
    found f = look(own, 2);
    ck_assert_uint_eq(f.count, 0);
    sel_arena_destroy(f.arena);
    fill(&a, SEL_SCALE_HELP, "1232123?1?3?1?3?12321?321???"); /* 19 values */
    sel_quality_answers few[] = {view(&a, 5, UINT32_MAX), view(&a, 6, UINT32_MAX)};
    f = look(few, 2);
    ck_assert_uint_eq(f.count, 0);
    sel_arena_destroy(f.arena);
    fill(&a, SEL_SCALE_HELP, "1111111111111111111111111111");
    sel_quality_answers straight[] = {view(&a, 5, UINT32_MAX), view(&a, 6, UINT32_MAX)};
    f = look(straight, 2);
    ck_assert_uint_eq(f.count, 2);
    ck_assert_int_eq(f.flags[0].kind, SEL_QUALITY_STRAIGHT);
    ck_assert_int_eq(f.flags[1].kind, SEL_QUALITY_STRAIGHT);
    sel_arena_destroy(f.arena);
}
END_TEST

START_TEST(nobody_and_nothing)
{
    person p = {0};
    ck_assert_uint_eq(flags_of(&p), 0);
    found f = look(NULL, 0);
    ck_assert_uint_eq(f.count, 0);
    sel_arena_destroy(f.arena);
    ck_assert_str_eq(sel_quality_kind_name(SEL_QUALITY_JUMP), "jump");
    ck_assert_str_eq(sel_quality_block_name(SEL_SCALE_IMPORTANCE), "importance");
}
END_TEST

/* "ab" stands for a fingerprint; the reason for five is in quality.h. */
START_TEST(answers_carried_over)
{
    static const struct {
        const char *before;
        const char *now;
        uint32_t answers;
        uint32_t flags;
    } cases[] = {{"ab", "ab", 5, 1}, {"ab", "ab", 4, 0}, {"ab", "cd", 9, 0}, {NULL, "ab", 9, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        person before = {0};
        person now = {0};
        sel_quality_answers list[] = {view(&before, 1, UINT32_MAX), view(&now, 1, 0)};
        list[0].content = cases[i].before;
        list[0].answers = cases[i].before == NULL ? 0 : cases[i].answers;
        list[1].content = cases[i].now;
        list[1].answers = cases[i].answers;
        found f = look(list, 2);
        ck_assert_uint_eq(f.count, cases[i].flags);
        if (f.count == 1) {
            ck_assert_int_eq(f.flags[0].kind, SEL_QUALITY_UNCHANGED);
            ck_assert_uint_eq(f.flags[0].answers, 1);
            ck_assert_uint_eq(f.flags[0].other, 0);
            ck_assert_uint_eq(f.flags[0].count, 5);
        }
        sel_arena_destroy(f.arena);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {one_answer_in_eight_lines,
                                  everything_wanted_to_the_utmost,
                                  wanted_below_now,
                                  no_help_wanted_but_requested,
                                  a_block_begun_and_left,
                                  two_stages_since_the_last_round,
                                  two_states_with_the_same_answers,
                                  likeness_that_says_nothing,
                                  nobody_and_nothing,
                                  answers_carried_over,
                                  NULL};
    return run_tests("quality", tests);
}
