#include "register_fixture.h"

static shipped all;

static outcome read_text(const char *text)
{
    outcome out = read_register(&all, sel_str_of(text), (sel_register_options){0});
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_int_eq(out.guess.dialect, SEL_DIALECT_CRS);
    return out;
}

#define HEADER                                                                                     \
    "Year|DonorCode|DonorName|AgencyCode|AgencyName|CrsID|ProjectNumber|RecipientCode|"            \
    "RecipientName|USD_Commitment|USD_Disbursement|ProjectTitle|ShortDescription|"                 \
    "LongDescription|PurposeCode|ChannelCode|ChannelName|ExpectedStartDate|CompletionDate|"        \
    "USD_AmountUntied|USD_Amounttied\n"

START_TEST(three_spellings_and_three_delimiters)
{
    static const char *const files[] = {
        "DonorCode|CrsID|ProjectTitle|PurposeCode|USD_Commitment\n801|04216|T|22040|1.5\n",
        "donor_code,crs_id,project_title,purpose_code,usd_commitment\n801,04216,T,22040,1.5\n",
        "DONOR\tCRSID\tPROJECTTITLE\tPURPOSECODE\tUSDCOMMITMENT\n801\t04216\tT\t22040\t1.5\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        outcome out = read_text(files[i]);
        ck_assert_uint_eq(out.record_count, 1);
        expect_slice(out.records[0].id, "801-04216"); /* the leading zero is kept */
        expect_slice(out.records[0].title, "T");
        ck_assert_int_eq(out.records[0].money.low, 150000000);
        expect_slice(out.records[0].sectors[0].code, "22040");
        expect_slice(out.records[0].sectors[0].vocabulary, "1");
        forget(&out);
    }
}
END_TEST

START_TEST(quotes_are_letters_between_bars)
{
    outcome out = read_text(HEADER "2020|801|Australia|5|DFAT|A1||589|Fiji|0.1||THE \"CERT\" OF"
                                   "|a 5\" disk|\"unclosed|22040||||||\n"
                                   "2020|801|Australia|5|DFAT|A2||589|Fiji|0.2||T|||22040||||||\n");
    ck_assert(out.guess.unquoted);
    ck_assert_uint_eq(out.record_count, 2);
    expect_slice(out.records[0].title, "THE \"CERT\" OF");
    expect_slice(out.records[0].description, "\"unclosed");
    forget(&out);
    out = read_text("\"donor_name\",\"crs_id\",\"project_title\",\"purpose_code\","
                    "\"usd_commitment\"\n\"A, B\",1,\"a \"\"b\"\"\",22040,1\n");
    ck_assert(!out.guess.unquoted);
    expect_slice(out.records[0].title, "a \"b\"");
    forget(&out);
}
END_TEST

/* Years, purposes and recipients of one activity; money once, shares by it. */
static const char *const rows[] = {
    "2019|801|Australia|5|DFAT|A1||573|Tonga|0.3|0.1|CERT "
    "TONGA|||22040|41000|UN|2019-07-01||0.3|\n",
    "2020|801|Australia|5|DFAT|A1||589|Fiji|0.1|0.2|CERT TONGA AND FIJI|||15130|41000|UN"
    "||2021-06-30||0.1\n",
    "2021|801|Australia|5|DFAT|A1||573|Tonga||0.05|CERT TO|||22040|41000|UN|||||\n",
};

static void expect_activity(const outcome *out)
{
    const sel_programme *r = &out->records[0];
    ck_assert_uint_eq(out->record_count, 1);
    expect_slice(r->id, "801-5-A1");
    expect_slice(r->title, "CERT TONGA AND FIJI");
    ck_assert(r->money.known);
    ck_assert_int_eq(r->money.low, 40000000); /* 400,000.00; disbursements are not added */
    ck_assert_int_eq(r->money.high, 40000000);
    ck_assert_str_eq(r->money.currency, "USD");
    ck_assert_uint_eq(r->recipient_count, 2);
    expect_slice(r->recipients[0].code, "FJI");
    ck_assert_uint_eq(r->recipients[0].ppm, 250000);
    expect_slice(r->recipients[1].code, "TON");
    ck_assert_uint_eq(r->recipients[1].ppm, 750000);
    ck_assert_uint_eq(r->sector_count, 2);
    expect_slice(r->sectors[0].code, "15130");
    ck_assert_uint_eq(r->sectors[0].ppm, 250000);
    ck_assert_int_eq(r->start.earliest, sel_day_of(2019, 7, 1));
    ck_assert_int_eq(r->end.latest, sel_day_of(2021, 6, 30));
    ck_assert_int_eq(r->tied, SEL_TIED_PARTIALLY);
    ck_assert_uint_eq(r->party_count, 3);
    ck_assert_uint_eq(r->parties[2].kind, 40);
}

START_TEST(the_order_of_rows_does_not_matter)
{
    static const int orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                    {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
        char text[4096];
        snprintf(text, sizeof text, "%s%s%s%s", HEADER, rows[orders[i][0]], rows[orders[i][1]],
                 rows[orders[i][2]]);
        outcome out = read_text(text);
        expect_activity(&out);
        ck_assert_uint_eq(out.counts.of_several, 1);
        ck_assert_uint_eq(out.counts.their_rows, 3);
        /* "CERT TO" and "CERT TONGA" are the longer title cut off. */
        ck_assert_uint_eq(times_reported(&out.issues, "W_ROWS_DISAGREE"), 0);
        forget(&out);
    }
}
END_TEST

START_TEST(amounts_that_are_none_and_tying_that_is_not_said)
{
    outcome out = read_text(HEADER "2020|801|Australia|5|DFAT|A1||998|Bilateral, unspecified|"
                                   "EURIBOR6M+1.60%|0.25|T|||22040||||||\n");
    const sel_programme *r = &out.records[0];
    ck_assert_uint_eq(times_reported(&out.issues, "W_AMOUNT_UNREAD"), 1);
    ck_assert_int_eq(r->money.low, 25000000); /* disbursed, as no commitment is known */
    ck_assert_int_eq(r->tied, SEL_TIED_UNKNOWN);
    expect_slice(r->recipients[0].code, "R:998");
    ck_assert_int_eq(r->start.earliest, sel_day_of(2020, 1, 1)); /* some day of the year */
    ck_assert_int_eq(r->start.latest, sel_day_of(2020, 12, 31));
    ck_assert_int_eq(r->end.latest, sel_day_of(2020, 12, 31));
    forget(&out);
}
END_TEST

START_TEST(controls_and_garbled_letters_are_told)
{
    outcome out = read_text("donor_name,crs_id,project_title,purpose_code,usd_commitment\n"
                            "F,1,A\x01"
                            "B caf\xC3\x83\xC2\xA9,22040,1\n");
    ck_assert_uint_eq(times_reported(&out.issues, "N_CONTROL_CHARACTERS"), 1);
    ck_assert_uint_eq(times_reported(&out.issues, "W_LETTERS_GARBLED"), 1);
    expect_slice(first_reported(&out.issues, "W_LETTERS_GARBLED")->found, "caf\xC3\x83\xC2\xA9");
    expect_slice(out.records[0].title, "A B caf\xC3\x83\xC2\xA9");
    forget(&out);
}
END_TEST

START_TEST(titles_that_differ_are_told_and_projects_without_crs_id_go_by_number)
{
    outcome out = read_text(HEADER "2020|1|D|2|A||P7|589|Fiji|1||Roads|||21020||||||\n"
                                   "2021|1|D|2|A||P7|589|Fiji|2||Harbours|||21040||||||\n");
    ck_assert_uint_eq(out.record_count, 1);
    expect_slice(out.records[0].id, "1-2-P7");
    expect_slice(out.records[0].title, "Harbours");
    const sel_issue *issue = first_reported(&out.issues, "W_ROWS_DISAGREE");
    expect_slice(issue->found, "Roads");
    forget(&out);
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {three_spellings_and_three_delimiters,
                            quotes_are_letters_between_bars,
                            the_order_of_rows_does_not_matter,
                            amounts_that_are_none_and_tying_that_is_not_said,
                            controls_and_garbled_letters_are_told,
                            titles_that_differ_are_told_and_projects_without_crs_id_go_by_number,
                            NULL};
    int failed = run_tests("register_crs", tests);
    shipped_close(&all);
    return failed;
}
