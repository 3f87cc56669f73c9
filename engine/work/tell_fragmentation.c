/* How support is spread over donors, recipients and places, and how alike donors' portfolios are.
 */
#include "work/results.h"

#include "analysis/fragmentation.h"
#include "work/tell.h"

/* Columns of people's tables and those that only files have. */
typedef struct spread_column {
    const char *id;
    sel_column_type type;
    sel_readers readers;
    uint8_t decimals;
} spread_column;

static void add_columns(const sel_context *context, sel_table *table, const spread_column *columns)
{
    for (; columns->id != NULL; columns++) {
        sel_str word = sel_str_printf(table->arena, "column.%s", columns->id);
        sel_table_column(table, (sel_column){.id = columns->id,
                                             .label = columns->readers == SEL_FOR_MACHINES
                                                          ? sel_str_of(columns->id)
                                                          : sel_tell_word(context, word.ptr),
                                             .type = columns->type,
                                             .decimals = columns->decimals,
                                             .readers = columns->readers});
    }
}

static void size_cell(sel_table *table, const sel_study *study, double effort_days)
{
    double window = study->window_end - study->window_start;
    sel_cell_real(table, effort_days / SEL_EFFORT_WHOLE / window);
}

/* Concentration, effective number and Theil's index with its parts; nothing where there is no
 * known donor. */
static void spread_cells(sel_table *table, double concentration, const sel_theil *theil)
{
    if (concentration <= 0) {
        for (int i = 0; i < 5; i++)
            sel_cell_empty(table);
        return;
    }
    sel_cell_real(table, concentration);
    sel_cell_real(table, 1 / concentration);
    sel_cell_real(table, theil->total);
    sel_cell_real(table, theil->between);
    sel_cell_real(table, theil->within);
}

static void ratio_cell(sel_table *table, uint32_t part, uint32_t whole)
{
    if (whole == 0)
        sel_cell_empty(table);
    else
        sel_cell_percent(table, (double)part / whole);
}

/* --- recipients --- */

static void recipient_row(const sel_context *context, const sel_study *study, sel_table *table,
                          const sel_recipient_spread *spread)
{
    sel_table_row(table);
    sel_cell_text(table, context->reference.geography.recipients[spread->recipient].code);
    sel_cell_text(table, sel_context_recipient(context, spread->recipient));
    size_cell(table, study, (double)spread->supply);
    size_cell(table, study, (double)spread->unknown);
    sel_cell_integer(table, spread->programmes);
    size_cell(table, study, spread->median_size);
    sel_cell_integer(table, spread->donors);
    sel_cell_integer(table, spread->capabilities);
    spread_cells(table, spread->concentration, &spread->theil);
    sel_cell_integer(table, spread->significant);
    ratio_cell(table, spread->donors - spread->significant, spread->donors);
}

static void tell_recipients(const sel_context *context, const sel_study *study,
                            const sel_fragmentation *found, sel_report *report)
{
    static const spread_column columns[] = {
        {"recipient", SEL_COLUMN_TEXT, SEL_FOR_MACHINES, 0},
        {"country", SEL_COLUMN_TEXT, SEL_FOR_ALL, 0},
        {"support", SEL_COLUMN_REAL, SEL_FOR_ALL, 2},
        {"donor_unknown", SEL_COLUMN_REAL, SEL_FOR_ALL, 2},
        {"programmes", SEL_COLUMN_INTEGER, SEL_FOR_ALL, 0},
        {"median_size", SEL_COLUMN_REAL, SEL_FOR_ALL, 2},
        {"donors", SEL_COLUMN_INTEGER, SEL_FOR_ALL, 0},
        {"capabilities", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES, 0},
        {"concentration", SEL_COLUMN_REAL, SEL_FOR_MACHINES, 2},
        {"effective_donors", SEL_COLUMN_REAL, SEL_FOR_ALL, 1},
        {"theil", SEL_COLUMN_REAL, SEL_FOR_ALL, 2},
        {"theil_between", SEL_COLUMN_REAL, SEL_FOR_MACHINES, 2},
        {"theil_within", SEL_COLUMN_REAL, SEL_FOR_MACHINES, 2},
        {"significant", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES, 0},
        {"fragmentation_ratio", SEL_COLUMN_PERCENT, SEL_FOR_ALL, 0},
        {0}};
    sel_section *section = sel_report_section(report, "recipients",
                                              sel_tell_word(context, "fragmentation.recipients"));
    sel_table *table = sel_section_table(section, "recipients",
                                         sel_tell_word(context, "fragmentation.recipients"));
    add_columns(context, table, columns);
    const uint32_t *by_name = sel_context_by_name(context);
    for (uint32_t i = 0; i < context->reference.geography.count; i++)
        for (uint32_t j = 0; j < found->recipient_count; j++)
            if (found->recipients[j].recipient == by_name[i])
                recipient_row(context, study, table, &found->recipients[j]);
}

/* --- donors --- */

static void donor_row(const sel_study *study, sel_table *table, const sel_donor_spread *spread)
{
    sel_table_row(table);
    sel_cell_text(table, study->organisations[spread->donor].name);
    size_cell(table, study, (double)spread->supply);
    sel_cell_integer(table, spread->programmes);
    size_cell(table, study, spread->median_size);
    sel_cell_integer(table, spread->recipients);
    sel_cell_integer(table, spread->capabilities);
    sel_cell_integer(table, spread->places);
    spread_cells(table, spread->concentration, &spread->theil);
    sel_cell_integer(table, spread->significant);
    ratio_cell(table, spread->significant, spread->recipients);
}

static void tell_donors(const sel_context *context, const sel_study *study,
                        const sel_fragmentation *found, sel_report *report)
{
    static const spread_column columns[] = {
        {"donor", SEL_COLUMN_TEXT, SEL_FOR_ALL, 0},
        {"support", SEL_COLUMN_REAL, SEL_FOR_ALL, 2},
        {"programmes", SEL_COLUMN_INTEGER, SEL_FOR_ALL, 0},
        {"median_size", SEL_COLUMN_REAL, SEL_FOR_ALL, 2},
        {"recipients", SEL_COLUMN_INTEGER, SEL_FOR_ALL, 0},
        {"capabilities", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES, 0},
        {"places", SEL_COLUMN_INTEGER, SEL_FOR_ALL, 0},
        {"concentration", SEL_COLUMN_REAL, SEL_FOR_MACHINES, 2},
        {"effective_places", SEL_COLUMN_REAL, SEL_FOR_ALL, 1},
        {"theil", SEL_COLUMN_REAL, SEL_FOR_ALL, 2},
        {"theil_between", SEL_COLUMN_REAL, SEL_FOR_MACHINES, 2},
        {"theil_within", SEL_COLUMN_REAL, SEL_FOR_MACHINES, 2},
        {"significant", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES, 0},
        {"concentration_ratio", SEL_COLUMN_PERCENT, SEL_FOR_ALL, 0},
        {0}};
    sel_section *section =
        sel_report_section(report, "donors", sel_tell_word(context, "fragmentation.donors"));
    sel_table *table =
        sel_section_table(section, "donors", sel_tell_word(context, "fragmentation.donors"));
    add_columns(context, table, columns);
    for (uint32_t i = 0; i < found->donor_count; i++)
        donor_row(study, table, &found->donors[i]);
}

/* --- pairs of donors --- */

static void tell_donor_pairs(const sel_context *context, const sel_study *study,
                             const sel_fragmentation *found, sel_report *report)
{
    static const spread_column columns[] = {{"donor_a", SEL_COLUMN_TEXT, SEL_FOR_ALL, 0},
                                            {"donor_b", SEL_COLUMN_TEXT, SEL_FOR_ALL, 0},
                                            {"similarity", SEL_COLUMN_PERCENT, SEL_FOR_ALL, 0},
                                            {"common_places", SEL_COLUMN_INTEGER, SEL_FOR_ALL, 0},
                                            {0}};
    sel_arena *arena = report->arena;
    sel_section *section =
        sel_report_section(report, "donor_pairs", sel_tell_word(context, "fragmentation.pairs"));
    sel_section_paragraph(section,
                          sel_say(arena, &context->words, "fragmentation.pair-counts", "pairs",
                                  sel_tell_count(arena, found->pairs_in_common), "listed",
                                  sel_tell_count(arena, found->pair_count), NULL));
    sel_table *table =
        sel_section_table(section, "donor_pairs", sel_tell_word(context, "fragmentation.pairs"));
    add_columns(context, table, columns);
    for (uint32_t i = 0; i < found->pair_count; i++) {
        const sel_donor_pair *pair = &found->pairs[i];
        sel_table_row(table);
        sel_cell_text(table, study->organisations[pair->a].name);
        sel_cell_text(table, study->organisations[pair->b].name);
        sel_cell_percent(table, pair->similarity_ppm / 1e6);
        sel_cell_integer(table, pair->places);
    }
}

void sel_tell_fragmentation(const sel_context *context, const sel_assessment *assessment,
                            uint32_t top, sel_report *report)
{
    sel_tell_setting(context, assessment, report);
    const sel_study *study = assessment->study;
    sel_fragmentation found =
        sel_fragmentation_compute(study, assessment->records.counted, top, report->arena);
    sel_section *section = sel_report_section(report, "spread", (sel_str){0});
    sel_section_paragraph(section, sel_tell_word(context, "fragmentation.about"));
    tell_recipients(context, study, &found, report);
    tell_donors(context, study, &found, report);
    tell_donor_pairs(context, study, &found, report);
    sel_report_foot(report, sel_tell_word(context, "fragmentation.how"));
}
