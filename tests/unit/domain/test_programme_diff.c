#include "domain/programme_diff.h"

#include "check_suite.h"

static sel_arena *arena;

static sel_programme record(void)
{
    sel_programme one = sel_programme_blank();
    one.title = SEL_STR("Training");
    return one;
}

static void expect(const sel_programme *before, const sel_programme *after, const char *field,
                   const char *old, const char *new)
{
    sel_programme_changes changes = sel_programme_diff(before, after, arena);
    ck_assert_uint_eq(changes.count, 1);
    ck_assert_str_eq(changes.list[0].field, field);
    ck_assert_msg(sel_str_is(changes.list[0].before, old), "before: '%.*s'",
                  SEL_STR_ARG(changes.list[0].before));
    ck_assert_msg(sel_str_is(changes.list[0].after, new), "after: '%.*s'",
                  SEL_STR_ARG(changes.list[0].after));
}

static sel_days days(const char *text)
{
    sel_days read = {0};
    ck_assert_int_eq(sel_date_read(sel_str_of(text), &read), SEL_DATE_OK);
    return read;
}

START_TEST(the_same_is_no_change)
{
    arena = sel_arena_create();
    sel_programme one = record();
    sel_programme other = record();
    other.place = (sel_record_place){7, 70, 3}; /* it only moved in its file */
    ck_assert_uint_eq(sel_programme_diff(&one, &other, arena).count, 0);
    one.disclosure = SEL_STR("public"); /* of its source */
    ck_assert_uint_eq(sel_programme_diff(&one, &other, arena).count, 0);
    other.disclosure = SEL_STR("parties");
    expect(&one, &other, "disclosure", "public", "parties");
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(texts_dates_and_numbers)
{
    arena = sel_arena_create();
    sel_programme before = record();
    sel_programme after = record();
    after.title = SEL_STR("Training, second part");
    expect(&before, &after, "title", "Training", "Training, second part");
    after = record();
    after.end = days("2024-12-31");
    expect(&before, &after, "end", "", "2024-12-31");
    before.end = days("2024");
    expect(&before, &after, "end", "2024-01-01 … 2024-12-31", "2024-12-31");
    before = after = record();
    before.money = (sel_money){.low = 12345, .high = 12345, .currency = "EUR", .known = true};
    after.money = (sel_money){.low = 12345, .high = 20000, .currency = "EUR", .known = true};
    expect(&before, &after, "amount", "123.45 EUR", "123.45 … 200 EUR");
    before = after = record();
    before.asked_first = 0;
    after.asked_first = 1;
    expect(&before, &after, "asked_first", "no", "yes");
    before = after = record();
    before.kinds = 1U << SEL_KIND_TRAINING;
    after.kinds = 1U << SEL_KIND_TRAINING | 1U << SEL_KIND_FUNDING;
    expect(&before, &after, "kind", "training", "training; funding");
    before = after = record();
    after.set_aside = true;
    expect(&before, &after, "cyber_share", "0 … 100 %", "-");
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(lists)
{
    arena = sel_arena_create();
    sel_programme before = record();
    sel_programme after = record();
    const sel_recipient_share two[] = {{.code = SEL_STR("FJI"), .ppm = 333333},
                                       {.code = SEL_STR("TON"), .ppm = 666667}};
    before.recipients = two;
    before.recipient_count = 1;
    after.recipients = two;
    after.recipient_count = 2;
    expect(&before, &after, "recipient", "FJI 33.3333%", "FJI 33.3333%; TON 66.6667%");
    before = after = record();
    const sel_party party = {.name = SEL_STR("Agency"),
                             .role = SEL_ROLE_FUNDING,
                             .share = {.ppm = 500000, .known = true}};
    after.parties = &party;
    after.party_count = 1;
    expect(&before, &after, "parties", "", "Agency (funding 50%)");
    /* The words behind a guess may differ. */
    before = after = record();
    sel_capability_share guess = {
        .code = SEL_STR("D1.2"), .ppm = SEL_PPM, .evidence = SEL_STR("hackers")};
    const sel_capability_share other = {
        .code = SEL_STR("D1.2"), .ppm = SEL_PPM, .evidence = SEL_STR("malware")};
    before.capabilities = &guess;
    after.capabilities = &other;
    before.capability_count = after.capability_count = 1;
    ck_assert_uint_eq(sel_programme_diff(&before, &after, arena).count, 0);
    guess.ppm = SEL_PPM / 2;
    expect(&before, &after, "capability", "D1.2 50%", "D1.2 100%");
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(accounts)
{
    arena = sel_arena_create();
    sel_programme before = record();
    sel_programme after = record();
    sel_account account = sel_account_blank();
    after.account = &account; /* says as little as none */
    ck_assert_uint_eq(sel_programme_diff(&before, &after, arena).count, 0);
    account.drafted = SEL_DRAFTED_TOGETHER;
    expect(&before, &after, "drafted_by", "", "together");
    account = sel_account_blank();
    memcpy(account.country, "FJI", 4);
    expect(&before, &after, "implementer_country", "", "FJI");
    account = sel_account_blank();
    account.tools = SEL_DOES_NOT_APPLY;
    expect(&before, &after, "tools_usable", "", "not_applicable");
    account = sel_account_blank();
    account.tools_evidence = 3;
    expect(&before, &after, "tools_evidence", "", "confirmed");
    account = sel_account_blank();
    account.local = (sel_group_set){1U << 0 | 1U << 3, 1};
    expect(&before, &after, "local_groups", "", "private_ci; civil_society");
    account.local = (sel_group_set){0, 1};
    expect(&before, &after, "local_groups", "", "none");
    expect(&after, &before, "local_groups", "none", "");
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    return run_tests("programme_diff", (const TTest *const[]){
                                           the_same_is_no_change,
                                           texts_dates_and_numbers,
                                           lists,
                                           accounts,
                                           NULL,
                                       });
}
