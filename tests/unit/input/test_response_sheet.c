/* What is handed out is what can be read back: in each language, long and short. */
#include "input/response_sheet.h"

#include "input/response_file.h"
#include "shipped.h"

static shipped all;

typedef struct taken {
    uint32_t count;
    uint32_t answers;
    uint32_t recipient;
} taken;

static bool take(void *to, const sel_response *response)
{
    taken *kept = to;
    kept->count += 1;
    kept->answers = response->answer_count;
    kept->recipient = response->recipient;
    return true;
}

/* The sheet with value written behind the label of a line: "Country," becomes "Country,Fiji". */
static sel_str fill_after(sel_arena *arena, sel_str sheet, sel_str label, const char *value)
{
    label = sel_str_printf(arena, "\r\n%.*s,", SEL_STR_ARG(label));
    size_t at = sel_str_find(sheet, label) + label.len;
    ck_assert_msg(at < sheet.len, "%.*s", SEL_STR_ARG(label));
    return sel_str_printf(arena, "%.*s%s%s", (int)at, sheet.ptr, value, sheet.ptr + at);
}

static sel_str fill(sel_arena *arena, sel_str sheet, const char *key, sel_language language,
                    const char *value)
{
    return fill_after(arena, sheet, sel_sheet_name(&all.reference, key, language), value);
}

/* A line that is named by its question. */
static sel_str fill_line(sel_arena *arena, sel_str sheet, const char *name, sel_language language,
                         const char *value)
{
    uint32_t item = sel_questionnaire_item(&all.questionnaire, sel_str_of(name));
    ck_assert_uint_ne(item, SEL_NONE);
    return fill_after(arena, sheet, sel_names_in(&all.questionnaire.items[item].labels, language),
                      value);
}

static void expect_read_back(sel_language language, bool short_form)
{
    sel_arena *arena = sel_arena_create();
    sel_text sheet = {.arena = arena};
    sel_response_sheet_write(sel_sheet_lay_out(&all.questionnaire, &all.reference, language,
                                               short_form ? SEL_STR("A") : (sel_str){0}, arena),
                             &sheet);
    sel_str text = fill(arena, sel_text_str(&sheet), "country", language, "Fiji");
    text = fill(arena, text, "agency", language, "\"Ministry, of all\"");
    if (!short_form)
        text = fill_line(arena, text, "programmes_max", language, "3");
    ck_assert(sel_str_starts(text, SEL_STR("\xEF\xBB\xBF")));
    sel_bytes *bytes = sel_bytes_open_memory("sheet.csv", text);
    sel_response_guess guess = sel_response_recognise(bytes, &all.reference, NULL, NULL);
    ck_assert_int_eq(guess.form, SEL_FORM_TALL);
    ck_assert_int_eq(guess.delimiter, ',');
    ck_assert(sel_str_is(all.questionnaire.id, guess.questionnaire));
    taken kept = {0};
    sel_issues issues = {.arena = arena};
    sel_response_counts counts = {0};
    sel_error err = {0};
    ck_assert_int_eq(sel_response_read(bytes, &guess, &all.questionnaire, &all.reference,
                                       (sel_response_sink){take, &kept}, NULL, &issues, &counts,
                                       &err),
                     SEL_OK);
    ck_assert_msg(issues.group_count == 0, "%s %d: %s '%.*s' line %u", sel_language_code(language),
                  short_form, issues.groups[0]->places[0].code,
                  SEL_STR_ARG(issues.groups[0]->places[0].found),
                  (unsigned)issues.groups[0]->places[0].line);
    ck_assert_uint_eq(kept.count, 1);
    ck_assert_uint_eq(kept.answers, short_form ? 2 : 3);
    expect_slice(all.reference.geography.recipients[kept.recipient].code, "FJI");
    sel_bytes_close(bytes);
    sel_arena_destroy(arena);
}

START_TEST(sheets_are_read_back_in_every_language)
{
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
        expect_read_back((sel_language)language, false);
        expect_read_back((sel_language)language, true);
    }
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {sheets_are_read_back_in_every_language, NULL};
    int failed = run_tests("response_sheet", tests);
    shipped_close(&all);
    return failed;
}
