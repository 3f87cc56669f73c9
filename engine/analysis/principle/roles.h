/** roles.h - how deeply the non-State groups take part in an undertaking.
 *
 * The ladder runs from none over informed, consulted, designed and delivered
 * together to decided together. A register's record that reports any role on
 * the ladder reports them all: a group it does not list takes no part, unless
 * another record of a donor about the same programme lists it. */
#ifndef SEL_ANALYSIS_PRINCIPLE_ROLES_H
#define SEL_ANALYSIS_PRINCIPLE_ROLES_H

#include "analysis/principle/selection.h"
#include "analysis/principle/two_keys.h"

/** Best role of each non-State group. */
typedef struct sel_roles {
    bool reported;
    int8_t best[SEL_NON_STATE_GROUPS]; /**< sel_ladder; SEL_UNKNOWN: takes part, role not said */
} sel_roles;

/** Roles as one record tells them. */
sel_roles sel_roles_of(const sel_study_programme *record);

/** Roles as both sides tell them: of each side the least favourable of its records that answer. */
typedef struct sel_roles_told {
    sel_roles donor;
    sel_roles recipient;
} sel_roles_told;

sel_roles_told sel_roles_told_of(const sel_evidence *evidence, const sel_undertaking *undertaking);

/** Verdict on one group, its role being worth worth(ladder) in [0, 1]. */
sel_verdict sel_role_verdict(const sel_roles_told *told, int group, double (*worth)(int ladder));

#endif
