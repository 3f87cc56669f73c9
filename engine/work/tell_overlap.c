#include "work/results.h"

#include "base/text.h"
#include "work/tell.h"
#include "work/tell_apart.h"

static const char *const reading_words[] = {
    [SEL_READ_FITS] = "reading.fits",
    [SEL_READ_FITS_NOTED] = "reading.note",
    [SEL_READ_WATCH] = "reading.watch",
    [SEL_READ_TALK] = "reading.talk",
    [SEL_READ_TALK_FIRST] = "reading.talk-first",
};

/* --- places --- */

static bool is_shared(const sel_supply *supply)
{
    return supply->donors >= 2 && supply->days_high > 0;
}

/* The strongest pair at a place tells how to read it. */
static const sel_overlap_pair *pair_at(const sel_assessment *assessment, const sel_supply *supply)
{
    for (uint32_t i = 0; i < assessment->overlap.pair_count; i++) {
        const sel_overlap_pair *pair = &assessment->overlap.pairs[i];
        const sel_study_programme *sides[] = {&assessment->study->programmes[pair->a],
                                              &assessment->study->programmes[pair->b]};
        uint32_t here = 0;
        for (int side = 0; side < 2; side++)
            for (uint32_t j = 0; j < sides[side]->place_count; j++)
                here += sides[side]->places[j].recipient == supply->recipient &&
                        sides[side]->places[j].capability == supply->capability;
        if (here == 2)
            return pair;
    }
    return NULL;
}

static sel_str reading_of(const sel_context *context, const sel_overlap *overlap,
                          const sel_overlap_pair *pair, sel_arena *arena)
{
    if (pair == NULL)
        return sel_tell_word(context, overlap->unlisted > 0 ? "reading.unlisted" : "reading.below");
    const char *certainty = pair->certain ? "reading.certain" : "reading.possible";
    return sel_str_printf(arena, "%.*s (%.*s)",
                          SEL_STR_ARG(sel_tell_word(context, reading_words[pair->reading])),
                          SEL_STR_ARG(sel_tell_word(context, certainty)));
}

static double months(int32_t days)
{
    return days / 30.4375;
}

static void place_row(const sel_context *context, const sel_assessment *assessment,
                      sel_table *table, const sel_supply *supply)
{
    sel_table_row(table);
    sel_cell_text(table, context->reference.geography.recipients[supply->recipient].code);
    sel_cell_text(table, sel_context_recipient(context, supply->recipient));
    sel_cell_text(table, context->reference.taxonomy.capabilities[supply->capability].code);
    sel_cell_text(table, sel_context_capability(context, supply->capability));
    sel_cell_integer(table, supply->donors);
    sel_cell_integer(table, supply->funders);
    sel_cell_integer(table, supply->programmes);
    if (supply->days_low == supply->days_high)
        sel_cell_real(table, months(supply->days_low));
    else
        sel_cell_interval(table, months(supply->days_low), months(supply->days_high));
    sel_cell_integer(table, supply->pipeline);
    sel_cell_integer(table, supply->running);
    sel_cell_integer(table, supply->past);
    if (!supply->need_known)
        sel_cell_missing(table, "need-unknown", sel_tell_word(context, "why.need-unknown"));
    else if (supply->red_low_ppm == supply->red_high_ppm)
        sel_cell_percent(table, supply->red_low_ppm / 1e6);
    else
        sel_cell_interval(table, supply->red_low_ppm / 1e6, supply->red_high_ppm / 1e6);
    sel_cell_text(table, reading_of(context, &assessment->overlap, pair_at(assessment, supply),
                                    table->arena));
}

/* Places of one recipient together, recipients by name. */
static void place_rows(const sel_context *context, const sel_assessment *assessment,
                       sel_table *table)
{
    const sel_supplies *supplies = &assessment->supplies;
    const uint32_t *by_name = sel_context_by_name(context);
    for (uint32_t i = 0; i < context->reference.geography.count; i++)
        for (uint32_t j = 0; j < supplies->count; j++)
            if (supplies->list[j].recipient == by_name[i] && is_shared(&supplies->list[j]))
                place_row(context, assessment, table, &supplies->list[j]);
}

static void tell_places(const sel_context *context, const sel_assessment *assessment,
                        sel_report *report)
{
    sel_section *section =
        sel_report_section(report, "places", sel_tell_word(context, "overlap.places"));
    sel_table *table =
        sel_section_table(section, "places", sel_tell_word(context, "overlap.places"));
    sel_tell_column_for(context, table, "recipient", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "country", SEL_COLUMN_TEXT);
    sel_tell_column_for(context, table, "capability", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "capability_name", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "donors", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "funding_organisations", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "programmes", SEL_COLUMN_INTEGER);
    sel_tell_bounded_column(context, table, "months_together", SEL_COLUMN_REAL, 0);
    sel_tell_column_for(context, table, "pipeline", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "running", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "past", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES);
    sel_tell_bounded_column(context, table, "beyond_need", SEL_COLUMN_PERCENT, 0);
    sel_tell_column(context, table, "reading", SEL_COLUMN_TEXT);
    place_rows(context, assessment, table);
    if (table->row_count == 0)
        sel_section_paragraph(section, sel_tell_word(context, "overlap.no-places"));
}

/* --- pairs --- */

static sel_str donors_of(const sel_study *study, uint32_t programme, sel_arena *arena)
{
    const sel_study_programme *of = &study->programmes[programme];
    sel_text names = {.arena = arena};
    for (uint32_t i = 0; i < of->donor_count; i++)
        sel_text_printf(&names, "%s%.*s", i == 0 ? "" : ", ",
                        SEL_STR_ARG(study->organisations[of->donors[i]].name));
    return names.len == 0 ? SEL_STR("?") : sel_text_str(&names);
}

static void range_percent(sel_table *table, uint32_t low, uint32_t high)
{
    if (low == high)
        sel_cell_percent(table, low / 1e6);
    else
        sel_cell_interval(table, low / 1e6, high / 1e6);
}

static void pair_row(const sel_context *context, const sel_assessment *assessment, sel_table *table,
                     const sel_overlap_pair *pair)
{
    const sel_study *study = assessment->study;
    sel_arena *arena = table->arena;
    sel_table_row(table);
    const uint32_t sides[] = {pair->a, pair->b};
    for (int side = 0; side < 2; side++) {
        sel_str address = sel_study_address(study, sides[side], arena);
        sel_cell_text(table, address);
        sel_cell_text(table, study->programmes[sides[side]].title);
        sel_cell_note(table, address);
        sel_cell_text(table, donors_of(study, sides[side], arena));
    }
    range_percent(table, pair->s_low_ppm, pair->s_high_ppm);
    uint32_t t_low = pair->t_a_low_ppm > pair->t_b_low_ppm ? pair->t_a_low_ppm : pair->t_b_low_ppm;
    uint32_t t_high =
        pair->t_a_high_ppm > pair->t_b_high_ppm ? pair->t_a_high_ppm : pair->t_b_high_ppm;
    range_percent(table, t_low, t_high);
    sel_cell_integer(table, pair->factors);
    if (pair->days_low == pair->days_high)
        sel_cell_integer(table, pair->days_low);
    else
        sel_cell_interval(table, pair->days_low, pair->days_high);
    if (pair->need_known)
        range_percent(table, pair->red_low_ppm, pair->red_high_ppm);
    else
        sel_cell_missing(table, "need-unknown", sel_tell_word(context, "why.need-unknown"));
    sel_cell_text(table, reading_of(context, &assessment->overlap, pair, arena));
}

static void tell_pairs(const sel_context *context, const sel_assessment *assessment,
                       sel_report *report)
{
    const sel_overlap *overlap = &assessment->overlap;
    sel_arena *arena = report->arena;
    sel_section *section =
        sel_report_section(report, "pairs", sel_tell_word(context, "overlap.pairs"));
    sel_section_paragraph(section,
                          sel_say(arena, &context->words, "overlap.pair-counts", "possible",
                                  sel_tell_count(arena, overlap->possible), "certain",
                                  sel_tell_count(arena, overlap->certain), "compared",
                                  sel_tell_count(arena, overlap->compared), "unlisted",
                                  sel_tell_count(arena, overlap->unlisted), NULL));
    if (overlap->pair_count == 0)
        return;
    sel_table *table = sel_section_table(section, "pairs", sel_tell_word(context, "overlap.pairs"));
    sel_tell_column_for(context, table, "a", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "title_a", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "donors_a", SEL_COLUMN_TEXT);
    sel_tell_column_for(context, table, "b", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "title_b", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "donors_b", SEL_COLUMN_TEXT);
    sel_tell_bounded_column(context, table, "score", SEL_COLUMN_PERCENT, 0);
    sel_tell_bounded_column(context, table, "contained", SEL_COLUMN_PERCENT, 0);
    sel_tell_column(context, table, "factors", SEL_COLUMN_INTEGER);
    sel_tell_bounded_column(context, table, "days_together", SEL_COLUMN_INTEGER, 0);
    sel_tell_bounded_column(context, table, "beyond_need", SEL_COLUMN_PERCENT, 0);
    sel_tell_column(context, table, "reading", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < overlap->pair_count; i++)
        pair_row(context, assessment, table, &overlap->pairs[i]);
    sel_section_paragraph(section, sel_tell_word(context, "overlap.unconfirmed"));
}

/* --- the rest --- */

static void tell_unsaid(const sel_context *context, const sel_assessment *assessment,
                        sel_report *report)
{
    const sel_supplies *supplies = &assessment->supplies;
    const struct {
        const char *word;
        uint64_t count;
    } counts[] = {{"unsaid.undated", supplies->undated},
                  {"unsaid.no-place", supplies->no_place},
                  {"unsaid.no-donor", supplies->no_donor},
                  {"unsaid.outside", supplies->outside},
                  {"unsaid.set-aside", assessment->study->set_aside}};
    sel_section *section =
        sel_report_section(report, "unsaid", sel_tell_word(context, "overlap.unsaid"));
    sel_list *list = sel_section_list(section, false);
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
        sel_list_item_add(list, sel_tell_word(context, counts[i].word),
                          sel_str_of(sel_tell_count(report->arena, counts[i].count)));
    sel_table *table =
        sel_section_table(section, "undated", sel_tell_word(context, "overlap.undated"));
    sel_tell_column(context, table, "programme", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "title", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "missing", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < assessment->study->programme_count; i++) {
        const sel_study_programme *programme = &assessment->study->programmes[i];
        if (programme->stated_by != SEL_NONE || (programme->dated && programme->place_count > 0))
            continue;
        sel_table_row(table);
        sel_cell_text(table, sel_study_address(assessment->study, i, report->arena));
        sel_cell_text(table, programme->title);
        sel_cell_text(table, sel_tell_word(context, programme->dated ? "missing.place"
                                                    : programme->place_count > 0
                                                        ? "missing.dates"
                                                        : "missing.dates-and-place"));
    }
}

static uint64_t donor_records(const sel_study *study)
{
    uint64_t count = 0;
    for (uint32_t i = 0; i < study->programme_count; i++)
        count += study->programmes[i].stated_by == SEL_NONE;
    return count;
}

void sel_tell_overlap_body(const sel_context *context, const sel_assessment *assessment,
                           sel_report *report)
{
    const sel_supplies *supplies = &assessment->supplies;
    sel_arena *arena = report->arena;
    sel_report_notice(report, false,
                      sel_say(arena, &context->words, "overlap.incomplete", "records",
                              sel_tell_count(arena, donor_records(assessment->study)), "undated",
                              sel_tell_count(arena, supplies->undated), "no_place",
                              sel_tell_count(arena, supplies->no_place), "no_donor",
                              sel_tell_count(arena, supplies->no_donor), NULL));
    if (assessment->needs.count == 0)
        sel_report_notice(report, false, sel_tell_word(context, "overlap.no-need"));
    tell_places(context, assessment, report);
    tell_pairs(context, assessment, report);
    sel_tell_apart(context, assessment, report);
    tell_unsaid(context, assessment, report);
    sel_report_foot(report, sel_tell_word(context, "overlap.how"));
}

void sel_tell_overlap(const sel_context *context, const sel_assessment *assessment,
                      sel_report *report)
{
    sel_tell_setting(context, assessment, report);
    sel_report_subtitle(report, sel_tell_word(context, "overlap.where-to-talk"));
    sel_tell_overlap_body(context, assessment, report);
}
