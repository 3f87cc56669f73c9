/** support_along_need.h - beside c1: whether support follows an order of recipients.
 *
 *     C  = Σ_k (X_k/X)·C_k       recipients in order of need for k, the least first
 *     HI = Σ_k (X_k/X)·(C_k(x) − C_k(x̂))      least developed states last
 *
 * Per capability k with five recipients that have a known need for it which may be
 * above nought, and over those in which the order is one: C_k the concentration index of
 * support (statistics/concentration.h), x̂ the support that a straight line
 * through need leads to expect, X_k the support. Support and need are in the
 * middle of their ranges. C in (−1, 1): above 0 when support gathers where need is
 * greatest. HI: above 0 when the least developed states get more than their need
 * leads to expect; the order is theirs because no other standing of recipients is
 * kept here.
 *
 * Intervals: bootstrap over recipients, each with all its capabilities (statistics/bootstrap.h).
 * Neither is scored: all support to the one of greatest need has the largest C and is
 * no distribution by need. Support without usable dates is in neither. */
#ifndef SEL_ANALYSIS_SUPPORT_ALONG_NEED_H
#define SEL_ANALYSIS_SUPPORT_ALONG_NEED_H

#include "analysis/principle/beside.h"

/** Draws of each interval; as bootstrap.h asks, a multiple of 40 less one. */
enum { SEL_SUPPORT_DRAWS = 1999 };

/** Add both. Only for a region or a portfolio: a donor that specialises does not discriminate. */
void sel_beside_support_along_need(const sel_evidence *evidence, const sel_selection *selection,
                                   sel_beside *beside);

#endif
