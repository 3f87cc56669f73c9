/* Suggestions for mistyped names: near enough, the first among equals, never a wild guess. */
#include "base/nearest.h"

#include "check_suite.h"

static const char *nearest_of(const char *wanted)
{
    static const char *const names[] = {"relevant", "required", "name", "list_name", "label"};
    sel_nearest nearest = sel_nearest_start(sel_str_of(wanted));
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        sel_nearest_offer(&nearest, sel_str_of(names[i]));
    return nearest.name.ptr;
}

START_TEST(the_fewest_edits_win)
{
    ck_assert_str_eq(nearest_of("relevent"), "relevant");
    ck_assert_str_eq(nearest_of("RELEVANT"), "relevant");
    ck_assert_str_eq(nearest_of("requierd"), "required");
    ck_assert_str_eq(nearest_of("nmae"), "name");
    ck_assert_str_eq(nearest_of("lable"), "label");
    ck_assert_str_eq(nearest_of("listname"), "list_name");
}
END_TEST

START_TEST(nothing_near_is_nothing)
{
    static const char *const far[] = {"", "x", "my col", "theme", "relief"};
    for (size_t i = 0; i < sizeof far / sizeof far[0]; i++)
        ck_assert_msg(nearest_of(far[i]) == NULL, "%s", far[i]);
    char long_name[300];
    memset(long_name, 'a', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    ck_assert_ptr_null(nearest_of(long_name));
}
END_TEST

START_TEST(the_first_among_equals_is_kept)
{
    sel_nearest nearest = sel_nearest_start(SEL_STR("help_a"));
    sel_nearest_offer(&nearest, SEL_STR("help_b"));
    sel_nearest_offer(&nearest, SEL_STR("help_c"));
    ck_assert_str_eq(nearest.name.ptr, "help_b");
}
END_TEST

int main(void)
{
    const TTest *tests[] = {the_fewest_edits_win, nothing_near_is_nothing,
                            the_first_among_equals_is_kept, NULL};
    return run_tests("nearest", tests);
}
