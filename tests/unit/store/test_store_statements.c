#include "store/migrate.h"
#include "store/query.h"
#include "store/response_rows.h"

#include "store_fixture.h"

static const char *const names[] = {
#define X(id, text) [SQL_##id] = #id,
    SEL_STATEMENT_LIST(X)
#undef X
};

START_TEST(every_statement_fits_the_schema)
{
    sel_store *store = fresh_store(fresh_path());
    for (int i = 0; i < SEL_STATEMENT_COUNT; i++) {
        sqlite3_stmt *stmt = NULL;
        const char *tail = NULL;
        int code =
            sqlite3_prepare_v2(store->db, sel_statement_text((sel_statement)i), -1, &stmt, &tail);
        ck_assert_msg(code == SQLITE_OK, "%s: %s", names[i], sqlite3_errmsg(store->db));
        ck_assert_msg(tail[0] == '\0', "%s is more than one statement", names[i]);
        sqlite3_finalize(stmt);
    }
    sel_store_close(store);
}
END_TEST

/* Listings must come from indexes: a sort would hold everything in memory first. */
START_TEST(listings_need_no_sort)
{
    sel_store *store = fresh_store(fresh_path());
    static const sel_statement listings[] = {
        SQL_EACH_SOURCE,     SQL_EACH_FINDING,    SQL_EACH_SUBMISSION, SQL_EACH_REVISION,
        SQL_ANSWERS,         SQL_EACH_REQUEST,    SQL_EACH_PROGRAMME,  SQL_EACH_VERSION,
        SQL_PARTIES_OF,      SQL_RECIPIENTS_OF,   SQL_CAPABILITIES_OF, SQL_LINKS_OF,
        SQL_FIELDS_OF,       SQL_EACH_ITEM,       SQL_EACH_DECISION,   SQL_FIND_PROGRAMME,
        SQL_FIND_RESPONDENT, SQL_FIND_SUBMISSION, SQL_EACH_VANISHED,   SQL_PRESENT_RECORDS,
    };
    for (size_t i = 0; i < sizeof listings / sizeof listings[0]; i++) {
        char sql[2000];
        snprintf(sql, sizeof sql, "EXPLAIN QUERY PLAN %s", sel_statement_text(listings[i]));
        sqlite3_stmt *stmt = NULL;
        ck_assert_int_eq(sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL), SQLITE_OK);
        while (sqlite3_step(stmt) == SQLITE_ROW) {
            const char *step = (const char *)sqlite3_column_text(stmt, 3);
            ck_assert_msg(strstr(step, "TEMP B-TREE") == NULL, "%s: %s", names[listings[i]], step);
        }
        sqlite3_finalize(stmt);
    }
    sel_store_close(store);
}
END_TEST

START_TEST(answer_kinds_of_schema_and_engine)
{
    const char *path = fresh_path();
    sel_store_close(fresh_store(path));
    static const char *const kinds[] = {
#define X(id, code) [id] = (code),
        SEL_ANSWER_LIST(X)
#undef X
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        char sql[100];
        snprintf(sql, sizeof sql, "SELECT name FROM answer_kind WHERE number = %zu", i);
        ck_assert_str_eq(ask(path, sql), kinds[i]);
    }
}
END_TEST

START_TEST(the_views_can_be_read)
{
    const char *path = fresh_path();
    sel_store_close(fresh_store(path));
    ck_assert_str_eq(ask(path, "SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema"
                               " WHERE type = 'view' ORDER BY name)"),
                     "v_answer,v_finding,v_need,v_place,v_programme");
    ck_assert_str_eq(ask(path, "SELECT count(*) FROM v_answer, v_finding, v_need, v_place,"
                               " v_programme"),
                     "0");
    ck_assert_str_eq(ask(path, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main'"
                               " AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'"),
                     "0");
}
END_TEST

static sqlite3 *raw(const char *path)
{
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    return db;
}

START_TEST(steps_run_in_order_once)
{
    static const sel_migration steps[] = {
        {2, "ALTER TABLE store ADD COLUMN note TEXT; PRAGMA user_version = 2;"},
        {3, "UPDATE store SET note = 'third'; PRAGMA user_version = 3;"},
        {0, NULL},
    };
    const char *path = fresh_path();
    sel_store_close(fresh_store(path));
    sqlite3 *db = raw(path);
    sel_error err = {0};
    must(sel_migrate(db, steps, 2, &err), SEL_UNSUPPORTED, &err); /* it would end at 3 */
    must(sel_migrate(db, steps, 3, &err), SEL_OK, &err);
    must(sel_migrate(db, steps, 3, &err), SEL_OK, &err); /* nothing is left to do */
    sqlite3_close(db);
    ck_assert_str_eq(ask(path, "PRAGMA user_version"), "3");
    ck_assert_str_eq(ask(path, "SELECT note FROM store"), "third");
}
END_TEST

START_TEST(a_step_that_fails_changes_nothing)
{
    static const sel_migration broken[] = {
        {2, "ALTER TABLE store ADD COLUMN note TEXT; PRAGMA user_version = 2;"},
        {3, "UPDATE nothing SET note = 1; PRAGMA user_version = 3;"},
        {0, NULL},
    };
    static const sel_migration missing[] = {
        {3, "PRAGMA user_version = 3;"},
        {0, NULL},
    };
    const char *path = fresh_path();
    sel_store_close(fresh_store(path));
    sqlite3 *db = raw(path);
    sel_error err = {0};
    must(sel_migrate(db, broken, 3, &err), SEL_IO, &err);
    must(sel_migrate(db, missing, 3, &err), SEL_UNSUPPORTED, &err);
    ck_assert_int_eq(sqlite3_get_autocommit(db), 1);
    sqlite3_close(db);
    ck_assert_str_eq(ask(path, "PRAGMA user_version"), "1");
    ck_assert_str_eq(ask(path, "SELECT count(*) FROM pragma_table_info('store')"), "3");
}
END_TEST

/* The steps of this program lead from the oldest version to the newest. */
START_TEST(steps_of_this_program)
{
    int64_t version = 1;
    for (const sel_migration *step = sel_migrations(); step->to != 0; step++)
        ck_assert_int_eq(step->to, ++version);
    ck_assert_int_eq(version, SEL_STORE_VERSION);
}
END_TEST

static bool note_given(void *to, const sel_programme *record)
{
    (void)record;
    *(bool *)to = true;
    return true;
}

START_TEST(rows_that_cannot_be_ours)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    sel_programme record = programme("P1");
    put_programme(store, source(store, "register", "r.csv"), &record);
    commit(store);
    sel_store_close(store);
    static const char *const damages[] = {
        "UPDATE programme_version SET status = 'sleeping'",
        "UPDATE programme_version SET kinds = 'training;advice'",
        "UPDATE programme_version SET currency = 'francs'",
        "UPDATE recipient_share SET depth = ''",
        "UPDATE party SET ladder = 'top'",
    };
    static const char *const repairs[] = {
        "UPDATE programme_version SET status = NULL",
        "UPDATE programme_version SET kinds = NULL",
        "UPDATE programme_version SET currency = ''",
        "UPDATE recipient_share SET depth = 'event'",
        "UPDATE party SET ladder = NULL",
    };
    for (size_t i = 0; i < sizeof damages / sizeof damages[0]; i++) {
        sel_error err = {0};
        ask(path, damages[i]);
        store = open_store(path, SEL_STORE_READ);
        bool given = false;
        must(sel_store_each_programme(store, 0, (sel_programme_sink){note_given, &given}, &err),
             SEL_IO, &err);
        ck_assert_ptr_nonnull(strstr(err.message, "damaged"));
        ck_assert(!given);
        sel_store_close(store);
        ask(path, repairs[i]);
    }
}
END_TEST

START_TEST(codes_become_ours)
{
    static const struct {
        int code;
        sel_status status;
        const char *message;
    } codes[] = {
        {SQLITE_CONSTRAINT_UNIQUE, SEL_CONFLICT, "the store refuses it: constraint failed"},
        {SQLITE_BUSY_SNAPSHOT, SEL_BUSY, "another program is using the store"},
        {SQLITE_LOCKED, SEL_BUSY, "another program is using the store"},
        {SQLITE_FULL, SEL_IO, "the disk is full"},
        {SQLITE_READONLY_DIRECTORY, SEL_IO, "the store or its folder cannot be written"},
        {SQLITE_CANTOPEN, SEL_IO, "the store or its journal cannot be opened"},
        {SQLITE_PERM, SEL_IO, "the store may not be opened"},
        {SQLITE_NOTADB, SEL_BAD_INPUT, "this is not a selaras store"},
        {SQLITE_CORRUPT, SEL_IO, "the store is damaged: database disk image is malformed"},
        {SQLITE_TOOBIG, SEL_REFUSED, "a text is longer than 16777216 bytes"},
        {SQLITE_NOMEM, SEL_IO, "out of memory"},
        {SQLITE_IOERR_FSYNC, SEL_IO, "reading or writing the store failed: disk I/O error"},
    };
    sel_store *store = fresh_store(fresh_path());
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        sel_error err = {0};
        must(sel_sqlite_fail(store->db, codes[i].code, &err), codes[i].status, &err);
        ck_assert_str_eq(err.message, codes[i].message);
    }
    sel_store_close(store);
}
END_TEST

START_TEST(texts_are_bounded)
{
    enum { LONG = 17 << 20 };
    sel_store *store = fresh_store(fresh_path());
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_put_outcome outcome;
    char *text = sel_arena_array(arena, LONG, 1);
    memset(text, 'x', LONG);
    begin(store);
    int64_t id = source(store, "register", "r.csv");
    sel_programme record = programme("P1");
    record.description = (sel_str){text, LONG};
    must(sel_store_put_programme(store, id, &record, &outcome, &err), SEL_REFUSED, &err);
    sel_store_close(store);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    return run_tests("store_statements", (const TTest *const[]){
                                             every_statement_fits_the_schema,
                                             listings_need_no_sort,
                                             answer_kinds_of_schema_and_engine,
                                             the_views_can_be_read,
                                             steps_run_in_order_once,
                                             a_step_that_fails_changes_nothing,
                                             steps_of_this_program,
                                             rows_that_cannot_be_ours,
                                             codes_become_ours,
                                             texts_are_bounded,
                                             NULL,
                                         });
}
