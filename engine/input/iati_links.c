#include "base/number.h"
#include "input/iati_reading.h"

/* Others named so far, by kind of link. */
typedef struct named {
    sel_iati_keys by_kind[SEL_LINK_COUNT];
} named;

static void add_link(sel_iati_reading *in, named *all, const sel_xml_element *element,
                     sel_link_kind kind, sel_str other)
{
    if (other.len == 0)
        return;
    if (sel_str_equal(other, in->id)) {
        if (strcmp(element->name, "related-activity") == 0)
            sel_iati_issue(in, "N_LINK_SELF", element, other);
        return;
    }
    sel_iati_keys *of_kind = &all->by_kind[kind];
    uint32_t before = of_kind->count;
    uint32_t number = sel_iati_key(of_kind, in->arena, other);
    if (number != SEL_NONE && number < before)
        return;
    if (number == SEL_NONE || in->link_count == SEL_IATI_LIST_MAX) {
        sel_iati_issue(in, "W_TOO_MANY", element, other);
        return;
    }
    in->links =
        sel_arena_one_more(in->arena, in->links, in->link_count, &in->link_room, sizeof *in->links);
    in->links[in->link_count++] = (sel_programme_link){.kind = kind, .other = other};
}

/* IATI RelatedActivityType: what the other activity is to this one. A third party's report tells
 * the same activity. */
static void add_related(sel_iati_reading *in, named *all)
{
    static const sel_link_kind kinds[] = {
        ['1'] = SEL_LINK_PARENT,   ['2'] = SEL_LINK_CHILD, ['3'] = SEL_LINK_SIBLING,
        ['4'] = SEL_LINK_COFUNDED, ['5'] = SEL_LINK_SAME,
    };
    for (const sel_xml_element *one = sel_iati_find(in, "related-activity"); one != NULL;
         one = sel_xml_find(one->next, "related-activity")) {
        sel_str type = sel_xml_value(one, "type");
        sel_str other = sel_xml_value(one, "ref");
        if (other.len == 0)
            sel_iati_issue(in, "W_RELATED_UNREAD", one, (sel_str){0});
        else if (type.len != 1 || type.ptr[0] < '1' || type.ptr[0] > '5')
            sel_iati_issue(in, "W_RELATED_UNREAD", one, type);
        else
            add_link(in, all, one, kinds[(unsigned char)type.ptr[0]], other);
    }
}

/* A participant's own activity describes its part in this one: the same money on its way, from
 * who funds to who implements (IATI OrganisationRole 1 and 4). */
static void add_participants(sel_iati_reading *in, named *all)
{
    for (const sel_xml_element *one = sel_iati_find(in, "participating-org"); one != NULL;
         one = sel_xml_find(one->next, "participating-org")) {
        sel_str role = sel_iati_code_of(SEL_IATI_ROLE, sel_xml_value(one, "role"));
        sel_link_kind kind = sel_str_is(role, "1")   ? SEL_LINK_UPSTREAM
                             : sel_str_is(role, "4") ? SEL_LINK_DOWNSTREAM
                                                     : SEL_LINK_CHAIN;
        add_link(in, all, one, kind, sel_xml_value(one, "activity-id"));
    }
}

static void add_chain(sel_iati_reading *in, named *all, const sel_xml_element *transaction)
{
    const sel_xml_element *from = sel_xml_find(transaction->children, "provider-org");
    const sel_xml_element *to = sel_xml_find(transaction->children, "receiver-org");
    if (from != NULL)
        add_link(in, all, from, SEL_LINK_UPSTREAM, sel_xml_value(from, "provider-activity-id"));
    if (to != NULL)
        add_link(in, all, to, SEL_LINK_DOWNSTREAM, sel_xml_value(to, "receiver-activity-id"));
}

/* Of IATI OtherIdentifierType only A3 (previous) and A9 (other) name activities as others may
 * know them; internal numbers (A1, A2) could hit a stranger's record. 1.* has the identifier as
 * text and no type: it counts when its owner's reference begins it, as in an IATI identifier. */
static void add_other_identifiers(sel_iati_reading *in, named *all)
{
    for (const sel_xml_element *one = sel_iati_find(in, "other-identifier"); one != NULL;
         one = sel_xml_find(one->next, "other-identifier")) {
        sel_str type = sel_xml_value(one, "type");
        sel_str owner = sel_xml_value(one, "owner-ref");
        if (sel_str_is(type, "A3") || sel_str_is(type, "A9"))
            add_link(in, all, one, SEL_LINK_SAME, sel_xml_value(one, "ref"));
        else if (type.len == 0 && owner.len > 0 && one->text.len > owner.len &&
                 sel_str_starts(one->text, owner) && one->text.ptr[owner.len] == '-')
            add_link(in, all, one, SEL_LINK_SAME, one->text);
    }
}

static bool has_link(const sel_iati_reading *in, sel_link_kind kind)
{
    for (uint32_t i = 0; i < in->link_count; i++)
        if (in->links[i].kind == kind)
            return true;
    return false;
}

/* A part of something larger that does not say of what may be counted twice. */
static void read_level(sel_iati_reading *in)
{
    sel_str text = sel_xml_value(in->activity, "hierarchy");
    int64_t level = 0;
    if (text.len == 0)
        return;
    if (!sel_number_integer(text, &level) || level < 1 || level > UINT8_MAX) {
        sel_iati_issue(in, "W_LEVEL_UNREAD", in->activity, text);
        return;
    }
    in->record.level = (uint8_t)level;
    if (level > 1 && !has_link(in, SEL_LINK_PARENT))
        sel_iati_issue(in, "N_HIERARCHY_ALONE", in->activity, text);
}

void sel_iati_links(sel_iati_reading *in)
{
    named all = {0};
    add_related(in, &all);
    add_participants(in, &all);
    add_other_identifiers(in, &all);
    for (uint32_t i = 0; i < in->transaction_count; i++)
        add_chain(in, &all, in->transactions[i].element);
    for (const sel_xml_element *one = sel_iati_find(in, "planned-disbursement"); one != NULL;
         one = sel_xml_find(one->next, "planned-disbursement"))
        add_chain(in, &all, one);
    read_level(in);
    in->record.links = in->links;
    in->record.link_count = in->link_count;
}
