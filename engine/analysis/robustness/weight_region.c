#include "analysis/robustness/weight_region.h"

/* Margins below this are no room: weights are stated to 1e-9. */
static const double LEAST_MARGIN = 1e-9;

static sel_status check_bounds(sel_weight_region *region, sel_error *err)
{
    for (uint32_t j = 0; j < region->criteria; j++) {
        double low = region->low[j];
        double high = region->high[j];
        if (low >= 0 && low <= high && high <= 1)
            continue;
        region->fault = (sel_region_fault){SEL_REGION_MISSTATED, j, 0, low, high};
        return sel_fail(err, SEL_BAD_INPUT, "the weight of criterion %u cannot lie from %g to %g",
                        j + 1, low, high);
    }
    return SEL_OK;
}

static sel_status check_orders(sel_weight_region *region, sel_error *err)
{
    for (uint32_t i = 0; i < region->constraints->order_count; i++) {
        sel_weight_order order = region->constraints->orders[i];
        if (order.more < region->criteria && order.less < region->criteria &&
            order.more != order.less)
            continue;
        region->fault = (sel_region_fault){.kind = SEL_REGION_MISSTATED, .order = i};
        return sel_fail(err, SEL_BAD_INPUT,
                        "order %u compares criterion %u with criterion %u of %u", i + 1,
                        order.more + 1, order.less + 1, region->criteria);
    }
    return SEL_OK;
}

/* What the orders imply: a path of orders has at most criteria − 1 steps. */
static void imply(sel_weight_region *region)
{
    const sel_weight_constraints *of = region->constraints;
    for (uint32_t step = 1; step < region->criteria; step++)
        for (uint32_t i = 0; i < of->order_count; i++) {
            uint32_t more = of->orders[i].more;
            uint32_t less = of->orders[i].less;
            if (region->low[more] < region->low[less])
                region->low[more] = region->low[less];
            if (region->high[less] > region->high[more])
                region->high[less] = region->high[more];
        }
}

static sel_status check_implied(sel_weight_region *region, sel_error *err)
{
    double low = 0;
    double high = 0;
    for (uint32_t j = 0; j < region->criteria; j++) {
        region->fault =
            (sel_region_fault){SEL_REGION_CROSSED, j, 0, region->low[j], region->high[j]};
        if (region->low[j] > region->high[j])
            return sel_fail(err, SEL_BAD_INPUT,
                            "no weighting keeps the constraints: criterion %u would weigh at least "
                            "%g and at most %g",
                            j + 1, region->low[j], region->high[j]);
        low += region->low[j];
        high += region->high[j];
    }
    region->fault = (sel_region_fault){.kind = SEL_REGION_SUM, .low = low, .high = high};
    if (low > 1 + LEAST_MARGIN || high < 1 - LEAST_MARGIN)
        return sel_fail(err, SEL_BAD_INPUT,
                        "no weighting keeps the constraints: the weights would sum to at %s %g",
                        low > 1 ? "least" : "most", low > 1 ? low : high);
    region->fault = (sel_region_fault){.kind = SEL_REGION_SOUND};
    return SEL_OK;
}

bool sel_weight_region_fixed(const sel_weight_region *region, uint32_t criterion)
{
    return region->low[criterion] == region->high[criterion];
}

void sel_weight_region_above(const sel_weight_region *region, uint64_t *above)
{
    const sel_weight_constraints *of = region->constraints;
    for (uint32_t i = 0; i < of->order_count; i++)
        if (!sel_weight_region_fixed(region, of->orders[i].more) &&
            !sel_weight_region_fixed(region, of->orders[i].less))
            above[of->orders[i].less] |= UINT64_C(1) << of->orders[i].more;
    for (uint32_t k = 0; k < region->criteria; k++)
        for (uint32_t j = 0; j < region->criteria; j++)
            if (above[j] >> k & 1)
                above[j] |= above[k];
}

static sel_status refuse_circle(sel_weight_region *region, sel_error *err)
{
    const sel_weight_constraints *of = region->constraints;
    uint64_t above[SEL_CRITERIA_MAX] = {0};
    sel_weight_region_above(region, above);
    for (uint32_t i = 0; i < of->order_count; i++) {
        uint32_t more = of->orders[i].more;
        uint32_t less = of->orders[i].less;
        if (sel_weight_region_fixed(region, more) || sel_weight_region_fixed(region, less) ||
            !(above[more] >> less & 1))
            continue;
        region->fault = (sel_region_fault){.kind = SEL_REGION_CIRCLE, .order = i};
        return sel_fail(err, SEL_BAD_INPUT, "the orders of criteria %u and %u go round in a circle",
                        more + 1, less + 1);
    }
    return SEL_OK;
}

/* Longest path of orders below and above each criterion that is not fixed, those counted only that
 * are not fixed either. */
static void find_depths(const sel_weight_region *region, uint32_t *below, uint32_t *above)
{
    const sel_weight_constraints *of = region->constraints;
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 0; i < of->order_count; i++) {
            uint32_t more = of->orders[i].more;
            uint32_t less = of->orders[i].less;
            if (sel_weight_region_fixed(region, more) || sel_weight_region_fixed(region, less))
                continue;
            if (below[more] <= below[less]) {
                below[more] = below[less] + 1;
                changed = true;
            }
            if (above[less] <= above[more]) {
                above[less] = above[more] + 1;
                changed = true;
            }
        }
    }
}

/* Weights between the bounds moved inwards by a margin for each step of a path, all at the same
 * share of the way; false when the moved bounds cross or do not enclose 1. */
static bool place_inside(sel_weight_region *region, const uint32_t *below, const uint32_t *above,
                         double margin)
{
    double low[SEL_CRITERIA_MAX];
    double high[SEL_CRITERIA_MAX];
    double lows = 0;
    double highs = 0;
    for (uint32_t j = 0; j < region->criteria; j++) {
        bool fixed = sel_weight_region_fixed(region, j);
        low[j] = region->low[j] + (fixed ? 0 : margin * (below[j] + 1));
        high[j] = region->high[j] - (fixed ? 0 : margin * (above[j] + 1));
        if (!fixed && low[j] >= high[j])
            return false;
        lows += low[j];
        highs += high[j];
    }
    if (!(lows < 1 && highs > 1))
        return false;
    double share = (1 - lows) / (highs - lows);
    for (uint32_t j = 0; j < region->criteria; j++)
        region->inside[j] = low[j] + share * (high[j] - low[j]);
    return true;
}

static sel_status find_inside(sel_weight_region *region, sel_error *err)
{
    uint32_t below[SEL_CRITERIA_MAX] = {0};
    uint32_t above[SEL_CRITERIA_MAX] = {0};
    sel_status status = refuse_circle(region, err);
    if (status != SEL_OK)
        return status;
    find_depths(region, below, above);
    uint32_t free_count = 0;
    for (uint32_t j = 0; j < region->criteria; j++)
        free_count += !sel_weight_region_fixed(region, j);
    double margin = free_count > 1 ? 1.0 / region->criteria : 0;
    while (margin >= LEAST_MARGIN && !place_inside(region, below, above, margin))
        margin /= 2;
    if (margin >= LEAST_MARGIN)
        return SEL_OK;
    region->fault = (sel_region_fault){.kind = SEL_REGION_NO_ROOM};
    return sel_fail(err, SEL_BAD_INPUT,
                    "the constraints leave no room: only one weighting, or one for some criteria, "
                    "keeps them");
}

/* The region but for a weighting inside. */
static sel_status bound(const sel_weight_constraints *constraints, uint32_t criteria,
                        sel_weight_region *region, sel_error *err)
{
    *region = (sel_weight_region){.constraints = constraints, .criteria = criteria};
    for (uint32_t j = 0; j < criteria; j++) {
        region->low[j] = constraints->low == NULL ? 0 : constraints->low[j];
        region->high[j] = constraints->high == NULL ? 1 : constraints->high[j];
    }
    sel_status status = check_bounds(region, err);
    if (status == SEL_OK)
        status = check_orders(region, err);
    if (status != SEL_OK)
        return status;
    imply(region);
    return check_implied(region, err);
}

sel_status sel_weight_region_make(const sel_weight_constraints *constraints, uint32_t criteria,
                                  sel_weight_region *region, sel_error *err)
{
    sel_status status = bound(constraints, criteria, region, err);
    return status == SEL_OK ? find_inside(region, err) : status;
}

static sel_status check_stated(const sel_weight_constraints *of, const double *weights,
                               uint32_t criteria, sel_region_fault *fault, sel_error *err)
{
    static const char says[] = "the stated weights do not keep the constraints: criterion";
    for (uint32_t j = 0; j < criteria; j++) {
        double low = of->low == NULL ? 0 : of->low[j];
        double high = of->high == NULL ? 1 : of->high[j];
        if (weights[j] >= low - LEAST_MARGIN && weights[j] <= high + LEAST_MARGIN)
            continue;
        *fault = (sel_region_fault){SEL_REGION_BOUND_BROKEN, j, 0, low, high};
        return sel_fail(err, SEL_BAD_INPUT, "%s %u weighs %g, not from %g to %g", says, j + 1,
                        weights[j], low, high);
    }
    for (uint32_t i = 0; i < of->order_count; i++) {
        sel_weight_order order = of->orders[i];
        if (weights[order.more] >= weights[order.less] - LEAST_MARGIN)
            continue;
        *fault = (sel_region_fault){.kind = SEL_REGION_ORDER_BROKEN, .order = i};
        return sel_fail(err, SEL_BAD_INPUT, "%s %u weighs %g, less than criterion %u, %g", says,
                        order.more + 1, weights[order.more], order.less + 1, weights[order.less]);
    }
    return SEL_OK;
}

/* The region of those criteria that have weight: the others are fixed at 0. */
static sel_status check_weighed(const sel_weight_constraints *of, const double *weights,
                                uint32_t criteria, sel_region_fault *fault, sel_error *err)
{
    double low[SEL_CRITERIA_MAX];
    double high[SEL_CRITERIA_MAX];
    const sel_weight_constraints weighed = {of->orders, of->order_count, low, high};
    sel_weight_region region;
    uint32_t count = 0;
    for (uint32_t j = 0; j < criteria; j++) {
        bool weighs = weights == NULL || weights[j] > 0;
        low[j] = of->low == NULL || !weighs ? 0 : of->low[j];
        high[j] = !weighs ? 0 : of->high == NULL ? 1 : of->high[j];
        count += weighs;
    }
    sel_status status = bound(&weighed, criteria, &region, err);
    if (status == SEL_OK && count > 1)
        status = find_inside(&region, err);
    *fault = region.fault;
    return status;
}

sel_status sel_weight_constraints_check(const sel_weight_constraints *constraints,
                                        const double *weights, uint32_t criteria,
                                        sel_region_fault *fault, sel_error *err)
{
    sel_region_fault found;
    sel_status status = check_weighed(constraints, NULL, criteria, &found, err);
    if (status == SEL_OK && weights != NULL)
        status = check_stated(constraints, weights, criteria, &found, err);
    if (status == SEL_OK && weights != NULL)
        status = check_weighed(constraints, weights, criteria, &found, err);
    if (fault != NULL)
        *fault = found;
    return status;
}

bool sel_weight_region_has(const sel_weight_region *region, const double *weights, double slack)
{
    const sel_weight_constraints *of = region->constraints;
    for (uint32_t j = 0; j < region->criteria; j++)
        if (!(weights[j] >= region->low[j] - slack && weights[j] <= region->high[j] + slack))
            return false;
    for (uint32_t i = 0; i < of->order_count; i++)
        if (!(weights[of->orders[i].more] >= weights[of->orders[i].less] - slack))
            return false;
    return true;
}
