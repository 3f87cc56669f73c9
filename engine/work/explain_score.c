#include "work/explain_score.h"

#include "analysis/principle/influence.h"
#include "base/text.h"
#include "work/explain_contributor.h"
#include "work/tell.h"
#include "work/tell_beside.h"
#include "work/tell_constants.h"

/** Records that moved a number most, each way, and records that are listed as missing. */
enum { MOVERS = 5, MISSING = 10 };

static sel_str number_text(const sel_explaining *e, double value)
{
    return sel_explain_range(e->arena, value, value);
}

/* --- what moved it --- */

static int by_rise(const void *a, const void *b)
{
    const sel_influence *left = a;
    const sel_influence *right = b;
    if (left->without != right->without)
        return left->without < right->without ? -1 : 1;
    return (left->contributor > right->contributor) - (left->contributor < right->contributor);
}

static void explain_mover(sel_explaining *e, const sel_selection *selection,
                          const sel_indicator_value *value, const sel_influence *of)
{
    uint32_t at = e->explanation->count;
    sel_explain_contributor(e, 2, value, of->contributor);
    if (e->explanation->count > at)
        e->explanation->steps[at].note =
            sel_say(e->arena, &e->context->words, "explain.without", "value",
                    sel_tell_text(e->arena, number_text(e, of->without)), NULL);
    if (value->from == SEL_FROM_NEEDS)
        sel_explain_answers(e, 3, of->contributor);
    if (value->from == SEL_FROM_PROGRAMMES)
        sel_explain_tellers(e, 3, selection, of->contributor);
}

/* Without a record that raised the number it is lower. */
static void explain_movers(sel_explaining *e, const sel_selection *selection,
                           const sel_indicator_value *value, const sel_influences *all)
{
    sel_influence *order = sel_arena_array(e->arena, all->count, sizeof *order);
    uint32_t count = 0;
    for (uint32_t i = 0; i < all->count; i++)
        if (all->list[i].without_known && all->list[i].without != value->value)
            order[count++] = all->list[i];
    if (count > 1)
        qsort(order, count, sizeof *order, by_rise);
    for (uint32_t i = 0; i < count && i < MOVERS && order[i].without < value->value; i++) {
        if (i == 0)
            sel_explain_step(e, 1, "explain.up", (sel_str){0}, NULL);
        explain_mover(e, selection, value, &order[i]);
    }
    for (uint32_t i = 0; i < count && i < MOVERS; i++) {
        const sel_influence *last = &order[count - 1 - i];
        if (last->without < value->value)
            break;
        if (i == 0)
            sel_explain_step(e, 1, "explain.down", (sel_str){0}, NULL);
        explain_mover(e, selection, value, last);
    }
}

/* --- the formula --- */

/* Formulas are written with the usual ones. */
static bool has_other_constants(const sel_explaining *e, const sel_indicator *indicator)
{
    const sel_model *model = &e->context->model;
    for (int i = 0; i < SEL_POLICIES; i++)
        if (sel_policy_is_of((sel_policy)i, indicator->id) &&
            sel_model_constant(model, (sel_policy)i) != sel_policy_of((sel_policy)i)->usual)
            return true;
    return false;
}

static void explain_formula(sel_explaining *e, const sel_indicator *indicator,
                            const sel_indicator_value *value, const sel_influences *all)
{
    sel_explain_step(e, 1, "explain.asks", sel_tell_word(e->context, indicator->question), NULL);
    sel_explain_step(e, 1, "explain.formula", sel_str_of(indicator->formula),
                     has_other_constants(e, indicator) ? "explain.formula-usual" : NULL);
    if (value->availability != SEL_AVAILABLE)
        return;
    sel_str result = number_text(e, value->value);
    if (value->proportion)
        sel_explain_step(e, 2, "explain.formula-numbers",
                         sel_str_printf(e->arena, "%llu / %llu = %.*s",
                                        (unsigned long long)value->met,
                                        (unsigned long long)value->known, SEL_STR_ARG(result)),
                         "explain.formula-counts-how");
    else if (all->is_mean)
        sel_explain_step(
            e, 2, "explain.formula-numbers",
            sel_str_printf(e->arena, "%.*s / %.*s = %.*s", SEL_STR_ARG(number_text(e, all->sum)),
                           SEL_STR_ARG(number_text(e, all->weight)), SEL_STR_ARG(result)),
            "explain.formula-numbers-how");
}

/* --- what is not known --- */

static bool contributes(const sel_indicator_value *value, uint32_t number)
{
    for (uint32_t i = 0; i < value->contributor_count; i++)
        if (value->contributors[i] == number)
            return true;
    return false;
}

/* Counts one more; the first are told. */
static bool is_told(uint32_t *count)
{
    *count += 1;
    return *count <= MISSING;
}

/* Programmes of which nothing is known here. */
static uint32_t missing_programmes(sel_explaining *e, const sel_selection *selection,
                                   const sel_indicator_value *value)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        uint32_t record = sel_undertaking_record(&selection->undertakings[i]);
        if (!contributes(value, record) && is_told(&count))
            sel_explain_record(e, 2, record);
    }
    return count;
}

/* Needs of which nothing is known: somebody was asked, or support is given there. */
static uint32_t missing_needs(sel_explaining *e, const sel_selection *selection)
{
    uint32_t count = 0;
    const sel_needs *needs = &e->assessment->needs;
    for (uint32_t i = 0; i < needs->count; i++) {
        const sel_need *need = &needs->list[i];
        if (sel_selection_covers(selection, need->recipient) && !sel_need_is_known(need) &&
            is_told(&count))
            sel_explain_text(e, 2, sel_explain_place(e, need->recipient, need->capability),
                             sel_context_capability(e->context, need->capability),
                             sel_tell_word(e->context, "why.need-unknown"));
    }
    return count;
}

static void explain_missing(sel_explaining *e, const sel_selection *selection,
                            const sel_indicator *indicator, const sel_indicator_value *value)
{
    uint64_t missing = value->all > value->known ? value->all - value->known : 0;
    sel_str bounds = sel_say(e->arena, &e->context->words, "explain.missing-how", "low",
                             sel_tell_text(e->arena, number_text(e, value->low)), "high",
                             sel_tell_text(e->arena, number_text(e, value->high)), NULL);
    sel_explain_text(e, 1, sel_tell_word(e->context, "explain.missing"),
                     sel_str_printf(e->arena, "%llu / %llu", (unsigned long long)missing,
                                    (unsigned long long)value->all),
                     value->low < value->high ? bounds : (sel_str){0});
    if (value->one_key_items > 0)
        sel_explain_step(
            e, 1, "explain.one-side",
            sel_str_printf(e->arena, "%u / %u", value->one_key_items, value->two_key_items),
            "explain.one-side-how");
    bool settled = value->availability == SEL_AVAILABLE && value->low == value->high;
    sel_explain_step(e, 1, "explain.settles",
                     sel_tell_word(e->context, settled ? "explain.settled" : indicator->data),
                     NULL);
    if (settled)
        return;
    uint32_t count = 0;
    if (value->from == SEL_FROM_NEEDS)
        count = missing_needs(e, selection);
    else if (value->from == SEL_FROM_PROGRAMMES && missing > 0)
        count = missing_programmes(e, selection, value);
    if (count > MISSING)
        sel_explain_text(e, 2,
                         sel_say(e->arena, &e->context->words, "explain.others", "count",
                                 sel_tell_count(e->arena, count - MISSING), NULL),
                         (sel_str){0}, (sel_str){0});
}

/* --- an indicator --- */

static void explain_value(sel_explaining *e, const sel_indicator *indicator,
                          const sel_indicator_value *value, const char *completeness)
{
    bool available = value->availability == SEL_AVAILABLE;
    const char *reason = value->reason != NULL ? value->reason : "why.not-available";
    sel_explain_text(e, 0, sel_tell_word(e->context, indicator->name),
                     available ? number_text(e, value->value) : sel_tell_word(e->context, reason),
                     value->note == NULL ? (sel_str){0} : sel_tell_word(e->context, value->note));
    if (completeness != NULL)
        sel_explain_step(e, 1, "explain.completeness", sel_tell_word(e->context, completeness),
                         NULL);
}

static void explain_footing(sel_explaining *e, const sel_indicator_value *value)
{
    sel_explain_step(e, 1, "explain.bounds", sel_explain_range(e->arena, value->low, value->high),
                     NULL);
    const char *met = value->proportion ? sel_tell_count(e->arena, value->met) : "–";
    sel_explain_step(e, 1, "explain.counts",
                     sel_str_printf(e->arena, "%s / %llu / %llu", met,
                                    (unsigned long long)value->known,
                                    (unsigned long long)value->all),
                     "explain.counts-how");
    if (value->availability == SEL_AVAILABLE && value->proportion &&
        value->known >= SEL_INTERVAL_FROM)
        sel_explain_step(e, 1, "explain.wilson",
                         sel_explain_range(e->arena, value->interval_low, value->interval_high),
                         "explain.wilson-how");
}

/* "0.12 (-0.31 to 0.5)" */
static sel_str figure_text(const sel_explaining *e, const sel_beside_figure *figure)
{
    sel_str value = number_text(e, figure->value);
    if (!figure->has_interval)
        return value;
    return sel_str_printf(e->arena, "%.*s (%.*s)", SEL_STR_ARG(value),
                          SEL_STR_ARG(sel_explain_range(e->arena, figure->low, figure->high)));
}

static void explain_beside(sel_explaining *e, const sel_indicator *indicator, sel_subject subject,
                           const sel_indicator_value *value)
{
    sel_beside beside = sel_beside_of(&e->assessment->evidence, indicator, subject, value);
    for (uint32_t i = 0; i < beside.count; i++) {
        const sel_beside_figure *figure = &beside.list[i];
        if (i == 0)
            sel_explain_step(e, 1, "beside.heading", (sel_str){0}, NULL);
        sel_explain_text(e, 2, sel_tell_beside_name(e->context, figure, e->arena),
                         figure->reason == NULL ? figure_text(e, figure)
                                                : sel_tell_word(e->context, figure->reason),
                         sel_tell_beside_how(e->context, figure, e->arena));
    }
}

static void explain_method(sel_explaining *e, const sel_indicator *indicator)
{
    const sel_model *model = &e->context->model;
    sel_str constants = sel_tell_constants(e->context, indicator, e->arena);
    if (constants.len > 0)
        sel_explain_text(e, 1, sel_tell_word(e->context, "explain.constants"), constants,
                         (sel_str){0});
    sel_explain_text(e, 1, sel_tell_word(e->context, "explain.method"),
                     sel_str_of(indicator->source),
                     sel_say(e->arena, &e->context->words, "score.model", "model",
                             sel_tell_text(e->arena, model->id), "version",
                             sel_tell_text(e->arena, model->version), NULL));
}

static void explain_rest(sel_explaining *e, const sel_selection *selection,
                         const sel_indicator_value *value, const sel_influences *all)
{
    if (value->contributor_count == 0)
        return;
    bool tried =
        all->list != NULL || value->contributor_count == 1 || value->from == SEL_FROM_SUBMISSIONS;
    sel_explain_step(e, 1, "explain.rests-on",
                     sel_str_of(sel_tell_count(e->arena, value->contributor_count)),
                     tried ? NULL : "explain.not-tried");
    for (uint32_t i = 0; i < value->contributor_count; i++) {
        sel_explain_contributor(e, 2, value, value->contributors[i]);
        if (value->from == SEL_FROM_PROGRAMMES)
            sel_explain_tellers(e, 3, selection, value->contributors[i]);
    }
}

sel_status sel_explain_score(sel_explaining *e, const sel_indicator *indicator, sel_subject subject)
{
    if ((indicator->levels & subject.level) == 0)
        return sel_fail(e->err, SEL_NOT_FOUND, "indicator %s has no meaning at this level",
                        indicator->id);
    sel_score_wish wish = sel_score_wish_all(subject);
    wish.indicator = sel_indicator_number(sel_str_of(indicator->id));
    sel_score score = sel_score_wished(e->context, e->assessment, &wish);
    const sel_indicator_value value = score.values[wish.indicator];
    const sel_selection selection = sel_select(&e->assessment->evidence, subject);
    sel_influences all = sel_influences_of(&e->assessment->evidence, indicator, subject, &value);
    e->explanation->title =
        sel_str_printf(e->arena, "%s: %.*s", indicator->id,
                       SEL_STR_ARG(sel_subject_address(e->assessment, subject, e->arena)));
    explain_value(e, indicator, &value, sel_score_completeness(indicator, &score, wish.indicator));
    explain_formula(e, indicator, &value, &all);
    explain_footing(e, &value);
    explain_beside(e, indicator, subject, &value);
    if (all.list != NULL)
        explain_movers(e, &selection, &value, &all);
    explain_missing(e, &selection, indicator, &value);
    explain_method(e, indicator);
    explain_rest(e, &selection, &value, &all);
    return SEL_OK;
}

/* --- a principle --- */

/* "(0.5 + 1 + 0.25) / 3 = 0.583333333" */
static sel_str mean_text(const sel_explaining *e, const sel_score *score, char letter)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    const sel_principle_score *of = &score->principles[letter - 'a'];
    sel_text text = {.arena = e->arena};
    for (uint32_t i = 0; i < count; i++)
        if (indicators[i]->principle == letter &&
            sel_indicator_counts(&e->context->model, indicators[i], score->subject.level) &&
            score->values[i].availability == SEL_AVAILABLE)
            sel_text_printf(&text, "%s%.*s", text.len == 0 ? "(" : " + ",
                            SEL_STR_ARG(number_text(e, score->values[i].value)));
    sel_text_printf(&text, ") / %u = %.*s", of->from, SEL_STR_ARG(number_text(e, of->value)));
    return sel_text_str(&text);
}

static void explain_indicators(sel_explaining *e, const sel_score *score, char letter)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++) {
        const sel_indicator_value *value = &score->values[i];
        if (indicators[i]->principle != letter || value->availability == SEL_NOT_DEFINED)
            continue;
        bool scored = sel_indicator_counts(&e->context->model, indicators[i], score->subject.level);
        sel_str label = sel_str_printf(e->arena, "%s  %.*s", indicators[i]->id,
                                       SEL_STR_ARG(sel_tell_word(e->context, indicators[i]->name)));
        const char *reason = value->reason != NULL ? value->reason : "why.not-available";
        sel_explain_text(e, 2, label,
                         value->availability == SEL_AVAILABLE ? number_text(e, value->value)
                                                              : sel_tell_word(e->context, reason),
                         scored ? (sel_str){0} : sel_tell_word(e->context, "role.context"));
    }
}

sel_status sel_explain_principle(sel_explaining *e, char letter, sel_subject subject)
{
    sel_score_wish wish = sel_score_wish_all(subject);
    wish.principle = (uint32_t)(letter - 'a');
    sel_score score = sel_score_wished(e->context, e->assessment, &wish);
    const sel_principle_score *of = &score.principles[wish.principle];
    e->explanation->title =
        sel_str_printf(e->arena, "%c: %.*s", letter,
                       SEL_STR_ARG(sel_subject_address(e->assessment, subject, e->arena)));
    sel_explain_step(e, 0, sel_str_printf(e->arena, "principle.%c", letter).ptr,
                     of->available ? number_text(e, of->value)
                                   : sel_tell_word(e->context, "why.not-available"),
                     "score.how");
    if (of->from > 0 && of->available)
        sel_explain_step(e, 1, "explain.formula-numbers", mean_text(e, &score, letter),
                         "explain.mean-how");
    sel_explain_step(e, 1, "explain.bounds", sel_explain_range(e->arena, of->worst, of->best),
                     NULL);
    const char *footing = sel_score_footing_word(e->context, &score, wish.principle);
    if (of->from > 0)
        sel_explain_step(e, 1, "column.reliability", number_text(e, of->reliability), footing);
    else
        sel_explain_step(e, 1, "column.reliability", sel_tell_word(e->context, footing), NULL);
    sel_explain_step(e, 1, "score.indicators",
                     sel_str_printf(e->arena, "%u / %u", of->from, of->of), NULL);
    explain_indicators(e, &score, letter);
    return SEL_OK;
}
