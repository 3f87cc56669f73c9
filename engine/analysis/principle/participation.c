#include "analysis/principle/participation.h"

#include "analysis/principle/respondents.h"

enum { ASSOCIATE_TENTHS = 5 };

/* The four ways into the discourse, and the wish not to be supported. */
enum { WAYS = 4, DECLINES = WAYS, QUESTIONS };

/* Bits of questions that some respondent answered so. */
typedef struct said {
    uint8_t yes;
    uint8_t no;
} said;

static int8_t answer_to(const sel_study_submission *submission, int question)
{
    const int8_t answers[QUESTIONS] = {submission->attended, submission->stated,
                                       submission->sponsored, submission->listed,
                                       submission->declined};
    return answers[question];
}

static bool is_fresh(const sel_study *study, const sel_study_submission *submission)
{
    int months = (int)sel_model_count(study->model, SEL_POLICY_C2_MONTHS);
    return submission->answered_on.known &&
           sel_day_add_months(submission->answered_on.latest, months) >= study->as_of;
}

static void hear(const sel_evidence *evidence, const sel_selection *selection, int question,
                 said *answers)
{
    const sel_study *study = evidence->study;
    bool *spoken = sel_arena_array(evidence->arena, study->submission_count, sizeof *spoken);
    for (uint32_t i = 0; i < study->submission_count; i++) {
        int8_t answer = answer_to(&study->submissions[i], question);
        bool counts = question == DECLINES || is_fresh(study, &study->submissions[i]);
        spoken[i] = counts && (answer == 0 || answer == 1);
    }
    sel_respondents respondents = sel_respondents_among(evidence, selection, spoken);
    for (uint32_t i = 0; i < respondents.count; i++) {
        const sel_study_submission *one = &study->submissions[respondents.submissions[i]];
        said *of = &answers[one->recipient];
        *(answer_to(one, question) == 1 ? &of->yes : &of->no) |= (uint8_t)(1U << question);
    }
}

static sel_taking_part discourse_of(said of)
{
    const unsigned ways = (1U << WAYS) - 1;
    if ((of.yes & ~of.no & ways) != 0)
        return SEL_PART_SURE;
    return (of.no & ~of.yes & ways) == ways ? SEL_PART_NONE : SEL_PART_UNKNOWN;
}

static sel_taking_part support_by(const sel_study *study, const sel_study_programme *record,
                                  uint32_t recipient)
{
    bool surely = false;
    bool perhaps = false;
    if (!sel_programme_is_active(record))
        return SEL_PART_NONE;
    for (uint32_t i = 0; i < record->place_count; i++) {
        const sel_study_place *at = &record->places[i];
        if (at->recipient != recipient)
            continue;
        surely |= at->depth_low >= ASSOCIATE_TENTHS && at->effort_low > 0;
        perhaps |= at->depth_high >= ASSOCIATE_TENTHS && at->effort_high > 0;
    }
    int32_t low = 0;
    int32_t high = 1;
    if (record->dated) {
        low = sel_supply_days_low(record, study->window_start, study->window_end);
        high = sel_supply_days_high(record, study->window_start, study->window_end);
    }
    return surely && low > 0     ? SEL_PART_SURE
           : perhaps && high > 0 ? SEL_PART_UNKNOWN
                                 : SEL_PART_NONE;
}

static sel_taking_part support_of(const sel_evidence *evidence, uint32_t recipient)
{
    const sel_study *study = evidence->study;
    const sel_roster *roster = evidence->roster;
    const uint32_t *members;
    uint32_t count = sel_groups_of(&roster->by_recipient, recipient, &members);
    sel_taking_part best = SEL_PART_NONE;
    for (uint32_t i = 0; i < count && best != SEL_PART_SURE; i++) {
        const sel_study_programme *record = roster->undertakings[members[i]].programme;
        sel_taking_part one = support_by(study, record, recipient);
        best = one > best ? one : best;
    }
    return best;
}

const sel_participation *sel_participation_of(const sel_evidence *evidence,
                                              const sel_selection *selection)
{
    const unsigned declines = 1U << DECLINES;
    uint32_t count = evidence->study->reference->geography.count;
    said *answers = sel_arena_array(evidence->arena, count, sizeof *answers);
    sel_participation *list = sel_arena_array(evidence->arena, count, sizeof *list);
    for (int question = 0; question < QUESTIONS; question++)
        hear(evidence, selection, question, answers);
    for (uint32_t i = 0; i < count; i++)
        list[i] = (sel_participation){
            .discourse = discourse_of(answers[i]),
            .support =
                sel_selection_covers(selection, i) ? support_of(evidence, i) : SEL_PART_UNKNOWN,
            .declines = (answers[i].yes & declines) != 0,
            .accepts = (answers[i].no & declines) != 0,
        };
    return list;
}
