/** concentration.h - whether amounts go to those first or last in an order, and how far that is not
 *  what need would lead to expect.
 *
 *     C   = 2·cov(y, R)/μ = Σ y_i·(2R_i − 1) / Σ y
 *     R_i = (members before i + ½ of those tied with i, i included) / n
 *     HI  = C(y) − C(ŷ)
 *
 * C (Kakwani, Wagstaff & van Doorslaer 1997) of amounts that are not negative is
 * in (−1, 1): positive when they gather at the end of the order, 0 when they do
 * not follow it; 1, 2, 3, 4, 5 in their own order give 4/15. Its standard error
 * is their formula for individual data,
 *
 *     var C = (Σ a_i²/n − (1 + C)²)/n,  a_i = (y_i/μ)(2R_i − 1 − C) + 2 − q_i⁻ − q_i
 *
 * with q the share of all amounts that lies before i and up to i; tied members
 * share both, which is our reading for ties.
 *
 * HI (Wagstaff & van Doorslaer 2000): inequity left after indirect
 * standardisation, ŷ being what each would get by its need. Sums are taken in
 * one order, so that the order of the members changes nothing. */
#ifndef SEL_ANALYSIS_CONCENTRATION_H
#define SEL_ANALYSIS_CONCENTRATION_H

#include <stdbool.h>
#include <stdint.h>

typedef struct sel_concentration_index {
    double index;
    double error; /**< standard error, >= 0; for few members too small: bootstrap instead */
} sel_concentration_index;

/** C of amounts, finite, over members ordered by place (ascending; equal places are ties). false,
 *  index untouched: fewer than two members, all tied, or Σ amounts not above 0. */
bool sel_concentration_index_of(const int64_t *places, const double *amounts, uint32_t count,
                                sel_concentration_index *index);

/** ŷ by a straight line through need, least squares: mean + slope·(need − mean need), in the units
 *  of amounts; the sum is that of amounts, a single value may be negative. All needs equal: the
 *  mean for all. No members: nothing is written. */
void sel_expected_by_need(const double *needs, const double *amounts, uint32_t count,
                          double *expected);

/** HI: above 0 when those at the end of the order get more than their need leads to expect. false,
 *  inequity untouched, where C of amounts or of expected is. */
bool sel_horizontal_inequity(const int64_t *places, const double *amounts, const double *expected,
                             uint32_t count, double *inequity);

#endif
