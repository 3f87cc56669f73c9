/** lookalike.h - pairs of records that tell, or may tell, the same programme by what they say,
 * without a link.
 *
 * What two records are to each other is judged in lookalike_judge.h; here they are met. Two with
 * 7/10 of the larger effort at the same places share a place that stands among each one's rarest
 * places before less than 7/10 of its effort is left (prefix filter: Bayardo, Ma & Srikant 2007),
 * so records are listed at those places by start, and each is compared with those that start up to
 * 62 days later; where those are many, the ones that fall short for sure are sifted out first, many
 * at a time (lookalike_sift.h). Where dates say too little records are met by donor and recipients.
 * So the work grows with what is near in place and time, and nothing that a comparison of all with
 * all finds is missed but for one bound: of one record at one place (or with one donor and scope)
 * no more than SEL_LOOKALIKES_MOST are kept, those nearest in start first; who has more has
 * hundreds of records that nobody can tell apart. */
#ifndef SEL_ANALYSIS_LOOKALIKE_H
#define SEL_ANALYSIS_LOOKALIKE_H

#include "analysis/rarity.h"

enum { SEL_LOOKALIKES_MOST = 64 };

/** A pair that is the same or waits for somebody, a < b. */
typedef struct sel_lookalike {
    uint32_t a;
    uint32_t b;
    int32_t sum; /**< of the evidence, in hundredths of a bit: resemblance.h */
    bool same;
    const char *reason; /**< as in records.h */
} sel_lookalike;

typedef struct sel_lookalikes {
    const sel_lookalike *list; /**< ascending (a, b), each pair once */
    uint32_t count;
} sel_lookalikes;

/** Find all among the wanted programmes (one flag each), in arena. */
sel_lookalikes sel_lookalikes_find(const sel_study *study, const sel_rarity *rarity,
                                   const bool *wanted, sel_arena *arena);

/** The pair a, b in any order, or NULL. */
const sel_lookalike *sel_lookalikes_between(const sel_lookalikes *pairs, uint32_t a, uint32_t b);

#endif
