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

static const char good[] = "R,1,First,Donor,FJI,D1.2,2026,2027\n"
                           "R,2,Second,Donor,TON,D1.2,2026,2027";

/* Nothing may be left of a file that is refused for what was found in it. */
START_TEST(strict_refuses_the_file)
{
    desk d;
    desk_open(&d);
    sel_import import;
    sel_import_options options = {.strict = true};
    ck_assert_int_eq(desk_import(&d, &options, header,
                                 "R,1,First,Donor,FJI,D1.2,2026,2027\n"
                                 "R,2,Second,Donor,Atlantis,D1.2,2026,2027",
                                 &import),
                     SEL_OK);
    ck_assert(import.strict);
    ck_assert(!import.stored);
    ck_assert_str_eq(desk_list(&d).text, "");
    /* The same bytes can be taken in once it is not so strict: nobody remembers them. */
    options.strict = false;
    ck_assert_int_eq(desk_import(&d, &options, header,
                                 "R,1,First,Donor,FJI,D1.2,2026,2027\n"
                                 "R,2,Second,Donor,Atlantis,D1.2,2026,2027",
                                 &import),
                     SEL_OK);
    ck_assert(import.stored);
    ck_assert_str_eq(desk_list(&d).text, "First; Second");
    /* Notes do not refuse. */
    options.strict = true;
    ck_assert_int_eq(desk_import(&d, &options, header, "R,3,Third,,FJI,D1.2,2026,2027", &import),
                     SEL_OK);
    ck_assert_uint_eq(import.issues.counts[SEL_NOTE], 1);
    ck_assert(import.stored);
    desk_close(&d);
}
END_TEST

START_TEST(a_complete_file_lets_records_vanish)
{
    desk d;
    desk_open(&d);
    sel_import import;
    sel_import_options options = {0};
    const char *fewer = "R,2,Second,Donor,TON,D1.2,2026,2027";
    ck_assert_int_eq(desk_import(&d, &options, header, good, &import), SEL_OK);
    ck_assert_int_eq(desk_import(&d, &options, header, fewer, &import), SEL_OK);
    ck_assert_uint_eq(import.vanished, 0);
    ck_assert_str_eq(desk_list(&d).text, "First; Second");
    /* The same bytes may say so later. */
    options.complete = true;
    ck_assert_int_eq(desk_import(&d, &options, header, fewer, &import), SEL_OK);
    ck_assert(import.repeated);
    ck_assert_uint_eq(import.vanished, 1);
    ck_assert_str_eq(desk_list(&d).text, "Second");
    ck_assert_int_eq(
        desk_import(&d, &options, header, "R,1,First,Donor,FJI,D1.2,2026,2027\n", &import), SEL_OK);
    ck_assert_uint_eq(import.returned, 1);
    ck_assert_uint_eq(import.outcomes[SEL_PUT_UNCHANGED], 1);
    ck_assert_uint_eq(import.vanished, 1);
    ck_assert_str_eq(desk_list(&d).text, "First");
    /* A file of another register says nothing about this one. */
    ck_assert_int_eq(
        desk_import(&d, &options, header, "S,1,Other,Donor,FJI,D1.2,2026,2027", &import), SEL_OK);
    ck_assert_uint_eq(import.vanished, 0);
    ck_assert_str_eq(desk_list(&d).text, "First; Other");
    desk_close(&d);
}
END_TEST

/* What an older file lacks may have begun since. */
START_TEST(an_older_file_cannot_let_records_vanish)
{
    static const char dated[] = "register,id,title,funder,recipient,start,end,last_updated";
    desk d;
    desk_open(&d);
    sel_import import;
    sel_import_options options = {.complete = true};
    ck_assert_int_eq(desk_import(&d, &options, dated,
                                 "R,1,CERT,Donor,FJI,2026,2027,2026-06-01\n"
                                 "R,2,CSIRT,Donor,TON,2026,2027,2026-06-01",
                                 &import),
                     SEL_OK);
    const char *older = "R,1,CERT begins,Donor,FJI,2026,2027,2026-01-01";
    ck_assert_int_eq(desk_import(&d, &options, dated, older, &import), SEL_REFUSED);
    ck_assert_msg(strstr(d.err.message, "without --complete") != NULL, "%s", d.err.message);
    ck_assert(!import.stored);
    ck_assert_str_eq(desk_list(&d).text, "CERT; CSIRT");
    options.complete = false;
    ck_assert_int_eq(desk_import(&d, &options, dated, older, &import), SEL_OK);
    ck_assert_uint_eq(import.outcomes[SEL_PUT_OLDER], 1);
    desk_close(&d);
}
END_TEST

/* Refused with --strict: it says nothing about what vanished either. */
START_TEST(a_refused_file_lets_nothing_vanish)
{
    desk d;
    desk_open(&d);
    sel_import import;
    sel_import_options options = {0};
    ck_assert_int_eq(desk_import(&d, &options, header, good, &import), SEL_OK);
    options.complete = options.strict = true;
    ck_assert_int_eq(
        desk_import(&d, &options, header, "R,2,Second,Donor,Atlantis,D1.2,2026,2027", &import),
        SEL_OK);
    ck_assert_uint_eq(import.vanished, 0);
    ck_assert_str_eq(desk_list(&d).text, "First; Second");
    desk_close(&d);
}
END_TEST

START_TEST(what_a_newer_file_changes_is_told)
{
    desk d;
    desk_open(&d);
    sel_import import;
    sel_import_options options = {0};
    ck_assert_int_eq(desk_import(&d, &options, header, good, &import), SEL_OK);
    ck_assert_uint_eq(import.change_count, 0);
    ck_assert_int_eq(desk_import(&d, &options, header,
                                 "R,1,First,Donor,FJI,D1.2,2026,2028\n"
                                 "R,2,Second,Donor,TON,D1.2,2026,2027",
                                 &import),
                     SEL_OK);
    ck_assert_uint_eq(import.outcomes[SEL_PUT_CHANGED], 1);
    ck_assert_uint_eq(import.outcomes[SEL_PUT_UNCHANGED], 1);
    ck_assert_uint_eq(import.change_count, 1);
    ck_assert(sel_str_is(import.changes[0].record, "R:1"));
    ck_assert_str_eq(import.changes[0].change.field, "end");
    ck_assert(sel_str_is(import.changes[0].change.before, "2027-01-01 … 2027-12-31"));
    ck_assert(sel_str_is(import.changes[0].change.after, "2028-01-01 … 2028-12-31"));
    desk_close(&d);
}
END_TEST

START_TEST(records_without_cyber_content_can_be_kept)
{
    desk d;
    desk_open(&d);
    sel_import import;
    sel_import_options options = {0};
    const char *road = "R,1,Rural road,Donor,FJI,,2026,2027";
    ck_assert_int_eq(desk_import(&d, &options, header, road, &import), SEL_OK);
    ck_assert_uint_eq(import.set_aside, 1);
    ck_assert_str_eq(desk_list(&d).text, "");
    options.keep_all = true;
    ck_assert_int_eq(
        desk_import(&d, &options, header, "R,2,Rural road,Donor,FJI,,2026,2027", &import), SEL_OK);
    ck_assert_uint_eq(import.set_aside, 0);
    ck_assert_uint_eq(import.kept, 1);
    ck_assert_str_eq(desk_list(&d).text, "Rural road");
    desk_close(&d);
}
END_TEST

static bool count_finding(void *to, const sel_source *source, const sel_issue *issue)
{
    uint32_t *counts = to;
    counts[0] += 1;
    counts[1] += strcmp(issue->code, "W_NO_PLACE") == 0;
    counts[2] += source->findings != 1;
    return true;
}

/* What was forgotten the first time can be said the second. */
START_TEST(the_same_bytes_are_read_anew_when_it_is_said_how)
{
    desk d;
    desk_open(&d);
    sel_import import;
    sel_import_options options = {0};
    const char *road = "R,1,Rural road,Donor,,,2027,2026";
    ck_assert_int_eq(desk_import(&d, &options, header, road, &import), SEL_OK);
    ck_assert_str_eq(desk_list(&d).text, "");
    options.keep_all = true;
    options.default_country = "FJI";
    ck_assert_int_eq(desk_import(&d, &options, header, road, &import), SEL_OK);
    ck_assert(!import.repeated);
    ck_assert_uint_eq(import.outcomes[SEL_PUT_CHANGED], 1);
    ck_assert_str_eq(desk_list(&d).text, "Rural road");
    uint32_t counts[3] = {0};
    ck_assert_int_eq(sel_store_each_finding(d.store, count_finding, counts, &d.err), SEL_OK);
    ck_assert_uint_eq(counts[0], 1);
    ck_assert_uint_eq(counts[1], 0);
    ck_assert_uint_eq(counts[2], 0);
    ck_assert_int_eq(desk_import(&d, &options, header, road, &import), SEL_OK);
    ck_assert_uint_eq(import.outcomes[SEL_PUT_UNCHANGED], 1);
    ck_assert_int_eq(desk_import(&d, &(sel_import_options){0}, header, road, &import), SEL_OK);
    ck_assert(import.repeated);
    ck_assert_str_eq(desk_list(&d).text, "Rural road");
    desk_close(&d);
}
END_TEST

START_TEST(findings_name_columns_as_the_publisher_does)
{
    desk d;
    desk_open(&d);
    sel_import import;
    ck_assert_int_eq(desk_import(&d, &(sel_import_options){0}, "Titre,Bailleur,Pays,Début,Fin",
                                 "Aide,Donor,Atlantis,2026,2027", &import),
                     SEL_OK);
    const sel_code_tally *worst = &import.tally.codes[0];
    ck_assert_str_eq(worst->code, "W_COUNTRY_UNKNOWN");
    ck_assert_uint_eq(worst->records, 1);
    sel_str field = sel_import_field(&import, &worst->first[0]);
    ck_assert_msg(sel_str_is(field, "Pays"), "%.*s", SEL_STR_ARG(field));
    desk_close(&d);
}
END_TEST

static const sel_code_tally *tally_of(const sel_import *import, const char *code)
{
    for (uint32_t i = 0; i < import->tally.count; i++)
        if (strcmp(import->tally.codes[i].code, code) == 0)
            return &import->tally.codes[i];
    ck_abort_msg("%s was not found", code);
}

/* Rows of a table are read before the programmes they are of are known. */
START_TEST(records_of_a_table_are_counted_by_what_was_found)
{
    desk d;
    desk_open(&d);
    sel_import import;
    ck_assert_int_eq(desk_import(&d, &(sel_import_options){0},
                                 "Project ID,Project Title,Donor,Recipient,Budget",
                                 "P1,One,Donor,Atlantis,5\n"
                                 "P2,Two,Donor,Lemuria,6\n"
                                 "P1,One,Donor,Mu,7\n"
                                 "P3,Three,Donor,FJI,8",
                                 &import),
                     SEL_OK);
    ck_assert_uint_eq(import.taken, 3);
    ck_assert_uint_eq(tally_of(&import, "W_COUNTRY_UNKNOWN")->findings, 3);
    ck_assert_uint_eq(tally_of(&import, "W_COUNTRY_UNKNOWN")->records, 2);
    ck_assert_uint_eq(tally_of(&import, "W_CURRENCY_MISSING")->records, 3);
    desk_close(&d);
}
END_TEST

/* What a publisher is asked to mend must say of which record it is. */
START_TEST(findings_of_rows_have_the_identifier_that_is_made)
{
    desk d;
    desk_open(&d);
    sel_import import;
    ck_assert_int_eq(desk_import(&d, &(sel_import_options){0},
                                 "Organisation,Activity,Sector,Country",
                                 "Org,Training,WASH,Atlantis\nOrg,Training,Food,FJI", &import),
                     SEL_OK);
    const sel_code_tally *unknown = tally_of(&import, "W_COUNTRY_UNKNOWN");
    ck_assert_uint_eq(unknown->records, 1);
    ck_assert_uint_gt(unknown->first[0].record.len, 0);
    desk_close(&d);
}
END_TEST

/* One activity may have several rows, so that all are read before the first is taken. */
START_TEST(records_with_a_remark_are_counted_in_tables_of_several_rows)
{
    desk d;
    desk_open(&d);
    sel_import import;
    ck_assert_int_eq(
        desk_import(&d, &(sel_import_options){0},
                    "Year,DonorName,AgencyCode,CrsID,RecipientName,ProjectTitle,USD_Commitment,"
                    "PurposeCode",
                    "2020,Australia,5,A1,Fiji,CERT one,1.5x,22040\n"
                    "2020,Australia,5,A2,Fiji,CERT two,1.5x,22040\n"
                    "2021,Australia,5,A1,Fiji,CERT one,2.5x,22040",
                    &import),
        SEL_OK);
    ck_assert_uint_eq(import.taken, 2);
    const sel_code_tally *worst = &import.tally.codes[0];
    ck_assert_str_eq(worst->code, "W_AMOUNT_UNREAD");
    ck_assert_uint_eq(worst->findings, 3);
    ck_assert_uint_eq(worst->records, 2);
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
                                  strict_refuses_the_file,
                                  a_complete_file_lets_records_vanish,
                                  an_older_file_cannot_let_records_vanish,
                                  a_refused_file_lets_nothing_vanish,
                                  what_a_newer_file_changes_is_told,
                                  records_without_cyber_content_can_be_kept,
                                  the_same_bytes_are_read_anew_when_it_is_said_how,
                                  findings_name_columns_as_the_publisher_does,
                                  records_of_a_table_are_counted_by_what_was_found,
                                  findings_of_rows_have_the_identifier_that_is_made,
                                  records_with_a_remark_are_counted_in_tables_of_several_rows,
                                  NULL};
    return run_tests("import", tests);
}
