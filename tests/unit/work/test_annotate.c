#include "desk_fixture.h"

#include "base/text.h"
#include "work/annotate.h"

static desk d;

static void write_bytes(sel_str bytes)
{
    FILE *file = fopen(d.file_path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    ck_assert_int_eq(fclose(file), 0);
}

/* The copy of a file of these bytes, as its reader gets it. */
static sel_str copy_of(const sel_context *reader, sel_str bytes, const char *encoding,
                       sel_annotation *annotation)
{
    const sel_intake_options options = {.every_place = true, .encoding = encoding};
    sel_intake intake;
    sel_progress progress = {0};
    sel_text copy = {.arena = d.arena};
    write_bytes(bytes);
    ck_assert_msg(sel_intake_file(d.context, NULL, d.file_path, &options, &progress, d.arena,
                                  &intake, &d.err) == SEL_OK,
                  "%s", d.err.message);
    ck_assert(!sel_annotate_is_workbook(&intake));
    ck_assert_msg(sel_annotate_csv(reader, &intake, d.file_path, &options, sel_stream_memory(&copy),
                                   annotation, &d.err) == SEL_OK,
                  "%s", d.err.message);
    return sel_text_str(&copy);
}

/* Line n from 0, without its end. */
static sel_str line(sel_str text, uint32_t n)
{
    sel_str part = {0};
    for (uint32_t i = 0; i <= n; i++)
        ck_assert(sel_str_next(&text, '\n', &part));
    return part;
}

static void expect_line(sel_str copy, uint32_t n, const char *expected)
{
    sel_str seen = line(copy, n);
    ck_assert_msg(sel_str_is(seen, expected), "%.*s", SEL_STR_ARG(seen));
}

/* Bytes of ASCII as UTF-16, little end first. */
static sel_str wide(sel_str text)
{
    char *out = sel_arena_array(d.arena, text.len, 2);
    for (size_t i = 0; i < text.len; i++)
        out[2 * i] = text.ptr[i];
    return (sel_str){out, text.len * 2};
}

START_TEST(rows_stay_as_received)
{
    desk_open(&d);
    sel_annotation done;
    sel_str copy = copy_of(
        d.context,
        SEL_STR("sep=;\r\ncountry;agency;now_d1_2;request_1_outcome\r\n"
                "FJI;\"a;b\";2;\" two \r\nlines \"\r\n\r\nKEN;CERT;9;\"say \"\"x\"\"\"\r\n"),
        NULL, &done);
    ck_assert_str_eq(copy.ptr,
                     "sep=;\r\ncountry;agency;now_d1_2;request_1_outcome;What to look at\r\n"
                     "FJI;\"a;b\";2;\" two \r\nlines \";\r\n\r\nKEN;CERT;9;\"say \"\"x\"\"\";"
                     "Cell C5: Written: 9. We need a whole number 1-5. (E_RANGE)\r\n");
    ck_assert_uint_eq(done.rows, 3);
    ck_assert_uint_eq(done.noted, 1);
    ck_assert(!done.to_utf8);
    desk_close(&d);
}
END_TEST

START_TEST(marks_and_letters_stay)
{
    desk_open(&d);
    sel_annotation done;
    sel_str copy = copy_of(d.context,
                           SEL_STR("\xEF\xBB\xBF"
                                   "country\tagency\nFJI\tMinist\xC3\xA8re\n"),
                           NULL, &done);
    ck_assert_str_eq(copy.ptr, "\xEF\xBB\xBF"
                               "country\tagency\tWhat to look at\nFJI\tMinist\xC3\xA8re\t\n");
    copy = copy_of(d.context, SEL_STR("country,agency\rFJI,Minist\xE8re\r"), "windows-1252", &done);
    ck_assert_str_eq(copy.ptr, "country,agency,What to look at\rFJI,Minist\xE8re,\r");
    sel_str marked = sel_str_printf(d.arena, "\xFF\xFE");
    sel_text utf16 = {.arena = d.arena};
    sel_text_add(&utf16, marked);
    sel_text_add(&utf16, wide(SEL_STR("country,agency\nFJI,CERT\n")));
    sel_text expected = {.arena = d.arena};
    sel_text_add(&expected, marked);
    sel_text_add(&expected, wide(SEL_STR("country,agency,What to look at\nFJI,CERT,\n")));
    copy = copy_of(d.context, sel_text_str(&utf16), NULL, &done);
    ck_assert(sel_str_equal(copy, sel_text_str(&expected)));
    ck_assert(!done.to_utf8);
    desk_close(&d);
}
END_TEST

/* The heading in French has no place among Cyrillic letters. */
START_TEST(letters_that_are_missing)
{
    desk_open(&d);
    sel_context *french = NULL;
    const sel_context_options options = {.find = desk_find, .to = &d, .language = "fr"};
    ck_assert_int_eq(sel_context_open(&options, &french, &d.err), SEL_OK);
    sel_annotation done;
    sel_str copy =
        copy_of(french, SEL_STR("country,agency\nFJI,\xCC\xE8\xED\n"), "windows-1251", &done);
    ck_assert(done.to_utf8);
    ck_assert(sel_str_starts(copy, SEL_STR("\xEF\xBB\xBF"
                                           "country,agency,À regarder\n")));
    expect_line(copy, 1, "FJI,Мин,");
    sel_context_close(french);
    desk_close(&d);
}
END_TEST

START_TEST(nothing_that_runs)
{
    desk_open(&d);
    sel_annotation done;
    sel_str copy = copy_of(d.context,
                           SEL_STR("country,agency,request_1_outcome,now_d1_2\n"
                                   "FJI,@SUM(A1),\"=1+1,2\",-5\nKEN,+62 21,-2+3,4\n"),
                           NULL, &done);
    ck_assert(sel_str_starts(line(copy, 1), SEL_STR("FJI,'@SUM(A1),\"'=1+1,2\",-5,\"Cell C2: ")));
    ck_assert(sel_str_starts(line(copy, 2), SEL_STR("KEN,'+62 21,'-2+3,4,")));
    desk_close(&d);
}
END_TEST

START_TEST(findings_beside_a_row_are_bounded)
{
    desk_open(&d);
    sel_annotation done;
    sel_str copy = copy_of(d.context,
                           SEL_STR("country,agency,now_d1_1,now_d1_2,now_d1_3,now_d1_4,now_d2_4,"
                                   "now_d2_5,now_d2_1,now_d2_2,now_d2_3,now_d3_1\n"
                                   "FJI,CERT,9,9,9,9,9,9,9,9,9,9\n"),
                           NULL, &done);
    sel_str note = line(copy, 1);
    uint32_t count = 0;
    for (size_t at; (at = sel_str_find(note, SEL_STR("(E_RANGE)"))) < note.len; count++)
        note = sel_str_part(note, at + 1, note.len);
    ck_assert_uint_eq(count, SEL_ANNOTATE_MOST);
    ck_assert_ptr_nonnull(strstr(copy.ptr, " | Further ones, not listed here: "));
    desk_close(&d);
}
END_TEST

/* A copy that is sent again says what the file said: its column is not read as answers. */
static void expect_same_answers(sel_str bytes)
{
    desk_open(&d);
    sel_annotation done;
    sel_progress progress = {0};
    sel_intake intake;
    sel_str copy = copy_of(d.context, bytes, NULL, &done);
    ck_assert_uint_gt(done.noted, 0);
    for (int again = 0; again < 2; again++) {
        write_bytes(again ? copy : bytes);
        ck_assert_int_eq(sel_intake_file(d.context, d.store, d.file_path, NULL, &progress, d.arena,
                                         &intake, &d.err),
                         SEL_OK);
        ck_assert(!intake.refused);
        ck_assert_uint_eq(intake.issues.counts[SEL_WARNING], 1);
        ck_assert_uint_eq(intake.outcomes[again ? SEL_PUT_UNCHANGED : SEL_PUT_NEW], 1);
    }
    desk_close(&d);
}

START_TEST(the_copy_can_be_sent_again)
{
    expect_same_answers(SEL_STR("country,agency,now_d1_2,wanted_d1_2\nFJI,CERT,4,2\n"));
    expect_same_answers(SEL_STR("Questionnaire,state-needs\nCountry,FJI\nAgency,CERT\n"
                                "code,capability,help wanted,now,wanted\n"
                                "D1.2,Incident response,much,4,2\n"));
}
END_TEST

/* What has no room beside its row is counted in the header; such a copy is still no questionnaire.
 */
START_TEST(findings_without_a_row_are_counted)
{
    desk_open(&d);
    sel_text rows = {.arena = d.arena};
    sel_text_add(&rows, SEL_STR("country,agency,now_d1_2\n"));
    for (int i = 0; i < 3; i++)
        sel_text_printf(&rows, "FJI,Agency %d,bad\n", i);
    write_bytes(sel_text_str(&rows));
    const sel_intake_options options = {.every_place = true};
    sel_intake intake;
    sel_progress progress = {0};
    ck_assert_int_eq(sel_intake_file(d.context, NULL, d.file_path, &options, &progress, d.arena,
                                     &intake, &d.err),
                     SEL_OK);
    ck_assert_uint_eq(intake.places_met, intake.place_count);
    intake.place_count = 1; /* as if only that one had been kept */
    uint64_t left = intake.places_met - 1;
    sel_text copy = {.arena = d.arena};
    sel_annotation annotation = {0};
    ck_assert_int_eq(sel_annotate_csv(d.context, &intake, d.file_path, &options,
                                      sel_stream_memory(&copy), &annotation, &d.err),
                     SEL_OK);
    sel_str expected = sel_str_printf(
        d.arena, "What to look at | Further ones, not listed here: %u", (unsigned)left);
    ck_assert_msg(strstr(copy.bytes, expected.ptr) != NULL, "%s", copy.bytes);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {rows_stay_as_received,
                                  marks_and_letters_stay,
                                  letters_that_are_missing,
                                  nothing_that_runs,
                                  findings_beside_a_row_are_bounded,
                                  the_copy_can_be_sent_again,
                                  findings_without_a_row_are_counted,
                                  NULL};
    return run_tests("annotate", tests);
}
