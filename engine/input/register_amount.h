/** register_amount.h - sums of money as people write them, read exactly or not at all.
 *
 * "1.5 million", "CHF 100 000-500 000", "USD 3.33m", "5'005'000 EUR". A comma
 * or point that could part thousands or decimals ("100,000", "1.500") is never
 * guessed. Scales are the short ones: a billion is 10^9. */
#ifndef SEL_INPUT_REGISTER_AMOUNT_H
#define SEL_INPUT_REGISTER_AMOUNT_H

#include "base/str.h"

#include <stdint.h>

typedef enum sel_amount_outcome {
    SEL_AMOUNT_OK,
    SEL_AMOUNT_BAD,       /**< not an amount, below 0, not exact in hundredths, or high < low */
    SEL_AMOUNT_AMBIGUOUS, /**< a sign parts thousands or decimals, or only one end has a scale */
} sel_amount_outcome;

/** Bounds in hundredths. */
typedef struct sel_amount {
    int64_t low;
    int64_t high;
    char currency[4]; /**< ISO 4217 when the text says it, else "" */
} sel_amount;

/** Read an amount or a range; amount is set on SEL_AMOUNT_OK only. */
sel_amount_outcome sel_amount_read(sel_str text, sel_amount *amount);

#endif
