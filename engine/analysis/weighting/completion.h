/** completion.h - the principal eigenvector of judgements of which some are missing.
 *
 * A missing judgement takes the value that makes λ, and with it the
 * inconsistency, smallest. λ is convex in the logarithms of the missing ones
 * and has one least point when the judged pairs connect all criteria (Bozóki,
 * Fülöp & Rónyai 2010, theorem 2). There, with v and u the right and left
 * eigenvectors, dλ/da(i, j) = 0 means
 *
 *     a(i, j)² = (v_i / v_j) · (u_j / u_i)
 *
 * which is put in again and again until nothing moves. */
#ifndef SEL_ANALYSIS_WEIGHTING_COMPLETION_H
#define SEL_ANALYSIS_WEIGHTING_COMPLETION_H

#include "analysis/weighting/judgements.h"

/** Eigenvector, summing to 1, and its λ. ratios receives the judgements with the missing ones
 *  filled in, criteria × criteria. Without missing ones it is the plain eigenvector. SEL_NUMERIC
 *  when it does not settle. */
SEL_CHECKED
sel_status sel_complete_judgements(const sel_judgement_matrix *matrix, double *ratios,
                                   double *weights, double *eigenvalue, sel_error *err);

#endif
