/** overlap.h - pairs of programmes of different donors that may do the same thing.
 *
 * method §4, in integers throughout. Unknown fields make intervals: a pair is
 * certain when the low end reaches the threshold, possible when only the high
 * end does. Overlap is not waste: readings say where to talk. */
#ifndef SEL_ANALYSIS_OVERLAP_H
#define SEL_ANALYSIS_OVERLAP_H

#include "analysis/supply.h"

/** Neutral readings, from nothing to do to talk first. */
typedef enum sel_reading {
    SEL_READ_FITS,       /**< 0: fits together */
    SEL_READ_FITS_NOTED, /**< 1: fits together or note, see need_unknown */
    SEL_READ_WATCH,      /**< 2: watch, or check the need */
    SEL_READ_TALK,       /**< 3 */
    SEL_READ_TALK_FIRST, /**< 4 */
} sel_reading;

/** What a pair of records is to each other. Only OVERLAP pairs are overlap. */
typedef enum sel_pair_class {
    SEL_PAIR_OVERLAP,
    SEL_PAIR_SAME,     /**< one programme told twice */
    SEL_PAIR_FAMILY,   /**< parent and child, one amount */
    SEL_PAIR_CHAIN,    /**< funding chain, one amount */
    SEL_PAIR_COFUNDED, /**< both amounts, coordinated */
    SEL_PAIR_SUCCESSOR,
    SEL_PAIR_CLASSES
} sel_pair_class;

/** One pair, a < b in study order. Proportions are in ppm. */
typedef struct sel_overlap_pair {
    uint32_t a;
    uint32_t b;
    sel_pair_class class;
    uint32_t c_low; /**< C: shared place-and-topic effort, 10⁻⁷ */
    uint32_t c_high;
    int32_t days_low; /**< days together */
    int32_t days_high;
    uint32_t d_low_ppm; /**< D: after the floor of min(90 days, either length) */
    uint32_t d_high_ppm;
    uint32_t a_ppm;   /**< A: ½ + ½ Jaccard of kinds of help; 1 000 000 when not on both sides */
    uint32_t g_ppm;   /**< G: the same for whom */
    bool kinds_known; /**< on both sides */
    bool for_whom_known;
    uint8_t factors;    /**< 2, 3 or 4 factors known on both sides */
    uint32_t s_low_ppm; /**< S_c: product of the known factors */
    uint32_t s_high_ppm;
    uint32_t t_a_low_ppm; /**< containment T(a in b)·A·G: how much of a happens where b works */
    uint32_t t_a_high_ppm;
    uint32_t t_b_low_ppm; /**< T(b in a)·A·G */
    uint32_t t_b_high_ppm;
    uint32_t red_ppm;     /**< share beyond need, over places with known need */
    uint32_t unknown_ppm; /**< u: share of the shared money or effort at places of unknown need */
    bool need_known;      /**< some shared place has a known need */
    bool ordinal;         /**< need is ordinal: red never says "beyond need" in words */
    bool money_compared;
    int64_t money_low; /**< E: money side by side, hundredths of the reporting currency */
    int64_t money_high;
    bool certain;        /**< S_c or T* reaches the threshold at the low end */
    bool by_containment; /**< listed by T*, not by S_c */
    bool same_implementer;
    uint8_t coordination_keys; /**< 0, 1 or 2 sides declared coordination */
    sel_reading reading;
    sel_study_phase phase; /**< pipeline can still be prevented */
} sel_overlap_pair;

typedef struct sel_overlap_options {
    uint32_t top;      /**< longest list of pairs */
    bool within_donor; /**< pairs with a donor in common too */
    bool all_time;     /**< also pairs whose time together lies outside W */
    int threads;       /**< <= 0: as OpenMP decides; results do not depend on it */
} sel_overlap_options;

typedef struct sel_overlap {
    const sel_overlap_pair
        *pairs; /**< strongest first: reading, max(S, T*) high, then study order */
    uint32_t pair_count;
    uint64_t certain; /**< exact numbers of all pairs of class OVERLAP at the threshold */
    uint64_t possible;
    uint64_t by_class[SEL_PAIR_CLASSES]; /**< pairs at the threshold, set apart by class */
    uint64_t within_donor;    /**< pairs at the threshold with a donor in common, not listed */
    uint64_t outside;         /**< pairs at the threshold whose time together lies outside W */
    uint64_t unlisted;        /**< OVERLAP pairs at the threshold beyond `top` */
    uint64_t compared;        /**< pairs looked at: at least one place and one day in common */
    const uint32_t *most_ppm; /**< per programme: largest K = max(S_c, T*)·red at the high end */
    const bool *assessed;     /**< per programme: dated, placed, compared with >= 1 other donor's
                                   programme in the study, some need known */
} sel_overlap;

/** Compare all programmes of the study into arena. counted as in supply.h. */
sel_status sel_overlap_compute(const sel_study *study, const sel_needs *needs,
                               const sel_supplies *supplies, const bool *counted,
                               const sel_overlap_options *options, sel_arena *arena,
                               sel_overlap *overlap, sel_error *err);

/** One pair in full, whatever its strength; for explanations. class is decided too. */
sel_overlap_pair sel_overlap_of(const sel_study *study, const sel_needs *needs,
                                const sel_supplies *supplies, uint32_t a, uint32_t b);

#endif
