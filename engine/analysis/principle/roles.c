#include "analysis/principle/roles.h"

static void raise_role(int8_t *best, int8_t ladder)
{
    if (ladder > *best)
        *best = ladder;
}

/* Roles of the groups that a record lists, whose bits are set in listed. Where several parties of a
 * group stand on the ladder the best counts. */
static sel_roles listed_roles(const sel_study_programme *record, unsigned *listed)
{
    sel_roles roles = {0};
    memset(roles.best, SEL_UNKNOWN, sizeof roles.best);
    for (uint32_t i = 0; i < record->party_count; i++) {
        const sel_study_party *party = &record->parties[i];
        roles.reported |= party->ladder != SEL_UNKNOWN;
        if (!sel_stakeholder_is_non_state((sel_stakeholder)party->stakeholder))
            continue;
        int group = party->stakeholder - SEL_STAKEHOLDER_PRIVATE_CI;
        *listed |= 1U << group;
        raise_role(&roles.best[group], party->ladder);
    }
    return roles;
}

/* A group that a register does not list takes no part; one that a recipient or donor does not
 * answer for in its questionnaire is not known. */
static bool says_all(const sel_study_programme *record, const sel_roles *roles)
{
    return roles->reported && record->stated_by == SEL_NONE && !record->donor_answer;
}

static void fill_unlisted(sel_roles *roles, unsigned listed)
{
    for (int group = 0; group < SEL_NON_STATE_GROUPS; group++)
        if ((listed >> group & 1) == 0)
            roles->best[group] = SEL_LADDER_NONE;
}

sel_roles sel_roles_of(const sel_study_programme *record)
{
    unsigned listed = 0;
    sel_roles roles = listed_roles(record, &listed);
    if (says_all(record, &roles))
        fill_unlisted(&roles, listed);
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

/* What any of the donors' records lists outweighs what another one leaves out. */
static sel_roles donors_roles(const sel_evidence *evidence, const sel_undertaking *undertaking)
{
    sel_roles lowest = {0};
    unsigned listed = 0;
    bool all_said = false;
    for (uint32_t i = 0; i <= undertaking->teller_count; i++) {
        const sel_study_programme *record =
            i == 0 ? undertaking->programme
                   : &evidence->study->programmes[undertaking->tellers[i - 1]];
        sel_roles roles = listed_roles(record, &listed);
        all_said |= says_all(record, &roles);
        lowest = lower_roles(lowest, roles);
    }
    if (all_said)
        fill_unlisted(&lowest, listed);
    return lowest;
}

sel_roles_told sel_roles_told_of(const sel_evidence *evidence, const sel_undertaking *undertaking)
{
    sel_roles_told told = {0};
    if (undertaking->record != SEL_NONE)
        told.donor = donors_roles(evidence, undertaking);
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
