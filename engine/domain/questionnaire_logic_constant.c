/* Conditions that are the same whatever is answered. */
#include "domain/expression_outcome.h"
#include "domain/questionnaire_logic_parts.h"

#include <math.h>

enum { PARTS_MAX = 8, CONDITIONS_MAX = 33 /* an item's own and those of groups 32 deep */ };

/* What may be answered to a question that somebody is asked; of others, and of those whose value a
 * calculation gives, anything. */
static sel_answer_domain domain_of(const void *to, uint32_t number)
{
    const sel_questionnaire *questionnaire = to;
    sel_answer_domain domain = {.low = -INFINITY, .high = INFINITY};
    if (number >= questionnaire->item_count)
        return domain;
    const sel_item *item = &questionnaire->items[number];
    /* a capability is taken by its code, whatever the list says */
    bool capability = item->list != NULL && sel_str_is(item->list->name, "capabilities");
    if (item->use != SEL_ITEM_ASKED || item->calculation.len > 0 || capability)
        return domain;
    domain.kind = sel_logic_kind(item);
    domain.list = item->list;
    domain.whole = item->type != SEL_ITEM_DECIMAL;
    domain.ordered = item->type == SEL_ITEM_RANK;
    if (item->has_range) {
        bool whole = item->type == SEL_ITEM_INTEGER;
        domain.low = whole ? (double)item->low : item->real_low;
        domain.high = whole ? (double)item->high : item->real_high;
    }
    return domain;
}

typedef struct looking {
    const sel_logic *logic;
    sel_arena *arena;
    sel_logic_findings *findings;
} looking;

static sel_answer_domains domains_of(const looking *l, uint32_t node, sel_logic_field field)
{
    bool own = field == SEL_LOGIC_CONSTRAINT && node < l->logic->questionnaire->item_count;
    return (sel_answer_domains){
        .to = l->logic->questionnaire, .of = domain_of, .answered = own ? node : SEL_NONE};
}

/* What is at fault already needs no second remark. */
static bool is_faulty(const looking *l, uint32_t node, sel_logic_field field, uint32_t known)
{
    sel_logic_finding place = sel_logic_finding_at(l->logic->questionnaire, node, field);
    for (uint32_t i = 0; i < known; i++) {
        const sel_logic_finding *finding = &l->findings->list[i];
        if (finding->item == place.item && finding->group == place.group &&
            finding->field == field && sel_finding_severity(&finding->finding) == SEL_FAULT)
            return true;
    }
    return false;
}

static const char *code_of(sel_logic_field field, const sel_constant_part *part)
{
    static const char *const whole[SEL_LOGIC_FIELD_COUNT][2] = {
        [SEL_LOGIC_RELEVANT] = {"W_FORM_NEVER_ASKED", "W_FORM_ALWAYS_ASKED"},
        [SEL_LOGIC_CONSTRAINT] = {"E_FORM_NEVER_ACCEPTED", "W_FORM_ALWAYS_ACCEPTED"},
        [SEL_LOGIC_REQUIRED] = {"W_EXPR_NEVER", "W_EXPR_ALWAYS"},
    };
    static const char *const some[] = {"W_EXPR_NEVER", "W_EXPR_ALWAYS"};
    return part->decides ? whole[field][part->holds] : some[part->holds];
}

static void look_at(const looking *l, uint32_t node, sel_logic_field field)
{
    const sel_expression *expression = l->logic->nodes[node].in[field];
    sel_constant_part parts[PARTS_MAX];
    sel_answer_domains domains = domains_of(l, node, field);
    uint32_t count = sel_expression_constant_parts(expression, &domains, parts, PARTS_MAX);
    for (uint32_t i = 0; i < count; i++) {
        sel_logic_finding finding = sel_logic_finding_at(l->logic->questionnaire, node, field);
        finding.finding = (sel_finding){.code = code_of(field, &parts[i]),
                                        .column = parts[i].column,
                                        .length = parts[i].length,
                                        .found = parts[i].source};
        sel_logic_findings_add(l->findings, l->arena, finding);
    }
}

/* The node's condition and those of the groups around it; 0 when it has none of its own, or one of
 * them can never hold by itself. */
static uint32_t conditions_around(const looking *l, uint32_t node,
                                  const sel_expression *conditions[CONDITIONS_MAX])
{
    const sel_questionnaire *questionnaire = l->logic->questionnaire;
    sel_answer_domains domains = domains_of(l, node, SEL_LOGIC_RELEVANT);
    uint32_t count = 0;
    for (uint32_t at = node; at != SEL_NONE;
         at = sel_logic_group_node(questionnaire, sel_logic_group_around(questionnaire, at))) {
        const sel_expression *condition = l->logic->nodes[at].in[SEL_LOGIC_RELEVANT];
        if (condition == NULL && at == node)
            return 0;
        if (condition == NULL || count == CONDITIONS_MAX)
            continue;
        if (!sel_expression_outcome(&condition, 1, &domains).may_hold)
            return 0;
        conditions[count++] = condition;
    }
    return count;
}

/* A condition that contradicts those of the groups around it. */
static void look_around(const looking *l, uint32_t node)
{
    const sel_expression *conditions[CONDITIONS_MAX];
    uint32_t count = conditions_around(l, node, conditions);
    sel_answer_domains domains = domains_of(l, node, SEL_LOGIC_RELEVANT);
    if (count < 2 || sel_expression_outcome(conditions, count, &domains).may_hold)
        return;
    sel_logic_finding finding =
        sel_logic_finding_at(l->logic->questionnaire, node, SEL_LOGIC_RELEVANT);
    finding.finding =
        (sel_finding){.code = "W_FORM_NEVER_IN_GROUP", .found = sel_expression_text(conditions[0])};
    sel_logic_findings_add(l->findings, l->arena, finding);
}

void sel_logic_find_constant(const sel_logic *logic, sel_arena *arena, sel_logic_findings *findings)
{
    static const sel_logic_field fields[] = {SEL_LOGIC_RELEVANT, SEL_LOGIC_CONSTRAINT,
                                             SEL_LOGIC_REQUIRED};
    looking l = {logic, arena, findings};
    uint32_t known = findings->count;
    for (uint32_t node = 0; node < logic->node_count; node++) {
        for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
            if (logic->nodes[node].in[fields[i]] != NULL && !is_faulty(&l, node, fields[i], known))
                look_at(&l, node, fields[i]);
        look_around(&l, node);
    }
}
