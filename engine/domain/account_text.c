#include "domain/account_text.h"

#include "base/text.h"

typedef struct account_field {
    const char *name;
    enum { TEXT, LETTERS, CHOICE, TRUTH, SHOWN, GROUPS } form;
    size_t offset;
    const char *(*code)(unsigned); /* CHOICE */
} account_field;

static const char *drafted_code(unsigned number)
{
    return sel_drafted_code((sel_drafted)number);
}

static const char *interruption_code(unsigned number)
{
    return sel_interruption_code((sel_interruption)number);
}

static const char *assessed_code(unsigned number)
{
    return sel_assessed_code((sel_assessed)number);
}

static const char *procurement_code(unsigned number)
{
    return sel_procurement_code((sel_procurement)number);
}

static const account_field fields[SEL_ACCOUNT_FIELDS] = {
    {"document", TEXT, offsetof(sel_account, document), NULL},
    {"drafted_by", CHOICE, offsetof(sel_account, drafted), drafted_code},
    {"implementer_country", LETTERS, offsetof(sel_account, country), NULL},
    {"division", TRUTH, offsetof(sel_account, division), NULL},
    {"assessment", CHOICE, offsetof(sel_account, assessed), assessed_code},
    {"change", CHOICE, offsetof(sel_account, interruption), interruption_code},
    {"call_criteria", TRUTH, offsetof(sel_account, call[0]), NULL},
    {"call_languages", TRUTH, offsetof(sel_account, call[1]), NULL},
    {"call_travel", TRUTH, offsetof(sel_account, call[2]), NULL},
    {"tools", TRUTH, offsetof(sel_account, tools), NULL},
    {"tools_evidence", SHOWN, offsetof(sel_account, tools_evidence), NULL},
    {"local_groups", GROUPS, offsetof(sel_account, local), NULL},
    {"design_groups", GROUPS, offsetof(sel_account, design), NULL},
    {"evaluation_groups", GROUPS, offsetof(sel_account, evaluation), NULL},
    {"procurement", CHOICE, offsetof(sel_account, procurement), procurement_code},
    {"seller_advised", TRUTH, offsetof(sel_account, seller_advised), NULL},
};

const char *sel_account_field(uint32_t field)
{
    return fields[field].name;
}

static sel_str truth_text(int8_t value)
{
    return value == SEL_DOES_NOT_APPLY ? SEL_STR("not_applicable")
           : value == SEL_UNKNOWN      ? (sel_str){0}
           : value != 0                ? SEL_STR("yes")
                                       : SEL_STR("no");
}

static sel_str shown_text(int8_t value)
{
    return value < 0 ? (sel_str){0} : sel_str_of(sel_shown_code((sel_shown)value));
}

static sel_str groups_text(const sel_group_set *set, sel_arena *arena)
{
    if (set->said != 1)
        return truth_text(set->said);
    if (set->groups == 0)
        return SEL_STR("none");
    sel_text text = {.arena = arena};
    for (int i = 0; i < SEL_NON_STATE_GROUPS; i++)
        if ((set->groups >> i & 1) != 0)
            sel_text_printf(
                &text, "%s%s", text.len == 0 ? "" : "; ",
                sel_stakeholder_code((sel_stakeholder)((int)SEL_STAKEHOLDER_PRIVATE_CI + i)));
    return sel_text_str(&text);
}

sel_str sel_account_text(const sel_account *account, uint32_t field, sel_arena *arena)
{
    if (account == NULL)
        return (sel_str){0};
    const void *member = (const char *)account + fields[field].offset;
    switch (fields[field].form) {
    case TEXT:
        return *(const sel_str *)member;
    case LETTERS:
        return sel_str_of(member);
    case CHOICE:
        return sel_str_of(fields[field].code(*(const unsigned *)member));
    case TRUTH:
        return truth_text(*(const int8_t *)member);
    case SHOWN:
        return shown_text(*(const int8_t *)member);
    case GROUPS:
        return groups_text(member, arena);
    }
    return (sel_str){0};
}
