/** handle.h - the inside of an open store; private to the store. */
#ifndef SEL_STORE_HANDLE_H
#define SEL_STORE_HANDLE_H

#include "store/statements.h"
#include "store/store.h"

#include <sqlite3.h>

typedef enum sel_statement {
#define X(id, text) SQL_##id,
    SEL_STATEMENT_LIST(X)
#undef X
        SEL_STATEMENT_COUNT
} sel_statement;

/** The questionnaire of the last response, so that it is looked up once. */
typedef struct sel_known_questionnaire {
    const sel_item *items; /**< as the caller gave them */
    uint32_t item_count;
    sel_str name;
    sel_str version;
    int64_t id;
    int64_t first_item;
} sel_known_questionnaire;

struct sel_store {
    sqlite3 *db;
    sel_store_mode mode;
    bool logged;       /**< a writer that is to leave the file without a log */
    bool failed;       /**< a query of this transaction failed: nothing of it may be kept */
    uint32_t listings; /**< listings under way: no writing meanwhile */
    sel_arena *arena;
    sel_str path;
    sel_str taxonomy;
    int64_t created;
    sel_known_questionnaire known;
    sel_arena *known_arena;
    char known_round[64]; /**< round of the last response, so that it is looked up once; or "" */
    sel_arena *scratch;   /**< of the response that is being put */
    int64_t level_source; /**< source that level was last asked for, or 0 */
    sel_str level;
    sqlite3_stmt *prepared[SEL_STATEMENT_COUNT];
};

/** Text of a statement. */
const char *sel_statement_text(sel_statement statement);

/** The one place where SQLite's codes become ours. */
sel_status sel_sqlite_fail(sqlite3 *db, int code, sel_error *err);

/** A handle on an open file without an identity check: limits, safety switches and waiting time
 *  are set. flags are SQLite's. *db is NULL on failure. */
SEL_CHECKED
sel_status sel_sqlite_open(const char *path, int flags, sqlite3 **db, sel_error *err);

/** Run a statement without parameters once, ignoring its rows; *number (NULL allowed) is the
 *  first column of the first one. Returns SQLite's code. */
int sel_sqlite_run(sqlite3 *db, sel_statement statement, int64_t *number);

/** Disclosure level of a source's records that say none; borrowed from the handle.
 *  SEL_NOT_FOUND: there is no such source. */
SEL_CHECKED
sel_status sel_source_level(sel_store *store, int64_t source, sel_str *level, sel_error *err);

#endif
