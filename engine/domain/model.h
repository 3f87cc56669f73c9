/** model.h - the parameters of an assessment: models/<id>.yaml.
 *
 * A model names the principles (criteria), their weights and the indicators
 * under each, the aggregation and the policy constants. Everything in it is
 * printed with the results. */
#ifndef SEL_DOMAIN_MODEL_H
#define SEL_DOMAIN_MODEL_H

#include "base/str.h"
#include "domain/policy.h"

#include <stdint.h>

enum { SEL_CRITERIA_MAX = 64, SEL_CRITERION_INDICATORS_MAX = 40 };

/** Bounds of draws and of a concentration that is given. */
enum { SEL_DRAWS_LEAST = 1024, SEL_DRAWS_MOST = 262144, SEL_CONCENTRATION_MOST = 10000 };

/** One criterion of the ranking: a principle with the indicators that make it up. */
typedef struct sel_criterion {
    sel_str id;                                       /**< "demand-driven" */
    sel_str letter;                                   /**< "a" */
    double weight;                                    /**< >= 0; they sum to 1 after loading */
    sel_str indicators[SEL_CRITERION_INDICATORS_MAX]; /**< "a1", "a6" */
    uint32_t indicator_count;
} sel_criterion;

typedef struct sel_model {
    sel_str id;
    sel_str version;
    sel_str title;
    sel_str weighting;    /**< name of a weighting method: "direct" */
    sel_str aggregation;  /**< name of a ranking method: "weighted-product" */
    double floor;         /**< smallest value a criterion counts with, 0 < floor < 1 */
    double concentration; /**< κ of the Dirichlet weights; 0 means 16(q − 1) − 1 */
    uint32_t draws;       /**< largest number of weight draws, a power of two */
    uint64_t seed;        /**< not 0 */
    sel_criterion criteria[SEL_CRITERIA_MAX];
    uint32_t criterion_count;
    uint32_t overlap_threshold_bp;      /**< τ in basis points: 5000 */
    uint32_t overlap_floor_days;        /**< 90 */
    uint32_t overlap_likeness_floor_bp; /**< A and G of two that have nothing in common, in basis
                                             points: 5000; a multiple of 2500 */
    int64_t overlap_money_floor;        /**< hundredths of the reporting currency: 50 000.00 */
    double ordinal_supply[6];           /**< m(severity), severity 0..5: 0 .25 .5 1 1.5 2 */
    uint32_t window_months_before;      /**< 12 */
    uint32_t window_months_after;       /**< 24 */
    uint32_t open_end_months;           /**< 24 */
    sel_policies policies;              /**< constants of the indicators */
    char hash[65];                      /**< SHA-256 of the file */
} sel_model;

/** A constant of the indicators as this model has it. */
double sel_model_constant(const sel_model *model, sel_policy policy);

/** The same of one that is a whole number. */
uint32_t sel_model_count(const sel_model *model, sel_policy policy);

#endif
