#include "analysis/span.h"

#include "check_suite.h"

static sel_span span(sel_day start_low, sel_day start_high, sel_day end_low, sel_day end_high)
{
    sel_study_programme programme = {.dated = true,
                                     .start_low = start_low,
                                     .start_high = start_high,
                                     .end_low = end_low,
                                     .end_high = end_high};
    return sel_span_of(&programme);
}

static int32_t overlap_of(sel_day a, sel_day b, sel_day from, sel_day to)
{
    int32_t start = a > from ? a : from;
    int32_t end = b < to ? b : to;
    return end > start ? end - start : 0;
}

/* Least or largest share of [from, to) over every start and end, tried one by one. */
static double tried(const sel_span *of, sel_day from, sel_day to, bool largest)
{
    double best = largest ? 0 : 1;
    for (sel_day s = of->start_low; s <= of->start_high; s++)
        for (sel_day e = of->end_low; e <= of->end_high; e++) {
            if (e <= s)
                continue;
            double share = (double)overlap_of(s, e, from, to) / (e - s);
            if (largest ? share > best : share < best)
                best = share;
        }
    return best;
}

/* Every pair of spans with ends among a few days: all that can meet, stick out or be empty. */
START_TEST(shares_are_the_best_of_all_lengths)
{
    enum { DAYS = 7 };
    const sel_span ins[] = {span(2, 2, 5, 5), span(1, 3, 4, 6),   span(0, 4, 2, 7),
                            span(3, 3, 4, 4), span(9, 9, 12, 12), span(2, 6, 3, 7)};
    for (int i = 0; i < (int)(sizeof ins / sizeof ins[0]); i++) {
        for (int n = 0; n < DAYS * DAYS * DAYS * DAYS; n++) {
            sel_day s1 = n % DAYS;
            sel_day s2 = s1 + n / DAYS % DAYS;
            sel_day e1 = n / (DAYS * DAYS) % DAYS + 1;
            sel_day e2 = e1 + n / (DAYS * DAYS * DAYS);
            if (e2 <= s1)
                continue;
            sel_span of = span(s1, s2, e1, e2);
            sel_time_share low = sel_span_share_low(&of, &ins[i]);
            sel_time_share high = sel_span_share_high(&of, &ins[i]);
            double lowest = tried(&of, ins[i].start_high, ins[i].end_low, false);
            double highest = tried(&of, ins[i].start_low, ins[i].end_high, true);
            ck_assert_double_eq_tol((double)low.days / low.length, lowest, 1e-12);
            ck_assert_double_eq_tol((double)high.days / high.length, highest, 1e-12);
        }
    }
}
END_TEST

START_TEST(ends_that_leave_no_day_are_left_out)
{
    sel_span same_year = span(0, 364, 1, 365);
    ck_assert_int_eq(same_year.start_high, 364);
    ck_assert_int_eq(same_year.end_low, 1);
    sel_span narrowed = span(10, 50, 5, 30);
    ck_assert_int_eq(narrowed.start_high, 29); /* the end is at most 30 */
    ck_assert_int_eq(narrowed.end_low, 11);    /* the start is at least 10 */
    sel_span exact_end = span(10, 50, 30, 30);
    ck_assert_int_eq(exact_end.start_high, 29); /* its last day is sure */
    ck_assert_int_eq(sel_span_longest(&exact_end), 20);
    ck_assert(!sel_span_is_exact(&exact_end));
    sel_span exact = span(3, 3, 9, 9);
    ck_assert(sel_span_is_exact(&exact));
}
END_TEST

/* mockups: 1 Oct 2017 to 30 Jun 2019 and "2017" to "2018" share at most 457, at least 2 days. */
START_TEST(days_together)
{
    sel_span a = span(sel_day_of(2017, 10, 1), sel_day_of(2017, 10, 1), sel_day_of(2019, 7, 1),
                      sel_day_of(2019, 7, 1));
    sel_span b = span(sel_day_of(2017, 1, 1), sel_day_of(2017, 12, 31), sel_day_of(2018, 1, 2),
                      sel_day_of(2019, 1, 1));
    ck_assert_int_eq(sel_span_longest(&a), 638);
    ck_assert_int_eq(sel_span_days_low(&a, &b), 2);
    ck_assert_int_eq(sel_span_days_high(&a, &b), 457);
    ck_assert_int_eq(sel_span_days_high(&b, &a), 457);
    sel_span c = span(0, 40, 20, 60); /* no core */
    sel_span d = span(0, 0, 60, 60);
    ck_assert_int_eq(sel_span_days_low(&c, &d), 0);
    ck_assert_int_eq(sel_span_days_high(&c, &d), 60);
    sel_span later = span(60, 60, 70, 70); /* half-open: they touch and do not meet */
    ck_assert_int_eq(sel_span_days_high(&d, &later), 0);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {shares_are_the_best_of_all_lengths, ends_that_leave_no_day_are_left_out,
                            days_together, NULL};
    return run_tests("span", tests);
}
