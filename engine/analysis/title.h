/** title.h - how alike two titles are, in any script.
 *
 * Likeness is the Jaccard index of the sets of code-point trigrams of the
 * folded titles. It is evidence only: titles alone never join two records. */
#ifndef SEL_ANALYSIS_TITLE_H
#define SEL_ANALYSIS_TITLE_H

#include "base/str.h"

#include <stdint.h>

/** Titles with fewer trigrams than this are like nothing, not even themselves. */
enum { SEL_TITLE_LEAST_TRIGRAMS = 8 };

typedef struct sel_title {
    sel_str folded;
    const uint64_t *trigrams; /**< distinct, ascending; three code points of 21 bits each */
    uint32_t count;
    uint64_t signature; /**< bit h is set when a trigram mixes to h */
} sel_title;

/** Fold text and cut it into trigrams, in arena. */
sel_title sel_title_read(sel_str text, sel_arena *arena);

/** Shared over all trigrams in ppm; 0 when either title is too short to say. */
uint32_t sel_title_likeness_ppm(const sel_title *a, const sel_title *b);

/** False when sel_title_likeness_ppm is below least for sure; costs next to nothing. */
bool sel_title_may_be_alike(const sel_title *a, const sel_title *b, uint32_t least);

/** Whether both titles name the same numbers (digits, or roman I to XXXIX) in the same order:
 *  "Phase II" and "Phase III" are two programmes however alike the words. */
bool sel_title_same_numbers(const sel_title *a, const sel_title *b);

#endif
