/* What must hold when the dates of a programme become known: the bounds had allowed for them. Not
 * for a programme's own overlap (b1): programmes without dates are listed, not compared; nor for
 * b3, whose relations are those of dated support. */
#include "compared_scores.h"

static unsigned allowed_for(const sel_indicator *indicator, const sel_indicator_value *before,
                            const sel_indicator_value *after, uint64_t seed)
{
    static const char on_supply[] = "a3 a4 b1 b2 b4 b5 b6";
    bool pairs = before->from == SEL_FROM_PROGRAMMES && indicator == &sel_indicator_b1;
    if (pairs || strstr(on_supply, indicator->id) == NULL)
        return 0;
    ck_assert_msg(after->low >= before->low - 2e-9 && after->high <= before->high + 2e-9,
                  "seed %llu, %s: [%g, %g] then [%g, %g]", (unsigned long long)seed, indicator->id,
                  before->low, before->high, after->low, after->high);
    return 1;
}

/* A programme without dates that is told by one record only turns out to run in the window. */
START_TEST(dates_that_come_later_were_allowed_for)
{
    unsigned compared = 0;
    for (uint64_t seed = 1; seed <= WORLDS / 3; seed++) {
        material *made = draw_material(seed);
        uint64_t state = seed * 104711;
        sel_programme *record = &made->records[seeded_below(&state, RECORDS)];
        record->start.known = record->end.known = false;
        record->status = SEL_STATUS_RUNNING;
        bench before = open_bench(made, in_order());
        sel_day start = sel_day_of(2024, 6, 1) + (sel_day)seeded_below(&state, 900);
        sel_day end = start + 30 + (sel_day)seeded_below(&state, 900);
        record->start = (sel_days){start, start, true};
        record->end = (sel_days){end, end, true};
        bench after = open_bench(made, in_order());
        evaluate_bench(&before);
        evaluate_bench(&after);
        if (is_told_alone(&before, record->id) && is_told_alone(&after, record->id))
            compared += compare_scores(&before, &after, seed, allowed_for);
        close_bench(&before);
        close_bench(&after);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(compared, WORLDS / 3);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {dates_that_come_later_were_allowed_for, NULL};
    return run_tests("date properties", tests);
}
