#include "store/store.h"

#include "store/migrate.h"
#include "store/query.h"

#include <errno.h>
#include <sys/stat.h>

extern const char sel_schema_sql[];

static sel_store *handle(const char *path, sel_store_mode mode)
{
    sel_store *store = sel_memory_resize(NULL, 1, sizeof *store);
    *store = (sel_store){.mode = mode};
    store->arena = sel_arena_create();
    store->known_arena = sel_arena_create();
    store->scratch = sel_arena_create();
    /* SQLite would not take these as names of files. */
    bool special = path[0] == ':' || sel_str_starts(sel_str_of(path), SEL_STR("file:"));
    store->path = sel_str_printf(store->arena, "%s%s", special ? "./" : "", path);
    return store;
}

static void release(sel_store *store)
{
    sel_arena_destroy(store->known_arena);
    sel_arena_destroy(store->scratch);
    sel_arena_destroy(store->arena);
    sel_memory_resize(store, 0, 0);
}

/* A writer works with a write-ahead log, so that readers are not kept waiting; at rest the store is
 * one file with a rollback journal, so that it can be read where nothing can be written. */
static sel_status to_log(sel_store *store, sel_error *err)
{
    int code = sel_sqlite_run(store->db, SQL_SYNCHRONOUS, NULL);
    sqlite3_busy_timeout(store->db, 0);
    if (code == SQLITE_OK)
        code = sel_sqlite_run(store->db, SQL_JOURNAL_WAL, NULL);
    sqlite3_busy_timeout(store->db, SEL_STORE_WAIT_MS);
    /* When busy somebody is reading: the rollback journal does as well. */
    store->logged = code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY;
    return store->logged ? SEL_OK : sel_sqlite_fail(store->db, code, err);
}

void sel_store_close(sel_store *store)
{
    if (store == NULL)
        return;
    sel_store_rollback(store);
    for (int i = 0; i < SEL_STATEMENT_COUNT; i++)
        sqlite3_finalize(store->prepared[i]);
    if (store->logged) {
        sqlite3_busy_timeout(store->db, 0);
        sel_sqlite_run(store->db, SQL_JOURNAL_DELETE, NULL);
    }
    sqlite3_close(store->db);
    release(store);
}

static sel_status check_file(const char *path, sel_error *err)
{
    struct stat about;
    if (stat(path, &about) != 0 && (errno == ENOENT || errno == ENOTDIR))
        return sel_fail(err, SEL_NOT_FOUND, "there is no such store");
    if (stat(path, &about) != 0)
        return sel_fail(err, SEL_IO, "the store cannot be looked at: %s", strerror(errno));
    if (!S_ISREG(about.st_mode))
        return sel_fail(err, SEL_BAD_INPUT, "this is not a file");
    return SEL_OK;
}

/* Refuse files that do not begin as a store does (SQLite file format, 1.3). This comes before
 * SQLite reads anything: it could tidy up somebody else's database. The bytes come through SQLite's
 * own file, as closing another one would drop the locks of this process. */
static sel_status check_header(sqlite3 *db, sel_error *err)
{
    static const unsigned char identity[] = {'s', 'l', 'r', 's'};
    enum { IDENTITY_AT = 68 };
    unsigned char header[IDENTITY_AT + sizeof identity] = {0};
    sqlite3_file *file = NULL;
    int code = sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK)
        code = file->pMethods->xRead(file, header, (int)sizeof header, 0);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return sel_sqlite_fail(db, code, err);
    if (memcmp(header, "SQLite format 3", 16) != 0 ||
        memcmp(header + IDENTITY_AT, identity, sizeof identity) != 0)
        return sel_fail(err, SEL_BAD_INPUT, "this is not a selaras store");
    return SEL_OK;
}

static sel_status open_file(sel_store *store, int flags, sel_error *err)
{
    sqlite3_close(store->db);
    sel_status status = sel_sqlite_open(store->path.ptr, flags, &store->db, err);
    return status == SEL_OK ? check_header(store->db, err) : status;
}

static sel_status read_version(sqlite3 *db, int64_t *version, int *code, sel_error *err)
{
    *code = sel_sqlite_run(db, SQL_USER_VERSION, version);
    if (*code != SQLITE_OK)
        return sel_sqlite_fail(db, *code, err);
    if (*version > SEL_STORE_VERSION)
        return sel_fail(err, SEL_UNSUPPORTED,
                        "a newer selaras made the store (format %d; this one knows up to %d)",
                        (int)*version, (int)SEL_STORE_VERSION);
    return SEL_OK;
}

/* A writer that did not finish leaves work that a handle for reading must not do: then the file is
 * opened for writing, recovered by SQLite, and only read. */
static sel_status recover(sel_store *store, int64_t *version, sel_error *err)
{
    int code = SQLITE_OK;
    sel_status status = open_file(store, SQLITE_OPEN_READWRITE, err);
    if (status != SEL_OK)
        return status;
    status = read_version(store->db, version, &code, err);
    if ((code & 0xff) == SQLITE_READONLY || (code & 0xff) == SQLITE_CANTOPEN)
        return sel_fail(err, SEL_IO,
                        "a program did not finish writing the store, and its folder cannot be"
                        " written: copy its files to one that can");
    if (status == SEL_OK)
        code = sel_sqlite_run(store->db, SQL_QUERY_ONLY, NULL);
    return status != SEL_OK || code == SQLITE_OK ? status : sel_sqlite_fail(store->db, code, err);
}

static sel_status open_reading(sel_store *store, sel_error *err)
{
    int64_t version = 0;
    int code = SQLITE_OK;
    sel_status status = open_file(store, SQLITE_OPEN_READONLY, err);
    if (status != SEL_OK)
        return status;
    status = read_version(store->db, &version, &code, err);
    if ((code & 0xff) == SQLITE_READONLY || (code & 0xff) == SQLITE_CANTOPEN)
        status = recover(store, &version, err);
    if (status == SEL_OK && version < SEL_STORE_VERSION)
        return sel_fail(err, SEL_UNSUPPORTED,
                        "an older selaras made the store (format %d): it is brought up to date when"
                        " it is next opened for writing",
                        (int)version);
    return status;
}

static sel_status open_writing(sel_store *store, sel_error *err)
{
    int64_t version = 0;
    int code = SQLITE_OK;
    sel_status status = open_file(store, SQLITE_OPEN_READWRITE, err);
    if (status == SEL_OK)
        status = read_version(store->db, &version, &code, err);
    if (status != SEL_OK)
        return status;
    if (sqlite3_db_readonly(store->db, "main") == 1)
        return sel_fail(err, SEL_IO, "the store cannot be written: its file is read-only");
    if (version < SEL_STORE_VERSION)
        status = sel_migrate(store->db, sel_migrations(), SEL_STORE_VERSION, err);
    return status == SEL_OK ? to_log(store, err) : status;
}

static sel_status read_about(sel_store *store, sel_error *err)
{
    /* A large cache, as records are read in the order of their addresses, not of their rows. */
    int code = sel_sqlite_run(store->db, SQL_CACHE_LARGE, NULL);
    if (code != SQLITE_OK)
        return sel_sqlite_fail(store->db, code, err);
    sel_query query = sel_query_start(store, SQL_FIND_STORE);
    if (sel_query_next(&query)) {
        store->taxonomy = sel_query_take_text(&query, store->arena);
        store->created = sel_query_take_integer(&query);
    } else {
        sel_query_damaged(&query);
    }
    return sel_query_end(&query, err);
}

sel_status sel_store_open(const char *path, sel_store_mode mode, sel_store **store, sel_error *err)
{
    *store = NULL;
    sel_store *opened = handle(path, mode);
    sel_status status = check_file(path, err);
    if (status == SEL_OK)
        status = mode == SEL_STORE_READ ? open_reading(opened, err) : open_writing(opened, err);
    if (status == SEL_OK)
        status = read_about(opened, err);
    if (status == SEL_OK) {
        *store = opened;
        return SEL_OK;
    }
    sel_error_place(err, path, 0, 0);
    sel_store_close(opened);
    return status;
}

static sel_status fill(sel_store *store, const char *taxonomy, int64_t now, sel_error *err)
{
    int code = sel_sqlite_run(store->db, SQL_SYNCHRONOUS, NULL);
    sel_status status = code == SQLITE_OK ? sel_store_begin(store, err) : SEL_OK;
    if (code == SQLITE_OK && status == SEL_OK)
        code = sqlite3_exec(store->db, sel_schema_sql, NULL, NULL, NULL);
    if (code != SQLITE_OK)
        return sel_sqlite_fail(store->db, code, err);
    if (status != SEL_OK)
        return status;
    sel_query query = sel_query_start(store, SQL_INSERT_STORE);
    sel_query_put_text(&query, sel_str_of(taxonomy));
    sel_query_put_integer(&query, now);
    status = sel_query_run(&query, err);
    if (status == SEL_OK)
        status = read_about(store, err);
    return status == SEL_OK ? sel_store_commit(store, err) : status;
}

/* The file and what SQLite may have put beside it. */
static void remove_files(const char *path)
{
    static const char *const endings[] = {"", "-journal", "-wal", "-shm"};
    sel_arena *arena = sel_arena_create();
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        remove(sel_str_printf(arena, "%s%s", path, endings[i]).ptr);
    sel_arena_destroy(arena);
}

sel_status sel_store_create(const char *path, const char *taxonomy, int64_t now, sel_store **store,
                            sel_error *err)
{
    *store = NULL;
    sel_error_place(err, path, 0, 0);
    FILE *file = fopen(path, "wbx");
    if (file == NULL && errno == EEXIST)
        return sel_fail(err, SEL_CONFLICT, "there is already a file of this name");
    if (file == NULL)
        return sel_fail(err, SEL_IO, "the store cannot be made: %s", strerror(errno));
    fclose(file);
    sel_store *made = handle(path, SEL_STORE_WRITE);
    sel_status status = sel_sqlite_open(made->path.ptr, SQLITE_OPEN_READWRITE, &made->db, err);
    if (status == SEL_OK)
        status = fill(made, taxonomy, now, err);
    if (status == SEL_OK)
        status = to_log(made, err);
    if (status == SEL_OK) {
        *store = made;
        return SEL_OK;
    }
    sel_store_close(made);
    remove_files(path);
    return status;
}

void sel_store_stay_small(sel_store *store, bool small)
{
    /* A hint: where it cannot be followed, the work is done with more memory. */
    (void)sel_sqlite_run(store->db, small ? SQL_CACHE_SMALL : SQL_CACHE_LARGE, NULL);
}

sel_str sel_store_taxonomy(const sel_store *store)
{
    return store->taxonomy;
}

static sel_status failed(sel_store *store, int code, sel_error *err)
{
    sel_error_place(err, store->path.ptr, 0, 0);
    return sel_sqlite_fail(store->db, code, err);
}

sel_status sel_store_begin(sel_store *store, sel_error *err)
{
    if (!sqlite3_get_autocommit(store->db))
        return sel_fail(err, SEL_USAGE, "a transaction is under way");
    store->failed = false;
    bool writing = store->mode == SEL_STORE_WRITE;
    int code = sel_sqlite_run(store->db, writing ? SQL_BEGIN_WRITE : SQL_BEGIN_READ, NULL);
    /* A deferred transaction shows the moment of its first reading: that is now. */
    if (code == SQLITE_OK && !writing)
        code = sel_sqlite_run(store->db, SQL_FIND_STORE, NULL);
    if (code == SQLITE_OK)
        return SEL_OK;
    sel_status status = failed(store, code, err);
    sel_store_rollback(store);
    return status;
}

sel_status sel_store_commit(sel_store *store, sel_error *err)
{
    if (store->failed) {
        sel_store_rollback(store);
        return sel_fail(err, SEL_CONFLICT, "an earlier step failed: nothing was kept");
    }
    if (sqlite3_get_autocommit(store->db))
        return sel_fail(err, SEL_USAGE, "no transaction was begun");
    if (store->listings > 0)
        return sel_fail(err, SEL_USAGE, "a listing of the store is under way");
    int code = sel_sqlite_run(store->db, SQL_COMMIT, NULL);
    if (code == SQLITE_OK)
        return SEL_OK;
    sel_status status = failed(store, code, err);
    if (status != SEL_BUSY)
        sel_store_rollback(store);
    return status;
}

void sel_store_rollback(sel_store *store)
{
    if (store->db != NULL && !sqlite3_get_autocommit(store->db))
        sel_sqlite_run(store->db, SQL_ROLLBACK, NULL);
    store->failed = false;
    store->known = (sel_known_questionnaire){0};
    store->known_round[0] = '\0';
    store->level_source = 0;
}
