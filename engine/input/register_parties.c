#include "input/register_parties.h"

#include "base/nearest.h"
#include "base/number.h"

static const sel_register_role roles[] = {
    {SEL_FIELD_FUNDER, SEL_ROLE_FUNDING},      {SEL_FIELD_ACCOUNTABLE, SEL_ROLE_ACCOUNTABLE},
    {SEL_FIELD_EXTENDING, SEL_ROLE_EXTENDING}, {SEL_FIELD_IMPLEMENTER, SEL_ROLE_IMPLEMENTING},
    {SEL_FIELD_REPORTER, SEL_ROLE_REPORTING},  {SEL_FIELD_STAKEHOLDERS, SEL_ROLE_PARTICIPANT},
    {SEL_FIELD_OTHER_PARTY, SEL_ROLE_UNKNOWN},
};

const sel_register_role *sel_register_roles(uint32_t *count)
{
    *count = sizeof roles / sizeof roles[0];
    return roles;
}

typedef struct party_list {
    sel_party *list;
    uint32_t count;
    uint32_t room;
} party_list;

static void add_party(const sel_register_row *r, party_list *parties, sel_register_field field,
                      const sel_party *party)
{
    if (party->name.len == 0 && party->ref.len == 0)
        return;
    if (parties->count == SEL_REGISTER_VALUES_MAX) {
        sel_register_report(r, "W_TOO_MANY", field, party->name, (sel_str){0});
        return;
    }
    parties->list =
        sel_arena_one_more(r->arena, parties->list, parties->count, &parties->room, sizeof *party);
    parties->list[parties->count++] = *party;
}

/* --- names --- */

static bool is_known(const sel_organisations *organisations, sel_str name)
{
    return sel_organisations_find(organisations, (sel_str){0}, name) != NULL;
}

bool sel_register_is_two(const sel_organisations *organisations, sel_str name, size_t *at)
{
    static const sel_str conjunction = {" and ", 5};
    *at = sel_str_find(name, conjunction);
    return *at < name.len && !is_known(organisations, name) &&
           is_known(organisations, sel_str_part(name, 0, *at)) &&
           is_known(organisations, sel_str_part(name, *at + conjunction.len, name.len));
}

static void add_name(const sel_register_row *r, party_list *parties, sel_register_field field,
                     sel_party party)
{
    size_t at = 0;
    sel_str name = party.name;
    if (!sel_register_is_two(&r->reference->organisations, name, &at)) {
        add_party(r, parties, field, &party);
        return;
    }
    sel_register_report(r, "N_ORGANISATION_SPLIT", field, name, (sel_str){0});
    party.name = sel_str_part(name, 0, at);
    add_party(r, parties, field, &party);
    party.name = sel_str_part(name, at + 5, name.len);
    add_party(r, parties, field, &party);
}

/* --- what is said of a name --- */

static bool take_kind(sel_str text, sel_party *party)
{
    int64_t kind = 0;
    if (!sel_number_integer(text, &kind) || kind < 1 || kind > UINT8_MAX)
        return false;
    party->kind = (uint8_t)kind;
    return true;
}

static bool take_word(sel_str word, sel_party *party)
{
    sel_stakeholder group = sel_stakeholder_find(word);
    int rung = sel_ladder_find(word);
    if (group != SEL_STAKEHOLDER_UNKNOWN)
        party->stakeholder = group;
    else if (rung >= 0)
        party->ladder = (int8_t)rung;
    else if (sel_register_ends(word, '%') && sel_register_percent(word, &party->share.ppm))
        party->share.known = true;
    else
        return false;
    return true;
}

static bool take_attribute(const sel_register_row *r, const sel_register_attribute *attribute,
                           sel_party *party)
{
    if (attribute->key.len == 0)
        return take_word(attribute->value, party);
    if (sel_str_is(attribute->key, "kind"))
        return take_kind(attribute->value, party);
    if (sel_str_is(attribute->key, "ref"))
        party->ref = sel_register_meant(r, attribute->value);
    else if (sel_str_is(attribute->key, "activity"))
        party->activity_id = sel_register_meant(r, attribute->value);
    else
        return false;
    return true;
}

static sel_str nearest_word(sel_str word)
{
    sel_nearest nearest = sel_nearest_start(word);
    for (int i = 1; i < SEL_STAKEHOLDER_COUNT; i++)
        sel_nearest_offer(&nearest, sel_str_of(sel_stakeholder_code((sel_stakeholder)i)));
    for (int i = 0; i < SEL_LADDER_COUNT; i++)
        sel_nearest_offer(&nearest, sel_str_of(sel_ladder_code((sel_ladder)i)));
    return nearest.name;
}

static void report_attribute(const sel_register_row *r, sel_register_field field,
                             const sel_register_attribute *attribute)
{
    bool word = attribute->key.len == 0;
    sel_register_report(r, word ? "W_STAKEHOLDER_UNKNOWN" : "W_PARTY_UNREAD", field,
                        word ? attribute->value : attribute->key,
                        word ? nearest_word(attribute->value) : (sel_str){0});
}

/* How many attributes are understood; told: those that are not are reported. */
static uint32_t take_attributes(const sel_register_row *r, sel_register_field field, sel_str said,
                                bool told, sel_party *party)
{
    uint32_t understood = 0;
    sel_register_attribute attribute;
    while (sel_register_next_attribute(&said, &attribute)) {
        bool taken = take_attribute(r, &attribute, party);
        understood += taken;
        if (!taken && told)
            report_attribute(r, field, &attribute);
    }
    return understood;
}

/* An "=" ends the name where something behind it is understood, or nothing stands there; in the
 * column of stakeholders always. */
static void read_value(const sel_register_row *r, party_list *parties, sel_register_role of,
                       sel_str value)
{
    sel_party party = {.role = of.role, .ladder = SEL_UNKNOWN};
    size_t equals = sel_register_sign(value, '=');
    if (equals == value.len) {
        party.name = sel_register_meant(r, value);
        add_name(r, parties, of.field, party);
        return;
    }
    sel_str said = sel_str_trim(sel_str_part(value, equals + 1, value.len));
    sel_party tried = party;
    bool cut = of.role == SEL_ROLE_PARTICIPANT || said.len == 0 ||
               take_attributes(r, of.field, said, false, &tried) > 0;
    if (cut)
        take_attributes(r, of.field, said, true, &party);
    else
        sel_register_report(r, "W_PARTY_UNREAD", of.field, value, (sel_str){0});
    party.name = sel_register_meant(r, cut ? sel_str_trim(sel_str_part(value, 0, equals)) : value);
    add_party(r, parties, of.field, &party);
}

static void read_role(sel_register_row *r, party_list *parties, sel_register_role of)
{
    uint32_t before = parties->count;
    uint64_t sum = 0;
    uint32_t count = 0;
    const sel_str *values = sel_register_values(r, of.field, &count);
    for (uint32_t i = 0; i < count; i++)
        read_value(r, parties, of, values[i]);
    for (uint32_t i = before; i < parties->count; i++)
        sum += parties->list[i].share.ppm;
    if (of.role == SEL_ROLE_FUNDING && sum > SEL_PPM + SEL_PPM / 200)
        sel_register_report(r, "W_SHARES_OVER", of.field, sel_register_cell(r, of.field),
                            (sel_str){0});
    sel_register_trace(r, of.field, "as-written");
}

void sel_register_parties(sel_register_row *r)
{
    party_list parties = {0};
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
        read_role(r, &parties, roles[i]);
    r->record.parties = parties.list;
    r->record.party_count = parties.count;
    if (sel_register_cell(r, SEL_FIELD_FUNDER).len == 0)
        sel_register_report(r, "N_NO_FUNDER", SEL_FIELD_FUNDER, (sel_str){0}, (sel_str){0});
}
