/* What comparing programmes would take, before it is done. */
#include "work/results.h"

#include "work/tell.h"

enum { MOST_PLACES = 20 };

static void place_row(const sel_context *context, const sel_overlap_estimate *estimate,
                      const sel_overlap_load *load, sel_table *table)
{
    sel_table_row(table);
    sel_cell_text(table, context->reference.geography.recipients[load->recipient].code);
    sel_cell_text(table, sel_context_recipient(context, load->recipient));
    sel_cell_text(table, context->reference.taxonomy.capabilities[load->capability].code);
    sel_cell_text(table, sel_context_capability(context, load->capability));
    sel_cell_integer(table, load->programmes);
    sel_cell_integer(table, (int64_t)load->meetings);
    sel_cell_percent(table, (double)load->meetings / (double)estimate->meetings);
}

void sel_tell_estimate(const sel_context *context, const sel_assessment *assessment,
                       sel_report *report)
{
    const sel_overlap_estimate *estimate = &assessment->estimate;
    sel_arena *arena = report->arena;
    sel_section *section =
        sel_report_section(report, "estimate", sel_tell_word(context, "estimate.title"));
    sel_section_paragraph(section,
                          sel_say(arena, &context->words, "estimate.total", "meetings",
                                  sel_tell_count(arena, estimate->meetings), "places",
                                  sel_tell_count(arena, estimate->place_count), "budget",
                                  sel_tell_count(arena, assessment->comparing.pair_budget), NULL));
    if (estimate->meetings == 0)
        return;
    sel_table *table =
        sel_section_table(section, "estimate", sel_tell_word(context, "estimate.places"));
    sel_tell_column_for(context, table, "recipient", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "country", SEL_COLUMN_TEXT);
    sel_tell_column_for(context, table, "capability", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "capability_name", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "programmes", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "meetings", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "share", SEL_COLUMN_PERCENT);
    for (uint32_t i = 0; i < estimate->place_count && i < MOST_PLACES; i++)
        if (estimate->places[i].meetings > 0)
            place_row(context, estimate, &estimate->places[i], table);
}
