#include "store/query.h"

#include <assert.h>
#include <limits.h>

static const char *reason_against(const sel_store *store, sqlite3_stmt *stmt)
{
    if (sqlite3_stmt_busy(stmt))
        return "the same listing is under way";
    if (sqlite3_stmt_readonly(stmt))
        return NULL;
    if (store->mode != SEL_STORE_WRITE)
        return "the store is open for reading";
    if (store->failed)
        return "an earlier write failed: the transaction can only be rolled back";
    if (sqlite3_get_autocommit(store->db))
        return "no transaction was begun";
    if (store->listings > 0)
        return "a listing of the store is under way";
    return NULL;
}

sel_query sel_query_start(sel_store *store, sel_statement statement)
{
    sel_query query = {.store = store, .code = SQLITE_OK};
    sqlite3_stmt **prepared = &store->prepared[statement];
    if (*prepared == NULL)
        query.code = sqlite3_prepare_v3(store->db, sel_statement_text(statement), -1,
                                        SQLITE_PREPARE_PERSISTENT, prepared, NULL);
    if (query.code == SQLITE_OK)
        query.refused = reason_against(store, *prepared);
    if (query.code == SQLITE_OK && query.refused == NULL)
        query.stmt = *prepared;
    return query;
}

static void note(sel_query *query, int code)
{
    if (code != SQLITE_OK && query->code == SQLITE_OK)
        query->code = code;
}

static void bind_text(sel_query *query, sel_str text, sqlite3_destructor_type keep)
{
    if (query->stmt == NULL || query->code != SQLITE_OK)
        return;
    if (text.len > INT_MAX)
        note(query, SQLITE_TOOBIG);
    else
        note(query, sqlite3_bind_text(query->stmt, ++query->at, text.ptr == NULL ? "" : text.ptr,
                                      (int)text.len, keep));
}

void sel_query_put_text(sel_query *query, sel_str text)
{
    bind_text(query, text, SQLITE_STATIC);
}

void sel_query_put_copy(sel_query *query, sel_str text)
{
    bind_text(query, text, SQLITE_TRANSIENT);
}

void sel_query_put_integer(sel_query *query, int64_t value)
{
    if (query->stmt != NULL && query->code == SQLITE_OK)
        note(query, sqlite3_bind_int64(query->stmt, ++query->at, value));
}

void sel_query_put_null(sel_query *query)
{
    if (query->stmt != NULL && query->code == SQLITE_OK)
        note(query, sqlite3_bind_null(query->stmt, ++query->at));
}

void sel_query_put_known(sel_query *query, bool known, int64_t value)
{
    if (known)
        sel_query_put_integer(query, value);
    else
        sel_query_put_null(query);
}

bool sel_query_next(sel_query *query)
{
    if (query->stmt == NULL || query->code != SQLITE_OK)
        return false;
    assert(sqlite3_stmt_busy(query->stmt) ||
           query->at == sqlite3_bind_parameter_count(query->stmt));
    query->at = 0;
    int code = sqlite3_step(query->stmt);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        note(query, code);
    return code == SQLITE_ROW;
}

sel_str sel_query_borrow_text(sel_query *query)
{
    int column = query->at++;
    const char *text = (const char *)sqlite3_column_text(query->stmt, column);
    if (text == NULL)
        return (sel_str){0};
    return (sel_str){text, (size_t)sqlite3_column_bytes(query->stmt, column)};
}

sel_str sel_query_take_text(sel_query *query, sel_arena *arena)
{
    return sel_str_copy(arena, sel_query_borrow_text(query));
}

int64_t sel_query_take_integer(sel_query *query)
{
    return sqlite3_column_int64(query->stmt, query->at++);
}

bool sel_query_take_known(sel_query *query, int64_t *value)
{
    bool known = sqlite3_column_type(query->stmt, query->at) != SQLITE_NULL;
    *value = sel_query_take_integer(query);
    return known;
}

sel_days sel_query_take_days(sel_query *query)
{
    int64_t earliest = 0;
    int64_t latest = 0;
    bool known = sel_query_take_known(query, &earliest);
    known = sel_query_take_known(query, &latest) && known;
    return (sel_days){(sel_day)earliest, (sel_day)latest, known};
}

void sel_query_damaged(sel_query *query)
{
    note(query, SQLITE_CORRUPT);
}

sel_status sel_query_end(sel_query *query, sel_error *err)
{
    sel_store *store = query->store;
    sel_status status = SEL_OK;
    if (query->refused != NULL)
        status = sel_fail(err, SEL_USAGE, "%s", query->refused);
    else if (query->code != SQLITE_OK)
        status = sel_sqlite_fail(store->db, query->code, err);
    if (status != SEL_OK)
        sel_error_place(err, store->path.ptr, 0, 0);
    if (query->code != SQLITE_OK)
        store->failed = true;
    if (query->stmt == NULL)
        return status;
    sqlite3_reset(query->stmt);
    sqlite3_clear_bindings(query->stmt);
    query->stmt = NULL;
    return status;
}

sel_status sel_query_run(sel_query *query, sel_error *err)
{
    sel_query_next(query);
    return sel_query_end(query, err);
}

int64_t sel_query_inserted(const sel_store *store)
{
    return sqlite3_last_insert_rowid(store->db);
}
