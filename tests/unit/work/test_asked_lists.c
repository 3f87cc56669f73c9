/* Lists that people ask for after a round: what stands in each is worked out by hand from the few
 * answers and records of its test. */
#include "desk_fixture.h"

#include "work/lists.h"

static desk d;
static sel_report report;

static void submit(const char *header, const char *rows)
{
    sel_intake intake = desk_submit(&d, header, rows);
    for (uint32_t i = 0; i < intake.issues.group_count && !intake.stored; i++)
        fprintf(stderr, "%s\n", intake.issues.groups[i]->places[0].code);
    ck_assert(intake.stored);
    d.context->now += 86400;
}

static void take_register(const char *header, const char *rows)
{
    sel_import import;
    ck_assert_msg(desk_import(&d, &(sel_import_options){0}, header, rows, &import) == SEL_OK, "%s",
                  d.err.message);
}

/* The clock of the fixture stands in January 2027. */
static void tell(const char *name)
{
    sel_day day = sel_day_of(2027, 3, 1);
    report = (sel_report){.arena = d.arena};
    sel_status status =
        sel_tell_list(d.context, d.store, name,
                      (sel_days){.known = true, .earliest = day, .latest = day}, &report, &d.err);
    ck_assert_msg(status == SEL_OK, "%s", d.err.message);
}

static const sel_table *table_of(uint32_t section)
{
    ck_assert_uint_lt(section, report.section_count);
    return report.sections[section]->blocks[0].table;
}

static const sel_cell *cell(uint32_t section, uint32_t row, const char *column)
{
    const sel_table *table = table_of(section);
    ck_assert_uint_lt(row, table->row_count);
    for (uint32_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].id, column) == 0)
            return sel_table_cell(table, row, i);
    ck_abort_msg("there is no column %s", column);
    return NULL;
}

static void expect(uint32_t section, uint32_t row, const char *column, const char *text)
{
    sel_str found = cell(section, row, column)->text;
    ck_assert_msg(sel_str_is(found, text), "%s: '%.*s', not '%s'", column, SEL_STR_ARG(found),
                  text);
}

/* Row of a recipient, or SEL_NONE. */
static uint32_t row_of(uint32_t section, const char *code)
{
    for (uint32_t i = 0; i < table_of(section)->row_count; i++)
        if (sel_str_is(cell(section, i, "recipient")->text, code))
            return i;
    return SEL_NONE;
}

static const char needs[] = "country,agency,round,help_d1_2,now_d1_2,wanted_d1_2,importance_d1_2";
static const char records[] = "register,id,title,funder,recipient,capability,start,end,cyber_share";

START_TEST(a_store_without_anything)
{
    static const char *const names[] = {"without-support", "unmet-requests", "shared-mandates",
                                        "peers",           "sponsorship",    "operators"};
    desk_open(&d);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        tell(names[i]);
        ck_assert_uint_eq(table_of(0)->row_count, 0);
    }
    tell("yet-to-take-part");
    ck_assert_uint_eq(table_of(0)->row_count, 193);
    desk_close(&d);
}
END_TEST

/* Fiji took part and is supported; Tonga took part only; Samoa declines; Vanuatu says no to all, by
 * its lead, another agency notwithstanding. */
START_TEST(who_has_yet_to_take_part)
{
    static const char header[] =
        "country,agency,round,answered_on,filled_by,approved_by,took_part_sessions,"
        "made_statement,sponsorship_used,poc_listed,support_declined";
    desk_open(&d);
    submit(header, "FJI,A,1,2026-05-01,Office,Office,yes,no,no,no,no");
    submit(header, "TON,A,1,2026-05-01,Office,Office,no,no,no,yes,no");
    submit(header, "WSM,A,1,2026-05-01,Office,Office,yes,no,no,no,yes");
    submit(header, "VUT,B,1,2026-05-01,Office,Office,yes,no,no,no,no");
    submit("country,agency,round,lead,answered_on,filled_by,approved_by,took_part_sessions,"
           "made_statement,sponsorship_used,poc_listed,support_declined",
           "VUT,A,1,yes,2026-05-01,Office,Office,no,no,no,no,no");
    take_register(records, "R,1,A,Norland,FJI,D1.2,2026,2029,100");
    tell("yet-to-take-part");
    ck_assert_uint_eq(table_of(0)->row_count, 192);
    ck_assert_uint_eq(row_of(0, "FJI"), SEL_NONE);
    expect(0, row_of(0, "TON"), "discourse", "yes");
    expect(0, row_of(0, "TON"), "supported", "no");
    expect(0, row_of(0, "VUT"), "discourse", "no");
    expect(0, row_of(0, "KEN"), "discourse", "Not known");
    ck_assert_uint_eq(row_of(0, "WSM"), 191);
    expect(0, 191, "remark", "prefers no outside support");
    for (uint32_t i = 0; i < table_of(1)->row_count; i++)
        if (sel_str_is(cell(1, i, "subregion")->text, "Melanesia")) {
            ck_assert_int_eq(cell(1, i, "states")->integer, 4);
            ck_assert_int_eq(cell(1, i, "discourse")->integer, 1);
            ck_assert_int_eq(cell(1, i, "supported")->integer, 1);
        }
    desk_close(&d);
}
END_TEST

/* Severity 5 (4·4 = 16) in Fiji with support, in Tonga without; 3 (2·2 = 4) in Samoa; none wanted
 * in Vanuatu. */
START_TEST(places_without_support_most_severe_first)
{
    desk_open(&d);
    submit(needs, "FJI,A,1,much,1,5,vital");
    submit(needs, "WSM,A,1,some,1,3,medium");
    submit(needs, "TON,A,1,much,1,5,vital");
    submit(needs, "VUT,A,1,none,4,4,low");
    take_register(records, "R,1,A,Norland,FJI,D1.2,2026,2029,100");
    tell("without-support");
    ck_assert_uint_eq(table_of(0)->row_count, 2);
    expect(0, 0, "recipient", "TON");
    ck_assert_int_eq(cell(0, 0, "severity")->integer, 5);
    expect(0, 1, "recipient", "WSM");
    ck_assert_int_eq(cell(0, 1, "severity")->integer, 3);
    desk_close(&d);
}
END_TEST

/* Taken in on 15 and 16 January 2027: 45 and 44 days before 1 March. A programme cites the second.
 */
START_TEST(requests_that_nobody_has_met)
{
    static const char header[] =
        "country,agency,round,lead,filled_by,approved_by,request_1_capability,"
        "request_1_outcome";
    desk_open(&d);
    submit(header, "FJI,A,1,yes,Office,Office,D1.2,A team");
    submit(header, "TON,A,1,yes,Office,Office,D1.2,A law");
    submit(header, "WSM,A,1,yes,Office,Office,D1.2,A plan");
    take_register("register,id,title,funder,recipient,capability,start,end,request",
                  "R,1,A,Norland,TON,D1.2,2026,2029,TON-1-01");
    tell("unmet-requests");
    ck_assert_uint_eq(table_of(0)->row_count, 2);
    expect(0, 0, "recipient", "FJI");
    expect(0, 0, "outcome_wanted", "A team");
    expect(0, 0, "reply", "no answer known");
    ck_assert_int_eq(cell(0, 0, "days_open")->integer,
                     sel_day_of(2027, 3, 1) - sel_time_day(1800000000));
    expect(0, 1, "recipient", "WSM");
    desk_close(&d);
}
END_TEST

/* Two bodies claim D1.2 and neither names a lead; D1.1 has one; D4.1 one body only. */
START_TEST(mandates_that_are_shared)
{
    static const char header[] =
        "country,agency,round,filled_by,approved_by,mandate_d1_1,mandate_lead_d1_1,mandate_d1_2,"
        "mandate_instrument_d1_2,mandate_d4_1,practice_d1_2";
    desk_open(&d);
    submit(header, "AU,S,1,Office,Office,yes,The Commission,yes,Convention of 2014,no,training");
    submit(header, "ASEAN,S,1,Office,Office,yes,,yes,,yes,none");
    tell("shared-mandates");
    ck_assert_uint_eq(table_of(0)->row_count, 1);
    expect(0, 0, "capability", "D1.2");
    ck_assert_int_eq(cell(0, 0, "count")->integer, 2);
    ck_assert_int_eq(cell(0, 0, "cited")->integer, 1);
    tell("peers");
    ck_assert_uint_eq(table_of(1)->row_count, 1);
    expect(1, 0, "kinds_offered", "training");
    desk_close(&d);
}
END_TEST

/* Fiji is at stage 5; Vanuatu's need is severe, Tonga lies in another sub-region, Papua New
 * Guinea's need is slight (1·1). */
START_TEST(strong_where_a_neighbour_is_weak)
{
    desk_open(&d);
    submit(needs, "FJI,A,1,none,5,5,low");
    submit(needs, "VUT,A,1,much,1,5,vital");
    submit(needs, "TON,A,1,much,1,5,vital");
    submit(needs, "PNG,A,1,some,2,3,low");
    tell("peers");
    ck_assert_uint_eq(table_of(0)->row_count, 1);
    expect(0, 0, "strong", "Fiji");
    expect(0, 0, "weak", "Vanuatu");
    expect(0, 0, "subregion", "Melanesia");
    desk_close(&d);
}
END_TEST

START_TEST(who_asks_for_sponsorship)
{
    static const char header[] = "country,agency,round,filled_by,approved_by,sponsorship_needed,"
                                 "sponsorship_used";
    desk_open(&d);
    submit(header, "FJI,A,1,Office,Office,yes,no");
    submit(header, "TON,A,1,Office,Office,no,yes");
    submit(header, "VUT,A,1,Office,Office,dont_know,");
    tell("sponsorship");
    ck_assert_uint_eq(table_of(0)->row_count, 1);
    expect(0, 0, "recipient", "FJI");
    expect(0, 0, "sponsored", "no");
    expect(0, 0, "attended", "not answered");
    desk_close(&d);
}
END_TEST

/* 1: operators consulted. 2: other groups only. 3: nothing said. 4: not about infrastructure. */
START_TEST(infrastructure_programmes_without_operators)
{
    desk_open(&d);
    take_register("register,id,title,funder,recipient,capability,start,end,stakeholders",
                  "R,1,A,Norland,FJI,D1.3,2026,2029,Power Ltd=private_ci:consulted\n"
                  "R,2,B,Norland,FJI,D1.3,2026,2029,Uni X=academia:co_deliver\n"
                  "R,3,C,Norland,TON,D5.4,2026,2029,\n"
                  "R,4,D,Norland,TON,D1.2,2026,2029,");
    tell("operators");
    ck_assert_uint_eq(table_of(0)->row_count, 2);
    expect(0, 0, "programme", "R:2");
    expect(0, 0, "operators", "take no part");
    expect(0, 1, "programme", "R:3");
    expect(0, 1, "operators", "not reported");
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_store_without_anything,
        who_has_yet_to_take_part,
        places_without_support_most_severe_first,
        requests_that_nobody_has_met,
        mandates_that_are_shared,
        strong_where_a_neighbour_is_weak,
        who_asks_for_sponsorship,
        infrastructure_programmes_without_operators,
        NULL,
    };
    return run_tests("asked_lists", tests);
}
