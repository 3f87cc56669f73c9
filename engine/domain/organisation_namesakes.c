/* organisation_namesakes.c - one name, several organisations. */
#include "base/fold.h"
#include "domain/organisation_rolling.h"

/* What is known of the identifiers given with a name. */
typedef struct bearer {
    char country[2]; /* of the first that says one; zero: none does */
    bool several;    /* they are of several countries */
} bearer;

/* The country that an identifier begins with ("NL-KVK-…"); false when it begins with a list of no
 * country's: those begin with X, Kosovo's apart. */
static bool country_of(sel_str ref, char country[2])
{
    if (ref.len < 3 || ref.ptr[2] != '-')
        return false;
    for (size_t i = 0; i < 2; i++)
        if (ref.ptr[i] < 'A' || ref.ptr[i] > 'Z')
            return false;
    sel_str code = sel_str_part(ref, 0, 2);
    if (code.ptr[0] == 'X' && !sel_str_is(code, "XK"))
        return false;
    memcpy(country, sel_str_is(code, "UK") ? "GB" : code.ptr, 2);
    return true;
}

static sel_str ref_of(const sel_organisation_roll *roll, const sel_roll_link *link)
{
    sel_str key = sel_index_name(roll->keys, link->ref);
    return sel_str_part(key, sizeof "ref:" - 1, key.len);
}

/* What people decided about a name holds for all who bear it. */
static bool is_decided(const sel_roll_node *node)
{
    return node->group != SEL_NONE || node->alone;
}

static bool find_shared(const sel_organisation_roll *roll, bearer *bearers)
{
    bool any = false;
    for (uint32_t i = 0; i < roll->link_count; i++) {
        const sel_roll_link *link = &roll->links[i];
        bearer *of = &bearers[link->name];
        char country[2];
        if (is_decided(&roll->nodes[link->name]) || !country_of(ref_of(roll, link), country))
            continue;
        if (of->country[0] == '\0')
            memcpy(of->country, country, sizeof country);
        of->several |= memcmp(of->country, country, sizeof country) != 0;
        any |= of->several;
    }
    return any;
}

static void drop_links(sel_organisation_roll *roll, const bearer *bearers)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < roll->link_count; i++)
        if (!bearers[roll->links[i].name].several)
            roll->links[kept++] = roll->links[i];
    roll->link_count = kept;
}

/* The organisation of an identifier is called "Name (REF)", and found by that. */
static void call(sel_organisation_roll *roll, uint32_t node, sel_str name, sel_str ref)
{
    sel_str called =
        sel_str_printf(roll->scratch, "%.*s (%.*s)", SEL_STR_ARG(name), SEL_STR_ARG(ref));
    if (roll->nodes[node].is_ref)
        roll->nodes[node].name = (sel_str){0};
    roll->nodes[node].is_ref = false;
    sel_roll_offer_name(roll, node, called);
    uint32_t other = sel_roll_node_at(roll, sel_roll_key(roll, called), SEL_NONE);
    roll->nodes[other].stands_for = node;
}

static void part(sel_organisation_roll *roll, sel_roll_spelling *spelling)
{
    sel_str ref = sel_organisation_ref(roll->scratch, spelling->ref);
    uint32_t name = spelling->node;
    if (ref.len > 0) {
        sel_str key = sel_str_printf(roll->scratch, "ref:%.*s", SEL_STR_ARG(ref));
        spelling->node = sel_roll_node_at(roll, key, SEL_NONE);
        call(roll, spelling->node, roll->nodes[name].name, ref);
    }
    roll->nodes[spelling->node].used = true;
}

void sel_roll_part_namesakes(sel_organisation_roll *roll)
{
    uint32_t nodes = sel_index_count(roll->keys);
    bearer *bearers = sel_arena_array(roll->arena, nodes, sizeof *bearers);
    if (!find_shared(roll, bearers))
        return;
    drop_links(roll, bearers);
    for (uint32_t i = 0; i < nodes; i++)
        roll->nodes[i].used &= !bearers[i].several;
    for (uint32_t i = 0; i < sel_roll_spelling_count(roll); i++) {
        sel_roll_spelling *spelling = &roll->spellings[i];
        if (spelling->node != SEL_NONE && spelling->node < nodes && bearers[spelling->node].several)
            part(roll, spelling);
    }
    sel_arena_reset(roll->scratch);
}
