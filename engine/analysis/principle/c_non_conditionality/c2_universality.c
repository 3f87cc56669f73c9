/* c2: half the share of states that took part in the discourse, half the share
 * that is reached by at least one programme, of those that state a need or have
 * not answered. Only UN members enter.
 *
 * Nothing in this version records participation, so the value is not
 * available: its bounds come from the second half alone. There a state is
 * reached by an active programme with time in the window and a depth of
 * associate or more, surely or possibly. Who has not answered may have declined
 * or need no support: the bounds leave such states in or out, whichever is
 * worse or better. A state that answered and states no need is left out. */
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"

enum { STATES_NEEDED = 5, ASSOCIATE_TENTHS = 5 };

typedef struct reach {
    bool surely;
    bool perhaps;
} reach;

static reach depth_at(const sel_study_programme *record, uint32_t recipient)
{
    reach found = {0};
    for (uint32_t i = 0; i < record->place_count; i++) {
        const sel_study_place *at = &record->places[i];
        if (at->recipient != recipient)
            continue;
        found.surely |= at->depth_low >= ASSOCIATE_TENTHS && at->effort_low > 0;
        found.perhaps |= at->depth_high >= ASSOCIATE_TENTHS && at->effort_high > 0;
    }
    return found;
}

static reach reach_of(const sel_study *study, const sel_study_programme *record, uint32_t recipient)
{
    reach found = depth_at(record, recipient);
    if (!sel_programme_is_active(record))
        return (reach){false, false};
    if (!record->dated)
        return (reach){false, found.perhaps};
    int32_t days_low = sel_supply_days_low(record, study->window_start, study->window_end);
    int32_t days_high = sel_supply_days_high(record, study->window_start, study->window_end);
    return (reach){found.surely && days_low > 0, found.perhaps && days_high > 0};
}

static reach best_reach(const sel_evidence *evidence, uint32_t recipient)
{
    const sel_study *study = evidence->study;
    const uint32_t *members;
    uint32_t count = sel_groups_of(&evidence->roster->by_recipient, recipient, &members);
    reach best = {0};
    for (uint32_t i = 0; i < count && !best.surely; i++) {
        uint32_t record = sel_undertaking_record(&evidence->roster->undertakings[members[i]]);
        reach one = reach_of(study, &study->programmes[record], recipient);
        best.surely |= one.surely;
        best.perhaps |= one.perhaps;
    }
    return best;
}

typedef enum standing {
    STANDING_IN,      /* surely eligible: states a need */
    STANDING_PERHAPS, /* has not answered, or not so that a need follows */
    STANDING_OUT,     /* answered, no need stated */
} standing;

static standing standing_of(const sel_needs *needs, uint32_t recipient)
{
    bool answered = false;
    bool unknown = false;
    for (uint32_t i = 0; i < needs->count; i++) {
        const sel_need *need = &needs->list[i];
        if (need->recipient != recipient)
            continue;
        answered = true;
        if (sel_need_is_known(need) && need->n_low > 0)
            return STANDING_IN;
        unknown |= need->n_high > 0;
    }
    return answered && !unknown ? STANDING_OUT : STANDING_PERHAPS;
}

/* States by standing, and how many of them are reached surely and perhaps. */
typedef struct states {
    uint32_t in;
    uint32_t in_surely;
    uint32_t in_perhaps;
    uint32_t open;
    uint32_t open_surely;
    uint32_t open_perhaps;
    uint32_t all;
    uint32_t *numbers; /* reached ones */
    uint32_t count;
} states;

static void add_state(const sel_evidence *evidence, uint32_t recipient, states *found)
{
    standing stands = standing_of(evidence->needs, recipient);
    reach reached = best_reach(evidence, recipient);
    found->all += 1;
    if (stands == STANDING_OUT)
        return;
    if (stands == STANDING_IN) {
        found->in += 1;
        found->in_surely += reached.surely;
        found->in_perhaps += reached.perhaps;
    } else {
        found->open += 1;
        found->open_surely += reached.surely;
        found->open_perhaps += reached.perhaps;
    }
    if (reached.perhaps)
        found->numbers[found->count++] = recipient;
}

/* Share reached when the open ones that are not reached count, and those that are do not. */
static double lowest_share(const states *found)
{
    uint32_t eligible = found->in + found->open - found->open_surely;
    return eligible == 0 ? 0 : (double)found->in_surely / eligible;
}

static double highest_share(const states *found)
{
    uint32_t reached = found->in_perhaps + found->open_perhaps;
    uint32_t eligible = found->in + found->open_perhaps;
    return eligible == 0 ? 1 : (double)reached / eligible;
}

static sel_indicator_value universality(const sel_evidence *evidence,
                                        const sel_selection *selection)
{
    const sel_geography *geography = &evidence->study->reference->geography;
    states found = {.numbers =
                        sel_arena_array(evidence->arena, geography->count, sizeof *found.numbers)};
    for (uint32_t i = 0; i < geography->count; i++)
        if (geography->recipients[i].un_member && sel_selection_covers(selection, i))
            add_state(evidence, i, &found);
    bool enough = found.in + found.open >= STATES_NEEDED;
    sel_indicator_value value = sel_value_missing(enough ? "reason.participation-not-recorded"
                                                         : "reason.fewer-than-five-states");
    value.known = found.count;
    value.all = (uint64_t)found.in + found.open;
    value.contributors = found.numbers;
    value.contributor_count = found.count;
    value.from = SEL_FROM_RECIPIENTS;
    if (!enough)
        return value;
    value.low = value.interval_low = lowest_share(&found) / 2;
    value.high = value.interval_high = .5 + highest_share(&found) / 2;
    return value;
}

const sel_indicator sel_indicator_c2 = {
    .id = "c2",
    .name = "indicator.c2",
    .question = "question.c2",
    .formula = "½·states that took part / eligible + ½·states with support / eligible",
    .data = "data.c2",
    .source = "OEWG report 2021 para. 56, universal; Global Points of Contact Directory",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_REGION | SEL_LEVEL_PORTFOLIO,
    .evaluate = universality,
};
