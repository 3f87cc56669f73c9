#include "domain/study.h"

#include "base/text.h"
#include "shipped.h"

static shipped all;

/* What one record of these tests says. */
typedef struct row {
    const char *register_name;
    const char *id;
    const char *title;
    const char *recipient;
    const char *funder;
    sel_link_kind link;
    const char *other; /* NULL: no link */
    const char *request;
} row;

static void add_row(sel_study_builder *builder, const row *of)
{
    sel_programme record = sel_programme_blank();
    const sel_recipient_share recipient = {sel_str_of(of->recipient), SEL_PPM, true, 0};
    const sel_capability_share capability = {
        .code = SEL_STR("D1.2"), .ppm = SEL_PPM, .stated = true};
    const sel_party party = {.name = sel_str_of(of->funder), .role = SEL_ROLE_FUNDING};
    const sel_programme_link link = {of->link, sel_str_of(of->other)};
    record.register_name = sel_str_of(of->register_name);
    record.id = sel_str_of(of->id);
    record.title = sel_str_of(of->title);
    record.request = sel_str_of(of->request);
    record.recipients = &recipient;
    record.recipient_count = 1;
    record.capabilities = &capability;
    record.capability_count = 1;
    record.parties = &party;
    record.party_count = 1;
    record.links = &link;
    record.link_count = of->other == NULL ? 0 : 1;
    record.cyber_low = SEL_PPM;
    ck_assert(sel_study_add_programme(builder, &record));
}

static sel_study_builder *begin(void)
{
    const sel_study_options options = {sel_day_of(2024, 6, 30), "USD"};
    return sel_study_builder_create(&all.reference, &all.model, &options);
}

static void add_request(sel_study_builder *builder, const char *id, const char *recipient)
{
    const sel_request request = {
        .id = sel_str_of(id), .recipient = sel_str_of(recipient), .capability = SEL_STR("D1.2")};
    sel_study_add_request(builder, &request);
}

/* Everything of a study that an analysis could see, as text. */
static void show_programme(const sel_study *study, uint32_t i, sel_text *out)
{
    const sel_study_programme *p = &study->programmes[i];
    sel_text_printf(out, "%.*s:%.*s '%.*s' stated %d twin %d request %d\n",
                    SEL_STR_ARG(p->register_name), SEL_STR_ARG(p->id), SEL_STR_ARG(p->title),
                    (int)p->stated_by, (int)p->twin, (int)p->request);
    for (uint32_t j = 0; j < p->link_count; j++)
        sel_text_printf(out, " link %d to %u\n", (int)p->links[j].kind, p->links[j].other);
    for (uint32_t j = 0; j < p->donor_count; j++)
        sel_text_printf(out, " donor %u\n", p->donors[j]);
    for (uint32_t j = 0; j < p->funder_count; j++)
        sel_text_printf(out, " funder %u\n", p->funders[j]);
    for (uint32_t j = 0; j < p->place_count; j++)
        sel_text_printf(out, " place %u %u %u %u\n", p->places[j].recipient,
                        p->places[j].capability, p->places[j].effort_low, p->places[j].effort_high);
}

static sel_str show(const sel_study *study)
{
    sel_text out = {.arena = all.arena};
    for (uint32_t i = 0; i < study->organisation_count; i++)
        sel_text_printf(&out, "%u %.*s of %u\n", i, SEL_STR_ARG(study->organisations[i].name),
                        study->organisations[i].donor);
    for (uint32_t i = 0; i < study->programme_count; i++)
        show_programme(study, i, &out);
    for (uint32_t i = 0; i < study->request_count; i++)
        sel_text_printf(&out, "request %.*s %u\n", SEL_STR_ARG(study->requests[i].id),
                        study->requests[i].recipient);
    for (uint32_t i = 0; i < study->entry_count; i++)
        sel_text_printf(&out, "entry %u %u %u\n", study->entries[i].recipient,
                        study->entries[i].capability, study->entries[i].submission);
    return sel_text_str(&out);
}

static const row rows[] = {
    {"A", "1", "Nights and weekends", "FJI", "Australia (DFAT CCTCP)", SEL_LINK_COFUNDED, "B:2",
     "FJI-1-01"},
    {"B", "2", "Second", "FJI", "ACSC", SEL_LINK_SAME, "A:1", " FJI-1-02 "},
    {"B", "10", "Third", "TON", "The Fund of Nowhere", SEL_LINK_CHILD, "only-C", "a letter"},
    {"C", "only-C", "NIGHTS, and weekends!", "TON", "THE FUND OF NOWHERE", SEL_LINK_SAME, "2", ""},
    {"D", "2", "Fifth", "WSM", "Singapore", SEL_LINK_PARENT, "C:only-C", NULL},
    {"recipient:FJI", "1-S1", "nights and WEEKENDS", "FJI", "Australia", SEL_LINK_SAME, NULL, NULL},
    {"recipient:TON", "1-S1", "An odd name", "TON", "Nobody", SEL_LINK_SAME, "only-C", NULL},
    {"recipient:WSM", "1-S1", "Third", "WSM", "Nobody", SEL_LINK_SAME, NULL, NULL},
    {"recipient:TON", "1-S2", "third", "TON", "Nobody", SEL_LINK_SAME, NULL, NULL},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static const sel_study *build(sel_study_builder *builder, const uint32_t *order)
{
    for (uint32_t i = 0; i < ROWS; i++)
        add_row(builder, &rows[order == NULL ? i : order[i]]);
    return sel_study_finish(builder);
}

static const sel_study_programme *at(const sel_study *study, const char *address)
{
    uint32_t number = sel_study_programme_find(study, sel_str_of(address));
    ck_assert_msg(number != SEL_NONE, "%s", address);
    return &study->programmes[number];
}

static void expect_link(const sel_study *study, const char *from, const char *to)
{
    const sel_study_programme *programme = at(study, from);
    if (to == NULL) {
        ck_assert_uint_eq(programme->link_count, 0);
        return;
    }
    ck_assert_uint_eq(programme->link_count, 1);
    ck_assert_ptr_eq(&study->programmes[programme->links[0].other], at(study, to));
}

START_TEST(programmes_stand_in_order_and_have_addresses)
{
    sel_study_builder *builder = begin();
    const sel_study *study = build(builder, NULL);
    ck_assert_uint_eq(study->programme_count, ROWS);
    for (uint32_t i = 0; i < ROWS; i++) {
        sel_str address = sel_study_address(study, i, all.arena);
        ck_assert_uint_eq(sel_study_programme_find(study, address), i);
    }
    expect_slice(sel_study_address(study, 1, all.arena), "B:10"); /* bytes: "10" before "2" */
    expect_slice(sel_study_address(study, 5, all.arena), "recipient:FJI:1-S1");
    ck_assert_uint_eq(sel_study_programme_find(study, SEL_STR("B:1:0")), SEL_NONE);
    ck_assert_uint_eq(sel_study_programme_find(study, SEL_STR("B:")), SEL_NONE);
    ck_assert_uint_eq(sel_study_programme_find(study, SEL_STR("B")), SEL_NONE);
    ck_assert_uint_eq(sel_study_programme_find(study, SEL_STR("")), SEL_NONE);
    sel_study_builder_destroy(builder);
}
END_TEST

START_TEST(links_are_resolved_by_address_or_by_the_only_identifier)
{
    sel_study_builder *builder = begin();
    const sel_study *study = build(builder, NULL);
    expect_link(study, "A:1", "B:2");
    expect_link(study, "B:10", "C:only-C"); /* by identifier alone */
    expect_link(study, "C:only-C", NULL);   /* two records are called "2" */
    expect_link(study, "D:2", "C:only-C");
    uint32_t a = sel_study_programme_find(study, SEL_STR("A:1"));
    uint32_t b = sel_study_programme_find(study, SEL_STR("B:2"));
    ck_assert_int_eq(sel_study_link_between(study, a, b)->kind, SEL_LINK_COFUNDED);
    ck_assert_int_eq(sel_study_link_between(study, b, a)->kind, SEL_LINK_SAME);
    ck_assert_ptr_null(sel_study_link_between(study, a, a));
    sel_study_builder_destroy(builder);
}
END_TEST

/* The same identifier in two registers is one programme when it says whose it is; so are records
 * that name one as their own. "44000-1" and "GI-14" could be anybody's. */
START_TEST(worldwide_identifiers_join_registers)
{
    static const row same[] = {
        {"A", "GB-GOV-1-300", "First", "FJI", "X", SEL_LINK_SAME, "", NULL},
        {"B", "GB-GOV-1-300", "Second", "FJI", "Y", SEL_LINK_SAME, "44000-P157136", NULL},
        {"C", "GI-14", "Third", "FJI", "X", SEL_LINK_CHILD, "GB-GOV-1-300", NULL},
        {"D", "GI-14", "Fourth", "FJI", "X", SEL_LINK_SAME, "44000-P157136", NULL},
        {"E", "44000-1", "Fifth", "FJI", "X", SEL_LINK_SAME, "44000-1", NULL},
        {"F", "44000-1", "Sixth", "FJI", "X", SEL_LINK_SAME, "nobody's", NULL},
        {"G", "1", "Seventh", "FJI", "X", SEL_LINK_SAME, "nobody's", NULL},
        {"H", "gb-gov-1-300", "Eighth", "FJI", "X", SEL_LINK_SAME, "", NULL},
        {"I", "8", "Ninth", "FJI", "X", SEL_LINK_PARENT, "gb-gov-1-300x", NULL},
        {"J", "GB-GOV-1-300X", "Tenth", "FJI", "X", SEL_LINK_SAME, "", NULL},
    };
    sel_study_builder *builder = begin();
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        add_row(builder, &same[i]);
    const sel_study *study = sel_study_finish(builder);
    expect_link(study, "A:GB-GOV-1-300", NULL);
    expect_link(study, "B:GB-GOV-1-300", "A:GB-GOV-1-300");
    expect_link(study, "C:GI-14", "A:GB-GOV-1-300");
    expect_link(study, "D:GI-14", "B:GB-GOV-1-300"); /* which says so first */
    expect_link(study, "E:44000-1", NULL);
    expect_link(study, "F:44000-1", NULL);
    expect_link(study, "G:1", NULL);
    expect_link(study, "H:gb-gov-1-300", "A:GB-GOV-1-300"); /* capitals or not */
    expect_link(study, "I:8", "J:GB-GOV-1-300X");
    sel_study_builder_destroy(builder);
}
END_TEST

START_TEST(twins_by_link_and_by_a_title_that_only_one_has)
{
    sel_study_builder *builder = begin();
    const sel_study *study = build(builder, NULL);
    /* A:1 and C:only-C fold to the same title: neither is the one meant */
    ck_assert_uint_eq(at(study, "recipient:FJI:1-S1")->twin, SEL_NONE);
    ck_assert_ptr_eq(&study->programmes[at(study, "recipient:TON:1-S1")->twin],
                     at(study, "C:only-C"));
    ck_assert_ptr_eq(&study->programmes[at(study, "C:only-C")->twin],
                     at(study, "recipient:TON:1-S1"));
    /* "Third" is in Tonga: a statement of Samoa is not about it */
    ck_assert_uint_eq(at(study, "recipient:WSM:1-S1")->twin, SEL_NONE);
    ck_assert_ptr_eq(&study->programmes[at(study, "recipient:TON:1-S2")->twin], at(study, "B:10"));
    ck_assert_uint_ne(at(study, "recipient:FJI:1-S1")->stated_by, SEL_NONE);
    ck_assert_uint_eq(at(study, "A:1")->stated_by, SEL_NONE);
    sel_study_builder_destroy(builder);
}
END_TEST

/* A register's record and the donor's own answer have the same title: the register's is meant. */
START_TEST(donors_answers_stand_behind_registers)
{
    static const row told[] = {
        {"A", "1", "Cyber school", "FJI", "Japan", 0, NULL, ""},
        {"donor:Japan", "1-abcd-P1", "Cyber school", "FJI", "Japan", 0, NULL, ""},
        {"donor:Japan", "1-abcd-P2", "Told by nobody else", "FJI", "Japan", 0, NULL, ""},
        {"recipient:FJI", "1-S1", "Cyber school", "FJI", "Japan", 0, NULL, ""},
        {"recipient:FJI", "1-S2", "Told by nobody else", "FJI", "Japan", 0, NULL, ""},
    };
    sel_study_builder *builder = begin();
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        add_row(builder, &told[i]);
    const sel_study *study = sel_study_finish(builder);
    const sel_study_programme *all_of = study->programmes;
    ck_assert_ptr_eq(&all_of[at(study, "recipient:FJI:1-S1")->twin], at(study, "A:1"));
    ck_assert_ptr_eq(&all_of[at(study, "recipient:FJI:1-S2")->twin],
                     at(study, "donor:Japan:1-abcd-P2"));
    ck_assert(at(study, "donor:Japan:1-abcd-P1")->donor_answer);
    ck_assert_uint_eq(at(study, "donor:Japan:1-abcd-P1")->stated_by, SEL_NONE);
    ck_assert(!at(study, "A:1")->donor_answer);
    ck_assert(!at(study, "recipient:FJI:1-S1")->donor_answer);
    sel_study_builder_destroy(builder);
}
END_TEST

/* The donor answered again in round 2: what its answer of round 1 told is told no longer. The mark
 * is the first four places of SHA-256 of "desk". */
START_TEST(only_the_donors_newest_answer_counts)
{
    static const row told[] = {
        {"donor:Japan", "1-49be-P1", "Cyber school", "FJI", "Japan", 0, NULL, ""},
        {"donor:Japan", "2-49be-P1", "Cyber school", "FJI", "Japan", 0, NULL, ""},
        {"donor:Kenya", "1-49be-P1", "Cyber school", "FJI", "Kenya", 0, NULL, ""},
    };
    sel_study_submission submission = sel_study_submission_blank();
    submission.organisation = SEL_STR("JAPAN");
    submission.known_as = SEL_STR("Japan");
    submission.agency = SEL_STR("desk");
    submission.states_support = true;
    sel_study_builder *builder = begin();
    submission.round = SEL_STR("1");
    sel_study_leave_out_submission(builder, &submission);
    submission.round = SEL_STR("2");
    uint32_t counted = sel_study_add_submission(builder, &submission);
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        add_row(builder, &told[i]);
    const sel_study *study = sel_study_finish(builder);
    ck_assert_uint_eq(study->programme_count, 2);
    ck_assert_uint_eq(at(study, "donor:Japan:2-49be-P1")->submission, counted);
    ck_assert_uint_eq(at(study, "donor:Kenya:1-49be-P1")->submission, SEL_NONE);
    sel_study_builder_destroy(builder);
}
END_TEST

/* Copied, so that the record may go; a blank one is none. */
START_TEST(accounts_are_copied)
{
    sel_account account = sel_account_blank();
    char document[] = "Strategy 2025";
    sel_programme record = sel_programme_blank();
    record.register_name = SEL_STR("A");
    record.account = &account;
    sel_study_builder *builder = begin();
    record.id = SEL_STR("blank");
    ck_assert(sel_study_add_programme(builder, &record));
    record.id = SEL_STR("said");
    account.document = sel_str_of(document);
    account.tools = SEL_DOES_NOT_APPLY;
    ck_assert(sel_study_add_programme(builder, &record));
    memset(document, 'x', sizeof document - 1);
    account.tools = 1;
    const sel_study *study = sel_study_finish(builder);
    ck_assert_ptr_null(at(study, "A:blank")->account);
    ck_assert(sel_str_is(at(study, "A:said")->account->document, "Strategy 2025"));
    ck_assert_int_eq(at(study, "A:said")->account->tools, SEL_DOES_NOT_APPLY);
    sel_study_builder_destroy(builder);
}
END_TEST

START_TEST(donors_are_shared_across_agencies)
{
    sel_study_builder *builder = begin();
    const sel_study *study = build(builder, NULL);
    ck_assert(sel_study_share_donor(at(study, "A:1"), at(study, "B:2")));
    ck_assert(sel_study_share_donor(at(study, "B:10"), at(study, "C:only-C")));
    ck_assert(!sel_study_share_donor(at(study, "A:1"), at(study, "D:2")));
    ck_assert_uint_ne(at(study, "A:1")->funders[0], at(study, "B:2")->funders[0]);
    for (uint32_t i = 1; i < study->organisation_count; i++)
        ck_assert_int_lt(
            sel_str_compare(study->organisations[i - 1].name, study->organisations[i].name), 0);
    sel_study_builder_destroy(builder);
}
END_TEST

START_TEST(requests_are_found_by_their_identifier)
{
    sel_study_builder *builder = begin();
    add_request(builder, "FJI-1-02", "FJI");
    add_request(builder, "FJI-1-01", "FJI");
    add_request(builder, "ATL-1-01", "ATL"); /* no such country: left out */
    const sel_study *study = build(builder, NULL);
    ck_assert_uint_eq(study->request_count, 2);
    expect_slice(study->requests[0].id, "FJI-1-01");
    ck_assert_uint_eq(at(study, "A:1")->request, 0);
    ck_assert_uint_eq(at(study, "B:2")->request, 1);
    ck_assert_uint_eq(at(study, "B:10")->request, SEL_NONE);
    ck_assert(at(study, "B:10")->has_request); /* a letter is a request all the same */
    ck_assert(!at(study, "D:2")->has_request);
    ck_assert_uint_eq(at(study, "D:2")->request, SEL_NONE);
    sel_study_builder_destroy(builder);
}
END_TEST

START_TEST(money_of_other_currencies_needs_a_day_with_a_rate)
{
    sel_study_builder *builder = begin();
    sel_programme record = sel_programme_blank();
    record.register_name = SEL_STR("A");
    record.money = (sel_money){.low = 100, .high = 200, .currency = "EUR", .known = true};
    record.id = SEL_STR("1");
    sel_study_add_programme(builder, &record);
    memcpy(record.money.currency, "USD", 4);
    record.id = SEL_STR("2");
    sel_study_add_programme(builder, &record);
    memcpy(record.money.currency, "EUR", 4); /* 0.9012 for a dollar in 2015: 110.96, 221.93 */
    sel_date_read(SEL_STR("2015-03"), &record.start);
    record.person_days = (sel_range){10, 20, true};
    record.id = SEL_STR("3");
    sel_study_add_programme(builder, &record);
    record.set_aside = true;
    sel_study_add_programme(builder, &record);
    const sel_study *study = sel_study_finish(builder);
    ck_assert_uint_eq(study->programme_count, 3);
    ck_assert(at(study, "A:1")->conversion != NULL && !at(study, "A:1")->conversion->found);
    ck_assert_ptr_null(at(study, "A:2")->conversion);
    ck_assert(at(study, "A:3")->money_known);
    ck_assert_int_eq(at(study, "A:3")->money_low, 110);
    ck_assert_int_eq(at(study, "A:3")->money_high, 222);
    ck_assert_int_eq(at(study, "A:3")->conversion->stated.high, 200);
    ck_assert_int_eq(at(study, "A:3")->person_days.high, 20);
    ck_assert_uint_eq(study->set_aside, 1);
    ck_assert(!at(study, "A:1")->money_known);
    ck_assert_int_eq(at(study, "A:1")->money_high, 0);
    ck_assert(at(study, "A:2")->money_known);
    ck_assert_int_eq(at(study, "A:2")->money_high, 200);
    sel_study_builder_destroy(builder);
}
END_TEST

START_TEST(the_window_is_cut_from_the_model)
{
    sel_study_builder *builder = begin();
    const sel_study *study = sel_study_finish(builder);
    char text[SEL_DATE_ROOM];
    ck_assert_str_eq(sel_day_text(study->window_start, text), "2023-06-30");
    ck_assert_str_eq(sel_day_text(study->window_end, text), "2026-06-30");
    ck_assert_uint_eq(study->programme_count, 0);
    sel_study_builder_destroy(builder);
    sel_study_builder_destroy(NULL);
}
END_TEST

static void add_entries(sel_study_builder *builder, bool backwards)
{
    for (uint32_t i = 0; i < 12; i++) {
        uint32_t n = backwards ? 11 - i : i;
        const sel_need_entry entry = {.recipient = n % 3, .capability = n % 2, .submission = n / 6};
        sel_study_add_entry(builder, &entry);
    }
}

START_TEST(the_order_of_arrival_leaves_no_trace)
{
    sel_study_builder *builder = begin();
    add_entries(builder, false);
    add_request(builder, "FJI-1-01", "FJI");
    add_request(builder, "FJI-1-02", "FJI");
    sel_str expected = show(build(builder, NULL));
    uint32_t order[ROWS];
    uint32_t seed = 7;
    for (int round = 0; round < 200; round++) {
        for (uint32_t i = 0; i < ROWS; i++) {
            order[i] = i;
            seed = seed * 1664525U + 1013904223U;
            uint32_t j = (seed >> 16) % (i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        sel_study_builder *shuffled = begin();
        add_request(shuffled, "FJI-1-02", "FJI");
        add_entries(shuffled, true);
        add_request(shuffled, "FJI-1-01", "FJI");
        sel_str found = show(build(shuffled, order));
        ck_assert_msg(sel_str_equal(found, expected), "%s\n%s", found.ptr, expected.ptr);
        sel_study_builder_destroy(shuffled);
    }
    sel_study_builder_destroy(builder);
}
END_TEST

/* Named by address in any order; the newest about a pair stays, and one about a record that is not
 * there says nothing. */
START_TEST(decisions_about_records)
{
    static const row three[] = {{"aid", "P1", "One", "FJI", "Japan", 0, NULL, ""},
                                {"aid:x", "P2", "Two", "FJI", "Japan", 0, NULL, ""},
                                {"zone", "P3", "Three", "FJI", "Japan", 0, NULL, ""}};
    sel_study_builder *builder = begin();
    for (int i = 2; i >= 0; i--)
        add_row(builder, &three[i]);
    sel_study_decide_records(builder, SEL_STR("zone:P3"), SEL_STR("aid:P1"), SEL_RECORDS_SAME);
    sel_study_decide_records(builder, SEL_STR("aid:x:P2"), SEL_STR("aid:P1"), SEL_RECORDS_SAME);
    sel_study_decide_records(builder, SEL_STR("aid:P1"), SEL_STR("zone:P3"), SEL_RECORDS_RELATED);
    sel_study_decide_records(builder, SEL_STR("aid:P1"), SEL_STR("aid:P4"), SEL_RECORDS_SAME);
    sel_study_decide_records(builder, SEL_STR("aid:P1"), SEL_STR("aid:P1"), SEL_RECORDS_SAME);
    const sel_study *study = sel_study_finish(builder);
    ck_assert_uint_eq(study->decision_count, 2);
    ck_assert_int_eq(sel_study_decision_between(study, 0, 1)->verdict, SEL_RECORDS_SAME);
    ck_assert_int_eq(sel_study_decision_between(study, 2, 0)->verdict, SEL_RECORDS_RELATED);
    ck_assert_ptr_null(sel_study_decision_between(study, 1, 2));
    sel_study_builder_destroy(builder);
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {decisions_about_records,
                            programmes_stand_in_order_and_have_addresses,
                            links_are_resolved_by_address_or_by_the_only_identifier,
                            worldwide_identifiers_join_registers,
                            twins_by_link_and_by_a_title_that_only_one_has,
                            donors_answers_stand_behind_registers,
                            only_the_donors_newest_answer_counts,
                            accounts_are_copied,
                            donors_are_shared_across_agencies,
                            requests_are_found_by_their_identifier,
                            money_of_other_currencies_needs_a_day_with_a_rate,
                            the_window_is_cut_from_the_model,
                            the_order_of_arrival_leaves_no_trace,
                            NULL};
    int failed = run_tests("study", tests);
    shipped_close(&all);
    return failed;
}
