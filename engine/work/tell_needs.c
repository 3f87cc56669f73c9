#include "work/results.h"

#include "work/tell.h"

static const char *state_code(sel_need_state state)
{
    static const char *const codes[] = {
        [SEL_NEED_UNKNOWN] = "unknown",
        [SEL_NEED_STATED] = "stated",
        [SEL_NEED_SIZED] = "sized",
        [SEL_NEED_RANGE] = "range",
    };
    return codes[state];
}

void sel_tell_setting(const sel_context *context, const sel_assessment *assessment,
                      sel_report *report)
{
    const sel_study *study = assessment->study;
    sel_arena *arena = report->arena;
    sel_report_subtitle(report, sel_say(arena, &context->words, "setting.as-of", "day",
                                        sel_tell_day(arena, study->as_of), "from",
                                        sel_tell_day(arena, study->window_start), "to",
                                        sel_tell_day(arena, study->window_end - 1), NULL));
    if (study->illustrative)
        sel_tell_illustrative(context, report);
}

static void severity_cell(sel_table *table, uint8_t low, uint8_t high)
{
    if (low == high)
        sel_cell_integer(table, low);
    else
        sel_cell_interval(table, low, high);
}

static void missing_cell(const sel_context *context, sel_table *table, const char *why)
{
    sel_str word = sel_str_printf(table->arena, "why.%s", why);
    sel_cell_missing(table, why, sel_tell_word(context, word.ptr));
}

static void stage_cell(const sel_context *context, sel_table *table, uint8_t stage)
{
    if (stage == 0)
        missing_cell(context, table, "not-answered");
    else
        sel_cell_integer(table, stage);
}

/* --- headlines --- */

static bool was_asked(const sel_needs *needs, uint32_t recipient)
{
    for (uint32_t i = 0; i < needs->count; i++)
        if (needs->list[i].recipient == recipient)
            return true;
    return false;
}

static void headline_row(const sel_context *context, sel_table *table,
                         const sel_need_headline *headline)
{
    sel_table_row(table);
    sel_cell_text(table, context->reference.geography.recipients[headline->recipient].code);
    sel_cell_text(table, sel_context_recipient(context, headline->recipient));
    if (headline->worst == SEL_NONE) {
        missing_cell(context, table, "need-unknown");
        missing_cell(context, table, "need-unknown");
    } else {
        sel_cell_text(table, sel_context_capability(context, headline->worst));
        severity_cell(table, headline->worst_severity_low, headline->worst_severity_high);
    }
    severity_cell(table, (uint8_t)headline->serious_low, (uint8_t)headline->serious_high);
    sel_cell_integer(table, headline->known);
    sel_cell_integer(table, headline->asked);
}

static void tell_headlines(const sel_context *context, const sel_assessment *assessment,
                           sel_report *report)
{
    sel_section *section =
        sel_report_section(report, "headlines", sel_tell_word(context, "needs.headlines"));
    sel_section_paragraph(section, sel_tell_word(context, "needs.headlines-about"));
    sel_table *table =
        sel_section_table(section, "headlines", sel_tell_word(context, "needs.headlines"));
    sel_tell_column_for(context, table, "recipient", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "country", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "worst_capability", SEL_COLUMN_TEXT);
    sel_tell_bounded_column(context, table, "worst_severity", SEL_COLUMN_INTEGER, 0);
    sel_tell_bounded_column(context, table, "serious", SEL_COLUMN_INTEGER, 0);
    sel_tell_column(context, table, "known", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "asked", SEL_COLUMN_INTEGER);
    const uint32_t *by_name = sel_context_by_name(context);
    for (uint32_t i = 0; i < context->reference.geography.count; i++)
        if (was_asked(&assessment->needs, by_name[i])) {
            sel_need_headline headline = sel_needs_headline(&assessment->needs, by_name[i]);
            headline_row(context, table, &headline);
        }
}

/* --- needs one by one --- */

static void need_columns(const sel_context *context, sel_table *table, sel_readers country)
{
    sel_tell_column_for(context, table, "recipient", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "country", SEL_COLUMN_TEXT, country);
    sel_tell_column_for(context, table, "capability", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "capability_name", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "now", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "wanted", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "importance", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "urgent", SEL_COLUMN_INTEGER);
    sel_tell_bounded_column(context, table, "severity", SEL_COLUMN_INTEGER, 0);
    sel_tell_bounded_column(context, table, "need", SEL_COLUMN_REAL, 2);
    sel_tell_column(context, table, "state", SEL_COLUMN_TEXT);
}

static void need_row(const sel_context *context, sel_table *table, const sel_need *need)
{
    sel_table_row(table);
    sel_cell_text(table, context->reference.geography.recipients[need->recipient].code);
    sel_cell_text(table, sel_context_recipient(context, need->recipient));
    sel_cell_text(table, context->reference.taxonomy.capabilities[need->capability].code);
    sel_cell_text(table, sel_context_capability(context, need->capability));
    stage_cell(context, table, need->stage);
    stage_cell(context, table, need->target);
    stage_cell(context, table, need->importance);
    if (need->urgent > 0)
        sel_cell_integer(table, need->urgent);
    else
        sel_cell_empty(table);
    if (need->state == SEL_NEED_UNKNOWN) {
        missing_cell(context, table, "need-unknown");
        missing_cell(context, table, "need-unknown");
    } else {
        severity_cell(table, need->severity_low, need->severity_high);
        if (need->severity_low == need->severity_high && need->n_low == need->n_high)
            sel_cell_real(table, need->n_low);
        else
            sel_cell_interval(table, need->n_low, need->n_high);
    }
    sel_str word = sel_str_printf(table->arena, "need.%s", state_code(need->state));
    sel_cell_text(table, sel_tell_word(context, word.ptr));
}

void sel_tell_needs(const sel_context *context, const sel_assessment *assessment,
                    sel_report *report)
{
    sel_tell_setting(context, assessment, report);
    if (assessment->needs.count == 0) {
        sel_section *none = sel_report_section(report, "none", (sel_str){0});
        sel_section_paragraph(none, sel_tell_word(context, "needs.none"));
        return;
    }
    tell_headlines(context, assessment, report);
    sel_section *section = sel_report_section(report, "needs", (sel_str){0});
    sel_table *table = sel_section_table(section, "needs", sel_tell_word(context, "needs.all"));
    static const char *const columns[] = {"recipient", "country", "capability", "capability_name",
                                          "now",       "wanted",  "importance", "urgent"};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i],
                            i < 4 ? SEL_COLUMN_TEXT : SEL_COLUMN_INTEGER, SEL_FOR_MACHINES);
    sel_table_column(table, (sel_column){.id = "severity",
                                         .type = SEL_COLUMN_INTEGER,
                                         .bounds = true,
                                         .readers = SEL_FOR_MACHINES});
    sel_table_column(table, (sel_column){.id = "need",
                                         .type = SEL_COLUMN_REAL,
                                         .bounds = true,
                                         .readers = SEL_FOR_MACHINES});
    sel_tell_column_for(context, table, "state", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    for (uint32_t i = 0; i < assessment->needs.count; i++)
        need_row(context, table, &assessment->needs.list[i]);
    sel_report_foot(report, sel_tell_word(context, "needs.how"));
}

void sel_tell_recipient(const sel_context *context, const sel_assessment *assessment,
                        uint32_t recipient, sel_report *report)
{
    sel_tell_setting(context, assessment, report);
    sel_section *section =
        sel_report_section(report, "profile", sel_context_recipient(context, recipient));
    sel_need_headline headline = sel_needs_headline(&assessment->needs, recipient);
    sel_arena *arena = report->arena;
    if (headline.asked == 0) {
        sel_section_paragraph(section, sel_tell_word(context, "needs.not-answered"));
        return;
    }
    sel_section_paragraph(section, sel_say(arena, &context->words, "needs.profile", "known",
                                           sel_tell_count(arena, headline.known), "asked",
                                           sel_tell_count(arena, headline.asked), "serious",
                                           sel_tell_count(arena, headline.serious_low), "possibly",
                                           sel_tell_count(arena, headline.serious_high), NULL));
    sel_table *table = sel_section_table(section, "needs", sel_tell_word(context, "needs.all"));
    need_columns(context, table, SEL_FOR_MACHINES);
    for (uint32_t i = 0; i < assessment->needs.count; i++)
        if (assessment->needs.list[i].recipient == recipient)
            need_row(context, table, &assessment->needs.list[i]);
    sel_report_foot(report, sel_tell_word(context, "needs.how"));
}

/* --- region --- */

enum { NONE, LIGHT, SERIOUS, SEVERE, UNKNOWN, UNANSWERED, BANDS };

static int band_of(const sel_need *need)
{
    if (need == NULL)
        return UNANSWERED;
    if (need->state == SEL_NEED_UNKNOWN || need->severity_low != need->severity_high)
        return UNKNOWN;
    return need->severity_low == 0   ? NONE
           : need->severity_low < 3  ? LIGHT
           : need->severity_low == 3 ? SERIOUS
                                     : SEVERE;
}

void sel_tell_region(const sel_context *context, const sel_assessment *assessment, uint32_t body,
                     sel_report *report)
{
    static const char *const bands[BANDS] = {"severity_0",   "severity_1_2", "severity_3",
                                             "severity_4_5", "size_unknown", "no_answer"};
    sel_tell_setting(context, assessment, report);
    const sel_recipient *organisation = &context->reference.geography.recipients[body];
    sel_section *section =
        sel_report_section(report, "region", sel_context_recipient(context, body));
    sel_section_paragraph(section,
                          sel_say(report->arena, &context->words, "needs.region-about", "n",
                                  sel_tell_count(report->arena, organisation->member_count), NULL));
    sel_table *table = sel_section_table(section, "region", sel_tell_word(context, "needs.region"));
    sel_tell_column_for(context, table, "capability", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "capability_name", SEL_COLUMN_TEXT);
    for (int band = 0; band < BANDS; band++)
        sel_tell_column(context, table, bands[band], SEL_COLUMN_INTEGER);
    for (uint32_t k = 0; k < context->reference.taxonomy.count; k++) {
        uint32_t counts[BANDS] = {0};
        for (uint32_t i = 0; i < organisation->member_count; i++)
            counts[band_of(sel_needs_find(&assessment->needs, organisation->members[i], k))] += 1;
        sel_table_row(table);
        sel_cell_text(table, context->reference.taxonomy.capabilities[k].code);
        sel_cell_text(table, sel_context_capability(context, k));
        for (int band = 0; band < BANDS; band++)
            sel_cell_integer(table, counts[band]);
    }
    sel_report_foot(report, sel_tell_word(context, "needs.how"));
}

/* --- heat map --- */

static sel_heat_cell heat_of(const sel_need *need, sel_arena *arena)
{
    if (need == NULL)
        return (sel_heat_cell){SEL_CLASS_UNKNOWN, SEL_STR("")};
    if (need->state == SEL_NEED_UNKNOWN)
        return (sel_heat_cell){SEL_CLASS_UNKNOWN, SEL_STR("?")};
    if (need->severity_low == need->severity_high)
        return (sel_heat_cell){(int8_t)need->severity_low,
                               sel_str_printf(arena, "%u", need->severity_low)};
    return (sel_heat_cell){(int8_t)((need->severity_low + need->severity_high) / 2),
                           sel_str_printf(arena, "%u-%u", need->severity_low, need->severity_high)};
}

void sel_tell_need_map(const sel_context *context, const sel_assessment *assessment,
                       sel_section *section)
{
    const sel_reference *reference = &context->reference;
    sel_arena *arena = section->report->arena;
    const uint32_t *by_name = sel_context_by_name(context);
    uint32_t *asked = sel_arena_array(arena, reference->geography.count, sizeof *asked);
    uint32_t count = 0;
    for (uint32_t i = 0; i < reference->geography.count; i++)
        if (was_asked(&assessment->needs, by_name[i]))
            asked[count++] = by_name[i];
    sel_figure *map = sel_section_figure(section, SEL_FIGURE_HEAT_MAP, "need_map",
                                         sel_tell_word(context, "map.title"),
                                         sel_tell_word(context, "map.alternative"));
    map->item =
        (sel_axis){.id = "capability", .label = sel_tell_word(context, "column.capability")};
    map->across = (sel_axis){.id = "recipient", .label = sel_tell_word(context, "column.country")};
    map->value = (sel_axis){.id = "severity",
                            .label = sel_tell_word(context, "column.severity"),
                            .type = SEL_COLUMN_INTEGER};
    map->scale = SEL_SCALE_RISING;
    for (int i = 0; i < SEL_CLASSES; i++)
        map->classes[i] = sel_tell_word(context, sel_str_printf(arena, "severity.%d", i).ptr);
    map->unknown = sel_tell_word(context, "severity.unknown");
    sel_figure_size(map, reference->taxonomy.count, count);
    for (uint32_t k = 0; k < reference->taxonomy.count; k++)
        map->rows[k] = (sel_label){reference->taxonomy.capabilities[k].code,
                                   sel_context_capability(context, k)};
    for (uint32_t j = 0; j < count; j++)
        map->columns[j] = (sel_label){reference->geography.recipients[asked[j]].code,
                                      sel_context_recipient(context, asked[j])};
    for (uint32_t k = 0; k < reference->taxonomy.count; k++)
        for (uint32_t j = 0; j < count; j++)
            sel_figure_cell(map, k, j,
                            heat_of(sel_needs_find(&assessment->needs, asked[j], k), arena));
}
