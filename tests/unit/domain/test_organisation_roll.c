#include "domain/organisation_roll.h"

#include "shipped.h"

static shipped all;
static sel_organisation_roll *roll;

static void begin(void)
{
    roll = sel_organisation_roll_create(&all.reference.organisations);
}

static void end(void)
{
    sel_organisation_roll_destroy(roll);
}

static uint32_t add(const char *ref, const char *name)
{
    return sel_roll_add(roll, sel_str_of(ref), sel_str_of(name));
}

static bool decide(bool split, const char *a, const char *b)
{
    const sel_organisation_decision decision = {split, sel_str_of(a), sel_str_of(b)};
    return sel_roll_decide(roll, &decision);
}

static const sel_roll_organisation *organisation(uint32_t number)
{
    uint32_t count;
    const sel_roll_organisation *list = sel_roll_organisations(roll, &count);
    return number < count ? &list[number] : NULL;
}

/* What a spelling names, once settled; NULL: a placeholder. */
static const sel_roll_organisation *named(uint32_t spelling)
{
    return organisation(sel_roll_organisation_of(roll, spelling));
}

static sel_recognition how(uint32_t spelling)
{
    return sel_roll_spelling_of(roll, spelling)->how;
}

START_TEST(identifier_then_name_then_words_then_itself)
{
    begin();
    uint32_t by_ref = add(" au-5 ", "Some embassy");
    uint32_t by_name = add("", "DFAT");
    uint32_t by_words = add("", "Department of Foreign Affairs and Trade (DFAT), of Australia");
    uint32_t itself = add("", "A Fund of Nowhere");
    uint32_t again = add("", "a fund, of NOWHERE");
    uint32_t nobody = add("", "Recipient Government");
    sel_roll_settle(roll);
    ck_assert_int_eq(how(by_ref), SEL_RECOGNISED_REF);
    ck_assert_int_eq(how(by_name), SEL_RECOGNISED_NAME);
    ck_assert_int_eq(how(by_words), SEL_RECOGNISED_WORDS);
    ck_assert_uint_ge(sel_roll_spelling_of(roll, by_words)->score, SEL_ORGANISATION_SCORE);
    ck_assert_int_eq(how(itself), SEL_RECOGNISED_ITSELF);
    ck_assert_int_eq(how(nobody), SEL_RECOGNISED_PLACEHOLDER);
    ck_assert_ptr_eq(named(by_ref), named(by_name));
    ck_assert_ptr_eq(named(by_ref), named(by_words));
    expect_slice(organisation(named(by_ref)->donor)->name, "Australia");
    ck_assert_ptr_eq(named(itself), named(again));
    expect_slice(named(itself)->name, "A Fund of Nowhere");
    ck_assert_ptr_null(named(nobody));
    ck_assert_int_eq(sel_roll_spelling_of(roll, nobody)->group, SEL_STAKEHOLDER_GOVERNMENT);
    end();
}
END_TEST

START_TEST(one_identifier_is_one_organisation)
{
    begin();
    uint32_t english = add("CZ-ICO-99999977", "People of Nowhere");
    uint32_t czech = add("cz-ico-99999977", "Lide odnikud");
    uint32_t alone = add("", "lide odnikud");
    uint32_t other = add("CZ-ICO-1", "Somebody else");
    uint32_t bare = add("CZ-ICO-1", "");
    uint32_t heading = add("21000", "Nowhere Relief");
    uint32_t same_heading = add("21000", "Nowhere Rescue");
    sel_roll_settle(roll);
    ck_assert_ptr_eq(named(english), named(czech));
    ck_assert_ptr_eq(named(english), named(alone));
    expect_slice(named(english)->name, "Lide odnikud");
    ck_assert_ptr_ne(named(english), named(other));
    ck_assert_ptr_eq(named(bare), named(other));
    expect_slice(named(bare)->name, "Somebody else");
    ck_assert_ptr_ne(named(heading), named(same_heading));
    end();
}
END_TEST

/* Three foreign ministries are no two, whatever they are called. */
START_TEST(one_name_in_several_countries_is_several_organisations)
{
    begin();
    uint32_t dutch = add("NL-1", "Ministry of Nowhere");
    uint32_t alone = add("", "Ministry of Nowhere");
    uint32_t danish = add("dk-1", "MINISTRY OF NOWHERE");
    uint32_t again = add("NL-1", "Ministry of Nowhere, The Hague");
    sel_roll_settle(roll);
    ck_assert_ptr_ne(named(dutch), named(danish));
    ck_assert_ptr_ne(named(dutch), named(alone));
    ck_assert_ptr_ne(named(danish), named(alone));
    ck_assert_ptr_eq(named(dutch), named(again));
    expect_slice(named(alone)->name, "MINISTRY OF NOWHERE");
    expect_slice(named(danish)->name, "MINISTRY OF NOWHERE (DK-1)");
    ck_assert_uint_eq(sel_roll_find(roll, SEL_STR("Ministry of Nowhere (DK-1)")),
                      sel_roll_organisation_of(roll, danish));
    ck_assert_uint_eq(sel_roll_find(roll, SEL_STR("NL-1")), sel_roll_organisation_of(roll, dutch));
    ck_assert_uint_eq(sel_roll_find(roll, SEL_STR("Ministry of Nowhere")),
                      sel_roll_organisation_of(roll, alone));
    end();
}
END_TEST

/* Two identifiers of one country, or of lists that are no country's, are one organisation's. */
START_TEST(one_name_in_one_country_is_one_organisation)
{
    begin();
    uint32_t one = add("NL-1", "Fund of Nowhere");
    uint32_t two = add("NL-KVK-7", "Fund of Nowhere");
    uint32_t three = add("XM-DAC-99999", "Fund of Nowhere");
    sel_roll_settle(roll);
    ck_assert_ptr_eq(named(one), named(two));
    ck_assert_ptr_eq(named(one), named(three));
    end();
    begin();
    ck_assert(decide(false, "Ministry of Nowhere", "Office of Nowhere"));
    uint32_t dutch = add("NL-1", "Ministry of Nowhere");
    uint32_t danish = add("DK-1", "Ministry of Nowhere");
    sel_roll_settle(roll);
    ck_assert_ptr_eq(named(dutch), named(danish)); /* people said so */
    end();
}
END_TEST

START_TEST(an_identifier_can_contradict_the_name)
{
    begin();
    uint32_t wrong = add("AU-5", "Federal Ministry for Economic Cooperation and Development");
    uint32_t fine = add("AU-5", "Australian Government");
    ck_assert(sel_roll_spelling_of(roll, wrong)->contradicted);
    ck_assert(!sel_roll_spelling_of(roll, fine)->contradicted);
    sel_roll_settle(roll);
    ck_assert_ptr_eq(named(wrong), named(fine));
    end();
}
END_TEST

START_TEST(merged_names_are_one_called_by_the_first)
{
    begin();
    ck_assert(decide(false, "Nowhere Fund", "Fund of Nowhere Ltd"));
    ck_assert(decide(false, "Nowhere Fund", "GIZ"));
    ck_assert(!decide(false, "Nowhere Fund", "GIZ"));
    ck_assert(!decide(false, "GIZ", "fund of nowhere LTD"));
    uint32_t a = add("", "Nowhere Fund");
    uint32_t b = add("", "Fund of Nowhere Ltd");
    uint32_t giz = add("", "Deutsche Gesellschaft für Internationale Zusammenarbeit");
    sel_roll_settle(roll);
    ck_assert_ptr_eq(named(a), named(b));
    ck_assert_ptr_eq(named(a), named(giz));
    expect_slice(named(a)->name, "Nowhere Fund");
    ck_assert(named(a)->decided);
    expect_slice(organisation(named(a)->donor)->name, "Germany"); /* what the table knows stays */
    end();
}
END_TEST

START_TEST(a_later_decision_outweighs)
{
    begin();
    ck_assert(decide(false, "A Nowhere", "B Nowhere"));
    ck_assert(decide(false, "A Nowhere", "C Nowhere"));
    ck_assert(decide(true, "A Nowhere", "B Nowhere"));
    ck_assert(!decide(true, "A Nowhere", "B Nowhere"));
    uint32_t a = add("XX-1", "A Nowhere");
    uint32_t b = add("XX-1", "B Nowhere"); /* the identifier no longer joins it */
    uint32_t c = add("", "C Nowhere");
    sel_roll_settle(roll);
    ck_assert_ptr_ne(named(a), named(b));
    ck_assert_ptr_eq(named(a), named(c));
    end();
    begin();
    ck_assert(decide(true, "A Nowhere", "B Nowhere"));
    ck_assert(decide(false, "A Nowhere", "B Nowhere"));
    a = add("", "A Nowhere");
    b = add("", "B Nowhere");
    sel_roll_settle(roll);
    ck_assert_ptr_eq(named(a), named(b));
    end();
}
END_TEST

START_TEST(a_name_leaves_the_table)
{
    begin();
    ck_assert(decide(true, "World Bank", "World Bank Group"));
    uint32_t bank = add("", "World Bank");
    uint32_t group = add("XM-DAC-44000", "World Bank Group");
    uint32_t short_name = add("", "WB");
    sel_roll_settle(roll);
    ck_assert_ptr_ne(named(bank), named(group));
    ck_assert_ptr_eq(named(bank), named(short_name));
    ck_assert_uint_eq(named(group)->known, SEL_NONE);
    end();
    begin(); /* and comes back */
    ck_assert(decide(true, "World Bank", "World Bank Group"));
    ck_assert(decide(false, "World Bank", "World Bank Group"));
    bank = add("", "World Bank");
    group = add("", "World Bank Group");
    sel_roll_settle(roll);
    ck_assert_ptr_eq(named(bank), named(group));
    end();
}
END_TEST

/* Merges can make two donors belong to each other: one of them is the donor of both. */
START_TEST(a_ring_of_donors_has_one_donor)
{
    begin();
    ck_assert(decide(false, "JICA", "Germany"));
    ck_assert(decide(false, "GIZ", "Japan"));
    uint32_t a = add("", "JICA");
    uint32_t b = add("", "GIZ");
    sel_roll_settle(roll);
    ck_assert_ptr_ne(named(a), named(b));
    ck_assert_uint_eq(named(a)->donor, named(b)->donor);
    end();
}
END_TEST

START_TEST(decisions_about_nobody_change_nothing)
{
    begin();
    ck_assert(!decide(false, "Recipient government", "Other"));
    ck_assert(!decide(false, "", "A Nowhere"));
    ck_assert(!decide(true, "A Nowhere", "a nowhere"));
    ck_assert(!decide(false, "A Nowhere", "a nowhere"));
    uint32_t odd = add("", "\xE2\x80\xA6\xE2\x80\xA6"); /* nothing is left of it by folding */
    sel_roll_settle(roll);
    ck_assert_ptr_nonnull(named(odd));
    end();
}
END_TEST

START_TEST(organisations_are_found_by_any_of_their_names)
{
    begin();
    ck_assert(decide(false, "Nowhere Fund", "Fund of Nowhere"));
    uint32_t fund = add("", "fund of nowhere");
    uint32_t bank = add("ZZ-9", "Bank of Nowhere");
    add("", "GIZ");
    sel_roll_settle(roll);
    ck_assert_ptr_eq(organisation(sel_roll_find(roll, SEL_STR("nowhere fund"))), named(fund));
    ck_assert_ptr_eq(organisation(sel_roll_find(roll, SEL_STR("zz-9"))), named(bank));
    expect_slice(organisation(sel_roll_find(roll, SEL_STR("XM-DAC-5-52")))->name,
                 "Deutsche Gesellschaft für Internationale Zusammenarbeit");
    ck_assert_uint_eq(sel_roll_find(roll, SEL_STR("Enabel")), SEL_NONE);
    ck_assert_uint_eq(sel_roll_find(roll, SEL_STR("Other")), SEL_NONE);
    ck_assert_uint_eq(sel_roll_find(NULL, SEL_STR("Enabel")), SEL_NONE);
    end();
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {identifier_then_name_then_words_then_itself,
                            one_identifier_is_one_organisation,
                            one_name_in_several_countries_is_several_organisations,
                            one_name_in_one_country_is_one_organisation,
                            an_identifier_can_contradict_the_name,
                            merged_names_are_one_called_by_the_first,
                            a_later_decision_outweighs,
                            a_name_leaves_the_table,
                            a_ring_of_donors_has_one_donor,
                            decisions_about_nobody_change_nothing,
                            organisations_are_found_by_any_of_their_names,
                            NULL};
    int failed = run_tests("organisation_roll", tests);
    shipped_close(&all);
    return failed;
}
