#include "input/register_row.h"

#include "base/fold.h"
#include "base/number.h"
#include "base/text.h"
#include "input/record_id.h"

enum { SHARES_MAX = 512 };

static sel_str cell(const sel_register_row *r, sel_register_field field)
{
    uint32_t column = r->columns[field];
    return column == SEL_NONE ? (sel_str){0} : sel_csv_cell(r->row, column);
}

static sel_str kept(const sel_register_row *r, sel_register_field field)
{
    return sel_str_copy(r->arena, cell(r, field));
}

static void report(const sel_register_row *r, const char *code, sel_register_field field,
                   sel_str found, sel_str suggestion)
{
    uint32_t column = r->columns[field];
    sel_issues_add(r->issues, &(sel_issue){.code = code,
                                           .source = r->source,
                                           .line = r->row->line,
                                           .row = r->row->row,
                                           .column = column == SEL_NONE ? 0 : column + 1,
                                           .subject = sel_str_of(sel_register_field_name(field)),
                                           .record = r->record.id,
                                           .found = found,
                                           .suggestion = suggestion});
}

/* Remember where a field that enters a number stands, and what was done with it. */
static void trace(sel_register_row *r, sel_register_field field, const char *rule)
{
    uint32_t column = r->columns[field];
    if (column == SEL_NONE || cell(r, field).len == 0)
        return;
    r->fields[r->record.field_count++] = (sel_field_place){.field = sel_register_field_name(field),
                                                           .line = r->row->line,
                                                           .column = column + 1,
                                                           .raw = kept(r, field),
                                                           .rule = rule};
}

/* Next value of a cell that holds several; semicolons or bars separate. */
static bool next_value(sel_str *rest, sel_str *value)
{
    while (rest->len > 0) {
        size_t end = 0;
        while (end < rest->len && rest->ptr[end] != ';' && rest->ptr[end] != '|')
            end++;
        *value = sel_str_trim(sel_str_part(*rest, 0, end));
        *rest = sel_str_part(*rest, end + 1, rest->len);
        if (value->len > 0)
            return true;
    }
    return false;
}

/* --- dates --- */

static sel_days read_date(sel_register_row *r, sel_register_field field)
{
    sel_days days = {0};
    sel_str text = cell(r, field);
    if (text.len == 0)
        return days;
    sel_date_outcome outcome = sel_date_read(text, &days);
    if (outcome != SEL_DATE_OK)
        report(r, outcome == SEL_DATE_BAD ? "W_DATE_UNREAD" : "W_DATE_AMBIGUOUS", field, text,
               (sel_str){0});
    else
        trace(r, field, days.earliest == days.latest ? "as-written" : "imprecise-date");
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
        report(r, "W_DATES_REVERSED", SEL_FIELD_END, cell(r, SEL_FIELD_END), (sel_str){0});
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
    sel_str text = cell(r, SEL_FIELD_STATUS);
    sel_str folded = sel_fold(r->arena, text);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (sel_str_is(folded, words[i].word))
            return words[i].status;
    if (text.len > 0)
        report(r, "W_STATUS_UNKNOWN", SEL_FIELD_STATUS, text, (sel_str){0});
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
    return sel_number_hundredths(low_text, low) && sel_number_hundredths(high_text, high) &&
           *low <= *high;
}

static bool read_amount(sel_str text, int64_t *low, int64_t *high)
{
    size_t dash = sel_str_find(sel_str_part(text, 1, text.len), SEL_STR("-")) + 1;
    if (dash >= text.len)
        return sel_number_hundredths(text, low) && sel_number_hundredths(text, high);
    return read_bounds(sel_str_part(text, 0, dash), sel_str_part(text, dash + 1, text.len), low,
                       high);
}

static void read_money(sel_register_row *r)
{
    sel_money *money = &r->record.money;
    sel_str low = plain_digits(r->arena, cell(r, SEL_FIELD_AMOUNT_LOW));
    sel_str high = plain_digits(r->arena, cell(r, SEL_FIELD_AMOUNT_HIGH));
    sel_str amount = plain_digits(r->arena, cell(r, SEL_FIELD_AMOUNT));
    sel_str currency = cell(r, SEL_FIELD_CURRENCY);
    sel_register_field field = amount.len > 0 ? SEL_FIELD_AMOUNT
                               : low.len > 0  ? SEL_FIELD_AMOUNT_LOW
                                              : SEL_FIELD_AMOUNT_HIGH;
    money->raw = kept(r, field);
    if (money->raw.len == 0)
        return;
    bool read = amount.len > 0 ? read_amount(amount, &money->low, &money->high)
                               : read_bounds(low, high, &money->low, &money->high);
    if (!read || money->low < 0) {
        report(r, "W_AMOUNT_UNREAD", field, money->raw, (sel_str){0});
    } else if (!sel_currency_read(currency, money->currency)) {
        report(r, "W_CURRENCY_MISSING", SEL_FIELD_CURRENCY, currency, (sel_str){0});
    } else {
        money->known = true;
        trace(r, field, money->low == money->high ? "as-written" : "range");
    }
}

/* --- shares --- */

/* An entry such as "TON 40 % (associate)" taken apart. */
typedef struct entry {
    sel_str name;
    double percent; /* < 0: not given */
    sel_depth depth;
} entry;

static entry take_apart(sel_str text)
{
    static const struct {
        const char *word;
        sel_depth depth;
    } depths[] = {{"(priority)", SEL_DEPTH_PRIORITY},
                  {"(associate)", SEL_DEPTH_ASSOCIATE},
                  {"(event)", SEL_DEPTH_EVENT}};
    entry e = {.name = text, .percent = -1, .depth = SEL_DEPTH_NO_NOTION};
    for (size_t i = 0; i < sizeof depths / sizeof depths[0]; i++) {
        sel_str word = sel_str_of(depths[i].word);
        size_t at = sel_str_find(e.name, word);
        if (at + word.len == e.name.len && at < e.name.len) {
            e.depth = depths[i].depth;
            e.name = sel_str_trim(sel_str_part(e.name, 0, at));
        }
    }
    if (e.name.len > 1 && e.name.ptr[e.name.len - 1] == '%') {
        sel_str rest = sel_str_trim(sel_str_part(e.name, 0, e.name.len - 1));
        size_t blank = rest.len;
        while (blank > 0 && rest.ptr[blank - 1] != ' ')
            blank--;
        if (blank > 0 && sel_number_real(sel_str_part(rest, blank, rest.len), &e.percent) &&
            e.percent >= 0 && e.percent <= 100)
            e.name = sel_str_trim(sel_str_part(rest, 0, blank));
        else
            e.percent = -1;
    }
    return e;
}

static uint32_t take_entries(const sel_register_row *r, sel_register_field field, entry *entries)
{
    sel_str rest = cell(r, field);
    sel_str value;
    uint32_t count = 0;
    while (count < SHARES_MAX && next_value(&rest, &value))
        entries[count++] = take_apart(value);
    return count;
}

/* Percentages of a cell as ppm. All given: in proportion, reported when they do not make 100; none
 * given: equal parts; some given: reported, equal parts. */
static bool split_entries(sel_register_row *r, sel_register_field field, const entry *entries,
                          uint32_t count, uint32_t *ppm)
{
    uint64_t weights[SHARES_MAX] = {0};
    uint32_t given = 0;
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        if (entries[i].percent >= 0) {
            weights[i] = (uint64_t)(entries[i].percent * 10000 + 0.5);
            sum += entries[i].percent;
            given += 1;
        }
    bool usable = given == count && sum > 0;
    if (given > 0 && (!usable || sum < 99.5 || sum > 100.5))
        report(r, "W_PERCENT_SUM", field, cell(r, field), (sel_str){0});
    if (!usable)
        memset(weights, 0, sizeof weights);
    sel_ppm_split(weights, count, SEL_PPM, ppm);
    return usable;
}

static bool all_alpha2(const entry *entries, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (entries[i].name.len != 2)
            return false;
    return true;
}

static uint32_t find_recipient(const sel_register_row *r, sel_str name, bool alpha2)
{
    const sel_geography *geography = &r->reference->geography;
    return alpha2 ? sel_geography_iso2(geography, name) : sel_geography_find(geography, name);
}

static void read_recipients(sel_register_row *r)
{
    entry entries[SHARES_MAX];
    uint32_t ppm[SHARES_MAX];
    uint32_t count = take_entries(r, SEL_FIELD_RECIPIENT, entries);
    if (count == 0 && r->options->default_country != NULL)
        entries[count++] = take_apart(sel_str_of(r->options->default_country));
    if (count == 0)
        return;
    bool stated = split_entries(r, SEL_FIELD_RECIPIENT, entries, count, ppm) || count == 1;
    bool alpha2 = all_alpha2(entries, count);
    bool knows_depth = false;
    for (uint32_t i = 0; i < count; i++)
        knows_depth |= entries[i].depth != SEL_DEPTH_NO_NOTION;
    sel_recipient_share *shares = sel_arena_array(r->arena, count, sizeof *shares);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t number = find_recipient(r, entries[i].name, alpha2);
        if (number == SEL_NONE) {
            report(r, "W_COUNTRY_UNKNOWN", SEL_FIELD_RECIPIENT, entries[i].name, (sel_str){0});
            continue;
        }
        sel_depth depth = entries[i].depth;
        if (knows_depth && depth == SEL_DEPTH_NO_NOTION)
            depth = SEL_DEPTH_UNSAID;
        shares[r->record.recipient_count++] =
            (sel_recipient_share){.code = r->reference->geography.recipients[number].code,
                                  .ppm = ppm[i],
                                  .stated = stated,
                                  .depth = depth};
    }
    r->record.recipients = shares;
    trace(r, SEL_FIELD_RECIPIENT, stated ? "as-written" : "equal-shares");
}

static void read_capabilities(sel_register_row *r)
{
    entry entries[SHARES_MAX];
    uint32_t ppm[SHARES_MAX];
    uint32_t count = take_entries(r, SEL_FIELD_CAPABILITY, entries);
    if (count == 0)
        return;
    bool stated = split_entries(r, SEL_FIELD_CAPABILITY, entries, count, ppm) || count == 1;
    sel_capability_share *shares = sel_arena_array(r->arena, count, sizeof *shares);
    for (uint32_t i = 0; i < count; i++) {
        const sel_taxonomy *taxonomy = &r->reference->taxonomy;
        uint32_t number = sel_taxonomy_find(taxonomy, entries[i].name);
        if (number == SEL_NONE) {
            uint32_t nearest = sel_taxonomy_nearest(taxonomy, entries[i].name);
            report(r, "W_CAPABILITY_UNKNOWN", SEL_FIELD_CAPABILITY, entries[i].name,
                   nearest == SEL_NONE ? (sel_str){0} : taxonomy->capabilities[nearest].code);
            continue;
        }
        shares[r->record.capability_count++] =
            (sel_capability_share){.code = taxonomy->capabilities[number].code,
                                   .ppm = ppm[i],
                                   .stated = stated,
                                   .origin = SEL_TAG_STATED,
                                   .field = SEL_STR("capability")};
    }
    r->record.capabilities = shares;
    trace(r, SEL_FIELD_CAPABILITY, stated ? "as-written" : "equal-shares");
}

static void read_cyber_share(sel_register_row *r)
{
    sel_str text = cell(r, SEL_FIELD_CYBER_SHARE);
    if (text.len > 0 && text.ptr[text.len - 1] == '%')
        text = sel_str_trim(sel_str_part(text, 0, text.len - 1));
    double percent;
    if (!sel_number_real(text, &percent) || percent < 0 || percent > 100)
        return;
    r->record.cyber_low = (uint32_t)(percent * 10000 + 0.5);
    r->record.cyber_high = r->record.cyber_low;
    trace(r, SEL_FIELD_CYBER_SHARE, "as-written");
}

/* --- parties --- */

typedef struct party_list {
    sel_party list[SHARES_MAX];
    uint32_t count;
} party_list;

static bool is_known(const sel_register_row *r, sel_str name)
{
    return sel_organisations_find(&r->reference->organisations, (sel_str){0}, name) != NULL;
}

static void add_party(const sel_register_row *r, party_list *parties, sel_role role, sel_str name)
{
    if (parties->count < SHARES_MAX && name.len > 0)
        parties->list[parties->count++] =
            (sel_party){.name = sel_str_copy(r->arena, name), .role = role, .ladder = SEL_UNKNOWN};
}

/* "A and B" is two organisations when it is not one we know and both parts are. */
static void add_organisation(sel_register_row *r, party_list *parties, sel_register_field field,
                             sel_role role, sel_str name)
{
    static const sel_str conjunction = {" and ", 5};
    size_t at = sel_str_find(name, conjunction);
    sel_str first = sel_str_part(name, 0, at);
    sel_str second = sel_str_part(name, at + conjunction.len, name.len);
    if (at < name.len && !is_known(r, name) && is_known(r, first) && is_known(r, second)) {
        report(r, "N_ORGANISATION_SPLIT", field, name, (sel_str){0});
        add_party(r, parties, role, first);
        add_party(r, parties, role, second);
    } else {
        add_party(r, parties, role, name);
    }
}

static void read_role(sel_register_row *r, party_list *parties, sel_register_field field,
                      sel_role role)
{
    sel_str rest = cell(r, field);
    sel_str name;
    while (next_value(&rest, &name))
        add_organisation(r, parties, field, role, name);
    trace(r, field, "as-written");
}

/* "Name=group:role", the role may be missing. */
static void read_stakeholders(sel_register_row *r, party_list *parties)
{
    sel_str rest = cell(r, SEL_FIELD_STAKEHOLDERS);
    sel_str value;
    while (next_value(&rest, &value)) {
        size_t equals = sel_str_find(value, SEL_STR("="));
        sel_str after = sel_str_part(value, equals + 1, value.len);
        size_t colon = sel_str_find(after, SEL_STR(":"));
        uint32_t before = parties->count;
        add_party(r, parties, SEL_ROLE_PARTICIPANT, sel_str_trim(sel_str_part(value, 0, equals)));
        if (parties->count == before)
            continue;
        sel_party *party = &parties->list[before];
        party->stakeholder = sel_stakeholder_find(sel_str_trim(sel_str_part(after, 0, colon)));
        party->ladder =
            (int8_t)sel_ladder_find(sel_str_trim(sel_str_part(after, colon + 1, after.len)));
        if (equals < value.len && party->stakeholder == SEL_STAKEHOLDER_UNKNOWN)
            report(r, "W_STAKEHOLDER_UNKNOWN", SEL_FIELD_STAKEHOLDERS, value, (sel_str){0});
    }
    trace(r, SEL_FIELD_STAKEHOLDERS, "as-written");
}

static void read_parties(sel_register_row *r)
{
    party_list *parties = sel_arena_array(r->arena, 1, sizeof *parties);
    read_role(r, parties, SEL_FIELD_FUNDER, SEL_ROLE_FUNDING);
    read_role(r, parties, SEL_FIELD_EXTENDING, SEL_ROLE_EXTENDING);
    read_role(r, parties, SEL_FIELD_IMPLEMENTER, SEL_ROLE_IMPLEMENTING);
    read_role(r, parties, SEL_FIELD_REPORTER, SEL_ROLE_REPORTING);
    read_stakeholders(r, parties);
    r->record.parties = parties->list;
    r->record.party_count = parties->count;
    if (cell(r, SEL_FIELD_FUNDER).len == 0)
        report(r, "N_NO_FUNDER", SEL_FIELD_FUNDER, (sel_str){0}, (sel_str){0});
}

/* --- codes, conditions, links --- */

typedef int find_code(sel_str code);

static uint16_t read_codes(sel_register_row *r, sel_register_field field, const char *issue,
                           find_code *find)
{
    sel_str rest = cell(r, field);
    sel_str value;
    uint16_t mask = 0;
    while (next_value(&rest, &value)) {
        int number = find(value);
        if (number < 0)
            report(r, issue, field, value, (sel_str){0});
        else
            mask = (uint16_t)(mask | 1U << number);
    }
    if (mask != 0)
        trace(r, field, "as-written");
    return mask;
}

static void read_conditions(sel_register_row *r)
{
    sel_str text = cell(r, SEL_FIELD_CONDITIONS);
    if (sel_str_equal_ascii(text, SEL_STR("none"))) {
        r->record.conditions = SEL_CONDITIONS_NONE;
        trace(r, SEL_FIELD_CONDITIONS, "as-written");
    } else if (text.len > 0) {
        r->record.conditions = SEL_CONDITIONS_SOME;
        r->record.condition_classes =
            (uint8_t)read_codes(r, SEL_FIELD_CONDITIONS, "W_CONDITION_UNKNOWN", sel_condition_find);
    }
    int tied = sel_tied_find(cell(r, SEL_FIELD_TIED));
    if (tied > 0)
        r->record.tied = (sel_tied)tied;
    else if (cell(r, SEL_FIELD_TIED).len > 0)
        report(r, "W_TIED_UNKNOWN", SEL_FIELD_TIED, cell(r, SEL_FIELD_TIED), (sel_str){0});
}

static void read_links(sel_register_row *r)
{
    sel_programme_link *links = sel_arena_array(r->arena, SHARES_MAX, sizeof *links);
    sel_str rest = cell(r, SEL_FIELD_RELATED);
    sel_str value;
    while (r->record.link_count < SHARES_MAX && next_value(&rest, &value)) {
        size_t equals = sel_str_find(value, SEL_STR("="));
        int kind = sel_link_find(sel_str_trim(sel_str_part(value, 0, equals)));
        sel_str other = sel_str_trim(sel_str_part(value, equals + 1, value.len));
        if (kind < 0 || other.len == 0)
            report(r, "W_LINK_UNREAD", SEL_FIELD_RELATED, value, (sel_str){0});
        else
            links[r->record.link_count++] =
                (sel_programme_link){(sel_link_kind)kind, sel_str_copy(r->arena, other)};
    }
    r->record.links = links;
}

static int8_t yes_or_no(const sel_register_row *r, sel_register_field field)
{
    sel_str text = cell(r, field);
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
    record->title = kept(r, SEL_FIELD_TITLE);
    record->register_name = r->options->register_name != NULL
                                ? sel_str_of(r->options->register_name)
                                : kept(r, SEL_FIELD_REGISTER);
    if (record->register_name.len == 0)
        record->register_name = sel_str_copy(r->arena, file_stem(r->source));
    record->id = kept(r, SEL_FIELD_ID);
}

/* From the facts as they were understood, so that another spelling makes the same identifier. */
static void make_id(sel_register_row *r)
{
    r->record.id = sel_record_id_make(r->arena, &r->record);
    report(r, "N_ID_MADE", SEL_FIELD_ID, (sel_str){0}, r->record.id);
}

bool sel_register_row_read(sel_register_row *r)
{
    if (cell(r, SEL_FIELD_TITLE).len == 0 && cell(r, SEL_FIELD_ID).len == 0)
        return false;
    r->record = sel_programme_blank();
    r->fields = sel_arena_array(r->arena, SEL_REGISTER_FIELDS + 1, sizeof *r->fields);
    r->record.fields = r->fields;
    r->record.place = (sel_record_place){.line = r->row->line, .offset = r->row->offset};
    read_identity(r);
    r->record.description = kept(r, SEL_FIELD_DESCRIPTION);
    r->record.theme = kept(r, SEL_FIELD_THEME);
    r->record.language = kept(r, SEL_FIELD_LANGUAGE);
    r->record.note = kept(r, SEL_FIELD_NOTE);
    r->record.source_url = kept(r, SEL_FIELD_SOURCE_URL);
    r->record.coordination = kept(r, SEL_FIELD_COORDINATION);
    r->record.request = kept(r, SEL_FIELD_REQUEST);
    r->record.asked_first = yes_or_no(r, SEL_FIELD_ASKED_FIRST);
    r->record.status = read_status(r);
    r->record.kinds = read_codes(r, SEL_FIELD_KIND, "W_KIND_UNKNOWN", sel_kind_find);
    r->record.for_whom = read_codes(r, SEL_FIELD_FOR_WHOM, "W_FOR_WHOM_UNKNOWN", sel_audience_find);
    read_dates(r);
    read_money(r);
    read_recipients(r);
    read_capabilities(r);
    read_cyber_share(r);
    read_parties(r);
    read_conditions(r);
    read_links(r);
    trace(r, SEL_FIELD_THEME, "as-written");
    if (r->record.id.len == 0)
        make_id(r);
    return true;
}
