/** explanation.h - where a number came from, as a tree of steps down to cells.
 *
 * The analysis names its contributors; work/explain adds what the store knows
 * of their origin; report prints it. */
#ifndef SEL_DOMAIN_EXPLANATION_H
#define SEL_DOMAIN_EXPLANATION_H

#include "base/str.h"

#include <stdint.h>

/** One step. Texts are already in the reader's language. */
typedef struct sel_explained {
    uint32_t level; /**< 0 the number itself, 1 what it is made of, … */
    sel_str label;  /**< "now", "time together" */
    sel_str value;  /**< "2", "0 to 72 %" */
    sel_str note;   /**< formula, reason, rule; may be empty */
    sel_str source; /**< file name; may be empty */
    uint64_t line;  /**< physical line of source, 0 when there is none */
    sel_str cell;   /**< spreadsheet cell, may be empty */
    sel_str hash;   /**< SHA-256 of the file, may be empty */
} sel_explained;

typedef struct sel_explanation {
    sel_str address; /**< "FJI/D1.2" */
    sel_str title;
    sel_explained *steps;
    uint32_t count;
    uint32_t room;
} sel_explanation;

/** Append a step (copied shallowly) to explanation in arena. */
void sel_explanation_add(sel_explanation *explanation, sel_arena *arena, sel_explained step);

#endif
