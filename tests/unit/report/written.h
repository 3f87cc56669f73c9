/** written.h - what a writer makes of a document, as a text. */
#ifndef SEL_TESTS_WRITTEN_H
#define SEL_TESTS_WRITTEN_H

#include "report/writer.h"

#include "check_suite.h"

/** The words of the writers in English, as they stand in questionnaires/words/en.csv. */
static inline const sel_words *report_words(void)
{
    static const sel_word entries[] = {
        {{"report.cell", 11}, {"cell {cell}", 11}},
        {{"report.contents", 15}, {"Contents", 8}},
        {{"report.decimal_sign", 19}, {".", 1}},
        {{"report.figure_data", 18}, {"The figures behind it", 21}},
        {{"report.line", 11}, {"line {n}", 8}},
        {{"report.no_rows", 14}, {"Nothing to list", 15}},
        {{"report.skip", 11}, {"Skip to the content", 19}},
    };
    static const sel_words words = {.entries = entries,
                                    .count = sizeof entries / sizeof entries[0]};
    return &words;
}

/** The document as the writer called name writes it; fails the test when the writer fails. */
static inline const char *written(const sel_report *report, const char *name,
                                  sel_write_options options)
{
    sel_text text = {.arena = report->arena};
    sel_error err = {0};
    const sel_writer *writer = sel_writer_find(sel_str_of(name));
    ck_assert_ptr_nonnull(writer);
    options.words = report_words();
    sel_status status = writer->write(report, &options, sel_stream_memory(&text), &err);
    ck_assert_msg(status == SEL_OK, "%s: %s", name, err.message);
    return text.bytes == NULL ? "" : text.bytes;
}

#endif
