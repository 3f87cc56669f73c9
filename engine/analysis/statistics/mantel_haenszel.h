/** mantel_haenszel.h - difference between what a group and all others meet, compared only within
 *  strata.
 *
 *     RD   = Σ w·(a/n₁ − c/n₀) / Σ w                    w = n₁n₀/N
 *     var  = (RD·ΣP + ΣQ) / (Σ w)²
 *     P    = (n₁²c − n₀²a + n₁n₀(n₀ − n₁)/2) / N²       Q = (a(n₀ − c) + c(n₁ − a)) / 2N
 *     X²   = (Σ (a − n₁m/N))² / Σ n₁n₀m(N − m)/(N²(N − 1))
 *
 * a of n₁ met in the group and c of n₀ among the others of a stratum; m = a + c,
 * N = n₁ + n₀. RD: Mantel & Haenszel 1959, for differences Greenland & Robins
 * 1985. The variance is Sato's (1989), which holds for few large strata and for
 * many small ones; Greenland and Robins's own holds for large strata only. p
 * comes from X², chi-square with one degree of freedom (Mantel & Haenszel 1959,
 * without their correction for continuity), which needs no estimate of RD. A
 * stratum without members in both arms says nothing and is left out. The order
 * of strata changes nothing. What is found is a difference that strata do not
 * explain, not its cause. */
#ifndef SEL_ANALYSIS_MANTEL_HAENSZEL_H
#define SEL_ANALYSIS_MANTEL_HAENSZEL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct sel_stratum {
    uint32_t met; /**< a <= members */
    uint32_t members;
    uint32_t others_met; /**< c <= others */
    uint32_t others;
} sel_stratum;

typedef struct sel_risk_difference {
    double difference; /**< [-1, 1]; below 0: the group meets less */
    double error;      /**< standard error, >= 0 */
    double p;          /**< two-sided, [0, 1]; 1 when all or none are met in every stratum */
    uint32_t strata;   /**< with both arms */
} sel_risk_difference;

/** RD over strata. false, difference untouched: no stratum has both arms. */
bool sel_risk_difference_of(const sel_stratum *strata, uint32_t count,
                            sel_risk_difference *difference);

#endif
