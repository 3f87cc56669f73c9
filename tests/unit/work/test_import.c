#include "desk_fixture.h"

#include "base/text.h"

static const char header[] = "register,id,title,funder,recipient,capability,start,end";

/* A donor that could write into a recipient's register would hold both keys. */
START_TEST(a_donor_cannot_speak_for_a_recipient)
{
    desk d;
    desk_open(&d);
    sel_import import;
    ck_assert_int_eq(desk_import(&d, &(sel_import_options){0}, header,
                                 "recipient:FJI,1-S1,Forged,Vendor,FJI,D1.2,2026,2027\n"
                                 "R,1,Honest,Donor,FJI,D1.2,2026,2027",
                                 &import),
                     SEL_OK);
    ck_assert_uint_eq(import.seen, 2);
    ck_assert_uint_eq(import.taken, 1);
    ck_assert_uint_eq(import.refused, 1);
    ck_assert_uint_eq(desk_issues(&import.issues, "E_REGISTER_RESERVED"), 1);
    ck_assert_str_eq(desk_list(&d).text, "Honest");
    desk_close(&d);
}
END_TEST

START_TEST(a_register_cannot_be_named_like_a_recipient)
{
    desk d;
    desk_open(&d);
    sel_import import;
    sel_import_options options = {.register_name = "recipient:FJI"};
    ck_assert_int_eq(
        desk_import(&d, &options, header, ",1,Forged,Vendor,FJI,D1.2,2026,2027", &import),
        SEL_USAGE);
    ck_assert_str_eq(desk_list(&d).text, "");
    desk_close(&d);
}
END_TEST

START_TEST(two_records_with_one_identifier)
{
    desk d;
    desk_open(&d);
    sel_import import;
    ck_assert_int_eq(desk_import(&d, &(sel_import_options){0}, header,
                                 "R,1,First,Donor,FJI,D1.2,2026,2027\n"
                                 "R,1,Second,Donor,TON,D1.2,2026,2027\n"
                                 "S,1,Another register,Donor,TON,D1.2,2026,2027",
                                 &import),
                     SEL_OK);
    ck_assert_uint_eq(import.taken, 3);
    ck_assert_uint_eq(desk_issues(&import.issues, "W_ID_TWICE"), 1);
    ck_assert_str_eq(desk_list(&d).text, "Second; Another register");
    desk_close(&d);
}
END_TEST

/* Nothing is kept of such a file, so that it can be taken in once its header is mended. */
START_TEST(a_table_that_is_no_register_although_said_so)
{
    desk d;
    desk_open(&d);
    sel_import import;
    sel_import_options options = {.type = "csv"};
    ck_assert_int_eq(desk_import(&d, &options, "a,b,c", "1,2,3", &import), SEL_REFUSED);
    ck_assert(!import.stored);
    desk_close(&d);
}
END_TEST

/* "AU" is the African Union, and also heads the column of ends in French. */
START_TEST(words_among_the_data_do_not_choose_the_separator)
{
    desk d;
    desk_open(&d);
    sel_text rows = {.arena = d.arena};
    for (int i = 0; i < 20; i++)
        sel_text_printf(&rows, "%sR,%d,Help,Donor,KEN; AU; TZA,D1.2,2026,2027", i == 0 ? "" : "\n",
                        i);
    sel_import import;
    sel_status status =
        desk_import(&d, &(sel_import_options){0}, header, sel_text_str(&rows).ptr, &import);
    ck_assert_msg(status == SEL_OK, "%s", d.err.message);
    ck_assert_uint_eq(import.taken, 20);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_donor_cannot_speak_for_a_recipient,
                                  a_register_cannot_be_named_like_a_recipient,
                                  two_records_with_one_identifier,
                                  a_table_that_is_no_register_although_said_so,
                                  words_among_the_data_do_not_choose_the_separator,
                                  NULL};
    return run_tests("import", tests);
}
