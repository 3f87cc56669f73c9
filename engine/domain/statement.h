/** statement.h - what a response states besides needs: its requests, the support received, and a
 *  donor's own programmes.
 *
 * Each support row becomes a programme record of register "recipient:<code>":
 * the recipient's key beside the donor's own record. Each programme that a
 * donor tells of in its questionnaire becomes one of register
 * "donor:<organisation>": it adds to what the registers say of it. */
#ifndef SEL_DOMAIN_STATEMENT_H
#define SEL_DOMAIN_STATEMENT_H

#include "domain/reference.h"
#include "domain/response.h"

/** Most rows of one kind looked for in one response. */
enum { SEL_STATEMENT_ROWS_MAX = 20 };

/** Questions that open a row of requests, of support or of own programmes; a response that answers
 * none of them states nothing here. */
typedef struct sel_statement_items {
    uint32_t items[3 * SEL_STATEMENT_ROWS_MAX];
    uint32_t count;
} sel_statement_items;

/** Those of a questionnaire. */
sel_statement_items sel_statement_items_of(const sel_questionnaire *questionnaire);

/** Whether a response answers one of them. */
bool sel_statement_is_made(const sel_statement_items *items, const sel_response *response);

/** Whether a register's name is one of those that hold what recipients or donors answer: no other
 *  register may have such a name, or a donor could turn the recipient's key. */
bool sel_statement_is_register(sel_str register_name);

/** Whether it is one of those that hold what donors answer. */
bool sel_statement_is_donors(sel_str register_name);

/** The register of the programmes that a response tells of, in arena: of an organisation under the
 *  name that its answers are stored under, however it writes it. */
sel_str sel_statement_register(const sel_response *response, const sel_reference *reference,
                               sel_arena *arena);

/** Beginning of the identifiers of the programmes a response tells of, in arena: "<round>-<agency's
 *  fingerprint>-", whether or not the agency speaks for the whole state. */
sel_str sel_statement_prefix(const sel_response *response, sel_arena *arena);

/** Identifier of one of them, in arena: the beginning, S (support) or P (a donor's own), the number
 *  of its row from 1. */
sel_str sel_statement_id(const sel_response *response, uint32_t number, sel_arena *arena);

/** Requests of a response, in arena. Identifiers are "<code>-<round>-<nn>"; a respondent that does
 *  not speak for the whole state has its agency's fingerprint before the number. received is UTC
 *  seconds. None unless a state or body answers. */
const sel_request *sel_statement_requests(const sel_response *response,
                                          const sel_reference *reference, int64_t received,
                                          sel_arena *arena, uint32_t *count);

/** Programme records of the support rows of a recipient's response, of the rows of its own
 *  programmes of any other, in arena. Rows without a title are skipped. They say no day of
 * updating: the newest answer counts, whatever day it was answered on. A row with the identifier in
 * a register carries a link "same" to that record. A recipient that nobody knows is left out of a
 *  donor's row. */
const sel_programme *sel_statement_programmes(const sel_response *response,
                                              const sel_reference *reference, sel_arena *arena,
                                              uint32_t *count);

/** Whether the questionnaire asks for support received: only then do its answers replace what was
 *  stated before. */
bool sel_statement_asked(const sel_questionnaire *questionnaire);

/** As sel_statement_asked, for programmes of the organisation that answers. */
bool sel_statement_asked_of_donors(const sel_questionnaire *questionnaire);

#endif
