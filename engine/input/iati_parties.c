#include "base/number.h"
#include "input/iati_reading.h"

typedef struct parties {
    sel_party *list;
    uint32_t count;
    uint32_t room;
} parties;

static void add_party(sel_iati_reading *in, parties *all, sel_party party,
                      const sel_xml_element *element)
{
    if (party.name.len == 0 && party.ref.len == 0) {
        sel_iati_issue(in, "W_PARTY_EMPTY", element, (sel_str){0});
        return;
    }
    if (all->count == SEL_IATI_LIST_MAX) {
        sel_iati_issue(in, "W_TOO_MANY", element, party.name);
        return;
    }
    all->list = sel_arena_one_more(in->arena, all->list, all->count, &all->room, sizeof party);
    all->list[all->count++] = party;
}

/* IATI OrganisationType; 0 for what is not in the list. */
static uint8_t organisation_kind(const sel_iati_reading *in, const sel_xml_element *element)
{
    static const uint8_t kinds[] = {10, 11, 15, 21, 22, 23, 24, 30, 40, 60, 70, 71, 72, 73, 80, 90};
    sel_str text = sel_xml_value(element, "type");
    int64_t number = 0;
    if (text.len == 0)
        return 0;
    sel_number_integer(text, &number);
    for (size_t i = 0; i < sizeof kinds; i++)
        if (kinds[i] == number)
            return kinds[i];
    sel_iati_issue(in, "N_ORGANISATION_TYPE", element, text);
    return 0;
}

static sel_party party_of(const sel_iati_reading *in, const sel_xml_element *element, sel_role role)
{
    return (sel_party){
        .name = sel_iati_text(in, element),
        .ref = sel_xml_value(element, "ref"),
        .role = role,
        .ladder = SEL_UNKNOWN,
        .kind = organisation_kind(in, element),
    };
}

/* IATI OrganisationRole 1-4 are numbered as sel_role is. */
static sel_role role_of(const sel_iati_reading *in, const sel_xml_element *element)
{
    sel_str text = sel_xml_value(element, "role");
    if (text.len == 1 && text.ptr[0] >= '1' && text.ptr[0] <= '4')
        return (sel_role)(text.ptr[0] - '0');
    sel_iati_issue(in, "W_ROLE_UNKNOWN", element, text);
    return SEL_ROLE_UNKNOWN;
}

static void add_participants(sel_iati_reading *in, parties *all)
{
    for (const sel_xml_element *one = sel_iati_find(in, "participating-org"); one != NULL;
         one = sel_xml_find(one->next, "participating-org")) {
        sel_party party = party_of(in, one, role_of(in, one));
        party.activity_id = sel_xml_value(one, "activity-id");
        add_party(in, all, party, one);
    }
}

/* Who reports is not who gives when it republishes somebody else's data. */
static void add_reporter(sel_iati_reading *in, parties *all)
{
    const sel_xml_element *reporter = sel_iati_find(in, "reporting-org");
    if (reporter == NULL)
        return;
    sel_str secondary = sel_xml_value(reporter, "secondary-reporter");
    if (sel_str_is(secondary, "1") || sel_str_is(secondary, "true"))
        return;
    add_party(in, all, party_of(in, reporter, SEL_ROLE_REPORTING), reporter);
}

static bool has_role(const parties *all, sel_role role)
{
    for (uint32_t i = 0; i < all->count; i++)
        if (all->list[i].role == role)
            return true;
    return false;
}

static bool is_listed(const parties *all, const sel_party *party)
{
    for (uint32_t i = 0; i < all->count; i++) {
        const sel_party *one = &all->list[i];
        if (one->role != party->role)
            continue;
        if (party->ref.len > 0 ? sel_str_equal(one->ref, party->ref)
                               : sel_str_equal_ascii(one->name, party->name))
            return true;
    }
    return false;
}

/* Where no participant is called funding, those from whom money came in are: incoming funds (1)
 * and incoming commitments (11). */
static void add_providers(sel_iati_reading *in, parties *all)
{
    if (has_role(all, SEL_ROLE_FUNDING))
        return;
    for (const sel_xml_element *one = sel_iati_find(in, "transaction"); one != NULL;
         one = sel_xml_find(one->next, "transaction")) {
        sel_str type = sel_iati_transaction_type(one);
        const sel_xml_element *provider = sel_xml_find(one->children, "provider-org");
        if (provider == NULL || (!sel_str_is(type, "1") && !sel_str_is(type, "11")))
            continue;
        sel_party party = party_of(in, provider, SEL_ROLE_FUNDING);
        if ((party.name.len == 0 && party.ref.len == 0) || is_listed(all, &party))
            continue;
        sel_iati_field(in, "funder", provider, party.name, "provider-of-transaction");
        add_party(in, all, party, provider);
    }
}

void sel_iati_parties(sel_iati_reading *in)
{
    parties all = {0};
    add_participants(in, &all);
    add_providers(in, &all);
    add_reporter(in, &all);
    if (!has_role(&all, SEL_ROLE_FUNDING))
        sel_iati_missing(in, "N_NO_FUNDER", "participating-org");
    in->record.parties = all.list;
    in->record.party_count = all.count;
}
