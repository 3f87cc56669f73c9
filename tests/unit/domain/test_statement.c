#include "domain/statement.h"

#include "shipped.h"

#define ck_assert_str(slice, expected)                                                             \
    ck_assert_msg(sel_str_is((slice), (expected)), "'%.*s', not '%s'", SEL_STR_ARG(slice),         \
                  (expected))

static shipped all;
static sel_questionnaire donors_form;

/* A response that is filled answer by answer. */
typedef struct filled {
    sel_response response;
    sel_answer answers[64];
    uint32_t count;
} filled;

static void begin_response(filled *to, const sel_questionnaire *form, uint32_t recipient)
{
    *to = (filled){.response = {.questionnaire = form,
                                .recipient = recipient,
                                .agency = SEL_STR("CERT"),
                                .round = SEL_STR("2"),
                                .disclosure = SEL_STR("parties")}};
    if (recipient == SEL_NONE) {
        to->response.organisation = SEL_STR("AUSTRALIA"); /* as it writes it */
        to->response.respondent = SEL_STR("organisation:Australia");
    }
}

static sel_answer *add(filled *to, const char *name, sel_answer_kind kind)
{
    uint32_t item = sel_questionnaire_item(to->response.questionnaire, sel_str_of(name));
    ck_assert_msg(item != SEL_NONE, "there is no question %s", name);
    sel_answer *answer = &to->answers[to->count++];
    *answer = (sel_answer){.item = item, .kind = kind, .line = 7};
    return answer;
}

static void say(filled *to, const char *name, const char *text)
{
    add(to, name, SEL_ANSWER_VALUE)->text = sel_str_of(text);
}

static void does_not_apply(filled *to, const char *name)
{
    add(to, name, SEL_ANSWER_NOT_APPLICABLE);
}

static int by_item(const void *a, const void *b)
{
    uint32_t left = ((const sel_answer *)a)->item;
    uint32_t right = ((const sel_answer *)b)->item;
    return (left > right) - (left < right);
}

/* The only programme that the response tells of. */
static const sel_programme *only(filled *of)
{
    uint32_t count = 0;
    qsort(of->answers, of->count, sizeof *of->answers, by_item);
    of->response.answers = of->answers;
    of->response.answer_count = of->count;
    const sel_programme *list =
        sel_statement_programmes(&of->response, &all.reference, all.arena, &count);
    ck_assert_uint_eq(count, 1);
    return list;
}

static uint32_t fiji(void)
{
    return sel_geography_code(&all.reference.geography, SEL_STR("FJI"));
}

static void check_groups(sel_group_set set, int said, unsigned groups)
{
    ck_assert_int_eq(set.said, said);
    ck_assert_uint_eq(set.groups, groups);
}

START_TEST(a_row_without_an_account)
{
    filled f;
    begin_response(&f, &all.questionnaire, fiji());
    say(&f, "support_1_programme", "Cyber school");
    say(&f, "support_1_donor", "Japan");
    const sel_programme *record = only(&f);
    ck_assert_str(record->register_name, "recipient:FJI");
    ck_assert_ptr_null(record->account);
    ck_assert_uint_eq(record->request.len, 0);
    ck_assert_uint_eq(record->disclosure.len, 0);
}
END_TEST

START_TEST(everything_a_recipient_is_asked)
{
    filled f;
    begin_response(&f, &all.questionnaire, fiji());
    say(&f, "support_1_programme", "Cyber school");
    say(&f, "support_1_request_document", " Note 14/2026 ");
    say(&f, "support_1_document", "Strategy 2025");
    say(&f, "support_1_drafted_by", "us");
    say(&f, "support_1_implementer_country", "fidji");
    say(&f, "support_1_division", "no");
    say(&f, "support_1_change", "technical");
    say(&f, "support_1_call_criteria", "yes");
    does_not_apply(&f, "support_1_call_languages"); /* alone: not known */
    say(&f, "support_1_call_travel", "no");
    say(&f, "support_1_tools", "yes");
    say(&f, "support_1_tools_evidence", "public");
    say(&f, "support_1_local_groups", "business technical");
    say(&f, "support_1_design_groups", "none");
    does_not_apply(&f, "support_1_evaluation_groups");
    const sel_programme *record = only(&f);
    ck_assert_str(record->request, "Note 14/2026");
    const sel_account *account = record->account;
    ck_assert_ptr_nonnull(account);
    ck_assert_str(account->document, "Strategy 2025");
    ck_assert_int_eq(account->drafted, SEL_DRAFTED_RECIPIENT);
    ck_assert_str_eq(account->country, "FJI");
    ck_assert_int_eq(account->division, 0);
    ck_assert_int_eq(account->interruption, SEL_INTERRUPTION_TECHNICAL);
    ck_assert_int_eq(account->call[0], 1);
    ck_assert_int_eq(account->call[1], SEL_UNKNOWN);
    ck_assert_int_eq(account->call[2], 0);
    ck_assert_int_eq(account->tools, 1);
    ck_assert_int_eq(account->tools_evidence, SEL_SHOWN_PUBLIC);
    check_groups(account->local, 1, 1U << 1 | 1U << 4);
    check_groups(account->design, 1, 0);
    check_groups(account->evaluation, SEL_DOES_NOT_APPLY, 0);
    /* recipients are not asked how it was bought and assessed */
    ck_assert_int_eq(account->assessed, SEL_ASSESSED_UNKNOWN);
    ck_assert_int_eq(account->procurement, SEL_PROCUREMENT_UNKNOWN);
    ck_assert_int_eq(account->seller_advised, SEL_UNKNOWN);
}
END_TEST

START_TEST(what_does_not_apply)
{
    filled f;
    begin_response(&f, &all.questionnaire, fiji());
    say(&f, "support_1_programme", "Cyber school");
    does_not_apply(&f, "support_1_call_criteria");
    does_not_apply(&f, "support_1_tools");
    does_not_apply(&f, "support_1_drafted_by");
    const sel_account *account = only(&f)->account;
    ck_assert_ptr_nonnull(account);
    for (int i = 0; i < SEL_CALL_ITEMS; i++)
        ck_assert_int_eq(account->call[i], SEL_DOES_NOT_APPLY);
    ck_assert_int_eq(account->tools, SEL_DOES_NOT_APPLY);
    ck_assert_int_eq(account->drafted, SEL_DRAFTED_NONE); /* it follows no document */
    ck_assert_int_eq(account->tools_evidence, SEL_UNKNOWN);
}
END_TEST

/* Neither is an answer, so there is no account. */
START_TEST(what_nobody_can_use)
{
    filled f;
    begin_response(&f, &all.questionnaire, fiji());
    say(&f, "support_1_programme", "Cyber school");
    say(&f, "support_1_implementer_country", "Atlantis");
    say(&f, "support_1_local_groups", "business none");
    does_not_apply(&f, "support_1_change");
    add(&f, "support_1_tools", SEL_ANSWER_DONT_KNOW);
    ck_assert_ptr_null(only(&f)->account);
}
END_TEST

START_TEST(a_body_is_no_country)
{
    filled f;
    begin_response(&f, &all.questionnaire, fiji());
    say(&f, "support_1_programme", "Cyber school");
    say(&f, "support_1_implementer_country", "ASEAN");
    ck_assert_ptr_null(only(&f)->account);
}
END_TEST

START_TEST(a_donors_own_programme)
{
    filled f;
    begin_response(&f, &donors_form, SEL_NONE);
    say(&f, "programme_2_title", "Cyber school");
    say(&f, "programme_2_id", "AU-77");
    say(&f, "programme_2_recipient", "Fiji");
    say(&f, "programme_2_capability", "D1.2");
    say(&f, "programme_2_decision_date", "2025-03-01");
    say(&f, "programme_2_amount", "1200.50");
    say(&f, "programme_2_currency", "aud");
    add(&f, "programme_2_person_days", SEL_ANSWER_VALUE)->number = 40;
    say(&f, "programme_2_implementer", "APNIC");
    say(&f, "programme_2_request_linked", "yes");
    say(&f, "programme_2_request_document", "FJI-1-01");
    say(&f, "programme_2_coordinated_with", "Japan");
    say(&f, "programme_2_drafted_by", "recipient");
    say(&f, "programme_2_assessment", "joint");
    say(&f, "programme_2_procurement", "limited");
    say(&f, "programme_2_seller_advised", "yes");
    const sel_programme *record = only(&f);
    ck_assert_str(record->register_name, "donor:Australia");
    ck_assert(sel_statement_is_donors(record->register_name));
    ck_assert(sel_statement_is_register(record->register_name));
    /* the agency's mark: first four places of SHA-256 of "CERT" */
    ck_assert_str(record->id, "2-fc3c-P2");
    ck_assert_str(record->disclosure, "parties");
    ck_assert_uint_eq(record->link_count, 1);
    ck_assert_int_eq(record->links[0].kind, SEL_LINK_SAME);
    ck_assert_str(record->links[0].other, "AU-77");
    ck_assert_str(record->recipients[0].code, "FJI");
    ck_assert_str(record->capabilities[0].code, "D1.2");
    ck_assert_uint_eq(record->party_count, 2);
    ck_assert_str(record->parties[0].name, "AUSTRALIA");
    ck_assert_int_eq(record->parties[0].role, SEL_ROLE_FUNDING);
    ck_assert_str(record->parties[1].name, "APNIC");
    ck_assert_int_eq(record->decided.earliest, sel_day_of(2025, 3, 1));
    ck_assert_int_eq(record->money.low, 120050);
    ck_assert_str_eq(record->money.currency, "AUD");
    ck_assert_int_eq(record->person_days.high, 40);
    ck_assert_int_eq(record->asked_first, 1);
    ck_assert_str(record->request, "FJI-1-01");
    ck_assert_str(record->coordination, "Japan");
    ck_assert_int_eq(record->account->drafted, SEL_DRAFTED_RECIPIENT);
    ck_assert_int_eq(record->account->assessed, SEL_ASSESSED_JOINT);
    ck_assert_int_eq(record->account->procurement, SEL_PROCUREMENT_LIMITED);
    ck_assert_int_eq(record->account->seller_advised, 1);
}
END_TEST

START_TEST(a_donors_recipient_that_nobody_knows)
{
    filled f;
    begin_response(&f, &donors_form, SEL_NONE);
    say(&f, "programme_1_title", "Cyber school");
    say(&f, "programme_1_recipient", "Atlantis");
    const sel_programme *record = only(&f);
    ck_assert_uint_eq(record->recipient_count, 0);
    ck_assert_ptr_null(record->account);
}
END_TEST

/* The requests that donors received are not requests of theirs. */
START_TEST(a_donor_requests_nothing)
{
    filled f;
    uint32_t count = 9;
    begin_response(&f, &donors_form, SEL_NONE);
    say(&f, "request_1_capability", "D1.2");
    f.response.answers = f.answers;
    f.response.answer_count = f.count;
    sel_statement_requests(&f.response, &all.reference, 0, all.arena, &count);
    ck_assert_uint_eq(count, 0);
    sel_statement_programmes(&f.response, &all.reference, all.arena, &count);
    ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(what_a_form_asks)
{
    ck_assert(sel_statement_asked(&all.questionnaire));
    ck_assert(!sel_statement_asked_of_donors(&all.questionnaire));
    ck_assert(!sel_statement_asked(&donors_form));
    ck_assert(sel_statement_asked_of_donors(&donors_form));
    sel_statement_items items = sel_statement_items_of(&donors_form);
    ck_assert_uint_eq(items.count, 3); /* titles of its three programmes */
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_row_without_an_account,
                                  everything_a_recipient_is_asked,
                                  what_does_not_apply,
                                  what_nobody_can_use,
                                  a_body_is_no_country,
                                  a_donors_own_programme,
                                  a_donors_recipient_that_nobody_knows,
                                  a_donor_requests_nothing,
                                  what_a_form_asks,
                                  NULL};
    sel_error err = {0};
    all = shipped_open();
    if (sel_questionnaire_open(SELARAS_SOURCE_DIR "/questionnaires/programme-self-assessment",
                               all.arena, &donors_form, &err) != SEL_OK) {
        fprintf(stderr, "%s\n", err.message);
        return EXIT_FAILURE;
    }
    int failed = run_tests("statement", tests);
    shipped_close(&all);
    return failed;
}
