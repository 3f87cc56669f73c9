#include "analysis/overlap/overlap.h"

#include "check_suite.h"

enum { ROOM = 12, E = SEL_EFFORT_WHOLE };

/* Programmes with all their effort at place (0, 0), each with a donor and a title of its own, over
 * [0, 400); the window is [0, 1000), as-of 300. */
static sel_study_programme programmes[ROOM];
static sel_study_place places[ROOM][3];
static uint32_t donors[ROOM];
static sel_study_party parties[ROOM];
static sel_study_link links[ROOM][2];
static sel_need_entry entry;
static sel_study_submission submission;
static sel_model model;
static sel_study study;
static sel_arena *arena;

/* Everything computed. */
static sel_needs needs;
static sel_records records;
static sel_supplies supplies;
static sel_overlap overlap;

static void begin(void)
{
    arena = sel_arena_create();
    model = (sel_model){.overlap_threshold_bp = 5000,
                        .overlap_floor_days = 90,
                        .overlap_likeness_floor_bp = 5000,
                        .overlap_money_floor = 5000000,
                        .ordinal_supply = {0, .25, .5, 1, 1.5, 2}};
    study = (sel_study){.model = &model,
                        .as_of = 300,
                        .window_end = 1000,
                        .programmes = programmes,
                        .organisation_count = 30,
                        .submissions = &submission,
                        .entries = &entry};
}

static void end(void)
{
    sel_arena_destroy(arena);
}

static sel_study_programme *add(void)
{
    uint32_t n = study.programme_count++;
    donors[n] = n;
    places[n][0] =
        (sel_study_place){.presence = SEL_PRESENT_YES, .effort_low = E, .effort_high = E};
    parties[n] = (sel_study_party){.organisation = 20 + n, .role = SEL_ROLE_IMPLEMENTING};
    programmes[n] = (sel_study_programme){.stated_by = SEL_NONE,
                                          .twin = SEL_NONE,
                                          .dated = true,
                                          .end_low = 400,
                                          .end_high = 400,
                                          .phase = SEL_PHASE_RUNNING,
                                          .places = places[n],
                                          .place_count = 1,
                                          .donors = &donors[n],
                                          .donor_count = 1,
                                          .parties = &parties[n],
                                          .party_count = 1,
                                          .links = links[n],
                                          .coordinated = SEL_UNKNOWN};
    return &programmes[n];
}

static void add_several(uint32_t count)
{
    while (count-- > 0)
        add();
}

static void link_to(uint32_t from, sel_link_kind kind, uint32_t to)
{
    links[from][programmes[from].link_count++] = (sel_study_link){kind, to};
}

static void compute_with(sel_overlap_options options)
{
    sel_error err = {0};
    needs = sel_needs_compute(&study, arena);
    records = sel_records_compute(&study, arena);
    supplies = sel_supply_compute(&study, &needs, records.counted, arena);
    sel_status status =
        sel_overlap_compute(&study, &needs, &supplies, &records, &options, arena, &overlap, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
}

static void compute(void)
{
    compute_with((sel_overlap_options){.top = 100});
}

/* Two programmes that agree in everything: S = T = 1 on two factors. */
START_TEST(a_whole_overlap)
{
    begin();
    add_several(2);
    compute();
    ck_assert_uint_eq(overlap.certain, 1);
    ck_assert_uint_eq(overlap.pair_count, 1);
    const sel_overlap_pair *pair = &overlap.pairs[0];
    ck_assert_uint_eq(pair->a, 0);
    ck_assert_uint_eq(pair->b, 1);
    ck_assert_uint_eq(pair->c_low, E);
    ck_assert_int_eq(pair->days_low, 400);
    ck_assert_uint_eq(pair->d_low_ppm, 1000000);
    ck_assert_uint_eq(pair->s_low_ppm, 1000000);
    ck_assert_uint_eq(pair->t_a_low_ppm, 1000000);
    ck_assert_uint_eq(pair->factors, 2);
    ck_assert(pair->certain && !pair->by_containment && pair->need_unknown);
    ck_assert_int_eq(pair->reading, SEL_READ_WATCH); /* check the need */
    ck_assert_int_eq(pair->phase, SEL_PHASE_RUNNING);
    ck_assert(!pair->same_implementer);
    ck_assert_uint_eq(overlap.compared, 1);
    ck_assert(!overlap.assessed[0]);
    end();
}
END_TEST

/* A = ½ + ½·1/3, G = ½ + ½·0: S = 2/3·1/2 = 1/3. */
START_TEST(kinds_of_help_and_for_whom)
{
    begin();
    add_several(2);
    programmes[0].kinds = 3;
    programmes[1].kinds = 6;
    programmes[0].for_whom = 1;
    programmes[1].for_whom = 2;
    compute();
    ck_assert_uint_eq(overlap.pair_count, 0);
    sel_overlap_pair pair = sel_overlap_of(&study, &needs, &supplies, &records, 1, 0);
    ck_assert_uint_eq(pair.a, 0);
    ck_assert_uint_eq(pair.a_ppm, 666666);
    ck_assert_uint_eq(pair.g_ppm, 500000);
    ck_assert_uint_eq(pair.factors, 4);
    ck_assert_uint_eq(pair.s_high_ppm, 333333);
    ck_assert_uint_eq(pair.t_b_high_ppm, 333333);
    programmes[1].for_whom = 0; /* not said by one: three factors, and the pair comes back */
    compute();
    ck_assert_uint_eq(overlap.pairs[0].factors, 3);
    ck_assert_uint_eq(overlap.pairs[0].g_ppm, 1000000);
    ck_assert_uint_eq(overlap.pairs[0].s_high_ppm, 666666);
    end();
}
END_TEST

/* 89 of 400 days together count for nothing, 90 do; a programme of 30 days counts whole. */
START_TEST(the_floor_of_days)
{
    begin();
    add_several(2);
    programmes[1].start_low = programmes[1].start_high = 311;
    programmes[1].end_low = programmes[1].end_high = 711;
    compute();
    sel_overlap_pair pair = sel_overlap_of(&study, &needs, &supplies, &records, 0, 1);
    ck_assert_int_eq(pair.days_high, 89);
    ck_assert_uint_eq(pair.d_high_ppm, 0);
    ck_assert_uint_eq(pair.t_a_high_ppm, 222500); /* containment has no floor */
    programmes[1].start_low = programmes[1].start_high = 310;
    programmes[1].end_low = programmes[1].end_high = 710;
    pair = sel_overlap_of(&study, &needs, &supplies, &records, 0, 1);
    ck_assert_uint_eq(pair.d_high_ppm, 225000);
    programmes[1].start_low = programmes[1].start_high = 370;
    programmes[1].end_low = programmes[1].end_high = 400;
    pair = sel_overlap_of(&study, &needs, &supplies, &records, 0, 1);
    ck_assert_uint_eq(pair.d_high_ppm, 1000000);
    end();
}
END_TEST

/* A local programme inside a regional one: C is a tenth, all of the local one is contained. */
START_TEST(small_in_regional)
{
    begin();
    add_several(2);
    places[1][0].effort_low = places[1][0].effort_high = E / 10;
    places[1][1] = (sel_study_place){.recipient = 4,
                                     .presence = SEL_PRESENT_YES,
                                     .effort_low = E / 10 * 9,
                                     .effort_high = E / 10 * 9};
    programmes[1].place_count = 2;
    compute();
    ck_assert_uint_eq(overlap.pair_count, 1);
    const sel_overlap_pair *pair = &overlap.pairs[0];
    ck_assert(pair->by_containment && pair->certain);
    ck_assert_uint_eq(pair->s_high_ppm, 100000);
    ck_assert_uint_eq(pair->t_a_high_ppm, 1000000);
    ck_assert_uint_eq(pair->t_b_high_ppm, 100000);
    places[1][0].presence = SEL_PRESENT_NO; /* at an event only */
    compute();
    ck_assert_uint_eq(overlap.pair_count, 0);
    places[1][0].presence = SEL_PRESENT_PERHAPS;
    compute();
    ck_assert_uint_eq(overlap.possible, 1);
    end();
}
END_TEST

START_TEST(who_pays)
{
    begin();
    add_several(4);
    donors[1] = 0;                 /* 0 and 1 have one donor */
    programmes[3].donor_count = 0; /* 3 has none that is known */
    compute();
    ck_assert_uint_eq(overlap.within_donor, 1);
    ck_assert_uint_eq(overlap.no_donor, 3);
    ck_assert_uint_eq(overlap.certain, 2);
    compute_with((sel_overlap_options){.top = 1, .within_donor = true});
    ck_assert_uint_eq(overlap.within_donor, 1);
    ck_assert_uint_eq(overlap.certain, 2);
    ck_assert_uint_eq(overlap.pair_count, 2); /* the stronger of two, and that of one donor */
    ck_assert_uint_eq(overlap.lists[SEL_LIST_RUNNING].count, 1);
    ck_assert_uint_eq(overlap.lists[SEL_LIST_WITHIN_DONOR].first, 1);
    ck_assert_uint_eq(overlap.lists[SEL_LIST_WITHIN_DONOR].certain, 1);
    ck_assert_uint_eq(overlap.unlisted, 1);
    end();
}
END_TEST

START_TEST(time_outside_the_window)
{
    begin();
    add_several(2);
    study.window_start = 400;
    compute();
    ck_assert_uint_eq(overlap.outside, 1);
    ck_assert_uint_eq(overlap.certain, 0);
    compute_with((sel_overlap_options){.top = 5, .all_time = true});
    ck_assert_uint_eq(overlap.outside, 0);
    ck_assert_uint_eq(overlap.certain, 1);
    study.window_start = 399;
    compute();
    ck_assert_uint_eq(overlap.certain, 1);
    end();
}
END_TEST

START_TEST(linked_pairs_are_set_apart)
{
    static const struct {
        sel_link_kind kind;
        sel_pair_class class;
    } kinds[] = {{SEL_LINK_SAME, SEL_PAIR_SAME},         {SEL_LINK_PARENT, SEL_PAIR_FAMILY},
                 {SEL_LINK_CHILD, SEL_PAIR_FAMILY},      {SEL_LINK_CHAIN, SEL_PAIR_CHAIN},
                 {SEL_LINK_COFUNDED, SEL_PAIR_COFUNDED}, {SEL_LINK_SUCCESSOR, SEL_PAIR_SUCCESSOR}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        begin();
        add_several(2);
        link_to(1, kinds[i].kind, 0);
        compute();
        ck_assert_uint_eq(overlap.certain + overlap.possible, 0);
        ck_assert_uint_eq(overlap.by_class[kinds[i].class], 1);
        ck_assert_uint_eq(overlap.apart_count, 1);
        ck_assert_int_eq(overlap.apart[0].class, kinds[i].class);
        ck_assert_uint_eq(overlap.apart[0].s_high_ppm, 1000000);
        ck_assert_uint_eq(overlap.by_class[SEL_PAIR_OVERLAP], 0);
        end();
    }
}
END_TEST

/* "Related" is a class of its own; "different" leaves a pair to be compared, whatever links it. */
START_TEST(decided_pairs)
{
    static const sel_link_kind kinds[] = {SEL_LINK_SAME, SEL_LINK_PARENT, SEL_LINK_CHAIN,
                                          SEL_LINK_COFUNDED, SEL_LINK_SUCCESSOR};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        sel_record_decision decision = {0, 1, SEL_RECORDS_RELATED};
        begin();
        add_several(2);
        link_to(1, kinds[i], 0);
        study.decisions = &decision;
        study.decision_count = 1;
        compute();
        ck_assert_uint_eq(overlap.certain, 0);
        ck_assert_uint_eq(overlap.by_class[SEL_PAIR_RELATED], 1);
        ck_assert_int_eq(overlap.apart[0].class, SEL_PAIR_RELATED);
        decision.verdict = SEL_RECORDS_DIFFERENT;
        compute();
        ck_assert_uint_eq(overlap.certain, 1);
        ck_assert_uint_eq(overlap.apart_count, 0);
        study.decision_count = 0;
        end();
    }
}
END_TEST

/* A successor that only begins afterwards is named, but is not at the threshold. */
START_TEST(apart_whatever_the_strength)
{
    begin();
    add_several(3);
    link_to(0, SEL_LINK_SUCCESSOR, 1);
    link_to(0, SEL_LINK_COFUNDED, 2);
    programmes[1].start_low = programmes[1].start_high = 400;
    programmes[1].end_low = programmes[1].end_high = 900;
    compute();
    ck_assert_uint_eq(overlap.apart_count, 2);
    ck_assert_int_eq(overlap.apart[0].class, SEL_PAIR_COFUNDED);
    ck_assert_int_eq(overlap.apart[1].class, SEL_PAIR_SUCCESSOR);
    ck_assert_int_eq(overlap.apart[1].days_high, 0);
    ck_assert_uint_eq(overlap.by_class[SEL_PAIR_SUCCESSOR], 0);
    end();
}
END_TEST

/* A record told twice meets a third programme once. */
START_TEST(records_count_once)
{
    begin();
    add_several(3);
    programmes[0].title = programmes[1].title = SEL_STR("Incident response in the islands");
    donors[1] = 0;
    parties[1].organisation = parties[0].organisation;
    compute();
    ck_assert_uint_eq(overlap.certain, 1);
    ck_assert_uint_eq(overlap.pairs[0].a, 0);
    ck_assert_uint_eq(overlap.pairs[0].b, 2);
    ck_assert_uint_eq(overlap.by_class[SEL_PAIR_SAME], 1);
    sel_overlap_pair pair = sel_overlap_of(&study, &needs, &supplies, &records, 0, 1);
    ck_assert_int_eq(pair.class, SEL_PAIR_SAME);
    end();
}
END_TEST

START_TEST(siblings_overlap_but_are_coordinated)
{
    begin();
    add_several(2);
    link_to(1, SEL_LINK_SIBLING, 0);
    compute();
    ck_assert_uint_eq(overlap.certain, 1);
    ck_assert_uint_eq(overlap.pairs[0].coordination_keys, 1);
    ck_assert_int_eq(overlap.pairs[0].class, SEL_PAIR_OVERLAP);
    ck_assert_int_eq(overlap.pairs[0].reading, SEL_READ_FITS_NOTED);
    end();
}
END_TEST

START_TEST(two_keys_of_coordination)
{
    begin();
    add_several(3);
    programmes[0].coordinated = programmes[1].coordinated = 1;
    compute();
    ck_assert_uint_eq(overlap.pairs[0].coordination_keys, 1); /* two donors are one side */
    programmes[2].stated_by = 0;
    programmes[2].twin = 0;
    programmes[0].twin = 2;
    programmes[2].coordinated = 1;
    compute();
    ck_assert_uint_eq(overlap.pair_count, 1);
    ck_assert_uint_eq(overlap.pairs[0].coordination_keys, 2);
    programmes[0].coordinated = programmes[1].coordinated = SEL_UNKNOWN;
    compute();
    ck_assert_uint_eq(overlap.pairs[0].coordination_keys, 1);
    end();
}
END_TEST

/* Severity 1 asks for .25 of a programme over 1000 days, 250 days' worth; two whole programmes over
 * 400 days give 800, 400 beyond the larger: red is 1. */
START_TEST(need_and_concern)
{
    begin();
    add_several(2);
    study.entry_count = 1;
    entry = (sel_need_entry){.stage = 1, .target = 2, .importance = 1};
    compute();
    const sel_overlap_pair *pair = &overlap.pairs[0];
    ck_assert(pair->need_known && !pair->need_unknown && pair->ordinal);
    ck_assert_uint_eq(pair->red_low_ppm, 1000000);
    ck_assert_uint_eq(pair->unknown_ppm, 0);
    ck_assert_int_eq(pair->reading, SEL_READ_TALK); /* two factors, ordinal: at most 3 */
    ck_assert_uint_eq(overlap.least_ppm[0], 1000000);
    ck_assert_uint_eq(overlap.most_ppm[0], 1000000);
    ck_assert(overlap.assessed[0] && overlap.assessed[1]);
    donors[1] = 0; /* one donor in the register: nothing to compare with */
    compute();
    ck_assert(!overlap.assessed[0] && !overlap.assessed[1]);
    ck_assert_uint_eq(overlap.most_ppm[0], 0);
    end();
}
END_TEST

/* Half of what they share is where the need is unknown: u = ½ is not more than half. */
START_TEST(partly_unknown_need)
{
    begin();
    add_several(2);
    for (int n = 0; n < 2; n++) {
        places[n][0].effort_low = places[n][0].effort_high = E / 2;
        places[n][1] = places[n][0];
        places[n][1].capability = 1;
        programmes[n].place_count = 2;
    }
    study.entry_count = 1;
    entry = (sel_need_entry){.stage = 1, .target = 2, .importance = 1};
    compute();
    ck_assert_uint_eq(overlap.pairs[0].unknown_ppm, 500000);
    ck_assert(!overlap.pairs[0].need_unknown);
    places[0][0].effort_low = places[0][0].effort_high = E / 2 - 1;
    compute();
    ck_assert(overlap.pairs[0].need_unknown && overlap.pairs[0].need_known);
    end();
}
END_TEST

/* 400 and 100 days share 100: per day 1000 and 3000, so 1000 side by side over 100 days. */
START_TEST(money_side_by_side)
{
    begin();
    add_several(2);
    programmes[1].end_low = programmes[1].end_high = 100;
    for (int n = 0; n < 2; n++) {
        programmes[n].money_known = true;
        programmes[n].money_low = programmes[n].money_high = n == 0 ? 400000 : 300000;
    }
    compute();
    ck_assert(overlap.pairs[0].money_compared);
    ck_assert_int_eq(overlap.pairs[0].money_low, 100000);
    ck_assert_int_eq(overlap.pairs[0].money_high, 100000);
    programmes[1].money_low = 50000;
    compute();
    ck_assert_int_eq(overlap.pairs[0].money_low, 50000);
    programmes[0].money_low = programmes[0].money_high = INT64_MAX;
    programmes[1].money_low = programmes[1].money_high = INT64_MAX;
    compute(); /* the largest amounts there are do not overflow */
    ck_assert_int_eq(overlap.pairs[0].money_high, INT64_MAX / 4);
    programmes[0].money_low = -1;
    compute();
    ck_assert(!overlap.pairs[0].money_compared);
    end();
}
END_TEST

START_TEST(phases)
{
    begin();
    add_several(2);
    study.as_of = 400;
    compute();
    ck_assert_int_eq(overlap.pairs[0].phase, SEL_PHASE_PAST);
    study.as_of = 100;
    programmes[1].phase = SEL_PHASE_PIPELINE;
    compute();
    ck_assert_int_eq(overlap.pairs[0].phase, SEL_PHASE_PIPELINE);
    parties[1].organisation = parties[0].organisation;
    compute();
    ck_assert(overlap.pairs[0].same_implementer);
    end();
}
END_TEST

START_TEST(what_cannot_be_compared)
{
    begin();
    add_several(5);
    programmes[1].dated = false;
    programmes[2].status = SEL_STATUS_CANCELLED;
    programmes[3].place_count = 0;
    compute();
    ck_assert_uint_eq(overlap.certain, 1);
    ck_assert_uint_eq(overlap.pairs[0].b, 4);
    sel_overlap_pair pair = sel_overlap_of(&study, &needs, &supplies, &records, 0, 1);
    ck_assert_uint_eq(pair.c_high, E);
    ck_assert_int_eq(pair.days_high, 0);
    ck_assert_uint_eq(pair.s_high_ppm + pair.t_a_high_ppm + pair.t_b_high_ppm, 0);
    end();
}
END_TEST

START_TEST(no_programmes)
{
    begin();
    compute();
    ck_assert_uint_eq(overlap.pair_count + overlap.apart_count, 0);
    end();
}
END_TEST

START_TEST(a_threshold_out_of_range_is_refused)
{
    begin();
    sel_error err = {0};
    sel_overlap_options options = {.top = 1};
    records = sel_records_compute(&study, arena);
    static const uint32_t wrong[] = {0, 10001};
    for (int i = 0; i < 2; i++) {
        model.overlap_threshold_bp = wrong[i];
        ck_assert_int_eq(sel_overlap_compute(&study, &needs, &supplies, &records, &options, arena,
                                             &overlap, &err),
                         SEL_BAD_INPUT);
    }
    end();
}
END_TEST

int main(void)
{
    const TTest *tests[] = {a_whole_overlap,
                            kinds_of_help_and_for_whom,
                            the_floor_of_days,
                            small_in_regional,
                            who_pays,
                            time_outside_the_window,
                            linked_pairs_are_set_apart,
                            decided_pairs,
                            apart_whatever_the_strength,
                            records_count_once,
                            siblings_overlap_but_are_coordinated,
                            two_keys_of_coordination,
                            need_and_concern,
                            partly_unknown_need,
                            money_side_by_side,
                            phases,
                            what_cannot_be_compared,
                            no_programmes,
                            a_threshold_out_of_range_is_refused,
                            NULL};
    return run_tests("overlap", tests);
}
