/* d2: how deeply those who take part do so: mean of the best role, 0 to 5, over
 * 5, over the non-State groups present; mean over programmes. A programme with
 * no such group present is left out, since d1 = 0 already says it; when that
 * holds for all, the indicator does not apply.
 *
 * Two keys for each group: both: the less favourable; recipient alone: its
 * answer; donor alone: its answer, possibly as low as 0, and then the group is
 * not present. Bounds: a group whose role is not said may stand on any rung, from
 * informed on, or be absent. A programme with no group that is surely present may
 * be left out, and its bounds count or not, whichever is worse or better.
 *
 * Not available: no programme; roles not reported; known for less than half. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"
#include "analysis/principle/roles.h"
#include "analysis/principle/weighted_range.h"

#include <math.h>

static double rung(int ladder)
{
    return (double)ladder / SEL_LADDER_CO_GOVERN;
}

/* Something that is surely there, or perhaps. */
static sel_weighted_range range_of(const sel_verdict *of, bool surely)
{
    return (sel_weighted_range){.weight_low = surely ? 1 : 0,
                                .weight_high = 1,
                                .low = of->low,
                                .value = of->known ? of->value : of->low,
                                .high = of->high};
}

/* Bounds of the mean of all that is there, which hold value; they come settled, value need not. */
static void bound(sel_weighted_range *list, uint32_t count, double value, double *low, double *high)
{
    sel_indicator_value bounds = sel_weighted_mean(list, count);
    *low = fmin(bounds.low, value);
    *high = fmax(bounds.high, value);
}

/* Groups of one programme that take part, or may. */
typedef struct presence {
    sel_weighted_range groups[SEL_NON_STATE_GROUPS];
    uint32_t count;
    int present;
    int surely; /* of those present */
    unsigned keys;
    double value; /* sums over those present */
    double gap;
} presence;

static presence presence_of(const sel_roles_told *told)
{
    presence found = {0};
    for (int group = 0; group < SEL_NON_STATE_GROUPS; group++) {
        sel_verdict one = sel_role_verdict(told, group, rung);
        bool surely = one.known && one.low > 0;
        if (one.known && one.value <= 0)
            continue;
        if (!one.known)
            one.low = rung(SEL_LADDER_INFORMED);
        found.groups[found.count++] = range_of(&one, surely);
        if (!one.known)
            continue;
        found.present += 1;
        found.surely += surely;
        found.keys |= (unsigned)one.keys;
        found.value += one.value;
        found.gap += one.gap;
    }
    return found;
}

static sel_verdict depth_of(presence *found)
{
    if (found->present == 0)
        return sel_verdict_unknown();
    sel_verdict verdict = sel_verdict_of(found->value / found->present);
    verdict.keys = (sel_keys)found->keys;
    verdict.wants_two = true;
    verdict.gap = found->gap / found->present;
    bound(found->groups, found->count, verdict.value, &verdict.low, &verdict.high);
    return verdict;
}

static sel_indicator_value depth_of_roles(const sel_evidence *evidence,
                                          const sel_selection *selection)
{
    sel_tally tally = {.arena = evidence->arena};
    uint32_t room = selection->undertaking_count;
    sel_weighted_range *depths = sel_arena_array(evidence->arena, room, sizeof *depths);
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        sel_roles_told told = sel_roles_told_of(evidence, undertaking);
        presence found = presence_of(&told);
        if (found.count == 0)
            continue;
        sel_verdict verdict = depth_of(&found);
        depths[tally.all] = range_of(&verdict, found.surely > 0);
        sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    sel_indicator_value value = sel_applicable_value(
        &tally, selection, "reason.no-stakeholder-present", "reason.roles-not-reported");
    if (value.availability == SEL_AVAILABLE)
        bound(depths, (uint32_t)tally.all, value.value, &value.low, &value.high);
    return sel_value_of_shares(value);
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
