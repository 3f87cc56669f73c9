/** overlap.h - pairs of programmes of different donors that may do the same thing.
 *
 * method §4, in integers throughout; proportions are in ppm, rounded down, so
 * that comparing them with a threshold is exact. Unknown fields make
 * intervals: a pair is certain when the low end reaches the threshold,
 * possible when only the high end does. Overlap is not waste: readings say
 * where to talk.
 *
 *     C = Σ_x min(a_i(x), a_j(x))            D = |I_i ∩ I_j| / min(|I_i|, |I_j|)
 *     A, G = f + (1 − f)·Jaccard of kinds of help, of for whom    f = ½ by the model
 *     S_c = product of those known on both sides
 *     T(i in j) = Σ_x a_i·present_j / Σ_x a_i · |I_i ∩ I_j|/|I_i| · A · G
 *     K = max(S_c, T*)·red                   T* = the larger of both ways
 *
 * The lengths in D, and those that money is spread over, are the longest that
 * the dates allow: "2017 to 2018" is compared as two years, and is not taken
 * for the one week that would make D 1. What a shorter programme could mean is
 * in T, whose shares of time run over every length that the dates allow. */
#ifndef SEL_ANALYSIS_OVERLAP_H
#define SEL_ANALYSIS_OVERLAP_H

#include "analysis/records.h"
#include "analysis/supply.h"

/** Neutral readings, from nothing to do to talk first. */
typedef enum sel_reading {
    SEL_READ_FITS,       /**< 0: fits together */
    SEL_READ_FITS_NOTED, /**< 1: fits together, or note where need_unknown */
    SEL_READ_WATCH,      /**< 2: watch, or check the need where need_unknown */
    SEL_READ_TALK,       /**< 3 */
    SEL_READ_TALK_FIRST, /**< 4 */
} sel_reading;

/** What a pair of records is to each other. Only OVERLAP pairs are overlap. When several hold, the
 *  first of the others does. */
typedef enum sel_pair_class {
    SEL_PAIR_OVERLAP,
    SEL_PAIR_SAME,     /**< one programme told twice */
    SEL_PAIR_FAMILY,   /**< parent and child, one amount */
    SEL_PAIR_CHAIN,    /**< funding chain, one amount */
    SEL_PAIR_COFUNDED, /**< both amounts, coordinated */
    SEL_PAIR_SUCCESSOR,
    SEL_PAIR_RELATED, /**< somebody decided that the two belong together */
    SEL_PAIR_CLASSES
} sel_pair_class;

/** One pair, a < b in study order. */
typedef struct sel_overlap_pair {
    uint32_t a;
    uint32_t b;
    sel_pair_class class;
    uint32_t c_low; /**< C: shared place-and-topic effort, 10⁻⁷ */
    uint32_t c_high;
    int32_t days_low; /**< days together, surely and possibly */
    int32_t days_high;
    uint32_t d_low_ppm; /**< D; 0 below the floor of min(90 days, either length) */
    uint32_t d_high_ppm;
    uint32_t a_ppm;   /**< A; 1 000 000 when not known on both sides */
    uint32_t g_ppm;   /**< G; the same */
    bool kinds_known; /**< on both sides */
    bool for_whom_known;
    uint8_t factors;    /**< 2, 3 or 4 factors known on both sides */
    uint32_t s_low_ppm; /**< S_c */
    uint32_t s_high_ppm;
    uint32_t t_a_low_ppm; /**< T(a in b): how much of a happens where and when b works */
    uint32_t t_a_high_ppm;
    uint32_t t_b_low_ppm; /**< T(b in a) */
    uint32_t t_b_high_ppm;
    uint32_t red_low_ppm;  /**< share of what they share that is beyond need, over assessed */
    uint32_t red_high_ppm; /**< places; shares weighted by money, else by effort */
    uint32_t unknown_ppm;  /**< u: share of what they share that is at places not assessed */
    bool need_known;       /**< some shared place is assessed */
    bool need_unknown;     /**< u > ½: the reading cannot rest on need */
    bool ordinal;          /**< need is ordinal: red never says "beyond need" in words */
    bool money_compared;   /**< both amounts known */
    int64_t money_low;     /**< E: money side by side, hundredths of the reporting currency */
    int64_t money_high;
    bool certain;        /**< S_c or T* reaches the threshold at the low end */
    bool by_containment; /**< T* reaches it, S_c does not */
    bool same_implementer;
    uint8_t coordination_keys; /**< 1 a donor's side declares it, 1 more the recipient's does */
    sel_reading reading;       /**< meaningful when S_c or T* reaches the threshold */
    sel_study_phase phase;     /**< past when their time together surely is; pipeline when one of
                                    them still is, so that overlap can be prevented */
} sel_overlap_pair;

/** A fraction of whole numbers. */
typedef struct sel_fraction {
    uint32_t part;
    uint32_t whole;
} sel_fraction;

/** T before A and G: inside / (inside + outside) · days / length; 0 where both are 0. */
typedef struct sel_containment {
    uint32_t inside;  /**< effort of the one at places where the other works, 10⁻⁷ */
    uint32_t outside; /**< and elsewhere */
    int32_t days;     /**< of its time, inside the other's */
    int32_t length;   /**< > 0 */
} sel_containment;

/** What a pair's figures are made of at one end of their intervals. */
typedef struct sel_overlap_end {
    uint32_t c;   /**< C, of SEL_EFFORT_WHOLE */
    int32_t days; /**< together; none under the floor */
    sel_containment a_in_b;
    sel_containment b_in_a;
} sel_overlap_end;

/** The fractions that a pair's figures multiply out from, exactly:
 *
 *     S_c = ⌊10⁶ · c/10⁷ · days/length · A · G⌋ ppm        T likewise */
typedef struct sel_overlap_terms {
    int32_t length;        /**< days of the shorter programme, the longest it may be; > 0 */
    sel_fraction kinds;    /**< A; 1/1 when not known on both sides */
    sel_fraction for_whom; /**< G; the same */
    sel_overlap_end low;
    sel_overlap_end high;
} sel_overlap_terms;

/** Of all pairs, those that somebody asks for. */
typedef struct sel_overlap_choice {
    uint32_t donor;         /**< on one side of the pair: study organisation, SEL_NONE: any */
    uint32_t programme;     /**< one of the two; SEL_NONE: any */
    const bool *recipients; /**< per recipient: a place in common lies there; NULL: anywhere */
} sel_overlap_choice;

typedef struct sel_overlap_options {
    uint32_t top;                   /**< longest of each list of pairs */
    bool within_donor;              /**< pairs with a donor in common are listed too */
    bool all_time;                  /**< also pairs whose time together lies outside W */
    bool without_past;              /**< pairs that are surely over are counted, not listed */
    const sel_overlap_choice *only; /**< what is listed; NULL: all */
    uint64_t pair_budget; /**< most meetings to compare, 0: all; when there are more, crowded places
                               are compared in part (plan.h) and all numbers of pairs are "at
                               least" */
    int threads;          /**< <= 0: as OpenMP decides; results do not depend on it */
} sel_overlap_options;

/** Where a pair is listed: what can still be prevented first. */
typedef enum sel_overlap_list {
    SEL_LIST_PIPELINE,
    SEL_LIST_RUNNING,
    SEL_LIST_PAST,
    SEL_LIST_WITHIN_DONOR,
    SEL_OVERLAP_LISTS
} sel_overlap_list;

/** Exact numbers of pairs at the threshold; each is in one of them. */
typedef struct sel_overlap_counts {
    uint64_t certain;
    uint64_t possible;
    uint64_t by_class[SEL_PAIR_CLASSES]; /**< pairs set apart, by class; none of class OVERLAP */
    uint64_t within_donor;               /**< pairs with a donor in common */
    uint64_t no_donor;                   /**< pairs where a donor is not known */
    uint64_t outside;                    /**< pairs whose time together lies outside W */
} sel_overlap_counts;

/** One list of pairs. */
typedef struct sel_overlap_listing {
    uint64_t certain; /**< exact numbers of those asked for, listed or not; within one donor only */
    uint64_t possible;                            /**< when that list is wanted */
    uint64_t by_reading[SEL_READ_TALK_FIRST + 1]; /**< of these */
    uint32_t first;                               /**< in sel_overlap.pairs */
    uint32_t count;
} sel_overlap_listing;

typedef struct sel_overlap {
    const sel_overlap_pair *pairs; /**< list after list, in each strongest first: reading,
                                        max(S_c, T*) high, then study order */
    uint32_t pair_count;
    sel_overlap_listing lists[SEL_OVERLAP_LISTS];
    const sel_overlap_pair *apart; /**< linked or joined pairs with a place in common, whatever
                                        their strength: ascending (class, a, b) */
    uint32_t apart_count;
    uint64_t certain; /**< these six: of all pairs, whatever was asked for */
    uint64_t possible;
    uint64_t by_class[SEL_PAIR_CLASSES];
    uint64_t within_donor;
    uint64_t no_donor;
    uint64_t outside;
    sel_overlap_counts chosen; /**< of those asked for; the same as above when all were */
    uint64_t unlisted;         /**< certain and possible pairs asked for that are on no list */
    uint64_t compared;         /**< meetings: two programmes at one place with a possible day in
                                    common, counted at each place they meet; with those that a
                                    budget rules out because they are below the threshold */
    uint64_t uncompared;       /**< meetings beyond the budget */
    uint32_t places_in_part;   /**< places where these are */
    uint32_t uncompared_ppm;   /**< no pair of theirs is stronger than this */
    const uint32_t *least_ppm; /**< per programme: largest K of its certain pairs, at the low end */
    const uint32_t *most_ppm;  /**< largest K of its certain and possible pairs, at the high end */
    const bool *assessed;      /**< per programme: counted, active, dated, with a donor, some place
                                    assessed, and another donor's programme to compare with */
} sel_overlap;

/** Compare all programmes of the study into arena. SEL_BAD_INPUT when the model's threshold is not
 *  in 1 … 10 000 basis points, or its likeness floor not a number of quarters up to 1. */
SEL_CHECKED
sel_status sel_overlap_compute(const sel_study *study, const sel_needs *needs,
                               const sel_supplies *supplies, const sel_records *records,
                               const sel_overlap_options *options, sel_arena *arena,
                               sel_overlap *overlap, sel_error *err);

/** One pair in full, whatever its strength; for explanations. Time together is 0 when one of the
 *  two has no dates. */
sel_overlap_pair sel_overlap_of(const sel_study *study, const sel_needs *needs,
                                const sel_supplies *supplies, const sel_records *records,
                                uint32_t a, uint32_t b);

/** What its S_c and T are made of; no days together when one of the two has no dates. */
sel_overlap_terms sel_overlap_terms_of(const sel_study *study, uint32_t a, uint32_t b);

/** Whether a pair is one of those asked for; choice may be NULL. */
bool sel_overlap_is_chosen(const sel_overlap_choice *choice, const sel_study *study, uint32_t a,
                           uint32_t b);

#endif
