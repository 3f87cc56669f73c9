/** account_text.h - the fields of an account by name, as texts: to compare and to show them.
 *
 * Names and texts are those of the questionnaires ("drafted_by": "together"); where recipients
 * answer "us" it is "recipient", where there is no document "none". */
#ifndef SEL_DOMAIN_ACCOUNT_TEXT_H
#define SEL_DOMAIN_ACCOUNT_TEXT_H

#include "base/arena.h"
#include "domain/account.h"

/** Fields of an account. */
enum { SEL_ACCOUNT_FIELDS = 16 };

/** Name of field 0 … SEL_ACCOUNT_FIELDS - 1; static. */
const char *sel_account_field(uint32_t field);

/** What an account says there, in arena or static; empty: nothing. account may be NULL. Where the
 *  question does not apply: "not_applicable"; a set without groups: "none". */
sel_str sel_account_text(const sel_account *account, uint32_t field, sel_arena *arena);

#endif
