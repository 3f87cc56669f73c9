/** number.h - numbers in text, independent of the locale.
 *
 * Outside text never yields NaN or infinity. Reals are written with at most
 * 12 significant digits, without trailing zeros. */
#ifndef SEL_BASE_NUMBER_H
#define SEL_BASE_NUMBER_H

#include "base/str.h"

#include <stdint.h>

/** Whole text as a decimal integer with optional sign; false when it is anything else or out of
 *  range (value untouched). */
bool sel_number_integer(sel_str text, int64_t *value);

/** Whole text as a real with a decimal point ("2.5", "-1e3"); false when it is anything else,
 *  infinite or NaN (value untouched). */
bool sel_number_real(sel_str text, double *value);

/** Whole text as hundredths ("1'234.50", "1 234,50" are not accepted; "1234.5" gives 123450).
 *  More than two decimals are refused unless they are zeros. */
bool sel_number_hundredths(sel_str text, int64_t *value);

/** Room for any text made here. */
enum { SEL_NUMBER_ROOM = 32 };

/** value with at most 12 significant digits ("0.1", "-3", "1e+20"); returns text. value must be
 *  finite. */
const char *sel_number_text(double value, char text[SEL_NUMBER_ROOM]);

/** value with a fixed number of decimals 0..9, half away from zero as printf does for exact
 *  halves of doubles; never "-0". */
const char *sel_number_fixed(double value, int decimals, char text[SEL_NUMBER_ROOM]);

/** value rounded to a multiple of 1e-9, so that values equal in reason compare equal. */
double sel_number_settle(double value);

#endif
