/* a7: min(1, M / L). M: programmes that the recipient's own agency says it can carry at once. L:
 * programmes that run at as-of with a depth of associate or more at the recipient; at level
 * response those that the submission lists, at level recipient every undertaking once.
 *
 * L counts what is dated, active, running and surely that deep; bounds count
 * what surely runs at as-of and is surely about the subject in part, and what
 * perhaps runs (a date that may lie on either side, a depth not said, no dates
 * and not closed). M is the lead's;
 * without a lead the middle of what its agencies say, bounds at the least and
 * the most. No norm of capacity exists that could replace M.
 *
 * Not available: M not said; nothing runs (no support must not score 1). A
 * region: median of its members with L > 0 and M, of which there must be five
 * (as in the method's other medians) and half of all members with L > 0; bounds
 * put members without M at 0 and at 1. */
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"
#include "analysis/principle/respondents.h"

enum { ASSOCIATE_TENTHS = 5 };

typedef struct load {
    uint32_t surely;
    uint32_t counted;
    uint32_t perhaps;
} load;

/* How deeply a record reaches a recipient. */
typedef struct reach {
    bool deep;    /* associate or more */
    bool perhaps; /* it may be */
    bool surely;  /* and some of it is surely about the subject */
} reach;

static reach reach_of(const sel_study_programme *record, uint32_t recipient)
{
    reach found = {0};
    for (uint32_t i = 0; i < record->place_count; i++) {
        const sel_study_place *place = &record->places[i];
        if (place->recipient != recipient || place->effort_high == 0)
            continue;
        found.perhaps |= place->depth_high >= ASSOCIATE_TENTHS;
        found.deep |= place->depth_low >= ASSOCIATE_TENTHS;
        found.surely |= place->depth_low >= ASSOCIATE_TENTHS && place->effort_low > 0;
    }
    return found;
}

static void add_record(const sel_study *study, const sel_study_programme *record,
                       uint32_t recipient, load *to)
{
    reach reached = reach_of(record, recipient);
    if (!sel_programme_is_active(record) || !reached.perhaps)
        return;
    if (!record->dated) {
        to->perhaps += record->status != SEL_STATUS_CLOSED;
        return;
    }
    bool running = record->phase == SEL_PHASE_RUNNING;
    bool surely = running && record->start_high <= study->as_of && record->end_low > study->as_of;
    to->surely += surely && reached.surely;
    to->counted += running && reached.deep;
    to->perhaps += record->start_low <= study->as_of && record->end_high > study->as_of;
}

static load load_of(const sel_evidence *evidence, const sel_undertaking *undertakings,
                    uint32_t count, uint32_t recipient)
{
    load found = {0};
    for (uint32_t i = 0; i < count; i++) {
        add_record(evidence->study, undertakings[i].programme, recipient, &found);
    }
    return found;
}

/* The roster's undertakings of a member, one by one. */
static load load_of_member(const sel_evidence *evidence, uint32_t recipient)
{
    const uint32_t *members;
    uint32_t count = sel_groups_of(&evidence->roster->by_recipient, recipient, &members);
    load found = {0};
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0 && members[i] == members[i - 1])
            continue;
        load one = load_of(evidence, &evidence->roster->undertakings[members[i]], 1, recipient);
        found.surely += one.surely;
        found.counted += one.counted;
        found.perhaps += one.perhaps;
    }
    return found;
}

static bool says_maximum(const sel_study_submission *submission)
{
    return submission->programmes_max != SEL_NOT_COUNTED;
}

typedef struct share {
    double value;
    double low;
    double high;
} share;

static double ratio(double capacity, uint32_t running)
{
    return running == 0 || capacity >= running ? 1 : capacity / running;
}

/* Of the respondents first .. end - 1, all of one recipient. */
static share share_of(const sel_study *study, const sel_respondents *respondents, uint32_t first,
                      uint32_t end, const load *running)
{
    uint32_t least = UINT16_MAX;
    uint32_t most = 0;
    for (uint32_t i = first; i < end; i++) {
        uint32_t said = study->submissions[respondents->submissions[i]].programmes_max;
        least = said < least ? said : least;
        most = said > most ? said : most;
    }
    return (share){ratio((least + most) / 2.0, running->counted), ratio(least, running->perhaps),
                   ratio(most, running->surely)};
}

static sel_indicator_value of_one(const sel_evidence *evidence, const sel_selection *selection,
                                  const sel_respondents *respondents)
{
    load running = load_of(evidence, selection->undertakings, selection->undertaking_count,
                           selection->recipients[0]);
    if (respondents->count == 0)
        return sel_value_missing("reason.maximum-not-stated");
    if (running.counted == 0)
        return sel_value_missing("reason.nothing-running");
    share found = share_of(evidence->study, respondents, 0, respondents->count, &running);
    sel_indicator_value value = sel_value_between(found.value, found.low, found.high);
    value.known = value.all = 1;
    value.contributors = respondents->submissions;
    value.contributor_count = respondents->count;
    value.from = SEL_FROM_SUBMISSIONS;
    return value;
}

static int by_size(const void *a, const void *b)
{
    const double left = *(const double *)a;
    const double right = *(const double *)b;
    return (left > right) - (left < right);
}

/* Of count > 0 numbers, which are sorted. */
static double median_of(double *numbers, uint32_t count)
{
    qsort(numbers, count, sizeof *numbers, by_size);
    return (numbers[(count - 1) / 2] + numbers[count / 2]) / 2;
}

typedef struct members {
    double *values;
    double *lows;
    double *highs;
    uint32_t *numbers; /* members that have a value */
    uint32_t known;
    uint32_t all;
} members;

static void add_member(const sel_evidence *evidence, const sel_respondents *respondents,
                       uint32_t recipient, uint32_t *next, members *to)
{
    const sel_study *study = evidence->study;
    while (*next < respondents->count &&
           study->submissions[respondents->submissions[*next]].recipient < recipient)
        *next += 1;
    bool said = *next < respondents->count &&
                study->submissions[respondents->submissions[*next]].recipient == recipient;
    load running = load_of_member(evidence, recipient);
    if (running.counted == 0)
        return;
    share found = {0, 0, 1};
    if (said) {
        uint32_t end = sel_respondents_end(study, respondents, *next);
        found = share_of(study, respondents, *next, end, &running);
        to->values[to->known] = found.value;
        to->numbers[to->known++] = recipient;
    }
    to->lows[to->all] = found.low;
    to->highs[to->all++] = found.high;
}

static sel_indicator_value of_members(const sel_evidence *evidence, const sel_selection *selection,
                                      const sel_respondents *respondents)
{
    sel_arena *arena = evidence->arena;
    uint32_t count = selection->recipient_count;
    members found = {.values = sel_arena_array(arena, count, sizeof *found.values),
                     .lows = sel_arena_array(arena, count, sizeof *found.lows),
                     .highs = sel_arena_array(arena, count, sizeof *found.highs),
                     .numbers = sel_arena_array(arena, count, sizeof *found.numbers)};
    uint32_t next = 0;
    for (uint32_t i = 0; i < count; i++)
        add_member(evidence, respondents, selection->recipients[i], &next, &found);
    if (found.all == 0)
        return sel_value_missing("reason.nothing-running");
    if (found.known < sel_model_count(evidence->study->model, SEL_POLICY_A7_MEMBERS))
        return sel_value_missing("reason.fewer-than-five-states");
    if (found.known * 2 < found.all)
        return sel_value_missing("reason.less-than-half-known");
    sel_indicator_value value =
        sel_value_between(median_of(found.values, found.known), median_of(found.lows, found.all),
                          median_of(found.highs, found.all));
    value.known = found.known;
    value.all = found.all;
    value.contributors = found.numbers;
    value.contributor_count = found.known;
    value.from = SEL_FROM_RECIPIENTS;
    return value;
}

static sel_indicator_value absorption_load(const sel_evidence *evidence,
                                           const sel_selection *selection)
{
    sel_respondents respondents = sel_respondents_of(evidence, selection, says_maximum);
    return selection->subject.level == SEL_LEVEL_REGION
               ? of_members(evidence, selection, &respondents)
               : of_one(evidence, selection, &respondents);
}

const sel_indicator sel_indicator_a7 = {
    .id = "a7",
    .name = "indicator.a7",
    .question = "question.a7",
    .formula = "min(1, M / L); M programmes the agency can carry at once, L those running",
    .data = "data.a7",
    .source = "complaints about absorption; Paris Declaration 2005, indicator 10a",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RESPONSE | SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION,
    .evaluate = absorption_load,
};
