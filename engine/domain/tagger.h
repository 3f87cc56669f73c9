/** tagger.h - find the capabilities a programme is about from its words.
 *
 * Terms are folded words (codelists/terms.csv). An anchor proves cyber content
 * by itself; an acronym does when the source writes it in capitals; a context
 * term counts only beside an anchor or acronym; an excluded phrase hides the
 * words it covers. Nothing is inferred from sector codes alone. */
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

/** One row of the term table. */
typedef struct sel_term {
    sel_str text; /**< folded words, one space between; without a trailing '*' */
    bool open;    /**< the last word may have any ending */
    sel_term_kind kind;
    uint32_t capability; /**< capability number, or SEL_NONE: only proves cyber content */
} sel_term;

/** Term table ready for matching; a handle. */
typedef struct sel_tagger sel_tagger;

/** Build from terms (copied). taxonomy is borrowed and must outlive the tagger. hash names the
 *  version of the table that results carry (64 hex digits; copied). */
sel_tagger *sel_tagger_create(const sel_term *terms, uint32_t count, const sel_taxonomy *taxonomy,
                              const char *hash);

/** NULL is allowed. */
void sel_tagger_destroy(sel_tagger *tagger);

/** Version of the term table. */
const char *sel_tagger_hash(const sel_tagger *tagger);

/** Tag a record that states no capability: the register's theme is read first; when it gives
 *  none, the title and description. Sets capabilities (equal shares, not stated, with the words
 *  found), or set_aside when nothing shows cyber content. A record with stated capabilities is
 *  left alone. New arrays go into arena. */
void sel_tagger_tag(const sel_tagger *tagger, sel_programme *record, sel_arena *arena);

#endif
