/* The scores of one subject after two rounds, side by side. */
#include "work/results.h"

#include "base/number.h"
#include "base/text.h"
#include "work/tell.h"

/* Both sides being told. */
typedef struct sides {
    const sel_context *context;
    const sel_assessment *assessment[2];
    const sel_score_wish *wish[2];
    const sel_score *score[2]; /* NULL: the subject is not in that round */
} sides;

static void missing_cell(const sel_context *context, sel_table *table, const char *why)
{
    sel_cell_missing(table, why,
                     sel_tell_word(context, sel_str_printf(table->arena, "why.%s", why).ptr));
}

/* --- one cell each --- */

/* Writes the value of an indicator and says whether there is one to compare. */
static bool indicator_cell(const sides *of, sel_table *table, int side, uint32_t number)
{
    const sel_score *score = of->score[side];
    if (score == NULL) {
        missing_cell(of->context, table, "not-in-round");
        return false;
    }
    const sel_indicator_value *value = &score->values[number];
    const char *withheld =
        sel_score_wish_withholds(of->assessment[side], of->wish[side], score, number);
    if (withheld != NULL) {
        missing_cell(of->context, table, withheld + strlen("why."));
        return false;
    }
    if (value->availability != SEL_AVAILABLE) {
        const char *why = value->reason != NULL ? value->reason : "why.not-available";
        sel_cell_missing(table, why, sel_tell_word(of->context, why));
        return false;
    }
    sel_cell_real(table, value->value);
    if (value->interval_low < value->interval_high)
        sel_cell_between(table, value->interval_low, value->interval_high);
    return true;
}

static bool principle_cell(const sides *of, sel_table *table, int side, uint32_t principle)
{
    const sel_score *score = of->score[side];
    const char *why = NULL;
    if (score == NULL)
        why = "not-in-round";
    else if (sel_score_wish_withholds_principle(of->context, of->assessment[side], of->wish[side],
                                                score, principle))
        why = "withheld-part";
    else if (!score->principles[principle].available)
        why = "not-available";
    if (why != NULL) {
        missing_cell(of->context, table, why);
        return false;
    }
    const sel_principle_score *value = &score->principles[principle];
    sel_cell_real(table, value->value);
    sel_cell_between(table, value->worst, value->best);
    return true;
}

/* A mean of other indicators is another mean. */
static bool same_indicators(const sel_model *model, const sel_score *a, const sel_score *b,
                            uint32_t principle)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++)
        if (indicators[i]->principle == (char)('a' + principle) &&
            sel_indicator_counts(model, indicators[i], a->subject.level) &&
            (a->values[i].availability == SEL_AVAILABLE) !=
                (b->values[i].availability == SEL_AVAILABLE))
            return false;
    return true;
}

/* --- rows and tables --- */

static void principle_row(const sides *of, sel_table *table, uint32_t principle)
{
    sel_arena *arena = table->arena;
    char letter = (char)('a' + principle);
    sel_table_row(table);
    sel_cell_text(table, sel_str_printf(arena, "%c", letter));
    sel_cell_text(table,
                  sel_tell_word(of->context, sel_str_printf(arena, "principle.%c", letter).ptr));
    const sel_score *a = of->score[0];
    const sel_score *b = of->score[1];
    bool here = principle_cell(of, table, 0, principle);
    bool there = principle_cell(of, table, 1, principle);
    if (!here || !there || a == NULL || b == NULL)
        missing_cell(of->context, table, "not-comparable");
    else if (!same_indicators(&of->context->model, a, b, principle))
        missing_cell(of->context, table, "other-indicators");
    else
        sel_cell_real(table, sel_number_settle(a->principles[principle].value -
                                               b->principles[principle].value));
}

static void indicator_row(const sides *of, sel_table *table, uint32_t number)
{
    uint32_t count;
    const sel_indicator *indicator = sel_indicators(&count)[number];
    sel_table_row(table);
    sel_cell_text(table, sel_str_of(indicator->id));
    sel_cell_text(table, sel_tell_word(of->context, indicator->name));
    const sel_score *a = of->score[0];
    const sel_score *b = of->score[1];
    bool here = indicator_cell(of, table, 0, number);
    bool there = indicator_cell(of, table, 1, number);
    if (!here || !there || a == NULL || b == NULL)
        missing_cell(of->context, table, "not-comparable");
    else
        sel_cell_real(table, sel_number_settle(a->values[number].value - b->values[number].value));
}

static sel_str round_label(const sel_context *context, const char *round, sel_arena *arena)
{
    return round == NULL ? sel_tell_word(context, "score.newest")
                         : sel_say(arena, &context->words, "score.round", "round", round, NULL);
}

static sel_table *table_of(const sel_context *context, const sel_rounds_compared *of,
                           sel_section *section, const char *id, const char *what)
{
    sel_str word = sel_str_printf(section->report->arena, "score.%s", id);
    sel_table *table = sel_section_table(section, id, sel_tell_word(context, word.ptr));
    const char *const rounds[] = {of->round, of->other_round};
    const char *const ids[] = {"value", "compared"};
    sel_tell_column(context, table, "id", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, what, SEL_COLUMN_TEXT);
    for (int i = 0; i < 2; i++)
        sel_table_column(table, (sel_column){.id = ids[i],
                                             .label = round_label(context, rounds[i], table->arena),
                                             .type = SEL_COLUMN_REAL,
                                             .decimals = 2,
                                             .bounds = true});
    sel_tell_column(context, table, "difference", SEL_COLUMN_REAL);
    return table;
}

static void tell_tables(const sel_context *context, const sel_rounds_compared *of,
                        const sides *both, sel_section *section)
{
    if (of->wish->indicator == SEL_NONE) {
        sel_table *principles = table_of(context, of, section, "principles", "principle");
        for (uint32_t i = 0; i < SEL_PRINCIPLES; i++)
            if (of->wish->principle == SEL_NONE || of->wish->principle == i)
                principle_row(both, principles, i);
    }
    sel_table *indicators = table_of(context, of, section, "indicators", "indicator");
    uint32_t count;
    sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++)
        if (sel_score_wish_tells(of->wish, both->score[0], i))
            indicator_row(both, indicators, i);
}

void sel_tell_comparison(const sel_context *context, const sel_rounds_compared *of,
                         sel_report *report)
{
    const bool found = of->other_wish != NULL;
    sel_score here = sel_score_wished(context, of->assessment, of->wish);
    sel_score there = found ? sel_score_wished(context, of->other, of->other_wish) : here;
    const sides both = {.context = context,
                        .assessment = {of->assessment, of->other},
                        .wish = {of->wish, of->other_wish},
                        .score = {&here, found ? &there : NULL}};
    sel_subject subject = of->wish->subject;
    sel_str name = sel_subject_name(context, of->assessment, subject, report->arena);
    sel_tell_setting(context, of->assessment, report);
    sel_section *section = sel_report_section(
        report, "score",
        sel_str_printf(report->arena, "%.*s: %.*s",
                       SEL_STR_ARG(sel_tell_word(context, sel_level_word(subject.level))),
                       SEL_STR_ARG(name)));
    tell_tables(context, of, &both, section);
    sel_report_foot(report, sel_tell_word(context, "score.compare-how"));
    sel_tell_model(context, report);
}
