/** title.h - how alike two titles are, in any script.
 *
 * Likeness is the Jaccard index of the sets of code-point trigrams of the
 * folded titles. It is evidence only: titles alone never join two records. */
#ifndef SEL_ANALYSIS_TITLE_H
#define SEL_ANALYSIS_TITLE_H

#include "analysis/tongue.h"

#include <stdint.h>

/** Titles with fewer trigrams than this are like nothing, not even themselves. */
enum { SEL_TITLE_LEAST_TRIGRAMS = 8 };

enum { SEL_SIGNATURE_WORDS = 4 };

/** What is kept of a title to rule out quickly that it is like another. */
typedef struct sel_title_sketch {
    uint64_t signature[SEL_SIGNATURE_WORDS]; /**< bit h is set when a trigram mixes to h of 256 */
    uint32_t count;                          /**< distinct trigrams */
} sel_title_sketch;

typedef struct sel_title {
    sel_str folded;
    const uint64_t *trigrams; /**< distinct, ascending; three code points of 21 bits each */
    uint32_t count;
    sel_tongue tongue;
    sel_title_sketch sketch;
} sel_title;

/** Fold text and cut it into trigrams, in arena. */
sel_title sel_title_read(sel_str text, sel_arena *arena);

/** Only the sketch of a title; scratch is used and reset. */
sel_title_sketch sel_title_sketch_of(sel_str text, sel_arena *scratch);

/** Shared over all trigrams in ppm; 0 when either title is too short to say. */
uint32_t sel_title_likeness_ppm(const sel_title *a, const sel_title *b);

/** False when sel_title_likeness_ppm is below least for sure; costs next to nothing. */
bool sel_title_may_be_alike(const sel_title_sketch *a, const sel_title_sketch *b, uint32_t least);

/** Shared over the trigrams of the title that has fewer, in ppm: 1 000 000 for a title that was cut
 *  off. 0 when that one has fewer than twice SEL_TITLE_LEAST_TRIGRAMS. */
uint32_t sel_title_contained_ppm(const sel_title *a, const sel_title *b);

/** False when sel_title_contained_ppm is below least for sure. */
bool sel_title_may_be_contained(const sel_title_sketch *a, const sel_title_sketch *b,
                                uint32_t least);

/** What the numbers in two titles say: "Phase II" and "Phase III" are two programmes however alike
 *  the words. */
typedef enum sel_title_numbers {
    SEL_NUMBERS_NONE,      /**< neither names one */
    SEL_NUMBERS_SAME,      /**< the same ones in the same order */
    SEL_NUMBERS_ONE_SIDED, /**< those of the one stand among those of the other, which has more */
    SEL_NUMBERS_DIFFER
} sel_title_numbers;

/** Compare the words with digits and the roman numbers I to XXXIX; "II" and "2" are the same. */
sel_title_numbers sel_title_compare_numbers(const sel_title *a, const sel_title *b);

#endif
