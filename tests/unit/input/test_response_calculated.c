/* What is calculated when answers are taken in; values worked out by hand. */
#include "base/text.h"
#include "definition_form.h"
#include "input/response_file.h"

/* twice needs total, which stands behind it; late is asked for, and calculated, in one case only.
 */
static const char form_text[] =
    "survey\n"
    ",type,name,label,relevant,calculation\n"
    ",date,answered_on,Day,,\n"
    ",calculate,twice,,,${total} * 2\n"
    ",integer,a,A,,\n"
    ",integer,b,B,,\n"
    ",select_one yn,has,Has,,\n"
    ",calculate,total,,,${a} + ${b}\n"
    ",calculate,third,,,${a} div 3\n"
    ",calculate,big,,,${a} > 2\n"
    ",calculate,age,,,today() - ${answered_on}\n"
    ",calculate,late,,${has} = 'dont_know',\"concat('n', ${b})\"\n"
    "choices\n,list_name,name,label\n,yn,yes,Yes\n,yn,dont_know,Don't know\n"
    "settings\n,form_id,version\n,f,1\n";

static sel_reference reference;
static sel_questionnaire form;

static bool keep(void *to, const sel_response *response)
{
    sel_text *text = to;
    for (uint32_t i = 0; i < response->answer_count; i++) {
        const sel_answer *answer = &response->answers[i];
        const sel_item *item = &form.items[answer->item];
        if (item->use != SEL_ITEM_CALCULATED)
            continue;
        sel_text_printf(text, "%.*s=", SEL_STR_ARG(item->name));
        if (answer->is_number)
            sel_text_printf(text, "%d; ", (int)answer->number);
        else
            sel_text_printf(text, "'%.*s'; ", SEL_STR_ARG(answer->text));
    }
    return true;
}

/* codes: "CODE question expected" of each problem. */
static void expect(const char *file, const char *calculated, const char *codes)
{
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    form = sound_form(form_text, arena);
    sel_response_counts counts = {0};
    sel_error err = {0};
    sel_text text = {.arena = arena};
    const sel_response_options said = {.today = sel_day_of(2026, 11, 20), .delimiter = ';'};
    sel_bytes *bytes = sel_bytes_open_memory("answers.csv", sel_str_of(file));
    sel_response_guess guess = sel_response_recognise(bytes, &reference, &form, &said);
    sel_status status =
        sel_response_read(bytes, &guess, &form, &reference, (sel_response_sink){keep, &text}, NULL,
                          &issues, &counts, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    sel_bytes_close(bytes);
    ck_assert_msg(sel_str_is(sel_text_str(&text), calculated), "%s gives %.*s", file,
                  SEL_STR_ARG(sel_text_str(&text)));
    sel_text found = {.arena = arena};
    for (uint32_t i = 0; i < issues.group_count; i++) {
        const sel_issue *issue = &issues.groups[i]->places[0];
        sel_text_printf(&found, "%s%s %.*s %.*s", i > 0 ? ", " : "", issue->code,
                        SEL_STR_ARG(issue->subject), SEL_STR_ARG(issue->expected));
    }
    ck_assert_msg(sel_str_is(sel_text_str(&found), codes), "%s finds %.*s", file,
                  SEL_STR_ARG(sel_text_str(&found)));
    sel_questionnaire_close(&form);
    sel_arena_destroy(arena);
}

START_TEST(calculated_without_a_column)
{
    expect("a;b;has\n3;4;yes\n", "twice=14; total=7; third=1; big='true'; ", "");
    expect("a;b;has\n1;4;dont_know\n",
           "twice=10; total=5; third='0.3333333333333333'; big='false'; late='n4'; ", "");
    expect("a;b;has\n3;;yes\n", "third=1; big='true'; ", "");
}
END_TEST

START_TEST(a_column_is_compared)
{
    expect("a;b;has;twice;total;third;big\n1;4;yes;10;5.0;0.3333333333;False\n",
           "twice=10; total=5; third='0.3333333333333333'; big='false'; ", "");
    expect("a;b;has;total;third;big\n1;4;yes;5;0,333333333333;0\n",
           "twice=10; total=5; third='0.3333333333333333'; big='false'; ", "");
    expect("a;b;has;total;third;big\n1;4;yes;6;0.33;yes\n",
           "twice=10; total=5; third='0.3333333333333333'; big='false'; ",
           "W_CALCULATION_OTHER total 5, W_CALCULATION_OTHER third 0.3333333333333333, "
           "W_CALCULATION_OTHER big false");
    expect("a;b;has;total;late\n1;;yes;1;n4\n", "third='0.3333333333333333'; big='false'; ",
           "W_CALCULATION_NONE total , W_CALCULATION_NONE late ");
}
END_TEST

/* today() is the day of the answer, so that reading a file again gives the same. */
START_TEST(today_is_the_day_of_the_answer)
{
    expect("answered_on;a\n2026-05-01;3\n", "third=1; big='true'; age=0; ", "");
    expect("answered_on;a\n2026-11-21;3\n", "third=1; big='true'; age=-1; ", "");
}
END_TEST

int main(void)
{
    sel_arena *arena = sel_arena_create();
    reference = shipped_reference(arena);
    const TTest *tests[] = {calculated_without_a_column, a_column_is_compared,
                            today_is_the_day_of_the_answer, NULL};
    int failed = run_tests("response_calculated", tests);
    sel_reference_close(&reference);
    sel_arena_destroy(arena);
    return failed;
}
