/* d1: non-State groups that are at least consulted, of 5 (private sector with
 * critical infrastructure, other business, think tanks and academia, civil
 * society, technical community); mean over programmes. Government does not
 * count: government alone is 0. Roles not reported are not 0. A programme is
 * known when the roles of at least half of the groups are; else it may be
 * anything from 0 to 1, so that the value of those known is among what is
 * possible. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"
#include "analysis/principle/roles.h"

static double is_consulted(int ladder)
{
    return ladder >= SEL_LADDER_CONSULTED;
}

static sel_verdict breadth_of(const sel_roles_told *told)
{
    sel_verdict breadth = {.wants_two = true};
    unsigned keys = 0;
    int known = 0;
    for (int group = 0; group < SEL_NON_STATE_GROUPS; group++) {
        sel_verdict one = sel_role_verdict(told, group, is_consulted);
        keys |= (unsigned)one.keys;
        known += one.known;
        breadth.value += one.value;
        breadth.gap += one.gap / SEL_NON_STATE_GROUPS;
        breadth.low += one.low / SEL_NON_STATE_GROUPS;
        breadth.high += one.high / SEL_NON_STATE_GROUPS;
    }
    breadth.keys = (sel_keys)keys;
    breadth.known = known * 2 >= SEL_NON_STATE_GROUPS;
    breadth.value = breadth.known ? breadth.value / known : 0;
    breadth.low = breadth.known ? breadth.low : 0;
    breadth.high = breadth.known ? breadth.high : 1;
    return breadth;
}

static sel_indicator_value breadth(const sel_evidence *evidence, const sel_selection *selection)
{
    sel_tally tally = {.arena = evidence->arena};
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        sel_roles_told told = sel_roles_told_of(evidence, undertaking);
        sel_verdict verdict = breadth_of(&told);
        sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    sel_indicator_value value =
        sel_tally_value(&tally, sel_selection_empty(selection), "reason.roles-not-reported");
    return sel_value_of_shares(value);
}

const sel_indicator sel_indicator_d1 = {
    .id = "d1",
    .name = "indicator.d1",
    .question = "question.d1",
    .formula = "mean over programmes of groups consulted or more / 5",
    .data = "data.d1",
    .source = "Indonesia to the OEWG, multi-stakeholder; GC3B",
    .principle = 'd',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = breadth,
};
