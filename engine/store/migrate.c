#include "store/migrate.h"

static const sel_migration steps_of_this_program[] = {
    {0, NULL}, /* the oldest version is 1: see migrations/README.md */
};

const sel_migration *sel_migrations(void)
{
    return steps_of_this_program;
}

static sel_status run_steps(sqlite3 *db, const sel_migration *steps, int64_t to, sel_error *err)
{
    int64_t version = 0;
    int code = sel_sqlite_run(db, SQL_USER_VERSION, &version);
    for (; code == SQLITE_OK && steps->to != 0; steps++) {
        if (steps->to != version + 1)
            continue;
        code = sqlite3_exec(db, steps->sql, NULL, NULL, NULL);
        if (code == SQLITE_OK)
            code = sel_sqlite_run(db, SQL_USER_VERSION, &version);
    }
    if (code != SQLITE_OK)
        return sel_sqlite_fail(db, code, err);
    if (version != to)
        return sel_fail(err, SEL_UNSUPPORTED, "format %d of the store cannot be brought to %d",
                        (int)version, (int)to);
    return SEL_OK;
}

sel_status sel_migrate(sqlite3 *db, const sel_migration *steps, int64_t to, sel_error *err)
{
    int code = sel_sqlite_run(db, SQL_BEGIN_WRITE, NULL);
    if (code != SQLITE_OK)
        return sel_sqlite_fail(db, code, err);
    sel_status status = run_steps(db, steps, to, err);
    if (status == SEL_OK) {
        code = sel_sqlite_run(db, SQL_COMMIT, NULL);
        if (code != SQLITE_OK)
            status = sel_sqlite_fail(db, code, err);
    }
    if (status != SEL_OK)
        sel_sqlite_run(db, SQL_ROLLBACK, NULL);
    return status;
}
