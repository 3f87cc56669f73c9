/** overlap_table.h - the programmes that can be compared, laid out by place for the sweep. */
#ifndef SEL_ANALYSIS_OVERLAP_OVERLAP_TABLE_H
#define SEL_ANALYSIS_OVERLAP_OVERLAP_TABLE_H

#include "analysis/overlap/likeness.h"
#include "analysis/overlap/pair.h"
#include "analysis/places.h"

/** Programmes at places, a row each, in columns: what rules most pairs out without looking further.
 *
 * A pair is looked at only where it meets first, going from the rarest place to the commonest; so
 * at this place it can have in common only what the programme has here and at commoner places:
 * `left`, as effort and as the largest part of its whole effort that this may be. Those places are
 * also thrown into 32 bins by their key: when the signatures of two rows have one bin in common,
 * all they share is in the bin of this place, and that is `here`. */
typedef struct sel_table_rows {
    float *start; /**< outer interval; days are whole numbers below 2²⁴, exact in a float */
    float *end;
    float *left;        /**< of a whole programme */
    float *left_share;  /**< of its own effort */
    float *per_day;     /**< 1 / length of the outer interval */
    float *own_per_day; /**< the same when the dates are exact, else more than 1: any share of its
                             time may be common */
    uint16_t *kinds;    /**< numbers of its sets in the likeness tables */
    uint16_t *for_whom;
    uint32_t *signature; /**< bins of the places left */
    float *here;
    float *here_share;
    uint32_t *side; /**< number in `sides` */
} sel_table_rows;

typedef struct sel_overlap_table {
    const sel_study *study;
    sel_side **sides; /**< ascending (start, programme) */
    uint32_t side_count;
    sel_places places;
    sel_table_rows rows; /**< of place n from places.first[n] on, ascending (start, programme), but
                               in another order where plan.h compares in part */
    sel_likeness_table kinds;
    sel_likeness_table for_whom;
    sel_reds reds;
    sel_linked_pairs links;
} sel_overlap_table;

/** Lay out all counted comparable programmes, in arena. threads as in sel_overlap_options. */
sel_overlap_table sel_overlap_table_make(const sel_study *study, const sel_needs *needs,
                                         const sel_supplies *supplies, const sel_records *records,
                                         int threads, sel_arena *arena);

/** Number of a side's programme in the study. */
static inline uint32_t sel_overlap_table_number(const sel_overlap_table *table,
                                                const sel_side *side)
{
    return (uint32_t)(side->programme - table->study->programmes);
}

#endif
