/* What a cell says beyond a name: shares, attributes, splits, sectors, bounds. */
#include "base/text.h"
#include "input/register_cells.h"
#include "shipped.h"

static shipped all;

/* Looks at a record while it lives. */
typedef void look(const sel_programme *record);

static bool take(void *to, const sel_programme *record)
{
    look *const *check = to;
    (*check)(record);
    return true;
}

/* One row with these columns (beside id and title) and cells; how often each issue came is left in
 * issues, which lives in arena. */
static sel_issues read_row(const char *header, const char *cells, look *check, sel_arena *arena)
{
    sel_issues issues = {.arena = arena};
    sel_register_counts counts = {0};
    sel_error err = {0};
    sel_register_options options = {0};
    sel_str text = sel_str_printf(arena, "id,title,%s\n1,T,%s\n", header, cells);
    sel_bytes *bytes = sel_bytes_open_memory("r.csv", text);
    sel_register_guess guess = sel_register_recognise(bytes, &all.reference, arena);
    sel_status status =
        sel_register_read(bytes, &guess, &all.reference, &options,
                          (sel_programme_sink){take, &check}, &issues, &counts, &err);
    sel_bytes_close(bytes);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    ck_assert_uint_eq(counts.taken, 1);
    return issues;
}

static void expect_row(const char *header, const char *cells, look *check)
{
    sel_arena *arena = sel_arena_create();
    sel_issues issues = read_row(header, cells, check, arena);
    ck_assert_msg(issues.counts[SEL_WARNING] == 0, "%s: %s", cells,
                  issues.counts[SEL_WARNING] == 0 ? "" : issues.groups[0]->places[0].code);
    sel_arena_destroy(arena);
}

static void nothing(const sel_programme *record)
{
    ck_assert_ptr_nonnull(record);
}

/* The cell has one fault of this code, with what stands there and what may have been meant. */
static void expect_fault(const char *header, const char *cells, const char *code, const char *found,
                         const char *suggestion)
{
    sel_arena *arena = sel_arena_create();
    sel_issues issues = read_row(header, cells, nothing, arena);
    ck_assert_msg(times_reported(&issues, code) == 1, "%s: not once %s", cells, code);
    const sel_issue *issue = first_reported(&issues, code);
    expect_slice(issue->found, found);
    expect_slice(issue->suggestion, suggestion);
    ck_assert_uint_eq(issue->line, 2);
    ck_assert_uint_ge(issue->column, 3);
    expect_slice(issue->record, "1");
    sel_arena_destroy(arena);
}

/* --- organisations --- */

static void full_parties(const sel_programme *r)
{
    ck_assert_uint_eq(r->party_count, 5);
    expect_slice(r->parties[0].name, "Australia");
    expect_slice(r->parties[0].ref, "AU-5");
    expect_slice(r->parties[0].activity_id, "AU-5:17");
    ck_assert_uint_eq(r->parties[0].kind, 10);
    ck_assert(r->parties[0].share.known);
    ck_assert_uint_eq(r->parties[0].share.ppm, 600000);
    expect_slice(r->parties[1].name, "A;B=C");
    ck_assert(!r->parties[1].share.known);
    ck_assert_int_eq(r->parties[1].ladder, SEL_UNKNOWN);
    ck_assert_int_eq(r->parties[2].role, SEL_ROLE_ACCOUNTABLE);
    expect_slice(r->parties[2].name, "");
    expect_slice(r->parties[2].ref, "XM-1");
    ck_assert_int_eq(r->parties[3].role, SEL_ROLE_PARTICIPANT);
    ck_assert_int_eq(r->parties[3].stakeholder, SEL_STAKEHOLDER_ACADEMIA);
    ck_assert_int_eq(r->parties[3].ladder, SEL_LADDER_CO_DESIGN);
    ck_assert_int_eq(r->parties[4].role, SEL_ROLE_UNKNOWN);
    expect_slice(r->parties[4].name, "Min: X");
}

static void one_organisation(const sel_programme *r)
{
    ck_assert_uint_eq(r->party_count, 1);
    expect_slice(r->parties[0].name, "Australia and Singapore");
}

static void name_with_equals(const sel_programme *r)
{
    expect_slice(r->parties[0].name, "https://x.org/?a=b");
}

START_TEST(organisations_say_more_than_a_name)
{
    expect_row("funder,accountable,stakeholders,other_party",
               "Australia = 60% : ref=AU-5 : kind=10:activity=AU-5\\:17; A\\;B\\=C,=ref=XM-1,"
               "Uni=co_design:academia,Min: X",
               full_parties);
    expect_row("funder", "Australia and Singapore=", one_organisation);
    expect_fault("funder", "https://x.org/?a=b", "W_PARTY_UNREAD", "https://x.org/?a=b", "");
    sel_arena *arena = sel_arena_create();
    read_row("funder", "https://x.org/?a=b", name_with_equals, arena);
    sel_arena_destroy(arena);
    expect_fault("funder", "A=40%:colour=red", "W_PARTY_UNREAD", "colour", "");
    expect_fault("funder", "A=40%:kind=300", "W_PARTY_UNREAD", "kind", "");
    expect_fault("funder", "A=60%; B=50%", "W_SHARES_OVER", "A=60%; B=50%", "");
    expect_fault("stakeholders", "A=goverment", "W_STAKEHOLDER_UNKNOWN", "goverment", "government");
}
END_TEST

/* --- parts of a whole --- */

static void remainder_and_unstated(const sel_programme *r)
{
    ck_assert_uint_eq(r->recipient_count, 3);
    ck_assert_uint_eq(r->recipients[0].ppm, 400000);
    ck_assert(r->recipients[0].stated);
    ck_assert_uint_eq(r->recipients[1].ppm, 250000);
    ck_assert(!r->recipients[1].stated);
    expect_slice(r->recipients[2].code, "R:889");
    ck_assert_uint_eq(r->recipients[2].ppm, 50000);
}

static void only_unsaid(const sel_programme *r)
{
    ck_assert_int_eq(r->recipients[0].depth, SEL_DEPTH_UNSAID);
}

static void australia(const sel_programme *r)
{
    ck_assert_uint_eq(r->recipient_count, 1);
    expect_slice(r->recipients[0].code, "AUS");
    ck_assert_uint_eq(r->recipients[0].ppm, 600000);
}

START_TEST(parts_may_leave_a_remainder)
{
    expect_row("recipient", "FJI=40%; Tonga ~25%; R:889 5%; other 30%", remainder_and_unstated);
    expect_row("recipient", "FJI (unsaid)", only_unsaid);
    expect_row("recipient", "AU 60%; other 40%", australia);
    expect_fault("recipient", "FJI=deeply", "W_SHARE_UNREAD", "deeply", "");
    expect_fault("recipient", "Fijii", "W_COUNTRY_UNKNOWN", "Fijii", "FJI");
    expect_fault("cyber_share", "40-20", "W_CYBER_SHARE_UNREAD", "40-20", "");
}
END_TEST

/* --- capabilities --- */

static void guesses(const sel_programme *r)
{
    const sel_capability_share *c = r->capabilities;
    ck_assert_uint_eq(r->capability_count, 3);
    ck_assert_int_eq(c[0].origin, SEL_TAG_TEXT);
    ck_assert_uint_eq(c[0].confidence, 60);
    expect_slice(c[0].field, "title");
    expect_slice(c[0].evidence, "CERT: team");
    ck_assert_uint_eq(c[0].ppm, 500000);
    ck_assert_int_eq(c[1].origin, SEL_TAG_CONFIRMED);
    ck_assert_uint_eq(c[1].confidence, 100);
    ck_assert_int_eq(c[2].origin, SEL_TAG_STATED);
    expect_slice(c[2].field, "capability");
}

static void lonely_guess(const sel_programme *r)
{
    ck_assert_uint_eq(r->capabilities[0].ppm, SEL_PPM);
    ck_assert(!r->capabilities[0].stated);
}

START_TEST(a_guess_stays_a_guess)
{
    expect_row("capability",
               "D1.2 50%=text:confidence=60%:field=title:words=CERT\\: team; X1=30%:confirmed; "
               "D4.1 20%",
               guesses);
    expect_row("capability", "D1.2=text", lonely_guess);
    expect_fault("capability", "D1.2=heard", "W_SHARE_UNREAD", "heard", "");
}
END_TEST

/* --- splits --- */

static void split_alone(const sel_programme *r)
{
    ck_assert_uint_eq(r->joint_count, 3);
    expect_slice(r->joints[0].recipient, "FJI");
    expect_slice(r->joints[0].capability, "D1.2");
    ck_assert_uint_eq(r->joints[0].ppm, 300000);
    ck_assert_uint_eq(r->recipient_count, 2);
    ck_assert_uint_eq(r->recipients[0].ppm, 400000); /* 30 % + 10 % */
    ck_assert_uint_eq(r->recipients[1].ppm, 200000);
    ck_assert_uint_eq(r->capability_count, 2);
    ck_assert_uint_eq(r->capabilities[0].ppm, 500000);
    ck_assert_uint_eq(r->capabilities[1].ppm, 100000);
    ck_assert(r->recipients[1].stated && r->capabilities[1].stated);
}

static void split_beside(const sel_programme *r)
{
    ck_assert_uint_eq(r->joint_count, 1);
    ck_assert_uint_eq(r->recipients[0].ppm, SEL_PPM);
}

static void split_scaled(const sel_programme *r)
{
    ck_assert_uint_eq(r->joints[0].ppm, 750000);
    ck_assert_uint_eq(r->joints[1].ppm, 250000);
}

START_TEST(recipients_and_capabilities_together)
{
    expect_row("split", "FJI/D1.2=30%; Tonga/Incident response=20%; FJI/D4.1 10%", split_alone);
    expect_row("recipient,capability,split", "FJI,D1.2,FJI/D1.2=30%", split_beside);
    expect_fault("recipient,split", "FJI,FJI/D1.2=30%; TON/D1.2=10%", "W_SPLIT_STRANGER",
                 "TON/D1.2=10%", "");
    expect_fault("split", "FJI=30%", "W_SPLIT_UNREAD", "FJI=30%", "");
    expect_fault("split", "FJI/D9.2=30%", "W_CAPABILITY_UNKNOWN", "D9.2", "D1.2");
    expect_fault("split", "FJI/D1.2=150%", "W_SPLIT_UNREAD", "FJI/D1.2=150%", "");
    sel_arena *arena = sel_arena_create();
    sel_issues issues = read_row("split", "FJI/D1.2=90%; TON/D1.2=30%", split_scaled, arena);
    ck_assert_uint_eq(times_reported(&issues, "W_PERCENT_SUM"), 1);
    sel_arena_destroy(arena);
}
END_TEST

/* --- sectors --- */

static void sectors(const sel_programme *r)
{
    const sel_sector_share *s = r->sectors;
    ck_assert_uint_eq(r->sector_count, 5);
    expect_slice(s[0].vocabulary, "1");
    expect_slice(s[0].code, "15160");
    expect_slice(s[0].name, "Legal: judicial");
    ck_assert_uint_eq(s[0].ppm, 400000);
    expect_slice(s[1].vocabulary, "1");
    ck_assert_uint_eq(s[1].ppm, 300000); /* the rest is not said */
    expect_slice(s[2].vocabulary, "2");
    ck_assert_uint_eq(s[2].ppm, SEL_PPM);
    ck_assert(s[2].stated);
    expect_slice(s[3].vocabulary, "99");
    ck_assert_uint_eq(s[3].ppm, 500000);
    ck_assert(!s[3].stated);
    expect_slice(s[4].code, "");
    expect_slice(s[4].name, "Digital");
}

START_TEST(sectors_count_per_vocabulary)
{
    expect_row("sector_codes", "1/15160=40%:Legal\\: judicial; 22040 30%; 151; CY1; 99/=Digital",
               sectors);
    expect_fault("sector_codes", "15160=a:b", "W_SHARE_UNREAD", "b", "");
    expect_fault("sector_codes", "15160 40%; 22040", "W_PERCENT_SUM", "15160 40%; 22040", "");
}
END_TEST

/* --- dates, money, days --- */

static void bounds(const sel_programme *r)
{
    ck_assert_int_eq(r->start.earliest, sel_day_of(2024, 5, 1));
    ck_assert_int_eq(r->start.latest, sel_day_of(2024, 7, 31));
    ck_assert_int_eq(r->end.earliest, sel_day_of(2025, 1, 1));
    ck_assert_int_eq(r->end.latest, SEL_DAY_LAST);
    ck_assert_int_eq(r->decided.earliest, SEL_DAY_FIRST);
    ck_assert_int_eq(r->decided.latest, sel_day_of(2023, 12, 31));
    ck_assert(!r->last_updated.known);
}

static void money(const sel_programme *r)
{
    ck_assert(r->money.known);
    ck_assert_int_eq(r->money.low, 120000000);
    ck_assert_int_eq(r->money.high, 150000000);
    ck_assert_str_eq(r->money.currency, "CHF");
    expect_slice(r->money.raw, "CHF 1.2m-1.5m");
    ck_assert_int_eq(r->person_days.low, 30);
    ck_assert_int_eq(r->person_days.high, 45);
}

static void words_only(const sel_programme *r)
{
    ck_assert(!r->money.known);
    expect_slice(r->money.raw, "about half a million");
}

static void own_words(const sel_programme *r)
{
    ck_assert_int_eq(r->money.low, 50000000);
    expect_slice(r->money.raw, "half a million");
}

START_TEST(bounds_of_dates_and_money)
{
    expect_row("start,end,decided,last_updated", "2024-05..2024-07,2025..,..2023,", bounds);
    expect_row("amount,person_days", "CHF 1.2m-1.5m,30-45", money);
    expect_row("amount_written", "about half a million", words_only);
    expect_row("amount,currency,amount_written", "500000,EUR,half a million", own_words);
    expect_fault("start", "2025..2024", "W_DATE_UNREAD", "2025..2024", "");
    expect_fault("start", "..", "W_DATE_UNREAD", "..", "");
    expect_fault("start", "01/02/2024..2025", "W_DATE_AMBIGUOUS", "01/02/2024..2025", "");
    expect_fault("amount,currency", "5 EUR,USD", "W_CURRENCY_DIFFERS", "USD", "EUR");
    expect_fault("amount", "1.500 EUR", "W_AMOUNT_AMBIGUOUS", "1.500 EUR", "");
    expect_fault("amount_low,amount_high", "USD 5,EUR 6", "W_AMOUNT_UNREAD", "USD 5", "");
    expect_fault("person_days", "45-30", "W_DAYS_UNREAD", "45-30", "");
}
END_TEST

/* --- answers --- */

static void answers(const sel_programme *r)
{
    ck_assert_int_eq(r->conditions, SEL_CONDITIONS_SOME);
    ck_assert_uint_eq(r->condition_classes, 0);
    ck_assert_int_eq(r->conditions_requested, 0);
    ck_assert_int_eq(r->same_as_other, 1);
    ck_assert_int_eq(r->coordinated, 0);
    ck_assert_int_eq(r->ownership[0], 4);
    ck_assert_int_eq(r->ownership[1], SEL_UNKNOWN);
    ck_assert_int_eq(r->ownership[4], 0);
    ck_assert_uint_eq(r->level, 2);
    expect_slice(r->disclosure, "circulated");
    ck_assert(r->illustrative);
    expect_slice(r->links[0].other, "x:a;b=c");
}

static void account_of_a_call(const sel_programme *r)
{
    ck_assert_ptr_nonnull(r->account);
    expect_slice(r->account->document, "Strategy 2023");
    ck_assert_int_eq(r->account->drafted, SEL_DRAFTED_NONE);
    ck_assert_str_eq(r->account->country, "FJI");
    ck_assert_int_eq(r->account->division, 0);
    ck_assert_int_eq(r->account->interruption, SEL_INTERRUPTION_OTHER);
    ck_assert_int_eq(r->account->call[0], 1);
    ck_assert_int_eq(r->account->call[1], SEL_UNKNOWN); /* alone it cannot be inapplicable */
    ck_assert_int_eq(r->account->tools, SEL_DOES_NOT_APPLY);
    ck_assert_int_eq(r->account->tools_evidence, SEL_SHOWN_WORD);
    ck_assert_int_eq(r->account->local.said, 1);
    ck_assert_uint_eq(r->account->local.groups, 1U << 2 | 1U << 4);
    ck_assert_int_eq(r->account->design.said, 1);
    ck_assert_uint_eq(r->account->design.groups, 0);
    ck_assert_int_eq(r->account->evaluation.said, SEL_DOES_NOT_APPLY);
}

static void no_account(const sel_programme *r)
{
    ck_assert_ptr_null(r->account);
}

static void careful(const sel_programme *r)
{
    expect_slice(r->disclosure, "secretariat");
}

START_TEST(answers_in_words_of_our_lists)
{
    expect_row("conditions,conditions_requested,same_as_other,coordinated,ownership,level,"
               "disclosure,illustrative,related",
               "some,no,yes,0,initiated=4; evaluates=0,2,circulated,yes,same=x:a\\;b=c", answers);
    expect_row("strategy_followed,drafted_by,implementer_country,division_agreed,interruption,"
               "call_criteria,call_languages,tools_usable,tools_evidence,local_groups,"
               "design_groups,evaluation_groups",
               "Strategy 2023,none,fiji,no,other,yes,not_applicable,not_applicable,word,"
               "academia; technical,none,not_applicable",
               account_of_a_call);
    expect_row("call_languages,drafted_by", "not_applicable,", no_account);
    expect_fault("status", "runing", "W_STATUS_UNKNOWN", "runing", "running");
    expect_fault("kind", "trainning", "W_KIND_UNKNOWN", "trainning", "training");
    expect_fault("for_whom", "goverment", "W_FOR_WHOM_UNKNOWN", "goverment", "government");
    expect_fault("tied", "untide", "W_TIED_UNKNOWN", "untide", "untied");
    expect_fault("related", "parnt=x:1", "W_LINK_UNREAD", "parnt=x:1", "parent");
    expect_fault("asked_first", "perhaps", "W_YES_NO_UNREAD", "perhaps", "");
    expect_fault("drafted_by", "us", "W_ACCOUNT_UNREAD", "us", "");
    expect_fault("implementer_country", "Atlantis", "W_ACCOUNT_UNREAD", "Atlantis", "");
    expect_fault("implementer_country", "ASEAN", "W_ACCOUNT_UNREAD", "ASEAN", "");
    expect_fault("division_agreed", "not_applicable", "W_ACCOUNT_UNREAD", "not_applicable", "");
    expect_fault("local_groups", "academia; none", "W_ACCOUNT_UNREAD", "academia; none", "");
    expect_fault("design_groups", "government", "W_ACCOUNT_UNREAD", "government", "");
    expect_fault("tools_evidence", "hearsay", "W_ACCOUNT_UNREAD", "hearsay", "");
    expect_fault("ownership", "steers=5", "W_OWNERSHIP_UNREAD", "steers=5", "");
    expect_fault("level", "0", "W_LEVEL_UNREAD", "0", "");
    expect_fault("disclosure", "publik", "W_DISCLOSURE_UNKNOWN", "publik", "public");
    sel_arena *arena = sel_arena_create();
    read_row("disclosure", "publik", careful, arena);
    sel_arena_destroy(arena);
}
END_TEST

static void thousand_links(const sel_programme *r)
{
    ck_assert_uint_eq(r->link_count, SEL_REGISTER_VALUES_MAX);
}

START_TEST(more_than_can_be_taken_is_told)
{
    sel_arena *arena = sel_arena_create();
    sel_text cell = {.arena = arena};
    for (int i = 0; i <= SEL_REGISTER_VALUES_MAX; i++)
        sel_text_printf(&cell, "same=x:%d;", i);
    sel_issues issues = read_row("related", cell.bytes, thousand_links, arena);
    expect_slice(first_reported(&issues, "W_TOO_MANY")->found, "same=x:1000");
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {organisations_say_more_than_a_name,
                                  parts_may_leave_a_remainder,
                                  a_guess_stays_a_guess,
                                  recipients_and_capabilities_together,
                                  sectors_count_per_vocabulary,
                                  bounds_of_dates_and_money,
                                  answers_in_words_of_our_lists,
                                  more_than_can_be_taken_is_told,
                                  NULL};
    all = shipped_open();
    int result = run_tests("register_parts", tests);
    shipped_close(&all);
    return result;
}
