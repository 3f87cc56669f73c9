#include "domain/model.h"

#include "check_suite.h"

#include <string.h>

/* Every row can be written as it is usually, and is told apart from the others. */
START_TEST(rows_hold_together)
{
    for (int i = 0; i < SEL_POLICIES; i++) {
        const sel_policy_row *row = sel_policy_of((sel_policy)i);
        ck_assert_msg(row->least <= row->usual && row->usual <= row->most, "%s", row->id);
        ck_assert_double_eq(sel_policy_fit((sel_policy)i, row->usual), row->usual);
        ck_assert_double_eq(sel_policy_fit((sel_policy)i, row->least), row->least);
        ck_assert_double_eq(sel_policy_fit((sel_policy)i, row->most), row->most);
        ck_assert(strncmp(row->word, "constant.", 9) == 0 && strcmp(row->word + 9, row->id) == 0);
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(row->id, sel_policy_of((sel_policy)j)->id);
    }
}
END_TEST

/* Half of five and half again are rounded away from nought; shares are not rounded. */
START_TEST(fitting)
{
    ck_assert_double_eq(sel_policy_fit(SEL_POLICY_A7_MEMBERS, 2.5), 3);
    ck_assert_double_eq(sel_policy_fit(SEL_POLICY_A7_MEMBERS, 7.5), 8);
    ck_assert_double_eq(sel_policy_fit(SEL_POLICY_A7_MEMBERS, 0), 1);
    ck_assert_double_eq(sel_policy_fit(SEL_POLICY_A6_ITEMS, 9), 5);
    ck_assert_double_eq(sel_policy_fit(SEL_POLICY_C4_PARTIALLY_TIED, .75), .75);
    ck_assert_double_eq(sel_policy_fit(SEL_POLICY_B2_ONE_DONOR, .6), 1);
}
END_TEST

START_TEST(who_reads_what)
{
    ck_assert(sel_policy_is_of(SEL_POLICY_B2_FEW_DONORS, "b2"));
    ck_assert(!sel_policy_is_of(SEL_POLICY_B2_FEW_DONORS, "b"));
    ck_assert(!sel_policy_is_of(SEL_POLICY_B2_FEW_DONORS, "b22"));
    ck_assert(sel_policy_is_of(SEL_POLICY_HARM_RECIPIENTS, "c5"));
    ck_assert(sel_policy_is_of(SEL_POLICY_HARM_RECIPIENTS, "c6"));
    ck_assert(!sel_policy_is_of(SEL_POLICY_HARM_RECIPIENTS, "c7"));
}
END_TEST

START_TEST(usual_values_are_not_given)
{
    const sel_model model = {.policies = sel_policies_usual()};
    ck_assert_double_eq(sel_model_constant(&model, SEL_POLICY_B2_ONE_DONOR), 1.2);
    ck_assert_uint_eq(sel_model_count(&model, SEL_POLICY_A5_DAYS), 365);
    for (int i = 0; i < SEL_POLICIES; i++)
        ck_assert(!model.policies.given[i]);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {rows_hold_together, fitting, who_reads_what, usual_values_are_not_given,
                            NULL};
    return run_tests("policy", tests);
}
