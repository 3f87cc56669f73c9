#include "input/register_money.h"

#include "base/number.h"
#include "input/register_amount.h"

/* One amount from two cells: the low end of one and the high end of the other. */
static sel_amount_outcome read_bounds(sel_str low_text, sel_str high_text, sel_amount *amount)
{
    sel_amount high = {0};
    sel_amount_outcome outcome = sel_amount_read(low_text, amount);
    if (outcome == SEL_AMOUNT_OK)
        outcome = sel_amount_read(high_text, &high);
    bool fits = amount->low <= high.high &&
                (amount->currency[0] == '\0' || high.currency[0] == '\0' ||
                 memcmp(amount->currency, high.currency, sizeof high.currency) == 0);
    if (outcome != SEL_AMOUNT_OK || !fits)
        return outcome == SEL_AMOUNT_OK ? SEL_AMOUNT_BAD : outcome;
    amount->high = high.high;
    if (high.currency[0] != '\0')
        memcpy(amount->currency, high.currency, sizeof high.currency);
    return SEL_AMOUNT_OK;
}

/* The currency of the column or, when that is empty, of the cell; false: reported. */
static bool settle_currency(const sel_register_row *r, const sel_amount *amount, char currency[4])
{
    sel_str column = sel_register_cell(r, SEL_FIELD_CURRENCY);
    bool in_cell = amount->currency[0] != '\0';
    if (column.len == 0 && in_cell) {
        memcpy(currency, amount->currency, sizeof amount->currency);
        return true;
    }
    if (!sel_currency_read(column, currency)) {
        sel_register_report(r, "W_CURRENCY_MISSING", SEL_FIELD_CURRENCY, column, (sel_str){0});
        return false;
    }
    if (!in_cell || memcmp(currency, amount->currency, sizeof amount->currency) == 0)
        return true;
    sel_register_report(r, "W_CURRENCY_DIFFERS", SEL_FIELD_CURRENCY, column,
                        sel_str_of(amount->currency));
    memset(currency, 0, sizeof amount->currency);
    return false;
}

static void take_amount(sel_register_row *r, sel_register_field field, sel_amount_outcome outcome,
                        const sel_amount *amount)
{
    sel_money *money = &r->record.money;
    if (outcome != SEL_AMOUNT_OK) {
        sel_register_report(
            r, outcome == SEL_AMOUNT_AMBIGUOUS ? "W_AMOUNT_AMBIGUOUS" : "W_AMOUNT_UNREAD", field,
            sel_register_cell(r, field), (sel_str){0});
    } else if (settle_currency(r, amount, money->currency)) {
        money->low = amount->low;
        money->high = amount->high;
        money->known = true;
        sel_register_trace(r, field, money->low == money->high ? "as-written" : "range");
    }
}

void sel_register_money(sel_register_row *r)
{
    sel_str text = sel_register_cell(r, SEL_FIELD_AMOUNT);
    sel_str low = sel_register_cell(r, SEL_FIELD_AMOUNT_LOW);
    sel_str high = sel_register_cell(r, SEL_FIELD_AMOUNT_HIGH);
    sel_register_field field = text.len > 0  ? SEL_FIELD_AMOUNT
                               : low.len > 0 ? SEL_FIELD_AMOUNT_LOW
                                             : SEL_FIELD_AMOUNT_HIGH;
    sel_str written = sel_register_kept(r, SEL_FIELD_AMOUNT_WRITTEN);
    r->record.money.raw = written.len > 0 ? written : sel_register_kept(r, field);
    if (sel_register_cell(r, field).len == 0)
        return;
    sel_amount amount = {0};
    sel_amount_outcome outcome =
        text.len > 0 ? sel_amount_read(text, &amount) : read_bounds(low, high, &amount);
    take_amount(r, field, outcome, &amount);
}

static bool read_days(sel_str text, sel_range *days)
{
    size_t dash = sel_str_find(text, SEL_STR("-"));
    bool read = sel_number_integer(sel_str_trim(sel_str_part(text, 0, dash)), &days->low);
    days->high = days->low;
    if (read && dash < text.len)
        read =
            sel_number_integer(sel_str_trim(sel_str_part(text, dash + 1, text.len)), &days->high);
    return read && days->low >= 0 && days->low <= days->high;
}

void sel_register_person_days(sel_register_row *r)
{
    sel_range days = {.known = true};
    sel_str text = sel_register_cell(r, SEL_FIELD_PERSON_DAYS);
    if (text.len == 0)
        return;
    if (!read_days(text, &days)) {
        sel_register_report(r, "W_DAYS_UNREAD", SEL_FIELD_PERSON_DAYS, text, (sel_str){0});
        return;
    }
    r->record.person_days = days;
    sel_register_trace(r, SEL_FIELD_PERSON_DAYS, days.low == days.high ? "as-written" : "range");
}
