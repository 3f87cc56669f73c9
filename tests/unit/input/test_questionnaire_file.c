/* Instruments written to a folder of their own, one fault each. */
#include "input/questionnaire_file.h"

#include "shipped.h"

#include <unistd.h>

static char folder[] = "/tmp/selaras-instrument-XXXXXX";

#define LANGUAGES                                                                                  \
    "label::English (en),label::Français (fr),label::Español (es),label::Bahasa Indonesia (id)"
#define SURVEY_HEADER                                                                              \
    "type,name," LANGUAGES ",hint::English (en),required,parameters,selaras_part,"                 \
    "selaras_capability,selaras_aspect,selaras_disclosure\n"
#define SETTINGS "form_title,form_id,version,selaras_languages\nA form,f,1,en:reviewed|fr:draft\n"
#define CHOICES  "list_name,name," LANGUAGES "\nyn,yes,Yes,Oui,Sí,Ya\nyn,no,No,Non,No,Tidak\n"

static void write_file(const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
}

typedef struct outcome {
    sel_arena *arena;
    sel_questionnaire questionnaire;
    sel_error err;
    sel_status status;
} outcome;

static outcome load(const char *settings, const char *choices, const char *survey)
{
    outcome out = {.arena = sel_arena_create()};
    write_file("settings.csv", settings);
    write_file("choices.csv", choices);
    write_file("survey.csv", survey);
    out.status = sel_questionnaire_open(folder, out.arena, &out.questionnaire, &out.err);
    return out;
}

static void forget(outcome *out)
{
    sel_questionnaire_close(&out->questionnaire);
    sel_arena_destroy(out->arena);
}

START_TEST(items_lists_and_languages)
{
    outcome out = load(SETTINGS, CHOICES,
                       SURVEY_HEADER "begin_group,g,,,,,,,,,,,\n"
                                     "select_one yn,lead,Lead?,,,,,yes,,A,,lead,\n"
                                     "range,now,Now,,,,,,start=1 end=5 step=1,B,D1.2,now,\n"
                                     "text,who,Who,,,,,,,A,,who,sealed\nend_group,,,,,,,,,,,,\n");
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    const sel_questionnaire *q = &out.questionnaire;
    ck_assert_uint_eq(q->item_count, 3);
    ck_assert(q->items[0].required && !q->items[1].required);
    ck_assert_uint_eq(q->items[0].list->count, 2);
    ck_assert_int_eq(q->items[1].low, 1);
    ck_assert_int_eq(q->items[1].high, 5);
    expect_slice(q->items[2].disclosure, "sealed");
    ck_assert_uint_eq(sel_questionnaire_item(q, SEL_STR("who")), 2);
    ck_assert_uint_eq(sel_questionnaire_item(q, SEL_STR("g")), SEL_NONE);
    ck_assert_uint_eq(sel_questionnaire_aspect(q, SEL_STR("now"), SEL_STR("D1.2")), 1);
    ck_assert_uint_eq(sel_questionnaire_aspect(q, SEL_STR("now"), (sel_str){0}), SEL_NONE);
    expect_slice(sel_choice_find(q->items[0].list, SEL_STR(" OUI "))->name, "yes");
    expect_slice(sel_choice_find(q->items[0].list, SEL_STR("si"))->name, "yes");
    ck_assert_ptr_null(sel_choice_find(q->items[0].list, SEL_STR("")));
    expect_slice(sel_questionnaire_language_state(q, SEL_EN), "reviewed");
    expect_slice(sel_questionnaire_language_state(q, SEL_FR), "draft");
    ck_assert_uint_eq(sel_questionnaire_language_state(q, SEL_ES).len, 0);
    forget(&out);
}
END_TEST

static void expect_refused(const char *settings, const char *choices, const char *survey,
                           sel_status status, uint64_t line, const char *part)
{
    outcome out = load(settings, choices, survey);
    ck_assert_msg(out.status == status, "%s: %s", part, out.err.message);
    ck_assert_msg(strstr(out.err.message, part) != NULL, "%s", out.err.message);
    ck_assert_uint_eq(out.err.line, line);
    forget(&out);
}

START_TEST(faults_end_the_loading_at_their_line)
{
    static const struct {
        const char *row;
        sel_status status;
        const char *part;
    } rows[] = {
        {"begin_repeat,r,R,,,,,,,,,,\n", SEL_UNSUPPORTED, "begin_repeat"},
        {"select_one no,a,A,,,,,,,,,,\n", SEL_BAD_INPUT, "choice list 'no'"},
        {"range,a,A,,,,,,start=5 end=1,,,,\n", SEL_BAD_INPUT, "range"},
        {"range,a,A,,,,,,start=1 end=5 step=2,,,,\n", SEL_BAD_INPUT, "range"},
        {"text,,A,,,,,,,,,,\n", SEL_BAD_INPUT, "empty or used twice"},
        {"text,first,A,,,,,,,,,,\n", SEL_BAD_INPUT, "'first' is empty or used twice"},
        {"text,a,A\n", SEL_BAD_INPUT, "as many cells"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char survey[1024];
        snprintf(survey, sizeof survey, SURVEY_HEADER "text,first,F,,,,,,,,,,\n%s", rows[i].row);
        expect_refused(SETTINGS, CHOICES, survey, rows[i].status, 3, rows[i].part);
    }
    expect_refused("form_title,form_id,version,selaras_languages\nA,,1,\n", CHOICES, SURVEY_HEADER,
                   SEL_BAD_INPUT, 2, "form_id");
    expect_refused(SETTINGS, "list_name,name," LANGUAGES "\nyn,,Yes,,,\n", SURVEY_HEADER,
                   SEL_BAD_INPUT, 2, "no name");
    expect_refused(SETTINGS, "name\n", SURVEY_HEADER, SEL_BAD_INPUT, 1, "list_name");
    expect_refused("", CHOICES, SURVEY_HEADER, SEL_BAD_INPUT, 0, "empty");
}
END_TEST

START_TEST(split_lists_and_missing_settings_are_refused)
{
    expect_refused(SETTINGS, CHOICES "z,a,A,,,\nyn,maybe,Maybe,,,\n", SURVEY_HEADER, SEL_BAD_INPUT,
                   5, "'yn' stand apart");
    expect_refused("form_title,form_id,version,selaras_languages\n", CHOICES, SURVEY_HEADER,
                   SEL_BAD_INPUT, 0, "no row");
}
END_TEST

int main(void)
{
    if (mkdtemp(folder) == NULL) {
        perror(folder);
        return EXIT_FAILURE;
    }
    const TTest *tests[] = {items_lists_and_languages, faults_end_the_loading_at_their_line,
                            split_lists_and_missing_settings_are_refused, NULL};
    int failed = run_tests("questionnaire_file", tests);
    static const char *const files[] = {"settings.csv", "choices.csv", "survey.csv"};
    for (size_t i = 0; i < 3; i++) {
        char path[256];
        snprintf(path, sizeof path, "%s/%s", folder, files[i]);
        unlink(path);
    }
    rmdir(folder);
    return failed;
}
