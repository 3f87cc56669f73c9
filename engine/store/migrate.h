/** migrate.h - bring a store of an older version up to date; private to the store. */
#ifndef SEL_STORE_MIGRATE_H
#define SEL_STORE_MIGRATE_H

#include "store/handle.h"

/** SQL that turns version `to` − 1 into version `to`; it sets user_version itself. */
typedef struct sel_migration {
    int64_t to;
    const char *sql;
} sel_migration;

/** The steps of this program, ascending, ended by to = 0. */
const sel_migration *sel_migrations(void);

/** Run the steps that are newer than the file's version, all in one transaction, so that it ends at
 *  version `to` or stays as it is. SEL_UNSUPPORTED: the steps do not lead there. */
SEL_CHECKED
sel_status sel_migrate(sqlite3 *db, const sel_migration *steps, int64_t to, sel_error *err);

#endif
