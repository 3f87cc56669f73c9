/* A file taken in by a mapping is the file that needed none. */
#include "desk_fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

static void write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static sel_intake take_in(desk *d, const char *mapping)
{
    sel_intake intake;
    sel_intake_options said = {.mapping = mapping};
    ck_assert_msg(sel_intake_file(d->context, d->store, d->file_path, &said, NULL, d->arena,
                                  &intake, &d->err) == SEL_OK,
                  "%s", d->err.message);
    return intake;
}

START_TEST(the_same_answers_under_other_headers)
{
    desk d;
    desk_open(&d);
    char mapping[128];
    snprintf(mapping, sizeof mapping, "%s/map.csv", d.folder);
    write_text(mapping, "column,question,found,choice\nQ1,country\nQ2,agency\n"
                        "Q3,help_d1_2,1,much\nQ3,help_d1_2,-99,-\nQ4,now_d1_2\nQ5,-\n");
    desk_write(&d, "country,agency,help_d1_2,now_d1_2", "FJI,Ministry,much,2\nWSM,CERT,,3");
    sel_intake plain = take_in(&d, NULL);
    ck_assert(plain.stored);
    ck_assert_uint_eq(plain.outcomes[SEL_PUT_NEW], 2);
    desk_write(&d, "Q1,Q2,Q3,Q4,Q5", "FJI,Ministry,1,2,x\nWSM,CERT,-99,3,y");
    sel_intake mapped = take_in(&d, mapping);
    ck_assert(!mapped.refused);
    ck_assert_str_eq(mapped.mapping.ptr, "map.csv");
    ck_assert_uint_eq(mapped.outcomes[SEL_PUT_UNCHANGED], 2);
    ck_assert_uint_eq(mapped.counts.reading.cells_translated, 2);
    for (uint32_t i = 0; i < 2; i++)
        ck_assert_str_eq(mapped.receipts[i].code.ptr, plain.receipts[i].code.ptr);
    remove(mapping);
    desk_close(&d);
}
END_TEST

/* Its lines are not lines of the file: no respondent may be told of them as their own. */
START_TEST(faults_of_a_mapping_are_no_respondents)
{
    desk d;
    desk_open(&d);
    char mapping[128];
    snprintf(mapping, sizeof mapping, "%s/map.csv", d.folder);
    write_text(mapping, "column,question\nhepl,help_d1_2\nagency,agncy\n");
    desk_write(&d, "country,agency,now_d1_2", "FJI,Ministry,2\nWSM,CERT,9");
    sel_intake intake = take_in(&d, mapping);
    ck_assert(intake.refused && !intake.stored);
    ck_assert_uint_eq(intake.issues.counts[SEL_FAULT], 5); /* two of the mapping, 2 agencies, a 9 */
    ck_assert_uint_eq(intake.place_count, 3);
    for (uint32_t i = 0; i < intake.place_count; i++)
        ck_assert_str_eq(intake.places[i].issue.source.ptr, "f.csv");
    remove(mapping);
    desk_close(&d);
}
END_TEST

START_TEST(a_mapping_that_is_not_there)
{
    desk d;
    desk_open(&d);
    desk_write(&d, "country,agency,now_d1_2", "FJI,Ministry,2");
    sel_intake intake;
    sel_intake_options said = {.mapping = "/nowhere/map.csv"};
    ck_assert_int_eq(
        sel_intake_file(d.context, d.store, d.file_path, &said, NULL, d.arena, &intake, &d.err),
        SEL_NOT_FOUND);
    desk_close(&d);
}
END_TEST

/* Replace the answers once they are open: the mapping is opened after them, and has to wait. */
static void replace_answers(const desk *d, const char *mapping)
{
    int to = open(mapping, O_WRONLY);
    char fresh[80];
    snprintf(fresh, sizeof fresh, "%s.new", d->file_path);
    write_text(fresh, "Q1,Q2\nKEN,Other agency\n");
    static const char lines[] = "column,question\nQ1,country\nQ2,agency\n";
    bool done = rename(fresh, d->file_path) == 0 &&
                write(to, lines, sizeof lines - 1) == (ssize_t)(sizeof lines - 1);
    _exit(done && close(to) == 0 ? 0 : 1);
}

/* The hash kept as provenance would be that of answers nobody read. */
START_TEST(answers_that_are_replaced_while_they_are_read)
{
    desk d;
    desk_open(&d);
    char mapping[128];
    snprintf(mapping, sizeof mapping, "%s/map.csv", d.folder);
    ck_assert_int_eq(mkfifo(mapping, 0600), 0);
    desk_write(&d, "Q1,Q2", "FJI,One agency");
    pid_t other = fork();
    ck_assert_int_ge(other, 0);
    if (other == 0)
        replace_answers(&d, mapping);
    sel_intake intake;
    const sel_intake_options said = {.mapping = mapping};
    sel_status status =
        sel_intake_file(d.context, d.store, d.file_path, &said, NULL, d.arena, &intake, &d.err);
    int outcome = -1;
    ck_assert_int_eq(waitpid(other, &outcome, 0), other);
    ck_assert_int_eq(outcome, 0);
    ck_assert_int_eq(status, SEL_CONFLICT);
    ck_assert(!intake.stored);
    ck_assert_ptr_nonnull(strstr(d.err.message, "f.csv' was changed by another program"));
    /* Nothing was kept of either file: both are new now. */
    remove(mapping);
    desk_write(&d, "country,agency", "FJI,One agency\nKEN,Other agency");
    ck_assert_uint_eq(take_in(&d, NULL).outcomes[SEL_PUT_NEW], 2);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {the_same_answers_under_other_headers,
                            faults_of_a_mapping_are_no_respondents, a_mapping_that_is_not_there,
                            answers_that_are_replaced_while_they_are_read, NULL};
    return run_tests("intake_mapping", tests);
}
