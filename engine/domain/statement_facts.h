/** statement_facts.h - what recipients and donors are both asked of a programme, read from a row of
 *  either's questionnaire. Private to statements. */
#ifndef SEL_DOMAIN_STATEMENT_FACTS_H
#define SEL_DOMAIN_STATEMENT_FACTS_H

#include "domain/reference.h"
#include "domain/statement_row.h"

/** What the two questionnaires call or know differently. */
typedef struct sel_stated_sides {
    const char *title;       /**< field of the title: the row has one */
    const char *asked_first; /**< field: did the recipient ask first */
    sel_str donor;           /**< name; empty: not known */
    sel_str recipient;       /**< code, lasting; empty: not known */
} sel_stated_sides;

/** The record that a row tells of, in arena, without register, identifier and what only one side is
 *  asked. A row with the identifier of another record carries a link "same" to it. */
sel_programme sel_stated_facts(const sel_stated_row *of, const sel_stated_sides *sides,
                               const sel_reference *reference, sel_arena *arena);

#endif
