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
    sel_str code = sel_iati_code(in, SEL_IATI_ROLE, element, "role");
    if (code.len > 0)
        return (sel_role)(code.ptr[0] - '0');
    sel_iati_issue(in, "W_ROLE_UNKNOWN", element, sel_xml_value(element, "role"));
    return SEL_ROLE_UNKNOWN;
}

/* Names that stand for whoever it may be: two of them are not one organisation. */
static bool is_placeholder(sel_str name)
{
    static const char *const names[] = {"international ngo",
                                        "national ngo",
                                        "local ngo",
                                        "recipient government",
                                        "donor government",
                                        "national execution",
                                        "other",
                                        "others",
                                        "unknown",
                                        "not specified",
                                        "none",
                                        "n/a",
                                        "na",
                                        "tbd",
                                        "various",
                                        "miscellaneous",
                                        "undefined",
                                        "multiple recipients",
                                        "-",
                                        "not available"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (sel_str_equal_ascii(name, sel_str_of(names[i])))
            return true;
    return false;
}

static void add_participant(sel_iati_reading *in, parties *all, const sel_xml_element *element)
{
    sel_party party = party_of(in, element, role_of(in, element));
    party.activity_id = sel_xml_value(element, "activity-id");
    if (party.ref.len == 0 && is_placeholder(party.name)) {
        sel_iati_issue(in, "W_PARTY_PLACEHOLDER", element, party.name);
        return;
    }
    if (party.ref.len == 0 && party.name.len > 0)
        sel_iati_issue(in, "N_PARTY_BY_NAME", element, party.name);
    add_party(in, all, party, element);
}

/* What one participant is told apart by where each language has an element of its own, as 1.* does:
 * role, reference and activity. Empty: it stands for itself. */
static sel_str translated_key(const sel_iati_reading *in, const sel_xml_element *element)
{
    sel_str ref = sel_xml_value(element, "ref");
    if (ref.len == 0 || sel_xml_value(element, "xml:lang").len == 0)
        return (sel_str){0};
    return sel_str_printf(in->arena, "%.*s\n%.*s\n%.*s", SEL_STR_ARG(ref),
                          SEL_STR_ARG(sel_xml_value(element, "role")),
                          SEL_STR_ARG(sel_xml_value(element, "activity-id")));
}

/* Of each participant the element in the best language. */
typedef struct best {
    sel_iati_keys keys;
    const sel_xml_element **elements;
    uint32_t room;
} best;

static void offer(const sel_iati_reading *in, best *of, const sel_xml_element *element)
{
    sel_str key = translated_key(in, element);
    uint32_t before = of->keys.count;
    uint32_t number = key.len == 0 ? SEL_NONE : sel_iati_key(&of->keys, in->arena, key);
    if (number == SEL_NONE)
        return;
    if (number == before) {
        of->elements =
            sel_arena_one_more(in->arena, of->elements, before, &of->room, sizeof *of->elements);
        of->elements[number] = element;
    } else if (sel_iati_fit(in, element) > sel_iati_fit(in, of->elements[number])) {
        of->elements[number] = element;
    }
}

static bool is_best(const sel_iati_reading *in, best *of, const sel_xml_element *element)
{
    sel_str key = translated_key(in, element);
    uint32_t number = key.len == 0 ? SEL_NONE : sel_iati_key(&of->keys, in->arena, key);
    return number == SEL_NONE || of->elements[number] == element;
}

static void add_participants(sel_iati_reading *in, parties *all)
{
    best of = {0};
    const sel_xml_element *first = sel_iati_find(in, "participating-org");
    for (const sel_xml_element *one = first; one != NULL;
         one = sel_xml_find(one->next, "participating-org"))
        offer(in, &of, one);
    for (const sel_xml_element *one = first; one != NULL;
         one = sel_xml_find(one->next, "participating-org"))
        if (is_best(in, &of, one))
            add_participant(in, all, one);
}

/* Who reports is not who gives when it republishes somebody else's data. */
static void add_reporter(sel_iati_reading *in, parties *all)
{
    const sel_xml_element *reporter = sel_iati_find(in, "reporting-org");
    if (reporter == NULL)
        return;
    sel_str secondary = sel_xml_value(reporter, "secondary-reporter");
    if (sel_str_is(secondary, "1") || sel_str_is(secondary, "true"))
        sel_iati_issue(in, "N_REPORTER_SECONDARY", reporter, sel_xml_value(reporter, "ref"));
    else
        add_party(in, all, party_of(in, reporter, SEL_ROLE_REPORTING), reporter);
}

static bool has_role(const parties *all, sel_role role)
{
    for (uint32_t i = 0; i < all->count; i++)
        if (all->list[i].role == role)
            return true;
    return false;
}

/* One organisation by its reference, else by its name in any case. */
static sel_str provider_key(const sel_iati_reading *in, const sel_party *party)
{
    if (party->ref.len > 0)
        return party->ref;
    char *lower = sel_arena_copy(in->arena, party->name.ptr, party->name.len);
    for (size_t i = 0; i < party->name.len; i++)
        lower[i] = sel_ascii_lower(lower[i]);
    return (sel_str){lower, party->name.len};
}

/* Where no participant is called funding, those from whom money came in are: incoming funds (1)
 * and incoming commitments (11). */
static void add_providers(sel_iati_reading *in, parties *all)
{
    sel_iati_keys listed = {0};
    if (has_role(all, SEL_ROLE_FUNDING))
        return;
    for (uint32_t i = 0; i < in->transaction_count; i++) {
        const sel_iati_transaction *one = &in->transactions[i];
        const sel_xml_element *provider = sel_xml_find(one->element->children, "provider-org");
        if (provider == NULL || (one->type != 1 && one->type != 11))
            continue;
        sel_party party = party_of(in, provider, SEL_ROLE_FUNDING);
        if (party.name.len == 0 && party.ref.len == 0)
            continue;
        uint32_t before = listed.count;
        uint32_t number = sel_iati_key(&listed, in->arena, provider_key(in, &party));
        if (number != before)
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
