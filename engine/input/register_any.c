#include "input/register_any.h"

#include "base/fold.h"
#include "input/register_decimal.h"
#include "input/register_row.h"

/* --- columns that stand in for others --- */

static void stand_in(const sel_register_row *r, uint32_t *columns, sel_register_field field,
                     sel_register_field other)
{
    if (sel_register_cell(r, field).len == 0 && sel_register_cell(r, other).len > 0)
        columns[field] = columns[other];
}

static void choose_columns(const sel_register_row *r, uint32_t *columns, bool who_does_what)
{
    static const sel_register_field what[] = {SEL_FIELD_ACTIVITY, SEL_FIELD_DESCRIPTION,
                                              SEL_FIELD_THEME, SEL_FIELD_SECTOR,
                                              SEL_FIELD_SECTOR_CODE};
    stand_in(r, columns, SEL_FIELD_RECIPIENT, SEL_FIELD_RECIPIENT_CODE);
    stand_in(r, columns, SEL_FIELD_DESCRIPTION, SEL_FIELD_ACTIVITY);
    if (!who_does_what)
        return;
    for (size_t i = 0; i < sizeof what / sizeof what[0]; i++)
        stand_in(r, columns, SEL_FIELD_TITLE, what[i]);
    stand_in(r, columns, SEL_FIELD_IMPLEMENTER, SEL_FIELD_ORGANISATION);
    stand_in(r, columns, SEL_FIELD_REPORTER, SEL_FIELD_ORGANISATION);
}

/* --- periods --- */

static bool read_both(sel_str first, sel_str last, sel_days *start, sel_days *end)
{
    return sel_date_read(sel_str_trim(first), start) == SEL_DATE_OK &&
           sel_date_read(sel_str_trim(last), end) == SEL_DATE_OK;
}

/* "2003-08-24~2003-09-06", "2018-2020", "3.5.2019 to 7.5.2019", or one date. */
static bool read_period(sel_str text, sel_days *start, sel_days *end)
{
    static const char *const between[] = {
        "~", " - ", " \xE2\x80\x93 ", "\xE2\x80\x93", "\xE2\x80\x94", " to ", "/", "-"};
    if (sel_date_read(text, start) == SEL_DATE_OK)
        return true;
    for (size_t i = 0; i < sizeof between / sizeof between[0]; i++) {
        sel_str sign = sel_str_of(between[i]);
        for (size_t at = 0; at < text.len; at++) {
            sel_str rest = sel_str_part(text, at, text.len);
            size_t found = sel_str_find(rest, sign);
            at += found;
            if (found < rest.len &&
                read_both(sel_str_part(text, 0, at), sel_str_part(text, at + sign.len, text.len),
                          start, end))
                return true;
        }
    }
    *start = (sel_days){0};
    *end = (sel_days){0};
    return false;
}

static void read_dates(sel_register_row *r, sel_draft_row *more)
{
    sel_str period = sel_register_cell(r, SEL_FIELD_PERIOD);
    sel_str year = sel_register_cell(r, SEL_FIELD_YEAR);
    sel_programme *record = &r->record;
    sel_days start = {0};
    sel_days end = {0};
    if (period.len > 0 && period.len < 200 && read_period(period, &start, &end) &&
        !(end.known && end.latest < start.earliest)) {
        if (!record->start.known && !record->end.known) {
            record->start = start;
            record->end = end;
            sel_register_trace(r, SEL_FIELD_PERIOD, "period");
        }
    } else if (period.len > 0) {
        sel_register_report(r, "W_DATE_UNREAD", SEL_FIELD_PERIOD, period, (sel_str){0});
    }
    if (year.len > 0 && sel_date_read(year, &more->years) != SEL_DATE_OK)
        sel_register_report(r, "W_DATE_UNREAD", SEL_FIELD_YEAR, year, (sel_str){0});
}

/* --- money --- */

/* Which kind of money a transaction is, by its IATI code or words; SEL_UNKNOWN: neither, as
 * interest and repayments are. */
static int measure_of(const sel_register_row *r)
{
    static const struct {
        const char *word;
        int measure;
    } words[] = {{"2", SEL_DRAFT_COMMITMENT},
                 {"c", SEL_DRAFT_COMMITMENT},
                 {"commitment", SEL_DRAFT_COMMITMENT},
                 {"outgoing commitment", SEL_DRAFT_COMMITMENT},
                 {"3", SEL_DRAFT_DISBURSEMENT},
                 {"d", SEL_DRAFT_DISBURSEMENT},
                 {"disbursement", SEL_DRAFT_DISBURSEMENT},
                 {"4", SEL_DRAFT_DISBURSEMENT},
                 {"e", SEL_DRAFT_DISBURSEMENT},
                 {"expenditure", SEL_DRAFT_DISBURSEMENT}};
    sel_str folded = sel_fold(r->arena, sel_register_cell(r, SEL_FIELD_TRANSACTION));
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (sel_str_is(folded, words[i].word))
            return words[i].measure;
    return SEL_UNKNOWN;
}

static void read_measure(sel_register_row *r, sel_register_field field, int measure,
                         sel_draft_row *more)
{
    sel_str text = sel_register_cell(r, field);
    sel_range *range = &more->amounts[measure];
    if (text.len == 0)
        return;
    range->known = sel_register_decimal(text, 0, &range->low, &range->high);
    if (range->known)
        sel_register_trace(r, field, "as-written");
    else
        sel_register_report(r, "W_AMOUNT_UNREAD", field, text, (sel_str){0});
}

static void read_measures(sel_register_row *r, sel_draft_row *more)
{
    if (r->record.money.known) {
        const sel_money *money = &r->record.money;
        more->amounts[SEL_DRAFT_COMMITMENT] = (sel_range){money->low, money->high, true};
        memcpy(more->currency, money->currency, sizeof more->currency);
        return;
    }
    read_measure(r, SEL_FIELD_COMMITMENT, SEL_DRAFT_COMMITMENT, more);
    read_measure(r, SEL_FIELD_DISBURSEMENT, SEL_DRAFT_DISBURSEMENT, more);
    sel_str currency = sel_register_cell(r, SEL_FIELD_CURRENCY);
    bool some = more->amounts[0].known || more->amounts[1].known;
    if (some && !sel_currency_read(currency, more->currency))
        sel_register_report(r, "W_CURRENCY_MISSING", SEL_FIELD_CURRENCY, currency, (sel_str){0});
}

/* --- sectors --- */

static sel_str vocabulary_of(sel_str code)
{
    bool digits = code.len == 3 || code.len == 5;
    for (size_t i = 0; i < code.len && digits; i++)
        digits = sel_ascii_is_digit(code.ptr[i]);
    return !digits ? SEL_STR("99") : code.len == 5 ? SEL_STR("1") : SEL_STR("2");
}

static uint32_t read_values(const sel_register_row *r, sel_register_field field, sel_str *values)
{
    sel_str rest = sel_register_cell(r, field);
    uint32_t count = 0;
    while (count < SEL_REGISTER_VALUES_MAX && sel_register_next_value(&rest, &values[count]))
        count += 1;
    return count;
}

/* Codes with their names where there are as many; else codes, else names. Equal parts of each
 * vocabulary. */
static void read_sectors(sel_register_row *r)
{
    sel_str *codes = sel_arena_array(r->arena, SEL_REGISTER_VALUES_MAX, sizeof *codes);
    sel_str *names = sel_arena_array(r->arena, SEL_REGISTER_VALUES_MAX, sizeof *names);
    uint32_t code_count = read_values(r, SEL_FIELD_SECTOR_CODE, codes);
    uint32_t name_count = read_values(r, SEL_FIELD_SECTOR, names);
    uint32_t count = code_count > 0 ? code_count : name_count;
    if (count == 0)
        return;
    sel_sector_share *list = sel_arena_array(r->arena, count, sizeof *list);
    for (uint32_t i = 0; i < count; i++) {
        list[i].code = code_count > 0 ? sel_str_copy(r->arena, codes[i]) : (sel_str){0};
        if (name_count == count)
            list[i].name = sel_str_copy(r->arena, names[i]);
        list[i].vocabulary = vocabulary_of(list[i].code);
        list[i].stated = count == 1;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t same = 0;
        for (uint32_t j = 0; j < count; j++)
            same += sel_str_equal(list[i].vocabulary, list[j].vocabulary);
        list[i].ppm = SEL_PPM / same;
    }
    r->record.sectors = list;
    r->record.sector_count = count;
    sel_register_trace(r, code_count > 0 ? SEL_FIELD_SECTOR_CODE : SEL_FIELD_SECTOR, "as-written");
}

bool sel_register_any_read(sel_register_row *r, uint32_t *columns, bool who_does_what,
                           sel_draft_row *more)
{
    *more = (sel_draft_row){0};
    choose_columns(r, columns, who_does_what);
    bool transactions = columns[SEL_FIELD_TRANSACTION] != SEL_NONE;
    if (transactions) {
        int measure = measure_of(r);
        uint32_t amount = columns[SEL_FIELD_AMOUNT];
        columns[SEL_FIELD_AMOUNT] = SEL_NONE;
        columns[SEL_FIELD_COMMITMENT] = measure == SEL_DRAFT_COMMITMENT ? amount : SEL_NONE;
        columns[SEL_FIELD_DISBURSEMENT] = measure == SEL_DRAFT_DISBURSEMENT ? amount : SEL_NONE;
    }
    if (!sel_register_row_read(r))
        return false;
    read_dates(r, more);
    read_measures(r, more);
    if (r->record.sector_count == 0)
        read_sectors(r);
    if (r->record.recipient_count == 0 && sel_register_cell(r, SEL_FIELD_RECIPIENT).len == 0)
        sel_register_report(r, "W_NO_PLACE", SEL_FIELD_RECIPIENT, (sel_str){0}, (sel_str){0});
    return true;
}
