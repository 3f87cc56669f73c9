#include "input/register_decimal.h"

/* Hundredths of a number without sign: digits before the point, then power + 2 behind it; *finer
 * tells of more that are not 0. */
static bool read_digits(sel_str text, int power, int64_t *sum, bool *finer)
{
    bool point_seen = false;
    bool digit_seen = false;
    int wanted = power + 2; /* digits behind the point that still count */
    *sum = 0;
    *finer = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '.' && !point_seen) {
            point_seen = true;
            continue;
        }
        if (!sel_ascii_is_digit(c))
            return false;
        digit_seen = true;
        if (point_seen && wanted == 0) {
            *finer |= c != '0';
            continue;
        }
        wanted -= point_seen;
        if (*sum > (INT64_MAX - 10) / 10)
            return false;
        *sum = *sum * 10 + (c - '0');
    }
    for (; wanted > 0; wanted--) {
        if (*sum > (INT64_MAX - 10) / 10)
            return false;
        *sum *= 10;
    }
    return digit_seen;
}

bool sel_register_decimal(sel_str text, int power, int64_t *low, int64_t *high)
{
    bool negative = text.len > 0 && text.ptr[0] == '-';
    bool signed_ = negative || (text.len > 0 && text.ptr[0] == '+');
    int64_t sum;
    bool finer;
    if (!read_digits(sel_str_part(text, signed_ ? 1 : 0, text.len), power, &sum, &finer))
        return false;
    *low = negative ? -sum - (finer ? 1 : 0) : sum;
    *high = negative ? -sum : sum + (finer ? 1 : 0);
    return true;
}
