/** request_rows.h - how a request lies in rows, and its fingerprint; private to the store. */
#ifndef SEL_STORE_REQUEST_ROWS_H
#define SEL_STORE_REQUEST_ROWS_H

#include "store/row.h"

/** Takes a request with the fingerprint that is stored for it; false ends the visit. */
typedef bool sel_request_visit(void *to, const sel_request *request, sel_str content);

/** Visit the requests that rows (SQL_EACH_REQUEST and its like) gives. */
SEL_CHECKED
sel_status sel_store_visit_requests(sel_store *store, sel_statement rows, sel_request_visit *take,
                                    void *to, sel_error *err);

/** BLAKE2b over the id and every field except the time it was received. */
void sel_request_fingerprint(const sel_request *request, char hex[SEL_HASH_ROOM]);

#endif
