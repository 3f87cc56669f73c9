/** organisation.h - the organisations we know, and what they are called.
 *
 * Loaded from codelists/organisations.csv, organisation_aliases.csv and
 * organisation_placeholders.csv. A name is looked for as it is here;
 * organisation_match.h compares words, organisation_roll.h puts both together. */
#ifndef SEL_DOMAIN_ORGANISATION_H
#define SEL_DOMAIN_ORGANISATION_H

#include "base/index.h"

/* Stakeholder groups of principle (d); the non-State ones count towards breadth. */
#define SEL_STAKEHOLDER_LIST(X)                                                                    \
    X(SEL_STAKEHOLDER_UNKNOWN, "")                                                                 \
    X(SEL_STAKEHOLDER_GOVERNMENT, "government")                                                    \
    X(SEL_STAKEHOLDER_INTERNATIONAL, "international")                                              \
    X(SEL_STAKEHOLDER_PRIVATE_CI, "private_ci")                                                    \
    X(SEL_STAKEHOLDER_BUSINESS, "business")                                                        \
    X(SEL_STAKEHOLDER_ACADEMIA, "academia")                                                        \
    X(SEL_STAKEHOLDER_CIVIL_SOCIETY, "civil_society")                                              \
    X(SEL_STAKEHOLDER_TECHNICAL, "technical")

typedef enum sel_stakeholder {
#define X(id, code) id,
    SEL_STAKEHOLDER_LIST(X)
#undef X
        SEL_STAKEHOLDER_COUNT
} sel_stakeholder;

/** Number of non-State groups (private_ci … technical). */
enum { SEL_NON_STATE_GROUPS = 5 };

typedef struct sel_organisation {
    sel_str name;       /**< canonical */
    sel_str ref;        /**< IATI organisation identifier; may be empty */
    sel_str belongs_to; /**< name of the donor it belongs to, of this table: a government's agencies
                           share one; its own name when it belongs to nobody */
    uint8_t kind;       /**< IATI OrganisationType, 0 unknown */
    sel_stakeholder stakeholder;
} sel_organisation;

typedef struct sel_organisation_words sel_organisation_words; /* organisation_match.h */

typedef struct sel_organisations {
    sel_organisation *list;
    uint32_t count;
    sel_index *keys;               /**< "ref:<REF>" and "name:<folded>" */
    uint32_t *key_owners;          /**< organisation of each key */
    sel_index *placeholders;       /**< folded names that are no organisation's */
    uint8_t *placeholder_groups;   /**< sel_stakeholder of each */
    sel_organisation_words *words; /**< NULL until sel_organisation_words_create */
} sel_organisations;

/** The organisation meant by ref (tried first) or name, or NULL when the table has none. */
const sel_organisation *sel_organisations_find(const sel_organisations *organisations, sel_str ref,
                                               sel_str name);

/** The same by a folded name alone. */
const sel_organisation *sel_organisations_find_folded(const sel_organisations *organisations,
                                                      sel_str folded);

/** Whether a folded name stands for no organisation in particular ("other", "recipient
 *  government"); group (NULL allowed) is what is known of it all the same. */
bool sel_organisations_is_placeholder(const sel_organisations *organisations, sel_str folded,
                                      sel_stakeholder *group);

/** An identifier as it is compared: capitals, no blanks, "XM-DAC-" before a bare code of five
 *  digits. Empty when it identifies nobody: it is not well formed ("Excluded"), or its code stands
 *  for a group of organisations (21000, "international NGO", DAC channel codes). In arena. */
sel_str sel_organisation_ref(sel_arena *arena, sel_str ref);

/** Whether ref and name are those of two organisations of the table that belong to different
 *  donors: one of them was written by mistake. */
bool sel_organisations_contradict(const sel_organisations *organisations, sel_str ref,
                                  sel_str name);

/** Code text of a group ("academia"). */
const char *sel_stakeholder_code(sel_stakeholder group);

/** Group of a code; SEL_STAKEHOLDER_UNKNOWN when there is none. */
sel_stakeholder sel_stakeholder_find(sel_str code);

bool sel_stakeholder_is_non_state(sel_stakeholder group);

#endif
