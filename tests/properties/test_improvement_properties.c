/* A record or an answer turned to the better lowers no score that it says something about, whatever
 * the data, and moves each of them somewhere: what holds is not held of nothing. */
#include "drawn_change.h"

static bool ask_first(draw *from, material *made, uint32_t n)
{
    (void)from;
    bool changed = made->records[n].asked_first == 0;
    made->records[n].asked_first = 1;
    return changed;
}

static bool better_account(draw *from, material *made, uint32_t n)
{
    (void)from;
    sel_programme *record = &made->records[n];
    const char *home = record->recipient_count == 1 ? record->recipients[0].code.ptr : NULL;
    made->accounts[n] = account_improved(&made->accounts[n], home);
    if (record->tied != SEL_TIED_UNKNOWN)
        record->tied = SEL_TIED_UNTIED;
    return record->account != NULL;
}

/* Everywhere: b2 asks for the word of every programme at a place. */
static bool divide_labour(draw *from, material *made, uint32_t n)
{
    (void)from;
    (void)n;
    for (uint32_t i = 0; i < RECORDS; i++) {
        made->records[i].account = &made->accounts[i];
        made->accounts[i].division = 1;
    }
    return true;
}

static bool own_more(draw *from, material *made, uint32_t n)
{
    bool changed = false;
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++) {
        int8_t *item = &made->records[n].ownership[i];
        bool more = *item >= 0 && *item < 4 && below(from, 2) == 0;
        *item = (int8_t)(*item + more);
        changed |= more;
    }
    return changed;
}

static bool commit_deeper(draw *from, material *made, uint32_t n)
{
    (void)from;
    bool changed = false;
    for (uint32_t i = 0; i < made->records[n].recipient_count; i++) {
        sel_depth *depth = &made->recipients[n][i].depth;
        bool deeper = *depth == SEL_DEPTH_EVENT || *depth == SEL_DEPTH_ASSOCIATE;
        *depth = deeper ? SEL_DEPTH_PRIORITY : *depth;
        changed |= deeper;
    }
    return changed;
}

static bool make_room(draw *from, material *made, uint32_t n)
{
    (void)from;
    uint16_t *most = &made->answers.submissions[n % STATES].programmes_max;
    bool said = *most != SEL_NOT_COUNTED;
    *most = (uint16_t)(said ? *most + 1 : *most);
    return said;
}

static bool tell_apart(draw *from, material *made, uint32_t n)
{
    (void)from;
    bool changed = made->records[n].same_as_other == 1;
    made->records[n].same_as_other = 0;
    return changed;
}

static bool assess_together(draw *from, material *made, uint32_t n)
{
    (void)from;
    sel_study_submission *one = &made->answers.submissions[n % STATES];
    bool more = one->assessments_joint < one->assessments_held;
    one->assessments_joint = (uint16_t)(one->assessments_joint + more);
    return more;
}

static bool give_status(draw *from, material *made, uint32_t n)
{
    (void)from;
    bool changed = made->records[n].status == SEL_STATUS_UNKNOWN;
    made->records[n].status = SEL_STATUS_RUNNING;
    return changed;
}

static bool name_a_lead(draw *from, material *made, uint32_t n)
{
    (void)from;
    bool changed = false;
    for (uint32_t i = 0; i < made->answers.mandate_count; i++) {
        sel_study_mandate *mandate = &made->answers.mandates[i];
        if (mandate->capability != n % CAPABILITIES)
            continue;
        changed |= mandate->lead.len == 0;
        mandate->lead = SEL_STR("Region");
    }
    return changed;
}

static bool attend(draw *from, material *made, uint32_t n)
{
    (void)from;
    bool changed = made->answers.submissions[n % STATES].attended != 1;
    made->answers.submissions[n % STATES].attended = 1;
    return changed;
}

static bool is_met(const sel_study_offer *offer)
{
    return offer->reaction == SEL_REACTION_MET || offer->reaction == SEL_REACTION_PARTLY;
}

/* A request that no donor has met is met. */
static bool meet(draw *from, material *made, uint32_t n)
{
    (void)from;
    sel_study_offer *offers = made->answers.offers;
    sel_study_offer *chosen = &offers[n * 2 % (ASKED * TOLD)];
    for (uint32_t i = 0; i < made->answers.offer_count; i++)
        if (offers[i].recipient == chosen->recipient &&
            offers[i].capability == chosen->capability && is_met(&offers[i]))
            return false;
    chosen->reaction = SEL_REACTION_MET;
    return true;
}

static bool climb(draw *from, material *made, uint32_t n)
{
    (void)from;
    bool changed = false;
    for (uint32_t i = 0; i < made->records[n].party_count; i++) {
        int8_t *ladder = &made->parties[n][i].ladder;
        bool higher = *ladder >= SEL_LADDER_INFORMED && *ladder < SEL_LADDER_CO_GOVERN;
        *ladder = (int8_t)(*ladder + higher);
        changed |= higher;
    }
    return changed;
}

/* One that had been asked for is free already, and tells what the other side leaves open. */
static bool free_of_conditions(draw *from, material *made, uint32_t n)
{
    (void)from;
    if (made->records[n].conditions != SEL_CONDITIONS_SOME ||
        made->records[n].conditions_requested == 1)
        return false;
    made->records[n].conditions = SEL_CONDITIONS_NONE;
    made->records[n].condition_classes = 0;
    return true;
}

static void is_no_worse(const char *id, const char *what, uint64_t seed,
                        const sel_indicator_value *before, const sel_indicator_value *after)
{
    ck_assert_msg(after->value >= before->value - 2e-9, "%s, seed %llu, %s: %.12g then %.12g", what,
                  (unsigned long long)seed, id, before->value, after->value);
}

/* a4, b3, b6, c1, c3: test_share_properties.c, since no one record moves them one way. */
START_TEST(an_improvement_lowers_nothing)
{
    static const trial trials[] = {
        {"asked first", ask_first, "a1", true},
        {"better account", better_account, "a2 a8 b2 b7 c4 c6 c7 c8 d4 d6", true},
        {"labour divided", divide_labour, "b2", false},
        {"more ownership", own_more, "a6", true},
        {"deeper commitment", commit_deeper, "a3 c2", false},
        {"more room", make_room, "a7", true},
        {"not the same", tell_apart, "b1", true},
        {"joint assessment", assess_together, "b7", true},
        {"status given", give_status, "b8", true},
        {"lead named", name_a_lead, "b9", true},
        {"session attended", attend, "c2", false},
        {"request met", meet, "a5", true},
        {"higher role", climb, "d1 d2 d3", true},
        {"free of conditions", free_of_conditions, "c5", true},
    };
    static const char elsewhere[] = "a4 b3 b6 c1 c3";
    tally total = {0};
    uint32_t count;
    const sel_indicator *const *list = sel_indicators(&count);
    try_all(trials, sizeof trials / sizeof trials[0], is_no_worse, false, &total);
    for (uint32_t n = 0; n < count; n++)
        ck_assert_msg(list[n]->role != SEL_SCORED || strstr(elsewhere, list[n]->id) != NULL ||
                          total.moved[n] > 0,
                      "%s: compared %u times, never moved", list[n]->id, total.compared[n]);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {an_improvement_lowers_nothing, NULL};
    return run_tests("improvement properties", tests);
}
