#include "domain/organisation.h"

#include "base/fold.h"
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

START_TEST(identifiers_are_compared_tidy)
{
    static const struct {
        const char *written;
        const char *compared;
    } cases[] = {{" xm-dac-41114 ", "XM-DAC-41114"},
                 {"XM - DAC - 41114", "XM-DAC-41114"},
                 {"41114", "XM-DAC-41114"},
                 {"DAC-1601", "XM-DAC-1601"},
                 {"44000", "XM-DAC-44000"}, /* a heading that is an organisation too */
                 {"21000", ""},             /* "international NGO" */
                 {"XM-DAC-51000", ""},
                 {"GB-COH-294860", "GB-COH-294860"},
                 {"Excluded", ""},
                 {"Not available", ""},
                 {"GB", ""},
                 {"GB-", ""},
                 {"GB--", ""},
                 {"12-34", ""},
                 {"ABCD-1", ""},
                 {"", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_slice(sel_organisation_ref(all.arena, sel_str_of(cases[i].written)),
                     cases[i].compared);
    char endless[400];
    memset(endless, 'A', sizeof endless - 1);
    memcpy(endless, "GB-", 3);
    endless[sizeof endless - 1] = '\0';
    expect_slice(sel_organisation_ref(all.arena, sel_str_of(endless)), "");
}
END_TEST

static bool is_placeholder(const char *name, sel_stakeholder *group)
{
    return sel_organisations_is_placeholder(&all.reference.organisations,
                                            sel_fold(all.arena, sel_str_of(name)), group);
}

START_TEST(some_names_are_nobodys)
{
    sel_stakeholder group = SEL_STAKEHOLDER_UNKNOWN;
    ck_assert(is_placeholder("NATIONAL EXECUTION", &group));
    ck_assert_int_eq(group, SEL_STAKEHOLDER_GOVERNMENT);
    ck_assert(is_placeholder("International  NGO", &group));
    ck_assert_int_eq(group, SEL_STAKEHOLDER_CIVIL_SOCIETY);
    ck_assert(is_placeholder("Não especificado", NULL));
    ck_assert(is_placeholder("受援国政府", NULL));
    ck_assert(!is_placeholder("International NGO Safety Organisation", NULL));
    ck_assert(!is_placeholder("", NULL));
}
END_TEST

START_TEST(what_contradicts)
{
    const sel_organisations *table = &all.reference.organisations;
    ck_assert(sel_organisations_contradict(table, SEL_STR("AU-5"), SEL_STR("GIZ")));
    ck_assert(!sel_organisations_contradict(table, SEL_STR("AU-5"), SEL_STR("AUSAID")));
    ck_assert(!sel_organisations_contradict(table, SEL_STR("AU-5"), SEL_STR("Australia")));
    ck_assert(!sel_organisations_contradict(table, SEL_STR("AU-5"), SEL_STR("Nobody we know")));
    ck_assert(!sel_organisations_contradict(table, SEL_STR("21000"), SEL_STR("GIZ")));
    ck_assert(!sel_organisations_contradict(table, (sel_str){0}, SEL_STR("GIZ")));
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
    const TTest *tests[] = {names_aliases_and_references,
                            agencies_of_a_government_share_a_donor,
                            identifiers_are_compared_tidy,
                            some_names_are_nobodys,
                            what_contradicts,
                            groups_of_stakeholders,
                            NULL};
    int failed = run_tests("organisation", tests);
    shipped_close(&all);
    return failed;
}
