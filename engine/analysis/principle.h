/** principle.h - the four principles: indicators, levels, and how they add up.
 *
 * method §3 and indicators.md. An indicator is one const row with an evaluate
 * function, one file each in principle/<letter>_<name>/. A value that cannot
 * be computed is "not available" with a reason and bounds, never zero. */
#ifndef SEL_ANALYSIS_PRINCIPLE_H
#define SEL_ANALYSIS_PRINCIPLE_H

#include "analysis/overlap/overlap.h"
#include "analysis/records.h"

/** What is scored. Bits, so that an indicator can say where it is defined. */
typedef enum sel_level {
    SEL_LEVEL_RESPONSE = 1,   /**< Q: one submission, no register */
    SEL_LEVEL_RECIPIENT = 2,  /**< R */
    SEL_LEVEL_REGION = 4,     /**< G: pooled records of members, recomputed */
    SEL_LEVEL_PROGRAMME = 8,  /**< P */
    SEL_LEVEL_DONOR = 16,     /**< D */
    SEL_LEVEL_PORTFOLIO = 32, /**< F */
} sel_level;

/** One thing to score. */
typedef struct sel_subject {
    sel_level level;
    uint32_t number; /**< submission, recipient, body, programme or donor; unused for portfolio */
} sel_subject;

typedef enum sel_availability {
    SEL_AVAILABLE,
    SEL_NOT_AVAILABLE,  /**< stays in the denominator; bounds say what is possible */
    SEL_NOT_APPLICABLE, /**< leaves the denominator */
    SEL_NOT_DEFINED,    /**< the indicator has no meaning at this level */
} sel_availability;

/** A value of one indicator. */
typedef struct sel_indicator_value {
    sel_availability availability;
    const char *reason; /**< word id ("reason.no-request-link") when not available, else NULL */
    double value;       /**< [0, 1]; meaningful only when available */
    double low;         /**< bounds: [0, 1] when nothing is known */
    double high;
    double by_value; /**< value-weighted version where money is known, else < 0 */
    uint64_t met;    /**< counted version: met of known of all */
    uint64_t known;
    uint64_t all;
    double interval_low; /**< Wilson 95 % for proportions with known >= 5, else = low, high */
    double interval_high;
    bool one_key;                 /**< rests on one side's answer only */
    const uint32_t *contributors; /**< programmes, places or entries it rests on; may be NULL */
    uint32_t contributor_count;
    enum { SEL_FROM_PROGRAMMES, SEL_FROM_PLACES, SEL_FROM_NEEDS, SEL_FROM_SUBMISSIONS } from;
} sel_indicator_value;

/** All that an indicator may read. */
typedef struct sel_evidence {
    const sel_study *study;
    const sel_needs *needs;
    const sel_records *records;
    const sel_supplies *supplies;
    const sel_overlap *overlap;
    sel_arena *arena; /**< for contributors */
} sel_evidence;

typedef enum sel_indicator_role { SEL_SCORED, SEL_CONTEXT } sel_indicator_role;

/** One indicator: a row of the table in principle.c. */
typedef struct sel_indicator {
    const char *id;   /**< "a3" */
    const char *name; /**< word id of its name: "indicator.a3" */
    char principle;   /**< 'a' … 'd' */
    sel_indicator_role role;
    unsigned levels;    /**< bits of sel_level where it is well defined */
    const char *source; /**< author, year, place of the formula */
    /** NULL: listed, not built yet. */
    sel_indicator_value (*evaluate)(const sel_evidence *evidence, sel_subject subject);
} sel_indicator;

/** All 33, ascending id (a1 … d8). */
const sel_indicator *sel_indicators(uint32_t *count);

/** Indicator of an id, or NULL. */
const sel_indicator *sel_indicator_find(sel_str id);

/** Score of one principle for one subject. */
typedef struct sel_principle_score {
    char principle;
    bool available;     /**< at least half of what is defined and applicable here is available */
    double value;       /**< arithmetic mean of the available scored indicators; when available */
    double worst;       /**< missing at 0 */
    double best;        /**< missing at 1 */
    uint32_t from;      /**< available indicators */
    uint32_t of;        /**< defined and applicable at this level, among those the model names */
    uint32_t unbuilt;   /**< defined at this level but not built in this version */
    double reliability; /**< R, 0..1 (method §3) */
} sel_principle_score;

enum { SEL_PRINCIPLES = 4 };

/** All four principles of one subject, and the values behind them. */
typedef struct sel_score {
    sel_subject subject;
    sel_principle_score principles[SEL_PRINCIPLES];
    const sel_indicator_value *values; /**< one per indicator of sel_indicators() */
} sel_score;

/** Score a subject into evidence->arena. model names the indicators that count. */
sel_score sel_score_compute(const sel_evidence *evidence, const sel_model *model,
                            sel_subject subject);

/** Wilson 95 % interval of a proportion met/known (Wilson 1927); known > 0. */
void sel_wilson(uint64_t met, uint64_t known, double *low, double *high);

/** Words for a reliability: "weak" below .5, "fair", "good" from .75. */
const char *sel_reliability_word(double reliability);

#endif
