#include "analysis/robustness/weight_stick.h"

sel_status sel_weight_stick_prepare(const double *alpha, uint32_t criteria,
                                    sel_beta_quantile *tables, sel_error *err)
{
    double after = alpha[criteria - 1];
    for (uint32_t j = criteria - 1; j-- > 0;) {
        sel_status status = sel_beta_quantile_prepare(alpha[j], after, &tables[j], err);
        if (status != SEL_OK)
            return status;
        after += alpha[j];
    }
    return SEL_OK;
}

void sel_weight_stick_break(const sel_beta_quantile *tables, uint32_t criteria,
                            const double *numbers, double *weights)
{
    double left = 1;
    for (uint32_t j = 0; j < criteria - 1; j++) {
        double part;
        double rest;
        sel_beta_quantile_at(&tables[j], numbers[j], &part, &rest);
        weights[j] = left * part;
        left *= rest;
    }
    weights[criteria - 1] = left;
}
