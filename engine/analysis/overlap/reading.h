/** reading.h - from the strength of a pair and the need at its places to a word.
 *
 *                    red >= .5    0 < red < .5   red = 0   need unknown
 *     S_c >= .7      talk first 4   talk 3         fits 1    check the need 2
 *     at threshold   talk 3         watch 2        fits 0    note 1
 *
 * Then, in this order: fewer than four factors known, at most 3; possible
 * only, one less; ordinal need, at most 3; too little side by side, at most 2;
 * declared coordination, one less per key, never below 1 where it started
 * above. A note stays a note: with the need unknown, "fits together" would say
 * too much.
 *
 * The pair is read at both ends of its intervals, the high end as possible
 * only; the larger counts. The steps are policy of this engine. */
#ifndef SEL_ANALYSIS_OVERLAP_READING_H
#define SEL_ANALYSIS_OVERLAP_READING_H

#include "analysis/overlap/overlap.h"

/** One end of a pair's intervals. */
typedef struct sel_reading_end {
    uint32_t s_ppm;    /**< S_c */
    uint32_t t_ppm;    /**< T* */
    uint32_t red_ppm;  /**< share beyond need */
    bool need_unknown; /**< the share does not say */
    bool substantial;  /**< enough money or effort side by side for more than "watch" */
} sel_reading_end;

typedef struct sel_reading_facts {
    sel_reading_end low;
    sel_reading_end high;
    uint32_t threshold_ppm;
    uint8_t factors; /**< 2..4 */
    bool ordinal;
    uint8_t coordination_keys; /**< 0..2 */
} sel_reading_facts;

/** Cell of the table for one end; FITS below the threshold. */
sel_reading sel_reading_cell(const sel_reading_end *end, uint32_t threshold_ppm);

/** The reading. */
sel_reading sel_reading_of(const sel_reading_facts *facts);

#endif
