#include "analysis/principle/weighted_range.h"

#include "analysis/principle/proportion.h"

static int by_low(const void *a, const void *b)
{
    double left = ((const sel_weighted_range *)a)->low;
    double right = ((const sel_weighted_range *)b)->low;
    return (left > right) - (left < right);
}

/* Smallest possible mean of the low ends: they are sorted, and weight is added where it pulls the
 * mean down. */
static double lowest_mean(sel_weighted_range *list, uint32_t count)
{
    double weight = 0;
    double sum = 0;
    qsort(list, count, sizeof *list, by_low);
    for (uint32_t i = 0; i < count; i++) {
        weight += list[i].weight_low;
        sum += list[i].weight_low * list[i].low;
    }
    for (uint32_t i = 0; i < count; i++) {
        double more = list[i].weight_high - list[i].weight_low;
        if (more > 0 && (weight <= 0 || list[i].low * weight < sum)) {
            weight += more;
            sum += more * list[i].low;
        }
    }
    return sum / weight;
}

/* 1 − the smallest mean of what each lacks of 1. */
static double highest_mean(sel_weighted_range *list, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        list[i].low = 1 - list[i].high;
    return 1 - lowest_mean(list, count);
}

sel_indicator_value sel_weighted_mean(sel_weighted_range *list, uint32_t count)
{
    double weight = 0;
    double sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        double middle = (list[i].weight_low + list[i].weight_high) / 2;
        weight += middle;
        sum += middle * list[i].value;
    }
    double low = lowest_mean(list, count);
    return sel_value_between(sum / weight, low, highest_mean(list, count));
}
