#include "analysis/principle/roles.h"

static void raise_role(int8_t *best, int8_t ladder)
{
    if (ladder > *best)
        *best = ladder;
}

/* A group that a register does not list takes no part; one that a recipient or donor does not
 * answer for in its questionnaire is not known. Where several parties of a group stand on the
 * ladder the best counts. */
sel_roles sel_roles_of(const sel_study_programme *record)
{
    sel_roles roles = {0};
    bool answered = record->stated_by != SEL_NONE || record->donor_answer;
    int8_t unlisted = answered ? SEL_UNKNOWN : SEL_LADDER_NONE;
    bool listed[SEL_NON_STATE_GROUPS] = {false};
    memset(roles.best, SEL_UNKNOWN, sizeof roles.best);
    for (uint32_t i = 0; i < record->party_count; i++) {
        const sel_study_party *party = &record->parties[i];
        roles.reported |= party->ladder != SEL_UNKNOWN;
        if (!sel_stakeholder_is_non_state((sel_stakeholder)party->stakeholder))
            continue;
        int group = party->stakeholder - SEL_STAKEHOLDER_PRIVATE_CI;
        listed[group] = true;
        raise_role(&roles.best[group], party->ladder);
    }
    for (int group = 0; group < SEL_NON_STATE_GROUPS; group++)
        if (roles.reported && !listed[group])
            roles.best[group] = unlisted;
    return roles;
}

/* Of two statements the lower role of each group that both know. */
static sel_roles lower_roles(sel_roles a, sel_roles b)
{
    if (!a.reported)
        return b;
    for (int group = 0; group < SEL_NON_STATE_GROUPS && b.reported; group++) {
        bool lower = a.best[group] == SEL_UNKNOWN ||
                     (b.best[group] != SEL_UNKNOWN && b.best[group] < a.best[group]);
        if (lower)
            a.best[group] = b.best[group];
    }
    return a;
}

sel_roles_told sel_roles_told_of(const sel_evidence *evidence, const sel_undertaking *undertaking)
{
    const sel_study_programme *record = sel_selection_record(evidence, undertaking);
    sel_roles_told told = {0};
    if (record != NULL)
        told.donor = sel_roles_of(record);
    for (uint32_t i = 0; i < undertaking->teller_count; i++)
        told.donor = lower_roles(
            told.donor, sel_roles_of(&evidence->study->programmes[undertaking->tellers[i]]));
    for (uint32_t i = 0; i < undertaking->statement_count; i++)
        told.recipient = lower_roles(
            told.recipient, sel_roles_of(&evidence->study->programmes[undertaking->statements[i]]));
    return told;
}

static sel_key key_of(const sel_roles *roles, int group, double (*worth)(int ladder))
{
    bool said = roles->reported && roles->best[group] != SEL_UNKNOWN;
    return (sel_key){said, said ? worth(roles->best[group]) : 0};
}

sel_verdict sel_role_verdict(const sel_roles_told *told, int group, double (*worth)(int ladder))
{
    return sel_keys_confirmed(key_of(&told->donor, group, worth),
                              key_of(&told->recipient, group, worth));
}
