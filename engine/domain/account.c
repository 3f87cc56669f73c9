#include "domain/account.h"

#define X(id, code) [id] = (code),
static const char *const drafted_codes[] = {SEL_DRAFTED_LIST(X)};
static const char *const interruption_codes[] = {SEL_INTERRUPTION_LIST(X)};
static const char *const assessed_codes[] = {SEL_ASSESSED_LIST(X)};
static const char *const procurement_codes[] = {SEL_PROCUREMENT_LIST(X)};
static const char *const shown_codes[] = {SEL_SHOWN_LIST(X)};
#undef X

/* An empty code is that of what is not known. */
static int find(const char *const *codes, size_t count, sel_str code)
{
    for (size_t i = 0; i < count; i++)
        if (code.len > 0 && sel_str_is(code, codes[i]))
            return (int)i;
    return SEL_UNKNOWN;
}

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

int sel_drafted_find(sel_str code)
{
    return find(drafted_codes, COUNT(drafted_codes), code);
}

const char *sel_drafted_code(sel_drafted drafted)
{
    return drafted_codes[drafted];
}

int sel_interruption_find(sel_str code)
{
    return find(interruption_codes, COUNT(interruption_codes), code);
}

const char *sel_interruption_code(sel_interruption interruption)
{
    return interruption_codes[interruption];
}

int sel_assessed_find(sel_str code)
{
    return find(assessed_codes, COUNT(assessed_codes), code);
}

const char *sel_assessed_code(sel_assessed assessed)
{
    return assessed_codes[assessed];
}

int sel_procurement_find(sel_str code)
{
    return find(procurement_codes, COUNT(procurement_codes), code);
}

const char *sel_procurement_code(sel_procurement procurement)
{
    return procurement_codes[procurement];
}

int sel_shown_find(sel_str code)
{
    return find(shown_codes, COUNT(shown_codes), code);
}

const char *sel_shown_code(sel_shown shown)
{
    return shown_codes[shown];
}

sel_account sel_account_blank(void)
{
    const sel_group_set unsaid = {.said = SEL_UNKNOWN};
    return (sel_account){
        .division = SEL_UNKNOWN,
        .call = {SEL_UNKNOWN, SEL_UNKNOWN, SEL_UNKNOWN},
        .tools = SEL_UNKNOWN,
        .tools_evidence = SEL_UNKNOWN,
        .seller_advised = SEL_UNKNOWN,
        .local = unsaid,
        .design = unsaid,
        .evaluation = unsaid,
    };
}

bool sel_account_is_blank(const sel_account *account)
{
    bool called = false;
    for (int i = 0; i < SEL_CALL_ITEMS; i++)
        called |= account->call[i] != SEL_UNKNOWN;
    return account->document.len == 0 && account->country[0] == '\0' &&
           account->drafted == SEL_DRAFTED_UNKNOWN &&
           account->interruption == SEL_INTERRUPTION_UNKNOWN &&
           account->assessed == SEL_ASSESSED_UNKNOWN &&
           account->procurement == SEL_PROCUREMENT_UNKNOWN && account->division == SEL_UNKNOWN &&
           !called && account->tools == SEL_UNKNOWN && account->tools_evidence == SEL_UNKNOWN &&
           account->seller_advised == SEL_UNKNOWN && account->local.said == SEL_UNKNOWN &&
           account->design.said == SEL_UNKNOWN && account->evaluation.said == SEL_UNKNOWN;
}

void sel_account_settle_call(sel_account *account)
{
    bool called = false;
    bool none = account->call[0] == SEL_DOES_NOT_APPLY;
    for (int i = 0; i < SEL_CALL_ITEMS; i++)
        called |= account->call[i] >= 0;
    for (int i = 0; i < SEL_CALL_ITEMS; i++)
        if (account->call[i] < 0)
            account->call[i] = (int8_t)(none && !called ? SEL_DOES_NOT_APPLY : SEL_UNKNOWN);
}
