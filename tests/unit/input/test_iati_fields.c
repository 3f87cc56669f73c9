/* One activity's fields but for recipients, sectors and money: what is taken from each element, and
 * what is said of each fault. */
#include "base/text.h"
#include "iati_fixture.h"

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
    out = read_file_text("<iati-activities version='2.03' xml:lang='FR'>"
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
        "<participating-org role='Payer' ref='X &amp; Y'/>"
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
        ck_assert_uint_eq(times(&out, "N_REPORTER_SECONDARY", "reporting-org"),
                          1 - cases[i].parties);
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
    ck_assert_uint_eq(out.records[0].level, 2);
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
    out = read_file_text("<iati-activities version='2.03' generated-datetime='2020-06-30'>"
                         "<iati-activity><iati-identifier>a</iati-identifier>"
                         "<reporting-org ref='R'/><activity-date type='4' iso-date='2021-01-01'/>"
                         "</iati-activity></iati-activities>");
    ck_assert_uint_eq(times(&out, "W_DATE_FUTURE", "activity-date"), 1);
    ck_assert(!out.records[0].last_updated.known);
    forget(&out);
}
END_TEST

START_TEST(own_sectors_tags_and_markers_make_the_theme)
{
    outcome out = read_elements(
        "<sector code='22040' percentage='50'><narrative>ICT</narrative></sector>"
        "<sector vocabulary='1' code='15130' percentage='40'/>"
        "<sector vocabulary='99' code='CY' percentage='100'><narrative>Cyber</narrative></sector>"
        "<sector vocabulary='98'/>"
        "<tag vocabulary='99' code='1'><narrative>Incident response</narrative></tag>"
        "<policy-marker vocabulary='99' significance='1'><narrative>Digital</narrative>"
        "</policy-marker><policy-marker vocabulary='99' significance='0'><narrative>Not this"
        "</narrative></policy-marker><policy-marker vocabulary='1' significance='2'><narrative>"
        "Gender</narrative></policy-marker>"
        "<transaction><sector vocabulary='99' code='CY'><narrative>Cyber</narrative></sector>"
        "</transaction>");
    expect_text(out.records[0].theme, "Cyber; Incident response; Digital");
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
    outcome out = read_elements("<conditions attached='1'><condition type='1'><narrative>Sign the"
                                " treaty</narrative></condition><condition type='3'>Audit"
                                "</condition><condition type='2'/></conditions>");
    expect_text(out.records[0].note, "Sign the treaty\nAudit");
    ck_assert_int_eq(out.records[0].condition_classes, 0);
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
                            own_sectors_tags_and_markers_make_the_theme,
                            tied_status_by_default_or_by_transaction,
                            conditions_absent_none_and_some,
                            lists_are_bounded,
                            codes_may_be_missing,
                            findings_show_the_beginning_of_long_texts,
                            elements_may_stand_in_any_order_and_carry_strangers,
                            NULL};
    return run_tests("iati_fields", tests);
}
