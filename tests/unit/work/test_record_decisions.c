#include "desk_fixture.h"

#include "work/record_decisions.h"

static const char header[] = "register,id,title,funder,implementer,recipient,capability,start,end";
static const char two_rows[] =
    "aid,P1,Training of incident responders,Example donor,Example centre,FJI,D1.2,2024-03-04,"
    "2025-02-27\n"
    "embassy,E1,Training of incident responders,Example donor,Example centre,FJI,D1.2,2024-03-04,"
    "2025-02-27";

static void open_with_two(desk *d)
{
    sel_import import;
    desk_open(d);
    ck_assert_int_eq(
        desk_import(d, &(sel_import_options){.keep_all = true}, header, two_rows, &import), SEL_OK);
    ck_assert_uint_eq(import.taken, 2);
}

static sel_status decide(desk *d, const char *a, const char *b, sel_record_verdict verdict,
                         sel_record_outcome *outcome)
{
    const sel_record_call call = {.a = sel_str_of(a),
                                  .b = sel_str_of(b),
                                  .verdict = verdict,
                                  .by = SEL_STR("Secretariat"),
                                  .why = SEL_STR("seen")};
    return sel_record_decide(d->context, d->store, &call, d->arena, outcome, &d->err);
}

/* How many programmes count in an assessment of the store as it is. */
static uint32_t count_programmes(desk *d)
{
    sel_assessment assessment;
    const sel_assess_options options = {0};
    ck_assert_int_eq(sel_assess_open(d->context, d->store, &options, &assessment, &d->err), SEL_OK);
    uint32_t counted = 0;
    for (uint32_t p = 0; p < assessment.study->programme_count; p++)
        counted += assessment.records.counted[p];
    sel_assess_close(&assessment);
    return counted;
}

START_TEST(every_analysis_hears_the_newest_decision)
{
    desk d;
    sel_record_outcome outcome;
    open_with_two(&d);
    ck_assert_uint_eq(count_programmes(&d), 1); /* by evidence */
    ck_assert_int_eq(decide(&d, "aid:P1", "embassy:E1", SEL_RECORDS_DIFFERENT, &outcome), SEL_OK);
    ck_assert(outcome.changed);
    ck_assert(sel_str_is(outcome.title_a, "Training of incident responders"));
    ck_assert_uint_eq(count_programmes(&d), 2);
    ck_assert_int_eq(decide(&d, "embassy:E1", "aid:P1", SEL_RECORDS_RELATED, &outcome), SEL_OK);
    ck_assert(outcome.changed);
    ck_assert_uint_eq(count_programmes(&d), 2);
    ck_assert_int_eq(decide(&d, " aid:P1 ", "embassy:E1", SEL_RECORDS_SAME, &outcome), SEL_OK);
    ck_assert_uint_eq(count_programmes(&d), 1);
    desk_close(&d);
}
END_TEST

/* The same again, in either order of the two, keeps nothing. */
START_TEST(what_is_decided_already_is_not_kept_again)
{
    desk d;
    sel_record_outcome outcome;
    open_with_two(&d);
    ck_assert_int_eq(decide(&d, "aid:P1", "embassy:E1", SEL_RECORDS_RELATED, &outcome), SEL_OK);
    ck_assert_int_eq(decide(&d, "embassy:E1", "aid:P1", SEL_RECORDS_RELATED, &outcome), SEL_OK);
    ck_assert(!outcome.changed);
    sel_store_state state;
    ck_assert_int_eq(sel_store_status(d.store, d.arena, &state, &d.err), SEL_OK);
    ck_assert_uint_eq(state.decisions, 1);
    desk_close(&d);
}
END_TEST

START_TEST(calls_that_are_refused)
{
    desk d;
    sel_record_outcome outcome;
    open_with_two(&d);
    ck_assert_int_eq(decide(&d, "aid:P2", "embassy:E1", SEL_RECORDS_SAME, &outcome), SEL_NOT_FOUND);
    ck_assert_ptr_nonnull(strstr(d.err.message, "did you mean 'aid:P1'"));
    ck_assert_int_eq(decide(&d, "aid:P1", "nowhere-near-anything:7", SEL_RECORDS_SAME, &outcome),
                     SEL_NOT_FOUND);
    ck_assert_ptr_null(strstr(d.err.message, "did you mean"));
    ck_assert_int_eq(decide(&d, "aid:P1", "aid:P1", SEL_RECORDS_SAME, &outcome), SEL_USAGE);
    const sel_record_call nobody = {
        .a = SEL_STR("aid:P1"), .b = SEL_STR("embassy:E1"), .by = SEL_STR(" ")};
    ck_assert_int_eq(sel_record_decide(d.context, d.store, &nobody, d.arena, &outcome, &d.err),
                     SEL_USAGE);
    sel_store_state state;
    ck_assert_int_eq(sel_store_status(d.store, d.arena, &state, &d.err), SEL_OK);
    ck_assert_uint_eq(state.decisions, 0);
    desk_close(&d);
}
END_TEST

START_TEST(words_of_verdicts)
{
    for (int i = SEL_RECORDS_SAME; i <= SEL_RECORDS_RELATED; i++) {
        sel_record_verdict verdict;
        const char *word = sel_record_verdict_word((sel_record_verdict)i);
        ck_assert(sel_record_verdict_find(sel_str_of(word), &verdict));
        ck_assert_int_eq(verdict, i);
    }
    sel_record_verdict verdict;
    ck_assert(!sel_record_verdict_find(SEL_STR("not-same"), &verdict));
    ck_assert(!sel_record_decision_of(&(sel_decision){.kind = SEL_STR("merge")}, &verdict));
    ck_assert(sel_record_decision_of(&(sel_decision){.kind = SEL_STR("not-same")}, &verdict));
    ck_assert_int_eq(verdict, SEL_RECORDS_DIFFERENT);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {every_analysis_hears_the_newest_decision,
                            what_is_decided_already_is_not_kept_again, calls_that_are_refused,
                            words_of_verdicts, NULL};
    return run_tests("record_decisions", tests);
}
