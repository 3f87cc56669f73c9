#include "analysis/weighting/varimax.h"

#include "base/arena.h"

#include <math.h>
#include <stdbool.h>

/* Angle by which two components are turned best (Kaiser 1958, eq. 23). */
static double angle(const double *x, const double *y, uint32_t criteria)
{
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (uint32_t j = 0; j < criteria; j++) {
        double u = x[j] * x[j] - y[j] * y[j];
        double v = 2 * x[j] * y[j];
        a += u;
        b += v;
        c += u * u - v * v;
        d += 2 * u * v;
    }
    return atan2(d - 2 * a * b / criteria, c - (a * a - b * b) / criteria) / 4;
}

static void turn(double *x, double *y, uint32_t criteria, double by)
{
    double cosine = cos(by);
    double sine = sin(by);
    for (uint32_t j = 0; j < criteria; j++) {
        double old = x[j];
        x[j] = cosine * old + sine * y[j];
        y[j] = cosine * y[j] - sine * old;
    }
}

/* Turn every two components once; the largest angle. */
static double turn_all(double *loadings, uint32_t criteria, uint32_t components)
{
    double largest = 0;
    for (uint32_t f = 0; f < components; f++)
        for (uint32_t g = f + 1; g < components; g++) {
            double *x = loadings + (size_t)f * criteria;
            double *y = loadings + (size_t)g * criteria;
            double by = angle(x, y, criteria);
            turn(x, y, criteria, by);
            largest = fmax(largest, fabs(by));
        }
    return largest;
}

/* Multiply the loadings of each criterion by its factor, or divide. */
static void scale(double *loadings, uint32_t criteria, uint32_t components, const double *lengths,
                  bool divide)
{
    for (uint32_t f = 0; f < components; f++)
        for (uint32_t j = 0; j < criteria; j++)
            if (lengths[j] > 0)
                loadings[(size_t)f * criteria + j] *= divide ? 1 / lengths[j] : lengths[j];
}

sel_status sel_varimax(double *loadings, uint32_t criteria, uint32_t components, sel_error *err)
{
    enum { ROUNDS_MOST = 10000 };
    const double still = 1e-13;
    sel_arena *scratch = sel_arena_create();
    double *lengths = sel_arena_array(scratch, criteria, sizeof *lengths);
    for (uint32_t f = 0; f < components; f++)
        for (uint32_t j = 0; j < criteria; j++)
            lengths[j] += loadings[(size_t)f * criteria + j] * loadings[(size_t)f * criteria + j];
    for (uint32_t j = 0; j < criteria; j++)
        lengths[j] = sqrt(lengths[j]);
    scale(loadings, criteria, components, lengths, true);
    uint32_t round = 0;
    while (round < ROUNDS_MOST && turn_all(loadings, criteria, components) > still)
        round++;
    scale(loadings, criteria, components, lengths, false);
    sel_arena_destroy(scratch);
    if (round == ROUNDS_MOST)
        return sel_fail(err, SEL_NUMERIC, "components do not settle after %d rounds of turning",
                        ROUNDS_MOST);
    return SEL_OK;
}
