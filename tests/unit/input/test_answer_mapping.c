/* Mappings and what they make of files that cannot be understood without them. */
#include "answers_fixture.h"
#include "input/header_text.h"

static sel_reference reference;

static const char form[] = "survey\n"
                           ",type,name,label::English (en),calculation\n"
                           ",begin_group,org,Organisation,\n"
                           ",text,name,Name,\n"
                           ",end_group,,,\n"
                           ",select_one yn,ready,Ready?,\n"
                           ",select_multiple kinds,kinds,What kinds?,\n"
                           ",integer,staff,Staff,\n"
                           ",rank kinds,order,Order,\n"
                           ",text,remark,Comment,\n"
                           ",text,remark2,Comment,\n"
                           ",calculate,twice,Twice,${staff} * 2\n"
                           "choices\n"
                           ",list_name,name,label::English (en)\n"
                           ",yn,yes,Yes\n"
                           ",yn,no,No\n"
                           ",kinds,law,\"Law, rules\"\n"
                           ",kinds,tech,Technology\n"
                           ",kinds,people,People\n"
                           "settings\n"
                           ",form_title,form_id,version\n"
                           ",Small,small,1\n";

static void expect(const char *mapping, const char *file, const char *expected, const char *issues)
{
    expect_answers(&reference, form, mapping, file, expected, issues);
}

START_TEST(columns_get_their_questions)
{
    expect("column,question\nQID1,name\nQID2,ready\nold,-\n", "QID1,QID2,old\nA,yes,x\n",
           "name=A;ready=yes;|", "");
    expect("column,question\nQID1,org/name\nQ,kinds/law\nR,kinds/people\n", "QID1,Q,R\nA,1,0\n",
           "name=A;kinds=law;|", "");
    expect("column,question\nW,name\nX,order/1\nY,order/2\n", "W,X,Y\nA,tech,law\n",
           "name=A;order=tech law;|", "");
    /* it goes before what the header says */
    expect("column,question\nremark,remark2\n", "name,ready,remark\nA,yes,x\n",
           "name=A;ready=yes;remark2=x;|", "");
}
END_TEST

START_TEST(columns_that_stand_twice_have_letters)
{
    expect("column,question\n[C],remark2\n", "name,ready,Comment\nA,yes,x\n",
           "name=A;ready=yes;remark2=x;|", "");
    expect("column,question\n[A],-\n[B],name\n", "name,name,ready\nA,B,yes\n", "name=B;ready=yes;|",
           "");
    expect("column,question\nx,name\n", "x,x,ready\nA,B,yes\n", "",
           "E_HEADER_DUPLICATE 1,2 x>\nE_MAPPING_SEVERAL 2,0 x>\n");
}
END_TEST

START_TEST(cells_get_their_choices)
{
    static const char codes[] = "column,question,found,choice\n"
                                "Q1,ready,1,yes\nQ1,ready,2,no\nQ1,ready,-99,-\n";
    expect(codes, "name,Q1\nA,1\nB,2\nC,-99\nD,yes\n",
           "name=A;ready=yes;|name=B;ready=no;|name=C;|name=D;ready=yes;|", "");
    expect(codes, "name,Q1\nA,3\n", "", "E_CHOICE_UNKNOWN 2,2 3>\n");
    static const char several[] = "column,question,found,choice\n"
                                  "k,kinds,1,law\nk,kinds,2,tech\nk,kinds,3,people\nk,kinds,9,-\n";
    expect(several, "name,k\nA,\"1,3\"\nB,2;1\nC,3 2\nD,2\nE,9\n",
           "name=A;kinds=law people;|name=B;kinds=law tech;|name=C;kinds=tech people;|"
           "name=D;kinds=tech;|name=E;|",
           "");
    /* a label with the separator in it stays whole */
    expect(several, "name,k\nA,\"3,Law, rules\"\n", "name=A;kinds=law people;|", "");
    /* the column of one choice, a number */
    expect("column,question,found,choice\nl,kinds/law,chosen,1\nl,kinds/law,not,0\n"
           "s,staff,?,dont_know\ns,staff,none said,-\n",
           "name,l,s\nA,chosen,?\nB,not,none said\n", "name=A;kinds=law;staff=?1;|name=B;|", "");
}
END_TEST

START_TEST(a_mapping_in_any_dress)
{
    expect("\xEF\xBB\xBFquestion;Column;\r\nname;Q1;\r\nready;Q2;\r\n;;\r\n", "Q1,Q2\nA,yes\n",
           "name=A;ready=yes;|", "");
    /* apostrophes as guards against formulas */
    expect("column,question\n'=x,name\nQ2,ready\nQ3,'-\n", "=x,Q2,Q3\nA,yes,x\n",
           "name=A;ready=yes;|", "");
    expect("column\tquestion\n Q1 \tname\nQ2\tready\nQ3\t\n", "Q1,Q2,Q3\nA,yes,x\n",
           "name=A;ready=yes;|", "W_COLUMN_UNKNOWN 1,3 Q3>\n");
}
END_TEST

START_TEST(all_faults_are_found_in_one_run)
{
    expect("column,question,found,choice\n"
           "Q1,nane,,\n"              /* did you mean name */
           "Q2,ready,1,yess\n"        /* did you mean yes */
           "Q2,ready,2,no\n"          /* sound */
           "Q2,ready,2,yes\n"         /* 2 was no */
           "Q2,staff,,\n"             /* Q2 was ready */
           "Q3,Comment,,\n"           /* a wording, and of two questions */
           "Q4,twice,,\n"             /* nobody answers it */
           ",name,,\n"                /* which column? */
           "Q5,,1,yes\n"              /* which question? */
           "Q2,ready,3,\n"            /* which choice? */
           "Nmae,remark,,\n"          /* not in the file */
           "Q9,remark2,x,dont_know\n" /* a text is no choice */
           "Q8,-,1,yes\n",            /* what is left out has no choices */
           "Q1,Q2,Q3,Q4,Q5,Q8,Q9,name,ready_not\nA,2,c,4,5,8,9,B,y\n", "",
           "E_MAPPING_QUESTION 2,2 nane>name\n"
           "E_MAPPING_QUESTION 7,2 Comment>\n"
           "E_MAPPING_QUESTION 8,2 twice>\n"
           "E_MAPPING_CHOICE 3,4 yess>yes\n"
           "E_MAPPING_CHOICE 13,4 dont_know>\n"
           "E_MAPPING_CHOICE 14,4 yes>\n"
           "E_MAPPING_TWICE 5,3 2>\n"
           "E_MAPPING_TWICE 6,1 Q2>\n"
           "E_MAPPING_EMPTY 9,1 >\n"
           "E_MAPPING_EMPTY 10,2 >\n"
           "E_MAPPING_EMPTY 11,4 >\n"
           "W_COLUMN_UNKNOWN 1,5 Q5>\n"
           "W_COLUMN_UNKNOWN 1,9 ready_not>\n"
           "E_MAPPING_COLUMN 12,0 Nmae>name\n");
}
END_TEST

/* What a mapping to begin with holds, given back: the same answers, and everything decided by it.
 */
START_TEST(decisions_can_be_given_back)
{
    static const char file[] = "submitdate,name,kinds[law],order[2],Comment,Comment,gone\n"
                               "x,A,Y,law,r,s,z\n";
    answers first = answers_of(&reference, form, NULL, file);
    sel_text mapping = {.arena = first.arena};
    sel_text_printf(&mapping, "column,question,found,choice\n");
    const sel_response_reading *reading = &first.counts.reading;
    for (uint32_t i = 0; i < reading->decision_count; i++)
        sel_text_printf(&mapping, "%.*s,%.*s,,\n", SEL_STR_ARG(reading->decisions[i].column),
                        SEL_STR_ARG(reading->decisions[i].question));
    expect_slice(sel_text_str(&mapping), "column,question,found,choice\n"
                                         "submitdate,-,,\n"
                                         "name,name,,\n"
                                         "kinds[law],kinds/law,,\n"
                                         "order[2],order/2,,\n"
                                         "[E],remark,,\n"
                                         "[F],remark2,,\n"
                                         "gone,,,\n");
    answers second = answers_of(&reference, form, mapping.bytes, file);
    ck_assert_uint_eq(second.counts.reading.columns[SEL_COLUMN_BY_MAPPING], 5);
    ck_assert_uint_eq(second.counts.reading.columns_left_out, 1);
    ck_assert_uint_eq(second.counts.reading.unknown_columns, 1);
    static const char expected[] = "name=A;kinds=law;order=law;remark=r;remark2=s;|";
    expect_slice(sel_text_str(&first.text), expected);
    expect_slice(sel_text_str(&second.text), expected);
    answers_close(&second);
    answers_close(&first);
}
END_TEST

static void expect_refused(const char *mapping, const char *message)
{
    sel_arena *arena = sel_arena_create();
    sel_questionnaire questionnaire = sound_form(form, arena);
    sel_issues issues = {.arena = arena};
    sel_mapping *made = NULL;
    sel_error err = {0};
    sel_bytes *bytes = sel_bytes_open_memory("map.csv", sel_str_of(mapping));
    ck_assert_int_eq(sel_mapping_open(bytes, &questionnaire, &issues, &made, &err), SEL_BAD_INPUT);
    ck_assert_ptr_null(made);
    ck_assert_msg(strstr(err.message, message) != NULL, "%s", err.message);
    sel_bytes_close(bytes);
    sel_questionnaire_close(&questionnaire);
    sel_arena_destroy(arena);
}

START_TEST(what_is_no_mapping_is_refused)
{
    expect_refused("", "is empty");
    expect_refused("column,found\nQ1,x\n", "column 'question' is missing");
    expect_refused("column,question,fond,choice\nQ1,ready,1,yes\n", "no column 'fond'");
    expect_refused("column,question\n\"Q1,name\n", "quote");
}
END_TEST

START_TEST(a_mapping_has_a_most)
{
    sel_arena *arena = sel_arena_create();
    sel_text text = {.arena = arena};
    sel_text_printf(&text, "column,question\n");
    for (uint32_t i = 0; i <= SEL_MAPPING_ROWS_MAX; i++)
        sel_text_add(&text, SEL_STR("a,-\n"));
    expect_refused(text.bytes, "at most");
    sel_text wide = {.arena = arena};
    sel_text_printf(&wide, "column,question\n");
    for (uint32_t i = 0; i <= SEL_MAPPING_BYTES_MAX >> 16; i++)
        sel_text_printf(&wide, "%065535u,-\n", i);
    expect_refused(wide.bytes, "8 MiB");
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(columns_by_letters)
{
    char text[SEL_LETTERS_ROOM];
    ck_assert_str_eq(sel_header_letters(1, text), "[A]");
    ck_assert_str_eq(sel_header_letters(27, text), "[AA]");
    ck_assert_str_eq(sel_header_letters(16384, text), "[XFD]");
}
END_TEST

int main(void)
{
    sel_arena *arena = sel_arena_create();
    reference = shipped_reference(arena);
    const TTest *tests[] = {columns_get_their_questions,
                            columns_that_stand_twice_have_letters,
                            cells_get_their_choices,
                            a_mapping_in_any_dress,
                            all_faults_are_found_in_one_run,
                            decisions_can_be_given_back,
                            what_is_no_mapping_is_refused,
                            a_mapping_has_a_most,
                            columns_by_letters,
                            NULL};
    int failed = run_tests("answer_mapping", tests);
    sel_reference_close(&reference);
    sel_arena_destroy(arena);
    return failed;
}
