#include "domain/exchange.h"

__extension__ typedef __int128 wide; /* 9·10¹⁸ hundredths × 10¹⁵ millionths need 113 bits */

static int by_period(const void *a, const void *b)
{
    const sel_exchange_rate *left = a;
    const sel_exchange_rate *right = b;
    int order = strcmp(left->currency, right->currency);
    if (order == 0)
        order = (left->period.earliest > right->period.earliest) -
                (left->period.earliest < right->period.earliest);
    if (order == 0)
        order = (left->period.latest > right->period.latest) -
                (left->period.latest < right->period.latest);
    return order != 0 ? order : (left->per_usd > right->per_usd) - (left->per_usd < right->per_usd);
}

void sel_exchange_sort(sel_exchange *rates, sel_exchange_rate *list)
{
    if (rates->count > 0)
        qsort(list, rates->count, sizeof *list, by_period);
    rates->list = list;
}

static int32_t length(const sel_exchange_rate *rate)
{
    return rate->period.latest - rate->period.earliest;
}

/* First rate of the currency, or the end. */
static uint32_t first_of(const sel_exchange *rates, const char *currency)
{
    uint32_t low = 0;
    uint32_t high = rates->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (strcmp(rates->list[middle].currency, currency) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The rate with the shortest period around day, or NULL; and the day up to which it stays that. */
static const sel_exchange_rate *rate_on(const sel_exchange *rates, const char *currency,
                                        sel_day day, sel_day *until)
{
    const sel_exchange_rate *best = NULL;
    sel_day next = SEL_DAY_LAST;
    for (uint32_t i = first_of(rates, currency);
         i < rates->count && strcmp(rates->list[i].currency, currency) == 0; i++) {
        const sel_exchange_rate *rate = &rates->list[i];
        if (rate->period.earliest > day) {
            next = rate->period.earliest - 1;
            break;
        }
        if (rate->period.latest >= day && (best == NULL || length(rate) < length(best)))
            best = rate;
    }
    if (best != NULL)
        *until = best->period.latest < next ? best->period.latest : next;
    return best;
}

bool sel_exchange_find(const sel_exchange *rates, const char *currency, sel_days on,
                       sel_exchange_span *span)
{
    if (!on.known || on.earliest > on.latest)
        return false;
    if (strcmp(currency, "USD") == 0) {
        *span =
            (sel_exchange_span){.low = SEL_EXCHANGE_ONE, .high = SEL_EXCHANGE_ONE, .period = on};
        return true;
    }
    sel_exchange_span found = {0};
    for (sel_day day = on.earliest, until = day; day <= on.latest; day = until + 1) {
        const sel_exchange_rate *rate = rate_on(rates, currency, day, &until);
        if (rate == NULL || rate->per_usd < 1)
            return false;
        if (!found.period.known)
            found = (sel_exchange_span){rate->per_usd, rate->per_usd, rate->period, rate->source};
        found.low = rate->per_usd < found.low ? rate->per_usd : found.low;
        found.high = rate->per_usd > found.high ? rate->per_usd : found.high;
        if (rate->period.latest > found.period.latest)
            found.period.latest = rate->period.latest;
    }
    *span = found;
    return true;
}

/* Rounded towards less; divisor > 0. */
static wide divide_down(wide number, wide divisor)
{
    wide quotient = number / divisor;
    return number % divisor < 0 ? quotient - 1 : quotient;
}

/* amount × by ÷ over as small (or, mirrored, as large) as the bounds of both rates allow. */
static wide smallest(int64_t amount, const sel_exchange_span *by, const sel_exchange_span *over)
{
    bool negative = amount < 0;
    wide product = (wide)amount * (negative ? by->high : by->low);
    return divide_down(product, negative ? over->low : over->high);
}

static wide largest(int64_t amount, const sel_exchange_span *by, const sel_exchange_span *over)
{
    bool negative = amount < 0;
    wide product = (wide)amount * (negative ? by->low : by->high);
    return -divide_down(-product, negative ? over->high : over->low);
}

sel_conversion sel_exchange_convert(const sel_exchange *rates, const sel_money *money, sel_days on,
                                    const char *currency)
{
    sel_conversion result = {.stated = *money, .on = on};
    result.stated.raw = (sel_str){0};
    if (!sel_exchange_find(rates, money->currency, on, &result.from) ||
        !sel_exchange_find(rates, currency, on, &result.to))
        return result;
    wide low = smallest(money->low, &result.to, &result.from);
    wide high = largest(money->high, &result.to, &result.from);
    result.found = low >= INT64_MIN && high <= INT64_MAX;
    if (result.found) {
        result.low = (int64_t)low;
        result.high = (int64_t)high;
    }
    return result;
}
