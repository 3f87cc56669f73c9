/* What makes a request pressing. All numbers are computed by hand: a window of 100 days, in which
 * one whole programme gives WHOLE and severities 0 to 5 call for 0, 1/4, 1/2, 1, 3/2 and 2 of it.
 */
#include "analysis/request_measures.h"

#include "check_suite.h"

enum { DAYS = 100, AS_OF = 20000, E = SEL_EFFORT_WHOLE };
static const uint64_t whole = (uint64_t)E * DAYS;

static sel_model model = {.ordinal_supply = {0, .25, .5, 1, 1.5, 2}};
static const sel_reference reference = {.geography = {.count = 4}};

/* Requests that were received so many days before as-of, each for its own capability. */
enum { REQUESTS = 8, NEVER = -1000000 };
static sel_study_request requests[REQUESTS];
static sel_study study = {.reference = &reference,
                          .model = &model,
                          .as_of = AS_OF,
                          .window_end = DAYS,
                          .requests = requests,
                          .request_count = REQUESTS};

static void ask(uint32_t number, uint32_t recipient, int32_t days_ago)
{
    requests[number] = (sel_study_request){
        .recipient = recipient,
        .capability = number,
        .kinds = 1,
        .from = {AS_OF, AS_OF, true},
        .months = 1,
        .received = days_ago == NEVER ? 0 : (AS_OF - days_ago) * INT64_C(86400)};
}

static sel_need sized(uint32_t recipient, uint32_t capability, uint8_t low, uint8_t high)
{
    return (sel_need){.recipient = recipient,
                      .capability = capability,
                      .state = low == high ? SEL_NEED_SIZED : SEL_NEED_RANGE,
                      .severity_low = low,
                      .severity_high = high};
}

static sel_supply given(uint32_t recipient, uint32_t capability, uint64_t low, uint64_t high)
{
    return (sel_supply){.recipient = recipient, .capability = capability, .low = low, .high = high};
}

static const sel_measured_request *measure(const sel_need *needs, uint32_t need_count,
                                           const sel_supply *supplies, uint32_t supply_count,
                                           const bool *counted, uint32_t donor, sel_arena *arena)
{
    const sel_needs asked = {needs, need_count};
    const sel_supplies support = {.list = supplies, .count = supply_count};
    model.policies = sel_policies_usual();
    model.policies.values[SEL_POLICY_A5_DAYS] = 200;
    return sel_requests_measure(&(sel_request_basis){&study, &asked, &support, counted, donor},
                                arena);
}

static void expect(const sel_measured_request *of, sel_request_measure measure, double low,
                   double high)
{
    ck_assert_double_eq_tol(of->values[measure].low, low, 1e-9);
    ck_assert_double_eq_tol(of->values[measure].high, high, 1e-9);
}

/* 0: severity 3 to 4, half a programme to a whole: a half of 3/2 leaves 2/3 unmet, the whole of 1
 * nothing. 1: severity 5, no support. 2: nobody was asked. 3: asked, and not known. 4: no help is
 * wanted. 5: severity 2 calls for a half, two are there. 6: severity 0 to 2 and no support: with 0
 * nothing is unmet. 7: severity 4 calls for 3/2 and has 1. */
START_TEST(need_and_what_is_unmet_of_it)
{
    sel_arena *arena = sel_arena_create();
    study.programme_count = 0;
    for (uint32_t i = 0; i < REQUESTS; i++)
        ask(i, 0, 0);
    const sel_need needs[] = {
        sized(0, 0, 3, 4), sized(0, 1, 5, 5), {.capability = 3, .severity_high = 5},
        sized(0, 4, 0, 0), sized(0, 5, 2, 2), sized(0, 6, 0, 2),
        sized(0, 7, 4, 4)};
    const sel_supply support[] = {given(0, 0, whole / 2, whole), given(0, 2, whole, whole),
                                  given(0, 3, whole, whole), given(0, 5, 2 * whole, 2 * whole),
                                  given(0, 7, whole, whole)};
    const sel_measured_request *all = measure(needs, 7, support, 5, NULL, SEL_NONE, arena);
    static const double need[REQUESTS][2] = {{.6, .8}, {1, 1},   {0, 1},  {0, 1},
                                             {0, 0},   {.4, .4}, {0, .4}, {.8, .8}};
    static const double unmet[REQUESTS][2] = {{0, 2.0 / 3}, {1, 1}, {0, 1}, {0, 1},
                                              {0, 0},       {0, 0}, {0, 1}, {1.0 / 3, 1.0 / 3}};
    for (uint32_t i = 0; i < REQUESTS; i++) {
        expect(&all[i], SEL_REQUEST_NEED, need[i][0], need[i][1]);
        expect(&all[i], SEL_REQUEST_UNMET, unmet[i][0], unmet[i][1]);
    }
    ck_assert(sel_measure_is_known(all[0].values[SEL_REQUEST_UNMET]));
    ck_assert(!sel_measure_is_known(all[2].values[SEL_REQUEST_NEED]));
    ck_assert(!sel_measure_is_known(all[6].values[SEL_REQUEST_UNMET]));
    ck_assert(sel_measure_is_known(all[1].values[SEL_REQUEST_UNMET]));
    ck_assert(sel_measure_is_known(all[4].values[SEL_REQUEST_UNMET]));
    sel_arena_destroy(arena);
}
END_TEST

/* 50, 200, 201 and 1000 days of 200; on the day itself; tomorrow; and no day known. */
START_TEST(time_waited)
{
    sel_arena *arena = sel_arena_create();
    static const int32_t days_ago[REQUESTS] = {50, 200, 201, 1000, 0, -1, NEVER, 199};
    static const double low[REQUESTS] = {.25, 1, 1, 1, 0, 0, 0, .995};
    study.programme_count = 0;
    for (uint32_t i = 0; i < REQUESTS; i++)
        ask(i, 0, days_ago[i]);
    const sel_measured_request *all = measure(NULL, 0, NULL, 0, NULL, SEL_NONE, arena);
    for (uint32_t i = 0; i < REQUESTS; i++)
        expect(&all[i], SEL_REQUEST_WAITING, low[i], days_ago[i] == NEVER ? 1 : low[i]);
    ck_assert_int_eq(all[3].days, 1000);
    ck_assert_int_eq(all[5].days, 0);
    ck_assert(!all[6].received && all[5].received);
    sel_arena_destroy(arena);
}
END_TEST

/* One place of a programme that runs all the time, with a share of it on the capability. */
static sel_study_programme offer(const sel_study_place *place, const uint32_t *donor,
                                 uint16_t kinds)
{
    return (sel_study_programme){.places = place,
                                 .place_count = 1,
                                 .donors = donor,
                                 .donor_count = 1,
                                 .stated_by = SEL_NONE,
                                 .request = SEL_NONE,
                                 .status = SEL_STATUS_RUNNING,
                                 .dated = true,
                                 .start_low = AS_OF - 100,
                                 .start_high = AS_OF - 100,
                                 .end_low = AS_OF + 1000,
                                 .end_high = AS_OF + 1000,
                                 .kinds = kinds};
}

/* To request 0: programme 0 of donor 0 gives all of itself, its kinds not said: 0 to 1. Programme 1
 * of donor 1 gives a tenth, which is half of a fifth: 1/2. Their middles are equal, so that the
 * first one is named; the best of both lies from 1/2 to 1. Programmes 2 and 3 would fit wholly, but
 * one tells another's again and one is stated by a recipient. Nobody reaches the recipient of 1; 2
 * is for a capability that nobody covers. */
START_TEST(the_best_fit)
{
    sel_arena *arena = sel_arena_create();
    static const uint32_t donors[] = {0, 1, 2};
    static const sel_study_place all_of_it = {
        .effort_low = E, .effort_high = E, .depth_low = 10, .depth_high = 10};
    static const sel_study_place a_tenth = {
        .effort_low = E / 10, .effort_high = E / 10, .depth_low = 10, .depth_high = 10};
    sel_study_programme programmes[] = {
        offer(&all_of_it, &donors[0], 0), offer(&a_tenth, &donors[1], 1),
        offer(&all_of_it, &donors[2], 1), offer(&all_of_it, &donors[2], 1)};
    programmes[3].stated_by = 0;
    static const bool counted[] = {true, true, false, true};
    study.programmes = programmes;
    study.programme_count = 4;
    for (uint32_t i = 0; i < REQUESTS; i++)
        ask(i, i == 1 ? 1 : 0, 0);
    const sel_measured_request *all = measure(NULL, 0, NULL, 0, counted, SEL_NONE, arena);
    expect(&all[0], SEL_REQUEST_FIT, .5, 1);
    ck_assert_uint_eq(all[0].best.programme, 0);
    for (uint32_t i = 1; i <= 2; i++) {
        expect(&all[i], SEL_REQUEST_FIT, 0, 0);
        ck_assert_uint_eq(all[i].best.programme, SEL_NONE);
    }
    all = measure(NULL, 0, NULL, 0, counted, 1, arena);
    expect(&all[0], SEL_REQUEST_FIT, .5, .5);
    ck_assert_uint_eq(all[0].best.programme, 1);
    all = measure(NULL, 0, NULL, 0, counted, 2, arena);
    expect(&all[0], SEL_REQUEST_FIT, 0, 0);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {need_and_what_is_unmet_of_it, time_waited, the_best_fit, NULL};
    return run_tests("request_measures", tests);
}
