/** reference.h - the code lists that every stage reads. Borrowed by all, owned by whoever loaded
 *  them (input/codelist_file). */
#ifndef SEL_DOMAIN_REFERENCE_H
#define SEL_DOMAIN_REFERENCE_H

#include "domain/geography.h"
#include "domain/organisation.h"
#include "domain/tagger.h"
#include "domain/taxonomy.h"
#include "domain/words.h"

/** Header names that register columns go by: folded header → field. */
typedef struct sel_header_synonym {
    sel_str folded;
    sel_str field;
} sel_header_synonym;

typedef struct sel_reference {
    sel_geography geography;
    sel_taxonomy taxonomy;
    sel_organisations organisations;
    sel_tagger *tagger;
    const sel_header_synonym *headers; /**< sorted by folded */
    uint32_t header_count;
} sel_reference;

#endif
