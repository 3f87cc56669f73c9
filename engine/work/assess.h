/** assess.h - from the store to results: the study and every analysis on it.
 *
 * need → records → supply → overlap, each computed once and kept together with
 * the study it rests on. Principles and rankings are computed on top by those
 * who ask. Nothing is stored. */
#ifndef SEL_WORK_ASSESS_H
#define SEL_WORK_ASSESS_H

#include "analysis/overlap/overlap.h"
#include "analysis/principle.h"
#include "store/store.h"
#include "work/context.h"
#include "work/overlap_choice.h"
#include "work/right_of_reply.h"

typedef struct sel_assess_options {
    sel_days as_of;          /**< unknown: the newest day something was received */
    const char *round;       /**< only answers of this round and the support they state; NULL: the
                                  newest of each respondent */
    bool without_programmes; /**< needs only: programmes are not loaded */
    bool without_overlap;    /**< programmes are not compared: overlap stays empty */
    sel_overlap_options overlap; /**< top 0: 50; `only` is made of the next two */
    const char *donor;           /**< whose overlap: see overlap_choice.h */
    const char *recipient;       /**< where */
} sel_assess_options;

/** All results of one store at one day; owned by itself. */
typedef struct sel_assessment {
    sel_arena *arena;
    sel_study_builder *builder;
    const sel_study *study;
    sel_needs needs;
    sel_records records;
    sel_roster roster;
    sel_supplies supplies;
    sel_overlap overlap;
    sel_overlap_options comparing; /**< as overlap was computed */
    sel_asked asked;               /**< what its lists are limited to */
    sel_pair_replies replies;
    sel_evidence evidence; /**< the above for principles */
} sel_assessment;

/** Compute into *assessment; close it also after a failure. */
SEL_CHECKED
sel_status sel_assess_open(const sel_context *context, sel_store *store,
                           const sel_assess_options *options, sel_assessment *assessment,
                           sel_error *err);

/** A zeroed assessment is allowed. */
void sel_assess_close(sel_assessment *assessment);

#endif
