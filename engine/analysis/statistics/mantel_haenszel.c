#include "analysis/statistics/mantel_haenszel.h"

#include "base/arena.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static int compare_counts(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int by_counts(const void *a, const void *b)
{
    const sel_stratum *x = a;
    const sel_stratum *y = b;
    int order = compare_counts(x->members, y->members);
    if (order == 0)
        order = compare_counts(x->others, y->others);
    if (order == 0)
        order = compare_counts(x->met, y->met);
    return order == 0 ? compare_counts(x->others_met, y->others_met) : order;
}

/* Sums over strata, named as in the header. */
typedef struct sums {
    double weight;
    double weighted; /* Σ w·RD, which is Σ (a - n₁m/N) too */
    double p;
    double q;
    double variance; /* of Σ (a - n₁m/N) when nothing differs */
    uint32_t strata;
} sums;

static void add_stratum(sums *to, const sel_stratum *stratum)
{
    if (stratum->members == 0 || stratum->others == 0)
        return;
    double a = stratum->met;
    double c = stratum->others_met;
    double n1 = stratum->members;
    double n0 = stratum->others;
    double all = n1 + n0;
    double met = a + c;
    to->strata += 1;
    to->weight += n1 * n0 / all;
    to->weighted += (a * n0 - c * n1) / all;
    to->p += (n1 * n1 * c - n0 * n0 * a + n1 * n0 * (n0 - n1) / 2) / (all * all);
    to->q += (a * (n0 - c) + c * (n1 - a)) / (2 * all);
    to->variance += n1 * n0 * met * (all - met) / (all * all * (all - 1));
}

bool sel_risk_difference_of(const sel_stratum *strata, uint32_t count,
                            sel_risk_difference *difference)
{
    sel_arena *scratch = sel_arena_create();
    sel_stratum *sorted = sel_arena_array(scratch, count, sizeof *sorted);
    if (count > 0)
        memcpy(sorted, strata, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_counts); /* one order of adding */
    sums all = {0};
    for (uint32_t i = 0; i < count; i++)
        add_stratum(&all, &sorted[i]);
    sel_arena_destroy(scratch);
    if (all.strata == 0)
        return false;
    double found = all.weighted / all.weight;
    double error = sqrt(fmax(0, found * all.p + all.q)) / all.weight;
    double p = 1;
    if (all.variance > 0)
        p = gsl_cdf_chisq_Q(all.weighted * all.weighted / all.variance, 1);
    *difference = (sel_risk_difference){found, error, p, all.strata};
    return true;
}
