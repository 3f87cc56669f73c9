/* The faults that registers are published with, each small, in iati_faults/: every activity is read
 * with exactly the findings of its fault, or the whole file is refused with its place and advice.
 * Lines of refusals are those of xmllint; what else is expected was written down by eye. */
#include "iati_fixture.h"

enum { FINDINGS_MAX = 6 };

static outcome read_fault(const char *name)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/tests/unit/input/iati_faults/%s", SELARAS_SOURCE_DIR, name);
    outcome out = {.arena = sel_arena_create()};
    out.issues.arena = out.arena;
    sel_iati_options options = {0};
    out.status =
        sel_iati_read_file(path, &reference, &options, (sel_programme_sink){keep_record, &out},
                           &out.issues, &out.counts, &out.err);
    return out;
}

/* --- refused as a whole --- */

typedef struct refusal {
    const char *file;
    uint64_t line;
    uint64_t seen;      /* activities before the fault */
    const char *what;   /* part of the message */
    const char *advice; /* another */
} refusal;

static const refusal refusals[] = {
    {"01-truncated.xml", 22, 1, "activities read before it: 1, none is kept",
     "mend this place or get the file again"},
    {"01-ampersand.xml", 20, 1, "activities read before it: 1, none is kept", "get the file again"},
    {"02-page.xml", 0, 0, "a web page", "download the file that the page links to"},
    {"02-spreadsheet.xml", 0, 0, "spreadsheet (XLSX) or ZIP",
     "save a spreadsheet as \"CSV UTF-8\""},
    {"02-document.xml", 0, 0, "a PDF", "get the data file itself"},
    {"03-other-root.xml", 2, 0, "its root is 'programmes'", "get the publisher's activity file"},
    {"03-organisation.xml", 2, 0, "organisation file", "get the activity file"},
    {"06-wrong-encoding.xml", 7, 0, "UTF-8", "get the file again"},
    {"06-nul.xml", 0, 0, "is NUL", "get the file again"},
    {"07-doctype.xml", 2, 0, "DOCTYPE", "must be removed"},
};

static void expect_refusal(const refusal *expected)
{
    outcome out = read_fault(expected->file);
    ck_assert_msg(out.status == SEL_BAD_INPUT, "%s: %s", expected->file,
                  sel_status_name(out.status));
    ck_assert_msg(strstr(out.err.message, expected->what) != NULL, "%s: '%s'", expected->file,
                  out.err.message);
    ck_assert_msg(strstr(out.err.message, expected->advice) != NULL, "%s: '%s'", expected->file,
                  out.err.message);
    ck_assert_msg(strchr(out.err.message, '\n') == NULL, "%s", out.err.message);
    ck_assert_msg(out.err.line == expected->line, "%s: line %d", expected->file, (int)out.err.line);
    ck_assert_uint_eq(out.counts.seen, expected->seen);
    forget(&out);
}

START_TEST(refused_with_its_place_and_what_to_do)
{
    for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++)
        expect_refusal(&refusals[i]);
}
END_TEST

/* --- read, with findings --- */

typedef struct finding {
    const char *code;
    const char *element;
    uint64_t times;
} finding;

typedef struct fault {
    const char *file;
    uint64_t stored;
    finding findings[FINDINGS_MAX];
} fault;

static const fault faults[] = {
    {"00-sound.xml", 1, {{NULL, NULL, 0}}},
    {"04-root-is-activity.xml",
     1,
     {{"N_ROOT_ACTIVITY", "iati-activity", 1}, {"W_VERSION_UNKNOWN", "iati-activity", 1}}},
    {"05-no-version.xml", 1, {{"W_VERSION_UNKNOWN", "iati-activities", 1}}},
    {"05-odd-version.xml", 1, {{"W_VERSION_UNKNOWN", "iati-activities", 1}}},
    {"06-mark-without-declaration.xml", 1, {{NULL, NULL, 0}}},
    {"06-carriage-returns.xml", 1, {{NULL, NULL, 0}}},
    {"07-undeclared-prefix.xml", 1, {{"N_PREFIX_UNDECLARED", "xmlns", 2}}},
    {"07-other-namespace.xml", 1, {{NULL, NULL, 0}}},
    {"08-order.xml", 1, {{NULL, NULL, 0}}},
    {"09-identifiers.xml",
     3,
     {{"N_ID_PADDED", "iati-identifier", 1},
      {"N_ID_MADE", "iati-identifier", 1},
      {"N_ID_CHARACTERS", "iati-identifier", 1}}},
    {"11-dates.xml",
     5,
     {{"W_NO_DATES", "activity-date", 1},
      {"W_DATES_REVERSED", "activity-date", 1},
      {"W_DATE_FUTURE", "activity-date", 1},
      {"N_DATE_IMPRECISE", "activity-date", 1},
      {"W_DATE_UNREAD", "activity-date", 1}}},
    {"12-percentages.xml",
     6,
     {{"W_PERCENT_MISSING", "recipient-country", 2},
      {"N_PERCENT_ZERO", "recipient-country", 1},
      {"N_PERCENT_ROUNDED", "recipient-country", 1},
      {"W_PERCENT_SUM", "recipient-country", 2},
      {"W_PERCENT_UNREAD", "recipient-country", 1}}},
    {"13-in-transactions.xml",
     1,
     {{"N_PLACE_FROM_TRANSACTIONS", "recipient-country", 1},
      {"N_SECTOR_FROM_TRANSACTIONS", "sector", 1}}},
    {"14-sector-without-code.xml", 1, {{"W_SECTOR_CODE", "sector", 1}}},
    {"15-codes.xml",
     1,
     {{"N_COUNTRY_CODE", "recipient-country", 1},
      {"N_SECTOR_VOCABULARY", "sector", 1},
      {"W_SECTOR_FORM", "sector", 1}}},
    {"16-empty-texts.xml",
     1,
     {{"W_TITLE_MISSING", "title", 1},
      {"N_TEXT_EMPTY", "description", 1},
      {"W_PARTY_EMPTY", "participating-org", 1}}},
    {"17-levels.xml",
     4,
     {{"N_HIERARCHY_ALONE", "iati-activity", 1}, {"W_LEVEL_UNREAD", "iati-activity", 1}}},
    {"18-administration.xml", 1, {{"N_ADMINISTRATION", "sector", 1}}},
    {"19-spending-only.xml", 1, {{"N_SPENDING_ONLY", "transaction", 1}}},
    {"20-organisations-by-name.xml",
     1,
     {{"N_PARTY_BY_NAME", "participating-org", 1},
      {"W_PARTY_PLACEHOLDER", "participating-org", 1}}},
    {"21-languages.xml", 1, {{NULL, NULL, 0}}},
};

static void expect_findings(const fault *expected)
{
    outcome out = read_fault(expected->file);
    ck_assert_msg(out.status == SEL_OK, "%s: %s", expected->file, out.err.message);
    ck_assert_msg(out.counts.taken == expected->stored, "%s", expected->file);
    ck_assert_uint_eq(out.counts.refused, 0);
    uint32_t codes = 0;
    for (; codes < FINDINGS_MAX && expected->findings[codes].code != NULL; codes++) {
        const finding *one = &expected->findings[codes];
        ck_assert_msg(times(&out, one->code, one->element) == one->times, "%s: %s", expected->file,
                      one->code);
    }
    ck_assert_msg(out.issues.group_count == codes, "%s has other findings", expected->file);
    forget(&out);
}

START_TEST(read_with_the_findings_of_its_fault_and_no_others)
{
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
        expect_findings(&faults[i]);
}
END_TEST

/* --- what was made of them --- */

static void expect_shares(const sel_programme *record, const uint32_t *ppm, uint32_t count)
{
    ck_assert_uint_eq(record->recipient_count, count);
    for (uint32_t i = 0; i < count; i++)
        ck_assert_uint_eq(record->recipients[i].ppm, ppm[i]);
}

START_TEST(percentages_are_normalised)
{
    static const struct {
        uint32_t count;
        uint32_t ppm[3];
        const char *rule;
    } expected[] = {
        {2, {600000, 400000}, "normalised"},
        {1, {1000000}, "as-written"},
        {3, {333334, 333333, 333333}, "normalised"},
        {2, {594059, 405941}, "normalised"}, /* 60/101, 41/101 */
        {3, {333334, 333333, 333333}, "normalised"},
        {2, {500000, 500000}, "normalised"},
    };
    outcome out = read_fault("12-percentages.xml");
    for (uint32_t i = 0; i < out.record_count; i++) {
        expect_shares(&out.records[i], expected[i].ppm, expected[i].count);
        ck_assert_msg(has_rule(&out.records[i], "recipient", expected[i].rule), "%u", i);
    }
    forget(&out);
}
END_TEST

START_TEST(what_stands_in_transactions_is_weighed_by_them)
{
    static const uint32_t ppm[] = {750000, 250000};
    outcome out = read_fault("13-in-transactions.xml");
    const sel_programme *record = &out.records[0];
    expect_shares(record, ppm, 2);
    ck_assert_uint_eq(record->sector_count, 2);
    expect_text(record->sectors[0].code, "22040");
    ck_assert_uint_eq(record->sectors[0].ppm, 750000);
    ck_assert_uint_eq(record->sectors[1].ppm, 250000);
    forget(&out);
}
END_TEST

START_TEST(the_rest_of_a_faulty_activity_is_kept)
{
    outcome out = read_fault("09-identifiers.xml");
    expect_text(out.records[0].id, "XM-EXAMPLE-1");
    ck_assert_uint_eq(out.records[1].id.len, 16);
    expect_text(out.records[2].id, "XM-EXAMPLE/2?a|b");
    forget(&out);
    out = read_fault("17-levels.xml");
    ck_assert_uint_eq(out.records[0].level, 1);
    ck_assert_uint_eq(out.records[1].level, 2);
    ck_assert_int_eq(out.records[1].links[0].kind, SEL_LINK_PARENT);
    ck_assert_uint_eq(out.records[3].level, 0);
    forget(&out);
    out = read_fault("19-spending-only.xml");
    ck_assert(!out.records[0].money.known);
    forget(&out);
    out = read_fault("20-organisations-by-name.xml");
    ck_assert_uint_eq(out.records[0].party_count, 3);
    expect_text(out.records[0].parties[1].name, "Minist\xC3\xA8re des communications");
    forget(&out);
    out = read_fault("21-languages.xml");
    expect_text(out.records[0].description, "Five courses");
    forget(&out);
    out = read_fault("08-order.xml");
    expect_text(out.records[0].title, "Incident response training");
    ck_assert_int_eq(out.records[0].money.low, 100000);
    forget(&out);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {refused_with_its_place_and_what_to_do,
                            read_with_the_findings_of_its_fault_and_no_others,
                            percentages_are_normalised,
                            what_stands_in_transactions_is_weighed_by_them,
                            the_rest_of_a_faulty_activity_is_kept,
                            NULL};
    return run_tests("iati_faults", tests);
}
