#include "base/number.h"

#include "check_suite.h"

static const int64_t untouched = -77;

static void expect_integer(const char *text, bool good, int64_t expected)
{
    int64_t value = untouched;
    ck_assert_msg(sel_number_integer(sel_str_of(text), &value) == good, "'%s'", text);
    ck_assert_int_eq(value, good ? expected : untouched);
}

START_TEST(integers)
{
    expect_integer("0", true, 0);
    expect_integer("-12", true, -12);
    expect_integer("+007", true, 7);
    expect_integer("9223372036854775807", true, INT64_MAX);
    expect_integer("-9223372036854775807", true, -INT64_MAX);
    expect_integer("-9223372036854775808", true, INT64_MIN);
    static const char *const bad[] = {"",
                                      "-",
                                      "+",
                                      " 1",
                                      "1 ",
                                      "1.0",
                                      "1e3",
                                      "0x1",
                                      "--1",
                                      "1,0",
                                      "9223372036854775808",
                                      "-9223372036854775809",
                                      "99999999999999999999"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        expect_integer(bad[i], false, 0);
}
END_TEST

static void expect_real(const char *text, bool good, double expected)
{
    double value = -77;
    ck_assert_msg(sel_number_real(sel_str_of(text), &value) == good, "'%s'", text);
    ck_assert_double_eq(value, good ? expected : -77);
}

START_TEST(reals_are_plain_and_finite)
{
    expect_real("2.5", true, 2.5);
    expect_real("-1e3", true, -1000);
    expect_real(".5", true, 0.5);
    expect_real("5.", true, 5);
    expect_real("1E-2", true, 0.01);
    static const char *const bad[] = {"",    "nan", "inf", "-inf", "0x10", "1e999", " 1", "1 ",
                                      "2,5", ".",   "-",   "1e",   "1-2",  "1.2.3", "e5", "1e+"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        expect_real(bad[i], false, 0);
    expect_real("0000000000000000000000000000000000000000000000000000000000000000001", false, 0);
}
END_TEST

static void expect_hundredths(const char *text, bool good, int64_t expected)
{
    int64_t value = untouched;
    ck_assert_msg(sel_number_hundredths(sel_str_of(text), &value) == good, "'%s'", text);
    ck_assert_int_eq(value, good ? expected : untouched);
}

START_TEST(money_in_hundredths)
{
    expect_hundredths("1234.5", true, 123450);
    expect_hundredths("1234", true, 123400);
    expect_hundredths("0.07", true, 7);
    expect_hundredths("-0.50", true, -50);
    expect_hundredths("1.230000", true, 123);
    expect_hundredths("92233720368547756.00", true, 9223372036854775600);
    static const char *const bad[] = {
        "",    "1.234", "1'234.50",          "1 234,50",           "1.", ".5", "1.2.3", "1.-5",
        "1e3", "1.2x",  "92233720368547759", "9223372036854775807"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        expect_hundredths(bad[i], false, 0);
}
END_TEST

START_TEST(numbers_written)
{
    char text[SEL_NUMBER_ROOM];
    ck_assert_str_eq(sel_number_text(0.1, text), "0.1");
    ck_assert_str_eq(sel_number_text(-3, text), "-3");
    ck_assert_str_eq(sel_number_text(1e20, text), "1e+20");
    ck_assert_str_eq(sel_number_text(-0.0, text), "0");
    ck_assert_str_eq(sel_number_text(1.0 / 3, text), "0.333333333333");
    ck_assert_str_eq(sel_number_fixed(2.5, 1, text), "2.5");
    ck_assert_str_eq(sel_number_fixed(-0.04, 1, text), "0.0");
    ck_assert_str_eq(sel_number_fixed(-0.4, 0, text), "0");
    ck_assert_str_eq(sel_number_fixed(-0.06, 1, text), "-0.1");
}
END_TEST

START_TEST(settled_values_compare_equal)
{
    ck_assert(sel_number_settle(0.1 + 0.2) == sel_number_settle(0.3));
    ck_assert(sel_number_settle(1.0) != sel_number_settle(1.0 + 2e-9));
    ck_assert(!__builtin_signbit(sel_number_settle(-1e-12)));
}
END_TEST

int main(void)
{
    const TTest *tests[] = {integers,        reals_are_plain_and_finite,   money_in_hundredths,
                            numbers_written, settled_values_compare_equal, NULL};
    return run_tests("number", tests);
}
