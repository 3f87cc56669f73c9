/** statement_account.h - what a row of a response says of a programme that registers rarely say.
 *  Private to statements. */
#ifndef SEL_DOMAIN_STATEMENT_ACCOUNT_H
#define SEL_DOMAIN_STATEMENT_ACCOUNT_H

#include "domain/reference.h"
#include "domain/statement_row.h"

/** The account of a row of support received or of a donor's programmes, in arena; NULL when it says
 *  nothing of it.
 *
 *  There was no call when the criteria do not apply and nothing is said of languages and travel;
 *  one item alone that does not apply is not known. A country that nobody knows is not said. A set
 *  of groups with "none" and a group in it contradicts itself: not known. */
const sel_account *sel_statement_account(const sel_stated_row *of, const sel_reference *reference,
                                         sel_arena *arena);

#endif
