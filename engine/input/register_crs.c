#include "input/register_crs.h"

#include "base/fold.h"
#include "base/text.h"
#include "input/record_id.h"
#include "input/register_decimal.h"

enum { MILLIONS = 6, PARTIES = 4 };

/* What a code or name means, of one kind of entry of crs.csv; empty: it is not there. */
static sel_str meaning(const sel_register_row *r, const char *kind, sel_str written)
{
    sel_str key =
        sel_str_printf(r->arena, "%s:%.*s", kind, SEL_STR_ARG(sel_fold(r->arena, written)));
    for (uint32_t i = 0; i < r->reference->crs.count; i++)
        if (sel_str_equal(r->reference->crs.list[i].written, key))
            return r->reference->crs.list[i].means;
    return (sel_str){0};
}

/* --- identity --- */

/* The code, else the name. */
static sel_str code_or_name(const sel_register_row *r, sel_register_field code,
                            sel_register_field name)
{
    sel_str text = sel_register_cell(r, code);
    return text.len > 0 ? text : sel_register_cell(r, name);
}

static void read_identity(sel_register_row *r, sel_str *key)
{
    sel_str donor = code_or_name(r, SEL_FIELD_DONOR_CODE, SEL_FIELD_FUNDER);
    sel_str agency = code_or_name(r, SEL_FIELD_AGENCY_CODE, SEL_FIELD_EXTENDING);
    sel_str number = sel_register_cell(r, SEL_FIELD_ID);
    bool project = number.len == 0;
    if (project)
        number = sel_register_cell(r, SEL_FIELD_PROJECT_NUMBER);
    r->record.register_name =
        sel_str_of(r->options->register_name != NULL ? r->options->register_name : "OECD CRS");
    *key = (sel_str){0};
    if (number.len == 0)
        return;
    sel_text id = {.arena = r->arena};
    const sel_str parts[] = {donor, agency, number};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (parts[i].len > 0 && id.len > 0)
            sel_text_add_char(&id, '-');
        sel_text_add(&id, parts[i]);
    }
    r->record.id = sel_text_str(&id);
    *key = sel_str_printf(r->arena, "%c\n%.*s\n%.*s\n%.*s", project ? 'P' : 'C', SEL_STR_ARG(donor),
                          SEL_STR_ARG(agency), SEL_STR_ARG(number));
}

/* --- dates --- */

static sel_days read_date(sel_register_row *r, sel_register_field field)
{
    sel_days days = {0};
    sel_str text = sel_register_cell(r, field);
    if (text.len == 0)
        return days;
    sel_date_outcome outcome = sel_date_read(text, &days);
    if (outcome == SEL_DATE_OK)
        sel_register_trace(r, field, "as-written");
    else
        sel_register_report(r, outcome == SEL_DATE_BAD ? "W_DATE_UNREAD" : "W_DATE_AMBIGUOUS",
                            field, text, (sel_str){0});
    return days;
}

static void read_dates(sel_register_row *r, sel_draft_row *more)
{
    r->record.start = read_date(r, SEL_FIELD_START);
    r->record.end = read_date(r, SEL_FIELD_END);
    r->record.decided = read_date(r, SEL_FIELD_DECIDED);
    more->years = read_date(r, SEL_FIELD_YEAR);
}

/* --- money --- */

static sel_range read_amount(sel_register_row *r, sel_register_field field)
{
    sel_range range = {0};
    sel_str text = sel_register_cell(r, field);
    if (text.len == 0)
        return range;
    range.known = sel_register_decimal(text, MILLIONS, &range.low, &range.high);
    if (range.known)
        sel_register_trace(r, field, "millions");
    else
        sel_register_report(r, "W_AMOUNT_UNREAD", field, text, (sel_str){0});
    return range.known ? range : (sel_range){0};
}

static void read_money(sel_register_row *r, sel_draft_row *more)
{
    static const sel_register_field tied[] = {SEL_FIELD_UNTIED, SEL_FIELD_PARTIALLY_TIED,
                                              SEL_FIELD_FULLY_TIED};
    more->amounts[SEL_DRAFT_COMMITMENT] = read_amount(r, SEL_FIELD_COMMITMENT);
    more->amounts[SEL_DRAFT_DISBURSEMENT] = read_amount(r, SEL_FIELD_DISBURSEMENT);
    for (int t = 0; t < SEL_DRAFT_TYINGS; t++)
        more->tied[t] = read_amount(r, tied[t]);
    memcpy(more->currency, "USD", sizeof "USD");
}

/* --- where --- */

static sel_str place_of(const sel_register_row *r, sel_str text)
{
    const sel_geography *geography = &r->reference->geography;
    uint32_t number = text.len == 0 ? SEL_NONE : sel_geography_find(geography, text);
    return number == SEL_NONE ? (sel_str){0} : geography->recipients[number].code;
}

/* By name, else by code, which is the DAC's own: a region as "R:code". */
static void read_recipient(sel_register_row *r)
{
    sel_str name = sel_register_cell(r, SEL_FIELD_RECIPIENT);
    sel_str code = sel_register_cell(r, SEL_FIELD_RECIPIENT_CODE);
    sel_str place = place_of(r, name);
    if (place.len == 0 && name.len > 0)
        place = meaning(r, "place", name);
    if (place.len == 0 && code.len > 0 && !sel_ascii_is_digit(code.ptr[0]))
        place = place_of(r, code);
    if (place.len == 0 && code.len > 0)
        place = meaning(r, "place", code);
    if (place.len == 0 && name.len + code.len == 0 && r->options->default_country != NULL)
        place = place_of(r, sel_str_of(r->options->default_country));
    if (place.len == 0) {
        if (name.len + code.len > 0)
            sel_register_report(r, "W_COUNTRY_UNKNOWN", SEL_FIELD_RECIPIENT,
                                name.len > 0 ? name : code, (sel_str){0});
        return;
    }
    sel_recipient_share *share = sel_arena_array(r->arena, 1, sizeof *share);
    *share = (sel_recipient_share){.code = place, .ppm = SEL_PPM, .stated = true};
    r->record.recipients = share;
    r->record.recipient_count = 1;
    sel_register_trace(r, SEL_FIELD_RECIPIENT, "as-written");
}

static void read_purpose(sel_register_row *r)
{
    sel_str code = sel_register_cell(r, SEL_FIELD_SECTOR_CODE);
    sel_str name = sel_register_cell(r, SEL_FIELD_SECTOR);
    if (code.len + name.len == 0)
        return;
    sel_sector_share *share = sel_arena_array(r->arena, 1, sizeof *share);
    *share = (sel_sector_share){.vocabulary = SEL_STR("1"),
                                .code = sel_str_copy(r->arena, code),
                                .name = sel_str_copy(r->arena, name),
                                .ppm = SEL_PPM,
                                .stated = true};
    r->record.sectors = share;
    r->record.sector_count = 1;
    sel_register_trace(r, SEL_FIELD_SECTOR_CODE, "as-written");
}

/* --- who --- */

static void add_party(sel_register_row *r, sel_party *parties, sel_role role, sel_str name,
                      uint8_t kind)
{
    if (name.len > 0)
        parties[r->record.party_count++] = (sel_party){.name = sel_str_copy(r->arena, name),
                                                       .role = role,
                                                       .ladder = SEL_UNKNOWN,
                                                       .kind = kind};
}

/* Kind of organisation (IATI OrganisationType) of a channel: the longest beginning that crs.csv
 * knows; 0: none. */
static uint8_t kind_of_channel(const sel_register_row *r, sel_str code)
{
    for (size_t length = code.len < 5 ? code.len : 5; length > 0; length--) {
        sel_str kind = meaning(r, "channel", sel_str_part(code, 0, length));
        if (kind.len == 2)
            return (uint8_t)((kind.ptr[0] - '0') * 10 + (kind.ptr[1] - '0'));
    }
    return 0;
}

static void read_parties(sel_register_row *r)
{
    sel_party *parties = sel_arena_array(r->arena, PARTIES, sizeof *parties);
    sel_str donor = sel_register_cell(r, SEL_FIELD_FUNDER);
    sel_str agency = sel_register_cell(r, SEL_FIELD_EXTENDING);
    sel_str channel = sel_register_cell(r, SEL_FIELD_IMPLEMENTER);
    sel_str reported = sel_register_cell(r, SEL_FIELD_CHANNEL_REPORTED);
    uint8_t kind = kind_of_channel(r, sel_register_cell(r, SEL_FIELD_CHANNEL_CODE));
    r->record.parties = parties;
    add_party(r, parties, SEL_ROLE_FUNDING,
              donor.len > 0 ? donor : sel_register_cell(r, SEL_FIELD_DONOR_CODE), 0);
    add_party(r, parties, SEL_ROLE_EXTENDING, agency, 0);
    add_party(r, parties, SEL_ROLE_IMPLEMENTING, reported.len > 0 ? reported : channel, kind);
    sel_register_trace(r, SEL_FIELD_FUNDER, "as-written");
    if (r->record.party_count == 0 || parties[0].role != SEL_ROLE_FUNDING)
        sel_register_report(r, "N_NO_FUNDER", SEL_FIELD_FUNDER, (sel_str){0}, (sel_str){0});
}

/* Without a number the facts of the row itself tell it apart. */
static void make_id(sel_register_row *r, sel_str *key)
{
    r->record.id = sel_record_id_make(r->arena, &r->record);
    *key = sel_str_printf(r->arena, "M\n%.*s", SEL_STR_ARG(r->record.id));
    sel_register_report(r, "N_ID_MADE", SEL_FIELD_ID, (sel_str){0}, r->record.id);
}

bool sel_register_crs_read(sel_register_row *r, sel_draft_row *more, sel_str *key)
{
    r->record = sel_programme_blank();
    r->fields = sel_arena_array(r->arena, SEL_REGISTER_FIELDS + 1, sizeof *r->fields);
    r->record.fields = r->fields;
    r->record.place = (sel_record_place){.line = r->row->line, .offset = r->row->offset};
    *more = (sel_draft_row){0};
    read_identity(r, key);
    r->record.title = sel_register_kept(r, SEL_FIELD_TITLE);
    if (r->record.title.len == 0)
        r->record.title = sel_register_kept(r, SEL_FIELD_ACTIVITY);
    if (r->record.title.len == 0 && r->record.id.len == 0)
        return false;
    sel_str text = sel_register_cell(r, SEL_FIELD_DESCRIPTION);
    r->record.description =
        text.len > 0 ? sel_str_copy(r->arena, text) : sel_register_kept(r, SEL_FIELD_ACTIVITY);
    read_dates(r, more);
    read_money(r, more);
    read_recipient(r);
    read_purpose(r);
    read_parties(r);
    if (r->record.id.len == 0)
        make_id(r, key);
    return true;
}
