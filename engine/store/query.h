/** query.h - a prepared statement in use: values in, rows out, one error at the end.
 *
 * Start, put every parameter in order, then either run it, or loop over next
 * and take every column in order, and end it. The first failure makes all
 * further calls do nothing, so only the end is checked. Private to the store. */
#ifndef SEL_STORE_QUERY_H
#define SEL_STORE_QUERY_H

#include "store/handle.h"

typedef struct sel_query {
    sel_store *store;
    sqlite3_stmt *stmt;  /**< NULL when it cannot run */
    int at;              /**< parameters put, then columns of the row taken */
    int code;            /**< first failure, else SQLITE_OK */
    const char *refused; /**< why it may not run now; NULL when it may */
} sel_query;

/** A statement is in use once at a time. Writing needs a transaction for writing and no listing
 *  under way. */
sel_query sel_query_start(sel_store *store, sel_statement statement);

/** Texts must live until the query ends. */
void sel_query_put_text(sel_query *query, sel_str text);

/** For a text that does not live so long. */
void sel_query_put_copy(sel_query *query, sel_str text);

void sel_query_put_integer(sel_query *query, int64_t value);

void sel_query_put_null(sel_query *query);

/** value, or NULL when it is not known. */
void sel_query_put_known(sel_query *query, bool known, int64_t value);

/** Whether there is a (next) row. */
bool sel_query_next(sel_query *query);

/** Text of the next column in arena; NULL gives the empty slice. */
sel_str sel_query_take_text(sel_query *query, sel_arena *arena);

/** Text of the next column, borrowed until the query goes on. */
sel_str sel_query_borrow_text(sel_query *query);

/** Next column; NULL gives 0. */
int64_t sel_query_take_integer(sel_query *query);

/** Next column when it is not NULL; *value is 0 otherwise. */
bool sel_query_take_known(sel_query *query, int64_t *value);

/** Next two columns: earliest and latest day; not known when one is NULL. */
sel_days sel_query_take_days(sel_query *query);

/** Say that the row cannot be what we stored: the query fails as damaged. */
void sel_query_damaged(sel_query *query);

/** Ready the statement for its next use and tell how it went. */
SEL_CHECKED
sel_status sel_query_end(sel_query *query, sel_error *err);

/** End a query that is for one row at most, or none. */
SEL_CHECKED
sel_status sel_query_run(sel_query *query, sel_error *err);

/** Row id of the last insertion. */
int64_t sel_query_inserted(const sel_store *store);

#endif
