/* Versions 1.* and 2.*: the same facts written in both give the same record, and every code of the
 * lists that changed is known. Codes: the lists of 1.05 and 2.03 at iatistandard.org. */
#include "iati_fixture.h"
#include "input/iati_version1.h"

static outcome read_version(const char *version, const char *elements)
{
    sel_arena *scratch = sel_arena_create();
    sel_str xml = sel_str_printf(
        scratch,
        "<iati-activities version='%s'><iati-activity xml:lang='en' default-currency='EUR'>"
        "<iati-identifier>GB-1-X</iati-identifier>%s</iati-activity></iati-activities>",
        version, elements);
    outcome out = read_with(xml, (sel_iati_options){0});
    sel_arena_destroy(scratch);
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_uint_eq(out.record_count, 1);
    return out;
}

static const char in_1[] =
    "<reporting-org ref='GB-1' type='10'>Reporter</reporting-org>"
    "<title>Title</title><title xml:lang='fr'>Titre</title>"
    "<description type='1' xml:lang='FR'>Texte</description>"
    "<description type='1' xml:lang='EN'>Text</description>"
    "<description type='2'>Goals</description>"
    "<participating-org role='Funding' ref='A' type='10' xml:lang='fr'>Argent</participating-org>"
    "<participating-org role='Funding' ref='A' type='10' xml:lang='en'>Money</participating-org>"
    "<participating-org role='ACCOUNTABLE' ref='B'>Account</participating-org>"
    "<participating-org role='extending' ref='C'>Extend</participating-org>"
    "<participating-org role='Implementing' ref='D'>Do</participating-org>"
    "<activity-status>Implementation</activity-status>"
    "<activity-date type='start-planned' iso-date='2020-01-01'/>"
    "<activity-date type='Start-Actual' iso-date='2020-02-01'>1 February</activity-date>"
    "<activity-date type='end-planned'>2022-12-31</activity-date>"
    "<recipient-country code='FJ' percentage='75'>Fiji</recipient-country>"
    "<recipient-region code='889' percentage='25'/>"
    "<sector vocabulary='DAC' code='22040' percentage='40'>ICT</sector>"
    "<sector vocabulary='DAC' code='15130' percentage='60'>Law</sector>"
    "<sector vocabulary='RO' code='CY'>Cyber</sector>"
    "<default-tied-status>Untied</default-tied-status>"
    "<transaction><transaction-type code='C'/><value>300</value></transaction>"
    "<transaction><transaction-type>Commitment</transaction-type><value>50</value></transaction>"
    "<transaction><transaction-type code='D'/><value>7</value></transaction>"
    "<conditions attached='1'><condition type='1'>Pass the law</condition></conditions>";

static const char in_2[] =
    "<reporting-org ref='GB-1' type='10'><narrative>Reporter</narrative></reporting-org>"
    "<title><narrative>Title</narrative><narrative xml:lang='fr'>Titre</narrative></title>"
    "<description type='1'><narrative xml:lang='fr'>Texte</narrative>"
    "<narrative>Text</narrative></description>"
    "<description type='2'><narrative>Goals</narrative></description>"
    "<participating-org role='1' ref='A' type='10'><narrative xml:lang='fr'>Argent</narrative>"
    "<narrative>Money</narrative></participating-org>"
    "<participating-org role='2' ref='B'><narrative>Account</narrative></participating-org>"
    "<participating-org role='3' ref='C'><narrative>Extend</narrative></participating-org>"
    "<participating-org role='4' ref='D'><narrative>Do</narrative></participating-org>"
    "<activity-status code='2'/>"
    "<activity-date type='1' iso-date='2020-01-01'/>"
    "<activity-date type='2' iso-date='2020-02-01'/>"
    "<activity-date type='3' iso-date='2022-12-31'/>"
    "<recipient-country code='FJ' percentage='75.0'/>"
    "<recipient-region code='889' percentage='25.0' vocabulary='1'/>"
    "<sector vocabulary='1' code='22040' percentage='40.0'><narrative>ICT</narrative></sector>"
    "<sector code='15130' percentage='60.0'><narrative>Law</narrative></sector>"
    "<sector vocabulary='99' code='CY'><narrative>Cyber</narrative></sector>"
    "<default-tied-status code='5'/>"
    "<transaction><transaction-type code='2'/><value>300</value></transaction>"
    "<transaction><transaction-type code='2'/><value>50</value></transaction>"
    "<transaction><transaction-type code='3'/><value>7</value></transaction>"
    "<conditions attached='1'><condition type='1'><narrative>Pass the law</narrative></condition>"
    "</conditions>";

static void expect_same_text(sel_str a, sel_str b)
{
    ck_assert_msg(sel_str_equal(a, b), "'%.*s' and '%.*s'", SEL_STR_ARG(a), SEL_STR_ARG(b));
}

static void expect_same_lists(const sel_programme *a, const sel_programme *b)
{
    ck_assert_uint_eq(a->party_count, b->party_count);
    for (uint32_t i = 0; i < a->party_count; i++) {
        expect_same_text(a->parties[i].name, b->parties[i].name);
        expect_same_text(a->parties[i].ref, b->parties[i].ref);
        ck_assert_int_eq(a->parties[i].role, b->parties[i].role);
        ck_assert_int_eq(a->parties[i].kind, b->parties[i].kind);
    }
    ck_assert_uint_eq(a->recipient_count, b->recipient_count);
    for (uint32_t i = 0; i < a->recipient_count; i++) {
        expect_same_text(a->recipients[i].code, b->recipients[i].code);
        ck_assert_uint_eq(a->recipients[i].ppm, b->recipients[i].ppm);
    }
    ck_assert_uint_eq(a->sector_count, b->sector_count);
    for (uint32_t i = 0; i < a->sector_count; i++) {
        expect_same_text(a->sectors[i].vocabulary, b->sectors[i].vocabulary);
        expect_same_text(a->sectors[i].code, b->sectors[i].code);
        expect_same_text(a->sectors[i].name, b->sectors[i].name);
        ck_assert_uint_eq(a->sectors[i].ppm, b->sectors[i].ppm);
    }
}

static void expect_same(const sel_programme *a, const sel_programme *b)
{
    expect_same_text(a->title, b->title);
    expect_same_text(a->description, b->description);
    expect_same_text(a->theme, b->theme);
    expect_same_text(a->note, b->note);
    ck_assert_int_eq(a->status, b->status);
    ck_assert_int_eq(a->start.earliest, b->start.earliest);
    ck_assert_int_eq(a->end.latest, b->end.latest);
    ck_assert_int_eq(a->tied, b->tied);
    ck_assert_int_eq(a->conditions, b->conditions);
    ck_assert_int_eq(a->money.low, b->money.low);
    expect_same_lists(a, b);
}

START_TEST(both_versions_say_the_same)
{
    outcome one = read_version("1.05", in_1);
    outcome two = read_version("2.03", in_2);
    ck_assert_uint_eq(one.issues.group_count, 0);
    ck_assert_uint_eq(two.issues.group_count, 0);
    expect_same(&one.records[0], &two.records[0]);
    expect_text(one.records[0].description, "Text\nGoals");
    expect_text(one.records[0].parties[0].name, "Money");
    expect_text(one.records[0].theme, "Cyber");
    expect_text(one.records[0].note, "Pass the law");
    ck_assert_uint_eq(one.records[0].party_count, 5);
    ck_assert_int_eq(one.records[0].start.earliest, sel_day_of(2020, 2, 1));
    ck_assert_int_eq(one.records[0].money.low, 35000);
    ck_assert_int_eq(one.records[0].tied, SEL_TIED_UNTIED);
    forget(&one);
    forget(&two);
}
END_TEST

/* A wrong version changes what is said about the file, not what is read. */
START_TEST(a_wrong_version_changes_nothing_that_is_read)
{
    static const char *const versions[] = {"1.0", "", "TEXT", "2.03", "1.01"};
    outcome right = read_version("1.05", in_1);
    for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++) {
        outcome out = read_version(versions[i], in_1);
        bool unknown = i < 3;
        expect_same(&out.records[0], &right.records[0]);
        ck_assert_uint_eq(times(&out, "W_VERSION_UNKNOWN", "iati-activities"), unknown);
        ck_assert_uint_eq(times(&out, "N_VERSION_MIXED", "participating-org"), i == 3 ? 4 : 0);
        ck_assert_uint_eq(times(&out, "N_VERSION_MIXED", "activity-date"), i == 3 ? 3 : 0);
        forget(&out);
    }
    forget(&right);
    outcome out = read_version("1.03", in_2);
    ck_assert_uint_eq(times(&out, "N_VERSION_MIXED", "transaction-type"), 3);
    ck_assert_uint_eq(times(&out, "N_VERSION_MIXED", "sector"), 2);
    ck_assert_uint_eq(times(&out, "N_VERSION_MIXED", "activity-status"), 0);
    forget(&out);
}
END_TEST

START_TEST(the_eight_versions)
{
    static const char *const known[] = {"1.01", "1.02", "1.03", "1.04",
                                        "1.05", "2.01", "2.02", "2.03"};
    static const char *const unknown[] = {"", "1", "1.0", "1.00", "1.06", "2.04", "2.1", "3.01"};
    for (size_t i = 0; i < 8; i++) {
        ck_assert_int_eq(sel_iati_version(sel_str_of(known[i])), i < 5 ? 1 : 2);
        ck_assert_int_eq(sel_iati_version(sel_str_of(unknown[i])), 0);
    }
}
END_TEST

START_TEST(every_code_of_both_versions)
{
    static const struct {
        sel_iati_list list;
        const char *written;
        const char *code;
        int version;
    } codes[] = {
        {SEL_IATI_TRANSACTION_TYPE, "IF", "1", 1},
        {SEL_IATI_TRANSACTION_TYPE, "C", "2", 1},
        {SEL_IATI_TRANSACTION_TYPE, "d", "3", 1},
        {SEL_IATI_TRANSACTION_TYPE, "E", "4", 1},
        {SEL_IATI_TRANSACTION_TYPE, "IR", "5", 1},
        {SEL_IATI_TRANSACTION_TYPE, "LR", "6", 1},
        {SEL_IATI_TRANSACTION_TYPE, "R", "7", 1},
        {SEL_IATI_TRANSACTION_TYPE, "QP", "8", 1},
        {SEL_IATI_TRANSACTION_TYPE, "QS", "9", 1},
        {SEL_IATI_TRANSACTION_TYPE, "CG", "10", 1},
        {SEL_IATI_TRANSACTION_TYPE, "11", "11", 2},
        {SEL_IATI_TRANSACTION_TYPE, "13", "13", 2},
        {SEL_IATI_TRANSACTION_TYPE, "14", "", 0},
        {SEL_IATI_TRANSACTION_TYPE, "", "", 0},
        {SEL_IATI_SECTOR_VOCABULARY, "DAC-3", "2", 1},
        {SEL_IATI_SECTOR_VOCABULARY, "ro", "99", 1},
        {SEL_IATI_SECTOR_VOCABULARY, "RO2", "98", 1},
        {SEL_IATI_SECTOR_VOCABULARY, "WB", "WB", 1},
        {SEL_IATI_SECTOR_VOCABULARY, "12", "12", 2},
        {SEL_IATI_SECTOR_VOCABULARY, "13", "", 0},
        {SEL_IATI_STATUS, "6", "6", 0},
        {SEL_IATI_STATUS, "Post-completion", "4", 1},
        {SEL_IATI_STATUS, "7", "", 0},
        {SEL_IATI_BUDGET_TYPE, "Revised", "2", 1},
        {SEL_IATI_BUDGET_TYPE, "1", "1", 0},
        {SEL_IATI_TIED, "Partially tied", "3", 1},
        {SEL_IATI_DATE_TYPE, "end-actual", "4", 1},
        {SEL_IATI_DATE_TYPE, "end", "", 0},
        {SEL_IATI_ROLE, "4", "4", 2},
        {SEL_IATI_ROLE, "0", "", 0},
    };
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        sel_str written = sel_str_of(codes[i].written);
        expect_text(sel_iati_code_of(codes[i].list, written), codes[i].code);
        ck_assert_msg(sel_iati_version_of_code(codes[i].list, written) == codes[i].version, "%s",
                      codes[i].written);
    }
}
END_TEST

START_TEST(other_identifiers_of_1_count_when_they_are_whole)
{
    outcome out =
        read_version("1.05", "<reporting-org ref='GB-1'>R</reporting-org>"
                             "<other-identifier owner-ref='SE-6'>SE-6-77</other-identifier>"
                             "<other-identifier owner-ref='GB-1'>105838-1</other-identifier>"
                             "<other-identifier owner-ref='GB-1'>GB-1</other-identifier>"
                             "<other-identifier>12</other-identifier>");
    ck_assert_uint_eq(out.records[0].link_count, 1);
    expect_text(out.records[0].links[0].other, "SE-6-77");
    ck_assert_int_eq(out.records[0].links[0].kind, SEL_LINK_SAME);
    forget(&out);
}
END_TEST

START_TEST(words_of_budgets_replace_one_another)
{
    outcome out =
        read_version("1.02", "<reporting-org ref='GB-1'>R</reporting-org>"
                             "<budget type='Original'><period-start iso-date='2011-04-01'/>"
                             "<period-end iso-date='2012-03-31'/><value>100</value></budget>"
                             "<budget type='Revised'><period-start iso-date='2011-04-01'/>"
                             "<period-end iso-date='2012-03-31'/><value>80</value></budget>");
    ck_assert_int_eq(out.records[0].money.low, 8000);
    ck_assert(has_rule(&out.records[0], "amount", "revised-budgets"));
    forget(&out);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {both_versions_say_the_same,
                            a_wrong_version_changes_nothing_that_is_read,
                            the_eight_versions,
                            every_code_of_both_versions,
                            other_identifiers_of_1_count_when_they_are_whole,
                            words_of_budgets_replace_one_another,
                            NULL};
    return run_tests("iati_versions", tests);
}
