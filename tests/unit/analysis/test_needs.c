#include "analysis/needs.h"

#include "check_suite.h"

#include <math.h>

enum { ROOM = 32 };

/* Entries of a study with three submissions of every recipient: 3r, 3r + 1, 3r + 2. */
static sel_need_entry entries[ROOM];
static sel_study_submission submissions[ROOM];
static sel_study study;
static sel_arena *arena;

static void begin(void)
{
    arena = sel_arena_create();
    memset(submissions, 0, sizeof submissions);
    study = (sel_study){.entries = entries, .submissions = submissions, .submission_count = ROOM};
}

static void end(void)
{
    sel_arena_destroy(arena);
}

static sel_need_entry *add(uint32_t recipient, uint32_t capability, uint32_t respondent)
{
    sel_need_entry *entry = &entries[study.entry_count++];
    *entry = (sel_need_entry){
        .recipient = recipient, .capability = capability, .submission = recipient * 3 + respondent};
    return entry;
}

static void add_sized(uint32_t capability, uint32_t respondent, int stage, int target,
                      int importance)
{
    sel_need_entry *entry = add(0, capability, respondent);
    entry->stage = (uint8_t)stage;
    entry->target = (uint8_t)target;
    entry->importance = (uint8_t)importance;
}

static void add_stated(uint32_t capability, uint32_t respondent, sel_help help)
{
    add(0, capability, respondent)->help = help;
}

static sel_need first_need(void)
{
    sel_needs needs = sel_needs_compute(&study, arena);
    ck_assert_uint_ge(needs.count, 1);
    return needs.list[0];
}

static void check_need(const sel_need *need, sel_need_state state, int low, int high, double n_low,
                       double n_high)
{
    ck_assert_int_eq(need->state, state);
    ck_assert_int_eq(need->severity_low, low);
    ck_assert_int_eq(need->severity_high, high);
    ck_assert_double_eq_tol(need->n_low, n_low, 1e-12);
    ck_assert_double_eq_tol(need->n_high, n_high, 1e-12);
}

/* method §2: 0→0; 1→1; 2,3→2; 4→3; 6,8,9→4; 12,16→5, every product that can occur. */
START_TEST(severity_of_every_product)
{
    static const int expected[17] = {
        [0] = 0, [1] = 1, [2] = 2, [3] = 2, [4] = 3, [6] = 4, [8] = 4, [9] = 4, [12] = 5, [16] = 5};
    for (unsigned a = 0; a <= 4; a++)
        for (unsigned b = 1; b <= 4; b++)
            ck_assert_int_eq(sel_need_severity(a * b), expected[a * b]);
}
END_TEST

START_TEST(sized_needs)
{
    begin();
    add_sized(0, 0, 2, 4, 4); /* a 2, b 4: ab 8 */
    add_sized(1, 0, 1, 5, 4); /* 16 */
    add_sized(2, 0, 3, 4, 1); /* 1 */
    add_sized(3, 0, 4, 2, 4); /* wanted below now: no need */
    sel_needs needs = sel_needs_compute(&study, arena);
    ck_assert_uint_eq(needs.count, 4);
    check_need(&needs.list[0], SEL_NEED_SIZED, 4, 4, sqrt(8) / 4, sqrt(8) / 4);
    ck_assert_int_eq(needs.list[0].gap, 2);
    ck_assert_int_eq(needs.list[0].importance, 4);
    ck_assert_uint_eq(needs.list[0].deciding, 0);
    check_need(&needs.list[1], SEL_NEED_SIZED, 5, 5, 1, 1);
    check_need(&needs.list[2], SEL_NEED_SIZED, 1, 1, .25, .25);
    check_need(&needs.list[3], SEL_NEED_SIZED, 0, 0, 0, 0);
    ck_assert_int_eq(needs.list[3].gap, 0);
    end();
}
END_TEST

START_TEST(importance_not_said_is_a_range)
{
    begin();
    add_sized(0, 0, 2, 4, 0); /* ab from 2 to 8 */
    add_sized(1, 0, 4, 4, 0); /* no gap, whatever the importance */
    sel_needs needs = sel_needs_compute(&study, arena);
    check_need(&needs.list[0], SEL_NEED_RANGE, 2, 4, sqrt(2) / 4, sqrt(8) / 4);
    check_need(&needs.list[1], SEL_NEED_RANGE, 0, 0, 0, 0);
    end();
}
END_TEST

START_TEST(no_help_wanted_is_no_need_with_the_gap_shown)
{
    begin();
    add_sized(0, 0, 1, 4, 4);
    entries[0].help = SEL_HELP_NONE;
    add_stated(1, 0, SEL_HELP_NONE);
    sel_needs needs = sel_needs_compute(&study, arena);
    check_need(&needs.list[0], SEL_NEED_SIZED, 0, 0, 0, 0);
    ck_assert_int_eq(needs.list[0].gap, 3);
    check_need(&needs.list[1], SEL_NEED_SIZED, 0, 0, 0, 0);
    end();
}
END_TEST

START_TEST(stated_needs_have_no_size)
{
    begin();
    add_stated(0, 0, SEL_HELP_SOME);
    add_stated(1, 0, SEL_HELP_MUCH);
    sel_need_entry *half = add(0, 2, 0);
    half->help = SEL_HELP_MUCH;
    half->stage = 2; /* no target */
    sel_needs needs = sel_needs_compute(&study, arena);
    check_need(&needs.list[0], SEL_NEED_STATED, 1, 3, .25, .5);
    check_need(&needs.list[1], SEL_NEED_STATED, 3, 5, .5, 1);
    check_need(&needs.list[2], SEL_NEED_STATED, 3, 5, .5, 1);
    ck_assert_int_eq(needs.list[2].stage, 2);
    end();
}
END_TEST

START_TEST(not_known_is_never_zero)
{
    begin();
    add_stated(0, 0, SEL_HELP_DONT_KNOW);
    add_stated(1, 0, SEL_HELP_UNSAID);
    add_sized(2, 0, 0, 4, 4);
    sel_needs needs = sel_needs_compute(&study, arena);
    for (uint32_t i = 0; i < 3; i++) {
        check_need(&needs.list[i], SEL_NEED_UNKNOWN, 0, 5, 0, 1);
        ck_assert(!sel_need_is_known(&needs.list[i]));
    }
    end();
}
END_TEST

/* Who does not know whether outside help is wanted may still place itself. */
START_TEST(stages_come_before_help)
{
    begin();
    add_sized(0, 0, 2, 3, 2);
    entries[0].help = SEL_HELP_DONT_KNOW;
    sel_need need = first_need();
    check_need(&need, SEL_NEED_SIZED, 2, 2, sqrt(2) / 4, sqrt(2) / 4);
    end();
}
END_TEST

START_TEST(the_lead_decides)
{
    begin();
    add_sized(0, 0, 1, 5, 4);
    add_sized(0, 1, 3, 4, 1);
    add_sized(0, 2, 1, 2, 2);
    submissions[1].lead = true;
    sel_need need = first_need();
    check_need(&need, SEL_NEED_SIZED, 1, 1, .25, .25);
    ck_assert_uint_eq(need.deciding, 1);
    ck_assert_uint_eq(need.entry_count, 3);
    ck_assert_double_eq(need.contradiction, 0);
    end();
}
END_TEST

/* Severities 5, 1 and 2: range 1 to 5, contradiction (5 − 1)/4. */
START_TEST(several_without_a_lead_are_a_range)
{
    for (int leads = 0; leads <= 2; leads += 2) {
        begin();
        add_sized(0, 0, 1, 5, 4);
        add_sized(0, 1, 3, 4, 1);
        add_sized(0, 2, 1, 2, 2);
        entries[1].urgent = 3;
        entries[2].urgent = 1;
        submissions[0].lead = submissions[1].lead = leads == 2;
        sel_need need = first_need();
        check_need(&need, SEL_NEED_RANGE, 1, 5, .25, 1);
        ck_assert_double_eq(need.contradiction, 1);
        ck_assert_uint_eq(need.deciding, SEL_NONE);
        ck_assert_int_eq(need.urgent, 1);
        ck_assert_int_eq(need.gap, 0);
        end();
    }
}
END_TEST

/* "Some" (1 to 3) and severity 2 do not contradict; "some" and severity 5 surely differ by 2. */
START_TEST(uncertainty_is_not_contradiction)
{
    begin();
    add_stated(0, 0, SEL_HELP_SOME);
    add_sized(0, 1, 2, 4, 1);
    sel_need need = first_need();
    check_need(&need, SEL_NEED_RANGE, 1, 3, .25, .5);
    ck_assert_double_eq(need.contradiction, 0);
    end();
    begin();
    add_stated(0, 0, SEL_HELP_SOME);
    add_sized(0, 1, 1, 5, 3);
    need = first_need();
    ck_assert_double_eq(need.contradiction, .5);
    end();
    begin();
    add_sized(0, 0, 1, 5, 4);
    add_sized(0, 1, 4, 4, 4);
    need = first_need();
    ck_assert_double_eq(need.contradiction, 1); /* 5/4, capped */
    end();
}
END_TEST

START_TEST(who_does_not_know_does_not_widen)
{
    begin();
    add_stated(0, 0, SEL_HELP_DONT_KNOW);
    add_sized(0, 1, 2, 3, 2);
    add_stated(1, 0, SEL_HELP_DONT_KNOW);
    add_stated(1, 1, SEL_HELP_UNSAID);
    sel_needs needs = sel_needs_compute(&study, arena);
    check_need(&needs.list[0], SEL_NEED_SIZED, 2, 2, sqrt(2) / 4, sqrt(2) / 4);
    ck_assert_uint_eq(needs.list[0].deciding, 1);
    check_need(&needs.list[1], SEL_NEED_UNKNOWN, 0, 5, 0, 1);
    ck_assert_uint_eq(needs.list[1].deciding, SEL_NONE);
    end();
}
END_TEST

START_TEST(find_by_place)
{
    begin();
    add(1, 2, 0)->help = SEL_HELP_SOME;
    add(1, 5, 0)->help = SEL_HELP_MUCH;
    add(4, 0, 0)->help = SEL_HELP_NONE;
    sel_needs needs = sel_needs_compute(&study, arena);
    ck_assert_ptr_eq(sel_needs_find(&needs, 1, 5), &needs.list[1]);
    ck_assert_ptr_eq(sel_needs_find(&needs, 4, 0), &needs.list[2]);
    ck_assert_ptr_null(sel_needs_find(&needs, 1, 3));
    ck_assert_ptr_null(sel_needs_find(&needs, 0, 0));
    ck_assert_ptr_null(sel_needs_find(&needs, 9, 9));
    sel_needs none = {0};
    ck_assert_ptr_null(sel_needs_find(&none, 0, 0));
    end();
}
END_TEST

START_TEST(headline)
{
    begin();
    add_stated(0, 0, SEL_HELP_SOME);      /* 1..3 */
    add_sized(1, 0, 2, 4, 2);             /* 4 → 3 */
    add_sized(2, 0, 2, 5, 2);             /* 6 → 4 */
    add_stated(3, 0, SEL_HELP_DONT_KNOW); /* unknown */
    add_sized(4, 0, 1, 3, 4);             /* 8 → 4, larger n */
    add(1, 0, 0)->help = SEL_HELP_MUCH;
    sel_needs needs = sel_needs_compute(&study, arena);
    sel_need_headline line = sel_needs_headline(&needs, 0);
    ck_assert_uint_eq(line.worst, 4);
    ck_assert_int_eq(line.worst_severity_low, 4);
    ck_assert_int_eq(line.worst_severity_high, 4);
    ck_assert_uint_eq(line.serious_low, 3);
    ck_assert_uint_eq(line.serious_high, 5);
    ck_assert_uint_eq(line.known, 4);
    ck_assert_uint_eq(line.asked, 5);
    line = sel_needs_headline(&needs, 7);
    ck_assert_uint_eq(line.worst, SEL_NONE);
    ck_assert_uint_eq(line.asked, 0);
    end();
}
END_TEST

/* Severity 2 to 4 before 2; where severities are equal, the larger n. */
START_TEST(among_equal_low_ends_the_high_end_decides)
{
    begin();
    add_sized(0, 0, 2, 4, 1);
    add_sized(1, 0, 2, 4, 0);
    sel_needs needs = sel_needs_compute(&study, arena);
    ck_assert_uint_eq(sel_needs_headline(&needs, 0).worst, 1);
    end();
    begin();
    add_sized(0, 0, 2, 3, 3); /* ab 3, severity 2 */
    add_sized(0, 1, 2, 3, 2); /* ab 2, severity 2 */
    add_sized(1, 0, 2, 3, 2);
    needs = sel_needs_compute(&study, arena);
    ck_assert_uint_eq(sel_needs_headline(&needs, 0).worst, 0);
    end();
}
END_TEST

START_TEST(among_equals_the_urgent_is_worst)
{
    begin();
    add_sized(0, 0, 1, 2, 2);
    add_sized(1, 0, 1, 2, 2);
    add_sized(2, 0, 1, 2, 2);
    entries[1].urgent = 2;
    entries[2].urgent = 1;
    sel_needs needs = sel_needs_compute(&study, arena);
    ck_assert_uint_eq(sel_needs_headline(&needs, 0).worst, 2);
    end();
}
END_TEST

int main(void)
{
    const TTest *tests[] = {severity_of_every_product,
                            sized_needs,
                            importance_not_said_is_a_range,
                            no_help_wanted_is_no_need_with_the_gap_shown,
                            stated_needs_have_no_size,
                            not_known_is_never_zero,
                            stages_come_before_help,
                            the_lead_decides,
                            several_without_a_lead_are_a_range,
                            uncertainty_is_not_contradiction,
                            who_does_not_know_does_not_widen,
                            find_by_place,
                            headline,
                            among_equal_low_ends_the_high_end_decides,
                            among_equals_the_urgent_is_worst,
                            NULL};
    return run_tests("needs", tests);
}
