/** weighting.h - how much each criterion counts: methods that make weights out of what people said,
 * or out of the values of the alternatives.
 *
 * A method is a const row in a table, so that results can name it with its
 * variant and source. Weights are >= 0 and sum to 1; the same input gives the
 * same weights to the last bit for any number of threads. What a method finds
 * beside the weights (a consistency ratio, a share explained) are figures with
 * stable names. Input that means nothing is refused, never repaired. */
#ifndef SEL_ANALYSIS_WEIGHTING_WEIGHTING_H
#define SEL_ANALYSIS_WEIGHTING_WEIGHTING_H

#include "analysis/decision_matrix.h"
#include "analysis/weighting/best_worst.h"
#include "analysis/weighting/judgements.h"
#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

/** Most criteria that can be weighted. */
enum { SEL_WEIGHTED_CRITERIA_MAX = 1024 };

/** What a method makes weights out of. */
typedef enum sel_weighting_need {
    SEL_WEIGHTING_NOTHING,    /**< the number of criteria */
    SEL_WEIGHTING_NUMBERS,    /**< weights as stated */
    SEL_WEIGHTING_POINTS,     /**< points of swings */
    SEL_WEIGHTING_ORDER,      /**< places in an order of importance */
    SEL_WEIGHTING_JUDGEMENTS, /**< comparisons of pairs by one or more persons or groups */
    SEL_WEIGHTING_BEST_WORST, /**< comparisons with the best and with the worst criterion */
    SEL_WEIGHTING_MATRIX,     /**< the values of the alternatives */
} sel_weighting_need;

/** Input of any method; only what the method needs is looked at. Borrowed. */
typedef struct sel_weighting_input {
    uint32_t criteria;      /**< 1 to SEL_WEIGHTED_CRITERIA_MAX */
    const double *numbers;  /**< per criterion, any finite scale, >= 0, not all 0 */
    const double *points;   /**< per criterion, 0 to 100: what its swing from worst to best is worth
                                 beside the swing that is worth most, which has 100 */
    const uint32_t *places; /**< per criterion, from 1, the most important first; equal places are
                                 ties, gaps mean nothing */
    const sel_judgements *judgements;
    const sel_best_worst *best_worst;
    const sel_decision_matrix *matrix;
    int threads; /**< for values of alternatives; <= 0: as OpenMP decides */
} sel_weighting_input;

/** Something a method finds beside the weights. */
typedef struct sel_weighting_figure {
    const char *name; /**< stable: "consistency_ratio" */
    double value;     /**< finite; a figure that is not defined is left out */
} sel_weighting_figure;

enum { SEL_WEIGHTING_FIGURES_MAX = 8 };

typedef struct sel_weighting_outcome {
    double *weights; /**< per criterion, >= 0, sum 1 within 1e-12 */
    sel_weighting_figure figures[SEL_WEIGHTING_FIGURES_MAX];
    uint32_t figure_count;
    const char *random_index; /**< source of the random index behind "consistency_ratio", or NULL */
} sel_weighting_outcome;

/** A way to make weights. */
typedef struct sel_weighting {
    const char *name;    /**< stable: "rank-order-centroid" */
    const char *variant; /**< normalisation and conventions in one line of English */
    const char *source;  /**< author, year */
    sel_weighting_need need;
    /** outcome->weights is there, zeroed; input has what the method needs. Reached through
     *  sel_weighting_compute. */
    SEL_CHECKED sel_status (*compute)(const sel_weighting_input *input, sel_arena *arena,
                                      sel_weighting_outcome *outcome, sel_error *err);
} sel_weighting;

/** All methods, in the order in which they are listed. */
const sel_weighting *const *sel_weightings(uint32_t *count);

/** Method of a name, or NULL. */
const sel_weighting *sel_weighting_find(sel_str name);

/** Weights by method into arena. SEL_BAD_INPUT: input the method cannot take, with what and where;
 *  SEL_NUMERIC: input that leaves the weights open (its message says why) or a failure of GSL.
 *  outcome is untouched unless SEL_OK. */
SEL_CHECKED
sel_status sel_weighting_compute(const sel_weighting *method, const sel_weighting_input *input,
                                 sel_arena *arena, sel_weighting_outcome *outcome, sel_error *err);

/** Value of a figure; false, value untouched, when the outcome has none of this name. */
bool sel_weighting_figure_find(const sel_weighting_outcome *outcome, const char *name,
                               double *value);

#endif
