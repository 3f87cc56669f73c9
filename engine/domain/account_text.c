#include "domain/account_text.h"

#include "base/text.h"

typedef struct account_field {
    const char *name;
    enum { TEXT, LETTERS, CHOICE, TRUTH, APPLIES, SHOWN, GROUPS } form; /* APPLIES: or not */
    size_t offset;
    const char *(*code)(unsigned); /* CHOICE */
    int (*find)(sel_str);          /* CHOICE */
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
    {"strategy_followed", TEXT, offsetof(sel_account, document), NULL, NULL},
    {"drafted_by", CHOICE, offsetof(sel_account, drafted), drafted_code, sel_drafted_find},
    {"implementer_country", LETTERS, offsetof(sel_account, country), NULL, NULL},
    {"division_agreed", TRUTH, offsetof(sel_account, division), NULL, NULL},
    {"assessment_used", CHOICE, offsetof(sel_account, assessed), assessed_code, sel_assessed_find},
    {"interruption", CHOICE, offsetof(sel_account, interruption), interruption_code,
     sel_interruption_find},
    {"call_criteria", APPLIES, offsetof(sel_account, call[0]), NULL, NULL},
    {"call_languages", APPLIES, offsetof(sel_account, call[1]), NULL, NULL},
    {"call_travel", APPLIES, offsetof(sel_account, call[2]), NULL, NULL},
    {"tools_usable", APPLIES, offsetof(sel_account, tools), NULL, NULL},
    {"tools_evidence", SHOWN, offsetof(sel_account, tools_evidence), NULL, NULL},
    {"local_groups", GROUPS, offsetof(sel_account, local), NULL, NULL},
    {"design_groups", GROUPS, offsetof(sel_account, design), NULL, NULL},
    {"evaluation_groups", GROUPS, offsetof(sel_account, evaluation), NULL, NULL},
    {"procurement", CHOICE, offsetof(sel_account, procurement), procurement_code,
     sel_procurement_find},
    {"seller_advised", TRUTH, offsetof(sel_account, seller_advised), NULL, NULL},
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
    case APPLIES:
        return truth_text(*(const int8_t *)member);
    case SHOWN:
        return shown_text(*(const int8_t *)member);
    case GROUPS:
        return groups_text(member, arena);
    }
    return (sel_str){0};
}

/* --- the other way --- */

static bool take_truth(sel_str text, bool may_not_apply, int8_t *value)
{
    if (may_not_apply && sel_str_is(text, "not_applicable"))
        *value = SEL_DOES_NOT_APPLY;
    else if (sel_str_equal_ascii(text, SEL_STR("yes")) || sel_str_is(text, "1"))
        *value = 1;
    else if (sel_str_equal_ascii(text, SEL_STR("no")) || sel_str_is(text, "0"))
        *value = 0;
    else
        return false;
    return true;
}

static bool take_groups(sel_str text, sel_group_set *set)
{
    sel_group_set read = {.said = 1};
    sel_str name;
    if (sel_str_is(text, "not_applicable")) {
        *set = (sel_group_set){.said = SEL_DOES_NOT_APPLY};
        return true;
    }
    for (bool none = sel_str_is(text, "none"); !none && sel_str_next(&text, ';', &name);) {
        sel_stakeholder group = sel_stakeholder_find(sel_str_trim(name));
        if (!sel_stakeholder_is_non_state(group))
            return false;
        read.groups = (uint8_t)(read.groups | 1U << (group - SEL_STAKEHOLDER_PRIVATE_CI));
    }
    *set = read;
    return true;
}

static bool take_number(int number, void *member, size_t width)
{
    const int8_t small = (int8_t)number;
    if (number < 0)
        return false;
    memcpy(member, width == sizeof small ? (const void *)&small : &number, width);
    return true;
}

bool sel_account_take(sel_account *account, uint32_t field, sel_str text)
{
    void *member = (char *)account + fields[field].offset;
    switch (fields[field].form) {
    case TEXT:
        *(sel_str *)member = text;
        return true;
    case LETTERS:
        if (text.len != 3)
            return false;
        memcpy(member, text.ptr, 3);
        return true;
    case CHOICE:
        return take_number(fields[field].find(text), member, sizeof(unsigned));
    case TRUTH:
    case APPLIES:
        return take_truth(text, fields[field].form == APPLIES, member);
    case SHOWN:
        return take_number(sel_shown_find(text), member, sizeof(int8_t));
    case GROUPS:
        return take_groups(text, member);
    }
    return false;
}
