/* Small definitions with one fault each: the code, the cell and what to write instead. */
#include "input/definition_lint.h"

#include "base/text.h"
#include "input/questionnaire_file.h"
#include "shipped.h"

#include <dirent.h>
#include <unistd.h>

static sel_taxonomy taxonomy;

typedef struct checked {
    sel_arena *arena;
    sel_issues issues;
    sel_questionnaire questionnaire;
} checked;

static checked check_text(const char *text)
{
    checked out = {.arena = sel_arena_create()};
    out.issues.arena = out.arena;
    sel_definition_sheets sheets;
    sel_error err = {0};
    sel_bytes *bytes = sel_bytes_open_memory("form.csv", sel_str_of(text));
    sel_status status = sel_definition_sheets_read(bytes, out.arena, &sheets, &out.issues, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    sel_bytes_close(bytes);
    sel_questionnaire_read(&sheets, out.arena, &out.questionnaire, &out.issues);
    sel_definition_lint(&sheets, &out.questionnaire, &taxonomy, out.arena, &out.issues);
    return out;
}

static void forget(checked *out)
{
    sel_questionnaire_close(&out->questionnaire);
    sel_arena_destroy(out->arena);
}

typedef struct fault {
    const char *survey; /* rows below the header */
    const char *code;
    const char *cell;
    const char *suggestion;
} fault;

#define HEADER                                                                                     \
    ",type,name,label,required,relevant,calculation,parameters,selaras_capability,choice_filter\n"
#define CHOICES  "choices\n,list_name,name,label\n,yn,yes,Yes\n,yn,no,No\n,sector,oil gas,Oil\n"
#define SETTINGS "settings\n,form_id,version\n,f,1\n"
#define SOUND    ",select_one yn,lead,Lead?,,,,,,\n,select_one sector,kind,Kind,,,,,,\n"

static void expect(const char *text, const fault *wanted)
{
    checked out = check_text(text);
    uint32_t index = 0;
    while (index < out.issues.group_count &&
           sel_issue_severity(out.issues.groups[index]->places[0].code) == SEL_NOTE)
        index++;
    ck_assert_msg(index < out.issues.group_count, "%s: nothing found", wanted->code);
    const sel_issue *issue = &out.issues.groups[index]->places[0];
    char cell[24];
    sel_issue_cell(issue->column, issue->row, cell);
    ck_assert_msg(strcmp(issue->code, wanted->code) == 0, "%s, not %s", issue->code, wanted->code);
    ck_assert_msg(strcmp(cell, wanted->cell) == 0, "%s at %s", wanted->code, cell);
    ck_assert_msg(sel_str_is(issue->suggestion, wanted->suggestion), "%s: try %.*s", wanted->code,
                  SEL_STR_ARG(issue->suggestion));
    expect_slice(issue->source, "form.csv");
    uint64_t more = out.issues.counts[SEL_FAULT] + out.issues.counts[SEL_WARNING];
    ck_assert_msg(more == 1, "%s: %d problems", wanted->code, (int)more);
    forget(&out);
}

START_TEST(a_sound_definition_has_no_finding)
{
    checked out = check_text("survey\n" HEADER SOUND CHOICES SETTINGS);
    ck_assert_uint_eq(out.issues.group_count, 0);
    ck_assert_uint_eq(out.questionnaire.item_count, 2);
    forget(&out);
}
END_TEST

/* Rows stand in row 5 of the file, behind the sheet's name, the header and two sound questions. */
START_TEST(faults_of_rows)
{
    static const fault faults[] = {
        {",txt,a,A,,,,,,\n", "E_FORM_TYPE_UNKNOWN", "B5", "text"},
        {",select_onee yn,a,A,,,,,,\n", "E_FORM_TYPE_UNKNOWN", "B5", "select_one"},
        {",text box,a,A,,,,,,\n", "E_FORM_TYPE_UNKNOWN", "B5", "text"},
        {",,a,A,,,,,,\n", "E_FORM_TYPE_MISSING", "B5", ""},
        {",geoshape,a,A,,,,,,\n", "E_FORM_TYPE_REFUSED", "B5", "geopoint"},
        {",begin loop,a,A,,,,,,\n", "E_FORM_TYPE_REFUSED", "B5", "begin_repeat"},
        {",select_one_from_file x.csv,a,A,,,,,,\n", "E_FORM_TYPE_REFUSED", "B5", "select_one"},
        {",select_one yn or_other,a,A,,,,,,\n", "E_FORM_TYPE_REFUSED", "B5",
         "a choice \"other\" and a text question with relevant"},
        {",select_one,a,A,,,,,,\n", "E_FORM_LIST_MISSING", "B5", ""},
        {",rank sectors,a,A,,,,,,\n", "E_FORM_LIST_UNKNOWN", "B5", "sector"},
        {",select_multiple sector,a,A,,,,,,\n", "E_FORM_CHOICE_SPACE", "C10", ""},
        {",text,,A,,,,,,\n", "E_FORM_NAME_MISSING", "C5", ""},
        {",text,2nd,A,,,,,,\n", "E_FORM_NAME_BAD", "C5", ""},
        {",text,my name,A,,,,,,\n", "E_FORM_NAME_BAD", "C5", ""},
        {",text,lead,A,,,,,,\n", "E_FORM_NAME_TWICE", "C5", ""},
        {",text,Lead,A,,,,,,\n", "W_FORM_NAME_CASE", "C5", ""},
        {",text,a,,,,,,,\n", "W_FORM_LABEL_MISSING", "D5", ""},
        {",range,a,A,,,,start=3 end=1,,\n", "E_FORM_RANGE", "H5", "start=1 end=5 step=1"},
        {",range,a,A,,,,start=1 end=5 step=0,,\n", "E_FORM_RANGE", "H5", "start=1 end=5 step=1"},
        {",range,a,A,,,,start=9223372036854775807 end=9223372036854775806,,\n", "E_FORM_RANGE",
         "H5", "start=1 end=5 step=1"},
        {",range,a,A,,,,start=1 ende=5,,\n", "E_FORM_RANGE", "H5", "start=1 end=5 step=1"},
        {",calculate,a,,,,,,,\n", "E_FORM_CALCULATION_MISSING", "", ""},
        {",text,a,A,,,,,D1.22,\n", "E_FORM_CAPABILITY_UNKNOWN", "I5", "D1.2"},
        {",select_one yn,a,A,,,,,,x = 1\n", "W_FORM_CHOICE_FILTER", "J5", ""},
        {",end_group,,,,,,,,\n", "E_FORM_GROUP_CLOSE", "B5", ""},
        {",begin_group,g,G,,,,,,\n,text,a,A,,,,,,\n", "E_FORM_GROUP_OPEN", "B5", "end_group"},
        {",begin_group,g,G,,,,,,\n,text,a,A,,,,,,\n,end repeat,,,,,,,,\n", "E_FORM_GROUP_CLOSE",
         "B7", "end_group"},
        {",begin_group,g,G,,,,,,\n,end_group,,,,,,,,\n", "W_FORM_GROUP_EMPTY", "C5", ""},
        {",text,a,A,,,,,,,more\n", "E_RAGGED", "", ""},
    };
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        char text[1024];
        snprintf(text, sizeof text, "survey\n%s%s%s%s", HEADER SOUND, faults[i].survey, CHOICES,
                 SETTINGS);
        expect(text, &faults[i]);
    }
}
END_TEST

START_TEST(faults_of_columns)
{
    static const struct {
        const char *header;
        fault wanted;
    } columns[] = {
        {"relevent", {NULL, "E_FORM_COLUMN_UNKNOWN", "E2", "relevant"}},
        {"lable::English (en)", {NULL, "E_FORM_COLUMN_UNKNOWN", "E2", "label"}},
        {"selaras_capabilty", {NULL, "E_FORM_COLUMN_UNKNOWN", "E2", "selaras_capability"}},
        {"my col", {NULL, "W_FORM_COLUMN_UNKNOWN", "E2", ""}},
        {"trigger", {NULL, "E_FORM_COLUMN_REFUSED", "E2", "calculation"}},
        {"save_to", {NULL, "E_FORM_COLUMN_REFUSED", "E2", "selaras_aspect"}},
        {"type", {NULL, "E_FORM_COLUMN_TWICE", "E2", ""}},
        {"command", {NULL, "E_FORM_COLUMN_TWICE", "E2", ""}},
        {"label::English (en)", {NULL, "E_FORM_COLUMN_TWICE", "E2", ""}},
    };
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        char text[512];
        snprintf(text, sizeof text, "survey\n,type,name,label,%s\n,text,a,A,x\n" SETTINGS,
                 columns[i].header);
        expect(text, &columns[i].wanted);
    }
}
END_TEST

START_TEST(faults_of_choices_settings_and_sheets)
{
    static const struct {
        const char *text;
        fault wanted;
    } forms[] = {
        {"survey\n,type,name,label\n,select_one c,a,A\nchoices\n,list_name,name,label\n,c,x,X\n"
         ",c,x,Y\n" SETTINGS,
         {NULL, "E_FORM_CHOICE_TWICE", "C7", ""}},
        {"survey\n,type,name,label\n,select_one c,a,A\nchoices\n,list_name,name,label\n,c,x,X\n"
         ",,y,Y\n" SETTINGS,
         {NULL, "E_FORM_CHOICE_INCOMPLETE", "B7", ""}},
        {"survey\n,type,name,label\n,select_one c,a,A\nchoices\n,list_name,name,label\n,c,x,Ecole\n"
         ",c,y,École\n" SETTINGS,
         {NULL, "W_FORM_CHOICE_LABEL_TWICE", "D7", ""}},
        {"survey\n,type,name,label\n,text,a,A\nchoices\n,list_name,name,label\n,c,x,X\n" SETTINGS,
         {NULL, "W_FORM_LIST_UNUSED", "B6", ""}},
        {"survey\n,type,name,label\n,text,a,A\nsettings\n,form_id,version\n,f,\n",
         {NULL, "E_FORM_SETTING_MISSING", "C6", ""}},
        {"survey\n,type,name,label\n,text,a,A\nsettings\n,form_id,version,default_language\n"
         ",f,1,Englich\n",
         {NULL, "W_FORM_DEFAULT_LANGUAGE", "D6", "English"}},
        {"survey\n,type,name,label\n,text,a,A\nsettings\n,form_id,version,public_key\n,f,1,x\n",
         {NULL, "E_FORM_COLUMN_REFUSED", "D5", "selaras_disclosure"}},
        {"survey\n,type,name,label\n,text,a,A\nsettings\n,form_id,version,selaras_languages\n"
         ",f,1,en:draft|fr:draft\n",
         {NULL, "W_FORM_LANGUAGE_STATE", "D6", ""}},
        {"survey\n,type,name,label\n,text,a,A\n", {NULL, "E_FORM_SHEET_MISSING", "", ""}},
        {"survey\n,type,label,name\n" SETTINGS, {NULL, "E_FORM_NO_QUESTION", "", ""}},
        {"survey\n,type,name,label::en,label::fr,hint::fr\n,text,a,A,,H\n,text,b,B,B2,\n" SETTINGS,
         {NULL, "W_FORM_TEXT_MISSING", "E3", ""}},
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        expect(forms[i].text, &forms[i].wanted);
}
END_TEST

START_TEST(all_faults_are_told_in_one_run)
{
    checked out = check_text("survey\n,type,name,label,relevent\n,txt,a,A,\n,text,2b,B,\n"
                             ",select_one c,d,D,\n,end_group,,,\n" SETTINGS);
    static const char *const codes[] = {"E_FORM_COLUMN_UNKNOWN", "E_FORM_TYPE_UNKNOWN",
                                        "E_FORM_NAME_BAD", "E_FORM_LIST_UNKNOWN",
                                        "E_FORM_GROUP_CLOSE"};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        ck_assert_str_eq(out.issues.groups[i]->places[0].code, codes[i]);
    forget(&out);
}
END_TEST

START_TEST(a_definition_wrong_in_every_row_is_told_within_bounds)
{
    sel_arena *arena = sel_arena_create();
    sel_text text = {.arena = arena};
    sel_text_add(&text, SEL_STR("survey\n,type,name,label\n"));
    for (int i = 0; i < 3000; i++)
        sel_text_add(&text, SEL_STR(",txt,q,L\n"));
    sel_text_add(&text, SEL_STR(SETTINGS));
    checked out = check_text(text.bytes);
    sel_arena_destroy(arena);
    ck_assert_uint_eq(out.issues.counts[SEL_FAULT], 1000);
    const sel_issue_group *last = out.issues.groups[out.issues.group_count - 1];
    ck_assert_str_eq(last->places[0].code, "E_FORM_FAULTS_MANY");
    forget(&out);
}
END_TEST

/* Warnings do not use up the room for faults, and make no form unusable, however many there are. */
START_TEST(many_warnings_leave_a_form_usable)
{
    sel_arena *arena = sel_arena_create();
    sel_text text = {.arena = arena};
    sel_text_add(&text, SEL_STR("survey\n,type,name,label\n"));
    for (int i = 0; i < 1200; i++)
        sel_text_printf(&text, ",text,q%d,\n", i);
    checked sound =
        check_text(sel_str_printf(arena, "%.*s" SETTINGS, SEL_STR_ARG(sel_text_str(&text))).ptr);
    ck_assert_uint_eq(sound.issues.counts[SEL_WARNING], 1000);
    ck_assert_uint_eq(sound.issues.counts[SEL_FAULT], 0);
    ck_assert_str_eq(sound.issues.groups[sound.issues.group_count - 1]->places[0].code,
                     "W_FORM_WARNINGS_MANY");
    forget(&sound);
    sel_text_add(&text, SEL_STR(",calculate,c,\n"));
    checked faulty =
        check_text(sel_str_printf(arena, "%.*s" SETTINGS, SEL_STR_ARG(sel_text_str(&text))).ptr);
    ck_assert_uint_eq(faulty.issues.counts[SEL_FAULT], 1);
    forget(&faulty);
    sel_arena_destroy(arena);
}
END_TEST

/* Only the first of many unknown names are compared with all that are known. */
START_TEST(names_are_suggested_for_the_first_faults)
{
    sel_arena *arena = sel_arena_create();
    sel_text text = {.arena = arena};
    sel_text_add(&text, SEL_STR("survey\n,type,name,label,relevant\n,text,name,L,\n"));
    for (int i = 0; i < 100; i++)
        sel_text_printf(&text, ",select_one lisst,q%d,L,\n,text,r%d,L,${namme} = 'x'\n", i, i);
    sel_text_add(&text, SEL_STR("choices\n,list_name,name,label\n,list,a,A\n" SETTINGS));
    checked out = check_text(text.bytes);
    const sel_issue_group *lists = out.issues.groups[0];
    ck_assert_str_eq(lists->places[0].code, "E_FORM_LIST_UNKNOWN");
    uint32_t suggested = 0;
    for (uint32_t i = 0; i < out.issues.group_count; i++)
        suggested += out.issues.groups[i]->places[0].suggestion.len > 0;
    ck_assert_uint_eq(suggested, 100);
    forget(&out);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(lists_with_a_slash_in_their_names)
{
    checked out = check_text("survey\n,type,name,label\n,select_one a/b,q,Q\n,select_one a,r,R\n"
                             "choices\n,list_name,name,label\n,a/b,c,C\n,a,b/c,BC\n" SETTINGS);
    ck_assert_uint_eq(out.issues.group_count, 0);
    ck_assert_uint_eq(out.questionnaire.list_count, 2);
    forget(&out);
}
END_TEST

START_TEST(names_alike_but_for_case_tell_the_row_of_the_first)
{
    checked out = check_text("survey\n,type,name,label\n,text,aa,A\n,text,AA,A\n,text,bb,B\n"
                             ",text,BB,B\n" SETTINGS);
    ck_assert_uint_eq(out.issues.group_count, 2);
    expect_slice(out.issues.groups[0]->places[0].expected, "3");
    expect_slice(out.issues.groups[1]->places[0].expected, "5");
    forget(&out);
}
END_TEST

START_TEST(languages_nearly_known)
{
    static const fault faults[] = {
        {"hint::Frnech", "W_FORM_LANGUAGE_UNKNOWN", "E2", "hint::French (fr)"},
        {"label::Espanol (esp)", "W_FORM_LANGUAGE_UNKNOWN", "E2", "label::Espa\xC3\xB1ol (es)"},
        {"hint::Bahasa Indonesa", "W_FORM_LANGUAGE_UNKNOWN", "E2", "hint::Bahasa Indonesia (id)"},
    };
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        char text[256];
        snprintf(text, sizeof text, "survey\n,type,name,label,%s\n,text,a,A,h\n" SETTINGS,
                 faults[i].survey);
        expect(text, &faults[i]);
    }
    checked out =
        check_text("survey\n,type,name,label,label::Deutsch (de)\n,text,a,A,h\n" SETTINGS);
    ck_assert_uint_eq(out.issues.group_count, 1);
    ck_assert_str_eq(out.issues.groups[0]->places[0].code, "N_FORM_LANGUAGE_UNKNOWN");
    forget(&out);
}
END_TEST

/* A fault of a condition stands at its cell, and at a part of the cell's text. */
START_TEST(faults_of_expressions)
{
    static const fault faults[] = {
        {",text,a,A,,${leed} = 'yes',,,,\n", "E_EXPR_NAME", "F5", "${lead}"},
        {",text,a,A,,${lead} = 'maybe',,,,\n", "E_EXPR_CHOICE", "F5", ""},
        {",calculate,a,,,,${a} + 1,,,\n", "E_FORM_CYCLE", "G5", ""},
        {",text,a,A,,${b} = 'x',,,,\n,text,b,B,,,,,,\n", "W_FORM_FORWARD", "F5", ""},
        {",text,a,A,${leed} = 'yes',,,,,\n", "E_EXPR_NAME", "E5", "${lead}"},
    };
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        char text[1024];
        snprintf(text, sizeof text, "survey\n%s%s%s%s", HEADER SOUND, faults[i].survey, CHOICES,
                 SETTINGS);
        expect(text, &faults[i]);
    }
    checked out = check_text("survey\n" HEADER SOUND
                             ",text,a,A,,${lead} = 'no' or ${leed} = 'yes',,,,\n" CHOICES SETTINGS);
    const sel_issue *issue = &out.issues.groups[0]->places[0];
    expect_slice(issue->whole, "${lead} = 'no' or ${leed} = 'yes'");
    ck_assert_uint_eq(issue->character, 19);
    ck_assert_uint_eq(issue->length, 7);
    forget(&out);
}
END_TEST

START_TEST(shipped_questionnaires_have_nothing_to_mend)
{
    DIR *folder = opendir(SELARAS_SOURCE_DIR "/questionnaires");
    ck_assert_ptr_nonnull(folder);
    int seen = 0;
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        char path[1024];
        snprintf(path, sizeof path, "%s/questionnaires/%s/survey.csv", SELARAS_SOURCE_DIR,
                 entry->d_name);
        if (access(path, R_OK) != 0)
            continue;
        path[strlen(path) - strlen("/survey.csv")] = '\0';
        checked out = {.arena = sel_arena_create()};
        out.issues.arena = out.arena;
        sel_definition_sheets sheets;
        sel_error err = {0};
        ck_assert_int_eq(sel_definition_sheets_open(path, out.arena, &sheets, &out.issues, &err),
                         SEL_OK);
        sel_questionnaire_read(&sheets, out.arena, &out.questionnaire, &out.issues);
        sel_definition_lint(&sheets, &out.questionnaire, &taxonomy, out.arena, &out.issues);
        for (uint32_t i = 0; i < out.issues.group_count; i++) {
            const sel_issue *issue = &out.issues.groups[i]->places[0];
            ck_assert_msg(sel_issue_severity(issue->code) == SEL_NOTE, "%s: %s row %u", path,
                          issue->code, issue->row);
        }
        forget(&out);
        seen++;
    }
    closedir(folder);
    ck_assert_int_gt(seen, 0);
}
END_TEST

int main(void)
{
    shipped all = shipped_open();
    taxonomy = all.reference.taxonomy;
    const TTest *tests[] = {a_sound_definition_has_no_finding,
                            faults_of_rows,
                            faults_of_columns,
                            faults_of_choices_settings_and_sheets,
                            all_faults_are_told_in_one_run,
                            a_definition_wrong_in_every_row_is_told_within_bounds,
                            many_warnings_leave_a_form_usable,
                            names_are_suggested_for_the_first_faults,
                            lists_with_a_slash_in_their_names,
                            names_alike_but_for_case_tell_the_row_of_the_first,
                            languages_nearly_known,
                            faults_of_expressions,
                            shipped_questionnaires_have_nothing_to_mend,
                            NULL};
    int failed = run_tests("definition_lint", tests);
    shipped_close(&all);
    return failed;
}
