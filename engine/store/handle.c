#include "store/handle.h"

static const char *const texts[] = {
#define X(id, text) [SQL_##id] = (text),
    SEL_STATEMENT_LIST(X)
#undef X
};

/* No text of ours is longer; a stranger's file cannot make us allocate more. */
enum { LONGEST_VALUE = 16 << 20 };

const char *sel_statement_text(sel_statement statement)
{
    return texts[statement];
}

sel_status sel_sqlite_fail(sqlite3 *db, int code, sel_error *err)
{
    const char *said =
        sqlite3_extended_errcode(db) == code ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        return sel_fail(err, SEL_CONFLICT, "the store refuses it: %s", said);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return sel_fail(err, SEL_BUSY, "another program is using the store");
    case SQLITE_FULL:
        return sel_fail(err, SEL_IO, "the disk is full");
    case SQLITE_READONLY:
        return sel_fail(err, SEL_IO, "the store or its folder cannot be written");
    case SQLITE_CANTOPEN:
        return sel_fail(err, SEL_IO, "the store or its journal cannot be opened");
    case SQLITE_PERM:
        return sel_fail(err, SEL_IO, "the store may not be opened");
    case SQLITE_NOTADB:
        return sel_fail(err, SEL_BAD_INPUT, "this is not a selaras store");
    case SQLITE_CORRUPT:
        return sel_fail(err, SEL_IO, "the store is damaged: %s", said);
    case SQLITE_TOOBIG:
        return sel_fail(err, SEL_REFUSED, "a text is longer than %d bytes", (int)LONGEST_VALUE);
    case SQLITE_NOMEM:
        return sel_fail(err, SEL_IO, "out of memory");
    default:
        return sel_fail(err, SEL_IO, "reading or writing the store failed: %s", said);
    }
}

int sel_sqlite_run(sqlite3 *db, sel_statement statement, int64_t *number)
{
    sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v2(db, texts[statement], -1, &stmt, NULL);
    if (code == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW && number != NULL)
        *number = sqlite3_column_int64(stmt, 0);
    if (stmt != NULL)
        code = sqlite3_finalize(stmt);
    return code;
}

/* A store may come from anybody: views and triggers in it run nothing unsafe, writing to its
 * schema or shadow tables is off, damaged pages are noticed. */
static int make_safe(sqlite3 *db)
{
    static const struct {
        int option;
        int value;
    } switches[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},   {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1}, {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},     {SQLITE_DBCONFIG_DQS_DDL, 0},
    };
    int code = SQLITE_OK;
    for (size_t i = 0; i < sizeof switches / sizeof switches[0] && code == SQLITE_OK; i++)
        code = sqlite3_db_config(db, switches[i].option, switches[i].value, NULL);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    if (code == SQLITE_OK)
        code = sqlite3_extended_result_codes(db, 1);
    if (code == SQLITE_OK)
        code = sqlite3_busy_timeout(db, SEL_STORE_WAIT_MS);
    if (code == SQLITE_OK)
        code = sel_sqlite_run(db, SQL_CELL_SIZE_CHECK, NULL);
    return code;
}

sel_status sel_sqlite_open(const char *path, int flags, sqlite3 **db, sel_error *err)
{
    /* Nobody asks SQLite how much memory it has, and counting it would lock at every allocation.
     * After the first store of a process it is refused, which changes nothing. */
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    int code = sqlite3_open_v2(path, db, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (code == SQLITE_OK)
        code = make_safe(*db);
    if (code == SQLITE_OK)
        return SEL_OK;
    sel_status status = sel_sqlite_fail(*db, code, err);
    sqlite3_close(*db);
    *db = NULL;
    return status;
}
