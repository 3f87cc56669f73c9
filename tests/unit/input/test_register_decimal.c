#include "check_suite.h"
#include "input/register_decimal.h"

static void expect(const char *text, int power, int64_t low, int64_t high)
{
    int64_t found[2] = {1, 1};
    ck_assert_msg(sel_register_decimal(sel_str_of(text), power, &found[0], &found[1]), "%s", text);
    ck_assert_int_eq(found[0], low);
    ck_assert_int_eq(found[1], high);
}

START_TEST(amounts_are_exact)
{
    expect("12", 0, 1200, 1200);
    expect("-0.5", 0, -50, -50);
    expect("+.25", 0, 25, 25);
    expect("0.0404449", 6, 4044490, 4044490); /* 40,444.90 */
    expect("10", 6, 1000000000, 1000000000);
    expect("0.1", 6, 10000000, 10000000); /* no binary fraction has it */
    expect("0.00000001", 6, 1, 1);
    expect("25129308.761", 0, 2512930876, 2512930877);
}
END_TEST

START_TEST(what_is_finer_than_a_hundredth_is_bounded)
{
    expect("0.000000015", 6, 1, 2);
    expect("-0.000000015", 6, -2, -1);
    expect("1.230000", 0, 123, 123);
    expect("0.001", 0, 0, 1);
}
END_TEST

START_TEST(what_is_no_amount)
{
    static const char *const texts[] = {"",    "-",     ".",    "1e3",  "EURIBOR6M+1.60%",
                                        "1,5", "1.2.3", "=1+1", "0x10", "99999999999999999999",
                                        "--1", "1 000", "nan"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        int64_t low = 7;
        int64_t high = 7;
        ck_assert_msg(!sel_register_decimal(sel_str_of(texts[i]), 0, &low, &high), "%s", texts[i]);
        ck_assert_int_eq(low, 7);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {amounts_are_exact, what_is_finer_than_a_hundredth_is_bounded,
                            what_is_no_amount, NULL};
    return run_tests("register_decimal", tests);
}
