/* Headers and cells as survey tools write them beyond the names of the questionnaire. The shapes
 * are those of LimeSurvey's export (application/helpers/admin/export/Writer.php: code, separator ".
 * ", text cut with ".."), Qualtrics' three header rows, SurveyMonkey's two, Google Forms' grids,
 * ODK Central's table of a repeat and KoBoCAT's flattened one; the files are our own. */
#include "answers_fixture.h"

static sel_reference reference;

static const char form[] = "survey\n"
                           ",type,name,label::English (en)\n"
                           ",text,name,Name\n"
                           ",select_one yn,is_ready,Are you ready?\n"
                           ",select_multiple kinds,ci_kinds,What kinds of work are there?\n"
                           ",text,ci_kinds_other,Other kinds\n"
                           ",rank kinds,order,Which first?\n"
                           ",integer,staff,Staff\n"
                           ",begin_group,grid,How far are you?\n"
                           ",select_one yn,row_law,Law\n"
                           ",select_multiple kinds,row_tech,Technology\n"
                           ",end_group,,\n"
                           ",begin_repeat,units,Units\n"
                           ",text,title,Title of the unit\n"
                           ",integer,members,Members\n"
                           ",end_repeat,,\n"
                           "choices\n"
                           ",list_name,name,label::English (en)\n"
                           ",yn,yes,Yes\n"
                           ",yn,no,No\n"
                           ",kinds,law,\"Law, rules\"\n"
                           ",kinds,water_san,Water & sanitation\n"
                           ",kinds,other,Other\n"
                           "settings\n"
                           ",form_title,form_id,version\n"
                           ",Small,small,1\n";

static void expect(const char *file, const char *expected, const char *issues)
{
    expect_answers(&reference, form, NULL, file, expected, issues);
}

START_TEST(limesurvey_with_expression_manager_codes)
{
    expect("id,submitdate,startlanguage,name,isready,cikinds_law,cikinds_watersan,cikinds_other,"
           "order_1,order_2\n"
           "1,2026-01-02,en,A,yes,Y,N,Y,water_san,law\n",
           "name=A;is_ready=yes;ci_kinds=law other;order=water_san law;|", "");
}
END_TEST

START_TEST(limesurvey_with_codes_and_texts)
{
    expect("id,submitdate,startlanguage,\"name. Name\",\"isready. Are you re.. \","
           "\"cikinds[law]. What kinds of w.. [Law, rul.. ]\","
           "\"cikinds[watersan]. What kinds of w.. [Water]\"\n"
           "1,2026-01-02,en,A,yes,,Y\n",
           "name=A;is_ready=yes;ci_kinds=water_san;|", "");
    /* the code of one question with the text of another is neither */
    expect("name,isready,\"staff. Are you ready?\"\nA,yes,3\n", "name=A;is_ready=yes;|",
           "W_COLUMN_UNKNOWN 1,3 staff. Are you ready?>\n");
}
END_TEST

START_TEST(limesurvey_other)
{
    expect("submitdate,startlanguage,name,rowtech\nx,en,A,-oth-\n", "name=A;row_tech=other;|", "");
    expect("submitdate,startlanguage,name,isready\nx,en,A,-oth-\n", "",
           "E_CHOICE_UNKNOWN 2,4 -oth->\n");
}
END_TEST

START_TEST(surveymonkey_with_html)
{
    expect("Respondent ID,Collector ID,<strong>Name</strong>,<p>Are you&nbsp;<em>ready</em>?</p>,"
           "What <b>kinds</b> of work are there?,,\n"
           ",,Open-Ended Response,Response,\"Law, rules\",Water &amp; sanitation,Other\n"
           "1,2,A,Yes,\"Law, rules\",,Other\n",
           "name=A;is_ready=yes;ci_kinds=law other;|", "");
    /* what is no tag stays: a number below another */
    expect("name,is_ready,a <5 and b> 3\nA,yes,x\n", "name=A;is_ready=yes;|",
           "W_COLUMN_UNKNOWN 1,3 a <5 and b> 3>\n");
}
END_TEST

static const char import_ids[] = "\"{\"\"ImportId\"\":\"\"_recordId\"\"}\","
                                 "\"{\"\"ImportId\"\":\"\"recordedDate\"\"}\"";

static void expect_qualtrics(const char *names, const char *wording, const char *data,
                             const char *expected, const char *issues)
{
    char text[2048];
    snprintf(text, sizeof text, "ResponseId,RecordedDate,%s\n%s\n%s\n%s", names, wording,
             import_ids, data);
    expect(text, expected, issues);
}

START_TEST(qualtrics_names_in_the_first_row)
{
    expect_qualtrics("name,is_ready,ci_kinds_1,ci_kinds_4,ci_kinds_3_TEXT,staff",
                     "Antwort-ID,Erfassungsdatum,Name,Are you ready? - Selected Choice,"
                     "\"What kinds of work are there? - Selected Choice - Law, rules\","
                     "What kinds of work are there? - Selected Choice - Other,"
                     "What kinds of work are there? - Other - Text,Staff",
                     "R_1,2026-01-01,A,Yes,\"Law, rules\",Other,Port,-99\n"
                     "R_2,2026-01-01,B,-99,,,,3\n",
                     "name=A;is_ready=yes;ci_kinds=law other;ci_kinds_other=Port;|"
                     "name=B;staff=3;|",
                     "");
}
END_TEST

START_TEST(qualtrics_wording_in_any_language)
{
    expect_qualtrics("name,is_ready,staff",
                     "Antwort-ID,Erfassungsdatum,Wie heissen Sie?,Sind Sie bereit?,Personal",
                     "R_1,2026-01-01,A,yes,2\n", "name=A;is_ready=yes;staff=2;|", "");
}
END_TEST

/* It has a column per thing that is put in order, holding its rank; ours are columns per place. */
START_TEST(qualtrics_ranks_are_not_taken_for_places)
{
    expect_qualtrics("name,is_ready,order_1,order_2",
                     "a,b,Name,Are you ready?,\"Which first? - Law, rules\","
                     "Which first? - Water & sanitation",
                     "R_1,2026-01-01,A,Yes,2,1\n", "name=A;is_ready=yes;|",
                     "W_COLUMN_UNKNOWN 1,5 order_1>\nW_COLUMN_UNKNOWN 1,6 order_2>\n");
}
END_TEST

START_TEST(minus_ninety_nine_elsewhere)
{
    expect("name,is_ready,staff\nA,yes,-99\n", "name=A;is_ready=yes;staff=-99;|", "");
}
END_TEST

START_TEST(google_forms_grids)
{
    expect("Timestamp,Name,How far are you? [Law],How far are you? [Technology]\n"
           "11/12/2026 8:05:09,A,Yes,\"Other;Law, rules\"\n",
           "name=A;row_law=yes;row_tech=law other;|", "");
}
END_TEST

START_TEST(repeats_flattened)
{
    expect("name,is_ready,units[1]/title,units[1]/members,units[2]/title,_uuid,_submission_time,"
           "meta/instanceID\n"
           "A,yes,Legal,4,Field,u,2026-01-01,i\nB,no,n/a,n/a,n/a,u,2026-01-01,i\n",
           "name=A;is_ready=yes;|name=B;is_ready=no;|",
           "W_REPEAT_LEFT_OUT 2,3 Legal>\nW_REPEAT_LEFT_OUT 2,4 4>\n"
           "W_REPEAT_LEFT_OUT 2,5 Field>\n");
}
END_TEST

START_TEST(the_table_of_a_repeat)
{
    static const char child[] = "title,members,PARENT_KEY,KEY\nLegal,4,uuid:1,uuid:1/units[1]\n"
                                "Field,,uuid:1,uuid:1/units[2]\n";
    expect(child, "",
           "W_REPEAT_LEFT_OUT 2,1 Legal>\nW_REPEAT_LEFT_OUT 3,1 Field>\n"
           "W_REPEAT_LEFT_OUT 2,2 4>\n");
    answers out = answers_of(&reference, form, NULL, child);
    ck_assert_uint_eq(out.counts.reading.child_rows, 2);
    ck_assert_uint_eq(out.counts.responses, 0);
    answers_close(&out);
}
END_TEST

int main(void)
{
    sel_arena *arena = sel_arena_create();
    reference = shipped_reference(arena);
    const TTest *tests[] = {limesurvey_with_expression_manager_codes,
                            limesurvey_with_codes_and_texts,
                            limesurvey_other,
                            surveymonkey_with_html,
                            qualtrics_names_in_the_first_row,
                            qualtrics_wording_in_any_language,
                            qualtrics_ranks_are_not_taken_for_places,
                            minus_ninety_nine_elsewhere,
                            google_forms_grids,
                            repeats_flattened,
                            the_table_of_a_repeat,
                            NULL};
    int failed = run_tests("response_tools", tests);
    sel_reference_close(&reference);
    sel_arena_destroy(arena);
    return failed;
}
