/* organisation_settle.c - spellings become organisations, whatever order they came in. */
#include "base/fold.h"
#include "domain/organisation_rolling.h"

static uint32_t root_of(const sel_organisation_roll *roll, uint32_t node)
{
    sel_roll_node *nodes = roll->nodes;
    while (nodes[node].parent != node)
        node = nodes[node].parent = nodes[nodes[node].parent].parent;
    return node;
}

/* Join two sets unless decisions made two organisations of them. */
static void join(sel_organisation_roll *roll, uint32_t a, uint32_t b)
{
    a = root_of(roll, a);
    b = root_of(roll, b);
    sel_roll_node *nodes = roll->nodes;
    if (a == b || (nodes[a].anchor != SEL_NONE && nodes[b].anchor != SEL_NONE))
        return;
    if (nodes[a].anchor == SEL_NONE)
        nodes[a].anchor = nodes[b].anchor;
    nodes[b].parent = a;
    nodes[a].used |= nodes[b].used;
}

typedef struct keyed_link {
    sel_str ref;
    sel_str name;
    sel_roll_link link;
} keyed_link;

static int by_keys(const void *a, const void *b)
{
    const keyed_link *left = a;
    const keyed_link *right = b;
    int order = sel_str_compare(left->ref, right->ref);
    return order != 0 ? order : sel_str_compare(left->name, right->name);
}

static void join_groups(sel_organisation_roll *roll)
{
    for (uint32_t i = 0; i < roll->group_count; i++) {
        const sel_roll_group *group = &roll->groups[i];
        for (uint32_t j = 1; j < group->count; j++)
            join(roll, group->members[0], group->members[j]);
        if (group->count > 0)
            roll->nodes[root_of(roll, group->members[0])].anchor = i;
    }
}

/* In the order of keys, so that where two decided organisations share an identifier it does not
 * matter who came first. */
static void join_links(sel_organisation_roll *roll)
{
    keyed_link *links = sel_arena_array(roll->arena, roll->link_count, sizeof *links);
    for (uint32_t i = 0; i < roll->link_count; i++)
        links[i] = (keyed_link){sel_index_name(roll->keys, roll->links[i].ref),
                                sel_index_name(roll->keys, roll->links[i].name), roll->links[i]};
    if (roll->link_count > 0)
        qsort(links, roll->link_count, sizeof *links, by_keys);
    for (uint32_t i = 0; i < roll->link_count; i++)
        join(roll, links[i].link.name, links[i].link.ref);
}

/* --- what a set of nodes is called, and what the table knows of it --- */

/* The node that names a set without decisions: a name rather than an identifier, then by bytes. */
static bool names_better(const sel_roll_node *one, const sel_roll_node *best)
{
    if (one->is_ref != best->is_ref)
        return best->is_ref;
    return sel_str_compare(one->name, best->name) < 0;
}

/* An organisation in the making. */
typedef struct naming {
    uint32_t root;
    uint32_t by; /* node that gives the name */
    sel_str key; /* of that node */
    sel_roll_organisation organisation;
} naming;

static void describe(const sel_organisation_roll *roll, naming *of)
{
    const sel_roll_node *nodes = roll->nodes;
    uint32_t group = nodes[of->root].anchor;
    of->organisation.known = nodes[of->by].known;
    if (group != SEL_NONE) {
        const sel_roll_group *decided = &roll->groups[group];
        of->by = decided->members[0];
        of->organisation.known = SEL_NONE;
        for (uint32_t i = 0; i < decided->count && of->organisation.known == SEL_NONE; i++)
            of->organisation.known = nodes[decided->members[i]].known;
    }
    of->organisation.name = nodes[of->by].name;
    of->organisation.decided = group != SEL_NONE || nodes[of->by].alone;
    of->key = sel_index_name(roll->keys, of->by);
}

static uint32_t add_node(sel_organisation_roll *roll, naming *names, uint32_t count, uint32_t node)
{
    sel_roll_node *nodes = roll->nodes;
    uint32_t root = root_of(roll, node);
    if (!nodes[root].used)
        return count;
    uint32_t number = nodes[root].organisation;
    if (number == SEL_NONE) {
        nodes[root].organisation = count;
        names[count] = (naming){.root = root, .by = node};
        return count + 1;
    }
    if (names_better(&nodes[node], &nodes[names[number].by]))
        names[number].by = node;
    return count;
}

static int by_name(const void *a, const void *b)
{
    const naming *left = a;
    const naming *right = b;
    int order = sel_str_compare(left->organisation.name, right->organisation.name);
    return order != 0 ? order : sel_str_compare(left->key, right->key);
}

static void number_organisations(sel_organisation_roll *roll)
{
    uint32_t nodes = sel_index_count(roll->keys);
    naming *names = sel_arena_array(roll->arena, nodes, sizeof *names);
    uint32_t count = 0;
    for (uint32_t i = 0; i < nodes; i++)
        count = add_node(roll, names, count, i);
    for (uint32_t i = 0; i < count; i++)
        describe(roll, &names[i]);
    if (count > 0)
        qsort(names, count, sizeof *names, by_name);
    roll->organisations = sel_arena_array(roll->arena, count, sizeof *roll->organisations);
    roll->organisation_count = count;
    for (uint32_t i = 0; i < count; i++) {
        roll->organisations[i] = names[i].organisation;
        roll->nodes[names[i].root].organisation = i;
    }
}

/* --- donors --- */

static uint32_t donor_node(sel_organisation_roll *roll, uint32_t known)
{
    const sel_organisation *of = &roll->table->list[known];
    const sel_organisation *donor =
        sel_organisations_find(roll->table, (sel_str){0}, of->belongs_to);
    return sel_roll_known_node(roll, donor == NULL ? of : donor);
}

/* Donors have nodes, theirs too; a node made here is looked at in its turn. */
static void make_donors(sel_organisation_roll *roll)
{
    for (uint32_t i = 0; i < sel_index_count(roll->keys); i++)
        if (roll->nodes[i].known != SEL_NONE)
            donor_node(roll, roll->nodes[i].known);
    sel_arena_reset(roll->scratch);
}

/* What a used organisation belongs to is used. */
static void use_donors(sel_organisation_roll *roll)
{
    for (bool more = true; more;) {
        more = false;
        for (uint32_t i = 0; i < sel_index_count(roll->keys); i++) {
            const sel_roll_node *node = &roll->nodes[i];
            if (node->known == SEL_NONE || !roll->nodes[root_of(roll, i)].used)
                continue;
            sel_roll_node *donor = &roll->nodes[root_of(roll, donor_node(roll, node->known))];
            more |= !donor->used;
            donor->used = true;
        }
    }
    sel_arena_reset(roll->scratch);
}

/* The donor's donor, and so on. Merges can make a ring of donors that belong to each other: then it
 * is the first of the ring by name. */
static uint32_t last_donor(const uint32_t *next, uint32_t of)
{
    enum { STEPS = 8 };
    for (int i = 0; i < STEPS && next[of] != of; i++)
        of = next[of];
    uint32_t first = of;
    for (int i = 0; i < STEPS && next[of] != of; i++) {
        of = next[of];
        first = of < first ? of : first;
    }
    return first;
}

static void find_donors(sel_organisation_roll *roll)
{
    uint32_t *next = sel_arena_array(roll->arena, roll->organisation_count, sizeof *next);
    for (uint32_t i = 0; i < roll->organisation_count; i++) {
        uint32_t known = roll->organisations[i].known;
        next[i] = i;
        if (known != SEL_NONE)
            next[i] = roll->nodes[root_of(roll, donor_node(roll, known))].organisation;
    }
    for (uint32_t i = 0; i < roll->organisation_count; i++)
        roll->organisations[i].donor = last_donor(next, i);
    sel_arena_reset(roll->scratch);
}

void sel_roll_settle(sel_organisation_roll *roll)
{
    sel_roll_part_namesakes(roll);
    make_donors(roll);
    for (uint32_t i = 0; i < sel_index_count(roll->keys); i++)
        roll->nodes[i].parent = i;
    join_groups(roll);
    join_links(roll);
    use_donors(roll);
    number_organisations(roll);
    find_donors(roll);
}

uint32_t sel_roll_organisation_of(const sel_organisation_roll *roll, uint32_t spelling)
{
    uint32_t node = roll->spellings[spelling].node;
    return node == SEL_NONE ? SEL_NONE : roll->nodes[root_of(roll, node)].organisation;
}

bool sel_roll_is_decided(const sel_organisation_roll *roll, uint32_t spelling)
{
    uint32_t number = sel_roll_organisation_of(roll, spelling);
    return number != SEL_NONE && roll->organisations[number].decided;
}

static uint32_t organisation_at(const sel_organisation_roll *roll, sel_str key)
{
    uint32_t node = key.len == 0 ? SEL_NONE : sel_index_find(roll->keys, key);
    return node == SEL_NONE ? SEL_NONE
                            : roll->nodes[root_of(roll, roll->nodes[node].stands_for)].organisation;
}

static const sel_organisation *find_known(const sel_organisation_roll *roll, sel_str text,
                                          sel_str folded)
{
    const sel_organisation *known = sel_organisations_find(roll->table, text, text);
    if (known != NULL)
        return known;
    sel_organisation_candidate near[SEL_ORGANISATION_CANDIDATES];
    uint32_t count = sel_organisations_near(roll->table, folded, near);
    const sel_organisation_candidate *found = sel_organisation_recognised(near, count);
    return found == NULL ? NULL : &roll->table->list[found->organisation];
}

uint32_t sel_roll_find(const sel_organisation_roll *roll, sel_str text)
{
    if (roll == NULL)
        return SEL_NONE;
    sel_arena *scratch = sel_arena_create();
    sel_str folded = sel_fold(scratch, text);
    sel_str ref = sel_organisation_ref(scratch, text);
    uint32_t found = organisation_at(roll, folded);
    const sel_organisation *known =
        found == SEL_NONE && !sel_organisations_is_placeholder(roll->table, folded, NULL)
            ? find_known(roll, text, folded)
            : NULL;
    if (known != NULL)
        found = organisation_at(roll, sel_fold(scratch, known->name));
    if (found == SEL_NONE && ref.len > 0)
        found = organisation_at(roll, sel_str_printf(scratch, "ref:%.*s", SEL_STR_ARG(ref)));
    sel_arena_destroy(scratch);
    return found;
}

const sel_roll_organisation *sel_roll_organisations(const sel_organisation_roll *roll,
                                                    uint32_t *count)
{
    *count = roll->organisation_count;
    return roll->organisations;
}
