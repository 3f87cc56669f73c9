/* Every instrument in every language, as CSV and as workbook, long and by parts: what a seeded
 * respondent writes into all cells is what is read back. */
#include "filled_sheet.h"
#include "input/response_sheet.h"
#include "input/words_file.h"
#include "report/write_workbook.h"
#include "shipped.h"
#include "work/incoming.h"

#include <unistd.h>

enum { LARGEST_EMPTY_WORKBOOK = 60 * 1000 };

static const char *const ids[] = {"state-needs", "points-of-contact", "norms-implementation",
                                  "regional-organisation", "programme-self-assessment"};
enum { INSTRUMENTS = sizeof ids / sizeof ids[0] };

static shipped all;
static sel_words words;
static sel_questionnaire instruments[INSTRUMENTS];
static char path[] = "/tmp/selaras-read-back-XXXXXX";

typedef struct reading {
    const sel_questionnaire *questionnaire;
    filling filled; /* what must come, by item */
    sel_arena *arena;
    uint32_t responses;
    const char *what; /* is being read */
} reading;

static bool is_same(const filled_answer *wanted, const sel_answer *found, sel_arena *arena)
{
    if (found == NULL || !wanted->given)
        return (found != NULL) == wanted->given;
    if (found->kind != wanted->kind || found->kind != SEL_ANSWER_VALUE)
        return found->kind == wanted->kind;
    sel_str text =
        found->is_number ? sel_str_printf(arena, "%lld", (long long)found->number) : found->text;
    return sel_str_equal(text, wanted->value);
}

static bool compare(void *to, const sel_response *response)
{
    reading *r = to;
    r->responses += 1;
    for (uint32_t i = 0; i < r->questionnaire->item_count; i++) {
        const sel_answer *found = sel_response_answer(response, i);
        const filled_answer *wanted = &r->filled.answers[i];
        ck_assert_msg(is_same(wanted, found, r->arena), "%s: %.*s is not '%.*s' of kind %d",
                      r->what, SEL_STR_ARG(r->questionnaire->items[i].name),
                      SEL_STR_ARG(wanted->value), (int)wanted->kind);
    }
    return true;
}

static void expect_read_back(sel_bytes *bytes, reading *r)
{
    sel_incoming incoming;
    sel_issues issues = {.arena = r->arena};
    sel_response_counts counts = {0};
    sel_error err = {0};
    sel_status status =
        sel_incoming_open(bytes, &all.reference, r->questionnaire, NULL, &incoming, &err);
    ck_assert_msg(status == SEL_OK, "%s: %s", r->what, err.message);
    ck_assert_int_eq(incoming.guess.form, SEL_FORM_TALL);
    ck_assert(sel_str_is(r->questionnaire->id, incoming.guess.questionnaire));
    status = sel_incoming_read(&incoming, r->questionnaire, &all.reference,
                               (sel_response_sink){compare, r}, NULL, &issues, &counts, &err);
    ck_assert_msg(status == SEL_OK, "%s: %s", r->what, err.message);
    for (uint32_t i = 0; i < issues.group_count; i++) {
        const sel_issue *issue = &issues.groups[i]->places[0];
        /* Wanting less than there is comes up by chance. */
        ck_assert_msg(strcmp(issue->code, "W_TARGET_BELOW") == 0, "%s: %s '%.*s' %.*s row %u",
                      r->what, issue->code, SEL_STR_ARG(issue->subject), SEL_STR_ARG(issue->found),
                      issue->row);
    }
    ck_assert_uint_eq(r->responses, 1);
    r->responses = 0;
    sel_incoming_close(&incoming);
    sel_bytes_close(bytes);
}

static void write_workbook(const sel_sheet *sheet)
{
    sel_error err = {0};
    ck_assert_msg(sel_write_sheet_workbook(sheet, &words, path, &err) == SEL_OK, "%s", err.message);
}

static void expect_sheet(uint32_t instrument, sel_language language, const char *part,
                         uint64_t seed)
{
    sel_arena *arena = sel_arena_create();
    const sel_questionnaire *questionnaire = &instruments[instrument];
    sel_sheet *sheet =
        sel_sheet_lay_out(questionnaire, &all.reference, language, sel_str_of(part), arena);
    reading r = {.questionnaire = questionnaire,
                 .filled = filling_of(questionnaire, &all.reference, sheet, seed),
                 .arena = arena,
                 .what = sel_str_printf(arena, "%s %s %s", ids[instrument],
                                        sel_language_code(language), part == NULL ? "" : part)
                             .ptr};
    sel_text csv = {.arena = arena};
    sel_response_sheet_write(sheet, &csv);
    expect_read_back(sel_bytes_open_memory("sheet.csv", sel_text_str(&csv)), &r);
    write_workbook(sheet);
    sel_bytes *bytes = NULL;
    sel_error err = {0};
    ck_assert_int_eq(sel_bytes_open(path, &bytes, &err), SEL_OK);
    expect_read_back(bytes, &r);
    sel_arena_destroy(arena);
}

START_TEST(what_is_written_is_what_is_stored)
{
    for (uint32_t i = 0; i < INSTRUMENTS; i++)
        for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
            expect_sheet(i, (sel_language)language, NULL, 1000 + i * 10 + (uint64_t)language);
}
END_TEST

START_TEST(parts_alone_are_read_back)
{
    for (uint32_t i = 0; i < INSTRUMENTS; i++)
        for (int letter = 'A'; letter <= 'D'; letter++) {
            const char part[] = {(char)letter, '\0'};
            if (sel_sheet_plan_has_part(&instruments[i], sel_str_of(part)))
                expect_sheet(i, SEL_EN, part, 2000 + i * 10 + (uint64_t)letter);
        }
}
END_TEST

START_TEST(every_question_is_on_the_sheet_once)
{
    sel_arena *arena = sel_arena_create();
    for (uint32_t i = 0; i < INSTRUMENTS; i++) {
        const sel_questionnaire *questionnaire = &instruments[i];
        sel_sheet *sheet =
            sel_sheet_lay_out(questionnaire, &all.reference, SEL_EN, (sel_str){0}, arena);
        const filling filled = filling_of(questionnaire, &all.reference, sheet, i);
        uint32_t asked = 0;
        for (uint32_t k = 0; k < questionnaire->item_count; k++) {
            const sel_item *item = &questionnaire->items[k];
            /* Two identity questions are for form tools only. */
            bool tools =
                sel_str_is(item->name, "language") || sel_str_is(item->name, "illustrative");
            ck_assert_msg(filled.answers[k].given != tools, "%s: %s", ids[i], item->name.ptr);
            asked += !tools;
        }
        ck_assert_uint_eq(sel_sheet_answers(sheet), asked);
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(empty_workbooks_are_small_enough_to_send)
{
    for (uint32_t i = 0; i < INSTRUMENTS; i++)
        for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
            sel_arena *arena = sel_arena_create();
            write_workbook(sel_sheet_lay_out(&instruments[i], &all.reference,
                                             (sel_language)language, (sel_str){0}, arena));
            sel_bytes *bytes = NULL;
            sel_error err = {0};
            ck_assert_int_eq(sel_bytes_open(path, &bytes, &err), SEL_OK);
            ck_assert_uint_lt(sel_bytes_held(bytes).len, LARGEST_EMPTY_WORKBOOK);
            sel_bytes_close(bytes);
            sel_arena_destroy(arena);
        }
}
END_TEST

int main(void)
{
    all = shipped_open();
    sel_error err = {0};
    int file = mkstemp(path);
    sel_status status = sel_words_english(all.arena, &words, &err);
    for (uint32_t i = 0; i < INSTRUMENTS && status == SEL_OK; i++) {
        sel_str folder = sel_str_printf(all.arena, SELARAS_SOURCE_DIR "/questionnaires/%s", ids[i]);
        status = sel_questionnaire_open(folder.ptr, all.arena, &instruments[i], &err);
    }
    if (file < 0 || status != SEL_OK) {
        fprintf(stderr, "%s\n", err.message);
        return EXIT_FAILURE;
    }
    const TTest *tests[] = {what_is_written_is_what_is_stored, parts_alone_are_read_back,
                            every_question_is_on_the_sheet_once,
                            empty_workbooks_are_small_enough_to_send, NULL};
    int failed = run_tests("sheets_read_back", tests);
    for (uint32_t i = 0; i < INSTRUMENTS; i++)
        sel_questionnaire_close(&instruments[i]);
    close(file);
    remove(path);
    shipped_close(&all);
    return failed;
}
