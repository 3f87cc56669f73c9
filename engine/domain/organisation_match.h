/** organisation_match.h - an organisation of the table whose name has nearly the same words.
 *
 * A name is the set of its words, without articles, prepositions and legal forms, in a common form
 * ("programmes" as "program"); runs of single letters are one word ("u n d p"). A word weighs
 * log2((N + 1) / n): N organisations in all, n that have it in any of their names. The score of a
 * name and a spelling is the weighted Jaccard index, the weight of the words of both over the
 * weight of the words of either (Ruzicka 1958); a word that is alone another name of the same
 * organisation ("UNDP") counts against nothing. The score of an organisation is that of its
 * nearest spelling.
 *
 * A wrong merge does more harm than a missed one: a name is recognised only from
 * SEL_ORGANISATION_SCORE on, and only when no other organisation comes within
 * SEL_ORGANISATION_LEAD of it. */
#ifndef SEL_DOMAIN_ORGANISATION_MATCH_H
#define SEL_DOMAIN_ORGANISATION_MATCH_H

#include "domain/organisation.h"

enum {
    SEL_ORGANISATION_WHOLE = 10000,   /**< score of the same words */
    SEL_ORGANISATION_SCORE = 8500,    /**< smallest score that recognises */
    SEL_ORGANISATION_LEAD = 1000,     /**< smallest distance to the next organisation */
    SEL_ORGANISATION_CANDIDATE = 5000 /**< smallest score worth showing to a person */
};

/** Words of a name that are looked at; longer texts are no names. */
enum { SEL_ORGANISATION_WORDS_MAX = 32 };

enum { SEL_ORGANISATION_CANDIDATES = 3 };

typedef struct sel_organisation_candidate {
    uint32_t organisation; /**< number in the table */
    uint32_t score;        /**< basis points, 1..SEL_ORGANISATION_WHOLE */
} sel_organisation_candidate;

/** Words of a folded name, distinct, by bytes, borrowed from arena; how many. 0 when there are
 *  none, or more than SEL_ORGANISATION_WORDS_MAX. */
uint32_t sel_organisation_word_list(sel_str folded, sel_arena *arena,
                                    sel_str words[SEL_ORGANISATION_WORDS_MAX]);

/** Make the index over the words of all names that are in the table by now, and set
 *  organisations->words. */
void sel_organisation_words_create(sel_organisations *organisations);

/** NULL is allowed. */
void sel_organisation_words_destroy(sel_organisation_words *words);

/** The organisations with the nearest names, best first, then by number; how many. Without words
 *  in the table (sel_organisation_words_create was not called) none. */
uint32_t sel_organisations_near(const sel_organisations *organisations, sel_str folded,
                                sel_organisation_candidate near[SEL_ORGANISATION_CANDIDATES]);

/** The candidate that recognises a name, or NULL: near enough, and ahead of the others. */
const sel_organisation_candidate *
sel_organisation_recognised(const sel_organisation_candidate *near, uint32_t count);

#endif
