/* The tall sheet as people send it back: older layouts, moved and unknown columns, other forms. */
#include "input/response_file.h"

#include "base/text.h"
#include "shipped.h"

static shipped all;
static sel_questionnaire donors;

/* What was handed on, as "item=answer;". */
typedef struct outcome {
    sel_arena *arena;
    sel_issues issues;
    sel_response_counts counts;
    sel_text answers;
    sel_str organisation;
    sel_str respondent;
    uint32_t recipient;
} outcome;

static bool keep(void *to, const sel_response *response)
{
    outcome *out = to;
    out->recipient = response->recipient;
    out->organisation = sel_str_copy(out->arena, response->organisation);
    out->respondent = sel_str_copy(out->arena, response->respondent);
    for (uint32_t i = 0; i < response->answer_count; i++) {
        const sel_answer *answer = &response->answers[i];
        sel_text_printf(&out->answers, "%.*s=%.*s;",
                        SEL_STR_ARG(response->questionnaire->items[answer->item].name),
                        SEL_STR_ARG(answer->text));
    }
    return true;
}

static outcome read_as(const sel_questionnaire *questionnaire, sel_str text)
{
    outcome out = {.arena = sel_arena_create()};
    out.issues.arena = out.arena;
    out.answers.arena = out.arena;
    sel_error err = {0};
    sel_bytes *bytes = sel_bytes_open_memory("answers.csv", text);
    sel_response_guess guess = sel_response_recognise(bytes, &all.reference, questionnaire, NULL);
    ck_assert_int_eq(guess.form, SEL_FORM_TALL);
    ck_assert_int_eq(sel_response_read(bytes, &guess, questionnaire, &all.reference,
                                       (sel_response_sink){keep, &out}, NULL, &out.issues,
                                       &out.counts, &err),
                     SEL_OK);
    sel_bytes_close(bytes);
    return out;
}

static void forget(outcome *out)
{
    sel_arena_destroy(out->arena);
}

#define NEEDS  "Questionnaire,state-needs\nCountry,Fiji\nAgency,Ministry\n"
#define DONORS "Questionnaire,programme-self-assessment\n"

static void expect_needs(const char *rows, const char *answers)
{
    sel_arena *arena = sel_arena_create();
    outcome out = read_as(&all.questionnaire, sel_str_printf(arena, NEEDS "%s", rows));
    ck_assert_uint_eq(out.issues.group_count, 0);
    expect_slice(sel_text_str(&out.answers),
                 sel_str_printf(arena, "country=Fiji;agency=Ministry;%s", answers).ptr);
    forget(&out);
    sel_arena_destroy(arena);
}

/* Before rows of support had numbers, the first column was the programme. */
START_TEST(rows_count_by_number_or_by_order)
{
    const char *answers = "support_1_programme=CERT;support_1_donor=A;support_2_donor=B;";
    expect_needs("support received,programme,donor\n1,CERT,A\n2,,B\n", answers);
    expect_needs("support received,programme,donor\n2,,B\n\n1,CERT,A\n", answers);
    expect_needs("support received,donor\nCERT,A\n,B\n", answers);
    expect_needs("appui reçu,bailleur\nCERT,A\n,B\n", answers);
}
END_TEST

START_TEST(rows_that_nobody_asks_for_are_said)
{
    outcome out = read_as(&all.questionnaire,
                          SEL_STR(NEEDS "support received,donor\nP1,A\nP2,A\nP3,A\nP4,A\nP5,A\n"
                                        "P6,A\nrequest,capability\n4,D1.2\n"));
    ck_assert_uint_eq(times_reported(&out.issues, "W_ROW_UNKNOWN"), 2);
    ck_assert_uint_eq(out.counts.answers, 2 + 10);
    forget(&out);
}
END_TEST

START_TEST(columns_may_move_and_lines_may_stand_anywhere)
{
    expect_needs("code,capability,importance,now\nD1.2,x,high,don't know\n"
                 "Made or joined a statement there?,yes\n"
                 "points of contact,secure,designated\nTechnique,yes,no\n",
                 "now_d1_2=;importance_d1_2=high;made_statement=yes;poc_technical_designated=no;"
                 "poc_technical_secure=yes;");
}
END_TEST

START_TEST(headers_have_an_end)
{
    enum { CELLS = 3000 };
    sel_arena *arena = sel_arena_create();
    sel_text text = {.arena = arena};
    sel_text_printf(&text, NEEDS "code,capability,now");
    for (int i = 0; i < CELLS; i++)
        sel_text_printf(&text, ",x%d", i);
    sel_text_printf(&text, "\nD1.2,Incident response,2\n");
    outcome out = read_as(&all.questionnaire, sel_text_str(&text));
    ck_assert_uint_eq(out.counts.answers, 3);
    ck_assert_uint_gt(times_reported(&out.issues, "W_COLUMN_UNKNOWN"), 1000);
    ck_assert_uint_eq(times_reported(&out.issues, "W_RAGGED"), 1);
    forget(&out);
    sel_arena_destroy(arena);
}
END_TEST

static void expect_donor(const char *written, const char *shown, const char *stored)
{
    sel_arena *arena = sel_arena_create();
    sel_str text = sel_str_printf(
        arena, DONORS "Donor organisation,%s\nAgency,Desk\nprogramme,title,recipient\n1,T,Fiji\n",
        written);
    outcome out = read_as(&donors, text);
    ck_assert_uint_eq(out.issues.group_count, 0);
    ck_assert_uint_eq(out.recipient, SEL_NONE);
    expect_slice(out.organisation, shown);
    expect_slice(out.respondent, stored);
    ck_assert(sel_str_find(sel_text_str(&out.answers),
                           SEL_STR("programme_1_title=T;programme_1_recipient=Fiji;")) <
              sel_text_str(&out.answers).len);
    forget(&out);
    sel_arena_destroy(arena);
}

START_TEST(a_donor_goes_by_its_name)
{
    const sel_organisation *known = &all.reference.organisations.list[0];
    sel_str stored = sel_str_printf(all.arena, "organisation:%.*s", SEL_STR_ARG(known->name));
    expect_donor(sel_str_printf(all.arena, "\"%.*s\"", SEL_STR_ARG(known->name)).ptr,
                 known->name.ptr, stored.ptr);
    expect_donor("Société Nulle-Part", "Société Nulle-Part", "organisation:societe nulle part");
    expect_donor("SOCIETE nulle part", "SOCIETE nulle part", "organisation:societe nulle part");
}
END_TEST

START_TEST(a_donor_without_name_is_a_fault)
{
    outcome out = read_as(&donors, SEL_STR(DONORS "Agency,Desk\n"));
    ck_assert_uint_eq(out.counts.taken, 0);
    ck_assert_uint_gt(out.counts.faulty, 0);
    forget(&out);
}
END_TEST

int main(void)
{
    all = shipped_open();
    sel_error err = {0};
    if (sel_questionnaire_open(SELARAS_SOURCE_DIR "/questionnaires/programme-self-assessment",
                               all.arena, &donors, &err) != SEL_OK)
        return EXIT_FAILURE;
    const TTest *tests[] = {rows_count_by_number_or_by_order,
                            rows_that_nobody_asks_for_are_said,
                            columns_may_move_and_lines_may_stand_anywhere,
                            headers_have_an_end,
                            a_donor_goes_by_its_name,
                            a_donor_without_name_is_a_fault,
                            NULL};
    int failed = run_tests("response_tall", tests);
    sel_questionnaire_close(&donors);
    shipped_close(&all);
    return failed;
}
