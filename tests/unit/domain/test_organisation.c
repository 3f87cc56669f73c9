#include "domain/organisation.h"

#include "shipped.h"

static shipped all;

static const sel_organisation *find(const char *ref, const char *name)
{
    return sel_organisations_find(&all.reference.organisations, sel_str_of(ref), sel_str_of(name));
}

START_TEST(names_aliases_and_references)
{
    expect_slice(find("", "australian SIGNALS directorate")->name,
                 "Australian Signals Directorate");
    expect_slice(find("", "Australia (DFAT CCTCP)")->name,
                 "Department of Foreign Affairs and Trade");
    expect_slice(find("AU-5", "")->belongs_to, "Australia");
    expect_slice(find(" AU-5 ", "Australian National University")->name,
                 "Department of Foreign Affairs and Trade"); /* the reference is tried first */
    expect_slice(find("NO-SUCH-REF", "Australian National University")->name,
                 "Australian National University");
    ck_assert_ptr_null(find("", "An organisation nobody listed"));
    ck_assert_ptr_null(find("", ""));
}
END_TEST

START_TEST(agencies_of_a_government_share_a_donor)
{
    const sel_organisation *police = find("", "Australian Federal Police");
    const sel_organisation *signals = find("", "Australian Signals Directorate");
    ck_assert_ptr_ne(police, signals);
    ck_assert(sel_str_equal(police->belongs_to, signals->belongs_to));
}
END_TEST

START_TEST(groups_of_stakeholders)
{
    int non_state = 0;
    for (int i = 0; i < SEL_STAKEHOLDER_COUNT; i++) {
        sel_stakeholder group = (sel_stakeholder)i;
        non_state += sel_stakeholder_is_non_state(group);
        ck_assert_int_eq(sel_stakeholder_find(sel_str_of(sel_stakeholder_code(group))), group);
    }
    ck_assert_int_eq(non_state, SEL_NON_STATE_GROUPS);
    ck_assert(!sel_stakeholder_is_non_state(SEL_STAKEHOLDER_UNKNOWN));
    ck_assert(!sel_stakeholder_is_non_state(SEL_STAKEHOLDER_INTERNATIONAL));
    ck_assert(sel_stakeholder_is_non_state(SEL_STAKEHOLDER_TECHNICAL));
    ck_assert_int_eq(sel_stakeholder_find(SEL_STR("Academia")), SEL_STAKEHOLDER_UNKNOWN);
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {names_aliases_and_references, agencies_of_a_government_share_a_donor,
                            groups_of_stakeholders, NULL};
    int failed = run_tests("organisation", tests);
    shipped_close(&all);
    return failed;
}
