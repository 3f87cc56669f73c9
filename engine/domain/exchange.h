/** exchange.h - what money of one currency is in another, by a table of dated rates.
 *
 * A rate is the number of units of a currency for one US dollar over a period,
 * usually the average of a year (codelists/rates.csv). Nothing is extrapolated:
 * a day without a rate has none, and what cannot be converted stays unknown. */
#ifndef SEL_DOMAIN_EXCHANGE_H
#define SEL_DOMAIN_EXCHANGE_H

#include "domain/programme.h"

/** Rates are kept in millionths. */
enum { SEL_EXCHANGE_ONE = 1000000 };

/** Largest rate accepted, in millionths: 10⁹ units for one dollar. */
static const int64_t SEL_EXCHANGE_MAX = INT64_C(1000000000000000);

typedef struct sel_exchange_rate {
    char currency[4]; /**< ISO 4217 */
    sel_days period;  /**< days it holds for */
    int64_t per_usd;  /**< millionths of a unit for one dollar, 1 … SEL_EXCHANGE_MAX */
    sel_str source;   /**< who published it */
} sel_exchange_rate;

typedef struct sel_exchange {
    const sel_exchange_rate *list; /**< ascending (currency, first day, last day) */
    uint32_t count;
} sel_exchange;

/** Put rates into their order; they become rates->list. rates->count says how many. */
void sel_exchange_sort(sel_exchange *rates, sel_exchange_rate *list);

/** Rates of one currency over some days. */
typedef struct sel_exchange_span {
    int64_t low; /**< smallest and largest, millionths */
    int64_t high;
    sel_days period; /**< from the first day of the first rate used to the last day of the last */
    sel_str source;  /**< of the first rate used; empty for US dollars */
} sel_exchange_span;

/** Rates that hold on the days of `on`: for each day that of the shortest period around it. false:
 *  some day has none, or `on` is not known or reversed. US dollars always have 1. */
bool sel_exchange_find(const sel_exchange *rates, const char *currency, sel_days on,
                       sel_exchange_span *span);

/** What became of an amount that had to be converted. */
typedef struct sel_conversion {
    sel_money stated;       /**< without its raw text */
    sel_days on;            /**< days whose rate was asked for; known = false: no date was said */
    bool found;             /**< there was a rate and the result fits */
    sel_exchange_span from; /**< of the stated currency, when found */
    sel_exchange_span to;   /**< of the reporting currency, when found */
    int64_t low;            /**< hundredths of the reporting currency; bounds are rounded outward */
    int64_t high;
} sel_conversion;

/** Convert known money to another currency (ISO 4217) by the rates of `on`, through dollars:
 *  amount × to ÷ from in integers, the low bound by the rates that make it smallest and rounded
 *  down, the high bound the other way. */
sel_conversion sel_exchange_convert(const sel_exchange *rates, const sel_money *money, sel_days on,
                                    const char *currency);

#endif
