/** fragmentation.h - over how many hands and places support is spread: per recipient, per donor,
 * and between two donors.
 *
 * All from the possible support in the window (donor_shares.h), in programme
 * equivalents, not money. Unknown donors are in no figure but `unknown`.
 *
 * A relation of a donor with a recipient is *significant* when the donor's
 * share of what the recipient gets is at least its share of everything, or when
 * the donor is among the largest that together give the recipient 90 % (equal
 * ones are all in). After the OECD's reports on division of labour (2009, 2011),
 * which work with money and the whole world; the exact form is this engine's.
 *
 *     fragmentation ratio of a recipient = relations that are not significant / all
 *     concentration ratio of a donor     = relations that are significant / all
 *
 * Similarity of two donors is Σ_x min(share_a(x), share_b(x)) over places
 * (Renkonen 1938), 0 for nothing in common, 1 for the same portfolio. The
 * overlap of donors' portfolios over recipients and sectors: Aldasoro,
 * Nunnenkamp & Thiele 2010. */
#ifndef SEL_ANALYSIS_FRAGMENTATION_H
#define SEL_ANALYSIS_FRAGMENTATION_H

#include "analysis/dispersion.h"
#include "analysis/donor_shares.h"

typedef struct sel_recipient_spread {
    uint32_t recipient;
    uint64_t supply;  /**< of known donors, effort·days */
    uint64_t unknown; /**< of donors not known, effort·days */
    uint32_t donors;
    uint32_t capabilities; /**< with support of a known donor */
    uint32_t programmes;   /**< with support here, those without a known donor too */
    uint32_t significant;  /**< of donors */
    double concentration;  /**< HHI of the donors' shares; 0 when none is known */
    sel_theil theil;       /**< between capabilities, and within them between donors */
    double median_size;    /**< of the programmes' support here, effort·days */
} sel_recipient_spread;

typedef struct sel_donor_spread {
    uint32_t donor;
    uint64_t supply; /**< its parts, effort·days */
    uint32_t recipients;
    uint32_t places;
    uint32_t capabilities;
    uint32_t programmes;  /**< that it takes part in */
    uint32_t significant; /**< of recipients */
    double concentration; /**< HHI of its places' shares */
    sel_theil theil;      /**< between recipients, and within them between capabilities */
    double median_size;   /**< of its parts of its programmes, effort·days */
    uint32_t alike_ppm;   /**< similarity with the donor most similar to it, to a ppm */
} sel_donor_spread;

/** Two donors with a place in common, a < b. */
typedef struct sel_donor_pair {
    uint32_t a;
    uint32_t b;
    uint32_t similarity_ppm; /**< rounded down */
    uint32_t places;         /**< in common */
} sel_donor_pair;

typedef struct sel_fragmentation {
    const sel_recipient_spread *recipients; /**< ascending recipient */
    uint32_t recipient_count;
    const sel_donor_spread *donors; /**< ascending donor */
    uint32_t donor_count;
    const sel_donor_pair *pairs; /**< most similar first, then ascending (a, b) */
    uint32_t pair_count;
    uint64_t pairs_in_common; /**< all pairs with a place in common, listed or not */
    uint64_t alike_ppm_sum;   /**< Σ similarity over all pairs, each to a ppm */
} sel_fragmentation;

/** Compute into arena; counted as for sel_supply_compute. top: most pairs of donors listed. */
sel_fragmentation sel_fragmentation_compute(const sel_study *study, const bool *counted,
                                            uint32_t top, sel_arena *arena);

/** A donor's spread, or NULL when it gives nothing in the window. */
const sel_donor_spread *sel_fragmentation_donor(const sel_fragmentation *spread, uint32_t donor);

#endif
