#include "register_fixture.h"

static shipped all;

static outcome field(const char *header, const char *value)
{
    return read_field(&all, header, value);
}

static uint64_t reported(outcome *out, const char *code)
{
    uint64_t count = times_reported(&out->issues, code);
    return count;
}

static void expect_recipient(const outcome *out, uint32_t i, const char *code, uint32_t ppm,
                             sel_depth depth)
{
    ck_assert_uint_lt(i, out->records[0].recipient_count);
    const sel_recipient_share *share = &out->records[0].recipients[i];
    expect_slice(share->code, code);
    ck_assert_uint_eq(share->ppm, ppm);
    ck_assert_int_eq(share->depth, depth);
}

START_TEST(shares_in_percent)
{
    outcome out = field("recipient", "FJI 40 %; Tonga 60%");
    expect_recipient(&out, 0, "FJI", 400000, SEL_DEPTH_NO_NOTION);
    expect_recipient(&out, 1, "TON", 600000, SEL_DEPTH_NO_NOTION);
    ck_assert(out.records[0].recipients[0].stated);
    ck_assert_uint_eq(reported(&out, "W_PERCENT_SUM"), 0);
    forget(&out);
    out = field("recipient", "FJI 33.3 % | TON 33.3 % | WSM 33.3 %"); /* 99.9: rounding, no fault */
    expect_recipient(&out, 0, "FJI", 333334, SEL_DEPTH_NO_NOTION);
    expect_recipient(&out, 2, "WSM", 333333, SEL_DEPTH_NO_NOTION);
    ck_assert_uint_eq(reported(&out, "W_PERCENT_SUM"), 0);
    forget(&out);
}
END_TEST

START_TEST(sums_other_than_a_hundred_are_scaled_and_told)
{
    outcome out = field("recipient", "FJI 30 %; TON 30 %");
    expect_recipient(&out, 0, "FJI", 500000, SEL_DEPTH_NO_NOTION);
    ck_assert_uint_eq(reported(&out, "W_PERCENT_SUM"), 1);
    forget(&out);
    out = field("recipient", "FJI 100 %; TON 50 %");
    expect_recipient(&out, 0, "FJI", 666667, SEL_DEPTH_NO_NOTION);
    expect_recipient(&out, 1, "TON", 333333, SEL_DEPTH_NO_NOTION);
    ck_assert_uint_eq(reported(&out, "W_PERCENT_SUM"), 1);
    forget(&out);
    out = field("recipient", "FJI 70 %; TON"); /* one is missing: equal parts */
    expect_recipient(&out, 0, "FJI", 500000, SEL_DEPTH_NO_NOTION);
    ck_assert(!out.records[0].recipients[0].stated);
    ck_assert_uint_eq(reported(&out, "W_PERCENT_SUM"), 1);
    forget(&out);
}
END_TEST

START_TEST(no_percentages_are_equal_parts)
{
    outcome out = field("recipient", "FJI; TON; ;WSM");
    ck_assert_uint_eq(out.records[0].recipient_count, 3);
    expect_recipient(&out, 0, "FJI", 333334, SEL_DEPTH_NO_NOTION);
    ck_assert(!out.records[0].recipients[0].stated);
    ck_assert_uint_eq(reported(&out, "W_PERCENT_SUM"), 0);
    forget(&out);
    out = field("recipient", "Fiji");
    ck_assert(out.records[0].recipients[0].stated); /* one alone has all */
    expect_recipient(&out, 0, "FJI", SEL_PPM, SEL_DEPTH_NO_NOTION);
    forget(&out);
}
END_TEST

START_TEST(depth_in_parentheses)
{
    outcome out = field("recipient", "FJI 20 % (priority); TON 30 % (associate); VUT 10 % (event);"
                                     "WSM 40 %");
    expect_recipient(&out, 0, "FJI", 200000, SEL_DEPTH_PRIORITY);
    expect_recipient(&out, 1, "TON", 300000, SEL_DEPTH_ASSOCIATE);
    expect_recipient(&out, 2, "VUT", 100000, SEL_DEPTH_EVENT);
    expect_recipient(&out, 3, "WSM", 400000, SEL_DEPTH_UNSAID);
    forget(&out);
}
END_TEST

START_TEST(two_letters_alone_are_countries)
{
    outcome out = field("recipient", "AU; NZ");
    expect_recipient(&out, 0, "AUS", 500000, SEL_DEPTH_NO_NOTION);
    expect_recipient(&out, 1, "NZL", 500000, SEL_DEPTH_NO_NOTION);
    forget(&out);
    out = field("recipient", "AU; FJI"); /* among other codes it is the African Union */
    expect_recipient(&out, 0, "AU", 500000, SEL_DEPTH_NO_NOTION);
    forget(&out);
}
END_TEST

START_TEST(unknown_names_leave_their_share_open)
{
    outcome out = field("recipient", "FJI 40 %; Atlantis 60 %");
    ck_assert_uint_eq(out.records[0].recipient_count, 1);
    expect_recipient(&out, 0, "FJI", 400000, SEL_DEPTH_NO_NOTION);
    expect_slice(first_reported(&out.issues, "W_COUNTRY_UNKNOWN")->found, "Atlantis");
    ck_assert_uint_eq(first_reported(&out.issues, "W_COUNTRY_UNKNOWN")->column, 4);
    forget(&out);
    out = field("capability", "D1.2 50 %; Point of contact 50 %");
    ck_assert_uint_eq(out.records[0].capability_count, 1);
    ck_assert_uint_eq(out.records[0].capabilities[0].ppm, 500000);
    expect_slice(first_reported(&out.issues, "W_CAPABILITY_UNKNOWN")->suggestion, "X1");
    forget(&out);
}
END_TEST

START_TEST(default_country_only_where_none_is_named)
{
    outcome out = read_register(&all, SEL_STR("id,title,recipient\n1,T,\n2,T,TON\n"),
                                (sel_register_options){.default_country = "FJI"});
    expect_slice(out.records[0].recipients[0].code, "FJI");
    expect_slice(out.records[1].recipients[0].code, "TON");
    forget(&out);
}
END_TEST

START_TEST(joined_funders_are_split_when_both_are_known)
{
    outcome out =
        read_register(&all,
                      SEL_STR("id,title,funder\n1,T,Australia and Singapore\n"
                              "2,T,Australia and the Fund of Nowhere\n"
                              "3,T,Department of Communications and the Arts\n4,T,A; B | C;;\n"),
                      (sel_register_options){0});
    ck_assert_uint_eq(out.records[0].party_count, 2);
    expect_slice(out.records[0].parties[1].name, "Singapore");
    ck_assert_int_eq(out.records[0].parties[1].role, SEL_ROLE_FUNDING);
    ck_assert_uint_eq(times_reported(&out.issues, "N_ORGANISATION_SPLIT"), 1);
    ck_assert_uint_eq(out.records[1].party_count, 1);
    ck_assert_uint_eq(out.records[2].party_count, 1);
    ck_assert_uint_eq(out.records[3].party_count, 3);
    expect_slice(out.records[3].parties[2].name, "C");
    forget(&out);
}
END_TEST

static void expect_money(const char *header, const char *value, int64_t low, int64_t high)
{
    outcome out = field(header, value);
    ck_assert_msg(out.records[0].money.known, "%s", value);
    ck_assert_int_eq(out.records[0].money.low, low);
    ck_assert_int_eq(out.records[0].money.high, high);
    ck_assert_str_eq(out.records[0].money.currency, "USD");
    forget(&out);
}

static void expect_no_money(const char *header, const char *value, const char *code)
{
    outcome out = field(header, value);
    ck_assert_msg(!out.records[0].money.known, "%s", value);
    ck_assert_msg(reported(&out, code) == 1, "%s: %s", value, code);
    forget(&out);
}

START_TEST(money_and_its_ranges)
{
    expect_money("amount,currency", "1234.50,USD", 123450, 123450);
    expect_money("amount,currency", "1'000'000,USD", 100000000, 100000000);
    expect_money("amount,currency", "1 000 000,USD", 100000000, 100000000);
    expect_money("amount,currency", "100000-500000,USD", 10000000, 50000000);
    expect_money("amount,currency", "100 000 - 500 000,USD", 10000000, 50000000);
    expect_money("amount_low,amount_high,currency", "10,20,USD", 1000, 2000);
    expect_money("amount,currency", "5,usd", 500, 500);
    expect_no_money("amount,currency", "\"1,234\",USD", "W_AMOUNT_AMBIGUOUS");
    expect_no_money("amount,currency", "20-10,USD", "W_AMOUNT_UNREAD");
    expect_no_money("amount,currency", "-5,USD", "W_AMOUNT_UNREAD");
    expect_no_money("amount,currency", "about 5,USD", "W_AMOUNT_UNREAD");
    expect_no_money("amount_low,amount_high,currency", "20,10,USD", "W_AMOUNT_UNREAD");
    expect_no_money("amount_low,amount_high,currency", "10,,USD", "W_AMOUNT_UNREAD");
    expect_no_money("amount_low,amount_high,currency", ",10,USD", "W_AMOUNT_UNREAD");
    expect_no_money("amount,currency", "5,", "W_CURRENCY_MISSING");
    expect_no_money("amount,currency", "5,\xE2\x82\xAC", "W_CURRENCY_MISSING"); /* € has 3 bytes */
    expect_no_money("amount,currency", "5,US1", "W_CURRENCY_MISSING");
}
END_TEST

START_TEST(dates_that_cannot_be_used)
{
    outcome out = field("start,end", "2025-01-01,2024-12-31");
    ck_assert(out.records[0].start.known && !out.records[0].end.known);
    ck_assert_uint_eq(reported(&out, "W_DATES_REVERSED"), 1);
    forget(&out);
    out = field("start,end", "2024-06,2024"); /* they may meet: nothing to say */
    ck_assert(out.records[0].end.known);
    ck_assert_uint_eq(reported(&out, "W_DATES_REVERSED"), 0);
    forget(&out);
    out = field("start,end", "03/04/2024,soon");
    ck_assert(!out.records[0].start.known && !out.records[0].end.known);
    ck_assert_uint_eq(reported(&out, "W_DATE_AMBIGUOUS"), 1);
    ck_assert_uint_eq(reported(&out, "W_DATE_UNREAD"), 1);
    forget(&out);
}
END_TEST

START_TEST(codes_conditions_and_stakeholders)
{
    outcome out = field("kind,status,tied,conditions,stakeholders,asked_first,cyber_share",
                        "training; magic,Ongoing,untied,K3; K9,"
                        "Uni X=academia:co_deliver; Y=private_ci; Z=aliens:consulted; W,Yes,40 %");
    const sel_programme *record = &out.records[0];
    ck_assert_uint_eq(record->kinds, 1U << SEL_KIND_TRAINING);
    ck_assert_uint_eq(reported(&out, "W_KIND_UNKNOWN"), 1);
    ck_assert_int_eq(record->status, SEL_STATUS_RUNNING);
    ck_assert_int_eq(record->tied, SEL_TIED_UNTIED);
    ck_assert_int_eq(record->conditions, SEL_CONDITIONS_SOME);
    ck_assert_uint_eq(record->condition_classes, 1U << SEL_K3_LAW);
    ck_assert_uint_eq(reported(&out, "W_CONDITION_UNKNOWN"), 1);
    ck_assert_int_eq(record->asked_first, 1);
    ck_assert_uint_eq(record->cyber_low, 400000);
    ck_assert_uint_eq(record->cyber_high, 400000);
    ck_assert_uint_eq(record->party_count, 5);
    ck_assert_int_eq(record->parties[1].stakeholder, SEL_STAKEHOLDER_ACADEMIA);
    ck_assert_int_eq(record->parties[1].ladder, SEL_LADDER_CO_DELIVER);
    ck_assert_int_eq(record->parties[2].ladder, SEL_UNKNOWN);
    ck_assert_int_eq(record->parties[3].stakeholder, SEL_STAKEHOLDER_UNKNOWN);
    expect_slice(record->parties[4].name, "W");
    ck_assert_uint_eq(reported(&out, "W_STAKEHOLDER_UNKNOWN"), 1);
    forget(&out);
    out = field("conditions,status,tied,asked_first", "NONE,whatever,maybe,perhaps");
    ck_assert_int_eq(out.records[0].conditions, SEL_CONDITIONS_NONE);
    ck_assert_int_eq(out.records[0].status, SEL_STATUS_UNKNOWN);
    ck_assert_int_eq(out.records[0].asked_first, SEL_UNKNOWN);
    ck_assert_uint_eq(reported(&out, "W_STATUS_UNKNOWN"), 1);
    ck_assert_uint_eq(reported(&out, "W_TIED_UNKNOWN"), 1);
    forget(&out);
}
END_TEST

START_TEST(nothing_said_stays_unknown)
{
    outcome out =
        field("kind,status,tied,conditions,asked_first,cyber_share,start,amount", ",,,,,,,");
    const sel_programme *record = &out.records[0];
    ck_assert_int_eq(record->conditions, SEL_CONDITIONS_UNKNOWN);
    ck_assert_int_eq(record->tied, SEL_TIED_UNKNOWN);
    ck_assert_int_eq(record->asked_first, SEL_UNKNOWN);
    ck_assert_uint_eq(record->cyber_low, 0);
    ck_assert_uint_eq(record->cyber_high, SEL_PPM);
    ck_assert(!record->start.known && !record->money.known);
    ck_assert_uint_eq(record->recipient_count, 0);
    ck_assert_uint_eq(out.issues.group_count, 0);
    forget(&out);
}
END_TEST

START_TEST(relations)
{
    outcome out = field("related", "same=Cybil:GI-14; child = X ; friend=Y; sibling=");
    ck_assert_uint_eq(out.records[0].link_count, 2);
    ck_assert_int_eq(out.records[0].links[0].kind, SEL_LINK_SAME);
    expect_slice(out.records[0].links[0].other, "Cybil:GI-14");
    expect_slice(out.records[0].links[1].other, "X");
    ck_assert_uint_eq(reported(&out, "W_LINK_UNREAD"), 2);
    forget(&out);
}
END_TEST

/* printf 'cert mentoring nights\naustralia\n19737\nFJI\nTON' | sha256sum | cut -c1-16
 * (19737 = date -u -d 2024-01-15 +%s / 86400) */
START_TEST(made_identifiers_are_digests_of_the_facts)
{
    static const char *const rows[] = {
        "CERT mentoring: nights!,Australia,2024-01-15,FJI; TON",
        "\"Cert Mentoring, Nights\",AUSTRALIA,15/01/2024,Fiji; Tonga",
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        sel_arena *scratch = sel_arena_create();
        sel_str text = sel_str_printf(scratch, "title,funder,start,recipient\n%s\n", rows[i]);
        outcome out = read_register(&all, text, (sel_register_options){0});
        expect_slice(out.records[0].id, "945932dabf2498a5");
        expect_slice(first_reported(&out.issues, "N_ID_MADE")->suggestion, "945932dabf2498a5");
        forget(&out);
        sel_arena_destroy(scratch);
    }
}
END_TEST

START_TEST(fields_tell_where_they_stood)
{
    outcome out = field("start,recipient", "2017,FJI; TON");
    bool start = false;
    bool recipient = false;
    for (uint32_t i = 0; i < out.records[0].field_count; i++) {
        const sel_field_place *place = &out.records[0].fields[i];
        ck_assert_uint_eq(place->line, 2);
        if (strcmp(place->field, "start") == 0)
            start = place->column == 4 && strcmp(place->rule, "imprecise-date") == 0;
        if (strcmp(place->field, "recipient") == 0)
            recipient = place->column == 5 && strcmp(place->rule, "equal-shares") == 0;
    }
    ck_assert(start && recipient);
    forget(&out);
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {shares_in_percent,
                            sums_other_than_a_hundred_are_scaled_and_told,
                            no_percentages_are_equal_parts,
                            depth_in_parentheses,
                            two_letters_alone_are_countries,
                            unknown_names_leave_their_share_open,
                            default_country_only_where_none_is_named,
                            joined_funders_are_split_when_both_are_known,
                            money_and_its_ranges,
                            dates_that_cannot_be_used,
                            codes_conditions_and_stakeholders,
                            nothing_said_stays_unknown,
                            relations,
                            made_identifiers_are_digests_of_the_facts,
                            fields_tell_where_they_stood,
                            NULL};
    int failed = run_tests("register_row", tests);
    shipped_close(&all);
    return failed;
}
