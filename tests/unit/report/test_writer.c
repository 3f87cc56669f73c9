#include "unit/report/sample_report.h"
#include "unit/report/written.h"

START_TEST(writers_have_names)
{
    static const char *const names[] = {"table", "csv", "json", "jsonl", "html"};
    uint32_t count = 0;
    const sel_writer *writers = sel_writers(&count);
    ck_assert_uint_eq(count, 5);
    for (uint32_t i = 0; i < count; i++) {
        ck_assert_str_eq(writers[i].name, names[i]);
        ck_assert_ptr_eq(sel_writer_find(sel_str_of(names[i])), &writers[i]);
    }
    ck_assert_ptr_null(sel_writer_find(SEL_STR("xml")));
}
END_TEST

START_TEST(a_full_disk_stops_every_writer)
{
    sel_report report = {.arena = sel_arena_create()};
    sample_fill(&report);
    uint32_t count = 0;
    const sel_writer *writers = sel_writers(&count);
    for (uint32_t i = 0; i < count; i++) {
        FILE *full = fopen("/dev/full", "w");
        ck_assert_ptr_nonnull(full);
        sel_error err = {0};
        const sel_write_options options = {.words = report_words()};
        ck_assert_int_eq(writers[i].write(&report, &options, sel_stream_file(full), &err), SEL_IO);
        ck_assert_str_eq(err.message, "could not write: No space left on device");
        fclose(full);
    }
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(unknown_tables_are_not_found)
{
    static const char *const names[] = {"table", "csv", "json", "jsonl"};
    sel_report report = {.arena = sel_arena_create()};
    sample_fill(&report);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        sel_text text = {.arena = report.arena};
        sel_error err = {0};
        const sel_write_options options = {.table = "nowhere", .words = report_words()};
        ck_assert_int_eq(sel_writer_find(sel_str_of(names[i]))
                             ->write(&report, &options, sel_stream_memory(&text), &err),
                         SEL_NOT_FOUND);
        ck_assert_uint_eq(text.len, 0);
    }
    sel_arena_destroy(report.arena);
}
END_TEST

/* A document says the same however often it is written, and without any words. */
START_TEST(writing_changes_nothing)
{
    sel_report report = {.arena = sel_arena_create()};
    sample_fill(&report);
    uint32_t count = 0;
    const sel_writer *writers = sel_writers(&count);
    for (uint32_t i = 0; i < count; i++) {
        const char *first = written(&report, writers[i].name, (sel_write_options){0});
        ck_assert_str_eq(written(&report, writers[i].name, (sel_write_options){0}), first);
        sel_text text = {.arena = report.arena};
        ck_assert_int_eq(
            writers[i].write(&report, &(sel_write_options){0}, sel_stream_memory(&text), NULL),
            SEL_OK);
        ck_assert_uint_gt(text.len, 0);
    }
    sel_arena_destroy(report.arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {writers_have_names, a_full_disk_stops_every_writer,
                            unknown_tables_are_not_found, writing_changes_nothing, NULL};
    return run_tests("writer", tests);
}
