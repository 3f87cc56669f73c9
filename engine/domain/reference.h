/** reference.h - the code lists that every stage reads. Borrowed by all, owned by whoever loaded
 *  them (input/codelist_file). */
#ifndef SEL_DOMAIN_REFERENCE_H
#define SEL_DOMAIN_REFERENCE_H

#include "domain/exchange.h"
#include "domain/geography.h"
#include "domain/organisation.h"
#include "domain/sector_tags.h"
#include "domain/tagger.h"
#include "domain/taxonomy.h"
#include "domain/words.h"

/** Header names that register columns go by: folded header → field. */
typedef struct sel_header_synonym {
    sel_str folded;
    sel_str field;
} sel_header_synonym;

/** A word of a foreign format and what it means to us. */
typedef struct sel_code_meaning {
    sel_str written; /**< "column:usdcommitment", "place:africa regional", "#org+funding" */
    sel_str means;   /**< a register field, a recipient, a kind of organisation */
} sel_code_meaning;

typedef struct sel_code_meanings {
    const sel_code_meaning *list; /**< in the order of their file */
    uint32_t count;
} sel_code_meanings;

/** A label of the tall sheet: what a row, column or non-answer is called in each language. */
typedef struct sel_sheet_label {
    sel_str key;                        /**< "country", "now", "dont_know" */
    sel_names names;                    /**< as the hand-out writes it */
    sel_str folded[SEL_LANGUAGE_COUNT]; /**< for comparing */
} sel_sheet_label;

typedef struct sel_reference {
    sel_geography geography;
    sel_taxonomy taxonomy;
    sel_organisations organisations;
    sel_tagger *tagger;  /**< NULL when the taxonomy is not tagged by words */
    sel_sectors sectors; /**< of the taxonomy; empty when it has no codes */
    sel_exchange rates;
    const sel_header_synonym *headers; /**< sorted by folded */
    uint32_t header_count;
    sel_code_meanings
        crs; /**< crs.csv: "kind:written", the latter folded, columns without blanks */
    sel_code_meanings hxl;   /**< hxl_tags.csv: tag with its attributes */
    sel_sheet_label *labels; /**< in the order of sheet_labels.csv */
    uint32_t label_count;
    sel_index *label_words; /**< what sel_sheet_key finds; made by sel_sheet_labels_index */
    uint32_t *word_labels;  /**< per word: its label */
} sel_reference;

/** Make the labels ready to be found, once all are there; numbers in arena, label_words is the
 *  owner's to destroy. Of several labels that are called alike the first is found. */
void sel_sheet_labels_index(sel_reference *reference, sel_arena *arena);

/** Key of the label that text is in any language (or is itself), or the empty slice. */
sel_str sel_sheet_key(const sel_reference *reference, sel_str text);

/** Whether a header names the column of findings that an annotated copy has behind the answers:
 *  alone, or before the first '|' when findings follow in the same cell. It holds no answers. */
bool sel_sheet_is_findings(const sel_reference *reference, sel_str header);

/** The label of key within scope (a table, a questionnaire): that of "scope.key", else that of key
 *  alone, else NULL. scope may be empty. */
const sel_sheet_label *sel_sheet_label_in(const sel_reference *reference, sel_str scope,
                                          sel_str key);

/** How the hand-out writes key in language; key itself when there is no such label. */
sel_str sel_sheet_name(const sel_reference *reference, const char *key, sel_language language);

#endif
