#include "base/number.h"

#include <errno.h>
#include <math.h>

bool sel_number_integer(sel_str text, int64_t *value)
{
    bool negative = text.len > 0 && text.ptr[0] == '-';
    size_t at = negative || (text.len > 0 && text.ptr[0] == '+') ? 1 : 0;
    if (at == text.len)
        return false;
    int64_t sum = 0; /* below 0, where there is one more */
    for (; at < text.len; at++) {
        int digit = text.ptr[at] - '0';
        if (digit < 0 || digit > 9 || sum < (INT64_MIN + digit) / 10)
            return false;
        sum = sum * 10 - digit;
    }
    if (!negative && sum == INT64_MIN)
        return false;
    *value = negative ? sum : -sum;
    return true;
}

/* strtod also takes hexadecimal, "inf", "nan" and leading blanks; only plain decimals may pass. */
static bool is_plain_decimal(sel_str text)
{
    bool digit_seen = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool exponent = (c == 'e' || c == 'E') && digit_seen;
        bool sign =
            (c == '-' || c == '+') && (i == 0 || text.ptr[i - 1] == 'e' || text.ptr[i - 1] == 'E');
        if (!sel_ascii_is_digit(c) && c != '.' && !exponent && !sign)
            return false;
        digit_seen = digit_seen || sel_ascii_is_digit(c);
    }
    return digit_seen;
}

bool sel_number_real(sel_str text, double *value)
{
    char copy[64];
    if (text.len >= sizeof copy || !is_plain_decimal(text))
        return false;
    memcpy(copy, text.ptr, text.len);
    copy[text.len] = '\0';
    char *end = NULL;
    errno = 0;
    double parsed = strtod(copy, &end);
    if (end != copy + text.len || !isfinite(parsed))
        return false;
    *value = parsed;
    return true;
}

bool sel_number_hundredths(sel_str text, int64_t *value)
{
    size_t point = sel_str_find(text, SEL_STR("."));
    sel_str whole = sel_str_part(text, 0, point);
    sel_str decimals = sel_str_part(text, point + 1, text.len);
    int64_t units = 0;
    if (!sel_number_integer(whole, &units) || units > INT64_MAX / 100 - 1 ||
        units < INT64_MIN / 100 + 1 || (point < text.len && decimals.len == 0))
        return false;
    int64_t cents = 0;
    for (size_t i = 0; i < decimals.len; i++) {
        if (!sel_ascii_is_digit(decimals.ptr[i]) || (i > 1 && decimals.ptr[i] != '0'))
            return false;
        if (i < 2)
            cents += (decimals.ptr[i] - '0') * (i == 0 ? 10 : 1);
    }
    *value = units * 100 + (whole.ptr[0] == '-' ? -cents : cents);
    return true;
}

const char *sel_number_text(double value, char text[SEL_NUMBER_ROOM])
{
    snprintf(text, SEL_NUMBER_ROOM, "%.12g", value == 0 ? 0.0 : value);
    return text;
}

const char *sel_number_fixed(double value, int decimals, char text[SEL_NUMBER_ROOM])
{
    snprintf(text, SEL_NUMBER_ROOM, "%.*f", decimals, value);
    if (text[0] == '-' && strspn(text + 1, "0.") == strlen(text + 1))
        memmove(text, text + 1, strlen(text));
    return text;
}

double sel_number_settle(double value)
{
    double settled = round(value * 1e9) / 1e9;
    return settled == 0 ? 0.0 : settled;
}
