#include "work/export_cells.h"

#include "domain/account_text.h"
#include "input/register_answers.h"
#include "input/register_grammar.h"

void sel_export_next(sel_export_cell *cell)
{
    if (cell->text.len > 0)
        sel_text_add(&cell->text, SEL_STR("; "));
}

static void put(sel_export_cell *cell, sel_str text)
{
    sel_text_add(&cell->text, sel_str_trim(text));
}

static void put_code(sel_export_cell *cell, const char *code)
{
    sel_text_add(&cell->text, sel_str_of(code));
}

static void put_value(sel_export_cell *cell, const char *code)
{
    sel_export_next(cell);
    put_code(cell, code);
}

/* --- dates --- */

static bool is_whole_month(const sel_days *days)
{
    return days->latest == sel_day_add_months(days->earliest, 1) - 1;
}

/* An end that is as far as days go is left open, but never both. */
static void put_bounds(sel_export_cell *cell, const sel_days *days, sel_str from, sel_str to)
{
    bool open_end = days->latest == SEL_DAY_LAST;
    bool open_start = days->earliest == SEL_DAY_FIRST && !open_end;
    put(cell, open_start ? (sel_str){0} : from);
    sel_text_add(&cell->text, SEL_STR(".."));
    put(cell, open_end ? (sel_str){0} : to);
}

/* The shortest form that means the same days. */
static void put_days(sel_export_cell *cell, const sel_days *days)
{
    char first[SEL_DATE_ROOM];
    char last[SEL_DATE_ROOM];
    if (!days->known)
        return;
    sel_str from = sel_str_of(sel_day_text(days->earliest, first));
    sel_str to = sel_str_of(sel_day_text(days->latest, last));
    bool first_of_month = sel_str_is(sel_str_part(from, 8, 2), "01");
    bool year = sel_str_is(sel_str_part(from, 4, 6), "-01-01") &&
                days->latest == sel_day_add_months(days->earliest, 12) - 1;
    if (year)
        put(cell, sel_str_part(from, 0, 4));
    else if (first_of_month && is_whole_month(days))
        put(cell, sel_str_part(from, 0, 7));
    else if (days->earliest == days->latest)
        put(cell, from);
    else
        put_bounds(cell, days, from, to);
}

/* --- money and other numbers --- */

static void put_hundredths(sel_text *text, int64_t hundredths)
{
    sel_text_printf(text, "%lld", (long long)(hundredths / 100));
    if (hundredths % 100 != 0)
        sel_text_printf(text, ".%02d", (int)(hundredths % 100));
}

static void put_amount(sel_text *text, const sel_money *money)
{
    if (!money->known)
        return;
    put_hundredths(text, money->low);
    if (money->high == money->low)
        return;
    sel_text_add_char(text, '-');
    put_hundredths(text, money->high);
}

/* The source's own text, where the amount as we write it does not already say it. */
static void put_written(sel_export_cell *cell, const sel_money *money)
{
    sel_text amount = {.arena = cell->text.arena};
    put_amount(&amount, money);
    if (!sel_str_equal(sel_str_trim(money->raw), sel_text_str(&amount)))
        put(cell, money->raw);
}

static void put_person_days(sel_export_cell *cell, const sel_range *days)
{
    if (days->known)
        sel_text_printf(&cell->text, "%lld", (long long)days->low);
    if (days->known && days->high != days->low)
        sel_text_printf(&cell->text, "-%lld", (long long)days->high);
}

static void put_cyber_share(sel_export_cell *cell, uint32_t low, uint32_t high)
{
    if (low == 0 && high == SEL_PPM)
        return;
    sel_register_write_percent(&cell->text, low);
    if (high == low)
        return;
    sel_text_add_char(&cell->text, '-');
    sel_register_write_percent(&cell->text, high);
}

/* --- words of lists --- */

static void put_yes_or_no(sel_export_cell *cell, int8_t answer)
{
    if (answer != SEL_UNKNOWN)
        put_code(cell, answer == 1 ? "yes" : "no");
}

static bool has_bit(unsigned mask, int bit)
{
    return (mask & 1U << bit) != 0;
}

static void put_kinds(sel_export_cell *cell, unsigned mask)
{
    for (int i = 0; i < SEL_KIND_COUNT; i++)
        if (has_bit(mask, i))
            put_value(cell, sel_kind_code((sel_kind)i));
}

static void put_audiences(sel_export_cell *cell, unsigned mask)
{
    for (int i = 0; i < SEL_AUDIENCE_COUNT; i++)
        if (has_bit(mask, i))
            put_value(cell, sel_audience_code((sel_audience)i));
}

static void put_conditions(sel_export_cell *cell, const sel_programme *record)
{
    if (record->conditions == SEL_CONDITIONS_NONE)
        put_code(cell, "none");
    if (record->conditions != SEL_CONDITIONS_SOME)
        return;
    for (int i = 0; i < SEL_CONDITION_COUNT; i++)
        if (has_bit(record->condition_classes, i))
            put_value(cell, sel_condition_code((sel_condition)i));
    if (cell->text.len == 0)
        put_code(cell, "some");
}

static void put_ownership(sel_export_cell *cell, const int8_t ownership[SEL_OWNERSHIP_ITEMS])
{
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        if (ownership[i] != SEL_UNKNOWN) {
            put_value(cell, sel_register_ownership_name(i));
            sel_text_printf(&cell->text, "=%d", ownership[i]);
        }
}

static void put_links(sel_export_cell *cell, const sel_programme *record)
{
    for (uint32_t i = 0; i < record->link_count; i++) {
        const sel_programme_link *link = &record->links[i];
        if (sel_str_trim(link->other).len == 0)
            continue;
        put_value(cell, sel_link_code(link->kind));
        sel_text_add_char(&cell->text, '=');
        sel_register_write(&cell->text, sel_str_trim(link->other), "");
    }
}

/* --- fields --- */

/* Fields that are a text of the record. */
static const sel_str *text_of(const sel_programme *record, sel_register_field field)
{
    switch ((int)field) {
    case SEL_FIELD_REGISTER:
        return &record->register_name;
    case SEL_FIELD_ID:
        return &record->id;
    case SEL_FIELD_TITLE:
        return &record->title;
    case SEL_FIELD_DESCRIPTION:
        return &record->description;
    case SEL_FIELD_THEME:
        return &record->theme;
    case SEL_FIELD_REQUEST:
        return &record->request;
    case SEL_FIELD_COORDINATION:
        return &record->coordination;
    case SEL_FIELD_LANGUAGE:
        return &record->language;
    case SEL_FIELD_SOURCE_URL:
        return &record->source_url;
    case SEL_FIELD_NOTE:
        return &record->note;
    case SEL_FIELD_DISCLOSURE:
        return &record->disclosure;
    default:
        return NULL;
    }
}

static void put_list(sel_export_cell *cell, sel_register_field field)
{
    switch ((int)field) {
    case SEL_FIELD_SECTOR_CODES:
        sel_export_sectors(cell);
        break;
    case SEL_FIELD_RECIPIENT:
        sel_export_recipients(cell);
        break;
    case SEL_FIELD_CAPABILITY:
        sel_export_capabilities(cell);
        break;
    case SEL_FIELD_SPLIT:
        sel_export_split(cell);
        break;
    case SEL_FIELD_RELATED:
        put_links(cell, cell->record);
        break;
    default:
        sel_export_parties(cell, field);
        break;
    }
}

static void put_number(sel_export_cell *cell, sel_register_field field)
{
    const sel_programme *record = cell->record;
    switch ((int)field) {
    case SEL_FIELD_START:
        put_days(cell, &record->start);
        break;
    case SEL_FIELD_END:
        put_days(cell, &record->end);
        break;
    case SEL_FIELD_DECIDED:
        put_days(cell, &record->decided);
        break;
    case SEL_FIELD_LAST_UPDATED:
        put_days(cell, &record->last_updated);
        break;
    case SEL_FIELD_AMOUNT:
        put_amount(&cell->text, &record->money);
        break;
    case SEL_FIELD_AMOUNT_WRITTEN:
        put_written(cell, &record->money);
        break;
    case SEL_FIELD_CURRENCY:
        put_code(cell, record->money.known ? record->money.currency : "");
        break;
    case SEL_FIELD_PERSON_DAYS:
        put_person_days(cell, &record->person_days);
        break;
    case SEL_FIELD_CYBER_SHARE:
        put_cyber_share(cell, record->cyber_low, record->cyber_high);
        break;
    case SEL_FIELD_LEVEL:
        if (record->level > 0)
            sel_text_printf(&cell->text, "%u", record->level);
        break;
    default:
        put_list(cell, field);
        break;
    }
}

static void put_answer(sel_export_cell *cell, sel_register_field field)
{
    const sel_programme *record = cell->record;
    switch ((int)field) {
    case SEL_FIELD_KIND:
        put_kinds(cell, record->kinds);
        break;
    case SEL_FIELD_FOR_WHOM:
        put_audiences(cell, record->for_whom);
        break;
    case SEL_FIELD_STATUS:
        put_code(cell, sel_programme_status_code(record->status));
        break;
    case SEL_FIELD_TIED:
        put_code(cell, sel_tied_code(record->tied));
        break;
    case SEL_FIELD_CONDITIONS:
        put_conditions(cell, record);
        break;
    case SEL_FIELD_CONDITIONS_REQUESTED:
        put_yes_or_no(cell, record->conditions_requested);
        break;
    case SEL_FIELD_ASKED_FIRST:
        put_yes_or_no(cell, record->asked_first);
        break;
    case SEL_FIELD_SAME_AS_OTHER:
        put_yes_or_no(cell, record->same_as_other);
        break;
    case SEL_FIELD_COORDINATED:
        put_yes_or_no(cell, record->coordinated);
        break;
    case SEL_FIELD_OWNERSHIP:
        put_ownership(cell, record->ownership);
        break;
    case SEL_FIELD_ILLUSTRATIVE:
        put_code(cell, record->illustrative ? "yes" : "");
        break;
    default:
        put_number(cell, field);
        break;
    }
}

sel_str sel_export_text(const sel_reference *reference, const sel_programme *record,
                        sel_register_field field, sel_arena *arena)
{
    const sel_str *text = text_of(record, field);
    uint32_t account = (uint32_t)field - SEL_REGISTER_ACCOUNT_FIELDS;
    if (account < SEL_ACCOUNT_FIELDS)
        return sel_str_trim(sel_account_text(record->account, account, arena));
    if (text != NULL)
        return sel_str_trim(*text);
    sel_export_cell cell = {.reference = reference, .record = record, .text = {.arena = arena}};
    put_answer(&cell, field);
    return sel_text_str(&cell.text);
}
