/** score.h - how strongly two programmes overlap, and how much of that is beyond need. */
#ifndef SEL_ANALYSIS_OVERLAP_SCORE_H
#define SEL_ANALYSIS_OVERLAP_SCORE_H

#include "analysis/overlap/overlap.h"
#include "analysis/span.h"

/** Who declares that a programme is coordinated with others. */
enum { SEL_DECLARED_BY_DONOR = 1, SEL_DECLARED_BY_RECIPIENT = 2 };

/** What comparing reads of a programme; places and donors are borrowed from the study. */
typedef struct sel_side {
    const sel_study_place *places;
    const uint32_t *donors; /**< ascending */
    uint32_t place_count;
    uint32_t donor_count;
    sel_span span;
    uint32_t effort_low; /**< totals over the places, 10⁻⁷ */
    uint32_t effort_high;
    int64_t money_low;
    int64_t money_high;
    uint16_t kinds;
    uint16_t for_whom;
    uint8_t declared; /**< bits of SEL_DECLARED_BY_… */
    bool money_known; /**< and not negative */
} sel_side;

/** Need at a place, as far as a pair is concerned. */
typedef struct sel_red {
    bool assessed;
    uint32_t low_ppm;
    uint32_t high_ppm;
} sel_red;

/** Needs and supplies to look places up in; table, when not NULL, has the answers ready. */
typedef struct sel_reds {
    const sel_model *model;
    const sel_needs *needs;
    const sel_supplies *supplies;
    sel_red *table; /**< rows × columns by recipient and capability */
    uint32_t rows;
    uint32_t columns;
} sel_reds;

/** Side of a programme; its span means nothing when it has no dates. */
sel_side sel_side_of(const sel_study *study, uint32_t number);

/** Make the table of every place with a need, in arena. */
void sel_reds_prepare(sel_reds *reds, sel_arena *arena);

/** Red at a place: not assessed where the need is unknown or surely none. */
sel_red sel_reds_at(const sel_reds *reds, const sel_study_place *place);

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

/** Number of bits set. */
static inline uint32_t sel_score_bits(uint16_t set)
{
    uint32_t bits = set;
    bits -= bits >> 1 & 0x5555U;
    bits = (bits & 0x3333U) + (bits >> 2 & 0x3333U);
    bits = (bits + (bits >> 4)) & 0x0F0FU;
    return (bits + (bits >> 8)) & 0x1FU;
}

#endif
