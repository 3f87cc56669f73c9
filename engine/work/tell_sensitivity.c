#include "analysis/overlap/sensitivity.h"
#include "work/results.h"
#include "work/tell.h"

static void number_columns(const sel_context *context, sel_table *table)
{
    static const char *const count_columns[] = {"certain",   "possible",  "reading_0", "reading_1",
                                                "reading_2", "reading_3", "reading_4"};
    for (size_t i = 0; i < sizeof count_columns / sizeof count_columns[0]; i++)
        sel_tell_column(context, table, count_columns[i], SEL_COLUMN_INTEGER);
}

static void variant_row(const sel_context *context, const sel_variant *variant, sel_table *table)
{
    static const char *const words[] = {
        [SEL_VARIED_NOTHING] = "varied.nothing",   [SEL_VARIED_THRESHOLD] = "varied.threshold",
        [SEL_VARIED_LIKENESS] = "varied.likeness", [SEL_VARIED_DAYS] = "varied.days",
        [SEL_VARIED_MONEY] = "varied.money",       [SEL_VARIED_NEED] = "varied.need"};
    sel_table_row(table);
    sel_cell_text(table, sel_tell_word(context, words[variant->varied]));
    if (variant->varied == SEL_VARIED_NOTHING)
        sel_cell_empty(table);
    else
        sel_cell_real(table, variant->value);
    sel_cell_integer(table, (int64_t)variant->certain);
    sel_cell_integer(table, (int64_t)variant->possible);
    for (int reading = 0; reading <= SEL_READ_TALK_FIRST; reading++)
        sel_cell_integer(table, (int64_t)variant->by_reading[reading]);
}

sel_status sel_tell_sensitivity(const sel_context *context, const sel_assessment *assessment,
                                sel_report *report, sel_error *err)
{
    sel_sensitivity sensitivity;
    sel_status status =
        sel_sensitivity_compute(assessment->study, &assessment->needs, &assessment->records,
                                &assessment->comparing, &sensitivity, err);
    if (status != SEL_OK)
        return status;
    sel_str heading = sel_tell_word(context, "overlap.sensitivity");
    sel_section *section = sel_report_section(report, "sensitivity", heading);
    sel_section_paragraph(section, sel_tell_word(context, "overlap.sensitivity-how"));
    sel_table *table = sel_section_table(section, "sensitivity", heading);
    sel_tell_column(context, table, "varied", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "value", SEL_COLUMN_REAL);
    number_columns(context, table);
    for (uint32_t i = 0; i < sensitivity.count; i++)
        variant_row(context, &sensitivity.variants[i], table);
    return SEL_OK;
}
