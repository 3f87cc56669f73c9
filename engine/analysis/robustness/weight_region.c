#include "analysis/robustness/weight_region.h"

/* Margins below this are no room: weights are stated to 1e-9. */
static const double LEAST_MARGIN = 1e-9;

static sel_status check_bounds(const sel_weight_region *region, sel_error *err)
{
    for (uint32_t j = 0; j < region->criteria; j++) {
        double low = region->low[j];
        double high = region->high[j];
        if (!(low >= 0 && low <= high && high <= 1))
            return sel_fail(err, SEL_BAD_INPUT,
                            "the weight of criterion %u cannot lie from %g to %g", j + 1, low,
                            high);
    }
    return SEL_OK;
}

static sel_status check_orders(const sel_weight_constraints *constraints, uint32_t criteria,
                               sel_error *err)
{
    for (uint32_t i = 0; i < constraints->order_count; i++) {
        sel_weight_order order = constraints->orders[i];
        if (order.more >= criteria || order.less >= criteria || order.more == order.less)
            return sel_fail(err, SEL_BAD_INPUT,
                            "order %u compares criterion %u with criterion %u of %u", i + 1,
                            order.more + 1, order.less + 1, criteria);
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

static sel_status check_implied(const sel_weight_region *region, sel_error *err)
{
    double low = 0;
    double high = 0;
    for (uint32_t j = 0; j < region->criteria; j++) {
        if (region->low[j] > region->high[j])
            return sel_fail(err, SEL_BAD_INPUT,
                            "no weighting keeps the constraints: criterion %u would weigh at least "
                            "%g and at most %g",
                            j + 1, region->low[j], region->high[j]);
        low += region->low[j];
        high += region->high[j];
    }
    if (low > 1 + LEAST_MARGIN || high < 1 - LEAST_MARGIN)
        return sel_fail(err, SEL_BAD_INPUT,
                        "no weighting keeps the constraints: the weights would sum to at %s %g",
                        low > 1 ? "least" : "most", low > 1 ? low : high);
    return SEL_OK;
}

bool sel_weight_region_fixed(const sel_weight_region *region, uint32_t criterion)
{
    return region->low[criterion] == region->high[criterion];
}

/* Longest path of orders below and above each criterion that is not fixed, those counted only that
 * are not fixed either. */
static sel_status find_depths(const sel_weight_region *region, uint32_t *below, uint32_t *above,
                              sel_error *err)
{
    const sel_weight_constraints *of = region->constraints;
    bool changed = true;
    for (uint32_t step = 0; changed; step++) {
        changed = false;
        for (uint32_t i = 0; i < of->order_count; i++) {
            uint32_t more = of->orders[i].more;
            uint32_t less = of->orders[i].less;
            if (sel_weight_region_fixed(region, more) || sel_weight_region_fixed(region, less))
                continue;
            if (step == region->criteria)
                return sel_fail(err, SEL_BAD_INPUT,
                                "the orders of criteria %u and %u go round in a circle", more + 1,
                                less + 1);
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
    return SEL_OK;
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
    sel_status status = find_depths(region, below, above, err);
    if (status != SEL_OK)
        return status;
    uint32_t free_count = 0;
    for (uint32_t j = 0; j < region->criteria; j++)
        free_count += !sel_weight_region_fixed(region, j);
    double margin = free_count > 1 ? 1.0 / region->criteria : 0;
    while (margin >= LEAST_MARGIN && !place_inside(region, below, above, margin))
        margin /= 2;
    if (margin < LEAST_MARGIN)
        return sel_fail(err, SEL_BAD_INPUT,
                        "the constraints leave no room: only one weighting, or one for some "
                        "criteria, keeps them");
    return SEL_OK;
}

sel_status sel_weight_region_make(const sel_weight_constraints *constraints, uint32_t criteria,
                                  sel_weight_region *region, sel_error *err)
{
    *region = (sel_weight_region){.constraints = constraints, .criteria = criteria};
    for (uint32_t j = 0; j < criteria; j++) {
        region->low[j] = constraints->low == NULL ? 0 : constraints->low[j];
        region->high[j] = constraints->high == NULL ? 1 : constraints->high[j];
    }
    sel_status status = check_bounds(region, err);
    if (status == SEL_OK)
        status = check_orders(constraints, criteria, err);
    if (status != SEL_OK)
        return status;
    imply(region);
    status = check_implied(region, err);
    return status == SEL_OK ? find_inside(region, err) : status;
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
