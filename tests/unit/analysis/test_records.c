#include "analysis/records.h"

#include "check_suite.h"

enum { ROOM = 16 };

/* Records of a small study: donor 0 pays, organisation 10 implements, one place, three years. */
static sel_study_programme programmes[ROOM];
static sel_study_place places[ROOM][4];
static uint32_t donors[ROOM];
static sel_study_party parties[ROOM];
static sel_study_link links[ROOM][3];
static sel_study study;
static sel_arena *arena;

static void begin(void)
{
    arena = sel_arena_create();
    study = (sel_study){.programmes = programmes, .organisation_count = 20};
}

static void end(void)
{
    sel_arena_destroy(arena);
}

static sel_study_programme *add(const char *title)
{
    uint32_t n = study.programme_count++;
    sel_study_programme *p = &programmes[n];
    donors[n] = 0;
    parties[n] = (sel_study_party){.organisation = 10, .role = SEL_ROLE_IMPLEMENTING};
    places[n][0] = (sel_study_place){.recipient = 3, .effort_low = 100, .effort_high = 100};
    *p = (sel_study_programme){.title = sel_str_of(title),
                               .stated_by = SEL_NONE,
                               .twin = SEL_NONE,
                               .dated = true,
                               .start_low = 18000,
                               .start_high = 18000,
                               .end_low = 19000,
                               .end_high = 19000,
                               .places = places[n],
                               .place_count = 1,
                               .donors = &donors[n],
                               .donor_count = 1,
                               .parties = &parties[n],
                               .party_count = 1,
                               .links = links[n]};
    return p;
}

static void join(uint32_t from, sel_link_kind kind, uint32_t to)
{
    links[from][programmes[from].link_count++] = (sel_study_link){kind, to};
}

static sel_records decide(void)
{
    return sel_records_compute(&study, arena);
}

static void check_same(const sel_records *records, uint32_t i, uint32_t kept, uint32_t other,
                       bool certain, const char *reason)
{
    ck_assert_uint_lt(i, records->same_count);
    ck_assert_uint_eq(records->same[i].kept, kept);
    ck_assert_uint_eq(records->same[i].other, other);
    ck_assert_int_eq(records->same[i].certain, certain);
    ck_assert_str_eq(records->same[i].reason, reason);
}

static const char *const title_a = "Strengthening incident response in the islands";
static const char *const title_b = "Judicial training on electronic evidence";

START_TEST(unlike_records_stand_for_themselves)
{
    begin();
    add(title_a);
    add(title_b);
    sel_records records = decide();
    ck_assert_uint_eq(records.same_count, 0);
    ck_assert(records.counted[0] && records.counted[1]);
    ck_assert_uint_eq(records.kept[1], 1);
    end();
}
END_TEST

START_TEST(a_link_joins)
{
    begin();
    add(title_a);
    add(title_b);
    join(1, SEL_LINK_SAME, 0);
    sel_records records = decide();
    check_same(&records, 0, 0, 1, true, "link");
    ck_assert(records.counted[0] && !records.counted[1]);
    ck_assert_uint_eq(records.told_by[1], 0);
    end();
}
END_TEST

/* A chain of links is one programme; the best record stands for it. */
START_TEST(the_best_record_stands_for_all)
{
    begin();
    add(title_a)->dated = false;
    add(title_b);
    add(title_a)->money_known = true;
    join(0, SEL_LINK_SAME, 1);
    join(1, SEL_LINK_SAME, 2);
    sel_records records = decide();
    ck_assert_uint_eq(records.same_count, 2);
    for (uint32_t p = 0; p < 3; p++)
        ck_assert_uint_eq(records.kept[p], 2);
    end();
}
END_TEST

/* Its donor's own answer adds to a register's record, however little that one says. */
START_TEST(a_register_stands_before_a_donors_answer)
{
    begin();
    sel_study_programme *answer = add(title_a);
    answer->donor_answer = true;
    answer->money_known = true;
    add(title_b)->dated = false;
    sel_study_programme *statement = add(title_a);
    statement->stated_by = 3;
    join(0, SEL_LINK_SAME, 1);
    join(2, SEL_LINK_SAME, 0);
    sel_records records = decide();
    for (uint32_t p = 0; p < 3; p++)
        ck_assert_uint_eq(records.kept[p], 1);
    ck_assert(!records.counted[0] && records.counted[1] && !records.counted[2]);
    programmes[0].link_count = 0; /* no register has it: it is counted, the statement is not */
    links[2][0].other = 0;
    records = decide();
    ck_assert(records.counted[0] && !records.counted[2]);
    end();
}
END_TEST

START_TEST(a_recipients_statement_is_not_counted)
{
    begin();
    add(title_a)->dated = false; /* the donor's says less, and is kept all the same */
    sel_study_programme *statement = add(title_b);
    statement->stated_by = 3;
    statement->twin = 0;
    programmes[0].twin = 1;
    add(title_b)->stated_by = 4; /* stated by the recipient only: counted */
    programmes[2].end_low = programmes[2].end_high = 25000;
    sel_records records = decide();
    check_same(&records, 0, 0, 1, true, "twin");
    ck_assert(records.counted[2]);
    end();
}
END_TEST

START_TEST(structure_joins)
{
    begin();
    add(title_a);
    sel_study_programme *other = add("STRENGTHENING incident response in the Islands!");
    other->start_low += 62;
    other->start_high += 62;
    other->end_low -= 122;
    other->end_high -= 122;
    sel_records records = decide();
    check_same(&records, 0, 0, 1, true, "structure");
    other->start_low += 1; /* one day more on one end of the range */
    ck_assert_uint_eq(decide().same_count, 0);
    end();
}
END_TEST

START_TEST(ends_that_differ_are_for_review)
{
    begin();
    add(title_a);
    programmes[0].end_high = programmes[0].end_low = 19000;
    add(title_a);
    programmes[1].end_high = programmes[1].end_low = 19123;
    sel_records records = decide();
    check_same(&records, 0, 0, 1, false, "ends-differ");
    ck_assert(records.counted[1]);
    places[1][0].recipient = 4;
    ck_assert_uint_eq(decide().same_count, 0);
    end();
}
END_TEST

START_TEST(a_party_in_common_is_needed)
{
    begin();
    add(title_a);
    add(title_a);
    donors[1] = 5;
    sel_records records = decide();
    check_same(&records, 0, 0, 1, true, "structure"); /* the implementer is in common */
    parties[1].organisation = 11;
    ck_assert_uint_eq(decide().same_count, 0);
    donors[1] = 0;
    records = decide();
    check_same(&records, 0, 0, 1, false, "implementers-differ");
    donors[1] = 10; /* who pays for one and implements the other is not a party in common */
    ck_assert_uint_eq(decide().same_count, 0);
    donors[1] = 0;
    programmes[1].party_count = 0; /* not named: no contradiction */
    records = decide();
    check_same(&records, 0, 0, 1, true, "structure");
    end();
}
END_TEST

START_TEST(numbers_in_titles)
{
    begin();
    add("Incident response training phase 1");
    add("Incident response training phase 2");
    sel_records records = decide();
    check_same(&records, 0, 0, 1, false, "numbers-differ");
    end();
}
END_TEST

/* 7/10 of the larger effort: 70 of 100 in common is enough, 69 is not. */
START_TEST(places_in_common)
{
    begin();
    add(title_a);
    add(title_a);
    places[0][0].effort_high = 70;
    places[0][1] = (sel_study_place){.recipient = 5, .effort_high = 30};
    places[1][0].effort_high = 70;
    programmes[0].place_count = 2;
    ck_assert_uint_eq(decide().same_count, 1);
    places[0][0].effort_high = 69;
    places[0][1].effort_high = 31;
    ck_assert_uint_eq(decide().same_count, 0);
    end();
}
END_TEST

/* Monthly sessions told alike: none is joined to one that is itself joined. */
START_TEST(likeness_does_not_chain)
{
    begin();
    for (int session = 0; session < 6; session++) {
        sel_study_programme *p = add(title_a);
        p->start_low = p->start_high = 18000 + 40 * session;
        p->end_low = p->end_high = 19000 + 40 * session;
    }
    sel_records records = decide();
    static const uint32_t kept[] = {0, 0, 2, 2, 4, 4};
    for (uint32_t p = 0; p < 6; p++)
        ck_assert_uint_eq(records.kept[p], kept[p]);
    end();
}
END_TEST

/* Courses of ten days a month apart are two; six days apart they may be one told twice. */
START_TEST(short_programmes_must_share_half_their_days)
{
    begin();
    add(title_a);
    add(title_a);
    programmes[0].end_low = programmes[0].end_high = 18010;
    programmes[1].start_low = programmes[1].start_high = 18005;
    programmes[1].end_low = programmes[1].end_high = 18015;
    ck_assert_uint_eq(decide().same_count, 1);
    programmes[1].start_low = programmes[1].start_high = 18006;
    programmes[1].end_low = programmes[1].end_high = 18016;
    ck_assert_uint_eq(decide().same_count, 0);
    end();
}
END_TEST

START_TEST(what_registers_declare_wins)
{
    static const sel_link_kind kinds[] = {SEL_LINK_SIBLING, SEL_LINK_COFUNDED, SEL_LINK_SUCCESSOR};
    for (int i = 0; i < 3; i++) {
        begin();
        add(title_a);
        add(title_a);
        join(1, kinds[i], 0);
        ck_assert_uint_eq(decide().same_count, 0);
        end();
    }
    begin();
    add(title_a);
    add(title_a);
    add(title_b)->dated = false;
    join(0, SEL_LINK_PARENT, 2); /* two parts of one whole */
    join(1, SEL_LINK_PARENT, 2);
    ck_assert_uint_eq(decide().same_count, 0);
    end();
}
END_TEST

/* CyberSouth as three sources tell it: ends Dec 2021, Dec 2023, and "2021". */
static sel_records real_triple(uint32_t recipients)
{
    begin();
    static const char *const titles[] = {
        "CyberSouth - Cooperation on Cybercrime in the Southern Neighbourhood Region",
        "CyberSouth - Cooperation on cybercrime in the Southern Neighbourhood",
        "CyberSouth - Cooperation on cybercrime in the Southern Neighbourhood"};
    for (int i = 0; i < 3; i++) {
        sel_study_programme *p = add(titles[i]);
        p->place_count = recipients;
        for (uint32_t place = 0; place < recipients; place++)
            places[i][place] = (sel_study_place){
                .recipient = (uint16_t)(3 + place), .effort_low = 100, .effort_high = 100};
        p->start_low = sel_day_of(2017, 6, 1);
        p->start_high = sel_day_of(2017, 6, 30);
        int year = i == 1 ? 2023 : 2021;
        p->end_low = sel_day_of(year, 12, 1) + 1;
        p->end_high = sel_day_of(year + 1, 1, 1);
    }
    programmes[2].start_low = sel_day_of(2017, 1, 1);
    programmes[2].start_high = sel_day_of(2017, 12, 31);
    programmes[2].end_low = sel_day_of(2021, 1, 1) + 1;
    return decide();
}

/* With two recipients it may be two projects; with four it is one, whatever its end. */
START_TEST(a_real_triple)
{
    sel_records records = real_triple(2);
    ck_assert_uint_eq(records.same_count, 2);
    check_same(&records, 0, 0, 1, false, "ends-differ");
    check_same(&records, 1, 0, 2, false, "dates");
    for (int i = 0; i < 3; i++)
        ck_assert(records.counted[i]);
    end();
    records = real_triple(4);
    check_same(&records, 0, 0, 1, true, "ends-differ");
    check_same(&records, 1, 0, 2, true, "dates");
    ck_assert_uint_eq(records.same[0].differ, SEL_DIFFER_END);
    ck_assert_uint_eq(records.same[1].differ, 0); /* "2017 to 2021" holds June 2017 to Dec 2021 */
    parties[2].organisation = 11;
    records = decide();
    check_same(&records, 1, 0, 2, false, "dates");
    end();
}
END_TEST

START_TEST(unknown_dates_are_for_review)
{
    begin();
    add(title_a);
    add(title_a)->dated = false;
    sel_records records = decide();
    check_same(&records, 0, 0, 1, false, "dates");
    donors[1] = 4; /* without the donor in common nothing is said */
    ck_assert_uint_eq(decide().same_count, 0);
    donors[1] = 0;
    places[1][0].recipient = 4;
    ck_assert_uint_eq(decide().same_count, 0);
    end();
}
END_TEST

/* "2010 to 2011" cannot be the programme of 2019 to 2021, however alike. */
START_TEST(dates_that_contradict_are_not_for_review)
{
    begin();
    add(title_a);
    sel_study_programme *p = add(title_a);
    p->start_low = 14610;
    p->start_high = 14974;
    p->end_low = 14976;
    p->end_high = 15340;
    ck_assert_uint_eq(decide().same_count, 0);
    p->end_high = 18001; /* one day in common */
    ck_assert_uint_eq(decide().same_count, 1);
    end();
}
END_TEST

START_TEST(parent_and_children_are_one_amount)
{
    begin();
    add(title_a);
    add(title_b);
    add("Another part about awareness");
    join(1, SEL_LINK_PARENT, 0);
    join(0, SEL_LINK_CHILD, 2);
    sel_records records = decide();
    ck_assert_uint_eq(records.same_count, 2);
    check_same(&records, 0, 0, 1, true, "parent");
    check_same(&records, 1, 0, 2, true, "parent");
    ck_assert_uint_eq(records.told_by[1], 1); /* not the same programme */
    programmes[0].dated = false;              /* then the parts count */
    records = decide();
    ck_assert_uint_eq(records.same_count, 0);
    ck_assert(records.counted[0] && records.counted[1] && records.counted[2]);
    end();
}
END_TEST

/* What is said of two records of a part is not said of the whole. */
START_TEST(two_records_of_a_part_are_not_the_whole)
{
    begin();
    add(title_a);
    add(title_b);
    add("Another part about awareness");
    join(1, SEL_LINK_PARENT, 0);
    join(1, SEL_LINK_SAME, 2);
    sel_records records = decide();
    ck_assert_uint_eq(records.same_count, 2);
    check_same(&records, 0, 0, 1, true, "parent");
    check_same(&records, 1, 1, 2, true, "link");
    ck_assert_uint_eq(records.kept[2], 0);
    end();
}
END_TEST

START_TEST(grandparents_reach_over_parents_without_dates)
{
    begin();
    add(title_a);
    add(title_b)->dated = false;
    add("Another part about awareness");
    join(1, SEL_LINK_PARENT, 0);
    join(2, SEL_LINK_PARENT, 1);
    sel_records records = decide();
    ck_assert_uint_eq(records.kept[2], 0);
    ck_assert_uint_eq(records.kept[1], 0);
    end();
}
END_TEST

START_TEST(chains_keep_the_larger_amount)
{
    begin();
    add(title_a);
    add(title_b);
    for (uint32_t p = 0; p < 2; p++) {
        programmes[p].money_known = true;
        programmes[p].money_low = programmes[p].money_high = 1000 * (p + 1);
    }
    join(0, SEL_LINK_CHAIN, 1);
    sel_records records = decide();
    check_same(&records, 0, 1, 0, true, "chain");
    programmes[1].money_known = false;
    records = decide();
    check_same(&records, 0, 0, 1, true, "chain");
    end();
}
END_TEST

/* Who pays is said: amounts do not matter. */
START_TEST(chains_keep_the_end_that_pays)
{
    static const sel_link_kind kinds[] = {SEL_LINK_UPSTREAM, SEL_LINK_DOWNSTREAM};
    for (uint32_t kind = 0; kind < 2; kind++) {
        begin();
        add(title_a);
        add(title_b);
        for (uint32_t p = 0; p < 2; p++) {
            programmes[p].money_known = true;
            programmes[p].money_low = programmes[p].money_high = 1000 * (2 - p + kind * 2 * p);
        }
        join(0, kinds[kind], 1);
        sel_records records = decide();
        check_same(&records, 0, kind == 0 ? 1 : 0, kind == 0 ? 0 : 1, true, "chain");
        end();
    }
}
END_TEST

START_TEST(circles_are_cut_above_the_best)
{
    begin();
    add(title_a);
    add(title_b)->money_known = true;
    add("Another part about awareness");
    join(0, SEL_LINK_PARENT, 1);
    join(1, SEL_LINK_PARENT, 2);
    join(2, SEL_LINK_PARENT, 0);
    sel_records records = decide();
    for (uint32_t p = 0; p < 3; p++)
        ck_assert_uint_eq(records.kept[p], 1);
    end();
}
END_TEST

/* --- what people decided --- */

static sel_record_decision decisions[4];

static void decide_that(uint32_t a, uint32_t b, sel_record_verdict verdict)
{
    decisions[study.decision_count++] = (sel_record_decision){a, b, verdict};
    study.decisions = decisions;
}

START_TEST(a_decision_joins)
{
    begin();
    add(title_a);
    add(title_b);
    decide_that(0, 1, SEL_RECORDS_SAME);
    sel_records records = decide();
    check_same(&records, 0, 0, 1, true, "decision");
    ck_assert(!records.same[0].weighed);
    ck_assert(records.counted[0] && !records.counted[1]);
    end();
}
END_TEST

START_TEST(a_decision_keeps_apart_what_looks_the_same)
{
    begin();
    add(title_a);
    add(title_a);
    ck_assert(!decide().counted[1]);
    decide_that(0, 1, SEL_RECORDS_DIFFERENT);
    sel_records records = decide();
    ck_assert_uint_eq(records.same_count, 0); /* joined no more, and waiting for nobody */
    ck_assert(records.counted[0] && records.counted[1]);
    ck_assert_int_eq(sel_records_decision(&records, 1, 0)->verdict, SEL_RECORDS_DIFFERENT);
    end();
}
END_TEST

START_TEST(a_decision_outweighs_links_of_every_kind)
{
    static const sel_link_kind kinds[] = {SEL_LINK_SAME, SEL_LINK_PARENT, SEL_LINK_CHILD,
                                          SEL_LINK_CHAIN, SEL_LINK_UPSTREAM};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        begin();
        add(title_a);
        add(title_b);
        join(0, kinds[i], 1);
        decide_that(0, 1, i % 2 == 0 ? SEL_RECORDS_DIFFERENT : SEL_RECORDS_RELATED);
        sel_records records = decide();
        ck_assert_uint_eq(records.same_count, 0);
        ck_assert(records.counted[0] && records.counted[1]);
        end();
    }
}
END_TEST

/* 0 and 1 are linked, 1 and 2 too; that 0 and 2 are different keeps 2 out of their group. */
START_TEST(a_chain_does_not_get_around_a_decision)
{
    begin();
    add(title_a);
    add(title_b);
    add("Another part about awareness");
    join(0, SEL_LINK_SAME, 1);
    join(1, SEL_LINK_SAME, 2);
    decide_that(0, 2, SEL_RECORDS_DIFFERENT);
    sel_records records = decide();
    ck_assert_uint_eq(records.told_by[1], 0);
    ck_assert_uint_eq(records.told_by[2], 2);
    ck_assert_int_eq(sel_records_decision(&records, 1, 2)->verdict, SEL_RECORDS_DIFFERENT);
    end();
}
END_TEST

/* --- groups --- */

static void name_register(uint32_t record, const char *name)
{
    programmes[record].register_name = sel_str_of(name);
}

START_TEST(two_records_of_one_register_wait_for_somebody)
{
    begin();
    add(title_a);
    add(title_a);
    name_register(0, "aid");
    name_register(1, "cybil");
    sel_records records = decide();
    check_same(&records, 0, 0, 1, true, "structure");
    ck_assert(records.same[0].weighed);
    /* dates 14, title 12, implementer 6 (258 / 3), donor 2 (18 / 3), prior -14 */
    ck_assert_int_eq(records.same[0].sum, 2000);
    name_register(1, "aid");
    records = decide();
    check_same(&records, 0, 0, 1, false, "one-register");
    ck_assert_int_eq(records.same[0].sum, 1700);
    end();
}
END_TEST

/* 0 and 1 are nearest and are joined first; 2 is the same as either, but stands in the register of
 * 1, so it waits. */
START_TEST(a_group_holds_one_record_of_a_register)
{
    begin();
    for (int i = 0; i < 3; i++)
        add(title_a);
    name_register(0, "aid");
    name_register(1, "cybil");
    name_register(2, "cybil");
    programmes[2].start_low += 5;
    programmes[2].start_high += 5;
    sel_records records = decide();
    ck_assert_uint_eq(records.same_count, 2);
    check_same(&records, 0, 0, 1, true, "structure");
    check_same(&records, 1, 0, 2, false, "others-differ");
    end();
}
END_TEST

START_TEST(no_records)
{
    begin();
    ck_assert_uint_eq(decide().same_count, 0);
    end();
}
END_TEST

int main(void)
{
    const TTest *tests[] = {unlike_records_stand_for_themselves,
                            a_register_stands_before_a_donors_answer,
                            a_link_joins,
                            the_best_record_stands_for_all,
                            a_recipients_statement_is_not_counted,
                            structure_joins,
                            ends_that_differ_are_for_review,
                            a_party_in_common_is_needed,
                            numbers_in_titles,
                            places_in_common,
                            likeness_does_not_chain,
                            short_programmes_must_share_half_their_days,
                            what_registers_declare_wins,
                            a_real_triple,
                            unknown_dates_are_for_review,
                            dates_that_contradict_are_not_for_review,
                            parent_and_children_are_one_amount,
                            two_records_of_a_part_are_not_the_whole,
                            grandparents_reach_over_parents_without_dates,
                            chains_keep_the_larger_amount,
                            chains_keep_the_end_that_pays,
                            circles_are_cut_above_the_best,
                            a_decision_joins,
                            a_decision_keeps_apart_what_looks_the_same,
                            a_decision_outweighs_links_of_every_kind,
                            a_chain_does_not_get_around_a_decision,
                            two_records_of_one_register_wait_for_somebody,
                            a_group_holds_one_record_of_a_register,
                            no_records,
                            NULL};
    return run_tests("records", tests);
}
