/* What must hold of the indicators that rest on submissions, whatever is answered: the order of
 * submissions leaves no trace, an answer that was missing stays within the bounds there were, and
 * a better answer never lowers a score. Random small worlds from fixed seeds. */
#include "seeded.h"
#include "unit/analysis/small_world.h"

enum { WORLDS = 500, SUBMISSIONS = 16, ASKED = 12, MANDATES = 12 };

typedef struct draw {
    uint64_t state;
} draw;

static uint32_t below(draw *from, uint32_t count)
{
    return (uint32_t)(seeded_bits(&from->state) % count);
}

/* -1, 0 or 1. */
static int8_t maybe(draw *from)
{
    return (int8_t)((int)below(from, 3) - 1);
}

static uint16_t count_or_none(draw *from)
{
    return below(from, 4) == 0 ? SEL_NOT_COUNTED : (uint16_t)below(from, 6);
}

static const char *const agencies[] = {"A", "B"};

/* States and two bodies answer, in any order of days, leads or not. */
static void draw_submission(draw *from, small_world *world)
{
    static const uint32_t who[] = {ATLA, BORA, CALA, DORA, ELBA, FARA, GULA, REGION};
    uint32_t number = small_world_submission(world, who[below(from, 8)]);
    sel_study_submission *made = &world->submissions[number];
    sel_day on = sel_day_of(2022, 1, 1) + (sel_day)number * 100;
    made->agency = sel_str_of(agencies[below(from, 2)]);
    made->answered_on = (sel_days){on, on, true};
    made->lead = below(from, 4) == 0;
    made->programmes_max = count_or_none(from);
    made->assessments_held = count_or_none(from);
    if (made->assessments_held != SEL_NOT_COUNTED && below(from, 3) > 0)
        made->assessments_joint = (uint16_t)below(from, made->assessments_held + 1u);
    made->attended = maybe(from);
    made->stated = maybe(from);
    made->sponsored = maybe(from);
    made->listed = maybe(from);
    made->declined = below(from, 3) == 0 ? maybe(from) : 0;
    for (int i = 0; i < SEL_ENABLING_ITEMS; i++)
        made->enabling[i] = (int8_t)((int)below(from, 4) - 2);
}

static void draw_programmes(draw *from, small_world *world)
{
    for (uint32_t recipient = ATLA; recipient <= FARA; recipient++)
        for (uint32_t i = 1 + below(from, 3); i > 0; i--) {
            sel_study_programme *record = small_world_record(world, "register");
            small_world_place(world, record, recipient, 0, 10000000);
            small_world_years(record, 2025, 2027);
            record->phase = SEL_PHASE_RUNNING;
        }
}

static void draw_requests(draw *from, small_world *world)
{
    for (uint32_t i = 0; i < ASKED; i++) {
        sel_day on = world->study.as_of - 30 - (sel_day)below(from, 600);
        world->requests[world->study.request_count++] =
            (sel_study_request){.recipient = i / CAPABILITIES,
                                .capability = i % CAPABILITIES,
                                .received = (int64_t)on * SEL_SECONDS_OF_DAY};
        on += (sel_day)below(from, 400);
        if (below(from, 2) == 0)
            world->offers[world->study.offer_count++] =
                (sel_study_offer){.recipient = i / CAPABILITIES,
                                  .capability = i % CAPABILITIES,
                                  .donor = SEL_NONE,
                                  .answered = {on, on + (sel_day)below(from, 60), true},
                                  .reaction = SEL_REACTION_MET};
    }
}

/* Of each submission of a body, on three capabilities, ascending (capability, body). */
static void draw_mandates(draw *from, small_world *world)
{
    static const char *const names[] = {"", "", "Gula", "Region"};
    for (uint32_t capability = 0; capability < 3; capability++)
        for (uint32_t body = GULA; body <= REGION; body++)
            for (uint32_t i = 0; i < world->study.submission_count; i++)
                if (world->submissions[i].recipient == body &&
                    world->study.mandate_count < MANDATES)
                    world->mandates[world->study.mandate_count++] =
                        (sel_study_mandate){.capability = capability,
                                            .body = body,
                                            .submission = i,
                                            .covered = below(from, 4) > 0 ? 1 : maybe(from),
                                            .cited = below(from, 4) > 0,
                                            .lead = sel_str_of(names[below(from, 4)])};
}

static small_world *draw_world(uint64_t seed)
{
    static const uint32_t six[] = {ATLA, BORA, CALA, DORA, ELBA, FARA};
    small_world *world = small_world_create();
    draw from = {seed};
    world->recipients[REGION].members = six;
    world->recipients[REGION].member_count = 6;
    world->recipients[GULA].body = true;
    world->recipients[GULA].members = world->members;
    world->recipients[GULA].member_count = 1;
    for (uint32_t i = ATLA; i <= FARA; i++)
        if (below(&from, 3) > 0)
            small_world_need(world, i, 0, below(&from, 2) == 0 ? 0 : .5, .5);
    for (uint32_t i = 0; i < SUBMISSIONS; i++)
        draw_submission(&from, world);
    draw_programmes(&from, world);
    draw_requests(&from, world);
    draw_mandates(&from, world);
    return world;
}

static const sel_indicator *const indicators[] = {
    &sel_indicator_a5, &sel_indicator_a7, &sel_indicator_b7, &sel_indicator_b9,
    &sel_indicator_c2, &sel_indicator_d5, &sel_indicator_d8};

enum { INDICATORS = sizeof indicators / sizeof indicators[0] };

static const sel_subject subjects[] = {{SEL_LEVEL_RECIPIENT, ATLA}, {SEL_LEVEL_RECIPIENT, BORA},
                                       {SEL_LEVEL_RECIPIENT, CALA}, {SEL_LEVEL_REGION, REGION},
                                       {SEL_LEVEL_REGION, GULA},    {SEL_LEVEL_PORTFOLIO, 0}};

enum { SUBJECTS = sizeof subjects / sizeof subjects[0] };

typedef struct values {
    sel_indicator_value of[INDICATORS][SUBJECTS];
} values;

/* small_world_value checks that bounds contain the value. */
static void evaluate(small_world *world, values *to)
{
    for (int i = 0; i < INDICATORS; i++)
        for (int j = 0; j < SUBJECTS; j++)
            if ((indicators[i]->levels & subjects[j].level) != 0)
                to->of[i][j] = small_world_value(world, indicators[i]->evaluate, subjects[j].level,
                                                 subjects[j].number);
}

/* Submissions in another order, and what refers to them. */
static void shuffle(draw *from, small_world *world)
{
    sel_study_submission held[SUBMISSIONS];
    uint32_t to[SUBMISSIONS] = {0};
    memcpy(held, world->submissions, sizeof held);
    for (uint32_t i = 0; i < SUBMISSIONS; i++) {
        uint32_t j = below(from, i + 1);
        to[i] = to[j];
        to[j] = i;
    }
    for (uint32_t i = 0; i < SUBMISSIONS; i++)
        world->submissions[to[i]] = held[i];
    for (uint32_t i = 0; i < world->study.mandate_count; i++)
        world->mandates[i].submission = to[world->mandates[i].submission];
}

START_TEST(order_of_submissions_leaves_no_trace)
{
    unsigned available[INDICATORS] = {0};
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        small_world *world = draw_world(seed);
        draw from = {seed * 7919};
        values a = {0};
        values b = {0};
        evaluate(world, &a);
        shuffle(&from, world);
        evaluate(world, &b);
        for (int i = 0; i < INDICATORS; i++)
            for (int j = 0; j < SUBJECTS; j++) {
                const sel_indicator_value *x = &a.of[i][j];
                const sel_indicator_value *y = &b.of[i][j];
                ck_assert_msg(x->availability == y->availability && x->value == y->value &&
                                  x->low == y->low && x->high == y->high && x->known == y->known &&
                                  x->all == y->all,
                              "seed %u, %s", (unsigned)seed, indicators[i]->id);
                available[i] += (indicators[i]->levels & subjects[j].level) != 0 &&
                                x->availability == SEL_AVAILABLE;
            }
        small_world_destroy(world);
    }
    for (int i = 0; i < INDICATORS - 1; i++) /* no grid of contacts is drawn */
        ck_assert_uint_gt(available[i], 20);
}
END_TEST

/* Whether nobody else answers for the recipient: which submission counts depends on who answers. */
static bool is_alone(const small_world *world, uint32_t submission)
{
    for (uint32_t i = 0; i < SUBMISSIONS; i++)
        if (i != submission &&
            world->submissions[i].recipient == world->submissions[submission].recipient)
            return false;
    return true;
}

static void fill(draw *from, int8_t *answer)
{
    if (*answer == SEL_UNKNOWN)
        *answer = (int8_t)below(from, 2);
}

/* Who answers nothing of a checklist is not among those pooled. */
static bool has_checklist(const sel_study_submission *submission)
{
    for (int i = 0; i < SEL_ENABLING_ITEMS; i++)
        if (submission->enabling[i] == 0 || submission->enabling[i] == 1)
            return true;
    return false;
}

static bool states_need(const small_world *world, uint32_t recipient)
{
    for (uint32_t i = 0; i < world->needs.count; i++)
        if (world->need_list[i].recipient == recipient && world->need_list[i].n_low > 0)
            return true;
    return false;
}

/* Who states a need and is silent on declining support is taken to accept it. */
static void answer_more(draw *from, const small_world *world, sel_study_submission *submission)
{
    fill(from, &submission->attended);
    fill(from, &submission->stated);
    fill(from, &submission->sponsored);
    fill(from, &submission->listed);
    if (submission->declined == SEL_UNKNOWN)
        submission->declined =
            states_need(world, submission->recipient) ? 0 : (int8_t)below(from, 2);
    for (int i = 0; i < SEL_ENABLING_ITEMS && has_checklist(submission); i++)
        fill(from, &submission->enabling[i]);
    if (submission->assessments_held != SEL_NOT_COUNTED &&
        submission->assessments_joint == SEL_NOT_COUNTED)
        submission->assessments_joint = (uint16_t)below(from, submission->assessments_held + 1u);
}

/* The first respondent of a recipient of which nobody says how much it can carry says it. */
static void say_maximum(draw *from, small_world *world, uint32_t recipient)
{
    sel_study_submission *first = NULL;
    for (uint32_t i = SUBMISSIONS; i-- > 0;) {
        if (world->submissions[i].recipient != recipient)
            continue;
        first = &world->submissions[i];
        if (first->programmes_max != SEL_NOT_COUNTED)
            return;
    }
    if (first != NULL)
        first->programmes_max = (uint16_t)below(from, 6);
}

static void settle_mandate(draw *from, sel_study_mandate *mandate)
{
    fill(from, &mandate->covered);
    mandate->cited |= below(from, 2) == 0;
}

START_TEST(an_answer_only_narrows_the_bounds)
{
    unsigned compared[INDICATORS] = {0};
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        small_world *world = draw_world(seed);
        draw from = {seed * 104729};
        values a = {0};
        values b = {0};
        evaluate(world, &a);
        for (uint32_t i = 0; i < SUBMISSIONS; i++)
            if (is_alone(world, i) && below(&from, 2) == 0)
                answer_more(&from, world, &world->submissions[i]);
        for (uint32_t i = ATLA; i <= FARA; i++)
            say_maximum(&from, world, i);
        for (uint32_t i = 0; i < world->study.mandate_count; i++)
            if (is_alone(world, world->mandates[i].submission) && below(&from, 2) == 0)
                settle_mandate(&from, &world->mandates[i]);
        evaluate(world, &b);
        for (int i = 0; i < INDICATORS; i++)
            for (int j = 0; j < SUBJECTS; j++) {
                const sel_indicator_value *x = &a.of[i][j];
                const sel_indicator_value *y = &b.of[i][j];
                if ((indicators[i]->levels & subjects[j].level) == 0 ||
                    x->availability != SEL_AVAILABLE || y->availability != SEL_AVAILABLE)
                    continue;
                ck_assert_msg(y->low >= x->low - 2e-9 && y->high <= x->high + 2e-9,
                              "seed %u, %s: [%g, %g] then [%g, %g]", (unsigned)seed,
                              indicators[i]->id, x->low, x->high, y->low, y->high);
                compared[i] += y->low > x->low || y->high < x->high;
            }
        small_world_destroy(world);
    }
    for (int i = 1; i < INDICATORS - 1; i++) /* no more is answered about requests */
        ck_assert_msg(compared[i] > 5, "%s: %u", indicators[i]->id, compared[i]);
}
END_TEST

/* An answer that was against the principle turns to it; which one is drawn. */
static void improve(draw *from, sel_study_submission *submission)
{
    int8_t *ways[] = {&submission->attended, &submission->stated, &submission->sponsored,
                      &submission->listed};
    int8_t *way = ways[below(from, 4)];
    *way = *way == 0 ? 1 : *way;
    if (submission->programmes_max != SEL_NOT_COUNTED)
        submission->programmes_max += 1;
    if (submission->assessments_joint != SEL_NOT_COUNTED &&
        submission->assessments_joint < submission->assessments_held)
        submission->assessments_joint += 1;
}

static void improve_some(draw *from, small_world *world)
{
    for (uint32_t i = 0; i < SUBMISSIONS; i++)
        if (below(from, 2) == 0)
            improve(from, &world->submissions[i]);
    for (uint32_t i = 0; i < world->study.mandate_count; i++)
        if (world->mandates[i].lead.len == 0 && below(from, 4) == 0)
            world->mandates[i].lead = SEL_STR("Region");
}

/* The last request that has no offer is offered support at once. Offers stand in order of place,
 * so that one for the last place comes last. */
static void offer_to_last(small_world *world)
{
    const sel_study_request *last = &world->requests[ASKED - 1];
    sel_day on = sel_time_day(last->received);
    world->offers[world->study.offer_count++] = (sel_study_offer){.recipient = last->recipient,
                                                                  .capability = last->capability,
                                                                  .donor = SEL_NONE,
                                                                  .answered = {on, on, true},
                                                                  .reaction = SEL_REACTION_MET};
}

static bool last_is_offered(const small_world *world)
{
    const sel_study_request *last = &world->requests[ASKED - 1];
    for (uint32_t i = 0; i < world->study.offer_count; i++)
        if (world->offers[i].recipient == last->recipient &&
            world->offers[i].capability == last->capability)
            return true;
    return false;
}

START_TEST(a_better_answer_never_lowers_a_score)
{
    unsigned raised[INDICATORS] = {0};
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        small_world *world = draw_world(seed);
        draw from = {seed * 15485863};
        values a = {0};
        values b = {0};
        evaluate(world, &a);
        improve_some(&from, world);
        if (!last_is_offered(world))
            offer_to_last(world);
        evaluate(world, &b);
        for (int i = 0; i < INDICATORS; i++)
            for (int j = 0; j < SUBJECTS; j++) {
                const sel_indicator_value *x = &a.of[i][j];
                const sel_indicator_value *y = &b.of[i][j];
                if ((indicators[i]->levels & subjects[j].level) == 0 ||
                    x->availability != SEL_AVAILABLE)
                    continue;
                ck_assert_msg(y->availability == SEL_AVAILABLE && y->value >= x->value,
                              "seed %u, %s: %.12g then %.12g", (unsigned)seed, indicators[i]->id,
                              x->value, y->value);
                raised[i] += y->value > x->value;
            }
        small_world_destroy(world);
    }
    for (int i = 0; i < INDICATORS - 2; i++) /* the last two are not scored */
        ck_assert_msg(raised[i] > 5, "%s: %u", indicators[i]->id, raised[i]);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {order_of_submissions_leaves_no_trace, an_answer_only_narrows_the_bounds,
                            a_better_answer_never_lowers_a_score, NULL};
    return run_tests("submission properties", tests);
}
