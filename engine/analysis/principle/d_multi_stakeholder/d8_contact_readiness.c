/* d8: cells of the points-of-contact grid (5 kinds of contact, 7 questions)
 * answered yes, of those answered yes or no. Context: it says what is needed,
 * not how support is given. The grid stands in two questionnaires: of one respondent
 * the newest counts. A recipient with a lead is read from the lead's
 * answer; without one its respondents are pooled and the bounds span them. */
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"

enum { GRID_CELLS = 35 };

typedef struct cells {
    uint32_t yes;
    uint32_t no;
    uint32_t grids;
    double lowest; /* over the grids */
    double highest;
    uint32_t *submissions;
} cells;

static bool has_grid(const sel_study_submission *submission)
{
    return submission->poc_yes + submission->poc_no + submission->poc_other > 0;
}

static void add_grid(const sel_study *study, uint32_t submission, cells *found)
{
    const sel_study_submission *one = &study->submissions[submission];
    double low = one->poc_yes / (double)GRID_CELLS;
    double high = 1 - one->poc_no / (double)GRID_CELLS;
    if (!has_grid(one))
        return;
    found->lowest = found->grids == 0 || low < found->lowest ? low : found->lowest;
    found->highest = found->grids == 0 || high > found->highest ? high : found->highest;
    found->yes += one->poc_yes;
    found->no += one->poc_no;
    found->submissions[found->grids++] = submission;
}

static bool is_same_respondent(const sel_study_submission *a, const sel_study_submission *b)
{
    return a->recipient == b->recipient && sel_str_equal(a->agency, b->agency);
}

/* Whether other respondents of the same recipient speak for it, and this one does not. */
static bool is_led_by_another(const sel_study *study, uint32_t submission)
{
    const sel_study_submission *own = &study->submissions[submission];
    bool another = false;
    for (uint32_t i = 0; i < study->submission_count; i++) {
        const sel_study_submission *other = &study->submissions[i];
        if (other->recipient != own->recipient || !other->lead)
            continue;
        if (is_same_respondent(own, other))
            return false;
        another = true;
    }
    return another;
}

/* Whether the respondent filled in a later grid too, with another questionnaire. */
static bool is_answered_anew(const sel_study *study, uint32_t submission)
{
    const sel_study_submission *own = &study->submissions[submission];
    for (uint32_t i = 0; i < study->submission_count; i++) {
        const sel_study_submission *other = &study->submissions[i];
        if (i == submission || !is_same_respondent(own, other) || !has_grid(other))
            continue;
        if (other->answered_on.latest == own->answered_on.latest
                ? i > submission
                : other->answered_on.latest > own->answered_on.latest)
            return true;
    }
    return false;
}

static cells cells_of(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_study *study = evidence->study;
    cells found = {.submissions = sel_arena_array(evidence->arena, study->submission_count,
                                                  sizeof *found.submissions)};
    if (selection->subject.level == SEL_LEVEL_RESPONSE) {
        add_grid(study, selection->subject.number, &found);
        return found;
    }
    for (uint32_t i = 0; i < study->submission_count; i++)
        if (sel_selection_covers(selection, study->submissions[i].recipient) &&
            !is_led_by_another(study, i) && !is_answered_anew(study, i))
            add_grid(study, i, &found);
    return found;
}

static sel_indicator_value contact_readiness(const sel_evidence *evidence,
                                             const sel_selection *selection)
{
    cells found = cells_of(evidence, selection);
    uint64_t known = (uint64_t)found.yes + found.no;
    uint64_t all = (uint64_t)found.grids * GRID_CELLS;
    if (found.grids == 0)
        return sel_value_missing("reason.contacts-not-answered");
    if (known * 2 < all)
        return sel_value_missing("reason.less-than-half-known");
    double pooled_low = (double)found.yes / (double)all;
    double pooled_high = 1 - (double)found.no / (double)all;
    bool region = selection->subject.level == SEL_LEVEL_REGION;
    sel_indicator_value value =
        sel_value_between((double)found.yes / (double)known, region ? pooled_low : found.lowest,
                          region ? pooled_high : found.highest);
    value.met = found.yes;
    value.known = known;
    value.all = all;
    value.contributors = found.submissions;
    value.contributor_count = found.grids;
    value.from = SEL_FROM_SUBMISSIONS;
    return value;
}

const sel_indicator sel_indicator_d8 = {
    .id = "d8",
    .name = "indicator.d8",
    .question = "question.d8",
    .formula = "cells of the points-of-contact grid in place / cells that apply, of 35",
    .data = "data.d8",
    .source = "Global Points of Contact Directory; NCSI 3.0 on points of contact",
    .principle = 'd',
    .role = SEL_CONTEXT,
    .levels = SEL_LEVEL_RESPONSE | SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION,
    .evaluate = contact_readiness,
};
