/** study_submissions.h - submissions and what they tell besides needs, while a study is built.
 *
 * Private to the study's builder. A statement (a programme of register
 * "recipient:<code>" or "donor:<name>") carries in its identifier the round and the agency of the
 * submission it comes from (statement.h): that is how the two are brought
 * together. */
#ifndef SEL_DOMAIN_STUDY_SUBMISSIONS_H
#define SEL_DOMAIN_STUDY_SUBMISSIONS_H

#include "domain/study.h"

/** Grows with what is added; create and destroy it. */
typedef struct sel_submission_list {
    const sel_geography *geography;
    sel_arena *arena;   /**< borrowed: what the study keeps */
    sel_arena *scratch; /**< of one look-up */
    sel_study_submission *list;
    uint32_t count;
    uint32_t room;
    sel_study_offer *offers;
    uint32_t offer_count;
    uint32_t offer_room;
    sel_study_mandate *mandates;
    uint32_t mandate_count;
    uint32_t mandate_room;
    sel_index *sources;  /**< register and beginning of the identifiers of one's statements */
    uint32_t *source_of; /**< per source: the submission, SEL_NONE when it does not count */
    uint32_t source_room;
} sel_submission_list;

/** geography and arena are borrowed for the list's life. */
sel_submission_list sel_submissions_create(const sel_geography *geography, sel_arena *arena);

void sel_submissions_destroy(sel_submission_list *submissions);

/** As sel_study_add_submission and its neighbours in study.h. */
uint32_t sel_submissions_add(sel_submission_list *submissions,
                             const sel_study_submission *submission);
void sel_submissions_leave_out(sel_submission_list *submissions,
                               const sel_study_submission *submission);
void sel_submissions_add_offer(sel_submission_list *submissions, const sel_study_offer *offer);
void sel_submissions_add_mandate(sel_submission_list *submissions,
                                 const sel_study_mandate *mandate);

/** Whether a statement comes from a submission that does not count. */
bool sel_submissions_disregard(sel_submission_list *submissions, sel_str register_name, sel_str id);

/** Submission that a statement comes from; SEL_NONE: none that was added. */
uint32_t sel_submissions_stating(sel_submission_list *submissions, sel_str register_name,
                                 sel_str id);

/** Put the organisations that answer into the roll, before it settles. */
void sel_submissions_enrol(sel_submission_list *submissions, sel_organisation_roll *roll);

/** Find the donors in the roll that has settled, sort, and hand everything to the study. */
void sel_submissions_settle(sel_submission_list *submissions, const sel_organisation_roll *roll,
                            sel_study *study);

#endif
