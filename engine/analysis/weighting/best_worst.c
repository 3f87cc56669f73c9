#include "analysis/weighting/best_worst.h"

static const double ratio_most = 1e9;

static sel_status check_criterion(const sel_best_worst *of, uint32_t j, double most, sel_error *err)
{
    double a = of->best_to_others[j];
    double b = of->others_to_worst[j];
    if (!(a >= 1 && a <= most))
        return sel_fail(err, SEL_BAD_INPUT,
                        "the best beside criterion %u: %g is not from 1 to %g, the best beside the "
                        "worst",
                        j + 1, a, most);
    if (!(b >= 1 && b <= most))
        return sel_fail(err, SEL_BAD_INPUT,
                        "criterion %u beside the worst: %g is not from 1 to %g, the best beside "
                        "the worst",
                        j + 1, b, most);
    return SEL_OK;
}

sel_status sel_best_worst_check(const sel_best_worst *comparisons, sel_error *err)
{
    const sel_best_worst *of = comparisons;
    if (of->criteria < 2 || of->best >= of->criteria || of->worst >= of->criteria ||
        of->best == of->worst)
        return sel_fail(err, SEL_BAD_INPUT, "the best and the worst must be two of the %u criteria",
                        of->criteria);
    double most = of->best_to_others[of->worst];
    if (!(most >= 1 && most <= ratio_most))
        return sel_fail(err, SEL_BAD_INPUT, "the best beside the worst: %g is not from 1 to %g",
                        most, ratio_most);
    if (of->others_to_worst[of->best] != most)
        return sel_fail(err, SEL_BAD_INPUT, "the best beside the worst is said in two ways: %g, %g",
                        most, of->others_to_worst[of->best]);
    if (of->best_to_others[of->best] != 1 || of->others_to_worst[of->worst] != 1)
        return sel_fail(err, SEL_BAD_INPUT, "a criterion beside itself is not 1");
    for (uint32_t j = 0; j < of->criteria; j++) {
        sel_status status = check_criterion(of, j, most, err);
        if (status != SEL_OK)
            return status;
    }
    return SEL_OK;
}
