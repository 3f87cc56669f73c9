/** principle.h - the four principles: indicators, levels, and how they add up.
 *
 * An indicator is one const row with an evaluate function, one file each in
 * principle/<letter>_<name>/. A value that cannot be computed is "not
 * available" with a reason and bounds, never zero. The principles are
 * Indonesia's to the UN Open-ended Working Group; definitions are ours. */
#ifndef SEL_ANALYSIS_PRINCIPLE_H
#define SEL_ANALYSIS_PRINCIPLE_H

#include "analysis/fragmentation.h"
#include "analysis/overlap/overlap.h"
#include "analysis/principle/roster.h"

/** What is scored. Bits, so that an indicator can say where it is defined. */
typedef enum sel_level {
    SEL_LEVEL_RESPONSE = 1,   /**< Q: one submission, no register */
    SEL_LEVEL_RECIPIENT = 2,  /**< R */
    SEL_LEVEL_REGION = 4,     /**< G: pooled records of members, recomputed */
    SEL_LEVEL_PROGRAMME = 8,  /**< P */
    SEL_LEVEL_DONOR = 16,     /**< D */
    SEL_LEVEL_PORTFOLIO = 32, /**< F */
} sel_level;

enum { SEL_LEVELS_ALL = 63 };

/** One thing to score. */
typedef struct sel_subject {
    sel_level level;
    uint32_t number; /**< submission, recipient, area (sel_geography_area: an organisation, or a
                          region beyond all recipients), programme or donor; unused for portfolio */
} sel_subject;

typedef enum sel_availability {
    SEL_AVAILABLE,
    SEL_NOT_AVAILABLE,  /**< stays in the denominator; bounds say what is possible */
    SEL_NOT_APPLICABLE, /**< leaves the denominator */
    SEL_NOT_DEFINED,    /**< the indicator has no meaning at this level */
} sel_availability;

/** Known items from which a proportion has an interval of its own. */
enum { SEL_INTERVAL_FROM = 5 };

/** A value of one indicator. low <= value <= high. */
typedef struct sel_indicator_value {
    sel_availability availability;
    const char *reason; /**< word id ("reason.one-donor") when not available or not applicable,
                             else NULL */
    const char *note;   /**< word id of a remark on an available value, or NULL */
    double value;       /**< [0, 1]; meaningful only when available */
    double low;         /**< bounds with what is unknown at its worst and best; [0, 1] when nothing
                             is known */
    double high;
    double by_value; /**< weighted by money, where it is known for >= 80 % of what is known and
                          spread over >= 5 effective programmes; else < 0 */
    double by_value_items; /**< n_eff of by_value: as many programmes of equal worth tell as much */
    uint64_t met;          /**< met of known of all; met only for a proportion */
    uint64_t known;
    uint64_t all;
    bool proportion;     /**< every known item is met or not met */
    double interval_low; /**< Wilson 95 % for proportions with known >= SEL_INTERVAL_FROM, else =
                              low, high */
    double interval_high;
    bool one_key;                 /**< rests on one side's answers only */
    uint32_t two_key_items;       /**< known items that donor and recipient are both asked about */
    uint32_t one_key_items;       /**< of those, answered by one side only */
    double disagreement;          /**< Σ |donor − recipient| over those answered by both */
    const uint32_t *contributors; /**< what it rests on, ascending; may be NULL */
    uint32_t contributor_count;
    enum {
        SEL_FROM_PROGRAMMES,  /**< numbers of study->programmes */
        SEL_FROM_PLACES,      /**< of supplies->list */
        SEL_FROM_NEEDS,       /**< of needs->list */
        SEL_FROM_SUBMISSIONS, /**< of study->submissions */
        SEL_FROM_RECIPIENTS,  /**< recipient numbers */
    } from;
} sel_indicator_value;

/** All that an indicator may read. */
typedef struct sel_evidence {
    const sel_study *study;
    const sel_needs *needs;
    const sel_records *records;
    const sel_roster *roster; /**< of study and records */
    const sel_supplies *supplies;
    const sel_overlap *overlap; /**< read for principle b only; empty when none of it is asked */
    const sel_fragmentation *spread; /**< over all counted records; pairs need not be listed */
    sel_arena *arena; /**< for contributors and scores; may be reset between subjects */
} sel_evidence;

/** The records that belong to a subject: principle/selection.h. */
typedef struct sel_selection sel_selection;

/** Figures beside a value, not scored: principle/beside.h. */
typedef struct sel_beside sel_beside;

typedef enum sel_indicator_role { SEL_SCORED, SEL_CONTEXT } sel_indicator_role;

/** One indicator: a row in a file of its own, listed in principle.c. */
typedef struct sel_indicator {
    const char *id;       /**< "a3" */
    const char *name;     /**< word id of its name: "indicator.a3" */
    const char *question; /**< word id of what it asks: "question.a3" */
    const char *formula;  /**< in the symbols of the method */
    const char *data;     /**< word id of what it needs, and when it is not available: "data.a3" */
    const char *source;   /**< where the idea comes from; the exact definition is ours */
    char principle;       /**< 'a' … 'd' */
    sel_indicator_role role;
    unsigned levels;   /**< bits of sel_level where it is well defined; 1 is always the principle
                            honoured */
    unsigned context;  /**< of these, where a scored indicator is only shown */
    bool reads_offers; /**< rests on what donors answer to requests too */
    /** Value for the selected records. */
    sel_indicator_value (*evaluate)(const sel_evidence *evidence, const sel_selection *selection);
    /** Adds what stands beside an available value; NULL: nothing of its own. */
    void (*beside)(const sel_evidence *evidence, const sel_selection *selection,
                   sel_beside *beside);
} sel_indicator;

/** All 33, ascending id (a1 … d8). */
const sel_indicator *const *sel_indicators(uint32_t *count);

/** Number of an id among them, or SEL_NONE. */
uint32_t sel_indicator_number(sel_str id);

/** Indicator of an id, or NULL. */
const sel_indicator *sel_indicator_find(sel_str id);

/** Whether an indicator enters its principle at a level: scored there, and named by the model. */
bool sel_indicator_counts(const sel_model *model, const sel_indicator *indicator, sel_level level);

/** Score of one principle for one subject. */
typedef struct sel_principle_score {
    char principle;
    bool available;     /**< at least half of what is defined and applicable here is available */
    double value;       /**< arithmetic mean of the available scored indicators; when available */
    double worst;       /**< mean of the low bounds, missing at 0 */
    double best;        /**< mean of the high bounds, missing at 1 */
    uint32_t from;      /**< available indicators */
    uint32_t of;        /**< defined here and applicable, among those the model names */
    double reliability; /**< R, 0..1: principle/reliability.h */
} sel_principle_score;

enum { SEL_PRINCIPLES = 4 };

/** All four principles of one subject, and the values behind them. */
typedef struct sel_score {
    sel_subject subject;
    sel_principle_score principles[SEL_PRINCIPLES];
    const sel_indicator_value *values; /**< one per indicator of sel_indicators(), those too that
                                            the model does not name */
} sel_score;

/** Score a subject into evidence->arena. model names the indicators that count. A programme costs
 *  what its own records cost, a donor what its programmes cost. */
sel_score sel_score_compute(const sel_evidence *evidence, const sel_model *model,
                            sel_subject subject);

/** The same from the wanted indicators alone: a bool per indicator of sel_indicators(). Others are
 *  not evaluated: SEL_NOT_DEFINED, and not in their principle. */
sel_score sel_score_compute_wanted(const sel_evidence *evidence, const sel_model *model,
                                   sel_subject subject, const bool *wanted);

/** Takes the score of subject `at`. Called for several subjects at once: what it writes must be
 * that subject's own. The score is gone when it returns. */
typedef void sel_take_score(void *to, uint32_t at, const sel_score *score);

/** Score count subjects on all processors; every score is that of sel_score_compute. The arena of
 *  evidence is not used. */
void sel_scores_compute(const sel_evidence *evidence, const sel_model *model,
                        const sel_subject *subjects, uint32_t count, sel_take_score *take,
                        void *to);

/** One principle from the values of its indicators (one per indicator of sel_indicators()) at a
 *  level; without its reliability, which is 0. */
sel_principle_score sel_score_mean(const sel_model *model, sel_level level, char principle,
                                   const sel_indicator_value *values);

/** Word id of a reliability: "reliability.weak" below .5, "reliability.fair", "reliability.good"
 *  from .75. */
const char *sel_reliability_word(double reliability);

#endif
