#include "desk_fixture.h"

#include "base/text.h"
#include "input/csv.h"
#include "work/handouts.h"
#include "work/prefill.h"

#include <glob.h>
#include <sys/stat.h>

static desk d;

static sel_sheet *sheet_in(const sel_context *context)
{
    sel_sheet *sheet = NULL;
    ck_assert_msg(sel_handout_lay_out(context, "state-needs", NULL, d.arena, &sheet, &d.err) ==
                      SEL_OK,
                  "%s", d.err.message);
    return sheet;
}

static sel_sheet_cell *cell_of(sel_sheet *sheet, const char *item)
{
    for (uint32_t b = 0; b < sheet->block_count; b++)
        for (uint32_t r = 0; r < sheet->blocks[b].row_count; r++)
            for (uint32_t c = 0; c < sheet->blocks[b].rows[r].count; c++) {
                sel_sheet_cell *cell = &sheet->blocks[b].rows[r].cells[c];
                if (cell->role == SEL_SHEET_ANSWER && sel_str_is(cell->item->name, item))
                    return cell;
            }
    ck_abort_msg("no cell for %s", item);
    return NULL;
}

static sel_status prefill(const sel_context *context, const char *respondent, sel_sheet *sheet,
                          sel_prefill *filled)
{
    const sel_prefill_call call = {"1", respondent};
    d.err = (sel_error){0};
    return sel_prefill_sheet(context, d.store, "state-needs", &call, sheet, d.arena, filled,
                             &d.err);
}

static sel_intake submit(const char *path, const sel_intake_options *options)
{
    sel_intake intake;
    sel_progress progress = {0};
    ck_assert_msg(sel_intake_file(d.context, d.store, path, options, &progress, d.arena, &intake,
                                  &d.err) == SEL_OK,
                  "%s", d.err.message);
    return intake;
}

/* Handed out in every language, filled in and sent back untouched, the sheet says what was said
 * before: the answers as they were first read are the oracle. */
static void expect_same(const char *path, bool workbook)
{
    const char *languages[] = {"en", "fr", "es", "id"};
    char round[2] = "2";
    desk_open(&d);
    sel_intake first = submit(path, NULL);
    ck_assert(first.stored);
    sel_str code = d.context->reference.geography.recipients[first.receipts[0].recipient].code;
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++, round[0]++) {
        sel_context *reader = NULL;
        const sel_context_options options = {
            .find = desk_find, .to = &d, .language = languages[i], .now = 1800000000};
        ck_assert_int_eq(sel_context_open(&options, &reader, &d.err), SEL_OK);
        sel_sheet *sheet = sheet_in(reader);
        sel_prefill filled;
        ck_assert_msg(prefill(reader, code.ptr, sheet, &filled) == SEL_OK, "%s", d.err.message);
        ck_assert_uint_eq(cell_of(sheet, "round")->text.len, 0);
        ck_assert_uint_eq(cell_of(sheet, "answered_on")->text.len, 0);
        ck_assert_uint_eq(filled.left_count, 0);
        cell_of(sheet, "round")->text = sel_str_of(round);
        if (workbook) {
            ck_assert_int_eq(sel_handout_workbook(reader, sheet, d.file_path, &d.err), SEL_OK);
        } else {
            sel_text text = {.arena = d.arena};
            ck_assert_int_eq(sel_handout_text(reader, sheet, SEL_HANDOUT_CSV, &text, &d.err),
                             SEL_OK);
            desk_write(&d, text.bytes, "");
        }
        sel_intake again = submit(d.file_path, NULL);
        ck_assert_msg(again.stored, "%s in %s", path, languages[i]);
        ck_assert_msg(desk_issues(&again.issues, "W_SAME_AS_BEFORE") == 1, "%s in %s", path,
                      languages[i]);
        ck_assert_uint_eq(again.receipts[0].illustrative, first.receipts[0].illustrative);
        ck_assert_uint_eq(desk_issues(&again.issues, "W_ROW_UNKNOWN"), 0);
        ck_assert_uint_eq(desk_issues(&again.issues, "W_RAGGED"), 0);
        sel_context_close(reader);
    }
    desk_close(&d);
}

START_TEST(every_example_comes_back_unchanged)
{
    glob_t files;
    ck_assert_int_eq(glob(SELARAS_SOURCE_DIR "/questionnaires/examples/answers/needs-[A-Z]*.csv", 0,
                          NULL, &files),
                     0);
    ck_assert_uint_gt(files.gl_pathc, 5);
    for (size_t i = 0; i < files.gl_pathc; i++)
        expect_same(files.gl_pathv[i], i % 4 == 0);
    globfree(&files);
}
END_TEST

static const char header[] = "country,agency,round,help_d1_2,now_d1_2,wanted_d1_2,by_d1_2,"
                             "help_d1_3,request_1_outcome,approved_by";

START_TEST(answers_as_the_sheet_writes_them)
{
    desk_open(&d);
    ck_assert(
        desk_submit(&d, header, "FJI,CERT,1,much,1,dont_know,2027-03,none,=1+1,A name").stored);
    sel_sheet *sheet = sheet_in(d.context);
    sel_prefill filled;
    ck_assert_int_eq(prefill(d.context, "Fiji", sheet, &filled), SEL_OK);
    ck_assert_str_eq(cell_of(sheet, "country")->text.ptr, "Fiji");
    ck_assert_str_eq(cell_of(sheet, "now_d1_2")->text.ptr, "1");
    ck_assert_str_eq(cell_of(sheet, "wanted_d1_2")->text.ptr, "don't know");
    ck_assert_str_eq(cell_of(sheet, "by_d1_2")->text.ptr, "2027-03");
    ck_assert_uint_eq(cell_of(sheet, "approved_by")->text.len, 0);
    /* What a spreadsheet program would run is not handed out. */
    ck_assert_uint_eq(filled.left_count, 1);
    ck_assert_str_eq(filled.left[0].ptr, "request_1_outcome");
    ck_assert_uint_eq(filled.filled, 7);
    desk_close(&d);
}
END_TEST

START_TEST(a_change_is_no_carry_over)
{
    desk_open(&d);
    const char *const columns = "country,agency,round,answered_on,help_d1_1,help_d1_2,help_d1_3,"
                                "help_d1_4,help_d2_1";
    ck_assert(desk_submit(&d, columns, "FJI,CERT,1,2026-05-01,none,none,none,none,much").stored);
    sel_intake changed = desk_submit(&d, columns, "FJI,CERT,2,2026-06-01,none,none,none,none,some");
    ck_assert_uint_eq(desk_issues(&changed.issues, "W_SAME_AS_BEFORE"), 0);
    /* Against the round received last; another date and round are no change. */
    d.context->now += 60;
    sel_intake same = desk_submit(&d, columns, "FJI,CERT,3,2026-07-01,none,none,none,none,some");
    ck_assert_uint_eq(desk_issues(&same.issues, "W_SAME_AS_BEFORE"), 1);
    ck_assert(same.stored);
    /* Four answers may well be the same. */
    ck_assert(desk_submit(&d, columns, "KEN,CERT,1,2026-05-01,none,none,none,none,").stored);
    same = desk_submit(&d, columns, "KEN,CERT,2,2026-05-01,none,none,none,none,");
    ck_assert_uint_eq(desk_issues(&same.issues, "W_SAME_AS_BEFORE"), 0);
    desk_close(&d);
}
END_TEST

START_TEST(who_is_meant)
{
    desk_open(&d);
    sel_prefill filled;
    desk_submit(&d, header, "FJI,CERT,1,much,1,4,,none,,\nFJI,Ministry,1,some,2,4,,none,,");
    ck_assert_int_eq(prefill(d.context, "FJI", sheet_in(d.context), &filled), SEL_REFUSED);
    ck_assert_ptr_nonnull(strstr(d.err.message, "'CERT', 'Ministry'"));
    sel_sheet *sheet = sheet_in(d.context);
    ck_assert_int_eq(prefill(d.context, "FJI/Ministry", sheet, &filled), SEL_OK);
    ck_assert_str_eq(cell_of(sheet, "now_d1_2")->text.ptr, "2");
    ck_assert_int_eq(prefill(d.context, "FJI/Other", sheet_in(d.context), &filled), SEL_NOT_FOUND);
    ck_assert_int_eq(prefill(d.context, "KEN", sheet_in(d.context), &filled), SEL_NOT_FOUND);
    ck_assert_int_eq(prefill(d.context, "Atlantis", sheet_in(d.context), &filled), SEL_REFUSED);
    desk_close(&d);
}
END_TEST

/* --- answers to another version of the questionnaire --- */

static void copy_table(const char *folder, const char *name, const char *from, const char *to,
                       const char *more)
{
    sel_bytes *bytes = NULL;
    sel_str path =
        sel_str_printf(d.arena, SELARAS_SOURCE_DIR "/questionnaires/state-needs/%s.csv", name);
    bool all = false;
    ck_assert_int_eq(sel_bytes_open(path.ptr, &bytes, &d.err), SEL_OK);
    ck_assert_int_eq(sel_bytes_hold(bytes, 1 << 22, &all, &d.err), SEL_OK);
    sel_str text = sel_bytes_held(bytes);
    size_t at = from == NULL ? text.len : sel_str_find(text, sel_str_of(from));
    ck_assert(from == NULL || at < text.len);
    FILE *file = fopen(sel_str_printf(d.arena, "%s/%s.csv", folder, name).ptr, "wb");
    ck_assert_ptr_nonnull(file);
    fprintf(file, "%.*s", (int)at, text.ptr);
    if (from != NULL)
        fprintf(file, "%s%.*s", to, (int)(text.len - at - strlen(from)),
                text.ptr + at + strlen(from));
    fprintf(file, "%s", more);
    ck_assert_int_eq(fclose(file), 0);
    sel_bytes_close(bytes);
}

START_TEST(answers_to_an_older_version)
{
    desk_open(&d);
    const char *folder = sel_str_printf(d.arena, "%s/older", d.folder).ptr;
    ck_assert_int_eq(mkdir(folder, 0700), 0);
    copy_table(folder, "survey", NULL, NULL, "text,mood,Mood,,,,,,,,,,,,,,,,,,,,,,\n");
    copy_table(folder, "choices", NULL, NULL, "help,a_lot,A lot,,,,,,\n");
    copy_table(folder, "settings", "2026112102", "2025", "");
    desk_write(&d, "country,agency,help_d1_2,now_d1_2,mood", "FJI,CERT,a_lot,3,good");
    sel_intake intake = submit(d.file_path, &(sel_intake_options){.questionnaire = folder});
    ck_assert(intake.stored);
    sel_sheet *sheet = sheet_in(d.context);
    sel_prefill filled;
    ck_assert_int_eq(prefill(d.context, "FJI", sheet, &filled), SEL_OK);
    ck_assert_str_eq(cell_of(sheet, "now_d1_2")->text.ptr, "3");
    ck_assert_uint_eq(cell_of(sheet, "help_d1_2")->text.len, 0);
    ck_assert_uint_eq(filled.left_count, 2);
    ck_assert_str_eq(filled.left[0].ptr, "help_d1_2");
    ck_assert_str_eq(filled.left[1].ptr, "mood");
    const char *const names[] = {"survey", "choices", "settings"};
    for (size_t i = 0; i < 3; i++)
        remove(sel_str_printf(d.arena, "%s/%s.csv", folder, names[i]).ptr);
    rmdir(folder);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        every_example_comes_back_unchanged, answers_as_the_sheet_writes_them,
        a_change_is_no_carry_over,          who_is_meant,
        answers_to_an_older_version,        NULL};
    return run_tests("prefill", tests);
}
