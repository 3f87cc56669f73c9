/** account_text.h - the fields of an account by name, as texts: to compare and to show them.
 *
 * The names are those of the columns of a register (questionnaires/register.md), the words those
 * of the questionnaires; where recipients answer "us" it is "recipient", where there is no document
 * "none". */
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

/** Set a field from such a text, which must not be empty and last as long as the account. false:
 *  the words are none that the field knows, account is untouched. A country is three letters that
 *  the caller knows to be one. Call sel_account_settle_call when all fields are set. */
bool sel_account_take(sel_account *account, uint32_t field, sel_str text);

#endif
