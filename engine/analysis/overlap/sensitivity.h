/** sensitivity.h - how much the numbers of overlapping pairs owe to the constants of the model.
 *
 * Each is varied alone and everything that rests on it is computed again: the threshold by a tenth
 * up and down, the floors of A and G to 0, ¼ and ½, the floor of days, that of money and what needs
 * ordinally call for by half up and down (method §4). Numbers are of the pairs asked for. */
#ifndef SEL_ANALYSIS_OVERLAP_SENSITIVITY_H
#define SEL_ANALYSIS_OVERLAP_SENSITIVITY_H

#include "analysis/overlap/overlap.h"

/** Which constant is another than in the model. */
typedef enum sel_varied {
    SEL_VARIED_NOTHING,
    SEL_VARIED_THRESHOLD,
    SEL_VARIED_LIKENESS,
    SEL_VARIED_DAYS,
    SEL_VARIED_MONEY,
    SEL_VARIED_NEED,
} sel_varied;

/** One variant and what comes of it. */
typedef struct sel_variant {
    sel_varied varied;
    double value; /**< of the constant: share, share, days, money, factor on what needs call for */
    uint64_t certain;
    uint64_t possible;
    uint64_t by_reading[SEL_READ_TALK_FIRST + 1]; /**< of pairs still to come, running and past */
} sel_variant;

enum { SEL_VARIANTS_MOST = 16 };

typedef struct sel_sensitivity {
    sel_variant variants[SEL_VARIANTS_MOST]; /**< the model itself first */
    uint32_t count;
} sel_sensitivity;

/** Compute all variants; each costs as much as the overlap itself, and ordinal ones the supply as
 *  well. Variants that are the model itself or that no model may have are left out. */
SEL_CHECKED
sel_status sel_sensitivity_compute(const sel_study *study, const sel_needs *needs,
                                   const sel_records *records, const sel_overlap_options *options,
                                   sel_sensitivity *sensitivity, sel_error *err);

#endif
