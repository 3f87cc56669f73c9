/* Expected weights are those of the table in resemblance_weights.h, put down here by hand. */
#include "analysis/resemblance.h"

#include "check_suite.h"

enum { ORGANISATIONS = 8 };

/* Two records of which nothing is known; tests fill in what they ask about. */
static sel_study_programme records[2];
static sel_study_place places[2][4];
static uint32_t donors[2][2];
static sel_study_party parties[2][2];
static uint32_t donor_bearers[ORGANISATIONS];
static uint32_t implementer_bearers[ORGANISATIONS];
static sel_rarity rarity;
static sel_study study;

static void begin(void)
{
    memset(donor_bearers, 0, sizeof donor_bearers);
    memset(implementer_bearers, 0, sizeof implementer_bearers);
    rarity =
        (sel_rarity){.records = 100, .donors = donor_bearers, .implementers = implementer_bearers};
    for (int i = 0; i < 2; i++)
        records[i] = (sel_study_programme){.stated_by = SEL_NONE,
                                           .twin = SEL_NONE,
                                           .places = places[i],
                                           .donors = donors[i],
                                           .parties = parties[i]};
    study = (sel_study){.programmes = records, .programme_count = 2};
}

/* What the two records say of a trait, in either order. */
static void check_trait(sel_trait trait, sel_finding_of_pair found, int weight)
{
    sel_resemblance r = sel_resemblance_of(&study, &rarity, 0, 1);
    sel_resemblance back = sel_resemblance_of(&study, &rarity, 1, 0);
    ck_assert_int_eq(r.traits[trait].found, found);
    ck_assert_int_eq(r.traits[trait].weight, weight);
    ck_assert_int_eq(back.traits[trait].found, found);
    ck_assert_int_eq(back.traits[trait].weight, weight);
    int sum = 0;
    for (int i = 0; i < SEL_TRAIT_COUNT; i++)
        sum += r.traits[i].weight;
    ck_assert_int_eq(r.sum, sum);
    ck_assert_int_eq(back.sum, sum);
}

static void start(int i, sel_day low, sel_day high)
{
    records[i].dated = true;
    records[i].start_low = low;
    records[i].start_high = high;
    records[i].end_low = low + 1000;
    records[i].end_high = high + 1000;
}

START_TEST(nothing_known_says_nothing)
{
    begin();
    sel_resemblance r = sel_resemblance_of(&study, &rarity, 0, 1);
    for (int i = 1; i < SEL_TRAIT_COUNT; i++)
        ck_assert_int_eq(r.traits[i].found, SEL_FOUND_NOTHING);
    ck_assert_int_eq(r.sum, -1400);
}
END_TEST

START_TEST(starts)
{
    static const struct {
        sel_day shift;
        sel_finding_of_pair found;
        int weight;
    } cases[] = {{0, SEL_FOUND_START_DAY, 700},
                 {7, SEL_FOUND_START_WEEK, 300},
                 {8, SEL_FOUND_START_NEAR, 0},
                 {-62, SEL_FOUND_START_NEAR, 0},
                 {63, SEL_FOUND_START_FAR, -300}};
    begin();
    sel_day day = sel_day_of(2017, 6, 15);
    start(0, day, day);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        start(1, day + cases[i].shift, day + cases[i].shift);
        check_trait(SEL_TRAIT_START, cases[i].found, cases[i].weight);
    }
    sel_day new_year = sel_day_of(2017, 1, 1);
    start(0, new_year, new_year);
    start(1, new_year, new_year);
    check_trait(SEL_TRAIT_START, SEL_FOUND_START_YEAR_DAY, 200);
}
END_TEST

START_TEST(starts_that_are_not_known_to_the_day)
{
    begin();
    start(0, sel_day_of(2017, 6, 1), sel_day_of(2017, 6, 30));
    start(1, sel_day_of(2017, 6, 30), sel_day_of(2017, 6, 30));
    check_trait(SEL_TRAIT_START, SEL_FOUND_START_MONTH, 300);
    start(1, sel_day_of(2017, 8, 31), sel_day_of(2017, 8, 31)); /* 62 days after 30 June */
    check_trait(SEL_TRAIT_START, SEL_FOUND_START_NEAR, 0);
    start(1, sel_day_of(2017, 9, 1), sel_day_of(2017, 9, 1));
    check_trait(SEL_TRAIT_START, SEL_FOUND_START_FAR, -300);
    start(1, sel_day_of(2017, 1, 1), sel_day_of(2017, 12, 31));
    check_trait(SEL_TRAIT_START, SEL_FOUND_START_YEAR, 100);
    start(1, sel_day_of(2016, 1, 1), sel_day_of(2017, 12, 31)); /* two years say nothing */
    check_trait(SEL_TRAIT_START, SEL_FOUND_NOTHING, 0);
}
END_TEST

START_TEST(ends)
{
    static const struct {
        sel_day shift;
        sel_finding_of_pair found;
        int weight;
    } cases[] = {{0, SEL_FOUND_END_DAY, 700},   {-7, SEL_FOUND_END_WEEK, 300},
                 {62, SEL_FOUND_END_NEAR, 100}, {63, SEL_FOUND_NOTHING, 0},
                 {-122, SEL_FOUND_NOTHING, 0},  {123, SEL_FOUND_END_FAR, -300}};
    begin();
    sel_day day = sel_day_of(2017, 6, 15);
    start(0, day, day);
    start(1, day, day);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        records[1].end_low = records[1].end_high = records[0].end_high + cases[i].shift;
        check_trait(SEL_TRAIT_END, cases[i].found, cases[i].weight);
    }
    for (int i = 0; i < 2; i++) /* until 31 December */
        records[i].end_low = records[i].end_high = sel_day_of(2021, 1, 1);
    check_trait(SEL_TRAIT_END, SEL_FOUND_END_YEAR_DAY, 200);
}
END_TEST

START_TEST(amounts)
{
    static const struct {
        int64_t a;
        int64_t b;
        sel_finding_of_pair found;
        int weight;
    } cases[] = {{123456700, 123456700, SEL_FOUND_MONEY_SAME, 900},
                 {200000000, 200000000, SEL_FOUND_MONEY_ROUND, 500},
                 {100000000, 112000000, SEL_FOUND_MONEY_NEAR, 300},
                 {100000000, 112000001, SEL_FOUND_MONEY_OTHER, -300},
                 {100000000, 0, SEL_FOUND_NOTHING, 0}};
    begin();
    records[0].money_known = records[1].money_known = true;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        records[0].money_low = records[0].money_high = cases[i].a;
        records[1].money_low = records[1].money_high = cases[i].b;
        check_trait(SEL_TRAIT_MONEY, cases[i].found, cases[i].weight);
    }
    records[1].money_known = false;
    check_trait(SEL_TRAIT_MONEY, SEL_FOUND_NOTHING, 0);
}
END_TEST

static void implement(int i, uint32_t organisation)
{
    parties[i][0] = (sel_study_party){.organisation = organisation, .role = SEL_ROLE_IMPLEMENTING};
    records[i].party_count = 1;
}

/* (100 + 256) / (4 + 1) = 71.2: six whole bits; (100 + 256) / (100 + 1): one. */
START_TEST(implementers_say_more_when_few_records_have_them)
{
    begin();
    implement(0, 5);
    check_trait(SEL_TRAIT_IMPLEMENTER, SEL_FOUND_NOTHING, 0);
    implement(1, 5);
    implementer_bearers[5] = 4;
    check_trait(SEL_TRAIT_IMPLEMENTER, SEL_FOUND_IMPLEMENTER, 600);
    implementer_bearers[5] = 100;
    check_trait(SEL_TRAIT_IMPLEMENTER, SEL_FOUND_IMPLEMENTER, 100);
    rarity.records = 1000000; /* 1000256 / 101: thirteen bits, and no more than eight count */
    check_trait(SEL_TRAIT_IMPLEMENTER, SEL_FOUND_IMPLEMENTER, 800);
    implement(1, 6);
    check_trait(SEL_TRAIT_IMPLEMENTER, SEL_FOUND_IMPLEMENTER_OTHER, -200);
    parties[1][1] = (sel_study_party){.organisation = 5, .role = SEL_ROLE_FUNDING};
    records[1].party_count = 2; /* who pays for one does not implement the other */
    check_trait(SEL_TRAIT_IMPLEMENTER, SEL_FOUND_IMPLEMENTER_OTHER, -200);
}
END_TEST

/* (100 + 16) / (9 + 1) = 11.6: three whole bits; of two the rarer counts. */
START_TEST(donors_say_more_when_few_records_have_them)
{
    begin();
    for (int i = 0; i < 2; i++) {
        donors[i][0] = 1;
        donors[i][1] = 3;
        records[i].donor_count = 2;
    }
    donor_bearers[1] = 9;
    donor_bearers[3] = 90;
    check_trait(SEL_TRAIT_DONOR, SEL_FOUND_DONOR, 300);
    donors[1][0] = 2;
    check_trait(SEL_TRAIT_DONOR, SEL_FOUND_DONOR, 0); /* 116 / 91 */
    donors[1][1] = 4;
    check_trait(SEL_TRAIT_DONOR, SEL_FOUND_DONOR_OTHER, -200);
    ck_assert(sel_parties_exclude(&records[0], &records[1]));
    records[1].donor_count = 0;
    check_trait(SEL_TRAIT_DONOR, SEL_FOUND_NOTHING, 0);
    ck_assert(!sel_parties_exclude(&records[0], &records[1]));
}
END_TEST

START_TEST(identifiers)
{
    begin();
    records[0].id = SEL_STR("GI-1407");
    records[1].id = SEL_STR("gi-1407");
    check_trait(SEL_TRAIT_ID, SEL_FOUND_ID, 1000);
    records[1].id = SEL_STR("P7");
    records[1].title = SEL_STR("Training (GI-1407), part");
    check_trait(SEL_TRAIT_ID, SEL_FOUND_ID, 1000);
    records[1].title = SEL_STR("Training GI-14075");
    check_trait(SEL_TRAIT_ID, SEL_FOUND_NOTHING, 0);
    records[0].id = records[1].id = SEL_STR("12"); /* everybody counts from 1 */
    check_trait(SEL_TRAIT_ID, SEL_FOUND_NOTHING, 0);
}
END_TEST

START_TEST(kinds_and_for_whom)
{
    begin();
    records[0].kinds = records[0].for_whom = 3;
    check_trait(SEL_TRAIT_KINDS, SEL_FOUND_NOTHING, 0);
    records[1].kinds = records[1].for_whom = 3;
    check_trait(SEL_TRAIT_KINDS, SEL_FOUND_KINDS_SAME, 150);
    check_trait(SEL_TRAIT_WHOM, SEL_FOUND_WHOM_SAME, 200);
    records[1].kinds = records[1].for_whom = 6;
    check_trait(SEL_TRAIT_KINDS, SEL_FOUND_NOTHING, 0);
    records[1].kinds = records[1].for_whom = 4;
    check_trait(SEL_TRAIT_KINDS, SEL_FOUND_KINDS_OTHER, -300);
    check_trait(SEL_TRAIT_WHOM, SEL_FOUND_WHOM_OTHER, -300);
}
END_TEST

static void reach(int i, uint32_t count, uint32_t effort)
{
    for (uint32_t place = 0; place < count; place++)
        places[i][place] = (sel_study_place){
            .recipient = (uint16_t)(place + 1), .effort_low = effort, .effort_high = effort};
    records[i].place_count = count;
}

START_TEST(places_in_common)
{
    begin();
    reach(0, 3, 100);
    reach(1, 3, 10); /* the same three recipients, however much */
    check_trait(SEL_TRAIT_PLACES, SEL_FOUND_PLACES_MANY, 400);
    reach(0, 2, 100);
    reach(1, 2, 98);
    check_trait(SEL_TRAIT_PLACES, SEL_FOUND_PLACES_SEVERAL, 200);
    reach(1, 2, 97);
    check_trait(SEL_TRAIT_PLACES, SEL_FOUND_NOTHING, 0);
    reach(1, 2, 69);
    check_trait(SEL_TRAIT_PLACES, SEL_FOUND_PLACES_OTHER, -200);
    reach(0, 1, 100);
    reach(1, 1, 100); /* one place in common says nothing more */
    check_trait(SEL_TRAIT_PLACES, SEL_FOUND_NOTHING, 0);
}
END_TEST

static void entitle(const char *a, const char *b)
{
    records[0].title = sel_str_of(a);
    records[1].title = sel_str_of(b);
}

START_TEST(titles)
{
    static const struct {
        const char *a;
        const char *b;
        sel_finding_of_pair found;
        int weight;
    } cases[] = {
        {"Incident response training", "INCIDENT response: Training!", SEL_FOUND_TITLE_SAME, 1200},
        {"abcdefghij", "abcdefghix", SEL_FOUND_TITLE_ALIKE, 700}, /* 7 of 9 trigrams */
        /* 20 of 40, which are all of the shorter one's */
        {"Training in incident response for the teams", "Training in incident re",
         SEL_FOUND_TITLE_CUT, 700},
        {"abcdefghijkl", "abcdefghiwxy", SEL_FOUND_TITLE_PARTLY, 300}, /* 7 of 13: .538 */
        {"Training of judges in the islands", "Support for the national police",
         SEL_FOUND_TITLE_OTHER, -1000},
        /* 10 of 39: .256 */
        {"Training of judges on law", "Training of police for chief", SEL_FOUND_TITLE_UNLIKE, -500},
        {"Training of judges in the islands", "Formation des juges dans les îles",
         SEL_FOUND_TITLE_FOREIGN, 0},
        {"Training of judges in the islands", "Обучение судей на островах", SEL_FOUND_TITLE_FOREIGN,
         0},
        {"Judges", "Judges", SEL_FOUND_NOTHING, 0},
        {"", "Training of judges", SEL_FOUND_NOTHING, 0},
    };
    begin();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        entitle(cases[i].a, cases[i].b);
        check_trait(SEL_TRAIT_TITLE, cases[i].found, cases[i].weight);
    }
}
END_TEST

/* A register keeps to one language, so that titles without small words tell too. */
START_TEST(a_register_keeps_to_one_language)
{
    begin();
    entitle("Cybercrime legislation workshop", "Digital forensics equipment");
    check_trait(SEL_TRAIT_TITLE, SEL_FOUND_TITLE_FOREIGN, 0);
    check_trait(SEL_TRAIT_REGISTER, SEL_FOUND_NOTHING, 0);
    records[0].register_name = records[1].register_name = SEL_STR("aid");
    check_trait(SEL_TRAIT_TITLE, SEL_FOUND_TITLE_OTHER, -1000);
    check_trait(SEL_TRAIT_REGISTER, SEL_FOUND_ONE_REGISTER, -300);
}
END_TEST

START_TEST(numbers_in_titles)
{
    begin();
    entitle("Training phase 2", "Training phase II");
    check_trait(SEL_TRAIT_NUMBERS, SEL_FOUND_NUMBERS_SAME, 100);
    entitle("Training phase 2", "Training phase 3");
    check_trait(SEL_TRAIT_NUMBERS, SEL_FOUND_NUMBERS_OTHER, -1000);
    entitle("Training phase 2", "Training");
    check_trait(SEL_TRAIT_NUMBERS, SEL_FOUND_NUMBERS_ONE, -300);
    entitle("Training phase 2", "");
    check_trait(SEL_TRAIT_NUMBERS, SEL_FOUND_NOTHING, 0);
}
END_TEST

/* Signs are rare when 2 to 50 titles have them: here two, then 51. */
START_TEST(rare_signs_in_common)
{
    enum { MANY = 51 };
    static sel_study_programme many[MANY];
    begin();
    entitle("Support to CERT (GI-14) of X", "Appui au CERT GI-14");
    sel_arena *arena = sel_arena_create();
    rarity = sel_rarity_count(&study, arena);
    ck_assert_uint_eq(rarity.rare_count, 2);
    check_trait(SEL_TRAIT_SIGNS, SEL_FOUND_SIGNS, 1000); /* 6 + 4 bits */
    entitle("Support to CERT of X", "Appui au CERT");
    check_trait(SEL_TRAIT_SIGNS, SEL_FOUND_SIGNS, 400);
    for (uint32_t i = 0; i < MANY; i++)
        many[i] = (sel_study_programme){.title = SEL_STR("The CERT of A1B")};
    sel_study other = {.programmes = many, .programme_count = MANY};
    ck_assert_uint_eq(sel_rarity_count(&other, arena).rare_count, 0);
    other.programme_count = MANY - 1;
    ck_assert_uint_eq(sel_rarity_count(&other, arena).rare_count, 2);
    other.programme_count = 1;
    ck_assert_uint_eq(sel_rarity_count(&other, arena).rare_count, 0);
    sel_arena_destroy(arena);
}
END_TEST

/* 4 bits are 16 : 1, 4.25 about 19 : 1. */
START_TEST(probabilities)
{
    ck_assert_uint_eq(sel_resemblance_ppm(0), 500000);
    ck_assert_uint_eq(sel_resemblance_ppm(400), 941176);
    ck_assert_uint_eq(sel_resemblance_ppm(-400), 58824);
    ck_assert_uint_ge(sel_resemblance_ppm(425), 950000);
    ck_assert_uint_lt(sel_resemblance_ppm(424), 950000);
    ck_assert_uint_eq(sel_resemblance_ppm(30000), 999900);
    ck_assert_uint_eq(sel_resemblance_ppm(-30000), 100);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {nothing_known_says_nothing,
                            starts,
                            starts_that_are_not_known_to_the_day,
                            ends,
                            amounts,
                            implementers_say_more_when_few_records_have_them,
                            donors_say_more_when_few_records_have_them,
                            identifiers,
                            kinds_and_for_whom,
                            places_in_common,
                            titles,
                            a_register_keeps_to_one_language,
                            numbers_in_titles,
                            rare_signs_in_common,
                            probabilities,
                            NULL};
    return run_tests("resemblance", tests);
}
