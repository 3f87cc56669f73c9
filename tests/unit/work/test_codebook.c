/* The codebook of a questionnaire of four questions: every cell is read off its tables by hand. */
#include "desk_fixture.h"

#include "work/codebook.h"

static desk d;

static void write_sheet(const char *name, const char *text)
{
    FILE *file = fopen(sel_str_printf(d.arena, "%s/%s.csv", d.folder, name).ptr, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static const char *row_of(const sel_table *table, uint32_t row)
{
    sel_str all = {"", 0};
    for (uint32_t i = 0; i < table->column_count; i++)
        all = sel_str_printf(d.arena, "%.*s%.*s|", SEL_STR_ARG(all),
                             SEL_STR_ARG(sel_table_cell(table, row, i)->text));
    return all.ptr;
}

START_TEST(every_question_and_code)
{
    desk_open(&d);
    write_sheet("survey",
                "type,name,label::English (en),label::Français (fr),hint::English (en),required,"
                "relevant,constraint,calculation,parameters,selaras_disclosure\n"
                "text,agency,Agency,Service,Who answers,yes,,,,,\n"
                "select_one yn,team,Have a team?,Une équipe ?,,,,,,,\n"
                "range,staff,Staff,Personnel,,,${team} = 'y',. > 0,,start=1 end=9,sealed\n"
                "calculate,twice,,,,,,,${staff} * 2,,\n");
    write_sheet("choices", "list_name,name,label::English (en),label::Français (fr)\n"
                           "yn,y,Yes,Oui\nyn,n,No,Non\n");
    write_sheet("settings", "form_title,selaras_title::Français (fr),form_id,version,"
                            "default_language,selaras_languages\n"
                            "Small,Petit,small,3,English (en),en:reviewed|fr:draft\n");
    sel_report report = {.arena = d.arena, .id = "codebook"};
    ck_assert_msg(sel_codebook_tell(d.context, d.folder, &report, &d.err) == SEL_OK, "%s",
                  d.err.message);
    uint32_t count = 0;
    const sel_table **tables = sel_report_tables(&report, d.arena, &count);
    ck_assert_uint_eq(count, 3);
    ck_assert_uint_eq(tables[0]->row_count, 4);
    ck_assert_str_eq(row_of(tables[0], 0),
                     "agency||Agency|Text||Yes|||As the respondent chose||Who answers|");
    ck_assert_str_eq(row_of(tables[0], 1),
                     "team||Have a team?|One choice|yn||||As the respondent chose|||");
    ck_assert_str_eq(row_of(tables[0], 2), "staff||Staff|Whole number|1-9||“Have a team?” is "
                                           "“Yes”|. > 0|The secretariat only|||");
    ck_assert_str_eq(row_of(tables[0], 3),
                     "twice|||Calculated|${staff} * 2||||As the respondent chose|||");
    ck_assert_str_eq(row_of(tables[1], 1), "team|Have a team?|Une équipe ?|");
    ck_assert_uint_eq(tables[2]->row_count, 2);
    ck_assert_str_eq(row_of(tables[2], 0), "yn|y|Yes|Oui|");
    ck_assert_str_eq(row_of(tables[2], 1), "yn|n|No|Non|");
    static const char *const sheets[] = {"survey", "choices", "settings"};
    for (size_t i = 0; i < 3; i++)
        remove(sel_str_printf(d.arena, "%s/%s.csv", d.folder, sheets[i]).ptr);
    desk_close(&d);
}
END_TEST

START_TEST(one_that_is_not_there)
{
    desk_open(&d);
    sel_report report = {.arena = d.arena, .id = "codebook"};
    ck_assert_int_eq(sel_codebook_tell(d.context, "nothing-of-ours", &report, &d.err),
                     SEL_NOT_FOUND);
    ck_assert_int_eq(sel_codebook_tell(d.context, "./nowhere", &report, &d.err), SEL_NOT_FOUND);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {every_question_and_code, one_that_is_not_there, NULL};
    return run_tests("codebook", tests);
}
