/** phrases.h - the few words that writers themselves say. Private to report/. */
#ifndef SEL_REPORT_PHRASES_H
#define SEL_REPORT_PHRASES_H

#include "domain/explanation.h"
#include "domain/words.h"
#include "report/cell_text.h"

/** Text of id; the id itself when words is NULL or has none. */
sel_str sel_phrase(const sel_words *words, const char *id);

/** Where a step of an explanation stands: "answers.csv, line 13, cell D14, SHA-256 1f2e3d4c5b6a";
 *  empty when nothing is known. */
sel_str sel_origin_phrase(sel_arena *arena, const sel_words *words, const sel_explained *step);

/** Numbers with the decimal sign of the language and this dash in intervals. */
sel_number_style sel_number_style_of(const sel_words *words, const char *dash);

#endif
