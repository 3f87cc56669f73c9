#include "domain/disclosure.h"

#include "check_suite.h"

START_TEST(an_audience_sees_its_own_level_and_wider_ones)
{
    for (int level = 0; level < SEL_DISCLOSURE_COUNT; level++) {
        const char *code = sel_disclosure_code((sel_disclosure)level);
        ck_assert_int_eq(sel_disclosure_find(sel_str_of(code)), level);
        for (int audience = 0; audience < SEL_DISCLOSURE_COUNT; audience++)
            ck_assert_int_eq(sel_disclosure_allows(sel_str_of(code), (sel_disclosure)audience),
                             level <= audience);
    }
    ck_assert(sel_disclosure_allows(SEL_STR("public"), SEL_DISCLOSURE_PUBLIC));
    ck_assert(!sel_disclosure_allows(SEL_STR("secretariat"), SEL_DISCLOSURE_PUBLIC));
    ck_assert(!sel_disclosure_allows(SEL_STR("sealed"), SEL_DISCLOSURE_SECRETARIAT));
}
END_TEST

START_TEST(a_level_we_do_not_know_goes_to_nobody)
{
    ck_assert_int_eq(sel_disclosure_find(SEL_STR("Public")), -1);
    ck_assert(!sel_disclosure_allows(SEL_STR(""), SEL_DISCLOSURE_SEALED));
    ck_assert(!sel_disclosure_allows(SEL_STR("everybody"), SEL_DISCLOSURE_SEALED));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {an_audience_sees_its_own_level_and_wider_ones,
                                  a_level_we_do_not_know_goes_to_nobody, NULL};
    return run_tests("disclosure", tests);
}
