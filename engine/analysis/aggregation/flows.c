#include "analysis/aggregation/flows.h"

#include "analysis/wide.h"

#include <math.h>
#include <string.h>

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

/* The sorted places that lie below a limit. As limits grow it only moves on. */
typedef struct edge {
    uint32_t place; /* first that does not */
    sel_wide sum;   /* of the units of those that do */
} edge;

static inline void move_on(edge *of, const sel_sorted_units *sorted, uint64_t limit)
{
    const uint64_t *units = sorted->units;
    edge moved = *of;
    for (; moved.place < sorted->count && units[moved.place] < limit; moved.place++)
        moved.sum += units[moved.place];
    *of = moved;
}

/* The edges of those that an alternative beats, and of those that beat it. */
typedef struct edges {
    edge below_to;
    edge below_from;
    edge above_from;
    edge above_to;
} edges;

static void move_all(edges *of, const sel_sorted_units *sorted, const line *shape, uint64_t here)
{
    move_on(&of->below_from, sorted, here > shape->from ? here - shape->from : 0);
    move_on(&of->above_from, sorted, here + shape->from + 1);
    if (shape->to == shape->from) {
        of->below_to = of->below_from;
        of->above_to = of->above_from;
        return;
    }
    move_on(&of->below_to, sorted, here > shape->to ? here - shape->to : 0);
    move_on(&of->above_to, sorted, here + shape->to + 1);
}

/* Flow over those whose difference lies between the two ends of the line and over those beyond. */
static double flow_over(const line *shape, uint32_t between, uint32_t beyond, sel_wide along)
{
    double steps = beyond + between * shape->step;
    return shape->slope == 0 ? steps : steps + (double)along * shape->slope;
}

static sel_flow flow_of(const edges *at, uint32_t count, const line *shape, uint64_t here)
{
    uint32_t beaten = at->below_from.place - at->below_to.place;
    uint32_t beating = at->above_to.place - at->above_from.place;
    sel_wide lead =
        (sel_wide)beaten * (here - shape->foot) - (at->below_from.sum - at->below_to.sum);
    sel_wide lack =
        (at->above_to.sum - at->above_from.sum) - (sel_wide)beating * (here + shape->foot);
    return (sel_flow){flow_over(shape, beaten, at->below_to.place, lead),
                      flow_over(shape, beating, count - at->above_to.place, lack)};
}

/* Flows that are asked for from memory before they are written: rows lie anywhere. */
enum { AHEAD = 24 };

static void flow_lines(const sel_sorted_units *sorted, const line *shape, sel_flow *flows)
{
    const sel_sorted_units own = *sorted;
    const line of = *shape;
    edges at = {0};
    for (uint32_t i = 0; i < own.count; i++) {
        if (own.count - i > AHEAD)
            __builtin_prefetch(&flows[own.rows[i + AHEAD]], 1);
        move_all(&at, &own, &of, own.units[i]);
        flows[own.rows[i]] = flow_of(&at, own.count, &of, own.units[i]);
    }
}

/* Every pair, in sorted order, so that sums do not depend on the order of rows. */
static void flow_gaussian(const sel_sorted_units *sorted, double s, sel_flow *flows)
{
    double width = sorted->range / SEL_RANGE_UNITS / s;
    for (uint32_t i = 0; i < sorted->count; i++) {
        sel_flow sum = {0};
        for (uint32_t k = 0; k < sorted->count; k++) {
            double size = (double)((int64_t)sorted->units[i] - (int64_t)sorted->units[k]) * width;
            double part = -expm1(-size * size / 2);
            sum.plus += size > 0 ? part : 0;
            sum.minus += size < 0 ? part : 0;
        }
        flows[sorted->rows[i]] = sum;
    }
}

void sel_flows_of(const sel_flow_criterion *criterion, const sel_sorting_room *room,
                  sel_flow *flows)
{
    sel_sorted_units sorted = sel_sorted_units_of(&criterion->column, room);
    if (sorted.range == 0) {
        memset(flows, 0, sorted.count * sizeof *flows);
    } else if (criterion->shape == SEL_SHAPE_GAUSSIAN) {
        flow_gaussian(&sorted, criterion->s, flows);
    } else {
        line shape = line_of(criterion, sorted.range);
        flow_lines(&sorted, &shape, flows);
    }
}
