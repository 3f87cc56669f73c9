/* Files of survey tools that belong to other forms than ours, against definitions written here from
 * their headers: a Qualtrics sample (three header rows, the second in German) and two KoBoCAT
 * exports. The answers expected were read in the files by eye. */
#include "answers_fixture.h"
#include "corpus/material.h"

enum { FILE_MOST = 65536 };

static char folder[MATERIAL_PATH_ROOM];
static sel_reference reference;

static const char *text_of(const char *name, char text[FILE_MOST])
{
    char path[2048];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s", path);
    size_t length = fread(text, 1, FILE_MOST - 1, file);
    fclose(file);
    text[length] = '\0';
    return text;
}

static void expect(const char *form, const char *mapping, const char *name, const char *expected,
                   const char *issues)
{
    char text[FILE_MOST];
    expect_answers(&reference, form, mapping, text_of(name, text), expected, issues);
}

static const char two_questions[] = "survey\n"
                                    ",type,name,label\n"
                                    ",select_one mc,choice,This is a multiple choice question.\n"
                                    ",text,remark,This is a free text question.\n"
                                    "choices\n"
                                    ",list_name,name,label\n"
                                    ",mc,first,First\n"
                                    ",mc,second,Second\n"
                                    "settings\n"
                                    ",form_title,form_id,version\n"
                                    ",Sample,sample,1\n";

START_TEST(qualtrics)
{
    /* the numbers of choices are nowhere in the file: only a mapping can tell them */
    expect(two_questions,
           "column,question,found,choice\nQ1,choice,1,first\nQ1,choice,2,second\nQ2,remark,,\n"
           "Q2 - Topics,-,,\n",
           "qualtrics/sample.csv", "choice=second;remark=Hello World!;|", "");
    expect(two_questions, NULL, "qualtrics/sample.csv", "",
           "W_COLUMN_UNKNOWN 1,20 Q2 - Topics>\nE_CHOICE_UNKNOWN 4,18 2>\n");
}
END_TEST

START_TEST(kobocat_with_a_repeat)
{
    static const char form[] = "survey\n"
                               ",type,name,label\n"
                               ",text,name,Name\n"
                               ",integer,age,Age\n"
                               ",select_one yn,has_children,Children?\n"
                               ",begin_repeat,children,Children\n"
                               ",text,childs_name,Name of the child\n"
                               ",integer,childs_age,Age of the child\n"
                               ",end_repeat,,\n"
                               ",select_multiple browsers,web_browsers,Browsers\n"
                               "choices\n"
                               ",list_name,name,label\n"
                               ",yn,1,Yes\n,yn,0,No\n"
                               ",browsers,firefox,Firefox\n,browsers,chrome,Chrome\n"
                               ",browsers,ie,IE\n,browsers,safari,Safari\n"
                               "settings\n"
                               ",form_title,form_id,version\n"
                               ",Tutorial,tutorial,1\n";
    char text[FILE_MOST];
    answers out =
        answers_of(&reference, form, NULL, text_of("kobo-legacy/tutorial_w_repeats.csv", text));
    ck_assert_int_eq(out.guess.source, SEL_SOURCE_KOBO_LEGACY);
    ck_assert_uint_eq(times_reported(&out.issues, "W_REPEAT_LEFT_OUT"), 4);
    ck_assert_uint_eq(times_reported(&out.issues, "W_COLUMN_UNKNOWN"),
                      6); /* picture, five of gps */
    ck_assert_uint_eq(out.issues.counts[SEL_FAULT], 0);
    expect_slice(sel_text_str(&out.text), "name=Bob;age=25;has_children=1;|");
    answers_close(&out);
}
END_TEST

START_TEST(kobocat_with_groups)
{
    static const char form[] = "survey\n"
                               ",type,name,label\n"
                               ",begin_group,transport,Transport\n"
                               ",select_multiple kinds,"
                               "available_transportation_types_to_referral_facility,Which?\n"
                               ",text,available_transportation_types_to_referral_facility_other,O\n"
                               ",begin_group,loop_over_transport_types_frequency,How often?\n"
                               ",begin_group,ambulance,Ambulance\n"
                               ",select_one often,frequency_to_referral_facility,How often?\n"
                               ",end_group,,\n"
                               ",end_group,,\n"
                               ",end_group,,\n"
                               "choices\n"
                               ",list_name,name,label\n"
                               ",kinds,ambulance,A\n,kinds,bicycle,B\n,kinds,boat_canoe,C\n"
                               ",kinds,bus,D\n,kinds,donkey_mule_cart,E\n,kinds,keke_pepe,F\n"
                               ",kinds,lorry,G\n,kinds,motorbike,H\n,kinds,taxi,I\n"
                               ",kinds,other,J\n"
                               ",often,daily,Daily\n,often,weekly,Weekly\n"
                               "settings\n"
                               ",form_title,form_id,version\n"
                               ",Transport,transport,1\n";
    /* the definition has the first loop only: the others are columns of deleted questions, which a
     * name behind other groups must not be mistaken for */
    char mapping[4096] = "column,question\n";
    static const char *const others[] = {"bicycle",   "boat_canoe", "bus",       "donkey_mule_cart",
                                         "keke_pepe", "lorry",      "motorbike", "taxi"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        size_t used = strlen(mapping);
        snprintf(mapping + used, sizeof mapping - used,
                 "transport/loop_over_transport_types_frequency/%s/frequency_to_referral_facility,"
                 "-\n",
                 others[i]);
    }
    expect(form, mapping, "kobo-legacy/transportation.csv",
           "|available_transportation_types_to_referral_facility=ambulance bicycle;"
           "frequency_to_referral_facility=daily;|"
           "available_transportation_types_to_referral_facility=ambulance;"
           "frequency_to_referral_facility=weekly;|"
           "available_transportation_types_to_referral_facility=taxi other;"
           "available_transportation_types_to_referral_facility_other=camel;|",
           "");
}
END_TEST

int main(void)
{
    if (!material_find("forms", folder))
        return MATERIAL_MISSING;
    sel_arena *arena = sel_arena_create();
    reference = shipped_reference(arena);
    const TTest *tests[] = {qualtrics, kobocat_with_a_repeat, kobocat_with_groups, NULL};
    int failed = run_tests("tools_corpus", tests);
    sel_reference_close(&reference);
    sel_arena_destroy(arena);
    return failed;
}
