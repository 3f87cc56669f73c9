#include "base/date.h"

#include "check_suite.h"

static sel_days read_ok(const char *text)
{
    sel_days days = {0};
    ck_assert_msg(sel_date_read(sel_str_of(text), &days) == SEL_DATE_OK, "'%s' refused", text);
    ck_assert(days.known);
    return days;
}

/* Day numbers: date -d 2024-02-29 +%s divided by 86400 (GNU coreutils). */
START_TEST(full_dates)
{
    ck_assert_int_eq(sel_day_of(1970, 1, 1), 0);
    ck_assert_int_eq(sel_day_of(2024, 2, 29), 19782);
    ck_assert_int_eq(sel_day_of(1900, 1, 1), SEL_DAY_FIRST);
    ck_assert_int_eq(sel_day_of(2199, 12, 31), SEL_DAY_LAST);
    ck_assert_int_eq(read_ok("2024-02-29").earliest, 19782);
    ck_assert_int_eq(read_ok(" 2024-02-29T10:00:00+02:00 ").latest, 19782);
    ck_assert_int_eq(read_ok("2024-02-29Z").latest, 19782);
    ck_assert_int_eq(read_ok("2024-02-29 10:00").latest, 19782);
    ck_assert_int_eq(read_ok("2024-02-29 10:00:00.5 PM UTC").latest, 19782);
}
END_TEST

START_TEST(imprecise_dates_are_ranges)
{
    sel_days year = read_ok("2017");
    ck_assert_int_eq(year.earliest, sel_day_of(2017, 1, 1));
    ck_assert_int_eq(year.latest, sel_day_of(2017, 12, 31));
    sel_days month = read_ok("2017-02");
    ck_assert_int_eq(month.earliest, sel_day_of(2017, 2, 1));
    ck_assert_int_eq(month.latest, sel_day_of(2017, 2, 28));
}
END_TEST

START_TEST(day_first_only_when_one_order_is_possible)
{
    sel_days days = {0};
    ck_assert_int_eq(read_ok("25/03/2027").earliest, sel_day_of(2027, 3, 25));
    ck_assert_int_eq(read_ok("03/25/2027").earliest, sel_day_of(2027, 3, 25));
    ck_assert_int_eq(read_ok("4.4.2027").earliest, sel_day_of(2027, 4, 4));
    ck_assert_int_eq(sel_date_read(SEL_STR("03/04/2027"), &days), SEL_DATE_AMBIGUOUS);
    ck_assert(!days.known);
}
END_TEST

START_TEST(no_dates)
{
    static const char *const bad[] = {"",
                                      "2023-02-29",
                                      "2023-13",
                                      "31/31/2020",
                                      "1850-01-01",
                                      "20170101",
                                      "2017-1-1x",
                                      "soon",
                                      "2017/01/01",
                                      "99",
                                      "2024-01-01-2024-05-01",
                                      "2024-01-01 2024-05-01",
                                      "2024-01-01T25:00:00"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        sel_days days = {0};
        ck_assert_msg(sel_date_read(sel_str_of(bad[i]), &days) == SEL_DATE_BAD, "'%s'", bad[i]);
    }
}
END_TEST

START_TEST(months_end_where_the_month_ends)
{
    ck_assert_int_eq(sel_day_add_months(sel_day_of(2024, 1, 31), 1), sel_day_of(2024, 2, 29));
    ck_assert_int_eq(sel_day_add_months(sel_day_of(2024, 3, 15), -12), sel_day_of(2023, 3, 15));
    ck_assert_int_eq(sel_day_add_months(sel_day_of(2024, 12, 1), 24), sel_day_of(2026, 12, 1));
}
END_TEST

START_TEST(texts)
{
    char text[24];
    ck_assert_str_eq(sel_day_text(sel_day_of(2026, 11, 20), text), "2026-11-20");
    ck_assert_str_eq(sel_time_text(1700000000, text), "2023-11-14T22:13:20Z");
    ck_assert_int_eq(sel_time_day(1700000000), sel_day_of(2023, 11, 14));
    ck_assert_int_eq(sel_time_day(0), 0);
    ck_assert_int_eq(sel_time_day(-1), -1);
    ck_assert_int_eq(sel_time_day(-86400), -1);
    for (sel_day day = SEL_DAY_FIRST; day <= SEL_DAY_LAST; day += 17) {
        sel_day_text(day, text);
        ck_assert_int_eq(read_ok(text).earliest, day);
    }
    ck_assert_int_eq(sel_time_now("1700000000"), 1700000000);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {
        full_dates, imprecise_dates_are_ranges,      day_first_only_when_one_order_is_possible,
        no_dates,   months_end_where_the_month_ends, texts,
        NULL};
    return run_tests("date", tests);
}
