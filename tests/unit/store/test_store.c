#include "store_fixture.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void write_file(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
}

/* Opening must fail in this way, whether for reading or writing. */
static void refused(const char *path, sel_status expected, const char *words)
{
    for (int mode = SEL_STORE_READ; mode <= SEL_STORE_WRITE; mode++) {
        sel_error err = {0};
        sel_store *store = (sel_store *)1;
        must(sel_store_open(path, (sel_store_mode)mode, &store, &err), expected, &err);
        ck_assert_ptr_null(store);
        ck_assert_msg(strstr(err.message, words) != NULL, "'%s' without '%s'", err.message, words);
        ck_assert_str_eq(err.source, path);
    }
}

START_TEST(a_new_store_is_empty_and_one_file)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    ck_assert_str(sel_store_taxonomy(store), "cyber");
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "PRAGMA application_id"), "1936487027"); /* "slrs" in ASCII */
    ck_assert_str_eq(ask(path, "PRAGMA user_version"), "1");
    ck_assert_str_eq(ask(path, "PRAGMA journal_mode"), "delete");
    ck_assert_str_eq(ask(path, "PRAGMA integrity_check"), "ok");
    ck_assert_str_eq(ask(path, "SELECT group_concat(name) FROM round"), "1");
    ck_assert_str_eq(ask(path, "SELECT taxonomy || created FROM store"), "cyber1788220800");
    char beside[160];
    snprintf(beside, sizeof beside, "%s-wal", path);
    ck_assert_int_eq(access(beside, F_OK), -1);
}
END_TEST

START_TEST(create_leaves_other_files_alone)
{
    const char *path = fresh_path();
    write_file(path, "mine", 4);
    sel_error err = {0};
    sel_store *store = (sel_store *)1;
    must(sel_store_create(path, "cyber", NOW, &store, &err), SEL_CONFLICT, &err);
    ck_assert_ptr_null(store);
    ck_assert_str_eq(err.message, "there is already a file of this name");
    struct stat about;
    ck_assert_int_eq(stat(path, &about), 0);
    ck_assert_int_eq(about.st_size, 4);
    must(sel_store_create("/nowhere/at/all.db", "cyber", NOW, &store, &err), SEL_IO, &err);
    must(sel_store_create("", "cyber", NOW, &store, &err), SEL_IO, &err);
}
END_TEST

START_TEST(not_there)
{
    refused("/tmp/selaras-no-such-folder/x.db", SEL_NOT_FOUND, "no such store");
    refused(fresh_path(), SEL_NOT_FOUND, "no such store");
    refused("", SEL_NOT_FOUND, "no such store");
    refused(":memory:", SEL_NOT_FOUND, "no such store");
    refused(temporary_folder(), SEL_BAD_INPUT, "not a file");
}
END_TEST

START_TEST(names_that_sqlite_takes_for_something_else)
{
    char previous[500];
    ck_assert_ptr_nonnull(getcwd(previous, sizeof previous));
    ck_assert_int_eq(chdir(temporary_folder()), 0);
    static const char *const names[] = {":memory:", "file:x.db?immutable=1"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        sel_store_close(fresh_store(names[i]));
        sel_store_close(open_store(names[i], SEL_STORE_READ));
        ck_assert_int_eq(access(names[i], F_OK), 0);
    }
    ck_assert_int_eq(chdir(previous), 0);
}
END_TEST

START_TEST(not_a_store_of_ours)
{
    const char *path = fresh_path();
    write_file(path, "country,agency\nFJI,CERT\n", 24);
    refused(path, SEL_BAD_INPUT, "not a selaras store");

    path = fresh_path();
    write_file(path, "", 0);
    refused(path, SEL_BAD_INPUT, "not a selaras store");

    path = fresh_path();
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, "CREATE TABLE a (b)", NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    refused(path, SEL_BAD_INPUT, "not a selaras store");
    ck_assert_str_eq(ask(path, "PRAGMA journal_mode"), "wal"); /* not ours to change */
}
END_TEST

START_TEST(newer_and_older_versions)
{
    const char *path = fresh_path();
    sel_store_close(fresh_store(path));
    ask(path, "PRAGMA user_version = 2");
    refused(path, SEL_UNSUPPORTED,
            "newer selaras made the store (format 2; this one knows up to 1)");
    ask(path, "PRAGMA user_version = 0");
    refused(path, SEL_UNSUPPORTED, "format 0");
    ask(path, "PRAGMA user_version = 1");
    sel_store_close(open_store(path, SEL_STORE_WRITE));
}
END_TEST

START_TEST(damaged_files)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    sel_store_close(store);
    ck_assert_int_eq(truncate(path, 8192), 0);
    refused(path, SEL_IO, "damaged");
    ck_assert_int_eq(truncate(path, 50), 0);
    refused(path, SEL_BAD_INPUT, "not a selaras store");

    path = fresh_path();
    sel_store_close(fresh_store(path));
    ask(path, "DROP TABLE store");
    refused(path, SEL_IO, "no such table");
}
END_TEST

/* Run check in a process that may not write what is not its own: permissions do not hold root. */
static void as_nobody(void (*check)(const char *path), const char *path)
{
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
            _exit(3);
        check(path);
        _exit(0);
    }
    int state = 0;
    ck_assert_int_eq(waitpid(child, &state, 0), child);
    ck_assert_msg(WIFEXITED(state) && WEXITSTATUS(state) == 0, "child ended with %d", state);
}

static void expect(bool holds, int code)
{
    if (!holds)
        _exit(code);
}

static void only_reading_works(const char *path)
{
    sel_error err = {0};
    sel_store *store = NULL;
    sel_store_state state;
    sel_arena *arena = sel_arena_create();
    expect(sel_store_open(path, SEL_STORE_WRITE, &store, &err) == SEL_IO, 10);
    expect(strstr(err.message, "written") != NULL, 11);
    expect(sel_store_open(path, SEL_STORE_READ, &store, &err) == SEL_OK, 12);
    expect(sel_store_begin(store, &err) == SEL_OK, 13);
    expect(sel_store_status(store, arena, &state, &err) == SEL_OK, 14);
    expect(state.programmes == 1, 15);
    sel_store_close(store);
    sel_arena_destroy(arena);
}

static void make_read_only(const char *folder, const char *path, mode_t file)
{
    ck_assert_int_eq(chmod(path, file), 0);
    ck_assert_int_eq(chmod(folder, 0555), 0);
}

/* A folder of its own, so that it can be closed for writing. */
static const char *own_folder(char path[160])
{
    static char folder[128];
    snprintf(folder, sizeof folder, "%s.d", fresh_path());
    ck_assert_int_eq(chmod(temporary_folder(), 0755), 0);
    ck_assert_int_eq(mkdir(folder, 0755), 0);
    snprintf(path, 160, "%s/store.db", folder);
    return folder;
}

static void remove_own(const char *folder, const char *path)
{
    ck_assert_int_eq(chmod(folder, 0755), 0);
    static const char *const endings[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < 3; i++) {
        char name[200];
        snprintf(name, sizeof name, "%s%s", path, endings[i]);
        remove(name);
    }
    ck_assert_int_eq(rmdir(folder), 0);
}

START_TEST(reading_needs_no_writing)
{
    char path[160];
    const char *folder = own_folder(path);
    sel_store *store = fresh_store(path);
    begin(store);
    sel_programme record = programme("P1");
    put_programme(store, source(store, "register", "r.csv"), &record);
    commit(store);
    sel_store_close(store);
    make_read_only(folder, path, 0444);
    as_nobody(only_reading_works, path);
    make_read_only(folder, path, 0666);
    as_nobody(only_reading_works, path);
    remove_own(folder, path);
}
END_TEST

static void unfinished_is_said(const char *path)
{
    sel_error err = {0};
    sel_store *store = NULL;
    expect(sel_store_open(path, SEL_STORE_READ, &store, &err) == SEL_IO, 20);
    expect(strstr(err.message, "did not finish") != NULL, 21);
    expect(store == NULL, 22);
}

/* As a writer leaves it that is killed: the file says that there is a log. */
static void leave_with_log(const char *path)
{
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

START_TEST(a_log_where_nothing_can_be_written)
{
    char path[160];
    const char *folder = own_folder(path);
    sel_store_close(fresh_store(path));
    leave_with_log(path);
    make_read_only(folder, path, 0444);
    as_nobody(unfinished_is_said, path);
    ck_assert_int_eq(chmod(folder, 0755), 0);
    sel_store_close(open_store(path, SEL_STORE_READ));
    remove_own(folder, path);
}
END_TEST

/* A writer that goes without closing: its transaction is in the log only. */
static void write_and_vanish(const char *path)
{
    sel_error err = {0};
    sel_store *store = NULL;
    expect(sel_store_open(path, SEL_STORE_WRITE, &store, &err) == SEL_OK, 30);
    expect(sel_store_begin(store, &err) == SEL_OK, 31);
    sel_programme record = programme("P1");
    sel_put_outcome outcome;
    int64_t id = source(store, "register", "r.csv");
    expect(sel_store_put_programme(store, id, &record, &outcome, &err) == SEL_OK, 32);
    expect(sel_store_commit(store, &err) == SEL_OK, 33);
    expect(sel_store_begin(store, &err) == SEL_OK, 34);
    record = programme("P2");
    expect(sel_store_put_programme(store, id, &record, &outcome, &err) == SEL_OK, 35);
    _exit(0);
}

START_TEST(a_writer_that_was_killed)
{
    const char *path = fresh_path();
    sel_store_close(fresh_store(path));
    pid_t child = fork();
    if (child == 0)
        write_and_vanish(path);
    int state = 0;
    ck_assert_int_eq(waitpid(child, &state, 0), child);
    ck_assert_int_eq(state, 0);
    sel_store *store = open_store(path, SEL_STORE_READ);
    sel_arena *arena = sel_arena_create();
    sel_store_state found;
    sel_error err = {0};
    must(sel_store_status(store, arena, &found, &err), SEL_OK, &err);
    ck_assert_uint_eq(found.programmes, 1);
    sel_store_close(store);
    sel_store_close(open_store(path, SEL_STORE_WRITE));
    ck_assert_str_eq(ask(path, "PRAGMA journal_mode"), "delete");
    ck_assert_str_eq(ask(path, "SELECT group_concat(record) FROM programme"), "P1");
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(another_writer_is_waited_for_then_told)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    sel_store *other = open_store(path, SEL_STORE_WRITE);
    begin(store);
    sel_error err = {0};
    must(sel_store_begin(other, &err), SEL_BUSY, &err);
    ck_assert_str_eq(err.message, "another program is using the store");
    sel_store_rollback(store);
    begin(other);
    commit(other);
    sel_store_close(other);
    sel_store_close(store);

    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    must(sel_store_open(path, SEL_STORE_READ, &store, &err), SEL_BUSY, &err);
    sqlite3_close(db);
}
END_TEST

START_TEST(readers_see_one_moment_while_a_writer_works)
{
    const char *path = fresh_path();
    sel_store *writer = fresh_store(path);
    sel_store *reader = open_store(path, SEL_STORE_READ);
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_store_state state;
    begin(reader);
    begin(writer);
    sel_programme record = programme("P1");
    put_programme(writer, source(writer, "register", "r.csv"), &record);
    commit(writer);
    must(sel_store_status(reader, arena, &state, &err), SEL_OK, &err);
    ck_assert_uint_eq(state.programmes, 0);
    commit(reader);
    must(sel_store_status(reader, arena, &state, &err), SEL_OK, &err);
    ck_assert_uint_eq(state.programmes, 1);
    sel_store_close(writer); /* stays with its log: the reader is there */
    sel_store_close(reader);
    sel_store_close(open_store(path, SEL_STORE_WRITE));
    ck_assert_str_eq(ask(path, "PRAGMA journal_mode"), "delete");
    sel_arena_destroy(arena);
}
END_TEST

static bool put_renamed(void *to, const sel_programme *record)
{
    sel_programme renamed = *record;
    renamed.title = SEL_STR("renamed");
    put_programme(to, 1, &renamed);
    return true;
}

START_TEST(records_can_be_rewritten_while_they_are_listed)
{
    const char *path = fresh_path();
    sel_store *writer = fresh_store(path);
    sel_error err = {0};
    begin(writer);
    int64_t id = source(writer, "register", "r.csv");
    for (int i = 0; i < 40; i++) {
        char name[16];
        snprintf(name, sizeof name, "P%d", i);
        sel_programme record = programme(name);
        put_programme(writer, id, &record);
    }
    commit(writer);
    sel_store *reader = open_store(path, SEL_STORE_READ);
    begin(reader);
    begin(writer);
    must(sel_store_each_programme(reader, SEL_PROGRAMME_TEXTS | SEL_PROGRAMME_FIELDS,
                                  (sel_programme_sink){put_renamed, writer}, &err),
         SEL_OK, &err);
    commit(writer);
    sel_store_close(reader);
    sel_store_close(writer);
    ck_assert_str_eq(ask(path, "SELECT count(*) || ' ' || min(title) || ' ' || max(title) FROM"
                               " v_programme"),
                     "40 renamed renamed");
}
END_TEST

START_TEST(writing_needs_a_transaction_for_writing)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    sel_error err = {0};
    sel_programme record = programme("P1");
    sel_put_outcome outcome;
    begin(store);
    int64_t id = source(store, "register", "r.csv");
    must(sel_store_begin(store, &err), SEL_USAGE, &err);
    commit(store);
    must(sel_store_commit(store, &err), SEL_USAGE, &err);
    must(sel_store_put_programme(store, id, &record, &outcome, &err), SEL_USAGE, &err);
    ck_assert_str_eq(err.message, "no transaction was begun");
    sel_store_close(store);
    store = open_store(path, SEL_STORE_READ);
    begin(store);
    must(sel_store_put_programme(store, id, &record, &outcome, &err), SEL_USAGE, &err);
    ck_assert_str_eq(err.message, "the store is open for reading");
    sel_store_close(store);
}
END_TEST

START_TEST(after_a_failed_put_nothing_is_kept)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    sel_error err = {0};
    sel_put_outcome outcome;
    sel_programme record = programme("P1");
    begin(store);
    int64_t id = source(store, "register", "r.csv");
    put_programme(store, id, &record);
    record = programme("P2");
    record.cyber_low = 2000000; /* the schema refuses more than the whole */
    must(sel_store_put_programme(store, id, &record, &outcome, &err), SEL_CONFLICT, &err);
    ck_assert_ptr_nonnull(strstr(err.message, "cyber_low"));
    record = programme("P3");
    must(sel_store_put_programme(store, id, &record, &outcome, &err), SEL_USAGE, &err);
    must(sel_store_commit(store, &err), SEL_CONFLICT, &err);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT count(*) FROM programme"), "0");
    ck_assert_str_eq(ask(path, "SELECT count(*) FROM source"), "0");
}
END_TEST

START_TEST(rollback_leaves_the_file_as_it_was)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    sel_programme record = programme("P1");
    put_programme(store, source(store, "register", "r.csv"), &record);
    commit(store);
    begin(store);
    record = programme("P2");
    put_programme(store, source(store, "register", "s.csv"), &record);
    sel_response given = response(FIJI, "CERT");
    put_response(store, source(store, "responses", "a.csv"), &given);
    sel_store_rollback(store);
    begin(store); /* nothing that was remembered of the transaction may be used again */
    int64_t answers = source(store, "responses", "b.csv");
    given = response(TONGA, "CERT");
    ck_assert_int_eq(put_response(store, answers, &given).outcome, SEL_PUT_NEW);
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT group_concat(record) FROM programme"), "P1");
    ck_assert_str_eq(ask(path, "SELECT group_concat(recipient) FROM respondent"), "TON");
    ck_assert_str_eq(ask(path, "SELECT sum(json_array_length(answers)) FROM revision"), "7");
    ck_assert_str_eq(ask(path, "PRAGMA foreign_key_check"), "");
}
END_TEST

int main(void)
{
    return run_tests("store", (const TTest *const[]){
                                  a_new_store_is_empty_and_one_file,
                                  create_leaves_other_files_alone,
                                  not_there,
                                  names_that_sqlite_takes_for_something_else,
                                  not_a_store_of_ours,
                                  newer_and_older_versions,
                                  damaged_files,
                                  reading_needs_no_writing,
                                  a_log_where_nothing_can_be_written,
                                  a_writer_that_was_killed,
                                  another_writer_is_waited_for_then_told,
                                  readers_see_one_moment_while_a_writer_works,
                                  records_can_be_rewritten_while_they_are_listed,
                                  writing_needs_a_transaction_for_writing,
                                  after_a_failed_put_nothing_is_kept,
                                  rollback_leaves_the_file_as_it_was,
                                  NULL,
                              });
}
