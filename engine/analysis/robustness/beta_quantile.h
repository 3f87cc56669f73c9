/** beta_quantile.h - quantiles of a Beta(a, b) distribution, many and fast.
 *
 * Y = logit x as a function of t = logit u is smooth and becomes straight at
 * both ends (slopes 1/a and 1/b), so a table over t with exact first and second
 * derivatives gives every quantile at the price of a logarithm and an
 * exponential. gsl_cdf_beta_Pinv would be easier, but GSL 2.7.1 needs 1 to
 * 27 µs a quantile and answers NaN for some u (u = e^-2 at a = .05, b = 30). */
#ifndef SEL_ANALYSIS_BETA_QUANTILE_H
#define SEL_ANALYSIS_BETA_QUANTILE_H

#include "base/status.h"

/** The table reaches from t = -SEL_BETA_REACH to SEL_BETA_REACH (u = 2e-9 to 1 - 2e-9); beyond it
 *  Y goes on as a straight line. */
enum { SEL_BETA_REACH = 20, SEL_BETA_STEPS_PER_UNIT = 4 };
enum { SEL_BETA_NODES = 2 * SEL_BETA_REACH * SEL_BETA_STEPS_PER_UNIT + 1 };

/** One node: Y and its derivatives with respect to the node number. */
typedef struct sel_beta_node {
    double value;
    double slope;
    double bend;
} sel_beta_node;

typedef struct sel_beta_quantile {
    sel_beta_node nodes[SEL_BETA_NODES];
} sel_beta_quantile;

/** Parameters a and b that a table can be made for. */
#define SEL_BETA_LEAST 1e-6
#define SEL_BETA_MOST  1e5

/** Fill the table; SEL_NUMERIC when a or b is out of range or GSL fails. */
SEL_CHECKED
sel_status sel_beta_quantile_prepare(double a, double b, sel_beta_quantile *table, sel_error *err);

/** The quantile x of u, 0 < u < 1, and its complement 1 - x: the distribution function at x is u to
 *  1e-8. Either is 0 where it underflows. */
void sel_beta_quantile_at(const sel_beta_quantile *table, double u, double *x, double *complement);

#endif
