#include "domain/questionnaire_logic_parts.h"

#include "base/fold.h"
#include "base/text.h"

typedef struct preparing {
    sel_logic *logic;
    const sel_questionnaire *questionnaire;
    sel_index *repeats; /* their names, and numbers in the order of group numbers */
    uint32_t *repeat_groups;
    sel_arena *arena;
    sel_logic_findings *findings;
} preparing;

uint32_t sel_logic_group_node(const sel_questionnaire *questionnaire, const sel_group *group)
{
    return group == NULL ? SEL_NONE
                         : questionnaire->item_count + (uint32_t)(group - questionnaire->groups);
}

/* --- what expressions may refer to --- */

sel_value_kind sel_logic_kind(const sel_item *item)
{
    static const sel_value_kind kinds[] = {
        [SEL_ITEM_TEXT] = SEL_VALUE_TEXT,       [SEL_ITEM_INTEGER] = SEL_VALUE_NUMBER,
        [SEL_ITEM_DECIMAL] = SEL_VALUE_NUMBER,  [SEL_ITEM_DATE] = SEL_VALUE_DATE,
        [SEL_ITEM_SELECT_ONE] = SEL_VALUE_TEXT, [SEL_ITEM_SELECT_MULTIPLE] = SEL_VALUE_SET,
        [SEL_ITEM_RANK] = SEL_VALUE_SET,
    };
    bool computed = item->use == SEL_ITEM_CALCULATED || item->use == SEL_ITEM_HIDDEN;
    return computed ? SEL_VALUE_EMPTY : kinds[item->type];
}

static sel_expression_name name_of(const sel_questionnaire *questionnaire, uint32_t number)
{
    const sel_item *item = &questionnaire->items[number];
    return (sel_expression_name){.number = number,
                                 .kind = sel_logic_kind(item),
                                 .repeated = item->repeat != NULL,
                                 .has_choices = item->list != NULL};
}

static bool find_name(const void *to, sel_str name, sel_expression_name *found)
{
    const preparing *p = to;
    uint32_t item = sel_questionnaire_item(p->questionnaire, name);
    uint32_t repeat = sel_index_find(p->repeats, name);
    if (item != SEL_NONE)
        *found = name_of(p->questionnaire, item);
    else if (repeat != SEL_NONE)
        *found = (sel_expression_name){.number = p->repeat_groups[repeat], .repeated = true};
    return item != SEL_NONE || repeat != SEL_NONE;
}

static sel_str nth_name(const void *to, uint32_t n)
{
    const preparing *p = to;
    uint32_t items = p->questionnaire->item_count;
    if (n < items)
        return p->questionnaire->items[n].name;
    return n - items < sel_index_count(p->repeats) ? sel_index_name(p->repeats, n - items)
                                                   : (sel_str){0};
}

static sel_str nth_choice(const void *to, uint32_t number, uint32_t n)
{
    const preparing *p = to;
    const sel_choice_list *list = p->questionnaire->items[number].list;
    return n < list->count ? list->choices[n].name : (sel_str){0};
}

/* --- findings --- */

sel_logic_finding sel_logic_finding_at(const sel_questionnaire *questionnaire, uint32_t node,
                                       sel_logic_field field)
{
    uint32_t items = questionnaire->item_count;
    return (sel_logic_finding){.item = node < items ? &questionnaire->items[node] : NULL,
                               .group = node < items ? NULL : &questionnaire->groups[node - items],
                               .field = field};
}

void sel_logic_findings_add(sel_logic_findings *all, sel_arena *arena, sel_logic_finding finding)
{
    all->list = sel_arena_one_more(arena, all->list, all->count, &all->room, sizeof *all->list);
    all->list[all->count++] = finding;
}

static void add_finding(preparing *p, uint32_t node, sel_logic_field field,
                        const sel_finding *finding)
{
    sel_logic_finding place = sel_logic_finding_at(p->questionnaire, node, field);
    place.finding = *finding;
    sel_logic_findings_add(p->findings, p->arena, place);
}

static sel_str name_of_node(const preparing *p, uint32_t node)
{
    uint32_t items = p->questionnaire->item_count;
    return node < items ? p->questionnaire->items[node].name
                        : p->questionnaire->groups[node - items].name;
}

static void parse(preparing *p, uint32_t node, sel_logic_field field, sel_str text)
{
    if (text.len == 0)
        return;
    bool is_item = node < p->questionnaire->item_count;
    sel_expression_name self = {0};
    if (is_item)
        self = name_of(p->questionnaire, node);
    sel_expression_scope scope = {
        .to = p,
        .find = find_name,
        .name = p->findings->count < SEL_SUGGESTIONS_MAX ? nth_name : NULL,
        .choice = nth_choice,
        .self = is_item && field == SEL_LOGIC_CONSTRAINT ? &self : NULL,
        .condition = field == SEL_LOGIC_RELEVANT || field == SEL_LOGIC_CONSTRAINT ||
                     field == SEL_LOGIC_REQUIRED};
    sel_findings findings = {.arena = p->arena};
    p->logic->nodes[node].in[field] = sel_expression_parse(text, &scope, p->arena, &findings);
    for (uint32_t i = 0; i < findings.count; i++)
        add_finding(p, node, field, &findings.list[i]);
}

static uint32_t row_of(const sel_questionnaire *questionnaire, uint32_t node)
{
    return node < questionnaire->item_count
               ? questionnaire->items[node].row
               : questionnaire->groups[node - questionnaire->item_count].row;
}

static void add_forward(preparing *p, uint32_t node, const sel_expression *relevant, sel_str name)
{
    sel_str text = sel_expression_text(relevant);
    sel_str written = sel_str_printf(p->arena, "${%.*s}", SEL_STR_ARG(name));
    size_t at = sel_str_find(text, written);
    sel_finding finding = {.code = "W_FORM_FORWARD", .found = name, .expected = text};
    if (at < text.len) {
        finding.byte = (uint32_t)at;
        finding.column = (uint32_t)sel_fold_length(sel_str_part(text, 0, at)) + 1;
        finding.length = (uint32_t)sel_fold_length(written);
    }
    add_finding(p, node, SEL_LOGIC_RELEVANT, &finding);
}

/* A condition that looks at a later question changes what was asked before. */
static void find_forward(preparing *p, uint32_t node)
{
    const sel_expression *relevant = p->logic->nodes[node].in[SEL_LOGIC_RELEVANT];
    uint32_t count = 0;
    const uint32_t *names = relevant == NULL ? NULL : sel_expression_names(relevant, &count);
    for (uint32_t i = 0; i < count; i++)
        if (row_of(p->questionnaire, names[i]) > row_of(p->questionnaire, node))
            add_forward(p, node, relevant, name_of_node(p, names[i]));
}

typedef struct edges {
    sel_expression_edge *list;
    uint32_t count;
    uint32_t room;
} edges;

static void add_edge(preparing *p, edges *all, uint32_t item, const sel_expression *expression)
{
    if (expression == NULL)
        return;
    all->list = sel_arena_one_more(p->arena, all->list, all->count, &all->room, sizeof *all->list);
    all->list[all->count++] = (sel_expression_edge){item, expression};
}

/* An item needs what its own expressions and the conditions of all groups around it refer to. */
static edges edges_of(preparing *p)
{
    const sel_questionnaire *questionnaire = p->questionnaire;
    const sel_logic_node *nodes = p->logic->nodes;
    edges all = {0};
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        add_edge(p, &all, i, nodes[i].in[SEL_LOGIC_RELEVANT]);
        add_edge(p, &all, i, nodes[i].in[SEL_LOGIC_CALCULATION]);
        for (const sel_group *g = questionnaire->items[i].group; g != NULL; g = g->parent)
            add_edge(p, &all, i,
                     nodes[sel_logic_group_node(questionnaire, g)].in[SEL_LOGIC_RELEVANT]);
    }
    return all;
}

static void add_cycle(preparing *p, const sel_expression_cycle *cycle)
{
    const uint32_t *members = cycle->members;
    sel_text chain = {.arena = p->arena};
    for (uint32_t i = 0; i <= cycle->count; i++)
        sel_text_printf(&chain, "%s%.*s", i == 0 ? "" : " > ",
                        SEL_STR_ARG(name_of_node(p, members[i % cycle->count])));
    bool computed = p->logic->nodes[members[0]].in[SEL_LOGIC_CALCULATION] != NULL;
    add_finding(p, members[0], computed ? SEL_LOGIC_CALCULATION : SEL_LOGIC_RELEVANT,
                &(sel_finding){.code = "E_FORM_CYCLE", .found = sel_text_str(&chain)});
}

static void find_cycles(preparing *p)
{
    edges all = edges_of(p);
    uint32_t count = 0;
    const sel_expression_cycle *cycles =
        sel_expression_cycles(all.list, all.count, p->logic->node_count, p->arena, &count);
    for (uint32_t i = 0; i < count; i++)
        add_cycle(p, &cycles[i]);
}

static void parse_all(preparing *p)
{
    const sel_questionnaire *questionnaire = p->questionnaire;
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_item *item = &questionnaire->items[i];
        parse(p, i, SEL_LOGIC_RELEVANT, item->relevant);
        parse(p, i, SEL_LOGIC_CONSTRAINT, item->constraint);
        parse(p, i, SEL_LOGIC_REQUIRED, item->required_if);
        parse(p, i, SEL_LOGIC_CALCULATION, item->calculation);
    }
    for (uint32_t i = 0; i < questionnaire->group_count; i++) {
        const sel_group *group = &questionnaire->groups[i];
        parse(p, questionnaire->item_count + i, SEL_LOGIC_RELEVANT, group->relevant);
        parse(p, questionnaire->item_count + i, SEL_LOGIC_REPEAT_COUNT, group->repeat_count);
    }
}

static void know_repeats(preparing *p)
{
    const sel_questionnaire *questionnaire = p->questionnaire;
    p->repeat_groups =
        sel_arena_array(p->arena, questionnaire->group_count, sizeof *p->repeat_groups);
    for (uint32_t i = 0; i < questionnaire->group_count; i++)
        if (questionnaire->groups[i].is_repeat &&
            sel_index_find(p->repeats, questionnaire->groups[i].name) == SEL_NONE)
            p->repeat_groups[sel_index_add(p->repeats, questionnaire->groups[i].name)] =
                questionnaire->item_count + i;
}

const sel_logic *sel_logic_prepare(const sel_questionnaire *questionnaire, sel_arena *arena,
                                   sel_logic_findings *findings)
{
    sel_logic *logic = sel_arena_array(arena, 1, sizeof *logic);
    logic->questionnaire = questionnaire;
    logic->node_count = questionnaire->item_count + questionnaire->group_count;
    logic->nodes = sel_arena_array(arena, logic->node_count, sizeof *logic->nodes);
    preparing p = {.logic = logic,
                   .questionnaire = questionnaire,
                   .repeats = sel_index_create(),
                   .arena = arena,
                   .findings = findings};
    know_repeats(&p);
    parse_all(&p);
    for (uint32_t i = 0; i < logic->node_count; i++)
        find_forward(&p, i);
    find_cycles(&p);
    sel_logic_sort(logic, arena);
    sel_index_destroy(p.repeats);
    return logic;
}

const sel_expression *sel_logic_item_condition(const sel_logic *logic, const sel_item *item)
{
    return logic->nodes[item - logic->questionnaire->items].in[SEL_LOGIC_RELEVANT];
}

const sel_expression *sel_logic_group_condition(const sel_logic *logic, const sel_group *group)
{
    return logic->nodes[sel_logic_group_node(logic->questionnaire, group)].in[SEL_LOGIC_RELEVANT];
}
