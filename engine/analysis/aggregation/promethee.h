/** promethee.h - shapes of preference, and how two alternatives stand by their flows.
 *
 * Brans & Vincke 1985; Brans, Vincke & Mareschal 1986. P(d) is how much a
 * difference d > 0 in favour of one alternative counts, 0 for d <= 0:
 *
 *     usual     1                           level     0 up to q, ½ up to p, then 1
 *     U         0 up to q, then 1           linear    0 up to q, (d − q)/(p − q) up to p, then 1
 *     V         d / p up to p, then 1       Gaussian  1 − exp(−d² / 2s²)
 *
 *     φ⁺(a) = Σ_j w_j Σ_b P_j(a, b) / (n − 1)      φ⁻(a) = Σ_j w_j Σ_b P_j(b, a) / (n − 1)
 *
 * and the net flow φ = φ⁺ − φ⁻, which PROMETHEE II ranks. One alternative has
 * flows of 0. A difference is above 0, q or p when it is so by more than 1e-9 of
 * the criterion's range: decimal fractions have no exact binary form, and a
 * difference of .1 shall not pass a threshold of .1. */
#ifndef SEL_ANALYSIS_AGGREGATION_PROMETHEE_H
#define SEL_ANALYSIS_AGGREGATION_PROMETHEE_H

#include "analysis/aggregation/aggregation.h"

/** Values of the parameter `shape`. */
typedef enum sel_promethee_shape {
    SEL_SHAPE_USUAL,
    SEL_SHAPE_U,
    SEL_SHAPE_V,
    SEL_SHAPE_LEVEL,
    SEL_SHAPE_LINEAR,
    SEL_SHAPE_GAUSSIAN,
} sel_promethee_shape;

/** Order of the row's parameters, all per criterion: shape, q, p, s in the criterion's unit. */
enum {
    SEL_PROMETHEE_SHAPE,
    SEL_PROMETHEE_Q,
    SEL_PROMETHEE_P,
    SEL_PROMETHEE_S,
};

/** Alternatives beyond which the Gaussian shape, whose flows need every pair, is refused. */
enum { SEL_GAUSSIAN_MOST = 20000 };

/** PROMETHEE I: how one alternative stands to another. */
typedef enum sel_promethee_relation {
    SEL_PREFERRED,    /**< φ⁺ no lower, φ⁻ no higher, one of them strictly */
    SEL_INDIFFERENT,  /**< both equal */
    SEL_LESS,         /**< the other is preferred */
    SEL_INCOMPARABLE, /**< stronger and weaker at once */
} sel_promethee_relation;

/** Relation of alternative a to b in an outcome of PROMETHEE; flows equal to 1e-9 are equal. */
sel_promethee_relation sel_promethee_compare(const sel_aggregation_outcome *outcome, uint32_t a,
                                             uint32_t b);

#endif
