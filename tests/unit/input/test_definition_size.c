/* Few rows can make very many columns: each question repeats the choices of its list. */
#include "definition_form.h"

#include "base/text.h"

static const char *fault_of(uint32_t questions, uint32_t choices, uint32_t label, uint32_t *row)
{
    static char code[40];
    sel_arena *arena = sel_arena_create();
    char *wording = sel_arena_array(arena, label + 1, 1);
    memset(wording, 'x', label);
    sel_text form = {.arena = arena};
    sel_text_printf(&form, "survey\n,type,name,label\n");
    for (uint32_t i = 0; i < questions; i++)
        sel_text_printf(&form, ",select_multiple l,q%u,%s\n", i, wording);
    sel_text_printf(&form, "choices\n,list_name,name,label\n");
    for (uint32_t i = 0; i < choices; i++)
        sel_text_printf(&form, ",l,c%u,Choice\n", i);
    sel_text_printf(&form, "settings\n,form_title,form_id,version\n,Form,f,1\n");
    sel_issues issues = {.arena = arena};
    sel_questionnaire questionnaire = form_of(sel_text_str(&form).ptr, arena, &issues);
    const sel_issue *first = issues.group_count > 0 ? &issues.groups[0]->places[0] : NULL;
    snprintf(code, sizeof code, "%s", first == NULL ? "" : first->code);
    *row = first == NULL ? 0 : first->row;
    sel_questionnaire_close(&questionnaire);
    sel_arena_destroy(arena);
    return code;
}

START_TEST(as_many_columns_as_a_table_can_have)
{
    uint32_t row;
    ck_assert_str_eq(fault_of(64, 255, 8, &row), ""); /* 64 x 256 = 16384 */
    ck_assert_str_eq(fault_of(65, 255, 8, &row), "E_FORM_COLUMNS_MANY");
    ck_assert_uint_eq(row, 2 + 65);
    ck_assert_str_eq(fault_of(1, 16384, 8, &row), "E_FORM_COLUMNS_MANY");
}
END_TEST

START_TEST(headers_of_a_bearable_length)
{
    uint32_t row;
    ck_assert_str_eq(fault_of(20, 500, 200, &row), "");
    ck_assert_str_eq(fault_of(20, 500, 4000, &row), "E_FORM_HEADERS_LONG");
    ck_assert_uint_gt(row, 2);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {as_many_columns_as_a_table_can_have, headers_of_a_bearable_length,
                            NULL};
    return run_tests("definition_size", tests);
}
