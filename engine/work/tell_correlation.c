/* How indicators go together over recipients or programmes. */
#include "work/results.h"

#include "analysis/statistics/correlation.h"
#include "base/number.h"
#include "base/text.h"
#include "work/tell.h"

/* Values of all indicators, one row per subject. */
typedef struct grid {
    double *values;
    bool *known;
    uint32_t rows;
    uint32_t columns;
} grid;

/** Shared, a coefficient of fewer subjects says too much about them. */
enum { SHARED_LEAST = 5 };

/* Recipients that anything is known of, or programmes that count. */
static uint32_t subjects_of(const sel_assessment *assessment, sel_level level, sel_arena *arena,
                            uint32_t **numbers)
{
    const sel_study *study = assessment->study;
    bool recipients = level == SEL_LEVEL_RECIPIENT;
    uint32_t all = recipients ? study->reference->geography.count : study->programme_count;
    uint32_t count = 0;
    *numbers = sel_arena_array(arena, all, sizeof **numbers);
    for (uint32_t i = 0; i < all; i++) {
        const uint32_t *members;
        bool found =
            recipients
                ? sel_groups_of(&assessment->roster.by_recipient, i, &members) > 0 ||
                      sel_needs_headline(&assessment->needs, i).asked > 0
                : assessment->records.counted[i] && study->programmes[i].stated_by == SEL_NONE;
        if (found)
            (*numbers)[count++] = i;
    }
    return count;
}

static void fill_row(const sel_context *context, const sel_evidence *evidence, sel_subject subject,
                     grid *of, uint32_t row)
{
    sel_score score = sel_score_compute(evidence, &context->model, subject);
    for (uint32_t i = 0; i < of->columns; i++) {
        uint32_t at = row * of->columns + i;
        of->known[at] = score.values[i].availability == SEL_AVAILABLE;
        of->values[at] = of->known[at] ? score.values[i].value : 0;
    }
}

static grid grid_of(const sel_context *context, const sel_assessment *assessment, sel_level level,
                    sel_arena *arena)
{
    grid of = {0};
    uint32_t *numbers;
    sel_indicators(&of.columns);
    of.rows = subjects_of(assessment, level, arena, &numbers);
    of.values = sel_arena_array(arena, (size_t)of.rows * of.columns, sizeof *of.values);
    of.known = sel_arena_array(arena, (size_t)of.rows * of.columns, sizeof *of.known);
    sel_evidence evidence = assessment->evidence;
    evidence.arena = sel_arena_create();
    for (uint32_t i = 0; i < of.rows; i++) {
        fill_row(context, &evidence, (sel_subject){level, numbers[i]}, &of, i);
        sel_arena_reset(evidence.arena);
    }
    sel_arena_destroy(evidence.arena);
    return of;
}

/* A table of correlations that may be told. */
typedef struct correlated {
    const sel_correlation *matrix; /* count × count */
    uint32_t count;
    bool shared;
} correlated;

static const sel_correlation *told_at(const correlated *of, uint32_t a, uint32_t b)
{
    const sel_correlation *cell = &of->matrix[a * of->count + b];
    return cell->available && (!of->shared || cell->rows >= SHARED_LEAST) ? cell : NULL;
}

/* --- pair by pair --- */

static void pair_row(const sel_context *context, sel_table *table, const sel_indicator *a,
                     const sel_indicator *b, const sel_correlation *of)
{
    sel_table_row(table);
    sel_cell_text(table, sel_str_of(a->id));
    sel_cell_text(table, sel_tell_word(context, a->name));
    sel_cell_text(table, sel_str_of(b->id));
    sel_cell_text(table, sel_tell_word(context, b->name));
    sel_cell_real(table, sel_number_settle(of->r));
    sel_cell_integer(table, of->rows);
}

static void tell_pairs(const sel_context *context, const correlated *of, sel_section *section)
{
    sel_table *table = sel_section_table(section, "correlations", (sel_str){0});
    sel_tell_column(context, table, "a", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "indicator_a", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "b", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "indicator_b", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "correlation", SEL_COLUMN_REAL);
    sel_tell_column(context, table, "counted", SEL_COLUMN_INTEGER);
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = i + 1; j < count; j++)
            if (told_at(of, i, j) != NULL)
                pair_row(context, table, indicators[i], indicators[j], told_at(of, i, j));
}

/* --- as a grid --- */

/* Whether an indicator goes with any other. */
static bool is_in_grid(const correlated *of, uint32_t indicator)
{
    for (uint32_t i = 0; i < of->count; i++)
        if (i != indicator && told_at(of, indicator, i) != NULL)
            return true;
    return false;
}

/* Columns first to end; a screen has no room for all. */
static void tell_grid(const sel_context *context, const correlated *of, uint32_t first,
                      uint32_t end, sel_readers readers, sel_table *table)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    sel_tell_column_for(context, table, "id", SEL_COLUMN_TEXT, readers);
    sel_tell_column_for(context, table, "indicator", SEL_COLUMN_TEXT, readers);
    for (uint32_t j = first; j < end; j++)
        if (is_in_grid(of, j))
            sel_table_column(table, (sel_column){.id = indicators[j]->id,
                                                 .label = sel_str_of(indicators[j]->id),
                                                 .type = SEL_COLUMN_REAL,
                                                 .decimals = 2,
                                                 .readers = readers});
    for (uint32_t i = 0; i < count; i++) {
        if (!is_in_grid(of, i))
            continue;
        sel_table_row(table);
        sel_cell_text(table, sel_str_of(indicators[i]->id));
        sel_cell_text(table, sel_tell_word(context, indicators[i]->name));
        for (uint32_t j = first; j < end; j++) {
            if (!is_in_grid(of, j))
                continue;
            if (i == j || told_at(of, i, j) == NULL)
                sel_cell_empty(table);
            else
                sel_cell_real(table, sel_number_settle(told_at(of, i, j)->r));
        }
    }
}

/* People get the columns of one principle at a time, machines all. */
static void tell_grids(const sel_context *context, const correlated *of, sel_section *section)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    for (uint32_t first = 0, end = 0; first < count; first = end) {
        char letter = indicators[first]->principle;
        while (end < count && indicators[end]->principle == letter)
            end++;
        const char *word = sel_str_printf(section->report->arena, "principle.%c", letter).ptr;
        sel_table *table = sel_section_table(
            section, sel_str_printf(section->report->arena, "matrix_%c", letter).ptr,
            sel_tell_word(context, word));
        tell_grid(context, of, first, end, SEL_FOR_PEOPLE, table);
    }
    tell_grid(context, of, 0, count, SEL_FOR_MACHINES,
              sel_section_table(section, "matrix", (sel_str){0}));
}

void sel_tell_correlation(const sel_context *context, const sel_assessment *assessment,
                          const sel_correlation_wish *wish, sel_report *report)
{
    sel_arena *arena = report->arena;
    grid of = grid_of(context, assessment, wish->level, arena);
    sel_correlation *matrix =
        sel_arena_array(arena, (size_t)of.columns * of.columns, sizeof *matrix);
    sel_correlations_of(&(sel_value_table){of.values, of.known, of.rows, of.columns}, matrix);
    const correlated found = {matrix, of.columns, wish->shared};
    sel_tell_setting(context, assessment, report);
    const char *heading =
        wish->level == SEL_LEVEL_RECIPIENT ? "correlation.recipients" : "correlation.programmes";
    sel_section *section = sel_report_section(
        report, "correlations",
        sel_say(arena, &context->words, heading, "count", sel_tell_count(arena, of.rows), NULL));
    if (wish->grid)
        tell_grids(context, &found, section);
    else
        tell_pairs(context, &found, section);
    sel_report_foot(report, sel_tell_word(context, "correlation.how"));
    if (wish->grid)
        sel_report_foot(report, sel_tell_word(context, "correlation.grid-how"));
    sel_tell_model(context, report);
}
