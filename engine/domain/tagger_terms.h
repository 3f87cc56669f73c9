/** tagger_terms.h - the term table of the tagger, found by the beginnings of words.
 *
 * Private to the tagger. A term's key is the beginning of its first word, at
 * most SEL_TERM_KEY_MAX bytes of it; which lengths occur is known, so that
 * endings left open and long words need no special way. */
#ifndef SEL_DOMAIN_TAGGER_TERMS_H
#define SEL_DOMAIN_TAGGER_TERMS_H

#include "base/hash.h"
#include "domain/tagger.h"

enum { SEL_TERM_KEY_MAX = 16 };

/** One word of a term. */
typedef struct sel_term_word {
    sel_str text;
    bool open; /**< may go on */
} sel_term_word;

typedef struct sel_term_pattern {
    sel_term_word words[SEL_TERM_WORDS_MAX];
    uint32_t word_count;
    sel_term_kind kind;
    uint32_t capability;
    uint32_t weight;
    bool unspaced; /**< of a script without blanks: stands anywhere in a run of its letters */
    uint32_t next; /**< with the same key, or SEL_NONE */
} sel_term_pattern;

typedef struct sel_terms sel_terms;

/** Make the table in arena; terms are copied. */
sel_terms *sel_terms_create(sel_arena *arena, const sel_term *terms, uint32_t count);

/** Takes a term whose key is a beginning of the text asked for. */
typedef void sel_terms_take(void *to, const sel_term_pattern *pattern);

/** Hand on all terms whose key is a beginning of text. */
void sel_terms_each(const sel_terms *terms, sel_str text, sel_terms_take *take, void *to);

/** Whether the character at the front of text, folded or not, is of a script that is written
 *  without blanks between words: Chinese, kana, Thai, Lao, Burmese, Khmer. */
bool sel_is_unspaced(sel_str text);

#endif
