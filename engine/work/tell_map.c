/* Support against need, place by place, with the thresholds of its classes and what it rests on. */
#include "work/results.h"

#include "analysis/coverage.h"
#include "base/number.h"
#include "base/text.h"
#include "work/tell.h"

static const char *const class_words[SEL_COVERAGES] = {
    [SEL_COVERAGE_NONE] = "coverage.none",         [SEL_COVERAGE_BELOW] = "coverage.below",
    [SEL_COVERAGE_ABOUT] = "coverage.as-needed",   [SEL_COVERAGE_MORE] = "coverage.more",
    [SEL_COVERAGE_UNSTATED] = "coverage.unstated", [SEL_COVERAGE_QUIET] = "coverage.quiet",
};

static const char *const class_codes[SEL_COVERAGES] = {
    [SEL_COVERAGE_NONE] = "none",         [SEL_COVERAGE_BELOW] = "below",
    [SEL_COVERAGE_ABOUT] = "about",       [SEL_COVERAGE_MORE] = "more",
    [SEL_COVERAGE_UNSTATED] = "unstated", [SEL_COVERAGE_QUIET] = "quiet",
};

/* --- the table --- */

static void map_columns(const sel_context *context, sel_table *table)
{
    sel_tell_column_for(context, table, "recipient", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "country", SEL_COLUMN_TEXT);
    sel_tell_column_for(context, table, "capability", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "capability_name", SEL_COLUMN_TEXT);
    sel_tell_bounded_column(context, table, "severity", SEL_COLUMN_INTEGER, 0);
    sel_tell_bounded_column(context, table, "needed", SEL_COLUMN_REAL, 2);
    sel_tell_bounded_column(context, table, "support", SEL_COLUMN_REAL, 2);
    sel_tell_column(context, table, "donors", SEL_COLUMN_INTEGER);
    sel_tell_column_for(context, table, "programmes", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "coverage", SEL_COLUMN_TEXT);
    sel_tell_column_for(context, table, "coverage_least", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "coverage_most", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "need_share", SEL_COLUMN_PERCENT, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "support_share", SEL_COLUMN_PERCENT, SEL_FOR_MACHINES);
}

static void need_cells(const sel_context *context, const sel_study *study, sel_table *table,
                       const sel_coverage_place *place)
{
    if (!place->known) {
        for (int i = 0; i < 2; i++)
            sel_cell_missing(table, "need-unknown", sel_tell_word(context, "why.need-unknown"));
        return;
    }
    if (place->need->severity_low == place->need->severity_high)
        sel_cell_integer(table, place->need->severity_low);
    else
        sel_cell_interval(table, place->need->severity_low, place->need->severity_high);
    sel_tell_programmes(table, study, place->need_low, place->need_high);
}

static void class_cells(const sel_context *context, sel_table *table,
                        const sel_coverage_place *place)
{
    if (!place->known) {
        for (int i = 0; i < 3; i++)
            sel_cell_missing(table, "need-unknown", sel_tell_word(context, "why.need-unknown"));
        return;
    }
    sel_str least = sel_tell_word(context, class_words[place->least]);
    sel_str most = sel_tell_word(context, class_words[place->most]);
    sel_cell_text(table, place->least == place->most
                             ? least
                             : sel_str_printf(table->arena, "%.*s – %.*s", SEL_STR_ARG(least),
                                              SEL_STR_ARG(most)));
    sel_cell_text(table, sel_str_of(class_codes[place->least]));
    sel_cell_text(table, sel_str_of(class_codes[place->most]));
}

/* Shares of all need, and of all possible support, at places whose need is known. */
static void share_cells(const sel_universe *universe, sel_table *table,
                        const sel_coverage_place *place)
{
    uint64_t support = place->supply == NULL ? 0 : place->supply->high;
    if (place->known && universe->need_high > 0)
        sel_cell_percent(table, (double)place->need_high / (double)universe->need_high);
    else
        sel_cell_empty(table);
    if (place->known && universe->supply_high > 0)
        sel_cell_percent(table, (double)support / (double)universe->supply_high);
    else
        sel_cell_empty(table);
}

static void map_row(const sel_context *context, const sel_assessment *assessment, sel_table *table,
                    const sel_coverage_place *place)
{
    const sel_study *study = assessment->study;
    const sel_supply none = {0};
    const sel_supply *supply = place->supply == NULL ? &none : place->supply;
    sel_table_row(table);
    sel_cell_text(table, context->reference.geography.recipients[place->recipient].code);
    sel_cell_text(table, sel_context_recipient(context, place->recipient));
    sel_cell_text(table, context->reference.taxonomy.capabilities[place->capability].code);
    sel_cell_text(table, sel_context_capability(context, place->capability));
    need_cells(context, study, table, place);
    sel_tell_programmes(table, study, supply->low, supply->high);
    sel_cell_integer(table, supply->donors);
    sel_cell_integer(table, supply->programmes);
    class_cells(context, table, place);
    share_cells(&assessment->supplies.universe, table, place);
}

/* --- the figure --- */

static sel_heat_cell heat_of(const sel_coverage_place *place, sel_arena *arena)
{
    if (!place->known)
        return (sel_heat_cell){SEL_CLASS_UNKNOWN, SEL_STR("?")};
    if (place->least == place->most)
        return (sel_heat_cell){(int8_t)place->least, sel_str_printf(arena, "%d", place->least)};
    return (sel_heat_cell){SEL_CLASS_UNKNOWN,
                           sel_str_printf(arena, "%d-%d", place->least, place->most)};
}

static void label_figure(const sel_context *context, sel_figure *figure)
{
    figure->item =
        (sel_axis){.id = "capability", .label = sel_tell_word(context, "column.capability")};
    figure->across =
        (sel_axis){.id = "recipient", .label = sel_tell_word(context, "column.country")};
    figure->value = (sel_axis){.id = "coverage",
                               .label = sel_tell_word(context, "column.coverage"),
                               .type = SEL_COLUMN_INTEGER};
    figure->scale = SEL_SCALE_DIVERGING;
    for (int i = 0; i < SEL_COVERAGES; i++)
        figure->classes[i] = sel_str_printf(figure->arena, "%d: %.*s", i,
                                            SEL_STR_ARG(sel_tell_word(context, class_words[i])));
    figure->unknown = sel_tell_word(context, "coverage.unknown");
    for (uint32_t k = 0; k < context->reference.taxonomy.count; k++)
        figure->rows[k] = (sel_label){context->reference.taxonomy.capabilities[k].code,
                                      sel_context_capability(context, k)};
}

/* Column of each recipient that is on the map, by name; SEL_NONE for the others. */
static uint32_t number_columns(const sel_context *context, const sel_coverage_map *map,
                               uint32_t *column_of)
{
    const sel_geography *geography = &context->reference.geography;
    const uint32_t *by_name = sel_context_by_name(context);
    for (uint32_t r = 0; r < geography->count; r++)
        column_of[r] = SEL_NONE;
    for (uint32_t i = 0; i < map->count; i++)
        column_of[map->list[i].recipient] = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < geography->count; i++)
        if (column_of[by_name[i]] != SEL_NONE)
            column_of[by_name[i]] = count++;
    return count;
}

static void add_figure(const sel_context *context, const sel_coverage_map *map,
                       sel_section *section)
{
    sel_arena *arena = section->report->arena;
    const sel_reference *reference = &context->reference;
    uint32_t *column_of = sel_arena_array(arena, reference->geography.count, sizeof *column_of);
    uint32_t columns = number_columns(context, map, column_of);
    sel_figure *figure = sel_section_figure(section, SEL_FIGURE_HEAT_MAP, "coverage_map",
                                            sel_tell_word(context, "coverage.title"),
                                            sel_tell_word(context, "coverage.alternative"));
    sel_figure_size(figure, reference->taxonomy.count, columns);
    label_figure(context, figure);
    for (uint32_t r = 0; r < reference->geography.count; r++)
        if (column_of[r] != SEL_NONE)
            figure->columns[column_of[r]] = (sel_label){reference->geography.recipients[r].code,
                                                        sel_context_recipient(context, r)};
    for (uint32_t i = 0; i < map->count; i++)
        sel_figure_cell(figure, map->list[i].capability, column_of[map->list[i].recipient],
                        heat_of(&map->list[i], arena));
}

/* --- what it rests on --- */

static const char *programmes_text(const sel_study *study, uint64_t low, uint64_t high,
                                   sel_arena *arena)
{
    char least[SEL_NUMBER_ROOM];
    char most[SEL_NUMBER_ROOM];
    sel_number_fixed(sel_tell_equivalents(study, low), 2, least);
    sel_number_fixed(sel_tell_equivalents(study, high), 2, most);
    if (low == high)
        return sel_str_printf(arena, "%s", least).ptr;
    return sel_str_printf(arena, "%s-%s", least, most).ptr;
}

static const char *steps_text(const sel_model *model, sel_arena *arena)
{
    sel_text steps = {.arena = arena};
    for (size_t i = 0; i < sizeof model->ordinal_supply / sizeof *model->ordinal_supply; i++) {
        char number[SEL_NUMBER_ROOM];
        sel_text_printf(&steps, "%s%s", i == 0 ? "" : " · ",
                        sel_number_text(model->ordinal_supply[i], number));
    }
    return sel_tell_text(arena, sel_text_str(&steps));
}

sel_str sel_tell_universe(const sel_context *context, const sel_assessment *assessment,
                          sel_arena *arena)
{
    const sel_universe *universe = &assessment->supplies.universe;
    const sel_study *study = assessment->study;
    return sel_say(
        arena, &context->words, "coverage.universe", "known",
        sel_tell_count(arena, universe->known), "places", sel_tell_count(arena, universe->places),
        "wanted", sel_tell_count(arena, universe->wanted), "need",
        programmes_text(study, universe->need_low, universe->need_high, arena), "inside",
        programmes_text(study, universe->supply_low, universe->supply_high, arena), "outside",
        programmes_text(study, universe->outside_low, universe->outside_high, arena), NULL);
}

static void tell_counts(const sel_context *context, const sel_assessment *assessment,
                        const sel_coverage_map *map, sel_section *section)
{
    sel_arena *arena = section->report->arena;
    sel_list *list = sel_section_list(section, false);
    for (int i = 0; i < SEL_COVERAGES; i++)
        sel_list_item_add(list, sel_tell_word(context, class_words[i]),
                          sel_str_of(sel_tell_count(arena, map->in_class[i])));
    sel_list_item_add(list, sel_tell_word(context, "coverage.unsure"),
                      sel_str_of(sel_tell_count(arena, map->unsure)));
    sel_list_item_add(list, sel_tell_word(context, "why.need-unknown"),
                      sel_str_of(sel_tell_count(arena, map->unknown)));
    sel_section_paragraph(section, sel_tell_universe(context, assessment, arena));
}

static void tell_thresholds(const sel_context *context, const sel_assessment *assessment,
                            sel_section *section)
{
    sel_arena *arena = section->report->arena;
    sel_section_paragraph(section, sel_say(arena, &context->words, "coverage.thresholds", "from",
                                           sel_tell_count(arena, SEL_COVERAGE_FROM), "to",
                                           sel_tell_count(arena, SEL_COVERAGE_TO), "steps",
                                           steps_text(assessment->study->model, arena), NULL));
}

/* Counts and what they rest on, under a heading (may be empty); the map is computed into map. */
static sel_section *begin_map(const sel_context *context, const sel_assessment *assessment,
                              sel_str heading, sel_coverage_map *map, sel_report *report)
{
    *map = sel_coverage_compute(assessment->study, &assessment->needs, &assessment->supplies,
                                report->arena);
    sel_section *section = sel_report_section(report, "coverage", heading);
    sel_section_paragraph(section, sel_tell_word(context, "coverage.about"));
    tell_counts(context, assessment, map, section);
    tell_thresholds(context, assessment, section);
    return section;
}

void sel_tell_map_figure(const sel_context *context, const sel_assessment *assessment,
                         sel_report *report)
{
    sel_coverage_map map;
    sel_section *section =
        begin_map(context, assessment, sel_tell_word(context, "coverage.title"), &map, report);
    if (map.count > 0)
        add_figure(context, &map, section);
}

void sel_tell_map(const sel_context *context, const sel_assessment *assessment, sel_report *report)
{
    sel_tell_setting(context, assessment, report);
    if (assessment->needs.count == 0)
        sel_report_notice(report, false, sel_tell_word(context, "overlap.no-need"));
    sel_coverage_map map;
    sel_section *section = begin_map(context, assessment, (sel_str){0}, &map, report);
    sel_table *table =
        sel_section_table(section, "coverage", sel_tell_word(context, "coverage.places"));
    map_columns(context, table);
    const uint32_t *by_name = sel_context_by_name(context);
    for (uint32_t i = 0; i < context->reference.geography.count; i++)
        for (uint32_t j = 0; j < map.count; j++)
            if (map.list[j].recipient == by_name[i])
                map_row(context, assessment, table, &map.list[j]);
}
