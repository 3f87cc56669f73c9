#include "analysis/aggregation/flows.h"

#include "analysis/aggregation/sorted_units.h"
#include "analysis/wide.h"

#include <math.h>

/* A shape of straight lines: 0 up to `from`, `step` + (d − from) × slope up to `to`, then 1. */
typedef struct line {
    uint64_t from; /* units; a difference counts above it */
    uint64_t to;   /* >= from */
    double step;
    double slope;  /* per unit */
    uint64_t foot; /* units of q or 0: the line starts here, without the slack of `from` */
} line;

/* Differences up to this share of the range above a threshold are at the threshold. */
static const double SLACK = 1e-9;

static uint64_t units_of(double threshold, double range)
{
    double units = threshold / range * SEL_RANGE_UNITS;
    return (uint64_t)fmin(units, 4 * SEL_RANGE_UNITS); /* beyond any difference */
}

static line line_of(const sel_flow_criterion *of, double range)
{
    uint64_t slack = (uint64_t)(SLACK * SEL_RANGE_UNITS);
    uint64_t q = units_of(of->q, range);
    uint64_t p = units_of(of->p, range);
    switch (of->shape) {
    case SEL_SHAPE_U:
        return (line){.from = q + slack, .to = q + slack};
    case SEL_SHAPE_V:
        q = 0;
        break;
    case SEL_SHAPE_LEVEL:
        return (line){.from = q + slack, .to = p + slack, .step = .5};
    case SEL_SHAPE_LINEAR:
        break;
    default:
        return (line){.from = slack, .to = slack};
    }
    double low = of->shape == SEL_SHAPE_V ? 0 : of->q;
    if (p - q <= slack)
        return (line){.from = p + slack, .to = p + slack};
    return (line){.from = q, .to = p, .foot = q, .slope = range / (of->p - low) / SEL_RANGE_UNITS};
}

/* Those whose difference lies between the ends of the line: sorted places first … end − 1. */
typedef struct window {
    uint32_t first;
    uint32_t end;
    sel_wide sum; /* of their units */
} window;

/* Alternatives below the one at place i: the first `first` ones are beaten by more than `to`, those
 * in the window by more than `from`. As i grows both ends move on. */
static double flow_over(const sel_sorted_units *sorted, const line *shape, uint32_t i,
                        window *beaten)
{
    const uint64_t *units = sorted->units;
    uint64_t here = units[i];
    for (; beaten->end < i && here - units[beaten->end] > shape->from; beaten->end++)
        beaten->sum += units[beaten->end];
    for (; beaten->first < beaten->end && here - units[beaten->first] > shape->to; beaten->first++)
        beaten->sum -= units[beaten->first];
    uint32_t count = beaten->end - beaten->first;
    double steps = beaten->first + count * shape->step;
    if (shape->slope == 0)
        return steps;
    sel_wide along = (sel_wide)count * (here - shape->foot) - beaten->sum;
    return steps + (double)along * shape->slope;
}

/* The same from above: places count down, and differences are taken the other way round. */
static double flow_under(const sel_sorted_units *sorted, const line *shape, uint32_t i,
                         window *beating)
{
    const uint64_t *units = sorted->units;
    uint32_t last = sorted->count - 1;
    uint64_t here = units[i];
    for (; beating->end < last - i && units[last - beating->end] - here > shape->from;
         beating->end++)
        beating->sum += units[last - beating->end];
    for (; beating->first < beating->end && units[last - beating->first] - here > shape->to;
         beating->first++)
        beating->sum -= units[last - beating->first];
    uint32_t count = beating->end - beating->first;
    double steps = beating->first + count * shape->step;
    if (shape->slope == 0)
        return steps;
    sel_wide along = beating->sum - (sel_wide)count * (here + shape->foot);
    return steps + (double)along * shape->slope;
}

static void flow_along(const sel_sorted_units *sorted, const line *shape, double *plus,
                       double *minus)
{
    window beaten = {0};
    window beating = {0};
    for (uint32_t i = 0; i < sorted->count; i++)
        plus[sorted->rows[i]] = flow_over(sorted, shape, i, &beaten);
    for (uint32_t i = sorted->count; i-- > 0;)
        minus[sorted->rows[i]] = flow_under(sorted, shape, i, &beating);
}

/* Every pair, in sorted order, so that sums do not depend on the order of rows. */
static void flow_gaussian(const sel_sorted_units *sorted, double s, double *plus, double *minus)
{
    double width = sorted->range / SEL_RANGE_UNITS / s;
    for (uint32_t i = 0; i < sorted->count; i++) {
        double over = 0;
        double under = 0;
        for (uint32_t k = 0; k < sorted->count; k++) {
            double size = (double)((int64_t)sorted->units[i] - (int64_t)sorted->units[k]) * width;
            double part = -expm1(-size * size / 2);
            over += size > 0 ? part : 0;
            under += size < 0 ? part : 0;
        }
        plus[sorted->rows[i]] = over;
        minus[sorted->rows[i]] = under;
    }
}

void sel_flows_of(const sel_flow_criterion *criterion, sel_arena *scratch, double *plus,
                  double *minus)
{
    sel_sorted_units sorted = sel_sorted_units_of(&criterion->column, scratch);
    if (sorted.range == 0) {
        for (uint32_t i = 0; i < sorted.count; i++)
            plus[i] = minus[i] = 0;
    } else if (criterion->shape == SEL_SHAPE_GAUSSIAN) {
        flow_gaussian(&sorted, criterion->s, plus, minus);
    } else {
        line shape = line_of(criterion, sorted.range);
        flow_along(&sorted, &shape, plus, minus);
    }
}
