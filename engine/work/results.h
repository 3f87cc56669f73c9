/** results.h - results told as documents, one function per analysis command.
 *
 * Each fills a report in the context's language; explanations of single numbers
 * are in explain.h. Nothing is computed here that an analysis could give. */
#ifndef SEL_WORK_RESULTS_H
#define SEL_WORK_RESULTS_H

#include "report/report.h"
#include "work/assess.h"
#include "work/intake.h"

/** Title line with as-of and window, notices about invented data and incomplete registers. */
void sel_tell_setting(const sel_context *context, const sel_assessment *assessment,
                      sel_report *report);

/** Needs of all recipients: headlines, and every need for machines. */
void sel_tell_needs(const sel_context *context, const sel_assessment *assessment,
                    sel_report *report);

/** Needs of one recipient, capability by capability. */
void sel_tell_recipient(const sel_context *context, const sel_assessment *assessment,
                        uint32_t recipient, sel_report *report);

/** Distribution of the needs of an organisation's members. */
void sel_tell_region(const sel_context *context, const sel_assessment *assessment, uint32_t body,
                     sel_report *report);

/** Heat map recipients × capabilities of severities. */
void sel_tell_need_map(const sel_context *context, const sel_assessment *assessment,
                       sel_section *section);

/** Four principles of a subject with the indicators behind them. */
void sel_tell_score(const sel_context *context, const sel_assessment *assessment,
                    sel_subject subject, sel_report *report);

/** The same without the title lines. */
void sel_tell_score_body(const sel_context *context, const sel_assessment *assessment,
                         sel_subject subject, sel_report *report);

/** One line per principle for a response, as `submit` ends with. */
void sel_tell_response_score(const sel_context *context, const sel_assessment *assessment,
                             uint32_t submission, sel_section *section);

/** The same for the respondents that a file brought in, as far as they have receipts. */
void sel_tell_receipt_scores(const sel_context *context, const sel_assessment *assessment,
                             const sel_intake *intake, sel_report *report);

/** Places first, then pairs, then what is not overlap and what cannot be said. */
void sel_tell_overlap(const sel_context *context, const sel_assessment *assessment,
                      sel_report *report);

/** The same without the title lines, for a document that has its own. */
void sel_tell_overlap_body(const sel_context *context, const sel_assessment *assessment,
                           sel_report *report);

/** How the numbers of pairs change with the threshold and the constants, each varied alone. */
SEL_CHECKED
sel_status sel_tell_sensitivity(const sel_context *context, const sel_assessment *assessment,
                                sel_report *report, sel_error *err);

/** What was shown of a pair of programmes, given by address, and what is said to it, as the store
 *  has it now. SEL_NOT_FOUND: not two programmes of the study. */
SEL_CHECKED
sel_status sel_tell_pair_replies(const sel_context *context, const sel_assessment *assessment,
                                 sel_store *store, sel_str a, sel_str b, sel_report *report,
                                 sel_error *err);

/** Support against need per recipient and capability, with the thresholds of its classes. */
void sel_tell_map(const sel_context *context, const sel_assessment *assessment, sel_report *report);

/** The same as a heat map, without the title lines, for a document. */
void sel_tell_map_figure(const sel_context *context, const sel_assessment *assessment,
                         sel_report *report);

/** What every figure of support against need rests on: places whose need is known among all, need
 *  and support there, support elsewhere; a few sentences in arena. */
sel_str sel_tell_universe(const sel_context *context, const sel_assessment *assessment,
                          sel_arena *arena);

/** How much there is to compare, in all and at the places with most of it; after an assessment
 *  that was for the estimate only. */
void sel_tell_estimate(const sel_context *context, const sel_assessment *assessment,
                       sel_report *report);

/** What is given at every place, how much of it at once, and the episodes in which donors meet. */
void sel_tell_episodes(const sel_context *context, const sel_assessment *assessment,
                       sel_report *report);

/** How support is spread over donors and places; of pairs of donors the `top` most similar. */
void sel_tell_fragmentation(const sel_context *context, const sel_assessment *assessment,
                            uint32_t top, sel_report *report);

/** What `rank` and `match` are limited to; at most one is given. */
typedef struct sel_choice_of {
    uint32_t request;   /**< request number or SEL_NONE */
    uint32_t recipient; /**< recipient number or SEL_NONE */
    uint32_t donor;     /**< study organisation number or SEL_NONE */
} sel_choice_of;

/** Programmes in order with their intervals. SEL_NUMERIC when GSL fails. */
SEL_CHECKED
sel_status sel_tell_ranking(const sel_context *context, const sel_assessment *assessment,
                            sel_choice_of choice, sel_report *report, sel_error *err);

/** The same without the title lines. */
SEL_CHECKED
sel_status sel_tell_ranking_body(const sel_context *context, const sel_assessment *assessment,
                                 sel_choice_of choice, sel_report *report, sel_error *err);

/** Programmes for a request, or requests for a donor's programmes, every factor shown. */
void sel_tell_matches(const sel_context *context, const sel_assessment *assessment,
                      sel_choice_of choice, sel_report *report);

/** Subject of an address: "portfolio", "FJI", "ASEAN", "response:FJI", "REGISTER:ID", a donor's
 *  name. SEL_NOT_FOUND with what can be given. */
SEL_CHECKED
sel_status sel_subject_find(const sel_assessment *assessment, sel_str address, sel_subject *subject,
                            sel_error *err);

/** Address of a subject, in arena. */
sel_str sel_subject_address(const sel_assessment *assessment, sel_subject subject,
                            sel_arena *arena);

/** Donor (study organisation number) of a name or alias, or SEL_NONE. */
uint32_t sel_donor_find(const sel_study *study, sel_str name);

/** Request of an id, or SEL_NONE. */
uint32_t sel_request_find(const sel_study *study, sel_str id);

#endif
