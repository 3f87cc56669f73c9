/** ranking_sensitivity.h - which choice, and what that is not known, moves a ranking most.
 *
 * Saisana, Saltelli & Tarantola 2005, "Uncertainty and sensitivity analysis
 * techniques as tools for the quality assessment of composite indicators"; OECD/JRC
 * Handbook 2008, step 7. The ranking is made anew with factors moved at once and
 * independently:
 *
 *     normalisation  one of those given that every aggregation can take, each as likely
 *     aggregation    one of those given, each as likely
 *     left out       none of the criteria with weight, or one of them, each as likely; the other
 *                    weights keep their proportions
 *     data           values uniform between their bounds, each by itself; may be several factors,
 *                    one for each group of criteria
 *     weights        Dirichlet(κ·w) around the central weights w; a weight of 0 stays 0
 *
 * A factor that has nothing to choose between is none: one normalisation given,
 * one aggregation, one criterion with weight, values known. Under a method whose
 * normalisation is part of it the choice of one changes nothing, which shows as
 * interaction of the two.
 *
 * The central ranking has the first aggregation, the first normalisation it can take, all
 * criteria, the weights and values given. Outputs are the rank of each of its first alternatives
 * and the mean rank shift over all n alternatives, (1/n) Σ |central rank − rank|. */
#ifndef SEL_ANALYSIS_SENSITIVITY_RANKING_SENSITIVITY_H
#define SEL_ANALYSIS_SENSITIVITY_RANKING_SENSITIVITY_H

#include "analysis/aggregation/aggregation.h"
#include "analysis/sensitivity/sobol_indices.h"

typedef enum sel_ranking_factor {
    SEL_FACTOR_NORMALISATION,
    SEL_FACTOR_AGGREGATION,
    SEL_FACTOR_LEFT_OUT,
    SEL_FACTOR_DATA,
    SEL_FACTOR_WEIGHTS,
} sel_ranking_factor;

/** Stable name: "normalisation", "aggregation", "criterion-left-out", "data", "weights". */
const char *sel_ranking_factor_name(sel_ranking_factor factor);

/** Choices of each kind at most. */
enum { SEL_SENSITIVITY_CHOICES = 8 };

/** Everything is borrowed. */
typedef struct sel_sensitivity_study {
    sel_decision_matrix matrix; /**< rows >= 2; central values */
    const double *low;          /**< laid out like the matrix's values; low <= value <= high, equal
                                     when known; both NULL: all are */
    const double *high;
    const uint32_t *data_group; /**< per criterion, from 0 without gaps: the data factor its values
                                     belong to; NULL: one factor for all */
    const double *weights;      /**< per criterion, as in sel_aggregation_options */
    double concentration;       /**< κ > 0; 0: 16(q − 1) − 1, q = criteria with weight */
    bool weights_move;          /**< weights are a factor */
    bool leave_out;             /**< a criterion left out is a factor */
    const sel_aggregation *aggregations[SEL_SENSITIVITY_CHOICES]; /**< the central one first */
    uint32_t aggregation_count;                                   /**< >= 1 */
    const double *parameters[SEL_SENSITIVITY_CHOICES][SEL_AGGREGATION_PARAMETERS]; /**< per
                                                     aggregation, as in sel_aggregation_options */
    const sel_normalisation *normalisations[SEL_SENSITIVITY_CHOICES]; /**< the central one first */
    uint32_t normalisation_count; /**< 0: each aggregation has its own */
    const double *goal_low;       /**< as in sel_aggregation_options */
    const double *goal_high;
    uint32_t places; /**< ranks that are outputs: of the first so many of the central ranking */
    sel_indices_plan plan;
} sel_sensitivity_study;

/** A factor that was moved. */
typedef struct sel_moved_factor {
    sel_ranking_factor factor;
    uint32_t group;   /**< of data, its data_group; else 0 */
    uint32_t choices; /**< of a choice, how many; 0 for data and weights */
} sel_moved_factor;

/** A normalisation that was given and is not among the choices. */
typedef struct sel_normalisation_refused {
    const sel_normalisation *normalisation;
    const sel_aggregation *aggregation; /**< that has no meaning for it, … */
    const char *reason;                 /**< … and why, in its own words */
} sel_normalisation_refused;

typedef struct sel_ranking_sensitivity {
    const sel_moved_factor *factors; /**< in the order of `indices`; of the enumeration */
    uint32_t factor_count;           /**< 0: nothing moves, and indices is empty */
    const uint32_t *alternatives; /**< rows whose ranks are outputs 0 … places − 1, in the order
                                       of the central ranking, ties in the order of rows */
    uint32_t places;              /**< at most the number of rows */
    const uint32_t *central_ranks; /**< per row of the matrix */
    sel_indices indices;           /**< the last output, number `places`, is the mean rank shift */
    double concentration;          /**< κ used; 0 when weights do not move */
    const sel_normalisation *normalisations[SEL_SENSITIVITY_CHOICES]; /**< that were applicable */
    uint32_t normalisation_count;
    sel_normalisation_refused refused[SEL_SENSITIVITY_CHOICES];
    uint32_t refused_count;
} sel_ranking_sensitivity;

/** Study into arena. A normalisation is applicable when no aggregation refuses it with all values
 *  central, all at their low and all at their high bounds. SEL_BAD_INPUT: input that sel_aggregate
 *  refuses, bounds that do not enclose the value, none of the normalisations given is applicable, a
 *  group without criteria; SEL_UNSUPPORTED: more factors than SEL_INDICES_FACTORS_MOST;
 *  SEL_NUMERIC: a weight too small to be moved (κ·w < 1e-6); and as sel_indices_of. */
SEL_CHECKED
sel_status sel_ranking_sensitivity_of(const sel_sensitivity_study *study, sel_arena *arena,
                                      sel_ranking_sensitivity *sensitivity, sel_error *err);

#endif
