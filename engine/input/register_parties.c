#include "input/register_parties.h"

typedef struct party_list {
    sel_party list[SEL_REGISTER_VALUES_MAX];
    uint32_t count;
} party_list;

static bool is_known(const sel_register_row *r, sel_str name)
{
    return sel_organisations_find(&r->reference->organisations, (sel_str){0}, name) != NULL;
}

static void add_party(const sel_register_row *r, party_list *parties, sel_role role, sel_str name)
{
    if (parties->count < SEL_REGISTER_VALUES_MAX && name.len > 0)
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
        sel_register_report(r, "N_ORGANISATION_SPLIT", field, name, (sel_str){0});
        add_party(r, parties, role, first);
        add_party(r, parties, role, second);
    } else {
        add_party(r, parties, role, name);
    }
}

static void read_role(sel_register_row *r, party_list *parties, sel_register_field field,
                      sel_role role)
{
    sel_str rest = sel_register_cell(r, field);
    sel_str name;
    while (sel_register_next_value(&rest, &name))
        add_organisation(r, parties, field, role, name);
    sel_register_trace(r, field, "as-written");
}

/* "Name=group:role", the role may be missing. */
static void read_stakeholders(sel_register_row *r, party_list *parties)
{
    sel_str rest = sel_register_cell(r, SEL_FIELD_STAKEHOLDERS);
    sel_str value;
    while (sel_register_next_value(&rest, &value)) {
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
            sel_register_report(r, "W_STAKEHOLDER_UNKNOWN", SEL_FIELD_STAKEHOLDERS, value,
                                (sel_str){0});
    }
    sel_register_trace(r, SEL_FIELD_STAKEHOLDERS, "as-written");
}

void sel_register_parties(sel_register_row *r)
{
    party_list *parties = sel_arena_array(r->arena, 1, sizeof *parties);
    read_role(r, parties, SEL_FIELD_FUNDER, SEL_ROLE_FUNDING);
    read_role(r, parties, SEL_FIELD_EXTENDING, SEL_ROLE_EXTENDING);
    read_role(r, parties, SEL_FIELD_IMPLEMENTER, SEL_ROLE_IMPLEMENTING);
    read_role(r, parties, SEL_FIELD_REPORTER, SEL_ROLE_REPORTING);
    read_stakeholders(r, parties);
    r->record.parties = parties->list;
    r->record.party_count = parties->count;
    if (sel_register_cell(r, SEL_FIELD_FUNDER).len == 0)
        sel_register_report(r, "N_NO_FUNDER", SEL_FIELD_FUNDER, (sel_str){0}, (sel_str){0});
}
