/** lookalike_facts.h - the most that the traits of records can weigh, in columns that many records
 * are compared by at once. Private to lookalike.
 *
 * Weights are those of resemblance_weights.h, in hundredths of a bit. Names stand as bits of 32
 * that several share: bits without one in common tell names without one in common, never the other
 * way round. */
#ifndef SEL_ANALYSIS_LOOKALIKE_FACTS_H
#define SEL_ANALYSIS_LOOKALIKE_FACTS_H

#include "analysis/lookalike_rows.h"
#include "analysis/rarity.h"
#include "analysis/resemblance_weights.h"
#include "analysis/title.h"

/** Weights by finding ("SEL_FOUND_START_DAY_WEIGHT"): those of the table. */
enum {
#define X(finding, trait, weight, word) finding##_WEIGHT = (weight),
    SEL_FINDING_LIST(X)
#undef X
};

/** One element per row in each. */
typedef struct sel_lookalike_facts {
    int32_t *start; /**< first day it may start */
    int32_t *start_most;
    int32_t *end; /**< days it may end */
    int32_t *end_high;
    int32_t *end_most;
    float *money_low;
    float *money_high;
    uint32_t *money;     /**< equal for equal amounts */
    int32_t *money_most; /**< when amounts are the same; 0 when none is known */
    uint32_t *donors;    /**< as in the row; all bits when none is known */
    int32_t *donor_most;
    uint32_t *implementers; /**< none when none is known */
    int32_t *implementer_most;
    int32_t *kinds; /**< sets of bits; 0 when not known */
    int32_t *for_whom;
    int32_t *places_most;
    int32_t *register_number; /**< 0 when it is none or one of too many */
    uint32_t *id;             /**< equal for equal identifiers, 0 for those that say nothing */
    uint32_t *id_chars;       /**< characters in it; all bits for those that say nothing */
    uint32_t *title_chars;    /**< characters in the title; the highest bit never */
    uint32_t *signs;          /**< rare signs of the title */
    sel_title_sketch *titles;
} sel_lookalike_facts;

/** Facts of `count` rows by their numbers, in arena. */
const sel_lookalike_facts *sel_lookalike_facts_make(const sel_study *study,
                                                    const sel_rarity *rarity,
                                                    const sel_lookalike_rows *rows,
                                                    const uint32_t *row, uint32_t count,
                                                    sel_arena *arena);

#endif
