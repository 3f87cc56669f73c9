/** register_decimal.h - amounts as registers write them, without a binary fraction between.
 *
 * Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_DECIMAL_H
#define SEL_INPUT_REGISTER_DECIMAL_H

#include "base/str.h"

#include <stdint.h>

/** Whole text as a decimal number ("-12.5", "0.0404449") times 10^power (0 … 9), in hundredths.
 *  Digits finer than a hundredth give two bounds one hundredth apart, else low = high. False,
 *  nothing set: it is anything else ("1e3", "EURIBOR6M+1.60%", ""), or beyond 9·10^18
 *  hundredths. */
bool sel_register_decimal(sel_str text, int power, int64_t *low, int64_t *high);

#endif
