#include "work/results.h"

#include "analysis/place_share.h"
#include "base/number.h"
#include "work/tell.h"
#include "work/tell_apart.h"
#include "work/tell_pairs.h"

/* --- places --- */

/** What is said of each place. */
typedef struct place_facts {
    const sel_overlap_pair *strongest; /* pair listed that works there */
    bool chosen;
} place_facts;

static place_facts *facts_at(const sel_supplies *supplies, place_facts *facts,
                             const sel_study_place *place)
{
    const sel_supply *supply = sel_supply_find(supplies, place->recipient, place->capability);
    return supply == NULL ? NULL : &facts[supply - supplies->list];
}

/* The strongest pair at a place tells how to read it. */
static void read_pair(const sel_assessment *assessment, const sel_overlap_pair *pair,
                      place_facts *facts)
{
    const sel_study_programme *a = &assessment->study->programmes[pair->a];
    const sel_study_programme *b = &assessment->study->programmes[pair->b];
    for (uint32_t i = 0, j = 0; sel_place_next_common(a, b, &i, &j); i++, j++) {
        place_facts *here = facts_at(&assessment->supplies, facts, &a->places[i]);
        if (here != NULL && (here->strongest == NULL || here->strongest->reading < pair->reading))
            here->strongest = pair;
    }
}

static bool is_donors(const sel_study_programme *programme, uint32_t donor)
{
    for (uint32_t i = 0; i < programme->donor_count; i++)
        if (programme->donors[i] == donor)
            return true;
    return false;
}

/* Places where the donor or programme asked for has something in the window. */
static void choose_places(const sel_assessment *assessment, const sel_overlap_choice *choice,
                          place_facts *facts)
{
    const sel_study *study = assessment->study;
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        if (!assessment->records.counted[p] || !sel_programme_is_comparable(programme) ||
            (choice->donor != SEL_NONE && !is_donors(programme, choice->donor)) ||
            (choice->programme != SEL_NONE && choice->programme != p) ||
            sel_supply_days_high(programme, study->window_start, study->window_end) == 0)
            continue;
        for (uint32_t i = 0; i < programme->place_count; i++) {
            place_facts *here = facts_at(&assessment->supplies, facts, &programme->places[i]);
            if (here != NULL && programme->places[i].effort_high > 0)
                here->chosen = true;
        }
    }
}

static const place_facts *gather_facts(const sel_assessment *assessment, sel_arena *arena)
{
    const sel_supplies *supplies = &assessment->supplies;
    const sel_overlap *overlap = &assessment->overlap;
    place_facts *facts = sel_arena_array(arena, supplies->count, sizeof *facts);
    for (int list = 0; list < SEL_LIST_WITHIN_DONOR; list++)
        for (uint32_t i = 0; i < overlap->lists[list].count; i++)
            read_pair(assessment, &overlap->pairs[overlap->lists[list].first + i], facts);
    const sel_overlap_choice *choice = &assessment->asked.choice;
    bool some = choice->donor != SEL_NONE || choice->programme != SEL_NONE;
    if (some)
        choose_places(assessment, choice, facts);
    for (uint32_t i = 0; i < supplies->count; i++) {
        bool there = choice->recipients == NULL || choice->recipients[supplies->list[i].recipient];
        facts[i].chosen = there && (!some || facts[i].chosen);
    }
    return facts;
}

static bool is_shared(const sel_supply *supply)
{
    return supply->donors >= 2 && supply->days_high > 0;
}

static sel_str reading_at(const sel_context *context, const sel_overlap *overlap,
                          const place_facts *facts, sel_arena *arena)
{
    if (facts->strongest != NULL)
        return sel_tell_pair_reading(context, facts->strongest, arena);
    return sel_tell_word(context, overlap->unlisted > 0 ? "reading.unlisted" : "reading.below");
}

static double months(int32_t days)
{
    return days / 30.4375;
}

static void place_row(const sel_context *context, const sel_assessment *assessment,
                      sel_table *table, const sel_supply *supply, const place_facts *facts)
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
    sel_cell_text(table, reading_at(context, &assessment->overlap, facts, table->arena));
}

/* Places of one recipient together, recipients by name. */
static void place_rows(const sel_context *context, const sel_assessment *assessment,
                       const place_facts *facts, sel_table *table)
{
    const sel_supplies *supplies = &assessment->supplies;
    const uint32_t *by_name = sel_context_by_name(context);
    uint32_t recipients = context->reference.geography.count;
    sel_arena *scratch = sel_arena_create();
    uint32_t *first = sel_arena_array(scratch, (size_t)recipients + 1, sizeof *first);
    for (uint32_t i = 0; i < supplies->count; i++)
        first[supplies->list[i].recipient + 1]++;
    for (uint32_t i = 0; i < recipients; i++)
        first[i + 1] += first[i];
    for (uint32_t i = 0; i < recipients; i++)
        for (uint32_t j = first[by_name[i]]; j < first[by_name[i] + 1]; j++)
            if (is_shared(&supplies->list[j]) && facts[j].chosen)
                place_row(context, assessment, table, &supplies->list[j], &facts[j]);
    sel_arena_destroy(scratch);
}

/* How many there are where everything is asked for. */
static uint64_t shared_places(const sel_supplies *supplies)
{
    uint64_t count = 0;
    for (uint32_t i = 0; i < supplies->count; i++)
        count += is_shared(&supplies->list[i]);
    return count;
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
    place_rows(context, assessment, gather_facts(assessment, report->arena), table);
    if (assessment->asked.any)
        sel_section_paragraph(
            section,
            sel_say(report->arena, &context->words, "overlap.whole-places", "n",
                    sel_tell_count(report->arena, table->row_count), "all",
                    sel_tell_count(report->arena, shared_places(&assessment->supplies)), NULL));
    else if (table->row_count == 0)
        sel_section_paragraph(section, sel_tell_word(context, "overlap.no-places"));
}

/* --- the rest --- */

/* Programmes whose money is in a currency without a rate. */
static uint64_t not_converted(const sel_study *study)
{
    uint64_t count = 0;
    for (uint32_t i = 0; i < study->programme_count; i++) {
        const sel_conversion *conversion = study->programmes[i].conversion;
        count += conversion != NULL && !conversion->found;
    }
    return count;
}

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
                  {"overlap.unknown-donor", assessment->overlap.chosen.no_donor},
                  {"unsaid.outside", supplies->outside},
                  {"unsaid.set-aside", assessment->study->set_aside}};
    sel_section *section =
        sel_report_section(report, "unsaid", sel_tell_word(context, "overlap.unsaid"));
    sel_list *list = sel_section_list(section, false);
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
        sel_list_item_add(list, sel_tell_word(context, counts[i].word),
                          sel_str_of(sel_tell_count(report->arena, counts[i].count)));
    uint64_t unconverted = not_converted(assessment->study);
    if (unconverted > 0)
        sel_list_item_add(list, sel_tell_word(context, "unsaid.not-converted"),
                          sel_str_of(sel_tell_count(report->arena, unconverted)));
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

/* Whoever has the store sees all of it. */
static void tell_withheld(const sel_context *context, sel_report *report)
{
    sel_section *section =
        sel_report_section(report, "withheld", sel_tell_word(context, "overlap.withheld"));
    sel_section_paragraph(section, sel_say(report->arena, &context->words, "overlap.withheld-count",
                                           "n", sel_tell_count(report->arena, 0), NULL));
}

static void tell_how(const sel_context *context, const sel_model *model, sel_report *report)
{
    char threshold[SEL_NUMBER_ROOM];
    char floor[SEL_NUMBER_ROOM];
    sel_number_text(model->overlap_threshold_bp / 100.0, threshold);
    sel_number_text(model->overlap_likeness_floor_bp / 100.0, floor);
    sel_report_foot(report, sel_say(report->arena, &context->words, "overlap.how", "days",
                                    sel_tell_count(report->arena, model->overlap_floor_days),
                                    "floor", floor, "threshold", threshold, NULL));
}

/* What the lists are limited to stands in the heading. */
static void tell_asked(const sel_context *context, const sel_assessment *assessment,
                       sel_report *report)
{
    const sel_asked *asked = &assessment->asked;
    sel_arena *arena = report->arena;
    if (asked->choice.programme != SEL_NONE) {
        sel_str address = sel_study_address(assessment->study, asked->choice.programme, arena);
        sel_report_subtitle(report, sel_say(arena, &context->words, "overlap.of-programme",
                                            "programme", sel_tell_text(arena, address), NULL));
    }
    if (asked->choice.donor != SEL_NONE) {
        sel_str name = assessment->study->organisations[asked->choice.donor].name;
        sel_report_subtitle(report, sel_say(arena, &context->words, "overlap.of-donor", "donor",
                                            sel_tell_text(arena, name), NULL));
    }
    if (asked->recipient != SEL_NONE)
        sel_report_subtitle(
            report,
            sel_say(arena, &context->words, "overlap.at-recipient", "recipient",
                    sel_tell_text(arena, sel_context_recipient(context, asked->recipient)), NULL));
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
    sel_tell_pairs(context, assessment, report);
    sel_tell_apart(context, assessment, report);
    sel_tell_within_donor(context, assessment, report);
    tell_unsaid(context, assessment, report);
    tell_withheld(context, report);
    tell_how(context, assessment->study->model, report);
}

void sel_tell_overlap(const sel_context *context, const sel_assessment *assessment,
                      sel_report *report)
{
    sel_tell_setting(context, assessment, report);
    tell_asked(context, assessment, report);
    sel_report_subtitle(report, sel_tell_word(context, "overlap.where-to-talk"));
    sel_tell_overlap_body(context, assessment, report);
}
