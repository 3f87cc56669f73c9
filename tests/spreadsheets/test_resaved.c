/* Sheets that were handed out, filled in, and saved again by a spreadsheet program in another
 * locale: what is stored is what was filled in, whatever the format and the settings.
 *
 * Filled by a seeded generator; LibreOffice saves them as a workbook, as CSV in the code page of
 * the language and as CSV in UTF-8, in France, Indonesia and the United States. Skipped, with a
 * message, where LibreOffice is not. */
#include "office.h"

#include "filled_sheet.h"
#include "unit/work/desk_fixture.h"

#include "base/number.h"
#include "work/handouts.h"
#include "work/instruments.h"

#include <sqlite3.h>

static const char *const instruments[] = {"state-needs", "points-of-contact",
                                          "norms-implementation", "regional-organisation",
                                          "programme-self-assessment"};

/* The separator that a country's "CSV" has. */
static const struct {
    const char *name;
    char separator;
} locales[] = {{"fr-FR", ';'}, {"id-ID", ';'}, {"en-US", ','}};

enum {
    INSTRUMENTS = sizeof instruments / sizeof instruments[0],
    LOCALES = sizeof locales / sizeof locales[0],
    SEED = 20261121
};

/* Code pages by LibreOffice's numbers. */
enum { WINDOWS_1252 = 1, WINDOWS_1251 = 34, WINDOWS_1256 = 38, UTF_8 = 76, GB_18030 = 85 };

typedef struct handout {
    char path[96]; /* of the workbook */
    filling filled;
} handout;

static desk d;
static sel_questionnaire questionnaires[INSTRUMENTS];
static sel_context *contexts[SEL_LANGUAGE_COUNT]; /* texts of the sheets are theirs */
static handout handouts[INSTRUMENTS][SEL_LANGUAGE_COUNT];

/* What a spreadsheet program of a country that writes this language calls "CSV". */
static int code_page(sel_language language)
{
    return language == SEL_AR   ? WINDOWS_1256
           : language == SEL_RU ? WINDOWS_1251
           : language == SEL_ZH ? GB_18030
                                : WINDOWS_1252;
}

static void hand_out(uint32_t instrument, sel_language language, const sel_context *context)
{
    handout *out = &handouts[instrument][language];
    const sel_questionnaire *questionnaire = &questionnaires[instrument];
    sel_sheet *sheet =
        sel_sheet_lay_out(questionnaire, &context->reference, language, (sel_str){0}, d.arena);
    out->filled = filling_of(questionnaire, &context->reference, sheet,
                             SEED + instrument * SEL_LANGUAGE_COUNT + language);
    snprintf(out->path, sizeof out->path, "%s/%s.%s.xlsx", d.folder, instruments[instrument],
             sel_language_code(language));
    ck_assert_msg(sel_handout_workbook(context, sheet, out->path, &d.err) == SEL_OK, "%s",
                  d.err.message);
}

START_TEST(handed_out)
{
    desk_open(&d);
    for (uint32_t i = 0; i < INSTRUMENTS; i++)
        ck_assert_int_eq(
            sel_instrument_open(d.context, instruments[i], d.arena, &questionnaires[i], &d.err),
            SEL_OK);
    for (sel_language language = 0; language < SEL_LANGUAGE_COUNT; language++) {
        const sel_context_options options = {
            .find = desk_find, .to = &d, .language = sel_language_code(language)};
        ck_assert_int_eq(sel_context_open(&options, &contexts[language], &d.err), SEL_OK);
        for (uint32_t i = 0; i < INSTRUMENTS; i++)
            hand_out(i, language, contexts[language]);
    }
    for (size_t i = 0; i < LOCALES; i++)
        office_settle(d.arena, d.folder, locales[i].name);
}
END_TEST

START_TEST(cleared_away)
{
    for (uint32_t i = 0; i < INSTRUMENTS; i++)
        sel_questionnaire_close(&questionnaires[i]);
    for (sel_language language = 0; language < SEL_LANGUAGE_COUNT; language++)
        sel_context_close(contexts[language]);
    office_clear(d.arena, d.folder);
    desk_close(&d);
}
END_TEST

/* --- what was stored --- */

static void expect_answer(const char *path, const sel_item *item, const filled_answer *expected,
                          int kind, const char *value)
{
    double wanted;
    double found;
    bool same = expected->given && (int)expected->kind == kind;
    if (same && kind == SEL_ANSWER_VALUE)
        same = sel_str_is(expected->value, value) ||
               (item->type == SEL_ITEM_DECIMAL && sel_number_real(expected->value, &wanted) &&
                sel_number_real(sel_str_of(value), &found) && wanted == found);
    ck_assert_msg(same, "%s: %.*s is %d '%s', not %d '%.*s'", path, SEL_STR_ARG(item->name), kind,
                  value, (int)expected->kind, SEL_STR_ARG(expected->value));
}

static uint32_t answers_given(const filling *filled)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < filled->questionnaire->item_count; i++)
        count += filled->answers[i].given;
    return count;
}

/* Read past the store's own interface: sealed answers too. */
static void expect_stored(const char *store_path, const char *path, const filling *filled)
{
    static const char sql[] = "SELECT a.value ->> 0, a.value ->> 1, coalesce(a.value ->> 2, '') "
                              "FROM revision AS v JOIN json_each(v.answers) AS a ORDER BY 1";
    sqlite3 *file;
    sqlite3_stmt *statement;
    ck_assert_int_eq(sqlite3_open(store_path, &file), SQLITE_OK);
    ck_assert_int_eq(sqlite3_prepare_v2(file, sql, -1, &statement, NULL), SQLITE_OK);
    uint32_t count = 0;
    for (; sqlite3_step(statement) == SQLITE_ROW; count++) {
        int item = sqlite3_column_int(statement, 0);
        expect_answer(path, &filled->questionnaire->items[item], &filled->answers[item],
                      sqlite3_column_int(statement, 1),
                      (const char *)sqlite3_column_text(statement, 2));
    }
    sqlite3_finalize(statement);
    sqlite3_close(file);
    ck_assert_msg(count == answers_given(filled), "%s: %u answers, not %u", path, count,
                  answers_given(filled));
}

static void tell_issues(const char *path, const sel_issues *issues)
{
    for (uint32_t i = 0; i < issues->group_count; i++) {
        const sel_issue *issue = &issues->groups[i]->places[0];
        if (sel_issue_severity(issue->code) == SEL_FAULT)
            fprintf(stderr, "%s: row %u column %u: %s %.*s '%.*s'\n", path, issue->row,
                    issue->column, issue->code, SEL_STR_ARG(issue->subject),
                    SEL_STR_ARG(issue->found));
    }
}

static void expect_same_answers(const char *path, const filling *filled)
{
    sel_str store_path = sel_str_printf(d.arena, "%s/answers.db", d.folder);
    sel_store *store;
    sel_intake intake;
    ck_assert_int_eq(sel_store_create(store_path.ptr, "cyber", 0, &store, &d.err), SEL_OK);
    sel_status status =
        sel_intake_file(d.context, store, path, NULL, NULL, d.arena, &intake, &d.err);
    sel_store_close(store);
    ck_assert_msg(status == SEL_OK, "%s: %s", path, d.err.message);
    tell_issues(path, &intake.issues);
    ck_assert_msg(intake.stored, "%s was refused", path);
    expect_stored(store_path.ptr, path, filled);
    remove(store_path.ptr);
}

/* --- saved again --- */

/* Save the hand-outs of the languages that are saved alike, and read what comes out. */
static void resave(size_t locale, const char *format, const char *ending, int page)
{
    static uint32_t turn;
    const char *files[INSTRUMENTS * SEL_LANGUAGE_COUNT];
    uint32_t count = 0;
    sel_str out = sel_str_printf(d.arena, "%s/%u", d.folder, ++turn);
    for (uint32_t i = 0; i < INSTRUMENTS; i++)
        for (sel_language l = 0; l < SEL_LANGUAGE_COUNT; l++)
            if (page == UTF_8 || page == code_page(l))
                files[count++] = handouts[i][l].path;
    office_convert(d.arena, d.folder, locales[locale].name, format, files, count, out.ptr);
    for (uint32_t i = 0; i < INSTRUMENTS; i++)
        for (sel_language l = 0; l < SEL_LANGUAGE_COUNT; l++)
            if (page == UTF_8 || page == code_page(l))
                expect_same_answers(sel_str_printf(d.arena, "%s/%s.%s.%s", out.ptr, instruments[i],
                                                   sel_language_code(l), ending)
                                        .ptr,
                                    &handouts[i][l].filled);
}

/* Tokens of LibreOffice's CSV filter: separator, quote, code page, first line, columns, language,
 * quote all texts, cells as shown. */
static const char *csv_format(size_t locale, int page)
{
    return sel_str_printf(d.arena, "csv:Text - txt - csv (StarCalc):%d,34,%d,1,,0,false,true",
                          locales[locale].separator, page)
        .ptr;
}

START_TEST(as_workbook)
{
    for (size_t i = 0; i < LOCALES; i++)
        resave(i, "xlsx:Calc MS Excel 2007 XML", "xlsx", UTF_8);
}
END_TEST

START_TEST(as_csv_in_utf_8)
{
    for (size_t i = 0; i < LOCALES; i++)
        resave(i, csv_format(i, UTF_8), "csv", UTF_8);
}
END_TEST

START_TEST(as_csv_of_the_system)
{
    static const int pages[] = {WINDOWS_1252, WINDOWS_1251, WINDOWS_1256, GB_18030};
    for (size_t i = 0; i < LOCALES; i++)
        for (size_t k = 0; k < sizeof pages / sizeof pages[0]; k++)
            resave(i, csv_format(i, pages[k]), "csv", pages[k]);
}
END_TEST

int main(void)
{
    if (!office_is_here()) {
        printf("no LibreOffice (soffice): skipped\n");
        return OFFICE_SKIPPED;
    }
    const TTest *tests[] = {handed_out,           as_workbook,  as_csv_in_utf_8,
                            as_csv_of_the_system, cleared_away, NULL};
    return run_tests("resaved", tests);
}
