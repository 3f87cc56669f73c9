#include "analysis/overlap/estimate.h"
#include "work/results.h"
#include "work/tell.h"

static double share_of(uint64_t part, uint64_t whole)
{
    return whole == 0 ? 0 : (double)part / (double)whole;
}

void sel_tell_estimate(const sel_context *context, const sel_assessment *assessment, uint32_t most,
                       sel_report *report)
{
    sel_arena *arena = report->arena;
    sel_overlap_estimate estimate =
        sel_overlap_estimate_of(assessment->study, &assessment->needs, &assessment->supplies,
                                &assessment->records, most, arena);
    sel_tell_setting(context, assessment, report);
    sel_section *section = sel_report_section(report, "estimate", (sel_str){0});
    sel_section_paragraph(section, sel_say(arena, &context->words, "estimate.comparisons",
                                           "comparisons", sel_tell_count(arena, estimate.meetings),
                                           "programmes", sel_tell_count(arena, estimate.programmes),
                                           "places", sel_tell_count(arena, estimate.places), NULL));
    sel_table *table =
        sel_section_table(section, "estimate", sel_tell_word(context, "estimate.title"));
    sel_tell_column_for(context, table, "recipient", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "country", SEL_COLUMN_TEXT);
    sel_tell_column_for(context, table, "capability", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "capability_name", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "programmes", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "comparisons", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "share", SEL_COLUMN_PERCENT);
    for (uint32_t i = 0; i < estimate.heaviest_count; i++) {
        const sel_place_meetings *place = &estimate.heaviest[i];
        sel_table_row(table);
        sel_cell_text(table, context->reference.geography.recipients[place->recipient].code);
        sel_cell_text(table, sel_context_recipient(context, place->recipient));
        sel_cell_text(table, context->reference.taxonomy.capabilities[place->capability].code);
        sel_cell_text(table, sel_context_capability(context, place->capability));
        sel_cell_integer(table, place->programmes);
        sel_cell_integer(table, (int64_t)place->meetings);
        sel_cell_percent(table, share_of(place->meetings, estimate.meetings));
    }
}
