#include "input/column_keys.h"

#include "check_suite.h"
#include "input/questionnaire_file.h"

static const char form_text[] = "survey\n"
                                ",type,name,label::English (en),label::Russian (ru)\n"
                                ",begin_group,org,Organisation,Организация\n"
                                ",text,a1,Do you answer?,Отвечаете ли вы?\n"
                                ",text,a1_why,Why not?,Если на A1 ответ «нет» — почему?\n"
                                ",end_group,,,\n"
                                ",select_multiple kinds,kinds,Kinds,Виды\n"
                                ",rank kinds,order,Order,Порядок\n"
                                ",text,kindslaw,Q 2.1,Вопрос\n"
                                ",text,remark,Comment,Комментарий\n"
                                ",text,remark2,Comment,Комментарий\n"
                                ",text,q21,Something else,Другое\n"
                                "choices\n"
                                ",list_name,name,label::English (en),label::Russian (ru)\n"
                                ",kinds,law,\"Law, rules\",Право\n"
                                ",kinds,tech,Technology,Техника\n"
                                "settings\n"
                                ",form_title,form_id,version\n"
                                ",Small,small,1\n";

static sel_arena *arena;
static sel_questionnaire form;
static sel_column_keys *keys;

static bool open_form(void)
{
    arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_definition_sheets sheets;
    sel_error err = {0};
    sel_bytes *bytes = sel_bytes_open_memory("form.csv", sel_str_of(form_text));
    sel_status status = sel_definition_sheets_read(bytes, arena, &sheets, &issues, &err);
    sel_bytes_close(bytes);
    if (status == SEL_OK)
        sel_questionnaire_read(&sheets, arena, &form, &issues);
    keys = sel_column_keys_create(&form);
    return status == SEL_OK && sel_issues_allow(&issues);
}

static void close_form(void)
{
    sel_column_keys_destroy(keys);
    sel_questionnaire_close(&form);
    sel_arena_destroy(arena);
}

/* Expected: "name", "name/choice" or "name/place"; "" when the header is not known. */
static void expect_in(sel_language language, const char *header, const char *expected,
                      sel_column_by by)
{
    char found[64] = "";
    sel_column_by how = SEL_COLUMN_BY_PATH;
    uint32_t target = sel_column_keys_find(keys, sel_str_of(header), language, &how);
    if (target != SEL_NONE) {
        const sel_column_target *to = sel_column_keys_target(keys, target);
        const sel_item *item = &form.items[to->item];
        sel_str choice =
            to->choice == SEL_NONE ? (sel_str){0} : item->list->choices[to->choice].name;
        if (to->position > 0)
            snprintf(found, sizeof found, "%.*s/%u", SEL_STR_ARG(item->name), to->position);
        else
            snprintf(found, sizeof found, "%.*s%s%.*s", SEL_STR_ARG(item->name),
                     choice.len > 0 ? "/" : "", SEL_STR_ARG(choice));
        ck_assert_msg(how == by, "'%s' was found by %d", header, (int)how);
    }
    ck_assert_msg(strcmp(found, expected) == 0, "'%s' is '%s', not '%s'", header, found, expected);
}

static void expect(const char *header, const char *expected, sel_column_by by)
{
    expect_in(SEL_EN, header, expected, by);
}

START_TEST(names_and_paths)
{
    expect("org/a1", "a1", SEL_COLUMN_BY_PATH);
    expect("org-a1", "a1", SEL_COLUMN_BY_PATH);
    expect("a1", "a1", SEL_COLUMN_BY_NAME);
    expect("A1 ", "a1", SEL_COLUMN_BY_FOLDED);
    expect("kinds", "kinds", SEL_COLUMN_BY_PATH);
    expect("kinds/law", "kinds/law", SEL_COLUMN_BY_PATH);
    expect("kinds[tech]", "kinds/tech", SEL_COLUMN_BY_NAME);
    expect("order/2", "order/2", SEL_COLUMN_BY_PATH);
    expect("a1why", "a1_why", SEL_COLUMN_BY_FOLDED);
    expect("", "", SEL_COLUMN_BY_PATH);
    expect("nothing", "", SEL_COLUMN_BY_PATH);
}
END_TEST

START_TEST(labels_in_any_language)
{
    expect("Do you answer?", "a1", SEL_COLUMN_BY_LABEL);
    expect("Отвечаете ли вы?", "a1", SEL_COLUMN_BY_LABEL);
    expect_in(SEL_RU, "Организация Отвечаете ли вы", "a1", SEL_COLUMN_BY_GROUPED);
    expect("Виды Право", "kinds/law", SEL_COLUMN_BY_LABEL);
    ck_assert(sel_column_keys_is_label(keys, SEL_STR("Виды"), SEL_RU));
    ck_assert(!sel_column_keys_is_label(keys, SEL_STR("Виды"), SEL_EN));
}
END_TEST

/* What Latin letters are in a sentence of another script is nobody's name. */
START_TEST(a_sentence_is_not_the_name_it_holds)
{
    expect("Если на A1 ответ «нет» — почему?", "a1_why", SEL_COLUMN_BY_LABEL);
    expect("Если на A1 ответ «да» — почему?", "", SEL_COLUMN_BY_PATH);
    expect("A1 是否", "", SEL_COLUMN_BY_PATH);
}
END_TEST

/* "Q 2.1" is the wording of one question and, squeezed, the name of another. */
START_TEST(labels_come_before_squeezed_names)
{
    expect("Q 2.1", "kindslaw", SEL_COLUMN_BY_LABEL);
    expect("Q(21)", "q21", SEL_COLUMN_BY_FOLDED);
}
END_TEST

START_TEST(the_same_wording_names_all_its_questions_in_order)
{
    sel_column_by by;
    uint32_t target = sel_column_keys_find(keys, SEL_STR("Comment"), SEL_EN, &by);
    ck_assert_uint_ne(target, SEL_NONE);
    const sel_column_target *first = sel_column_keys_target(keys, target);
    ck_assert(sel_str_is(form.items[first->item].name, "remark"));
    const sel_column_target *second = sel_column_keys_target(keys, first->next);
    ck_assert(sel_str_is(form.items[second->item].name, "remark2"));
    ck_assert_uint_eq(second->next, SEL_NONE);
}
END_TEST

START_TEST(groups_that_are_not_ours_stand_before_a_leaf)
{
    expect("old/groups/a1", "a1", SEL_COLUMN_BY_LEAF);
    expect("old/kinds/law", "kinds/law", SEL_COLUMN_BY_LEAF);
    expect("old/", "", SEL_COLUMN_BY_PATH);
    char deep[256] = "";
    for (size_t n = 0; n < 31; n++)
        memcpy(deep + 2 * n, "g/", 3);
    memcpy(deep + 62, "a1", 3);
    expect(deep, "a1", SEL_COLUMN_BY_LEAF);
    memcpy(deep + 62, "g/g/a1", 7);
    expect(deep, "", SEL_COLUMN_BY_PATH);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {names_and_paths,
                            labels_in_any_language,
                            a_sentence_is_not_the_name_it_holds,
                            labels_come_before_squeezed_names,
                            the_same_wording_names_all_its_questions_in_order,
                            groups_that_are_not_ours_stand_before_a_leaf,
                            NULL};
    int failed = open_form() ? run_tests("column_keys", tests) : EXIT_FAILURE;
    close_form();
    return failed;
}
