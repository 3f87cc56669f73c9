/** organisation.h - who is behind a name written in a register.
 *
 * Loaded from codelists/{organisations,organisation_aliases}.csv. A name that
 * is not in the table is an organisation of its own, its own donor, and is
 * compared by its folded name. */
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
    sel_str name;  /**< canonical */
    sel_str ref;   /**< IATI organisation identifier; may be empty */
    sel_str donor; /**< donor it belongs to: a government's agencies share one */
    uint8_t kind;  /**< IATI OrganisationType, 0 unknown */
    sel_stakeholder stakeholder;
} sel_organisation;

typedef struct sel_organisations {
    sel_organisation *list;
    uint32_t count;
    sel_index *keys;      /**< "ref:<REF>" and "name:<folded>" */
    uint32_t *key_owners; /**< organisation of each key */
} sel_organisations;

/** The organisation meant by ref (tried first) or name, or NULL when the table has none. */
const sel_organisation *sel_organisations_find(const sel_organisations *organisations, sel_str ref,
                                               sel_str name);

/** Code text of a group ("academia"). */
const char *sel_stakeholder_code(sel_stakeholder group);

/** Group of a code; SEL_STAKEHOLDER_UNKNOWN when there is none. */
sel_stakeholder sel_stakeholder_find(sel_str code);

bool sel_stakeholder_is_non_state(sel_stakeholder group);

#endif
