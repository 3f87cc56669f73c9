#include "analysis/robustness/beta_quantile.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>
#include <stdbool.h>

/* The distribution with ln B(a, b). */
typedef struct beta {
    double a;
    double b;
    double ln_beta;
} beta;

/* ln u and ln(1 - u) of t = logit u, without loss at either end. */
static double ln_lower(double t)
{
    return t < 0 ? t - log1p(exp(t)) : -log1p(exp(-t));
}

static double ln_upper(double t)
{
    return ln_lower(-t);
}

/* logit of the distribution function at x = 1 / (1 + e^-y). The tail that t lies in is computed,
 * the other is its complement; both are exact enough since they are never both small. */
static double logit_of_cdf(const beta *of, double t, double y)
{
    double x = 1 / (1 + exp(-y));
    double complement = 1 / (1 + exp(y));
    double tail;
    if (t < 0)
        tail = y < 0 ? gsl_cdf_beta_P(x, of->a, of->b) : gsl_cdf_beta_Q(complement, of->b, of->a);
    else
        tail = y < 0 ? gsl_cdf_beta_Q(x, of->a, of->b) : gsl_cdf_beta_P(complement, of->b, of->a);
    return t < 0 ? log(tail) - log1p(-tail) : log1p(-tail) - log(tail);
}

/* dY/dt = u(1 - u) / (f(x) x (1 - x)), all in logarithms. */
static double slope_at(const beta *of, double t, double y)
{
    double ln_density = of->a * ln_lower(y) + of->b * ln_upper(y) - of->ln_beta;
    return exp(ln_lower(t) + ln_upper(t) - ln_density);
}

/* Newton's method on logit F(y) = t, which is nearly straight; halving when a step leaves the
 * bracket. */
static bool solve(const beta *of, double t, double low, double high, double guess, double *y)
{
    double at = guess > low && guess < high ? guess : (low + high) / 2;
    for (int step = 0; step < 200; step++) {
        double miss = logit_of_cdf(of, t, at) - t;
        if (isnan(miss))
            return false;
        if (miss > 0)
            high = at;
        else
            low = at;
        double next = at - miss * slope_at(of, t + miss, at);
        if (!(next >= low && next <= high))
            next = (low + high) / 2;
        double moved = fabs(next - at);
        at = next;
        if (moved <= 1e-7 || high - low <= 1e-12) { /* the error left is about moved² */
            *y = at;
            return true;
        }
    }
    return false;
}

/* Y at t. Where e^-|y| no longer counts beside 1, F is a power: u = x^a / (a B) at the left and
 * 1 - u = (1 - x)^b / (b B) at the right (the first term of the series, DLMF 8.17.7). */
static bool value_at(const beta *of, double t, double guess, double *y)
{
    double far_left = -(40 + log1p(of->b));
    double far_right = 40 + log1p(of->a);
    double left = (ln_lower(t) + log(of->a) + of->ln_beta) / of->a;
    double right = -(ln_upper(t) + log(of->b) + of->ln_beta) / of->b;
    if (left < far_left) {
        *y = left;
        return true;
    }
    if (right > far_right) {
        *y = right;
        return true;
    }
    return solve(of, t, far_left, far_right, guess, y);
}

sel_status sel_beta_quantile_prepare(double a, double b, sel_beta_quantile *table, sel_error *err)
{
    gsl_sf_result ln_beta = {0};
    if (!(a >= SEL_BETA_LEAST && a <= SEL_BETA_MOST && b >= SEL_BETA_LEAST && b <= SEL_BETA_MOST) ||
        gsl_sf_lnbeta_e(a, b, &ln_beta) != GSL_SUCCESS)
        return sel_fail(err, SEL_NUMERIC, "no beta distribution with parameters %g and %g", a, b);
    const beta of = {a, b, ln_beta.val};
    const double step = 1.0 / SEL_BETA_STEPS_PER_UNIT;
    double guess = -INFINITY;
    for (int i = 0; i < SEL_BETA_NODES; i++) {
        sel_beta_node *node = &table->nodes[i];
        double t = i * step - SEL_BETA_REACH;
        if (!value_at(&of, t, guess, &node->value))
            return sel_fail(err, SEL_NUMERIC, "no quantile of Beta(%g, %g) at logit %g", a, b, t);
        /* d ln(dY/dt)/dt: (1 - 2u) from u(1 - u), and (a - (a + b)x) dY/dt from the density. */
        double slope = slope_at(&of, t, node->value);
        double x = exp(ln_lower(node->value));
        double complement = exp(ln_upper(node->value));
        double bend = slope * (-tanh(t / 2) - (a * complement - b * x) * slope);
        node->slope = slope * step;
        node->bend = bend * step * step;
        guess = node->value + node->slope + node->bend / 2;
    }
    return SEL_OK;
}

/* The quintic that agrees with value, slope and bend of both nodes; s in [0, 1] between them. */
static double between(const sel_beta_node *left, const sel_beta_node *right, double s)
{
    double rise = right->value - left->value - left->slope - left->bend / 2;
    double slope = right->slope - left->slope - left->bend;
    double bend = right->bend - left->bend;
    double cubic = 10 * rise - 4 * slope + bend / 2;
    double quartic = -15 * rise + 7 * slope - bend;
    double quintic = 6 * rise - 3 * slope + bend / 2;
    return left->value +
           s * (left->slope + s * (left->bend / 2 + s * (cubic + s * (quartic + s * quintic))));
}

void sel_beta_quantile_at(const sel_beta_quantile *table, double u, double *x, double *complement)
{
    double place = (log(u / (1 - u)) + SEL_BETA_REACH) * SEL_BETA_STEPS_PER_UNIT;
    double y;
    if (place <= 0) {
        y = table->nodes[0].value + place * table->nodes[0].slope;
    } else if (place >= SEL_BETA_NODES - 1) {
        const sel_beta_node *last = &table->nodes[SEL_BETA_NODES - 1];
        y = last->value + (place - (SEL_BETA_NODES - 1)) * last->slope;
    } else {
        int left = (int)place;
        y = between(&table->nodes[left], &table->nodes[left + 1], place - left);
    }
    double smaller = exp(-fabs(y)); /* the odds of the smaller part: never overflows */
    double large_part = 1 / (1 + smaller);
    double small_part = smaller * large_part;
    *x = y < 0 ? small_part : large_part;
    *complement = y < 0 ? large_part : small_part;
}
