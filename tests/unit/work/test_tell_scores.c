/* What of scores is told, and to whom. Values are computed by hand in each test. */
#include "desk_fixture.h"

#include "work/results.h"

static desk d;
static sel_report report;

static const char answers[] = "country,agency,round,help_d1_2,now_d1_2,wanted_d1_2,importance_d1_2";
static const char records[] = "register,id,title,funder,recipient,capability,start,end,cyber_share";

static void take_register(const char *rows)
{
    sel_import import;
    ck_assert_msg(desk_import(&d, &(sel_import_options){0}, records, rows, &import) == SEL_OK, "%s",
                  d.err.message);
}

/* The assessment must stay where it is: its evidence points into it. */
static void assess(const char *round, sel_assessment *assessment)
{
    sel_day day = sel_day_of(2024, 1, 1);
    const sel_assess_options options = {.as_of = {.known = true, .earliest = day, .latest = day},
                                        .round = round};
    ck_assert_msg(sel_assess_open(d.context, d.store, &options, assessment, &d.err) == SEL_OK, "%s",
                  d.err.message);
}

static sel_score_wish one(const sel_assessment *assessment, sel_level level, const char *text,
                          const char *indicator)
{
    sel_score_wish wish = sel_score_wish_all((sel_subject){0});
    ck_assert_msg(sel_subject_at(assessment, level, sel_str_of(text), &wish.subject, &d.err) ==
                      SEL_OK,
                  "%s", d.err.message);
    wish.indicator = sel_indicator_number(sel_str_of(indicator));
    return wish;
}

static const sel_table *table_of(const char *id)
{
    for (uint32_t i = 0; i < report.section_count; i++)
        for (uint32_t j = 0; j < report.sections[i]->block_count; j++) {
            const sel_block *block = &report.sections[i]->blocks[j];
            if (block->kind == SEL_BLOCK_TABLE && strcmp(block->table->id, id) == 0)
                return block->table;
        }
    ck_abort_msg("there is no table %s", id);
    return NULL;
}

static const sel_cell *cell_of(const sel_table *table, uint32_t row, const char *column)
{
    for (uint32_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].id, column) == 0)
            return sel_table_cell(table, row, i);
    ck_abort_msg("there is no column %s", column);
    return NULL;
}

/* One programme through the whole window at full effort. Round 1: now 1, wanted 3, importance
 * medium: ab = 2·2 = 4, severity 3, m = 1: covered 1. Round 2: 1, 5, vital: ab = 16, severity 5,
 * m = 2: covered 1/2. */
START_TEST(two_rounds_side_by_side)
{
    desk_open(&d);
    take_register("R,1,CERT,Donor,FJI,D1.2,2020-01-01,2030-01-01,100");
    desk_submit(&d, answers, "FJI,CERT,1,much,1,3,medium");
    d.context->now += 86400;
    desk_submit(&d, answers, "FJI,CERT,2,much,1,5,vital");
    sel_assessment newest;
    assess(NULL, &newest);
    sel_assessment first;
    assess("1", &first);
    sel_score_wish wish = one(&newest, SEL_LEVEL_RECIPIENT, "FJI", "a3");
    report = (sel_report){.arena = d.arena};
    sel_tell_comparison(d.context, &(sel_rounds_compared){&newest, &first, &wish, &wish, NULL, "1"},
                        &report);
    const sel_table *table = table_of("indicators");
    ck_assert_uint_eq(table->row_count, 1);
    ck_assert_double_eq_tol(cell_of(table, 0, "value")->real, .5, 1e-9);
    ck_assert_double_eq_tol(cell_of(table, 0, "compared")->real, 1, 1e-9);
    ck_assert_double_eq_tol(cell_of(table, 0, "difference")->real, -.5, 1e-9);
    sel_assess_close(&first);
    sel_assess_close(&newest);
    desk_close(&d);
}
END_TEST

START_TEST(a_round_without_the_subject)
{
    desk_open(&d);
    desk_submit(&d, answers, "FJI,CERT,2,much,1,5,vital");
    sel_assessment newest;
    assess(NULL, &newest);
    sel_assessment first;
    assess("1", &first);
    sel_score_wish wish = one(&newest, SEL_LEVEL_RESPONSE, "FJI", "a3");
    sel_subject subject;
    ck_assert_int_eq(sel_subject_at(&first, SEL_LEVEL_RESPONSE, SEL_STR("FJI"), &subject, &d.err),
                     SEL_NOT_FOUND);
    report = (sel_report){.arena = d.arena};
    sel_tell_comparison(d.context, &(sel_rounds_compared){&newest, &first, &wish, NULL, NULL, "1"},
                        &report);
    const sel_table *table = table_of("indicators");
    ck_assert_str_eq(cell_of(table, 0, "compared")->why, "not-in-round");
    ck_assert_str_eq(cell_of(table, 0, "difference")->why, "not-comparable");
    sel_assess_close(&first);
    sel_assess_close(&newest);
    desk_close(&d);
}
END_TEST

/* A donor that is named like a country is reached by its level. */
START_TEST(a_level_is_what_it_is_called)
{
    desk_open(&d);
    take_register("R,1,CERT,Fiji,TON,D1.2,2020-01-01,2030-01-01,100");
    sel_assessment all;
    assess(NULL, &all);
    sel_subject donor;
    sel_subject recipient;
    ck_assert_int_eq(sel_subject_at(&all, SEL_LEVEL_DONOR, SEL_STR("Fiji"), &donor, &d.err),
                     SEL_OK);
    ck_assert_int_eq(sel_subject_at(&all, SEL_LEVEL_RECIPIENT, SEL_STR("Fiji"), &recipient, &d.err),
                     SEL_OK);
    ck_assert_int_eq(donor.level, SEL_LEVEL_DONOR);
    ck_assert(sel_str_is(all.study->organisations[donor.number].name, "Fiji"));
    ck_assert(sel_str_is(all.study->reference->geography.recipients[recipient.number].code, "FJI"));
    sel_assess_close(&all);
    desk_close(&d);
}
END_TEST

/* Completeness (b8) of four records, then of five, in Melanesia. */
START_TEST(fewer_than_five_are_withheld_from_others)
{
    desk_open(&d);
    take_register("R,1,A,Donor,FJI,D1.2,2020,2030,100\nR,2,B,Donor,PNG,D1.2,2020,2030,100\n"
                  "R,3,C,Donor,SLB,D1.2,2020,2030,100\nR,4,D,Donor,VUT,D1.2,2020,2030,100");
    for (uint32_t records_there = 4; records_there <= 5; records_there++) {
        if (records_there == 5)
            take_register("R,5,E,Donor,VUT,D1.1,2020,2030,100");
        sel_assessment all;
        assess(NULL, &all);
        sel_score_wish wish = one(&all, SEL_LEVEL_REGION, "Melanesia", "b8");
        wish.shared = true;
        ck_assert_int_eq(sel_score_wish_check(&all, &wish, &d.err), SEL_OK);
        report = (sel_report){.arena = d.arena};
        sel_tell_score(d.context, &all, &wish, &report);
        const sel_cell *cell = cell_of(table_of("indicators"), 0, "value");
        if (records_there == 5) {
            ck_assert_int_eq(cell->kind, SEL_CELL_REAL);
        } else {
            ck_assert_str_eq(cell->why, "withheld");
            ck_assert_int_eq(cell_of(table_of("indicators"), 0, "answered")->kind, SEL_CELL_EMPTY);
        }
        sel_assess_close(&all);
    }
    desk_close(&d);
}
END_TEST

/* The mean of two would give away the one. */
START_TEST(a_principle_is_withheld_with_its_indicator)
{
    desk_open(&d);
    take_register("R,1,A,Donor,FJI,D1.2,2020,2030,100\nR,2,B,Other,PNG,D1.2,2020,2030,100");
    sel_assessment all;
    assess(NULL, &all);
    sel_score_wish wish = one(&all, SEL_LEVEL_REGION, "Melanesia", "b8");
    wish.indicator = SEL_NONE;
    for (int shared = 0; shared < 2; shared++) {
        wish.shared = shared == 1;
        sel_score score = sel_score_wished(d.context, &all, &wish);
        ck_assert(sel_score_wish_withholds_principle(d.context, &all, &wish, &score, 1) ==
                  wish.shared);
        ck_assert(!sel_score_wish_withholds_principle(d.context, &all, &wish, &score, 3));
    }
    sel_assess_close(&all);
    desk_close(&d);
}
END_TEST

START_TEST(what_tells_of_one_state_or_donor_stays_with_the_secretariat)
{
    desk_open(&d);
    take_register("R,1,A,Norland,FJI,D1.2,2020,2030,100");
    sel_assessment all;
    assess(NULL, &all);
    const struct {
        sel_level level;
        const char *text;
        bool many;
    } subjects[] = {{SEL_LEVEL_RECIPIENT, "FJI", false},
                    {SEL_LEVEL_PROGRAMME, "R:1", false},
                    {SEL_LEVEL_DONOR, "Norland", false},
                    {SEL_LEVEL_REGION, "Melanesia", true},
                    {SEL_LEVEL_PORTFOLIO, "", true}};
    for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++) {
        sel_score_wish wish = one(&all, subjects[i].level, subjects[i].text, "a1");
        ck_assert_int_eq(sel_score_wish_check(&all, &wish, &d.err), SEL_OK);
        wish.shared = true;
        ck_assert_int_eq(sel_score_wish_check(&all, &wish, &d.err),
                         subjects[i].many ? SEL_OK : SEL_USAGE);
    }
    sel_assess_close(&all);
    desk_close(&d);
}
END_TEST

static const char disclosed[] =
    "register,id,title,funder,recipient,capability,start,end,cyber_share,disclosure";

/* Completeness (b8) of Melanesia's records as one audience is told it. */
static const char *told_to(sel_disclosure audience)
{
    sel_assessment all;
    assess(NULL, &all);
    sel_score_wish wish = one(&all, SEL_LEVEL_REGION, "Melanesia", "b8");
    wish.shared = true;
    wish.audience = audience;
    sel_score score = sel_score_wished(d.context, &all, &wish);
    const char *why = sel_score_wish_withholds(&all, &wish, &score, wish.indicator);
    report = (sel_report){.arena = d.arena};
    sel_tell_score(d.context, &all, &wish, &report);
    const sel_cell *cell = cell_of(table_of("indicators"), 0, "value");
    ck_assert_int_eq(cell->kind, why == NULL ? SEL_CELL_REAL : SEL_CELL_MISSING);
    sel_assess_close(&all);
    return why;
}

static void take_disclosed(const char *rows)
{
    sel_import import;
    ck_assert_msg(desk_import(&d, &(sel_import_options){0}, disclosed, rows, &import) == SEL_OK,
                  "%s", d.err.message);
}

/* Five public records; then one, two and three that only the secretariat may see, each of another
 * donor and another state. One or two could be meant, three are pooled. A second record of the
 * same donors changes nothing. */
START_TEST(hidden_records_are_pooled_over_three_donors_and_states)
{
    static const char *const hidden[] = {"R,6,F,Aland,FJI,D1.1,2020,2030,100,secretariat",
                                         "R,7,G,Bland,PNG,D1.1,2020,2030,100,secretariat",
                                         "R,8,H,Bland,SLB,D1.1,2020,2030,100,secretariat",
                                         "R,9,I,Cland,SLB,D1.1,2020,2030,100,secretariat"};
    desk_open(&d);
    take_disclosed("R,1,A,Donor,FJI,D1.2,2020,2030,100,public\nR,2,B,Donor,PNG,D1.2,2020,2030,100,"
                   "public\nR,3,C,Donor,SLB,D1.2,2020,2030,100,public\nR,4,D,Donor,VUT,D1.2,2020,"
                   "2030,100,public\nR,5,E,Other,VUT,D1.1,2020,2030,100,public");
    ck_assert_ptr_null(told_to(SEL_DISCLOSURE_PUBLIC));
    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++) {
        take_disclosed(hidden[i]);
        const char *why = told_to(SEL_DISCLOSURE_PUBLIC);
        if (i + 1 < sizeof hidden / sizeof hidden[0])
            ck_assert_str_eq(why, "why.withheld-few");
        else
            ck_assert_ptr_null(why);
    }
    desk_close(&d);
}
END_TEST

/* What is circulated is hidden from the public alone; what is sealed, from everybody. */
START_TEST(hidden_from_whom)
{
    desk_open(&d);
    take_disclosed("R,1,A,Donor,FJI,D1.2,2020,2030,100,public\nR,2,B,Donor,PNG,D1.2,2020,2030,100,"
                   "public\nR,3,C,Donor,SLB,D1.2,2020,2030,100,public\nR,4,D,Donor,VUT,D1.2,2020,"
                   "2030,100,public\nR,5,E,Other,VUT,D1.1,2020,2030,100,circulated");
    ck_assert_str_eq(told_to(SEL_DISCLOSURE_PUBLIC), "why.withheld-few");
    ck_assert_ptr_null(told_to(SEL_DISCLOSURE_CIRCULATED));
    take_disclosed("R,6,F,Aland,FJI,D1.1,2020,2030,100,sealed");
    ck_assert_str_eq(told_to(SEL_DISCLOSURE_CIRCULATED), "why.withheld-few");
    desk_close(&d);
}
END_TEST

/* Coverage (a3) of five needs: one state answers for all to see, and one, two, three others for the
 * secretariat, so that there are six needs in the end. */
START_TEST(hidden_answers_are_pooled_over_three_states)
{
    static const char needs[] = "country,agency,round,disclosure,help_d1_1,now_d1_1,wanted_d1_1,"
                                "importance_d1_1,help_d1_2,now_d1_2,wanted_d1_2,importance_d1_2,"
                                "help_d1_3,now_d1_3,wanted_d1_3,importance_d1_3,help_d1_4,now_d1_4,"
                                "wanted_d1_4,importance_d1_4,help_d2_1,now_d2_1,wanted_d2_1,"
                                "importance_d2_1";
    static const char *const states[] = {"VUT", "FJI", "PNG", "SLB"};
    desk_open(&d);
    take_disclosed("R,1,A,Donor,VUT,D1.2,2020,2030,100,public");
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        const char *row = sel_str_printf(d.arena,
                                         "%s,CERT,1,%s,much,1,3,medium,much,1,3,medium,"
                                         "much,1,3,medium,much,1,3,medium,much,1,3,medium",
                                         states[i], i == 0 ? "public" : "secretariat")
                              .ptr;
        desk_submit(&d, needs, row);
        sel_assessment all;
        assess(NULL, &all);
        sel_score_wish wish = one(&all, SEL_LEVEL_REGION, "Melanesia", "a3");
        wish.shared = true;
        sel_score score = sel_score_wished(d.context, &all, &wish);
        ck_assert_int_eq(score.values[wish.indicator].availability, SEL_AVAILABLE);
        const char *why = sel_score_wish_withholds(&all, &wish, &score, wish.indicator);
        if (i == 0 || i == 3)
            ck_assert_msg(why == NULL, "%zu: %s", i, why);
        else
            ck_assert_str_eq(why, "why.withheld-few");
        sel_assess_close(&all);
    }
    desk_close(&d);
}
END_TEST

/* Registers may not have all support there is: coverage can only rise. A response is held against
 * what it lists; a value that is not available is neither; completeness (b8) is of records. */
START_TEST(support_is_what_registers_have)
{
    desk_open(&d);
    take_register("R,1,CERT,Donor,FJI,D1.2,2020-01-01,2030-01-01,100");
    desk_submit(&d, answers, "FJI,CERT,1,much,1,3,medium");
    const struct {
        sel_level level;
        const char *subject;
        const char *indicator;
        const char *word;
    } cases[] = {{SEL_LEVEL_RECIPIENT, "FJI", "a3", "score.at-least"},
                 {SEL_LEVEL_RECIPIENT, "FJI", "b6", "score.gaps-at-most"},
                 {SEL_LEVEL_RECIPIENT, "FJI", "b8", NULL},
                 {SEL_LEVEL_RECIPIENT, "TON", "a3", NULL},
                 {SEL_LEVEL_RESPONSE, "FJI", "a3", NULL}};
    sel_assessment all;
    assess(NULL, &all);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint32_t count;
        sel_score_wish wish = one(&all, cases[i].level, cases[i].subject, cases[i].indicator);
        sel_score score = sel_score_wished(d.context, &all, &wish);
        const char *word =
            sel_score_completeness(sel_indicators(&count)[wish.indicator], &score, wish.indicator);
        if (cases[i].word == NULL)
            ck_assert_ptr_null(word);
        else
            ck_assert_str_eq(word, cases[i].word);
    }
    sel_assess_close(&all);
    desk_close(&d);
}
END_TEST

/* Of two programmes one says who buys, of three one: half, and less than half. Nothing is said of
 * who took part. */
START_TEST(what_a_principle_rests_on)
{
    static const char tied[] =
        "register,id,title,funder,recipient,capability,start,end,cyber_share,tied";
    desk_open(&d);
    for (int records_there = 2; records_there <= 3; records_there++) {
        sel_import import;
        const char *rows = records_there == 2 ? "R,1,A,Donor,FJI,D1.2,2020,2030,100,untied\n"
                                                "R,2,B,Donor,FJI,D1.1,2020,2030,100,"
                                              : "R,3,C,Donor,FJI,D1.3,2020,2030,100,";
        ck_assert_int_eq(desk_import(&d, &(sel_import_options){0}, tied, rows, &import), SEL_OK);
        sel_assessment all;
        assess(NULL, &all);
        sel_score_wish wish = one(&all, SEL_LEVEL_RECIPIENT, "FJI", "c4");
        wish.indicator = SEL_NONE;
        sel_score score = sel_score_wished(d.context, &all, &wish);
        ck_assert_str_eq(sel_score_footing_word(d.context, &score, 2),
                         records_there == 2 ? "reliability.weak" : "why.no-indicator-available");
        ck_assert_str_eq(sel_score_footing_word(d.context, &score, 3), "why.nothing-known");
        sel_assess_close(&all);
    }
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        two_rounds_side_by_side,
        a_round_without_the_subject,
        a_level_is_what_it_is_called,
        fewer_than_five_are_withheld_from_others,
        a_principle_is_withheld_with_its_indicator,
        what_tells_of_one_state_or_donor_stays_with_the_secretariat,
        hidden_records_are_pooled_over_three_donors_and_states,
        hidden_from_whom,
        hidden_answers_are_pooled_over_three_states,
        support_is_what_registers_have,
        what_a_principle_rests_on,
        NULL,
    };
    return run_tests("tell_scores", tests);
}
