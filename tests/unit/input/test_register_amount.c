#include "input/register_amount.h"

#include "check_suite.h"

typedef struct sum {
    const char *text;
    int64_t low; /* hundredths */
    int64_t high;
    const char *currency;
} sum;

static const sum sums[] = {
    {"1500000", 150000000, 150000000, ""},
    {"1 500 000", 150000000, 150000000, ""},
    {"1'500'000.5", 150000050, 150000050, ""},
    {"5'005'000 EUR", 500500000, 500500000, "EUR"},
    {"1.5 million", 150000000, 150000000, ""},
    {"USD 3.33m", 333000000, 333000000, "USD"},
    {"CHF 100 000-500 000", 10000000, 50000000, "CHF"},
    {"100000..500000 CHF", 10000000, 50000000, "CHF"},
    {"100000 \xE2\x80\x93 500000", 10000000, 50000000, ""},
    {"5 million to 6 million USD", 500000000, 600000000, "USD"},
    {"USD 1m-USD 2m", 100000000, 200000000, "USD"},
    {"1,234.50", 123450, 123450, ""},
    {"1.234,50", 123450, 123450, ""},
    {"1,234,567", 123456700, 123456700, ""},
    {"1.234.567", 123456700, 123456700, ""},
    {"Rp 5.000.000.000", 500000000000, 500000000000, "IDR"},
    {"0,5 million", 50000000, 50000000, ""},
    {"0.500", 50, 50, ""},
    {"12.30", 1230, 1230, ""},
    {"1234,5", 123450, 123450, ""},
    {"\xE2\x82\xAC"
     "5k",
     500000, 500000, "EUR"},
    {"US$ 2 bn", INT64_C(200000000000), INT64_C(200000000000), "USD"},
    {"$500", 50000, 50000, ""},
    {"3 \xD0\xBC\xD0\xBB\xD0\xBD RUB", 300000000, 300000000, "RUB"},
    {"2\xC2\xA0"
     "000\xC2\xA0"
     "000 EUR",
     200000000, 200000000, "EUR"},
    {"200\xE4\xB8\x87", 200000000, 200000000, ""},
    {"1.5 juta", 150000000, 150000000, ""},
    {"0", 0, 0, ""},
    {"99999999999999999.99", INT64_C(-1), 0, NULL}, /* 19 digits: more than we take */
};

START_TEST(amounts_are_read_exactly)
{
    for (size_t i = 0; i < sizeof sums / sizeof sums[0]; i++) {
        sel_amount found = {0};
        sel_amount_outcome outcome = sel_amount_read(sel_str_of(sums[i].text), &found);
        if (sums[i].currency == NULL) {
            ck_assert_int_eq(outcome, SEL_AMOUNT_BAD);
            continue;
        }
        ck_assert_msg(outcome == SEL_AMOUNT_OK, "'%s': %d", sums[i].text, (int)outcome);
        ck_assert_msg(found.low == sums[i].low && found.high == sums[i].high, "'%s': %lld-%lld",
                      sums[i].text, (long long)found.low, (long long)found.high);
        ck_assert_str_eq(found.currency, sums[i].currency);
    }
}
END_TEST

/* A sign between up to three digits and three more may part thousands or decimals. */
START_TEST(what_can_be_read_in_two_ways_is_not_read)
{
    const char *const texts[] = {"100,000",
                                 "1.500",
                                 "CHF 100,000-500,000",
                                 "1,234",
                                 "1.500 million",
                                 "1-2 million",
                                 "12.345 EUR",
                                 "1m-2",
                                 "1000-100,000",
                                 "100,000-1,500,000"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        sel_amount found = {.low = 7};
        ck_assert_msg(sel_amount_read(sel_str_of(texts[i]), &found) == SEL_AMOUNT_AMBIGUOUS, "%s",
                      texts[i]);
        ck_assert_int_eq(found.low, 7);
    }
}
END_TEST

START_TEST(what_is_no_amount_is_not_read)
{
    const char *const texts[] = {"",
                                 "about 5",
                                 "-5",
                                 "5 tons",
                                 "20-10",
                                 "5-",
                                 "1,23,456",
                                 "1 2 3",
                                 "12.345,678",
                                 "5 EUR USD",
                                 "EUR 5-USD 6",
                                 "5..",
                                 "1.2.3",
                                 "5 million m",
                                 "USD",
                                 "0.001",
                                 "1000,000,000",
                                 "9e9",
                                 "99999999999 billion"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        sel_amount found = {0};
        ck_assert_msg(sel_amount_read(sel_str_of(texts[i]), &found) == SEL_AMOUNT_BAD, "%s",
                      texts[i]);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {amounts_are_read_exactly,
                                  what_can_be_read_in_two_ways_is_not_read,
                                  what_is_no_amount_is_not_read, NULL};
    return run_tests("register_amount", tests);
}
