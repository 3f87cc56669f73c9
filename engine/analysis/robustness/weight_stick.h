/** weight_stick.h - one weighting from q − 1 numbers, by breaking a stick.
 *
 * Part j of what is left of the stick is Beta(α_j, α_{j+1} + … + α_q) (Connor & Mosimann 1969):
 * with numbers uniform on (0, 1) the weights are Dirichlet(α). */
#ifndef SEL_ANALYSIS_WEIGHT_STICK_H
#define SEL_ANALYSIS_WEIGHT_STICK_H

#include "analysis/robustness/beta_quantile.h"

#include <stdint.h>

/** Fill q − 1 tables for q parameters; q >= 1. SEL_NUMERIC when one is out of range
 * (beta_quantile.h) or GSL fails. */
SEL_CHECKED
sel_status sel_weight_stick_prepare(const double *alpha, uint32_t criteria,
                                    sel_beta_quantile *tables, sel_error *err);

/** Write q weights, which sum to 1 within rounding, from q − 1 numbers in (0, 1); weights may be
 *  numbers itself, with room for one more. */
void sel_weight_stick_break(const sel_beta_quantile *tables, uint32_t criteria,
                            const double *numbers, double *weights);

#endif
