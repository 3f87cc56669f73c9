/** test_study_time.c - what is taken for sure of a programme without an end: never more than was
 * said, never less for having been said later, and nothing vanishes for being old. */
#include "check_suite.h"
#include "domain/study_programme.h"
#include "random_study.h"

enum { ROUNDS = 50000, DAYS = 4000, FIRST_DAY = 15000 };

static sel_days random_range(random_source *source)
{
    sel_day from = FIRST_DAY + (sel_day)random_below(source, DAYS);
    static const sel_day lengths[] = {0, 0, 27, 364};
    return (sel_days){from, from + lengths[random_below(source, 4)], true};
}

static bool is_over(sel_programme_status status)
{
    return status == SEL_STATUS_CLOSED || status == SEL_STATUS_CANCELLED;
}

static sel_study_programme timed(const sel_programme *record, sel_day as_of, uint32_t open_months)
{
    sel_study_programme programme = {0};
    sel_study_time(record, as_of, open_months, &programme);
    ck_assert(programme.dated);
    ck_assert_int_le(programme.start_low, programme.start_high);
    ck_assert_int_lt(programme.start_high, programme.end_high);
    ck_assert_int_lt(programme.start_low, programme.end_low);
    ck_assert_int_le(programme.end_low, programme.end_high);
    return programme;
}

static void check_vouched(const sel_programme *record, sel_day as_of, const sel_study_programme *of)
{
    sel_day said = record->last_updated.known ? record->last_updated.earliest : as_of;
    if (of->end_low > of->start_low + 1) {
        ck_assert(record->status == SEL_STATUS_RUNNING ||
                  record->status == SEL_STATUS_FINALISATION);
        ck_assert_int_le(of->end_low - 1, said);
        ck_assert_int_le(of->end_low, sel_day_add_months(of->start_low, 12));
    }
    if (!is_over(record->status))
        ck_assert_int_ne(of->phase, SEL_PHASE_PAST);
    if (of->start_low > as_of && !is_over(record->status))
        ck_assert_int_eq(of->phase, SEL_PHASE_PIPELINE);
}

START_TEST(open_ends)
{
    random_source source = {7};
    for (int round = 0; round < ROUNDS; round++) {
        sel_programme record = sel_programme_blank();
        record.start = random_range(&source);
        record.status = (sel_programme_status)random_below(&source, SEL_STATUS_COUNT);
        sel_day as_of = FIRST_DAY + (sel_day)random_below(&source, DAYS);
        uint32_t open_months = 1 + random_below(&source, 36);
        sel_study_programme unsaid = timed(&record, as_of, open_months);
        check_vouched(&record, as_of, &unsaid);
        record.last_updated = random_range(&source);
        sel_study_programme said = timed(&record, as_of, open_months);
        check_vouched(&record, as_of, &said);
        sel_day later = (sel_day)random_below(&source, 500);
        record.last_updated.earliest += later;
        record.last_updated.latest += later;
        sel_study_programme said_later = timed(&record, as_of, open_months);
        ck_assert_int_ge(said_later.end_low, said.end_low);
        ck_assert_int_ge(said_later.end_high, said.end_high);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {open_ends, NULL};
    return run_tests("study_time", tests);
}
