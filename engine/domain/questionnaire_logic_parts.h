/** questionnaire_logic_parts.h - expressions by the thing they belong to. Private to the logic. */
#ifndef SEL_DOMAIN_QUESTIONNAIRE_LOGIC_PARTS_H
#define SEL_DOMAIN_QUESTIONNAIRE_LOGIC_PARTS_H

#include "domain/questionnaire_logic.h"

/** Expressions of one item or group; NULL where there is none. */
typedef struct sel_logic_node {
    const sel_expression *in[SEL_LOGIC_FIELD_COUNT];
} sel_logic_node;

/** Nodes are the items, then the groups, by their numbers. */
struct sel_logic {
    const sel_questionnaire *questionnaire;
    sel_logic_node *nodes;
    uint32_t node_count;
    uint32_t *order; /**< every node after those it needs */
};

/** Number of the group's node; SEL_NONE for NULL. */
uint32_t sel_logic_group_node(const sel_questionnaire *questionnaire, const sel_group *group);

/** The group that a node stands in, or NULL. */
const sel_group *sel_logic_group_around(const sel_questionnaire *questionnaire, uint32_t node);

/** What an item's answers are to expressions; SEL_VALUE_EMPTY when that is not known. */
sel_value_kind sel_logic_kind(const sel_item *item);

/** A finding that names the cell, and nothing else yet. */
sel_logic_finding sel_logic_finding_at(const sel_questionnaire *questionnaire, uint32_t node,
                                       sel_logic_field field);

void sel_logic_findings_add(sel_logic_findings *findings, sel_arena *arena,
                            sel_logic_finding finding);

/** Put the nodes in an order in which each follows those it needs; members of a cycle come last. */
void sel_logic_sort(sel_logic *logic, sel_arena *arena);

#endif
