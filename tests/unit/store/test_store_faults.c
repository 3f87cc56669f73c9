#include "fault_vfs.h"
#include "store_fixture.h"

#include <unistd.h>

/* A command is run again and again; each time the disk fails at another operation, once or for
 * good. Whatever happens, the file holds all of the command or nothing of it, is sound, and the
 * same command can be repeated (research: SQLite's own I/O error tests). */

enum { FOLDER_ROOM = 200 };

static void copy_file(const char *from, const char *to, const char *ending)
{
    char source_path[FOLDER_ROOM];
    char target_path[FOLDER_ROOM];
    snprintf(source_path, sizeof source_path, "%s%s", from, ending);
    snprintf(target_path, sizeof target_path, "%s%s", to, ending);
    remove(target_path);
    FILE *source_file = fopen(source_path, "rb");
    if (source_file == NULL)
        return;
    FILE *target_file = fopen(target_path, "wb");
    ck_assert_ptr_nonnull(target_file);
    char block[4096];
    size_t length = 0;
    while ((length = fread(block, 1, sizeof block, source_file)) > 0)
        ck_assert_uint_eq(fwrite(block, 1, length, target_file), length);
    fclose(source_file);
    ck_assert_int_eq(fclose(target_file), 0);
}

static void copy_store(const char *from, const char *to)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        copy_file(from, to, endings[i]);
}

static void hash_rows(sqlite3 *db, const char *sql, sel_hash *hash)
{
    sqlite3_stmt *rows = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &rows, NULL), SQLITE_OK);
    int code = SQLITE_OK;
    while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(rows); i++) {
            sel_hash_add(hash, "|", 1);
            sel_hash_add(hash, sqlite3_column_text(rows, i), (size_t)sqlite3_column_bytes(rows, i));
        }
    }
    ck_assert_int_eq(code, SQLITE_DONE);
    sqlite3_finalize(rows);
}

static void is_sound(sqlite3 *db)
{
    sqlite3_stmt *check = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &check, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(check), SQLITE_ROW);
    ck_assert_str_eq((const char *)sqlite3_column_text(check, 0), "ok");
    sqlite3_finalize(check);
    ck_assert_int_eq(sqlite3_prepare_v2(db, "PRAGMA foreign_key_check", -1, &check, NULL),
                     SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(check), SQLITE_DONE);
    sqlite3_finalize(check);
}

/* SHA-256 over every row of every table, read with SQLite alone; the file must be sound. */
static void dump(const char *path, char hex[SEL_HASH_ROOM])
{
    sqlite3 *db = NULL;
    sqlite3_stmt *tables = NULL;
    sel_hash hash;
    sel_hash_start(&hash);
    ck_assert_int_eq(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    is_sound(db);
    ck_assert_int_eq(sqlite3_prepare_v2(db,
                                        "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                        " AND name NOT LIKE 'sqlite_%' ORDER BY name",
                                        -1, &tables, NULL),
                     SQLITE_OK);
    while (sqlite3_step(tables) == SQLITE_ROW) {
        char sql[200];
        snprintf(sql, sizeof sql, "SELECT * FROM \"%s\" ORDER BY 1, 2",
                 (const char *)sqlite3_column_text(tables, 0));
        hash_rows(db, sql, &hash);
    }
    sqlite3_finalize(tables);
    sqlite3_close(db);
    sel_hash_finish(&hash, hex);
}

static sel_status take_in_responses(sel_store *store, int64_t file, sel_error *err)
{
    sel_status status = SEL_OK;
    for (int i = 0; i < 6 && status == SEL_OK; i++) {
        char agency[32];
        snprintf(agency, sizeof agency, "agency %d", i);
        sel_response given = response(TONGA, agency);
        sel_put_response put;
        status = sel_store_put_response(store, file, &given, places(), NOW, &put, err);
    }
    return status;
}

static sel_status take_in_register(sel_store *store, int64_t file, sel_error *err)
{
    static char note[6000]; /* longer than a page */
    memset(note, 'n', sizeof note);
    sel_status status = SEL_OK;
    for (int i = 0; i < 3 && status == SEL_OK; i++) {
        char id[16];
        sel_put_outcome outcome;
        snprintf(id, sizeof id, "P%d", i);
        sel_programme record = programme(id);
        record.note = (sel_str){note, sizeof note};
        status = sel_store_put_programme(store, file, &record, &outcome, err);
    }
    if (status == SEL_OK)
        status = sel_store_put_finding(store, file, 1, &(sel_issue){.code = "N_X"}, err);
    if (status == SEL_OK)
        status = sel_store_count_findings(store, file, 1, err);
    return status;
}

static sel_status add_file(sel_store *store, const char *kind, int64_t *id, sel_error *err)
{
    char hash[SEL_HASH_ROOM];
    sel_hash_of(sel_str_of(kind), hash);
    const sel_source file = {.name = SEL_STR("new.csv"),
                             .sha256 = sel_str_of(hash),
                             .kind = sel_str_of(kind),
                             .received = NOW};
    return sel_store_add_source(store, &file, id, err);
}

/* The command under test: one transaction of everything. committed: commit said so. */
static sel_status import(const char *path, bool *committed, sel_error *err)
{
    *committed = false;
    sel_store *store = NULL;
    int64_t answers = 0;
    int64_t records = 0;
    sel_status status = sel_store_open(path, SEL_STORE_WRITE, &store, err);
    if (status == SEL_OK)
        status = sel_store_begin(store, err);
    if (status == SEL_OK)
        status = add_file(store, "responses", &answers, err);
    if (status == SEL_OK)
        status = add_file(store, "register", &records, err);
    if (status == SEL_OK)
        status = take_in_responses(store, answers, err);
    if (status == SEL_OK)
        status = take_in_register(store, records, err);
    if (status == SEL_OK)
        status = sel_store_commit(store, err);
    *committed = status == SEL_OK;
    sel_store_close(store);
    return status;
}

/* Only opening and closing: what a killed program left is recovered. */
static sel_status touch(const char *path, bool *committed, sel_error *err)
{
    *committed = false;
    sel_store *store = NULL;
    sel_status status = sel_store_open(path, SEL_STORE_WRITE, &store, err);
    sel_store_close(store);
    return status;
}

typedef sel_status command(const char *path, bool *committed, sel_error *err);

/* A store with a response and a record. */
static void make_base(const char *path)
{
    sel_store *store = fresh_store(path);
    begin(store);
    sel_response given = response(FIJI, "CERT");
    put_response(store, source(store, "responses", "old.csv"), &given);
    sel_programme record = programme("P3");
    put_programme(store, source(store, "register", "old.csv"), &record);
    commit(store);
    sel_store_close(store);
}

typedef struct states {
    char old[SEL_HASH_ROOM];
    char new[SEL_HASH_ROOM];
} states;

static void check_after(const char *path, command *run, const states *known, bool committed, int at)
{
    char now[SEL_HASH_ROOM];
    dump(path, now);
    bool is_new = strcmp(now, known->new) == 0;
    ck_assert_msg(is_new || strcmp(now, known->old) == 0, "operation %d: half of it is there", at);
    ck_assert_msg(is_new || !committed, "operation %d: committed, but not there", at);
    if (is_new)
        return;
    sel_error err = {0};
    must(run(path, &committed, &err), SEL_OK, &err);
    dump(path, now);
    ck_assert_msg(strcmp(now, known->new) == 0, "operation %d: not the same when repeated", at);
}

/* Number of operations that were made to fail. */
static int fail_everywhere(const char *base, command *run, int code, bool lasting,
                           const states *known)
{
    const char *path = fresh_path();
    for (int at = 1;; at++) {
        sel_error err = {0};
        bool committed = false;
        copy_store(base, path);
        fault_vfs_set(at, lasting, code);
        sel_status status = run(path, &committed, &err);
        bool happened = fault_vfs_clear();
        if (status != SEL_OK) {
            ck_assert_msg(status == SEL_IO, "operation %d: %s: %s", at, sel_status_name(status),
                          err.message);
            ck_assert(err.message[0] != '\0');
            if (code == SQLITE_FULL)
                ck_assert_str_eq(err.message, "the disk is full");
        }
        check_after(path, run, known, committed, at);
        if (!happened)
            return at - 1;
    }
}

/* A full disk stays full, a transient error does not; then the other way round. */
static const struct {
    int code;
    bool lasting;
} ways[] = {{SQLITE_FULL, true},
            {SQLITE_IOERR_WRITE, false},
            {SQLITE_IOERR_WRITE, true},
            {SQLITE_FULL, false}};
enum { WAYS = sizeof ways / sizeof ways[0] };

START_TEST(a_disk_that_fails_during_an_import)
{
    fault_vfs_install();
    const char *base = fresh_path();
    const char *done = fresh_path();
    make_base(base);
    states known;
    dump(base, known.old);
    copy_store(base, done);
    bool committed = false;
    sel_error err = {0};
    must(import(done, &committed, &err), SEL_OK, &err);
    dump(done, known.new);
    ck_assert_str_ne(known.old, known.new);
    /* Two ways keep this quick: each point is an import of its own. */
    for (int i = 0; i < 2; i++)
        ck_assert_int_gt(fail_everywhere(base, import, ways[i].code, ways[i].lasting, &known), 50);
}
END_TEST

START_TEST(a_disk_that_fails_during_recovery)
{
    fault_vfs_install();
    const char *base = fresh_path();
    const char *left = fresh_path();
    make_base(base);
    sel_store *store = open_store(base, SEL_STORE_WRITE);
    begin(store);
    sel_error err = {0};
    int64_t file = 0;
    must(add_file(store, "responses", &file, &err), SEL_OK, &err);
    must(take_in_responses(store, file, &err), SEL_OK, &err);
    commit(store);
    copy_store(base, left); /* with its log, as when the program is killed now */
    char shared[FOLDER_ROOM];
    snprintf(shared, sizeof shared, "%s-shm", left);
    remove(shared);
    sel_store_close(store);
    states known;
    dump(base, known.old);
    memcpy(known.new, known.old, sizeof known.new); /* committed once: never lost */
    for (int i = 0; i < WAYS; i++)
        ck_assert_int_gt(fail_everywhere(left, touch, ways[i].code, ways[i].lasting, &known), 5);
}
END_TEST

START_TEST(a_disk_that_fails_during_creation)
{
    fault_vfs_install();
    for (int i = 0; i < WAYS; i++) {
        int at = 1;
        for (bool happened = true; happened; at++) {
            const char *path = fresh_path();
            sel_store *store = NULL;
            sel_error err = {0};
            fault_vfs_set(at, ways[i].lasting, ways[i].code);
            sel_status status = sel_store_create(path, "cyber", NOW, &store, &err);
            sel_store_close(store);
            happened = fault_vfs_clear();
            ck_assert(status == SEL_OK || status == SEL_IO);
            ck_assert_int_eq(status == SEL_OK, access(path, F_OK) == 0);
            if (status == SEL_OK)
                sel_store_close(open_store(path, SEL_STORE_READ));
        }
        ck_assert_int_gt(at, 10);
    }
}
END_TEST

static bool count_submission(void *to, const sel_stored_submission *given)
{
    *(uint32_t *)to += (uint32_t)given->agency.len;
    return true;
}

static bool count_answer(void *to, const sel_stored_answer *given)
{
    *(uint32_t *)to += (uint32_t)given->item.len;
    return true;
}

static bool count_programme(void *to, const sel_programme *record)
{
    *(uint32_t *)to += record->party_count + (uint32_t)record->note.len;
    return true;
}

/* Read everything; *seen sums up what was read. */
static sel_status read_all(const char *path, uint32_t *seen, sel_error *err)
{
    sel_store *store = NULL;
    *seen = 0;
    sel_status status = sel_store_open(path, SEL_STORE_READ, &store, err);
    if (status == SEL_OK)
        status = sel_store_each_submission(store, count_submission, seen, err);
    if (status == SEL_OK)
        status = sel_store_each_answer(store, count_answer, seen, err);
    if (status == SEL_OK)
        status = sel_store_each_programme(store, SEL_PROGRAMME_TEXTS,
                                          (sel_programme_sink){count_programme, seen}, err);
    sel_store_close(store);
    return status;
}

START_TEST(a_disk_that_cannot_be_read)
{
    fault_vfs_install();
    const char *path = fresh_path();
    make_base(path);
    bool committed = false;
    uint32_t whole = 0;
    sel_error err = {0};
    must(import(path, &committed, &err), SEL_OK, &err);
    must(read_all(path, &whole, &err), SEL_OK, &err);
    for (int lasting = 0; lasting <= 1; lasting++) {
        int at = 1;
        for (bool happened = true; happened; at++) {
            uint32_t seen = 0;
            fault_vfs_set_reading(at, lasting != 0, SQLITE_IOERR_READ);
            sel_status status = read_all(path, &seen, &err);
            happened = fault_vfs_clear();
            ck_assert_msg(status == SEL_OK ? seen == whole : status == SEL_IO, "read %d: %s", at,
                          err.message);
        }
        ck_assert_int_gt(at, 20);
    }
}
END_TEST

int main(void)
{
    return run_tests("store_faults", (const TTest *const[]){
                                         a_disk_that_fails_during_an_import,
                                         a_disk_that_fails_during_recovery,
                                         a_disk_that_fails_during_creation,
                                         a_disk_that_cannot_be_read,
                                         NULL,
                                     });
}
