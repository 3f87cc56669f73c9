/* What a file is taken for before it is read; the first bytes of each are written by hand. */
#include "desk_fixture.h"

#include "work/incoming.h"

static desk d;

static sel_status look_at(const char *text, sel_incoming *incoming)
{
    d.err = (sel_error){0};
    sel_bytes *bytes = sel_bytes_open_memory("f.csv", sel_str_of(text));
    sel_status status =
        sel_incoming_open(bytes, &d.context->reference, NULL, NULL, incoming, &d.err);
    ck_assert_uint_eq(sel_incoming_sheet(incoming).len, 0);
    sel_incoming_close(incoming);
    sel_bytes_close(bytes);
    return status;
}

START_TEST(forms_of_a_csv)
{
    desk_open(&d);
    sel_incoming incoming;
    sel_bytes *bytes =
        sel_bytes_open_memory("f.csv", SEL_STR("Questionnaire;state-needs\nCountry;Fiji\n"));
    ck_assert_int_eq(sel_incoming_open(bytes, &d.context->reference, NULL, NULL, &incoming, &d.err),
                     SEL_OK);
    ck_assert_int_eq(incoming.guess.form, SEL_FORM_TALL);
    ck_assert_int_eq(incoming.guess.delimiter, ';');
    ck_assert_str_eq(incoming.guess.questionnaire, "state-needs");
    ck_assert_ptr_null(incoming.workbook);
    ck_assert(!incoming.foreign);
    sel_incoming_close(&incoming);
    sel_bytes_close(bytes);
    ck_assert_int_eq(look_at("a,b\n1,2\n", &incoming), SEL_OK);
    ck_assert_int_eq(look_at("", &incoming), SEL_OK);
    desk_close(&d);
}
END_TEST

/* A zip that is none: told as a damaged workbook, by the name of the file. */
START_TEST(a_damaged_workbook)
{
    desk_open(&d);
    sel_incoming incoming;
    ck_assert_int_eq(look_at("PK\003\004 and nothing that follows", &incoming), SEL_BAD_INPUT);
    ck_assert_ptr_nonnull(strstr(d.err.message, "'f.csv' cannot be read as a workbook: "));
    desk_close(&d);
}
END_TEST

START_TEST(the_guide_saved_in_place_of_the_answers)
{
    static const struct {
        const char *text;
        const char *id; /* NULL: it is none */
    } cases[] = {
        {"Needs of a state\nstate-needs, version 1 of 2026\n", "state-needs"},
        {"\n\nNeeds of a state\r\n\n\"state-needs, version 1, draft\"\r\n", "state-needs"},
        {"Needs of a state\n  state-needs, version 1\n", "state-needs"},
        {"Needs of a state\n", NULL},
        {"", NULL},
        {"Needs of a state\nState-needs, version 1\n", NULL},
        {"Needs of a state\nstate-needs;version 1\n", NULL},
        {"Needs\na23456789-123456789-123456789-123456789-123456789-123456789-1234, v\n", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char id[64] = "";
        sel_bytes *bytes = sel_bytes_open_memory("f.csv", sel_str_of(cases[i].text));
        bool guide = sel_incoming_is_guide(bytes, id);
        ck_assert_msg(guide == (cases[i].id != NULL), "%s", cases[i].text);
        if (guide)
            ck_assert_str_eq(id, cases[i].id);
        sel_bytes_close(bytes);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {forms_of_a_csv, a_damaged_workbook,
                                  the_guide_saved_in_place_of_the_answers, NULL};
    return run_tests("incoming", tests);
}
