#include "input/response_workbook.h"

#include "base/text.h"
#include "shipped.h"
#include "xlsx_fixture.h"

static shipped all;

/* A sheet as text: rows end in a line end, cells in a bar. */
static const char *sheet_rows(sel_arena *arena, const char *text)
{
    sel_text rows = {.arena = arena};
    sel_str rest = sel_str_of(text);
    sel_str line;
    while (sel_str_next(&rest, '\n', &line)) {
        sel_text_printf(&rows, "<row>");
        sel_str cell;
        while (sel_str_next(&line, '|', &cell))
            sel_text_printf(&rows, "<c t='inlineStr'><is><t>%.*s</t></is></c>", SEL_STR_ARG(cell));
        sel_text_printf(&rows, "</row>");
    }
    return rows.bytes;
}

typedef struct outcome {
    sel_arena *arena;
    sel_answer_sheet answers;
    sel_str sheet;
    sel_issues issues;
    sel_response_counts counts;
    sel_text seen;
    sel_status status;
    sel_error err;
} outcome;

static bool keep(void *to, const sel_response *response)
{
    outcome *out = to;
    for (uint32_t i = 0; i < response->answer_count; i++) {
        const sel_answer *answer = &response->answers[i];
        sel_str name = all.questionnaire.items[answer->item].name;
        char cell[24];
        sel_text_printf(&out->seen, "%s %.*s=", sel_issue_cell(answer->column, answer->row, cell),
                        SEL_STR_ARG(name));
        if (answer->is_number)
            sel_text_printf(&out->seen, "%d\n", (int)answer->number);
        else
            sel_text_printf(&out->seen, "%.*s\n", SEL_STR_ARG(answer->text));
    }
    return true;
}

static outcome read_book(const fixture_book *book)
{
    outcome out = {.arena = sel_arena_create()};
    out.issues.arena = out.arena;
    out.seen.arena = out.arena;
    sel_bytes *bytes = sel_bytes_open_memory("needs.xlsx", fixture_book_bytes(out.arena, book));
    sel_xlsx *workbook = NULL;
    ck_assert_int_eq(sel_xlsx_open(bytes, &workbook, &out.err), SEL_OK);
    out.status = sel_answer_sheet_find(workbook, &all.reference, &out.answers, &out.err);
    if (out.status == SEL_OK && out.answers.guess.form != SEL_FORM_NONE) {
        const sel_row_source rows = sel_answer_sheet_rows(&out.answers, sel_bytes_name(bytes));
        out.sheet = sel_str_copy(out.arena, sel_xlsx_sheet_name(workbook, out.answers.sheet));
        out.status = sel_response_read_rows(&rows, &out.answers.guess, &all.questionnaire,
                                            &all.reference, (sel_response_sink){keep, &out},
                                            &out.issues, &out.counts, &out.err);
    }
    sel_xlsx_close(workbook);
    sel_bytes_close(bytes);
    return out;
}

static const char two_sheets[] =
    "<workbook xmlns='" FIXTURE_MAIN "' xmlns:r='" FIXTURE_OFFICE "'><sheets>"
    "<sheet name='Read me' r:id='rId2'/><sheet name='Jawaban' r:id='rId1'/></sheets></workbook>";

/* The styles' part is read as the sheet in front: a worksheet without any row. */
static const char two_relations[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='rId1' Type='" FIXTURE_OFFICE "/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='rId2' Type='" FIXTURE_OFFICE "/worksheet' Target='styles.xml'/>"
    "</Relationships>";

static const char front_sheet[] =
    "<worksheet xmlns='" FIXTURE_MAIN "'><sheetData><row><c t='inlineStr'><is><t>How to fill in"
    "</t></is></c></row></sheetData></worksheet>";

START_TEST(the_answer_sheet_is_found_behind_others)
{
    sel_arena *arena = sel_arena_create();
    outcome out = read_book(&(fixture_book){
        .workbook = two_sheets,
        .relations = two_relations,
        .styles = front_sheet,
        .rows = sheet_rows(arena, "Kuesioner|state-needs\nNegara|FJI\nLembaga|Ministry\n"
                                  "kode|kapabilitas|bantuan yang diinginkan|sekarang\n"
                                  "D1.2|Incident response|much|2")});
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert(sel_str_is(out.sheet, "Jawaban"));
    ck_assert_int_eq(out.answers.guess.form, SEL_FORM_TALL);
    ck_assert_str_eq(out.answers.guess.questionnaire, "state-needs");
    ck_assert_str_eq(out.seen.bytes, "B2 country=FJI\nB3 agency=Ministry\nC5 help_d1_2=much\n"
                                     "D5 now_d1_2=2\n");
    ck_assert_uint_eq(out.counts.taken, 1);
    sel_arena_destroy(out.arena);
    sel_arena_destroy(arena);
}
END_TEST

/* Numbers, a date and a formula as spreadsheet programs keep them, with rows and cells left out. */
START_TEST(kept_numbers_become_answers)
{
    outcome out = read_book(&(fixture_book){
        .strings = "<sst xmlns='" FIXTURE_MAIN "'><si><t>questionnaire</t></si>"
                   "<si><t>state-needs</t></si><si><t>country</t></si><si><t>FJI</t></si>"
                   "<si><t>agency</t></si><si><t>Ministry</t></si><si><t>code</t></si>"
                   "<si><t>now</t></si><si><t>by when</t></si><si><t>D1.2</t></si></sst>",
        .rows = "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='s'><v>1</v></c></row>"
                "<row r='4'><c r='A4' t='s'><v>2</v></c><c r='B4' t='s'><v>3</v></c></row>"
                "<row r='5'><c r='A5' t='s'><v>4</v></c><c r='B5' t='s'><v>5</v></c></row>"
                "<row r='9'><c r='A9' t='s'><v>6</v></c><c r='D9' t='s'><v>7</v></c>"
                "<c r='F9' t='s'><v>8</v></c></row>"
                "<row r='14'><c r='A14' t='s'><v>9</v></c><c r='D14'><f>1+1</f><v>2</v></c>"
                "<c r='F14' s='1'><v>46480</v></c></row>"});
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_str_eq(out.seen.bytes, "B4 country=FJI\nB5 agency=Ministry\nD14 now_d1_2=2\n"
                                     "F14 by_d1_2=2027-04-03\n");
    const sel_issue *formula = first_reported(&out.issues, "W_FORMULA_CELL");
    ck_assert_ptr_nonnull(formula);
    ck_assert_uint_eq(formula->row, 14);
    ck_assert_uint_eq(formula->column, 4);
    sel_arena_destroy(out.arena);
}
END_TEST

/* What a spreadsheet program makes of "yes" and "no" in some languages. */
START_TEST(booleans_answer_yes_or_no)
{
    outcome out = read_book(
        &(fixture_book){.rows = "<row r='1'><c t='inlineStr'><is><t>questionnaire</t></is></c>"
                                "<c t='inlineStr'><is><t>state-needs</t></is></c></row>"
                                "<row r='2'><c t='inlineStr'><is><t>country</t></is></c>"
                                "<c t='inlineStr'><is><t>FJI</t></is></c></row>"
                                "<row r='3'><c t='inlineStr'><is><t>agency</t></is></c>"
                                "<c t='inlineStr'><is><t>Ministry</t></is></c></row>"
                                "<row r='4'><c t='inlineStr'><is><t>lead</t></is></c>"
                                "<c t='b'><v>1</v></c></row>"
                                "<row r='5'><c t='inlineStr'><is><t>poc</t></is></c>"
                                "<c t='inlineStr'><is><t>designated</t></is></c>"
                                "<c t='inlineStr'><is><t>deputy</t></is></c></row>"
                                "<row r='6'><c t='inlineStr'><is><t>technical</t></is></c>"
                                "<c t='b'><v>1</v></c><c t='b'><v>0</v></c></row>"});
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_uint_eq(out.counts.faulty, 0);
    ck_assert_str_eq(out.seen.bytes, "B2 country=FJI\nB3 agency=Ministry\nB4 lead=yes\n"
                                     "B6 poc_technical_designated=yes\n"
                                     "C6 poc_technical_deputy=no\n");
    sel_arena_destroy(out.arena);
}
END_TEST

START_TEST(faults_are_placed_in_the_sheet)
{
    sel_arena *arena = sel_arena_create();
    outcome out = read_book(&(fixture_book){
        .rows = sheet_rows(arena, "questionnaire|state-needs\n\ncountry|FJI\nagency|Ministry\n\n"
                                  "code|capability|now\nD1.2||2,5")});
    ck_assert_int_eq(out.status, SEL_OK);
    const sel_issue *issue = first_reported(&out.issues, "E_TYPE_INTEGER");
    ck_assert_ptr_nonnull(issue);
    ck_assert_uint_eq(issue->row, 7);
    ck_assert_uint_eq(issue->column, 3);
    ck_assert_uint_eq(out.counts.taken, 0);
    sel_arena_destroy(out.arena);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(another_workbook_is_not_ours)
{
    sel_arena *arena = sel_arena_create();
    outcome out = read_book(
        &(fixture_book){.rows = sheet_rows(arena, "country|agency|now_d1_2\nFJI|Ministry|2")});
    ck_assert_int_eq(out.status, SEL_OK);
    ck_assert_int_eq(out.answers.guess.form, SEL_FORM_NONE);
    sel_arena_destroy(out.arena);
    out = read_book(&(fixture_book){0});
    ck_assert_int_eq(out.answers.guess.form, SEL_FORM_NONE);
    sel_arena_destroy(out.arena);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *const tests[] = {
        the_answer_sheet_is_found_behind_others,
        kept_numbers_become_answers,
        booleans_answer_yes_or_no,
        faults_are_placed_in_the_sheet,
        another_workbook_is_not_ours,
        NULL,
    };
    int failed = run_tests("response_workbook", tests);
    shipped_close(&all);
    return failed;
}
