#include "desk_fixture.h"

static const char header[] = "country,agency,round,help_d1_2,now_d1_2,wanted_d1_2,importance_d1_2,"
                             "filled_by,approved_by";

static sel_assessment assess(desk *d, const char *round)
{
    sel_assessment assessment;
    const sel_assess_options options = {.round = round};
    ck_assert_msg(sel_assess_open(d->context, d->store, &options, &assessment, &d->err) == SEL_OK,
                  "%s", d->err.message);
    return assessment;
}

/* The wish of the first round is history once the respondent has answered the second. */
START_TEST(the_newest_round_of_each_respondent)
{
    desk d;
    desk_open(&d);
    desk_submit(&d, header, "FJI,CERT,1,much,1,5,vital,Office,Office");
    d.context->now += 86400;
    desk_submit(&d, header, "FJI,CERT,2,none,4,4,low,Office,Office");
    desk_submit(&d, header, "TON,CERT,1,much,1,5,vital,Office,Office");
    sel_assessment newest = assess(&d, NULL);
    ck_assert_uint_eq(newest.study->submission_count, 2);
    ck_assert_uint_eq(newest.needs.count, 2);
    ck_assert(newest.needs.list[0].n_low == 0 && newest.needs.list[0].n_high == 0);
    ck_assert(newest.needs.list[1].n_low == 1 && newest.needs.list[1].n_high == 1);
    sel_assess_close(&newest);
    sel_assessment first = assess(&d, "1");
    ck_assert_uint_eq(first.study->submission_count, 2);
    ck_assert(first.needs.list[0].n_low == 1);
    sel_assess_close(&first);
    desk_close(&d);
}
END_TEST

/* An answer to the first round that is mended after the second was received is the newest word. */
START_TEST(an_earlier_round_mended_later)
{
    desk d;
    desk_open(&d);
    desk_submit(&d, header, "FJI,CERT,2,none,4,4,low,Office,Office");
    d.context->now += 86400;
    desk_submit(&d, header, "FJI,CERT,1,much,1,5,vital,Office,Office");
    sel_assessment newest = assess(&d, NULL);
    ck_assert_uint_eq(newest.study->submission_count, 1);
    ck_assert(newest.needs.list[0].n_low == 1);
    sel_assess_close(&newest);
    desk_close(&d);
}
END_TEST

/* No transaction stays open: the store can be written to while an assessment lives. */
START_TEST(nothing_is_left_open)
{
    desk d;
    desk_open(&d);
    sel_assessment empty = assess(&d, NULL);
    ck_assert_uint_eq(empty.study->submission_count, 0);
    ck_assert(desk_submit(&d, header, "FJI,CERT,1,much,1,5,vital,Office,Office").stored);
    sel_assess_close(&empty);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {the_newest_round_of_each_respondent,
                                  an_earlier_round_mended_later, nothing_is_left_open, NULL};
    return run_tests("assess", tests);
}
