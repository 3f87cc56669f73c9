/** organisation_rolling.h - what a roll of organisations is made of. Private to the roll. */
#ifndef SEL_DOMAIN_ORGANISATION_ROLLING_H
#define SEL_DOMAIN_ORGANISATION_ROLLING_H

#include "domain/organisation_roll.h"

/** A name that is one thing to us: of the table, of its own, or an identifier without a name. Its
 *  number is that of its key: the folded name, "ref:<REF>", "raw:<bytes>" when nothing is left of
 *  the name by folding. */
typedef struct sel_roll_node {
    sel_str name;          /**< canonical, else the byte-smallest spelling met */
    uint32_t known;        /**< number in the table, or SEL_NONE */
    uint32_t stands_for;   /**< node it is another name of; itself as a rule */
    uint32_t group;        /**< decided group, or SEL_NONE */
    bool alone;            /**< parted from something: identifiers are not looked at */
    bool is_ref;           /**< an identifier without a name */
    bool used;             /**< a record names it */
    uint32_t parent;       /**< settling: union-find */
    uint32_t anchor;       /**< settling, of a root: its decided group, or SEL_NONE */
    uint32_t organisation; /**< settled, of a root: number */
} sel_roll_node;

/** Nodes that decisions made one, in order; the first gives the name. */
typedef struct sel_roll_group {
    uint32_t *members;
    uint32_t count;
    uint32_t room;
} sel_roll_group;

/** A record that gives an identifier with a name that is not in the table. */
typedef struct sel_roll_link {
    uint32_t ref;  /**< node */
    uint32_t name; /**< node */
} sel_roll_link;

struct sel_organisation_roll {
    const sel_organisations *table;
    sel_arena *arena;
    sel_arena *scratch;
    sel_index *keys; /**< of nodes */
    sel_roll_node *nodes;
    uint32_t node_room;
    sel_index *written; /**< "REF\x1fNAME" */
    sel_roll_spelling *spellings;
    uint32_t spelling_room;
    sel_roll_group *groups;
    uint32_t group_count;
    uint32_t group_room;
    sel_roll_link *links;
    uint32_t link_count;
    uint32_t link_room;
    sel_roll_organisation *organisations;
    uint32_t organisation_count;
};

/** What a name alone means. */
typedef struct sel_roll_meaning {
    uint32_t node; /**< SEL_NONE: a placeholder */
    sel_recognition how;
    uint32_t score;
    sel_stakeholder group;
} sel_roll_meaning;

/** The node of key, made when there is none; known: number in the table or SEL_NONE. */
uint32_t sel_roll_node_at(sel_organisation_roll *roll, sel_str key, uint32_t known);

/** The node of an organisation of the table. */
uint32_t sel_roll_known_node(sel_organisation_roll *roll, const sel_organisation *known);

/** Key of a name, in scratch. */
sel_str sel_roll_key(sel_organisation_roll *roll, sel_str name);

/** Remember a spelling of a node that has no canonical name. */
void sel_roll_offer_name(sel_organisation_roll *roll, uint32_t node, sel_str name);

/** Before settling: a name that records give with identifiers of several countries is as many
 *  organisations, and one more where it stands alone, unless people decided about it. */
void sel_roll_part_namesakes(sel_organisation_roll *roll);

/** What name means by itself; makes nodes. */
sel_roll_meaning sel_roll_mean(sel_organisation_roll *roll, sel_str name);

#endif
