/** statement.h - what a response states besides needs: its requests, and the support received.
 *
 * Each support row becomes a programme record of register "recipient:<code>":
 * the recipient's key beside the donor's own record. */
#ifndef SEL_DOMAIN_STATEMENT_H
#define SEL_DOMAIN_STATEMENT_H

#include "domain/reference.h"
#include "domain/response.h"

/** Most requests and support rows looked for in one response. */
enum { SEL_STATEMENT_ROWS_MAX = 20 };

/** Questions that open a row of requests or of support; a response that answers none of them states
 *  nothing here. */
typedef struct sel_statement_items {
    uint32_t items[2 * SEL_STATEMENT_ROWS_MAX];
    uint32_t count;
} sel_statement_items;

/** Those of a questionnaire. */
sel_statement_items sel_statement_items_of(const sel_questionnaire *questionnaire);

/** Whether a response answers one of them. */
bool sel_statement_is_made(const sel_statement_items *items, const sel_response *response);

/** Whether a register's name is one of those that hold what recipients state: no donor's register
 *  may have such a name, or a donor could turn the recipient's key. */
bool sel_statement_is_register(sel_str register_name);

/** Beginning of the identifiers of a response's support rows, in arena: "<round>-<agency's
 * fingerprint>-", whether or not the agency speaks for the whole state. */
sel_str sel_statement_prefix(const sel_response *response, sel_arena *arena);

/** Requests of a response, in arena. Identifiers are "<code>-<round>-<nn>"; a respondent that does
 *  not speak for the whole state has its agency's fingerprint before the number. received is UTC
 *  seconds. */
const sel_request *sel_statement_requests(const sel_response *response,
                                          const sel_reference *reference, int64_t received,
                                          sel_arena *arena, uint32_t *count);

/** Programme records of the support rows of a response, in arena. Rows without a title are
 *  skipped. They say no day of updating: the newest answer counts, whatever day it was answered
 *  on. A row with the donor's identifier carries a link "same" to it. */
const sel_programme *sel_statement_programmes(const sel_response *response,
                                              const sel_reference *reference, sel_arena *arena,
                                              uint32_t *count);

/** Whether the questionnaire asks for support received: only then do its answers replace what was
 *  stated before. */
bool sel_statement_asked(const sel_questionnaire *questionnaire);

#endif
