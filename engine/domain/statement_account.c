#include "domain/statement_account.h"

/* Recipients say "us" where donors say "recipient". Where there is no document neither it nor its
 * author applies. */
static sel_drafted drafted_of(const sel_stated_row *of)
{
    if (sel_stated_does_not_apply(of, "drafted_by") || sel_stated_does_not_apply(of, "document"))
        return SEL_DRAFTED_NONE;
    sel_str text = sel_stated_text(of, "drafted_by");
    int found = sel_str_is(text, "us") ? SEL_DRAFTED_RECIPIENT : sel_drafted_find(text);
    return found < 0 ? SEL_DRAFTED_UNKNOWN : (sel_drafted)found;
}

static sel_interruption interruption_of(const sel_stated_row *of)
{
    int found = sel_interruption_find(sel_stated_text(of, "change"));
    return found < 0 ? SEL_INTERRUPTION_UNKNOWN : (sel_interruption)found;
}

static sel_assessed assessed_of(const sel_stated_row *of)
{
    int found = sel_assessed_find(sel_stated_text(of, "assessment"));
    return found < 0 ? SEL_ASSESSED_UNKNOWN : (sel_assessed)found;
}

static sel_procurement procurement_of(const sel_stated_row *of)
{
    int found = sel_procurement_find(sel_stated_text(of, "procurement"));
    return found < 0 ? SEL_PROCUREMENT_UNKNOWN : (sel_procurement)found;
}

/* A state or territory; a regional organisation is no country. */
static void read_country(const sel_stated_row *of, const sel_geography *geography,
                         sel_account *account)
{
    uint32_t found = sel_geography_find(geography, sel_stated_text(of, "implementer_country"));
    if (found == SEL_NONE || geography->recipients[found].body ||
        geography->recipients[found].code.len != 3)
        return;
    memcpy(account->country, geography->recipients[found].code.ptr, 3);
}

/* 1, 0, SEL_UNKNOWN or SEL_DOES_NOT_APPLY. */
static int8_t truth_of(const sel_stated_row *of, const char *field)
{
    return sel_stated_does_not_apply(of, field) ? (int8_t)SEL_DOES_NOT_APPLY
                                                : sel_stated_truth(of, field);
}

static void read_call(const sel_stated_row *of, sel_account *account)
{
    static const char *const items[SEL_CALL_ITEMS] = {"call_criteria", "call_languages",
                                                      "call_travel"};
    for (int i = 0; i < SEL_CALL_ITEMS; i++)
        account->call[i] = truth_of(of, items[i]);
    sel_account_settle_call(account);
}

static int group_find(sel_str code)
{
    sel_stakeholder group = sel_stakeholder_find(code);
    return sel_stakeholder_is_non_state(group) ? (int)(group - SEL_STAKEHOLDER_PRIVATE_CI)
                                               : SEL_UNKNOWN;
}

static int none_find(sel_str code)
{
    return sel_str_is(code, "none") ? 0 : SEL_UNKNOWN;
}

static sel_group_set groups_of(const sel_stated_row *of, const char *field)
{
    uint8_t groups = (uint8_t)sel_stated_mask(of, field, group_find);
    bool none = sel_stated_mask(of, field, none_find) != 0;
    if (sel_stated_does_not_apply(of, field))
        return (sel_group_set){.said = SEL_DOES_NOT_APPLY};
    if ((groups != 0) == none)
        return (sel_group_set){.said = SEL_UNKNOWN};
    return (sel_group_set){.groups = groups, .said = 1};
}

const sel_account *sel_statement_account(const sel_stated_row *of, const sel_reference *reference,
                                         sel_arena *arena)
{
    sel_account account = sel_account_blank();
    account.document = sel_str_copy(arena, sel_str_trim(sel_stated_text(of, "document")));
    account.drafted = drafted_of(of);
    account.interruption = interruption_of(of);
    account.assessed = assessed_of(of);
    account.procurement = procurement_of(of);
    account.division = sel_stated_truth(of, "division");
    account.tools = truth_of(of, "tools");
    account.tools_evidence = (int8_t)sel_shown_find(sel_stated_text(of, "tools_evidence"));
    account.seller_advised = sel_stated_truth(of, "seller_advised");
    account.local = groups_of(of, "local_groups");
    account.design = groups_of(of, "design_groups");
    account.evaluation = groups_of(of, "evaluation_groups");
    read_country(of, &reference->geography, &account);
    read_call(of, &account);
    if (sel_account_is_blank(&account))
        return NULL;
    sel_account *kept = sel_arena_array(arena, 1, sizeof *kept);
    *kept = account;
    return kept;
}
