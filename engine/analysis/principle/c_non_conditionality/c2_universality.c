/* c2: half the share of states that took part in the discourse, half the share that is reached by
 * at least one programme. Only UN members enter; a state that prefers not to
 * receive outside support (declined) leaves both halves.
 *
 * Took part: a session attended, a statement made, sponsorship used or a point
 * of contact listed. Any yes: it did; all no: it did not; else not known. The
 * questions ask about the last three years: answers older than 36 months at
 * as-of, or without date, are no answers. The wish to decline has no period: it
 * holds until it is answered otherwise. Of a respondent the newest answer to
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
#include "analysis/principle/participation.h"
#include "analysis/principle/proportion.h"

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
    uint32_t *numbers; /* surely took part, or reached, surely or perhaps */
    uint32_t count;
} states;

static void add_to_half(standing stands, sel_taking_part part, half *to)
{
    if (stands == STANDING_IN) {
        to->in += 1;
        to->in_surely += part == SEL_PART_SURE;
        to->in_perhaps += part != SEL_PART_NONE;
    } else if (stands == STANDING_PERHAPS) {
        to->open += 1;
        to->open_surely += part == SEL_PART_SURE;
        to->open_perhaps += part != SEL_PART_NONE;
    }
}

static void add_state(const sel_evidence *evidence, uint32_t recipient,
                      const sel_participation *part, states *found)
{
    if (part->declines && !part->accepts)
        return;
    standing needs = standing_of(evidence->needs, recipient);
    bool eligible = !part->declines && (part->accepts || needs == STANDING_IN);
    add_to_half(eligible ? STANDING_IN : STANDING_PERHAPS, part->discourse, &found->discourse);
    if (part->declines && needs == STANDING_IN)
        needs = STANDING_PERHAPS;
    add_to_half(needs, part->support, &found->support);
    if (part->discourse == SEL_PART_SURE ||
        (needs != STANDING_OUT && part->support != SEL_PART_NONE))
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

/* Of fewer states than needed in either half there is none. */
static sel_indicator_value value_of(const states *found, uint32_t needed)
{
    const half *discourse = &found->discourse;
    const half *support = &found->support;
    if (eligible_in(discourse) < needed || eligible_in(support) < needed)
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
    const sel_participation *parts = sel_participation_of(evidence, selection);
    states found = {.numbers =
                        sel_arena_array(evidence->arena, geography->count, sizeof *found.numbers)};
    for (uint32_t i = 0; i < geography->count; i++)
        if (geography->recipients[i].un_member && sel_selection_covers(selection, i))
            add_state(evidence, i, &parts[i], &found);
    sel_indicator_value value =
        value_of(&found, sel_model_count(evidence->study->model, SEL_POLICY_C2_STATES));
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
