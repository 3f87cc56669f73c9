#include "work/publish.h"

#include "work/review.h"
#include "work/tell.h"

/* --- factors of a pair, as bars --- */

static void factor_mark(const sel_context *context, sel_figure *figure, const char *label,
                        bool known, uint32_t low, uint32_t high)
{
    sel_figure_mark(
        figure,
        (sel_mark){.label = {sel_str_of(label), sel_tell_word(context, label)},
                   .has_value = known && low == high,
                   .has_bounds = known,
                   .value = low / 1e6,
                   .low = low / 1e6,
                   .high = high / 1e6,
                   .text = known ? low == high ? sel_str_printf(figure->arena, "%.0f %%", low / 1e4)
                                               : sel_str_printf(figure->arena, "%.0f - %.0f %%",
                                                                low / 1e4, high / 1e4)
                                 : sel_tell_word(context, "why.not-said-by-both")});
}

static void tell_factors(const sel_context *context, const sel_assessment *assessment,
                         const sel_overlap_pair *pair, uint32_t number, sel_section *section)
{
    const sel_study *study = assessment->study;
    sel_arena *arena = section->report->arena;
    sel_str id = sel_str_printf(arena, "factors_%u", number);
    sel_str title =
        sel_str_printf(arena, "A %.*s / B %.*s", SEL_STR_ARG(study->programmes[pair->a].title),
                       SEL_STR_ARG(study->programmes[pair->b].title));
    sel_figure *figure = sel_section_figure(section, SEL_FIGURE_FACTORS, id.ptr, title,
                                            sel_tell_word(context, "factors.alternative"));
    figure->item = (sel_axis){.id = "factor", .label = sel_tell_word(context, "column.factor")};
    figure->value = (sel_axis){.id = "share",
                               .label = sel_tell_word(context, "column.share"),
                               .type = SEL_COLUMN_PERCENT,
                               .low = 0,
                               .high = 1};
    factor_mark(context, figure, "explain.place-and-topic", true, pair->c_low / 10,
                pair->c_high / 10);
    factor_mark(context, figure, "explain.time", true, pair->d_low_ppm, pair->d_high_ppm);
    factor_mark(context, figure, "explain.kinds", pair->kinds_known, pair->a_ppm, pair->a_ppm);
    factor_mark(context, figure, "explain.whom", pair->for_whom_known, pair->g_ppm, pair->g_ppm);
    factor_mark(context, figure, "explain.overlap-score", true, pair->s_low_ppm, pair->s_high_ppm);
    figure->marks[figure->mark_count - 1].strong = true;
}

/* --- support against need --- */

static void tell_balance(const sel_context *context, const sel_assessment *assessment,
                         sel_report *report)
{
    sel_section *section =
        sel_report_section(report, "balance", sel_tell_word(context, "balance.heading"));
    sel_section_paragraph(section, sel_tell_word(context, "balance.about"));
    sel_figure *map = sel_section_figure(section, SEL_FIGURE_SCATTER, "balance",
                                         sel_tell_word(context, "balance.heading"),
                                         sel_tell_word(context, "balance.alternative"));
    map->item = (sel_axis){.id = "place", .label = sel_tell_word(context, "column.place")};
    map->value = (sel_axis){.id = "need",
                            .label = sel_tell_word(context, "balance.need"),
                            .type = SEL_COLUMN_REAL,
                            .decimals = 2};
    map->across = (sel_axis){.id = "support",
                             .label = sel_tell_word(context, "balance.support"),
                             .type = SEL_COLUMN_REAL,
                             .decimals = 2};
    map->class_label = sel_tell_word(context, "column.donors");
    map->classes[0] = sel_tell_word(context, "balance.no-donor");
    map->classes[1] = sel_tell_word(context, "balance.one-donor");
    map->classes[2] = sel_tell_word(context, "balance.more-donors");
    const sel_reference *reference = &context->reference;
    for (uint32_t i = 0; i < assessment->supplies.count; i++) {
        const sel_supply *place = &assessment->supplies.list[i];
        if (!place->need_known || place->need_low != place->need_high)
            continue;
        sel_str code =
            sel_str_printf(map->arena, "%.*s/%.*s",
                           SEL_STR_ARG(reference->geography.recipients[place->recipient].code),
                           SEL_STR_ARG(reference->taxonomy.capabilities[place->capability].code));
        sel_str name = sel_str_printf(
            map->arena, "%.*s, %.*s", SEL_STR_ARG(sel_context_recipient(context, place->recipient)),
            SEL_STR_ARG(sel_context_capability(context, place->capability)));
        sel_figure_mark(
            map, (sel_mark){.label = {code, name},
                            .has_value = true,
                            .value = sel_tell_equivalents(assessment->study, place->need_high),
                            .y = sel_tell_equivalents(assessment->study, place->high),
                            .class = (uint8_t)(place->donors > 2 ? 2 : place->donors),
                            .text = name});
    }
}

/* --- needs nobody answers --- */

static bool is_unmet(const sel_assessment *assessment, const sel_need *need)
{
    const sel_supply *place =
        sel_supply_find(&assessment->supplies, need->recipient, need->capability);
    return sel_need_is_known(need) && need->severity_low >= 3 &&
           (place == NULL || place->programmes == 0);
}

static void tell_unmet(const sel_context *context, const sel_assessment *assessment,
                       sel_report *report)
{
    sel_section *section =
        sel_report_section(report, "unmet", sel_tell_word(context, "unmet.heading"));
    sel_section_paragraph(section, sel_tell_word(context, "unmet.about"));
    sel_table *table = sel_section_table(section, "unmet", sel_tell_word(context, "unmet.heading"));
    sel_tell_column(context, table, "country", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "capability_name", SEL_COLUMN_TEXT);
    sel_tell_bounded_column(context, table, "severity", SEL_COLUMN_INTEGER, 0);
    for (uint32_t i = 0; i < assessment->needs.count; i++) {
        const sel_need *need = &assessment->needs.list[i];
        if (!is_unmet(assessment, need))
            continue;
        sel_table_row(table);
        sel_cell_text(table, sel_context_recipient(context, need->recipient));
        sel_cell_text(table, sel_context_capability(context, need->capability));
        if (need->severity_low == need->severity_high)
            sel_cell_integer(table, need->severity_low);
        else
            sel_cell_interval(table, need->severity_low, need->severity_high);
    }
}

static void tell_pair_factors(const sel_context *context, const sel_assessment *assessment,
                              sel_report *report)
{
    enum { SHOWN = 3 };
    if (assessment->overlap.pair_count == 0)
        return;
    sel_section *section =
        sel_report_section(report, "factors", sel_tell_word(context, "factors.heading"));
    sel_section_paragraph(section, sel_tell_word(context, "factors.about"));
    for (uint32_t i = 0; i < assessment->overlap.pair_count && i < SHOWN; i++)
        tell_factors(context, assessment, &assessment->overlap.pairs[i], i + 1, section);
}

sel_status sel_publish(const sel_context *context, const sel_assessment *assessment,
                       sel_store *store, sel_report *report, sel_error *err)
{
    sel_report_notice(report, true, sel_tell_word(context, "notice.secretariat"));
    sel_tell_setting(context, assessment, report);
    sel_report_subtitle(report, sel_tell_word(context, "publish.about"));
    if (assessment->needs.count > 0) {
        sel_section *map = sel_report_section(report, "map", sel_tell_word(context, "map.title"));
        sel_section_paragraph(map, sel_tell_word(context, "map.about"));
        sel_tell_need_map(context, assessment, map);
        sel_tell_map_figure(context, assessment, report);
        tell_unmet(context, assessment, report);
    }
    sel_tell_overlap_body(context, assessment, report);
    tell_pair_factors(context, assessment, report);
    tell_balance(context, assessment, report);
    const sel_rank_wish all = {.choice = {SEL_NONE, SEL_NONE, SEL_NONE}};
    sel_status status = sel_tell_ranking_body(context, assessment, &all, report, err);
    if (status != SEL_OK)
        return status;
    sel_score_wish scores = sel_score_wish_all((sel_subject){.level = SEL_LEVEL_PORTFOLIO});
    sel_tell_score_body(context, assessment, &scores, report);
    return sel_review_state(context, store, report, err);
}
