/** words.h - every sentence for readers other than developers.
 *
 * questionnaires/words/<lang>.csv gives texts by id, with named places:
 * "Places where {n} donors meet". English is compiled in as the fall-back;
 * "label: number" forms, so no plurals are needed. */
#ifndef SEL_DOMAIN_WORDS_H
#define SEL_DOMAIN_WORDS_H

#include "base/index.h"
#include "domain/language.h"

typedef struct sel_word {
    sel_str id;
    sel_str text;
} sel_word;

/** Texts of one language; entries sorted by id. */
typedef struct sel_words {
    const sel_word *entries;
    uint32_t count;
    const struct sel_words *fallback; /**< English, or NULL when this is English */
    sel_language language;
} sel_words;

/** Text of id as it stands in the table; the id itself when no language has it. */
sel_str sel_words_find(const sel_words *words, const char *id);

/** Whether words or its fall-back has id. */
bool sel_words_have(const sel_words *words, const char *id);

/** Text of id in arena with its places filled: after id come pairs of place name and value
 *  (const char *, const char *), then NULL. A place without a value stays as written. */
sel_str sel_say(sel_arena *arena, const sel_words *words, const char *id, ...) SEL_SENTINEL;

/** Sort entries by id, as every sel_words must be. */
void sel_words_sort(sel_word *entries, uint32_t count);

#endif
