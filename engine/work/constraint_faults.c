#include "work/constraint_faults.h"

static sel_str weight_text(const sel_str *names, const double *weights, uint32_t criterion,
                           sel_arena *arena)
{
    return sel_str_printf(arena, "%.*s %.6g", SEL_STR_ARG(names[criterion]), weights[criterion]);
}

sel_issue sel_constraint_issue(const sel_region_fault *fault, const sel_weight_constraints *of,
                               const sel_str *names, const double *weights, sel_arena *arena)
{
    static const char *const codes[] = {[SEL_REGION_CROSSED] = "E_WEIGHTS_CROSSED",
                                        [SEL_REGION_SUM] = "E_WEIGHTS_SUM",
                                        [SEL_REGION_CIRCLE] = "E_WEIGHTS_CIRCLE",
                                        [SEL_REGION_NO_ROOM] = "E_WEIGHTS_NO_ROOM",
                                        [SEL_REGION_ORDER_BROKEN] = "E_WEIGHTS_BROKEN",
                                        [SEL_REGION_BOUND_BROKEN] = "E_WEIGHTS_BROKEN"};
    sel_issue issue = {.code = codes[fault->kind]};
    if (fault->kind == SEL_REGION_CROSSED)
        issue.expected =
            sel_str_printf(arena, "%.*s >= %.6g, <= %.6g", SEL_STR_ARG(names[fault->criterion]),
                           fault->low, fault->high);
    else if (fault->kind == SEL_REGION_SUM)
        issue.expected = fault->low > 1 ? sel_str_printf(arena, ">= %.6g", fault->low)
                                        : sel_str_printf(arena, "<= %.6g", fault->high);
    else if (fault->kind == SEL_REGION_BOUND_BROKEN)
        issue.expected = weight_text(names, weights, fault->criterion, arena);
    else if (fault->kind == SEL_REGION_ORDER_BROKEN)
        issue.expected = sel_str_printf(
            arena, "%.*s, %.*s",
            SEL_STR_ARG(weight_text(names, weights, of->orders[fault->order].more, arena)),
            SEL_STR_ARG(weight_text(names, weights, of->orders[fault->order].less, arena)));
    return issue;
}
