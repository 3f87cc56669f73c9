/* Two programmes of two donors at one place, whose score stands at the threshold exactly. */
#include "check_suite.h"
#include "selaras.h"

static sel_arena *arena;
static sel_model model;
static sel_study_programme programmes[2];
static sel_study_place places[2];
static uint32_t donors[2] = {0, 1};
static sel_study study;

/* 100 days, 60 of them together, at full effort; kinds of help have nothing in common: .6 · ½. */
static void begin(void)
{
    arena = sel_arena_create();
    model = (sel_model){.overlap_threshold_bp = 3000,
                        .overlap_floor_days = 50,
                        .overlap_likeness_floor_bp = 5000,
                        .overlap_money_floor = 1000000,
                        .ordinal_supply = {0, .25, .5, 1, 1.5, 2}};
    for (uint32_t p = 0; p < 2; p++) {
        places[p] = (sel_study_place){.effort_low = SEL_EFFORT_WHOLE,
                                      .effort_high = SEL_EFFORT_WHOLE,
                                      .depth_low = 10,
                                      .depth_high = 10,
                                      .presence = SEL_PRESENT_YES};
        sel_day start = p == 0 ? 0 : 40;
        programmes[p] = (sel_study_programme){.stated_by = SEL_NONE,
                                              .dated = true,
                                              .start_low = start,
                                              .start_high = start,
                                              .end_low = start + 100,
                                              .end_high = start + 100,
                                              .status = SEL_STATUS_RUNNING,
                                              .phase = SEL_PHASE_RUNNING,
                                              .places = &places[p],
                                              .place_count = 1,
                                              .donors = &donors[p],
                                              .donor_count = 1,
                                              .twin = SEL_NONE,
                                              .kinds = (uint16_t)(1U << p)};
    }
    study = (sel_study){.model = &model,
                        .as_of = 90,
                        .window_end = 1000,
                        .programmes = programmes,
                        .programme_count = 2,
                        .organisation_count = 2};
}

static sel_sensitivity compute(void)
{
    sel_needs needs = sel_needs_compute(&study, arena);
    sel_records records = sel_records_compute(&study, arena);
    sel_sensitivity sensitivity;
    sel_error err = {0};
    const sel_overlap_options options = {.top = 5};
    ck_assert_int_eq(
        sel_sensitivity_compute(&study, &needs, &records, &options, &sensitivity, &err), SEL_OK);
    return sensitivity;
}

static uint64_t certain_at(const sel_sensitivity *of, sel_varied varied, double value)
{
    for (uint32_t i = 0; i < of->count; i++)
        if (of->variants[i].varied == varied && of->variants[i].value == value)
            return of->variants[i].certain;
    ck_abort_msg("no variant %d at %g", (int)varied, value);
    return 0;
}

/* .3 reaches .3 and .2, not .4; with floors of ¼ and 0 the score falls to .15 and 0. Under a floor
 * of 75 days S_c is 0, but T is .3 both ways. Money and need make no pair and take none away. */
START_TEST(each_constant_alone)
{
    begin();
    sel_sensitivity all = compute();
    ck_assert_uint_eq(all.count, 11);
    ck_assert_int_eq(all.variants[0].varied, SEL_VARIED_NOTHING);
    ck_assert_uint_eq(all.variants[0].certain, 1);
    ck_assert_uint_eq(certain_at(&all, SEL_VARIED_THRESHOLD, .2), 1);
    ck_assert_uint_eq(certain_at(&all, SEL_VARIED_THRESHOLD, .4), 0);
    ck_assert_uint_eq(certain_at(&all, SEL_VARIED_LIKENESS, 0), 0);
    ck_assert_uint_eq(certain_at(&all, SEL_VARIED_LIKENESS, .25), 0);
    ck_assert_uint_eq(certain_at(&all, SEL_VARIED_DAYS, 25), 1);
    ck_assert_uint_eq(certain_at(&all, SEL_VARIED_DAYS, 75), 1);
    ck_assert_uint_eq(certain_at(&all, SEL_VARIED_MONEY, 5000), 1);
    ck_assert_uint_eq(certain_at(&all, SEL_VARIED_MONEY, 15000), 1);
    ck_assert_uint_eq(certain_at(&all, SEL_VARIED_NEED, .5), 1);
    ck_assert_uint_eq(certain_at(&all, SEL_VARIED_NEED, 1.5), 1);
    uint64_t read = 0;
    for (int reading = 0; reading <= SEL_READ_TALK_FIRST; reading++)
        read += all.variants[0].by_reading[reading];
    ck_assert_uint_eq(read, 1);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(no_threshold_above_one)
{
    begin();
    model.overlap_threshold_bp = 10000;
    sel_sensitivity all = compute();
    ck_assert_uint_eq(all.variants[0].certain, 0);
    ck_assert_uint_eq(all.count, 10);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {each_constant_alone, no_threshold_above_one, NULL};
    return run_tests("sensitivity", tests);
}
