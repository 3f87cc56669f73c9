/** donor_shares.h - who gives what where: the possible support of supply.h, divided among donors.
 *
 * Unit: effort·days, as in supply.h. A jointly run programme is split equally,
 * what is left over going to the first donors, one each; so the shares at a
 * place add up to its high supply. Support whose donor is not known stands
 * under SEL_NONE and is no donor's. */
#ifndef SEL_ANALYSIS_DONOR_SHARES_H
#define SEL_ANALYSIS_DONOR_SHARES_H

#include "domain/study.h"

typedef struct sel_donor_share {
    uint32_t recipient;
    uint32_t capability;
    uint32_t donor;  /**< study organisation number, or SEL_NONE */
    uint64_t amount; /**< > 0 */
} sel_donor_share;

typedef struct sel_donor_shares {
    const sel_donor_share *list; /**< ascending (recipient, capability, donor) */
    uint32_t count;
} sel_donor_shares;

/** Divide the support in the window, in arena; counted as for sel_supply_compute. Memory grows with
 *  the number of shares, not of programmes. */
sel_donor_shares sel_donor_shares_compute(const sel_study *study, const bool *counted,
                                          sel_arena *arena);

#endif
