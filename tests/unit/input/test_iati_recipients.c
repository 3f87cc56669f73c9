/* Recipients and their shares. */
#include "iati_fixture.h"

START_TEST(stated_percentages_are_kept)
{
    outcome out = read_elements("<recipient-country code='AF' percentage='25'/>"
                                "<recipient-country code='fj' percentage='25.5'/>"
                                "<recipient-region code='489' percentage='49.5%'/>");
    expect_share(&out.records[0], 0, "AFG", 250000, true);
    expect_share(&out.records[0], 1, "FJI", 255000, true);
    expect_share(&out.records[0], 2, "R:489", 495000, true);
    ck_assert_uint_eq(out.issues.counts[SEL_FAULT], 0);
    ck_assert_uint_eq(times(&out, "N_COUNTRY_CODE", "recipient-country"), 1);
    ck_assert_uint_eq(times(&out, "W_PERCENT_SUM", "recipient-country"), 0);
    ck_assert_int_eq(out.records[0].recipients[0].depth, SEL_DEPTH_NO_NOTION);
    forget(&out);
}
END_TEST

START_TEST(thirds_are_rounded_and_wrong_sums_normalised)
{
    outcome out = read_elements("<recipient-country code='AF' percentage='33.33'/>"
                                "<recipient-country code='AG' percentage='33.33'/>"
                                "<recipient-country code='FJ' percentage='33.33'/>");
    expect_share(&out.records[0], 0, "AFG", 333334, true);
    expect_share(&out.records[0], 2, "FJI", 333333, true);
    ck_assert_uint_eq(times(&out, "N_PERCENT_ROUNDED", "recipient-country"), 1);
    forget(&out);
    out = read_elements("<recipient-country code='AF' percentage='100'/>"
                        "<recipient-country code='AG' percentage='100'/>");
    expect_share(&out.records[0], 0, "AFG", 500000, true);
    ck_assert_uint_eq(times(&out, "W_PERCENT_SUM", "recipient-country"), 1);
    ck_assert(has_rule(&out.records[0], "recipient", "normalised"));
    forget(&out);
}
END_TEST

START_TEST(missing_percentages_are_equal_parts)
{
    outcome out = read_elements("<recipient-country code='AF'/><recipient-country code='AG'/>"
                                "<recipient-country code='FJ'/>");
    expect_share(&out.records[0], 0, "AFG", 333334, false);
    ck_assert(has_rule(&out.records[0], "recipient", "equal-shares"));
    forget(&out);
    out = read_elements("<recipient-country code='AF'/>");
    expect_share(&out.records[0], 0, "AFG", SEL_PPM, true);
    forget(&out);
    out = read_elements("<recipient-country code='AF' percentage='40'/>"
                        "<recipient-country code='AG'/><recipient-country code='FJ'/>");
    expect_share(&out.records[0], 0, "AFG", 400000, true);
    expect_share(&out.records[0], 1, "ATG", 300000, false);
    ck_assert_uint_eq(times(&out, "W_PERCENT_MISSING", "recipient-country"), 1);
    forget(&out);
    out = read_elements("<recipient-country code='AF' percentage='100'/>"
                        "<recipient-country code='AG' percentage='many'/>"
                        "<recipient-country code='FJ' percentage='-3'/>");
    expect_share(&out.records[0], 0, "AFG", 333334, false);
    ck_assert_uint_eq(times(&out, "W_PERCENT_UNREAD", "recipient-country"), 2);
    forget(&out);
}
END_TEST

START_TEST(unknown_countries_leave_their_share_unstated)
{
    outcome out = read_elements("<recipient-country code='AF' percentage='60'/>"
                                "<recipient-country code='ZZ' percentage='40'/>");
    ck_assert_uint_eq(out.records[0].recipient_count, 1);
    expect_share(&out.records[0], 0, "AFG", 600000, true);
    ck_assert_uint_eq(times(&out, "W_COUNTRY_UNKNOWN", "recipient-country"), 1);
    forget(&out);
    out = read_elements("<recipient-country code='AU' percentage='50'/>"
                        "<recipient-country percentage='50'><narrative>Fiji</narrative>"
                        "</recipient-country><recipient-country code='AG' percentage='0'/>");
    ck_assert_uint_eq(out.records[0].recipient_count, 2);
    expect_share(&out.records[0], 0, "AUS", 500000, true);
    expect_share(&out.records[0], 1, "FJI", 500000, true);
    ck_assert_uint_eq(times(&out, "N_PERCENT_ZERO", "recipient-country"), 1);
    forget(&out);
}
END_TEST

START_TEST(vocabularies_of_regions_are_not_mixed)
{
    outcome out = read_elements("<recipient-region code='A1' vocabulary='99' percentage='100'/>"
                                "<recipient-region code='009' vocabulary='2' percentage='100'/>"
                                "<recipient-region code='889' vocabulary='1' percentage='100'/>");
    ck_assert_uint_eq(out.records[0].recipient_count, 1);
    expect_share(&out.records[0], 0, "R:889", SEL_PPM, true);
    ck_assert_uint_eq(times(&out, "N_REGION_VOCABULARY", "recipient-region"), 2);
    forget(&out);
    out = read_elements("<recipient-region code='AU' vocabulary='99'/>");
    expect_share(&out.records[0], 0, "AU", SEL_PPM, true);
    forget(&out);
}
END_TEST

START_TEST(transactions_tell_the_place_when_the_activity_does_not)
{
    outcome out = read_elements("<transaction><transaction-type code='2'/><value>300</value>"
                                "<recipient-country code='AF'/></transaction>"
                                "<transaction><transaction-type code='2'/><value>100.00</value>"
                                "<recipient-country code='FJ'/></transaction>"
                                "<transaction><transaction-type code='3'/><value>999</value>"
                                "<recipient-country code='FJ'/></transaction>");
    expect_share(&out.records[0], 0, "AFG", 750000, true);
    expect_share(&out.records[0], 1, "FJI", 250000, true);
    ck_assert(has_rule(&out.records[0], "recipient", "transaction-values"));
    ck_assert_uint_eq(times(&out, "N_PLACE_FROM_TRANSACTIONS", "recipient-country"), 1);
    forget(&out);
    out = read_elements("<transaction><transaction-type code='3'/><value currency='USD'>300</value>"
                        "<recipient-country code='AF'/></transaction>"
                        "<transaction><transaction-type code='3'/><value>100</value>"
                        "<recipient-region code='889'/></transaction>");
    expect_share(&out.records[0], 0, "AFG", 500000, false);
    expect_share(&out.records[0], 1, "R:889", 500000, false);
    forget(&out);
}
END_TEST

START_TEST(huge_values_still_make_shares)
{
    outcome out =
        read_elements("<transaction><transaction-type code='2'/><value>40000000000000000</value>"
                      "<recipient-country code='AF'/></transaction>"
                      "<transaction><transaction-type code='2'/><value>10000000000000000</value>"
                      "<recipient-country code='FJ'/></transaction>");
    expect_share(&out.records[0], 0, "AFG", 800000, true);
    expect_share(&out.records[0], 1, "FJI", 200000, true);
    forget(&out);
    /* Twice 90 000 000 000 000 000.00 does not fit and counts as 2^63 - 1 hundredths, beside
     * 3 * 10^18: Python fractions give 0.754569 and 0.245431. */
    out = read_elements("<transaction><transaction-type code='2'/><value>90000000000000000</value>"
                        "<recipient-country code='AF'/></transaction>"
                        "<transaction><transaction-type code='2'/><value>90000000000000000</value>"
                        "<recipient-country code='AF'/></transaction>"
                        "<transaction><transaction-type code='2'/><value>30000000000000000</value>"
                        "<recipient-country code='FJ'/></transaction>");
    expect_share(&out.records[0], 0, "AFG", 754569, true);
    expect_share(&out.records[0], 1, "FJI", 245431, true);
    forget(&out);
}
END_TEST

START_TEST(the_default_country_fills_in)
{
    sel_str xml = SEL_STR("<iati-activities version='2.03'><iati-activity>"
                          "<iati-identifier>a</iati-identifier><reporting-org ref='R'/>"
                          "</iati-activity></iati-activities>");
    outcome out =
        read_with(xml, (sel_iati_options){.default_country = "FJI", .register_name = "mine"});
    expect_share(&out.records[0], 0, "FJI", SEL_PPM, false);
    ck_assert(has_rule(&out.records[0], "recipient", "default-country"));
    ck_assert_uint_eq(times(&out, "N_PLACE_DEFAULT", "recipient-country"), 1);
    expect_text(out.records[0].register_name, "mine");
    forget(&out);
    out = read_with(xml, (sel_iati_options){.default_country = "Atlantis"});
    ck_assert_int_eq(out.status, SEL_USAGE);
    forget(&out);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {stated_percentages_are_kept,
                            thirds_are_rounded_and_wrong_sums_normalised,
                            missing_percentages_are_equal_parts,
                            unknown_countries_leave_their_share_unstated,
                            vocabularies_of_regions_are_not_mixed,
                            transactions_tell_the_place_when_the_activity_does_not,
                            huge_values_still_make_shares,
                            the_default_country_fills_in,
                            NULL};
    return run_tests("iati_recipients", tests);
}
