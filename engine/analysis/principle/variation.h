/** variation.h - what becomes of an indicator, and of its principle, when a constant of the model
 *  is another one.
 *
 * Each constant alone: half of it, as it is, one and a half times; rounded
 * where it is a whole number, halves up, and kept within what a model may have
 * (domain/policy.h). Only the indicator is evaluated again; the others of its
 * principle are as they were. Constants that act before indicators do (supply
 * that a need calls for, window, overlap) are not among them: overlap/
 * sensitivity.h varies those. */
#ifndef SEL_ANALYSIS_PRINCIPLE_VARIATION_H
#define SEL_ANALYSIS_PRINCIPLE_VARIATION_H

#include "analysis/principle.h"

/** One constant at one setting. */
typedef struct sel_variant_score {
    double constant;
    bool kept; /**< half or one and a half times is more than a model may have, either way */
    sel_indicator_value value;
    sel_principle_score principle; /**< without its reliability */
} sel_variant_score;

/** Half, as it is, one and a half times. */
enum { SEL_VARIANT_SCORES = 3, SEL_VARIANT_AS_IT_IS = 1 };

typedef struct sel_variation {
    sel_policy constant;
    uint32_t indicator; /**< number in sel_indicators(); its value has a meaning at this level */
    sel_variant_score scores[SEL_VARIANT_SCORES];
} sel_variation;

typedef struct sel_variations {
    const sel_variation *list; /**< by indicator, then in the order of the constants */
    uint32_t count;
} sel_variations;

/** Vary the constants of the wanted indicators (a bool each) for the subject of score, which has
 *  the values of all indicators of their principles by evidence->study->model. Into
 *  evidence->arena. */
sel_variations sel_variations_of(const sel_evidence *evidence, const sel_score *score,
                                 const bool *wanted);

#endif
