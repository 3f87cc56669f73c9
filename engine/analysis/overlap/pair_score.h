/** pair_score.h - how strongly two programmes overlap, and how much of that is beyond need. */
#ifndef SEL_ANALYSIS_OVERLAP_PAIR_SCORE_H
#define SEL_ANALYSIS_OVERLAP_PAIR_SCORE_H

#include "analysis/overlap/overlap.h"
#include "analysis/overlap/side.h"

/** Need at a place, as far as a pair is concerned. */
typedef struct sel_red {
    bool assessed;
    uint32_t low_ppm;
    uint32_t high_ppm;
} sel_red;

/** Where need is looked up. table, when not NULL, has the answers by place rank; else keys of sides
 *  are recipient << 8 | capability. */
typedef struct sel_reds {
    const sel_model *model;
    const sel_needs *needs;
    const sel_supplies *supplies;
    const sel_red *table;
} sel_reds;

/** Red at a place: not assessed where the need is unknown or surely none. */
sel_red sel_reds_at(const sel_reds *reds, uint32_t recipient, uint32_t capability);

/** Table of all places by rank, in arena. */
const sel_red *sel_reds_table(const sel_reds *reds, const sel_places *places, sel_arena *arena);

/** Whether the first place in common has this key and S_c or T* reaches the threshold at the high
 *  end; the latter is the same as asking after sel_score_strength, for less. */
bool sel_score_reaches_from(const sel_side *a, const sel_side *b, uint32_t key,
                            const sel_model *model);

/** What the strength of a pair is made of. */
sel_overlap_terms sel_score_terms(const sel_side *a, const sel_side *b, const sel_model *model);

/** Fill pair from C to T. */
void sel_score_strength(const sel_side *a, const sel_side *b, const sel_model *model,
                        sel_overlap_pair *pair);

/** Fill pair's need and money; after its strength. */
void sel_score_need(const sel_side *a, const sel_side *b, const sel_reds *reds,
                    sel_overlap_pair *pair);

/** Larger of both ways, at the low and the high end. */
uint32_t sel_score_t_low(const sel_overlap_pair *pair);
uint32_t sel_score_t_high(const sel_overlap_pair *pair);

/** max(S_c, T*) at the high end. */
uint32_t sel_score_strength_high(const sel_overlap_pair *pair);

/** The same at the low end. */
uint32_t sel_score_strength_low(const sel_overlap_pair *pair);

#endif
