/** fold.h - compare text as people do: without case, accents and punctuation.
 *
 * Folding is Unicode NFKD, then case folding, then marks removed; every run of
 * characters that are neither letters nor digits becomes one space, none at
 * the ends. "Côte d'Ivoire" folds to "cote d ivoire". */
#ifndef SEL_BASE_FOLD_H
#define SEL_BASE_FOLD_H

#include "base/str.h"

#include <stdint.h>

/** Folded copy of text in arena; text that is not UTF-8 folds to the empty slice. */
sel_str sel_fold(sel_arena *arena, sel_str text);

/** Columns that text takes on a terminal (wide characters two, marks none). */
size_t sel_fold_width(sel_str text);

/** Number of Unicode code points; ill-formed bytes count one each. */
size_t sel_fold_length(sel_str text);

/** First code point of text, which must not be empty: how many bytes it takes. An ill-formed byte
 *  takes one and has code -1. */
size_t sel_fold_step(sel_str text, int32_t *code);

#endif
