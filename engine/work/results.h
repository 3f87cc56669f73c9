/** results.h - results told as documents, one function per analysis command.
 *
 * Each fills a report in the context's language; explanations of single numbers
 * are in explain.h. Nothing is computed here that an analysis could give. */
#ifndef SEL_WORK_RESULTS_H
#define SEL_WORK_RESULTS_H

#include "domain/disclosure.h"
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

/** What of the scores of a subject is told: score_wish.c. */
typedef struct sel_score_wish {
    sel_subject subject;
    uint32_t principle; /**< 0 'a' … 3 'd', or SEL_NONE: all */
    uint32_t indicator; /**< number of one indicator, or SEL_NONE: all; then no principle is told */
    bool shared;        /**< for others than the secretariat: what rests on fewer than five, or on
                             what they may not see unless it is pooled over enough (pooling.h), is
                             withheld, and every principle that it enters */
    sel_disclosure audience; /**< when shared: public or circulated */
} sel_score_wish;

/** Everything of a subject, for the secretariat. */
sel_score_wish sel_score_wish_all(sel_subject subject);

/** Whether anything wanted reads overlap, the dear part of an assessment. */
bool sel_score_wish_reads_overlap(const sel_score_wish *wish);

/** SEL_USAGE when the scores of a subject tell of fewer than three states or donors, and so are not
 *  for others than the secretariat. */
SEL_CHECKED
sel_status sel_score_wish_check(const sel_assessment *assessment, const sel_score_wish *wish,
                                sel_error *err);

/** Score what is wanted. */
sel_score sel_score_wished(const sel_context *context, const sel_assessment *assessment,
                           const sel_score_wish *wish);

/** Whether an indicator is told: wanted, built and defined at this level. */
bool sel_score_wish_tells(const sel_score_wish *wish, const sel_score *score, uint32_t indicator);

/** Word id of what an available value owes to support that no register here has, or NULL.
 * --complete says that a file has all records of its register, nobody that registers have all
 * support: coverage (a3) and reach (c2), which support can only raise, are "at least"; of gaps and
 * crowding (b6) gaps are "at most". A response is held against the support it lists itself. */
const char *sel_score_completeness(const sel_indicator *indicator, const sel_score *score,
                                   uint32_t number);

/** Word id of a warning to the secretariat that a value is not for sharing, or NULL. */
const char *sel_score_warning(const sel_assessment *assessment, const sel_score *score,
                              uint32_t indicator);

/** Word id of why a value is withheld, with its counts, or NULL: it is told. */
const char *sel_score_wish_withholds(const sel_assessment *assessment, const sel_score_wish *wish,
                                     const sel_score *score, uint32_t indicator);

/** Whether a principle is withheld: an available indicator that enters it is. */
bool sel_score_wish_withholds_principle(const sel_context *context,
                                        const sel_assessment *assessment,
                                        const sel_score_wish *wish, const sel_score *score,
                                        uint32_t principle);

/** Four principles of a subject with the indicators behind them, as far as wanted. */
void sel_tell_score(const sel_context *context, const sel_assessment *assessment,
                    const sel_score_wish *wish, sel_report *report);

/** The same without the title lines. */
void sel_tell_score_body(const sel_context *context, const sel_assessment *assessment,
                         const sel_score_wish *wish, sel_report *report);

/** Word id of what a principle rests on: its reliability in words; where no indicator is available,
 *  whether something is known all the same, too little for any, or nothing. */
const char *sel_score_footing_word(const sel_context *context, const sel_score *score,
                                   uint32_t principle);

/** The constants of the wanted indicators, each varied alone (variation.h). Differences tell more
 *  than values of what they rest on: for the secretariat only. */
void sel_tell_variations(const sel_context *context, const sel_assessment *assessment,
                         const sel_score_wish *wish, sel_report *report);

/** Last line: the model that numbers were computed by. */
void sel_tell_model(const sel_context *context, sel_report *report);

/** The scores of one subject after two rounds. */
typedef struct sel_rounds_compared {
    const sel_assessment *assessment;
    const sel_assessment *other;
    const sel_score_wish *wish;
    const sel_score_wish *other_wish; /**< NULL: the subject is not in that round */
    const char *round;                /**< NULL: the newest answers of each respondent */
    const char *other_round;
} sel_rounds_compared;

/** Both columns and their difference: of two values that are available; of two principles only when
 *  the same indicators make them. Both are computed by the present model. */
void sel_tell_comparison(const sel_context *context, const sel_rounds_compared *of,
                         sel_report *report);

/** Which correlations are told, and how. */
typedef struct sel_correlation_wish {
    sel_level level; /**< over all recipients with records or answers, or over all programmes */
    bool shared;     /**< as in sel_score_wish: only those over five or more */
    bool grid; /**< indicators by indicators; else a row per pair with the number it rests on */
} sel_correlation_wish;

/** How indicators go together: correlation.h. */
void sel_tell_correlation(const sel_context *context, const sel_assessment *assessment,
                          const sel_correlation_wish *wish, sel_report *report);

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

/** How many comparisons overlap takes, and the `most` places that take the most of them; nothing
 *  is compared. */
void sel_tell_estimate(const sel_context *context, const sel_assessment *assessment, uint32_t most,
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

/** A ranking that is wanted; texts as written, NULL: not given. */
typedef struct sel_rank_wish {
    sel_choice_of choice;
    const char *compare; /**< "METHOD,METHOD…", put beside that of the model */
    const char *explain; /**< address of the programme, or request, whose rank is explained */
    bool sensitivity;    /**< which choice moves the order most */
} sel_rank_wish;

/** Programmes in order with their intervals, and what is wanted beside; requests when the context's
 *  model ranks these: the donor of the choice is then whose programmes are to fit, and the report
 *  is titled so. SEL_USAGE: a model made for another choice, names of methods; SEL_NOT_FOUND: no
 *  programme of this address is ranked; SEL_NUMERIC when GSL fails; SEL_UNSUPPORTED: too many
 *  programmes for what is wanted. */
SEL_CHECKED
sel_status sel_tell_ranking(const sel_context *context, const sel_assessment *assessment,
                            const sel_rank_wish *wish, sel_report *report, sel_error *err);

/** The same without the title lines. */
SEL_CHECKED
sel_status sel_tell_ranking_body(const sel_context *context, const sel_assessment *assessment,
                                 const sel_rank_wish *wish, sel_report *report, sel_error *err);

/** Programmes for a request, or requests for a donor's programmes, every factor shown. */
void sel_tell_matches(const sel_context *context, const sel_assessment *assessment,
                      sel_choice_of choice, sel_report *report);

/** Subject of a text at one level: a recipient or respondent by code or name, an area
 *  (sel_geography_area), "REGISTER:ID", a donor by any name. SEL_NOT_FOUND. */
SEL_CHECKED
sel_status sel_subject_at(const sel_assessment *assessment, sel_level level, sel_str text,
                          sel_subject *subject, sel_error *err);

/** Subject of an address: "portfolio", "FJI", "ASEAN", "R:054", "response:FJI", "REGISTER:ID", a
 *  donor's name. SEL_NOT_FOUND with what can be given. */
SEL_CHECKED
sel_status sel_subject_find(const sel_assessment *assessment, sel_str address, sel_subject *subject,
                            sel_error *err);

/** Address of a subject, in arena. */
sel_str sel_subject_address(const sel_assessment *assessment, sel_subject subject,
                            sel_arena *arena);

/** Name of a subject for people, in arena. */
sel_str sel_subject_name(const sel_context *context, const sel_assessment *assessment,
                         sel_subject subject, sel_arena *arena);

/** Word id of a level: "level.donor". */
const char *sel_level_word(sel_level level);

/** Donor (study organisation number) of a name or alias, or SEL_NONE. */
uint32_t sel_donor_find(const sel_study *study, sel_str name);

/** Request of an id, or SEL_NONE. */
uint32_t sel_request_find(const sel_study *study, sel_str id);

#endif
