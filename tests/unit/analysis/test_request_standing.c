#include "analysis/request_standing.h"

#include "check_suite.h"

/* Noon of a day in 2027, in seconds. */
static int64_t noon(int month, int day)
{
    return ((int64_t)sel_day_of(2027, month, day) - sel_day_of(1970, 1, 1)) * 86400 + 43200;
}

static sel_days on(int month, int day)
{
    sel_day found = sel_day_of(2027, month, day);
    return (sel_days){found, found, true};
}

/* Five requests of recipient 0 for capabilities 0 to 4, all received on 1 March. To 0 one donor
 * said no and another that it is met in part; 1 was withdrawn, and a programme cites it; 2 is
 * cited, and a donor says it is met; 3 is met; of 4 a donor says so in February, of another request
 * then. */
START_TEST(the_first_that_applies)
{
    sel_arena *arena = sel_arena_create();
    sel_study_request requests[6] = {{.recipient = 0}};
    for (uint32_t i = 0; i < 6; i++)
        requests[i] = (sel_study_request){.capability = i, .received = noon(3, 1)};
    requests[1].withdrawn = on(4, 1);
    const sel_study_offer offers[] = {
        {.capability = 0, .donor = 1, .answered = on(3, 5), .reaction = SEL_REACTION_PARTLY},
        {.capability = 0, .donor = 2, .answered = on(3, 6), .reaction = SEL_REACTION_DECLINED},
        {.capability = 2, .donor = 1, .answered = on(3, 5), .reaction = SEL_REACTION_MET},
        {.capability = 3, .donor = 1, .answered = on(3, 1), .reaction = SEL_REACTION_MET},
        {.capability = 4, .donor = 1, .answered = on(2, 28), .reaction = SEL_REACTION_MET},
        {.recipient = 1, .capability = 5, .donor = 1, .reaction = SEL_REACTION_MET}};
    const sel_study_programme programmes[] = {
        {.request = 1}, {.request = 2}, {.request = SEL_NONE}};
    const sel_study study = {.requests = requests,
                             .request_count = 6,
                             .offers = offers,
                             .offer_count = 6,
                             .programmes = programmes,
                             .programme_count = 3};
    static const sel_request_state expected[] = {
        {SEL_REQUEST_OPEN, SEL_REACTION_PARTLY},  {SEL_REQUEST_WITHDRAWN, SEL_REACTION_UNKNOWN},
        {SEL_REQUEST_CITED, SEL_REACTION_MET},    {SEL_REQUEST_MET, SEL_REACTION_MET},
        {SEL_REQUEST_OPEN, SEL_REACTION_UNKNOWN}, {SEL_REQUEST_OPEN, SEL_REACTION_UNKNOWN}};
    const sel_request_state *states = sel_request_states(&study, arena);
    for (uint32_t i = 0; i < 6; i++) {
        ck_assert_int_eq(states[i].standing, expected[i].standing);
        ck_assert_int_eq(states[i].answer, expected[i].answer);
    }
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {the_first_that_applies, NULL};
    return run_tests("request_standing", tests);
}
