#include "desk_fixture.h"

#include "work/right_of_reply.h"

static const char header[] =
    "register,id,title,funder,implementer,recipient,capability,start,end,coordinated";
static const char rows[] =
    "R,1,Mentors for a team,Donor A,Builder,FJI,D1.2,2026-01-01,2027-12-31,\n"
    "S,2,A team with mentors,Donor B;Donor C,,FJI,D1.2,2026-01-01,2027-12-31,\n"
    "S,3,A third,Donor D,,TON,D1.2,2026-01-01,2027-12-31,";

typedef struct asked {
    desk d;
    sel_assessment assessment;
} asked;

static void look(asked *q)
{
    ck_assert_msg(sel_assess_open(q->d.context, q->d.store, &(sel_assess_options){0},
                                  &q->assessment, &q->d.err) == SEL_OK,
                  "%s", q->d.err.message);
}

static void begin_with(asked *q, const char *records)
{
    sel_import import;
    desk_open(&q->d);
    ck_assert_msg(desk_import(&q->d, &(sel_import_options){0}, header, records, &import) == SEL_OK,
                  "%s", q->d.err.message);
    look(q);
}

static void end(asked *q)
{
    sel_assess_close(&q->assessment);
    desk_close(&q->d);
}

static sel_status put(asked *q, const char *a, const char *b, sel_reply_kind kind,
                      const char *office)
{
    const sel_reply_call call = {
        .a = sel_str_of(a), .b = sel_str_of(b), .kind = kind, .office = sel_str_of(office)};
    return sel_reply_put(q->d.context, q->assessment.study, q->d.store, &call, &q->d.err);
}

/* Where the pair R:1, S:2 stands after one more word. */
static sel_reply_state after(asked *q, sel_reply_kind kind, const char *office)
{
    ck_assert_msg(put(q, "S:2", "R:1", kind, office) == SEL_OK, "%s", q->d.err.message);
    sel_assess_close(&q->assessment);
    look(q);
    return sel_reply_state_of(&q->assessment.replies, q->assessment.study, 0, 1);
}

START_TEST(it_takes_both_sides)
{
    asked q;
    begin_with(&q, rows);
    const sel_study *study = q.assessment.study;
    ck_assert_int_eq(sel_reply_state_of(&q.assessment.replies, study, 0, 1), SEL_STATE_NOT_SHOWN);
    ck_assert_int_eq(after(&q, SEL_REPLY_SHOWN, "Donor A"), SEL_STATE_SHOWN);
    ck_assert_int_eq(after(&q, SEL_REPLY_AGREES, "Builder"),
                     SEL_STATE_SHOWN); /* pays for nothing */
    ck_assert_int_eq(after(&q, SEL_REPLY_AGREES, "DONOR A"), SEL_STATE_AGREED);
    ck_assert_int_eq(after(&q, SEL_REPLY_AGREES, "Donor B"), SEL_STATE_CONFIRMED);
    ck_assert_int_eq(after(&q, SEL_REPLY_DISAGREES, "Donor C"), SEL_STATE_DISPUTED);
    ck_assert_int_eq(after(&q, SEL_REPLY_COMMENTS, "Donor C"), SEL_STATE_CONFIRMED);
    ck_assert_int_eq(after(&q, SEL_REPLY_SHOWN, "Donor B"), SEL_STATE_CONFIRMED);
    ck_assert_int_eq(sel_reply_state_of(&q.assessment.replies, q.assessment.study, 1, 2),
                     SEL_STATE_NOT_SHOWN);
    uint32_t count;
    const sel_pair_reply *list = sel_replies_about(&q.assessment.replies, 0, 1, &count);
    ck_assert_uint_eq(count, 7);
    ck_assert_int_eq(list[0].kind, SEL_REPLY_SHOWN);
    ck_assert(sel_str_is(list[2].office, "DONOR A"));
    ck_assert(sel_reply_is_outdated(list, count, 4) && !sel_reply_is_outdated(list, count, 3));
    end(&q);
}
END_TEST

START_TEST(both_records_say_so)
{
    asked q;
    begin_with(&q, "R,1,Mentors for a team,Donor A,,FJI,D1.2,2026-01-01,2027-12-31,yes\n"
                   "S,2,A team with mentors,Donor B,,FJI,D1.2,2026-01-01,2027-12-31,yes\n"
                   "S,3,A third,Donor D,,FJI,D1.2,2026-01-01,2027-12-31,");
    const sel_study *study = q.assessment.study;
    ck_assert_int_eq(sel_reply_state_of(&q.assessment.replies, study, 0, 1), SEL_STATE_CONFIRMED);
    ck_assert_int_eq(sel_reply_state_of(&q.assessment.replies, study, 0, 2), SEL_STATE_NOT_SHOWN);
    end(&q);
}
END_TEST

START_TEST(what_is_refused)
{
    asked q;
    begin_with(&q, rows);
    ck_assert_int_eq(put(&q, "R:1", "S:2", SEL_REPLY_AGREES, "Donor D"), SEL_NOT_FOUND);
    ck_assert(strstr(q.d.err.message, "Donor A") != NULL); /* the names there are */
    ck_assert_int_eq(put(&q, "R:1", "S:2", SEL_REPLY_AGREES, ""), SEL_USAGE);
    ck_assert_int_eq(put(&q, "R:1", "R:1", SEL_REPLY_AGREES, "Donor A"), SEL_USAGE);
    ck_assert_int_eq(put(&q, "R:1", "R:9", SEL_REPLY_AGREES, "Donor A"), SEL_NOT_FOUND);
    sel_assess_close(&q.assessment);
    look(&q);
    ck_assert_uint_eq(q.assessment.replies.count, 0);
    end(&q);
}
END_TEST

/* The day it was shown on is kept as a day, and a record that is gone is counted, not forgotten. */
START_TEST(days_and_lost_records)
{
    asked q;
    begin_with(&q, rows);
    const sel_day day = sel_day_of(2026, 3, 1);
    const sel_reply_call call = {.a = SEL_STR("R:1"),
                                 .b = SEL_STR("S:2"),
                                 .kind = SEL_REPLY_SHOWN,
                                 .office = SEL_STR("Donor A"),
                                 .on = {day, day, true}};
    ck_assert_int_eq(sel_reply_put(q.d.context, q.assessment.study, q.d.store, &call, &q.d.err),
                     SEL_OK);
    const sel_decision stray = {.kind = SEL_STR("agrees"),
                                .subject = SEL_STR("R:1"),
                                .other = SEL_STR("gone:7"),
                                .by = SEL_STR("Donor A")};
    ck_assert_int_eq(sel_store_begin(q.d.store, &q.d.err), SEL_OK);
    ck_assert_int_eq(sel_store_put_decision(q.d.store, &stray, &q.d.err), SEL_OK);
    ck_assert_int_eq(sel_store_commit(q.d.store, &q.d.err), SEL_OK);
    sel_assess_close(&q.assessment);
    look(&q);
    ck_assert_uint_eq(q.assessment.replies.count, 1);
    ck_assert_uint_eq(q.assessment.replies.lost, 1);
    ck_assert_int_eq(q.assessment.replies.list[0].on, day);
    end(&q);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {it_takes_both_sides, both_records_say_so, what_is_refused,
                                  days_and_lost_records, NULL};
    return run_tests("right_of_reply", tests);
}
