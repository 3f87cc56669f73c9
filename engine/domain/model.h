/** model.h - the parameters of an assessment: models/<id>.yaml.
 *
 * A model names the principles (criteria), how their weights are found and the
 * indicators under each, the aggregation and the policy constants. Everything
 * in it is printed with the results. Methods are names here: what they mean is
 * for analysis. */
#ifndef SEL_DOMAIN_MODEL_H
#define SEL_DOMAIN_MODEL_H

#include "base/str.h"
#include "domain/policy.h"

#include <stdint.h>

enum { SEL_CRITERIA_MAX = 64, SEL_CRITERION_INDICATORS_MAX = 40 };

/** Bounds of draws and of a concentration that is given. */
enum { SEL_DRAWS_LEAST = 1024, SEL_DRAWS_MOST = 262144, SEL_CONCENTRATION_MOST = 10000 };

/** The weighting whose weights stand beside the principles. */
#define SEL_WEIGHTING_DIRECT "direct"

/** Words of a model file. */
#define SEL_MEASURE_PRINCIPLE   "principle"
#define SEL_MEASURE_FIT         "fit"
#define SEL_MEASURE_NEED        "need"
#define SEL_MEASURE_UNMET       "unmet"
#define SEL_MEASURE_WAITING     "waiting"
#define SEL_BENEFIT             "benefit"
#define SEL_COST                "cost"
#define SEL_GROUP_BY_JUDGEMENTS "judgements"
#define SEL_GROUP_BY_PRIORITIES "priorities"
#define SEL_TIES_SHARE          "share-best-rank"
#define SEL_MISSING_INTERVAL    "interval"

/** Coverage limit of a model that states none, in basis points. */
enum { SEL_COVERAGE_USUAL = 5000 };

/** What a model may say of one criterion for its weight; which of it, depends on the weighting. */
typedef struct sel_criterion_standing {
    uint32_t place;        /**< in an order of importance, from 1; 0: not said */
    double points;         /**< of its swing, 0 to 100; < 0: not said */
    double best_over_this; /**< how many times as important the best one is; 0: not said */
    double this_over_worst;
} sel_criterion_standing;

/** What requests are put in order by: the request and the need that it is about, never the state
 *  that asks (request_measures.h). */
typedef enum sel_request_measure {
    SEL_REQUEST_NEED,
    SEL_REQUEST_UNMET,
    SEL_REQUEST_WAITING,
    SEL_REQUEST_FIT,
    SEL_REQUEST_MEASURES
} sel_request_measure;

/** One criterion of the ranking: a principle with the indicators that make it up; or a measure,
 *  which has no letter and no indicators. */
typedef struct sel_criterion {
    sel_str id;      /**< "demand-driven" */
    sel_str measure; /**< "principle"; "fit" of the programme to the request (matching.h); one of
                          sel_request_measures where requests are ranked */
    sel_str letter;  /**< "a" */
    double weight;   /**< >= 0; with "direct" they sum to 1 after reading, else 0 until found */
    sel_criterion_standing standing;
    sel_str indicators[SEL_CRITERION_INDICATORS_MAX]; /**< "a1", "a6" */
    uint32_t indicator_count;
    sel_str direction;   /**< "benefit" or "cost" */
    double goalposts[2]; /**< values that count 0 and 1, the other way round for a cost: 0 and 1 */
} sel_criterion;

/** A parameter of the aggregation: "q" is .1, for one principle or for all. */
typedef struct sel_model_parameter {
    sel_str name;
    double value;
    sel_str principle; /**< id; empty: all */
} sel_model_parameter;

enum { SEL_MODEL_PARAMETERS_MAX = 64 };

/** What is agreed about weights: one principle weighs at least as much as another, or its weight is
 *  within bounds. */
typedef struct sel_model_constraint {
    sel_str principle; /**< id */
    sel_str at_least;  /**< id of another, which weighs no more; empty: bounds */
    double from;       /**< 0 to 1; 0 when it is left out */
    double to;         /**< from to 1; 1 when it is left out */
} sel_model_constraint;

/** Room for an order of all criteria and the bounds of each. */
enum { SEL_MODEL_CONSTRAINTS_MAX = 2 * SEL_CRITERIA_MAX };

typedef struct sel_model {
    sel_str id;
    sel_str version;
    sel_str title;
    sel_str alternatives; /**< what it ranks (see sel_model_alternatives) */
    sel_str weighting;    /**< name of a weighting method, or "direct" */
    sel_str group;        /**< how persons who judge become one: "judgements", "priorities" */
    sel_str random_index; /**< name of a table for consistency ratios; empty: the first */
    sel_str best;         /**< ids of principles, for best-worst weightings; empty: not said */
    sel_str worst;
    sel_str aggregation;   /**< name of an aggregation: "weighted-product" */
    sel_str normalisation; /**< name; empty: that of the aggregation (see README of models) */
    sel_model_parameter parameters[SEL_MODEL_PARAMETERS_MAX];
    uint32_t parameter_count;
    sel_model_constraint constraints[SEL_MODEL_CONSTRAINTS_MAX];
    uint32_t constraint_count;
    sel_str ties;         /**< "share-best-rank" */
    sel_str missing;      /**< rule for what is not known: "interval" */
    uint32_t coverage_bp; /**< share of the indicators, in basis points, below which nothing is said
                               of a place beside its neighbour: 5000 */
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

/** Words of `alternatives`, ended by NULL: "programmes" in any choice, or only those for a request,
 *  at a recipient, of a donor; or requests. */
extern const char *const sel_model_alternatives[];

/** The one of them that has a request to fit to, and the one that has no programmes. */
#define SEL_FOR_REQUEST "programmes-for-request"
#define SEL_OF_REQUESTS "requests"

/** Words of `measure` in the order of sel_request_measure, ended by NULL. */
extern const char *const sel_request_measures[];

/** Whether requests are ranked, not programmes. */
bool sel_model_ranks_requests(const sel_model *model);

/** Whether a criterion is a principle: its measure says so, or nothing. */
bool sel_criterion_is_principle(const sel_criterion *criterion);

/** Measure of a criterion; SEL_REQUEST_MEASURES when it is none of requests. */
sel_request_measure sel_criterion_measure(const sel_criterion *criterion);

/** A constant of the indicators as this model has it. */
double sel_model_constant(const sel_model *model, sel_policy policy);

/** The same of one that is a whole number. */
uint32_t sel_model_count(const sel_model *model, sel_policy policy);

#endif
