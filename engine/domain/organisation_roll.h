/** organisation_roll.h - every organisation that records name, each counted once.
 *
 * A name is recognised, in this order, by its identifier, by the table's
 * names, by words (organisation_match.h); what is not recognised is an
 * organisation of its own, called by its folded name. Records that give one
 * well-formed identifier with names the table does not have are about one
 * organisation. One such name with identifiers of several countries ("Ministry
 * of Health") is an organisation each, called "NAME (IDENTIFIER)". Names that
 * are no organisation's ("other") are never the same as anything.
 *
 * People's decisions come first and in their order; a later one outweighs. To
 * merge A and B makes their organisations one, called A. To split A and B
 * parts them: B leaves with the names that are its own, and identifiers no
 * longer join either of the two. What is true already is no change.
 *
 * A handle. Decisions, then names, then settle, then numbers. Each distinct
 * (identifier, name) is looked at once. */
#ifndef SEL_DOMAIN_ORGANISATION_ROLL_H
#define SEL_DOMAIN_ORGANISATION_ROLL_H

#include "domain/organisation_match.h"

typedef struct sel_organisation_roll sel_organisation_roll;

/** How a name was recognised. */
typedef enum sel_recognition {
    SEL_RECOGNISED_REF,         /**< by an identifier of the table */
    SEL_RECOGNISED_NAME,        /**< the table has the name */
    SEL_RECOGNISED_WORDS,       /**< the table has a name with nearly the same words */
    SEL_RECOGNISED_ITSELF,      /**< not in the table: an organisation of its own */
    SEL_RECOGNISED_PLACEHOLDER, /**< no organisation's name */
} sel_recognition;

/** A distinct (identifier, name) as records write it. */
typedef struct sel_roll_spelling {
    sel_str ref;  /**< as written, trimmed */
    sel_str name; /**< as written, trimmed */
    sel_recognition how;
    uint32_t score;        /**< SEL_RECOGNISED_WORDS: basis points */
    bool contradicted;     /**< identifier and name are those of different donors' organisations */
    sel_stakeholder group; /**< what is known of it without the table's help */
    uint32_t node;         /**< private */
} sel_roll_spelling;

/** An organisation after settling. */
typedef struct sel_roll_organisation {
    sel_str name;   /**< canonical, else the byte-smallest spelling */
    uint32_t known; /**< number in the table, SEL_NONE: it is not there */
    uint32_t donor; /**< the organisation of this roll that it belongs to; itself: to nobody */
    bool decided;   /**< people's decisions had a part in it */
} sel_roll_organisation;

/** What somebody decided about two names. */
typedef struct sel_organisation_decision {
    bool split; /**< else merge */
    sel_str subject;
    sel_str other;
} sel_organisation_decision;

/** organisations is borrowed for the roll's life. */
sel_organisation_roll *sel_organisation_roll_create(const sel_organisations *organisations);

/** NULL is allowed. */
void sel_organisation_roll_destroy(sel_organisation_roll *roll);

/** The table it was made with. */
const sel_organisations *sel_roll_table(const sel_organisation_roll *roll);

/** Apply a decision; true when it changed anything. Before any name is added. */
bool sel_roll_decide(sel_organisation_roll *roll, const sel_organisation_decision *decision);

/** Number of a spelling, added when it is new. ref and name must not both be empty. */
uint32_t sel_roll_add(sel_organisation_roll *roll, sel_str ref, sel_str name);

uint32_t sel_roll_spelling_count(const sel_organisation_roll *roll);

/** A spelling (number < count); valid until the next is added. */
const sel_roll_spelling *sel_roll_spelling_of(const sel_organisation_roll *roll, uint32_t number);

/** Make organisations of the spellings: numbers in the byte order of their names, the same
 *  whatever order the names came in. Call once, after the last name. */
void sel_roll_settle(sel_organisation_roll *roll);

/** Number of the organisation a spelling names; SEL_NONE for a placeholder. After settling. */
uint32_t sel_roll_organisation_of(const sel_organisation_roll *roll, uint32_t spelling);

/** Whether decisions had a part in what a spelling names. After settling. */
bool sel_roll_is_decided(const sel_organisation_roll *roll, uint32_t spelling);

/** Number of the organisation that text names: an identifier, or a name as records write it, as the
 *  table has it or nearly so. SEL_NONE: no record names it. roll may be NULL. After settling. */
uint32_t sel_roll_find(const sel_organisation_roll *roll, sel_str text);

/** The organisations; *count of them, owned by the roll. After settling. */
const sel_roll_organisation *sel_roll_organisations(const sel_organisation_roll *roll,
                                                    uint32_t *count);

#endif
