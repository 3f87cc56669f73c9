#include "analysis/robustness/beta_quantile.h"

#include "check_suite.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static const double pi = 3.14159265358979323846;

static sel_beta_quantile table;

static void prepare(double a, double b)
{
    sel_error err = {0};
    ck_assert_msg(sel_beta_quantile_prepare(a, b, &table, &err) == SEL_OK, "%s", err.message);
}

static double quantile(double u)
{
    double x = -1;
    double complement = -1;
    sel_beta_quantile_at(&table, u, &x, &complement);
    ck_assert_double_eq_tol(x + complement, 1, 1e-15);
    return x;
}

/* Inverses in closed form: Beta(a, 1) is u^(1/a), Beta(1, b) its mirror, Beta(½, ½) the arcsine
 * law. */
START_TEST(closed_forms)
{
    for (int i = 1; i < 1000; i++) {
        double u = i / 1000.0;
        prepare(3.7, 1);
        ck_assert_double_eq_tol(quantile(u), pow(u, 1 / 3.7), 2e-9);
        prepare(1, 39);
        ck_assert_double_eq_tol(quantile(u), 1 - pow(1 - u, 1 / 39.0), 2e-9);
        prepare(0.5, 0.5);
        ck_assert_double_eq_tol(quantile(u), pow(sin(pi * u / 2), 2), 2e-9);
        prepare(1, 1);
        ck_assert_double_eq_tol(quantile(u), u, 1e-14);
    }
}
END_TEST

/* mpmath 1.3.0, regularised betainc inverted by 400 halvings at 30 digits. */
START_TEST(values_of_another_program)
{
    static const struct {
        double a, b, u, x;
    } known[] = {
        {11.75, 35.25, 0.001, 0.092000219931682411},
        {11.75, 35.25, 0.05, 0.15350891417926885},
        {11.75, 35.25, 0.5, 0.24643040071672198},
        {11.75, 35.25, 0.95, 0.35870292585371614},
        {11.75, 35.25, 0.999, 0.46606650778028934},
        {16, 600, 0.001, 0.010488771728649553},
        {16, 600, 0.05, 0.016385129030900286},
        {16, 600, 0.5, 0.025462478562115675},
        {16, 600, 0.95, 0.037308766808564792},
        {16, 600, 0.999, 0.05013367264596377},
        {0.05, 30, 0.001, 1.9794592572248133e-62},
        {0.05, 30, 0.05, 1.8877594539878972e-28},
        {0.05, 30, 0.5, 1.887760438230803e-8},
        {0.05, 30, 0.95, 0.0089660462951158235},
        {0.05, 30, 0.999, 0.088502873143612597},
        {600, 16, 0.001, 0.94986632735403623},
        {600, 16, 0.999, 0.98951122827135045},
        {2.5, 5, 0.001, 0.018237147971307444},
        {2.5, 5, 0.05, 0.09550983308961},
        {2.5, 5, 0.5, 0.31785620944392098},
        {2.5, 5, 0.999, 0.83975286646167952},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        prepare(known[i].a, known[i].b);
        ck_assert_msg(fabs(quantile(known[i].u) / known[i].x - 1) < 1e-7,
                      "Beta(%g, %g) at %g: %.12g, not %.12g", known[i].a, known[i].b, known[i].u,
                      quantile(known[i].u), known[i].x);
    }
}
END_TEST

/* Upper points of the F distribution, x = m F / (m F + n) for Beta(m/2, n/2): NIST/SEMATECH
 * e-Handbook of Statistical Methods, table 1.3.6.7.3. */
START_TEST(published_points_of_f)
{
    static const struct {
        double m, n, u, f;
    } known[] = {
        {5, 10, 0.95, 3.326}, {10, 20, 0.95, 2.348}, {4, 8, 0.95, 3.838}, {1, 10, 0.95, 4.965}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        prepare(known[i].m / 2, known[i].n / 2);
        double x = quantile(known[i].u);
        ck_assert_double_eq_tol(known[i].n * x / (known[i].m * (1 - x)), known[i].f, 6e-4);
    }
}
END_TEST

/* The distribution function of GSL at the quantile gives u back, over the parameters that weights
 * of 2 to 40 criteria can have. */
START_TEST(the_distribution_function_gives_u_back)
{
    static const double parameters[] = {0.3, 1, 3.9, 15.6, 200, 607, 5000, 1e5};
    enum { PARAMETERS = sizeof parameters / sizeof parameters[0] };
    for (int i = 0; i < PARAMETERS * PARAMETERS; i++) {
        double a = parameters[i / PARAMETERS];
        double b = parameters[i % PARAMETERS];
        prepare(a, b);
        double before = 0;
        for (int j = 0; j < 500; j++) {
            double u = (j + 0.5) / 500;
            double x;
            double complement;
            sel_beta_quantile_at(&table, u, &x, &complement);
            double back = x < 0.5 ? gsl_cdf_beta_P(x, a, b) : gsl_cdf_beta_Q(complement, b, a);
            ck_assert_double_ge(x, before);
            ck_assert_msg(fabs(back - u) < 1e-8, "Beta(%g, %g) at %g gives back %.12g", a, b, u,
                          back);
            before = x;
        }
    }
}
END_TEST

START_TEST(tiny_parameters_underflow_to_zero_not_to_nan)
{
    prepare(1e-6, 10);
    ck_assert(quantile(0.5) == 0);
    ck_assert(quantile(1e-12) == 0);
    prepare(10, 1e-6);
    ck_assert(quantile(0.5) == 1);
    prepare(3, 4);
    ck_assert_double_gt(quantile(0x1p-53), 0);
    ck_assert_double_le(quantile(1 - 0x1p-53), 1);
}
END_TEST

START_TEST(parameters_out_of_range)
{
    static const double bad[][2] = {{0, 1}, {1, -1}, {NAN, 1}, {1, INFINITY}, {1e6, 1}, {1, 1e-7}};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        sel_error err = {0};
        ck_assert_int_eq(sel_beta_quantile_prepare(bad[i][0], bad[i][1], &table, &err),
                         SEL_NUMERIC);
        ck_assert(strstr(err.message, "no beta distribution") != NULL);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {closed_forms,
                            values_of_another_program,
                            published_points_of_f,
                            the_distribution_function_gives_u_back,
                            tiny_parameters_underflow_to_zero_not_to_nan,
                            parameters_out_of_range,
                            NULL};
    return run_tests("beta_quantile", tests);
}
