/** tagger_match.h - where terms stand in the texts of one record.
 *
 * Private to the tagger. Every term that stands in a text counts, also inside a
 * longer one; what an excluded phrase covers does not, unless a longer term
 * covers that phrase. Besides whole words: a term of a script without blanks is
 * found anywhere in a run of its letters, and an Arabic word also behind the
 * article and the one-letter words that are written together with it. */
#ifndef SEL_DOMAIN_TAGGER_MATCH_H
#define SEL_DOMAIN_TAGGER_MATCH_H

#include "base/fold_table.h"
#include "domain/tagger_terms.h"

/** Texts of a record, in the order in which they are read. */
typedef enum sel_tag_field {
    SEL_TAG_THEME,
    SEL_TAG_TITLE,
    SEL_TAG_DESCRIPTION,
    SEL_TAG_FIELDS
} sel_tag_field;

/** A term in a text. */
typedef struct sel_term_hit {
    const sel_term_pattern *term;
    sel_tag_field field;
    const char *start; /**< in the text as written */
    const char *end;   /**< behind the last letter */
} sel_term_hit;

typedef struct sel_term_hits {
    sel_arena *arena;
    sel_term_hit *list;
    uint32_t count;
    uint32_t room;
} sel_term_hits;

/** Add the terms of one text of a record; fields are read in ascending order. */
void sel_terms_find(const sel_terms *terms, const sel_fold_table *table, sel_tag_field field,
                    sel_str text, sel_term_hits *hits);

/** Sort by place, the longest first, and leave out exclusions and what they cover. */
void sel_term_hits_settle(sel_term_hits *hits);

#endif
