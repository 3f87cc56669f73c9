#include "analysis/principle/respondents.h"

/* A submission among those that speak. */
typedef struct candidate {
    const sel_study_submission *submission;
    uint32_t number;
} candidate;

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static sel_day answered_by(const sel_study_submission *submission)
{
    return submission->answered_on.known ? submission->answered_on.latest : SEL_DAY_FIRST;
}

static bool is_same_respondent(const sel_study_submission *a, const sel_study_submission *b)
{
    return a->recipient == b->recipient && a->donor == b->donor &&
           sel_str_equal(a->organisation, b->organisation) && sel_str_equal(a->agency, b->agency);
}

int sel_submission_compare_age(const sel_study_submission *a, const sel_study_submission *b)
{
    sel_day first = answered_by(a);
    sel_day second = answered_by(b);
    int order = (first < second) - (first > second);
    if (order == 0)
        order = sel_str_compare(b->round, a->round);
    return order == 0 ? sel_str_compare(b->questionnaire, a->questionnaire) : order;
}

/* By respondent, the newest first, so that the order of arrival leaves no trace. */
static int by_respondent(const void *a, const void *b)
{
    const candidate *x = a;
    const candidate *y = b;
    const sel_study_submission *left = x->submission;
    const sel_study_submission *right = y->submission;
    int order = compare_numbers(left->recipient, right->recipient);
    if (order == 0)
        order = compare_numbers(left->donor, right->donor);
    if (order == 0)
        order = sel_str_compare(left->organisation, right->organisation);
    if (order == 0)
        order = sel_str_compare(left->agency, right->agency);
    if (order == 0)
        order = sel_submission_compare_age(left, right);
    return order == 0 ? compare_numbers(y->number, x->number) : order;
}

/* Who is a lead in any questionnaire leads in all: submissions of leads, ascending as above. */
typedef struct leads {
    const candidate *list;
    uint32_t count;
} leads;

static leads leads_of(const sel_study *study, sel_arena *arena)
{
    candidate *list = sel_arena_array(arena, study->submission_count, sizeof *list);
    leads found = {list, 0};
    for (uint32_t i = 0; i < study->submission_count; i++)
        if (study->submissions[i].lead)
            list[found.count++] = (candidate){&study->submissions[i], i};
    if (found.count > 1)
        qsort(list, found.count, sizeof *list, by_respondent);
    return found;
}

/* Whether other respondents of the same recipient speak for it, and this one does not. */
static bool is_led_by_another(const leads *of, const sel_study_submission *own)
{
    uint32_t low = 0;
    uint32_t high = of->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (of->list[middle].submission->recipient < own->recipient)
            low = middle + 1;
        else
            high = middle;
    }
    bool another = false;
    for (; low < of->count && of->list[low].submission->recipient == own->recipient; low++) {
        if (is_same_respondent(own, of->list[low].submission))
            return false;
        another = true;
    }
    return another;
}

static bool belongs(const sel_study *study, const sel_selection *selection,
                    const sel_study_submission *submission)
{
    if (selection->subject.level == SEL_LEVEL_DONOR)
        return submission->recipient == SEL_NONE && submission->donor != SEL_NONE &&
               study->organisations[submission->donor].donor == selection->subject.number;
    return submission->recipient != SEL_NONE &&
           sel_selection_covers(selection, submission->recipient);
}

static int by_recipient(const void *a, const void *b)
{
    const candidate *x = a;
    const candidate *y = b;
    int order = compare_numbers(x->submission->recipient, y->submission->recipient);
    return order == 0 ? compare_numbers(x->number, y->number) : order;
}

/* Newest submission of each respondent that nobody else leads; list is compacted. */
static uint32_t keep_newest(const leads *of, candidate *list, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool again = i > 0 && is_same_respondent(list[i].submission, list[i - 1].submission);
        bool counts = !again && (list[i].submission->recipient == SEL_NONE ||
                                 !is_led_by_another(of, list[i].submission));
        if (counts)
            list[kept++] = list[i];
    }
    return kept;
}

sel_respondents sel_respondents_among(const sel_evidence *evidence, const sel_selection *selection,
                                      const bool *spoken)
{
    const sel_study *study = evidence->study;
    bool one = selection->subject.level == SEL_LEVEL_RESPONSE;
    candidate *list = sel_arena_array(evidence->arena, study->submission_count, sizeof *list);
    uint32_t count = 0;
    for (uint32_t i = 0; i < study->submission_count; i++) {
        const sel_study_submission *submission = &study->submissions[i];
        bool own = one ? i == selection->subject.number : belongs(study, selection, submission);
        if (own && spoken[i])
            list[count++] = (candidate){submission, i};
    }
    if (count > 1)
        qsort(list, count, sizeof *list, by_respondent);
    if (!one) {
        leads found = leads_of(study, evidence->arena);
        count = keep_newest(&found, list, count);
    }
    if (count > 1)
        qsort(list, count, sizeof *list, by_recipient);
    uint32_t *numbers = sel_arena_array(evidence->arena, count, sizeof *numbers);
    for (uint32_t i = 0; i < count; i++)
        numbers[i] = list[i].number;
    return (sel_respondents){numbers, count};
}

sel_respondents sel_respondents_of(const sel_evidence *evidence, const sel_selection *selection,
                                   sel_speaks *speaks)
{
    const sel_study *study = evidence->study;
    bool *spoken = sel_arena_array(evidence->arena, study->submission_count, sizeof *spoken);
    for (uint32_t i = 0; i < study->submission_count; i++)
        spoken[i] = speaks(&study->submissions[i]);
    return sel_respondents_among(evidence, selection, spoken);
}

uint32_t sel_respondents_end(const sel_study *study, const sel_respondents *respondents,
                             uint32_t first)
{
    uint32_t recipient = study->submissions[respondents->submissions[first]].recipient;
    uint32_t end = first + 1;
    while (end < respondents->count &&
           study->submissions[respondents->submissions[end]].recipient == recipient)
        end += 1;
    return end;
}
