/* One form, answered six times, as KoboToolbox, ODK Central, Google Forms, LimeSurvey and
 * spreadsheets in several locales write it: each file must give the answers of
 * form/responses.json, which the exporters were fed, with no option given.
 *
 * What the form calculates is compared with what another engine calculated of the same answers
 * (form/oracle_getodk_engine.json), whether the file has a column for it or not.
 *
 * Compared as a tool can keep them: choices of a select_multiple as a set, numbers by value, texts
 * without blanks at their ends, an empty text as no answer. */
#include "base/number.h"
#include "corpus/material.h"
#include "input/encoding.h"
#include "input/response_file.h"
#include "shipped.h"

#include <dirent.h>
#include <jansson.h>

enum { RESPONSES = 6, ITEMS_MAX = 64, FILES_MAX = 64 };

/* What a file cannot give back because the tool lost it, and where. */
static const struct {
    const char *file;
    int response; /* from 0 */
    const char *item;
    const char *kept; /* what the file still holds; "" nothing */
    const char *why;
} losses[] = {
    {"mac.comma.macroman.cr.csv", 2, "state", "??????", "Mac OS Roman has no Arabic letters"},
    {"mac.comma.macroman.cr.csv", 2, "ncs_gap", "?? ???? ??????",
     "Mac OS Roman has no Arabic letters"},
};

typedef struct answers {
    sel_arena *arena;
    const sel_questionnaire *questionnaire;
    char text[RESPONSES][ITEMS_MAX][256]; /* "" no answer */
    uint32_t count;
} answers;

static char folder[MATERIAL_PATH_ROOM];
static sel_reference reference;
static sel_questionnaire form;
static json_t *truth;
static json_t *engine; /* what getodk xforms-engine 0.22 made of the same answers */

static void write_answer(const sel_answer *answer, char *out, size_t room)
{
    if (answer->kind != SEL_ANSWER_VALUE)
        snprintf(out, room, "?%d", (int)answer->kind);
    else if (answer->is_number)
        snprintf(out, room, "%d", (int)answer->number);
    else
        snprintf(out, room, "%.*s", SEL_STR_ARG(answer->text));
}

static bool keep(void *to, const sel_response *response)
{
    answers *all = to;
    ck_assert_uint_lt(all->count, RESPONSES);
    for (uint32_t i = 0; i < response->answer_count; i++) {
        const sel_answer *answer = &response->answers[i];
        write_answer(answer, all->text[all->count][answer->item], sizeof all->text[0][0]);
    }
    all->count += 1;
    return true;
}

/* Choices in the order of their list. */
static void sort_choices(const sel_choice_list *list, const char *names, char *out, size_t room)
{
    size_t used = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < list->count; i++) {
        sel_str rest = sel_str_of(names);
        sel_str part;
        while (sel_str_next(&rest, ' ', &part))
            if (sel_str_equal(part, list->choices[i].name))
                used += (size_t)snprintf(out + used, room - used, "%s%.*s", used > 0 ? " " : "",
                                         SEL_STR_ARG(part));
    }
}

/* What the engine calculated for the same answers. */
static const char *calculated_text(int response, const sel_item *item)
{
    char path[256];
    snprintf(path, sizeof path, "/data/%.*s", SEL_STR_ARG(item->path));
    const json_t *values = json_object_get(json_array_get(engine, (size_t)response), "answers");
    const json_t *value = json_object_get(json_object_get(values, path), "val");
    ck_assert_msg(json_is_string(value), "the engine has no %s", path);
    return json_string_value(value);
}

static const char *expected_text(const char *file, int response, const sel_item *item)
{
    if (item->use == SEL_ITEM_CALCULATED)
        return calculated_text(response, item);
    if (item->use != SEL_ITEM_ASKED)
        return "";
    for (size_t i = 0; i < sizeof losses / sizeof losses[0]; i++)
        if (strcmp(losses[i].file, file) == 0 && losses[i].response == response &&
            sel_str_is(item->name, losses[i].item))
            return losses[i].kept;
    const json_t *value = json_object_get(json_array_get(truth, (size_t)response), item->path.ptr);
    return value == NULL ? "" : json_string_value(value);
}

static bool same_answer(const sel_item *item, const char *expected, const char *found)
{
    char sorted[256];
    sel_str wanted = sel_str_trim(sel_str_of(expected));
    if (item->type == SEL_ITEM_SELECT_MULTIPLE) {
        sort_choices(item->list, expected, sorted, sizeof sorted);
        wanted = sel_str_of(sorted);
    }
    double a;
    double b;
    if (item->type == SEL_ITEM_DECIMAL && sel_number_real(wanted, &a) &&
        sel_number_real(sel_str_of(found), &b))
        return a == b;
    if (item->list != NULL && strcmp(expected, "dk") == 0)
        return strcmp(found, "dk") == 0;
    return sel_str_is(wanted, found);
}

static uint32_t compare(const char *file, const answers *all)
{
    uint32_t wrong = all->count != RESPONSES;
    if (wrong > 0)
        fprintf(stderr, "%s: %u responses\n", file, all->count);
    for (uint32_t r = 0; r < all->count; r++)
        for (uint32_t i = 0; i < form.item_count; i++) {
            const sel_item *item = &form.items[i];
            const char *expected = expected_text(file, (int)r, item);
            if (same_answer(item, expected, all->text[r][i]))
                continue;
            fprintf(stderr, "%s: response %u, %.*s: '%s', not '%s'\n", file, r + 1,
                    SEL_STR_ARG(item->name), all->text[r][i], expected);
            wrong += 1;
        }
    return wrong;
}

/* What is wrong in the answers themselves, by the conditions of the form (read by hand in its
 * survey sheet): each is found, once. Besides, only the formula in a text and letters that the code
 * page lost may be found. */
static uint32_t check_issues(const char *file, const sel_issues *issues)
{
    static const struct {
        const char *code;
        const char *item;
    } faults[] = {{"E_REQUIRED", "state"},        {"E_REQUIRED", "has_ncs"},
                  {"E_REQUIRED", "consent"},      {"E_REQUIRED", "agency_other"},
                  {"E_CONSTRAINT", "email"},      {"E_CONSTRAINT", "trained"},
                  {"E_CONSTRAINT", "ncs_year"},   {"E_CONSTRAINT", "last_training"},
                  {"E_CONSTRAINT", "ci_sectors"}, {"E_CONSTRAINT", "budget_pct"}};
    enum { FAULTS = sizeof faults / sizeof faults[0] };
    uint32_t seen[FAULTS] = {0};
    uint32_t wrong = 0;
    for (uint32_t i = 0; i < issues->group_count; i++) {
        const sel_issue *issue = &issues->groups[i]->places[0];
        bool listed = strcmp(issue->code, "W_FORMULA_TEXT") == 0 ||
                      strcmp(issue->code, "W_REPLACEMENT_CHARS") == 0;
        for (size_t f = 0; f < FAULTS; f++)
            if (strcmp(issue->code, faults[f].code) == 0 &&
                sel_str_is(issue->subject, faults[f].item)) {
                seen[f] += (uint32_t)issues->groups[i]->count;
                listed = true;
            }
        if (!listed)
            fprintf(stderr, "%s: %s %.*s '%.*s'\n", file, issue->code, SEL_STR_ARG(issue->subject),
                    SEL_STR_ARG(issue->found));
        wrong += !listed;
    }
    for (size_t f = 0; f < FAULTS; f++)
        if (seen[f] != 1) {
            fprintf(stderr, "%s: %s %s is found %u times\n", file, faults[f].code, faults[f].item,
                    seen[f]);
            wrong += 1;
        }
    return wrong;
}

static uint32_t check_file(const char *path, const char *file)
{
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_response_counts counts = {0};
    sel_error err = {0};
    sel_encoding encoding;
    sel_bytes *bytes = NULL;
    answers *all = sel_arena_array(arena, 1, sizeof *all);
    sel_index *words = sel_response_words(&reference, &form);
    const sel_response_options options = {.with_faulty = true, .today = sel_day_of(2026, 11, 20)};
    sel_status status = sel_bytes_open(path, &bytes, &err);
    if (status == SEL_OK)
        status = sel_encoding_settle(bytes, NULL, words, &encoding, &err);
    if (status == SEL_OK) {
        sel_response_guess guess = sel_response_recognise(bytes, &reference, &form, &options);
        printf("%s: %s, '%c', %s, header in row %u\n", file, encoding.name, guess.delimiter,
               sel_source_tool_name(guess.source), guess.header_row);
        status = guess.form != SEL_FORM_WIDE ? sel_fail(&err, SEL_BAD_INPUT, "not recognised")
                                             : sel_response_read(bytes, &guess, &form, &reference,
                                                                 (sel_response_sink){keep, all},
                                                                 NULL, &issues, &counts, &err);
    }
    if (status != SEL_OK)
        fprintf(stderr, "%s: %s\n", file, err.message);
    uint32_t wrong = status != SEL_OK ? 1 : compare(file, all) + check_issues(file, &issues);
    sel_bytes_close(bytes);
    sel_index_destroy(words);
    sel_arena_destroy(arena);
    return wrong;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_csv(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 4 && strcmp(entry->d_name + length - 4, ".csv") == 0;
}

static uint32_t check_folder(const char *name, int expected)
{
    char path[2048];
    struct dirent **files = NULL;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    int count = scandir(path, &files, is_csv, by_name);
    ck_assert_int_eq(count, expected);
    uint32_t wrong = 0;
    for (int i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s/%s", folder, name, files[i]->d_name);
        wrong += check_file(path, files[i]->d_name);
        free(files[i]);
    }
    free(files);
    return wrong;
}

START_TEST(kobo)
{
    ck_assert_uint_eq(check_folder("kobo", 16), 0);
}
END_TEST

START_TEST(odk_central)
{
    ck_assert_uint_eq(check_folder("odk-central/default", 1), 0);
    ck_assert_uint_eq(check_folder("odk-central/split", 1), 0);
}
END_TEST

START_TEST(google_forms)
{
    ck_assert_uint_eq(check_folder("google-forms", 1), 0);
}
END_TEST

START_TEST(limesurvey)
{
    ck_assert_uint_eq(check_folder("limesurvey", 1), 0);
}
END_TEST

START_TEST(spreadsheets_in_other_locales)
{
    ck_assert_uint_eq(check_folder("excel-locale", 9), 0);
}
END_TEST

static json_t *json_of(const char *below)
{
    char path[2048];
    snprintf(path, sizeof path, "%s/%s", folder, below);
    json_error_t fault = {0};
    json_t *loaded = json_load_file(path, 0, &fault);
    if (loaded == NULL)
        fprintf(stderr, "%s, line %d: %s\n", path, fault.line, fault.text);
    return loaded;
}

static bool open_form(sel_arena *arena)
{
    char path[2048];
    snprintf(path, sizeof path, "%s/form", folder);
    sel_error err = {0};
    if (sel_questionnaire_open(path, arena, &form, &err) == SEL_OK)
        return true;
    fprintf(stderr, "%s: %s\n", err.source, err.message);
    return false;
}

int main(void)
{
    if (!material_find("forms", folder))
        return MATERIAL_MISSING;
    sel_arena *arena = sel_arena_create();
    reference = shipped_reference(arena);
    truth = json_of("form/responses.json");
    engine = json_of("form/oracle_getodk_engine.json");
    if (truth == NULL || engine == NULL || !open_form(arena))
        return EXIT_FAILURE;
    const TTest *tests[] = {
        kobo, odk_central, google_forms, limesurvey, spreadsheets_in_other_locales, NULL};
    int failed = run_tests("forms_corpus", tests);
    sel_questionnaire_close(&form);
    sel_reference_close(&reference);
    json_decref(truth);
    json_decref(engine);
    sel_arena_destroy(arena);
    return failed;
}
