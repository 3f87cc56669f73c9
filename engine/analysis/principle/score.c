/* The principles of one subject from the values of its indicators. */
#include "analysis/principle/reliability.h"
#include "analysis/principle/valuation.h"

#include "base/number.h"

/* One principle while its indicators are added. */
typedef struct sums {
    double value;
    double low;
    double high;
    double present; /* share of what was asked that is known, per indicator */
    uint32_t two_key_items;
    double contradiction;
    bool rests_on_needs;
} sums;

static bool is_named(const sel_model *model, const sel_indicator *indicator)
{
    for (uint32_t i = 0; i < model->criterion_count; i++) {
        const sel_criterion *criterion = &model->criteria[i];
        if (criterion->letter.len != 1 || criterion->letter.ptr[0] != indicator->principle)
            continue;
        for (uint32_t j = 0; j < criterion->indicator_count; j++)
            if (sel_str_is(criterion->indicators[j], indicator->id))
                return true;
    }
    return false;
}

bool sel_indicator_counts(const sel_model *model, const sel_indicator *indicator, sel_level level)
{
    return indicator->role == SEL_SCORED && (indicator->context & level) == 0 &&
           is_named(model, indicator);
}

/* Missing at 0 and 1, whatever its own bounds: the mean of the others may not leave the range. */
static void add_value(const sel_indicator_value *value, sel_principle_score *score, sums *total)
{
    score->of += 1;
    if (value->availability == SEL_NOT_AVAILABLE) {
        total->high += 1;
        return;
    }
    score->from += 1;
    total->value += value->value;
    total->low += value->low;
    total->high += value->high;
    total->present += value->all == 0 ? 1 : (double)value->known / (double)value->all;
    total->two_key_items += value->two_key_items;
    total->contradiction += value->disagreement + .5 * value->one_key_items;
    total->rests_on_needs |= value->from == SEL_FROM_NEEDS;
}

/* Needs weigh as much as all records together: the one says what is asked, the other what is done.
 */
static sel_footing footing_of(const sel_evidence *evidence, const sel_selection *selection,
                              sel_footing records, const sums *total)
{
    if (!total->rests_on_needs)
        return records;
    sel_footing answers = sel_footing_of_answers(evidence, selection);
    return (sel_footing){(records.age + answers.age) / 2,
                         (records.evidence + answers.evidence) / 2};
}

static void settle_mean(const sums *total, sel_principle_score *score)
{
    score->best = 1;
    if (score->of == 0)
        return;
    score->worst = sel_number_settle(total->low / score->of);
    score->best = sel_number_settle(total->high / score->of);
    if (score->from == 0)
        return;
    score->available = score->from * 2 >= score->of;
    score->value = sel_number_settle(total->value / score->from);
}

static void settle_reliability(sel_footing footing, const sums *total, sel_principle_score *score)
{
    if (score->from == 0)
        return;
    double x = total->two_key_items == 0 ? 0 : total->contradiction / total->two_key_items;
    score->reliability = sel_reliability(footing, 1 - total->present / score->of, x);
}

static void count_indicator(const sel_model *model, const sel_indicator *indicator, sel_level level,
                            const sel_indicator_value *value, sel_principle_score *score,
                            sums *total)
{
    if (indicator->role != SEL_SCORED || (indicator->context & level) != 0 ||
        value->availability == SEL_NOT_DEFINED || value->availability == SEL_NOT_APPLICABLE)
        return;
    if (is_named(model, indicator))
        add_value(value, score, total);
}

sel_principle_score sel_score_mean(const sel_model *model, sel_level level, char principle,
                                   const sel_indicator_value *values)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    sel_principle_score score = {.principle = principle};
    sums total = {0};
    for (uint32_t i = 0; i < count; i++)
        if (indicators[i]->principle == principle)
            count_indicator(model, indicators[i], level, &values[i], &score, &total);
    settle_mean(&total, &score);
    return score;
}

sel_score sel_score_compute(const sel_evidence *evidence, const sel_model *model,
                            sel_subject subject)
{
    return sel_score_compute_wanted(evidence, model, subject, NULL);
}

sel_score sel_score_compute_wanted(const sel_evidence *evidence, const sel_model *model,
                                   sel_subject subject, const bool *wanted)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    sel_selection selection = sel_select(evidence, subject);
    sel_indicator_value *values = sel_arena_array(evidence->arena, count, sizeof *values);
    sel_score score = {.subject = subject, .values = values};
    sums totals[SEL_PRINCIPLES] = {0};
    for (uint32_t i = 0; i < count; i++) {
        int principle = indicators[i]->principle - 'a';
        values[i] = sel_value_undefined();
        if (wanted != NULL && !wanted[i])
            continue;
        values[i] = sel_evaluate(evidence, &selection, indicators[i]);
        count_indicator(model, indicators[i], subject.level, &values[i],
                        &score.principles[principle], &totals[principle]);
    }
    sel_footing records = sel_footing_of_records(evidence, &selection);
    for (int i = 0; i < SEL_PRINCIPLES; i++) {
        score.principles[i].principle = (char)('a' + i);
        settle_mean(&totals[i], &score.principles[i]);
        settle_reliability(footing_of(evidence, &selection, records, &totals[i]), &totals[i],
                           &score.principles[i]);
    }
    return score;
}

void sel_scores_compute(const sel_evidence *evidence, const sel_model *model,
                        const sel_subject *subjects, uint32_t count, sel_take_score *take, void *to)
{
#pragma omp parallel
    {
        sel_evidence own = *evidence;
        own.arena = sel_arena_create();
#pragma omp for schedule(dynamic)
        for (uint32_t i = 0; i < count; i++) {
            sel_score score = sel_score_compute(&own, model, subjects[i]);
            take(to, i, &score);
            sel_arena_reset(own.arena);
        }
        sel_arena_destroy(own.arena);
    }
}
