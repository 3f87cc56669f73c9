/** outranking.h - who outranks whom, and the kernel of that relation. Private to electre.
 *
 * The kernel (Roy 1968) is the set that outranks everyone outside it and in which
 * no one outranks another. Alternatives on a circuit outrank each other, so that
 * nothing tells them apart: a circuit counts as one, which makes the kernel exist
 * and be the only one, and is in it or not as a whole. */
#ifndef SEL_ANALYSIS_AGGREGATION_OUTRANKING_H
#define SEL_ANALYSIS_AGGREGATION_OUTRANKING_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/** A bit for each ordered pair. */
typedef struct sel_outranking {
    uint64_t *bits; /**< words × rows: bit b of row a says that a outranks b */
    uint32_t words; /**< per row */
    uint32_t rows;
} sel_outranking;

/** No one outranks anyone. */
sel_outranking sel_outranking_make(uint32_t rows, sel_arena *arena);

static inline void sel_outranking_set(const sel_outranking *relation, uint32_t a, uint32_t b)
{
    relation->bits[(uint64_t)a * relation->words + b / 64] |= UINT64_C(1) << b % 64;
}

static inline bool sel_outranks(const sel_outranking *relation, uint32_t a, uint32_t b)
{
    return relation->bits[(uint64_t)a * relation->words + b / 64] >> b % 64 & 1;
}

/** Write whether each alternative is in the kernel. Time rows², memory rows beside the bits. */
void sel_outranking_kernel(const sel_outranking *relation, bool *kernel);

#endif
