#include "input/register_row.h"

#include "base/fold.h"
#include "base/text.h"
#include "input/record_id.h"
#include "input/register_decimal.h"
#include "input/register_parties.h"
#include "input/register_shares.h"

/* --- dates --- */

static sel_days read_date(sel_register_row *r, sel_register_field field)
{
    sel_days days = {0};
    sel_str text = sel_register_cell(r, field);
    if (text.len == 0)
        return days;
    sel_date_outcome outcome = sel_date_read(text, &days);
    if (outcome != SEL_DATE_OK)
        sel_register_report(r, outcome == SEL_DATE_BAD ? "W_DATE_UNREAD" : "W_DATE_AMBIGUOUS",
                            field, text, (sel_str){0});
    else
        sel_register_trace(r, field,
                           days.earliest == days.latest ? "as-written" : "imprecise-date");
    return days;
}

static void read_dates(sel_register_row *r)
{
    sel_programme *record = &r->record;
    record->start = read_date(r, SEL_FIELD_START);
    record->end = read_date(r, SEL_FIELD_END);
    record->decided = read_date(r, SEL_FIELD_DECIDED);
    record->last_updated = read_date(r, SEL_FIELD_LAST_UPDATED);
    if (record->start.known && record->end.known && record->end.latest < record->start.earliest) {
        sel_register_report(r, "W_DATES_REVERSED", SEL_FIELD_END,
                            sel_register_cell(r, SEL_FIELD_END), (sel_str){0});
        record->end = (sel_days){0};
    }
}

/* --- status --- */

static sel_programme_status read_status(sel_register_row *r)
{
    static const struct {
        const char *word;
        sel_programme_status status;
    } words[] = {
        {"1", SEL_STATUS_PIPELINE},
        {"pipeline", SEL_STATUS_PIPELINE},
        {"planned", SEL_STATUS_PIPELINE},
        {"announced", SEL_STATUS_PIPELINE},
        {"2", SEL_STATUS_RUNNING},
        {"implementation", SEL_STATUS_RUNNING},
        {"ongoing", SEL_STATUS_RUNNING},
        {"active", SEL_STATUS_RUNNING},
        {"running", SEL_STATUS_RUNNING},
        {"3", SEL_STATUS_FINALISATION},
        {"finalisation", SEL_STATUS_FINALISATION},
        {"4", SEL_STATUS_CLOSED},
        {"closed", SEL_STATUS_CLOSED},
        {"finished", SEL_STATUS_CLOSED},
        {"implemented", SEL_STATUS_CLOSED},
        {"completed", SEL_STATUS_CLOSED},
        {"5", SEL_STATUS_CANCELLED},
        {"cancelled", SEL_STATUS_CANCELLED},
        {"6", SEL_STATUS_SUSPENDED},
        {"suspended", SEL_STATUS_SUSPENDED},
    };
    sel_str text = sel_register_cell(r, SEL_FIELD_STATUS);
    sel_str folded = sel_fold(r->arena, text);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (sel_str_is(folded, words[i].word))
            return words[i].status;
    if (text.len > 0)
        sel_register_report(r, "W_STATUS_UNKNOWN", SEL_FIELD_STATUS, text, (sel_str){0});
    return SEL_STATUS_UNKNOWN;
}

/* --- money --- */

/* "1'000'000" and "1 000 000" become digits; a comma could be a decimal one and is refused. */
static sel_str plain_digits(sel_arena *arena, sel_str text)
{
    sel_text digits = {.arena = arena};
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '\'' && text.ptr[i] != ' ')
            sel_text_add_char(&digits, text.ptr[i]);
    return sel_text_str(&digits);
}

static bool read_bounds(sel_str low_text, sel_str high_text, int64_t *low, int64_t *high)
{
    int64_t within;
    return sel_register_decimal(low_text, 0, low, &within) &&
           sel_register_decimal(high_text, 0, &within, high) && *low <= *high;
}

static bool read_amount(sel_str text, int64_t *low, int64_t *high)
{
    size_t dash = sel_str_find(sel_str_part(text, 1, text.len), SEL_STR("-")) + 1;
    if (dash >= text.len)
        return sel_register_decimal(text, 0, low, high);
    return read_bounds(sel_str_part(text, 0, dash), sel_str_part(text, dash + 1, text.len), low,
                       high);
}

static void read_money(sel_register_row *r)
{
    sel_money *money = &r->record.money;
    sel_str low = plain_digits(r->arena, sel_register_cell(r, SEL_FIELD_AMOUNT_LOW));
    sel_str high = plain_digits(r->arena, sel_register_cell(r, SEL_FIELD_AMOUNT_HIGH));
    sel_str amount = plain_digits(r->arena, sel_register_cell(r, SEL_FIELD_AMOUNT));
    sel_str currency = sel_register_cell(r, SEL_FIELD_CURRENCY);
    sel_register_field field = amount.len > 0 ? SEL_FIELD_AMOUNT
                               : low.len > 0  ? SEL_FIELD_AMOUNT_LOW
                                              : SEL_FIELD_AMOUNT_HIGH;
    money->raw = sel_register_kept(r, field);
    if (money->raw.len == 0)
        return;
    bool read = amount.len > 0 ? read_amount(amount, &money->low, &money->high)
                               : read_bounds(low, high, &money->low, &money->high);
    if (!read || money->low < 0) {
        sel_register_report(r, "W_AMOUNT_UNREAD", field, money->raw, (sel_str){0});
    } else if (!sel_currency_read(currency, money->currency)) {
        sel_register_report(r, "W_CURRENCY_MISSING", SEL_FIELD_CURRENCY, currency, (sel_str){0});
    } else {
        money->known = true;
        sel_register_trace(r, field, money->low == money->high ? "as-written" : "range");
    }
}

/* --- codes, conditions, links --- */

typedef int find_code(sel_str code);

static uint16_t read_codes(sel_register_row *r, sel_register_field field, const char *issue,
                           find_code *find)
{
    sel_str rest = sel_register_cell(r, field);
    sel_str value;
    uint16_t mask = 0;
    while (sel_register_next_value(&rest, &value)) {
        int number = find(value);
        if (number < 0)
            sel_register_report(r, issue, field, value, (sel_str){0});
        else
            mask = (uint16_t)(mask | 1U << number);
    }
    if (mask != 0)
        sel_register_trace(r, field, "as-written");
    return mask;
}

static void read_conditions(sel_register_row *r)
{
    sel_str text = sel_register_cell(r, SEL_FIELD_CONDITIONS);
    if (sel_str_equal_ascii(text, SEL_STR("none"))) {
        r->record.conditions = SEL_CONDITIONS_NONE;
        sel_register_trace(r, SEL_FIELD_CONDITIONS, "as-written");
    } else if (text.len > 0) {
        r->record.conditions = SEL_CONDITIONS_SOME;
        r->record.condition_classes =
            (uint8_t)read_codes(r, SEL_FIELD_CONDITIONS, "W_CONDITION_UNKNOWN", sel_condition_find);
    }
    int tied = sel_tied_find(sel_register_cell(r, SEL_FIELD_TIED));
    if (tied > 0)
        r->record.tied = (sel_tied)tied;
    else if (sel_register_cell(r, SEL_FIELD_TIED).len > 0)
        sel_register_report(r, "W_TIED_UNKNOWN", SEL_FIELD_TIED,
                            sel_register_cell(r, SEL_FIELD_TIED), (sel_str){0});
}

static void read_links(sel_register_row *r)
{
    sel_programme_link *links = sel_arena_array(r->arena, SEL_REGISTER_VALUES_MAX, sizeof *links);
    sel_str rest = sel_register_cell(r, SEL_FIELD_RELATED);
    sel_str value;
    while (r->record.link_count < SEL_REGISTER_VALUES_MAX &&
           sel_register_next_value(&rest, &value)) {
        size_t equals = sel_str_find(value, SEL_STR("="));
        int kind = sel_link_find(sel_str_trim(sel_str_part(value, 0, equals)));
        sel_str other = sel_str_trim(sel_str_part(value, equals + 1, value.len));
        if (kind < 0 || other.len == 0)
            sel_register_report(r, "W_LINK_UNREAD", SEL_FIELD_RELATED, value, (sel_str){0});
        else
            links[r->record.link_count++] =
                (sel_programme_link){(sel_link_kind)kind, sel_str_copy(r->arena, other)};
    }
    r->record.links = links;
}

static int8_t yes_or_no(const sel_register_row *r, sel_register_field field)
{
    sel_str text = sel_register_cell(r, field);
    if (sel_str_equal_ascii(text, SEL_STR("yes")) || sel_str_is(text, "1"))
        return 1;
    return sel_str_equal_ascii(text, SEL_STR("no")) || sel_str_is(text, "0") ? 0 : SEL_UNKNOWN;
}

/* --- identity --- */

static sel_str file_stem(sel_str name)
{
    size_t dot = name.len;
    while (dot > 0 && name.ptr[dot - 1] != '.')
        dot--;
    return dot > 1 ? sel_str_part(name, 0, dot - 1) : name;
}

static void read_identity(sel_register_row *r)
{
    sel_programme *record = &r->record;
    record->title = sel_register_kept(r, SEL_FIELD_TITLE);
    record->register_name = r->options->register_name != NULL
                                ? sel_str_of(r->options->register_name)
                                : sel_register_kept(r, SEL_FIELD_REGISTER);
    if (record->register_name.len == 0)
        record->register_name = sel_str_copy(r->arena, file_stem(r->source));
    record->id = sel_register_kept(r, SEL_FIELD_ID);
}

/* From the facts as they were understood, so that another spelling makes the same identifier. */
static void make_id(sel_register_row *r)
{
    r->record.id = sel_record_id_make(r->arena, &r->record);
    sel_register_report(r, "N_ID_MADE", SEL_FIELD_ID, (sel_str){0}, r->record.id);
}

bool sel_register_row_read(sel_register_row *r)
{
    if (sel_register_cell(r, SEL_FIELD_TITLE).len == 0 &&
        sel_register_cell(r, SEL_FIELD_ID).len == 0)
        return false;
    r->record = sel_programme_blank();
    r->fields = sel_arena_array(r->arena, SEL_REGISTER_FIELDS + 1, sizeof *r->fields);
    r->record.fields = r->fields;
    r->record.place = (sel_record_place){.line = r->row->line, .offset = r->row->offset};
    read_identity(r);
    r->record.description = sel_register_kept(r, SEL_FIELD_DESCRIPTION);
    r->record.theme = sel_register_kept(r, SEL_FIELD_THEME);
    r->record.language = sel_register_kept(r, SEL_FIELD_LANGUAGE);
    r->record.note = sel_register_kept(r, SEL_FIELD_NOTE);
    r->record.source_url = sel_register_kept(r, SEL_FIELD_SOURCE_URL);
    r->record.coordination = sel_register_kept(r, SEL_FIELD_COORDINATION);
    r->record.request = sel_register_kept(r, SEL_FIELD_REQUEST);
    r->record.asked_first = yes_or_no(r, SEL_FIELD_ASKED_FIRST);
    r->record.status = read_status(r);
    r->record.kinds = read_codes(r, SEL_FIELD_KIND, "W_KIND_UNKNOWN", sel_kind_find);
    r->record.for_whom = read_codes(r, SEL_FIELD_FOR_WHOM, "W_FOR_WHOM_UNKNOWN", sel_audience_find);
    read_dates(r);
    read_money(r);
    sel_register_recipients(r);
    sel_register_capabilities(r);
    sel_register_cyber_share(r);
    sel_register_parties(r);
    read_conditions(r);
    read_links(r);
    sel_register_trace(r, SEL_FIELD_THEME, "as-written");
    if (r->record.id.len == 0 && !r->id_later)
        make_id(r);
    return true;
}
