/** entropy.h - how evenly a whole is spread over categories.
 *
 *     H     = −Σ s·ln s / ln K        s: share of a category, K: categories, empty ones too
 *     n_eff = (Σ b)² / Σ b²           the inverse of HHI = Σ s² (analysis/dispersion.h)
 *
 * H (Shannon 1948, divided by its largest value) is 0 when one category has all
 * and 1 when all have the same; an empty category adds 0, the limit of s·ln s.
 * n_eff is in parts: as many equal ones would be as concentrated (Laakso &
 * Taagepera 1979); of weights it is the sample size that is left of them (Kish
 * 1965, Survey Sampling). Both are the same for any order of the amounts, to
 * the last bit. */
#ifndef SEL_ANALYSIS_ENTROPY_H
#define SEL_ANALYSIS_ENTROPY_H

#include <stdbool.h>
#include <stdint.h>

/** H of amounts whose sum is below 2⁶³, in [0, 1]. false, entropy untouched: fewer than two
 *  categories (ln 1 = 0), or nothing in any. */
bool sel_entropy(const uint64_t *amounts, uint32_t count, double *entropy);

/** n_eff of amounts whose sum is below 2⁶³, in [1, count]; 0 when there is nothing in any. */
double sel_effective_number(const uint64_t *amounts, uint32_t count);

#endif
