/** rarity.h - how often things occur in a study: what few records have says more when two share it.
 *
 * Counted once per study. An agreement that is to be expected by chance is no evidence (Fellegi &
 * Sunter 1969; Winkler 1989 for frequencies of values). */
#ifndef SEL_ANALYSIS_RARITY_H
#define SEL_ANALYSIS_RARITY_H

#include "analysis/signs.h"
#include "domain/study.h"

/** Signs that more records than this have are common words of a register. */
enum { SEL_RARE_MOST = 50 };

typedef struct sel_rarity {
    uint32_t records;
    const uint32_t *donors;       /**< per organisation: records it is a donor of */
    const uint32_t *implementers; /**< per organisation: records it implements */
    const uint64_t *rare;         /**< hashes of signs that 2 to SEL_RARE_MOST titles have */
    uint32_t rare_count;
} sel_rarity;

/** Count what the records of a study have; into arena. */
sel_rarity sel_rarity_count(const sel_study *study, sel_arena *arena);

/** Whether few titles have a sign. */
bool sel_rarity_is_rare(const sel_rarity *rarity, const sel_sign *sign);

/** Whole bits, rounded down, of log2((records + spread) / (bearers + 1)): how surprising it is that
 *  two records share what `bearers` of them have. spread stands for the records not seen: of a
 *  thing with few records nobody knows how common it is. */
uint32_t sel_rarity_bits(uint32_t records, uint32_t bearers, uint32_t spread);

#endif
