/* c2: half the share of states that took part in the discourse, half the share that is reached by
 * at least one programme. Only UN members enter; a state that prefers not to
 * receive outside support (declined) leaves both halves.
 *
 * Took part: a session attended, a statement made, sponsorship used or a point
 * of contact listed. Any yes: it did; all no: it did not; else not known. The
 * questions ask about the last three years: answers older than 36 months at
 * as-of, or without date, are no answers. Of a respondent the newest answer to
 * each question counts, and the lead's where there is one; respondents who
 * differ leave the question open. The share is that of the states whose answer
 * is known, which must be half of the eligible.
 *
 * Reached: by an active programme with time in the window and a depth of
 * associate or more, surely. Eligible: states that state a need, and those that
 * have not answered, or not so that a need follows. A state that answered and
 * states no need is left out. States that only provide support cannot be told
 * apart: such a one is eligible until it has answered.
 *
 * Bounds: participation that is not known, and reach that is only possible,
 * count or not; who may have declined, or may need no support, is left in or
 * out, whichever is worse or better. Silence on declining does not decline
 * where a need is stated. Not available: fewer than five eligible states in
 * either half; too little known of who took part (bounds remain). A donor has no
 * value: taking part is not one donor's doing. */
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"
#include "analysis/principle/respondents.h"

/* Ours: fewer states are no universe; the questions ask about three years. */
enum { STATES_NEEDED = 5, FRESH_MONTHS = 36 };

enum { ASSOCIATE_TENTHS = 5 };

/* What a state is asked: four ways of taking part, and whether it declines support. */
enum { WAYS_TO_TAKE_PART = 4, QUESTIONS };

enum { DECLINES = WAYS_TO_TAKE_PART };

static int8_t answer_to(const sel_study_submission *submission, int question)
{
    const int8_t answers[QUESTIONS] = {submission->attended, submission->stated,
                                       submission->sponsored, submission->listed,
                                       submission->declined};
    return answers[question];
}

/* Answers of one state, bits of questions; both bits when its respondents differ. */
typedef struct said {
    uint8_t yes;
    uint8_t no;
} said;

static bool is_fresh(const sel_study *study, const sel_study_submission *submission)
{
    return submission->answered_on.known &&
           sel_day_add_months(submission->answered_on.latest, FRESH_MONTHS) >= study->as_of;
}

/* Answers per recipient. */
static const said *answers_of(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_study *study = evidence->study;
    bool *spoken = sel_arena_array(evidence->arena, study->submission_count, sizeof *spoken);
    said *answers =
        sel_arena_array(evidence->arena, study->reference->geography.count, sizeof *answers);
    for (int question = 0; question < QUESTIONS; question++) {
        for (uint32_t i = 0; i < study->submission_count; i++) {
            const sel_study_submission *one = &study->submissions[i];
            bool counts = question == DECLINES || is_fresh(study, one);
            spoken[i] = counts && (answer_to(one, question) == 0 || answer_to(one, question) == 1);
        }
        sel_respondents respondents = sel_respondents_among(evidence, selection, spoken);
        for (uint32_t i = 0; i < respondents.count; i++) {
            const sel_study_submission *one = &study->submissions[respondents.submissions[i]];
            said *of = &answers[one->recipient];
            if (answer_to(one, question) == 1)
                of->yes |= (uint8_t)(1 << question);
            else
                of->no |= (uint8_t)(1 << question);
        }
    }
    return answers;
}

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

/* One half: states by standing, and how many of them are reached, or took part, surely and
 * perhaps. */
typedef struct half {
    uint32_t in;
    uint32_t in_surely;
    uint32_t in_perhaps;
    uint32_t open;
    uint32_t open_surely;
    uint32_t open_perhaps;
} half;

typedef struct states {
    half discourse;
    half support;
    uint32_t *numbers; /* reached or took part, surely or perhaps */
    uint32_t count;
} states;

static void add_to_half(standing stands, reach reached, half *to)
{
    if (stands == STANDING_IN) {
        to->in += 1;
        to->in_surely += reached.surely;
        to->in_perhaps += reached.perhaps;
    } else if (stands == STANDING_PERHAPS) {
        to->open += 1;
        to->open_surely += reached.surely;
        to->open_perhaps += reached.perhaps;
    }
}

static reach took_part(const said *answers)
{
    const uint8_t ways = (1 << WAYS_TO_TAKE_PART) - 1;
    uint8_t surely_yes = answers->yes & (uint8_t)~answers->no & ways;
    uint8_t surely_no = answers->no & (uint8_t)~answers->yes & ways;
    return (reach){surely_yes != 0, surely_no != ways};
}

static void add_state(const sel_evidence *evidence, uint32_t recipient, const said *answers,
                      states *found)
{
    const uint8_t declines = 1 << DECLINES;
    bool declined = (answers->yes & declines) != 0;
    bool accepts = (answers->no & declines) != 0;
    if (declined && !accepts)
        return;
    standing needs = standing_of(evidence->needs, recipient);
    bool eligible = (accepts && !declined) || (needs == STANDING_IN && !declined);
    reach present = took_part(answers);
    reach reached = best_reach(evidence, recipient);
    add_to_half(eligible ? STANDING_IN : STANDING_PERHAPS, present, &found->discourse);
    if (declined && needs == STANDING_IN)
        needs = STANDING_PERHAPS;
    add_to_half(needs, reached, &found->support);
    if (present.surely || (needs != STANDING_OUT && reached.perhaps))
        found->numbers[found->count++] = recipient;
}

/* Share when the open ones that are not reached count, and those that surely are do not. */
static double lowest_share(const half *of)
{
    uint32_t eligible = of->in + of->open - of->open_surely;
    return eligible == 0 ? 0 : (double)of->in_surely / eligible;
}

static double highest_share(const half *of)
{
    uint32_t reached = of->in_perhaps + of->open_perhaps;
    uint32_t eligible = of->in + of->open_perhaps;
    return eligible == 0 ? 1 : (double)reached / eligible;
}

static uint32_t eligible_in(const half *of)
{
    return of->in + of->open;
}

static uint32_t surely_in(const half *of)
{
    return of->in_surely + of->open_surely;
}

/* Those of whom it is known: surely, or surely not. */
static uint32_t known_in(const half *of)
{
    return eligible_in(of) - (of->in_perhaps - of->in_surely) -
           (of->open_perhaps - of->open_surely);
}

static sel_indicator_value value_of(const states *found)
{
    const half *discourse = &found->discourse;
    const half *support = &found->support;
    if (eligible_in(discourse) < STATES_NEEDED || eligible_in(support) < STATES_NEEDED)
        return sel_value_missing("reason.fewer-than-five-states");
    double low = (lowest_share(discourse) + lowest_share(support)) / 2;
    double high = (highest_share(discourse) + highest_share(support)) / 2;
    uint32_t known = known_in(discourse);
    if (known * 2 < eligible_in(discourse)) {
        sel_indicator_value value = sel_value_missing("reason.participation-not-recorded");
        value.low = value.interval_low = low;
        value.high = value.interval_high = high;
        return value;
    }
    double present = (double)surely_in(discourse) / known;
    double reached = (double)surely_in(support) / eligible_in(support);
    return sel_value_between((present + reached) / 2, low, high);
}

static sel_indicator_value universality(const sel_evidence *evidence,
                                        const sel_selection *selection)
{
    const sel_geography *geography = &evidence->study->reference->geography;
    const said *answers = answers_of(evidence, selection);
    states found = {.numbers =
                        sel_arena_array(evidence->arena, geography->count, sizeof *found.numbers)};
    for (uint32_t i = 0; i < geography->count; i++)
        if (geography->recipients[i].un_member && sel_selection_covers(selection, i))
            add_state(evidence, i, &answers[i], &found);
    sel_indicator_value value = value_of(&found);
    value.known = (uint64_t)known_in(&found.discourse) + known_in(&found.support);
    value.all = (uint64_t)eligible_in(&found.discourse) + eligible_in(&found.support);
    value.contributors = found.numbers;
    value.contributor_count = found.count;
    value.from = SEL_FROM_RECIPIENTS;
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
