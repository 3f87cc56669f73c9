/* Real XLSForms: the cyber form that other engines were run on, as folder and as single file, and
 * a small one with a repeat. What is in them was counted in the files by hand. */
#include "corpus/material.h"
#include "input/questionnaire_file.h"

#include "shipped.h"

static char folder[MATERIAL_PATH_ROOM];

typedef struct outcome {
    sel_arena *arena;
    sel_questionnaire questionnaire;
} outcome;

static outcome open_form(const char *file)
{
    outcome out = {.arena = sel_arena_create()};
    char path[1100];
    snprintf(path, sizeof path, "%s%s", folder, file);
    sel_error err = {0};
    sel_status status = sel_questionnaire_open(path, out.arena, &out.questionnaire, &err);
    ck_assert_msg(status == SEL_OK, "%s: %s", path, err.message);
    return out;
}

static void forget(outcome *out)
{
    sel_questionnaire_close(&out->questionnaire);
    sel_arena_destroy(out->arena);
}

static const sel_item *item_of(const sel_questionnaire *q, const char *name)
{
    uint32_t number = sel_questionnaire_item(q, sel_str_of(name));
    ck_assert_msg(number != SEL_NONE, "%s", name);
    return &q->items[number];
}

static void expect_cyber_form(const sel_questionnaire *q, uint32_t row_offset)
{
    expect_slice(q->id, "cyber_mini");
    expect_slice(q->version, "2026111301");
    ck_assert_uint_eq(q->item_count, 22);
    ck_assert_uint_eq(q->group_count, 4);
    ck_assert_uint_eq(q->list_count, 5);
    const sel_item *trained = item_of(q, "trained");
    expect_slice(trained->path, "resources/training/trained");
    expect_slice(trained->constraint, ". <= ${staff}");
    expect_slice(trained->group->relevant, "${staff} > 0");
    expect_slice(trained->labels.in[SEL_FR], "Personnel formé");
    ck_assert_uint_eq(trained->row, 23 + row_offset);
    ck_assert_int_eq(item_of(q, "start")->use, SEL_ITEM_META);
    ck_assert_int_eq(item_of(q, "score")->use, SEL_ITEM_CALCULATED);
    ck_assert_int_eq(item_of(q, "priorities")->type, SEL_ITEM_RANK);
    expect_slice(item_of(q, "ncs_year")->required_if, "${has_ncs} = 'yes'");
    ck_assert(item_of(q, "state")->required);
    ck_assert_uint_eq(item_of(q, "ci_sectors")->list->count, 6);
    expect_slice(item_of(q, "ci_sectors")->list->choices[1].labels.in[SEL_FR], "Finance, banque");
}

START_TEST(the_cyber_form_as_a_folder)
{
    outcome out = open_form("");
    expect_cyber_form(&out.questionnaire, 0);
    forget(&out);
}
END_TEST

START_TEST(the_cyber_form_as_one_file)
{
    outcome out = open_form("/cyber_mini.csv");
    expect_cyber_form(&out.questionnaire, 1);
    forget(&out);
}
END_TEST

START_TEST(a_form_with_a_repeat)
{
    outcome out = open_form("/mini.csv");
    const sel_questionnaire *q = &out.questionnaire;
    ck_assert_uint_eq(q->item_count, 12);
    const sel_item *staff = item_of(q, "cert_staff");
    ck_assert_ptr_nonnull(staff->repeat);
    expect_slice(staff->repeat->name, "cert");
    expect_slice(staff->path, "cert/cert_staff");
    ck_assert_ptr_null(item_of(q, "contact")->repeat);
    expect_slice(item_of(q, "ncs_year")->constraint_messages.in[SEL_EN], "Year must be 1990-2030");
    forget(&out);
}
END_TEST

int main(void)
{
    if (!material_find("forms/form", folder))
        return MATERIAL_MISSING;
    const TTest *tests[] = {the_cyber_form_as_a_folder, the_cyber_form_as_one_file,
                            a_form_with_a_repeat, NULL};
    return run_tests("definition_corpus", tests);
}
