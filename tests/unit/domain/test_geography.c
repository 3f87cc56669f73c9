/* The lists that are shipped, and a small one for the rules of nearness. */
#include "domain/geography.h"

#include "shipped.h"

static shipped all;

static void expect_code(uint32_t number, const char *code)
{
    ck_assert_msg(number != SEL_NONE, "nothing found, not %s", code);
    expect_slice(all.reference.geography.recipients[number].code, code);
}

static uint32_t find(const char *text)
{
    return sel_geography_find(&all.reference.geography, sel_str_of(text));
}

START_TEST(names_in_four_languages_without_accents_and_case)
{
    expect_code(find("Fiji"), "FJI");
    expect_code(find("  fidji "), "FJI");
    expect_code(find("COTE D'IVOIRE"), "CIV");
    expect_code(find("Côte d’Ivoire"), "CIV");
    expect_code(find("Camboya"), "KHM");
    expect_code(find("Kamboja"), "KHM");
    expect_code(find("timor leste"), "TLS");
    expect_code(find("FJI"), "FJI");
    expect_code(find("FJ"), "FJI");
    expect_code(find("ASEAN"), "ASEAN");
    ck_assert_uint_eq(find("Atlantis"), SEL_NONE);
    ck_assert_uint_eq(find(""), SEL_NONE);
    ck_assert_uint_eq(find("---"), SEL_NONE);
    ck_assert_uint_eq(find("xx"), SEL_NONE);
}
END_TEST

START_TEST(two_letters_that_mean_two_things)
{
    const sel_geography *geography = &all.reference.geography;
    expect_code(find("NA"), "NAM");
    expect_code(find("AU"), "AU"); /* the African Union's own code */
    ck_assert(geography->recipients[find("AU")].body);
    expect_code(sel_geography_iso2(geography, SEL_STR("AU")), "AUS");
    ck_assert_uint_eq(sel_geography_iso2(geography, SEL_STR("au")), SEL_NONE);
    ck_assert_uint_eq(sel_geography_iso2(geography, SEL_STR("")), SEL_NONE);
    ck_assert_uint_eq(sel_geography_code(geography, SEL_STR("fji")), SEL_NONE);
    ck_assert_uint_eq(sel_geography_code(geography, SEL_STR("FJ")), SEL_NONE);
}
END_TEST

START_TEST(nearest_name_is_near)
{
    const sel_geography *geography = &all.reference.geography;
    expect_code(sel_geography_nearest(geography, SEL_STR("Cambodja")), "KHM");
    expect_code(sel_geography_nearest(geography, SEL_STR("Indonezia")), "IDN");
    ck_assert_uint_eq(sel_geography_nearest(geography, SEL_STR("Qqqqqqqqqq")), SEL_NONE);
    ck_assert_uint_eq(sel_geography_nearest(geography, SEL_STR("")), SEL_NONE);
}
END_TEST

/* Ten member states since 1999 and Timor-Leste since October 2025. */
START_TEST(organisations_hold_their_members)
{
    const sel_geography *geography = &all.reference.geography;
    uint32_t asean = sel_geography_code(geography, SEL_STR("ASEAN"));
    ck_assert(sel_geography_within(geography, asean, asean));
    ck_assert(sel_geography_within(geography, asean, find("IDN")));
    ck_assert(!sel_geography_within(geography, asean, find("FJI")));
    ck_assert(!sel_geography_within(geography, find("IDN"), asean));
    const sel_recipient *body = &geography->recipients[asean];
    ck_assert_uint_ge(body->member_count, 10);
    ck_assert_uint_le(body->member_count, 11);
    for (uint32_t i = 1; i < body->member_count; i++)
        ck_assert_uint_lt(body->members[i - 1], body->members[i]);
}
END_TEST

/* Members by the United Nations' M49 list: 13 states in the Caribbean, 54 in Africa. */
START_TEST(regions_have_their_states)
{
    const sel_geography *geography = &all.reference.geography;
    const sel_region *caribbean = sel_geography_region(geography, SEL_STR("R:1031"));
    ck_assert_ptr_nonnull(caribbean);
    ck_assert_uint_eq(caribbean->member_count, 13);
    for (uint32_t i = 0; i < caribbean->member_count; i++) {
        ck_assert(i == 0 || caribbean->members[i - 1] < caribbean->members[i]);
        ck_assert(geography->recipients[caribbean->members[i]].un_member);
    }
    ck_assert_uint_eq(sel_geography_region(geography, SEL_STR("R:298"))->member_count, 54);
    ck_assert_uint_eq(sel_geography_region(geography, SEL_STR("R:002"))->member_count, 54);
    static const char *const none[] = {"R:998", "R:", "R:Pacific", "298", "", "FJI", "R:89"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        ck_assert_ptr_null(sel_geography_region(geography, sel_str_of(none[i])));
}
END_TEST

/* Melanesia in M49: Fiji, Papua New Guinea, Solomon Islands, Vanuatu, and New Caledonia, which is
 * no UN member. */
START_TEST(areas_are_organisations_and_regions_by_code_or_name)
{
    static const char *const members[] = {"FJI", "PNG", "SLB", "VUT"};
    const sel_geography *geography = &all.reference.geography;
    const uint32_t *list;
    uint32_t melanesia = sel_geography_area(geography, SEL_STR("Melanesia"));
    ck_assert_uint_ge(melanesia, geography->count);
    ck_assert_uint_eq(sel_geography_area(geography, SEL_STR("R:054")), melanesia);
    ck_assert_uint_eq(sel_geography_area(geography, SEL_STR("054")), melanesia);
    ck_assert_uint_eq(sel_geography_area_members(geography, melanesia, &list), 4);
    for (uint32_t i = 0; i < 4; i++)
        expect_code(list[i], members[i]);
    const sel_region *region = sel_geography_area_region(geography, melanesia);
    expect_slice(sel_geography_region_name(geography, region), "Melanesia");
    uint32_t asean = sel_geography_area(geography, SEL_STR("ASEAN"));
    expect_code(asean, "ASEAN");
    ck_assert_ptr_null(sel_geography_area_region(geography, asean));
    ck_assert_uint_eq(sel_geography_area_members(geography, asean, &list),
                      geography->recipients[asean].member_count);
}
END_TEST

/* The state and the sub-region have one name: as an area it is the sub-region. */
START_TEST(a_country_is_no_area)
{
    const sel_geography *geography = &all.reference.geography;
    ck_assert_uint_ge(sel_geography_area(geography, SEL_STR("micronesia")), geography->count);
    static const char *const none[] = {"FJI", "Fiji", "", "R:998", "Atlantis", "FJ"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        ck_assert_uint_eq(sel_geography_area(geography, sel_str_of(none[i])), SEL_NONE);
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {regions_have_their_states,
                            names_in_four_languages_without_accents_and_case,
                            two_letters_that_mean_two_things,
                            nearest_name_is_near,
                            organisations_hold_their_members,
                            areas_are_organisations_and_regions_by_code_or_name,
                            a_country_is_no_area,
                            NULL};
    int failed = run_tests("geography", tests);
    shipped_close(&all);
    return failed;
}
