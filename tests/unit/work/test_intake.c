#include "desk_fixture.h"

#include <sqlite3.h>

static const char header[] =
    "country,agency,round,answered_on,lead,help_d1_2,now_d1_2,wanted_d1_2,filled_by,approved_by,"
    "request_1_capability,request_1_months,support_1_programme,support_2_programme";

START_TEST(a_revision_with_fewer_supports)
{
    desk d;
    desk_open(&d);
    ck_assert(desk_submit(&d, header, "FJI,CERT,1,2026-05-01,yes,much,1,4,Office,Office,,,One,Two")
                  .stored);
    ck_assert_str_eq(desk_list(&d).text, "One; Two");
    ck_assert(
        desk_submit(&d, header, "FJI,CERT,1,2026-06-01,yes,much,1,4,Office,Office,,,One,").stored);
    ck_assert_str_eq(desk_list(&d).text, "One");
    desk_close(&d);
}
END_TEST

/* What was received last counts: for the answers, and so for the support among them. */
START_TEST(a_revision_dated_earlier)
{
    desk d;
    desk_open(&d);
    desk_submit(&d, header, "FJI,CERT,1,2026-05-01,yes,much,1,4,Office,Office,,,One,");
    desk_submit(&d, header, "FJI,CERT,1,2026-04-01,yes,much,1,4,Office,Office,,,Other,");
    ck_assert_str_eq(desk_list(&d).text, "Other");
    desk_close(&d);
}
END_TEST

START_TEST(an_agency_that_ceases_to_speak_for_its_state)
{
    desk d;
    desk_open(&d);
    desk_submit(&d, header, "FJI,CERT,1,2026-05-01,yes,much,1,4,Office,Office,,,One,Two");
    desk_submit(&d, header, "FJI,CERT,1,2026-05-01,no,much,1,4,Office,Office,,,One,Two");
    ck_assert_str_eq(desk_list(&d).text, "One; Two");
    desk_close(&d);
}
END_TEST

/* Fingerprints (SHA-256) of "CERT" and "Ministry" begin with other digits. */
START_TEST(support_of_two_agencies_of_one_state)
{
    desk d;
    desk_open(&d);
    desk_submit(&d, header, "FJI,CERT,1,2026-05-01,yes,much,1,4,Office,Office,,,One,");
    desk_submit(&d, header, "FJI,Ministry,1,2026-05-01,yes,much,1,4,Office,Office,,,Two,");
    desk_titles titles = desk_list(&d);
    ck_assert_ptr_nonnull(strstr(titles.text, "One"));
    ck_assert_ptr_nonnull(strstr(titles.text, "Two"));
    desk_close(&d);
}
END_TEST

START_TEST(two_agencies_that_speak_for_the_whole_state)
{
    desk d;
    desk_open(&d);
    desk_submit(&d, header, "FJI,CERT,1,2026-05-01,yes,much,1,4,Office,Office,D1.2,12,One,");
    sel_intake second =
        desk_submit(&d, header, "FJI,Ministry,1,2026-05-01,yes,much,1,4,Office,Office,D1.3,6,Two,");
    ck_assert(second.refused && !second.stored);
    ck_assert_uint_eq(desk_issues(&second.issues, "E_LEAD_TWICE"), 1);
    ck_assert_str_eq(desk_list(&d).text, "One");
    sel_intake mended =
        desk_submit(&d, header, "FJI,Ministry,1,2026-05-01,no,much,1,4,Office,Office,D1.3,6,Two,");
    ck_assert(mended.stored);
    desk_close(&d);
}
END_TEST

/* What the store itself refuses is a failure, not a fault in somebody's answers. */
START_TEST(a_record_that_the_store_refuses)
{
    desk d;
    desk_open(&d);
    sqlite3 *file = NULL;
    ck_assert_int_eq(sqlite3_open(d.store_path, &file), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(file,
                                  "CREATE UNIQUE INDEX one_only ON programme_version (set_aside)",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    ck_assert_int_eq(sqlite3_close(file), SQLITE_OK);
    desk_write(&d, header, "FJI,CERT,1,2026-05-01,yes,much,1,4,Office,Office,D1.2,12,One,Two");
    sel_intake intake;
    sel_progress progress = {0};
    ck_assert_int_eq(
        sel_intake_file(d.context, d.store, d.file_path, NULL, &progress, d.arena, &intake, &d.err),
        SEL_CONFLICT);
    ck_assert_ptr_nonnull(strstr(d.err.message, "UNIQUE"));
    ck_assert_uint_eq(desk_issues(&intake.issues, "E_LEAD_TWICE"), 0);
    ck_assert(!intake.stored);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_revision_with_fewer_supports,
                                  a_revision_dated_earlier,
                                  an_agency_that_ceases_to_speak_for_its_state,
                                  support_of_two_agencies_of_one_state,
                                  two_agencies_that_speak_for_the_whole_state,
                                  a_record_that_the_store_refuses,
                                  NULL};
    return run_tests("intake", tests);
}
