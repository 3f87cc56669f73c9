/* Money by dated rates. Results are worked out by hand beside each case. */
#include "domain/exchange.h"

#include "random_study.h"
#include "shipped.h"

static sel_days days(const char *text)
{
    sel_days read = {0};
    if (text != NULL)
        ck_assert_int_eq(sel_date_read(sel_str_of(text), &read), SEL_DATE_OK);
    return read;
}

static sel_exchange_rate rate(const char *currency, const char *period, int64_t per_usd)
{
    sel_exchange_rate one = {.period = days(period), .per_usd = per_usd, .source = SEL_STR("S")};
    snprintf(one.currency, sizeof one.currency, "%s", currency);
    return one;
}

static sel_money money(int64_t low, int64_t high, const char *currency)
{
    sel_money amount = {.low = low, .high = high, .known = true, .raw = SEL_STR("raw")};
    snprintf(amount.currency, sizeof amount.currency, "%s", currency);
    return amount;
}

static void expect(const sel_exchange *rates, sel_money amount, const char *on, int64_t low,
                   int64_t high)
{
    sel_conversion result = sel_exchange_convert(rates, &amount, days(on), "USD");
    ck_assert(result.found);
    ck_assert_int_eq(result.low, low);
    ck_assert_int_eq(result.high, high);
}

static void expect_none(const sel_exchange *rates, sel_money amount, const char *on)
{
    ck_assert(!sel_exchange_convert(rates, &amount, days(on), "USD").found);
}

START_TEST(bounds_are_rounded_outward)
{
    sel_exchange_rate list[] = {rate("EUR", "2015", 901200)};
    sel_exchange rates = {.count = 1};
    sel_exchange_sort(&rates, list);
    /* 1000.00 / 0.9012 = 1109.6316… */
    expect(&rates, money(100000, 100000, "EUR"), "2015-06-01", 110963, 110964);
    expect(&rates, money(90120, 100000, "EUR"), "2015", 100000, 110964); /* exact at the low end */
    expect(&rates, money(0, 0, "EUR"), "2015", 0, 0);
    expect(&rates, money(-100000, -90120, "EUR"), "2015", -110964, -100000);
    expect(&rates, money(1234, 5678, "USD"), "1999", 1234, 5678); /* dollars need no rate */
}
END_TEST

START_TEST(no_rate_is_not_zero)
{
    sel_exchange_rate list[] = {rate("EUR", "2015", 901200)};
    sel_exchange rates = {.count = 1};
    sel_exchange_sort(&rates, list);
    expect_none(&rates, money(1, 1, "EUR"), "2016-01-01");
    expect_none(&rates, money(1, 1, "EUR"), "2014-12-31");
    expect_none(&rates, money(1, 1, "XOF"), "2015");
    expect_none(&rates, money(1, 1, "EUR"), NULL);
    expect_none(&rates, money(1, 1, ""), "2015");
    sel_exchange_span span;
    sel_days reversed = {days("2015-02").latest, days("2015-02").earliest, true};
    ck_assert(!sel_exchange_find(&rates, "EUR", reversed, &span));
    sel_exchange none = {0};
    expect_none(&none, money(1, 1, "EUR"), "2015");
}
END_TEST

/* On 2015-02-10 the month is nearer than the year; a year-only date takes both ends. */
START_TEST(the_shortest_period_counts)
{
    sel_exchange_rate list[] = {rate("EUR", "2015-02", 800000), rate("EUR", "2015", 1000000),
                                rate("EUR", "2016", 500000)};
    sel_exchange rates = {.count = 3};
    sel_exchange_sort(&rates, list);
    expect(&rates, money(10000, 10000, "EUR"), "2015-02-10", 12500, 12500);
    expect(&rates, money(10000, 10000, "EUR"), "2015-03-01", 10000, 10000);
    expect(&rates, money(10000, 10000, "EUR"), "2015", 10000, 12500);
    sel_exchange_span span;
    sel_days both = {days("2015-12-31").earliest, days("2016-01-01").latest, true};
    ck_assert(sel_exchange_find(&rates, "EUR", both, &span));
    ck_assert_int_eq(span.low, 500000);
    ck_assert_int_eq(span.high, 1000000);
    ck_assert_int_eq(span.period.earliest, days("2015").earliest);
    ck_assert_int_eq(span.period.latest, days("2016").latest);
}
END_TEST

START_TEST(a_gap_in_the_days_is_no_rate)
{
    sel_exchange_rate list[] = {rate("EUR", "2015-01", 800000), rate("EUR", "2015-03", 900000)};
    sel_exchange rates = {.count = 2};
    sel_exchange_sort(&rates, list);
    expect_none(&rates, money(1, 1, "EUR"), "2015");
    expect_none(&rates, money(1, 1, "EUR"), "2015-02");
    expect(&rates, money(800, 800, "EUR"), "2015-01", 1000, 1000);
}
END_TEST

/* 100.00 EUR at 0.8 to 1.0 EUR, into francs at 1.1 to 1.2: 100·1.1/1.0 = 110, 100·1.2/0.8 = 150. */
START_TEST(two_currencies_go_through_dollars)
{
    sel_exchange_rate list[] = {rate("EUR", "2015-01", 800000), rate("EUR", "2015-02", 1000000),
                                rate("CHF", "2015-01", 1100000), rate("CHF", "2015-02", 1200000)};
    sel_exchange rates = {.count = 4};
    sel_exchange_sort(&rates, list);
    sel_days on = {days("2015-01-31").earliest, days("2015-02-01").latest, true};
    sel_money amount = money(10000, 10000, "EUR");
    sel_conversion result = sel_exchange_convert(&rates, &amount, on, "CHF");
    ck_assert(result.found);
    ck_assert_int_eq(result.low, 11000);
    ck_assert_int_eq(result.high, 15000);
}
END_TEST

START_TEST(what_does_not_fit_is_not_converted)
{
    sel_exchange_rate list[] = {rate("BIG", "2015", 1)};
    sel_exchange rates = {.count = 1};
    sel_exchange_sort(&rates, list);
    expect_none(&rates, money(INT64_MAX, INT64_MAX, "BIG"), "2015");
    expect_none(&rates, money(INT64_MIN, INT64_MIN, "BIG"), "2015");
    sel_exchange_rate small[] = {rate("SML", "2015", SEL_EXCHANGE_MAX)};
    sel_exchange one = {.count = 1};
    sel_exchange_sort(&one, small);
    expect(&one, money(INT64_MAX, INT64_MAX, "SML"), "2015", 9223372036, 9223372037);
}
END_TEST

/* The bounds hold the exact quotient and are no wider than a hundredth; any order of rows gives the
 * same. Checked by multiplying back in wide integers. */
START_TEST(bounds_hold_the_quotient)
{
    __extension__ typedef __int128 wide;
    random_source source = {.state = 20261121};
    for (int round = 0; round < 20000; round++) {
        int64_t per_usd = 1 + (int64_t)random_below(&source, 2000000000);
        int64_t amount = (int64_t)(random_bits(&source) >> (20 + random_below(&source, 40)));
        sel_exchange_rate list[] = {rate("AAA", "2015", per_usd), rate("ZZZ", "2015", 5)};
        if (random_chance(&source, 50)) {
            sel_exchange_rate first = list[0];
            list[0] = list[1];
            list[1] = first;
        }
        sel_exchange rates = {.count = 2};
        sel_exchange_sort(&rates, list);
        sel_money stated = money(amount, amount, "AAA");
        sel_conversion result = sel_exchange_convert(&rates, &stated, days("2015"), "USD");
        if (!result.found)
            continue;
        wide exact = (wide)amount * SEL_EXCHANGE_ONE; /* = quotient × per_usd */
        ck_assert((wide)result.low * per_usd <= exact);
        ck_assert((wide)result.high * per_usd >= exact);
        ck_assert_int_le(result.high - result.low, 1);
        ck_assert(result.high == result.low || exact % per_usd != 0);
    }
}
END_TEST

/* --- the table that is shipped, and files of users --- */

static shipped all;

START_TEST(published_averages)
{
    /* Federal Reserve G.5A: EUR 2015 0.9012, KRW 2019 1165.8016, JPY 2012 79.8180 for a dollar. */
    static const struct {
        const char *currency;
        const char *on;
        int64_t per_usd;
    } known[] = {
        {"EUR", "2015", 901200}, {"KRW", "2019", 1165801600}, {"JPY", "2012-07", 79818000}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        sel_exchange_span span;
        ck_assert(
            sel_exchange_find(&all.reference.rates, known[i].currency, days(known[i].on), &span));
        ck_assert_int_eq(span.low, known[i].per_usd);
        ck_assert_int_eq(span.high, known[i].per_usd);
        expect_slice(span.source, "Federal Reserve G.5A annual average");
    }
}
END_TEST

static sel_status open_rates(const char *text, sel_error *err)
{
    char path[] = "/tmp/selaras-rates-XXXXXX";
    int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    FILE *stream = fdopen(file, "wb");
    ck_assert_ptr_nonnull(stream);
    fputs(text, stream);
    ck_assert_int_eq(fclose(stream), 0);
    sel_status status = sel_reference_rates(path, all.arena, &all.reference, err);
    remove(path);
    return status;
}

START_TEST(own_rates_stand_for_their_currency)
{
    sel_error err = {0};
    ck_assert_int_eq(open_rates("currency,period,per_usd,source\n"
                                "EUR,2015-06,0.5,Treasury\n"
                                "xof,2015,591.449,Treasury\n",
                                &err),
                     SEL_OK);
    expect(&all.reference.rates, money(100, 100, "EUR"), "2015-06-30", 200, 200);
    expect_none(&all.reference.rates, money(100, 100, "EUR"), "2015-07-01");
    expect(&all.reference.rates, money(59144900, 59144900, "XOF"), "2015", 100000, 100000);
    sel_exchange_span span;
    ck_assert(sel_exchange_find(&all.reference.rates, "JPY", days("2012"), &span));
}
END_TEST

START_TEST(bad_rates_are_refused)
{
    static const char *const rows[] = {"EURO,2015,1,S",
                                       "USD,2015,1,S",
                                       "EUR,2015-13,1,S",
                                       "EUR,2015,0,S",
                                       "EUR,2015,-1,S",
                                       "EUR,2015,1.,S",
                                       "EUR,2015,.5,S",
                                       "EUR,2015,1.0000001,S",
                                       "EUR,2015,1e3,S",
                                       "EUR,2015,1000000001,S",
                                       "EUR,2015,,S",
                                       "EUR,2015,1,S\nEUR,2015,2,S",
                                       "EUR,2015,99999999999999999999,S"};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        sel_error err = {0};
        sel_str text = sel_str_printf(all.arena, "currency,period,per_usd,source\n%s\n", rows[i]);
        ck_assert_msg(open_rates(text.ptr, &err) == SEL_BAD_INPUT, "%s", rows[i]);
    }
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {bounds_are_rounded_outward,
                            no_rate_is_not_zero,
                            the_shortest_period_counts,
                            a_gap_in_the_days_is_no_rate,
                            two_currencies_go_through_dollars,
                            what_does_not_fit_is_not_converted,
                            bounds_hold_the_quotient,
                            published_averages,
                            own_rates_stand_for_their_currency,
                            bad_rates_are_refused,
                            NULL};
    int failed = run_tests("exchange", tests);
    shipped_close(&all);
    return failed;
}
