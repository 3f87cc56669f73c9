/* d4: of the non-State groups that take part in a programme, the share that is
 * of the recipient country; mean over programmes, each weighing the same as in
 * d1 and d2: how many groups a programme has that reports none is not known, so
 * that a share of all groups together would have no bounds.
 *
 * Data, from one record or statement: which groups were local; the part that at
 * least half of the groups take (roles.h). A group takes part when it is
 * informed or more, or when it is named among the local ones and its part is
 * not said; one that takes no part and is named all the same is not counted. A
 * group of which nothing is said may take part without being local: that is the
 * low bound. Two keys: both: the less favourable; recipient alone: its answer;
 * donor alone: its answer, possibly as low as 0. A programme in which no group
 * takes part, as a side says, leaves the denominator.
 *
 * Not available: no programme; nothing answered; known for less than half. Not
 * applicable: no group takes part in any programme. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"
#include "analysis/principle/roles.h"

/* Groups of one record. */
typedef struct locals {
    bool said;
    int present;
    int local; /* of those present */
    int open;  /* groups that may take part, and are not local */
} locals;

static locals locals_of(const sel_study_programme *record)
{
    sel_roles roles = sel_roles_of(record);
    sel_group_set named =
        record->account == NULL ? (sel_group_set){.said = SEL_UNKNOWN} : record->account->local;
    unsigned groups = named.said == 1 ? named.groups : 0;
    locals found = {0};
    for (int group = 0; group < SEL_NON_STATE_GROUPS; group++) {
        bool local = ((groups >> group) & 1) != 0;
        bool unsaid = !roles.reported || roles.best[group] == SEL_UNKNOWN;
        bool present = unsaid ? local : roles.best[group] >= SEL_LADDER_INFORMED;
        found.open += unsaid && !local;
        found.present += present;
        found.local += present && local;
    }
    bool enough = (SEL_NON_STATE_GROUPS - found.open) * 2 >= SEL_NON_STATE_GROUPS;
    found.said = roles.reported && named.said == 1 && enough && found.present > 0;
    return found;
}

static sel_key local_share(const sel_study_programme *record)
{
    locals found = locals_of(record);
    return (sel_key){found.said, found.said ? (double)found.local / found.present : 0};
}

static sel_key local_share_at_worst(const sel_study_programme *record)
{
    locals found = locals_of(record);
    int groups = found.present + found.open;
    return (sel_key){found.said, found.said ? (double)found.local / groups : 0};
}

static sel_key nobody_takes_part(const sel_study_programme *record)
{
    locals found = locals_of(record);
    return (sel_key){sel_roles_of(record).reported && found.present == 0 && found.open == 0, 0};
}

static sel_indicator_value local_stakeholders(const sel_evidence *evidence,
                                              const sel_selection *selection)
{
    sel_tally tally = {.arena = evidence->arena};
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        sel_verdict verdict = sel_ask_sides(evidence, undertaking, local_share, sel_keys_confirmed);
        if (!verdict.known && sel_a_side_answers(evidence, undertaking, nobody_takes_part))
            continue;
        verdict.low =
            sel_ask_sides(evidence, undertaking, local_share_at_worst, sel_keys_confirmed).low;
        sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    sel_indicator_value value = sel_applicable_value(
        &tally, selection, "reason.no-stakeholder-present", "reason.local-groups-not-reported");
    return sel_value_of_shares(value);
}

const sel_indicator sel_indicator_d4 = {
    .id = "d4",
    .name = "indicator.d4",
    .question = "question.d4",
    .formula = "mean over programmes of groups of the recipient country / groups that take part",
    .data = "data.d4",
    .source = "GC3B on local expertise",
    .principle = 'd',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = local_stakeholders,
};
