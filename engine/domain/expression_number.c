#include "domain/expression_calls.h"

#include <math.h>

static sel_value no_number(void)
{
    return sel_value_empty(SEL_WHY_NOT_A_NUMBER);
}

sel_value sel_call_number(const sel_node *call, const sel_evaluation *evaluation)
{
    double number;
    return sel_call_number_of(call, 0, evaluation, &number) ? sel_value_number(number)
                                                            : no_number();
}

sel_value sel_call_int(const sel_node *call, const sel_evaluation *evaluation)
{
    double number;
    return sel_call_number_of(call, 0, evaluation, &number) ? sel_value_number(trunc(number))
                                                            : no_number();
}

/* Halves go away from zero, below it too: -2.5 gives -3. Digits after the point, -15 to 15; the
 * number of them is cut to a whole one. */
sel_value sel_call_round(const sel_node *call, const sel_evaluation *evaluation)
{
    enum { DIGITS_MOST = 15 };
    double number;
    double digits = 0;
    if (!sel_call_number_of(call, 0, evaluation, &number) ||
        (call->child_count == 2 && !sel_call_number_of(call, 1, evaluation, &digits)))
        return no_number();
    digits = trunc(fmin(fmax(digits, -DIGITS_MOST), DIGITS_MOST));
    double scale = pow(10, fabs(digits));
    double scaled = digits < 0 ? number / scale : number * scale;
    if (!isfinite(scaled) || fabs(scaled) >= 0x1p52)
        return sel_value_number(number);
    double whole = round(scaled);
    return sel_value_number(digits < 0 ? whole * scale : whole / scale);
}

sel_value sel_call_abs(const sel_node *call, const sel_evaluation *evaluation)
{
    double number;
    return sel_call_number_of(call, 0, evaluation, &number) ? sel_value_number(fabs(number))
                                                            : no_number();
}

sel_value sel_call_pow(const sel_node *call, const sel_evaluation *evaluation)
{
    double base;
    double exponent;
    if (!sel_call_number_of(call, 0, evaluation, &base) ||
        !sel_call_number_of(call, 1, evaluation, &exponent))
        return no_number();
    return sel_value_number(pow(base, exponent));
}

sel_value sel_call_sqrt(const sel_node *call, const sel_evaluation *evaluation)
{
    double number;
    return sel_call_number_of(call, 0, evaluation, &number) ? sel_value_number(sqrt(number))
                                                            : no_number();
}

/* A value that is no number leaves the result unknown: missing is never ignored, nor zero. */
static sel_value extreme(const sel_node *call, const sel_evaluation *evaluation, bool largest)
{
    double best = 0;
    bool any = false;
    sel_value value;
    sel_call_values values = {.node = call->first, .evaluation = evaluation};
    while (sel_call_next_value(&values, &value)) {
        double number;
        if (!sel_value_to_number(value, &number))
            return no_number();
        if (!any || (largest ? number > best : number < best))
            best = number;
        any = true;
    }
    return any ? sel_value_number(best) : no_number();
}

sel_value sel_call_min(const sel_node *call, const sel_evaluation *evaluation)
{
    return extreme(call, evaluation, false);
}

sel_value sel_call_max(const sel_node *call, const sel_evaluation *evaluation)
{
    return extreme(call, evaluation, true);
}

/* As for min and max; a repeat without answers sums to 0. */
sel_value sel_call_sum(const sel_node *call, const sel_evaluation *evaluation)
{
    double sum = 0;
    sel_value value;
    sel_call_values values = {.node = call->first, .evaluation = evaluation};
    while (sel_call_next_value(&values, &value)) {
        double number;
        if (!sel_value_to_number(value, &number))
            return no_number();
        sum += number;
    }
    return sel_value_number(sum);
}
