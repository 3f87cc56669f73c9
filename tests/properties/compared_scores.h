/** compared_scores.h - scores of drawn registers before and after a change to one record. */
#ifndef SEL_TESTS_COMPARED_SCORES_H
#define SEL_TESTS_COMPARED_SCORES_H

#include "drawn_register.h"

/* Compare a score of every subject before and after a change to one record; returns how many. */
typedef unsigned comparison(const sel_indicator *indicator, const sel_indicator_value *before,
                            const sel_indicator_value *after, uint64_t seed);

static inline unsigned compare_scores(const bench *before, const bench *after, uint64_t seed,
                                      comparison *judge)
{
    unsigned compared = 0;
    uint32_t indicators;
    const sel_indicator *const *list = sel_indicators(&indicators);
    sel_subject subjects[SUBJECTS_MAX];
    uint32_t count = subjects_of(before->study, subjects);
    for (uint32_t i = 0; i < count; i++) {
        sel_score a = sel_score_compute(&before->evidence, &before->world->model, subjects[i]);
        sel_score b = sel_score_compute(&after->evidence, &after->world->model, subjects[i]);
        for (uint32_t n = 0; n < indicators; n++)
            if (a.values[n].availability == SEL_AVAILABLE &&
                b.values[n].availability == SEL_AVAILABLE)
                compared += judge(list[n], &a.values[n], &b.values[n], seed);
    }
    return compared;
}

/* Whether nobody else tells of the programme of one record. */
static inline bool is_told_alone(const bench *one, sel_str id)
{
    const sel_study *study = one->study;
    uint32_t n = 0;
    while (!sel_str_equal(study->programmes[n].id, id))
        n++;
    const sel_undertaking *whole = &one->roster.undertakings[one->roster.undertaking_of[n]];
    return (whole->record != SEL_NONE) + whole->statement_count + whole->teller_count == 1 &&
           sel_undertaking_record(whole) == n;
}

#endif
