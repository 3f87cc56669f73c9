/* Wide files as survey tools write them, against a small form of every kind of question. */
#include "base/text.h"
#include "input/questionnaire_file.h"
#include "input/response_file.h"
#include "shipped.h"

static sel_reference reference;
static sel_questionnaire form;

static const char form_text[] = "survey\n"
                                ",type,name,label::English (en),label::Fran\xC3\xA7"
                                "ais (fr)\n"
                                ",begin_group,org,Organisation,Organisation\n"
                                ",text,name,Name,Nom\n"
                                ",text,remark,Comment,Commentaire\n"
                                ",end_group,,,\n"
                                ",select_one yn,ready,Ready?,Pr\xC3\xAAt ?\n"
                                ",select_multiple kinds,kinds,What kinds?,Quels types ?\n"
                                ",decimal,share,Share,Part\n"
                                ",date,since,Since,Depuis\n"
                                ",rank kinds,order,Order,Ordre\n"
                                ",text,kinds_other,Other,Autre\n"
                                ",text,remark2,Comment,Commentaire\n"
                                "choices\n"
                                ",list_name,name,label::English (en),label::Fran\xC3\xA7"
                                "ais (fr)\n"
                                ",yn,yes,Yes,Oui\n"
                                ",yn,no,No,Non\n"
                                ",kinds,law,\"Law, rules\",Droit\n"
                                ",kinds,tech,Technology,Technique\n"
                                ",kinds,people,People,Personnes\n"
                                "settings\n"
                                ",form_title,form_id,version\n"
                                ",Small,small,1\n";

typedef struct outcome {
    sel_arena *arena;
    sel_response_guess guess;
    sel_issues issues;
    sel_response_counts counts;
    sel_text text; /* "name=value;" of each answer, "|" behind each response */
    sel_status status;
    sel_error err;
} outcome;

static bool keep(void *to, const sel_response *response)
{
    outcome *out = to;
    for (uint32_t i = 0; i < response->answer_count; i++) {
        const sel_answer *answer = &response->answers[i];
        sel_text_printf(&out->text, "%.*s=%.*s;", SEL_STR_ARG(form.items[answer->item].name),
                        SEL_STR_ARG(answer->text));
    }
    sel_text_add_char(&out->text, '|');
    return true;
}

static outcome read_as(const char *text, const sel_response_options *said)
{
    outcome out = {.arena = sel_arena_create()};
    out.issues.arena = out.arena;
    out.text.arena = out.arena;
    sel_bytes *bytes = sel_bytes_open_memory("answers.csv", sel_str_of(text));
    out.guess = sel_response_recognise(bytes, &reference, &form, said);
    ck_assert_int_eq(out.guess.form, SEL_FORM_WIDE);
    out.status =
        sel_response_read(bytes, &out.guess, &form, &reference, (sel_response_sink){keep, &out},
                          NULL, &out.issues, &out.counts, &out.err);
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    sel_bytes_close(bytes);
    return out;
}

/* Read text, compare its answers; code: the one kind of issue expected, or NULL for none. */
static void expect_as(const char *text, const sel_response_options *said, const char *answers,
                      const char *code)
{
    outcome out = read_as(text, said);
    for (uint32_t i = 0; i < out.issues.group_count; i++) {
        const char *found = out.issues.groups[i]->places[0].code;
        ck_assert_msg(code != NULL && strcmp(found, code) == 0, "%s: %s", text, found);
    }
    ck_assert_msg(code == NULL || out.issues.group_count > 0, "%s: no %s", text, code);
    expect_slice(sel_text_str(&out.text), answers);
    sel_arena_destroy(out.arena);
}

static void expect(const char *text, const char *answers, const char *code)
{
    expect_as(text, NULL, answers, code);
}

START_TEST(headers_in_every_dress)
{
    expect("org/name,ready\nA,yes\n", "name=A;ready=yes;|", NULL);
    expect("org-name;ready\nA;yes\n", "name=A;ready=yes;|", NULL);
    expect("org.name\tready\nA\tyes\n", "name=A;ready=yes;|", NULL);
    expect("org:name|ready\nA|yes\n", "name=A;ready=yes;|", NULL);
    expect(" ORG/NAME\xC2\xA0,Ready?\nA,yes\n", "name=A;ready=yes;|", NULL);
    expect("Organisation/Name,Pr\xC3\xAAt ?\nA,Oui\n", "name=A;ready=yes;|", NULL);
    expect("other/groups/name,ready\nA,yes\n", "name=A;ready=yes;|", NULL);
    expect("name,kindsother,ready\nA,x,yes\n", "name=A;ready=yes;kinds_other=x;|", NULL);
    expect("name,ready,sub-kinds\nA,yes,law\n", "name=A;ready=yes;|", "W_COLUMN_UNKNOWN");
}
END_TEST

START_TEST(the_same_header_twice)
{
    expect("Name,Comment,Ready?,Comment\nA,x,Yes,y\n", "name=A;remark=x;ready=yes;remark2=y;|",
           NULL);
    expect("Name,Ready?,Comment\nA,Yes,x\n", "", "E_HEADER_AMBIGUOUS");
    expect("name,ready,name\nA,yes,B\n", "", "E_HEADER_DUPLICATE");
}
END_TEST

START_TEST(one_column_per_choice)
{
    static const char split[] = "name,kinds,kinds/law,kinds/tech,kinds/people\n";
    char text[256];
    snprintf(text, sizeof text, "%sA,law tech,1,1,0\nB,,0,0,0\nC,,,,\n", split);
    expect(text, "name=A;kinds=law tech;|name=B;|name=C;|", NULL);
    snprintf(text, sizeof text, "%sA,law tech,1,0,0\n", split);
    expect(text, "", "E_MULTI_CONFLICT");
    snprintf(text, sizeof text, "%sA,,1,0,0\n", split);
    expect(text, "", "E_MULTI_EMPTY");
    snprintf(text, sizeof text, "%sA,law,maybe,,\n", split);
    outcome out = read_as(text, NULL);
    ck_assert_uint_eq(times_reported(&out.issues, "E_TICK_UNKNOWN"), 1);
    sel_arena_destroy(out.arena);
    expect("name,kinds[law],kinds[people]\nA,Y,\nB,N,Y\n",
           "name=A;kinds=law;|name=B;kinds=people;|", NULL);
    expect("Name,\"What kinds? [Law, rules]\",What kinds? [People]\nA,VRAI,FAUX\n",
           "name=A;kinds=law;|", NULL);
    expect("name,kinds/law,kinds/people\nA,\"Law, rules\",\n", "name=A;kinds=law;|", NULL);
}
END_TEST

START_TEST(several_choices_in_one_cell)
{
    expect("name,kinds\nA,tech law\n", "name=A;kinds=law tech;|", NULL);
    expect("name,kinds\nA,\"Technology Law, rules\"\n", "name=A;kinds=law tech;|", NULL);
    expect("name,kinds\nA,\"Law, rules;People\"\n", "name=A;kinds=law people;|", NULL);
    expect("name,kinds\nA,\"Law, rules, People\"\n", "name=A;kinds=law people;|", NULL);
    expect("name,kinds\nA,\"Law, People\"\n", "name=A;kinds=law people;|", NULL);
    expect("name,kinds\nA,Gas\n", "", "E_CHOICE_UNKNOWN");
}
END_TEST

START_TEST(rankings_keep_their_order)
{
    expect("name,order\nA,tech law people\n", "name=A;order=tech law people;|", NULL);
    expect("name,order\nA,Technology;People\n", "name=A;order=tech people;|", NULL);
    expect("name,order[1],order[2],order[3]\nA,tech,law,\n", "name=A;order=tech law;|", NULL);
}
END_TEST

START_TEST(booleans_of_any_language)
{
    expect("name,ready\nA,TRUE\nB,FAUX\nC,\xD0\x98\xD0\xA1\xD0\xA2\xD0\x98\xD0\x9D\xD0\x90\n",
           "name=A;ready=yes;|name=B;ready=no;|name=C;ready=yes;|", NULL);
}
END_TEST

START_TEST(numbers_by_their_column)
{
    expect("name;share\nA;2,5\nB;1.234\n", "name=A;share=2.5;|name=B;share=1234;|", NULL);
    expect("name;share\nA;1.234\n", "", "E_DECIMAL_AMBIGUOUS");
    const sel_response_options comma = {.decimal = SEL_DECIMAL_COMMA};
    expect_as("name;share\nA;1.234\n", &comma, "name=A;share=1234;|", NULL);
    expect("name,share\nA,1.234\n", "", "E_DECIMAL_AMBIGUOUS");
    expect("_uuid,__version__,name,share\nu,v,A,1.234\n", "name=A;share=1.234;|", NULL);
    expect("_uuid;__version__;name;share\nu;v;A;1.234\n", "", "E_DECIMAL_AMBIGUOUS");
    expect("name;share\nA;1 234,5\nB;2.500\n", "name=A;share=1234.5;|name=B;share=2500;|", NULL);
}
END_TEST

START_TEST(dates_by_their_column)
{
    expect("name,since\nA,03/04/2025\nB,25/04/2025\n",
           "name=A;since=2025-04-03;|name=B;since=2025-04-25;|", NULL);
    expect("name,since\nA,03/04/2025\nB,04/25/2025\n",
           "name=A;since=2025-03-04;|name=B;since=2025-04-25;|", NULL);
    expect("name,since\nA,03/04/2025\n", "", "E_DATE_AMBIGUOUS");
    expect("name,since\nA,2024-01-01 10:00:00\n", "name=A;since=2024-01-01;|", NULL);
    expect("name,since\nA,2024-01-01 to 2024-05-01\n", "", "E_TYPE_DATE");
    const sel_response_options month_first = {.dates = SEL_ORDER_MDY};
    expect_as("name,since\nA,03/04/2025\n", &month_first, "name=A;since=2025-03-04;|", NULL);
}
END_TEST

START_TEST(rows_above_and_below_the_header)
{
    expect("Our form 2026,,\n,,\nname,ready,\nA,yes,\n,,\n", "name=A;ready=yes;|", NULL);
    expect("sep=;\nname;ready\nA;yes\n", "name=A;ready=yes;|", NULL);
    expect("name,ready\n#org+name,#ready\nA,yes\n", "name=A;ready=yes;|", NULL);
    expect("name,ready\rA,yes\r", "name=A;ready=yes;|", NULL);
    expect("name,ready\nName,Ready?\nA,yes\n", "name=A;ready=yes;|", NULL);
}
END_TEST

START_TEST(survey_monkey_has_two_rows)
{
    static const char text[] =
        "Respondent ID,Collector ID,Name,Ready?,What kinds?,,,Share\n"
        ",,Open-Ended Response,Response,\"Law, rules\",Technology,People,Open-Ended Response\n"
        "11,22,A,Yes,\"Law, rules\",,People,2.5\n";
    outcome out = read_as(text, NULL);
    ck_assert_int_eq(out.guess.source, SEL_SOURCE_SURVEYMONKEY);
    sel_arena_destroy(out.arena);
    expect(text, "name=A;ready=yes;kinds=law people;share=2.5;|", NULL);
}
END_TEST

START_TEST(qualtrics_has_three_rows)
{
    static const char names[] =
        "StartDate,ResponseId,RecordedDate,name,ready\n"
        "Start Date,Response ID,Recorded Date,Name,Ready?\n"
        "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\","
        "\"{\"\"ImportId\"\":\"\"x\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\","
        "\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n"
        "2026-01-01,R_1,2026-01-01,A,Yes\n";
    outcome out = read_as(names, NULL);
    ck_assert_int_eq(out.guess.source, SEL_SOURCE_QUALTRICS);
    ck_assert_uint_eq(out.guess.data_row, 4);
    sel_arena_destroy(out.arena);
    expect(names, "name=A;ready=yes;|", NULL);
    /* names of Qualtrics' own: the questions stand in the second row */
    expect("StartDate,ResponseId,RecordedDate,Q1,Q2\n"
           "Start Date,Response ID,Recorded Date,Name,Ready?\n"
           "\"{\"\"ImportId\"\":\"\"a\"\"}\",\"{\"\"ImportId\"\":\"\"b\"\"}\",,,\n"
           "2026-01-01,R_1,2026-01-01,A,Yes\n",
           "name=A;ready=yes;|", NULL);
}
END_TEST

START_TEST(what_tools_write_for_nothing)
{
    expect("_uuid,meta/instanceID,org/name,org/remark,ready\nu,i,A,n/a,n/a\n", "name=A;|", NULL);
    expect("name,remark\nA,n/a\n", "name=A;remark=n/a;|", NULL);
    expect("name,share\nA,#N/A\n", "name=A;|", "W_FORMULA_FAILED");
    expect("name,remark\nA,=1+1\n", "name=A;remark==1+1;|", "W_FORMULA_TEXT");
}
END_TEST

START_TEST(rows_out_of_shape)
{
    expect("name,ready\nA,yes,,\n", "name=A;ready=yes;|", NULL);
    expect("name,ready\nA,yes,x\n", "", "E_RAGGED");
    expect("name,ready\nA\n", "", "E_RAGGED");
}
END_TEST

static sel_status open_form(sel_arena *arena, sel_error *err)
{
    sel_issues issues = {.arena = arena};
    sel_definition_sheets sheets;
    sel_bytes *bytes = sel_bytes_open_memory("form.csv", sel_str_of(form_text));
    sel_status status = sel_definition_sheets_read(bytes, arena, &sheets, &issues, err);
    sel_bytes_close(bytes);
    if (status == SEL_OK)
        sel_questionnaire_read(&sheets, arena, &form, &issues);
    return status != SEL_OK || sel_issues_allow(&issues)
               ? status
               : sel_fail(err, SEL_BAD_INPUT, "the form of the test is not sound");
}

static void count_suggestion(void *to, const sel_issue *issue)
{
    uint32_t *count = to;
    *count += issue->suggestion.len > 0;
}

/* All faults of a large file are counted; what they could mean is looked for where it is shown. */
START_TEST(many_wrong_cells)
{
    enum { READY = 6000, KINDS = 30, SUGGESTED = 5000 };
    outcome out = {.arena = sel_arena_create()};
    uint32_t suggestions = 0;
    sel_text text = {.arena = out.arena};
    sel_text_add(&text, SEL_STR("ready,kinds\n"));
    for (int i = 0; i < READY; i++)
        sel_text_add(&text, SEL_STR("yess,law\n"));
    for (int i = 0; i < KINDS; i++)
        sel_text_add(&text, SEL_STR("yes,tecj\n"));
    out.issues = (sel_issues){.arena = out.arena, .each = count_suggestion, .to = &suggestions};
    sel_bytes *bytes = sel_bytes_open_memory("answers.csv", sel_text_str(&text));
    out.guess = sel_response_recognise(bytes, &reference, &form, NULL);
    ck_assert(sel_response_read(bytes, &out.guess, &form, &reference,
                                (sel_response_sink){keep, &out}, NULL, &out.issues, &out.counts,
                                &out.err) == SEL_OK);
    ck_assert_uint_eq(out.counts.faulty, READY + KINDS);
    ck_assert_uint_eq(out.issues.group_count, 2);
    ck_assert_uint_eq(out.issues.groups[0]->count, READY);
    ck_assert_uint_eq(out.issues.groups[1]->count, KINDS);
    ck_assert_uint_eq(suggestions, SUGGESTED + SEL_ISSUE_PLACES);
    for (uint32_t i = 0; i < SEL_ISSUE_PLACES; i++)
        ck_assert(sel_str_is(out.issues.groups[1]->places[i].suggestion, "tech"));
    sel_bytes_close(bytes);
    sel_arena_destroy(out.arena);
}
END_TEST

int main(void)
{
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    reference = shipped_reference(arena);
    if (open_form(arena, &err) != SEL_OK) {
        fprintf(stderr, "%s, line %u: %s\n", err.source, (unsigned)err.line, err.message);
        return EXIT_FAILURE;
    }
    const TTest *tests[] = {many_wrong_cells,
                            headers_in_every_dress,
                            the_same_header_twice,
                            one_column_per_choice,
                            several_choices_in_one_cell,
                            rankings_keep_their_order,
                            booleans_of_any_language,
                            numbers_by_their_column,
                            dates_by_their_column,
                            rows_above_and_below_the_header,
                            survey_monkey_has_two_rows,
                            qualtrics_has_three_rows,
                            what_tools_write_for_nothing,
                            rows_out_of_shape,
                            NULL};
    int failed = run_tests("response_wide", tests);
    sel_questionnaire_close(&form);
    sel_reference_close(&reference);
    sel_arena_destroy(arena);
    return failed;
}
