/** intake_statements.h - what a response says beside its answers, stored: support received,
 * requests. Private to work. */
#ifndef SEL_WORK_INTAKE_STATEMENTS_H
#define SEL_WORK_INTAKE_STATEMENTS_H

#include "domain/reference.h"
#include "store/store.h"

/** Where statements go. */
typedef struct sel_statement_place {
    const sel_reference *reference;
    sel_store *store;
    int64_t source; /**< number of the file */
    int64_t now;    /**< UTC seconds */
    sel_arena *scratch;
} sel_statement_place;

/** Store the programmes a response tells of: support received, or a donor's own. replaces: rows
 * that an earlier answer had and this one has not are set aside. */
SEL_CHECKED
sel_status sel_statements_store(const sel_statement_place *place, const sel_response *response,
                                bool replaces, sel_error *err);

/** Store its requests under what was put. SEL_CONFLICT: another agency speaks for the whole state
 *  already, and requests are numbered for the state. */
SEL_CHECKED
sel_status sel_requests_store(const sel_statement_place *place, const sel_response *response,
                              const sel_put_response *put, sel_error *err);

#endif
