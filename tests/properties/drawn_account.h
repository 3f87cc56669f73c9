/** drawn_account.h - accounts of programmes by chance, what is missing in them filled in, and what
 *  they say turned to the better. */
#ifndef SEL_TESTS_DRAWN_ACCOUNT_H
#define SEL_TESTS_DRAWN_ACCOUNT_H

#include "domain/account.h"

#include "seeded.h"

#include <stdio.h>

/* SEL_DOES_NOT_APPLY, SEL_UNKNOWN, 0 or 1. */
static inline int8_t account_answer(uint64_t *state)
{
    return (int8_t)((int)seeded_below(state, 4) - 2);
}

static inline sel_group_set account_groups(uint64_t *state)
{
    static const int8_t said[] = {SEL_DOES_NOT_APPLY, SEL_UNKNOWN, 1, 1, 1};
    sel_group_set set = {.said = said[seeded_below(state, 5)]};
    if (set.said == 1)
        set.groups = (uint8_t)seeded_below(state, 1 << 5);
    return set;
}

static inline void account_draft(uint64_t *state, sel_account *account)
{
    account->drafted = (sel_drafted)seeded_below(state, SEL_DRAFTED_NONE + 1);
    bool named = account->drafted != SEL_DRAFTED_UNKNOWN && account->drafted != SEL_DRAFTED_NONE;
    account->document = named ? SEL_STR("a plan") : (sel_str){0};
}

static inline void account_country(uint64_t *state, sel_account *account)
{
    static const char *const codes[] = {"ATL", "BOR", "CAL", "DOR", "ELB", "FAR", "ZZZ", ""};
    snprintf(account->country, sizeof account->country, "%s", codes[seeded_below(state, 8)]);
}

static inline void account_buy(uint64_t *state, sel_account *account)
{
    account->procurement = (sel_procurement)seeded_below(state, SEL_PROCUREMENT_NONE + 1);
    account->seller_advised = (int8_t)((int)seeded_below(state, 3) - 1);
}

/* No call, or three answers. */
static inline void account_call(uint64_t *state, sel_account *account)
{
    bool none = seeded_below(state, 4) == 0;
    for (int i = 0; i < SEL_CALL_ITEMS; i++)
        account->call[i] = (int8_t)(none ? SEL_DOES_NOT_APPLY : (int)seeded_below(state, 3) - 1);
}

static inline sel_account account_drawn(uint64_t *state)
{
    sel_account account = sel_account_blank();
    account_draft(state, &account);
    account_country(state, &account);
    account_buy(state, &account);
    account.interruption = (sel_interruption)seeded_below(state, SEL_INTERRUPTION_OTHER + 1);
    account.division = (int8_t)((int)seeded_below(state, 3) - 1);
    account_call(state, &account);
    account.tools = account_answer(state);
    account.tools_evidence = (int8_t)((int)seeded_below(state, 5) - 1);
    account.local = account_groups(state);
    account.design = account_groups(state);
    account.evaluation = account_groups(state);
    account.assessed = (sel_assessed)seeded_below(state, SEL_ASSESSED_REUSED + 1);
    return account;
}

/* Answer by chance what is left open, division of labour apart. */
static inline void account_complete(uint64_t *state, sel_account *account)
{
    const sel_account drawn = account_drawn(state);
    if (account->drafted == SEL_DRAFTED_UNKNOWN && account->document.len == 0) {
        account->drafted = drawn.drafted;
        account->document = drawn.document;
    }
    if (account->country[0] == '\0')
        memcpy(account->country, drawn.country, sizeof account->country);
    if (account->procurement == SEL_PROCUREMENT_UNKNOWN && account->seller_advised == SEL_UNKNOWN) {
        account->procurement = drawn.procurement;
        account->seller_advised = drawn.seller_advised;
    }
    if (account->interruption == SEL_INTERRUPTION_UNKNOWN)
        account->interruption = drawn.interruption;
    bool silent = true;
    for (int i = 0; i < SEL_CALL_ITEMS; i++)
        silent &= account->call[i] == SEL_UNKNOWN;
    for (int i = 0; i < SEL_CALL_ITEMS; i++)
        if (account->call[i] == SEL_UNKNOWN && (silent || drawn.call[i] != SEL_DOES_NOT_APPLY))
            account->call[i] = drawn.call[i];
    if (account->tools == SEL_UNKNOWN)
        account->tools = drawn.tools;
    if (account->tools_evidence == SEL_UNKNOWN)
        account->tools_evidence = drawn.tools_evidence;
    if (account->local.said == SEL_UNKNOWN)
        account->local = drawn.local;
    if (account->design.said == SEL_UNKNOWN)
        account->design = drawn.design;
    if (account->evaluation.said == SEL_UNKNOWN)
        account->evaluation = drawn.evaluation;
    if (account->assessed == SEL_ASSESSED_UNKNOWN)
        account->assessed = drawn.assessed;
}

/* The same answers, each as the principles would have it; what is not said stays so. home: the
 * country of the only recipient, or NULL. */
static inline sel_account account_improved(const sel_account *account, const char *home)
{
    sel_account better = *account;
    if (better.drafted != SEL_DRAFTED_UNKNOWN) {
        better.drafted = SEL_DRAFTED_RECIPIENT;
        better.document = SEL_STR("a plan");
    }
    if (better.country[0] != '\0' && home != NULL)
        snprintf(better.country, sizeof better.country, "%s", home);
    if (better.procurement == SEL_PROCUREMENT_LIMITED ||
        better.procurement == SEL_PROCUREMENT_DIRECT)
        better.procurement = SEL_PROCUREMENT_OPEN;
    if (better.interruption == SEL_INTERRUPTION_OTHER)
        better.interruption = SEL_INTERRUPTION_AGREED;
    better.division = better.division == 0 ? 1 : better.division;
    for (int i = 0; i < SEL_CALL_ITEMS; i++)
        better.call[i] = better.call[i] == 0 ? 1 : better.call[i];
    if (better.assessed == SEL_ASSESSED_OWN)
        better.assessed = SEL_ASSESSED_JOINT;
    better.tools = better.tools == 0 ? 1 : better.tools;
    if (better.local.said == 1)
        better.local.groups = (1 << 5) - 1;
    if (better.evaluation.said == 1)
        better.evaluation.groups = (1 << 5) - 1;
    return better;
}

#endif
