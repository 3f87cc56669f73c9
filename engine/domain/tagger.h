/** tagger.h - find the capabilities a programme is about from its words.
 *
 * Terms are folded words (codelists/terms.csv). An anchor proves cyber content
 * by itself; an acronym does when the source writes it in capitals; a context
 * term counts only beside an anchor or acronym; an excluded phrase hides the
 * words it covers. Nothing is inferred from sector codes alone.
 *
 * Strength of a capability: the sum, over its different expressions, of the
 * term's weight × what its field counts (theme and title 100, description 80).
 * It takes SEL_TAG_STRENGTH_MIN to count, so that a weak word alone counts in a
 * theme or title and not in prose.
 * Confidence in percent: (1 - doubt that it is cyber at all) × (1 - doubt that it
 * is this capability), where a doubt is the product, over the expressions that
 * speak for it, of 1 - weight × field / 1000; rounded down, between 1 and 99. It
 * grows with every further expression. An order of guesses, not a frequency: no
 * calibration stands behind it. */
#ifndef SEL_DOMAIN_TAGGER_H
#define SEL_DOMAIN_TAGGER_H

#include "domain/programme.h"
#include "domain/taxonomy.h"

typedef enum sel_term_kind {
    SEL_TERM_ANCHOR,
    SEL_TERM_ACRONYM,
    SEL_TERM_CONTEXT,
    SEL_TERM_EXCLUDE,
} sel_term_kind;

enum {
    SEL_TERM_WORDS_MAX = 16, /**< words of one term */
    SEL_TERM_WEIGHT_MAX = 9, /**< weights are 1 … 9 */
    SEL_TAG_STRENGTH_MIN = 200,
};

/** One row of the term table. */
typedef struct sel_term {
    sel_str text; /**< folded words, one space between; '*' behind a word that may go on */
    sel_term_kind kind;
    uint32_t capability; /**< capability number, or SEL_NONE: only proves cyber content */
    uint32_t weight;     /**< how surely it says so; means nothing for exclusions */
} sel_term;

/** Weight of a term whose row gives none: 9 for anchors, 8 for acronyms, 4 for context. */
uint32_t sel_term_weight(sel_term_kind kind);

/** Term table ready for matching; a handle. */
typedef struct sel_tagger sel_tagger;

/** Build from terms (copied; none of more than SEL_TERM_WORDS_MAX words). the list of
 *  capabilities is borrowed and must outlive the tagger. hash names the version of the table that
 * results carry (64 hex digits; copied). */
sel_tagger *sel_tagger_create(const sel_term *terms, uint32_t count, const sel_taxonomy *taxonomy,
                              const char *hash);

/** NULL is allowed. */
void sel_tagger_destroy(sel_tagger *tagger);

/** Version of the term table. */
const char *sel_tagger_hash(const sel_tagger *tagger);

/** Tag a record that states no capability: the register's theme and the title speak together; the
 *  description is asked only when there is no theme that names a capability. Sets capabilities
 *  (shares in proportion to strength, not stated, with the words found), or set_aside when nothing
 *  shows cyber content. A record with stated capabilities is left alone. New arrays go into arena;
 *  evidence is in it too. */
void sel_tagger_tag(const sel_tagger *tagger, sel_programme *record, sel_arena *arena);

#endif
