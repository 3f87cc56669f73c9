/* d8: cells of the points-of-contact grid (5 kinds of contact, 7 questions)
 * answered yes, of those answered yes or no. Cells that are said not to apply
 * leave the grid; those left empty stay in it and are not known. Context: it
 * says what is needed, not how support is given.
 *
 * The grid stands in two questionnaires: of one respondent the newest counts.
 * A recipient with a lead is read from the lead's answer; without one its
 * respondents are pooled and the bounds span them. A region pools its members'
 * cells. Not available: no cell answered, or none that applies; less than half of what
 * applies is known. */
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"
#include "analysis/principle/respondents.h"

enum { GRID_CELLS = 35 };

static bool has_grid(const sel_study_submission *submission)
{
    return submission->poc_yes + submission->poc_no + submission->poc_other > 0;
}

/* Cells that apply, the answered ones at least. > 0 for one that has a grid. */
static uint32_t cells_of(const sel_study_submission *submission)
{
    uint32_t answered = (uint32_t)submission->poc_yes + submission->poc_no + submission->poc_other;
    uint32_t outside = submission->poc_inapplicable;
    return answered + outside < GRID_CELLS ? GRID_CELLS - outside : answered;
}

static sel_indicator_value contact_readiness(const sel_evidence *evidence,
                                             const sel_selection *selection)
{
    sel_respondents grids = sel_respondents_of(evidence, selection, has_grid);
    uint32_t yes = 0;
    uint32_t no = 0;
    uint32_t all = 0;
    double lowest = 1;
    double highest = 0;
    for (uint32_t i = 0; i < grids.count; i++) {
        const sel_study_submission *one = &evidence->study->submissions[grids.submissions[i]];
        double low = (double)one->poc_yes / cells_of(one);
        double high = 1 - (double)one->poc_no / cells_of(one);
        lowest = low < lowest ? low : lowest;
        highest = high > highest ? high : highest;
        yes += one->poc_yes;
        no += one->poc_no;
        all += cells_of(one);
    }
    if (grids.count == 0)
        return sel_value_missing("reason.contacts-not-answered");
    if ((yes + no) * 2 < all)
        return sel_value_missing("reason.less-than-half-known");
    bool pooled = selection->subject.level == SEL_LEVEL_REGION;
    sel_indicator_value value =
        sel_value_between((double)yes / (yes + no), pooled ? (double)yes / all : lowest,
                          pooled ? 1 - (double)no / all : highest);
    value.met = yes;
    value.known = yes + no;
    value.all = all;
    value.contributors = grids.submissions;
    value.contributor_count = grids.count;
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
