/* What is given at every place, how much of it at once, and when donors meet there. */
#include "work/results.h"

#include "analysis/episodes.h"
#include "work/tell.h"

static const double days_per_month = 30.4375;

/* A cell that holds a number, or what it lies between. */
static void range_cell(sel_table *table, double low, double high)
{
    if (low == high)
        sel_cell_real(table, low);
    else
        sel_cell_interval(table, low, high);
}

static void count_cell(sel_table *table, uint32_t low, uint32_t high)
{
    if (low == high)
        sel_cell_integer(table, low);
    else
        sel_cell_interval(table, low, high);
}

static void place_columns(const sel_context *context, sel_table *table)
{
    sel_tell_column_for(context, table, "recipient", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "country", SEL_COLUMN_TEXT);
    sel_tell_column_for(context, table, "capability", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "capability_name", SEL_COLUMN_TEXT);
}

static void place_cells(const sel_context *context, sel_table *table, const sel_supply *place)
{
    sel_table_row(table);
    sel_cell_text(table, context->reference.geography.recipients[place->recipient].code);
    sel_cell_text(table, sel_context_recipient(context, place->recipient));
    sel_cell_text(table, context->reference.taxonomy.capabilities[place->capability].code);
    sel_cell_text(table, sel_context_capability(context, place->capability));
}

/* Numbers of the places with support, by the name of the recipient and then by capability. */
static const uint32_t *order_places(const sel_context *context, const sel_supplies *supplies,
                                    sel_arena *arena)
{
    uint32_t recipients = context->reference.geography.count;
    const uint32_t *by_name = sel_context_by_name(context);
    uint32_t *first = sel_arena_array(arena, (size_t)recipients + 1, sizeof *first);
    for (uint32_t i = 0; i < supplies->count; i++)
        first[supplies->list[i].recipient + 1]++;
    for (uint32_t r = 0; r < recipients; r++)
        first[r + 1] += first[r];
    uint32_t *order = sel_arena_array(arena, supplies->count, sizeof *order);
    uint32_t count = 0;
    for (uint32_t i = 0; i < recipients; i++)
        for (uint32_t n = first[by_name[i]]; n < first[by_name[i] + 1]; n++)
            order[count++] = n;
    return order;
}

/* --- places --- */

static void fact_columns(const sel_context *context, sel_table *table)
{
    sel_tell_bounded_column(context, table, "support", SEL_COLUMN_REAL, 2);
    sel_tell_bounded_column(context, table, "beyond_largest", SEL_COLUMN_REAL, 2);
    sel_tell_column_for(context, table, "programmes", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES);
    sel_tell_bounded_column(context, table, "most_programmes", SEL_COLUMN_INTEGER, 0);
    sel_tell_column_for(context, table, "donors", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES);
    sel_tell_bounded_column(context, table, "most_donors", SEL_COLUMN_INTEGER, 0);
    sel_tell_column_for(context, table, "funding_organisations", SEL_COLUMN_INTEGER,
                        SEL_FOR_MACHINES);
    sel_tell_bounded_column(context, table, "months_together", SEL_COLUMN_REAL, 0);
    sel_tell_column_for(context, table, "concentration", SEL_COLUMN_REAL, SEL_FOR_MACHINES);
    sel_table_column(table, (sel_column){.id = "effective_donors",
                                         .label = sel_tell_word(context, "column.effective_donors"),
                                         .type = SEL_COLUMN_REAL,
                                         .decimals = 1});
}

static void fact_cells(const sel_context *context, const sel_study *study, const sel_supply *place,
                       sel_table *table)
{
    sel_tell_programmes(table, study, place->low, place->high);
    sel_tell_programmes(table, study, place->beyond_low, place->beyond_high);
    sel_cell_integer(table, place->programmes);
    count_cell(table, place->most_programmes_low, place->most_programmes_high);
    sel_cell_integer(table, place->donors);
    count_cell(table, place->most_donors_low, place->most_donors_high);
    sel_cell_integer(table, place->funders);
    range_cell(table, place->days_low / days_per_month, place->days_high / days_per_month);
    if (place->concentration > 0) {
        sel_cell_real(table, place->concentration);
        sel_cell_real(table, 1 / place->concentration);
    } else {
        sel_cell_empty(table);
        sel_cell_missing(table, "donor-unknown", sel_tell_word(context, "column.donor_unknown"));
    }
}

static void tell_places(const sel_context *context, const sel_assessment *assessment,
                        const uint32_t *order, sel_report *report)
{
    const sel_supplies *supplies = &assessment->supplies;
    sel_section *section =
        sel_report_section(report, "places", sel_tell_word(context, "episodes.places"));
    sel_table *table =
        sel_section_table(section, "places", sel_tell_word(context, "episodes.places"));
    place_columns(context, table);
    fact_columns(context, table);
    for (uint32_t i = 0; i < supplies->count; i++) {
        const sel_supply *place = &supplies->list[order[i]];
        place_cells(context, table, place);
        fact_cells(context, assessment->study, place, table);
    }
}

/* --- episodes --- */

/* Numbers of the places where donors may meet, ascending. */
static uint32_t find_shared(const sel_supplies *supplies, uint32_t *shared)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < supplies->count; i++)
        if (supplies->list[i].days_high > 0)
            shared[count++] = i;
    return count;
}

static void episode_rows(const sel_context *context, const sel_supply *place,
                         const sel_episodes *episodes, const char *certainty, sel_table *table)
{
    for (uint32_t i = 0; i < episodes->count; i++) {
        const sel_episode *episode = &episodes->list[i];
        place_cells(context, table, place);
        sel_cell_date(table, episode->from);
        sel_cell_date(table, episode->to - 1);
        sel_cell_integer(table, episode->to - episode->from);
        sel_cell_integer(table, episode->donors);
        sel_cell_integer(table, episode->programmes);
        sel_cell_text(table, sel_tell_word(context, certainty));
    }
}

static void tell_episodes(const sel_context *context, const sel_assessment *assessment,
                          const uint32_t *order, sel_report *report)
{
    const sel_supplies *supplies = &assessment->supplies;
    sel_arena *arena = report->arena;
    uint32_t *shared = sel_arena_array(arena, supplies->count, sizeof *shared);
    uint32_t count = find_shared(supplies, shared);
    const sel_episodes *of[2];
    for (int end = SEL_CERTAIN; end <= SEL_POSSIBLE; end++)
        of[end] = sel_episodes_at(assessment->study, supplies, assessment->records.counted, shared,
                                  count, (sel_surety)end, arena);
    uint32_t *at = sel_arena_array(arena, supplies->count, sizeof *at);
    for (uint32_t i = 0; i < count; i++)
        at[shared[i]] = i + 1;
    sel_section *section =
        sel_report_section(report, "episodes", sel_tell_word(context, "episodes.list"));
    sel_table *table =
        sel_section_table(section, "episodes", sel_tell_word(context, "episodes.list"));
    place_columns(context, table);
    sel_tell_column(context, table, "first_day", SEL_COLUMN_DATE);
    sel_tell_column(context, table, "last_day", SEL_COLUMN_DATE);
    sel_tell_column_for(context, table, "days", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "donors", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "programmes", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "certainty", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < supplies->count; i++) {
        const sel_supply *place = &supplies->list[order[i]];
        if (at[order[i]] == 0)
            continue;
        episode_rows(context, place, &of[SEL_CERTAIN][at[order[i]] - 1], "reading.certain", table);
        episode_rows(context, place, &of[SEL_POSSIBLE][at[order[i]] - 1], "reading.possible",
                     table);
    }
    if (count == 0)
        sel_section_paragraph(section, sel_tell_word(context, "overlap.no-places"));
}

void sel_tell_episodes(const sel_context *context, const sel_assessment *assessment,
                       sel_report *report)
{
    sel_tell_setting(context, assessment, report);
    const uint32_t *order = order_places(context, &assessment->supplies, report->arena);
    tell_places(context, assessment, order, report);
    tell_episodes(context, assessment, order, report);
    sel_report_foot(report, sel_tell_word(context, "episodes.how"));
}
