#include "input/register_account.h"

#include "domain/account_text.h"

/* Alpha-3 code of a country by code or name; empty: there is none. */
static sel_str country_code(const sel_register_row *r, sel_str text)
{
    const sel_geography *geography = &r->reference->geography;
    uint32_t found = sel_geography_find(geography, text);
    bool country = found != SEL_NONE && !geography->recipients[found].body;
    return country ? geography->recipients[found].code : (sel_str){0};
}

static void read_field(sel_register_row *r, sel_register_field field, sel_account *account)
{
    uint32_t number = (uint32_t)field - SEL_REGISTER_ACCOUNT_FIELDS;
    sel_str written = sel_register_cell(r, field);
    if (written.len == 0)
        return;
    sel_str text = field == SEL_FIELD_IMPLEMENTER_COUNTRY ? country_code(r, written)
                                                          : sel_register_kept(r, field);
    if (sel_account_take(account, number, text))
        sel_register_trace(r, field, "as-written");
    else
        sel_register_report(r, "W_ACCOUNT_UNREAD", field, written, (sel_str){0});
}

void sel_register_account(sel_register_row *r)
{
    sel_account account = sel_account_blank();
    for (uint32_t i = 0; i < SEL_ACCOUNT_FIELDS; i++)
        read_field(r, (sel_register_field)(SEL_REGISTER_ACCOUNT_FIELDS + i), &account);
    sel_account_settle_call(&account);
    if (sel_account_is_blank(&account))
        return;
    sel_account *kept = sel_arena_array(r->arena, 1, sizeof *kept);
    *kept = account;
    r->record.account = kept;
}
