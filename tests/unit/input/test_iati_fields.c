/* One activity's fields: what is taken from each element, and what is said of each fault. */
#include "base/text.h"
#include "iati_fixture.h"

static void expect_share(const sel_programme *record, uint32_t i, const char *code, uint32_t ppm,
                         bool stated)
{
    ck_assert_uint_lt(i, record->recipient_count);
    expect_text(record->recipients[i].code, code);
    ck_assert_uint_eq(record->recipients[i].ppm, ppm);
    ck_assert_int_eq(record->recipients[i].stated, stated);
}

START_TEST(narratives_prefer_the_own_language_then_english)
{
    outcome out = read_elements("<title><narrative xml:lang='fr'>Un</narrative>"
                                "<narrative xml:lang='EN'> One\n two </narrative></title>"
                                "<description type='2'><narrative/></description>"
                                "<description><narrative>General</narrative></description>"
                                "<description type='3'>Plain &amp; old</description>");
    expect_text(out.records[0].title, "One two");
    expect_text(out.records[0].language, "en");
    expect_text(out.records[0].description, "General\nPlain & old");
    ck_assert_uint_eq(times(&out, "N_TEXT_EMPTY", "description"), 1);
    forget(&out);
    out = read_file_text("<iati-activities version='2.03' xml:lang='fr'>"
                         "<iati-activity xml:lang='pt'><iati-identifier>a</iati-identifier>"
                         "<reporting-org ref='R'/><title><narrative xml:lang='ar'>A</narrative>"
                         "<narrative xml:lang='en'>B</narrative></title></iati-activity>"
                         "<iati-activity><iati-identifier>b</iati-identifier>"
                         "<reporting-org ref='R'/><title><narrative xml:lang='ar'>A</narrative>"
                         "<narrative>B</narrative></title></iati-activity></iati-activities>");
    expect_text(out.records[0].title, "B");
    expect_text(out.records[0].language, "pt");
    expect_text(out.records[1].title, "B");
    expect_text(out.records[1].language, "fr");
    forget(&out);
}
END_TEST

START_TEST(identifiers_are_trimmed_and_made_when_missing)
{
    outcome out = read_file_text(
        "<iati-activities version='2.02'><iati-activity><iati-identifier>\n\t XX-1 \n"
        "</iati-identifier><iati-identifier>XX-2</iati-identifier><reporting-org ref='XX'/>"
        "</iati-activity><iati-activity><title><narrative>C\xC3\xB4te &amp; Cyber</narrative>"
        "</title><reporting-org><narrative>The Donor</narrative></reporting-org>"
        "<activity-date type='2' iso-date='2020-01-02'/><recipient-country code='FJ'/>"
        "</iati-activity><iati-activity><reporting-org ref='XX'/></iati-activity>"
        "<iati-activity><iati-identifier>XX-4</iati-identifier></iati-activity>"
        "</iati-activities>");
    ck_assert_uint_eq(out.record_count, 2);
    expect_text(out.records[0].id, "XX-1");
    ck_assert_uint_eq(times(&out, "W_REPEATED", "iati-identifier"), 1);
    /* printf 'cote cyber\nthe donor\n18263\nFJI' | sha256sum (GNU coreutils) */
    expect_text(out.records[1].id, "a156fbd5090e64ce");
    expect_text(out.records[1].register_name, "the donor");
    ck_assert_uint_eq(times(&out, "N_ID_MADE", "iati-identifier"), 1);
    ck_assert_uint_eq(times(&out, "E_RECORD_EMPTY", "iati-identifier"), 1);
    ck_assert_uint_eq(times(&out, "E_NO_REGISTER", "reporting-org"), 1);
    ck_assert_uint_eq(out.counts.seen, 4);
    ck_assert_uint_eq(out.counts.taken, 2);
    ck_assert_uint_eq(out.counts.refused, 2);
    forget(&out);
}
END_TEST

START_TEST(parties_keep_their_roles)
{
    outcome out = read_elements(
        "<participating-org role='1' ref='XM-DAC-5-2' type='10' activity-id='DE-1-7'>"
        "<narrative>BMZ</narrative></participating-org>"
        "<participating-org role='4' type='12'><narrative>Team</narrative></participating-org>"
        "<participating-org role='Funding' ref='X &amp; Y'/>"
        "<participating-org role='2'><narrative/></participating-org>"
        "<transaction><transaction-type code='1'/><provider-org ref='P'/></transaction>");
    const sel_programme *record = &out.records[0];
    ck_assert_uint_eq(record->party_count, 4);
    expect_text(record->parties[0].name, "BMZ");
    expect_text(record->parties[0].ref, "XM-DAC-5-2");
    expect_text(record->parties[0].activity_id, "DE-1-7");
    ck_assert_int_eq(record->parties[0].role, SEL_ROLE_FUNDING);
    ck_assert_int_eq(record->parties[0].kind, 10);
    ck_assert_int_eq(record->parties[0].ladder, SEL_UNKNOWN);
    ck_assert_int_eq(record->parties[1].role, SEL_ROLE_IMPLEMENTING);
    ck_assert_int_eq(record->parties[1].kind, 0);
    ck_assert_int_eq(record->parties[2].role, SEL_ROLE_UNKNOWN);
    expect_text(record->parties[2].ref, "X & Y");
    ck_assert_int_eq(record->parties[3].role, SEL_ROLE_REPORTING);
    ck_assert_uint_eq(times(&out, "W_ROLE_UNKNOWN", "participating-org"), 1);
    ck_assert_uint_eq(times(&out, "W_PARTY_EMPTY", "participating-org"), 1);
    ck_assert_uint_eq(times(&out, "N_ORGANISATION_TYPE", "participating-org"), 1);
    forget(&out);
}
END_TEST

START_TEST(secondary_reporters_are_no_donors)
{
    static const struct {
        const char *value;
        uint32_t parties;
    } cases[] = {{"1", 0}, {"true", 0}, {"0", 1}, {"", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char xml[300];
        snprintf(xml, sizeof xml,
                 "<iati-activities version='2.03'><iati-activity><iati-identifier>a"
                 "</iati-identifier><reporting-org ref='R' secondary-reporter='%s'/>"
                 "</iati-activity></iati-activities>",
                 cases[i].value);
        outcome out = read_file_text(xml);
        ck_assert_uint_eq(out.records[0].party_count, cases[i].parties);
        expect_text(out.records[0].register_name, "R");
        forget(&out);
    }
}
END_TEST

START_TEST(providers_fund_when_nobody_is_said_to)
{
    const char *transactions =
        "<transaction><transaction-type code='1'/><provider-org ref='P'>"
        "<narrative>Payer</narrative></provider-org></transaction>"
        "<transaction><transaction-type code='11'/><provider-org ref='P'/></transaction>"
        "<transaction><transaction-type code='3'/><provider-org ref='Q'/></transaction>";
    outcome out = read_elements(transactions);
    ck_assert_uint_eq(out.records[0].party_count, 2);
    expect_text(out.records[0].parties[0].name, "Payer");
    ck_assert_int_eq(out.records[0].parties[0].role, SEL_ROLE_FUNDING);
    ck_assert(has_rule(&out.records[0], "funder", "provider-of-transaction"));
    forget(&out);
}
END_TEST

START_TEST(links_of_every_kind)
{
    outcome out = read_elements(
        "<related-activity ref='A' type='1'/><related-activity ref='B' type='2'/>"
        "<related-activity ref='C' type='3'/><related-activity ref='D' type='4'/>"
        "<related-activity ref='E' type='5'/><related-activity ref='F' type='9'/>"
        "<related-activity type='1'/><related-activity ref='GB-1-X' type='1'/>"
        "<related-activity ref='A' type='1'/>"
        "<participating-org role='1' ref='P' activity-id='G'/>"
        "<participating-org role='4' ref='P' activity-id='K'/>"
        "<participating-org role='2' ref='P' activity-id='L'/>"
        "<other-identifier ref='H' type='A3'/><other-identifier ref='12' type='A1'/>"
        "<transaction><provider-org provider-activity-id='GB-1-X'/>"
        "<receiver-org receiver-activity-id=' I '/></transaction>"
        "<planned-disbursement><provider-org provider-activity-id='J'/></planned-disbursement>");
    static const struct {
        const char *other;
        sel_link_kind kind;
    } expected[] = {{"A", SEL_LINK_PARENT},     {"B", SEL_LINK_CHILD},   {"C", SEL_LINK_SIBLING},
                    {"D", SEL_LINK_COFUNDED},   {"E", SEL_LINK_SAME},    {"G", SEL_LINK_UPSTREAM},
                    {"K", SEL_LINK_DOWNSTREAM}, {"L", SEL_LINK_CHAIN},   {"H", SEL_LINK_SAME},
                    {"I", SEL_LINK_DOWNSTREAM}, {"J", SEL_LINK_UPSTREAM}};
    ck_assert_uint_eq(out.records[0].link_count, sizeof expected / sizeof expected[0]);
    for (uint32_t i = 0; i < out.records[0].link_count; i++) {
        expect_text(out.records[0].links[i].other, expected[i].other);
        ck_assert_int_eq(out.records[0].links[i].kind, expected[i].kind);
    }
    ck_assert_uint_eq(times(&out, "W_RELATED_UNREAD", "related-activity"), 2);
    ck_assert_uint_eq(times(&out, "N_LINK_SELF", "related-activity"), 1);
    forget(&out);
}
END_TEST

START_TEST(parts_without_a_whole_are_noted)
{
    const char *file = "<iati-activities version='2.03'><iati-activity hierarchy='2'>"
                       "<iati-identifier>a</iati-identifier><reporting-org ref='R'/>%s"
                       "</iati-activity></iati-activities>";
    char xml[512];
    snprintf(xml, sizeof xml, file, "");
    outcome out = read_file_text(xml);
    ck_assert_uint_eq(times(&out, "N_HIERARCHY_ALONE", "iati-activity"), 1);
    forget(&out);
    snprintf(xml, sizeof xml, file, "<related-activity ref='P' type='1'/>");
    out = read_file_text(xml);
    ck_assert_uint_eq(times(&out, "N_HIERARCHY_ALONE", "iati-activity"), 0);
    forget(&out);
}
END_TEST

START_TEST(actual_dates_before_planned_ones)
{
    outcome out = read_elements("<activity-status code='2'/>"
                                "<activity-date type='1' iso-date='2020-01-01'/>"
                                "<activity-date type='3' iso-date='2022-12-31Z'/>"
                                "<activity-date type='2' iso-date='2020-03-15'/>"
                                "<activity-date type='2' iso-date='2020-03-16'/>"
                                "<activity-date type='7' iso-date='2020-03-16'/>");
    const sel_programme *record = &out.records[0];
    ck_assert_int_eq(record->status, SEL_STATUS_RUNNING);
    ck_assert_int_eq(record->start.earliest, sel_day_of(2020, 3, 15));
    ck_assert_int_eq(record->end.latest, sel_day_of(2022, 12, 31));
    ck_assert(has_rule(record, "end", "planned"));
    ck_assert(!has_rule(record, "start", "planned"));
    ck_assert_uint_eq(times(&out, "W_REPEATED", "activity-date"), 1);
    ck_assert_uint_eq(times(&out, "W_DATE_TYPE", "activity-date"), 1);
    ck_assert(!record->decided.known);
    forget(&out);
}
END_TEST

START_TEST(dates_that_cannot_be_are_reported)
{
    outcome out = read_elements("<activity-status code='9'/>"
                                "<activity-date type='2' iso-date='2021-06-01'/>"
                                "<activity-date type='4' iso-date='2020'/>"
                                "<activity-date type='1' iso-date='soon'/>");
    const sel_programme *record = &out.records[0];
    ck_assert(record->start.known);
    ck_assert(!record->end.known);
    ck_assert_uint_eq(times(&out, "W_DATES_REVERSED", "activity-date"), 1);
    ck_assert_uint_eq(times(&out, "W_DATE_UNREAD", "activity-date"), 1);
    ck_assert_uint_eq(times(&out, "W_STATUS_UNKNOWN", "activity-status"), 1);
    ck_assert_int_eq(record->status, SEL_STATUS_UNKNOWN);
    ck_assert(has_rule(record, "end", "dropped-before-start"));
    ck_assert(has_rule(record, "end", "imprecise-date"));
    forget(&out);
    out = read_elements("");
    ck_assert_uint_eq(times(&out, "W_NO_DATES", "activity-date"), 1);
    ck_assert_uint_eq(times(&out, "W_NO_STATUS", "activity-status"), 1);
    ck_assert_uint_eq(times(&out, "W_TITLE_MISSING", "title"), 1);
    ck_assert_uint_eq(times(&out, "W_NO_PLACE", "recipient-country"), 1);
    forget(&out);
}
END_TEST

START_TEST(the_last_update_contradicts_status_and_dates)
{
    const char *xml = "<iati-activities version='2.03'>"
                      "<iati-activity last-updated-datetime='30 June'><iati-identifier>b"
                      "</iati-identifier><reporting-org ref='R'/></iati-activity>"
                      "<iati-activity last-updated-datetime='2020-06-30T10:00:00+00:00'>"
                      "<iati-identifier>a</iati-identifier><reporting-org ref='R'/>"
                      "<activity-status code='1'/><activity-date type='2' iso-date='2020-01-01'/>"
                      "<activity-date type='4' iso-date='2021-01-01'/></iati-activity>"
                      "</iati-activities>";
    outcome out = read_file_text(xml);
    ck_assert(!out.records[0].last_updated.known);
    ck_assert_uint_eq(times(&out, "W_DATE_UNREAD", "iati-activity"), 1);
    ck_assert_int_eq(out.records[1].last_updated.earliest, sel_day_of(2020, 6, 30));
    ck_assert_uint_eq(times(&out, "W_DATE_FUTURE", "activity-date"), 1);
    ck_assert_uint_eq(times(&out, "W_STATUS_DATES", "activity-status"), 1);
    forget(&out);
}
END_TEST

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
    expect_text(out.records[0].register_name, "mine");
    forget(&out);
    out = read_with(xml, (sel_iati_options){.default_country = "Atlantis"});
    ck_assert_int_eq(out.status, SEL_USAGE);
    forget(&out);
}
END_TEST

START_TEST(own_sectors_and_tags_make_the_theme)
{
    outcome out = read_elements(
        "<sector code='22040' percentage='50'><narrative>ICT</narrative></sector>"
        "<sector vocabulary='1' code='15130' percentage='40'/>"
        "<sector vocabulary='99' code='CY' percentage='100'><narrative>Cyber</narrative></sector>"
        "<sector vocabulary='98'/>"
        "<tag vocabulary='99' code='1'><narrative>Incident response</narrative></tag>"
        "<transaction><sector vocabulary='99' code='CY'><narrative>Cyber</narrative></sector>"
        "</transaction>");
    expect_text(out.records[0].theme, "Cyber; Incident response");
    ck_assert_uint_eq(times(&out, "W_PERCENT_SUM", "sector"), 1);
    ck_assert_uint_eq(times(&out, "W_SECTOR_CODE", "sector"), 1);
    forget(&out);
}
END_TEST

START_TEST(tied_status_by_default_or_by_transaction)
{
    static const struct {
        const char *elements;
        sel_tied tied;
    } cases[] = {
        {"", SEL_TIED_UNKNOWN},
        {"<default-tied-status code='5'/>", SEL_TIED_UNTIED},
        {"<default-tied-status code='3'/><transaction/>", SEL_TIED_PARTIALLY},
        {"<default-tied-status code='x'/>", SEL_TIED_UNKNOWN},
        {"<transaction><tied-status code='4'/></transaction>", SEL_TIED_TIED},
        {"<default-tied-status code='5'/><transaction/><transaction><tied-status code='4'/>"
         "</transaction>",
         SEL_TIED_PARTIALLY},
        {"<default-tied-status code='5'/><transaction><tied-status code='4'/></transaction>",
         SEL_TIED_TIED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        outcome out = read_elements(cases[i].elements);
        ck_assert_msg(out.records[0].tied == cases[i].tied, "%s: %d", cases[i].elements,
                      (int)out.records[0].tied);
        forget(&out);
    }
}
END_TEST

START_TEST(conditions_absent_none_and_some)
{
    static const struct {
        const char *elements;
        sel_conditions_said said;
        uint64_t findings;
    } cases[] = {
        {"", SEL_CONDITIONS_UNKNOWN, 0},
        {"<conditions attached='0'/>", SEL_CONDITIONS_NONE, 0},
        {"<conditions attached='false'/>", SEL_CONDITIONS_NONE, 0},
        {"<conditions attached='1'/>", SEL_CONDITIONS_SOME, 0},
        {"<conditions><condition type='1'/></conditions>", SEL_CONDITIONS_SOME, 0},
        {"<conditions attached='0'><condition type='1'/></conditions>", SEL_CONDITIONS_UNKNOWN, 1},
        {"<conditions/>", SEL_CONDITIONS_UNKNOWN, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        outcome out = read_elements(cases[i].elements);
        ck_assert_msg(out.records[0].conditions == cases[i].said, "%s", cases[i].elements);
        ck_assert_uint_eq(times(&out, "W_CONDITIONS_CONTRADICT", "conditions") +
                              times(&out, "W_CONDITIONS_UNREAD", "conditions"),
                          cases[i].findings);
        ck_assert_int_eq(out.records[0].condition_classes, 0);
        forget(&out);
    }
}
END_TEST

/* Periods of budgets. */
#define IN_2020 "<period-start iso-date='2020-01-01'/><period-end iso-date='2020-12-31'/>"
#define IN_2021 "<period-start iso-date='2021-01-01'/><period-end iso-date='2021-12-31'/>"

static void expect_money(const char *elements, int64_t low, int64_t high, const char *currency)
{
    outcome out = read_elements(elements);
    const sel_money *money = &out.records[0].money;
    ck_assert_msg(money->known == (currency[0] != '\0'), "%s", elements);
    ck_assert_int_eq(money->low, low);
    ck_assert_int_eq(money->high, high);
    ck_assert_str_eq(money->currency, currency);
    forget(&out);
}

START_TEST(money_from_budgets)
{
    expect_money("<budget>" IN_2020 "<value>1000.50</value></budget>"
                 "<budget>" IN_2021 "<value currency='EUR'>2000</value></budget>"
                 "<transaction><transaction-type "
                 "code='2'/><value>7</value></transaction>",
                 300050, 300050, "EUR");
    expect_money("<budget type='1'>" IN_2020 "<value>1000</value></budget>"
                 "<budget type='2'>" IN_2020 "<value>1500</value></budget>"
                 "<budget type='1'>" IN_2021 "<value>100</value></budget>",
                 160000, 160000, "EUR");
    expect_money("<budget><value>10.005</value></budget><budget><value>-1.001</value></budget>",
                 1000 - 101, 1001 - 100, "EUR");
    expect_money("<budget><value>3000000000000</value></budget>", 300000000000000, 300000000000000,
                 "EUR");
}
END_TEST

START_TEST(money_from_commitments)
{
    expect_money("<transaction><transaction-type code='2'/><value>70</value></transaction>"
                 "<transaction><transaction-type code='2'/><value>-20</value></transaction>"
                 "<transaction><transaction-type code='11'/><value>9</value></transaction>"
                 "<transaction><transaction-type code='3'/><value>5</value></transaction>",
                 5000, 5000, "EUR");
    expect_money("<transaction><transaction-type code='11'/><value currency='USD'>9</value>"
                 "</transaction>",
                 900, 900, "USD");
    expect_money("<transaction><transaction-type code='3'/><value>5</value></transaction>", 0, 0,
                 "");
}
END_TEST

static void expect_no_money(const char *elements, const char *code, const char *element)
{
    outcome out = read_elements(elements);
    ck_assert_msg(!out.records[0].money.known, "%s", elements);
    ck_assert_msg(times(&out, code, element) == 1, "%s: %s", elements, code);
    forget(&out);
}

START_TEST(money_that_cannot_be_used)
{
    expect_no_money("<budget><value>1</value></budget><budget><value currency='USD'>2</value>"
                    "</budget>",
                    "W_CURRENCIES_SEVERAL", "value");
    expect_no_money("<budget><value>1,000</value></budget>", "W_AMOUNT_UNREAD", "value");
    expect_no_money("<budget><value>1e3</value></budget>", "W_AMOUNT_UNREAD", "value");
    expect_no_money("<budget><value>nan</value></budget>", "W_AMOUNT_UNREAD", "value");
    expect_no_money("<budget/>", "W_AMOUNT_UNREAD", "budget");
    expect_no_money("<budget><value currency='Euro'>1</value></budget>", "W_CURRENCY_UNKNOWN",
                    "value");
    expect_no_money("<budget><value>-5</value></budget>", "W_AMOUNT_NEGATIVE", "value");
    expect_no_money("<budget><value>0</value></budget>", "N_AMOUNT_ZERO", "value");
    expect_no_money("<budget><value>90000000000000000</value></budget>"
                    "<budget><value>90000000000000000</value></budget>",
                    "W_AMOUNT_UNREAD", "value");
    outcome out = read_file_text(
        "<iati-activities version='2.03'><iati-activity><iati-identifier>a</iati-identifier>"
        "<reporting-org ref='R'/><budget><value>5</value></budget></iati-activity>"
        "</iati-activities>");
    ck_assert_uint_eq(times(&out, "W_CURRENCY_MISSING", "value"), 1);
    expect_text(out.records[0].money.raw, "5 ");
    forget(&out);
}
END_TEST

/* A list of one element more than is kept. */
static outcome read_many(const char *element)
{
    sel_arena *arena = sel_arena_create();
    sel_text all = {.arena = arena};
    for (int i = 0; i < 1001; i++)
        sel_text_printf(&all, element, i);
    outcome out = read_elements(all.bytes);
    sel_arena_destroy(arena);
    return out;
}

START_TEST(lists_are_bounded)
{
    outcome out = read_many("<participating-org role='4' ref='%d'/>");
    ck_assert_uint_eq(out.records[0].party_count, 1000);
    ck_assert_uint_eq(times(&out, "W_TOO_MANY", "participating-org"), 1);
    ck_assert_uint_eq(times(&out, "N_NO_FUNDER", "participating-org"), 1);
    forget(&out);
    out = read_many("<related-activity type='3' ref='%d'/>");
    ck_assert_uint_eq(out.records[0].link_count, 1000);
    ck_assert_uint_eq(times(&out, "W_TOO_MANY", "related-activity"), 1);
    forget(&out);
    out = read_many("<recipient-region code='%d'/>");
    ck_assert_uint_eq(out.records[0].recipient_count, 1000);
    expect_share(&out.records[0], 999, "R:999", 1000, false);
    ck_assert_uint_eq(times(&out, "W_TOO_MANY", "recipient-region"), 1);
    forget(&out);
    out = read_many("<tag vocabulary='99'><narrative>%d</narrative></tag>");
    ck_assert_uint_eq(out.records[0].theme.len, 10 + 40 * 2 + 49 * 2);
    forget(&out);
    out = read_many("<budget><value>%d</value></budget>");
    ck_assert_int_eq(out.records[0].money.low, 50050000);
    expect_text(out.records[0].money.raw, "0 EUR + 1 EUR + 2 EUR + 3 EUR + 4 EUR + 5 EUR + 6 EUR"
                                          " + 7 EUR + ...");
    forget(&out);
}
END_TEST

START_TEST(codes_may_be_missing)
{
    outcome out = read_elements("<recipient-region percentage='50'/>"
                                "<recipient-region percentage='50'>"
                                "<narrative>Pacific</narrative></recipient-region>");
    expect_share(&out.records[0], 0, "R:Pacific", 500000, true);
    ck_assert_uint_eq(times(&out, "W_REGION_UNKNOWN", "recipient-region"), 1);
    forget(&out);
    out = read_elements("<transaction><value>5</value><recipient-country code='FJ'/></transaction>"
                        "<transaction><transaction-type code='1'/>"
                        "<provider-org><narrative>Payer</narrative></provider-org></transaction>"
                        "<transaction><transaction-type code='1'/>"
                        "<provider-org><narrative>PAYER</narrative></provider-org></transaction>"
                        "<transaction><transaction-type code='1'/><provider-org/></transaction>");
    expect_share(&out.records[0], 0, "FJI", SEL_PPM, true);
    ck_assert_uint_eq(out.records[0].party_count, 2);
    forget(&out);
}
END_TEST

START_TEST(findings_show_the_beginning_of_long_texts)
{
    char elements[700] = "<activity-date type='1' iso-date='x";
    size_t n = strlen(elements);
    for (; n < 500; n += 2)
        memcpy(elements + n, "\xC3\xA9", 2);
    snprintf(elements + n, sizeof elements - n, "'/>");
    outcome out = read_elements(elements);
    for (uint32_t i = 0; i < out.issues.group_count; i++) {
        sel_str found = out.issues.groups[i]->places[0].found;
        ck_assert(found.len <= 200 && sel_str_is_utf8(found));
    }
    ck_assert_uint_eq(times(&out, "W_DATE_UNREAD", "activity-date"), 1);
    forget(&out);
}
END_TEST

START_TEST(elements_may_stand_in_any_order_and_carry_strangers)
{
    outcome out =
        read_elements("<x:title xmlns:x='urn:x'>No</x:title><u:title>No</u:title>"
                      "<transaction/><title><narrative>Yes</narrative></title>"
                      "<contact-info><email>a@b</email></contact-info>"
                      "<title2/><result><title><narrative>R</narrative></title></result>");
    expect_text(out.records[0].title, "Yes");
    ck_assert_uint_eq(out.counts.taken, 1);
    forget(&out);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {narratives_prefer_the_own_language_then_english,
                            identifiers_are_trimmed_and_made_when_missing,
                            parties_keep_their_roles,
                            secondary_reporters_are_no_donors,
                            providers_fund_when_nobody_is_said_to,
                            links_of_every_kind,
                            parts_without_a_whole_are_noted,
                            actual_dates_before_planned_ones,
                            dates_that_cannot_be_are_reported,
                            the_last_update_contradicts_status_and_dates,
                            stated_percentages_are_kept,
                            thirds_are_rounded_and_wrong_sums_normalised,
                            missing_percentages_are_equal_parts,
                            unknown_countries_leave_their_share_unstated,
                            vocabularies_of_regions_are_not_mixed,
                            transactions_tell_the_place_when_the_activity_does_not,
                            huge_values_still_make_shares,
                            the_default_country_fills_in,
                            own_sectors_and_tags_make_the_theme,
                            tied_status_by_default_or_by_transaction,
                            conditions_absent_none_and_some,
                            money_from_budgets,
                            money_from_commitments,
                            money_that_cannot_be_used,
                            lists_are_bounded,
                            codes_may_be_missing,
                            findings_show_the_beginning_of_long_texts,
                            elements_may_stand_in_any_order_and_carry_strangers,
                            NULL};
    return run_tests("iati_fields", tests);
}
