/* b9: 1 − capabilities claimed by two regional organisations or more without a named lead /
 * capabilities claimed by at least one. A claim: the body says that the
 * capability is in its mandate, and names the instrument that gives the
 * mandate. A lead is named when one of those who claim names it.
 *
 * A region: the bodies with a member among its members, and the body itself; a
 * portfolio: all. Of a body the newest answer of each respondent counts, the lead's only
 * where there is one. Bounds: a claim without instrument, one that another
 * respondent of the body denies, and a mandate that is not said count or not;
 * leads count as named or not where bodies name different ones (compared without
 * regard to case). No lead written counts as none named: the question has no
 * other way to say so.
 *
 * Not available: fewer than two bodies have answered, so always for one body's
 * own response; nothing is claimed; less than half of what they were asked is
 * known. Not defined for a state's response. */
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"
#include "analysis/principle/respondents.h"

enum { BODIES_NEEDED = 2 };

/* What is said of one capability. */
typedef struct claims {
    uint32_t sure; /* bodies that claim it */
    uint32_t open; /* bodies that may */
    bool led;      /* a lead is named by one that claims it */
    bool led_perhaps;
    bool disputed; /* different ones are named */
    sel_str lead;  /* first one named */
} claims;

typedef struct overlap {
    uint32_t claimed;
    uint32_t unled;
    uint32_t claimed_worst;
    uint32_t unled_worst;
    uint32_t claimed_best;
    uint32_t unled_best;
} overlap;

static bool is_sure(const sel_study_mandate *mandate)
{
    return mandate->covered == 1 && mandate->cited;
}

static void hear_lead(const sel_study_mandate *mandate, claims *to)
{
    if (mandate->lead.len == 0)
        return;
    to->disputed |= to->lead.len > 0 && !sel_str_equal_ascii(to->lead, mandate->lead);
    if (to->lead.len == 0)
        to->lead = mandate->lead;
    to->led_perhaps = true;
}

/* What one body says of a capability, in one answer or in several respondents' answers. */
typedef struct stance {
    bool claimed; /* with its instrument */
    bool led;     /* and a lead is named with it */
    bool denied;
    bool open;
} stance;

static void hear_mandate(const sel_study_mandate *mandate, stance *body, claims *to)
{
    body->denied |= mandate->covered == 0;
    if (mandate->covered == 0)
        return;
    body->claimed |= is_sure(mandate);
    body->led |= is_sure(mandate) && mandate->lead.len > 0;
    body->open = true;
    hear_lead(mandate, to);
}

static void settle_stance(const stance *body, claims *to)
{
    bool sure = body->claimed && !body->denied;
    to->sure += sure;
    to->led |= sure && body->led;
    to->open += !sure && body->open;
}

static void settle_claims(const claims *found, overlap *to)
{
    bool several = found->sure >= 2;
    bool perhaps_several = found->sure + found->open >= 2;
    bool claimed = found->sure >= 1;
    to->claimed += claimed;
    to->unled += several && !found->led;
    bool worst = perhaps_several && (!found->led || found->disputed);
    to->claimed_worst += claimed || worst;
    to->unled_worst += worst;
    to->claimed_best += claimed || found->open >= 1;
    to->unled_best += several && !found->led_perhaps;
}

/* From mandates that ascend by (capability, body); heard: per submission, whether it counts. */
static overlap overlap_of(const sel_study *study, const bool *heard)
{
    overlap found = {0};
    uint32_t i = 0;
    while (i < study->mandate_count) {
        uint32_t capability = study->mandates[i].capability;
        claims said = {0};
        while (i < study->mandate_count && study->mandates[i].capability == capability) {
            uint32_t body = study->mandates[i].body;
            stance body_says = {0};
            for (; i < study->mandate_count && study->mandates[i].capability == capability &&
                   study->mandates[i].body == body;
                 i++) {
                const sel_study_mandate *mandate = &study->mandates[i];
                if (heard[mandate->submission])
                    hear_mandate(mandate, &body_says, &said);
            }
            settle_stance(&body_says, &said);
        }
        settle_claims(&said, &found);
    }
    return found;
}

/* Whether a body has a member in what is selected, or is what is selected. */
static bool concerns(const sel_study *study, const sel_selection *selection, uint32_t body)
{
    const sel_recipient *of = &study->reference->geography.recipients[body];
    if (!of->body)
        return false;
    if (selection->subject.level != SEL_LEVEL_REGION || selection->subject.number == body)
        return true;
    for (uint32_t i = 0; i < of->member_count; i++)
        if (sel_selection_covers(selection, of->members[i]))
            return true;
    return false;
}

static bool is_of_a_body(const sel_study *study, const sel_study_submission *submission)
{
    return submission->recipient != SEL_NONE &&
           study->reference->geography.recipients[submission->recipient].body;
}

/* Submissions that count, and of how many bodies. */
typedef struct hearing {
    bool *heard; /* per submission */
    uint32_t *submissions;
    uint32_t count;
    uint32_t bodies;
    uint32_t known; /* mandates said to be there with their instrument, or not to be there */
    uint32_t asked;
} hearing;

static void hear(const sel_study *study, uint32_t number, hearing *to)
{
    uint32_t last = to->count == 0 ? 0 : to->submissions[to->count - 1];
    to->bodies += to->count == 0 ||
                  study->submissions[last].recipient != study->submissions[number].recipient;
    to->submissions[to->count++] = number;
    to->heard[number] = true;
}

static hearing hearing_of(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_study *study = evidence->study;
    uint32_t count = study->submission_count;
    bool *spoken = sel_arena_array(evidence->arena, count, sizeof *spoken);
    hearing found = {.heard = sel_arena_array(evidence->arena, count, sizeof *found.heard),
                     .submissions =
                         sel_arena_array(evidence->arena, count, sizeof *found.submissions)};
    for (uint32_t i = 0; i < study->mandate_count; i++)
        spoken[study->mandates[i].submission] |= study->mandates[i].covered != SEL_UNKNOWN;
    /* bodies are chosen here: those of a region are not all its members */
    sel_selection everybody = {.subject = {SEL_LEVEL_PORTFOLIO, 0}};
    sel_respondents respondents = sel_respondents_among(evidence, &everybody, spoken);
    for (uint32_t i = 0; i < respondents.count; i++) {
        uint32_t number = respondents.submissions[i];
        if (concerns(study, selection, study->submissions[number].recipient))
            hear(study, number, &found);
    }
    for (uint32_t i = 0; i < study->mandate_count; i++) {
        const sel_study_mandate *mandate = &study->mandates[i];
        if (!found.heard[mandate->submission])
            continue;
        found.asked += 1;
        found.known += mandate->covered == 0 || is_sure(mandate);
    }
    return found;
}

static double share_led(uint32_t unled, uint32_t claimed)
{
    return claimed == 0 ? 1 : 1 - (double)unled / claimed;
}

static sel_indicator_value mandate_overlap(const sel_evidence *evidence,
                                           const sel_selection *selection)
{
    const sel_study *study = evidence->study;
    if (selection->subject.level == SEL_LEVEL_RESPONSE) {
        sel_indicator_value one = sel_value_missing("reason.fewer-than-two-bodies");
        if (!is_of_a_body(study, &study->submissions[selection->subject.number]))
            one.availability = SEL_NOT_DEFINED;
        return one;
    }
    hearing heard = hearing_of(evidence, selection);
    if (heard.bodies < BODIES_NEEDED)
        return sel_value_missing("reason.fewer-than-two-bodies");
    if (heard.known * 2 < heard.asked)
        return sel_value_missing("reason.less-than-half-known");
    overlap found = overlap_of(study, heard.heard);
    if (found.claimed == 0)
        return sel_value_missing("reason.no-mandate-claimed");
    sel_indicator_value value = sel_value_between(share_led(found.unled, found.claimed),
                                                  share_led(found.unled_worst, found.claimed_worst),
                                                  share_led(found.unled_best, found.claimed_best));
    value.known = heard.known;
    value.all = heard.asked;
    value.contributors = heard.submissions;
    value.contributor_count = heard.count;
    value.from = SEL_FROM_SUBMISSIONS;
    return value;
}

const sel_indicator sel_indicator_b9 = {
    .id = "b9",
    .name = "indicator.b9",
    .question = "question.b9",
    .formula =
        "1 − capabilities claimed by two bodies or more without a lead / capabilities claimed",
    .data = "data.b9",
    .source = "ASEAN regional action plan matrix: lead country and sectoral body",
    .principle = 'b',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RESPONSE | SEL_LEVEL_REGION | SEL_LEVEL_PORTFOLIO,
    .evaluate = mandate_overlap,
};
