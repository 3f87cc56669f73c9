#include "domain/organisation_roll.h"

#include "base/fold.h"
#include "domain/organisation_rolling.h"

sel_organisation_roll *sel_organisation_roll_create(const sel_organisations *organisations)
{
    sel_organisation_roll *roll = sel_memory_resize(NULL, 1, sizeof *roll);
    *roll = (sel_organisation_roll){.table = organisations,
                                    .arena = sel_arena_create(),
                                    .scratch = sel_arena_create(),
                                    .keys = sel_index_create(),
                                    .written = sel_index_create()};
    return roll;
}

void sel_organisation_roll_destroy(sel_organisation_roll *roll)
{
    if (roll == NULL)
        return;
    sel_index_destroy(roll->keys);
    sel_index_destroy(roll->written);
    sel_arena_destroy(roll->arena);
    sel_arena_destroy(roll->scratch);
    sel_memory_resize(roll, 0, 1);
}

const sel_organisations *sel_roll_table(const sel_organisation_roll *roll)
{
    return roll->table;
}

/* --- nodes --- */

uint32_t sel_roll_node_at(sel_organisation_roll *roll, sel_str key, uint32_t known)
{
    uint32_t before = sel_index_count(roll->keys);
    uint32_t number = sel_index_add(roll->keys, key);
    if (number < before)
        return number;
    roll->nodes =
        sel_arena_one_more(roll->arena, roll->nodes, number, &roll->node_room, sizeof *roll->nodes);
    roll->nodes[number] =
        (sel_roll_node){.known = known,
                        .stands_for = number,
                        .group = SEL_NONE,
                        .anchor = SEL_NONE,
                        .organisation = SEL_NONE,
                        .name = known == SEL_NONE ? (sel_str){0} : roll->table->list[known].name};
    return number;
}

uint32_t sel_roll_known_node(sel_organisation_roll *roll, const sel_organisation *known)
{
    return sel_roll_node_at(roll, sel_fold(roll->scratch, known->name),
                            (uint32_t)(known - roll->table->list));
}

sel_str sel_roll_key(sel_organisation_roll *roll, sel_str name)
{
    sel_str folded = sel_fold(roll->scratch, name);
    return folded.len > 0 ? folded : sel_str_printf(roll->scratch, "raw:%.*s", SEL_STR_ARG(name));
}

void sel_roll_offer_name(sel_organisation_roll *roll, uint32_t node, sel_str name)
{
    sel_roll_node *of = &roll->nodes[node];
    if (of->known == SEL_NONE && (of->name.ptr == NULL || sel_str_compare(name, of->name) < 0))
        of->name = sel_str_copy(roll->arena, name);
}

/* --- one name --- */

static const sel_organisation *find_by_words(const sel_organisation_roll *roll, sel_str folded,
                                             uint32_t *score)
{
    sel_organisation_candidate near[SEL_ORGANISATION_CANDIDATES];
    uint32_t count = sel_organisations_near(roll->table, folded, near);
    const sel_organisation_candidate *found = sel_organisation_recognised(near, count);
    if (found == NULL)
        return NULL;
    *score = found->score;
    return &roll->table->list[found->organisation];
}

sel_roll_meaning sel_roll_mean(sel_organisation_roll *roll, sel_str name)
{
    sel_roll_meaning meaning = {.node = SEL_NONE, .how = SEL_RECOGNISED_PLACEHOLDER};
    sel_str key = sel_roll_key(roll, name);
    if (sel_organisations_is_placeholder(roll->table, key, &meaning.group))
        return meaning;
    uint32_t there = sel_index_find(roll->keys, key);
    bool parted = there != SEL_NONE && roll->nodes[there].alone;
    const sel_organisation *known = sel_organisations_find_folded(roll->table, key);
    meaning.how = SEL_RECOGNISED_NAME;
    if (known == NULL && !parted) {
        known = find_by_words(roll, key, &meaning.score);
        meaning.how = SEL_RECOGNISED_WORDS;
    }
    if (parted) {
        meaning.node = roll->nodes[there].stands_for;
        known = roll->nodes[meaning.node].known == SEL_NONE ? NULL : known;
    } else {
        meaning.node = known == NULL ? sel_roll_node_at(roll, key, SEL_NONE)
                                     : sel_roll_known_node(roll, known);
    }
    if (known == NULL) {
        meaning.how = SEL_RECOGNISED_ITSELF;
        sel_roll_offer_name(roll, meaning.node, name);
    }
    return meaning;
}

static void add_link(sel_organisation_roll *roll, sel_str ref, uint32_t name)
{
    sel_str key = sel_str_printf(roll->scratch, "ref:%.*s", SEL_STR_ARG(ref));
    uint32_t node = sel_roll_node_at(roll, key, SEL_NONE);
    roll->nodes[node].is_ref = true;
    roll->links = sel_arena_one_more(roll->arena, roll->links, roll->link_count, &roll->link_room,
                                     sizeof *roll->links);
    roll->links[roll->link_count++] = (sel_roll_link){node, name};
}

static const sel_organisation *known_ref(const sel_organisation_roll *roll, sel_str ref)
{
    return ref.len == 0 ? NULL : sel_organisations_find(roll->table, ref, (sel_str){0});
}

/* Identifier alone: of the table, else a node that names with the same identifier join. */
static uint32_t node_of_ref(sel_organisation_roll *roll, sel_str ref, sel_roll_spelling *to)
{
    const sel_organisation *known = known_ref(roll, ref);
    to->how = known != NULL ? SEL_RECOGNISED_REF : SEL_RECOGNISED_ITSELF;
    if (known != NULL)
        return sel_roll_known_node(roll, known);
    sel_str key = sel_str_printf(roll->scratch, "ref:%.*s", SEL_STR_ARG(ref));
    uint32_t node = sel_roll_node_at(roll, key, SEL_NONE);
    roll->nodes[node].is_ref = true;
    sel_roll_offer_name(roll, node, ref);
    return node;
}

static bool is_parted(sel_organisation_roll *roll, sel_str name)
{
    uint32_t there = sel_index_find(roll->keys, sel_roll_key(roll, name));
    return there != SEL_NONE && roll->nodes[there].alone;
}

static void recognise(sel_organisation_roll *roll, sel_roll_spelling *to)
{
    sel_str ref = sel_organisation_ref(roll->scratch, to->ref);
    bool placeholder = sel_organisations_is_placeholder(
        roll->table, sel_fold(roll->scratch, to->name), &to->group);
    if (ref.len > 0 && (to->name.len == 0 || placeholder)) {
        to->node = node_of_ref(roll, ref, to);
        return;
    }
    sel_str name = to->name.len > 0 ? to->name : to->ref;
    const sel_organisation *known = is_parted(roll, name) ? NULL : known_ref(roll, ref);
    if (known != NULL) {
        to->how = SEL_RECOGNISED_REF;
        to->contradicted = sel_organisations_contradict(roll->table, ref, name);
        to->node = sel_roll_known_node(roll, known);
        return;
    }
    sel_roll_meaning meaning = sel_roll_mean(roll, name);
    to->node = meaning.node;
    to->how = meaning.how;
    to->score = meaning.how == SEL_RECOGNISED_WORDS ? meaning.score : 0;
    if (meaning.how == SEL_RECOGNISED_PLACEHOLDER)
        to->group = meaning.group;
    if (meaning.how == SEL_RECOGNISED_ITSELF && ref.len > 0 && !is_parted(roll, name))
        add_link(roll, ref, meaning.node);
}

uint32_t sel_roll_add(sel_organisation_roll *roll, sel_str ref, sel_str name)
{
    ref = sel_str_trim(ref);
    name = sel_str_trim(name);
    sel_str key =
        sel_str_printf(roll->scratch, "%.*s\x1f%.*s", SEL_STR_ARG(ref), SEL_STR_ARG(name));
    uint32_t before = sel_index_count(roll->written);
    uint32_t number = sel_index_add(roll->written, key);
    if (number == before) {
        roll->spellings = sel_arena_one_more(roll->arena, roll->spellings, number,
                                             &roll->spelling_room, sizeof *roll->spellings);
        sel_str kept = sel_index_name(roll->written, number);
        sel_roll_spelling *to = &roll->spellings[number];
        *to = (sel_roll_spelling){.ref = sel_str_part(kept, 0, ref.len),
                                  .name = sel_str_part(kept, ref.len + 1, name.len)};
        recognise(roll, to);
        if (to->node != SEL_NONE)
            roll->nodes[to->node].used = true;
    }
    sel_arena_reset(roll->scratch);
    return number;
}

uint32_t sel_roll_spelling_count(const sel_organisation_roll *roll)
{
    return sel_index_count(roll->written);
}

const sel_roll_spelling *sel_roll_spelling_of(const sel_organisation_roll *roll, uint32_t number)
{
    return &roll->spellings[number];
}
