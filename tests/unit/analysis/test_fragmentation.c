#include "analysis/fragmentation.h"

#include "check_suite.h"

#include <math.h>

enum { ROOM = 16, PLACES = 4, DAYS = 100, TOP = 10 };

/* Programmes that run through the window [0, 100) at full certainty, amounts in units of effort. */
static sel_study_programme programmes[ROOM];
static sel_study_place places[ROOM][PLACES];
static uint32_t donors[ROOM][2];
static bool counted[ROOM];
static sel_study study;
static sel_arena *arena;
static const double tolerance = 1e-12;

static void begin(void)
{
    arena = sel_arena_create();
    memset(places, 0, sizeof places);
    study = (sel_study){.window_end = DAYS, .programmes = programmes, .organisation_count = ROOM};
}

static void end(void)
{
    sel_arena_destroy(arena);
}

/* One programme of one donor at one place. */
static sel_study_programme *add(uint32_t donor, uint16_t recipient, uint8_t capability,
                                uint32_t effort)
{
    uint32_t n = study.programme_count++;
    donors[n][0] = donor;
    places[n][0] = (sel_study_place){.recipient = recipient,
                                     .capability = capability,
                                     .effort_low = effort,
                                     .effort_high = effort};
    counted[n] = true;
    programmes[n] = (sel_study_programme){.stated_by = SEL_NONE,
                                          .twin = SEL_NONE,
                                          .dated = true,
                                          .end_low = DAYS,
                                          .end_high = DAYS,
                                          .places = places[n],
                                          .place_count = 1,
                                          .donors = donors[n],
                                          .donor_count = 1};
    return &programmes[n];
}

static sel_fragmentation compute(void)
{
    return sel_fragmentation_compute(&study, counted, TOP, arena);
}

/* .36 + .04 + .01 + .01. */
START_TEST(four_donors_of_one_recipient)
{
    begin();
    add(1, 3, 0, 60);
    add(2, 3, 0, 20);
    add(3, 3, 0, 10);
    add(4, 3, 0, 10);
    sel_fragmentation found = compute();
    ck_assert_uint_eq(found.recipient_count, 1);
    const sel_recipient_spread *spread = &found.recipients[0];
    ck_assert_uint_eq(spread->recipient, 3);
    ck_assert_uint_eq(spread->supply, 100 * DAYS);
    ck_assert_uint_eq(spread->donors, 4);
    ck_assert_uint_eq(spread->programmes, 4);
    ck_assert_double_eq_tol(spread->concentration, .42, tolerance);
    ck_assert_double_eq(spread->median_size, 15 * DAYS);
    /* one capability: nothing between; Σ s·ln(4s) */
    double theil = .6 * log(2.4) + .2 * log(.8) + .2 * log(.4);
    ck_assert_double_eq_tol(spread->theil.within, theil, tolerance);
    ck_assert_double_eq_tol(spread->theil.total, theil, tolerance);
    ck_assert_double_eq_tol(spread->theil.between, 0, tolerance);
    end();
}
END_TEST

/* Shares (.5, .3, .2, 0) and (0, .3, .2, .5): .3 + .2 in common. */
START_TEST(similarity_by_hand)
{
    begin();
    static const uint32_t first[] = {50, 30, 20, 0};
    static const uint32_t second[] = {0, 6, 4, 10};
    for (uint16_t r = 0; r < 4; r++) {
        if (first[r] > 0)
            add(5, r, 1, first[r]);
        if (second[r] > 0)
            add(2, r, 1, second[r]);
    }
    add(7, 9, 1, 1); /* nothing in common with either */
    sel_fragmentation found = compute();
    ck_assert_uint_eq(found.pairs_in_common, 1);
    ck_assert_uint_eq(found.pair_count, 1);
    ck_assert_uint_eq(found.pairs[0].a, 2);
    ck_assert_uint_eq(found.pairs[0].b, 5);
    ck_assert_uint_eq(found.pairs[0].similarity_ppm, 500000);
    ck_assert_uint_eq(found.pairs[0].places, 2);
    end();
}
END_TEST

/* Donors 1 to 6 at one place: fifteen pairs, all the same; the first ten are listed. */
START_TEST(the_most_similar_are_listed)
{
    begin();
    for (uint32_t d = 1; d <= 6; d++)
        add(d, 0, 0, 10);
    add(6, 1, 0, 10);
    sel_fragmentation found = compute();
    ck_assert_uint_eq(found.pairs_in_common, 15);
    ck_assert_uint_eq(found.pair_count, TOP);
    for (uint32_t i = 0; i < TOP; i++) {
        ck_assert_uint_eq(found.pairs[i].similarity_ppm, 1000000);
        ck_assert_uint_lt(found.pairs[i].b, 6);
    }
    ck_assert_uint_eq(sel_fragmentation_compute(&study, counted, 0, arena).pair_count, 0);
    found = sel_fragmentation_compute(&study, counted, 100, arena);
    ck_assert_uint_eq(found.pair_count, 15);
    ck_assert_uint_eq(found.pairs[14].a, 5);
    ck_assert_uint_eq(found.pairs[14].similarity_ppm, 500000);
    end();
}
END_TEST

/* What is left over of a joint amount goes to the first donor. */
START_TEST(joint_work_is_divided)
{
    begin();
    donors[0][1] = 4;
    add(2, 0, 0, 1)->donor_count = 2;
    programmes[0].end_low = programmes[0].end_high = 3; /* 3 effort·days */
    add(2, 0, 1, 5);
    sel_fragmentation found = compute();
    ck_assert_uint_eq(found.donor_count, 2);
    ck_assert_uint_eq(found.donors[0].donor, 2);
    ck_assert_uint_eq(found.donors[0].supply, 2 + 5 * DAYS);
    ck_assert_uint_eq(found.donors[1].supply, 1);
    ck_assert_uint_eq(found.donors[0].programmes, 2);
    ck_assert_uint_eq(found.donors[0].places, 2);
    ck_assert_uint_eq(found.donors[0].capabilities, 2);
    ck_assert_uint_eq(found.donors[0].recipients, 1);
    ck_assert_uint_eq(found.recipients[0].capabilities, 2);
    ck_assert_uint_eq(found.recipients[0].supply, 3 + 5 * DAYS);
    end();
}
END_TEST

START_TEST(unknown_donors_stand_apart)
{
    begin();
    add(1, 0, 0, 10);
    add(0, 0, 0, 30)->donor_count = 0;
    add(0, 1, 0, 50)->donor_count = 0;
    sel_fragmentation found = compute();
    ck_assert_uint_eq(found.recipient_count, 2);
    ck_assert_uint_eq(found.recipients[0].supply, 10 * DAYS);
    ck_assert_uint_eq(found.recipients[0].unknown, 30 * DAYS);
    ck_assert_uint_eq(found.recipients[0].programmes, 2);
    ck_assert_double_eq(found.recipients[0].concentration, 1);
    ck_assert_uint_eq(found.recipients[1].unknown, 50 * DAYS);
    ck_assert_uint_eq(found.recipients[1].donors, 0);
    ck_assert_double_eq(found.recipients[1].concentration, 0);
    ck_assert_uint_eq(found.donor_count, 1);
    ck_assert_uint_eq(found.pairs_in_common, 0);
    end();
}
END_TEST

/* By hand. Recipient 0: donor 1 gives 80, 2 gives 15, 3 gives 5. Recipient 1: donor 2 gives 85,
 * donor 3 gives 15. All: 1 80, 2 100, 3 20 of 200, shares .4, .5, .1.
 * Recipient 0: 80 + 15 make 95 ≥ 90, so 1 and 2 are among the largest; 3 has .05 < .1: not.
 * Recipient 1: 85 < 90, so both are among the largest. */
START_TEST(significant_relations)
{
    begin();
    add(1, 0, 0, 80);
    add(2, 0, 0, 15);
    add(3, 0, 0, 5);
    add(2, 1, 0, 85);
    add(3, 1, 0, 15);
    sel_fragmentation found = compute();
    ck_assert_uint_eq(found.recipients[0].significant, 2);
    ck_assert_uint_eq(found.recipients[1].significant, 2);
    ck_assert_uint_eq(found.donors[0].significant, 1);
    ck_assert_uint_eq(found.donors[1].significant, 2);
    ck_assert_uint_eq(found.donors[2].significant, 1);
    end();
}
END_TEST

/* A small donor that is nowhere else: its share here is more than its share of everything. */
START_TEST(a_small_donor_is_significant_where_it_is_most)
{
    begin();
    add(1, 0, 0, 95);
    add(2, 0, 0, 5);
    add(1, 1, 0, 900);
    sel_fragmentation found = compute();
    ck_assert_uint_eq(found.recipients[0].significant, 2);
    end();
}
END_TEST

START_TEST(only_what_counts)
{
    begin();
    add(1, 0, 0, 10);
    add(2, 0, 0, 10);
    counted[1] = false;
    add(3, 0, 0, 10)->status = SEL_STATUS_CANCELLED;
    add(4, 0, 0, 10)->dated = false;
    sel_study_programme *later = add(5, 0, 0, 10);
    later->start_low = later->start_high = DAYS;
    later->end_low = later->end_high = 2 * DAYS;
    sel_fragmentation found = compute();
    ck_assert_uint_eq(found.donor_count, 1);
    ck_assert_uint_eq(found.recipients[0].supply, 10 * DAYS);
    ck_assert_uint_eq(found.recipients[0].programmes, 1);
    end();
}
END_TEST

START_TEST(nothing_at_all)
{
    begin();
    sel_fragmentation found = compute();
    ck_assert_uint_eq(found.recipient_count + found.donor_count + found.pair_count, 0);
    end();
}
END_TEST

int main(void)
{
    const TTest *tests[] = {four_donors_of_one_recipient,
                            similarity_by_hand,
                            the_most_similar_are_listed,
                            joint_work_is_divided,
                            unknown_donors_stand_apart,
                            significant_relations,
                            a_small_donor_is_significant_where_it_is_most,
                            only_what_counts,
                            nothing_at_all,
                            NULL};
    return run_tests("fragmentation", tests);
}
