/* Every data file that is shipped can be loaded and says one thing only. */
#include "base/fold.h"
#include "input/register_table.h"
#include "input/response_file.h"
#include "input/words_file.h"
#include "shipped.h"

#include <dirent.h>

static shipped all;

START_TEST(recipients_are_in_order_and_complete)
{
    const sel_geography *geography = &all.reference.geography;
    uint32_t members = 0;
    for (uint32_t i = 0; i < geography->count; i++) {
        const sel_recipient *one = &geography->recipients[i];
        if (i > 0)
            ck_assert_int_lt(sel_str_compare(one[-1].code, one->code), 0);
        ck_assert_uint_gt(one->names.in[SEL_EN].len, 0);
        ck_assert_uint_eq(one->iso2.len, one->body ? 0 : 2);
        members += one->un_member;
    }
    ck_assert_uint_eq(members, 193); /* United Nations since South Sudan, 2011 */
}
END_TEST

START_TEST(a_name_means_one_recipient)
{
    const sel_geography *geography = &all.reference.geography;
    for (uint32_t i = 1; i < geography->name_count; i++) {
        const sel_geography_name *name = &geography->names[i];
        if (sel_str_equal(name[-1].folded, name->folded))
            ck_assert_msg(name[-1].recipient == name->recipient, "%.*s", SEL_STR_ARG(name->folded));
    }
}
END_TEST

START_TEST(a_header_means_one_known_field)
{
    const sel_reference *reference = &all.reference;
    for (uint32_t i = 0; i < reference->header_count; i++) {
        const sel_header_synonym *header = &reference->headers[i];
        bool known = false;
        size_t equals = sel_str_find(header->field, SEL_STR("=")); /* a currency behind it */
        sel_str name = sel_str_part(header->field, 0, equals);
        for (int field = 0; field < SEL_REGISTER_FIELDS; field++)
            known |= sel_str_is(name, sel_register_field_name((sel_register_field)field));
        ck_assert_msg(known, "%.*s", SEL_STR_ARG(header->field));
        ck_assert_uint_gt(header->folded.len, 0);
        if (i > 0 && sel_str_equal(header[-1].folded, header->folded))
            ck_assert_msg(sel_str_equal(header[-1].field, header->field), "%.*s",
                          SEL_STR_ARG(header->folded));
    }
}
END_TEST

START_TEST(a_label_of_the_sheet_means_one_key)
{
    for (uint32_t i = 0; i < all.reference.label_count; i++) {
        const sel_sheet_label *label = &all.reference.labels[i];
        for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
            sel_str key = sel_sheet_key(&all.reference, label->names.in[language]);
            ck_assert_msg(sel_str_equal(key, label->key), "'%.*s' is %.*s, not %.*s",
                          SEL_STR_ARG(label->names.in[language]), SEL_STR_ARG(key),
                          SEL_STR_ARG(label->key));
        }
    }
}
END_TEST

START_TEST(capabilities_have_names_and_lists_agree)
{
    const sel_taxonomy *taxonomy = &all.reference.taxonomy;
    ck_assert_uint_eq(taxonomy->count, 28); /* 23 factors of the CMM 2021 and X1 … X5 */
    for (uint32_t i = 0; i < taxonomy->count; i++) {
        ck_assert_uint_eq(sel_taxonomy_find(taxonomy, taxonomy->capabilities[i].code), i);
        for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
            ck_assert_uint_eq(
                sel_taxonomy_find(taxonomy, taxonomy->capabilities[i].names.in[language]), i);
    }
}
END_TEST

/* IATI code list OrganisationType, version 2.03. */
static bool is_organisation_type(uint8_t kind)
{
    static const uint8_t kinds[] = {10, 11, 15, 21, 22, 23, 24, 30, 40, 60, 70, 71, 72, 73, 80, 90};
    return memchr(kinds, kind, sizeof kinds) != NULL;
}

START_TEST(organisations_have_donors_and_groups)
{
    const sel_organisations *organisations = &all.reference.organisations;
    ck_assert_uint_gt(organisations->count, 300);
    for (uint32_t i = 0; i < organisations->count; i++) {
        const sel_organisation *one = &organisations->list[i];
        ck_assert_msg(one->belongs_to.len > 0, "%.*s", SEL_STR_ARG(one->name));
        ck_assert_msg(one->stakeholder != SEL_STAKEHOLDER_UNKNOWN, "%.*s", SEL_STR_ARG(one->name));
        ck_assert_msg(is_organisation_type(one->kind), "%.*s", SEL_STR_ARG(one->name));
        const sel_organisation *donor =
            sel_organisations_find(organisations, (sel_str){0}, one->belongs_to);
        ck_assert_msg(donor != NULL && sel_str_equal(donor->name, one->belongs_to), "%.*s",
                      SEL_STR_ARG(one->name)); /* by its canonical name */
        ck_assert_msg(sel_str_equal(donor->belongs_to, donor->name), "%.*s",
                      SEL_STR_ARG(one->name)); /* a donor belongs to nobody else */
        sel_str folded = sel_fold(all.arena, one->name);
        ck_assert_msg(!sel_organisations_is_placeholder(organisations, folded, NULL), "%.*s",
                      SEL_STR_ARG(one->name));
        ck_assert_ptr_eq(sel_organisations_find(organisations, (sel_str){0}, one->name), one);
    }
}
END_TEST

static bool has_choices(const sel_item *item)
{
    return item->list != NULL && item->list->count > 0;
}

START_TEST(the_instrument_asks_what_the_engine_reads)
{
    const sel_questionnaire *questionnaire = &all.questionnaire;
    static const char *const names[] = {"country",
                                        "agency",
                                        "round",
                                        "disclosure",
                                        "lead",
                                        "illustrative",
                                        "answered_on",
                                        "request_1_capability",
                                        "support_1_programme",
                                        "poc_technical_designated"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        ck_assert_msg(sel_questionnaire_item(questionnaire, sel_str_of(names[i])) != SEL_NONE, "%s",
                      names[i]);
    for (uint32_t i = 0; i < all.reference.taxonomy.count; i++)
        ck_assert_uint_ne(sel_questionnaire_aspect(questionnaire, SEL_STR("help"),
                                                   all.reference.taxonomy.capabilities[i].code),
                          SEL_NONE);
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_item *item = &questionnaire->items[i];
        bool select = item->type >= SEL_ITEM_SELECT_ONE;
        ck_assert_msg(select == has_choices(item), "%.*s", SEL_STR_ARG(item->name));
        for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
            ck_assert_msg(item->labels.in[language].len > 0, "%.*s", SEL_STR_ARG(item->name));
    }
}
END_TEST

START_TEST(the_model_is_as_written)
{
    const sel_model *model = &all.model;
    expect_slice(model->id, "four-principles");
    ck_assert_uint_eq(model->criterion_count, 4);
    for (uint32_t i = 0; i < 4; i++)
        ck_assert_double_eq(model->criteria[i].weight, 0.25);
    ck_assert_uint_eq(model->overlap_threshold_bp, 5000);
    ck_assert_int_eq(model->overlap_money_floor, 5000000);
    ck_assert_uint_eq(model->draws, 65536);
    ck_assert_uint_eq(model->seed, 20261120);
    ck_assert_double_eq(model->ordinal_supply[4], 1.5);
}
END_TEST

static void for_each_file(const char *folder, const char *ending, void (*check)(const char *path))
{
    DIR *list = opendir(folder);
    uint32_t count = 0;
    ck_assert_msg(list != NULL, "%s", folder);
    for (const struct dirent *one; (one = readdir(list)) != NULL;) {
        const char *dot = strrchr(one->d_name, '.');
        char path[1024];
        if (dot == NULL || strcmp(dot, ending) != 0)
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, one->d_name);
        check(path);
        count += 1;
    }
    closedir(list);
    ck_assert_uint_gt(count, 0);
}

static void check_words(const char *path)
{
    sel_words english;
    sel_words words;
    sel_error err = {0};
    ck_assert_int_eq(sel_words_english(all.arena, &english, &err), SEL_OK);
    sel_status status = sel_words_load(path, SEL_EN, &english, all.arena, &words, &err);
    ck_assert_msg(status == SEL_OK, "%s: %s", path, err.message);
    for (uint32_t i = 0; i < words.count; i++) {
        const sel_word *word = &words.entries[i];
        if (i > 0)
            ck_assert_msg(!sel_str_equal(word[-1].id, word->id), "%.*s", SEL_STR_ARG(word->id));
        ck_assert_msg(sel_words_have(&english, sel_str_copy(all.arena, word->id).ptr), "%.*s",
                      SEL_STR_ARG(word->id));
    }
}

START_TEST(words_are_there_in_english_first)
{
    for_each_file(SELARAS_SOURCE_DIR "/questionnaires/words", ".csv", check_words);
}
END_TEST

static bool count_response(void *to, const sel_response *response)
{
    (void)response;
    *(uint32_t *)to += 1;
    return true;
}

/* Which questionnaire a file of the examples answers. */
static const char *questionnaire_of(const char *path)
{
    static const struct {
        const char *file;
        const char *questionnaire;
    } others[] = {{"/donors.csv", "programme-self-assessment"},
                  {"/bodies.csv", "regional-organisation"}};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (strstr(path, others[i].file) != NULL)
            return others[i].questionnaire;
    return "state-needs";
}

static void check_answers(const char *path)
{
    sel_bytes *bytes = NULL;
    sel_error err = {0};
    uint32_t count = 0;
    sel_issues issues = {.arena = all.arena};
    sel_response_counts counts = {0};
    sel_questionnaire asked = {0};
    char folder[1024];
    snprintf(folder, sizeof folder, "%s/questionnaires/%s", SELARAS_SOURCE_DIR,
             questionnaire_of(path));
    ck_assert_int_eq(sel_questionnaire_open(folder, all.arena, &asked, &err), SEL_OK);
    ck_assert_int_eq(sel_bytes_open(path, &bytes, &err), SEL_OK);
    sel_response_guess guess = sel_response_recognise(bytes, &all.reference, &asked, NULL);
    ck_assert_msg(guess.form != SEL_FORM_NONE && guess.strangers == 0, "%s", path);
    sel_status status = sel_response_read(bytes, &guess, &asked, &all.reference,
                                          (sel_response_sink){count_response, &count}, NULL,
                                          &issues, &counts, &err);
    ck_assert_msg(status == SEL_OK, "%s: %s", path, err.message);
    ck_assert_msg(issues.counts[SEL_FAULT] + issues.counts[SEL_WARNING] == 0, "%s: %s", path,
                  issues.group_count == 0 ? "" : issues.groups[0]->places[0].code);
    ck_assert_uint_gt(count, 0);
    sel_bytes_close(bytes);
    sel_questionnaire_close(&asked);
}

START_TEST(answers_of_the_examples_are_without_fault)
{
    for_each_file(SELARAS_SOURCE_DIR "/questionnaires/examples/answers", ".csv", check_answers);
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {recipients_are_in_order_and_complete,
                            a_name_means_one_recipient,
                            a_header_means_one_known_field,
                            a_label_of_the_sheet_means_one_key,
                            capabilities_have_names_and_lists_agree,
                            organisations_have_donors_and_groups,
                            the_instrument_asks_what_the_engine_reads,
                            the_model_is_as_written,
                            words_are_there_in_english_first,
                            answers_of_the_examples_are_without_fault,
                            NULL};
    int failed = run_tests("shipped_data", tests);
    shipped_close(&all);
    return failed;
}
