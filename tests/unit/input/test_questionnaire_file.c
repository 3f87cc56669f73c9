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
    expect_slice(sel_questionnaire_language_state(q, SEL_EN), "reviewed");
    expect_slice(sel_questionnaire_language_state(q, SEL_FR), "draft");
    ck_assert_uint_eq(sel_questionnaire_language_state(q, SEL_ES).len, 0);
    forget(&out);
}
END_TEST

START_TEST(groups_repeats_expressions_and_translations)
{
    outcome out = load(
        "form_title,form_id,version,default_language\nForm,f,1,Français (fr)\n",
        "name,label,list_name\nb,Bleu,c\nyes,Oui,yn\nr,Rouge,c\n",
        "relevant,label,name,type,label::English (en),required,constraint_message::fr,constraint,"
        "parameters,default,repeat_count,calculation,label::Klingon (tlh),selaras_core,"
        "selaras_score,hint::Español (es)\n"
        ",Tout,all,begin group,All,,,,,,,,,,,\n"
        "${x} > 1,Fois,times,begin repeat,Times,,,,,,3,,,,,\n"
        ",Rang,order,rank c,Order,${x} = 2,non,count-selected(.) > 1,,,,,Hom,yes,2,Nota\n"
        ",,,end_repeat,,,,,,,,,,,,\n"
        ",Part,share,range,Share,TRUE,,,start=0 end=1 step=0.25,0.5,,,,,,\n"
        ",,,end group,,,,,,,,,,,,\n"
        ",,sum,calculate,,,,,,,,1 + 1,,,,\n,Lu,read,acknowledge,,no,,,,,,,,,,\n"
        ",,now,today,,yes,,,,,,,,,,\n,Bonjour,hello,note,,yes,,,,,,,,,,\n");
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    const sel_questionnaire *q = &out.questionnaire;
    ck_assert_uint_eq(q->item_count, 6);
    ck_assert_uint_eq(q->group_count, 2);
    expect_slice(q->titles.in[SEL_FR], "Form");
    const sel_item *order = &q->items[0];
    expect_slice(order->path, "all/times/order");
    ck_assert_ptr_eq(order->repeat, &q->groups[1]);
    ck_assert_ptr_eq(order->group->parent, &q->groups[0]);
    expect_slice(order->repeat->relevant, "${x} > 1");
    expect_slice(order->repeat->repeat_count, "3");
    ck_assert_int_eq(order->type, SEL_ITEM_RANK);
    ck_assert_uint_eq(order->list->count, 2);
    expect_slice(order->list->choices[1].labels.in[SEL_FR], "Rouge");
    expect_slice(order->labels.in[SEL_FR], "Rang");
    expect_slice(order->labels.in[SEL_EN], "Order");
    expect_slice(order->hints.in[SEL_ES], "Nota");
    expect_slice(order->required_if, "${x} = 2");
    expect_slice(order->constraint, "count-selected(.) > 1");
    expect_slice(order->constraint_messages.in[SEL_FR], "non");
    expect_slice(order->score, "2");
    ck_assert(order->core && !order->required && order->row == 4);
    const sel_item *share = &q->items[1];
    ck_assert(share->type == SEL_ITEM_DECIMAL && share->has_range && share->required);
    ck_assert_double_eq(share->real_step, 0.25);
    ck_assert_ptr_null(share->repeat);
    expect_slice(share->default_value, "0.5");
    ck_assert_int_eq(q->items[2].use, SEL_ITEM_CALCULATED);
    expect_slice(q->items[2].calculation, "1 + 1");
    ck_assert_ptr_null(q->items[2].group);
    ck_assert_int_eq(q->items[3].type, SEL_ITEM_SELECT_ONE);
    expect_slice(q->items[3].list->choices[0].name, "OK");
    ck_assert_int_eq(q->items[4].use, SEL_ITEM_META);
    ck_assert(q->items[5].use == SEL_ITEM_NOTE && !q->items[5].required);
    forget(&out);
}
END_TEST

static void expect_refused(const char *settings, const char *choices, const char *survey,
                           uint64_t line, uint64_t column, const char *part)
{
    outcome out = load(settings, choices, survey);
    ck_assert_msg(out.status == SEL_BAD_INPUT, "%s: %s", part, out.err.message);
    ck_assert_msg(strstr(out.err.message, part) != NULL, "%s: %s", part, out.err.message);
    ck_assert_msg(out.err.line == line && out.err.column == column, "%s: line %d column %d", part,
                  (int)out.err.line, (int)out.err.column);
    forget(&out);
}

START_TEST(the_first_fault_ends_the_loading_at_its_cell)
{
    static const struct {
        const char *row;
        uint64_t column;
        const char *part;
    } rows[] = {
        {"begin_loop,r,R,,,,,,,,,,\n", 1, "E_FORM_TYPE_REFUSED 'begin_loop'"},
        {"select_one no,a,A,,,,,,,,,,\n", 1, "E_FORM_LIST_UNKNOWN 'select_one no'"},
        {"range,a,A,,,,,,start=5 end=1,,,,\n", 9, "E_FORM_RANGE"},
        {"text,,A,,,,,,,,,,\n", 2, "E_FORM_NAME_MISSING"},
        {"text,first,A,,,,,,,,,,\n", 2, "E_FORM_NAME_TWICE 'first'"},
        {"text,a,A\n", 0, "E_RAGGED '13'"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char survey[1024];
        snprintf(survey, sizeof survey, SURVEY_HEADER "text,first,F,,,,,,,,,,\n%s", rows[i].row);
        expect_refused(SETTINGS, CHOICES, survey, 3, rows[i].column, rows[i].part);
    }
}
END_TEST

START_TEST(missing_sheets_columns_and_settings_are_refused)
{
    expect_refused("form_title,form_id,version\nA,,1\n", CHOICES, SURVEY_HEADER, 2, 2,
                   "E_FORM_SETTING_MISSING 'form_id'");
    expect_refused("form_title,form_id,version\n", CHOICES, SURVEY_HEADER, 1, 0,
                   "E_FORM_SETTING_MISSING 'form_id'");
    expect_refused("form_title,form_id\nA,a\n", CHOICES, SURVEY_HEADER, 1, 0,
                   "E_FORM_COLUMN_MISSING 'version'");
    expect_refused("", CHOICES, SURVEY_HEADER, 0, 0, "E_FORM_SHEET_MISSING 'settings'");
    expect_refused(SETTINGS, CHOICES, "", 0, 0, "E_FORM_SHEET_MISSING 'survey'");
    expect_refused(SETTINGS, "list_name,name," LANGUAGES "\nyn,,Yes,,,\n", SURVEY_HEADER, 2, 2,
                   "E_FORM_CHOICE_INCOMPLETE");
    expect_refused(SETTINGS, "name\na\n", SURVEY_HEADER, 1, 0, "E_FORM_COLUMN_MISSING 'list_name'");
    sel_questionnaire questionnaire;
    sel_error err = {0};
    sel_arena *arena = sel_arena_create();
    ck_assert_int_eq(
        sel_questionnaire_open("/tmp/selaras-no-such-form", arena, &questionnaire, &err),
        SEL_NOT_FOUND);
    sel_questionnaire_close(&questionnaire);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    if (mkdtemp(folder) == NULL) {
        perror(folder);
        return EXIT_FAILURE;
    }
    const TTest *tests[] = {items_lists_and_languages, groups_repeats_expressions_and_translations,
                            the_first_fault_ends_the_loading_at_its_cell,
                            missing_sheets_columns_and_settings_are_refused, NULL};
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
