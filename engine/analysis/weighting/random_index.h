/** random_index.h - how inconsistent judgements are that somebody made by throwing dice: what the
 * consistency index is divided by.
 *
 *     CR = CI / RI(n),  CI = (λ − n)/(n − 1)
 *
 * The same matrix has another CR by each table, so that results name it. */
#ifndef SEL_ANALYSIS_WEIGHTING_RANDOM_INDEX_H
#define SEL_ANALYSIS_WEIGHTING_RANDOM_INDEX_H

#include "base/str.h"

#include <stdint.h>

typedef struct sel_random_index {
    const char *name;     /**< stable: "saaty" */
    const char *source;   /**< author, year */
    const double *values; /**< from 1 criterion on; 0 for 1 and 2, which cannot be inconsistent */
    uint32_t largest;     /**< criteria up to which it goes */
} sel_random_index;

/** All tables; the first is used when nobody says which. */
const sel_random_index *sel_random_indices(uint32_t *count);

/** Table of a name, or NULL. */
const sel_random_index *sel_random_index_find(sel_str name);

#endif
