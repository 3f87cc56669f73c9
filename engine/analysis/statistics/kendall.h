/** kendall.h - how far two orders of the same things agree.
 *
 *     τ_b = (C − D) / √((n₀ − n₁)(n₀ − n₂))
 *
 * C and D: pairs that both sides order alike and contrariwise; n₀ = n(n − 1)/2
 * pairs, of which n₁ are tied on one side and n₂ on the other (Kendall 1945,
 * "The treatment of ties in ranking problems"). +1: the same order, −1: the
 * reverse, ties allowed for.
 *
 * p, two-sided: the share of all ways to pair the two sides at random in which
 * |C − D| is at least as large. Up to SEL_KENDALL_EXACT things every way is
 * counted, ties included; for more SEL_KENDALL_ORDERS random ones are drawn and
 * p = (hits + 1)/(drawn + 1), which is never 0 (Phipson & Smyth 2010). Integers
 * up to the last division; the order in which the things are given, and which
 * side is which, change nothing. */
#ifndef SEL_ANALYSIS_KENDALL_H
#define SEL_ANALYSIS_KENDALL_H

#include <stdbool.h>
#include <stdint.h>

enum { SEL_KENDALL_EXACT = 9, SEL_KENDALL_ORDERS = 100000 };

typedef struct sel_kendall {
    double tau_b;       /**< [-1, 1] */
    int64_t difference; /**< C − D */
} sel_kendall;

/** τ_b of count values on each side. false, kendall untouched: fewer than two things, or all of
 *  them tied on one side. */
bool sel_kendall_of(const int64_t *a, const int64_t *b, uint32_t count, sel_kendall *kendall);

typedef struct sel_kendall_test {
    double p;        /**< (0, 1] */
    uint64_t orders; /**< orders counted or drawn; tied things in one order only */
    uint64_t hits;   /**< of those, as far from 0 as the things are, or further */
    bool exact;      /**< every order was counted */
} sel_kendall_test;

/** p of the same values, the same for any number of threads; seed matters above SEL_KENDALL_EXACT
 *  things. Costs SEL_KENDALL_ORDERS counts of C − D there (tests/bench/README.md), so ask for it
 *  only where it is shown. false, test untouched, where sel_kendall_of is. */
bool sel_kendall_test_of(const int64_t *a, const int64_t *b, uint32_t count, uint64_t seed,
                         sel_kendall_test *test);

#endif
