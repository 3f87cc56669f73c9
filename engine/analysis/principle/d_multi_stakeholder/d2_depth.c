/* d2: how deeply those who take part do so: mean of the best role, 0 to 5, over
 * 5, over the non-State groups present; mean over programmes. A programme with
 * no such group present is left out, since d1 = 0 already says it; when that
 * holds for all, the indicator does not apply. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"
#include "analysis/principle/roles.h"

static double rung(int ladder)
{
    return (double)ladder / SEL_LADDER_CO_GOVERN;
}

/* Groups of one programme, by what is known of them. */
typedef struct presence {
    int present;
    int unsaid;
    unsigned keys;
    double value; /* sums over those present */
    double low;
    double high;
    double gap;
} presence;

static presence presence_of(const sel_roles_told *told)
{
    presence found = {0};
    for (int group = 0; group < SEL_NON_STATE_GROUPS; group++) {
        sel_verdict one = sel_role_verdict(told, group, rung);
        found.unsaid += !one.known;
        if (!one.known || one.value <= 0)
            continue;
        found.present += 1;
        found.keys |= (unsigned)one.keys;
        found.value += one.value;
        found.low += one.low;
        found.high += one.high;
        found.gap += one.gap;
    }
    return found;
}

/* A group whose role is not said may stand on any rung, from informed on. */
static sel_verdict depth_of(const presence *found)
{
    if (found->present == 0)
        return sel_verdict_unknown();
    double present = found->present;
    double all = found->present + found->unsaid;
    double low = found->low / present;
    double low_with_unsaid = (found->low + found->unsaid * rung(SEL_LADDER_INFORMED)) / all;
    return (sel_verdict){
        .known = true,
        .value = found->value / present,
        .low = low < low_with_unsaid ? low : low_with_unsaid,
        .high = (found->high + found->unsaid) / all,
        .keys = (sel_keys)found->keys,
        .wants_two = true,
        .gap = found->gap / present,
    };
}

static sel_indicator_value depth_of_roles(const sel_evidence *evidence,
                                          const sel_selection *selection)
{
    sel_tally tally = {.arena = evidence->arena};
    bool nobody_present = false;
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        sel_roles_told told = sel_roles_told_of(evidence, undertaking);
        presence found = presence_of(&told);
        if (found.present == 0 && found.unsaid == 0) {
            nobody_present = true;
            continue;
        }
        sel_verdict verdict = depth_of(&found);
        sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    if (tally.all == 0 && nobody_present)
        return sel_value_inapplicable("reason.no-stakeholder-present");
    sel_indicator_value value =
        sel_tally_value(&tally, sel_selection_empty(selection), "reason.roles-not-reported");
    value.proportion = false;
    return value;
}

const sel_indicator sel_indicator_d2 = {
    .id = "d2",
    .name = "indicator.d2",
    .question = "question.d2",
    .formula = "mean over groups that take part of best role / 5",
    .data = "data.d2",
    .source = "OEWG report 2021 para. 56, all parties active in design and execution",
    .principle = 'd',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = depth_of_roles,
};
