/** influence.h - how much each contributor of an indicator moves it.
 *
 * The indicator is evaluated again without the contributor, and with it alone
 * (leaving one out; Quenouille 1949): no second definition of any indicator.
 * Where the value is a weighted mean of what each contributor gives alone,
 * that is said, with the sums: a formula with its numbers. The weight of a
 * programme is 1, of a need its middle n, of a place its possible supply in programmes
 * that run through the whole window.
 *
 * Not computed: a single contributor, a programme's own value, submissions,
 * and where it would take more than SEL_INFLUENCE_STEPS. */
#ifndef SEL_ANALYSIS_PRINCIPLE_INFLUENCE_H
#define SEL_ANALYSIS_PRINCIPLE_INFLUENCE_H

#include "analysis/principle/selection.h"

/** Contributors times what one evaluation reads. */
enum { SEL_INFLUENCE_STEPS = 20000000 };

typedef struct sel_influence {
    uint32_t contributor; /**< as in the value's contributors */
    bool without_known;   /**< without it the indicator is available */
    double without;
    bool alone_known; /**< of it alone the indicator is available */
    double alone;
    double weight;
} sel_influence;

typedef struct sel_influences {
    const sel_influence *list; /**< in the order of the contributors; NULL: not computed */
    uint32_t count;
    bool is_mean;  /**< Σ weight·alone / Σ weight is the value, to 10⁻⁹ */
    double sum;    /**< Σ weight·alone */
    double weight; /**< Σ weight, > 0 when is_mean */
} sel_influences;

/** Influences on an available value of a subject, into evidence->arena. */
sel_influences sel_influences_of(const sel_evidence *evidence, const sel_indicator *indicator,
                                 sel_subject subject, const sel_indicator_value *value);

#endif
